/** The Cypher questions of the README give the rows that it shows. */
import { readFileSync } from 'node:fs';
import neo4j, { type Driver } from 'neo4j-driver';
import { replaceDataset } from '../../src/store/neo4j/writer.js';
import { seedDataset } from '../support/api.js';
import { describeOnNeo4j } from '../support/neo4j.js';

const readme = readFileSync('README.md', 'utf8');
const questions = [...readme.matchAll(/```cypher\n([\s\S]*?)```\s*```json\n([\s\S]*?)```/g)].map(([, cypher, rows]) => ({
  cypher: cypher as string,
  rows: (rows as string)
    .trim()
    .split('\n')
    .map((row) => JSON.parse(row) as unknown),
}));

it('are five', () => {
  expect(questions).toHaveLength(5);
});

describeOnNeo4j('the Cypher questions of the README', (open) => {
  let driver: Driver;

  beforeAll(async () => {
    const settings = open();
    await replaceDataset(settings, await seedDataset(), { grace: 0 });
    driver = neo4j.driver(settings.uri, neo4j.auth.basic(settings.username, settings.password), { disableLosslessIntegers: true });
  }, 60_000);

  afterAll(() => driver?.close());

  it.each(questions)('give the rows shown: $cypher', async ({ cypher, rows }) => {
    const { records } = await driver.executeQuery(cypher, {}, { routing: 'READ' });
    expect(records.map((record) => record.toObject())).toEqual(rows);
  });
});

/** The API over both stores: every example, every root field and hundreds of random questions give the same answer, to the byte. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { GraphQLSchema } from 'graphql';
import { examplesDirectory } from '../../src/config.js';
import { answer } from '../../src/graphql/answer.js';
import { createSchema } from '../../src/graphql/schema.js';
import { defaultLimits } from '../../src/limits.js';
import type { GraphStore } from '../../src/store/graph-store.js';
import { openMemoryStore } from '../../src/store/memory/open.js';
import { openNeo4jStore } from '../../src/store/neo4j/open.js';
import { replaceDataset } from '../../src/store/neo4j/writer.js';
import { seedDataset } from '../support/api.js';
import { describeOnNeo4j, patiently } from '../support/neo4j.js';
import { RandomQueries } from '../support/random-query.js';

jest.setTimeout(60_000);

/** Random questions give each field an alias, which says nothing of their size. */
const limits = { ...defaultLimits, aliases: 1000 };

/** The answer as text, without the one word that may differ. */
async function textOf(schema: GraphQLSchema, store: GraphStore, query: string, variables?: Record<string, unknown>): Promise<string> {
  const text = JSON.stringify(await answer(schema, store, { query, variables }, limits));
  return text.replaceAll('"neo4j"', '"memory"');
}

describeOnNeo4j('the answers of both stores', (open) => {
  const schema = createSchema();
  let memory: GraphStore;
  let neo4j: GraphStore;
  let queries: RandomQueries;

  beforeAll(async () => {
    const dataset = await seedDataset();
    memory = openMemoryStore(dataset);
    await replaceDataset(open(), dataset, { grace: 0 });
    neo4j = openNeo4jStore(patiently(open()));
    queries = new RandomQueries(schema, dataset);
  }, 60_000);

  afterAll(() => neo4j?.close());

  const expectEqual = async (query: string, variables?: Record<string, unknown>) => {
    const [left, right] = await Promise.all([textOf(schema, memory, query, variables), textOf(schema, neo4j, query, variables)]);
    if (left !== right)
      throw new Error(`The answers differ for:\n${query}\nmemory: ${left.slice(0, 3000)}\nneo4j:  ${right.slice(0, 3000)}`);
    return left;
  };

  const folders = [examplesDirectory, join(__dirname, '../api/queries')];
  const files = folders.flatMap((folder) => readdirSync(folder).map((file) => join(folder, file)));

  it.each(files.map((file) => [file.split('/').at(-1), file]))('are equal for %s', async (_, file) => {
    expect(await expectEqual(readFileSync(file as string, 'utf8'))).not.toContain('"errors"');
  });

  it('row 55: are equal for every root field of the schema, each answered at least once without an error', async () => {
    const unanswered: string[] = [];
    for (const name of Object.keys(schema.getQueryType()?.getFields() ?? {})) {
      let answered = false;
      for (let seed = 1; seed <= 8; seed += 1) {
        const text = await expectEqual(queries.rootQuery(name, seed));
        answered ||= !text.includes('"errors"');
      }
      if (!answered) unanswered.push(name);
    }
    expect(unanswered).toEqual([]);
  }, 300_000);

  it('are equal for 250 random questions, most of them answered without an error', async () => {
    let answered = 0;
    for (let seed = 1; seed <= 250; seed += 1) {
      const text = await expectEqual(queries.query(seed));
      if (!text.includes('"errors"')) answered += 1;
    }
    expect(answered).toBeGreaterThan(125);
  }, 300_000);

  it.each([
    ['NUL', '\u0000'],
    ['a lone surrogate', '\ud800'],
    ['half a surrogate pair in a word', 'C7\udc00'],
    ['right-to-left marks', '\u202eC7'],
    ['zero-width joiners', 'I\u200dT\u200dU'],
    ['a thousand combining marks', `e${'\u0301'.repeat(1000)}`],
    ['an emoji', '🙂'],
    ['an injection', "' OR 1=1 // `}) DETACH DELETE n //"],
    ['a back-tick escape', '\\u0060) RETURN 1 //'],
    ['10 KB', 'x'.repeat(10_240)],
  ])('row 23: are equal for %s in every kind of argument', async (_, text) => {
    const query = `query ($id: ID!, $text: String!) {
      node(id: $id) { id }
      entity(id: $id) { id }
      lineage(id: $id) { root { id } }
      resolve(refs: [$text]) { status node { id } suggestions { id } }
    }`;
    await expectEqual(query, { id: text, text });
    await expectEqual('query ($text: String!) { search(query: $text) { totalCount nodes { id } } suggest(prefix: $text) { label } }', {
      text,
    });
    await expectEqual('query ($text: String!) { contributions(filter: { text: $text }) { totalCount } }', { text });
    await expectEqual('query ($id: ID!) { contributions(filter: { entities: [$id] }) { totalCount } }', { id: text });
  });
});

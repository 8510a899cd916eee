/** The cost of questions: what could return too much is refused before anything runs, and no named example comes near. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'graphql';
import { examplesDirectory } from '../../src/config.js';
import { checkCost, greatestCost } from '../../src/graphql/limits.js';
import { createSchema } from '../../src/graphql/schema.js';
import { openMemoryStore } from '../../src/store/memory/open.js';
import { apiOver, seedDataset } from '../support/api.js';
import { countingStore } from '../support/counting-store.js';

const schema = createSchema();
const deep = (levels: number): string => (levels === 0 ? 'id' : `entities { contributions(first: 100) { nodes { ${deep(levels - 1)} } } }`);

it.each([2, 3, 5, 14])('refuses contributions of entities of contributions, %i levels deep, without asking the store', async (levels) => {
  const { store, calls } = countingStore(openMemoryStore(await seedDataset()));
  const [error, ...others] = await apiOver(store).errors(`{ contributions(first: 100) { nodes { ${deep(levels)} } } }`);
  expect(others).toEqual([]);
  expect(error?.code).toBe('QUERY_TOO_COSTLY');
  expect(error?.extensions).toMatchObject({ limit: greatestCost });
  expect(calls).toEqual({});
});

it('counts the size of a page that a variable gives', () => {
  const document = parse(
    'query ($n: Int) { contributions(first: $n) { nodes { entities { contributions(first: $n) { nodes { id entities { id } } } } } } }',
  );
  expect(checkCost(schema, document, { n: 2 }, undefined)).toBeLessThan(500);
  expect(() => checkCost(schema, document, { n: 100 }, undefined)).toThrow('at most 50000 are allowed');
});

it('lets every named example pass with room to spare', () => {
  for (const file of readdirSync(examplesDirectory)) {
    const cost = checkCost(schema, parse(readFileSync(join(examplesDirectory, file), 'utf8')), {}, undefined);
    expect([file, cost < greatestCost * 0.8]).toEqual([file, true]);
  }
});

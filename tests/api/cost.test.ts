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

const wide = 'contributions(first: $n) { nodes { entities { contributions(first: 100) { nodes { id name } } } } }';

it('is not misled by an argument or a variable that is wrong, nor by what it found of the same document before', () => {
  const document = parse(`query ($n: Int, $id: ID!, $direction: LineageDirection = BOTH) {
    ${wide} lineage(id: $id, direction: $direction, first: 100) { truncated }
  }`);
  expect(checkCost(schema, document, { n: 100 }, undefined)).toBe(0);
  const refused = (variables: Record<string, unknown>) =>
    expect(() => checkCost(schema, document, variables, undefined)).toThrow('at most');
  refused({ n: 100, id: 'A/RES/80/173', direction: null });
  refused({ n: 100, id: 'A/RES/80/173' });
  expect(checkCost(schema, document, { n: 1, id: 'A/RES/80/173' }, undefined)).toBeLessThan(greatestCost);
  refused({ n: 100, id: 'A/RES/80/173' });
});

it('counts what conditions leave in', () => {
  const document = parse(`query ($n: Int = 100, $with: Boolean!) { meta { store } ... @include(if: $with) { ${wide} } }`);
  expect(checkCost(schema, document, { with: false }, undefined)).toBe(2);
  expect(() => checkCost(schema, document, { with: true }, undefined)).toThrow('at most');
});

it('refuses fragments that fan out without walking all of them', () => {
  const fragments = Array.from(
    { length: 27 },
    (_, at) => `fragment F${at} on Meta { ${at === 0 ? 'store' : `...F${at - 1} ...F${at - 1}`} }`,
  );
  expect(() => checkCost(schema, parse(`{ meta { ...F26 } } ${fragments.join(' ')}`), {}, undefined)).toThrow('endless');
});

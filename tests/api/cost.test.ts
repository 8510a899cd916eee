/** The cost of questions: what could return too much is refused before anything runs, and no named example comes near. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type DocumentNode, parse } from 'graphql';
import { examplesDirectory } from '../../src/config.js';
import { checkLimits } from '../../src/graphql/limits.js';
import { createSchema } from '../../src/graphql/schema.js';
import { defaultLimits } from '../../src/limits.js';
import { openMemoryStore } from '../../src/store/memory/open.js';
import { apiOver, seedDataset } from '../support/api.js';
import { countingStore } from '../support/counting-store.js';

const schema = createSchema();
const greatestCost = defaultLimits.cost;
const costOf = (document: DocumentNode, variables: Record<string, unknown> = {}) => checkLimits(schema, { document, variables }).cost;
const refusalOf = (document: DocumentNode, variables: Record<string, unknown> = {}) =>
  checkLimits(schema, { document, variables }).refusal?.message;
const deep = (levels: number): string => (levels === 0 ? 'id' : `entities { contributions(first: 100) { nodes { ${deep(levels - 1)} } } }`);

it.each([2, 3])('refuses contributions of entities of contributions, %i levels deep, without asking the store', async (levels) => {
  const { store, calls } = countingStore(openMemoryStore(await seedDataset()));
  const [error, ...others] = await apiOver(store).errors(`{ contributions(first: 100) { nodes { ${deep(levels)} } } }`);
  expect(others).toEqual([]);
  expect(error?.code).toBe('QUERY_TOO_COSTLY');
  expect(error?.extensions).toMatchObject({ found: expect.any(Number), limit: greatestCost });
  expect(calls).toEqual({});
});

it('counts the size of a page that a variable gives', () => {
  const document = parse(
    'query ($n: Int) { contributions(first: $n) { nodes { entities { contributions(first: $n) { nodes { id entities { id } } } } } } }',
  );
  expect(costOf(document, { n: 2 })).toBeLessThan(500);
  expect(refusalOf(document, { n: 100 })).toContain('at most 50000 are allowed');
});

it('lets every named example pass with room to spare', () => {
  for (const file of readdirSync(examplesDirectory)) {
    const cost = costOf(parse(readFileSync(join(examplesDirectory, file), 'utf8')));
    expect([file, Number(cost) < greatestCost * 0.8]).toEqual([file, true]);
  }
});

const wide = 'contributions(first: $n) { nodes { entities { contributions(first: 100) { nodes { id name } } } } }';

it('is not misled by an argument or a variable that is wrong, nor by what it found of the same document before', () => {
  const document = parse(`query ($n: Int, $id: ID!, $direction: LineageDirection = BOTH) {
    ${wide} lineage(id: $id, direction: $direction, first: 100) { truncated }
  }`);
  expect(checkLimits(schema, { document, variables: { n: 100 } })).toEqual({ cost: null, refusal: null });
  const refused = (variables: Record<string, unknown>) => expect(refusalOf(document, variables)).toContain('at most');
  refused({ n: 100, id: 'A/RES/80/173', direction: null });
  refused({ n: 100, id: 'A/RES/80/173' });
  expect(costOf(document, { n: 1, id: 'A/RES/80/173' })).toBeLessThan(greatestCost);
  refused({ n: 100, id: 'A/RES/80/173' });
});

it('counts what conditions leave in', () => {
  const document = parse(`query ($n: Int = 100, $with: Boolean!) { meta { store } ... @include(if: $with) { ${wide} } }`);
  expect(costOf(document, { with: false })).toBe(2);
  expect(refusalOf(document, { with: true })).toContain('at most');
});

it('refuses fragments that fan out without walking all of them', () => {
  const fragments = Array.from(
    { length: 27 },
    (_, at) => `fragment F${at} on Meta { ${at === 0 ? 'store' : `...F${at - 1} ...F${at - 1}`} }`,
  );
  const document = parse(`{ meta { ...F26 } } ${fragments.join(' ')}`);
  expect(checkLimits(schema, { document })).toMatchObject({ cost: null, refusal: { code: 'QUERY_TOO_WIDE' } });
});

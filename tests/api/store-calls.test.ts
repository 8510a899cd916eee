/** The cost of a query: one store call for each relation and level, however many rows there are, and nothing shared between requests. */
import { openMemoryStore } from '../../src/store/memory/open.js';
import { apiOver, seedDataset } from '../support/api.js';
import { countingStore, failingStore, intercept } from '../support/counting-store.js';
import { smallDataset } from '../support/small-dataset.js';

const seedCounting = async () => countingStore(openMemoryStore(await seedDataset()));

/** The store calls of one request over seed/. */
async function callsOf(query: string, variables?: Record<string, unknown>): Promise<Record<string, number>> {
  const counting = await seedCounting();
  await apiOver(counting.store).ask(query, variables);
  return counting.calls;
}

const wide = `query ($first: Int!) {
  actionLines(first: $first) {
    nodes {
      facilitators { nodes { id facilitates { nodes { id } } } }
      sdgs { nodes { id } edges { targets { id } actionLine { id } } }
      contributions {
        nodes { entities { id } regions { id } sdgs { id } document { id } tags { node { id } method } }
      }
      reportingEntities { nodes { id } }
    }
  }
}`;

test('one call for each relation and level: facilitators, what they facilitate, cells, targets, contributions and their relations', async () => {
  expect(await callsOf(wide, { first: 19 })).toEqual({
    // the lines; the contributions of all of them, with their tags, makers and documents
    find: 2,
    // facilitators; what they facilitate; cells of the matrix. What contributions hang on comes with them
    neighbours: 3,
    reporters: 1,
    // targets of all cells, with the lines of the cells
    nodes: 1,
  });
});

test('the number of calls does not grow with the number of rows', async () => {
  const few = await callsOf(wide, { first: 3 });
  expect(await callsOf(wide, { first: 19 })).toEqual(few);
});

test('totals and pages do not cost further calls', async () => {
  const calls = await callsOf(`{
    entities(first: 100) { totalCount pageInfo { hasNextPage } nodes { contributions(first: 3) { totalCount nodes { id } } asks(first: 1) { totalCount } } }
  }`);
  expect(calls).toEqual({ find: 3 });
});

test('the document behind evidence is asked for once on each level, for all rows and all kinds of link', async () => {
  const calls = await callsOf(`{
    report(id: "A/76/64") {
      contributors(first: 100) { edges { evidence { document { id } } node { sources { document { id } } contributedTo { edges { evidence { document { id } } } } } } }
    }
  }`);
  expect(calls.neighbours).toBe(2);
  // one for the reference; the evidence of contributors; that of their reports and sources
  expect(calls.nodes).toBeLessThanOrEqual(3);
  expect(calls.lookup).toBe(1);
});

test('the drill-through of all cells of a cube is one call', async () => {
  const calls = await callsOf(
    '{ cube(rows: ENTITY, columns: REGION) { cells { value contributions(first: 100) { nodes { id } totalCount } } } }',
  );
  // one for the headers, which are always there
  expect(calls).toEqual({ cube: 1, find: 1, nodes: 1 });
});

test('the headers of a cube are one call, whatever they are of', async () => {
  const calls = await callsOf('{ cube(rows: ENTITY, columns: DOCUMENT) { rows { label node { id } } columns { label node { id } } } }');
  expect(calls).toEqual({ cube: 1, nodes: 1 });
});

test('the facets of nested connections are one call for all parents', async () => {
  const calls = await callsOf(
    '{ actionLines(first: 19) { nodes { contributions(first: 1) { facets { axis values { key label count } } } } } }',
  );
  expect(calls).toEqual({ find: 2, facets: 1, nodes: 1 });
});

test('references in one filter are resolved together, and the same filter of many parents only once', async () => {
  const calls = await callsOf(`{
    actionLines(first: 19) { nodes { contributions(filter: { entities: ["ITU", "WHO", "UNESCO"], regions: ["Africa", "Europe"] }) { totalCount } } }
  }`);
  expect(calls.find).toBe(2);
  expect(calls.lookup).toBeLessThanOrEqual(2);
  expect(calls.nodes).toBeUndefined();
});

test('coverage, completeness and claims ask for the links of all reports and lines at once', async () => {
  expect(await callsOf('{ completeness { reports { contributorsKnown contributionsKnown } } }')).toEqual({
    info: 1,
    find: 1,
    neighbours: 2,
  });
  const coverage = await callsOf('{ coverage { rows { entity { id } report { id } state } } }');
  expect(coverage).toEqual({ find: 2, neighbours: 1 });
  const claims = await callsOf('{ claimedVersusReported { actionLine { id } sdg { id } reported } }');
  expect(claims).toEqual({ find: 1, neighbours: 1, cube: 1, nodes: 1 });
});

test('lineage, paths and common ancestors are one call each', async () => {
  const calls = await callsOf(`{
    lineage(id: "resolution/A/RES/80/173") { nodes { document { id } } links { evidence { method } } }
    paths(from: "resolution/A/RES/80/173", to: "resolution/A/RES/60/252") { documents { id } }
    commonAncestors(ids: ["resolution/A/RES/80/173", "resolution/A/RES/80/118"]) { id }
  }`);
  expect(calls).toMatchObject({ lineage: 1, paths: 1, commonAncestors: 1 });
  expect(Object.keys(calls).sort()).toEqual(['commonAncestors', 'lineage', 'nodes', 'paths']);
});

test('a search with its facets is one call for candidates and one for the nodes of the page', async () => {
  const calls = await callsOf('{ search(query: "information", first: 20) { nodes { id } facets { kind count } totalCount } }');
  expect(calls).toEqual({ candidates: 1, nodes: 1 });
});

test('two requests share no loader: a key that was refused does not poison the next request, and nothing is kept', async () => {
  const inner = openMemoryStore(smallDataset());
  const query = '{ entity(id: "ITU") { facilitates { nodes { id } } } }';
  const [error] = await apiOver(failingStore(inner, 'neighbours', new Error('gone'))).errors(query);
  expect(error?.code).toBe('INTERNAL_SERVER_ERROR');

  const counting = countingStore(inner);
  const api = apiOver(counting.store);
  await api.ask(query);
  const first = counting.calls;
  counting.reset();
  const second = await api.ask<{ entity: { facilitates: { nodes: { id: string }[] } } }>(query);
  expect(counting.calls).toEqual(first);
  expect(second.entity.facilitates.nodes.map(({ id }) => id)).toEqual(['action-line/C2', 'action-line/C5']);
});

test('a store that fails once and then recovers answers the next request over the same store', async () => {
  const inner = openMemoryStore(smallDataset());
  let failing = true;
  const flaky = intercept(inner, (name, call) => (failing && name === 'nodes' ? Promise.reject(new Error('gone')) : call()));
  const api = apiOver(flaky);
  const query = '{ node(id: "entity/ITU") { name } }';
  expect(await api.errors(query)).toHaveLength(1);
  failing = false;
  expect(await api.ask(query)).toEqual({ node: { name: 'International Telecommunication Union' } });
});

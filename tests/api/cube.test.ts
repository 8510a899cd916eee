/** Counting: the page of one thing, the list, the facets and the cube say the same number for every filter, and it is the right one. */
import fc from 'fast-check';
import type { NodeRecord } from '../../src/domain/records.js';
import { EntityCategory, Method } from '../../src/domain/vocabulary.js';
import { type Api, apiOf, seedApi, seedDataset } from '../support/api.js';
import { dimensions, type Filter, naiveCube } from '../support/naive-cube.js';
import { smallDataset } from '../support/small-dataset.js';

interface CubeAnswer {
  rows: { key: string; total: number; label: string }[];
  columns: { key: string; total: number; label: string }[];
  cells: { row: string; column: string; value: number; contributions: { totalCount: number; nodes: { id: string }[] } }[];
  total: number;
  untagged: number;
  untaggedContributions: { totalCount: number; nodes: { id: string }[] };
}

const cubeQuery = `query ($rows: Dimension!, $columns: Dimension!, $measure: Measure!, $filter: ContributionFilter) {
  cube(rows: $rows, columns: $columns, measure: $measure, filter: $filter) {
    rows { key total label } columns { key total label }
    cells { row column value contributions(first: 100) { totalCount nodes { id } } }
    total untagged untaggedContributions(first: 100) { totalCount nodes { id } }
  }
}`;

const axes = dimensions.flatMap((rows) => dimensions.filter((columns) => columns !== rows).map((columns) => ({ rows, columns })));

/** Filters made of what is in the dataset, each part there or not. */
function filters(nodes: readonly NodeRecord[]): fc.Arbitrary<Filter> {
  const ids = (...kinds: string[]) => nodes.filter(({ kind }) => kinds.includes(kind)).map(({ id }) => id);
  const some = (all: readonly string[]) => fc.uniqueArray(fc.constantFrom(...all), { minLength: 1, maxLength: 4 });
  const described = ids('REPORT', 'OTHER_DOCUMENT');
  const told = nodes
    .filter(({ kind }) => kind === 'CONTRIBUTION')
    .flatMap((node) =>
      String(node.summary)
        .split(/[^\p{L}]+/u)
        .filter((word) => word.length > 3),
    );
  const year = fc.integer({ min: 2008, max: 2024 });
  return fc.record(
    {
      entities: some(ids('ENTITY')),
      actionLines: some(ids('ACTION_LINE')),
      includeSubLines: fc.boolean(),
      regions: some(ids('REGION')),
      sdgs: some(ids('SDG')),
      documents: some(described),
      cycles: fc.record({ from: year, to: year }, { requiredKeys: [] }),
      categories: some(Object.values(EntityCategory)),
      methods: fc.uniqueArray(fc.constantFrom(...Object.values(Method)), { minLength: 1, maxLength: 3 }),
      text: fc.constantFrom(...told),
    },
    { requiredKeys: [] },
  );
}

/** Most of the parts left out, so that something is left to be counted. */
const sparse = (nodes: readonly NodeRecord[]) =>
  fc
    .tuple(
      filters(nodes),
      fc.subarray(
        ['actionLines', 'includeSubLines', 'methods', 'regions', 'categories', 'cycles', 'text', 'entities', 'documents', 'sdgs'],
        { maxLength: 3 },
      ),
    )
    .map(([filter, kept]) => Object.fromEntries(Object.entries(filter).filter(([part]) => kept.includes(part))) as Filter);

const worlds = [
  { name: 'seed/', open: async () => ({ api: await seedApi(), dataset: await seedDataset() }) },
  { name: 'the small dataset', open: async () => ({ api: apiOf(smallDataset()), dataset: smallDataset() }) },
];

describe.each(worlds)('over $name', ({ open }) => {
  let api: Api;
  let naive: ReturnType<typeof naiveCube>;
  let nodes: readonly NodeRecord[];
  beforeAll(async () => {
    const world = await open();
    api = world.api;
    nodes = world.dataset.nodes;
    naive = naiveCube(world.dataset);
  });
  const cubeOf = async (variables: Record<string, unknown>) =>
    (await api.ask<{ cube: CubeAnswer }>(cubeQuery, { measure: 'CONTRIBUTIONS', ...variables })).cube;

  test('the count on the page of one thing, in the list, in the facets and in the cube is the same, for random filters', async () => {
    const things = [
      { field: 'actionLine', kind: 'ACTION_LINE', argument: 'actionLines', columns: 'ENTITY' },
      { field: 'sdg', kind: 'SDG', argument: 'sdgs', columns: 'ENTITY' },
      { field: 'region', kind: 'REGION', argument: 'regions', columns: 'ENTITY' },
      { field: 'entity', kind: 'ENTITY', argument: 'entities', columns: 'REGION' },
    ] as const;
    const check = async (filter: Filter, thing: (typeof things)[number], pick: number) => {
      const all = nodes.filter(({ kind }) => kind === thing.kind);
      const { id } = all[pick % all.length] as NodeRecord;
      const counted = await api.ask<{
        one: { contributions: { totalCount: number } };
        list: { facets: { axis: string; values: { key: string; count: number }[] }[] };
      }>(
        `query ($id: ID!, $filter: ContributionFilter) {
          one: ${thing.field}(id: $id) { contributions(filter: $filter) { totalCount } }
          list: contributions(filter: $filter) { facets(limit: 100) { axis values { key count } } }
        }`,
        { id, filter },
      );
      const cube = await cubeOf({ rows: thing.kind, columns: thing.columns, filter });
      const expected = naive.select(filter).filter((node) => naive.keys(node, thing.kind, filter).includes(id)).length;
      const facet = counted.list.facets.find(({ axis }) => axis === thing.kind)?.values.find(({ key }) => key === id)?.count ?? 0;
      expect({
        single: counted.one.contributions.totalCount,
        facet,
        cube: cube.rows.find(({ key }) => key === id)?.total ?? 0,
      }).toEqual({ single: expected, facet: expected, cube: expected });
      if (filter[thing.argument]) return;
      const narrowed = await api.ask<{ contributions: { totalCount: number } }>(
        'query ($filter: ContributionFilter) { contributions(filter: $filter) { totalCount } }',
        { filter: { ...filter, [thing.argument]: [id] } },
      );
      expect(narrowed.contributions.totalCount).toBe(expected);
    };
    await fc.assert(fc.asyncProperty(sparse(nodes), fc.constantFrom(...things), fc.nat(), check), { numRuns: 150 });
  });

  test('every cell, total and untagged row is the naive count, and drills through to exactly its rows, for random axes and filters', async () => {
    const check = async (filter: Filter, { rows, columns }: (typeof axes)[number]) => {
      const cube = await cubeOf({ rows, columns, filter });
      const matching = naive.select(filter);
      expect(cube.total).toBe(matching.length);
      const cells = new Map<string, string[]>();
      const totals = { rows: new Map<string, number>(), columns: new Map<string, number>() };
      const untagged: string[] = [];
      for (const node of matching) {
        const [down, across] = [new Set(naive.keys(node, rows, filter)), new Set(naive.keys(node, columns, filter))];
        if (down.size === 0 || across.size === 0) untagged.push(node.id);
        for (const key of down) totals.rows.set(key, (totals.rows.get(key) ?? 0) + 1);
        for (const key of across) totals.columns.set(key, (totals.columns.get(key) ?? 0) + 1);
        for (const row of down)
          for (const column of across) cells.set(`${row} ${column}`, [...(cells.get(`${row} ${column}`) ?? []), node.id]);
      }
      expect(new Map(cube.rows.map(({ key, total }) => [key, total]))).toEqual(totals.rows);
      expect(new Map(cube.columns.map(({ key, total }) => [key, total]))).toEqual(totals.columns);
      expect(new Set(cube.cells.map(({ row, column }) => `${row} ${column}`))).toEqual(new Set(cells.keys()));
      for (const { row, column, value, contributions } of cube.cells) {
        const expected = cells.get(`${row} ${column}`) ?? [];
        expect({ value, totalCount: contributions.totalCount }).toEqual({ value: expected.length, totalCount: expected.length });
        expect(contributions.nodes.map(({ id }) => id).sort()).toEqual(expected.sort());
      }
      expect(cube.untagged).toBe(untagged.length);
      expect(cube.untaggedContributions.totalCount).toBe(untagged.length);
      expect(cube.untaggedContributions.nodes.map(({ id }) => id).sort()).toEqual(untagged.sort());
    };
    await fc.assert(fc.asyncProperty(sparse(nodes), fc.constantFrom(...axes), check), { numRuns: 150 });
  });

  test('ENTITIES and DOCUMENTS count distinct makers and documents in cells, rows, columns and in all', async () => {
    const check = async (filter: Filter, { rows, columns }: (typeof axes)[number], measure: 'ENTITIES' | 'DOCUMENTS') => {
      const cube = await cubeOf({ rows, columns, measure, filter });
      const count = naive.measures[measure];
      const matching = naive.select(filter);
      const on = (dimension: typeof rows, key: string) => (node: NodeRecord) => naive.keys(node, dimension, filter).includes(key);
      expect(cube.total).toBe(count(matching));
      for (const { key, total } of cube.rows) expect(total).toBe(count(matching.filter(on(rows, key))));
      for (const { key, total } of cube.columns) expect(total).toBe(count(matching.filter(on(columns, key))));
      for (const { row, column, value } of cube.cells)
        expect(value).toBe(count(matching.filter(on(rows, row)).filter(on(columns, column))));
    };
    const measure = fc.constantFrom('ENTITIES' as const, 'DOCUMENTS' as const);
    await fc.assert(fc.asyncProperty(sparse(nodes), fc.constantFrom(...axes), measure, check), { numRuns: 80 });
  });

  test('the total of a cube is what paging through the list with the same filter gives', async () => {
    const check = async (filter: Filter, size: number) => {
      const seen: string[] = [];
      let after: string | null = null;
      do {
        const page: {
          contributions: { nodes: { id: string }[]; pageInfo: { hasNextPage: boolean; endCursor: string | null }; totalCount: number };
        } = await api.ask(
          'query ($filter: ContributionFilter, $first: Int, $after: String) { contributions(filter: $filter, first: $first, after: $after) { nodes { id } totalCount pageInfo { hasNextPage endCursor } } }',
          { filter, first: size, after },
        );
        seen.push(...page.contributions.nodes.map(({ id }) => id));
        after = page.contributions.pageInfo.hasNextPage ? page.contributions.pageInfo.endCursor : null;
      } while (after);
      expect(new Set(seen).size).toBe(seen.length);
      expect(seen.length).toBe((await cubeOf({ rows: 'ENTITY', columns: 'REGION', filter })).total);
    };
    await fc.assert(fc.asyncProperty(sparse(nodes), fc.integer({ min: 3, max: 30 }), check), { numRuns: 40 });
  });
});

/** What a cube refuses, shows when asked, and how tags by method and sub-lines count in it. */
import type { Dataset } from '../../src/domain/records.js';
import { type Api, apiOf, seedApi } from '../support/api.js';
import { link, node, smallDataset } from '../support/small-dataset.js';

const small = apiOf(smallDataset());
let seed: Api;
beforeAll(async () => {
  seed = await seedApi();
});

interface Header {
  key: string;
  label: string;
  total: number;
}
interface Cube {
  rows: Header[];
  columns: Header[];
  cells: { row: string; column: string; value: number }[];
  total: number;
  untagged: number;
}

async function cube(api: Api, args: string): Promise<Cube> {
  const query = `{ cube(${args}) { rows { key label total } columns { key label total } cells { row column value } total untagged } }`;
  return (await api.ask<{ cube: Cube }>(query)).cube;
}

const totals = (headers: Header[]) => Object.fromEntries(headers.map(({ key, total }) => [key, total]));

test('two times the same dimension is refused, naming the argument', async () => {
  for (const dimension of ['ENTITY', 'CYCLE', 'ACTION_LINE']) {
    const [error] = await seed.errors(`{ cube(rows: ${dimension}, columns: ${dimension}) { total } }`);
    expect(error).toMatchObject({ code: 'BAD_USER_INPUT', extensions: { argument: 'columns' } });
  }
});

test('a contribution with two entities and three lines counts once in each of its cells and once in each total', async () => {
  const { rows, cells, total } = await cube(small, 'rows: ENTITY, columns: ACTION_LINE, filter: { text: "nurses farmers" }');
  expect(total).toBe(1);
  expect(totals(rows)).toEqual({ 'entity/ITU': 1, 'entity/WHO': 1 });
  const lines = ['C5', 'C7', 'C7.e-agriculture', 'C7.e-health'].map((code) => `action-line/${code}`);
  expect(cells).toEqual(['entity/ITU', 'entity/WHO'].flatMap((row) => lines.map((column) => ({ row, column, value: 1 }))));
});

test('sub-lines count for C7 too, or stand for themselves when includeSubLines is false', async () => {
  const rolled = await cube(small, 'rows: ACTION_LINE, columns: ENTITY');
  expect(totals(rolled.rows)).toMatchObject({ 'action-line/C7': 4, 'action-line/C7.e-health': 3, 'action-line/C7.e-agriculture': 1 });
  const own = await cube(small, 'rows: ACTION_LINE, columns: ENTITY, filter: { includeSubLines: false }');
  expect(totals(own.rows)).toMatchObject({ 'action-line/C7': 1, 'action-line/C7.e-health': 3 });
  const asked = await cube(small, 'rows: ENTITY, columns: REGION, filter: { actionLines: ["C7"], includeSubLines: false }');
  expect(asked.total).toBe(1);
});

test('methods hold for the tags that are asked about: a line by the text and a region by inference is not one by both', async () => {
  const count = async (filter: string) =>
    (await small.ask<{ contributions: { totalCount: number } }>(`{ contributions(filter: { ${filter} }) { totalCount } }`)).contributions
      .totalCount;
  // p100: UNDER C5 inferred and curated, UNDER C7.e-health inferred, IN Europe inferred, SUPPORTS 9 extracted
  expect(await count('text: "workshop nurses", actionLines: ["C5"], methods: [CURATED]')).toBe(1);
  expect(await count('text: "workshop nurses", actionLines: ["C5"], methods: [EXTRACTED]')).toBe(0);
  expect(await count('text: "workshop nurses", actionLines: ["C5"], regions: ["Europe"], methods: [CURATED]')).toBe(0);
  expect(await count('text: "workshop nurses", actionLines: ["C5"], regions: ["Europe"], methods: [CURATED, INFERRED]')).toBe(1);
  // where no tag is asked about, any tag of the contribution will do
  expect(await count('text: "workshop nurses", methods: [EXTRACTED]')).toBe(1);
  expect(await count('text: "café", methods: [CURATED, EXTRACTED, INFERRED, UNVERIFIED]')).toBe(0);
});

test('an empty list in a filter holds nothing, in every part alike', async () => {
  for (const part of ['entities', 'actionLines', 'regions', 'sdgs', 'documents', 'categories', 'methods']) {
    const { total } = await cube(small, `rows: ENTITY, columns: REGION, filter: { ${part}: [] }`);
    expect({ part, total }).toEqual({ part, total: 0 });
  }
});

test('null in a filter is as good as nothing', async () => {
  const nothing =
    'entities: null, actionLines: null, includeSubLines: null, regions: null, sdgs: null, documents: null, cycles: null, categories: null, methods: null, text: null';
  const all = await cube(small, 'rows: ENTITY, columns: ACTION_LINE');
  expect(await cube(small, `rows: ENTITY, columns: ACTION_LINE, filter: { ${nothing} }`)).toEqual(all);
  expect(await cube(small, 'rows: ENTITY, columns: ACTION_LINE, filter: null')).toEqual(all);
});

test('includeEmpty shows every line, goal, region, entity and category, with a total of 0 and no cells', async () => {
  const plain = await cube(seed, 'rows: ACTION_LINE, columns: SDG');
  const full = await cube(seed, 'rows: ACTION_LINE, columns: SDG, includeEmpty: true');
  expect(full.rows.map(({ key }) => key.replace('action-line/', ''))).toEqual(
    'C1 C2 C3 C4 C5 C6 C7 C7.e-agriculture C7.e-business C7.e-employment C7.e-environment C7.e-government C7.e-health C7.e-learning C7.e-science C8 C9 C10 C11'.split(
      ' ',
    ),
  );
  expect(full.columns.map(({ key }) => key)).toEqual(Array.from({ length: 17 }, (_, at) => `sdg/${at + 1}`));
  expect(full.cells).toEqual(plain.cells);
  expect(full.total).toBe(plain.total);
  expect(full.rows.filter(({ total }) => total > 0)).toEqual(plain.rows);
  const others = await cube(seed, 'rows: ENTITY_CATEGORY, columns: REGION, includeEmpty: true');
  expect([others.rows.length, others.columns.length]).toEqual([13, 5]);
});

test('rows and columns stand in the order of their kind, cycles newest first', async () => {
  const { rows } = await cube(seed, 'rows: CYCLE, columns: ENTITY');
  const years = rows.map(({ key }) => Number(key));
  expect(years).toEqual([...years].sort((a, b) => b - a));
  const { rows: lines } = await cube(small, 'rows: ACTION_LINE, columns: ENTITY');
  expect(lines.map(({ key }) => key.replace('action-line/', ''))).toEqual(['C5', 'C7', 'C7.e-agriculture', 'C7.e-health', 'C10']);
});

test('cells stand in the order of their rows, then of their columns, also where keys sort otherwise: C2 before C10, goal 9 before 16', async () => {
  for (const axes of ['rows: ACTION_LINE, columns: SDG', 'rows: ENTITY, columns: ACTION_LINE', 'rows: CYCLE, columns: ENTITY_CATEGORY']) {
    const { rows, columns, cells } = await cube(seed, axes);
    const there = new Set(cells.map(({ row, column }) => `${row} ${column}`));
    const expected = rows.flatMap((row) => columns.map((column) => `${row.key} ${column.key}`)).filter((key) => there.has(key));
    expect(cells.map(({ row, column }) => `${row} ${column}`)).toEqual(expected);
  }
});

test('a cube of more than 10,000 cells is refused, with what to do', async () => {
  const many = Array.from({ length: 101 }, (_, at) => at);
  const wide: Dataset = {
    version: '2026.01+000000000000',
    licence: 'CC0-1.0',
    sources: [],
    rules: [],
    nodes: many.flatMap((at) => [
      node('ENTITY', `e${at}`, { name: `Entity ${at}`, category: 'BUSINESS', unSystem: false }),
      node('OTHER_DOCUMENT', `d${at}`, { title: `Input ${at}`, type: 'input', citationsRead: 'NONE' }),
      node('CONTRIBUTION', `d${at}/whole`, { summary: `Activity ${at}` }),
    ]),
    links: many.flatMap((at) => [
      link('MADE', `entity/e${at}`, `contribution/d${at}/whole`),
      link('DESCRIBED_IN', `contribution/d${at}/whole`, `other-document/d${at}`),
    ]),
  };
  const [error] = await apiOf(wide).errors('{ cube(rows: ENTITY, columns: DOCUMENT) { total } }');
  expect(error).toMatchObject({ code: 'BAD_USER_INPUT', message: expect.stringContaining('101 x 101') });
  expect(error?.message).toContain('Narrow the filter');
});

test('the facets of a list by region tell what has none', async () => {
  const { contributions } = await seed.ask<{
    contributions: { totalCount: number; facets: { axis: string; missing: number; values: { count: number }[] }[] };
  }>('{ contributions { totalCount facets(limit: 100) { axis missing values { count } } } }');
  const { untagged, total } = await cube(seed, 'rows: ENTITY, columns: REGION');
  const region = contributions.facets.find(({ axis }) => axis === 'REGION');
  expect(region?.missing).toBe(untagged);
  expect(total).toBe(contributions.totalCount);
});

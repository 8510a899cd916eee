/** What is behind a number: the list that the page asks for holds exactly the contributions that the cube counted, for random questions over the real data. */
import fc from 'fast-check';
import { behind } from '../../../src/explorer/cube/behind.js';
import { dimensions, type Filter, methods, type Question } from '../../../src/explorer/cube/question.js';
import { type Api, seedApi } from '../../support/api.js';

let api: Api;
beforeAll(async () => {
  api = await seedApi();
});

interface Listed {
  totalCount: number;
  nodes: { id: string }[];
}
interface Cube {
  rows: { key: string; total: number }[];
  columns: { key: string; total: number }[];
  cells: { row: string; column: string; value: number; contributions: Listed }[];
  total: number;
}

const cubeOf = async ({ rows, columns, filter }: Pick<Question, 'rows' | 'columns' | 'filter'>): Promise<Cube> =>
  (
    await api.ask<{ cube: Cube }>(
      `query ($rows: Dimension!, $columns: Dimension!, $filter: ContributionFilter) { cube(rows: $rows, columns: $columns, filter: $filter) {
        rows { key total } columns { key total } cells { row column value contributions(first: 100) { totalCount nodes { id } } } total } }`,
      { rows, columns, filter },
    )
  ).cube;
const listOf = async (filter: Filter): Promise<Listed> =>
  (
    await api.ask<{ contributions: Listed }>(
      'query ($filter: ContributionFilter) { contributions(filter: $filter, first: 100) { totalCount nodes { id } } }',
      { filter },
    )
  ).contributions;

const some = (...values: string[]) => fc.uniqueArray(fc.constantFrom(...values), { minLength: 1, maxLength: 2 });
const filters = fc
  .record(
    {
      entities: some('entity/ITU', 'entity/ESCAP', 'entity/ECE', 'ITU'),
      actionLines: some('action-line/C2', 'action-line/C7', 'action-line/C7.e-health'),
      regions: some('region/africa', 'region/asia-and-the-pacific'),
      sdgs: some('sdg/9', 'sdg/16'),
      documents: some('report/A/76/64-E/2021/11', 'A/76/64', 'other-document/itu-report-2012'),
      categories: some('UN_SPECIALISED_AGENCY', 'CIVIL_SOCIETY'),
      methods: some(...methods),
      cycles: fc.constantFrom({ from: 2010 }, { to: 2020 }, { from: 2012, to: 2020 }),
      includeSubLines: fc.constant(false),
      text: fc.constantFrom('the', 'digital'),
    },
    { requiredKeys: [] },
  )
  // Most of the parts left out, so that something is left to be counted.
  .chain((filter) => fc.subarray(Object.entries(filter), { maxLength: 2 }).map((parts) => Object.fromEntries(parts) as Filter));
const axes = fc.shuffledSubarray([...dimensions], { minLength: 2, maxLength: 2 }) as fc.Arbitrary<[Question['rows'], Question['columns']]>;

test('every cell, row and column opens exactly what it counts', async () => {
  let byCell = 0;
  const check = async (filter: Filter, [rows, columns]: [Question['rows'], Question['columns']], pick: number) => {
    const question: Question = { rows, columns, measure: 'CONTRIBUTIONS', includeEmpty: false, filter };
    const cube = await cubeOf(question);
    expect(await listOf((behind(question, {}) as { filter: Filter }).filter)).toMatchObject({ totalCount: cube.total });
    const one = <T>(all: readonly T[]): T | undefined => all[pick % Math.max(1, all.length)];
    const cell = one(cube.cells);
    if (cell) {
      const source = behind(question, cell);
      if (source.by === 'filter') {
        expect((await listOf(source.filter)).nodes).toEqual(cell.contributions.nodes);
      } else if (source.by === 'cell') {
        byCell++;
        const narrowed = await cubeOf({ rows, columns, filter: source.filter });
        const same = narrowed.cells.find(({ row, column }) => row === source.row && column === source.column);
        expect(same?.contributions).toEqual(cell.contributions);
      } else {
        throw new Error('a cell can always be opened');
      }
    }
    for (const place of [{ row: one(cube.rows) }, { column: one(cube.columns) }]) {
      const header = place.row ?? place.column;
      const source = behind(question, { row: place.row?.key, column: place.column?.key });
      if (header && source.by === 'filter') expect((await listOf(source.filter)).totalCount).toBe(header.total);
    }
  };
  await fc.assert(fc.asyncProperty(filters, axes, fc.nat(), check), { numRuns: 120 });
  // Some are beside the list that is asked for: the cube itself tells those.
  expect(byCell).toBeGreaterThan(0);
}, 60_000);

test('a total beside the list that is asked for cannot be listed, and is not guessed', () => {
  const question: Question = {
    rows: 'ENTITY',
    columns: 'REGION',
    measure: 'CONTRIBUTIONS',
    includeEmpty: false,
    filter: { entities: ['entity/ITU'] },
  };
  expect(behind(question, { row: 'entity/ESCAP' })).toEqual({ by: 'nothing' });
  expect(behind(question, { row: 'entity/ITU' })).toEqual({ by: 'filter', filter: { entities: ['entity/ITU'] } });
});

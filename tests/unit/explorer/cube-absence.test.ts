/** What an empty cell says: none known where everything of it was placed elsewhere, no data where what was read cannot tell. */
import { type Absence, absenceOf, coverageKey, type Known } from '../../../src/explorer/cube/absence.js';
import type { Header } from '../../../src/explorer/cube/headers.js';
import { type Dimension, type Filter, readQuestion } from '../../../src/explorer/cube/question.js';
import { type Cube, csvRows, fileNameOf, type KnownAnswer, tableOf } from '../../../src/explorer/cube/table.js';

const header = (key: string, node: Partial<NonNullable<Header['node']>> | null = null): Header => ({
  key,
  label: node?.name ?? key,
  total: 1,
  node: node && ({ id: key, kind: 'ENTITY', name: key, ...node } as Header['node']),
});
const itu = header('entity/ITU', { name: 'International Telecommunication Union', acronym: 'ITU' });
const c5 = header('action-line/C5', { kind: 'ACTION_LINE', name: 'C5 Security', code: 'C5', title: 'Security' });
const unread = { id: 'report/R12', symbol: 'R12', cycle: 2012, contributionsKnown: 0 };
const read = { id: 'report/R20', symbol: 'R20', cycle: 2020, contributionsKnown: 44 };
const nothing: Known = { reports: [], coverage: new Map(), anywhere: {}, untold: {} };
const known = (more: Partial<Known>): Known => ({ ...nothing, ...more });

function absence(rows: Dimension, row: Header, columns: Dimension, column: Header, what: Known, filter: Filter = {}): Absence {
  return absenceOf({ ...readQuestion({}).question, rows, columns, filter }, row, column, what);
}

test('where nothing hints at more, none is known, and no reason is made up', () => {
  expect(absence('ENTITY', itu, 'ACTION_LINE', c5, nothing)).toEqual({ state: 'NONE', reasons: [] });
});

test('contributions under the row or the column without a tag on the other axis may belong there', () => {
  const untold = { ENTITY: new Map([['entity/ITU', 3]]), ACTION_LINE: new Map([['action-line/C5', 1]]) };
  expect(absence('ENTITY', itu, 'ACTION_LINE', c5, known({ untold }))).toEqual({
    state: 'UNKNOWN',
    reasons: [
      '3 contributions by ITU have no action line: they may belong here.',
      '1 contribution under C5 has no entity: it may belong here.',
    ],
  });
});

test('without a region something may also be told at the international level', () => {
  const untold = { ENTITY: new Map([['entity/ITU', 1]]) };
  expect(absence('REGION', header('region/africa'), 'ENTITY', itu, known({ untold })).reasons).toEqual([
    '1 contribution by ITU has no region: it may belong here, or is told at the international level.',
  ]);
});

test('of a cycle whose report was not read nothing is known; of one that was read, none is', () => {
  const what = known({ reports: [unread, read] });
  const cell = absence('ACTION_LINE', c5, 'CYCLE', header('2012'), what);
  expect(cell).toEqual({
    state: 'UNKNOWN',
    reasons: ['The report on 2012, R12, has not been read for contributions; only single inputs are known.'],
  });
  expect(absence('ACTION_LINE', c5, 'CYCLE', header('2020'), what).state).toBe('NONE');
  expect(absence('CYCLE', header('1999'), 'ACTION_LINE', c5, what)).toEqual({
    state: 'UNKNOWN',
    reasons: ['No annual report on 1999 is in the graph; only single inputs are known.'],
  });
  // Asked of some documents alone, the others do not matter.
  expect(absence('ACTION_LINE', c5, 'CYCLE', header('2012'), what, { documents: ['x'] }).state).toBe('NONE');
});

test('an entity outside a list that is whole is known to have none there, whatever else is not known', () => {
  const what = (state: 'SILENT' | 'NOT_LISTED' | 'NO_DATA' | 'CONTRIBUTED') =>
    known({
      reports: [read],
      coverage: new Map([[coverageKey('entity/ITU', 'report/R20'), state]]),
      untold: { ENTITY: new Map([['entity/ITU', 3]]) },
    });
  const sentence = 'The whole list of contributors to R20 is known, and International Telecommunication Union is not in it.';
  for (const state of ['SILENT', 'NOT_LISTED'] as const) {
    expect(absence('ENTITY', itu, 'CYCLE', header('2020'), what(state))).toEqual({ state: 'NONE', reasons: [sentence] });
    expect(absence('DOCUMENT', header('report/R20'), 'ENTITY', itu, what(state))).toEqual({ state: 'NONE', reasons: [sentence] });
  }
  expect(absence('ENTITY', itu, 'CYCLE', header('2020'), what('NO_DATA')).state).toBe('UNKNOWN');
  expect(absence('ENTITY', itu, 'CYCLE', header('2020'), what('CONTRIBUTED')).reasons[0]).toBe(
    'International Telecommunication Union contributed to R20, but nothing that it did is in the graph from there.',
  );
  expect(absence('ENTITY', itu, 'CYCLE', header('2020'), what('CONTRIBUTED'), { actionLines: ['C5'] }).reasons).toHaveLength(1);
});

test('a key under which the whole graph holds nothing was not read', () => {
  const anywhere = { ACTION_LINE: new Set(['action-line/C1']), ENTITY: new Set(['entity/ITU']) };
  expect(absence('ENTITY', itu, 'ACTION_LINE', c5, known({ anywhere }))).toEqual({
    state: 'UNKNOWN',
    reasons: ['The graph holds no contribution under C5 at all: nothing of it has been read.'],
  });
});

describe('the table', () => {
  const { question } = readQuestion({ rows: 'ENTITY', columns: 'CYCLE' });
  const cube: Cube = {
    rows: [itu, header('entity/x', { name: '=Formula', acronym: null })],
    columns: [header('2020'), header('2012')],
    cells: [{ row: 'entity/ITU', column: '2020', value: 7 }],
    total: 9,
    untagged: 5,
    untaggedContributions: {
      facets: [
        { axis: 'ENTITY', missing: 2, values: [] },
        { axis: 'CYCLE', missing: 4, values: [] },
      ],
    },
  };
  const answer: KnownAnswer = {
    completeness: {
      reports: [unread, read].map(({ contributionsKnown, ...report }) => ({
        contributionsKnown,
        report: { ...report, name: report.symbol, citationsRead: 'NONE' },
      })),
    },
    coverage: { rows: [{ state: 'SILENT', entity: { id: 'entity/x' }, report: { id: 'report/R20' } }] },
    everything: { facets: [{ axis: 'ENTITY', missing: 0, values: [{ key: 'entity/ITU', count: 7 }] }] },
  };

  test('has every cell, counts each sort, and tells what is untagged on which axis', () => {
    const { cells, counts, untagged, steps } = tableOf(question, cube, answer);
    expect(cells.map((row) => row.map((cell) => (typeof cell === 'number' ? cell : cell.state)))).toEqual([
      [7, 'UNKNOWN'],
      ['NONE', 'UNKNOWN'],
    ]);
    expect(counts).toEqual({ filled: 1, none: 1, unknown: 2 });
    expect(untagged).toEqual({ all: 5, noRow: 2, noColumn: 4, neither: 1 });
    expect(steps.at(-1)?.to).toBe(7);
  });

  test('without the answer on what is missing it says less, not more', () => {
    expect(tableOf(question, cube, undefined).counts).toEqual({ filled: 1, none: 3, unknown: 0 });
  });

  test('as CSV has a head, keys, names, totals, nothing where none is known and "no data" where nothing is', () => {
    expect(csvRows(tableOf(question, cube, answer))).toEqual([
      ['key', 'entity', '2020', '2012', 'total'],
      ['entity/ITU', 'ITU International Telecommunication Union', 7, 'no data', 1],
      ['entity/x', '=Formula', null, 'no data', 1],
      [null, 'total', 1, 1, 9],
    ]);
    expect(fileNameOf(question)).toBe('entities-by-cycle.csv');
  });

  test('a facet that is full says nothing of what is not in it', () => {
    const values = Array.from({ length: 100 }, (_, at) => ({ key: `entity/${at}`, count: 1 }));
    const full = {
      ...answer,
      completeness: { reports: [] },
      coverage: undefined,
      everything: { facets: [{ axis: 'ENTITY', missing: 0, values }] },
    };
    expect(tableOf(question, cube, full).counts.unknown).toBe(0);
  });
});

/** The table of a cube: every cell with its number or with what its emptiness means, ready to be drawn and to be taken away. */
import { type Absence, absenceOf, type CoverageState, coverageKey, type Known, type ReportKnown } from './absence.js';
import type { CsvCell } from './csv.js';
import { dimensionWords, type Header, nameOf } from './headers.js';
import type { Dimension, Question } from './question.js';
import { type Step, stepsOf } from './scale.js';

interface Facet {
  axis: string;
  missing: number;
  values: { key: string; count: number }[];
}

/** The cube as the API gives it. */
export interface Cube {
  rows: Header[];
  columns: Header[];
  cells: { row: string; column: string; value: number }[];
  total: number;
  untagged: number;
  untaggedContributions: { facets: Facet[] };
}

/** What the API tells of what is not in the graph, beside the cube. */
export interface KnownAnswer {
  completeness: {
    reports: {
      contributionsKnown: number;
      report: { id: string; name: string; symbol: string | null; cycle: number | null; citationsRead: string };
    }[];
  };
  coverage?: { rows: { state: CoverageState; entity: { id: string }; report: { id: string } }[] };
  everything: { facets: Facet[] };
}

/** A number, or why there is none. */
export type Cell = number | Absence;

export interface CubeTable {
  question: Question;
  rows: Header[];
  columns: Header[];
  /** by row, then column */
  cells: Cell[][];
  steps: Step[];
  total: number;
  untagged: Untagged;
  /** cells with a number, cells where none is known, cells of which nothing is known */
  counts: { filled: number; none: number; unknown: number };
}

/** Contributions that stand in no cell: without a row, without a column, without either. */
export interface Untagged {
  all: number;
  noRow: number;
  noColumn: number;
  neither: number;
}

/** The most values that a facet gives: with as many, that one is not among them says nothing. */
const greatestFacet = 100;

/** What is known beside the counts, from the two answers; the second may be missing, and then less is said. */
export function knownOf({ rows, columns }: Question, cube: Cube, answer: KnownAnswer | undefined): Known {
  const reports: ReportKnown[] =
    answer?.completeness.reports.map(({ report, contributionsKnown }) => ({
      id: report.id,
      symbol: report.symbol ?? report.name,
      cycle: report.cycle,
      contributionsKnown,
    })) ?? [];
  const anywhere: Known['anywhere'] = {};
  for (const { axis, values } of answer?.everything.facets ?? []) {
    if (values.length < greatestFacet) anywhere[axis as Dimension] = new Set(values.map(({ key }) => key));
  }
  const untold: Known['untold'] = {};
  for (const { axis, values } of cube.untaggedContributions.facets) {
    if (axis === rows || axis === columns) untold[axis] = new Map(values.map(({ key, count }) => [key, count]));
  }
  const coverage = new Map(answer?.coverage?.rows.map(({ state, entity, report }) => [coverageKey(entity.id, report.id), state]));
  return { reports, coverage, anywhere, untold };
}

export function tableOf(question: Question, cube: Cube, answer: KnownAnswer | undefined): CubeTable {
  const known = knownOf(question, cube, answer);
  const place = (row: string, column: string) => JSON.stringify([row, column]);
  const values = new Map(cube.cells.map(({ row, column, value }) => [place(row, column), value]));
  const counts = { filled: 0, none: 0, unknown: 0 };
  const cells = cube.rows.map((row) =>
    cube.columns.map((column): Cell => {
      const cell = values.get(place(row.key, column.key)) ?? absenceOf(question, row, column, known);
      counts[typeof cell === 'number' ? 'filled' : cell.state === 'NONE' ? 'none' : 'unknown']++;
      return cell;
    }),
  );
  const { rows, columns, total } = cube;
  const steps = stepsOf(cube.cells.map(({ value }) => value));
  return { question, rows, columns, cells, steps, total, untagged: untaggedOf(question, cube), counts };
}

function untaggedOf({ rows, columns }: Question, { untagged, untaggedContributions }: Cube): Untagged {
  const without = (axis: Dimension) => untaggedContributions.facets.find((facet) => facet.axis === axis)?.missing ?? 0;
  const [noRow, noColumn] = [without(rows), without(columns)];
  return { all: untagged, noRow, noColumn, neither: noRow + noColumn - untagged };
}

/** The table as rows for a CSV: key and name of each row, a column for each column, totals. A cell without a number is empty where none is known, "no data" where nothing is. */
export function csvRows({ question, rows, columns, cells, total }: CubeTable): CsvCell[][] {
  const [down, across] = [question.rows, question.columns];
  const told = (cell: Cell): CsvCell => (typeof cell === 'number' ? cell : cell.state === 'NONE' ? null : 'no data');
  return [
    ['key', dimensionWords[down][0], ...columns.map((column) => nameOf(column, across)), 'total'],
    ...rows.map((row, at) => [row.key, nameOf(row, down), ...(cells[at] ?? []).map(told), row.total]),
    [null, 'total', ...columns.map((column) => column.total), total],
  ];
}

/** "entities-by-action-line.csv". */
export const fileNameOf = ({ rows, columns }: Question): string =>
  `${dimensionWords[rows][1]}-by-${dimensionWords[columns][0]}.csv`.replaceAll(' ', '-');

/** What an empty cell means: that none is known, or that nothing can be known of it from what was read. No silence is passed off as a zero. */
import { count } from '../words.js';
import { dimensionWords, type Header, standingOf } from './headers.js';
import type { Dimension, Question } from './question.js';

/** What the API tells of an annual report. */
export interface ReportKnown {
  id: string;
  symbol: string;
  cycle: number | null;
  /** contributions of it that are in the graph; 0 where its text was not read */
  contributionsKnown: number;
}

export type CoverageState = 'CONTRIBUTED' | 'SILENT' | 'NOT_LISTED' | 'NO_DATA';

/** What is known beside the counts. Whatever was not asked for is empty, and then nothing is said of it. */
export interface Known {
  reports: readonly ReportKnown[];
  /** state of an entity and a report, by `coverageKey` */
  coverage: ReadonlyMap<string, CoverageState>;
  /** for each dimension the keys under which the whole graph holds anything; a dimension that is missing was not counted */
  anywhere: Partial<Record<Dimension, ReadonlySet<string>>>;
  /** contributions that stand under a key and have no tag on the other axis, by dimension and key */
  untold: Partial<Record<Dimension, ReadonlyMap<string, number>>>;
}

export const coverageKey = (entity: string, report: string): string => `${entity} ${report}`;

export interface Absence {
  /** NONE: nothing of what was read stands here. UNKNOWN: what was read cannot tell. */
  state: 'NONE' | 'UNKNOWN';
  /** why, in sentences */
  reasons: string[];
}

interface Side {
  dimension: Dimension;
  header: Header;
}

/** What the emptiness of the cell of a row and a column means. */
export function absenceOf({ rows, columns, filter }: Question, row: Header, column: Header, known: Known): Absence {
  const sides: [Side, Side] = [
    { dimension: rows, header: row },
    { dimension: columns, header: column },
  ];
  const unlisted = notInAList(sides, known);
  if (unlisted.length > 0) return { state: 'NONE', reasons: unlisted };
  const reasons = [
    ...sides.flatMap((side) => nowhere(side, known)),
    ...(filter.documents ? [] : sides.flatMap((side) => unread(side, known))),
    ...inTheListAlone(sides, filter, known),
    ...sides.flatMap((side, at) => untold(side, sides[1 - at] as Side, known)),
  ];
  return { state: reasons.length > 0 ? 'UNKNOWN' : 'NONE', reasons };
}

/** The whole graph holds nothing under the key: nothing of it was read. */
function nowhere({ dimension, header }: Side, { anywhere }: Known): string[] {
  const keys = anywhere[dimension];
  if (!keys || keys.has(header.key)) return [];
  return [`The graph holds no contribution ${standingOf(header, dimension)} at all: nothing of it has been read.`];
}

/** Of a cycle only single inputs are known, because nobody has read its report. */
function unread({ dimension, header }: Side, { reports }: Known): string[] {
  if (dimension !== 'CYCLE' || reports.length === 0) return [];
  const ofCycle = reports.filter(({ cycle }) => String(cycle) === header.key);
  if (ofCycle.some(({ contributionsKnown }) => contributionsKnown > 0)) return [];
  const symbols = ofCycle.map(({ symbol }) => symbol).join(' and ');
  if (!symbols) return [`No annual report on ${header.key} is in the graph; only single inputs are known.`];
  return [`The report on ${header.key}, ${symbols}, has not been read for contributions; only single inputs are known.`];
}

/** The entity and the reports that the two sides of a cell stand for, where they stand for such. */
function entityAndReports(sides: readonly Side[], { reports }: Known): { entity: Header; reports: readonly ReportKnown[] } | null {
  const entity = sides.find(({ dimension }) => dimension === 'ENTITY')?.header;
  const other = sides.find(({ dimension }) => dimension === 'CYCLE' || dimension === 'DOCUMENT');
  if (!entity || !other) return null;
  const { key } = other.header;
  return { entity, reports: reports.filter(({ id, cycle }) => (other.dimension === 'DOCUMENT' ? id === key : String(cycle) === key)) };
}

/** The whole list of contributors is known, and the entity is not in it. */
function notInAList(sides: readonly Side[], known: Known): string[] {
  const found = entityAndReports(sides, known);
  if (!found || found.reports.length === 0) return [];
  const { entity, reports } = found;
  const states = reports.map(({ id }) => known.coverage.get(coverageKey(entity.key, id)));
  if (!states.every((state) => state === 'SILENT' || state === 'NOT_LISTED')) return [];
  return reports.map(({ symbol }) => `The whole list of contributors to ${symbol} is known, and ${entity.label} is not in it.`);
}

/** The entity is in the list of contributors, but what it did is not in the graph. Under a filter by what was done, that is no news. */
function inTheListAlone(sides: readonly Side[], filter: Question['filter'], known: Known): string[] {
  const found = entityAndReports(sides, known);
  if (!found || filter.actionLines || filter.regions || filter.sdgs || filter.methods || filter.text) return [];
  const { entity, reports } = found;
  return reports
    .filter(({ id }) => known.coverage.get(coverageKey(entity.key, id)) === 'CONTRIBUTED')
    .map(({ symbol }) => `${entity.label} contributed to ${symbol}, but nothing that it did is in the graph from there.`);
}

/** Contributions under the key that have no tag on the other axis: they may belong here. */
function untold({ dimension, header }: Side, other: Side, known: Known): string[] {
  const number = known.untold[dimension]?.get(header.key) ?? 0;
  if (number === 0) return [];
  const [singular] = dimensionWords[other.dimension];
  const [has, they, are] = number === 1 ? ['has', 'it', 'is'] : ['have', 'they', 'are'];
  // No region is told also where something was done at the international level.
  const end = other.dimension === 'REGION' ? `, or ${are} told at the international level.` : '.';
  return [`${count(number, 'contribution')} ${standingOf(header, dimension)} ${has} no ${singular}: ${they} may belong here${end}`];
}

/** The words of coverage: its states and what each does not mean, how reports are named in little room, who has gone silent. */
import type { StateWords } from '../components/state-legend.js';
import type { Thing } from '../words.js';

export type CoverageState = 'CONTRIBUTED' | 'SILENT' | 'NOT_LISTED' | 'NO_DATA';
export type Reading = 'FULL' | 'PARTIAL' | 'NONE';

export type ListedEntity = Thing & { acronym: string | null };

export type CoverageReport = Thing & {
  symbol: string | null;
  series: string;
  cycle: number | null;
  cycleFrom: number | null;
  contributorList: Reading;
};

export interface CoverageRow {
  state: CoverageState;
  entity: ListedEntity;
  report: { id: string };
  lastContributedTo: { id: string } | null;
}

export interface CoverageAnswer {
  coverage: { counts: { state: CoverageState; count: number }[]; rows: CoverageRow[] };
}

export const states: Readonly<Record<CoverageState, StateWords>> = {
  CONTRIBUTED: {
    sign: 'check',
    tone: 'strong',
    word: 'contributed',
    meaning: 'It stands in the list of contributors of the report, or an input of its own is known.',
  },
  SILENT: {
    sign: 'cross',
    tone: 'danger',
    word: 'silent',
    meaning: 'The whole list is known and it is not in it; it contributed to another report.',
  },
  NOT_LISTED: {
    sign: 'dash',
    tone: 'plain',
    word: 'not listed',
    meaning: 'The whole list is known; it is not in it, nor in any other that is known.',
  },
  NO_DATA: {
    sign: 'unknown',
    tone: 'void',
    word: 'no data',
    meaning: 'The list is not known, or not all of it. Nothing can be said: this is not silence.',
  },
};

/** How much of a list of contributors is known. */
export const listWords: Readonly<Record<Reading, { sign: 'disc' | 'half' | 'ring'; word: string; short: string }>> = {
  FULL: { sign: 'disc', word: 'whole list known', short: 'whole' },
  PARTIAL: { sign: 'half', word: 'some contributors known', short: 'part' },
  NONE: { sign: 'ring', word: 'list not known', short: 'none' },
};

export const shortName = ({ acronym, name }: ListedEntity): string => acronym ?? name;

/** The half of a double symbol that the General Assembly gave: "A/76/64" of "A/76/64-E/2021/11". */
export const shortSymbol = ({ symbol, name }: { symbol: string | null; name: string }): string => symbol?.replace(/-E\/.*$/, '') ?? name;

/** The years that a report tells of: "2020", "2023–24"; "?" where that is not known. */
export function cycleOf({ cycle, cycleFrom }: { cycle: number | null; cycleFrom: number | null }): string {
  if (cycle === null) return '?';
  return cycleFrom !== null && cycleFrom < cycle ? `${cycleFrom}–${String(cycle).slice(-2)}` : String(cycle);
}

export interface GoneSilent {
  entity: ListedEntity;
  /** the last report to which it is known to have contributed */
  last: CoverageReport;
  /** reports after that whose whole list is known, newest first */
  silentIn: CoverageReport[];
}

const newestFirst = (one: CoverageReport, other: CoverageReport): number => (other.cycle ?? 0) - (one.cycle ?? 0);

/**
 * The entities that contributed once and are not in the newest list that is known whole, nor known to have contributed since.
 * Lists that are not known whole tell nothing of silence.
 */
export function goneSilent(rows: readonly CoverageRow[], reports: ReadonlyMap<string, CoverageReport>): GoneSilent[] {
  const full = [...new Set(rows.map(({ report }) => report.id))]
    .map((id) => reports.get(id))
    .filter((report): report is CoverageReport => report?.contributorList === 'FULL' && report.cycle !== null)
    .sort(newestFirst);
  const newest = full[0];
  if (!newest) return [];
  return rows.flatMap(({ state, entity, report, lastContributedTo }) => {
    const last = reports.get(lastContributedTo?.id ?? '');
    if (state !== 'SILENT' || report.id !== newest.id || !last || newestFirst(newest, last) > 0) return [];
    return [{ entity, last, silentIn: full.filter((later) => newestFirst(later, last) < 0) }];
  });
}

/** Ids in a parameter of the address. */
export const listOf = (text: string | undefined): string[] => text?.split(',').filter(Boolean) ?? [];

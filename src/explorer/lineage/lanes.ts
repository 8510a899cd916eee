/** The lanes of the picture, one for each body or family of documents, and what a document is called where room is short. */
import type { Paper } from './reach.js';

export type Lane = 'summit' | 'assembly' | 'council' | 'report' | 'outcome' | 'other';

/** From left to right: the head of each lane on two lines, and on one where room is short. */
export const lanes: Readonly<Record<Lane, { head: readonly [string, string]; short: string }>> = {
  summit: { head: ['General Assembly', 'Summit, ICT, science'], short: 'GA: Summit, ICT' },
  assembly: { head: ['General Assembly', 'other texts'], short: 'GA: other texts' },
  council: { head: ['ECOSOC', 'resolutions, decisions'], short: 'ECOSOC' },
  report: { head: ['Reports', 'of the follow-up'], short: 'Reports' },
  outcome: { head: ['The Summit', 'outcome documents'], short: 'Outcomes' },
  other: { head: ['Others', 'other bodies, papers'], short: 'Others' },
};

export const laneOrder = Object.keys(lanes) as readonly Lane[];

const ofTheSummit = /^GA_(ICT4D|STI|REVIEW)$/;

export function laneOf({ kind, body, family }: Pick<Paper, 'kind' | 'body' | 'family'>): Lane {
  if (kind === 'OUTCOME_DOCUMENT') return 'outcome';
  if (kind === 'REPORT') return 'report';
  if (kind !== 'RESOLUTION') return 'other';
  if (body === 'ECONOMIC_AND_SOCIAL_COUNCIL') return 'council';
  return ofTheSummit.test(family ?? '') ? 'summit' : 'assembly';
}

/** Families whose texts follow each other year by year, so that a run of them can be folded; what one is called. */
const runs: Readonly<Record<string, string>> = {
  GA_ICT4D: 'ICT for development',
  GA_STI: 'Science and technology',
  ECOSOC_WSIS: 'Follow-up to the Summit',
  ECOSOC_STI: 'Science and technology',
  WSIS_PROGRESS: 'Progress reports',
  CSTD_SESSION: 'Sessions of the CSTD',
};

/** The yearly family of a document; null where it belongs to none. */
export function familyOf({ family, series }: Pick<Paper, 'family' | 'series'>): string | null {
  const name = family ?? series;
  return name && name in runs ? name : null;
}

export const familyInWords = (family: string): string => runs[family] ?? family;

/** Words rather than a symbol, short enough for a picture. */
const isShortName = (name: string) => /[a-z]{3}/.test(name) && !name.includes('/') && name.length <= 44;

/** The title, or a short name where the title is long. */
function nameOf({ alternateNames, title }: Paper): string {
  const shortName = title.length > 32 ? alternateNames.find(isShortName) : undefined;
  return shortName && shortName.length < title.length ? shortName : title;
}

/** What it is cited by: its symbol; an outcome document, whose symbols few know, and what has none, by its short name or title. */
export const headOf = (paper: Paper): string => (paper.kind === 'OUTCOME_DOCUMENT' || !paper.symbol ? nameOf(paper) : paper.symbol);

/** The short name or title that stands beside the head; empty where nothing more is known. */
export function tailOf(paper: Paper): string {
  const head = headOf(paper);
  if (head !== paper.symbol) return paper.title.startsWith(head) ? '' : paper.title;
  const tail = nameOf(paper);
  return tail === head ? '' : tail;
}

export const yearOfPaper = ({ date }: Pick<Paper, 'date'>): number | null => (date ? Number(date.slice(0, 4)) : null);

/** Sorts newest first; what is known to the year alone comes after what is known to the day, undated last. */
export function byDate(one: Paper, two: Paper): number {
  const [first, second] = [one, two].map(({ date }) => (date ? date.padEnd(10, '-00') : ''));
  if (first === second) return headOf(one).localeCompare(headOf(two), 'en', { numeric: true });
  return (first ?? '') < (second ?? '') ? 1 : -1;
}

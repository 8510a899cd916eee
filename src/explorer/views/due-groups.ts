/** Asks by when they are due: the year, and within it the session or event. */
import type { Ask } from '../components/ask-list.js';

type Meeting = Ask['due'][number];

export interface DueMeeting {
  /** none for asks that name only the year */
  meeting?: Meeting;
  asks: Ask[];
}

export interface DueYear {
  /** none for asks that state no date */
  year: number | null;
  meetings: DueMeeting[];
}

/** Groups in the order in which their years come; within a year meetings by date, then what names none. An ask stands once, under its first meeting. */
export function groupByDue(asks: readonly Ask[]): DueYear[] {
  const years = new Map<number | null, Map<string, DueMeeting>>();
  for (const ask of asks) {
    const meetings = years.get(ask.dueYear) ?? new Map<string, DueMeeting>();
    years.set(ask.dueYear, meetings);
    const meeting = ask.due[0];
    const group = meetings.get(meeting?.id ?? '') ?? { meeting, asks: [] };
    meetings.set(meeting?.id ?? '', group);
    group.asks.push(ask);
  }
  const dateOf = ({ meeting }: DueMeeting) => (meeting ? (meeting.startDate ?? '9998') : '9999');
  return [...years].map(([year, meetings]) => ({
    year,
    meetings: [...meetings.values()].sort((one, other) => dateOf(one).localeCompare(dateOf(other))),
  }));
}

/** Which asks by their date. */
export type When = 'coming' | 'past' | 'dated' | 'all' | number;

/** The filter of the API for a time; `now` is the year in which we are. */
export function filterOf(when: When, now: number): { dueYears?: { from?: number; to?: number } } {
  if (typeof when === 'number') return { dueYears: { from: when, to: when } };
  if (when === 'coming') return { dueYears: { from: now } };
  if (when === 'past') return { dueYears: { to: now - 1 } };
  return when === 'dated' ? { dueYears: {} } : {};
}

/** What a parameter of the address says of the time; what is due from this year on where it says nothing, unless a meeting is chosen. */
export function whenOf(text: string | undefined, isMeetingChosen: boolean): When {
  if (text === 'coming' || text === 'past' || text === 'dated' || text === 'all') return text;
  if (text && /^\d{4}$/.test(text)) return Number(text);
  return isMeetingChosen ? 'all' : 'coming';
}

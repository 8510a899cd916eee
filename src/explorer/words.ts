/** The words in which the page speaks of what the API names: kinds, places in a text, dates. */

export type Kind =
  | 'ACTION_LINE'
  | 'SDG'
  | 'SDG_TARGET'
  | 'REGION'
  | 'ENTITY'
  | 'RESOLUTION'
  | 'REPORT'
  | 'OUTCOME_DOCUMENT'
  | 'OTHER_DOCUMENT'
  | 'SESSION'
  | 'EVENT'
  | 'CONTRIBUTION'
  | 'ASK';

/** Anything in the graph, as links and lists need it. */
export interface Thing {
  id: string;
  kind: Kind;
  name: string;
}

/** Each kind in the singular and the plural. */
export const kindWords: Readonly<Record<Kind, readonly [string, string]>> = {
  ACTION_LINE: ['action line', 'action lines'],
  SDG: ['goal', 'goals'],
  SDG_TARGET: ['target', 'targets'],
  REGION: ['region', 'regions'],
  ENTITY: ['entity', 'entities'],
  RESOLUTION: ['resolution', 'resolutions'],
  REPORT: ['report', 'reports'],
  OUTCOME_DOCUMENT: ['outcome document', 'outcome documents'],
  OTHER_DOCUMENT: ['document', 'other documents'],
  SESSION: ['session', 'sessions'],
  EVENT: ['event', 'events'],
  CONTRIBUTION: ['contribution', 'contributions'],
  ASK: ['ask', 'asks'],
};

/** "TAKES_NOTE_OF" as "takes note of". */
export const inWords = (name: string): string => name.toLowerCase().replaceAll('_', ' ');

/** A text with its first letter large. */
export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** "1 report", "1,024 reports". */
export function count(number: number, singular: string, plural = `${singular}s`): string {
  return `${number.toLocaleString('en')} ${number === 1 ? singular : plural}`;
}

const months = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];

/** A date of the precision that is known: "16 December 2015", "September 2010", "2010"; nothing where none is known. */
export function dateInWords(date: string | null | undefined): string {
  if (!date) return '';
  const [year, month, day] = date.split('-');
  return [day && String(Number(day)), month && months[Number(month) - 1], year].filter(Boolean).join(' ');
}

/** The year of a thing with any date; nothing where none is known. */
export function yearOf(thing: { date?: string | null; startDate?: string | null }): string {
  return (thing.date ?? thing.startDate ?? '').slice(0, 4);
}

/** A paragraph as it is cited: "para. 12", "preambular para. 3" for "PP3". */
export function paragraphInWords(paragraph: string): string {
  const preambular = /^PP(.+)$/.exec(paragraph)?.[1];
  return preambular ? `preambular para. ${preambular}` : `para. ${paragraph}`;
}

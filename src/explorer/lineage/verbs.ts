/** How the verb of a citation is drawn: the frequent ones each in a colour and a dash of their own, the rare ones alike. */

/** The looks of a citation; lineage.css gives each its colour and its dash. */
export type Style = 'recalls' | 'reaffirms' | 'reiterates' | 'takes-note-of' | 'notes' | 'welcomes' | 'cites' | 'other';

const own: Readonly<Record<string, Style>> = {
  RECALLS: 'recalls',
  REAFFIRMS: 'reaffirms',
  REITERATES: 'reiterates',
  TAKES_NOTE_OF: 'takes-note-of',
  NOTES: 'notes',
  WELCOMES: 'welcomes',
  CITES: 'cites',
};

/** In the order of the legend, and of the lines where several run side by side. */
export const styles: readonly Style[] = [...new Set(Object.values(own)), 'other'];

export const styleOf = (verb: string): Style => own[verb] ?? 'other';

export interface VerbCount {
  verb: string;
  style: Style;
  count: number;
}

/** The verbs of some citations with their numbers: those with a look of their own first, then the others by number. */
export function countVerbs(citations: readonly { verb: string }[]): VerbCount[] {
  const counts = new Map<string, number>();
  for (const { verb } of citations) counts.set(verb, (counts.get(verb) ?? 0) + 1);
  return [...counts]
    .map(([verb, count]) => ({ verb, style: styleOf(verb), count }))
    .sort((one, two) => styles.indexOf(one.style) - styles.indexOf(two.style) || two.count - one.count || one.verb.localeCompare(two.verb));
}

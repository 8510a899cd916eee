/** The contributors of an annual report: the list in its first footnote, or in the paragraph that speaks of it. */
import type { EntityFinder } from '../entities.js';
import type { ContributorFacts, Unresolved } from '../facts.js';
import type { Outline, Paragraph } from '../outline/outline.js';

export interface ContributorReading {
  /** in the order of the list, each entity once */
  contributors: readonly ContributorFacts[];
  /** names that the dataset does not have */
  unresolved: readonly Unresolved[];
}

/** How far into the report its list of contributors may stand. */
const lastParagraph = 6;
const lastFootnote = 5;
/** A list is read up to here; that of A/76/64 has some 1,500 characters. */
const longestList = 12_000;

const ofContributing =
  /\b(?:contribut\w{1,8}|inputs?|information|submissions?|submitted|responses?|responded|replies|replied|provided|received)\b/i;
/** "Contributions were received from the following 29 entities:", "Inputs were provided by". */
const introduction =
  /^[^;]{0,300}?\b(?:contribut\w{1,8}|inputs?|information|submissions?|submitted|responses?|responded|replies|replied|provided|received)\b[^;:]{0,200}?(?::|\b(?:from|by)(?: the following(?: [\w-]{1,20}){0,4}:?)?)\s+(?:the )?(?=[\p{Lu}])/u;
/** What ends no sentence although a stop stands behind it. */
const abbreviation = /(?:\b(?:Inc|Ltd|Co|Corp|St|Dr|Mr|Ms|No|vol|e\.g|i\.e)|\b\p{Lu})$/u;

/** The text up to the stop that ends its first sentence; a stop in brackets or behind an abbreviation ends none. */
function firstSentence(text: string): string {
  let depth = 0;
  for (let at = 0; at < text.length; at++) {
    const character = text.charAt(at);
    if (character === '(') depth++;
    else if (character === ')') depth = Math.max(0, depth - 1);
    else if (
      character === '.' &&
      depth === 0 &&
      /^(?:\s|$)/.test(text.slice(at + 1, at + 2)) &&
      !abbreviation.test(text.slice(Math.max(0, at - 6), at))
    )
      return text.slice(0, at);
  }
  return text;
}

/** "Economic Commission for Europe (ECE)" as name and acronym; the acronym may stand inside: "Internet Governance Forum (IGF) secretariat". */
export function splitAcronym(entry: string): { name: string; acronym: string | null } {
  const match = /\s?\(([\p{L}\p{N}][\p{L}\p{N} /&-]{0,28})\)/u.exec(entry);
  const acronym = match?.[1]?.trim() ?? null;
  if (!match || acronym === null || !/\p{Lu}/u.test(acronym)) return { name: entry, acronym: null };
  return { name: `${entry.slice(0, match.index)}${entry.slice(match.index + match[0].length)}`.trim(), acronym };
}

const cleaned = (entry: string): string =>
  entry
    .replace(/\s+/g, ' ')
    .replace(/^[\s,]*(?:and\s+)?(?:the\s+(?=\p{L}))?/iu, '')
    .replace(/[\s,.;:]{1,10}$/, '');

/** The entries of a list without semicolons: known names are kept whole, and what is left is cut at commas and "and". */
function entriesByComma(list: string, entities: EntityFinder): string[] {
  const entries: string[] = [];
  let from = 0;
  const rest = (text: string): void => {
    for (const piece of text.split(/,|\band\b/)) if (/\p{Lu}/u.test(piece)) entries.push(piece);
  };
  for (const mention of entities.find(list)) {
    const gap = list.slice(from, mention.from);
    if (gap.trim() !== '') rest(gap);
    entries.push(mention.printed);
    from = mention.to;
  }
  rest(list.slice(from));
  return entries;
}

function readEntry(entry: string, entities: EntityFinder): ContributorFacts[] {
  const whole = cleaned(entry);
  if (whole === '') return [];
  const { name, acronym } = splitAcronym(whole);
  const id = entities.lookUp(name, acronym);
  if (id !== null) return [{ id, name, acronym }];
  // Two names in one entry ("ESCAP and ESCWA") only where each is known.
  const halves = whole.split(/,? and |, /).map(cleaned);
  const known = halves.map((half) => ({ ...splitAcronym(half), id: entities.lookUp(splitAcronym(half).name, splitAcronym(half).acronym) }));
  if (halves.length > 1 && known.every((half) => half.id !== null)) return known;
  return [{ id: null, name, acronym }];
}

/** Reads a text as a list of contributors. Null when it is none: fewer than two names that the dataset has, or most unknown to it and nothing said of contributing. */
function readList(text: string, entities: EntityFinder, said: boolean): ContributorFacts[] | null {
  const begun = text.slice(0, longestList);
  const lead = introduction.exec(begun)?.[0] ?? '';
  const list = firstSentence(begun.slice(lead.length));
  const entries = list.includes(';') ? list.split(';') : entriesByComma(list, entities);
  const read = entries.flatMap((entry) => readEntry(entry, entities));
  const known = read.filter(({ id }) => id !== null).length;
  if (known < 2 || (known * 2 < read.length && !(said && list.includes(';')))) return null;
  const seen = new Set<string>();
  return read.filter(({ id, name }) => !seen.has(id ?? name) && seen.add(id ?? name));
}

/** The text of a footnote; one that was cut by a page and came in two pieces is one. */
function footnoteText(outline: Outline, note: number): string {
  const [first = '', second] = outline.footnotes.get(note) ?? [];
  return second !== undefined && first.includes(';') && !/\.\s*$/.test(first) ? `${first} ${second}` : first;
}

/** The part of a paragraph from the sentence that speaks of contributing on. */
function listInParagraph({ text }: Paragraph): string | null {
  const sentences = text.slice(0, longestList).split(/(?<=\.) (?=\p{Lu})/u);
  const index = sentences.findIndex((sentence) => introduction.test(sentence) && /[;,]/.test(sentence));
  return index < 0 ? null : (sentences[index] ?? null);
}

/** The contributors that a report lists; none when it has no list. A country or another name that the dataset has not is told as unresolved. */
export function readContributors(outline: Outline, entities: EntityFinder): ContributorReading {
  const opening = outline.paragraphs.slice(0, lastParagraph);
  const places = opening.flatMap((paragraph) => [
    ...paragraph.marks
      .filter(({ note }) => note <= lastFootnote)
      .map(({ note }) => ({
        text: footnoteText(outline, note),
        paragraph: paragraph.number,
        footnote: note as number | null,
        said: ofContributing.test(paragraph.text),
      })),
    { text: listInParagraph(paragraph) ?? '', paragraph: paragraph.number, footnote: null, said: true },
  ]);
  const unmarked = [...outline.footnotes.keys()]
    .filter((note) => note <= lastFootnote && !places.some(({ footnote }) => footnote === note))
    .map((note) => ({ text: footnoteText(outline, note), paragraph: null, footnote: note, said: note === 1 }));
  let best: { list: ContributorFacts[]; paragraph: string | null; footnote: number | null } | null = null;
  for (const { text, paragraph, footnote, said } of [...places, ...unmarked]) {
    const list = text === '' ? null : readList(text, entities, said);
    if (list && list.length > (best?.list.length ?? 2)) best = { list, paragraph, footnote };
  }
  if (!best) return { contributors: [], unresolved: [] };
  const { paragraph, footnote } = best;
  const contributors = best.list.map((each) => ({ ...each, paragraph, footnote }));
  const unresolved = contributors
    .filter(({ id }) => id === null)
    .map(({ name }) => ({ about: 'contributor', text: name.slice(0, 120), paragraph, reason: 'no entity of the dataset has this name' }));
  return { contributors, unresolved };
}

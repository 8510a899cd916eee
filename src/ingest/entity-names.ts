/** The spellings of a name: words as they are compared, and the forms in which running text prints the name of an entity. */
import { fold } from '../domain/text.js';

/** A word of a text that may belong to a name. */
export interface NameWord {
  /** as printed, without a possessive ending */
  printed: string;
  /** folded, American, plural ending gone: what two spellings have in common */
  stem: string;
  /** folded and American, the plural ending kept: compared at the end of a name, where Commissions are not a Commission */
  whole: string;
  from: number;
  /** offset behind the word and its possessive ending */
  to: number;
  /** offset behind the word without it */
  bare: number;
}

const wordPattern = /[\p{L}\p{N}]+(?:['’‘`]\p{L}+)?|&/gu;
const british: readonly [RegExp, string][] = [
  [/isation(s?)$/, 'ization$1'],
  [/^labour(s?)$/, 'labor$1'],
  [/^programme(s?)$/, 'program$1'],
  [/^centre(s?)$/, 'center$1'],
];
/** Compounds that are printed with a hyphen, with a space or as one word. */
const compounds = /\b(co|multi|inter|e|non)[-‐‑– ]?(?=operation|ordination|stakeholder|agency|governmental|commerce|government)/giu;

/** Words of more letters than this belong to no name. */
const longestWord = 40;

interface Forms {
  stem: string;
  whole: string;
}
const cache = new Map<string, Forms>();
const cacheLimit = 20_000;

/** The forms under which a word is compared. The same few thousand words come again and again, so they are kept. */
function formsOf(word: string): Forms {
  const known = cache.get(word);
  if (known) return known;
  let whole = word === '&' ? 'and' : fold(word).replace(/['’‘`]/g, '');
  for (const [pattern, replacement] of british) whole = whole.replace(pattern, replacement);
  const stem = whole.length > 4 && /[^s]s$/.test(whole) ? whole.slice(0, -1) : whole;
  if (cache.size >= cacheLimit) cache.clear();
  const forms = { stem, whole };
  cache.set(word, forms);
  return forms;
}

/** The words of a text, in order. A possessive ending ("UNESCO's") is told apart; an apostrophe inside a name ("Children's") is dropped from its stem. */
export function* nameWords(text: string): Generator<NameWord> {
  for (const match of text.matchAll(wordPattern)) {
    const word = match[0];
    const from = match.index;
    const to = from + word.length;
    if (word.length > longestWord) continue;
    const possessive = /['’‘`]s$/.test(word) ? 2 : 0;
    const printed = possessive ? word.slice(0, -possessive) : word;
    yield { printed, ...formsOf(printed), from, to, bare: to - possessive };
  }
}

/** Whether a word is compared in its exact case: it is no ordinary word (`UN`, `CEFACT`, `EuroDIG`, `A4AI`). */
export const isExact = (word: string): boolean => /\p{Lu}.*\p{Lu}|^\p{Lu}$/u.test(word) && !/^\p{Lu}\p{Ll}+$/u.test(word);

const small = new Set(['of', 'for', 'the', 'and', 'on', 'in', 'to', 'a', 'its']);

/** How many words of a name carry its meaning. */
export const weightOf = (name: string): number => [...nameWords(name)].filter(({ printed }) => !small.has(printed.toLowerCase())).length;

/** Another spelling of a name. `strict` ones are half a name and count only with their capitals. */
export interface Spelling {
  text: string;
  strict: boolean;
}

/**
 * The spellings of a name: with compounds joined and apart; the secretariat before and behind; and, where three words that say something are left,
 * without "United Nations" or "Office of the".
 */
export function spellingsOf(name: string): Spelling[] {
  const own = [name];
  const secretariat = /^(.{3,80}) secretariat$/i.exec(name)?.[1];
  if (secretariat) own.push(`secretariat of the ${secretariat}`, `secretariat of ${secretariat}`);
  const shorter = [
    name.replace(/\b(?:United Nations|UN) (?=\S)/, ''),
    name.replace(/ of the United Nations$/, ''),
    name.replace(/^(?:United Nations )?Office of the (?:United Nations )?/, ''),
  ].filter((form) => form !== name && weightOf(form) >= 3);
  const spellings = [...own.map((text) => ({ text, strict: false })), ...shorter.map((text) => ({ text, strict: true }))];
  return spellings.flatMap(({ text, strict }) =>
    [...new Set([text, text.replace(compounds, '$1'), text.replace(compounds, '$1-')])].map((form) => ({ text: form, strict })),
  );
}

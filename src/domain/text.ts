/** How text is folded, split into words and made sortable: one definition for the data, the stores and the search. */

/** Most texts; these have neither accents nor compatibility forms. */
const isAscii = /^[\0-\x7F]*$/;

/** Lower case without accents or compatibility forms: what two spellings of one name have in common. */
export function fold(text: string): string {
  if (isAscii.test(text)) return text.toLowerCase();
  return text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .normalize('NFC');
}

/** The distinct folded words (runs of letters and digits) of a text, in the order of first use. */
export function words(text: string): string[] {
  return [...new Set(fold(text).match(/[\p{L}\p{N}]+/gu) ?? [])];
}

/**
 * A folded key for sorting. Its order is the same by UTF-16 unit, as in JavaScript, and by code point, as in an index of Neo4j: the two differ
 * from U+D800 on, so what stands there is written as its number behind the last character below.
 */
export function sortKey(text: string): string {
  const number = (character: string) => (character.codePointAt(0) as number).toString(16).padStart(6, '0');
  return fold(text).replace(/[\u{D800}-\u{10FFFF}]/gu, (character) => `\uD7FF${number(character)}`);
}

/** A sort key in which runs of digits are padded, so that plain string order is the order a person expects: C2 before C10. */
export function naturalKey(text: string): string {
  return sortKey(text).replace(/\d+/g, (digits) => digits.padStart(8, '0'));
}

/** A key that sorts ISO dates, also of reduced precision, newest first; unknown dates come last. */
export function newestFirst(date: string | null | undefined): string {
  if (!date) return '~';
  return date.padEnd(10, '-').replace(/[\d-]/g, (c) => (c === '-' ? '~' : String(9 - Number(c))));
}

/** What is done to a text before it is read as a reference, and the one key under which spellings of a name meet. */
import { fold } from './text.js';

/** A reference of more UTF-16 units than this is refused unread: no name or symbol is so long. */
export const maximumReferenceLength = 300;

const slashes = /[\u2044\u2215\u29F8]/g;
const invisible = /\p{Cf}+/gu;

/** Cuts characters off both ends; written as a loop because `[…]+$` takes quadratic time on a hostile text. */
export function trim(text: string, characters: string): string {
  let start = 0;
  let end = text.length;
  while (start < end && characters.includes(text.charAt(start))) start++;
  while (end > start && characters.includes(text.charAt(end - 1))) end--;
  return text.slice(start, end);
}

/** The text with percent encoding undone, or as it is where that cannot be done. */
function decode(text: string): string {
  if (!/%[0-9a-f]{2}/i.test(text)) return text;
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

const wrappers = ['()', '[]', '<>', '«»', '“”', '""', "''", '‘’', '``'];

/**
 * A reference in plain form: percent encoding undone, full-width and other compatibility forms replaced, every dash and minus a hyphen, every
 * space one space, invisible characters, quotes and punctuation around it gone. Case is kept. Empty when it is over the limit.
 */
export function tidy(text: string): string {
  if (text.length > maximumReferenceLength) return '';
  let plain = decode(text)
    .normalize('NFKC')
    .replace(invisible, '')
    .replace(slashes, '/')
    .replace(/[\p{Pd}\u2212]/gu, '-')
    .replace(/[\p{Cc}\p{Z}]+/gu, ' ');
  if (plain.length > maximumReferenceLength) return '';
  plain = trim(plain, ' .,;:!?/');
  while (plain.length > 1 && wrappers.includes(plain.charAt(0) + plain.charAt(plain.length - 1)))
    plain = trim(plain.slice(1, -1), ' .,;:!?/');
  return plain;
}

/**
 * The key under which all spellings of one name meet: folded (case, accents, compatibility forms), apostrophes and invisible characters
 * dropped, `&` read as "and", and every run of anything but letters, digits, `/`, `.` and `+` one hyphen. So "UN Women", "un_women" and "UN–Women"
 * have one key. It does not read symbols: `a_res_70_125` is brought to A/RES/70/125 by the symbol parser first. Empty when nothing is left.
 */
export function foldKey(text: string): string {
  const plain = fold(text.replace(/&/g, ' and ').replace(slashes, '/'));
  return trim(plain.replace(/['’‘`]|\p{Cf}+/gu, '').replace(/[^\p{L}\p{N}/.+]+/gu, '-'), '-./');
}

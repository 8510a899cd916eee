/** What stands beside a mark, cut to the room there is. */
import type { Item } from './fold.js';
import { familyInWords, familyOf, headOf, tailOf, yearOfPaper } from './lanes.js';

/** The two sizes of type in the picture: symbols, and the titles beside or below them. */
export type Font = 'head' | 'tail';

/** The width of a text in pixels. */
export type Measure = (text: string, font: Font) => number;

export interface Words {
  head: string;
  tail: string;
  /** whether the tail has a line of its own */
  isTwoLines: boolean;
  /** whether the tail is the rest of the head */
  isHeadTwoLines?: boolean;
}

/** "2007–2023", "2023", or nothing where no year is known. */
export function yearsOf(texts: Item['texts']): string {
  const years = texts.map(yearOfPaper).filter((year) => year !== null);
  if (years.length === 0) return '';
  const [first, last] = [Math.min(...years), Math.max(...years)];
  return first === last ? `${first}` : `${first}–${last}`;
}

const countOf = ({ texts }: Item) => `${texts.length} texts`;

/** What an item is called in the picture, at full length. */
export function wordsOf(item: Item): Words {
  const { form, texts, ways } = item;
  const [text] = texts;
  if (form === 'text') {
    const tail = tailOf(text);
    // The titles of a yearly family are all alike: they need no line of their own.
    if (familyOf(text)) return { head: headOf(text), tail, isTwoLines: false };
    return { head: headOf(text), tail, isTwoLines: text.depth < 2 && (tail !== '' || !text.symbol || text.kind === 'OUTCOME_DOCUMENT') };
  }
  const head = [countOf(item), yearsOf(texts)].filter(Boolean).join(', ');
  if (form === 'run') return { head, tail: familyInWords(familyOf(text) ?? ''), isTwoLines: true };
  const verb = text.side === 'above' ? 'citing' : 'cited by';
  return { head, tail: `${verb} ${(ways ?? []).map(headOf).join(', ')}`, isTwoLines: true };
}

/** The text, or as many of its words as fit, with an ellipsis; nothing where not even some letters fit. */
export function fitted(text: string, width: number, font: Font, measure: Measure): string {
  if (measure(text, font) <= width) return text;
  let [fits, tooLong] = [0, text.length];
  while (tooLong - fits > 1) {
    const middle = (fits + tooLong) >> 1;
    if (measure(`${text.slice(0, middle).trimEnd()}…`, font) <= width) fits = middle;
    else tooLong = middle;
  }
  const cut = text.slice(0, fits);
  // Whole words where there are several; else whole letters: no half of a surrogate pair.
  const words = /[\s/(-]/.test(text.charAt(fits)) ? cut : (/^.*(?=[\s/(-])/s.exec(cut)?.[0] ?? '');
  const kept = (words.length > 2 ? words : cut.replace(/[\uD800-\uDBFF]$/, '')).trimEnd();
  return kept.length > 2 ? `${kept}…` : '';
}

/** Room between a symbol and the title on the same line. */
export const wordSpace = 7;

/** A name that stands in the place of a symbol goes on in the second line, where it has one. */
function wrapped(head: string, width: number, measure: Measure): [string, string] | undefined {
  const words = head.split(' ');
  let fits = words.length;
  while (fits > 0 && measure(words.slice(0, fits).join(' '), 'head') > width) fits--;
  return fits === 0 ? undefined : [words.slice(0, fits).join(' '), words.slice(fits).join(' ')];
}

const isName = ({ form, texts: [text] }: Item) => form === 'text' && headOf(text) !== text.symbol;

/** The words of an item cut to a width. */
export function fittedWords(item: Item, width: number, measure: Measure): Words {
  const { form } = item;
  const { head, tail, isTwoLines } = wordsOf(item);
  if (isTwoLines && isName(item) && measure(head, 'head') > width) {
    const [first, second] = wrapped(head, width, measure) ?? [];
    if (first && second) return { head: first, tail: fitted(second, width, 'head', measure), isTwoLines, isHeadTwoLines: true };
  }
  // A stack tells its years where there is room for them.
  const short = fitted(form !== 'text' && measure(head, 'head') > width ? countOf(item) : head, width, 'head', measure);
  const room = isTwoLines ? width : width - measure(short, 'head') - wordSpace;
  const fittedTail = tail && room > 24 ? fitted(tail, room, 'tail', measure) : '';
  // A few letters of a title tell nothing.
  const isTelling = fittedTail === tail || fittedTail.length > 8;
  return { head: short, tail: isTelling ? fittedTail : '', isTwoLines };
}

/** The width below which an item cannot be told: that of its symbol, or of half its name. */
export function leastWidth(item: Item, measure: Measure): number {
  const { head, isTwoLines } = wordsOf(item);
  if (item.form !== 'text') return measure(countOf(item), 'head');
  const width = measure(head, 'head');
  return isTwoLines && isName(item) ? width * 0.65 : width;
}

/** The width that an item would like. */
export function likedWidth(item: Item, measure: Measure): number {
  const { head, tail, isTwoLines } = wordsOf(item);
  const [first, second] = [measure(head, 'head'), measure(tail, 'tail')];
  return Math.ceil(isTwoLines ? Math.max(first, second) : tail ? first + wordSpace + second : first) + 1;
}

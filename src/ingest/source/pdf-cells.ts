/** Joins the pieces of a row to text, with spaces where they were drawn or there is room, and parts it where columns begin. */
import { superscripts } from './pages.js';
import { wordGap } from './pdf-text.js';

/** A piece of text as it stands on the page; lengths in points, from the left and from the bottom. */
export interface Piece {
  text: string;
  x: number;
  right: number;
  baseline: number;
  size: number;
  font: string;
  /** whether a space was drawn before it */
  spaced: boolean;
}

/** A piece in its row. */
export interface Placed extends Piece {
  /** whether it is a footnote mark */
  raised: boolean;
}

/** What stands together on a baseline. A row has several where columns or wide tabs part it. */
export interface Cell {
  text: string;
  x: number;
  right: number;
  baseline: number;
  /** of most of its letters */
  size: number;
  font: string;
}

/** The cells of one baseline, from left to right. */
export type Row = readonly Cell[];

/** In sizes of the type: what is a space, what parts columns, what ties a number to its text. */
const drawnSpace = 0.05;
const overprint = 0.1;
const columnGap = 3;
const enumeratorGap = 8;
const gutterGap = 1;
/** By which share one type is larger than another of a different kind; small capitals are nearer. */
const otherType = 1.5;
/** Fewer rows with room at the same place may be chance, or a table. */
const leastGutterRows = 12;
/** Points; a page that says it is wider is searched no farther. */
const widestPaper = 15_000;

/** `1.`, `II.`, `A.`, `(a)`, `•`: what a tab, however wide, ties to the text after it. */
const enumerator = /^(?:\d{1,3}\.|[IVXLC]{1,6}\.|[A-Z]\.|\(?[a-z]{1,4}\)|\(\d{1,3}\)|[•·▪–—-]|\*{1,4}|[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3})$/;

/** One form for what fonts and programs write in several: letters with accents, ligatures, hyphens, bullets. */
const plainText = (text: string): string =>
  text
    .normalize('NFC')
    .replace(/[\uFB00-\uFB06]/g, (ligature) => ligature.normalize('NFKC'))
    .replace(/[\u2010\u2011]/g, '-')
    .replace(/[\uF0A7\uF0B7\u25CF]/g, '•')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: fonts without a character map give control characters
    .replace(/[\u0000-\u0008\u000E-\u001F\u007F\u200B-\u200F\u202A-\u202E\u2060\uFEFF]/g, '')
    .replace(/\s+/g, ' ');

const onlyRaised = /^[⁰¹²³⁴⁵⁶⁷⁸⁹ ]+$/;
const raise = (digits: string): string => [...digits].map((digit) => superscripts[Number(digit)]).join('');

/** The value that most letters have. */
export function ofMost<T>(values: Iterable<readonly [T, number]>): T | undefined {
  const counts = new Map<T, number>();
  for (const [value, count] of values) counts.set(value, (counts.get(value) ?? 0) + count);
  let best: T | undefined;
  for (const [value, count] of counts) if (best === undefined || count > (counts.get(best) ?? 0)) best = value;
  return best;
}

/** Whether a space stands between two pieces: one was drawn, or there is as much room as one takes. */
function isApart(before: Placed, piece: Placed): boolean {
  const gap = (piece.x - before.right) / Math.max(before.size, piece.size);
  return gap > wordGap || (piece.spaced && gap > drawnSpace);
}

/** Bold type that the font lacks is sometimes drawn by printing twice. */
const isOverprint = (before: Placed, piece: Placed): boolean =>
  before.text === piece.text && Math.abs(piece.x - before.x) < overprint * piece.size;

/** The text of pieces in a row, from left to right. A mark is glued to the word before it; two marks stay two. */
function joinPieces(pieces: readonly Placed[]): string {
  let text = '';
  let before: Placed | null = null;
  for (const piece of pieces) {
    if (before && isOverprint(before, piece)) continue;
    const shown = piece.raised ? piece.text.replace(/\d+/g, raise).replace(/[,;]+/g, ' ') : plainText(piece.text);
    const afterMark = before?.raised === true && onlyRaised.test(text);
    const glued = before === null || (piece.raised && !before.raised) || !(isApart(before, piece) || (afterMark && !piece.raised));
    text += glued ? shown : ` ${shown}`;
    before = piece;
  }
  // Within a line a soft hyphen is one that must not break; at its end it says that the word goes on.
  return text
    .replace(/\s+/g, ' ')
    .replace(/\u00AD(?! ?$)/g, '-')
    .trim();
}

function cellOf(pieces: readonly Placed[]): Cell {
  const flat = pieces.filter(({ raised }) => !raised);
  const counted = flat.length > 0 ? flat : pieces;
  return {
    text: joinPieces(pieces),
    x: pieces[0]?.x ?? 0,
    right: pieces.reduce((most, { right }) => Math.max(most, right), 0),
    baseline: counted[0]?.baseline ?? 0,
    size: ofMost(counted.map(({ size, text }) => [Math.round(size * 4) / 4, text.length])) ?? 0,
    font: ofMost(counted.map(({ font, text }) => [font, text.length])) ?? '',
  };
}

/** The large name of a body ends close to the small type beside it in the head of a page; within a word (A/RES) there is no room. */
function isOtherType(before: Placed, next: Placed): boolean {
  const [small = 0, large = 0] = [before.size, next.size].sort((a, b) => a - b);
  const level = !before.raised && !next.raised && Math.abs(before.baseline - next.baseline) < 0.1 * small;
  return level && large >= otherType * small && next.x - before.right > wordGap * small;
}

/** Whether a column begins between two pieces: much room, unless a tab ties a number to its text; or the gutter of the page. */
function parts(open: readonly Placed[], next: Placed, gutter: number | null): boolean {
  const before = open.at(-1);
  if (!before) return false;
  const gap = (next.x - before.right) / Math.max(before.size, next.size);
  if (isOtherType(before, next)) return true;
  if (gutter !== null && gap >= gutterGap && before.right <= gutter && next.x >= gutter) return true;
  return gap > columnGap && !(gap < enumeratorGap && enumerator.test(joinPieces(open)));
}

/** The cells of a row whose pieces stand from left to right. */
export function cellsOf(pieces: readonly Placed[], gutter: number | null): Row {
  const cells: Cell[] = [];
  let open: Placed[] = [];
  for (const piece of pieces) {
    if (parts(open, piece, gutter)) {
      cells.push(cellOf(open));
      open = [];
    }
    open.push(piece);
  }
  if (open.length > 0) cells.push(cellOf(open));
  return cells.filter(({ text }) => text !== '');
}

/** Where two columns of running text part: an upright strip in the middle that many rows leave free, and hardly any crosses. */
export function gutterOf(rows: readonly (readonly Placed[])[], width: number): number | null {
  const free = new Uint32Array(Math.min(Math.ceil(width) + 1, widestPaper));
  const middle = (x: number): boolean => x > width * 0.35 && x < width * 0.65;
  for (const pieces of rows) {
    for (const [index, { x, size }] of pieces.entries()) {
      const before = pieces[index - 1];
      if (!before || x - before.right < gutterGap * size || enumerator.test(plainText(before.text).trim())) continue;
      for (let at = Math.ceil(before.right); at <= x && at < free.length; at++) if (middle(at)) free[at] = (free[at] ?? 0) + 1;
    }
  }
  const most = free.reduce((best, count) => Math.max(best, count), 0);
  const from = free.indexOf(most);
  const to = free.findIndex((count, index) => index > from && count < most);
  const at = (from + to) / 2;
  const crossed = rows.filter((pieces) => pieces.some(({ x, right }) => x < at && right > at)).length;
  return most >= leastGutterRows && crossed < most / 4 ? at : null;
}

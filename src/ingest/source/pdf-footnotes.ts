/** Tells the footnotes of a printed page from its text: small type at its end, under a short rule, each beginning with its number. */
import { type Footnote, superscripts } from './pages.js';
import type { BrokenWords } from './pdf-broken-words.js';
import type { Cell, Row } from './pdf-cells.js';

/** `_______________` */
const rule = /^[_‗—–-]{5,}$/;
const raisedStart = new RegExp(`^([${superscripts}]{1,3}) ?(.+)$`);
const plainStart = /^(\d{1,3})[.)]? (\D.*)$/;
const starStart = /^([*†‡]{1,4}) ?(.+)$/;
/** Notes are set smaller than the text by this share at least. */
const smaller = 0.95;

export const isRule = (row: Row): boolean => row.length === 1 && rule.test(row[0]?.text ?? '');
const plainNumber = (raised: string): number => Number([...raised].map((digit) => superscripts.indexOf(digit)).join(''));

/** Whether rows are set in small type, for the most part. */
function isSmall(rows: readonly Row[], bodySize: number): boolean {
  const cells = rows.flat();
  const letters = (some: readonly Cell[]): number => some.reduce((sum, { text }) => sum + text.length, 0);
  return letters(cells.filter(({ size }) => size < smaller * bodySize)) > 0.8 * letters(cells);
}

const beginsNote = ([cell]: Row): boolean => cell !== undefined && (raisedStart.test(cell.text) || starStart.test(cell.text));

/**
 * Where the notes of a page begin: after the last rule with small type under it, else at the first note in the small type that ends the page.
 *
 * @param open whether a note of an earlier page has no stop at its end, so that it may go on here
 */
function notesFrom(rows: readonly Row[], bodySize: number, open: boolean): { text: number; notes: number } {
  const ruleAt = rows.findLastIndex(isRule);
  const under = rows.slice(ruleAt + 1);
  const first = under[0];
  if (ruleAt >= 0 && first) {
    const begins = beginsNote(first) || plainStart.test(first[0]?.text ?? '');
    const raised = raisedStart.test(first[0]?.text ?? '') && under.length <= rows.length / 2;
    if (raised || ((begins || open) && isSmall(under, bodySize))) return { text: ruleAt, notes: ruleAt + 1 };
  }
  const small = rows.findLastIndex((row) => !isSmall([row], bodySize)) + 1;
  const at = rows.findIndex((row, index) => index >= small && beginsNote(row));
  return at > 0 && small > 0 ? { text: at, notes: at } : { text: rows.length, notes: rows.length };
}

/** Reads the notes of all pages in order, because a note may go on under the rule of the next page. */
export class FootnoteReader {
  private last: { number: number; text: string } | null = null;
  private number = 0;

  constructor(
    private readonly bodySize: number,
    private readonly words: BrokenWords,
  ) {}

  /** The rows of the text of the next page, and its footnotes; a note that goes on later grows in place. A note with a star has the number 0. */
  read(rows: readonly Row[]): { rows: readonly Row[]; footnotes: Footnote[] } {
    const { text, notes } = notesFrom(rows, this.bodySize, this.last !== null && !this.last.text.endsWith('.'));
    const footnotes: { number: number; text: string }[] = [];
    const raised = rows.slice(notes).some(([cell]) => raisedStart.test(cell?.text ?? ''));
    for (const { text: line } of rows.slice(notes).flat()) {
      const start = this.startOf(line, raised);
      if (start) {
        this.last = start;
        if (start.number > 0) this.number = start.number;
        footnotes.push(start);
      } else if (this.last) {
        this.last.text = this.words.join(this.last.text, line);
      }
    }
    return { rows: rows.slice(0, text), footnotes };
  }

  /** A note begins with a raised number; only where the page has none with a plain number that is the next one, or with a star. */
  private startOf(line: string, raised: boolean): { number: number; text: string } | null {
    const star = starStart.exec(line);
    if (star) return { number: 0, text: line };
    const [, digits = '', text = ''] = (raised ? raisedStart : plainStart).exec(line) ?? [];
    if (digits === '') return null;
    const number = raised ? plainNumber(digits) : Number(digits);
    const follows = raised ? number > this.number || number === 1 : number === this.number + 1 || number === 1 || this.number === 0;
    return follows ? { number, text } : null;
  }
}

/** Puts the pieces of text of a page into rows by their baselines; raised digits go to the row that they hang on. */
import { cellsOf, gutterOf, type Piece, type Placed, type Row } from './pdf-cells.js';

/** In sizes of the type: how far baselines of one row may differ, and how far small type is raised or lowered, and how small it is. */
const baselineSlack = 0.3;
const raisedLeast = 0.12;
const raisedMost = 0.8;
const loweredMost = 0.4;
const hangingSize = 0.85;

/** What may hang: a footnote mark, the end of an ordinal number. The same on the baseline is text like any other. */
const hanging = /^(?:[\d*†‡,;]{1,9}|st|nd|rd|th)$/;

interface OpenRow {
  baseline: number;
  size: number;
  pieces: Placed[];
}

/** The first row that lies at or under the height; rows are sorted from the top. */
function firstRowUnder(rows: readonly OpenRow[], height: number): number {
  let low = 0;
  let high = rows.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((rows[middle] as OpenRow).baseline > height) low = middle + 1;
    else high = middle;
  }
  return low;
}

function rowsByBaseline(pieces: readonly Piece[]): OpenRow[] {
  const rows: OpenRow[] = [];
  for (const piece of [...pieces].sort((a, b) => b.baseline - a.baseline)) {
    const row = rows.at(-1);
    if (row && row.baseline - piece.baseline <= baselineSlack * Math.min(row.size, piece.size))
      row.pieces.push({ ...piece, raised: false });
    else rows.push({ baseline: piece.baseline, size: piece.size, pieces: [{ ...piece, raised: false }] });
  }
  return rows;
}

/** How a small piece hangs on a row, beside a piece of which it is: after it, or before it as at the beginning of a footnote. */
function hangingOf(row: OpenRow, small: Piece): 'RAISED' | 'LOWERED' | null {
  const near = row.pieces.find(
    ({ x, right, size }) => Math.abs(small.x - right) < 0.6 * size || (small.x < x && x - small.right < 1.5 * size && x > small.right - 1),
  );
  if (!near || small.size > hangingSize * near.size) return null;
  const rise = (small.baseline - near.baseline) / near.size;
  if (rise >= raisedLeast && rise <= raisedMost) return 'RAISED';
  return rise < 0 && rise >= -loweredMost ? 'LOWERED' : null;
}

/** Puts a piece into the row that it hangs on, else into the row of its baseline, else into a new one. */
function placeHanging(rows: OpenRow[], piece: Piece): void {
  const from = firstRowUnder(rows, piece.baseline + piece.size);
  for (const row of rows.slice(from, from + 4)) {
    const how = hangingOf(row, piece);
    if (!how) continue;
    row.pieces.push({ ...piece, raised: how === 'RAISED' });
    return;
  }
  const at = firstRowUnder(rows, piece.baseline + baselineSlack * piece.size);
  const row = rows[at];
  if (row && Math.abs(row.baseline - piece.baseline) <= baselineSlack * Math.min(row.size, piece.size)) {
    row.pieces.push({ ...piece, raised: false });
  } else {
    rows.splice(at, 0, { baseline: piece.baseline, size: piece.size, pieces: [{ ...piece, raised: false }] });
  }
}

/** The rows of a page, from the top. */
export function rowsOf(pieces: readonly Piece[], width: number): Row[] {
  const printed = pieces.filter(({ text }) => text.trim() !== '');
  const mayHang = ({ text }: Piece): boolean => hanging.test(text);
  const rows = rowsByBaseline(printed.filter((piece) => !mayHang(piece)));
  for (const piece of printed.filter(mayHang)) placeHanging(rows, piece);
  for (const row of rows) row.pieces.sort((a, b) => a.x - b.x);
  const gutter = gutterOf(
    rows.map(({ pieces: placed }) => placed),
    width,
  );
  return rows.map((row) => cellsOf(row.pieces, gutter)).filter((row) => row.length > 0);
}

/** A short line drawn across the page. */
export interface Rule {
  x: number;
  right: number;
  baseline: number;
}

/** The rows with a row of underscores for each drawn line that stands by itself, as a printed one would be; a line that touches text underlines it. */
export function withRules(rows: readonly Row[], rules: readonly Rule[]): readonly Row[] {
  const alone = rules.filter(
    ({ baseline }) => !rows.some(([cell]) => cell !== undefined && cell.baseline > baseline - 2 && cell.baseline < baseline + 5),
  );
  const drawn = alone.map((rule): Row => [{ ...rule, text: '_____', size: 0, font: '' }]);
  return drawn.length === 0 ? rows : [...rows, ...drawn].sort(([a], [b]) => (b?.baseline ?? 0) - (a?.baseline ?? 0));
}

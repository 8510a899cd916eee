/** Brings the cells of a page into the order in which people read them: down the columns where there are two, else along the rows. */
import type { Cell, Row } from './pdf-cells.js';

/** Room between two rows over this share of the type size ends the columns. */
const farApart = 2.2;
/** Rows nearer than this share of it overlap. */
const overlap = 0.7;

const leftOf = (row: Row): number => row[0]?.x ?? 0;
const isPair = (row: Row): boolean => {
  const [left, right, more] = row;
  return left !== undefined && right !== undefined && more === undefined && Math.abs(left.size - right.size) < 0.1 * left.size;
};

interface Columns {
  left: Cell[];
  right: Cell[];
  /** how many rows have both */
  pairs: number;
  /** the row after them */
  end: number;
}

/** The two columns that begin at a row: cells of one size side by side, none of which crosses the strip between them. */
function columnsAt(rows: readonly Row[], start: number): Columns {
  const columns: Columns = { left: [], right: [], pairs: 0, end: start };
  let strip = { from: 0, to: Number.POSITIVE_INFINITY };
  let before: Cell | undefined;
  for (const row of rows.slice(start)) {
    const [first, second] = row;
    if (!first || row.length > 2 || (row.length === 2 && !isPair(row))) break;
    if (before && before.baseline - first.baseline > farApart * first.size) break;
    const isRight = row.length === 1 && leftOf(row) >= strip.to - 2;
    const from = isRight ? strip.from : Math.max(strip.from, first.right);
    const to = second ? Math.min(strip.to, second.x) : isRight ? Math.min(strip.to, first.x) : strip.to;
    if (to - from < first.size) break;
    strip = { from, to };
    (isRight ? columns.right : columns.left).push(first);
    if (second) {
      columns.right.push(second);
      columns.pairs++;
    }
    columns.end++;
    before = first;
  }
  return columns;
}

/** Columns whose lines do not stand level give rows that overlap; such rows are put side by side. */
function putBeside(rows: readonly Row[]): Row[] {
  const merged: Row[] = [];
  for (const row of rows) {
    const before = merged.at(-1);
    const [above, cell] = [before?.[0], row[0]];
    const single = before?.length === 1 && row.length === 1;
    if (above && cell && single && above.baseline - cell.baseline < overlap * Math.min(above.size, cell.size)) {
      const pair = above.x < cell.x ? [above, cell] : [cell, above];
      if ((pair[1]?.x ?? 0) - (pair[0]?.right ?? 0) > cell.size) {
        merged[merged.length - 1] = pair;
        continue;
      }
    }
    merged.push(row);
  }
  return merged;
}

/** The cells of a page in groups: those of one column, or of rows one under the other. */
export function inReadingOrder(printed: readonly Row[]): Cell[][] {
  const rows = putBeside(printed);
  const groups: Cell[][] = [];
  let plain: Cell[] = [];
  for (let at = 0; at < rows.length; ) {
    const row = rows[at] as Row;
    const columns = isPair(row) ? columnsAt(rows, at) : null;
    if (columns && columns.pairs > 1) {
      groups.push(plain, columns.left, columns.right);
      plain = [];
      at = columns.end;
    } else {
      plain.push(...row);
      at++;
    }
  }
  groups.push(plain);
  return groups.filter((group) => group.length > 0);
}

/** Tables as CSV: RFC 4180, and nothing in them that a spreadsheet would run. */

export type CsvCell = string | number | null;

/** A text that a spreadsheet would take for a formula gets an apostrophe before it; numbers are numbers. */
function guarded(cell: CsvCell): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return String(cell);
  return /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell;
}

const quoted = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

/** Rows as CSV, the first of them the head; lines end in CR LF, the last one too. */
export const toCsv = (rows: readonly (readonly CsvCell[])[]): string =>
  rows.map((row) => `${row.map((cell) => quoted(guarded(cell))).join(',')}\r\n`).join('');

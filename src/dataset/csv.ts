/** Splits the text of a CSV into records: commas, line ends, and cells in quotation marks. Strict: what could be read in two ways is a fault. */

/** Why the records from here on cannot be read. */
export class CsvFault extends Error {}

const unclosed = 'a quotation mark is opened in this row and never closed';
const afterQuote = 'after a closing quotation mark a comma or the end of the line must follow; write "" for a quotation mark in a cell';
const withinCell = 'a quotation mark stands within a cell that is not quoted; quote the whole cell and write "" for it';

/** The end of the quoted cell that begins at `start`, behind its last mark; -1 when it is not closed yet. */
function endOfQuoted(text: string, start: number): number {
  for (let at = text.indexOf('"', start + 1); at !== -1; at = text.indexOf('"', at + 2)) if (text[at + 1] !== '"') return at + 1;
  return -1;
}

/** The cells of a record without its line end; null when a quotation mark is still open. */
function cellsOf(record: string): string[] | null {
  const cells: string[] = [];
  for (let start = 0; ; ) {
    const quoted = record[start] === '"';
    const comma = record.indexOf(',', start);
    const end = quoted ? endOfQuoted(record, start) : comma === -1 ? record.length : comma;
    if (end === -1) return null;
    const cell = record.slice(start, end);
    if (quoted && end < record.length && record[end] !== ',') throw new CsvFault(afterQuote);
    if (!quoted && cell.includes('"')) throw new CsvFault(withinCell);
    cells.push(quoted ? cell.slice(1, -1).replaceAll('""', '"') : cell);
    if (end >= record.length) return cells;
    start = end + 1;
  }
}

/** Takes a text piece by piece and hands over its records. */
export class CsvReader {
  /** what was read of a record whose quotation mark is open, with its line ends */
  private open = '';

  /**
   * @param longest characters of the longest record: an open quotation mark swallows what follows, and would otherwise swallow the whole file
   * @param onRecord takes the cells of each record, and on how many lines it stands
   */
  constructor(
    private readonly longest: number,
    private readonly onRecord: (cells: string[], lines: number) => void,
  ) {}

  /** Reads whole lines; only the last piece may end without a line feed. */
  add(text: string): void {
    for (let start = 0; start < text.length; ) {
      const feed = text.indexOf('\n', start);
      const next = feed === -1 ? text.length : feed + 1;
      this.addLine(text.slice(start, next));
      start = next;
    }
  }

  end(): void {
    if (this.open !== '') throw new CsvFault(unclosed);
  }

  private addLine(line: string): void {
    const record = this.open + line;
    if (record.length > this.longest)
      throw new CsvFault(`the row is longer than ${this.longest} characters; is a quotation mark left open?`);
    // Nothing can close a cell but a mark; looking again at each line would take quadratic time.
    if (this.open !== '' && !line.includes('"')) {
      this.open = record;
      return;
    }
    const text = record.replace(/\r?\n$/, '');
    const cells = record.includes('"') ? cellsOf(text) : text.split(',');
    this.open = cells ? '' : record;
    if (cells) this.onRecord(cells, record === line ? 1 : text.split('\n').length);
  }
}

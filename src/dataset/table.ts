/** The rows of a CSV with their lines: one pass, strict quoting, cells in the order that the graph's table gives. */
import { type CsvError, parse } from 'csv-parse/sync';
import { type Problems, quoted } from './problems.js';

/** The longest row in bytes; an open quote swallows what follows, and would otherwise swallow the whole file. */
const longestRow = 1_000_000;

/** One row of a CSV. */
export interface TableRow {
  line: number;
  /** by the columns asked for; '' where the file has no such column */
  cells: readonly string[];
  /** false when it has too many or too few cells, so that what stands in them is not certain */
  whole: boolean;
}

const lineFeeds = (cells: readonly string[]): number =>
  cells.reduce((count, cell) => (cell.includes('\n') ? count + cell.split('\n').length - 1 : count), 0);

/** Where each expected column stands in the head, -1 where it does not; what is wrong with the head is reported. */
function readHead(head: readonly string[], columns: readonly string[], report: (message: string, column?: string) => void): number[] {
  head.forEach((name, index) => {
    if (!columns.includes(name)) report(`the column ${quoted(name)} is unknown; the columns are ${columns.join(', ')}`, name);
    else if (head.indexOf(name) !== index) report(`the column ${quoted(name)} stands twice`, name);
  });
  for (const column of columns) if (!head.includes(column)) report('the column is missing', column);
  return columns.map((column) => head.indexOf(column));
}

const faults: Readonly<Record<string, string>> = {
  CSV_QUOTE_NOT_CLOSED: 'a quotation mark is opened in this row and never closed',
  CSV_INVALID_CLOSING_QUOTE:
    'after a closing quotation mark a comma or the end of the line must follow; write "" for a quotation mark in a cell',
  INVALID_OPENING_QUOTE: 'a quotation mark stands within a cell that is not quoted; quote the whole cell and write "" for it',
  CSV_MAX_RECORD_SIZE: `the row is longer than ${longestRow} bytes; is a quotation mark left open?`,
};

/**
 * Reads a table and hands over its rows in order.
 *
 * @param columns the columns that the file must have, in the order in which cells are handed over
 * @returns false when it could not be read in full: not to its end, or not in all columns
 */
export function readTable(
  bytes: Buffer,
  file: string,
  columns: readonly string[],
  problems: Problems,
  onRow: (row: TableRow, missing: ReadonlySet<string>) => void,
): boolean {
  let line = 1;
  let width = 0;
  let places: number[] | null = null;
  let missing: ReadonlySet<string> = new Set();
  const onRecord = (record: string[]): null => {
    if (places === null) {
      places = readHead(record, columns, (message, column) => problems.add(file, 1, message, column));
      width = record.length;
      missing = new Set(columns.filter((_, index) => places?.[index] === -1));
    } else if (record.length === 1 && record[0] === '') {
      problems.add(file, line, 'the line is empty');
    } else {
      const whole = record.length === width;
      if (!whole) problems.add(file, line, `the row has ${record.length} cells, the head has ${width}`);
      onRow({ line, cells: places.map((place) => record[place] ?? ''), whole }, missing);
    }
    line += 1 + lineFeeds(record);
    return null;
  };
  try {
    // The count of cells is judged above, for every row; csv-parse would stop at the first.
    parse(bytes, { relax_column_count: true, record_delimiter: ['\r\n', '\n'], max_record_size: longestRow, on_record: onRecord });
  } catch (error) {
    const code = (error as CsvError).code;
    if (!(code in faults)) throw error;
    problems.add(file, line, `${faults[code]}; the rows from here on were not read`);
    return false;
  }
  return missing.size === 0;
}

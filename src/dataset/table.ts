/** The rows of a CSV with their lines: one pass, cells in the order that the graph's table gives. */
import { CsvFault, CsvReader } from './csv.js';
import { type Problems, quoted } from './problems.js';

/** The longest row in characters. */
const longestRow = 1_000_000;

/** One row of a CSV. */
export interface TableRow {
  line: number;
  /** by the columns asked for; '' where the file has no such column */
  cells: readonly string[];
  /** false when it has too many or too few cells, so that what stands in them is not certain */
  whole: boolean;
}

/** Where each expected column stands in the head, -1 where it does not; what is wrong with the head is reported. */
function readHead(head: readonly string[], columns: readonly string[], report: (message: string, column?: string) => void): number[] {
  head.forEach((name, index) => {
    if (!columns.includes(name)) report(`the column ${quoted(name)} is unknown; the columns are ${columns.join(', ')}`, name);
    else if (head.indexOf(name) !== index) report(`the column ${quoted(name)} stands twice`, name);
  });
  for (const column of columns) if (!head.includes(column)) report('the column is missing', column);
  return columns.map((column) => head.indexOf(column));
}

/** Reads the text of a table piece by piece and hands over its rows in order. */
export class TableReader {
  private line = 1;
  private width = 0;
  private places: readonly number[] | null = null;
  private missing: ReadonlySet<string> = new Set();
  private isBroken = false;
  private readonly csv = new CsvReader(longestRow, (cells, lines) => {
    this.onRecord(cells);
    this.line += lines;
  });

  /** @param columns the columns that the file must have, in the order in which cells are handed over */
  constructor(
    private readonly file: string,
    private readonly columns: readonly string[],
    private readonly problems: Problems,
    private readonly onRow: (row: TableRow, missing: ReadonlySet<string>) => void,
  ) {}

  /** Reads whole lines; only the last piece may end without a line feed. */
  add(text: string): void {
    this.read(() => this.csv.add(text));
  }

  /** @returns false when it could not be read in full: not to its end, or not in all columns */
  end(): boolean {
    this.read(() => this.csv.end());
    return !this.isBroken && this.missing.size === 0;
  }

  private read(step: () => void): void {
    if (this.isBroken) return;
    try {
      step();
    } catch (error) {
      if (!(error instanceof CsvFault)) throw error;
      this.problems.add(this.file, this.line, `${error.message}; the rows from here on were not read`);
      this.isBroken = true;
    }
  }

  private onRecord(record: readonly string[]): void {
    const { file, line, columns, problems, places } = this;
    if (places === null) {
      const found = readHead(record, columns, (message, column) => problems.add(file, 1, message, column));
      [this.places, this.width] = [found, record.length];
      this.missing = new Set(columns.filter((_, index) => found[index] === -1));
    } else if (record.length === 1 && record[0] === '') {
      problems.add(file, line, 'the line is empty');
    } else {
      const whole = record.length === this.width;
      if (!whole) problems.add(file, line, `the row has ${record.length} cells, the head has ${this.width}`);
      this.onRow({ line, cells: places.map((place) => record[place] ?? ''), whole }, this.missing);
    }
  }
}

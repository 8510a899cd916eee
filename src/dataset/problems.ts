/** Problems of a dataset: collected with their places, sorted, and printed one to a line. */

/** Something wrong in a dataset, and where. */
export interface Problem {
  /** the file, relative to the dataset directory: links/cites.csv */
  file: string;
  /** from 1; the head of a CSV is line 1; 1 also for the file as a whole */
  line: number;
  /** the column of a CSV by its name; the place in the line, from 1, for dataset.json */
  column?: string;
  /** what is wrong and what would be right */
  message: string;
}

/** Told for one file at most; a file of the wrong shape could otherwise fill the memory with problems. */
const mostForOneFile = 1000;

/** Collects problems while a dataset is read. */
export class Problems {
  private readonly list: Problem[] = [];
  private readonly counts = new Map<string, number>();

  add(file: string, line: number, message: string, column?: string): void {
    const count = (this.counts.get(file) ?? 0) + 1;
    this.counts.set(file, count);
    if (count <= mostForOneFile) this.list.push(column === undefined ? { file, line, message } : { file, line, column, message });
  }

  /** Whether a file has a problem. */
  has(file: string): boolean {
    return this.counts.has(file);
  }

  get none(): boolean {
    return this.list.length === 0;
  }

  /** All of them by file and line; problems of one line in the order in which they were found. */
  sorted(): Problem[] {
    const more: Problem[] = [];
    for (const [file, count] of this.counts) {
      const message = `${count - mostForOneFile} more problems in this file are not listed`;
      if (count > mostForOneFile) more.push({ file, line: Number.MAX_SAFE_INTEGER, message });
    }
    const byPlace = (a: Problem, b: Problem) => (a.file < b.file ? -1 : a.file > b.file ? 1 : a.line - b.line);
    const sorted = [...this.list, ...more].sort(byPlace);
    return sorted.map((problem) => (problem.line === Number.MAX_SAFE_INTEGER ? { ...problem, line: 1 } : problem));
  }
}

const visible = (text: string): string => text.replace(/[\p{C}\p{Zl}\p{Zp}]/gu, (c) => `\\u{${c.codePointAt(0)?.toString(16)}}`);

/** A text from the data as it stands in a message: in quotes, shortened, and with nothing that a terminal would act on. */
export function quoted(text: string): string {
  return `"${visible(text.length > 80 ? `${text.slice(0, 80)}…` : text)}"`;
}

/** The values that would be right, in the words of a sentence. */
export const oneOf = (values: readonly string[]): string => `one of ${values.join(', ')}`;

/** `file:line: column: message`; in dataset.json, where the column is a number, `file:line:column: message`. */
export function printProblem({ file, line, column, message }: Problem): string {
  const place = `${visible(file)}:${line}`;
  if (column === undefined) return `${place}: ${message}`;
  return /^\d+$/.test(column) ? `${place}:${column}: ${message}` : `${place}: ${visible(column)}: ${message}`;
}

/** Problems one to a line, at most `limit` of them and then how many were left out. */
export function printProblems(problems: readonly Problem[], limit = Number.POSITIVE_INFINITY): string {
  const lines = problems.slice(0, limit).map(printProblem);
  if (problems.length > limit) lines.push(`… and ${problems.length - limit} more`);
  return lines.join('\n');
}

/** Page furniture in a text that was taken from a PDF: running heads, job numbers and page numbers, by their form and place. */

/** `2/15`, the page and how many there are. */
const pageNumber = /^\d{1,3}\/\d{1,3}$/;
/** `25-20763`, `25-20763 (E)    161225`, `GE.08-50976`, `V.21-01234`: the number of the print job, alone on its line. */
const jobNumber = /^(?:[A-Z]{1,2}\.)?\d{2}-\d{5}(?: ?\([A-Z]\))?(?: {1,8}\d{6}){0,3}$/;
/** `*2520763*`, the bar code's number. */
const barCode = /^\*?\d{7,9}\*?$/;
/** A document symbol alone on its line, as the head of a page prints it. */
const symbolLine = /^[A-Z]{1,8}\/[A-Z0-9][A-Za-z0-9/.()*–−-]{1,60}(?: [A-Z])?$/;

export const isJobNumber = (line: string): boolean => jobNumber.test(line) || barCode.test(line);
export const isSymbolLine = (line: string): boolean => symbolLine.test(line);

/** The lines of a running head are few; more than this above a page number are text. */
const mostHeadLines = 8;

/**
 * Finds the furniture between two pages: the page number with the job number beside it, and the running head above them, set off by an empty line,
 * that holds the symbol. In a text that has no page numbers nothing is found.
 *
 * @param lines trimmed
 * @returns for each break the first line that belongs to it and the first one after it, in order
 */
export function findPageBreaks(lines: readonly string[]): { from: number; to: number }[] {
  const breaks: { from: number; to: number }[] = [];
  for (let at = 0; at < lines.length; at++) {
    if (!pageNumber.test(lines[at] ?? '')) continue;
    let to = at + 1;
    const below = nextText(lines, at + 1, 1);
    const above = nextText(lines, at - 1, -1);
    const jobBelow = below !== null && below - at <= 2 && jobNumber.test(lines[below] ?? '');
    const jobAbove = above !== null && at - above <= 2 && jobNumber.test(lines[above] ?? '');
    if (!jobBelow && !jobAbove) continue;
    if (jobBelow) to = below + 1;
    breaks.push({ from: headAbove(lines, jobAbove ? above : at, breaks.at(-1)?.to ?? 0), to });
  }
  return breaks;
}

/** The nearest line with text from `at` on, at most three lines away. */
function nextText(lines: readonly string[], at: number, step: 1 | -1): number | null {
  for (let line = at, seen = 0; line >= 0 && line < lines.length && seen < 3; line += step, seen++) if (lines[line]) return line;
  return null;
}

/** The first line of the running head above `at`: the block over it, if that holds a symbol; else only what is set in the form of furniture. */
function headAbove(lines: readonly string[], at: number, least: number): number {
  const last = nextText(lines, at - 1, -1);
  if (last === null || last < least) return at;
  let first = last;
  while (first > least && lines[first - 1] && last - first < mostHeadLines) first--;
  const block = lines.slice(first, last + 1);
  if (block.length <= mostHeadLines && block.some((line) => symbolLine.test(line))) return first;
  return at;
}

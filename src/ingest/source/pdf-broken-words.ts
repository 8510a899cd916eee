/** Mends words that were broken at the end of a printed line, where the document itself shows that they are one word. */
import { joinLines } from './join-lines.js';

const word = /\p{L}+(?:-\p{L}+)*/gu;
const brokenEnd = /(\p{L}+(?:-\p{L}+)*)-$/u;
const goingOn = /^\p{Ll}+/u;

/**
 * A soft hyphen at the end of a line is always a break. A plain one is one only if the word stands whole elsewhere in the document and nowhere with the
 * hyphen; else it stays: `non-` and `discriminatory`, `A/76/64-` and `E/2021/11` keep theirs.
 */
export class BrokenWords {
  private readonly known = new Set<string>();

  constructor(lines: Iterable<string>) {
    for (const line of lines) for (const [found] of line.matchAll(word)) this.known.add(found.toLowerCase());
  }

  /** The beginning of the word that ends the line broken, and what of it is hyphen only; null if the line ends with a whole word. */
  private brokenAt(before: string, after: string): { start: number; head: string } | null {
    if (!goingOn.test(after)) return null;
    if (before.endsWith('\u00AD')) {
      const start = before.lastIndexOf(' ') + 1;
      return { start, head: before.slice(start, -1) };
    }
    const [, head = ''] = brokenEnd.exec(before.slice(-60)) ?? [];
    const tail = goingOn.exec(after)?.[0] ?? '';
    const whole = (head + tail).toLowerCase();
    const compound = `${head}-${tail}`.toLowerCase();
    if (head === '' || !this.known.has(whole) || this.known.has(compound)) return null;
    return { start: before.length - head.length - 1, head };
  }

  /** Two lines as one. */
  join(before: string, after: string): string {
    const broken = this.brokenAt(before, after);
    if (broken) return before.slice(0, broken.start) + broken.head + after;
    return joinLines([before.replace(/\u00AD$/, '-'), after]);
  }

  /** The lines with broken words moved whole to the line on which they end. */
  mend(lines: readonly string[]): string[] {
    const mended = [...lines];
    for (const [index, line] of mended.entries()) {
      const after = mended[index + 1] ?? '';
      const broken = this.brokenAt(line, after);
      if (broken) {
        mended[index] = line.slice(0, broken.start).trimEnd();
        mended[index + 1] = broken.head + after;
      } else if (line.endsWith('\u00AD')) {
        mended[index] = line.replace(/\u00AD$/, '-');
      }
    }
    return mended;
  }
}

/** The outline of a document: head, preamble, numbered paragraphs, annexes, headings, and the footnotes tied to their places. */
import type { Where } from '../../domain/vocabulary.js';

/** Where a footnote hangs: at a place in the text of a paragraph. */
export interface Mark {
  /** offset in Paragraph.text */
  at: number;
  note: number;
}

export interface Paragraph {
  number: string | null;
  where: Where;
  annex: string | null;
  /** headings above it, outermost first, as printed with their numbers and codes: ["II. Implementation …", "A. Africa"] */
  section: readonly string[];
  /** on one line, without number and footnote marks */
  text: string;
  marks: readonly Mark[];
  /** its sub-paragraphs, by letter and lines */
  parts: readonly { letter: string; from: number; to: number }[];
  page: number;
  from: number;
  to: number;
}

export interface Outline {
  /** lines above the text, without furniture, in order */
  head: readonly string[];
  paragraphs: readonly Paragraph[];
  /** by number; a number that is used twice (annexes that begin anew) keeps both texts in order */
  footnotes: ReadonlyMap<number, readonly string[]>;
}

/** A document as it was read from a file, before anything is understood: pages of lines, with the footnotes told from the text. */

/** Superscript digits stand in the text where a footnote hangs: `Goals⁶`. */
export const superscripts = '⁰¹²³⁴⁵⁶⁷⁸⁹';

export interface Line {
  /** without line break; runs of spaces are one space. Empty between blocks: where the page leaves more room than between lines */
  text: string;
  /** from 1: of the file for text, counted over all pages for PDF */
  line: number;
}

export interface Footnote {
  /** as printed */
  number: number;
  text: string;
}

/** A page without its running head, foot and page number. A text that has no pages is one page. */
export interface Page {
  /** from 1 */
  number: number;
  lines: readonly Line[];
  footnotes: readonly Footnote[];
}

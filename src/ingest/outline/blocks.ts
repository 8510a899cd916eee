/** Lines into blocks: what belongs together as a paragraph, a heading or a line of the head, across page breaks and footnotes. */
import { joinLines } from '../source/join-lines.js';
import { type Page, superscripts } from '../source/pages.js';

export interface Block {
  /** on one line, without the number or letter */
  text: string;
  /** as they were printed */
  lines: string[];
  page: number;
  from: number;
  to: number;
  /** of the paragraph, where the block begins with one: "12" */
  number: string | null;
  /** of the sub-paragraph, where the block begins with one: "a" */
  letter: string | null;
}

/** Over this the lines are paragraphs, not cut to the width of a page. */
const longestPrintedLine = 220;

const numberStart = /^(\d{1,3})\.(?: (\D.*|\d.*)?)?$/;
const letterStart = /^\(([a-z]{1,6})\)(?: (.*))?$/;
/** A line that stands for itself, wherever it is. */
const alone =
  /^(?:#.{0,2000}|Annex(?: [IVX]{1,5})?|\d{1,3}(?:st|nd|rd|th) (?:plenary )?meeting|The General Assembly,?|The Economic and Social Council,?|\[[^\]]{3,300}\]|Resolution adopted by the .{5,80}|Report of the Secretary-General)$/;
/** What the first clause of a preamble begins with: `Recalling`, `Guided by`, `Deeply concerned`. */
export const preambleStart =
  /^(?:[A-Z][a-z]{2,14}ing\b|(?:[A-Z][a-z]{2,12}ly|Also|Further) (?:[a-z]{3,14}(?:ing|ed|ful|ous)|aware|cognizant)\b|Guided by\b|Aware\b|Mindful\b|Convinced\b|Conscious\b|Concerned\b|Cognizant\b|Alarmed\b|Desirous\b|Determined\b|Resolved\b|Inspired by\b|Encouraged by\b|Pursuant to\b)/;

const unmarked = (text: string): string => text.replace(new RegExp(`(?<![${superscripts}])[${superscripts}]+$`), '').trim();

/** A block while its lines are gathered. */
interface OpenBlock extends Omit<Block, 'text'> {
  /** its first line without number or letter */
  opening: string;
  /** of the text so far */
  length: number;
}

/** Whether a block that ended a page, or stood before a footnote, goes on in the next one. */
function goesOn({ lines, number, length }: OpenBlock, after: string): boolean {
  if (number === null && length <= 60) return false;
  const end = unmarked(lines.at(-1) ?? '');
  if (/[.;:?!]["”’)]?$/.test(end) || alone.test(end)) return false;
  if (/,$/.test(end) && preambleStart.test(after)) return false;
  return /^\p{Ll}/u.test(after) || length > 60 || /,$/.test(end);
}

function begin(text: string, page: number, line: number): OpenBlock {
  const [, number, ofNumber = ''] = numberStart.exec(text) ?? [];
  const [, letter, ofLetter = ''] = (!number && letterStart.exec(text)) || [];
  const opening = number ? ofNumber : letter ? ofLetter : text;
  return { lines: [text], opening, length: opening.length, page, from: line, to: line, number: number ?? null, letter: letter ?? null };
}

/** The blocks of a document, in order. A number or letter counts as a start by its form alone; whether it is one the outline decides. */
export function blocksOf(pages: readonly Page[]): Block[] {
  const printed = pages.flatMap((page) => page.lines.filter(({ text }) => text !== '' && !text.startsWith('#')));
  const wide = printed.filter(({ text }) => text.length > longestPrintedLine).length > printed.length / 20;
  const blocks: OpenBlock[] = [];
  for (const page of pages) {
    let open: OpenBlock | null = null;
    let top = true;
    for (const { text, line } of page.lines) {
      if (text === '') {
        open = null;
        top = false;
        continue;
      }
      const begins = numberStart.test(text) || letterStart.test(text) || alone.test(text);
      const last: OpenBlock | undefined = blocks.at(-1);
      const before: OpenBlock | null = top && last && !begins && goesOn(last, text) ? last : wide || begins ? null : open;
      if (before && !(before.lines.length === 1 && alone.test(before.opening))) {
        before.lines.push(text);
        before.length += text.length;
        before.to = line;
        open = before;
      } else {
        open = begin(text, page.number, line);
        blocks.push(open);
      }
      top = false;
    }
  }
  return blocks.map(({ opening, length, ...block }) => ({ ...block, text: joinLines([opening, ...block.lines.slice(1)]) }));
}

/** From the pages of one document to what it states: the one way through structure, citations, asks and, for a report, contributions. */

import { ErrorCode, PublicError } from '../errors.js';
import { readAsks } from './asks.js';
import { CitationReader } from './citations.js';
import type { DocumentReading, ParagraphFacts } from './facts.js';
import { formOf, readDocumentFacts } from './families.js';
import type { Knowledge } from './knowledge.js';
import { buildOutline } from './outline/build-outline.js';
import type { Outline, Paragraph } from './outline/outline.js';
import { readContributors } from './report/contributors.js';
import { readContributions } from './report/secretary-general-report.js';
import type { Page } from './source/pages.js';

const factsOf = ({ number, where, annex, page, from, to, parts }: Paragraph): ParagraphFacts => ({
  number,
  where,
  annex,
  page,
  from,
  to,
  parts,
});

/** Whether the footnotes are there. A text whose marks hang in the air, or that has none at all, lost them; a text of the family without any is rare. */
const footnotesRead = (outline: Outline): boolean => outline.footnotes.size > 0;

/** The longest real paragraph has some 20,000 characters (recommendations in sixty sub-paragraphs); grammar costs more than a line for each of them. */
const longestParagraph = 60_000;
const mostMarks = 500;

/** Refuses a text whose paragraphs no document has: lines that lost their breaks, or a text made to cost much. */
function checkLengths({ paragraphs, footnotes }: Outline): void {
  const texts = [...paragraphs.map(({ text }) => text), ...[...footnotes.values()].flat()];
  const longest = texts.reduce((most, text) => Math.max(most, text.length), 0);
  const marks = paragraphs.reduce((most, paragraph) => Math.max(most, paragraph.marks.length), 0);
  if (longest <= longestParagraph && marks <= mostMarks) return;
  throw new PublicError(
    ErrorCode.UNREADABLE_DOCUMENT,
    longest > longestParagraph
      ? `one paragraph has ${longest} characters, over the limit of ${longestParagraph}; the breaks between paragraphs are lost: take the text anew`
      : `one paragraph has ${marks} marks of footnotes, over the limit of ${mostMarks}; take the text anew`,
  );
}

/**
 * Reads one document.
 *
 * @throws PublicError UNKNOWN_DOCUMENT when it is of no family that `ingest` knows; UNREADABLE_DOCUMENT when a paragraph is longer than any can be
 */
export function readDocument(pages: readonly Page[], knowledge: Knowledge): DocumentReading {
  const document = readDocumentFacts(pages, knowledge);
  const outline = buildOutline(pages, formOf[document.kind]);
  checkLengths(outline);
  const citations = new CitationReader(outline, document, knowledge);
  const report = document.kind === 'SECRETARY_GENERAL_REPORT';
  const contributors = report ? readContributors(outline, knowledge.entities) : { contributors: [], unresolved: [] };
  const contributions = report ? readContributions(outline, knowledge.entities, knowledge.sections) : { contributions: [], unresolved: [] };
  return {
    document,
    footnotesRead: footnotesRead(outline),
    paragraphs: outline.paragraphs.map(factsOf),
    citations: citations.read(),
    asks: formOf[document.kind] === 'ACT' ? readAsks(outline, document, knowledge) : [],
    contributors: contributors.contributors,
    contributions: contributions.contributions,
    unresolved: [...citations.unresolved, ...contributors.unresolved, ...contributions.unresolved],
  };
}

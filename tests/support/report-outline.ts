/** Outlines of invented reports made by hand: one paragraph under the headings that a test needs. */
import type { Outline, Paragraph } from '../../src/ingest/outline/outline.js';

interface Parts {
  number?: string;
  section?: readonly string[];
  /** texts of the footnotes 1, 2, … that hang at its end; several texts of one were cut by a page */
  notes?: readonly (readonly string[])[];
}

const international = 'III. Implementation and follow-up at the international level';

export const paragraph = (text: string, { number = '1', section = [international], notes = [] }: Parts = {}): Paragraph => ({
  number,
  where: 'BODY',
  annex: null,
  section,
  text,
  marks: notes.map((_, index) => ({ at: text.length, note: index + 1 })),
  parts: [],
  page: 1,
  from: 1,
  to: 1,
});

export const outlineOfParagraphs = (...paragraphs: readonly Paragraph[]): Outline => ({ head: [], paragraphs, footnotes: new Map() });

export const oneParagraph = (text: string, parts: Parts = {}): Outline => ({
  head: [],
  paragraphs: [paragraph(text, parts)],
  footnotes: new Map((parts.notes ?? []).map((texts, index) => [index + 1, texts])),
});

/** What the tests of `ingest` share: invented documents, and the knowledge of a dataset to read them with. */
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { loadDataset } from '../../src/dataset/read-dataset.js';
import type { AskFacts, CitationFacts, DocumentReading } from '../../src/ingest/facts.js';
import { readDocument } from '../../src/ingest/ingest.js';
import { type Knowledge, makeKnowledge } from '../../src/ingest/knowledge.js';
import { buildOutline, type OutlineForm } from '../../src/ingest/outline/build-outline.js';
import type { Outline } from '../../src/ingest/outline/outline.js';
import { pagesOfText } from '../../src/ingest/source/text-pages.js';
import { link, node } from './small-dataset.js';

const directory = resolve(__dirname, '..', 'fixtures', 'ingest');

/** An invented document of tests/fixtures/ingest. */
export const invented = (name: string): string => readFileSync(join(directory, `${name}.txt`), 'utf8');

const documentNode = (symbol: string, alternateNames: string[], date: string, title: string | null = null) =>
  node('RESOLUTION', symbol, { symbol, date, title, alternateNames, body: 'GENERAL_ASSEMBLY', form: 'RESOLUTION', family: 'GA_CONTEXT' });
const entity = (id: string, name: string, acronym: string | null = null) =>
  node('ENTITY', id, { name, acronym, category: 'UN_SPECIALISED_AGENCY', unSystem: true });
const sessionReport = (year: number) =>
  node('REPORT', `E/${year}/31-E/CN.16/${year}/4`, { symbol: `E/${year}/31-E/CN.16/${year}/4`, series: 'CSTD_SESSION', date: `${year}` });

/** The few things of a dataset that the tests of citations and asks need; the names are real, the dates of sessions too. */
export const handful: Knowledge = makeKnowledge(
  [
    entity('CSTD', 'Commission on Science and Technology for Development', 'CSTD'),
    entity('ECOSOC', 'Economic and Social Council', 'ECOSOC'),
    entity('General-Assembly', 'General Assembly'),
    entity('IGF', 'Internet Governance Forum', 'IGF'),
    entity('ITU', 'International Telecommunication Union', 'ITU'),
    entity('Secretary-General', 'Secretary-General of the United Nations'),
    entity('UN-Regional-Commissions', 'United Nations Regional Commissions'),
    entity('UN-System', 'United Nations system'),
    entity('UNCTAD', 'United Nations Conference on Trade and Development', 'UNCTAD'),
    entity('UNESCO', 'United Nations Educational, Scientific and Cultural Organization', 'UNESCO'),
    entity('UNGIS', 'United Nations Group on the Information Society', 'UNGIS'),
    documentNode('A/RES/70/1', ['2030 Agenda for Sustainable Development', '2030 Agenda'], '2015-09-25'),
    documentNode('A/RES/69/313', ['Addis Ababa Action Agenda'], '2015-07-27'),
    documentNode('A/RES/79/323', ['Sevilla Commitment'], '2025-08-25'),
    sessionReport(2020),
    sessionReport(2021),
    node('SESSION', 'CSTD-23', { number: 23, startDate: '2020-06-10' }),
    node('SESSION', 'CSTD-24', { number: 24, startDate: '2021-05-17' }),
    node('OTHER_DOCUMENT', 'A/C.2/98/L.5', { symbol: 'A/C.2/98/L.5', type: 'draft' }),
    documentNode('A/RES/98/5', [], '2043-12-20'),
  ],
  [
    link('ISSUED', 'session/CSTD-23', 'report/E/2020/31-E/CN.16/2020/4'),
    link('ISSUED', 'session/CSTD-24', 'report/E/2021/31-E/CN.16/2021/4'),
    link('DRAFT_OF', 'other-document/A/C.2/98/L.5', 'resolution/A/RES/98/5'),
  ],
);

/** The knowledge of the dataset in seed/. */
export async function seedKnowledge(): Promise<Knowledge> {
  const { nodes, links } = await loadDataset(resolve(__dirname, '..', '..', 'seed'));
  return makeKnowledge(nodes, links);
}

export const outlineOf = (text: string, form: OutlineForm = 'ACT'): Outline => buildOutline(pagesOfText(text), form);
export const readingOf = (text: string, knowledge: Knowledge = handful): DocumentReading => readDocument(pagesOfText(text), knowledge);

interface Parts {
  body?: 'General Assembly' | 'Economic and Social Council';
  number?: string;
  date?: string;
  /** under the title, in brackets */
  brackets?: string;
  /** a clause a line */
  preamble?: readonly string[];
  /** numbered from 1 */
  operative?: readonly string[];
  /** texts of footnotes, numbered from 1; their marks are raised digits */
  notes?: readonly string[];
  /** what stands behind the closing lines */
  annex?: string;
}

/** A resolution of the printed form, a block a paragraph, from its parts. Its own number is of a session that never was. */
export function resolution({ body = 'General Assembly', date = '20 December 2025', ...parts }: Parts): string {
  const number = parts.number ?? (body === 'General Assembly' ? '99/999' : '2099/99');
  const notes = (parts.notes ?? []).map((text, index) => `${index + 1} ${text}`);
  return [
    `Resolution adopted by the ${body} on ${date}`,
    parts.brackets,
    `${number}. Invented paragraphs for the tests`,
    `The ${body},`,
    ...(parts.preamble ?? ['Recalling that nothing of this was ever adopted,']),
    ...(parts.operative ?? []).map((text, index) => `${index + 1}. ${text}`),
    `99th plenary meeting ${date}`,
    parts.annex,
    notes.length > 0 ? `_______________\n\n${notes.join('\n\n')}` : undefined,
  ]
    .filter((part) => part !== undefined)
    .join('\n\n');
}

/** A citation on one line: `RECALLS A/RES/70/1 PP1`, `REAFFIRMS E/RES/2006/46 3 note 2 in FOOTNOTE`. */
export const printCitation = ({ to, verb, paragraph, footnote, where, annex }: CitationFacts): string =>
  [
    verb,
    to,
    paragraph ?? where,
    annex && `of annex ${annex}`,
    footnote !== null && `note ${footnote}`,
    footnote !== null && where !== 'FOOTNOTE' && 'named',
  ]
    .filter(Boolean)
    .join(' ');

export const citationsOf = (text: string, knowledge: Knowledge = handful): string[] =>
  readingOf(text, knowledge).citations.map(printCitation);

/** An ask on one line: `1 REQUESTS CSTD+Secretary-General COMMISSION,SECRETARY_GENERAL at session/CSTD-27 in 2024`. */
export const printAsk = ({ paragraph, annex, verb, addressees, classes, dueAt, dueYear }: AskFacts): string =>
  [
    annex && `annex ${annex}`,
    paragraph,
    verb,
    addressees.map((id) => id.replace('entity/', '')).join('+'),
    classes.join(','),
    dueAt && `at ${dueAt.replace('session/', '')}`,
    dueYear && `in ${dueYear}`,
  ]
    .filter(Boolean)
    .join(' ');

export const asksOf = (text: string, knowledge: Knowledge = handful): string[] => readingOf(text, knowledge).asks.map(printAsk);

/** What `ingest` knows from the dataset when it reads a document: documents by symbol and by name, sessions and their reports, entities. */
import type { LinkRecord, NodeRecord } from '../domain/records.js';
import { keysOfNode } from '../domain/reference.js';
import { canonicalSymbol, symbolKeys } from '../domain/symbol.js';
import { foldKey } from '../domain/tidy.js';
import { documentKinds, type Kind } from '../domain/vocabulary.js';
import { type EntityFinder, makeEntityFinder } from './entities.js';
import { makeSectionReader, type SectionReader } from './report/section-tags.js';

/** A proper name under which texts cite a document without its number. */
export interface DocumentName {
  /** as the dataset has it: "Addis Ababa Action Agenda" */
  name: string;
  symbol: string;
  /** of the document, ISO 8601; a text cannot name what is younger than itself */
  date: string | null;
}

export interface Knowledge {
  entities: EntityFinder;
  /** action lines and regions by the words of headings */
  sections: SectionReader;
  names: readonly DocumentName[];
  /** id of the document that a symbol stands for, whole or half; null when the dataset has none */
  idOf(symbol: string): string | null;
  /** the node of an id */
  node(id: string): NodeRecord | null;
  /** canonical symbol of the report of a session of the Commission, by the number of the session */
  reportOfSession(session: number): string | null;
  /** id of the session that issued a report, by its symbol */
  sessionOfReport(symbol: string): string | null;
  /** symbol of the report of that title, distributed on that day; for a text that lost its masthead */
  reportOf(title: string, date: string): string | null;
  /** symbol of the resolution that a draft became */
  resolutionOfDraft(symbol: string): string | null;
}

const isDocument = (node: NodeRecord): boolean => (documentKinds as readonly Kind[]).includes(node.kind);
/** Of a title that can stand for the document. */
const leastWords = 14;

function namesOfDocument(node: NodeRecord): DocumentName[] {
  const symbol = typeof node.symbol === 'string' ? node.symbol : null;
  if (symbol === null || node.kind !== 'RESOLUTION') return [];
  const title = typeof node.title === 'string' ? node.title : '';
  // Titles of resolutions are mostly their subject ("Science and technology for development"); only long ones, and alternate names, name a document.
  const names = [...node.alternateNames, ...(title.split(' ').length >= leastWords ? [title] : [])];
  const date = typeof node.date === 'string' ? node.date : null;
  return names.filter((name) => /[a-z]{3}/.test(name) && !canonicalSymbol(name)).map((name) => ({ name, symbol, date }));
}

/** @param nodes of the dataset; @param links of the dataset, of which ISSUED and DRAFT_OF are used */
export function makeKnowledge(nodes: readonly NodeRecord[], links: readonly LinkRecord[]): Knowledge {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const byKey = new Map<string, string>();
  const documents = nodes.filter(isDocument);
  for (const part of ['whole', 'half', 'alias'] as const) {
    for (const node of documents) for (const key of keysOfNode(node)[part]) if (!byKey.has(key)) byKey.set(key, node.id);
  }
  const symbolOf = (id: string): string | null => {
    const symbol = byId.get(id)?.symbol;
    return typeof symbol === 'string' ? symbol : null;
  };
  const reports = new Map<number, string>();
  const sessions = new Map<string, string>();
  for (const { link, from, to } of links) {
    const session = byId.get(from);
    const document = byId.get(to);
    if (link !== 'ISSUED' || session?.kind !== 'SESSION' || document?.kind !== 'REPORT' || document.series !== 'CSTD_SESSION') continue;
    const symbol = symbolOf(to);
    if (symbol)
      reports.set(Number(session.number), symbolKeys(symbol).length > 1 ? (/^E\/\d{4}\/\d+/.exec(symbol)?.[0] ?? symbol) : symbol);
    sessions.set(to, from);
  }
  const drafts = new Map(links.filter(({ link }) => link === 'DRAFT_OF').map(({ from, to }) => [from, to]));
  const idOf = (symbol: string): string | null => {
    for (const key of [foldKey(symbol), ...symbolKeys(symbol)]) {
      const id = byKey.get(key);
      if (id) return id;
    }
    return null;
  };
  return {
    entities: makeEntityFinder(nodes.filter(({ kind }) => kind === 'ENTITY')),
    sections: makeSectionReader(nodes),
    names: documents.flatMap(namesOfDocument).sort((a, b) => b.name.length - a.name.length),
    idOf,
    node: (id) => byId.get(id) ?? null,
    reportOfSession: (session) => reports.get(session) ?? null,
    sessionOfReport: (symbol) => sessions.get(idOf(symbol) ?? '') ?? null,
    reportOf: (title, date) => {
      const same = documents.filter(
        (node) => node.kind === 'REPORT' && node.date === date && foldKey(String(node.title ?? '')) === foldKey(title),
      );
      return same.length === 1 ? symbolOf(same[0]?.id ?? '') : null;
    },
    resolutionOfDraft: (symbol) => symbolOf(drafts.get(idOf(symbol) ?? '') ?? ''),
  };
}

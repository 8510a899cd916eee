/** The node of a document that was read: its kind and id, and what its head states. */
import { isPartialDate } from '../../domain/date.js';
import type { NodeRecord, Value } from '../../domain/records.js';
import { foldKey, parseReference } from '../../domain/reference.js';
import { canonicalSymbol } from '../../domain/symbol.js';
import { fold } from '../../domain/text.js';
import type { Kind, Reading, ResolutionFamily } from '../../domain/vocabulary.js';
import type { DocumentFacts, DocumentReading, Family } from '../facts.js';
import { extracted, nodeRecord } from './extracted.js';
import type { KnownNodes } from './known-nodes.js';

const kindOfFamily: Readonly<Record<Family, Kind>> = {
  GENERAL_ASSEMBLY_RESOLUTION: 'RESOLUTION',
  ECOSOC_RESOLUTION: 'RESOLUTION',
  DECISION: 'RESOLUTION',
  DRAFT: 'OTHER_DOCUMENT',
  SECRETARY_GENERAL_REPORT: 'REPORT',
  CONCEPT_NOTE: 'OTHER_DOCUMENT',
};

const longestSlug = 80;
const prefixes = { RESOLUTION: 'resolution', REPORT: 'report', OTHER_DOCUMENT: 'other-document' } as const;

/** A title that a cell can hold: one line in normalization form C; null where letters were lost in reading. */
export function plainTitle(title: string | null): string | null {
  const plain = title
    ?.normalize('NFC')
    .replace(/[\p{Cc}\p{Z}]+/gu, ' ')
    .trim();
  return !plain || plain.includes('\ufffd') || /\p{Cs}/u.test(plain) ? null : plain;
}

const plainDate = (date: string | null): string | null => (date !== null && isPartialDate(date) ? date : null);

/** The session of the Commission that a concept note is for: `CSTD-26` of "Twenty-sixth Annual Session". */
const sessionOf = ({ session }: DocumentFacts): string | null =>
  (session ? parseReference(session).ids.find((id) => id.startsWith('session/')) : undefined)?.slice('session/'.length) ?? null;

/** What stands for the symbol of a document that has none: its session and title, else its date; null where it has neither. */
function slugOf(facts: DocumentFacts): string | null {
  const words = foldKey([sessionOf(facts) ?? facts.session ?? '', facts.title ?? ''].join(' ')).replace(/[^a-z0-9]+/g, '-');
  const cut = words.length > longestSlug ? words.slice(0, words.lastIndexOf('-', longestSlug)) : words;
  if (/[a-z]/.test(cut)) return cut.replace(/^-|-$/g, '');
  return plainDate(facts.date) ? `${foldKey(facts.kind).replaceAll('_', '-')}-${facts.date}` : null;
}

/** A concept note that a person entered under a name of their own: the only one of its day, and of its session. */
function knownNote(facts: DocumentFacts, known: KnownNodes): NodeRecord | undefined {
  if (facts.kind !== 'CONCEPT_NOTE' || !/^\d{4}-\d\d-\d\d$/.test(facts.date ?? '')) return undefined;
  const notes = [...known.values()].filter(
    ({ kind, type, date }) => kind === 'OTHER_DOCUMENT' && type === 'concept note' && date === facts.date,
  );
  const session = sessionOf(facts);
  const fits = ({ id, name, alternateNames }: NodeRecord) =>
    session === null ||
    [id, name, ...alternateNames].some((text) => `${foldKey(text).replace(/[^a-z0-9]+/g, '-')}-`.includes(`${foldKey(session)}-`));
  const entered = notes.filter(({ sources }) => sources.every(({ method }) => method !== 'EXTRACTED'));
  return entered.length === 1 && entered[0] && fits(entered[0]) ? entered[0] : undefined;
}

/**
 * The id of a document, and the node that has it; null for a document that can have none: a resolution or a report without symbol, or a note
 * without symbol, title and date.
 */
export function identify(
  facts: DocumentFacts,
  known: KnownNodes,
): { id: string; kind: keyof typeof prefixes; symbol: string | null } | null {
  const kind = kindOfFamily[facts.kind] as keyof typeof prefixes;
  const symbol = facts.symbol === null ? null : canonicalSymbol(facts.symbol);
  if (symbol !== null) {
    const same = known.document(symbol);
    // Half of a double symbol is the same document.
    if (same?.kind === kind) return { id: same.id, kind, symbol: same.symbol as string };
    return { id: `${prefixes[kind]}/${symbol}`, kind, symbol };
  }
  const slug = kind === 'OTHER_DOCUMENT' ? slugOf(facts) : null;
  if (slug === null) return null;
  const id = `${prefixes[kind]}/${slug}`;
  return { id: known.find(id)?.id ?? knownNote(facts, known)?.id ?? id, kind, symbol: null };
}

/** The series of texts that a resolution belongs to by its title. */
function familyOf({ kind, body, title }: DocumentFacts): ResolutionFamily {
  const text = fold(title ?? '');
  const summit = text.includes('world summit on the information society');
  const science = /^science,? (?:and )?technology\b.{0,20}\bfor (?:sustainable )?development/.test(text);
  if (kind === 'ECOSOC_RESOLUTION' || body === 'ECONOMIC_AND_SOCIAL_COUNCIL')
    return summit ? 'ECOSOC_WSIS' : science ? 'ECOSOC_STI' : 'ECOSOC_OTHER';
  if (summit && /\b(?:overall review|high-level meeting)\b/.test(text)) return 'GA_REVIEW';
  if (summit || /^information and communications? technologies for (?:sustainable )?development/.test(text)) return 'GA_ICT4D';
  return science ? 'GA_STI' : 'GA_CONTEXT';
}

/** The last year reported on: the one before the year of the Council's half of the symbol, else before the year of issue. */
function cycleOf(symbol: string | null, date: string | null): number | null {
  const year = /(?:^|-)E\/(20\d\d)\//.exec(symbol ?? '')?.[1] ?? date?.slice(0, 4);
  return year === undefined ? null : Number(year) - 1;
}

function ownProperties(reading: DocumentReading, kind: keyof typeof prefixes, symbol: string | null): Record<string, Value> {
  const { document: facts, contributors } = reading;
  if (kind === 'RESOLUTION') {
    const body = facts.body ?? (symbol?.startsWith('E/') ? 'ECONOMIC_AND_SOCIAL_COUNCIL' : 'GENERAL_ASSEMBLY');
    return { body, form: facts.kind === 'DECISION' ? 'DECISION' : 'RESOLUTION', family: familyOf(facts), asksRead: 'FULL' };
  }
  if (kind === 'OTHER_DOCUMENT') return { type: facts.kind === 'DRAFT' ? 'draft' : 'concept note' };
  return {
    series: 'WSIS_PROGRESS',
    cycle: cycleOf(symbol, plainDate(facts.date)),
    // An entity that the dataset lacks cannot stand in the list: it is not whole until somebody adds it.
    contributorList: contributors.length === 0 ? 'NONE' : contributors.every(({ id }) => id !== null) ? 'FULL' : 'PARTIAL',
    contributorCount: contributors.length || null,
    agendaItems: facts.agendaItem,
  };
}

/** The node of a document as its text states it; its evidence is the document itself. Null where it can have no id. */
export function documentNode(reading: DocumentReading, known: KnownNodes): NodeRecord | null {
  const { document: facts, footnotesRead } = reading;
  const identity = identify(facts, known);
  if (identity === null) return null;
  const { id, kind, symbol } = identity;
  const printed = facts.symbol === null ? null : canonicalSymbol(facts.symbol);
  // Whether a report was whole nobody can see in its text: a person says so. An act ends with the meeting that adopted it.
  const read: Reading = footnotesRead && kind !== 'REPORT' ? 'FULL' : 'PARTIAL';
  const properties = {
    symbol,
    title: plainTitle(facts.title),
    date: plainDate(facts.date),
    citationsRead: read,
    ...ownProperties(reading, kind, symbol),
    // The whole of a double symbol of which the dataset knows one half, or the other way round.
    alternateNames: printed !== null && printed !== symbol ? [printed] : [],
  };
  return nodeRecord(kind, id, properties, extracted(id, { paragraph: null, where: 'HEADER' }));
}

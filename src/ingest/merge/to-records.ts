/** The facts of one document as nodes and links of the dataset, each EXTRACTED, with the place where the document states it. */
import { isPartialDate } from '../../domain/date.js';
import type { Evidence, LinkRecord, NodeRecord } from '../../domain/records.js';
import type { LinkName } from '../../domain/vocabulary.js';
import { ErrorCode, PublicError } from '../../errors.js';
import type { CitationFacts, DocumentReading, Unresolved } from '../facts.js';
import { citedNode } from './cited-node.js';
import { documentNode } from './document-node.js';
import { extracted, joinLinks, linkRecord } from './extracted.js';
import { isDocument, KnownNodes } from './known-nodes.js';
import { askRecords, contributionRecords, type Told } from './told-facts.js';

/** A session of the Commission that a document names: the vocabulary has no link for it. */
export interface SessionNamed {
  session: string;
  paragraph: string | null;
}

export interface DocumentRecords {
  /** the document itself */
  document: NodeRecord;
  /** documents that it names and that are not known */
  cited: readonly NodeRecord[];
  /** CITES, RECOMMENDED, DRAFT_OF and CONTRIBUTED_TO; one link for each identity, its evidence in the order of the text */
  links: readonly LinkRecord[];
  /** dates that it gives for documents that it cites */
  dated: readonly { id: string; date: string; source: Evidence }[];
  asks: readonly Told[];
  contributions: readonly Told[];
  sessions: readonly SessionNamed[];
  /** what the reading left open, and what cannot stand in the dataset as it is */
  unresolved: readonly Unresolved[];
}

/** Puts links together, and the nodes at their ends that nobody knew. */
class Collector {
  readonly cited = new Map<string, NodeRecord>();
  readonly links: LinkRecord[] = [];
  readonly dated: { id: string; date: string; source: Evidence }[] = [];
  readonly unresolved: Unresolved[] = [];

  constructor(
    private readonly document: NodeRecord,
    private readonly known: KnownNodes,
  ) {}

  /** The id of a document by its symbol; a node is made for one that nobody knows. Null, and told, when it is no symbol. */
  idOf(symbol: string, source: Evidence, date: string | null = null, type: 'other' | 'draft' = 'other'): string | null {
    const same = this.known.document(symbol) ?? new KnownNodes([this.document, ...this.cited.values()]).document(symbol);
    if (same) return same.id;
    const node = citedNode(symbol, date, source, type);
    if (node === null) this.miss('citation', symbol, source.paragraph, 'it is not the symbol of a document');
    else this.cited.set(node.id, node);
    return node?.id ?? null;
  }

  link(name: LinkName, from: string, to: string, source: Evidence, properties: Record<string, string> = {}): void {
    if (from !== to) this.links.push(linkRecord(name, from, to, source, properties));
  }

  miss(about: string, text: string, paragraph: string | null, reason: string): void {
    this.unresolved.push({ about, text: text.slice(0, 120), paragraph, reason });
  }
}

function addCitations(citations: readonly CitationFacts[], collector: Collector, document: NodeRecord, known: KnownNodes): SessionNamed[] {
  const sessions: SessionNamed[] = [];
  const dates = new Map([...citations].reverse().flatMap(({ to, date }) => (date === null ? [] : [[to, date] as const])));
  for (const { to, id, verb, date, ...place } of citations) {
    const source = extracted(document.id, place);
    const node = id === null ? undefined : known.find(id);
    if (/^CSTD-\d+$/.test(to) || node?.kind === 'SESSION') {
      sessions.push({ session: to, paragraph: place.paragraph });
    } else if (node && !isDocument(node)) {
      collector.miss('citation', to, place.paragraph, `${node.id} is no document`);
    } else {
      const target = node?.id ?? collector.idOf(to, source, dates.get(to));
      if (target === null) continue;
      collector.link('CITES', document.id, target, source, { verb });
      if (date !== null && isPartialDate(date)) collector.dated.push({ id: target, date, source });
    }
  }
  return sessions;
}

/** What the head states: who recommended it, of what it is a draft, which drafts it came from. */
function addHead({ document: facts }: DocumentReading, collector: Collector, document: NodeRecord, known: KnownNodes): void {
  const source = extracted(document.id, { paragraph: null, where: 'HEADER' });
  const { recommendedBy, draftOf, drafts } = facts;
  if (recommendedBy?.startsWith('session/') && document.kind === 'RESOLUTION') {
    if (known.find(recommendedBy)) collector.link('RECOMMENDED', recommendedBy, document.id, source);
    else collector.miss('session', recommendedBy, null, `the dataset has no ${recommendedBy}: add it first`);
  }
  const drafted = draftOf !== null && document.kind === 'OTHER_DOCUMENT' ? collector.idOf(draftOf, source) : null;
  if (drafted?.startsWith('resolution/')) collector.link('DRAFT_OF', document.id, drafted, source);
  for (const draft of document.kind === 'RESOLUTION' ? drafts : []) {
    const id = collector.idOf(draft, source, null, 'draft');
    if (id?.startsWith('other-document/')) collector.link('DRAFT_OF', id, document.id, source);
  }
}

/** The list of contributors; whoever is not in the dataset is told, since a category cannot be read from a name. */
function addContributors({ contributors }: DocumentReading, collector: Collector, document: NodeRecord, known: KnownNodes): void {
  for (const { id, name, acronym, paragraph = null, footnote = null } of contributors) {
    const source = extracted(document.id, { paragraph, where: footnote === null ? 'BODY' : 'FOOTNOTE', footnote });
    if (id !== null && known.find(id)) collector.link('CONTRIBUTED_TO', id, document.id, source);
    else
      collector.miss(
        'contributor',
        acronym ? `${name} (${acronym})` : name,
        paragraph,
        'the dataset has no entity of this name: add it first',
      );
  }
}

/**
 * Brings what was read of a document into the form of the dataset. Citations of sessions become no links; they are handed back apart.
 *
 * @param known the nodes of the dataset, whose ids are used for all that is known there
 * @throws PublicError UNKNOWN_DOCUMENT for a document that can have no id: without symbol, and a note without title and date too
 */
export function toRecords(reading: DocumentReading, known: KnownNodes): DocumentRecords {
  const document = documentNode(reading, known);
  if (document === null) {
    throw new PublicError(ErrorCode.UNKNOWN_DOCUMENT, 'The document has no symbol that could be read, and so no place in the dataset.');
  }
  const collector = new Collector(document, known);
  addHead(reading, collector, document, known);
  const sessions = addCitations(reading.citations, collector, document, known);
  if (document.kind === 'REPORT') addContributors(reading, collector, document, known);
  const asks = askRecords(reading, document, known);
  const contributions = contributionRecords(reading, document, known);
  return {
    document,
    cited: [...collector.cited.values()],
    links: joinLinks(collector.links),
    dated: collector.dated,
    asks: asks.told,
    contributions: contributions.told,
    sessions,
    unresolved: [
      ...reading.unresolved.filter(({ about }) => document.kind !== 'REPORT' || about !== 'contributor'),
      ...collector.unresolved,
      ...asks.unresolved,
      ...contributions.unresolved,
    ],
  };
}

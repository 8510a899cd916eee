/** A document that was known only as "other", because another one cites it, gets the kind that its own text shows. */
import type { Dataset, Evidence, LinkRecord, NodeRecord } from '../../domain/records.js';
import type { DocumentReading } from '../facts.js';
import { documentNode } from './document-node.js';
import { KnownNodes } from './known-nodes.js';

/** A document of which the dataset knows the same symbol under another kind. */
export interface OtherKind {
  read: NodeRecord;
  known: NodeRecord;
}

const isPlaceholder = ({ kind, type, sources }: NodeRecord): boolean =>
  kind === 'OTHER_DOCUMENT' && type === 'other' && sources.every(({ method }) => method === 'EXTRACTED');

/** What of the readings is known under another kind. */
export function otherKinds(readings: readonly DocumentReading[], known: KnownNodes): OtherKind[] {
  const found = new Map<string, OtherKind>();
  for (const reading of readings) {
    const read = documentNode(reading, known);
    const same = read && typeof read.symbol === 'string' ? known.document(read.symbol) : undefined;
    if (read && same && same.kind !== read.kind) found.set(same.id, { read, known: same });
  }
  return [...found.values()];
}

/**
 * Gives such documents their new ids wherever they stand. Only what the program itself made of a bare citation is changed; of the rest
 * `refused` tells.
 */
export function promote(
  dataset: Pick<Dataset, 'nodes' | 'links'>,
  readings: readonly DocumentReading[],
): { nodes: readonly NodeRecord[]; links: readonly LinkRecord[]; promoted: OtherKind[]; refused: OtherKind[] } {
  const others = otherKinds(readings, new KnownNodes(dataset.nodes));
  const promoted = others.filter(({ known }) => isPlaceholder(known));
  const refused = others.filter(({ known }) => !isPlaceholder(known));
  if (promoted.length === 0) return { ...dataset, promoted, refused };
  const ids = new Map(promoted.map(({ known, read }) => [known.id, read.id]));
  const nodesById = new Map(promoted.map(({ known, read }) => [known.id, { ...read, date: read.date ?? known.date }]));
  const moved = (id: string): string => ids.get(id) ?? id;
  const moveEvidence = (pieces: readonly Evidence[]): readonly Evidence[] =>
    pieces.some(({ document }) => document !== null && ids.has(document))
      ? pieces.map((piece) => (piece.document === null ? piece : { ...piece, document: moved(piece.document) }))
      : pieces;
  const nodes = dataset.nodes.map((node) => nodesById.get(node.id) ?? { ...node, sources: moveEvidence(node.sources) });
  const links = dataset.links.map((link) => ({
    ...link,
    from: moved(link.from),
    to: moved(link.to),
    evidence: moveEvidence(link.evidence),
  }));
  return { nodes, links, promoted, refused };
}

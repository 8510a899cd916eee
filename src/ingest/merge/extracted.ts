/** Rows that the program makes from a text: nodes with all properties of their kind, links, and the evidence that names the place. */
import { nodeSpecs } from '../../domain/graph.js';
import { linkKey } from '../../domain/link-key.js';
import { isParagraph } from '../../domain/paragraph.js';
import type { Evidence, LinkRecord, NodeRecord, Value } from '../../domain/records.js';
import { textOrder } from '../../domain/text-order.js';
import type { Kind, LinkName, Where } from '../../domain/vocabulary.js';

/** Where in a document something stands. */
export interface Place {
  paragraph: string | null;
  where: Where | null;
  footnote?: number | null;
  /** "I" for annex I */
  annex?: string | null;
}

/** What the note of a row says of a place in an annex: paragraph numbers begin anew there. */
export const annexNote = (annex: string | null | undefined): string | null => (annex ? `Annex ${annex}.` : null);

/** Evidence that the program read at a place of a document of the graph. */
export const extracted = (document: string, { paragraph, where, footnote = null, annex }: Place): Evidence => ({
  document,
  title: null,
  url: null,
  paragraph: paragraph !== null && isParagraph(paragraph) ? paragraph : null,
  footnote: footnote !== null && footnote >= 1 && footnote <= 9999 ? footnote : null,
  where,
  language: 'en',
  method: 'EXTRACTED',
  confidence: null,
  rule: null,
  note: annexNote(annex),
});

/** A node; properties that are not given are null, or empty lists. */
export function nodeRecord(kind: Kind, id: string, part: Readonly<Record<string, Value>>, source: Evidence): NodeRecord {
  const { properties, nameOf } = nodeSpecs[kind];
  const empty = Object.fromEntries(Object.entries(properties).map(([property, { list }]) => [property, list ? [] : null]));
  const row = { ...empty, alternateNames: [], sameAs: [], ...part };
  return { ...row, id, kind, name: nameOf({ ...row, id }), sources: [source] };
}

/** A link with one piece of evidence. */
export const linkRecord = (
  link: LinkName,
  from: string,
  to: string,
  source: Evidence,
  properties: Readonly<Record<string, Value>> = {},
): LinkRecord => ({ link, from, to, ...properties, evidence: [source] });

/** A link as a person reads it: `resolution/A/RES/80/173 RECALLS resolution/A/RES/70/125`. */
export const linkText = (link: LinkRecord): string => `${link.from} ${link.verb ?? link.link} ${link.to}`;

/** In the order of the text; what stands at one place keeps its order. */
export const inTextOrder = (pieces: readonly Evidence[]): Evidence[] =>
  pieces
    .map((piece) => ({ piece, key: textOrder(piece) }))
    .sort((one, other) => (one.key < other.key ? -1 : one.key > other.key ? 1 : 0))
    .map(({ piece }) => piece);

/** Links of one identity become one link with the evidence of all, each piece once. */
export function joinLinks(links: readonly LinkRecord[]): LinkRecord[] {
  const joined = new Map<string, LinkRecord>();
  for (const link of links) {
    const before = joined.get(linkKey(link));
    const pieces = new Map([...(before?.evidence ?? []), ...link.evidence].map((piece) => [JSON.stringify(piece), piece]));
    joined.set(linkKey(link), { ...(before ?? link), evidence: inTextOrder([...pieces.values()]) });
  }
  return [...joined.values()];
}

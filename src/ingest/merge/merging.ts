/** A dataset while documents are merged into it: its rows, the nodes by name, and the notes that become the report. */
import { isAfter } from '../../domain/date.js';
import { linkKey } from '../../domain/link-key.js';
import type { Dataset, Evidence, LinkRecord, NodeRecord, Value } from '../../domain/records.js';
import { linkText } from './extracted.js';
import { KnownNodes } from './known-nodes.js';
import { mergeEvidence } from './merge-evidence.js';
import { mergeNode } from './merge-node.js';
import { MergeNotes } from './merge-report.js';
import { Rows } from './rows.js';

export const shown = (value: Value | undefined): string | null =>
  value === null || value === undefined ? null : Array.isArray(value) ? value.join(', ') : String(value);

const isEmptyDate = ({ date }: NodeRecord): boolean => date === null || date === undefined;

/** A place in words: "PP3", "12, footnote 4", "annex". */
export function placeText({ paragraph, footnote, where, note }: Evidence): string {
  const part = paragraph ?? (where ?? 'no place').toLowerCase();
  const annex = /^Annex [^.]{1,20}(?=\.)/.exec(note ?? '')?.[0];
  return [annex, part, footnote === null ? null : `footnote ${footnote}`].filter(Boolean).join(', ');
}

export class Merging {
  readonly nodes: Rows<NodeRecord>;
  readonly links: Rows<LinkRecord>;
  readonly known: KnownNodes;
  readonly notes = new MergeNotes();

  constructor({ nodes, links }: Pick<Dataset, 'nodes' | 'links'>) {
    this.nodes = new Rows(nodes, {
      keyOf: ({ id }) => id,
      fileOf: ({ kind }) => kind,
      documentOf: ({ sources }) => sources[0]?.document ?? null,
    });
    this.links = new Rows(links, {
      keyOf: linkKey,
      fileOf: ({ link }) => link,
      documentOf: ({ evidence }) => evidence[0]?.document ?? null,
    });
    this.known = new KnownNodes(nodes);
  }

  setNode(node: NodeRecord): void {
    this.nodes.set(node);
    this.known.add(node);
  }

  /** Adds a node, or fills what the known one lacks; differences are noted at the place that `read` gives as its evidence. */
  mergeNode(read: NodeRecord, document: string, properties?: readonly string[]): void {
    const known = this.known.find(read.id);
    const paragraph = read.sources[0]?.paragraph ?? null;
    const { id } = read;
    if (!known) {
      this.setNode(read);
      this.notes.note('added', { document, paragraph, id, what: read.kind.toLowerCase().replaceAll('_', ' ') });
      return;
    }
    if (isEmptyDate(known) && typeof read.date === 'string') {
      const other = this.younger(id, read.date);
      if (other !== null) {
        this.notes.conflict({ document, paragraph, id, what: 'date', kept: `cannot be, since ${other}`, read: read.date });
        this.mergeNode({ ...read, date: null }, document, properties);
        return;
      }
    }
    const { node, filled, differing, known: same } = mergeNode(known, read, properties);
    if (node !== known) this.setNode(node);
    if (same > 0) this.notes.note('known', { document, paragraph, id, what: `${same} properties` });
    for (const { property, read: value } of filled) {
      this.notes.note('completed', { document, paragraph, id, what: `${property} ${shown(value)}` });
    }
    for (const { property, kept, read: value } of differing) {
      this.notes.conflict({ document, paragraph, id, what: property, kept: shown(kept), read: shown(value) });
    }
  }

  /** The citation, in words, that a date would make one of a younger text; null where there is none. */
  private younger(id: string, date: string): string | null {
    for (const link of this.links.values()) {
      if (link.link !== 'CITES' || (link.from !== id && link.to !== id)) continue;
      const [citing, cited] = [link.from, link.to].map((end) =>
        end === id ? date : (this.known.find(end)?.date as string | null | undefined),
      );
      if (citing && cited && isAfter(cited, citing)) return linkText(link);
    }
    return null;
  }

  /** Adds a link, or the places that the known one lacks; hands back its EXTRACTED pieces that the text does not show now. */
  mergeLink(read: LinkRecord, document: string): Evidence[] {
    const known = this.links.find(linkKey(read));
    const id = linkText(read);
    if (!known) {
      this.links.set(read);
      for (const piece of read.evidence) this.notes.note('added', { document, paragraph: piece.paragraph, id, what: placeText(piece) });
      return [];
    }
    const merged = mergeEvidence(known.evidence, read.evidence, document);
    if (merged.added.length + merged.completed.length > 0) this.links.set({ ...known, evidence: merged.evidence });
    for (const piece of merged.known) this.notes.note('known', { document, paragraph: piece.paragraph, id, what: placeText(piece) });
    for (const piece of merged.added) {
      this.notes.note('added', { document, paragraph: piece.paragraph, id, what: `further evidence: ${placeText(piece)}` });
    }
    for (const { before, after } of merged.completed) {
      this.notes.note('completed', { document, paragraph: after.paragraph, id, what: `${placeText(before)} is ${placeText(after)}` });
    }
    return merged.missing;
  }

  /** Notes that the text read now does not show what was read in it before. */
  noteMissing(link: LinkRecord, pieces: readonly Evidence[], document: string, instead: string | null = null): void {
    for (const piece of pieces) {
      const what = piece.method === 'EXTRACTED' ? 'extracted earlier, not found now' : 'entered by a person, not found by the program';
      this.notes.conflict({ document, paragraph: piece.paragraph, id: linkText(link), what, kept: placeText(piece), read: instead });
    }
  }
}

/** The records that stored values make (see model.ts), which come under their names or, from most statements, as a list (see projections.ts). */
import { linkSpecs, nodeSpecs, type PropertySpec } from '../../domain/graph.js';
import type { Evidence, LinkRecord, NodeRecord, NodeSummary, Value } from '../../domain/records.js';
import type { Kind, LinkName } from '../../domain/vocabulary.js';
import type { Properties } from './model.js';

/** A piece of evidence of which nothing is known. */
const unknown: { [property in keyof Evidence]: null } = {
  document: null,
  paragraph: null,
  footnote: null,
  where: null,
  language: null,
  method: null,
  confidence: null,
  rule: null,
  note: null,
  title: null,
  url: null,
};

/** The evidence of stored texts, read when it is first looked at: most of what is found is asked for nothing of it. */
function fromJson(texts: unknown): () => readonly Evidence[] {
  let evidence: readonly Evidence[] | undefined;
  return () => {
    evidence ??= ((texts ?? []) as readonly string[]).map((text) => ({ ...unknown, ...(JSON.parse(text) as Evidence) }));
    return evidence;
  };
}

/** A property of a record: where it is found among the values that were read, and whether an empty list or null stands for what is not there. */
interface Slot {
  property: string;
  at: number | string;
  isList: boolean;
}

/** Records of one kind of node or link, made of stored values: a map by the names of the properties, or a list in the order of `properties`. */
export type Slots = readonly Slot[];

const listsOfAll = ['alternateNames', 'sameAs'];

function slotsOf(names: readonly string[], specs: Readonly<Record<string, PropertySpec>>, properties?: readonly string[]): Slots {
  return names.map((property) => ({
    property,
    at: properties?.indexOf(property) ?? property,
    isList: specs[property]?.list ?? listsOfAll.includes(property),
  }));
}

/** Those of a node but its sources, in the order in which the dataset is read. */
export function nodeSlots(kind: Kind, properties?: readonly string[]): Slots {
  const specs = nodeSpecs[kind].properties;
  return slotsOf(['id', ...Object.keys(specs), ...listsOfAll, 'kind', 'name'], specs, properties);
}

/** Those of a link but what identifies it and its evidence. */
export function linkSlots(link: LinkName, properties?: readonly string[]): Slots {
  const specs = linkSpecs[link].properties;
  return slotsOf(Object.keys(specs), specs, properties);
}

type Stored = Properties | readonly Value[];

function fill(record: Record<string, Value>, slots: Slots, stored: Stored): void {
  for (const { property, at, isList } of slots) record[property] = (stored as Properties)[at] ?? (isList ? [] : null);
}

/** The node that stored values make. */
export function toSummary(slots: Slots, stored: Stored): NodeSummary {
  const node = {};
  fill(node, slots, stored);
  return node as NodeSummary;
}

/** The same with its sources, as they are stored. */
export function toNode(slots: Slots, stored: Stored, sources: unknown): NodeRecord {
  const read = fromJson(sources);
  const node = {
    get sources() {
      return read();
    },
  };
  fill(node as object as Properties, slots, stored);
  return node as NodeRecord;
}

/** The link that stored values and evidence make. */
export function toLink(identity: Pick<LinkRecord, 'link' | 'from' | 'to'>, slots: Slots, stored: Stored, evidence: unknown): LinkRecord {
  const read = fromJson(evidence);
  const link = {
    link: identity.link,
    from: identity.from,
    to: identity.to,
    get evidence() {
      return read();
    },
  };
  fill(link as object as Properties, slots, stored);
  return link;
}

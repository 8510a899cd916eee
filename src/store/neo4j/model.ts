/**
 * How records stand in Neo4j.
 *
 * A node has the labels :Node and that of its kind, a link is a relationship of its name. Both hold their properties under their own names, so that
 * the graph reads well by hand; what is nested (evidence) is JSON text, one for each piece, with the first piece's place beside it in plain.
 * Every node belongs to a generation: a load builds a new one beside the old and then moves the pointer (:Current) in one transaction.
 */
import { linkSpecs, nodeSpecs, type PropertySpec } from '../../domain/graph.js';
import type { Evidence, LinkRecord, NodeRecord, Value } from '../../domain/records.js';
import { nameKeys } from '../../domain/reference.js';
import { words } from '../../domain/text.js';
import { namedKinds } from '../../domain/vocabulary.js';
import { nameWords } from '../names.js';
import { linkKey, placeInText, sortKeyOf } from '../order.js';

/**
 * The form in which records, long lists (long-lists.ts) and counts (kept-counts.ts) are stored. Raise it when that changes: then a load writes the graph
 * anew although the dataset is the same, and nobody reads a graph of another form.
 */
export const storedForm = 3;

/** Properties as plain values; the writer sends whole numbers as integers (neo4j.int), the driver gives them back as numbers. */
export type Properties = Record<string, Value>;

const withoutNulls = (properties: Record<string, unknown>): Properties =>
  Object.fromEntries(Object.entries(properties).filter(([, value]) => value !== null && value !== undefined)) as Properties;

const propertiesOf = (record: Record<string, unknown>, specs: Readonly<Record<string, PropertySpec>>) =>
  Object.fromEntries(Object.keys(specs).map((property) => [property, record[property]]));

/** Evidence as texts, without what is not known: that would be half of them. */
const toJson = (evidence: readonly Evidence[]): string[] => evidence.map((piece) => JSON.stringify(withoutNulls({ ...piece })));

/**
 * The stored properties of a node, but its generation. Beside its own: `sort` (the key of the default order), `keys` (folded names, for references),
 * `nameWords` (of named kinds, for search) and `textWords` (of its text property, for filters).
 */
export function nodeProperties(node: NodeRecord): Properties {
  const { id, kind, name, alternateNames, sameAs } = node;
  const { properties, textProperty } = nodeSpecs[kind];
  return withoutNulls({
    ...propertiesOf(node, properties),
    id,
    kind,
    name,
    alternateNames,
    sameAs,
    sources: toJson(node.sources),
    sort: sortKeyOf(node),
    keys: [...new Set(nameKeys(node))],
    nameWords: namedKinds.includes(kind) ? nameWords(node) : null,
    textWords: words((node[textProperty] as string | null) ?? ''),
  });
}

/**
 * The stored properties of a link. Beside its own: `key` (its identity), `place` (in the text), `methods` (of all its evidence), and of its first
 * evidence in plain `document`, `paragraph`, `where`, `method`, `source` and `note`.
 */
export function linkProperties(link: LinkRecord): Properties {
  const [first] = link.evidence;
  return withoutNulls({
    ...propertiesOf(link, linkSpecs[link.link].properties),
    key: linkKey(link),
    place: placeInText(link),
    methods: [...new Set(link.evidence.map(({ method }) => method))],
    evidence: toJson(link.evidence),
    document: first?.document,
    paragraph: first?.paragraph,
    where: first?.where,
    method: first?.method,
    source: first?.url ?? first?.title,
    note: first?.note,
  });
}

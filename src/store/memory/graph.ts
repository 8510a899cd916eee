/** The graph in memory: nodes ranked in the default order, and what finds them by id, name and word. */
import { kinds, nodeSpecs } from '../../domain/graph.js';
import type { Dataset, LinkRecord, NodeRecord } from '../../domain/records.js';
import { nameKeys } from '../../domain/reference.js';
import { words } from '../../domain/text.js';
import type { Kind, LinkName, Method } from '../../domain/vocabulary.js';
import { ErrorCode, PublicError } from '../../errors.js';
import { describeDataset } from '../describe.js';
import type { Axis, Direction, StoreInfo } from '../graph-store.js';
import { compareByKind, nameWords } from '../names.js';
import { compareValues, sortKeyOf } from '../order.js';
import { KeySets } from './axes.js';
import { type Edges, farEnd, Links, noEdges, type Vertex } from './links.js';
import { WordIndex } from './words.js';

/** Whether a link is stated by one of the methods, on any of its evidence. */
export const isBy = (link: LinkRecord, methods: readonly Method[] | undefined): boolean =>
  !methods || link.evidence.some(({ method }) => methods.includes(method));

/** One version of the graph. It never changes once it is built; what is lazy is only not yet computed. */
export class MemoryGraph {
  /** all nodes in the default order */
  readonly vertices: readonly Vertex[];
  readonly byId = new Map<string, Vertex>();
  /** each kind in the default order */
  readonly byKind: Readonly<Record<Kind, readonly Vertex[]>>;
  private readonly sortKeys: readonly string[];
  private readonly keyPlaces: Uint32Array;
  private readonly links: ReadonlyMap<LinkName, Links>;
  private readonly axes = new Map<string, KeySets>();
  private readonly texts = new Map<Kind, WordIndex<Vertex>>();
  private readonly names = new Map<Kind, WordIndex<Vertex>>();
  private readonly called = new Map<string, NodeRecord | NodeRecord[]>();
  private known: StoreInfo | null = null;

  constructor(readonly dataset: Dataset) {
    const keyed = dataset.nodes.map((record) => ({ record, sortKey: sortKeyOf(record) }));
    keyed.sort((a, b) => compareValues(a.sortKey, b.sortKey) || compareValues(a.record.id, b.record.id));
    this.vertices = keyed.map(({ record }, rank): Vertex => ({ record, rank, at: 0 }));
    this.sortKeys = keyed.map(({ sortKey }) => sortKey);
    let place = 0;
    this.keyPlaces = Uint32Array.from(keyed, ({ sortKey }, rank) => (sortKey === keyed[rank - 1]?.sortKey ? place : ++place));
    this.byKind = Object.fromEntries(kinds.map((kind) => [kind, this.vertices.filter(({ record }) => record.kind === kind)])) as Record<
      Kind,
      Vertex[]
    >;
    let at = 0;
    for (const kind of kinds) for (const vertex of this.byKind[kind]) vertex.at = at++;
    for (const vertex of this.vertices) {
      this.byId.set(vertex.record.id, vertex);
      for (const key of new Set(nameKeys(vertex.record))) this.call(key, vertex.record);
    }
    this.links = this.connect(dataset.links);
  }

  private call(key: string, record: NodeRecord): void {
    const before = this.called.get(key);
    // Most names are of one node, and a list of one takes more than the name.
    this.called.set(key, before === undefined ? record : [before, record].flat());
  }

  private connect(links: readonly LinkRecord[]): Map<LinkName, Links> {
    const byName = new Map<LinkName, LinkRecord[]>();
    for (const link of links) memo(byName, link.link, () => []).push(link);
    return new Map([...byName].map(([name, records]) => [name, new Links(this.vertices, records, (link, id) => this.end(link, id))]));
  }

  private end(link: LinkRecord, id: string): Vertex {
    const vertex = this.byId.get(id);
    if (vertex) return vertex;
    throw new PublicError(
      ErrorCode.INVALID_DATASET,
      `The link ${link.from} ${link.link} ${link.to} has an end that is not in the dataset: ${id}.`,
    );
  }

  /** The links of one name that leave (OUT) or reach (IN) a vertex, in the default order of their other ends, then by linkKey. */
  edges(vertex: Vertex, link: LinkName, direction: Direction): Edges {
    return this.links.get(link)?.of(vertex, direction) ?? noEdges;
  }

  /** The vertex and everything that it is PART_OF (OUT) or that is PART_OF it (IN), at any depth; cycles are harmless. */
  withParts(vertex: Vertex, direction: Direction): Vertex[] {
    const found = new Set([vertex]);
    for (const each of found) for (const edge of this.edges(each, 'PART_OF', direction)) found.add(farEnd(edge, direction));
    return [...found];
  }

  /** Its key in the default order. */
  sortKey({ rank }: Vertex): string {
    return this.sortKeys[rank] as string;
  }

  /** A number that nodes share when their sort keys are the same; greater sort keys have greater ones. */
  keyPlace({ rank }: Vertex): number {
    return this.keyPlaces[rank] as number;
  }

  /** The vertices of these ids, without those that are not there. */
  named(ids: readonly string[]): Vertex[] {
    return ids.map((id) => this.byId.get(id)).filter((vertex) => vertex !== undefined);
  }

  /** The words of the text property of a kind; made when first asked, as it is large for contributions. */
  textOf(kind: Kind): WordIndex<Vertex> {
    const property = nodeSpecs[kind].textProperty;
    return memo(this.texts, kind, () => new WordIndex(this.byKind[kind], ({ record }) => words((record[property] as string | null) ?? '')));
  }

  /** The words of the names of a kind; made when first asked. */
  namesOf(kind: Kind): WordIndex<Vertex> {
    return memo(this.names, kind, () => new WordIndex(this.byKind[kind], ({ record }) => nameWords(record)));
  }

  /** The sets of keys on an axis. They are kept, but for axes that look at methods: there are many such, and they are rarely asked for. */
  keySets(axis: Axis): KeySets {
    if (axis.by === 'link' && axis.methods) return new KeySets(this, axis);
    return memo(this.axes, JSON.stringify(axis), () => new KeySets(this, axis));
  }

  /** The nodes called so, by kind, then id. */
  lookup(key: string): NodeRecord[] {
    return [this.called.get(key) ?? []].flat().sort(compareByKind);
  }

  /** What is in the graph; counted once. */
  info(): StoreInfo {
    this.known ??= { store: 'memory', ...describeDataset(this.dataset) };
    return this.known;
  }
}

function memo<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  let value = map.get(key);
  if (value === undefined) {
    value = make();
    map.set(key, value);
  }
  return value;
}

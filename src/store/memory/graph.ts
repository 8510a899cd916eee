/** The graph in memory: nodes ranked in the default order, and for each the links that leave and reach it, presorted. */
import { kinds, nodeSpecs } from '../../domain/graph.js';
import type { Dataset, LinkRecord, NodeRecord } from '../../domain/records.js';
import { nameKeys } from '../../domain/reference.js';
import { words } from '../../domain/text.js';
import type { Kind, LinkName, Method } from '../../domain/vocabulary.js';
import { ErrorCode, PublicError } from '../../errors.js';
import { describeDataset } from '../describe.js';
import type { Direction, StoreInfo } from '../graph-store.js';
import { compareByKind, nameWords } from '../names.js';
import { compareValues, linkKey, sortKeyOf } from '../order.js';
import { WordIndex } from './words.js';

export interface Vertex {
  record: NodeRecord;
  sortKey: string;
  /** place among all nodes of all kinds by sort key, then id: comparing ranks is comparing in the default order */
  rank: number;
  /** links by direction and name, each list by the rank of the other end, then by linkKey */
  edges: Record<Direction, EdgesByName>;
}

type EdgesByName = Partial<Record<LinkName, Edge[]>>;

export interface Edge {
  link: LinkRecord;
  from: Vertex;
  to: Vertex;
}

const none: readonly Edge[] = [];

/** The links of one name that leave (OUT) or reach (IN) a vertex, in the default order of their other ends. */
export const edgesOf = (vertex: Vertex, link: LinkName, direction: Direction): readonly Edge[] => vertex.edges[direction][link] ?? none;

/** The end of an edge that one comes to when following it in a direction. */
export const farEnd = (edge: Edge, direction: Direction): Vertex => (direction === 'OUT' ? edge.to : edge.from);

/** The order of presorted lists of edges seen from one end. */
export const compareEdges =
  (direction: Direction) =>
  (a: Edge, b: Edge): number =>
    farEnd(a, direction).rank - farEnd(b, direction).rank || compareValues(linkKey(a.link), linkKey(b.link));

/** The vertex and everything that it is PART_OF (OUT) or that is PART_OF it (IN), at any depth; cycles are harmless. */
export function withParts(vertex: Vertex, direction: Direction): Vertex[] {
  const found = new Set([vertex]);
  for (const each of found) for (const edge of edgesOf(each, 'PART_OF', direction)) found.add(farEnd(edge, direction));
  return [...found];
}

/** Whether a link is stated by one of the methods, on any of its evidence. */
export const isBy = (link: LinkRecord, methods: readonly Method[] | undefined): boolean =>
  !methods || link.evidence.some(({ method }) => methods.includes(method));

/** One version of the graph. It never changes once it is built; what is lazy is only not yet computed. */
export class MemoryGraph {
  readonly byId = new Map<string, Vertex>();
  /** each kind in the default order */
  readonly byKind: Readonly<Record<Kind, readonly Vertex[]>>;
  private readonly texts = new Map<Kind, WordIndex<Vertex>>();
  private readonly names = new Map<Kind, WordIndex<Vertex>>();
  private readonly called = new Map<string, NodeRecord[]>();
  private known: StoreInfo | null = null;

  constructor(readonly dataset: Dataset) {
    const vertices = dataset.nodes.map((record): Vertex => ({ record, sortKey: sortKeyOf(record), rank: 0, edges: { OUT: {}, IN: {} } }));
    vertices.sort((a, b) => compareValues(a.sortKey, b.sortKey) || compareValues(a.record.id, b.record.id));
    const byKind = Object.fromEntries(kinds.map((kind) => [kind, [] as Vertex[]])) as Record<Kind, Vertex[]>;
    for (const [rank, vertex] of vertices.entries()) {
      vertex.rank = rank;
      this.byId.set(vertex.record.id, vertex);
      byKind[vertex.record.kind].push(vertex);
      for (const key of new Set(nameKeys(vertex.record))) memo(this.called, key, () => []).push(vertex.record);
    }
    this.byKind = byKind;
    this.connect(dataset.links);
  }

  private connect(links: readonly LinkRecord[]): void {
    for (const link of links) {
      const edge = { link, from: this.end(link, link.from), to: this.end(link, link.to) };
      append(edge.from.edges.OUT, edge);
      append(edge.to.edges.IN, edge);
    }
    for (const vertex of this.byId.values()) {
      for (const list of Object.values(vertex.edges.OUT)) list.sort(compareEdges('OUT'));
      for (const list of Object.values(vertex.edges.IN)) list.sort(compareEdges('IN'));
    }
  }

  private end(link: LinkRecord, id: string): Vertex {
    const vertex = this.byId.get(id);
    if (vertex) return vertex;
    throw new PublicError(
      ErrorCode.INVALID_DATASET,
      `The link ${link.from} ${link.link} ${link.to} has an end that is not in the dataset: ${id}.`,
    );
  }

  /** The vertices of these ids, without those that are not there. */
  vertices(ids: readonly string[]): Vertex[] {
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

  /** The ids of the nodes called so, by kind, then id. */
  lookup(key: string): string[] {
    return [...(this.called.get(key) ?? [])].sort(compareByKind).map(({ id }) => id);
  }

  /** What is in the graph; counted once. */
  info(): StoreInfo {
    this.known ??= { store: 'memory', ...describeDataset(this.dataset) };
    return this.known;
  }
}

function append(edges: EdgesByName, edge: Edge): void {
  const list = edges[edge.link.link];
  if (list) list.push(edge);
  else edges[edge.link.link] = [edge];
}

function memo<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  let value = map.get(key);
  if (value === undefined) {
    value = make();
    map.set(key, value);
  }
  return value;
}

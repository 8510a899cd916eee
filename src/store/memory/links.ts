/**
 * The links of one name in memory, as numbers in typed arrays: for each node the links that leave and reach it, presorted. An object for each of
 * five million links, in two lists each, would take half a gigabyte.
 */
import { linkSpecs } from '../../domain/graph.js';
import type { LinkRecord, NodeRecord } from '../../domain/records.js';
import type { Direction } from '../graph-store.js';
import { compareValues, linkKey } from '../order.js';
import { type Counted, counted } from './counted.js';
import type { Run } from './walk.js';

export interface Vertex {
  record: NodeRecord;
  /** place among all nodes of all kinds by sort key, then id: comparing ranks is comparing in the default order */
  rank: number;
  /** place among all nodes by kind, then rank */
  at: number;
}

export interface Edge {
  link: LinkRecord;
  from: Vertex;
  to: Vertex;
}

/** The end of an edge that one comes to when following it in a direction. */
export const farEnd = (edge: Edge, direction: Direction): Vertex => (direction === 'OUT' ? edge.to : edge.from);

/** The order of presorted lists of edges seen from one end. */
export const compareEdges =
  (direction: Direction) =>
  (a: Edge, b: Edge): number =>
    farEnd(a, direction).rank - farEnd(b, direction).rank || compareValues(linkKey(a.link), linkKey(b.link));

/** A list of the links of one node; what stands in it is made when it is asked for. */
export interface Edges extends Run<Edge>, Iterable<Edge> {
  /** the link at a place */
  link(index: number): LinkRecord;
  /** the other end of the link at a place */
  end(index: number): Vertex;
}

/** For each node, by its `at` less `first`, where its links begin in `order`, which holds places of records. */
interface Lists extends Counted {
  first: number;
}

export class Links {
  /** ranks of the ends, in the order of the records */
  private readonly from: Uint32Array;
  private readonly to: Uint32Array;
  private readonly lists: Readonly<Record<Direction, Lists>>;

  /** @param vertices all nodes by rank */
  constructor(
    private readonly vertices: readonly Vertex[],
    private readonly records: readonly LinkRecord[],
    endOf: (link: LinkRecord, id: string) => Vertex,
  ) {
    // Links between the same two nodes stand by their identity: all sorting from here on keeps that order.
    if (records[0] && linkSpecs[records[0].link].identity.length > 0)
      this.records = [...records].sort((a, b) => compareValues(linkKey(a), linkKey(b)));
    this.from = Uint32Array.from(this.records, (link) => endOf(link, link.from).rank);
    this.to = Uint32Array.from(this.records, (link) => endOf(link, link.to).rank);
    this.lists = { OUT: this.sorted(this.from, this.to), IN: this.sorted(this.to, this.from) };
  }

  of(vertex: Vertex, direction: Direction): Edges {
    const { first, starts, order } = this.lists[direction];
    const place = vertex.at - first;
    const start = starts[place] ?? 0;
    const length = place < 0 || place + 1 >= starts.length ? 0 : (starts[place + 1] as number) - start;
    if (length === 0) return noEdges;
    const far = direction === 'OUT' ? this.to : this.from;
    return new EdgesOf(this.vertices, this.records, vertex, direction, order, start, length, far);
  }

  /** Lists by one end, each by the rank of the other. */
  private sorted(near: Uint32Array, far: Uint32Array): Lists {
    const { vertices } = this;
    const at = (rank: number) => (vertices[rank] as Vertex).at;
    let [first, last] = [Number.POSITIVE_INFINITY, -1];
    for (const rank of near) [first, last] = [Math.min(first, at(rank)), Math.max(last, at(rank))];
    const byFar = counted(near.length, (index) => far[index] as number, vertices.length).order;
    const { starts, order } = counted(near.length, (place) => at(near[byFar[place] as number] as number) - first, last - first + 1);
    // From places in byFar to places of records.
    for (let place = 0; place < order.length; place += 1) order[place] = byFar[order[place] as number] as number;
    return { first, starts, order };
  }
}

class EdgesOf implements Edges {
  constructor(
    private readonly vertices: readonly Vertex[],
    private readonly records: readonly LinkRecord[],
    private readonly vertex: Vertex,
    private readonly direction: Direction,
    private readonly order: Uint32Array,
    private readonly start: number,
    readonly length: number,
    private readonly far: Uint32Array,
  ) {}

  link(index: number): LinkRecord {
    return this.records[this.order[this.start + index] as number] as LinkRecord;
  }

  end(index: number): Vertex {
    return this.vertices[this.far[this.order[this.start + index] as number] as number] as Vertex;
  }

  at(index: number): Edge | undefined {
    if (index < 0 || index >= this.length) return undefined;
    const [link, end] = [this.link(index), this.end(index)];
    return this.direction === 'OUT' ? { link, from: this.vertex, to: end } : { link, from: end, to: this.vertex };
  }

  *[Symbol.iterator](): Iterator<Edge> {
    for (let index = 0; index < this.length; index += 1) yield this.at(index) as Edge;
  }
}

export const noEdges: Edges = new EdgesOf([], [], undefined as never, 'OUT', new Uint32Array(), 0, 0, new Uint32Array());

/** Whether a link of the list, and its other end, pass. */
export function someEdge(edges: Edges, passes: (end: Vertex, link: LinkRecord) => boolean): boolean {
  for (let index = 0; index < edges.length; index += 1) if (passes(edges.end(index), edges.link(index))) return true;
  return false;
}

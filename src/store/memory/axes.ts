/**
 * Axes in memory. The keys under which a node stands on an axis are a set, and every set has a number. Few sets are many rows, so that a cube or a
 * facet reads a number for each row and looks at keys once for each set.
 */
import type { Axis } from '../graph-store.js';
import { isBy, type MemoryGraph } from './graph.js';
import type { Vertex } from './links.js';

/** The numbers of the sets of keys on one axis. */
export class KeySets {
  readonly sets: (readonly string[])[] = [];
  private readonly numbers = new Map<string, number>();
  /** by rank: the number of the set of a node plus one, 0 where it was not asked for yet */
  private readonly known: Uint32Array;
  private readonly keysOf: (vertex: Vertex) => readonly string[];

  constructor(graph: MemoryGraph, axis: Axis) {
    this.known = new Uint32Array(graph.vertices.length);
    this.keysOf = keysOn(graph, axis);
  }

  of(vertex: Vertex): number {
    const known = this.known[vertex.rank];
    if (known) return known - 1;
    const keys = [...new Set(this.keysOf(vertex))].sort();
    const name = JSON.stringify(keys);
    let number = this.numbers.get(name);
    if (number === undefined) {
      number = this.sets.push(keys) - 1;
      this.numbers.set(name, number);
    }
    this.known[vertex.rank] = number + 1;
    return number;
  }
}

const keysOfProperty = ({ record }: Vertex, property: string): string[] => {
  const value = record[property];
  return value === null || value === undefined ? [] : [value].flat().map(String);
};

/** The keys under which a node stands on an axis; one may come twice. */
function keysOn(graph: MemoryGraph, axis: Axis): (vertex: Vertex) => readonly string[] {
  if (axis.by === 'property') return (vertex) => keysOfProperty(vertex, axis.property);
  const { link, direction, property, rollUp, methods } = axis;
  /** what a neighbour stands for is the same for all of its rows */
  const known = new Map<Vertex, readonly string[]>();
  const keysOfEnd = (end: Vertex): readonly string[] => {
    let keys = known.get(end);
    if (!keys) {
      const all = rollUp ? graph.withParts(end, 'OUT') : [end];
      keys = all.flatMap((each) => (property ? keysOfProperty(each, property) : [each.record.id]));
      known.set(end, keys);
    }
    return keys;
  };
  return (vertex) => {
    const keys: string[] = [];
    const edges = graph.edges(vertex, link, direction);
    for (let index = 0; index < edges.length; index += 1) if (isBy(edges.link(index), methods)) keys.push(...keysOfEnd(edges.end(index)));
    return keys;
  };
}

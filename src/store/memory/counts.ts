/** Counts of the memory store: cubes and facets. */
import type { Axis, Condition, CubeCounts, CubeQuery, Facet, FacetsQuery, MeasureOf } from '../graph-store.js';
import { compareValues } from '../order.js';
import { isBy, type MemoryGraph } from './graph.js';
import type { Vertex } from './links.js';
import { filtersOf, select, selected } from './select.js';

type KeysOf = (vertex: Vertex) => readonly string[];

const keysOfProperty = ({ record }: Vertex, property: string): string[] => {
  const value = record[property];
  return value === null || value === undefined ? [] : [value].flat().map(String);
};

/** The distinct keys under which a node stands on an axis. */
function keysOn(graph: MemoryGraph, axis: Axis): KeysOf {
  if (axis.by === 'property') return (vertex) => [...new Set(keysOfProperty(vertex, axis.property))];
  const { link, direction, property, rollUp, methods } = axis;
  /** what a neighbour stands for is the same for all of its rows */
  const known = new Map<Vertex, readonly string[]>();
  const keysOfEnd = (end: Vertex) => {
    const all = rollUp ? graph.withParts(end, 'OUT') : [end];
    return all.flatMap((each) => (property ? keysOfProperty(each, property) : [each.record.id]));
  };
  return (vertex) => {
    const edges = graph.edges(vertex, link, direction);
    const keys: string[] = [];
    for (let index = 0; index < edges.length; index += 1) {
      if (methods && !isBy(edges.link(index), methods)) continue;
      const end = edges.end(index);
      const endKeys = known.get(end) ?? keysOfEnd(end);
      known.set(end, endKeys);
      // Few keys: looking for one costs less than a set of them.
      for (const key of endKeys) if (!keys.includes(key)) keys.push(key);
    }
    return keys;
  };
}

/** What one cell holds: a number of rows, or the distinct neighbours of its rows. */
class Tally {
  private rows = 0;
  private readonly neighbours = new Set<Vertex>();

  constructor(
    private readonly graph: MemoryGraph,
    private readonly measure: MeasureOf,
  ) {}

  add(vertex: Vertex): void {
    this.rows += 1;
    if (this.measure === 'ROWS') return;
    const { link, direction } = this.measure;
    const edges = this.graph.edges(vertex, link, direction);
    for (let index = 0; index < edges.length; index += 1) this.neighbours.add(edges.end(index));
  }

  get value(): number {
    return this.measure === 'ROWS' ? this.rows : this.neighbours.size;
  }
}

class Tallies<Key> extends Map<Key, Tally> {
  constructor(private readonly make: () => Tally) {
    super();
  }

  add(key: Key, vertex: Vertex): void {
    let tally = this.get(key);
    if (!tally) {
      tally = this.make();
      this.set(key, tally);
    }
    tally.add(vertex);
  }
}

/** See GraphStore.cube. */
export function cube(graph: MemoryGraph, query: CubeQuery): CubeCounts {
  const { kind, where, measure } = query;
  const [rowsOf, columnsOf] = [keysOn(graph, query.rows), keysOn(graph, query.columns)];
  const tally = () => new Tally(graph, measure);
  const total = tally();
  const rows = new Tallies<string>(tally);
  const columns = new Tallies<string>(tally);
  const cells = new Map<string, Tallies<string>>();
  let untagged = 0;
  for (const vertex of selected(select(graph, [kind], filtersOf(graph, [kind], where)))) {
    const [rowKeys, columnKeys] = [rowsOf(vertex), columnsOf(vertex)];
    total.add(vertex);
    if (rowKeys.length === 0 || columnKeys.length === 0) untagged += 1;
    for (const column of columnKeys) columns.add(column, vertex);
    for (const row of rowKeys) {
      rows.add(row, vertex);
      let line = cells.get(row);
      if (!line) {
        line = new Tallies<string>(tally);
        cells.set(row, line);
      }
      for (const column of columnKeys) line.add(column, vertex);
    }
  }
  return {
    cells: byKey(cells).flatMap(([row, line]) => byKey(line).map(([column, { value }]) => ({ row, column, value }))),
    rows: byKey(rows).map(([key, { value }]) => ({ key, total: value })),
    columns: byKey(columns).map(([key, { value }]) => ({ key, total: value })),
    total: total.value,
    untagged,
  };
}

const byKey = <T>(map: ReadonlyMap<string, T>): [string, T][] => [...map].sort(([a], [b]) => compareValues(a, b));

/** See GraphStore.facets. */
export function facets(graph: MemoryGraph, query: FacetsQuery, scopes: readonly (readonly Condition[])[]): Facet[][] {
  const { kinds, where, axes, limit } = query;
  const keysOf = axes.map((axis) => keysOn(graph, axis));
  const shared = filtersOf(graph, kinds, where);
  return scopes.map((scope) => {
    const found = axes.map(() => ({ counts: new Map<string, number>(), missing: 0 }));
    for (const vertex of selected(select(graph, kinds, [...shared, ...filtersOf(graph, kinds, scope)]))) {
      for (const [index, facet] of found.entries()) {
        const keys = (keysOf[index] as KeysOf)(vertex);
        if (keys.length === 0) facet.missing += 1;
        for (const key of keys) facet.counts.set(key, (facet.counts.get(key) ?? 0) + 1);
      }
    }
    return found.map(({ counts, missing }) => ({
      values: [...counts]
        .sort(([a, more], [b, less]) => less - more || compareValues(a, b))
        .slice(0, limit)
        .map(([key, count]) => ({ key, count })),
      missing,
    }));
  });
}

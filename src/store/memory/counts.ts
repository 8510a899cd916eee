/** Counts of the memory store: cubes and facets. Rows that stand alike are counted together first, and the counts are made from these groups. */
import type { Axis, Condition, CubeCounts, CubeQuery, Facet, FacetsQuery, MeasureOf } from '../graph-store.js';
import { compareValues } from '../order.js';
import type { MemoryGraph } from './graph.js';
import { filtersOf, select, selected } from './select.js';

/** Rows with the same keys on both axes. */
interface Group {
  rows: number;
  columns: number;
  count: number;
  /** the numbers of the sets of neighbours that are counted */
  ends: Set<number>;
}

/** More sets of keys than an axis has. */
const mostSets = 2 ** 26;

/** What one cell holds: a number of rows, or the distinct neighbours of its rows. */
class Tally {
  private rows = 0;
  private readonly neighbours = new Set<string>();

  /** @param setsOfEnds the neighbours that are counted, by the numbers of their sets; null to count rows */
  constructor(private readonly setsOfEnds: readonly (readonly string[])[] | null) {}

  add({ count, ends }: Group): void {
    this.rows += count;
    if (this.setsOfEnds) for (const set of ends) for (const end of this.setsOfEnds[set] as readonly string[]) this.neighbours.add(end);
  }

  get value(): number {
    return this.setsOfEnds ? this.neighbours.size : this.rows;
  }
}

const axisOf = (measure: MeasureOf): Axis | null => (measure === 'ROWS' ? null : { by: 'link', ...measure });

/** See GraphStore.cube. */
export function cube(graph: MemoryGraph, query: CubeQuery): CubeCounts {
  const { kind, where, measure } = query;
  const counted = axisOf(measure);
  const [rowSets, columnSets, endSets] = [graph.keySets(query.rows), graph.keySets(query.columns), counted && graph.keySets(counted)];
  const groups = new Map<number, Group>();
  for (const vertex of selected(select(graph, [kind], filtersOf(graph, [kind], where)))) {
    const [rows, columns] = [rowSets.of(vertex), columnSets.of(vertex)];
    let group = groups.get(rows * mostSets + columns);
    if (!group) {
      group = { rows, columns, count: 0, ends: new Set() };
      groups.set(rows * mostSets + columns, group);
    }
    group.count += 1;
    if (endSets) group.ends.add(endSets.of(vertex));
  }

  const tally = () => new Tally(endSets?.sets ?? null);
  const [total, rows, columns, cells] = [
    tally(),
    new Map<string, Tally>(),
    new Map<string, Tally>(),
    new Map<string, Map<string, Tally>>(),
  ];
  let untagged = 0;
  for (const group of groups.values()) {
    const [rowKeys, columnKeys] = [rowSets.sets[group.rows] ?? [], columnSets.sets[group.columns] ?? []];
    total.add(group);
    if (rowKeys.length === 0 || columnKeys.length === 0) untagged += group.count;
    for (const column of columnKeys) memo(columns, column, tally).add(group);
    for (const row of rowKeys) {
      memo(rows, row, tally).add(group);
      const line = memo(cells, row, () => new Map<string, Tally>());
      for (const column of columnKeys) memo(line, column, tally).add(group);
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

function memo<T>(map: Map<string, T>, key: string, make: () => T): T {
  let value = map.get(key);
  if (value === undefined) {
    value = make();
    map.set(key, value);
  }
  return value;
}

/** See GraphStore.facets. */
export function facets(graph: MemoryGraph, query: FacetsQuery, scopes: readonly (readonly Condition[])[]): Facet[][] {
  const { kinds, where, axes, limit } = query;
  const shared = filtersOf(graph, kinds, where);
  const keySets = axes.map((axis) => graph.keySets(axis));
  return scopes.map((scope) => {
    const counts = axes.map((): number[] => []);
    for (const vertex of selected(select(graph, kinds, [...shared, ...filtersOf(graph, kinds, scope)]))) {
      for (let axis = 0; axis < keySets.length; axis += 1) {
        const [set, count] = [(keySets[axis] as (typeof keySets)[number]).of(vertex), counts[axis] as number[]];
        count[set] = (count[set] ?? 0) + 1;
      }
    }
    return keySets.map(({ sets }, axis) => facetOf(sets, counts[axis] as number[], limit));
  });
}

/** @param countOf how many rows have each set of keys; none where nothing stands */
function facetOf(sets: readonly (readonly string[])[], countOf: readonly number[], limit: number): Facet {
  const counts = new Map<string, number>();
  let missing = 0;
  for (const [set, keys] of sets.entries()) {
    const count = countOf[set] ?? 0;
    if (count === 0) continue;
    if (keys.length === 0) missing += count;
    for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + count);
  }
  const greatestFirst = [...counts].sort(([a, more], [b, less]) => less - more || compareValues(a, b));
  return { values: greatestFirst.slice(0, limit).map(([key, count]) => ({ key, count })), missing };
}

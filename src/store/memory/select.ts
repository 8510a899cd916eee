/** Turns conditions into a test of one node and, where it can, into the presorted lists of the only nodes that may pass. */
import { linkSpecs } from '../../domain/graph.js';
import type { Kind } from '../../domain/vocabulary.js';
import type { Condition, LinkCondition } from '../graph-store.js';
import { isBy, type MemoryGraph } from './graph.js';
import { someEdge, type Vertex } from './links.js';
import { firstIndex, inAnyOrder, type Run } from './walk.js';

type Test = (vertex: Vertex) => boolean;

/** A condition made ready for one graph. */
export interface Filter {
  test: Test;
  /** lists in the default order that hold every node that passes, and maybe others; null: no such lists */
  runs: readonly Run<Vertex>[] | null;
  /** whether it is one list, of nothing but nodes of the kinds that pass, each once */
  exact?: boolean;
}

/** The nodes that conditions leave: those of the runs that pass the test. */
export interface Selection {
  runs: readonly Run<Vertex>[];
  test: Test;
  /** how many they are, where that is known without looking at each */
  size: number | null;
}

/** Makes the conditions ready for the nodes of the kinds. */
export const filtersOf = (graph: MemoryGraph, kinds: readonly Kind[], where: readonly Condition[]): Filter[] =>
  where.map((condition) => filterOf(graph, kinds, condition));

/** The nodes of the kinds that pass all filters, driven by the filter that leaves the fewest to look at. */
export function select(graph: MemoryGraph, kinds: readonly Kind[], filters: readonly Filter[]): Selection {
  const wanted = new Set(kinds);
  const size = (runs: readonly Run<Vertex>[]) => runs.reduce((sum, run) => sum + run.length, 0);
  let runs: readonly Run<Vertex>[] = [...wanted].map((kind) => graph.byKind[kind]);
  const [filter, ...others] = filters;
  // All of the kinds, or all of one list: nothing need be looked at.
  if (!filter) return { runs, test: () => true, size: size(runs) };
  if (filter.exact && filter.runs && others.length === 0) return { runs: filter.runs, test: () => true, size: size(filter.runs) };
  for (const each of filters) if (each.runs && size(each.runs) < size(runs)) runs = each.runs;
  return { runs, test: (vertex) => wanted.has(vertex.record.kind) && filters.every(({ test }) => test(vertex)), size: null };
}

/** The selected nodes, each once, in any order. */
export function* selected({ runs, test }: Selection): Generator<Vertex> {
  for (const vertex of inAnyOrder(runs)) if (test(vertex)) yield vertex;
}

function filterOf(graph: MemoryGraph, kinds: readonly Kind[], condition: Condition): Filter {
  switch (condition.by) {
    case 'property': {
      const has = hasValue(condition.property, condition.in);
      return { test: has, runs: null };
    }
    case 'range':
      return { test: inRange(condition), runs: null };
    case 'link':
      return linkFilter(graph, kinds, condition);
    case 'neighbour': {
      const { link, direction } = condition;
      const has = hasValue(condition.property, condition.in);
      return { test: (vertex) => someEdge(graph.edges(vertex, link, direction), has), runs: null };
    }
    case 'text':
      return textFilter(graph, kinds, condition.words);
    case 'any': {
      const filters = filtersOf(graph, kinds, condition.of);
      const runs = filters.every((filter) => filter.runs) ? filters.flatMap((filter) => filter.runs ?? []) : null;
      return { test: (vertex) => filters.some(({ test }) => test(vertex)), runs };
    }
    case 'not': {
      const filters = filtersOf(graph, kinds, condition.all);
      return { test: (vertex) => !filters.every(({ test }) => test(vertex)), runs: null };
    }
  }
}

function hasValue(property: string, values: readonly (string | number | boolean)[]): Test {
  const wanted = new Set<unknown>(values);
  return ({ record }) => {
    const value = record[property];
    return Array.isArray(value) ? value.some((each) => wanted.has(each)) : wanted.has(value);
  };
}

function inRange({ property, from, to }: Extract<Condition, { by: 'range' }>): Test {
  return ({ record }) => {
    const value = record[property];
    if (typeof value !== 'number' && typeof value !== 'string') return false;
    const holds = (bound: number | string | null | undefined, inside: (bound: number | string) => boolean) =>
      bound === null || bound === undefined || (typeof bound === typeof value && inside(bound));
    return holds(from, (bound) => value >= bound) && holds(to, (bound) => value <= bound);
  };
}

function linkFilter(graph: MemoryGraph, kinds: readonly Kind[], condition: LinkCondition): Filter {
  const { link, direction, ids, withParts: parts, methods } = condition;
  if (!ids) return { test: (vertex) => someEdge(graph.edges(vertex, link, direction), (_, each) => isBy(each, methods)), runs: null };
  const named = graph.named(ids);
  const ends = new Set(parts ? named.flatMap((vertex) => graph.withParts(vertex, 'IN')) : named);
  const back = direction === 'OUT' ? 'IN' : 'OUT';
  const spec = linkSpecs[link];
  const near: readonly Kind[] = spec[direction === 'OUT' ? 'from' : 'to'];
  return {
    exact: ends.size === 1 && !methods && spec.identity.length === 0 && near.every((kind) => kinds.includes(kind)),
    test: (vertex) => someEdge(graph.edges(vertex, link, direction), (end, each) => ends.has(end) && isBy(each, methods)),
    runs: [...ends].map((end) => {
      const edges = graph.edges(end, link, back);
      return { length: edges.length, at: (index) => (index < edges.length ? edges.end(index) : undefined) };
    }),
  };
}

function textFilter(graph: MemoryGraph, kinds: readonly Kind[], words: readonly string[]): Filter {
  if (words.length === 0) return { test: () => true, runs: null };
  const holds = (vertices: Run<Vertex>, vertex: Vertex) => vertices.at(firstIndex(vertices, ({ rank }) => rank >= vertex.rank)) === vertex;
  const found = new Map<Kind, Run<Vertex>>();
  for (const kind of kinds) {
    const [rarest = [], ...others] = words.map((word) => graph.textOf(kind).having(word)).sort((a, b) => a.length - b.length);
    const inAll = (vertex: Vertex) => others.every((vertices) => holds(vertices, vertex));
    found.set(kind, others.length === 0 ? rarest : [...inAnyOrder([rarest])].filter(inAll));
  }
  return { test: (vertex) => holds(found.get(vertex.record.kind) ?? [], vertex), runs: [...found.values()] };
}

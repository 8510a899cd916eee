/** Lists of the memory store: nodes that meet conditions, and the neighbours of a node. */
import type { NodeRecord } from '../../domain/records.js';
import type { Condition, FindQuery, Neighbour, NeighboursQuery, Order, Page, Relation } from '../graph-store.js';
import { comparePositions, neighbourPosition, nodePosition, sortKeyOf } from '../order.js';
import { cutPage } from '../pages.js';
import type { MemoryGraph } from './graph.js';
import { compareEdges, type Edge, farEnd, type Vertex } from './links.js';
import { filtersOf, select, selected } from './select.js';
import { inAnyOrder, turned, type Walk, walkPage } from './walk.js';

const defaultOrder: readonly Order[] = [{ by: 'DEFAULT' }];

const positionOf = ({ record }: Vertex) => ({ keys: [sortKeyOf(record)], id: record.id });

/** The walk in default order; the other way round, nodes of one sort key still stand by their ids. */
const nodeWalk = (graph: MemoryGraph, descending: boolean): Walk<Vertex> =>
  descending
    ? { compare: (a, b) => graph.keyPlace(b) - graph.keyPlace(a) || a.rank - b.rank, positionOf, descending }
    : { compare: (a, b) => a.rank - b.rank, positionOf };

/** See GraphStore.find. In the default order, either way, it walks presorted lists; any other order reads all that match. */
export function find(graph: MemoryGraph, query: FindQuery, scopes: readonly (readonly Condition[])[]): Page<NodeRecord>[] {
  const orders = query.order?.length ? query.order : defaultOrder;
  const walked = orders.length === 1 && orders[0]?.by === 'DEFAULT' ? orders[0] : null;
  const descending = walked?.descending ?? false;
  const compare = comparePositions(orders.map(({ descending }) => descending ?? false));
  const shared = filtersOf(graph, query.kinds, query.where);
  return scopes.map((scope) => {
    const selection = select(graph, query.kinds, [...shared, ...filtersOf(graph, query.kinds, scope)]);
    const runs = descending ? selection.runs.map((run) => turned(run, (vertex) => graph.keyPlace(vertex))) : selection.runs;
    const page = walked
      ? walkPage(runs, nodeWalk(graph, descending), selection.test, query.page)
      : cutPage(selected(selection), ({ record }) => nodePosition(record, orders), compare, query.page);
    return withValues(page, ({ record }) => record);
  });
}

/** See GraphStore.neighbours. */
export function neighbours(graph: MemoryGraph, query: NeighboursQuery, ids: readonly string[]): Page<Neighbour>[] {
  const { link, direction, where, order, page } = query;
  const keep = (edge: Edge) => !where || where.in.includes(edge.link[where.property] as string);
  const positionOf = (edge: Edge) => {
    const { record } = farEnd(edge, direction);
    return neighbourPosition(record.id, sortKeyOf(record), edge.link, order);
  };
  return ids.map((id) => {
    const [vertex] = graph.named([id]);
    const starts = vertex && query.withParts ? graph.withParts(vertex, 'IN') : vertex ? [vertex] : [];
    const runs = starts.map((start) => graph.edges(start, link, direction));
    const rows =
      order === 'NODE'
        ? walkPage(runs, { compare: compareEdges(direction), positionOf }, keep, page)
        : cutPage([...inAnyOrder(runs)].filter(keep), positionOf, comparePositions([false, false]), page);
    return withValues(rows, (edge) => ({ node: farEnd(edge, direction).record, link: edge.link }));
  });
}

/** See GraphStore.related. */
export function related(graph: MemoryGraph, relations: readonly Relation[]): NodeRecord[][] {
  return relations.map(({ id, link, direction }) => {
    const vertex = graph.byId.get(id);
    if (!vertex) return [];
    const edges = graph.edges(vertex, link, direction);
    return [...new Set(Array.from({ length: edges.length }, (_, index) => edges.end(index).record))];
  });
}

const withValues = <T, U>(page: Page<T>, resultOf: (value: T) => U): Page<U> => ({
  ...page,
  rows: page.rows.map(({ value, position }) => ({ value: resultOf(value), position })),
});

/** Lists of the memory store: nodes that meet conditions, and the neighbours of a node. */
import type { LinkRecord, NodeRecord } from '../../domain/records.js';
import type { Condition, FindQuery, Neighbour, NeighboursQuery, Order, Page, Relation, Row } from '../graph-store.js';
import { comparePositions, neighbourPosition, nodePosition } from '../order.js';
import { cutPage } from '../pages.js';
import type { MemoryGraph } from './graph.js';
import { compareEdges, type Edge, type Edges, farEnd, type Vertex } from './links.js';
import { filtersOf, select, selected } from './select.js';
import { inAnyOrder, turned, type Walk, walkPage } from './walk.js';

const defaultOrder: readonly Order[] = [{ by: 'DEFAULT' }];

/** The walk in default order; the other way round, nodes of one sort key still stand by their ids. */
function nodeWalk(graph: MemoryGraph, descending: boolean): Walk<Vertex> {
  const positionOf = (vertex: Vertex) => ({ keys: [graph.sortKey(vertex)], id: vertex.record.id });
  if (!descending) return { compare: (a, b) => a.rank - b.rank, positionOf };
  return { compare: (a, b) => graph.keyPlace(b) - graph.keyPlace(a) || a.rank - b.rank, positionOf, descending };
}

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
      ? walkPage(runs, nodeWalk(graph, descending), selection.test, query.page, selection.size)
      : cutPage(selected(selection), ({ record }) => nodePosition(record, orders), compare, query.page);
    return withRows(page, (vertex) => ({ value: vertex.record, ...includedOf(graph, vertex, query.including) }));
  });
}

function includedOf(graph: MemoryGraph, vertex: Vertex, inclusions: FindQuery['including']): Pick<Row<NodeRecord>, 'included'> {
  if (!inclusions?.length) return {};
  return {
    included: inclusions.map(({ link, direction, links: withLinks }) => {
      const edges = graph.edges(vertex, link, direction);
      if (!withLinks) return { nodes: distinctEnds(edges), links: null };
      const [nodes, links]: [NodeRecord[], LinkRecord[]] = [[], []];
      for (let index = 0; index < edges.length; index += 1) {
        nodes.push(edges.end(index).record);
        links.push(edges.link(index));
      }
      return { nodes, links };
    }),
  };
}

/** See GraphStore.neighbours. */
export function neighbours(graph: MemoryGraph, query: NeighboursQuery, ids: readonly string[]): Page<Neighbour>[] {
  const { link, direction, where, order, page } = query;
  const keep = (edge: Edge) => !where || where.in.includes(edge.link[where.property] as string);
  const positionOf = (edge: Edge) => {
    const end = farEnd(edge, direction);
    return neighbourPosition(end.record.id, graph.sortKey(end), edge.link, order);
  };
  return ids.map((id) => {
    const [vertex] = graph.named([id]);
    const starts = vertex && query.withParts ? graph.withParts(vertex, 'IN') : vertex ? [vertex] : [];
    const runs = starts.map((start) => graph.edges(start, link, direction));
    const rows =
      order === 'NODE'
        ? walkPage(runs, { compare: compareEdges(direction), positionOf }, keep, page)
        : cutPage([...inAnyOrder(runs)].filter(keep), positionOf, comparePositions([false, false]), page);
    return withRows(rows, (edge) => ({ value: { node: farEnd(edge, direction).record, link: edge.link } }));
  });
}

/** See GraphStore.related. */
export function related(graph: MemoryGraph, relations: readonly Relation[]): NodeRecord[][] {
  return relations.map(({ id, link, direction }) => {
    const vertex = graph.byId.get(id);
    return vertex ? distinctEnds(graph.edges(vertex, link, direction)) : [];
  });
}

/** The other ends, each once: links between the same two nodes stand together. */
function distinctEnds(edges: Edges): NodeRecord[] {
  const nodes: NodeRecord[] = [];
  for (let index = 0; index < edges.length; index += 1) {
    const { record } = edges.end(index);
    if (record !== nodes.at(-1)) nodes.push(record);
  }
  return nodes;
}

const withRows = <T, U>(page: Page<T>, rowOf: (value: T) => Omit<Row<U>, 'position'>): Page<U> => ({
  ...page,
  rows: page.rows.map(({ value, position }) => ({ ...rowOf(value), position })),
});

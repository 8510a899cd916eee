/** The answers of the Mercurius peer: plain functions over plain Maps, one for each field that the workload asks. */
import { nodeSpecs } from '../../../src/domain/graph.js';
import type { Evidence, LinkRecord, LinkSummary, NodeRecord } from '../../../src/domain/records.js';
import type { LineageDirection } from '../../../src/store/graph-store.js';
import { compareNodes, placeInText } from '../../../src/store/order.js';
import { type Citations, lineageIn } from '../../../src/store/trails.js';
import { type End, endsAt, type InMemory } from './in-memory.js';

type Resolver = (parent: never, args: never) => unknown;
export type Resolvers = Record<string, Record<string, Resolver>>;

const nodesOf = (ends: readonly End[]): NodeRecord[] => ends.map(({ node }) => node);
const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
const inText = ({ link }: End): string => placeInText(link);
const withPlace = (link: LinkSummary) => ({
  ...link,
  where: link.evidence?.[0]?.where ?? null,
  paragraph: link.evidence?.[0]?.paragraph ?? null,
});

export function memoryResolvers(memory: InMemory): Resolvers {
  const { byId, out, into } = memory;
  const lines = new Map(memory.of('ACTION_LINE').map((line) => [line.code, line]));
  const documents = new Map([...byId.values()].filter((node) => node.symbol).map((node) => [node.symbol, node]));
  const resolveType = ({ kind }: NodeRecord) => nodeSpecs[kind].label;

  const page = (rows: readonly object[], first: number) => ({
    nodes: rows.slice(0, first),
    pageInfo: { hasNextPage: rows.length > first, endCursor: String(Math.min(first, rows.length) - 1) },
    totalCount: rows.length,
  });
  const citations = (ends: readonly End[], first: number) => ({
    totalCount: ends.length,
    edges: ends.slice(0, first).map(({ node, link }) => ({ ...withPlace(link), node })),
  });
  const graph: Citations = {
    document: (id) => byId.get(id) ?? null,
    links: (id, direction) => endsAt((direction === 'OUT' ? out : into).CITES, id).map(({ link }) => link),
    place: (link) => placeInText(link as LinkRecord),
    compare: compareNodes,
  };
  const document = {
    title: ({ title, symbol, name }: NodeRecord) => title ?? symbol ?? name,
    cites: ({ id }: NodeRecord, { first }: { first: number }) => {
      const ends = [...endsAt(out.CITES, id)];
      const keys = new Map(ends.map((end) => [end, inText(end)]));
      return citations(
        ends.sort((a, b) => compareText(keys.get(a) as string, keys.get(b) as string)),
        first,
      );
    },
    citedBy: ({ id }: NodeRecord, { first }: { first: number }) => citations(endsAt(into.CITES, id), first),
  };
  return {
    Node: { resolveType },
    Document: { resolveType },
    Resolution: document,
    Report: document,
    OutcomeDocument: document,
    OtherDocument: document,
    Query: {
      actionLine: (_: unknown, { id }: { id: string }) => lines.get(id) ?? null,
      node: (_: unknown, { id }: { id: string }) => byId.get(id) ?? null,
      document: (_: unknown, { id }: { id: string }) => documents.get(id) ?? null,
      lineage: (
        _: unknown,
        { id, direction, maxDepth, first }: { id: string; direction: LineageDirection; maxDepth: number; first: number },
      ) => {
        const root = documents.get(id);
        const found = root && lineageIn(graph, { id: root.id, direction, maxDepth, limit: first });
        if (!found) return null;
        return {
          root,
          nodes: found.nodes.map(({ node, depth }) => ({ document: node, depth, citationsRead: node.citationsRead })),
          links: found.links.map(withPlace),
          truncated: found.truncated,
        };
      },
      cube: (_: unknown, args: CubeArgs) => cubeOf(memory, args),
    },
    ActionLine: {
      contributions: ({ id }: NodeRecord, { first }: { first: number }) => page(memory.under(id), first),
      reportingEntities: ({ id }: NodeRecord, { first }: { first: number }) => reportersOf(memory, id, first),
    },
    Contribution: {
      entities: ({ id }: NodeRecord) => nodesOf(endsAt(into.MADE, id)),
      document: ({ id }: NodeRecord) => endsAt(out.DESCRIBED_IN, id)[0]?.node,
      sdgs: ({ id }: NodeRecord) => nodesOf(endsAt(out.SUPPORTS, id)),
      tags: ({ id }: NodeRecord) =>
        [...endsAt(out.UNDER, id), ...endsAt(out.IN, id), ...endsAt(out.SUPPORTS, id)].map(({ node, link }) => ({
          node,
          method: link.evidence[0]?.method,
          rule: link.evidence[0]?.rule,
        })),
    },
    Evidence: { document: ({ document: id }: Evidence) => (id ? byId.get(id) : null) },
    Cube: { untaggedContributions: ({ left }: { left: NodeRecord[] }, { first }: { first: number }) => page(left, first) },
  } as Resolvers;
}

/** The entities with contributions under a line, stated first, then by count, then by name. */
function reportersOf(memory: InMemory, line: string, first: number) {
  const { out, into } = memory;
  const targets = new Set([line, ...endsAt(into.PART_OF, line).map(({ node }) => node.id)]);
  const counts = new Map<
    NodeRecord,
    { node: NodeRecord; all: number; stated: number; inferred: number; cycles: Set<number>; evidence: Evidence[]; samples: number }
  >();
  for (const contribution of memory.under(line)) {
    const tags = endsAt(out.UNDER, contribution.id).filter(({ node }) => targets.has(node.id));
    const pieces = tags.flatMap(({ link }) => link.evidence);
    const stated = pieces.some(({ method }) => method === 'CURATED' || method === 'EXTRACTED');
    const inferred = pieces.every(({ method }) => method === 'INFERRED');
    for (const { node } of endsAt(into.MADE, contribution.id)) {
      const count = counts.get(node) ?? { node, all: 0, stated: 0, inferred: 0, cycles: new Set(), evidence: [], samples: 0 };
      counts.set(node, count);
      count.all += 1;
      if (stated) count.stated += 1;
      if (inferred) count.inferred += 1;
      if (typeof contribution.cycle === 'number') count.cycles.add(contribution.cycle);
      if (count.samples++ < 10) count.evidence.push(...(tags[0] as End).link.evidence);
    }
  }
  const rows = [...counts.values()].sort(
    (a, b) => Number(b.stated > 0) - Number(a.stated > 0) || b.all - a.all || compareNodes(a.node, b.node),
  );
  const edges = rows.slice(0, first).map(({ node, all, stated, inferred, cycles, evidence }) => {
    const years = [...cycles].sort((a, b) => a - b);
    const counted = { contributionCount: all, statedCount: stated, inferredCount: inferred };
    return { node, ...counted, cycles: years, firstCycle: years[0] ?? null, lastCycle: years.at(-1) ?? null, evidence };
  });
  return { totalCount: rows.length, edges };
}

interface CubeArgs {
  filter?: { entities?: string[] } | null;
  includeEmpty: boolean;
}

/** Contributions by action line, sub-lines counted in C7 too, and goal. */
function cubeOf(memory: InMemory, { filter, includeEmpty }: CubeArgs) {
  const { out } = memory;
  const chosen = filter?.entities
    ? new Set(filter.entities.flatMap((id) => endsAt(out.MADE, id).map(({ node }) => node)))
    : memory.of('CONTRIBUTION');
  const wholes = new Map(memory.of('ACTION_LINE').map(({ id }) => [id, [id, ...endsAt(out.PART_OF, id).map(({ node }) => node.id)]]));
  const [rows, columns, cells] = [new Map<string, number>(), new Map<string, number>(), new Map<string, number>()];
  const add = (counts: Map<string, number>, key: string) => counts.set(key, (counts.get(key) ?? 0) + 1);
  const left: NodeRecord[] = [];
  let total = 0;
  for (const { id } of chosen) {
    total += 1;
    const lines = new Set(endsAt(out.UNDER, id).flatMap(({ node }) => wholes.get(node.id) as string[]));
    const goals = endsAt(out.SUPPORTS, id);
    for (const line of lines) add(rows, line);
    for (const { node } of goals) add(columns, node.id);
    for (const line of lines) for (const { node } of goals) add(cells, `${line}\t${node.id}`);
    if (lines.size === 0 || goals.length === 0) left.push(memory.byId.get(id) as NodeRecord);
  }
  const headers = (kind: NodeRecord['kind'], counts: Map<string, number>) =>
    memory
      .of(kind)
      .filter(({ id }) => includeEmpty || counts.has(id))
      .map((node) => ({ key: node.id, label: node.name, node, total: counts.get(node.id) ?? 0 }));
  const [rowHeaders, columnHeaders] = [headers('ACTION_LINE', rows), headers('SDG', columns)];
  const found = rowHeaders.flatMap(({ key: row }) =>
    columnHeaders.flatMap(({ key: column }) => {
      const value = cells.get(`${row}\t${column}`);
      return value === undefined ? [] : [{ row, column, value }];
    }),
  );
  return { rows: rowHeaders, columns: columnHeaders, cells: found, total, untagged: left.length, left };
}

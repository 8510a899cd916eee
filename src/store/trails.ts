/** Walks over citations: lineage, paths and common ancestors, as pure functions that both stores feed with what they hold. */
import type { LinkRecord, LinkSummary, NodeSummary } from '../domain/records.js';
import { ErrorCode, PublicError } from '../errors.js';
import type { Direction, GraphStore, LineageGraph, LineageQuery, Trail } from './graph-store.js';
import { compareValues } from './order.js';

/** The citations that a walk may use: all of them, or at least all within its reach. */
export interface Citations<L extends LinkSummary = LinkSummary> {
  /** the document, or null when there is none of this id */
  document(id: string): NodeSummary | null;
  /** CITES links from (OUT) or to (IN) the document, in any order */
  links(id: string, direction: Direction): readonly L[];
  /** where a citation stands in the text, see `placeInText` */
  place(link: L): string;
  /** the default order */
  compare(a: NodeSummary, b: NodeSummary): number;
}

/** Steps that a search for paths may take before it gives up with TIMEOUT: some seconds of work. */
export const pathStepLimit = 1_000_000;

const directions = { ANCESTORS: ['OUT'], DESCENDANTS: ['IN'], BOTH: ['OUT', 'IN'] } as const satisfies Record<string, Direction[]>;

/** Citations by from, then in the order of the text, then by to and verb. */
function inOrder<L extends LinkSummary>(citations: Citations<L>, links: readonly L[]): L[] {
  const placed = links.map((link) => ({ link, place: citations.place(link) }));
  placed.sort(
    (a, b) =>
      compareValues(a.link.from, b.link.from) ||
      compareValues(a.place, b.place) ||
      compareValues(a.link.to, b.link.to) ||
      compareValues(String(a.link.verb), String(b.link.verb)),
  );
  return placed.map(({ link }) => link);
}

/** Each document within `maxDepth` steps with the least number of them; the start itself is left out. */
function depthsFrom(start: string, maxDepth: number, next: (id: string) => Iterable<string>): Map<string, number> {
  const depths = new Map([[start, 0]]);
  let frontier = [start];
  for (let depth = 1; depth <= maxDepth && frontier.length > 0; depth += 1) {
    const found: string[] = [];
    for (const id of frontier) {
      for (const neighbour of next(id)) {
        if (depths.has(neighbour)) continue;
        depths.set(neighbour, depth);
        found.push(neighbour);
      }
    }
    frontier = found;
  }
  depths.delete(start);
  return depths;
}

/** See GraphStore.lineage. */
export function lineageIn(citations: Citations, query: LineageQuery): LineageGraph | null {
  const root = citations.document(query.id);
  if (!root) return null;
  const verbs = query.verbs && new Set(query.verbs);
  const follow = (id: string, direction: Direction) =>
    citations.links(id, direction).filter((link) => !verbs || verbs.has(link.verb as string));

  const depths = new Map<string, number>();
  for (const direction of directions[query.direction]) {
    const next = (id: string) => follow(id, direction).map((link) => (direction === 'OUT' ? link.to : link.from));
    for (const [id, depth] of depthsFrom(root.id, query.maxDepth, next)) depths.set(id, Math.min(depth, depths.get(id) ?? depth));
  }
  const reached = [...depths]
    .map(([id, depth]) => ({ node: citations.document(id) as NodeSummary, depth }))
    .sort((a, b) => a.depth - b.depth || citations.compare(a.node, b.node));
  const nodes = reached.slice(0, query.limit);
  const shown = new Set([root.id, ...nodes.map(({ node }) => node.id)]);
  const links = inOrder(
    citations,
    [...shown].flatMap((id) => follow(id, 'OUT').filter((link) => shown.has(link.to))),
  );
  return { nodes, links, truncated: reached.length > nodes.length };
}

/**
 * See GraphStore.paths. One depth-first search for each length, in default order, that enters only documents
 * from which the end is exactly the remaining number of steps away by some walk.
 */
export function pathsIn(citations: Citations<LinkRecord>, query: Parameters<GraphStore['paths']>[0]): Trail[] {
  const { from, to, maxLength, limit } = query;
  if (from === to || !citations.document(from) || !citations.document(to)) return [];

  const trails: Trail[] = [];
  const steps = new Map<string, [string, LinkRecord][]>();
  /** the documents that one cites, in default order, each with the first citation of it */
  const stepsFrom = (id: string) => {
    let found = steps.get(id);
    if (!found) {
      const first = new Map<string, LinkRecord>();
      for (const link of inOrder(citations, citations.links(id, 'OUT'))) if (!first.has(link.to)) first.set(link.to, link);
      const node = (id: string) => citations.document(id) as NodeSummary;
      found = [...first].sort(([a], [b]) => citations.compare(node(a), node(b)));
      steps.set(id, found);
    }
    return found;
  };

  let taken = 0;
  const walk = (path: readonly string[], links: readonly LinkRecord[], within: readonly ReadonlySet<string>[]): void => {
    const remaining = within.length - 1;
    if (remaining === 0) {
      trails.push({ nodes: path.map((id) => citations.document(id) as NodeSummary), links });
      return;
    }
    for (const [next, link] of stepsFrom(path[path.length - 1] as string)) {
      if (trails.length >= limit) return;
      if (!within[remaining - 1]?.has(next) || path.includes(next)) continue;
      taken += 1;
      if (taken > pathStepLimit)
        throw new PublicError(ErrorCode.TIMEOUT, 'There are too many ways to look at; ask for a shorter maxLength.');
      walk([...path, next], [...links, link], within.slice(0, -1));
    }
  };

  /** within[n]: the documents with a walk of exactly n citations to the end that does not pass it before */
  const within: Set<string>[] = [new Set([to])];
  for (let length = 1; length <= maxLength && trails.length < limit; length += 1) {
    const citing = [...(within[length - 1] as Set<string>)].flatMap((id) => citations.links(id, 'IN').map((link) => link.from));
    within.push(new Set(citing.filter((id) => id !== to)));
    if (within[length]?.has(from)) walk([from], [], within);
  }
  return trails;
}

/** See GraphStore.commonAncestors. */
export function commonAncestorsIn(citations: Citations, query: Parameters<GraphStore['commonAncestors']>[0]): NodeSummary[] {
  const ids = [...new Set(query.ids)];
  if (!ids.every((id) => citations.document(id))) return [];
  const cited = (id: string) => citations.links(id, 'OUT').map((link) => link.to);
  const [first, ...others] = ids.map((id) => depthsFrom(id, query.maxDepth, cited));
  return [...(first ?? [])]
    .filter(([id]) => others.every((depths) => depths.has(id)))
    .map(([id, depth]) => {
      const depths = [depth, ...others.map((other) => other.get(id) as number)];
      return { node: citations.document(id) as NodeSummary, greatest: Math.max(...depths), sum: depths.reduce((a, b) => a + b) };
    })
    .sort((a, b) => a.greatest - b.greatest || a.sum - b.sum || citations.compare(a.node, b.node))
    .slice(0, query.limit)
    .map(({ node }) => node);
}

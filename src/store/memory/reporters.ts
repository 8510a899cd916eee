/** Who reported on a parent: the contributions under it, gathered by the entities that made them. */
import type { LinkRecord } from '../../domain/records.js';
import { Method } from '../../domain/vocabulary.js';
import type { Page, Reporter, ReportersQuery } from '../graph-store.js';
import { comparePositions, sortKeyOf } from '../order.js';
import { cutPage } from '../pages.js';
import { isBy, type MemoryGraph } from './graph.js';
import { compareEdges, type Edge, type Vertex } from './links.js';
import { type Filter, filtersOf } from './select.js';
import { inOrder } from './walk.js';

const sampleSize = 10;
const stated = [Method.CURATED, Method.EXTRACTED];

interface Count extends Omit<Reporter, 'node' | 'samples' | 'cycles'> {
  entity: Vertex;
  cycles: Set<number>;
  samples: { contribution: string; link: LinkRecord }[];
}

/** See GraphStore.reporters. */
export function reporters(graph: MemoryGraph, query: ReportersQuery, parents: readonly string[]): Page<Reporter>[] {
  const filters = filtersOf(graph, ['CONTRIBUTION'], query.where);
  return parents.map((id) => {
    const [parent] = graph.named([id]);
    const counts = parent ? countsOf(graph, parent, query, filters) : new Map<Vertex, Count>();
    const page = cutPage(counts.values(), positionOf, comparePositions([false, false, false]), query.page);
    return { ...page, rows: page.rows.map(({ value, position }) => ({ value: reporterOf(value), position })) };
  });
}

const positionOf = ({ entity, statedCount, contributionCount }: Count) => ({
  keys: [statedCount > 0 ? 0 : 1, -contributionCount, sortKeyOf(entity.record)],
  id: entity.record.id,
});

const reporterOf = ({ entity, cycles, ...counts }: Count): Reporter => ({
  node: entity.record,
  ...counts,
  cycles: [...cycles].sort((a, b) => a - b),
});

function countsOf(graph: MemoryGraph, parent: Vertex, query: ReportersQuery, filters: readonly Filter[]): Map<Vertex, Count> {
  const counts = new Map<Vertex, Count>();
  for (const tags of tagsByContribution(graph, parent, query)) {
    const [{ from: contribution, link }] = tags;
    if (!filters.every(({ test }) => test(contribution))) continue;
    const isStated = tags.some((tag) => isBy(tag.link, stated));
    const isInferred = tags.every((tag) => tag.link.evidence.every(({ method }) => method === Method.INFERRED));
    const cycle = contribution.record.cycle as number | null | undefined;
    for (const { from: entity } of graph.edges(contribution, 'MADE', 'IN')) {
      const count = counts.get(entity) ?? {
        entity,
        contributionCount: 0,
        statedCount: 0,
        inferredCount: 0,
        cycles: new Set(),
        samples: [],
      };
      counts.set(entity, count);
      count.contributionCount += 1;
      if (isStated) count.statedCount += 1;
      if (isInferred) count.inferredCount += 1;
      if (typeof cycle === 'number') count.cycles.add(cycle);
      if (count.samples.length < sampleSize) count.samples.push({ contribution: contribution.record.id, link });
    }
  }
  return counts;
}

/** The tags on the parent and its parts for each contribution in default order, those of one contribution by the default order of their targets. */
function* tagsByContribution(
  graph: MemoryGraph,
  parent: Vertex,
  { link, withParts: parts, methods }: ReportersQuery,
): Generator<[Edge, ...Edge[]]> {
  const runs = (parts ? graph.withParts(parent, 'IN') : [parent]).map((target) => graph.edges(target, link, 'IN'));
  let tags: Edge[] = [];
  const sorted = (): [Edge, ...Edge[]] => tags.sort((a, b) => a.to.rank - b.to.rank) as [Edge, ...Edge[]];
  for (const tag of inOrder(runs, compareEdges('IN'))) {
    if (!isBy(tag.link, methods)) continue;
    if (tags[0] && tags[0].from !== tag.from) {
      yield sorted();
      tags = [];
    }
    tags.push(tag);
  }
  if (tags.length > 0) yield sorted();
}

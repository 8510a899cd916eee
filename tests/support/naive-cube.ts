/** Contributions filtered and counted the simplest way that can be thought of, straight from the records: what the API must agree with. */

import type { Dataset, LinkRecord, NodeRecord } from '../../src/domain/records.js';
import { words } from '../../src/domain/text.js';
import type { LinkName, Method } from '../../src/domain/vocabulary.js';

/** A ContributionFilter with complete ids. */
export interface Filter {
  entities?: string[];
  actionLines?: string[];
  includeSubLines?: boolean;
  regions?: string[];
  sdgs?: string[];
  documents?: string[];
  cycles?: { from?: number; to?: number };
  categories?: string[];
  methods?: Method[];
  text?: string;
}

export type Dimension = 'ACTION_LINE' | 'SDG' | 'REGION' | 'ENTITY' | 'ENTITY_CATEGORY' | 'DOCUMENT' | 'CYCLE';
export const dimensions: Dimension[] = ['ACTION_LINE', 'SDG', 'REGION', 'ENTITY', 'ENTITY_CATEGORY', 'DOCUMENT', 'CYCLE'];

export function naiveCube({ nodes, links }: Dataset) {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const contributions = nodes.filter(({ kind }) => kind === 'CONTRIBUTION');
  const linked = (link: LinkName, end: 'from' | 'to') => {
    const at = new Map<string, LinkRecord[]>();
    for (const one of links) if (one.link === link) at.set(one[end], [...(at.get(one[end]) ?? []), one]);
    return (id: string) => at.get(id) ?? [];
  };
  const [under, inRegion, supports, describedIn] = (['UNDER', 'IN', 'SUPPORTS', 'DESCRIBED_IN'] as const).map((name) =>
    linked(name, 'from'),
  );
  const made = linked('MADE', 'to');
  const partOf = linked('PART_OF', 'from');

  const by = (tags: LinkRecord[] | undefined, methods?: Method[]): string[] =>
    (tags ?? []).filter(({ evidence }) => !methods || evidence.some(({ method }) => methods.includes(method))).map(({ to }) => to);
  const makers = (id: string) => made(id).map(({ from }) => from);
  const documents = (id: string) => by(describedIn?.(id));
  const categories = (id: string) => makers(id).map((maker) => String(byId.get(maker)?.category));
  const linesOf = (id: string, { methods, includeSubLines = true }: Filter) => {
    const lines = by(under?.(id), methods);
    return includeSubLines ? [...lines, ...lines.flatMap((line) => by(partOf(line)))] : lines;
  };
  const meets = (wanted: string[] | undefined, found: string[]) => !wanted || found.some((one) => wanted.includes(one));

  /** Whether a contribution is one that the filter means. */
  function matches(node: NodeRecord, filter: Filter): boolean {
    const { id } = node;
    const { methods, cycles, text } = filter;
    const cycle = node.cycle as number | null;
    const asksAboutTag = filter.actionLines ?? filter.regions ?? filter.sdgs;
    const anyTag = [...by(under?.(id), methods), ...by(inRegion?.(id), methods), ...by(supports?.(id), methods)];
    const told = words(String(node.summary));
    return (
      meets(filter.entities, makers(id)) &&
      meets(filter.actionLines, linesOf(id, filter)) &&
      meets(filter.regions, by(inRegion?.(id), methods)) &&
      meets(filter.sdgs, by(supports?.(id), methods)) &&
      meets(filter.documents, documents(id)) &&
      meets(filter.categories, categories(id)) &&
      (!cycles || (cycle !== null && cycle >= (cycles.from ?? -Infinity) && cycle <= (cycles.to ?? Infinity))) &&
      (!methods || asksAboutTag !== undefined || anyTag.length > 0) &&
      (text === undefined || words(text).every((word) => told.includes(word)))
    );
  }

  /** The keys under which a contribution stands on an axis. */
  function keys({ id, cycle }: NodeRecord, dimension: Dimension, filter: Filter): string[] {
    switch (dimension) {
      case 'ACTION_LINE':
        return linesOf(id, filter);
      case 'SDG':
        return by(supports?.(id), filter.methods);
      case 'REGION':
        return by(inRegion?.(id), filter.methods);
      case 'ENTITY':
        return makers(id);
      case 'ENTITY_CATEGORY':
        return categories(id);
      case 'DOCUMENT':
        return documents(id);
      case 'CYCLE':
        return cycle === null ? [] : [String(cycle)];
    }
  }

  const measures = {
    CONTRIBUTIONS: (rows: NodeRecord[]) => rows.length,
    ENTITIES: (rows: NodeRecord[]) => new Set(rows.flatMap(({ id }) => makers(id))).size,
    DOCUMENTS: (rows: NodeRecord[]) => new Set(rows.flatMap(({ id }) => documents(id))).size,
  };
  return { select: (filter: Filter) => contributions.filter((node) => matches(node, filter)), keys, measures, makers };
}

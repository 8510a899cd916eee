/** A naive oracle of the store port: every answer by brute force over the arrays of a dataset, sharing no code with a store. */
import { linkSpecs, nodeSpecs } from '../../src/domain/graph.js';
import type { Dataset, LinkRecord, NodeRecord } from '../../src/domain/records.js';
import { words } from '../../src/domain/text.js';
import type { Method } from '../../src/domain/vocabulary.js';
import type {
  Axis,
  Condition,
  CubeQuery,
  Direction,
  FacetsQuery,
  FindQuery,
  LineageQuery,
  MeasureOf,
  NeighboursQuery,
  Page,
  Reporter,
  ReportersQuery,
  Trail,
} from '../../src/store/graph-store.js';
import { byDefault, distinct, type Key, pageOf, place, plain, sortKey } from './oracle-order.js';

const documents = ['RESOLUTION', 'REPORT', 'OUTCOME_DOCUMENT', 'OTHER_DOCUMENT'];

/** The answers that a store on this dataset has to give. */
export function oracleOf(dataset: Dataset) {
  const nodeOf = (id: string) => dataset.nodes.find((node) => node.id === id);
  const near = (link: LinkRecord, direction: Direction) => (direction === 'OUT' ? link.from : link.to);
  const far = (link: LinkRecord, direction: Direction) => (direction === 'OUT' ? link.to : link.from);
  const linksOf = (id: string, name: string, direction: Direction) =>
    dataset.links.filter((link) => link.link === name && near(link, direction) === id);
  const carries = (link: LinkRecord, methods?: readonly Method[]) =>
    methods === undefined || link.evidence.some((row) => methods.includes(row.method));

  /** the id and all that it is part of (OUT) or that is part of it (IN) */
  function closure(id: string, direction: Direction): string[] {
    let all = [id];
    for (;;) {
      const more = distinct([...all, ...all.flatMap((each) => linksOf(each, 'PART_OF', direction).map((link) => far(link, direction)))]);
      if (more.length === all.length) return all;
      all = more;
    }
  }

  const valuesOf = (node: NodeRecord | undefined, property: string): unknown[] => {
    const value = node?.[property];
    return Array.isArray(value) ? value : value === null || value === undefined ? [] : [value];
  };

  function holds(node: NodeRecord, condition: Condition): boolean {
    switch (condition.by) {
      case 'property':
        return valuesOf(node, condition.property).some((value) => condition.in.includes(value as string));
      case 'range': {
        const value = node[condition.property];
        const { from, to } = condition;
        if (typeof value !== 'string' && typeof value !== 'number') return false;
        if (from != null && (typeof from !== typeof value || value < from)) return false;
        return !(to != null && (typeof to !== typeof value || value > to));
      }
      case 'link': {
        const { ids, withParts, methods, direction } = condition;
        const wanted = ids?.flatMap((id) => (withParts ? closure(id, 'IN') : [id]));
        return linksOf(node.id, condition.link, direction).some(
          (link) => carries(link, methods) && (wanted === undefined || wanted.includes(far(link, direction))),
        );
      }
      case 'neighbour':
        return linksOf(node.id, condition.link, condition.direction).some((link) =>
          valuesOf(nodeOf(far(link, condition.direction)), condition.property).some((value) => condition.in.includes(value as string)),
        );
      case 'text': {
        const own = words((node[nodeSpecs[node.kind].textProperty] as string | null) ?? '');
        return condition.words.every((word) => own.includes(word));
      }
      case 'any':
        return condition.of.some((each) => holds(node, each));
      case 'not':
        return !condition.all.every((each) => holds(node, each));
    }
  }

  const matching = (kinds: readonly string[], where: readonly Condition[]) =>
    dataset.nodes.filter((node) => kinds.includes(node.kind) && where.every((condition) => holds(node, condition)));

  function keysOn(node: NodeRecord, axis: Axis): string[] {
    if (axis.by === 'property') return distinct(valuesOf(node, axis.property).map(String));
    const ends = linksOf(node.id, axis.link, axis.direction)
      .filter((link) => carries(link, axis.methods))
      .map((link) => far(link, axis.direction));
    const all = axis.rollUp ? ends.flatMap((end) => closure(end, 'OUT')) : ends;
    const { property } = axis;
    return distinct(property ? all.flatMap((end) => valuesOf(nodeOf(end), property).map(String)) : all);
  }

  const measured = (rows: readonly NodeRecord[], measure: MeasureOf) =>
    measure === 'ROWS'
      ? rows.length
      : distinct(rows.flatMap((row) => linksOf(row.id, measure.link, measure.direction).map((link) => far(link, measure.direction))))
          .length;

  /** each document within reach with the fewest steps to it */
  function depths(id: string, direction: Direction, maxDepth: number, verbs?: readonly string[]): Record<string, number> {
    const found: Record<string, number> = { [id]: 0 };
    for (let depth = 1; depth <= maxDepth; depth += 1) {
      for (const link of dataset.links.filter(({ link, verb }) => link === 'CITES' && (!verbs || verbs.includes(verb as string)))) {
        if (found[near(link, direction)] === depth - 1) found[far(link, direction)] ??= depth;
      }
    }
    delete found[id];
    return found;
  }

  const textually = (a: LinkRecord, b: LinkRecord) =>
    plain(a.from, b.from) || plain(place(a), place(b)) || plain(a.to, b.to) || plain(String(a.verb), String(b.verb));

  return {
    find: ({ kinds, where, order, page }: FindQuery, scope: readonly Condition[]): Page<NodeRecord> => {
      const orders = order?.length ? order : [{ by: 'DEFAULT' }];
      const keyOf = (node: NodeRecord, by: string): Key => {
        const value = by === 'DEFAULT' ? sortKey(node) : (node[by] ?? null);
        return Array.isArray(value) ? null : (value as Key);
      };
      const rows = matching(kinds, [...where, ...scope]).map((node) => ({
        value: node,
        position: { keys: orders.map(({ by }) => keyOf(node, by)), id: node.id },
      }));
      return pageOf(
        rows,
        orders.map(({ descending }) => descending === true),
        page,
      );
    },

    neighbours: ({ link, direction, where, withParts, order, page }: NeighboursQuery, id: string) => {
      const rows = (withParts ? closure(id, 'IN') : [id])
        .flatMap((start) => linksOf(start, link, direction))
        .filter((each) => !where || where.in.includes(each[where.property] as string))
        .map((each) => {
          const node = nodeOf(far(each, direction)) as NodeRecord;
          const identity = linkSpecs[link].identity.map((property) => each[property]);
          return {
            value: { node, link: each },
            position: {
              keys: order === 'TEXT' ? [place(each), sortKey(node)] : [sortKey(node)],
              id: [node.id, each.from, each.to, ...identity].join('\u0000'),
            },
          };
        });
      return pageOf(rows, order === 'TEXT' ? [false, false] : [false], page);
    },

    reporters: ({ link, withParts, where, methods, page }: ReportersQuery, parent: string): Page<Reporter> => {
      const targets = withParts ? closure(parent, 'IN') : [parent];
      const tagsOf = (id: string) =>
        linksOf(id, link, 'OUT')
          .filter((tag) => targets.includes(tag.to) && carries(tag, methods))
          .sort((a, b) => byDefault(nodeOf(a.to) as NodeRecord, nodeOf(b.to) as NodeRecord));
      const told = matching(['CONTRIBUTION'], where)
        .filter(({ id }) => tagsOf(id).length > 0)
        .sort(byDefault);
      const rows = matching(['ENTITY'], []).flatMap((node) => {
        const own = told.filter(({ id }) => dataset.links.some((made) => made.link === 'MADE' && made.from === node.id && made.to === id));
        if (own.length === 0) return [];
        const cycles = own.map(({ cycle }) => cycle).filter((cycle) => typeof cycle === 'number');
        const stated = own.filter(({ id }) => tagsOf(id).some((tag) => carries(tag, ['CURATED', 'EXTRACTED']))).length;
        const value = {
          node,
          contributionCount: own.length,
          statedCount: stated,
          inferredCount: own.filter(({ id }) => tagsOf(id).every((tag) => tag.evidence.every(({ method }) => method === 'INFERRED')))
            .length,
          cycles: [...new Set(cycles)].sort((a, b) => a - b),
          samples: own.slice(0, 10).map(({ id }) => ({ contribution: id, link: tagsOf(id)[0] as LinkRecord })),
        };
        return [{ value, position: { keys: [stated ? 0 : 1, -own.length, sortKey(node)], id: node.id } }];
      });
      return pageOf(rows, [false, false, false], page);
    },

    cube: ({ kind, where, rows, columns, measure }: CubeQuery) => {
      const all = matching([kind], where);
      const on = (axis: Axis, key: string) => all.filter((node) => keysOn(node, axis).includes(key));
      const keys = (axis: Axis) => distinct(all.flatMap((node) => keysOn(node, axis))).sort(plain);
      const totals = (axis: Axis) => keys(axis).map((key) => ({ key, total: measured(on(axis, key), measure) }));
      const cells = keys(rows).flatMap((row) =>
        keys(columns).map((column) => ({ row, column, both: on(rows, row).filter((node) => on(columns, column).includes(node)) })),
      );
      return {
        cells: cells
          .filter(({ both }) => both.length > 0)
          .map(({ row, column, both }) => ({ row, column, value: measured(both, measure) })),
        rows: totals(rows),
        columns: totals(columns),
        total: measured(all, measure),
        untagged: all.filter((node) => keysOn(node, rows).length === 0 || keysOn(node, columns).length === 0).length,
      };
    },

    facets: ({ kinds, where, axes, limit }: FacetsQuery, scope: readonly Condition[]) => {
      const all = matching(kinds, [...where, ...scope]);
      return axes.map((axis) => ({
        values: distinct(all.flatMap((node) => keysOn(node, axis)))
          .map((key) => ({ key, count: all.filter((node) => keysOn(node, axis).includes(key)).length }))
          .sort((a, b) => b.count - a.count || plain(a.key, b.key))
          .slice(0, limit),
        missing: all.filter((node) => keysOn(node, axis).length === 0).length,
      }));
    },

    lineage: ({ id, direction, verbs, maxDepth, limit }: LineageQuery) => {
      const root = nodeOf(id);
      if (!root || !documents.includes(root.kind)) return null;
      const up = direction === 'DESCENDANTS' ? {} : depths(id, 'OUT', maxDepth, verbs);
      const down = direction === 'ANCESTORS' ? {} : depths(id, 'IN', maxDepth, verbs);
      const all = distinct([...Object.keys(up), ...Object.keys(down)])
        .map((each) => ({ node: nodeOf(each) as NodeRecord, depth: Math.min(up[each] ?? Infinity, down[each] ?? Infinity) }))
        .sort((a, b) => a.depth - b.depth || byDefault(a.node, b.node));
      const shown = [id, ...all.slice(0, limit).map(({ node }) => node.id)];
      const links = dataset.links
        .filter(({ link, from, to }) => link === 'CITES' && shown.includes(from) && shown.includes(to))
        .filter(({ verb }) => !verbs || verbs.includes(verb as string));
      return { nodes: all.slice(0, limit), links: links.sort(textually), truncated: all.length > limit };
    },

    /** all simple paths, then sorted and cut */
    paths: ({ from, to, maxLength, limit }: { from: string; to: string; maxLength: number; limit: number }): Trail[] => {
      const found: string[][] = [];
      const visit = (path: string[]): void => {
        const last = path[path.length - 1] as string;
        if (last === to) {
          if (path.length > 1) found.push(path);
          return;
        }
        if (path.length > maxLength) return;
        for (const next of distinct(linksOf(last, 'CITES', 'OUT').map((link) => link.to))) if (!path.includes(next)) visit([...path, next]);
      };
      if (nodeOf(from) && nodeOf(to)) visit([from]);
      const trails = found.map((path) => ({
        nodes: path.map((id) => nodeOf(id) as NodeRecord),
        links: path.slice(1).map(
          (id, index) =>
            linksOf(path[index] as string, 'CITES', 'OUT')
              .filter((link) => link.to === id)
              .sort(textually)[0] as LinkRecord,
        ),
      }));
      const byNodes = (a: Trail, b: Trail) =>
        a.nodes.map((node, index) => byDefault(node as NodeRecord, b.nodes[index] as NodeRecord)).find(Boolean) ?? 0;
      return trails.sort((a, b) => a.nodes.length - b.nodes.length || byNodes(a, b)).slice(0, limit);
    },

    commonAncestors: ({ ids, maxDepth, limit }: { ids: readonly string[]; maxDepth: number; limit: number }): NodeRecord[] => {
      const reach = distinct(ids).map((id) => depths(id, 'OUT', maxDepth));
      const rank = (node: NodeRecord) => reach.map((found) => found[node.id] as number);
      return dataset.nodes
        .filter(({ id }) => reach.length > 0 && reach.every((found) => found[id] !== undefined))
        .sort(
          (a, b) =>
            Math.max(...rank(a)) - Math.max(...rank(b)) ||
            rank(a).reduce((x, y) => x + y) - rank(b).reduce((x, y) => x + y) ||
            byDefault(a, b),
        )
        .slice(0, limit);
    },
  };
}

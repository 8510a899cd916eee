/** What relations that are small by nature lead to, in the neo4j store: those of several kinds and of many nodes in one statement. */
import type { NodeSummary } from '../../domain/records.js';
import type { Relation } from '../graph-store.js';
import { compareNodes } from '../order.js';
import { step } from './conditions.js';
import { type Properties, toSummary } from './model.js';
import type { Reader } from './reader.js';
import { call, distinctNodes, nodeOf, statement, summaryOf, union } from './statements.js';
import { isStorable, typeOf } from './values.js';

interface Answer {
  /** for each kind of relation and node the ids of the other ends */
  lists: readonly { kind: string; id: string; ends: readonly string[] }[];
  /** each node once, however many lead to it */
  nodes: readonly Properties[];
}

/** What tells one kind of relation from another; also the name of the parameter that holds the ids, as names of links are plain words. */
const kindOf = ({ link, direction }: Relation): string => `${typeOf(link)}_${direction}`;

/** See GraphStore.related. */
export async function related(reader: Reader, relations: readonly Relation[]): Promise<NodeSummary[][]> {
  const byKind = new Map<string, { relation: Relation; ids: Set<string> }>();
  for (const relation of relations) {
    if (!isStorable(relation.id)) continue;
    const kind = kindOf(relation);
    const known = byKind.get(kind) ?? { relation, ids: new Set() };
    byKind.set(kind, { relation, ids: known.ids.add(relation.id) });
  }
  if (byKind.size === 0) return relations.map(() => []);
  // In one order, so that the same relations make the same statement.
  const kinds = [...byKind].sort(([one], [other]) => (one < other ? -1 : 1));
  const ends = union(kinds.map(([kind, { relation }]) => endsOf(kind, relation)));
  const text = statement(
    `${call('g', `${call('g', ends)}\nRETURN collect({kind: kind, id: id, ends: [n IN ns | n.id]}) AS lists, collect(ns) AS groups`)}
${distinctNodes}`,
    `{lists: lists, nodes: [n IN nodes | ${summaryOf('n')}]}`,
  );
  const parameters = Object.fromEntries(kinds.map(([kind, { ids }]) => [kind, [...ids]]));
  const { lists, nodes } = await reader.ask<Answer>(text, parameters);
  const records = new Map(nodes.map((stored) => [stored.id as string, toSummary(stored)]));
  const found = new Map(
    lists.map(({ kind, id, ends: ids }) => [`${kind} ${id}`, ids.flatMap((end) => records.get(end) ?? []).sort(compareNodes)]),
  );
  return relations.map((relation) => [...(found.get(`${kindOf(relation)} ${relation.id}`) ?? [])]);
}

const endsOf = (kind: string, { link, direction }: Relation): string => `UNWIND $${kind} AS id
${nodeOf('node', 'id')}
MATCH ${step('node', `:${typeOf(link)}`, direction, 'n')}
RETURN '${kind}' AS kind, id, collect(DISTINCT n) AS ns`;

/** What relations that are small by nature lead to, in the neo4j store: those of several kinds and of many nodes in one statement. */
import type { NodeSummary } from '../../domain/records.js';
import type { Relation } from '../graph-store.js';
import { step } from './conditions.js';
import { endsOf, NodeProjection, type Ranked, type Tuple } from './projections.js';
import type { Reader } from './reader.js';
import { call, distinctNodes, nodeOf, statement, union } from './statements.js';
import { isStorable, typeOf } from './values.js';

interface Answer {
  /** for each kind of relation and node the ids of the other ends */
  lists: readonly { kind: string; id: string; ends: readonly string[] }[];
  /** each node once, however many lead to it */
  nodes: readonly Tuple[];
}

/** What tells one kind of relation from another; also the name under which a question holds the ids, as names of links are plain words. */
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
  const projection = new NodeProjection(endsOf(kinds.map(([, { relation }]) => relation)), { sources: false });
  const ends = union(kinds.map(([kind, { relation }]) => matchOf(kind, relation)));
  const text = statement(
    `${call('g', `${call('g', ends)}\nRETURN collect({kind: kind, id: id, ends: [n IN ns | n.id]}) AS lists, collect(ns) AS groups`)}
${distinctNodes}`,
    `{lists: lists, nodes: [n IN nodes | ${projection.of('n')}]}`,
  );
  const parameters = Object.fromEntries(kinds.map(([kind, { ids }]) => [kind, [...ids]]));
  const { lists, nodes } = await reader.ask<Answer>(text, parameters);
  const ranked = projection.ranked(nodes);
  const inOrder = (ids: readonly string[]) => ids.map((id) => ranked.get(id) as Ranked).sort((a, b) => a.rank - b.rank);
  const found = new Map(lists.map(({ kind, id, ends: ids }) => [`${kind} ${id}`, inOrder(ids).map(({ node }) => node)]));
  return relations.map((relation) => [...(found.get(`${kindOf(relation)} ${relation.id}`) ?? [])]);
}

const matchOf = (kind: string, { link, direction }: Relation): string => `UNWIND ask.${kind} AS id
${nodeOf('node', 'id')}
MATCH ${step('node', `:${typeOf(link)}`, direction, 'n')}
RETURN '${kind}' AS kind, id, collect(DISTINCT n) AS ns`;

/** Neighbours in the neo4j store: a page of the links of each node, with the node at their other end. */
import type { NodeSummary } from '../../domain/records.js';
import type { Neighbour, NeighboursQuery, Page } from '../graph-store.js';
import { neighbourPosition } from '../order.js';
import { emptyPage, type PageAnswer, pageFrom } from './answers.js';
import { never, step } from './conditions.js';
import { inList, isLong, listOrder, listsOf } from './long-lists.js';
import { between, cutOf, orderBy, type RowOrder } from './orders.js';
import { endsOf, idOf, LinkProjection, NodeProjection, sortKeyOf, type Tuple } from './projections.js';
import type { Reader } from './reader.js';
import { call, distinctNodes, nodeOf, statement } from './statements.js';
import { hasProperty, isStorable, typeOf, Values } from './values.js';

const orders: Readonly<Record<NeighboursQuery['order'], RowOrder>> = {
  NODE: { keys: [{ text: 'n.sort' }], id: ['n.id', 'link.key'] },
  TEXT: { keys: [{ text: 'link.place' }, { text: 'n.sort' }], id: ['n.id', 'link.key'] },
};

/** The order NODE within one long list, by what its index holds. */
const listed: RowOrder = { keys: [{ text: 'link.sort' }], id: ['n.id', 'link.key'] };

interface Answer {
  lists: readonly List[];
  /** each node once, however many links lead to it: what many share (a report, a line) is sent once */
  nodes: readonly Tuple[];
}

/** A link: what it carries, from where and to where it goes. */
type Found = readonly [link: Tuple, from: string, to: string];

interface List extends PageAnswer<Found> {
  id: string;
}

/** See GraphStore.neighbours. */
export async function neighbours(reader: Reader, query: NeighboursQuery, ids: readonly string[]): Promise<Page<Neighbour>[]> {
  const { link, direction, order, page } = query;
  const asked = [...new Set(ids)].filter(isStorable);
  if (asked.length === 0) return ids.map(() => emptyPage(page));
  const values = new Values();
  const { match, inLists } = matchesOf(query, values);
  const rowOrder = order === 'NODE' && isLong(link, direction) ? listed : orders[order];
  const { limit, own, parameters } = cutOf(page);
  const only = between(rowOrder, page, values);
  const matched =
    rowOrder === listed ? inLists(only, `ORDER BY ${orderBy({ ...listed, ...listOrder }, page.fromEnd)}${limit}`) : match(only);
  const cut = `ORDER BY ${orderBy(orders[order], page.fromEnd)}${limit}`;
  const [links, ends] = [new LinkProjection([link]), new NodeProjection(endsOf([query]), { sources: false })];
  const row = `[${links.of('link')}, startNode(link).id, endNode(link).id]`;
  const kept = `WITH link, n ${cut}\nWITH collect(link) AS links, collect(n) AS ends`;
  const rows = call('g, id', `${matched}\n${kept}\nRETURN [link IN links${own} | ${row}] AS rows, ends${own} AS ends`);
  const total = page.total ? `\n${call('g, id', `${match([])}\nRETURN count(link) AS total`)}` : '';
  const list = `{id: id, rows: rows, total: ${page.total ? 'total' : 'null'}}`;
  const lists = `UNWIND ask.ids AS id\n${rows}${total}\nRETURN collect(${list}) AS lists, collect(ends) AS groups`;
  const text = statement(`${call('g', lists)}\n${distinctNodes}`, `{lists: lists, nodes: [n IN nodes | ${ends.of('n')}]}`);
  const answer = await reader.ask<Answer>(text, { ids: asked, ...values.all, ...parameters });
  const nodes = new Map(answer.nodes.map((tuple) => [idOf(tuple), { node: ends.summary(tuple), sortKey: sortKeyOf(tuple) }]));
  const rowOf = ([tuple, from, to]: Found) => {
    const id = direction === 'OUT' ? to : from;
    const { node, sortKey } = nodes.get(id) as { node: NodeSummary; sortKey: string };
    const value = { node, link: links.record(link, from, to, tuple) };
    return {
      value,
      get position() {
        return neighbourPosition(id, sortKey, value.link, order);
      },
    };
  };
  const found = new Map(answer.lists.map((each) => [each.id, pageFrom(each, page, rowOf)]));
  return ids.map((id) => found.get(id) ?? emptyPage(page));
}

/** What matches the links of the node `id`, and of its parts when asked, as `link`, and their other ends as `n`: all, or of each long list no more than a cut. */
function matchesOf({ link, direction, where, withParts }: NeighboursQuery, values: Values) {
  const has = where ? [hasProperty(link, where.property) ? `link.${where.property} IN ${values.add(where.in)}` : never] : [];
  const parts = withParts ? 'MATCH (node)<-[:PART_OF*0..]-(near)\nWITH DISTINCT near' : 'WITH node AS near';
  return {
    match: (only: readonly string[]) => {
      const predicates = [...has, ...only];
      return `${nodeOf('node', 'id')}
${parts}
MATCH ${step('near', `link:${typeOf(link)}`, direction, 'n')}${predicates.length > 0 ? ` WHERE ${predicates.join(' AND ')}` : ''}`;
    },
    inLists: (only: readonly string[], cut: string) => {
      const rows = `${inList(link, direction, 'n', [...has, ...only])}\nWITH link, n ${cut}\nRETURN link, n`;
      return `WITH g, id AS name\n${listsOf(withParts)}\n${call('g, list', rows)}`;
    },
  };
}

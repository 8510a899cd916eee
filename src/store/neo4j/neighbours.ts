/** Neighbours in the neo4j store: a page of the links of each node, with the node at their other end. */
import type { LinkName } from '../../domain/vocabulary.js';
import type { Neighbour, NeighboursQuery, Page } from '../graph-store.js';
import { neighbourPosition, sortKeyOf } from '../order.js';
import { emptyPage, type PageAnswer, pageFrom } from './answers.js';
import { step } from './conditions.js';
import { type Properties, toLink, toNode } from './model.js';
import { between, limitOf, orderBy, type RowOrder } from './orders.js';
import type { Reader } from './reader.js';
import { call, nodeOf, propertiesOf, recordOf, statement } from './statements.js';
import { hasProperty, isStorable, typeOf, Values } from './values.js';

const orders: Readonly<Record<NeighboursQuery['order'], RowOrder>> = {
  NODE: { keys: [{ text: 'n.sort' }], id: ['n.id', 'link.key'] },
  TEXT: { keys: [{ text: 'link.place' }, { text: 'n.sort' }], id: ['n.id', 'link.key'] },
};

interface Answer extends PageAnswer<{ node: Properties; link: Properties; from: string; to: string }> {
  id: string;
}

/** See GraphStore.neighbours. */
export async function neighbours(reader: Reader, query: NeighboursQuery, ids: readonly string[]): Promise<Page<Neighbour>[]> {
  const { link, order, page } = query;
  const asked = [...new Set(ids)].filter(isStorable);
  if (asked.length === 0) return ids.map(() => emptyPage(page));
  const values = new Values();
  const match = matchOf(query, values);
  const [only, cut] = [between(orders[order], page, values), `ORDER BY ${orderBy(orders[order], page.fromEnd)}${limitOf(page).text}`];
  const row = `{node: ${recordOf('n')}, link: ${propertiesOf('link')}, from: startNode(link).id, to: endNode(link).id}`;
  const rows = call('g, id', `${match(only)}\nWITH link, n ${cut}\nRETURN collect(${row}) AS rows`);
  const total = page.total ? `\n${call('g, id', `${match([])}\nRETURN count(link) AS total`)}` : '';
  const text = statement(`UNWIND $ids AS id\n${rows}${total}`, `collect({id: id, rows: rows, total: ${page.total ? 'total' : 'null'}})`);
  const answers = await reader.ask<Answer[]>(text, { ids: asked, ...values.all, ...limitOf(page).parameters });
  const found = new Map(answers.map((answer) => [answer.id, pageFrom(answer, page, (stored) => rowOf(stored, link, order))]));
  return ids.map((id) => found.get(id) ?? emptyPage(page));
}

/** Matches the links of the node `id`, and of its parts when asked, as `link`, and their other ends as `n`. */
function matchOf({ link, direction, where, withParts }: NeighboursQuery, values: Values): (only: readonly string[]) => string {
  const has = where ? [hasProperty(link, where.property) ? `link.${where.property} IN ${values.add(where.in)}` : 'false'] : [];
  const parts = withParts ? 'MATCH (node)<-[:PART_OF*0..]-(near)\nWITH DISTINCT near' : 'WITH node AS near';
  return (only) => {
    const predicates = [...has, ...only];
    return `${nodeOf('node', 'id')}
${parts}
MATCH ${step('near', `link:${typeOf(link)}`, direction, 'n')}${predicates.length > 0 ? ` WHERE ${predicates.join(' AND ')}` : ''}`;
  };
}

function rowOf({ node: stored, link: properties, from, to }: Answer['rows'][number], name: LinkName, order: NeighboursQuery['order']) {
  const [node, link] = [toNode(stored), toLink(name, from, to, properties)];
  return { value: { node, link }, position: neighbourPosition(node.id, sortKeyOf(node), link, order) };
}

/** Lists of nodes that meet conditions. Pages are cut in the database, by the index of the default order where it serves. */
import type { NodeSummary } from '../../domain/records.js';
import type { Kind } from '../../domain/vocabulary.js';
import type { Condition, FindQuery, Order, Page, PageRequest } from '../graph-store.js';
import { nodePosition } from '../order.js';
import { emptyPage, inPlace, type PageAnswer, pageFrom } from './answers.js';
import { type IncludedAnswer, Inclusions } from './inclusions.js';
import { listOrder } from './long-lists.js';
import { between, cutOf, type Key, orderBy, type RowOrder } from './orders.js';
import { NodeProjection, type Tuple } from './projections.js';
import type { Reader } from './reader.js';
import { type Source, sourceOf } from './sources.js';
import { call, inUnits, statement, union } from './statements.js';
import { propertyOf, Values } from './values.js';

const defaultOrder: readonly Order[] = [{ by: 'DEFAULT' }];

function keyOf({ by, descending }: Order): Key {
  const direction = descending ? { descending } : {};
  if (by === 'DEFAULT') return { text: 'n.sort', ...direction };
  const spec = propertyOf(by);
  if (!spec || spec.list) return { text: 'null', nullable: true };
  const isText = spec.type !== 'integer' && spec.type !== 'boolean';
  return { text: isText ? inUnits(`n.${by}`) : `n.${by}`, nullable: true, ...direction };
}

function orderOf(orders: readonly Order[]): RowOrder {
  const isDefault = orders.length === 1 && orders[0]?.by === 'DEFAULT';
  // The index of the default order begins with the generation, and is used only for an order that begins so too.
  return { keys: orders.map(keyOf), ...(isDefault ? { id: ['n.id'], before: ['n.generation'] } : { id: [inUnits('n.id')] }) };
}

/** See GraphStore.find. */
export async function find(reader: Reader, query: FindQuery, scopes: readonly (readonly Condition[])[]): Promise<Page<NodeSummary>[]> {
  const { where, page } = query;
  const kinds = [...new Set(query.kinds)];
  if (scopes.length === 0 || kinds.length === 0) return scopes.map(() => emptyPage(page));
  const orders = query.order?.length ? query.order : defaultOrder;
  const source = sourceOf(where, scopes);
  const values = new Values('page');
  const rows = rowsOf(source, kinds, orders, page, values);
  const total = page.total ? `\n${totalOf(source, kinds)}` : '';
  const records = new NodeProjection(kinds, { sources: false });
  const list = `{index: scope.index, rows: [n IN found | ${records.of('n')}], total: ${page.total ? 'total' : 'null'}}`;
  const lists = `UNWIND ask.scopes AS scope\n${rows}${total}\nRETURN collect(${list}) AS lists, collect(found) AS groups`;
  const inclusions = new Inclusions(query.including ?? []);
  const text = statement(`${call('g', lists)}\n${inclusions.match}`, `{lists: lists${inclusions.answer}}`);
  const parameters = { ...source.parameters, ...values.all, ...cutOf(page).parameters };
  const answer = await reader.ask<IncludedAnswer & { lists: (PageAnswer<Tuple> & { index: number })[] }>(text, parameters);
  const includedOf = inclusions.read(answer);
  return inPlace(answer.lists).map((each) =>
    pageFrom(each, page, (tuple) => {
      const value = records.summary(tuple);
      return {
        value,
        get position() {
          return nodePosition(value, orders);
        },
        ...includedOf(value.id),
      };
    }),
  );
}

/** The rows of a page in each scope: of several kinds, each gives as many as the page wants, and the page is cut from these. */
function rowsOf(source: Source, kinds: readonly Kind[], orders: readonly Order[], page: PageRequest, values: Values): string {
  const order = orderOf(orders);
  const { limit, own } = cutOf(page);
  const cut = `ORDER BY ${orderBy(order, page.fromEnd)}${limit}`;
  const kept = `WITH n ${cut}\nWITH collect(n) AS nodes\nRETURN nodes${own} AS found`;
  const listed = listedRowsOf(source, kinds, orders, page, values);
  if (listed) return call('g, scope', `${listed}\n${kept}`);
  const only = between(order, page, values).join(' AND ');
  const [first = '', ...others] = kinds.map((kind) => source.match(kind, only));
  const nodes = others.length === 0 ? first : call('g, scope', union([first, ...others].map((match) => `${match}\nRETURN n ${cut}`)));
  return call('g, scope', `${nodes}\n${kept}`);
}

/** The rows of contributions in default order, forwards or backwards, where they stand in long lists. */
function listedRowsOf(source: Source, kinds: readonly Kind[], orders: readonly Order[], page: PageRequest, values: Values): string | null {
  const [kind, otherKind] = kinds;
  const [order, otherOrder] = orders;
  if (!source.inLists || kind !== 'CONTRIBUTION' || otherKind || order?.by !== 'DEFAULT' || otherOrder) return null;
  const key = { text: 'link.sort', ...(order.descending ? { descending: true } : {}) };
  const only = between({ keys: [key], id: ['n.id'] }, page, values);
  return source.inLists(only, `ORDER BY ${orderBy({ keys: [key], ...listOrder }, page.fromEnd)}${cutOf(page).limit}`);
}

/** How many nodes there are in each scope. */
function totalOf(source: Source, kinds: readonly Kind[]): string {
  if (source.countOfList && kinds.every((kind) => kind === 'CONTRIBUTION')) return call('g, scope', source.countOfList);
  const [first = '', ...others] = kinds.map((kind) => source.match(kind));
  if (others.length === 0) return call('g, scope', `${first}\nRETURN count(n) AS total`);
  const counts = union([first, ...others].map((match) => `${match}\nRETURN count(n) AS some`));
  return call('g, scope', `${call('g, scope', counts)}\nRETURN sum(some) AS total`);
}

/** The order and the pages of the naive oracle: everything sorted, then cut. */
import { nodeSpecs } from '../../src/domain/graph.js';
import type { Evidence, LinkRecord, NodeRecord } from '../../src/domain/records.js';
import { textOrder } from '../../src/domain/text-order.js';
import type { Page, PageRequest, Position } from '../../src/store/graph-store.js';

export type Key = Position['keys'][number];

export const distinct = <T>(items: readonly T[]): T[] => items.filter((item, index) => items.indexOf(item) === index);
export const sortKey = (node: NodeRecord) => nodeSpecs[node.kind].sortKey(node);
export const plain = (a: string | number | boolean, b: string | number | boolean) => (a === b ? 0 : a < b ? -1 : 1);
export const byDefault = (a: NodeRecord, b: NodeRecord) => plain(sortKey(a), sortKey(b)) || plain(a.id, b.id);
export const place = (link: LinkRecord) => textOrder(link.evidence[0] as Evidence);

function compareKey(a: Key, b: Key, descending: boolean): number {
  if (a === b) return 0;
  if (a === null) return 1;
  if (b === null) return -1;
  return descending ? plain(b, a) : plain(a, b);
}

function compareBy(descending: readonly boolean[]) {
  return (a: Position, b: Position): number => {
    const keys = descending.map((down, index) => compareKey(a.keys[index] as Key, b.keys[index] as Key, down));
    return keys.find((result) => result !== 0) ?? plain(a.id, b.id);
  };
}

/** The page of a whole list. */
export function pageOf<T>(rows: { value: T; position: Position }[], descending: readonly boolean[], page: PageRequest): Page<T> {
  const compare = compareBy(descending);
  const sorted = [...rows].sort((a, b) => compare(a.position, b.position));
  const between = sorted.filter(
    ({ position }) => (!page.after || compare(position, page.after) > 0) && (!page.before || compare(position, page.before) < 0),
  );
  const limit = page.limit ?? between.length;
  const start = page.fromEnd ? Math.max(0, between.length - limit) : 0;
  return {
    rows: between.slice(start, start + limit),
    total: page.total ? rows.length : null,
    hasNext: start + limit < between.length || Boolean(page.before),
    hasPrevious: start > 0 || Boolean(page.after),
  };
}

/** The orders of the port, in one place for both stores: how strings, positions, nodes and links compare. */
import { linkNames, linkSpecs, nodeSpecs } from '../domain/graph.js';
import type { LinkRecord, NodeSummary } from '../domain/records.js';
import { textOrder } from '../domain/text-order.js';
import type { Order, Position } from './graph-store.js';

type Key = Position['keys'][number];

/** Less than zero, zero or more, by UTF-16 code unit as `<`; also for numbers and booleans. */
export const compareValues = <T extends string | number | boolean>(a: T, b: T): number => (a < b ? -1 : a > b ? 1 : 0);

/** The stored sort key of a node: its key in the default order. */
export const sortKeyOf = (node: NodeSummary): string => nodeSpecs[node.kind].sortKey(node);

/** The default order of nodes: sort key, then id. */
export const compareNodes = (a: NodeSummary, b: NodeSummary): number =>
  compareValues(sortKeyOf(a), sortKeyOf(b)) || compareValues(a.id, b.id);

/** What tells a link from the others of its name: from, to and the properties of its identity, joined so that plain order is order by each in turn. */
export const linkKey = (link: LinkRecord): string =>
  [link.from, link.to, ...linkSpecs[link.link].identity.map((property) => link[property] ?? '')].join('\u0000');

/** The order of an export: name in the order of the vocabulary, from, to, identity. */
export const compareLinks = (a: LinkRecord, b: LinkRecord): number =>
  linkNames.indexOf(a.link) - linkNames.indexOf(b.link) || compareValues(linkKey(a), linkKey(b));

/** Where a link stands in the text of its document: by its first evidence. */
export const placeInText = (link: LinkRecord): string => (link.evidence[0] ? textOrder(link.evidence[0]) : '~');

const keyOf = (node: NodeSummary, by: Order['by']): Key => {
  const value = by === 'DEFAULT' ? sortKeyOf(node) : node[by];
  return value === undefined || typeof value === 'object' ? null : value;
};

/** The position of a node in an order. */
export const nodePosition = (node: NodeSummary, orders: readonly Order[]): Position => ({
  keys: orders.map(({ by }) => keyOf(node, by)),
  id: node.id,
});

/** The position of a neighbour by a link; `sortKey` is that of the neighbour. */
export const neighbourPosition = (id: string, sortKey: string, link: LinkRecord, order: 'NODE' | 'TEXT'): Position => ({
  keys: order === 'TEXT' ? [placeInText(link), sortKey] : [sortKey],
  id: `${id}\u0000${linkKey(link)}`,
});

/** Compares positions key by key, nulls last in either direction, then by id ascending. */
export function comparePositions(descending: readonly boolean[]): (a: Position, b: Position) => number {
  return (a, b) => {
    for (const [index, down] of descending.entries()) {
      const [left, right] = [a.keys[index] ?? null, b.keys[index] ?? null];
      if (left === right) continue;
      if (left === null || right === null) return left === null ? 1 : -1;
      return down ? compareValues(right, left) : compareValues(left, right);
    }
    return compareValues(a.id, b.id);
  };
}

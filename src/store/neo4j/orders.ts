/** Orders and the places in them as Cypher: what ORDER BY takes, and which rows lie between two positions. */
import neo4j from 'neo4j-driver';
import type { PageRequest, Position } from '../graph-store.js';
import type { Values } from './values.js';

/** One key of an order: an expression, which may be null only where that is said. */
export interface Key {
  text: string;
  descending?: boolean;
  nullable?: boolean;
}

/** The order of rows: its keys, then what tells them apart, ascending. */
export interface RowOrder {
  keys: readonly Key[];
  /** the columns whose texts, joined by U+0000, are the id of a position */
  id: readonly string[];
  /** columns that are the same for all rows, but begin the index that has the rest */
  before?: readonly string[];
}

/** What stands after ORDER BY: nulls last in either direction; all of it the other way round when a page is read from its end. */
export function orderBy({ keys, id, before = [] }: RowOrder, fromEnd = false): string {
  const direction = (descending = false) => (descending !== fromEnd ? ' DESC' : '');
  const parts = keys.flatMap(({ text, descending, nullable }) => [
    // Cypher puts nulls last when ascending and first when descending.
    ...(nullable && descending ? [`${text} IS NULL${direction()}`] : []),
    `${text}${direction(descending)}`,
  ]);
  return [...before.map((text) => `${text}${direction(keys[0]?.descending)}`), ...parts, ...id.map((text) => `${text}${direction()}`)].join(
    ', ',
  );
}

/** The predicate of the rows after (or before) a position. */
function beyond({ keys, id }: RowOrder, position: Position, back: boolean, values: Values): string {
  const place = id.join(` + '\\u0000' + `);
  const last = `${place} ${back ? '<' : '>'} ${values.add(position.id)}`;
  return keys.reduceRight((rest, { text, descending = false, nullable }, index) => {
    const at = position.keys[index] ?? null;
    if (at === null) return `(${back ? `${text} IS NOT NULL OR ` : ''}${text} IS NULL AND ${rest})`;
    const value = values.add(at);
    // An index finds where to begin only if that is said by itself, and `<>` keeps the planner from looking for each alternative on its own.
    if (index === 0 && !nullable) return `${text} ${descending !== back ? '<=' : '>='} ${value} AND (${text} <> ${value} OR ${rest})`;
    const further = `${text} ${descending !== back ? '<' : '>'} ${value}`;
    return `(${further}${nullable && !back ? ` OR ${text} IS NULL` : ''} OR ${text} = ${value} AND ${rest})`;
  }, last);
}

/** The predicate of the rows between the positions of a page; none when it has none. */
export function between(order: RowOrder, { after, before }: PageRequest, values: Values): string[] {
  return [after ? [beyond(order, after, false, values)] : [], before ? [beyond(order, before, true, values)] : []].flat();
}

/** How a page is cut: `limit` stands behind the order, and `own` behind the list of what is left, which may be for other questions too (see statements.ts). */
export interface Cut {
  limit: string;
  own: string;
  parameters: Record<string, unknown>;
}

/** One row more than the page wants, to see whether there are more. */
export const cutOf = ({ limit }: PageRequest): Cut =>
  limit === undefined
    ? { limit: '', own: '', parameters: {} }
    : { limit: ' LIMIT $limit', own: '[..ask.limit]', parameters: { limit: neo4j.int(limit + 1) } };

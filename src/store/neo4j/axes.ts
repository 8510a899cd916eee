/** Axes as Cypher: the keys under which a node stands, as a list without repetitions. */
import type { Axis, MeasureOf } from '../graph-store.js';
import { isBy, step } from './conditions.js';
import { propertyOf, typeOf, type Values } from './values.js';

/** The keys of `n` on an axis. Those by a link are sorted, so that one set of keys is always one list. */
export function keysOn(axis: Axis, values: Values): string {
  if (axis.by === 'property') {
    const spec = propertyOf(axis.property);
    if (!spec) return '[]';
    const one = `CASE WHEN n.${axis.property} IS NULL THEN [] ELSE [toString(n.${axis.property})] END`;
    return spec.list ? distinct(`UNWIND n.${axis.property} AS key`) : one;
  }
  const { link, direction, property, rollUp, methods } = axis;
  if (property !== undefined && !propertyOf(property)) return '[]';
  const by = methods ? ` WHERE ${isBy('link', values.add(methods))}` : '';
  const end = rollUp ? 'whole' : 'end';
  return distinct(
    `MATCH ${step('n', `link:${typeOf(link)}`, direction, 'end')}${by}
${rollUp ? 'MATCH (end)-[:PART_OF*0..]->(whole)\n' : ''}UNWIND ${end}.${property ?? 'id'} AS key`,
  );
}

const distinct = (keys: string): string => `COLLECT {\n${keys}\nWITH DISTINCT toString(key) AS key ORDER BY key\nRETURN key\n}`;

/** The neighbours of `n` that are counted instead of it, as a list; empty when rows are counted. */
export const endsOf = (measure: MeasureOf): string =>
  measure === 'ROWS'
    ? '[]'
    : `COLLECT { MATCH ${step('n', `:${typeOf(measure.link)}`, measure.direction, 'end')} WITH DISTINCT end ORDER BY end.id RETURN end }`;

/** How many rows are in the groups without a key in one of the lists. */
export const withoutKey = (...lists: readonly string[]): string =>
  `reduce(sum = 0, group IN alike | sum + CASE WHEN ${lists.map((list) => `group.${list} = []`).join(' OR ')} THEN group.count ELSE 0 END)`;

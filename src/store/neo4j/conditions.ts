/** Conditions of the port as Cypher: predicates that are true or false, never null, so that `not` means what it says. */
import type { Condition, Direction, LinkCondition } from '../graph-store.js';
import { isStorable, propertyOf, typeOf, type Values } from './values.js';

/** A relationship from one variable to another, in the direction of the link. */
export const step = (from: string, link: string, direction: Direction, to: string): string =>
  direction === 'OUT' ? `(${from})-[${link}]->(${to})` : `(${from})<-[${link}]-(${to})`;

/** Whether a relationship is stated by one of the methods, on any of its evidence. */
export const isBy = (link: string, methods: string): string => `any(method IN ${link}.methods WHERE method IN ${methods})`;

/**
 * What always holds, and what never does, of the generation `g`. Not literals: a statement with one is simplified before it is planned, and
 * may lose the very predicates that an index is named for.
 */
export const always = 'g >= 0';
export const never = 'g < 0';

/** The predicate of all the conditions on a node; `always` when there are none. */
export const allOf = (node: string, conditions: readonly Condition[], values: Values): string =>
  conditions.length > 0 ? conditions.map((condition) => predicateOf(node, condition, values)).join(' AND ') : always;

function predicateOf(node: string, condition: Condition, values: Values): string {
  switch (condition.by) {
    case 'property':
      return hasValue(node, condition.property, condition.in, values);
    case 'range':
      return inRange(node, condition, values);
    case 'link':
      return isLinked(node, condition, values);
    case 'neighbour': {
      const end = values.variable();
      const has = hasValue(end, condition.property, condition.in, values);
      return `EXISTS { ${step(node, `:${typeOf(condition.link)}`, condition.direction, end)} WHERE ${has} }`;
    }
    case 'text': {
      const { words } = condition;
      if (!words.every(isStorable)) return never;
      return words.length > 0 ? `all(word IN ${values.add(words)} WHERE word IN ${node}.textWords)` : always;
    }
    case 'any':
      return condition.of.length > 0 ? `(${condition.of.map((each) => predicateOf(node, each, values)).join(' OR ')})` : never;
    case 'not':
      return `NOT (${allOf(node, condition.all, values)})`;
  }
}

function hasValue(node: string, property: string, wanted: readonly unknown[], values: Values): string {
  const spec = propertyOf(property);
  if (!spec) return never;
  const has = spec.list
    ? `any(value IN ${node}.${property} WHERE value IN ${values.add(wanted)})`
    : `${node}.${property} IN ${values.add(wanted)}`;
  return `coalesce(${has}, false)`;
}

function inRange(node: string, { property, from, to }: Extract<Condition, { by: 'range' }>, values: Values): string {
  const spec = propertyOf(property);
  if (!spec || spec.list || spec.type === 'boolean') return never;
  const bounds = [
    from === null || from === undefined ? [] : `${node}.${property} >= ${values.add(from)}`,
    to === null || to === undefined ? [] : `${node}.${property} <= ${values.add(to)}`,
  ].flat();
  return bounds.length > 0 ? `coalesce(${bounds.join(' AND ')}, false)` : `${node}.${property} IS NOT NULL`;
}

function isLinked(node: string, { link, direction, ids, withParts, methods }: LinkCondition, values: Values): string {
  const [relationship, end, whole] = [values.variable(), values.variable(), values.variable()];
  const named = withParts ? whole : end;
  const wanted = [...(ids ? [`${named}.id IN ${values.add(ids)}`] : []), ...(methods ? [isBy(relationship, values.add(methods))] : [])];
  const pattern = step(node, `${relationship}:${typeOf(link)}`, direction, end) + (ids && withParts ? `-[:PART_OF*0..]->(${whole})` : '');
  return `EXISTS { ${pattern}${wanted.length > 0 ? ` WHERE ${wanted.join(' AND ')}` : ''} }`;
}

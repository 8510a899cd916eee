/**
 * Long lists: the contributions of a line, a region, a goal, an entity, a document. An index of their relationships holds each list in default
 * order, so that a page reads its own rows and no others, however long the list is.
 *
 * A relationship of such a link stores the `generation`, as `list` the id of the node whose list it belongs to, and as `sort` the sort key of
 * the contribution at its other end; its `key` then tells contributions apart in the order of their ids.
 */
import { linkNames, linkSpecs } from '../../domain/graph.js';
import type { LinkName } from '../../domain/vocabulary.js';
import type { Direction } from '../graph-store.js';
import { step } from './conditions.js';
import type { RowOrder } from './orders.js';
import { nodeOf } from './statements.js';
import { typeOf } from './values.js';

/** The end at which the contributions of a long list stand; null when the link makes none. */
export function manyEnd(link: LinkName): 'from' | 'to' | null {
  const ends = (['from', 'to'] as const).filter((end) => linkSpecs[typeOf(link)][end].every((kind) => kind === 'CONTRIBUTION'));
  return ends[0] ?? null;
}

/** The links that make long lists. */
export const longLinks = linkNames.filter((link) => manyEnd(link) !== null);

/** The properties of the index, in its order. */
export const listProperties = ['generation', 'list', 'sort', 'key'] as const;

/** The name of the index of a link. */
export const listIndex = (link: LinkName): string => `${link.toLowerCase()}_list`;

/** Whether following the link in the direction leads from the one node of a list to its many contributions. */
export const isLong = (link: LinkName, direction: Direction): boolean => manyEnd(link) === (direction === 'OUT' ? 'to' : 'from');

/** What stands before and behind the sort key in the order of the index. */
export const listOrder: Pick<RowOrder, 'before' | 'id'> = { before: ['link.generation', 'link.list'], id: ['link.key'] };

/**
 * Matches what stands in the list of the node with the id `list`, as `link` and its other end `n`.
 * @param rest more predicates of `link` and `n`
 */
export function inList(link: LinkName, direction: Direction, n: string, rest: readonly string[]): string {
  const known = ['link.generation = g', 'link.list = list', "link.sort >= ''", 'link.key IS NOT NULL'];
  return `MATCH ${step('', `link:${typeOf(link)}`, direction, n)} USING INDEX SEEK link:${link}(${listProperties.join(', ')})
WHERE ${[...known, ...rest].join(' AND ')}`;
}

/** The ids of the nodes with the ids `name`, whose lists are wanted, and of their parts when asked, as `list`. */
export const listsOf = (withParts: boolean | undefined): string =>
  withParts
    ? `${nodeOf('named', 'name')}\nMATCH (named)<-[:PART_OF*0..]-(part)\nWITH DISTINCT part.id AS list`
    : 'WITH DISTINCT name AS list';

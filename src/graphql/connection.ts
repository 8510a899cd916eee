/** Connections: the one form of every list that can grow, and the reading of its arguments. */
import type { GraphQLResolveInfo } from 'graphql';
import { ArgsType, type ClassType, Field, Int, ObjectType } from 'type-graphql';
import { decodeCursor, encodeCursor } from '../domain/page.js';
import { badInput } from '../errors.js';
import type { Page, PageRequest, Row } from '../store/graph-store.js';
import type { Context } from './context.js';
import { fieldsAsked } from './selections.js';

/** Rows of a page when `first` and `last` are left out, and the most that can be asked. */
export const defaultPageSize = 25;
export const greatestPageSize = 100;

@ObjectType({ description: 'Whether there is more, and where to go on.' })
export class PageInfo {
  @Field(() => Boolean, { description: 'Whether more rows follow: ask again with `after: endCursor`.' })
  hasNextPage: boolean;

  @Field(() => Boolean, { description: 'Whether rows stand before these: ask again with `before: startCursor`.' })
  hasPreviousPage: boolean;

  @Field(() => String, { nullable: true, description: 'Cursor of the first row; null when there is none.' })
  startCursor: string | null;

  @Field(() => String, { nullable: true, description: 'Cursor of the last row; null when there is none.' })
  endCursor: string | null;
}

@ArgsType()
export class PageArgs {
  @Field(() => Int, { nullable: true, description: 'Rows wanted from the start, 1 to 100; 25 when left out.' })
  first?: number | null;

  @Field(() => String, { nullable: true, description: 'Only rows after this cursor.' })
  after?: string | null;

  @Field(() => Int, { nullable: true, description: 'Rows wanted from the end, 1 to 100; not together with `first`.' })
  last?: number | null;

  @Field(() => String, { nullable: true, description: 'Only rows before this cursor.' })
  before?: string | null;
}

/** The class of the edges to a type of node; extend it with what the edge carries. */
export function edgeTo<T extends object>(node: () => ClassType<T> | object, description = 'The node.') {
  @ObjectType()
  abstract class Edge {
    @Field(() => String, { description: 'Where this row stands: for `after` and `before` of the same list.' })
    cursor: string;

    @Field(() => node() as ClassType<T>, { description })
    node: T;
  }
  return Edge;
}

/** The class of the connections with a type of edge. */
export function connectionOf<E extends { node: object }>(edge: () => ClassType<E>, node: () => ClassType<E['node']> | object) {
  @ObjectType()
  abstract class Connection {
    @Field(() => [edge()], { description: 'The rows of this page, each with its cursor and what the link carries.' })
    edges: E[];

    @Field(() => [node() as ClassType<E['node']>], { description: 'The nodes of this page, without their edges.' })
    nodes: E['node'][];

    @Field(() => PageInfo, { description: 'Whether there is more, and where to go on.' })
    pageInfo: PageInfo;

    @Field(() => Int, { description: 'All edges, on this page or not. Counted only when asked for.' })
    totalCount: number;
  }
  return Connection;
}

/** Refuses a number outside of its bounds; null and undefined stand for the default. */
export function bounded(name: string, value: number | null | undefined, least: number, greatest: number, otherwise: number): number {
  if (value === null || value === undefined) return otherwise;
  if (!Number.isInteger(value) || value < least || value > greatest) {
    throw badInput(`\`${name}\` must be from ${least} to ${greatest}, not ${value}.`, { argument: name });
  }
  return value;
}

/** The page that the arguments ask for. `list` names the list and its order, so that a cursor of another is refused. */
export function pageRequest(args: PageArgs, list: string, info: GraphQLResolveInfo): PageRequest {
  const first = bounded('first', args.first, 1, greatestPageSize, defaultPageSize);
  const last = bounded('last', args.last, 1, greatestPageSize, defaultPageSize);
  const fromEnd = args.last !== null && args.last !== undefined;
  if (fromEnd && args.first !== null && args.first !== undefined) {
    throw badInput('Give `first` or `last`, not both.', { argument: 'last' });
  }
  return {
    limit: fromEnd ? last : first,
    fromEnd,
    after: args.after === null || args.after === undefined ? null : decodeCursor(list, args.after),
    before: args.before === null || args.before === undefined ? null : decodeCursor(list, args.before),
    total: fieldsAsked(info).some(([, { name }]) => name === 'totalCount'),
  };
}

/** The connection that a page of the store makes; its rows are made in the form in which they are asked for. */
export function toConnection<T, E extends { node: object }>(
  page: Page<T>,
  list: string,
  context: Context,
  toEdge: (value: T) => Omit<E, 'cursor'>,
) {
  // A cursor has a checksum: it is made where it is asked for.
  const cursor = (row: Row<T> | undefined) => (row ? encodeCursor(list, context.store.datasetVersion, row.position) : null);
  const edgeOf = (row: Row<T>) => ({
    ...toEdge(row.value),
    get cursor() {
      return cursor(row) as string;
    },
  });
  // An executor may look at a field more than once.
  let edges: readonly unknown[] | undefined;
  let nodes: readonly unknown[] | undefined;
  return {
    get edges() {
      edges ??= page.rows.map(edgeOf);
      return edges as E[];
    },
    get nodes() {
      nodes ??= page.rows.map((row) => toEdge(row.value).node);
      return nodes as E['node'][];
    },
    pageInfo: {
      hasNextPage: page.hasNext,
      hasPreviousPage: page.hasPrevious,
      get startCursor() {
        return cursor(page.rows[0]);
      },
      get endCursor() {
        return cursor(page.rows.at(-1));
      },
    },
    totalCount: page.total as number,
  };
}

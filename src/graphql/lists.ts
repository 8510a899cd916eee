/** How a field becomes a page of the store: lists of nodes, and links of one node. */
import type { GraphQLResolveInfo } from 'graphql';
import type { Evidence, LinkSummary } from '../domain/records.js';
import type { Kind } from '../domain/vocabulary.js';
import type { Axis, Condition, FindQuery, NeighboursQuery, Order } from '../store/graph-store.js';
import { type PageArgs, pageRequest, toConnection } from './connection.js';
import type { Context } from './context.js';
import { inclusionsOf } from './inclusions.js';
import type { Scope } from './loaders.js';

/** What a connection remembers of its list, so that its facets can be counted. */
export interface Listed {
  readonly kinds: readonly Kind[];
  readonly where: readonly Condition[];
  readonly scope: Scope;
  /** the axes of its facets, where the filter says how they count */
  readonly axes?: Readonly<Record<string, Axis>> | undefined;
}

interface ListSpec {
  /** names the list in its cursors: the field, such as "ActionLine.contributions" */
  list: string;
  kinds: readonly Kind[];
  where?: readonly Condition[];
  /** the conditions of this parent, beside those that all parents share */
  scope?: Scope;
  order?: readonly Order[];
  axes?: Listed['axes'];
}

/** A page of nodes as a connection. */
export async function listConnection(context: Context, info: GraphQLResolveInfo, args: PageArgs, spec: ListSpec) {
  const { kinds, where = [], scope = [], order = [], axes } = spec;
  const list = order.length ? `${spec.list} ${JSON.stringify(order)}` : spec.list;
  const query: FindQuery = { kinds, where, order, page: pageRequest(args, list, info), including: inclusionsOf(info) };
  const page = await context.loaders.find(query, scope);
  const listed: Listed = { kinds, where, scope, axes };
  return Object.assign(
    toConnection(page, list, context, (node) => ({ node })),
    { listed },
  );
}

/** A page of the links of one node as a connection; the edges carry the properties and the evidence of the link. */
export async function linkConnection(
  context: Context,
  info: GraphQLResolveInfo,
  args: PageArgs,
  list: string,
  query: Omit<NeighboursQuery, 'page'>,
  id: string,
) {
  const page = await context.loaders.neighbours({ ...query, page: pageRequest(args, list, info) }, id);
  return toConnection(page, list, context, ({ node, link }) => ({ ...withPlace(link), node }));
}

/** A link with the place in the text that its first evidence names; where that was left out it has the place already. */
export function withPlace<L extends LinkSummary>(link: L) {
  const { where, paragraph }: LinkSummary | Evidence = link.evidence?.[0] ?? link;
  return { ...link, where: where ?? null, paragraph: paragraph ?? null };
}

/** Relations that several kinds share. */
import type { GraphQLResolveInfo } from 'graphql';
import type { TagLink } from '../domain/vocabulary.js';
import type { Condition, Order, Reporter } from '../store/graph-store.js';
import { contributionAxes } from './axes.js';
import { contributionConditions } from './conditions.js';
import { type PageArgs, pageRequest, toConnection } from './connection.js';
import type { Context } from './context.js';
import type { ContributionFilter } from './filters.js';
import { listConnection } from './lists.js';
import type { Scope } from './loaders.js';

/** A list of contributions, at the root or of one parent. */
export async function contributionList(
  context: Context,
  info: GraphQLResolveInfo,
  args: PageArgs,
  asked: { list: string; filter: ContributionFilter | null | undefined; order?: readonly Order[]; scope?: Scope; tagged?: boolean },
) {
  const { list, filter, order, scope, tagged } = asked;
  const where = await contributionConditions(context, filter, tagged);
  return listConnection(context, info, args, { list, kinds: ['CONTRIBUTION'], where, scope, order, axes: contributionAxes(filter) });
}

/** The contributions that carry a tag of the parent. */
export async function taggedContributions(
  context: Context,
  info: GraphQLResolveInfo,
  args: PageArgs,
  filter: ContributionFilter | null | undefined,
  parent: { id: string; link: TagLink; list: string; order?: readonly Order[] },
) {
  const { list, order, link, id } = parent;
  const scope = [tagCondition(link, id, filter)];
  return contributionList(context, info, args, { list: `${list}.contributions`, filter, order, scope, tagged: true });
}

const tagCondition = (link: TagLink, id: string, filter: ContributionFilter | null | undefined): Condition => ({
  by: 'link',
  link,
  direction: 'OUT',
  ids: [id],
  ...(link === 'UNDER' && filter?.includeSubLines !== false ? { withParts: true } : {}),
  ...(filter?.methods ? { methods: filter.methods } : {}),
});

/** The entities that reported on the parent, with the evidence of up to ten of their contributions. */
export async function reportingEntities(
  context: Context,
  info: GraphQLResolveInfo,
  args: PageArgs,
  filter: ContributionFilter | null | undefined,
  parent: { id: string; link: TagLink; list: string; withParts: boolean },
) {
  const list = `${parent.list}.reportingEntities`;
  const where = await contributionConditions(context, filter, true);
  const methods = filter?.methods ? { methods: filter.methods } : {};
  const query = { link: parent.link, withParts: parent.withParts, where, ...methods, page: pageRequest(args, list, info) };
  const page = await context.loaders.reporters(query, parent.id);
  return toConnection(page, list, context, ({ node, samples, cycles, ...counts }: Reporter) => ({
    ...counts,
    node,
    cycles,
    firstCycle: cycles[0] ?? null,
    lastCycle: cycles.at(-1) ?? null,
    evidence: samples.flatMap((sample) => sample.link.evidence),
  }));
}

/** What is due at a session or an event. */
export const asksDue = (context: Context, info: GraphQLResolveInfo, args: PageArgs, list: string, id: string) =>
  listConnection(context, info, args, { list, kinds: ['ASK'], scope: [{ by: 'link', link: 'DUE_AT', direction: 'OUT', ids: [id] }] });

/** Resolutions, decisions and agreed conclusions: what they ask and mandate, and where they come from. */
import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, Ctx, FieldResolver, ID, Info, Query, Resolver, Root } from 'type-graphql';
import type { NodeRecord } from '../../domain/records.js';
import { DateScalar } from '../../domain/types/date.js';
import { OtherDocument, Resolution } from '../../domain/types/document.js';
import { Node } from '../../domain/types/node.js';
import { Session } from '../../domain/types/session.js';
import { askConditions, resolutionConditions } from '../conditions.js';
import { PageArgs } from '../connection.js';
import { AskConnection, ResolutionConnection } from '../connections.js';
import type { Context } from '../context.js';
import { AskFilter, ResolutionFilter } from '../filters.js';
import { listConnection } from '../lists.js';
import { resolutionOrder } from '../orders.js';
import { findReference } from '../references.js';
import { type Related, RelationField } from '../relation-field.js';

@Resolver(() => Resolution)
export class ResolutionResolver {
  @Query(() => Resolution, { nullable: true, description: 'A resolution: "A/RES/70/125", "res. 70/125", "ECOSOC 2006/46".' })
  resolution(@Ctx() context: Context, @Arg('id', () => ID, { description: 'Reference of any form.' }) id: string) {
    return findReference(context, id, ['RESOLUTION']);
  }

  @Query(() => ResolutionConnection, { description: 'All resolutions, decisions and agreed conclusions, newest first.' })
  resolutions(
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
    @Args(() => PageArgs) args: PageArgs,
    @Arg('filter', () => ResolutionFilter, { nullable: true, description: 'Which of them.' }) filter?: ResolutionFilter,
    @Arg('orderBy', () => [resolutionOrder.Input], { nullable: true, description: 'Order.' }) orderBy?: [],
  ) {
    const where = resolutionConditions(context, filter);
    return listConnection(context, info, args, { list: 'resolutions', kinds: ['RESOLUTION'], where, order: resolutionOrder.read(orderBy) });
  }

  @FieldResolver(() => DateScalar, { nullable: true, description: 'Day of adoption.' })
  adoptedOn(@Root() resolution: NodeRecord) {
    return resolution.date;
  }

  @FieldResolver(() => AskConnection, {
    description: 'What it asks, in the order of its paragraphs. Empty where it was not read for asks.',
  })
  async asks(
    @Root() resolution: NodeRecord,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
    @Args(() => PageArgs) args: PageArgs,
    @Arg('filter', () => AskFilter, { nullable: true, description: 'Which of them.' }) filter?: AskFilter,
  ) {
    const where = await askConditions(context, filter);
    const scope = [{ by: 'link', link: 'ASKS', direction: 'IN', ids: [resolution.id] }] as const;
    return listConnection(context, info, args, { list: 'Resolution.asks', kinds: ['ASK'], where, scope });
  }

  @RelationField(() => Session, {
    along: 'RECOMMENDED',
    direction: 'IN',
    nullable: true,
    description: 'The session of the Commission that recommended it.',
  })
  recommendedBy: Related;

  @RelationField(() => [OtherDocument], { along: 'DRAFT_OF', direction: 'IN', description: 'Its drafts, as far as they are known.' })
  drafts: Related;

  @RelationField(() => [Node], {
    along: 'MANDATES',
    direction: 'OUT',
    description: 'The reports, acts, sessions and events that it mandates.',
  })
  mandates: Related;

  @RelationField(() => [Resolution], { along: 'MANDATES', direction: 'IN', description: 'The resolutions that mandate it.' })
  mandatedBy: Related;
}

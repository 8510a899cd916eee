/** Entities: what they facilitate, contribute to, report, and are asked. */
import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, Ctx, FieldResolver, ID, Info, Query, Resolver, Root } from 'type-graphql';
import type { NodeRecord } from '../../domain/records.js';
import { ActionLine } from '../../domain/types/action-line.js';
import { Entity } from '../../domain/types/entity.js';
import { Region } from '../../domain/types/region.js';
import { askConditions, entityConditions } from '../conditions.js';
import { PageArgs } from '../connection.js';
import { AskConnection, ContributionConnection, EntityConnection } from '../connections.js';
import type { Context } from '../context.js';
import { AskFilter, ContributionFilter, EntityFilter } from '../filters.js';
import { EntityFacilitationConnection, EntityReportConnection } from '../link-connections.js';
import { linkConnection, listConnection } from '../lists.js';
import { contributionOrder, entityOrder } from '../orders.js';
import { findReference } from '../references.js';
import { type Related, RelationField } from '../relation-field.js';
import { contributionList } from '../relations.js';

@Resolver(() => Entity)
export class EntityResolver {
  @Query(() => Entity, { nullable: true, description: 'An entity: "ITU", "UN Women", "World Health Organization".' })
  entity(@Ctx() context: Context, @Arg('id', () => ID, { description: 'Reference of any form.' }) id: string) {
    return findReference(context, id, ['ENTITY']);
  }

  @Query(() => EntityConnection, { description: 'All entities.' })
  async entities(
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
    @Args(() => PageArgs) args: PageArgs,
    @Arg('filter', () => EntityFilter, { nullable: true, description: 'Which of them.' }) filter?: EntityFilter,
    @Arg('orderBy', () => [entityOrder.Input], { nullable: true, description: 'Order.' }) orderBy?: [],
  ) {
    const where = await entityConditions(context, filter);
    return listConnection(context, info, args, { list: 'entities', kinds: ['ENTITY'], where, order: entityOrder.read(orderBy) });
  }

  @RelationField(() => [Entity], {
    along: 'MEMBER_OF',
    direction: 'IN',
    description: 'Members, where it is a group such as the regional commissions.',
  })
  members: Related;

  @RelationField(() => [Entity], {
    along: 'MEMBER_OF',
    direction: 'OUT',
    description: 'Groups that it is a member of; what they facilitate stays with the group.',
  })
  memberOf: Related;

  @RelationField(() => [Region], { along: 'SERVES', direction: 'OUT', description: 'Regions that it serves as their regional commission.' })
  serves: Related;

  @RelationField(() => [ActionLine], {
    along: 'INDICATED_FOR',
    direction: 'OUT',
    description: 'Action lines for which the indicative list of 2005 names it.',
  })
  indicatedFor: Related;

  @FieldResolver(() => EntityFacilitationConnection, { description: 'Action lines that it facilitates, as the sources attest.' })
  facilitates(@Root() entity: NodeRecord, @Ctx() context: Context, @Info() info: GraphQLResolveInfo, @Args(() => PageArgs) args: PageArgs) {
    const query = { link: 'FACILITATES', direction: 'OUT', order: 'NODE' } as const;
    return linkConnection(context, info, args, 'Entity.facilitates', query, entity.id);
  }

  @FieldResolver(() => EntityReportConnection, { description: 'Reports to which it gave an input, as far as their lists are known.' })
  contributedTo(
    @Root() entity: NodeRecord,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
    @Args(() => PageArgs) args: PageArgs,
  ) {
    const query = { link: 'CONTRIBUTED_TO', direction: 'OUT', order: 'NODE' } as const;
    return linkConnection(context, info, args, 'Entity.contributedTo', query, entity.id);
  }

  @FieldResolver(() => ContributionConnection, { description: 'Contributions that it made.' })
  contributions(
    @Root() entity: NodeRecord,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
    @Args(() => PageArgs) args: PageArgs,
    @Arg('filter', () => ContributionFilter, { nullable: true, description: 'Which of them.' }) filter?: ContributionFilter,
    @Arg('orderBy', () => [contributionOrder.Input], { nullable: true, description: 'Order.' }) orderBy?: [],
  ) {
    const order = contributionOrder.read(orderBy);
    const scope = [{ by: 'link', link: 'MADE', direction: 'IN', ids: [entity.id] }] as const;
    return contributionList(context, info, args, { list: 'Entity.contributions', filter, order, scope });
  }

  @FieldResolver(() => AskConnection, {
    description: 'What is asked of it by name; the classes of addressee that it belongs to are not counted.',
  })
  async asks(
    @Root() entity: NodeRecord,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
    @Args(() => PageArgs) args: PageArgs,
    @Arg('filter', () => AskFilter, { nullable: true, description: 'Which of them.' }) filter?: AskFilter,
  ) {
    const where = await askConditions(context, filter);
    const scope = [{ by: 'link', link: 'OF', direction: 'OUT', ids: [entity.id] }] as const;
    return listConnection(context, info, args, { list: 'Entity.asks', kinds: ['ASK'], where, scope });
  }
}

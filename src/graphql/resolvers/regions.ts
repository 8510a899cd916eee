/** Regions: what was reported from them. */
import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, Ctx, FieldResolver, ID, Info, Query, Resolver, Root } from 'type-graphql';
import type { NodeRecord } from '../../domain/records.js';
import { Entity } from '../../domain/types/entity.js';
import { Region } from '../../domain/types/region.js';
import { PageArgs } from '../connection.js';
import { ContributionConnection, RegionConnection } from '../connections.js';
import type { Context } from '../context.js';
import { ContributionFilter } from '../filters.js';
import { ReportingEntityConnection } from '../link-connections.js';
import { listConnection } from '../lists.js';
import { contributionOrder, regionOrder } from '../orders.js';
import { findReference } from '../references.js';
import { type Related, RelationField } from '../relation-field.js';
import { reportingEntities, taggedContributions } from '../relations.js';

@Resolver(() => Region)
export class RegionResolver {
  @Query(() => Region, { nullable: true, description: 'A region: "Africa", "region/western-asia".' })
  region(@Ctx() context: Context, @Arg('id', () => ID, { description: 'Reference of any form.' }) id: string) {
    return findReference(context, id, ['REGION']);
  }

  @Query(() => RegionConnection, { description: 'The five regions of the annual reports.' })
  regions(
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
    @Args(() => PageArgs) args: PageArgs,
    @Arg('orderBy', () => [regionOrder.Input], { nullable: true, description: 'Order.' }) orderBy?: [],
  ) {
    return listConnection(context, info, args, { list: 'regions', kinds: ['REGION'], order: regionOrder.read(orderBy) });
  }

  @RelationField(() => Entity, {
    along: 'SERVES',
    direction: 'IN',
    nullable: true,
    description: 'The regional commission of the United Nations that serves it.',
  })
  commission: Related;

  @FieldResolver(() => ContributionConnection, { description: 'Contributions from it.' })
  contributions(
    @Root() region: NodeRecord,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
    @Args(() => PageArgs) args: PageArgs,
    @Arg('filter', () => ContributionFilter, { nullable: true, description: 'Which of them.' }) filter?: ContributionFilter,
    @Arg('orderBy', () => [contributionOrder.Input], { nullable: true, description: 'Order.' }) orderBy?: [],
  ) {
    const parent = { id: region.id, link: 'IN', list: 'Region', order: contributionOrder.read(orderBy) } as const;
    return taggedContributions(context, info, args, filter, parent);
  }

  @FieldResolver(() => ReportingEntityConnection, { description: 'Entities that made a contribution from it.' })
  reportingEntities(
    @Root() region: NodeRecord,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
    @Args(() => PageArgs) args: PageArgs,
    @Arg('filter', () => ContributionFilter, { nullable: true, description: 'Which contributions count.' }) filter?: ContributionFilter,
  ) {
    return reportingEntities(context, info, args, filter, { id: region.id, link: 'IN', list: 'Region', withParts: false });
  }
}

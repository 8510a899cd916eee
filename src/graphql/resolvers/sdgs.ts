/** The Sustainable Development Goals, and those of their targets that the matrix uses. */
import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, Ctx, FieldResolver, ID, Info, Query, Resolver, Root } from 'type-graphql';
import type { NodeRecord, NodeSummary } from '../../domain/records.js';
import { ActionLine } from '../../domain/types/action-line.js';
import { Sdg, SdgTarget } from '../../domain/types/sdg.js';
import { sdgConditions } from '../conditions.js';
import { PageArgs } from '../connection.js';
import { ContributionConnection, SdgConnection } from '../connections.js';
import type { Context } from '../context.js';
import { ContributionFilter, SdgFilter } from '../filters.js';
import { ReportingEntityConnection } from '../link-connections.js';
import { listConnection } from '../lists.js';
import { matrixCells } from '../matrix.js';
import { SdgActionLineConnection } from '../matrix-connections.js';
import { contributionOrder, sdgOrder } from '../orders.js';
import { findReference } from '../references.js';
import { type Related, RelationField } from '../relation-field.js';
import { reportingEntities, taggedContributions } from '../relations.js';

@Resolver(() => Sdg)
export class SdgResolver {
  @Query(() => Sdg, { nullable: true, description: 'A goal: "9", "Goal 9", "sdg/9".' })
  sdg(@Ctx() context: Context, @Arg('id', () => ID, { description: 'Reference of any form, or the number alone.' }) id: string) {
    return findReference(context, /^\s*\d{1,2}\s*$/.test(id) ? `sdg/${Number(id)}` : id, ['SDG']);
  }

  @Query(() => SdgConnection, { description: 'The seventeen goals.' })
  async sdgs(
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
    @Args(() => PageArgs) args: PageArgs,
    @Arg('filter', () => SdgFilter, { nullable: true, description: 'Which of them.' }) filter?: SdgFilter,
    @Arg('orderBy', () => [sdgOrder.Input], { nullable: true, description: 'Order.' }) orderBy?: [],
  ) {
    const where = await sdgConditions(context, filter);
    return listConnection(context, info, args, { list: 'sdgs', kinds: ['SDG'], where, order: sdgOrder.read(orderBy) });
  }

  @RelationField(() => [SdgTarget], {
    along: 'PART_OF',
    direction: 'IN',
    description: 'Those of its targets that the WSIS–SDG Matrix uses.',
  })
  targets: Related;

  @FieldResolver(() => SdgActionLineConnection, { description: 'Action lines that advance it, as the WSIS–SDG Matrix claims.' })
  actionLines(@Root() sdg: NodeRecord, @Ctx() context: Context, @Info() info: GraphQLResolveInfo, @Args(() => PageArgs) args: PageArgs) {
    return matrixCells(context, info, args, { list: 'Sdg.actionLines', id: sdg.id, direction: 'IN' });
  }

  @FieldResolver(() => ContributionConnection, { description: 'Contributions that support it.' })
  contributions(
    @Root() sdg: NodeRecord,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
    @Args(() => PageArgs) args: PageArgs,
    @Arg('filter', () => ContributionFilter, { nullable: true, description: 'Which of them.' }) filter?: ContributionFilter,
    @Arg('orderBy', () => [contributionOrder.Input], { nullable: true, description: 'Order.' }) orderBy?: [],
  ) {
    const parent = { id: sdg.id, link: 'SUPPORTS', list: 'Sdg', order: contributionOrder.read(orderBy) } as const;
    return taggedContributions(context, info, args, filter, parent);
  }

  @FieldResolver(() => ReportingEntityConnection, { description: 'Entities that made a contribution which supports it.' })
  reportingEntities(
    @Root() sdg: NodeRecord,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
    @Args(() => PageArgs) args: PageArgs,
    @Arg('filter', () => ContributionFilter, { nullable: true, description: 'Which contributions count.' }) filter?: ContributionFilter,
  ) {
    return reportingEntities(context, info, args, filter, { id: sdg.id, link: 'SUPPORTS', list: 'Sdg', withParts: false });
  }
}

@Resolver(() => SdgTarget)
export class SdgTargetResolver {
  @RelationField(() => Sdg, { along: 'PART_OF', direction: 'OUT', description: 'The goal that it belongs to.' })
  sdg: Related;

  @FieldResolver(() => [ActionLine], { description: 'Action lines whose cell of the WSIS–SDG Matrix names it.' })
  async actionLines(@Root() target: NodeRecord, @Ctx() context: Context): Promise<NodeSummary[]> {
    const code = target.code as string;
    const cells = await context.loaders.related('ADVANCES', 'IN', `sdg/${code.split('.')[0]}`);
    return cells.filter(({ link }) => (link.targets as readonly string[]).includes(code)).map(({ node }) => node);
  }
}

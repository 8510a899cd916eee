/** Reports: who contributed to them, what they tell, who reviewed them. */
import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, Ctx, FieldResolver, ID, Info, Query, Resolver, Root } from 'type-graphql';
import type { NodeRecord } from '../../domain/records.js';
import { OtherDocument, Report, Resolution } from '../../domain/types/document.js';
import { Session } from '../../domain/types/session.js';
import { reportConditions } from '../conditions.js';
import { PageArgs } from '../connection.js';
import { ContributionConnection, ReportConnection } from '../connections.js';
import type { Context } from '../context.js';
import { ContributionFilter, ReportFilter } from '../filters.js';
import { ReportContributorConnection } from '../link-connections.js';
import { linkConnection, listConnection } from '../lists.js';
import { contributionOrder, reportOrder } from '../orders.js';
import { findReference } from '../references.js';
import { type Related, RelationField } from '../relation-field.js';
import { contributionList } from '../relations.js';

@Resolver(() => Report)
export class ReportResolver {
  @Query(() => Report, { nullable: true, description: 'A report by its symbol, or by half of a double symbol: "A/76/64", "E/2021/11".' })
  report(@Ctx() context: Context, @Arg('id', () => ID, { description: 'Reference of any form.' }) id: string) {
    return findReference(context, id, ['REPORT']);
  }

  @Query(() => ReportConnection, { description: 'All reports, newest first.' })
  reports(
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
    @Args(() => PageArgs) args: PageArgs,
    @Arg('filter', () => ReportFilter, { nullable: true, description: 'Which of them.' }) filter?: ReportFilter,
    @Arg('orderBy', () => [reportOrder.Input], { nullable: true, description: 'Order.' }) orderBy?: [],
  ) {
    const where = reportConditions(context, filter);
    return listConnection(context, info, args, { list: 'reports', kinds: ['REPORT'], where, order: reportOrder.read(orderBy) });
  }

  @RelationField(() => Session, {
    along: 'REVIEWED',
    direction: 'IN',
    nullable: true,
    description: 'The session of the Commission that had it before it.',
  })
  reviewedAt: Related;

  @RelationField(() => [Resolution], { along: 'MANDATES', direction: 'IN', description: 'The resolutions that mandate it.' })
  mandatedBy: Related;

  @RelationField(() => [OtherDocument], {
    along: 'INPUT_TO',
    direction: 'IN',
    description: 'Inputs of entities that were written for it, as far as they are known.',
  })
  inputs: Related;

  @FieldResolver(() => ReportContributorConnection, {
    description:
      'Entities that gave it an input: from its own list, or known by an input of their own. `contributorList` says how complete that is.',
  })
  contributors(
    @Root() report: NodeRecord,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
    @Args(() => PageArgs) args: PageArgs,
  ) {
    const query = { link: 'CONTRIBUTED_TO', direction: 'IN', order: 'NODE' } as const;
    return linkConnection(context, info, args, 'Report.contributors', query, report.id);
  }

  @FieldResolver(() => ContributionConnection, { description: 'Contributions that it describes.' })
  contributions(
    @Root() report: NodeRecord,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
    @Args(() => PageArgs) args: PageArgs,
    @Arg('filter', () => ContributionFilter, { nullable: true, description: 'Which of them.' }) filter?: ContributionFilter,
    @Arg('orderBy', () => [contributionOrder.Input], { nullable: true, description: 'Order.' }) orderBy?: [],
  ) {
    const order = contributionOrder.read(orderBy);
    const scope = [{ by: 'link', link: 'DESCRIBED_IN', direction: 'OUT', ids: [report.id] }] as const;
    return contributionList(context, info, args, { list: 'Report.contributions', filter, order, scope });
  }
}

/** Action lines: who facilitates them, who reported on them, what they advance. */
import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, Ctx, FieldResolver, ID, Info, Query, Resolver, Root } from 'type-graphql';
import type { NodeRecord } from '../../domain/records.js';
import { ActionLine } from '../../domain/types/action-line.js';
import { actionLineConditions } from '../conditions.js';
import { PageArgs } from '../connection.js';
import { ActionLineConnection, ContributionConnection } from '../connections.js';
import type { Context } from '../context.js';
import { ActionLineFilter, ContributionFilter } from '../filters.js';
import { FacilitationConnection, IndicatedFacilitatorConnection, ReportingEntityConnection } from '../link-connections.js';
import { linkConnection, listConnection } from '../lists.js';
import { matrixCells } from '../matrix.js';
import { ActionLineSdgConnection } from '../matrix-connections.js';
import { actionLineOrder, contributionOrder } from '../orders.js';
import { findReference } from '../references.js';
import { type Related, RelationField } from '../relation-field.js';
import { reportingEntities, taggedContributions } from '../relations.js';

@Resolver(() => ActionLine)
export class ActionLineResolver {
  @Query(() => ActionLine, { nullable: true, description: 'An action line: "C5", "c7 e-health", "action-line/C11".' })
  actionLine(
    @Ctx() context: Context,
    @Arg('id', () => ID, { description: 'Reference of any form.' }) id: string,
  ): Promise<NodeRecord | null> {
    return findReference(context, id, ['ACTION_LINE']);
  }

  @Query(() => ActionLineConnection, { description: 'The nineteen action lines: C1–C11 and the eight sub-lines of C7.' })
  async actionLines(
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
    @Args(() => PageArgs) args: PageArgs,
    @Arg('filter', () => ActionLineFilter, { nullable: true, description: 'Which of them.' }) filter?: ActionLineFilter,
    @Arg('orderBy', () => [actionLineOrder.Input], { nullable: true, description: 'Order.' }) orderBy?: [],
  ) {
    const where = await actionLineConditions(context, filter);
    return listConnection(context, info, args, {
      list: 'actionLines',
      kinds: ['ACTION_LINE'],
      where,
      order: actionLineOrder.read(orderBy),
    });
  }

  @RelationField(() => ActionLine, {
    along: 'PART_OF',
    direction: 'OUT',
    nullable: true,
    description: 'The line that it is a sub-line of; null for C1–C11.',
  })
  parent: Related;

  @RelationField(() => [ActionLine], { along: 'PART_OF', direction: 'IN', description: 'Its sub-lines; C7 alone has some.' })
  subLines: Related;

  @FieldResolver(() => FacilitationConnection, {
    description: 'Entities that facilitate it, as the sources attest. Facilitating is not reporting.',
  })
  facilitators(@Root() line: NodeRecord, @Ctx() context: Context, @Info() info: GraphQLResolveInfo, @Args(() => PageArgs) args: PageArgs) {
    const query = { link: 'FACILITATES', direction: 'IN', order: 'NODE' } as const;
    return linkConnection(context, info, args, 'ActionLine.facilitators', query, line.id);
  }

  @FieldResolver(() => IndicatedFacilitatorConnection, {
    description: 'Entities that the indicative list annexed to the Tunis Agenda in 2005 names for it, whether they took the role or not.',
  })
  indicatedFacilitators(
    @Root() line: NodeRecord,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
    @Args(() => PageArgs) args: PageArgs,
  ) {
    const query = { link: 'INDICATED_FOR', direction: 'IN', order: 'NODE' } as const;
    return linkConnection(context, info, args, 'ActionLine.indicatedFacilitators', query, line.id);
  }

  @FieldResolver(() => ActionLineSdgConnection, {
    description: 'Goals that it advances, as the WSIS–SDG Matrix claims; C7 by its sub-lines.',
  })
  sdgs(
    @Root() line: NodeRecord,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
    @Args(() => PageArgs) args: PageArgs,
    @Arg('includeSubLines', () => Boolean, { defaultValue: true, description: 'Whether C7 shows the cells of its sub-lines.' })
    includeSubLines: boolean,
  ) {
    return matrixCells(context, info, args, { list: 'ActionLine.sdgs', id: line.id, direction: 'OUT', withParts: includeSubLines });
  }

  @FieldResolver(() => ContributionConnection, { description: 'Contributions under it.' })
  contributions(
    @Root() line: NodeRecord,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
    @Args(() => PageArgs) args: PageArgs,
    @Arg('filter', () => ContributionFilter, { nullable: true, description: 'Which of them.' }) filter?: ContributionFilter,
    @Arg('orderBy', () => [contributionOrder.Input], { nullable: true, description: 'Order.' }) orderBy?: [],
  ) {
    const parent = { id: line.id, link: 'UNDER', list: 'ActionLine', order: contributionOrder.read(orderBy) } as const;
    return taggedContributions(context, info, args, filter, parent);
  }

  @FieldResolver(() => ReportingEntityConnection, {
    description:
      'Entities that reported on it: those that made a contribution under it. Being its facilitator or a contributor to a report is not enough.',
  })
  reportingEntities(
    @Root() line: NodeRecord,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
    @Args(() => PageArgs) args: PageArgs,
    @Arg('includeSubLines', () => Boolean, { defaultValue: true, description: 'Whether what falls under a sub-line of C7 counts for C7.' })
    includeSubLines: boolean,
    @Arg('filter', () => ContributionFilter, { nullable: true, description: 'Which contributions count.' }) filter?: ContributionFilter,
  ) {
    const parent = { id: line.id, link: 'UNDER', list: 'ActionLine', withParts: includeSubLines } as const;
    return reportingEntities(context, info, args, filter, parent);
  }
}

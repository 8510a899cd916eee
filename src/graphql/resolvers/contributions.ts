/** Contributions: what entities report having done, with every tag and the method of it. */
import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, Ctx, Field, FieldResolver, Info, ObjectType, Query, Resolver, Root } from 'type-graphql';
import type { NodeRecord } from '../../domain/records.js';
import { ActionLine } from '../../domain/types/action-line.js';
import { Contribution } from '../../domain/types/contribution.js';
import { Document } from '../../domain/types/document.js';
import { Entity } from '../../domain/types/entity.js';
import { Evidence, Node } from '../../domain/types/node.js';
import { Region } from '../../domain/types/region.js';
import { Sdg } from '../../domain/types/sdg.js';
import { Method, tagLinks } from '../../domain/vocabulary.js';
import { PageArgs } from '../connection.js';
import { ContributionConnection } from '../connections.js';
import type { Context } from '../context.js';
import { ContributionFilter } from '../filters.js';
import { contributionOrder } from '../orders.js';
import { contributionList, relatedNode, relatedNodes } from '../relations.js';

@ObjectType({ description: 'A tag of a contribution: an action line, a region or a goal, and how it came about.' })
class ContributionTag {
  @Field(() => Node, { description: 'The action line, region or goal.' })
  node: Node;

  @Field(() => Method, { description: 'CURATED or EXTRACTED where the text states it, INFERRED where it follows by a rule.' })
  method: Method;

  @Field(() => String, { nullable: true, description: 'The rule of an INFERRED tag.' })
  rule: string | null;

  @Field(() => [Evidence], { description: 'Where it says so, or what it is inferred from.' })
  evidence: Evidence[];
}

@Resolver(() => Contribution)
export class ContributionResolver {
  @Query(() => ContributionConnection, { description: 'All contributions: by cycle (newest first), document and paragraph.' })
  contributions(
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
    @Args(() => PageArgs) args: PageArgs,
    @Arg('filter', () => ContributionFilter, { nullable: true, description: 'Which of them.' }) filter?: ContributionFilter,
    @Arg('orderBy', () => [contributionOrder.Input], { nullable: true, description: 'Order.' }) orderBy?: [],
  ) {
    return contributionList(context, info, args, { list: 'contributions', filter, order: contributionOrder.read(orderBy) });
  }

  @FieldResolver(() => Document, { description: 'The document that tells it.' })
  document(@Root() contribution: NodeRecord, @Ctx() context: Context) {
    return relatedNode(context, 'DESCRIBED_IN', 'OUT', contribution.id);
  }

  @FieldResolver(() => [Entity], { description: 'The entities that made it. Others that the paragraph only names are not among them.' })
  entities(@Root() contribution: NodeRecord, @Ctx() context: Context) {
    return relatedNodes(context, 'MADE', 'IN', contribution.id);
  }

  @FieldResolver(() => [ActionLine], { description: 'Action lines that it falls under.' })
  actionLines(@Root() contribution: NodeRecord, @Ctx() context: Context) {
    return relatedNodes(context, 'UNDER', 'OUT', contribution.id);
  }

  @FieldResolver(() => [Region], { description: 'Regions in which it took place; none where it is told at the international level.' })
  regions(@Root() contribution: NodeRecord, @Ctx() context: Context) {
    return relatedNodes(context, 'IN', 'OUT', contribution.id);
  }

  @FieldResolver(() => [Sdg], { description: 'Goals that it supports.' })
  sdgs(@Root() contribution: NodeRecord, @Ctx() context: Context) {
    return relatedNodes(context, 'SUPPORTS', 'OUT', contribution.id);
  }

  @FieldResolver(() => [ContributionTag], { description: 'Its action lines, regions and goals, each with how it came about.' })
  async tags(@Root() contribution: NodeRecord, @Ctx() context: Context) {
    const related = await Promise.all(tagLinks.map((link) => context.loaders.related(link, 'OUT', contribution.id)));
    return related.flat().map(({ node, link: { evidence } }) => ({ node, evidence, method: evidence[0]?.method, rule: evidence[0]?.rule }));
  }
}

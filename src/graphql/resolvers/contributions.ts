/** Contributions: what entities report having done, with every tag and the method of it. */
import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, Ctx, Field, Info, ObjectType, Query, Resolver } from 'type-graphql';
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
import type { Linked } from '../loaders.js';
import { contributionOrder } from '../orders.js';
import { IncludingField, type Related, RelationField } from '../relation-field.js';
import { contributionList } from '../relations.js';

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

  @RelationField(() => Document, { along: 'DESCRIBED_IN', direction: 'OUT', description: 'The document that tells it.' })
  document: Related;

  @RelationField(() => [Entity], {
    along: 'MADE',
    direction: 'IN',
    description: 'The entities that made it. Others that the paragraph only names are not among them.',
  })
  entities: Related;

  @RelationField(() => [ActionLine], { along: 'UNDER', direction: 'OUT', description: 'Action lines that it falls under.' })
  actionLines: Related;

  @RelationField(() => [Region], {
    along: 'IN',
    direction: 'OUT',
    description: 'Regions in which it took place; none where it is told at the international level.',
  })
  regions: Related;

  @RelationField(() => [Sdg], { along: 'SUPPORTS', direction: 'OUT', description: 'Goals that it supports.' })
  sdgs: Related;

  @IncludingField(() => [ContributionTag], {
    including: tagLinks.map((link) => ({ link, direction: 'OUT', links: true })),
    resolve: (contribution, { loaders }) => {
      const linked = tagLinks.map((link) => loaders.linked(link, 'OUT', contribution));
      return linked.some((each) => each instanceof Promise) ? Promise.all(linked).then(tagsOf) : tagsOf(linked as Linked[]);
    },
    description: 'Its action lines, regions and goals, each with how it came about.',
  })
  tags: unknown;
}

const tagsOf = (linked: readonly Linked[]) =>
  linked.flatMap(({ nodes, links }) =>
    links.map(({ evidence }, at) => ({ node: nodes[at], evidence, method: evidence[0]?.method, rule: evidence[0]?.rule })),
  );

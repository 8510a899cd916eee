/** Any node by its id, and the document behind a piece of evidence. */
import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, Ctx, FieldResolver, ID, Info, Query, Resolver, Root, registerEnumType } from 'type-graphql';
import type { Evidence as EvidenceRecord, NodeRecord, NodeSummary } from '../../domain/records.js';
import { Document } from '../../domain/types/document.js';
import { Evidence, Node } from '../../domain/types/node.js';
import { LinkName } from '../../domain/vocabulary.js';
import { PageArgs } from '../connection.js';
import type { Context } from '../context.js';
import { LinkConnection } from '../link-connections.js';
import { linkConnection } from '../lists.js';
import { checkCount, findReference } from '../references.js';

const LinkDirection = { OUT: 'OUT', IN: 'IN' } as const;
registerEnumType(LinkDirection, {
  name: 'LinkDirection',
  description: 'Which way a link is followed.',
  valuesConfig: {
    OUT: { description: 'From its subject: what this node does.' },
    IN: { description: 'To its object: what is done to this node.' },
  },
});

@Resolver(() => Node)
export class NodeResolver {
  @Query(() => Node, { nullable: true, description: 'The thing that a reference of any form stands for; null for none.' })
  node(
    @Ctx() context: Context,
    @Arg('id', () => ID, { description: 'Id, code, symbol, acronym or name.' }) id: string,
  ): Promise<NodeRecord | null> {
    return findReference(context, id);
  }

  @Query(() => [Node], { nullable: 'items', description: 'The things that references stand for, in their order; null for a miss.' })
  nodes(
    @Ctx() context: Context,
    @Arg('ids', () => [ID], { description: 'At most 100 ids, codes, symbols, acronyms or names.' }) ids: string[],
  ): Promise<(NodeRecord | null)[]> {
    checkCount(context, 'ids', ids);
    return Promise.all(ids.map((id) => findReference(context, id)));
  }

  @FieldResolver(() => [Evidence], { description: 'The sources of what is said of it.' })
  sources(@Root() node: NodeSummary, @Ctx() context: Context): Promise<readonly EvidenceRecord[]> {
    return context.loaders.sources(node);
  }

  @FieldResolver(() => LinkConnection, {
    description: 'Its links of one kind with their evidence: also of those that other fields give as plain lists.',
  })
  links(
    @Root() node: NodeRecord,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
    @Args(() => PageArgs) args: PageArgs,
    @Arg('link', () => LinkName, { description: 'Kind of link.' }) link: LinkName,
    @Arg('direction', () => LinkDirection, { defaultValue: 'OUT', description: 'Which way.' }) direction: keyof typeof LinkDirection,
  ) {
    return linkConnection(context, info, args, `Node.links ${link} ${direction}`, { link, direction, order: 'NODE' }, node.id);
  }
}

@Resolver(() => Evidence)
export class EvidenceResolver {
  @FieldResolver(() => Document, { nullable: true, description: 'The document of the graph that states it.' })
  document(@Root() evidence: EvidenceRecord, @Ctx() context: Context): Promise<NodeRecord | null> | null {
    return evidence.document ? context.loaders.node(evidence.document) : null;
  }
}

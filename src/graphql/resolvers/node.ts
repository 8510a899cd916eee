/** Any node by its id, and the document behind a piece of evidence. */
import { Arg, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import type { Evidence as EvidenceRecord, NodeRecord } from '../../domain/records.js';
import { Document } from '../../domain/types/document.js';
import { Evidence, Node } from '../../domain/types/node.js';
import type { Context } from '../context.js';
import { checkCount, findReference } from '../references.js';

@Resolver()
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
    checkCount('ids', ids);
    return Promise.all(ids.map((id) => findReference(context, id)));
  }
}

@Resolver(() => Evidence)
export class EvidenceResolver {
  @FieldResolver(() => Document, { nullable: true, description: 'The document of the graph that states it.' })
  document(@Root() evidence: EvidenceRecord, @Ctx() context: Context): Promise<NodeRecord | null> | null {
    return evidence.document ? context.loaders.node(evidence.document) : null;
  }
}

/** Asks: of whom, by what, due when. */
import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, Ctx, FieldResolver, Info, Query, Resolver, Root } from 'type-graphql';
import type { NodeRecord } from '../../domain/records.js';
import { Ask } from '../../domain/types/ask.js';
import { Document } from '../../domain/types/document.js';
import { Entity } from '../../domain/types/entity.js';
import { Node } from '../../domain/types/node.js';
import { askConditions } from '../conditions.js';
import { PageArgs } from '../connection.js';
import { AskConnection } from '../connections.js';
import type { Context } from '../context.js';
import { AskFilter } from '../filters.js';
import { listConnection } from '../lists.js';
import { askOrder } from '../orders.js';
import { relatedNode, relatedNodes } from '../relations.js';

@Resolver(() => Ask)
export class AskResolver {
  @Query(() => AskConnection, { description: 'What the texts ask, by document and paragraph.' })
  async asks(
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
    @Args(() => PageArgs) args: PageArgs,
    @Arg('filter', () => AskFilter, { nullable: true, description: 'Which of them.' }) filter?: AskFilter,
    @Arg('orderBy', () => [askOrder.Input], { nullable: true, description: 'Order.' }) orderBy?: [],
  ) {
    const where = await askConditions(context, filter);
    return listConnection(context, info, args, { list: 'asks', kinds: ['ASK'], where, order: askOrder.read(orderBy) });
  }

  @FieldResolver(() => Document, { description: 'The document that asks it.' })
  document(@Root() ask: NodeRecord, @Ctx() context: Context) {
    return relatedNode(context, 'ASKS', 'IN', ask.id);
  }

  @FieldResolver(() => [Entity], {
    description: 'The entities that it is asked of by name; classes of addressee are in `addresseeClasses`.',
  })
  addressees(@Root() ask: NodeRecord, @Ctx() context: Context) {
    return relatedNodes(context, 'OF', 'OUT', ask.id);
  }

  @FieldResolver(() => [Node], { description: 'All sessions and events at which it is due: the latest session first, events by date.' })
  due(@Root() ask: NodeRecord, @Ctx() context: Context) {
    return relatedNodes(context, 'DUE_AT', 'OUT', ask.id);
  }

  @FieldResolver(() => Node, {
    nullable: true,
    description: 'The session or event at which it is due; the first of `due` where there are several.',
  })
  dueAt(@Root() ask: NodeRecord, @Ctx() context: Context) {
    return relatedNode(context, 'DUE_AT', 'OUT', ask.id);
  }
}

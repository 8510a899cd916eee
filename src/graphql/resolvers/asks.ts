/** Asks: of whom, by what, due when. */
import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, Ctx, Info, Query, Resolver } from 'type-graphql';
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
import { type Related, RelationField } from '../relation-field.js';

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

  @RelationField(() => Document, { along: 'ASKS', direction: 'IN', description: 'The document that asks it.' })
  document: Related;

  @RelationField(() => [Entity], {
    along: 'OF',
    direction: 'OUT',
    description: 'The entities that it is asked of by name; classes of addressee are in `addresseeClasses`.',
  })
  addressees: Related;

  @RelationField(() => [Node], {
    along: 'DUE_AT',
    direction: 'OUT',
    description: 'All sessions and events at which it is due: the latest session first, events by date.',
  })
  due: Related;

  @RelationField(() => Node, {
    along: 'DUE_AT',
    direction: 'OUT',
    nullable: true,
    description: 'The session or event at which it is due; the first of `due` where there are several.',
  })
  dueAt: Related;
}

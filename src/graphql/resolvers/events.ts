/** Events: the documents that they issued, and what is due at them. */
import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, Ctx, FieldResolver, ID, Info, Query, Resolver, Root } from 'type-graphql';
import type { NodeRecord } from '../../domain/records.js';
import { Document, Resolution } from '../../domain/types/document.js';
import { Event } from '../../domain/types/event.js';
import { eventConditions } from '../conditions.js';
import { PageArgs } from '../connection.js';
import { AskConnection, EventConnection } from '../connections.js';
import type { Context } from '../context.js';
import { EventFilter } from '../filters.js';
import { listConnection } from '../lists.js';
import { eventOrder } from '../orders.js';
import { findReference } from '../references.js';
import { type Related, RelationField } from '../relation-field.js';
import { asksDue } from '../relations.js';

@Resolver(() => Event)
export class EventResolver {
  @Query(() => Event, { nullable: true, description: 'An event: "event/igf-20", "WSIS Forum 2020".' })
  event(@Ctx() context: Context, @Arg('id', () => ID, { description: 'Reference of any form.' }) id: string) {
    return findReference(context, id, ['EVENT']);
  }

  @Query(() => EventConnection, { description: 'Events by date.' })
  events(
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
    @Args(() => PageArgs) args: PageArgs,
    @Arg('filter', () => EventFilter, { nullable: true, description: 'Which of them.' }) filter?: EventFilter,
    @Arg('orderBy', () => [eventOrder.Input], { nullable: true, description: 'Order.' }) orderBy?: [],
  ) {
    const where = eventConditions(context, filter);
    return listConnection(context, info, args, { list: 'events', kinds: ['EVENT'], where, order: eventOrder.read(orderBy) });
  }

  @RelationField(() => [Document], { along: 'ISSUED', direction: 'OUT', description: 'Documents that it issued or adopted.' })
  documents: Related;

  @RelationField(() => [Resolution], { along: 'MANDATES', direction: 'IN', description: 'The resolutions that mandate it.' })
  mandatedBy: Related;

  @FieldResolver(() => AskConnection, { description: 'What is due at it.' })
  asksDue(@Root() event: NodeRecord, @Ctx() context: Context, @Info() info: GraphQLResolveInfo, @Args(() => PageArgs) args: PageArgs) {
    return asksDue(context, info, args, 'Event.asksDue', event.id);
  }
}

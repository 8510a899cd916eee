/** Sessions of the Commission: what they had before them, recommended and issued, and what is due at them. */
import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, Ctx, FieldResolver, ID, Info, Query, Resolver, Root } from 'type-graphql';
import type { NodeRecord } from '../../domain/records.js';
import { Document, Resolution } from '../../domain/types/document.js';
import { Session } from '../../domain/types/session.js';
import { sessionConditions } from '../conditions.js';
import { PageArgs } from '../connection.js';
import { AskConnection, SessionConnection } from '../connections.js';
import type { Context } from '../context.js';
import { SessionFilter } from '../filters.js';
import { listConnection } from '../lists.js';
import { sessionOrder } from '../orders.js';
import { findReference } from '../references.js';
import { asksDue, relatedNode, relatedNodes } from '../relations.js';

@Resolver(() => Session)
export class SessionResolver {
  @Query(() => Session, { nullable: true, description: 'A session of the Commission: "CSTD-24", "24th session of the CSTD".' })
  session(@Ctx() context: Context, @Arg('id', () => ID, { description: 'Reference of any form.' }) id: string) {
    return findReference(context, id, ['SESSION']);
  }

  @Query(() => SessionConnection, { description: 'Sessions of the Commission, newest first.' })
  sessions(
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
    @Args(() => PageArgs) args: PageArgs,
    @Arg('filter', () => SessionFilter, { nullable: true, description: 'Which of them.' }) filter?: SessionFilter,
    @Arg('orderBy', () => [sessionOrder.Input], { nullable: true, description: 'Order.' }) orderBy?: [],
  ) {
    const where = sessionConditions(filter);
    return listConnection(context, info, args, { list: 'sessions', kinds: ['SESSION'], where, order: sessionOrder.read(orderBy) });
  }

  @FieldResolver(() => [Document], { description: 'Documents that it had before it, as far as they are known.' })
  reviewed(@Root() session: NodeRecord, @Ctx() context: Context) {
    return relatedNodes(context, 'REVIEWED', 'OUT', session.id);
  }

  @FieldResolver(() => [Resolution], { description: 'Resolutions that it recommended for adoption.' })
  recommended(@Root() session: NodeRecord, @Ctx() context: Context) {
    return relatedNodes(context, 'RECOMMENDED', 'OUT', session.id);
  }

  @FieldResolver(() => Document, { nullable: true, description: 'Its report.' })
  report(@Root() session: NodeRecord, @Ctx() context: Context) {
    return relatedNode(context, 'ISSUED', 'OUT', session.id, 'REPORT');
  }

  @FieldResolver(() => Session, { nullable: true, description: 'The session before.' })
  previous(@Root() session: NodeRecord, @Ctx() context: Context) {
    return context.loaders.node(`session/CSTD-${Number(session.number) - 1}`);
  }

  @FieldResolver(() => Session, { nullable: true, description: 'The session after.' })
  next(@Root() session: NodeRecord, @Ctx() context: Context) {
    return context.loaders.node(`session/CSTD-${Number(session.number) + 1}`);
  }

  @FieldResolver(() => AskConnection, { description: 'What is due at it.' })
  asksDue(@Root() session: NodeRecord, @Ctx() context: Context, @Info() info: GraphQLResolveInfo, @Args(() => PageArgs) args: PageArgs) {
    return asksDue(context, info, args, 'Session.asksDue', session.id);
  }
}

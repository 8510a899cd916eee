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
import { type Related, RelationField } from '../relation-field.js';
import { asksDue } from '../relations.js';

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

  @RelationField(() => [Document], {
    along: 'REVIEWED',
    direction: 'OUT',
    description: 'Documents that it had before it, as far as they are known.',
  })
  reviewed: Related;

  @RelationField(() => [Resolution], {
    along: 'RECOMMENDED',
    direction: 'OUT',
    description: 'Resolutions that it recommended for adoption.',
  })
  recommended: Related;

  @RelationField(() => Document, { along: 'ISSUED', direction: 'OUT', kind: 'REPORT', nullable: true, description: 'Its report.' })
  report: Related;

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

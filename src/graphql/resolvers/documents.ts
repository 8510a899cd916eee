/** Documents of all kinds: what they cite, and what cites them. */
import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, Ctx, FieldResolver, ID, Info, Query, Resolver, Root } from 'type-graphql';
import type { NodeRecord } from '../../domain/records.js';
import { Document, OtherDocument, Resolution } from '../../domain/types/document.js';
import { CitationVerb, documentKinds } from '../../domain/vocabulary.js';
import { PageArgs } from '../connection.js';
import type { Context } from '../context.js';
import { CitationConnection } from '../link-connections.js';
import { linkConnection } from '../lists.js';
import { findReference } from '../references.js';
import { type Related, RelationField } from '../relation-field.js';

@Resolver(() => Document)
export class DocumentResolver {
  @Query(() => Document, { nullable: true, description: 'A document of any kind: "A/RES/70/125", "A/76/64", "Tunis Agenda".' })
  document(@Ctx() context: Context, @Arg('id', () => ID, { description: 'Reference of any form.' }) id: string) {
    return findReference(context, id, documentKinds);
  }

  @FieldResolver(() => String, { description: 'Title; the symbol where the title is not known.' })
  title(@Root() document: NodeRecord) {
    return document.title ?? document.symbol ?? document.name;
  }

  @FieldResolver(() => CitationConnection, { description: 'What it cites, in the order of its text.' })
  cites(
    @Root() document: NodeRecord,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
    @Args(() => PageArgs) args: PageArgs,
    @Arg('verbs', () => [CitationVerb], { nullable: true, description: 'Only by these verbs.' }) verbs?: CitationVerb[] | null,
  ) {
    const where = verbs ? { where: { property: 'verb', in: verbs } } : {};
    return linkConnection(context, info, args, 'Document.cites', { link: 'CITES', direction: 'OUT', order: 'TEXT', ...where }, document.id);
  }

  @FieldResolver(() => CitationConnection, { description: 'What cites it, newest first.' })
  citedBy(
    @Root() document: NodeRecord,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
    @Args(() => PageArgs) args: PageArgs,
    @Arg('verbs', () => [CitationVerb], { nullable: true, description: 'Only by these verbs.' }) verbs?: CitationVerb[] | null,
  ) {
    const where = verbs ? { where: { property: 'verb', in: verbs } } : {};
    return linkConnection(
      context,
      info,
      args,
      'Document.citedBy',
      { link: 'CITES', direction: 'IN', order: 'NODE', ...where },
      document.id,
    );
  }
}

@Resolver(() => OtherDocument)
export class OtherDocumentResolver {
  @RelationField(() => Document, {
    along: 'INPUT_TO',
    direction: 'OUT',
    nullable: true,
    description: 'The report or review that it was written for as an input.',
  })
  inputTo: Related;

  @RelationField(() => Resolution, {
    along: 'DRAFT_OF',
    direction: 'OUT',
    nullable: true,
    description: 'The resolution that it is a draft of.',
  })
  draftOf: Related;
}

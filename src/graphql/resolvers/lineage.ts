/** Lineage: what a text rests on and what rests on it, by which verb, in which paragraph. */
import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, Field, ID, Info, Int, ObjectType, Query, Resolver, registerEnumType } from 'type-graphql';
import type { NodeSummary } from '../../domain/records.js';
import { Document } from '../../domain/types/document.js';
import { Evidence } from '../../domain/types/node.js';
import { CitationVerb, documentKinds, Reading, Where } from '../../domain/vocabulary.js';
import { badInput } from '../../errors.js';
import type { LineageDirection as Direction } from '../../store/graph-store.js';
import { bounded } from '../connection.js';
import type { Context } from '../context.js';
import { withPlace } from '../lists.js';
import { checkCount, findReference, requireReferences } from '../references.js';
import { isAsked } from '../selections.js';

const LineageDirection = { ANCESTORS: 'ANCESTORS', DESCENDANTS: 'DESCENDANTS', BOTH: 'BOTH' } as const;
registerEnumType(LineageDirection, {
  name: 'LineageDirection',
  description: 'Which way a lineage goes.',
  valuesConfig: {
    ANCESTORS: { description: 'What the text cites, and what that cites.' },
    DESCENDANTS: { description: 'What cites the text, and what cites that.' },
    BOTH: { description: 'Both ways.' },
  },
});

@ObjectType({ description: 'A citation of a lineage.' })
class LineageLink {
  @Field(() => ID, { description: 'Id of the citing document.' })
  from: string;

  @Field(() => ID, { description: 'Id of the cited document.' })
  to: string;

  @Field(() => CitationVerb, { description: 'Verb of the clause.' })
  verb: CitationVerb;

  @Field(() => Where, { nullable: true, description: 'Part of the citing document, by the first evidence.' })
  where: Where | null;

  @Field(() => String, {
    nullable: true,
    description: 'Paragraph of the citing document, by the first evidence; null where it is not known.',
  })
  paragraph: string | null;

  @Field(() => [Evidence], { description: 'All places that say so, in the order of the text.' })
  evidence: Evidence[];
}

@ObjectType({ description: 'A document of a lineage.' })
class LineageNode {
  @Field(() => Document, { description: 'The document.' })
  document: Document;

  @Field(() => Int, { description: 'Citations between it and the root, on the shortest way.' })
  depth: number;

  @Field(() => Reading, {
    description:
      'How far its own citations were read. Where it is NONE it is a leaf because nobody read it, not because it rests on nothing.',
  })
  citationsRead: Reading;
}

@ObjectType({ description: 'What a text rests on, or what rests on it.' })
class Lineage {
  @Field(() => Document, { description: 'The text asked about.' })
  root: Document;

  @Field(() => [LineageNode], { description: 'The others, nearest first, then newest first.' })
  nodes: LineageNode[];

  @Field(() => [LineageLink], { description: 'Every citation between the root and the nodes.' })
  links: LineageLink[];

  @Field(() => Boolean, { description: 'Whether more documents are within reach than `first` lets through.' })
  truncated: boolean;
}

@ObjectType({ description: 'A chain of citations.' })
class LineagePath {
  @Field(() => Int, { description: 'Number of citations.' })
  length: number;

  @Field(() => [Document], { description: 'The documents, from the citing end to the cited.' })
  documents: Document[];

  @Field(() => [LineageLink], { description: 'The citations, one for each step.' })
  links: LineageLink[];
}

@Resolver()
export class LineageResolver {
  @Query(() => Lineage, {
    nullable: true,
    description: 'What a document rests on, or what rests on it; null when there is no such document.',
  })
  async lineage(
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('id', () => ID, { description: 'Reference of any form to a document.' }) id: string,
    @Arg('direction', () => LineageDirection, { defaultValue: 'ANCESTORS', description: 'Which way to go.' }) direction: Direction,
    @Arg('maxDepth', () => Int, { nullable: true, defaultValue: 3, description: 'Most citations from the root, 1 to 20.' })
    maxDepth: number,
    @Arg('first', () => Int, { nullable: true, defaultValue: 200, description: 'Most documents, 1 to 1,000: the nearest.' }) first: number,
    @Arg('verbs', () => [CitationVerb], { nullable: true, description: 'Only citations by these verbs.' }) verbs?: CitationVerb[] | null,
  ) {
    const depth = bounded('maxDepth', maxDepth, 1, 20, 3);
    const limit = bounded('first', first, 1, 1000, 200);
    const root = await findReference(context, id, documentKinds);
    if (!root) return null;
    const evidence = isAsked(info, 'links', 'evidence');
    const query = { id: root.id, direction, maxDepth: depth, limit, evidence, ...(verbs ? { verbs } : {}) };
    const graph = await context.loaders.ask('lineage', query);
    if (!graph) return null;
    return {
      root,
      nodes: graph.nodes.map(({ node, depth: distance }) => ({ document: node, depth: distance, citationsRead: node.citationsRead })),
      links: graph.links.map(withPlace),
      truncated: graph.truncated,
    };
  }

  @Query(() => [LineagePath], {
    description: 'Chains of citations from a document to one that it rests on, shortest first; empty when there is none.',
  })
  async paths(
    @Ctx() context: Context,
    @Arg('from', () => ID, { description: 'The citing end.' }) from: string,
    @Arg('to', () => ID, { description: 'The cited end.' }) to: string,
    @Arg('maxLength', () => Int, { nullable: true, defaultValue: 6, description: 'Most citations in a chain, 1 to 10.' }) maxLength: number,
    @Arg('first', () => Int, { nullable: true, defaultValue: 10, description: 'Most chains, 1 to 100.' }) first: number,
  ) {
    const longest = bounded('maxLength', maxLength, 1, 10, 6);
    const limit = bounded('first', first, 1, 100, 10);
    const [source, target] = await Promise.all([requireDocument(context, 'from', from), requireDocument(context, 'to', to)]);
    const trails = await context.loaders.ask('paths', { from: source, to: target, maxLength: longest, limit });
    return trails.map(({ nodes, links }) => ({ length: links.length, documents: nodes, links: links.map(withPlace) }));
  }

  @Query(() => [Document], { description: 'Documents that all of the given ones rest on, nearest first; at most 100.' })
  async commonAncestors(
    @Ctx() context: Context,
    @Arg('ids', () => [ID], { description: 'At least two references to documents.' }) ids: string[],
    @Arg('maxDepth', () => Int, { nullable: true, defaultValue: 6, description: 'Most citations from each, 1 to 20.' }) maxDepth: number,
  ): Promise<NodeSummary[]> {
    checkCount(context, 'ids', ids);
    const depth = bounded('maxDepth', maxDepth, 1, 20, 6);
    const known = await requireReferences(context, 'ids', ids, documentKinds);
    if (new Set(known).size < 2) throw badInput('`ids` needs at least two different documents.', { argument: 'ids' });
    return context.loaders.ask('commonAncestors', { ids: [...new Set(known)], maxDepth: depth, limit: 100 });
  }
}

async function requireDocument(context: Context, argument: string, reference: string): Promise<string> {
  const [id] = await requireReferences(context, argument, [reference], documentKinds);
  return id as string;
}

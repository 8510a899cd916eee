/** Finding things: by reference, by words, by the beginning of a name. */
import { Arg, Args, Ctx, Field, Int, ObjectType, Query, Resolver, registerEnumType } from 'type-graphql';
import { decodeCursor, encodeCursor } from '../../domain/page.js';
import type { NodeRecord } from '../../domain/records.js';
import { words } from '../../domain/text.js';
import { Node } from '../../domain/types/node.js';
import { Kind, namedKinds } from '../../domain/vocabulary.js';
import { badInput } from '../../errors.js';
import { type Ranked, rank } from '../../store/rank.js';
import { checkText } from '../conditions.js';
import { bounded, connectionOf, defaultPageSize, edgeTo, greatestPageSize, PageArgs } from '../connection.js';
import type { Context } from '../context.js';
import { checkCount } from '../references.js';

const MatchStatus = { EXACT: 'EXACT', NORMALIZED: 'NORMALIZED', ALIAS: 'ALIAS', AMBIGUOUS: 'AMBIGUOUS', NOT_FOUND: 'NOT_FOUND' } as const;
registerEnumType(MatchStatus, {
  name: 'MatchStatus',
  description: 'How a reference was resolved. It is never guessed.',
  valuesConfig: {
    EXACT: { description: 'It is the id, code, symbol, acronym or name as it stands.' },
    NORMALIZED: { description: 'It is one of those in another form: other case, dashes, spaces, an address, half of a double symbol.' },
    ALIAS: { description: 'It is an alternate name.' },
    AMBIGUOUS: { description: 'It can mean several things: see `candidates`.' },
    NOT_FOUND: { description: 'It means nothing here: see `suggestions`.' },
  },
});

@ObjectType({ description: 'What a reference stands for.' })
class Match {
  @Field(() => String, { description: 'The reference as it was given.' })
  ref: string;

  @Field(() => MatchStatus, { description: 'How it was resolved.' })
  status: keyof typeof MatchStatus;

  @Field(() => Node, { nullable: true, description: 'What it stands for; null when AMBIGUOUS or NOT_FOUND.' })
  node: Node | null;

  @Field(() => [Node], { description: 'What it can mean, when AMBIGUOUS.' })
  candidates: Node[];

  @Field(() => [Node], { description: 'What may have been meant, when NOT_FOUND; nothing here is a match.' })
  suggestions: Node[];
}

@ObjectType({ description: 'Something that was found.' })
class SearchEdge extends edgeTo<Node>(() => Node) {
  @Field(() => Int, {
    description: 'Rank: an exact id, code, symbol or acronym comes first, then names, alternate names, beginnings, words.',
  })
  score: number;

  @Field(() => String, { description: 'The name by which it was found.' })
  matchedOn: string;
}

@ObjectType({ description: 'How many things of a kind were found.' })
class KindCount {
  @Field(() => Kind, { description: 'The kind.' })
  kind: Kind;

  @Field(() => Int, { description: 'How many.' })
  count: number;
}

@ObjectType({ description: 'What was found, best first.' })
class SearchConnection extends connectionOf<SearchEdge>(
  () => SearchEdge,
  () => Node,
) {
  @Field(() => [KindCount], { description: 'How many of each kind were found, on this page or not.' })
  facets: KindCount[];
}

@ObjectType({ description: 'A completion.' })
class Suggestion {
  @Field(() => Node, { description: 'The thing.' })
  node: Node;

  @Field(() => String, { description: 'What to show in the box: the acronym, code or symbol, else the name.' })
  label: string;

  @Field(() => String, { description: 'What to show beside it: the kind, and the name or the year.' })
  hint: string;
}

@Resolver()
export class SearchResolver {
  @Query(() => [Match], { description: 'What each reference stands for: one row for each, in order. Nothing is guessed.' })
  resolve(@Ctx() context: Context, @Arg('refs', () => [String], { description: 'At most 100 references in any form.' }) refs: string[]) {
    checkCount(context, 'refs', refs);
    return Promise.all(refs.map((ref) => context.loaders.match(ref, undefined, true)));
  }

  @Query(() => SearchConnection, {
    description:
      'Named things in which every word of the query begins a word of a name, without regard to case and accents. Contributions and asks are found by `filter.text`.',
  })
  async search(
    @Ctx() context: Context,
    @Args(() => PageArgs) args: PageArgs,
    @Arg('query', () => String, { description: 'At most 200 characters. No syntax: everything is text.' }) query: string,
    @Arg('kinds', () => [Kind], { nullable: true, description: 'Only of these kinds.' }) kinds?: Kind[] | null,
  ) {
    const first = bounded('first', args.first, 1, greatestPageSize, defaultPageSize);
    for (const argument of ['last', 'before'] as const) {
      if (args[argument] === null || args[argument] === undefined) continue;
      throw badInput(`\`search\` pages forward only: use \`first\` and \`after\`, not \`${argument}\`.`, { argument });
    }
    const ranked = await ranking(context, query, kinds);
    const start = args.after === null || args.after === undefined ? 0 : afterCursor(ranked, args.after);
    const page = ranked.slice(start, start + first);
    const edges = await Promise.all(
      page.map(async (row) => ({
        cursor: cursorOf(context, row),
        node: (await context.loaders.node(row.candidate.id)) as NodeRecord,
        score: row.score,
        matchedOn: row.matchedOn,
      })),
    );
    return {
      edges,
      nodes: edges.map((edge) => edge.node),
      totalCount: ranked.length,
      facets: countKinds(ranked),
      pageInfo: {
        hasNextPage: start + page.length < ranked.length,
        hasPreviousPage: start > 0,
        startCursor: edges[0]?.cursor ?? null,
        endCursor: edges.at(-1)?.cursor ?? null,
      },
    };
  }

  @Query(() => [Suggestion], { description: 'Completions for a box in which somebody types.' })
  async suggest(
    @Ctx() context: Context,
    @Arg('prefix', () => String, { description: 'What was typed so far, at most 200 characters.' }) prefix: string,
    @Arg('kinds', () => [Kind], { nullable: true, description: 'Only of these kinds.' }) kinds?: Kind[] | null,
    @Arg('first', () => Int, { nullable: true, defaultValue: 10, description: 'Most completions, 1 to 100.' }) first?: number | null,
  ) {
    const limit = bounded('first', first, 1, greatestPageSize, 10);
    const ranked = (await ranking(context, prefix, kinds, 'prefix')).slice(0, limit);
    return Promise.all(ranked.map(async ({ candidate }) => toSuggestion((await context.loaders.node(candidate.id)) as NodeRecord)));
  }
}

const searchList = 'search';
const cursorOf = (context: Context, row: Ranked) =>
  encodeCursor(searchList, context.store.datasetVersion, { keys: [-row.score, kindRank(row.candidate.kind)], id: row.candidate.id });
const kindRank = (kind: Kind) => namedKinds.indexOf(kind);

/** Everything that is found, best first. */
async function ranking(context: Context, query: string, kinds: readonly Kind[] | null | undefined, argument = 'query'): Promise<Ranked[]> {
  const asked = words(checkText(context, argument, query));
  if (asked.length === 0) return [];
  const wanted = kinds ? namedKinds.filter((kind) => kinds.includes(kind)) : namedKinds;
  const ranked = rank(query, await context.loaders.ask('candidates', { words: asked, match: 'ALL', kinds: wanted }));
  // What only begins like the prefix of an id, as every report/… does for "report", is no find.
  return ranked.filter(({ score }) => score > 0);
}

/** The index of the first row after a cursor, also when the row of the cursor is gone. */
function afterCursor(ranked: readonly Ranked[], cursor: string): number {
  const { keys, id } = decodeCursor(searchList, cursor);
  const [score, kind] = keys as [number, number];
  const isAfter = (row: Ranked) => {
    if (-row.score !== score) return -row.score > score;
    if (kindRank(row.candidate.kind) !== kind) return kindRank(row.candidate.kind) > kind;
    return row.candidate.id > id;
  };
  const index = ranked.findIndex(isAfter);
  return index < 0 ? ranked.length : index;
}

function countKinds(ranked: readonly Ranked[]) {
  const counts = namedKinds.map((kind) => ({ kind, count: ranked.filter((row) => row.candidate.kind === kind).length }));
  return counts.filter(({ count }) => count > 0);
}

function toSuggestion(node: NodeRecord) {
  const label = (node.acronym ?? node.code ?? node.symbol ?? node.name) as string;
  const kind = node.kind.toLowerCase().replaceAll('_', ' ');
  const detail = label === node.name ? ((node.date ?? node.startDate ?? '') as string).slice(0, 4) : node.name.replace(label, '').trim();
  return { node, label, hint: detail ? `${kind} · ${detail}` : kind };
}

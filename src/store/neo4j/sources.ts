/** Where the nodes that meet conditions are read from: the links of given nodes, the index of texts, or the index of the default order. */
import type { Kind } from '../../domain/vocabulary.js';
import type { Condition, LinkCondition } from '../graph-store.js';
import { allOf, always, isBy, step } from './conditions.js';
import { fullTextIndexes } from './constraints.js';
import { inList, isLong, listsOf } from './long-lists.js';
import { allWords } from './lucene.js';
import { call, nodeOf } from './statements.js';
import { isStorable, labelOf, typeOf, Values } from './values.js';

/** Conditions of a query and of its scopes as Cypher that sees the generation `g` and the map `scope`. */
export interface Source {
  /** matches the nodes of a kind that meet all conditions, and `only`, as `n`, each once */
  match(kind: Kind, only?: string): string;
  /**
   * Matches the contributions that meet all conditions and `only` where they stand in long lists, as `n` with its place `link`. Each list gives no more
   * than its `cut` (an order and a limit): the page is to be cut from these. Null where they stand in none.
   */
  inLists: ((only: readonly string[], cut: string) => string) | null;
  /** Counts all contributions that meet the conditions as `total`, from how many links the ends have where that tells it. Null where it does not. */
  countOfList: string | null;
  /** the values in the conditions: parameters, among them `scopes`, the maps of the scopes */
  parameters: Record<string, unknown>;
}

/** Where one begins to look for nodes, rather than at all of their kind. */
type Entry = (label: string, rest: string) => string;

/** The same for contributions that stand in long lists. */
type LongEntry = (rest: readonly string[], cut: string) => string;

interface Compiled {
  entry: Entry | null;
  long: LongEntry | null;
  count: string | null;
  rest: string[];
  values: Values;
}

/** The source of the nodes that meet `where` and the conditions of a scope. */
export function sourceOf(where: readonly Condition[], scopes: readonly (readonly Condition[])[] = [[]]): Source {
  const [scope = compile([], 'scope'), ...others] = scopes.map((each) => compile(each, 'scope'));
  const shared = compile(where, 'question', !scope.entry);
  if (others.some((other) => textOf(other) !== textOf(scope))) throw new Error('The scopes of one question must have the same conditions.');
  const entry = scope.entry ?? shared.entry ?? fromOrder;
  const long = scope.entry ? scope.long : shared.long;
  const rest = [...scope.rest, ...shared.rest];
  return {
    countOfList: rest.length === 0 ? (scope.entry ? scope : shared).count : null,
    inLists: long && ((only, cut) => long([...only, ...rest], cut)),
    match: (kind, only) => entry(labelOf(kind), [...rest, ...(only ? [only] : [])].join(' AND ') || 'true'),
    parameters: { ...shared.values.all, scopes: [scope, ...others].map(({ values }, index) => ({ index, ...values.all })) },
  };
}

const textOf = ({ entry, rest }: Compiled): string => [entry?.('', '') ?? '', ...rest].join('\n');

function compile(conditions: readonly Condition[], owner: 'question' | 'scope', entering = true): Compiled {
  const values = new Values(owner);
  const rest = (but?: Condition) => {
    const predicates = conditions.filter((each) => each !== but).map((each) => allOf('n', [each], values));
    return predicates.filter((predicate) => predicate !== always);
  };
  const link = conditions.find((each): each is LinkCondition => each.by === 'link' && each.ids !== undefined);
  if (entering && link) return { ...fromEnds(link, values), rest: rest(link), values };
  const text = conditions.find((each) => each.by === 'text' && each.words.length > 0 && each.words.every(isStorable));
  if (entering && text?.by === 'text') return { entry: fromText(text.words, values), long: null, count: null, rest: rest(), values };
  return { entry: null, long: null, count: null, rest: rest(), values };
}

/** All of a kind, in default order where the planner wants it; the index is named, as with one generation the planner would as soon read the whole of it. */
const fromOrder: Entry = (label, rest) =>
  `MATCH (n:${label}) USING INDEX SEEK n:${label}(generation, sort, id) WHERE n.generation = g AND n.sort IS NOT NULL AND n.id IS NOT NULL${rest === 'true' ? '' : ` AND ${rest}`}`;

/** What is linked to the nodes that a condition names. */
function fromEnds({ link, direction, ids, withParts, methods }: LinkCondition, values: Values): Pick<Compiled, 'entry' | 'long' | 'count'> {
  const names = `UNWIND ${values.add(ids)} AS name`;
  const named = nodeOf('named', 'name');
  const by = methods ? [isBy('link', values.add(methods))] : [];
  const parts = withParts ? 'MATCH (named)<-[:PART_OF*0..]-(end)' : 'WITH named AS end';
  const entry: Entry = (label, rest) => `${names}
${named}
${parts}
WITH DISTINCT end
MATCH ${step(`n:${label}`, `link:${typeOf(link)}`, direction, 'end')} WHERE ${[...by, rest].join(' AND ')}
WITH DISTINCT n`;
  const back = direction === 'OUT' ? 'IN' : 'OUT';
  const long: LongEntry = (rest, cut) => {
    const rows = `${inList(link, back, 'n', [...by, ...rest])}\nWITH n, link ${cut}\nRETURN n`;
    return `${names}\n${listsOf(withParts)}\n${call('g, scope, list', rows)}\nWITH DISTINCT n`;
  };
  // Of one end the database knows how many links it has; of several, a contribution may have links to more than one.
  const ends = step('end', `:${typeOf(link)}`, back, '');
  const count = `${names}
${named}
${parts}
WITH collect(DISTINCT end) AS ends
WITH ends, reduce(sum = 0, end IN ends | sum + COUNT { ${ends} }) AS links
RETURN CASE WHEN size(ends) < 2 THEN links ELSE COUNT { UNWIND ends AS end MATCH ${step('end', `:${typeOf(link)}`, back, 'n')} RETURN DISTINCT n } END AS total`;
  if (!isLong(link, back)) return { entry, long: null, count: null };
  return { entry, long, count: methods ? null : count };
}

/** What has the words in its text: found by the index, which knows all kinds and generations. */
function fromText(words: readonly string[], values: Values): Entry {
  const query = values.add(allWords(words));
  return (label, rest) => `CALL db.index.fulltext.queryNodes('${fullTextIndexes.textWords}', ${query}) YIELD node AS n
WITH n WHERE n.generation = g AND n:${label} AND ${rest}`;
}

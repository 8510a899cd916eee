/** References to nodes: reads what a person typed, asks the store what is called so, and tells how sure the answer is. It never guesses. */
import { kinds as allKinds, kindOfId } from '../domain/graph.js';
import type { NodeRecord } from '../domain/records.js';
import { keysInside, keysOfNode, maximumReferenceLength, ownNames, parseReference } from '../domain/reference.js';
import type { Kind } from '../domain/vocabulary.js';
import type { GraphStore } from './graph-store.js';
import { suggestIds } from './suggest.js';

/**
 * EXACT: the text is the node's id, code, symbol, acronym, title or name to the letter. NORMALIZED: it is after reading and folding, or it is half of
 * its double symbol. ALIAS: it is an alternate name. AMBIGUOUS: several nodes are called so. NOT_FOUND: none is.
 */
export type MatchStatus = 'EXACT' | 'NORMALIZED' | 'ALIAS' | 'AMBIGUOUS' | 'NOT_FOUND';

export interface Match {
  ref: string;
  status: MatchStatus;
  /** the one node, or null */
  node: NodeRecord | null;
  /** when AMBIGUOUS: every node that it may be, in the order of the readings, then kind, then id */
  candidates: NodeRecord[];
  /** when NOT_FOUND: at most 5 nodes that may have been meant, best first */
  suggestions: NodeRecord[];
}

/** What the store answered to one key: the nodes of the kinds wanted. */
interface Answer {
  key: string;
  nodes: readonly NodeRecord[];
}

const ofKinds = (nodes: readonly NodeRecord[], kinds: readonly Kind[]): NodeRecord[] => nodes.filter(({ kind }) => kinds.includes(kind));

/** Whether a text can be an id as it stands; lone surrogates cannot be sent to a store. */
const isId = (ref: string): boolean => ref.length <= maximumReferenceLength && kindOfId(ref) !== null && !/\p{Cs}/u.test(ref);

/** The nodes of an answer that the key fits best: a whole name or symbol before half of one, that before an alternate name. */
function bestOf({ key, nodes }: Answer): { own: boolean; nodes: readonly NodeRecord[] } {
  const keys = nodes.map(keysOfNode);
  for (const sort of ['whole', 'half'] as const) {
    const fitting = nodes.filter((_, at) => keys[at]?.[sort].includes(key));
    if (fitting.length > 0) return { own: true, nodes: fitting };
  }
  return { own: false, nodes };
}

/** What a reference may stand for, the surest first: a name to the letter, then names of its own, then alternate names. Most are settled by the first. */
function* readings(ref: string, answers: readonly Answer[]): Generator<['EXACT' | 'NORMALIZED' | 'ALIAS', readonly NodeRecord[]]> {
  const all = answers.flatMap(({ nodes }) => nodes);
  yield ['EXACT', all.filter((node) => ownNames(node).includes(ref))];
  yield ['NORMALIZED', answers.map(bestOf).flatMap(({ own, nodes }) => (own ? nodes : []))];
  yield ['ALIAS', all];
}

/** Settles one reference by its surest reading; among equals nothing is chosen. */
function settle(ref: string, answers: readonly Answer[]): Match {
  for (const [status, nodes] of readings(ref, answers)) {
    const [node, ...others] = new Set(nodes);
    if (!node) continue;
    if (others.length > 0) return { ref, status: 'AMBIGUOUS', node: null, candidates: [node, ...others], suggestions: [] };
    return { ref, status, node, candidates: [], suggestions: [] };
  }
  return { ref, status: 'NOT_FOUND', node: null, candidates: [], suggestions: [] };
}

/**
 * One row for each reference, in order; a reference given twice is answered twice. Kinds narrow before anything is called ambiguous.
 * Costs one nodes() for ids as they are, one lookup() for the others; candidates() and one nodes() more for suggestions only.
 * @param kinds the kinds that are wanted; all when left out
 * @param suggesting whether what is not found gets suggestions
 */
export async function resolveReferences(
  store: GraphStore,
  all: readonly string[],
  kinds: readonly Kind[] = allKinds,
  suggesting = true,
): Promise<Match[]> {
  const refs = [...new Set(all)];
  const matches = new Map<string, Match>();
  const asIs = refs.filter(isId);
  for (const node of asIs.length > 0 ? await store.nodes(asIs) : []) {
    if (node && kinds.includes(node.kind)) matches.set(node.id, { ref: node.id, status: 'EXACT', node, candidates: [], suggestions: [] });
  }

  const questions = refs
    .filter((ref) => !matches.has(ref))
    .map((ref) => {
      const { kind, keys } = parseReference(ref);
      return { ref, keys, kinds: kinds.filter((each) => !kind || each === kind), inside: suggesting ? keysInside(ref) : [] };
    });
  const keys = [...new Set(questions.flatMap((question) => [...question.keys, ...question.inside]))];
  const lists = keys.length > 0 ? await store.lookup(keys) : [];
  const called = new Map(keys.map((key, at) => [key, lists[at] ?? []]));

  const rows = await Promise.all(
    questions.map(async (question) => {
      const answers = question.keys.map((key) => ({ key, nodes: ofKinds(called.get(key) ?? [], question.kinds) }));
      const lost = suggesting && answers.every(({ nodes }) => nodes.length === 0);
      const within = lost ? question.inside.flatMap((key) => ofKinds(called.get(key) ?? [], kinds)) : [];
      const suggested = lost
        ? await suggestIds(
            store,
            question.ref,
            within.map(({ id }) => id),
            kinds,
          )
        : [];
      return { match: settle(question.ref, answers), suggested };
    }),
  );

  const suggestions = [...new Set(rows.flatMap(({ suggested }) => suggested))];
  const records = new Map(
    (suggestions.length > 0 ? await store.nodes(suggestions) : []).flatMap((node) => (node ? [[node.id, node]] : [])),
  );
  for (const { match, suggested } of rows)
    matches.set(match.ref, { ...match, suggestions: suggested.flatMap((id) => records.get(id) ?? []) });
  return all.flatMap((ref) => matches.get(ref) ?? []);
}

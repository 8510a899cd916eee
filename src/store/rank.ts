/** The shared ranking of search, suggestions and completion: the stores only find candidates, so that both give the same list. */
import { foldKey, parseReference } from '../domain/reference.js';
import { symbolKeys } from '../domain/symbol.js';
import { words } from '../domain/text.js';
import type { SearchCandidate } from './graph-store.js';
import { compareByKind } from './names.js';

export interface Ranked {
  candidate: SearchCandidate;
  /** 0 (no word matches) to 1000 (its id, code, symbol or acronym); see `rank` */
  score: number;
  /** the name of the candidate, unfolded, that matched best */
  matchedOn: string;
}

interface Query {
  key: string;
  words: readonly string[];
  ids: ReadonlySet<string>;
  keys: ReadonlySet<string>;
}

/** A name that looks like a code, a symbol or an acronym: one word without a small letter, or with a slash: ITU, C7, A/RES/70/125. */
const isCode = (name: string): boolean => !/\s/.test(name) && (!/\p{Ll}/u.test(name) || name.includes('/'));

/** 0 to 49: how much of the name the query is, so that among names that match alike the shorter comes first. */
const closeness = (queryLength: number, nameLength: number): number =>
  Math.min(49, Math.floor((49 * queryLength) / Math.max(1, nameLength)));

const lengthOf = (some: readonly string[]): number => some.reduce((sum, word) => sum + word.length, 0);

function scoreOfWords(query: Query, nameWords: readonly string[], nameLength: number): number {
  const whole = query.words.filter((word) => nameWords.includes(word));
  const begun = query.words.filter((word) => nameWords.some((each) => each.startsWith(word)));
  const near = closeness(query.key.length, nameLength);
  if (begun.length === 0) return 0;
  if (whole.length === query.words.length) return 600 + near;
  if (begun.length === query.words.length) return 500 + near;
  // By their letters rather than their number: "telecommunication" tells more than "the".
  return 100 + Math.floor((300 * (lengthOf(begun) + lengthOf(whole))) / (2 * lengthOf(query.words)));
}

function scoreOfName(query: Query, name: string, shown: boolean): number {
  const key = foldKey(name);
  if (!key || !query.key) return 0;
  if (key === query.key) return isCode(name) ? 1000 : shown ? 900 : 800;
  if (key.startsWith(query.key)) return 700 + closeness(query.key.length, key.length);
  return scoreOfWords(query, words(name), key.length);
}

function isCalledSo(query: Query, { id, kind }: SearchCandidate): boolean {
  if (query.ids.has(id)) return true;
  const local = id.slice(id.indexOf('/') + 1);
  const called = kind === 'REPORT' || kind === 'OTHER_DOCUMENT' ? symbolKeys(local) : [foldKey(local)];
  return called.some((key) => query.keys.has(key));
}

/**
 * Orders candidates for a query; accents and case do not count. 1000: the query is its id, code, symbol (or half of a double one) or acronym;
 * 900: the name that is shown; 800: another name; 700–749: a name begins so; 600–649: all words stand in a name; 500–549: all words begin words of a name;
 * 100–400: some of them do. Equal scores: by kind in the order of the vocabulary, then by id.
 */
export function rank(query: string, candidates: readonly SearchCandidate[]): Ranked[] {
  const { ids, keys } = parseReference(query);
  const asked: Query = { key: foldKey(query), words: words(query), ids: new Set(ids), keys: new Set(keys) };
  const ranked = candidates.map((candidate): Ranked => {
    let best: Ranked = { candidate, score: 0, matchedOn: candidate.name };
    // The shown name first, the others by themselves: a tie must not depend on the order in which a store lists them.
    // The id is no name: its prefix ("report/") would match a word of the language.
    for (const name of [candidate.name, ...candidate.names.filter((each) => each !== candidate.id).sort()]) {
      const score = scoreOfName(asked, name, name === candidate.name);
      if (score > best.score) best = { candidate, score, matchedOn: name };
    }
    return isCalledSo(asked, candidate) ? { ...best, score: 1000 } : best;
  });
  return ranked.sort((one, other) => other.score - one.score || compareByKind(one.candidate, other.candidate));
}

/** Where clauses begin, where the subject of a clause begins, and which word is its verb. */
import {
  behindBracket,
  chainAt,
  conjunctions,
  determiners,
  isAdverb,
  isVerbHere,
  longestRun,
  nextInChain,
  prepositions,
  pronouns,
  reach,
  relatives,
  set,
  skipAdverbs,
  subordinators,
} from './activity-grammar.js';
import { isEntity, isMark, isWord, type Token, verbAt } from './activity-tokens.js';
import { isParticiple, verbOf } from './activity-verbs.js';

/** A noun in the place of a name: "the Commission". */
const genericNoun = /^\p{Lu}\p{Ll}+$/u;
const headsOfAdjunct = set('together jointly alongside along according thanks owing due building based given');
const lastOfList = set('and the');
const beforeName = set('the both');

/** Whether a finite verb stands at a place, adverbs before it left out. Behind a plural subject a base form is one too. */
export function finiteAt(tokens: readonly Token[], index: number, plural: boolean): boolean {
  const verb = verbAt(tokens, skipAdverbs(tokens, index));
  return verb !== null && (verb.form !== 'BASE' || plural);
}

/** Whether the text from a place on names or begins something: it may be a subject. */
const beginsNoun = (token: Token | undefined): boolean =>
  isEntity(token) ||
  token?.kind === 'TITLE' ||
  isWord(token, determiners) ||
  isWord(token, pronouns) ||
  (token?.kind === 'WORD' &&
    !isWord(token, prepositions) &&
    !isWord(token, conjunctions) &&
    !isWord(token, relatives) &&
    !isWord(token, subordinators) &&
    !isAdverb(token) &&
    !(/^\p{Ll}/u.test(token.text) && verbOf(token.lower)?.form === 'PAST'));

/** The place behind the comma that closes an insertion opened by the comma at `index`, and at which a finite verb stands; -1 when none closes it. */
function behindInsertion(tokens: readonly Token[], index: number, end: number): number {
  for (let at = index + 2; at < Math.min(end, index + reach); at++) {
    if (isMark(tokens[at], '(')) at = behindBracket(tokens, at, end) - 1;
    else if (isMark(tokens[at], ';')) return -1;
    else if (isMark(tokens[at], ',')) {
      const verb = verbAt(tokens, skipAdverbs(tokens, at + 1));
      if (verb && !(verb.form === 'BASE' && verb.ambiguous) && !isWord(tokens[at + 1], relatives)) return at + 1;
    }
  }
  return -1;
}

/** A participle that shortens a relative clause: "guidelines developed by X were", "the platform launched in 2015 provides". */
function isReduced(tokens: readonly Token[], index: number, end: number): boolean {
  if (verbAt(tokens, index)?.form !== 'PAST') return false;
  for (let at = index + 1; at < Math.min(end, index + 40); at++) {
    if (isMark(tokens[at], ',;:')) return false;
    if (isWord(tokens[at], relatives) || isWord(tokens[at], subordinators) || isWord(tokens[at], pronouns)) return false;
    const verb = verbAt(tokens, at);
    const before = tokens[at - 1];
    if (isWord(before, conjunctions) || isWord(before, prepositions) || isWord(before, determiners) || tokens[at]?.lower === 'to') continue;
    if (verb && (verb.form === 'AUXILIARY' || (verb.form === 'THIRD' && !verb.ambiguous) || (verb.form === 'PAST' && isEntity(before))))
      return true;
  }
  return false;
}

/** The place of the finite verb of a clause whose subject begins at `start`, or -1. Insertions between commas and relative clauses are passed over. */
export function findVerb(tokens: readonly Token[], start: number, end: number): number {
  const limit = Math.min(end, start + reach * 2);
  const named = isEntity(tokens[start]) || (isWord(tokens[start], determiners) && isEntity(tokens[start + 1]));
  for (let at = start; at < limit; at++) {
    const token = tokens[at];
    if (isMark(token, '(')) at = behindBracket(tokens, at, end) - 1;
    else if (isMark(token, ',')) {
      if (nextInChain(tokens, at, end) >= 0 && isEntity(tokens[at - 1])) continue;
      const behind = behindInsertion(tokens, at, end);
      if (behind >= 0) return skipAdverbs(tokens, behind);
    } else if (
      at > start &&
      isWord(token, relatives) &&
      !(token?.lower === 'that' && !isVerbHere(tokens, skipAdverbs(tokens, at + 1), at))
    ) {
      const behind = behindInsertion(tokens, at, end);
      if (behind >= 0) return skipAdverbs(tokens, behind);
      while (at < limit && !isMark(tokens[at], ',;')) at++;
      if (at >= limit) return -1;
    } else if (isMark(token, ';')) return -1;
    else if (isVerbHere(tokens, at, start) && !((!named || !isEntity(tokens[at - 1])) && isReduced(tokens, at, end))) return at;
  }
  return -1;
}

/** Where the subject begins: behind "In 2020,", "Together with X,", "Also,". What stands before it is an adjunct. */
export function findSubject(tokens: readonly Token[], start: number, end: number): number {
  let at = start;
  for (let round = 0; round < 6; round++) {
    for (let run = 0; run < longestRun && (isAdverb(tokens[at]) || isMark(tokens[at], ',') || isWord(tokens[at], conjunctions)); run++)
      at++;
    const first = tokens[at];
    if (at >= end || !first) return at;
    const participle = first.kind === 'WORD' && (/[a-z]ing$/.test(first.lower) || isParticiple(first.lower));
    if (!isWord(first, prepositions) && !isWord(first, subordinators) && !participle && !isWord(first, headsOfAdjunct)) return at;
    const next = behindAdjunct(tokens, at, end);
    if (next < 0) return at;
    at = next;
  }
  return at;
}

/** "it convened", "the Commission convened": who was spoken of before, and a verb. */
function isReference(tokens: readonly Token[], at: number): boolean {
  if (isWord(tokens[at], pronouns)) return finiteAt(tokens, at + 1, tokens[at]?.lower === 'they');
  return (
    tokens[at]?.lower === 'the' &&
    genericNoun.test(tokens[at + 1]?.text ?? '') &&
    tokens[at + 1]?.kind === 'WORD' &&
    finiteAt(tokens, at + 2, false)
  );
}

const verbBetween = (tokens: readonly Token[], from: number, to: number): boolean => {
  for (let at = from + 1; at < to; at++) if (isVerbHere(tokens, at, from)) return true;
  return false;
};

/** The place behind the adjunct that begins at `start`: behind the first comma that a subject and its verb follow, or before a name that a verb follows. */
function behindAdjunct(tokens: readonly Token[], start: number, end: number): number {
  for (let at = start + 1; at < Math.min(end, start + reach); at++) {
    if (isMark(tokens[at], '(')) at = behindBracket(tokens, at, end) - 1;
    else if (isMark(tokens[at], ';')) return -1;
    else if (isMark(tokens[at], ',')) {
      // "With support from A, B and C, D launched": the list of the adjunct is passed over as a whole.
      const inList = isEntity(tokens[at - 1]) && nextInChain(tokens, at, end) >= 0;
      const chain = inList ? chainAt(tokens, at - 1, end) : null;
      if (chain && isWord(tokens[chain.end - 2], lastOfList) && isMark(tokens[chain.end], ',') && findVerb(tokens, chain.end + 1, end) >= 0)
        return chain.end + 1;
      // "Through cooperation between A, B and the Government of X, a cable landed": so is one that ends with another name.
      if (chain && isWord(tokens[chain.end], conjunctions)) {
        const close = tokens.findIndex((token, index) => index > chain.end && isMark(token, ',;'));
        const open = close > 0 && close < chain.end + 12 && isMark(tokens[close], ',') && !verbBetween(tokens, chain.end, close);
        if (open && findVerb(tokens, close + 1, end) >= 0) return close + 1;
      }
      const follows = isAdverb(tokens[at + 1]) ? skipAdverbs(tokens, at + 1) : at + 1;
      if (isWord(tokens[follows], prepositions)) continue;
      // A name behind the comma is the subject, also when its verb is in no list.
      if (isEntity(tokens[isWord(tokens[follows], beforeName) ? follows + 1 : follows]) && !inList) return follows;
      if (beginsNoun(tokens[follows]) && findVerb(tokens, follows, end) >= 0) return follows;
    } else if (isReference(tokens, at) && !isWord(tokens[at - 1], prepositions)) return at;
    else if (isEntity(tokens[at]) && !isWord(tokens[at - 1], prepositions) && at > start + 1) {
      const chain = chainAt(tokens, at, end);
      const plain = isWord(tokens[at - 1], determiners) ? tokens[at - 2] : tokens[at - 1];
      if (
        finiteAt(tokens, chain.end, chain.ids.length > 1) &&
        !isWord(plain, prepositions) &&
        !isWord(plain, conjunctions) &&
        !isEntity(plain)
      )
        return at;
    }
  }
  return -1;
}

/** Whether a name lends itself to a noun of which something is said: "X’s observatory collected", "the X portal was opened". */
function bearsVerb(tokens: readonly Token[], name: number, behind: number): boolean {
  for (let at = behind; at < behind + 5; at++) {
    const token = tokens[at];
    if (token?.kind !== 'WORD' || isWord(token, prepositions) || isWord(token, conjunctions)) return false;
    if (at > behind && isVerbHere(tokens, at, name)) return true;
  }
  return false;
}

/** Whether a new clause with a subject of its own begins behind a comma or "and", given that a verb went before: "…, and ITU published". */
function beginsClause(tokens: readonly Token[], joint: number, after: number, end: number): boolean {
  const first = tokens[after];
  if (isReference(tokens, after)) return true;
  const name = isWord(first, beforeName) ? after + 1 : after;
  if (isEntity(tokens[name])) {
    const { end: behind, ids } = chainAt(tokens, name, end);
    const both = isMark(tokens[joint], ',') && isWord(tokens[joint + 1], conjunctions);
    if (both && (bearsVerb(tokens, name, behind) || (isMark(tokens[behind], ',') && behindInsertion(tokens, behind, end) >= 0)))
      return true;
    const at = skipAdverbs(tokens, behind);
    const verb = verbAt(tokens, at);
    if (!verb || (verb.form === 'BASE' && ids.length < 2) || tokens[at + 1]?.lower === 'by') return false;
    if (!isEntity(tokens[joint - 1])) return true;
    return both || (isWord(tokens[joint], conjunctions) && verb.form === 'AUXILIARY');
  }
  return false;
}

/** Whether "that" at a place begins what is said or shown, with a subject of its own: "it was noted that X has issued". */
function completes(tokens: readonly Token[], at: number): boolean {
  if (tokens[at]?.lower !== 'that' || !verbAt(tokens, at - 1)) return false;
  const name = isWord(tokens[at + 1], beforeName) ? at + 2 : at + 1;
  if (!isEntity(tokens[name])) return false;
  const { end, ids } = chainAt(tokens, name, tokens.length);
  return finiteAt(tokens, end, ids.length > 1);
}

/** The clauses of a sentence: cut where a subject of its own begins, behind a semicolon, a comma, "and" or "while". */
export function clausesOf(tokens: readonly Token[]): { from: number; to: number }[] {
  const end = tokens.length;
  const cuts: number[] = [];
  /** the verb of the clause that is open; only behind it can the next begin */
  let verb = 0;
  const cut = (at: number): void => {
    cuts.push(at);
    const subject = findSubject(tokens, at, end);
    const found = findVerb(tokens, subject, end);
    verb = found >= 0 ? found : subject;
  };
  cut(0);
  for (let at = 0; at < end; at++) {
    const token = tokens[at];
    if (completes(tokens, at)) {
      cut(at + 1);
      continue;
    }
    const subordinate = isWord(token, subordinators) && at > (cuts.at(-1) ?? 0) + 2;
    if (!(at > verb || subordinate) || !(isMark(token, ',;:') || isWord(token, conjunctions) || subordinate)) continue;
    let after = at + 1;
    while (
      after < at + longestRun &&
      (isWord(tokens[after], conjunctions) || isWord(tokens[after], subordinators) || isAdverb(tokens[after]))
    )
      after++;
    if (isAdverb(tokens[after - 1]) && isMark(tokens[after], ',')) after++;
    const strong = isMark(token, ';:') || subordinate || isWord(tokens[at + 1], subordinators);
    const own = strong && !isVerbHere(tokens, after, after) && beginsNoun(tokens[after]) && findVerb(tokens, after, end) >= 0;
    if (!own && !beginsClause(tokens, at, after, end)) continue;
    cut(after);
    at = after - 1;
  }
  return cuts.map((from, index) => ({ from, to: cuts[index + 1] ?? end }));
}

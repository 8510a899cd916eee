/** The grammar of words and names by which activities are read: chains of names, what governs a name, how a verb is meant. */
import { isEntity, isMark, isWord, type Token, verbAt } from './activity-tokens.js';
import { isParticiple } from './activity-verbs.js';

/** A set of the words of a text. */
export const set = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/));
export const prepositions = set(
  `about across after against alongside among amid around as at before behind between beyond by concerning despite during following for from in inside into like near of on onto over per pending regarding since through throughout to
  toward towards under until upon via with within without`,
);
export const determiners = set(
  'the a an its their this that these those both all some several many most each every various other another two three four five six seven eight nine ten',
);
export const relatives = set('which who whose whom that where whereby when what');
export const conjunctions = set('and or but');
export const subordinators = set('while whereas although though whilst because');
export const pronouns = set('it they');
const modals = set('will would can could may might must shall should');
export const adverbs = set(
  'also further then now again already still often only both jointly together thus therefore furthermore moreover additionally finally similarly likewise meanwhile however instead subsequently recently currently notably ever never not earlier later long too further soon increasingly',
);
const beForms = set('is are was were be been being');

const floating = set('each both all');
const beforeName = set('the both other');
const additive = set('and or');
/** An adverb or conjunction is not repeated more often than this. */
export const longestRun = 8;
/** Words of a chain at most. */
const longestChain = 150;

/** How far ahead or back a word is looked for: no clause that a person writes is longer, and hostile ones cost no more. */
export const reach = 90;

export const isAdverb = (token: Token | undefined): boolean =>
  isWord(token, adverbs) ||
  (token?.kind === 'WORD' &&
    /^[a-z]{3,}ly$/.test(token.lower) &&
    !/^(?:supply|apply|reply|family|assembly|anomaly|early)$/.test(token.lower));

/** The first token from a place on that is no adverb. */
export function skipAdverbs(tokens: readonly Token[], index: number): number {
  let at = index;
  while (at < index + longestRun && isAdverb(tokens[at])) at++;
  return at;
}

/** The place behind the bracket that opens here. */
export function behindBracket(tokens: readonly Token[], index: number, end: number): number {
  for (let at = index; at < Math.min(end, index + reach); at++) if (isMark(tokens[at], ')')) return at + 1;
  return index + 1;
}

/** What a chain of names is: "ITU", "ITU and UNESCO", "ITU, UNESCO and the World Bank", "ITU/WHO". */
export interface Chain {
  start: number;
  /** behind its last name */
  end: number;
  ids: readonly string[];
}

/** The place of the next name of a chain, or -1. */
export function nextInChain(tokens: readonly Token[], after: number, end: number): number {
  let at = after;
  if (isEntity(tokens[at]) && tokens[at]?.attached && at < end) return at;
  if (isMark(tokens[at], '/')) at++;
  else {
    const comma = isMark(tokens[at], ',');
    if (comma) at++;
    const joint =
      isWord(tokens[at], additive) || (tokens[at]?.lower === 'as' && tokens[at + 1]?.lower === 'well' && tokens[at + 2]?.lower === 'as');
    if (joint) at += tokens[at]?.lower === 'as' ? 3 : 1;
    if (!comma && !joint) return -1;
    for (let skipped = 0; skipped < 3 && isWord(tokens[at], beforeName); skipped++) at++;
  }
  return at < end && isEntity(tokens[at]) ? at : -1;
}

/** The chain of names that begins at a name. */
export function chainAt(tokens: readonly Token[], start: number, end: number): Chain {
  const ids: string[] = [];
  let last = start;
  let closed = false;
  for (let at = start; at >= 0; at = tokens[at]?.possessive ? -1 : nextInChain(tokens, at + 1, end)) {
    const token = tokens[at];
    // "A, B and C, D launched": the list ends with C.
    const joint = at > start && tokens.slice(last + 1, at).some((each) => isWord(each, additive) || each.lower === 'as');
    const plain = at > start && !joint && !token?.attached;
    if (!isEntity(token) || last - start > longestChain || (closed && plain)) break;
    closed ||= joint;
    if (!ids.includes(token.id)) ids.push(token.id);
    last = at;
  }
  return { start, end: last + 1, ids };
}

/** A plural noun, by its ending alone. */
const isPlural = (token: Token | undefined): boolean =>
  token?.kind === 'WORD' && !token.possessive && /^[a-z]{3,}[^su]s$/.test(token.lower);

/** Whether a word at a place is a verb there: what an article or preposition precedes is a noun or adjective. */
export function isVerbHere(tokens: readonly Token[], index: number, start: number): boolean {
  const verb = verbAt(tokens, index);
  if (!verb) return false;
  if (verb.form === 'AUXILIARY') return true;
  const before = tokens[index - 1];
  const afterName = isEntity(before) || isMark(before, '),') || isAdverb(before) || isWord(before, pronouns) || before?.kind === 'TITLE';
  if (index === start)
    return verb.form !== 'BASE' && !(verb.ambiguous && verb.form === 'THIRD') && !/^\p{Lu}/u.test(tokens[index]?.text ?? '');
  if (verb.form === 'BASE')
    return (
      (!verb.ambiguous && (isMark(before, '),') || isPlural(before))) ||
      isWord(before, pronouns) ||
      (isEntity(before) &&
        !before.possessive &&
        index - 2 >= start &&
        (isWord(tokens[index - 2], conjunctions) || isWord(tokens[index - 3], conjunctions)))
    );
  if (isEntity(before) && before.possessive) return false;
  // "A and B each published".
  if (isWord(before, floating) && (isEntity(tokens[index - 2]) || isMark(tokens[index - 2], '),'))) return true;
  if (isWord(before, determiners) || isWord(before, prepositions) || isWord(before, conjunctions)) return false;
  if (verb.form === 'THIRD') return afterName || !verb.ambiguous;
  return true;
}

/** What governs a name: a preposition, a verb, a conjunction or comma before it, or nothing up to `floor`. */
export interface Governor {
  kind: 'PREPOSITION' | 'VERB' | 'JOINT' | 'NONE';
  at: number;
}

/** Looks back from a name; over articles, adjectives and nouns, not over commas. "such as" and "including" are prepositions here. */
export function governorOf(tokens: readonly Token[], index: number, floor: number): Governor {
  for (let at = index - 1; at >= Math.max(floor, index - 12); at--) {
    const token = tokens[at];
    if (token?.kind === 'MARK')
      return token.text === ')' ? { kind: 'JOINT', at } : token.text === '(' ? { kind: 'PREPOSITION', at } : { kind: 'JOINT', at };
    if (isWord(token, prepositions) || token?.lower === 'including' || token?.lower === 'notably') return { kind: 'PREPOSITION', at };
    if (isWord(token, conjunctions)) return { kind: 'JOINT', at };
    if (isWord(token, relatives) || isWord(token, subordinators)) return { kind: 'VERB', at };
    if (token?.kind === 'WORD' && !token.attached && (/[a-z]{2}ing$/.test(token.lower) || isVerbHere(tokens, at, floor)))
      return { kind: 'VERB', at };
  }
  return { kind: 'NONE', at: floor };
}

/** Whether a chain of names stands for itself, and is not the adjective of a noun: "by ITU", not "by ITU member States". */
export function isWhole(tokens: readonly Token[], { end }: Chain): boolean {
  if (tokens[end - 1]?.possessive) return false;
  // "IGF 2022" is the IGF.
  const behind = /^(?:19|20)\d\d$/.test(tokens[end]?.text ?? '') ? end + 1 : end;
  const next = tokens[behind];
  if (!next || next.kind === 'MARK' || next.kind === 'ENTITY') return !next?.attached;
  if (next.kind === 'TITLE' || next.attached) return false;
  if (isWord(next, prepositions) || isWord(next, conjunctions) || isWord(next, relatives) || isWord(next, subordinators) || isAdverb(next))
    return true;
  const verb = verbAt(tokens, behind);
  return verb !== null && (verb.form !== 'BASE' || !verb.ambiguous);
}

/** How the verb at a place is meant: somebody does something, something is done to the subject, or the subject is described. */
export function voiceAt(tokens: readonly Token[], index: number): 'ACTIVE' | 'PASSIVE' | 'COPULA' {
  let at = index;
  let sawBe = false;
  for (let step = 0; step < 6; step++) {
    const token = tokens[at];
    if (token?.kind !== 'WORD') return sawBe ? 'COPULA' : 'ACTIVE';
    if (isWord(token, beForms)) sawBe = true;
    else if (
      !isAdverb(token) &&
      token.lower !== 'since' &&
      !isWord(token, modals) &&
      !(token.lower === 'have' || token.lower === 'has' || token.lower === 'had')
    )
      break;
    at++;
  }
  const word = tokens[at]?.lower ?? '';
  // "has 1,400 members" describes; "has published" does not.
  if (!sawBe) return /^ha(?:s|ve|d)$/.test(tokens[index]?.lower ?? '') && !isParticiple(word) && word !== 'to' ? 'COPULA' : 'ACTIVE';
  if (/[a-z]{2}ing$/.test(word)) return 'ACTIVE';
  if (/^(?:engaged|involved|committed|dedicated|focused|focussed|active|responsible|instrumental|able|represented)$/.test(word))
    return 'ACTIVE';
  return isParticiple(word) ? 'PASSIVE' : 'COPULA';
}

/** Whether "was", "were", "been" or the like stands close before a participle. */
export function afterBe(tokens: readonly Token[], index: number, floor: number): boolean {
  for (let at = index - 1; at >= Math.max(floor, index - 5); at--) {
    if (isWord(tokens[at], beForms)) return true;
    if (tokens[at]?.kind !== 'WORD') return false;
  }
  return false;
}

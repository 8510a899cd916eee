/** Who does something with another: what "with", "by", "of" and "between" say of the names behind them. */
import { type Chain, chainAt, type Governor, governorOf, isWhole, set } from './activity-grammar.js';
import { isEntity, isMark, isWord, type Token, verbAt } from './activity-tokens.js';
import { doneTogether, ofBackground, ofDoing, officers, ofJoining } from './activity-verbs.js';

/** Words of a sentence, from one place up to another. */
export interface Span {
  from: number;
  to: number;
}

/** The words before "with" by which what follows is a partner: "in partnership with", "worked with", "together with". */
const partnering =
  /^(?:together|jointly|alongside|along|partner(?:ed|s|ing|ship|ships)?|co-?operat(?:e|ed|es|ing|ion)|collaborat(?:e|ed|es|ing|ion|ions)|coordination|conjunction|association|concert|tandem|alliance|work(?:ed|s|ing)?|forces|efforts?|teamed|up|agreements?|memorandums?|understanding|arrangements?|co-[a-z]{3,12}(?:ed|ing|s)|co(?:host|author)(?:ed|ing|s)|co-led)$/;
const jointly = /^(?:jointly|co-[a-z]{3,12}ed)$/;
/** The words before "with" by which what follows is no partner. */
const notPartnering = set(
  'line accordance compliance consultation consultations consistent deal deals dealt dealing associated compared linked links link aligned alignment familiar provided provides provide shared shares sharing dialogue met meet meets exchanges interaction compatible countries consulted',
);
const particles = set('out up on');
const mannerOfWorking = set('closely directly actively extensively regularly also');
/** Heads of an adjunct by which "with" names a partner: "Working with X, …". */
const workingWith = /^(?:working|together|jointly|partnering|cooperating|collaborating)$/;
/** Those who belong to an entity and do not act for it: what they do the entity does not do. */
const members =
  /^(?:members?|membership|countries|states|governments?|ministers?|delegat\w{1,8}|participants?|constituen\w{1,8}|chapters?|speakers|panellists|leaders|officials|users)$/;
/** What lends something and does not do it: "with UNESCO support". */
const support = /^(?:member|support|assistance|funding|financing|help)$/;
const additive = set('and or ,');
const months = /^(?:January|February|March|April|May|June|July|August|September|October|November|December)$/;
const written = /^(?:reports?|stud(?:y|ies)|publications?|papers?|reviews?|surveys?|guide|guidelines)$/;

/** The words that list examples: the names behind them stand in the place of what goes before ("agencies, including X"). */
export const listing = set('including notably like as');

/** How far back a word is looked for. */
const reach = 40;

/** The chains of names in a span, in order. */
export function chainsIn(tokens: readonly Token[], { from, to }: Span): Chain[] {
  const chains: Chain[] = [];
  for (let at = from; at < to; at++) {
    if (!isEntity(tokens[at])) continue;
    const chain = chainAt(tokens, at, to);
    chains.push(chain);
    at = chain.end - 1;
  }
  return chains;
}

/** The word in small letters that governs a chain, where it is a preposition; else an empty text. */
export const prepositionOf = (tokens: readonly Token[], { kind, at }: Governor): string =>
  kind === 'PREPOSITION' ? (tokens[at]?.lower ?? '') : '';

/** Whether others than the entity are meant: "ISOC chapters", or "IGF in Africa", which is a forum of its own. */
export function isAnother(tokens: readonly Token[], { end }: Chain, verb: number): boolean {
  const [next, behind] = [tokens[end], tokens[end + 1]];
  if (next?.kind === 'WORD' && (next.lower === 'member' || members.test(next.lower))) return true;
  const place = behind?.kind === 'WORD' && /^\p{Lu}\p{Ll}/u.test(behind.text) && !months.test(behind.text);
  return end + 1 < verb && next?.lower === 'in' && place;
}

/** The preposition that governs a chain from farther back, over commas, "and" and "including": that of "with Governments, academia and ITU". */
export function farGovernor(tokens: readonly Token[], start: number, floor: number): Governor {
  let at = start;
  for (let step = 0; step < 12; step++) {
    const governor = governorOf(tokens, at, floor);
    const passes = governor.kind === 'JOINT' || (governor.kind === 'PREPOSITION' && isWord(tokens[governor.at], listing));
    if (!passes || governor.at <= floor) return governor;
    at = governor.at;
  }
  return { kind: 'NONE', at: floor };
}

/** Whether the word before a place, adverbs left out, is one by which two do something together. */
function isPartnering(tokens: readonly Token[], withAt: number, floor: number): boolean {
  let at = withAt - 1;
  while (at > floor && isWord(tokens[at], mannerOfWorking)) at--;
  return at >= floor && partnering.test(tokens[at]?.lower ?? '');
}

/** Whether the chain stands behind "with" (or "alongside", or as the object of "join") so that its names do together what the clause says done. */
export function isPartner(tokens: readonly Token[], chain: Chain, floor: number, verb: string | null): boolean {
  const near = governorOf(tokens, chain.start, floor);
  if (prepositionOf(tokens, near) === 'alongside') return true;
  const next = tokens[chain.end];
  if (next?.kind === 'WORD' && (members.test(next.lower) || support.test(next.lower))) return false;
  if (near.kind === 'VERB') return verb === 'join' && verbAt(tokens, near.at)?.base === 'join';
  const governor = farGovernor(tokens, chain.start, floor);
  if (prepositionOf(tokens, governor) !== 'with') return false;
  const { at } = governor;
  if (isPartnering(tokens, at, floor) || isEntity(tokens[at - 1])) return true;
  if (near.at === at && isMark(tokens[at - 1], ',') && isMark(tokens[chain.end], ',')) return true;
  if (isWord(tokens[at - 1], notPartnering)) return false;
  for (let back = at - 1; back >= Math.max(floor, at - reach); back--) if (jointly.test(tokens[back]?.lower ?? '')) return true;
  const participle = verbAt(tokens, isWord(tokens[at - 1], particles) ? at - 2 : at - 1);
  const shortened = participle?.form === 'PAST' && doneTogether.has(participle.base);
  return near.at === at && (shortened || (verb !== null && doneTogether.has(verb)));
}

/** "With X, …", "Together with X, …" and "Working with X, …" at the head of a clause. */
export function isPartnerAtHead(tokens: readonly Token[], chain: Chain, head: number): boolean {
  const governor = governorOf(tokens, chain.start, head);
  const bare = governor.at === head && isWhole(tokens, chain) && isMark(tokens[chain.end], ',');
  return prepositionOf(tokens, governor) === 'with' && (bare || workingWith.test(tokens[head]?.lower ?? ''));
}

const ofEvents = /^(?:co-)?(?:organi[sz]ed|hosted|convened|held|chaired|led|launched)$/;

/** Whether a participle set off by a comma names its doer, or one by which events are held: ", maintained by X", "a fair organized by X". */
export function isSetOff(tokens: readonly Token[], chain: Chain, floor: number, eventsOnly: boolean): boolean {
  const { kind, at } = governorOf(tokens, chain.start, floor);
  const said = tokens[at - 1]?.lower ?? '';
  if (kind !== 'PREPOSITION' || tokens[at]?.lower !== 'by' || at - 2 < floor || verbAt(tokens, at - 1)?.form !== 'PAST') return false;
  return ((!eventsOnly && isMark(tokens[at - 2], ',')) || ofEvents.test(said)) && isDoerOfNoun(tokens, chain, at, floor);
}

/** Whether "of", "by", "from" or "between" at a place names the doer of the noun or participle before it: "a report by X", "the work of X", "maintained by X". */
export function isDoerOfNoun(tokens: readonly Token[], chain: Chain, at: number, floor: number): boolean {
  const preposition = tokens[at]?.lower ?? '';
  // "reports of X and of Y": the noun stands before the first "of".
  let first = at;
  for (let back = at - 1; back > Math.max(floor, at - 12) && isWord(tokens[first - 1], additive); back--)
    if (tokens[back]?.lower === preposition) first = back;
  const noun = tokens[first - 1]?.lower ?? '';
  if (at <= floor && preposition !== 'by') return false;
  if (!isWhole(tokens, chain) && !(preposition === 'of' && officers.has(noun))) return false;
  if (preposition === 'by') return !ofBackground.has(noun);
  if (preposition === 'of') return ofDoing.has(noun) || officers.has(noun);
  if (preposition === 'from') return written.test(noun);
  return preposition === 'between' && ofJoining.has(noun);
}

/** Who does something in a clause: its subject, those who do it with the subject, and the agents of its passives. */
import { findSubject, findVerb, finiteAt } from './activity-clauses.js';
import { type Chain, chainAt, governorOf, isWhole, set, voiceAt } from './activity-grammar.js';
import {
  chainsIn,
  farGovernor,
  isAnother,
  isDoerOfNoun,
  isPartner,
  isPartnerAtHead,
  isSetOff,
  listing,
  prepositionOf,
  type Span,
} from './activity-partners.js';
import { agentsIn, baseOf, isDone, isPassive, partsOf, relativesIn } from './activity-predicate.js';
import { isEntity, isMark, isWord, type Token } from './activity-tokens.js';
import { isParticiple } from './activity-verbs.js';

/** What a clause says done. */
export interface ClauseActors {
  /** who stands as its subject, partners left out; empty when no entity does, null when it has no subject of its own */
  subject: readonly string[] | null;
  /** one set of ids for each activity, in the order of the text */
  activities: readonly (readonly string[])[];
}

/** Who a word that refers back stands for ("It", "Its", "The Commission"); null when the word refers to nobody, an empty list when it is not known to whom. */
export type Resolve = (tokens: readonly Token[], at: number) => readonly string[] | null;

const union = (...lists: readonly (readonly string[])[]): string[] => [...new Set(lists.flat())];
const idsOf = (chains: readonly Chain[]): string[] => union(...chains.map(({ ids }) => ids));

const relativePronouns = set('which who whose that where');
const gatherings = set('meeting meetings session sessions conference edition assembly');
const ofThing = set('which that');
const ofDoers = set('of by between');
/** Prepositions over which "and" reaches back to the subject: "the Government of X and ITU launched". */
const transparent = set('of by with');
const personal = set('it they both');
const possessive = set('its their');

/** Whether a relative clause begins at a place, or an insertion that does its work: "…, comprising 14 members". */
const opensRelative = (tokens: readonly Token[], at: number): boolean =>
  isWord(tokens[at], relativePronouns) ||
  (isMark(tokens[at], ',') && /^(?!including|notably)[a-z]{3,20}ing$/.test(tokens[at + 1]?.lower ?? ''));

interface InSubject {
  /** they do it themselves, or what is theirs does: "X", "the X index", "a report by X" */
  main: readonly string[];
  /** they do it with the others: "X, together with Y," */
  partners: readonly string[];
  /** the entities themselves are the subject, and do not only lend their name to it */
  head: boolean;
}

/** How a chain of names takes part in the subject in which it stands; null when it is only named there. */
function partInSubject(tokens: readonly Token[], chain: Chain, span: Span, relative: boolean): 'MAIN' | 'DOER' | 'PARTNER' | null {
  const governor = governorOf(tokens, chain.start, span.from);
  const { kind, at } = governor;
  if (isAnother(tokens, chain, span.to)) return null;
  // "The database, which X maintains, contains".
  if (kind === 'VERB') return isWord(tokens[at], ofThing) && finiteAt(tokens, chain.end, chain.ids.length > 1) ? 'DOER' : null;
  if (kind === 'NONE') return 'MAIN';
  if (kind === 'PREPOSITION') {
    if (isWord(tokens[at], listing)) return relative ? null : 'MAIN';
    // "The meeting of X was held" says nothing done by X, "the report of X was published" does.
    if (isDoerOfNoun(tokens, chain, at, span.from)) return isWord(tokens[at - 1], gatherings) ? 'MAIN' : 'DOER';
    const aside = tokens[at]?.lower === 'with' && isMark(tokens[at - 1], ',');
    return aside || isPartner(tokens, chain, span.from, null) ? 'PARTNER' : null;
  }
  if (relative) return null;
  const far = prepositionOf(tokens, farGovernor(tokens, chain.start, span.from));
  const inSubject = far === '' || listing.has(far) || transparent.has(far);
  return inSubject || isMark(tokens[at], ',)') || isMark(tokens[at - 1], ',)') ? 'MAIN' : null;
}

function readSubject(tokens: readonly Token[], span: Span): InSubject {
  const main: string[] = [];
  const partners: string[] = [];
  let head = true;
  let relative = false;
  let seen = span.from;
  for (const chain of chainsIn(tokens, span)) {
    for (; seen < chain.start; seen++) relative ||= opensRelative(tokens, seen);
    const part = partInSubject(tokens, chain, span, relative);
    if (part === null) continue;
    (part === 'PARTNER' ? partners : main).push(...chain.ids);
    head &&= part !== 'DOER' && isWhole(tokens, chain);
  }
  return { main: union(main), partners: union(partners), head: head && main.length > 0 };
}

/** How far its agent may stand from a participle at the head of a clause: "Launched in 2017 by X, …". */
const longestHead = 8;

/** Those of an adjunct at the head of a clause who do it with the subject ("Together with X,"), and the agents of its participle ("Led by X,"). */
function readAdjunct(tokens: readonly Token[], span: Span): { partners: string[]; agents: string[] } {
  const chains = chainsIn(tokens, span);
  const partners = chains.filter((chain) => isPartner(tokens, chain, span.from - 1, null) || isPartnerAtHead(tokens, chain, span.from));
  const agents = chains.filter((chain) => {
    const { at } = governorOf(tokens, chain.start, span.from);
    const led = at <= span.from + longestHead && isParticiple(tokens[span.from]?.lower ?? '');
    return (led && tokens[at]?.lower === 'by' && isDoerOfNoun(tokens, chain, at, span.from)) || isSetOff(tokens, chain, span.from, true);
  });
  return { partners: idsOf(partners), agents: idsOf(agents) };
}

/** The doers of a noun by which a part says what something is: "is a joint effort by X and Y". */
const doersOfNoun = (tokens: readonly Token[], part: Span, chains: readonly Chain[]): string[] =>
  idsOf(
    chains.filter((chain) => {
      const { kind, at } = governorOf(tokens, chain.start, part.from);
      return kind === 'PREPOSITION' && isWord(tokens[at], ofDoers) && isDoerOfNoun(tokens, chain, at, part.from);
    }),
  );

/** The activities of a predicate whose subject is known. */
function readPredicate(
  tokens: readonly Token[],
  span: Span,
  subject: readonly string[],
  head: boolean,
  before: readonly string[],
): string[][] {
  const activities: string[][] = [];
  let passiveBefore = false;
  for (const [index, part] of partsOf(tokens, span.from, span.to).entries()) {
    const chains = chainsIn(tokens, part);
    const passive = isPassive(tokens, part, passiveBefore);
    const agents = agentsIn(tokens, part, passive);
    const nobody = subject.length === 0 && agents.length === 0;
    // "was held with X" without a doer: X is only named, "was held in partnership with X" makes X one.
    const verb = passive && nobody ? null : baseOf(tokens, part);
    const partners = chains.filter((chain) => !agents.includes(chain) && isPartner(tokens, chain, part.from, verb));
    const together = union(index === 0 ? before : [], idsOf(partners));
    if (subject.length > 0 && isDone(tokens, part, head, passiveBefore)) activities.push(union(subject, together));
    if (agents.length > 0) activities.push(union(idsOf(agents), together));
    if (nobody && passive) activities.push(together);
    // "People followed the fair, organized by X and Y": nobody else of the dataset does anything in the clause.
    if (nobody) activities.push(idsOf(chains.filter((chain) => isSetOff(tokens, chain, part.from, false))));
    if (voiceAt(tokens, part.from) === 'COPULA') activities.push(doersOfNoun(tokens, part, chains));
    passiveBefore = passive;
  }
  return [...activities, ...relativesIn(tokens, span)].filter((ids) => ids.length > 0);
}

/** Reads one clause. */
export function actorsOf(tokens: readonly Token[], clause: Span, resolve: Resolve): ClauseActors {
  const start = findSubject(tokens, clause.from, clause.to);
  const [first, second] = [tokens[start], tokens[start + 1]];
  const back = resolve(tokens, start);
  const adjunct = readAdjunct(tokens, { from: clause.from, to: start });
  const found = findVerb(tokens, start, clause.to);
  const name = isEntity(first) ? start : isEntity(second) ? start + 1 : -1;
  // A clause that begins with a name and in which no verb is known has one that is not in the lists.
  const behindName = name >= 0 ? chainAt(tokens, name, clause.to).end : back === null ? clause.to : Math.min(start + 2, clause.to);
  const verb = found >= 0 ? found : behindName;
  const own = readSubject(tokens, { from: start, to: verb });
  const thing = !isWord(first, personal) && (first?.possessive || second?.possessive || isWord(first, possessive));
  const subject = union(back ?? [], own.main);
  const activities = adjunct.agents.length > 0 ? [adjunct.agents] : [];
  const known = name >= 0 ? clause.to > behindName + 2 : subject.length > 0 && clause.to > start + 2;
  if (found >= 0 || known) {
    const head = back === null ? own.head : !thing;
    const span = { from: verb, to: clause.to };
    activities.push(...readPredicate(tokens, span, union(subject, own.partners), head, adjunct.partners));
  }
  const none = found < 0 && subject.length === 0 && back === null;
  return { subject: none ? null : subject, activities };
}

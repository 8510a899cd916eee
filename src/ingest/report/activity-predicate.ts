/** A predicate in parts, each with a verb of its own: whether it says something done, and by whom where it is passive. */
import { afterBe, type Chain, chainAt, governorOf, isWhole, prepositions, set, skipAdverbs, voiceAt } from './activity-grammar.js';
import { chainsIn, type Span } from './activity-partners.js';
import { isEntity, isMark, isWord, type Token, verbAt } from './activity-tokens.js';
import { doneTogether, isParticiple, ofAttendance, ofDoing, officers, ofOpinion, verbOf } from './activity-verbs.js';

const joining = set('and but then');
const headOfAside = set('with in together jointly alongside');
/** What begins an object: a past form before it is finite ("and issued a review"), no participle. */
const beginsObject = set('the a an its their to new several two three four five');
const behindThird = set('the a an its to on in with towards through closely');
const relativePronouns = set('which who where');
const placing = set('at during in through under');

/** How many words an insertion has at most. */
const reach = 40;

/** The place behind an insertion at the head of a part: "and, with X, maintains". */
function behindAside(tokens: readonly Token[], start: number, to: number): number {
  if (!isMark(tokens[start], ',')) return start;
  for (let at = start + 1; at < Math.min(to, start + reach); at++) if (isMark(tokens[at], ',') && !isEntity(tokens[at + 1])) return at + 1;
  return start;
}

/** Whether a finite verb that goes on with the predicate stands at a place behind "and". */
function goesOn(tokens: readonly Token[], at: number): boolean {
  const verb = verbAt(tokens, at);
  const behind = tokens[at + 1];
  if (!verb || verb.form === 'BASE') return false;
  if (verb.form === 'THIRD') return !verb.ambiguous || isWord(behind, behindThird);
  const adjective = verb.ambiguous && behind?.kind === 'WORD' && !isWord(behind, prepositions) && !isWord(behind, beginsObject);
  return verb.form === 'AUXILIARY' || !adjective;
}

/** The parts of a predicate, so that a partner in one is none in the next: "worked with X and published Y". */
export function partsOf(tokens: readonly Token[], verb: number, to: number): Span[] {
  const starts = [verb];
  for (let at = verb + 1; at < to; at++) {
    if (isMark(tokens[at], ';')) {
      starts.push(skipAdverbs(tokens, isWord(tokens[at + 1], joining) ? at + 2 : at + 1));
      continue;
    }
    if (!isWord(tokens[at], joining)) continue;
    const aside = behindAside(tokens, at + 1, to);
    const next = skipAdverbs(tokens, aside);
    // "published a report and, with X, a brief": the verb is that of the part before.
    if (aside > at + 1 && (isWord(tokens[at + 2], headOfAside) || goesOn(tokens, next))) starts.push(at + 1);
    else if (goesOn(tokens, next)) starts.push(next);
  }
  return starts.filter((start) => start < to).map((from, index, all) => ({ from, to: all[index + 1] ?? to }));
}

/** The base form of the main verb of a part: "preparing" of "is preparing", "published" of "has published". */
export function baseOf(tokens: readonly Token[], { from, to }: Span): string | null {
  for (let at = from; at < Math.min(to, from + 6); at++) {
    const token = tokens[at];
    if (token?.kind !== 'WORD') continue;
    const verb = verbAt(tokens, at);
    if (verb && verb.form !== 'AUXILIARY') return verb.base;
    const participle = /^([a-z-]{3,20})ing$/.exec(token.lower)?.[1];
    if (participle) return doneTogether.has(`${participle}e`) ? `${participle}e` : participle;
  }
  return null;
}

/** The participle of a passive part: "joined" of "was also joined". */
function participleOf(tokens: readonly Token[], { from, to }: Span): string | null {
  for (let at = from; at < Math.min(to, from + 6); at++) {
    const token = tokens[at];
    if (token?.kind === 'WORD' && verbOf(token.lower)?.form !== 'AUXILIARY' && isParticiple(token.lower)) return token.lower;
  }
  return null;
}

/** Whether a part is passive; "and tested" goes on with the passive of the part before. */
export const isPassive = (tokens: readonly Token[], { from }: Span, passiveBefore: boolean): boolean =>
  voiceAt(tokens, from) === 'PASSIVE' || (passiveBefore && verbAt(tokens, from)?.form === 'PAST');

/**
 * Whether a part says something done by the subject. `head`: the entity itself is the subject ("IGF was held" says nothing done by it), and does
 * not only lend its name to what was done ("the ITU index was updated").
 */
export function isDone(tokens: readonly Token[], part: Span, head: boolean, passiveBefore: boolean): boolean {
  const voice = voiceAt(tokens, part.from);
  const base = baseOf(tokens, part);
  if (voice === 'ACTIVE' && base !== null && ofOpinion.has(base)) return false;
  if (!head || voice !== 'ACTIVE') return !head;
  const next = tokens[part.from + 1];
  const continues = passiveBefore && verbAt(tokens, part.from)?.form === 'PAST';
  return !continues || isWord(next, beginsObject) || next?.lower === 'on' || next?.kind === 'TITLE' || isEntity(next);
}

/** The agents of passives in a part: "was launched by X", "was adopted by the Council of X"; in a passive main clause also where other words stand between. */
export function agentsIn(tokens: readonly Token[], span: Span, passive: boolean): Chain[] {
  const main = passive ? (participleOf(tokens, span) ?? '') : '';
  if (ofAttendance.has(main)) return [];
  return chainsIn(tokens, span).filter((chain) => {
    let { kind, at } = governorOf(tokens, chain.start, span.from);
    if (kind === 'PREPOSITION' && tokens[at]?.lower === 'of' && officers.has(tokens[at - 1]?.lower ?? ''))
      ({ kind, at } = governorOf(tokens, at, span.from));
    if (kind !== 'PREPOSITION' || tokens[at]?.lower !== 'by' || !isWhole(tokens, chain)) return false;
    const said = tokens[at - 1]?.lower ?? '';
    if (ofAttendance.has(said) || ofOpinion.has(verbOf(said)?.base ?? '')) return false;
    if (isParticiple(said) && verbAt(tokens, at - 1)) return afterBe(tokens, at - 1, span.from - 1) || (passive && at - 1 === span.from);
    return passive && !ofDoing.has(said) && !said.endsWith('ing');
  });
}

/** The entities of which a relative clause of the predicate tells something done: "…, which develops", "a fair at which X launched". */
export function relativesIn(tokens: readonly Token[], span: Span): string[][] {
  const sets: string[][] = [];
  for (let at = span.from + 1; at < span.to; at++) {
    if (!isWord(tokens[at], relativePronouns)) continue;
    const next = skipAdverbs(tokens, at + 1);
    const [antecedent, before] = [tokens[at - 2], tokens[at - 1]];
    if (isMark(before, ',') && isEntity(antecedent) && verbAt(tokens, next) && voiceAt(tokens, next) === 'ACTIVE')
      sets.push([antecedent.id]);
    const begin = tokens[next]?.lower === 'the' ? next + 1 : next;
    if (!isEntity(tokens[begin]) || !(isWord(before, placing) || tokens[at]?.lower === 'where')) continue;
    const chain = chainAt(tokens, begin, span.to);
    if (verbAt(tokens, skipAdverbs(tokens, chain.end))) sets.push([...chain.ids]);
  }
  return sets;
}

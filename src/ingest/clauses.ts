/** The clauses of a paragraph by the verbs that govern them: "Noting X, and reaffirming Y" has two, "Requests X to note Y" one. */
import type { AskVerb } from '../domain/vocabulary.js';
import { type ClauseVerb, type Form, verbAtStart } from './verbs.js';

export interface Clause {
  verb: ClauseVerb;
  /** offset at which its verb stands */
  at: number;
  /** offset behind the verb */
  after: number;
  /** offset at which the next clause begins, or the end of the paragraph */
  end: number;
  /** whether it is a finite verb of the text's own voice, which can ask; a participle cannot */
  finite: boolean;
  /** who is asked, where that stands before a passive verb: "The Commission is encouraged"; else null */
  subject: string | null;
}

const adverb =
  '(?:also|further|furthermore|moreover|again|once again|strongly|therefore|likewise|accordingly|thus|firmly|hereby|in particular|particularly|especially|simultaneously|in addition|urgently|specifically|warmly|deeply|in this (?:regard|respect|context|connection)|in that (?:regard|respect|context|connection)|to (?:this|that) end|to this effect|at the same time|as appropriate|where appropriate|in turn|however|for its part)';
const adverbs = new RegExp(`^(?:,? ?${adverb},? ){1,3}`, 'i');
/** Where a clause may begin inside a sentence: after a comma or semicolon, an "and", or both. */
const joint = /[,;:–—](?: (?:and|but|while|as well as|or))? |(?<= )(?:and|while|but) /g;

/** A text without the adverbs at its beginning, and how many characters they took. */
function skipAdverbs(text: string): number {
  return adverbs.exec(text)?.[0].length ?? 0;
}

/** No clause is longer; further back nothing is looked for. */
const longestClause = 1000;

/** Whether a relative clause, begun after the last comma, is still open before `text` ends: "the report, which examines X" + "and notes". */
function relativeOpen(text: string): boolean {
  const near = text.slice(-longestClause);
  const tail = near.slice(Math.max(near.lastIndexOf(','), near.lastIndexOf(';')) + 1);
  return /\b(?:which|who|whose|where|whereby|when)\b/.test(tail) || /^ that [a-z]/.test(tail);
}

/** Whether an infinitive is open, so that "and encourage" goes on with it: "to support countries and encourage". */
const infinitiveOpen = (text: string): boolean =>
  /\b(?:to|and to|should|will|can|could|must|may|would|shall|not) (?:\w{2,12}ly )?[a-z]{3,}(?: [^,;.]{0,200})?$/.test(text.slice(-260));

const object = /^ (?:the \p{Lu}|\p{Lu}|all |them\b|every )/u;

/** Whether a base form goes on with "We …": joined by "and", no infinitive being open that it could belong to, or with an object that only an ask has. */
function basesOn(verb: ClauseVerb, joint: string, before: string, after: string): boolean {
  const comma = /^[,;:–—]/.test(joint);
  if (
    !comma &&
    verb.ask === 'ENCOURAGES' &&
    !/^ (?:the \p{Lu}|Member States)/u.test(after) &&
    (infinitiveOpen(before) || /^We (?:\w{2,12} )?(?:commit|aim|resolve|pledge|strive|seek|will|undertake)\b/.test(before))
  )
    return false;
  if (verb.ask === 'CALLS_FOR' || (verb.ask && object.test(after))) return true;
  return /and /.test(joint) && (comma || !infinitiveOpen(before));
}

/** What forms may begin a clause: at the head of the paragraph, and inside it. */
interface Grammar {
  first: readonly Form[];
  inner: readonly Form[];
}
const grammars: Readonly<Record<'PREAMBLE' | 'RESOLUTION' | 'WE', Grammar>> = {
  PREAMBLE: { first: ['PARTICIPLE'], inner: ['PARTICIPLE'] },
  RESOLUTION: { first: ['THIRD'], inner: ['THIRD', 'PARTICIPLE'] },
  WE: { first: [], inner: ['BASE', 'PARTICIPLE'] },
};

/** Where a sentence, or a sub-paragraph of one, begins. */
const sentenceStart = /(?<=[.;?!]["”’)]? )(?=["“‘(]?\p{Lu})|(?<=[.;:,] (?:and )?\([a-z]{1,5}\) )(?=\p{Lu})/gu;
const we = new RegExp(
  `^(?:[Tt]herefore,? |[Aa]ccordingly,? |[Ii]n this regard, |[Tt]o (?:this|that) end, |[Ii]n particular, |[Aa]t the same time, )?[Ww]e(?:, [^,.;]{3,120},)? (?:(?:${adverb}|have|do),? ){0,3}`,
);

type Found = Omit<Clause, 'end'>;

/** The clauses inside one sentence or the rest of one. */
function innerClauses(text: string, from: number, to: number, forms: readonly Form[], own: boolean): Found[] {
  const found: Found[] = [];
  const sentence = text.slice(from, to);
  for (const match of sentence.matchAll(joint)) {
    const start = match.index + match[0].length;
    const rest = sentence.slice(start, start + 200);
    const said = own ? (we.exec(rest)?.[0].length ?? 0) : 0;
    const skipped = said || skipAdverbs(rest);
    const begun = rest.slice(skipped);
    if (/^\p{Lu}/u.test(begun)) continue;
    const before = sentence.slice(0, match.index);
    for (const form of forms) {
      const verb = verbAtStart(begun, form);
      if (!verb) continue;
      const comma = /^[,;:–—]/.test(match[0]);
      const finite = form !== 'PARTICIPLE';
      if (!said && !comma && relativeOpen(before)) break;
      if (
        form === 'THIRD' &&
        !/(?:,|;) (?:and|but)|;/.test(match[0]) &&
        !/, and, [^,;]{3,200}$/.test(before.slice(-210)) &&
        /\b(?:which|who|whose)\b/.test(
          sentence.slice(Math.max((found.at(-1)?.at ?? from) - from, match.index - longestClause), match.index),
        )
      )
        break;
      if (
        form === 'PARTICIPLE' &&
        !comma &&
        /\b(?:of|for|in|by|at|on|to|towards|through|with|from) [a-z]+ing\b[^,;]{0,200}$/.test(before.slice(-240))
      )
        break;
      if (form === 'BASE' && !said && !basesOn(verb.verb, match[0], before, begun.slice(verb.length))) break;
      if (form === 'PARTICIPLE' && verb.verb.citation === 'CITES') break;
      // "…, requests for help": a noun, and so is what an article or "of" precedes.
      if (form === 'THIRD' && !verb.verb.ask && !comma && /\b(?:the|a|its|their|of)$/.test(before.trimEnd())) break;
      if (form === 'THIRD' && /^(?:requests|notes|supports|appeals|demands|thanks) (?:for|from|of|by|and)\b/.test(begun)) break;
      found.push({ verb: verb.verb, at: from + start + skipped, after: from + start + skipped + verb.length, finite, subject: null });
      break;
    }
  }
  return found;
}

/** "The Commission is encouraged to", "stakeholders are invited to": asked in the passive, by this text. */
const passive =
  /\b(?:is|are) (?:(?:also|further|strongly|hereby|therefore|again) )?(requested|invited|encouraged|urged|called upon)(?=(?:,[^.;]{1,120},)? to\b|:)/g;
const passiveVerbs: Readonly<Record<string, AskVerb>> = {
  requested: 'REQUESTS',
  invited: 'INVITES',
  encouraged: 'ENCOURAGES',
  urged: 'URGES',
  'called upon': 'CALLS_UPON',
};
/** "as is requested", "which are encouraged": said of something, not asked of somebody. */
const saidOf = /\b(?:which|that|who|as|it|if|when)\b(?! regard)[^,]{0,60}$|\b[Ww]e $/;

function passiveClauses(text: string): Found[] {
  return [...text.matchAll(passive)].flatMap((match, index) => {
    const verb = passiveVerbs[match[1] ?? ''];
    // A subject is not longer; further back no break is looked for.
    const before = text.slice(Math.max(0, match.index - 400), match.index);
    const breaks = [...(index > 0 ? [', and '] : []), '; ', '. ', ': ', ' and in this regard ', ') '].map((mark) => {
      const at = before.lastIndexOf(mark);
      return at < 0 ? 0 : at + mark.length;
    });
    const subject = before.slice(Math.max(0, ...breaks)).replace(/^.{0,40}\breiterates? that\b/i, '');
    if (!verb || subject.length > 300 || saidOf.test(subject)) return [];
    return [{ verb: { citation: verb, ask: verb }, at: match.index, after: match.index + match[0].length, finite: true, subject }];
  });
}

/** Between the two verbs of "Welcomes and urges the implementation of X": what is cited is welcomed first. */
const jointVerb = /^,? and (?:also |further )?$/;
const none: ClauseVerb = { citation: 'CITES', ask: null };

/**
 * The clauses of a paragraph in order; the first begins at 0, with CITES where no verb is found.
 *
 * @param grammar by what its clauses begin: participles (PREAMBLE), "Requests …" (RESOLUTION), "We request …" (WE)
 */
export function clausesOf(printed: string, grammar: 'PREAMBLE' | 'RESOLUTION' | 'WE'): Clause[] {
  // A title in quotation marks has no clauses of the text.
  const text = printed.replace(/“[^”]{0,400}”/g, (title) => `“${'x'.repeat(title.length - 2)}”`);
  const { first, inner } = grammars[grammar];
  const starts = [0, ...[...text.matchAll(sentenceStart)].map((match) => match.index)];
  const found: Found[] = [];
  for (const [index, start] of starts.entries()) {
    const end = starts[index + 1] ?? text.length;
    const own = grammar === 'WE' ? (we.exec(text.slice(start, start + 160))?.[0].length ?? 0) : 0;
    const skipped = start + (own || skipAdverbs(text.slice(start, start + 120)));
    const forms: readonly Form[] = own ? ['BASE'] : first;
    const verb = forms.map((form) => ({ form, verb: verbAtStart(text.slice(skipped), form) })).find((each) => each.verb !== null);
    if (verb?.verb) {
      const { form } = verb;
      found.push({ verb: verb.verb.verb, at: skipped, after: skipped + verb.verb.length, finite: form !== 'PARTICIPLE', subject: null });
    } else if (index === 0 || (grammar === 'WE' && !/\([a-z]{1,5}\) $/.test(text.slice(Math.max(0, start - 9), start)))) {
      found.push({ verb: none, at: start, after: start, finite: false, subject: null });
    }
    found.push(...innerClauses(text, start, end, inner, grammar === 'WE'));
  }
  if (grammar !== 'PREAMBLE') found.push(...passiveClauses(text));
  const clauses = [...new Map(found.map((each) => [each.at, each])).values()].sort((a, b) => a.at - b.at);
  return clauses.map((clause, index) => {
    const before = clauses[index - 1];
    const joined = before && clause.at > before.after && jointVerb.test(text.slice(before.after, clause.at));
    const verb = joined ? { citation: before.verb.citation, ask: clause.verb.ask } : clause.verb;
    return { ...clause, verb, end: clauses[index + 1]?.at ?? text.length };
  });
}

/** The clause that governs a place of the paragraph: the last that began before it. */
export const clauseAt = (clauses: readonly Clause[], offset: number): Clause | undefined =>
  clauses.findLast((clause) => clause.at <= offset);

/** The grammar in which an operative paragraph is written. */
export const grammarOf = (text: string): 'RESOLUTION' | 'WE' =>
  verbAtStart(text.slice(skipAdverbs(text.slice(0, 120))), 'THIRD') ? 'RESOLUTION' : 'WE';

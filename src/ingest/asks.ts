/** The asks of a document: operative clauses that request, invite, encourage, urge, call or decide, of whom, and due when. */
import { AskVerb } from '../domain/vocabulary.js';
import { type Addressees, addresseesIn } from './addressees.js';
import { clausesOfParagraph } from './citations.js';
import type { Clause } from './clauses.js';
import type { AskFacts, DocumentFacts } from './facts.js';
import type { Knowledge } from './knowledge.js';
import type { Outline, Paragraph } from './outline/outline.js';
import { sessionsIn } from './sessions.js';

/** "Reiterates its request to", "renews its invitation": asks again. */
const again =
  /^ (?:its|our|the) (?:previous |earlier )?(request|invitation|encouragement|call|decision)s?(?: made (?:by|in)\b[^,;.]{0,120}?)? (?:to|for|that|upon|on|of)\b/;
const againVerbs: Readonly<Record<string, AskVerb>> = {
  request: 'REQUESTS',
  invitation: 'INVITES',
  encouragement: 'ENCOURAGES',
  call: 'CALLS_UPON',
  decision: 'DECIDES',
};

/** Where what is to be done begins; before it stands who is to do it. */
const deed = /(?:,| |^)(?:to|that|in order to)(?: [a-z-]{3,12}ly)? [a-z]|:| (?:for|in) (?:the )?(?:full|[a-z]+ing)\b/;

interface Asked {
  verb: AskVerb;
  /** behind the verb, to the end of the clause */
  text: string;
  /** before it, in the same paragraph */
  before: string;
  /** who is asked, where it stands before the verb */
  subject: string | null;
}

function askOf(clause: Clause, text: string): Asked | null {
  if (!clause.finite) return null;
  const rest = text.slice(clause.after, clause.end);
  const before = text.slice(0, clause.at);
  if (clause.verb.ask) return { verb: clause.verb.ask, text: rest, before, subject: clause.subject };
  const repeated = clause.verb.citation === 'REITERATES' || /^(?:renew|reassert)/i.test(text.slice(clause.at)) ? again.exec(rest) : null;
  const verb = repeated ? againVerbs[repeated[1] ?? ''] : undefined;
  if (!repeated || !verb) return null;
  const calledFor = verb === 'CALLS_UPON' && / for$/.test(repeated[0]);
  return { verb: calledFor ? AskVerb.CALLS_FOR : verb, text: rest.slice(repeated[0].length), before, subject: null };
}

const dueWords =
  /\b(?:report|meet|submit|present|review|convene|hold|held|meeting|session|conduct|finalize|consider|consideration|provide|inform|include|organize|undertake|appoint|establish|issue)\b/;
const dueYear =
  /\b(?:by|in|on|before|not later than|no later than|until|at the latest in|during|of) (?:the end of |(?:early |late |mid-)?(?:\d{1,2} )?(?:and \d{1,2} )?(?:January|February|March|April|May|June|July|August|September|October|November|December) )?((?:19|20)\d\d)\b(?![-–/])/g;

/** When the result is due: at a session of the Commission that is named after the deed, in the year that is stated, or in that of the Assembly's session. */
function dueOf(text: string, document: DocumentFacts, knowledge: Knowledge): Pick<AskFacts, 'dueAt' | 'dueYear'> {
  const own = document.body === 'GENERAL_ASSEMBLY' ? 'ASSEMBLY' : null;
  const adopted = Number(document.date?.slice(0, 4) ?? 0);
  const sessions = sessionsIn(text, own).filter(({ at }) =>
    /\b(?:at|to|for|before|during|of|by|until|in|and)(?: its| the| their)?(?: [a-z]+ of(?: the| its))? $/.test(
      text.slice(Math.max(0, at - 40), at),
    ),
  );
  const commission = sessions.filter(({ body }) => body === 'CSTD').at(-1);
  const node = commission ? knowledge.node(`session/CSTD-${commission.number}`) : null;
  const assembly = sessions.filter(({ body, number }) => body === 'ASSEMBLY' && 1945 + number >= adopted).at(-1);
  const years = [...text.matchAll(dueYear)].map((match) => Number(match[1])).filter((year) => year >= adopted && year <= adopted + 12);
  const council = Number(/\b(?:at|for) (?:its|the) ((?:19|20)\d\d) (?:substantive )?session\b/.exec(text)?.[1] ?? 0);
  const stated = council || (dueWords.test(text) ? (years[0] ?? null) : null);
  const start = typeof node?.startDate === 'string' ? Number(node.startDate.slice(0, 4)) : null;
  const ofSession = commission ? (start ?? commission.number + 1997) : assembly ? 1945 + assembly.number : null;
  return { dueAt: commission ? `session/CSTD-${commission.number}` : null, dueYear: ofSession ?? stated };
}

/** "Requests that the Council consider …", "Decides that the President will invite …": who is to act stands behind "that". */
const thatClause =
  /^ (?:, [^,]{1,80}, )?that (.{3,200}?) (?:will|shall|should|be|consider|submit|take|continue|report|provide|ensure|make|include|convene)\b/;

/** The words in which who is asked stands. */
function addressedIn({ verb, text, subject }: Asked): string {
  if (subject !== null) return subject;
  const behind = thatClause.exec(text)?.[1];
  if (verb === 'DECIDES') return behind && !/\b(?:meeting|review|Forum|session|document)\b/.test(behind) ? behind : '';
  if (verb === 'CALLS_FOR') return '';
  return behind ?? text.slice(0, deed.exec(text)?.index ?? text.length);
}

const pronoun = /^ (?:them|it)\b/;

/** Who is asked; "them" are those asked before in the paragraph, or those whom it named last. */
function askedOf(asked: Asked, context: string, asks: readonly AskFacts[], knowledge: Knowledge): Addressees {
  const phrase = addressedIn(asked);
  const own = addresseesIn(phrase, context, knowledge.entities);
  if (!pronoun.test(phrase)) return own;
  const last = asks.at(-1);
  const sentence = asked.before.split(/(?<=[.;]) /).findLast((each) => each.length > 30) ?? '';
  const meant = last ? { entities: last.addressees, classes: last.classes } : addresseesIn(sentence, context, knowledge.entities);
  return { entities: [...new Set([...meant.entities, ...own.entities])], classes: [...new Set([...meant.classes, ...own.classes])] };
}

function asksOfParagraph(paragraph: Paragraph, before: string, document: DocumentFacts, knowledge: Knowledge): AskFacts[] {
  const clauses = clausesOfParagraph(paragraph, document.kind);
  const asks: AskFacts[] = [];
  const context = `${before} ${paragraph.text}`;
  for (const asked of clauses.flatMap((clause) => askOf(clause, paragraph.text) ?? [])) {
    const { entities, classes } = askedOf(asked, context, asks, knowledge);
    const due = dueOf(asked.text, document, knowledge);
    asks.push({ paragraph: paragraph.number ?? '', annex: paragraph.annex, verb: asked.verb, addressees: entities, classes, ...due });
  }
  return asks;
}

/** How many paragraphs back a short name ("the Forum") may have been given in full. */
const reach = 4;

/** The asks of the numbered paragraphs, in order. A participle asks nothing, nor does a verb that the text quotes of another. */
export function readAsks(outline: Outline, document: DocumentFacts, knowledge: Knowledge): AskFacts[] {
  const asking = outline.paragraphs.filter(({ where, number }) => (where === 'OPERATIVE' || where === 'ANNEX') && number !== null);
  return asking.flatMap((paragraph, index) => {
    const before = asking.slice(Math.max(0, index - reach), index).map(({ text }) => text);
    return asksOfParagraph(paragraph, before.join(' '), document, knowledge);
  });
}

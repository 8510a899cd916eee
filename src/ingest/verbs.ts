/** The verbs that govern the clauses of UN texts: their forms, and what each means for a citation and for an ask. */
import type { AskVerb, CitationVerb } from '../domain/vocabulary.js';

export interface ClauseVerb {
  /** CITES for a verb that begins a clause of its own but says nothing of how a text is cited */
  citation: CitationVerb;
  ask: AskVerb | null;
}

const asking = (verb: AskVerb): ClauseVerb => ({ citation: verb, ask: verb });
const citing = (citation: CitationVerb): ClauseVerb => ({ citation, ask: null });

/** By base form: "We recall", "Recalls", "Recalling". What follows the verb and belongs to it stands in `tails`. */
const verbs: Readonly<Record<string, ClauseVerb>> = {
  recall: citing('RECALLS'),
  reaffirm: citing('REAFFIRMS'),
  note: citing('NOTES'),
  welcome: citing('WELCOMES'),
  endorse: citing('ENDORSES'),
  recognize: citing('RECOGNIZES'),
  recognise: citing('RECOGNIZES'),
  acknowledge: citing('ACKNOWLEDGES'),
  stress: citing('STRESSES'),
  emphasize: citing('STRESSES'),
  emphasise: citing('STRESSES'),
  underline: citing('STRESSES'),
  underscore: citing('STRESSES'),
  highlight: citing('STRESSES'),
  reiterate: citing('REITERATES'),
  express: citing('EXPRESSES'),
  regret: citing('REGRETS'),
  deplore: citing('REGRETS'),
  request: asking('REQUESTS'),
  invite: asking('INVITES'),
  encourage: asking('ENCOURAGES'),
  urge: asking('URGES'),
  decide: asking('DECIDES'),
};
/** Verbs that begin a clause and govern no citation by a word of the vocabulary. */
const others =
  'adopt affirm agree aim appeal applaud appreciate approve ask assert believe cite commend commit concur condemn confirm consider continue declare demand designate determine emphatic envisage establish highlight instruct intend observe pledge proclaim promote propose reassert recommend recommit remain remind renew resolve seek strive support thank trust undertake';

/** Verbs of several words: the first by its forms, the rest as a pattern. Tried before the single ones. */
const phrases: readonly { base: string; rest: string; verb: ClauseVerb }[] = [
  { base: 'take', rest: '(?: also| further| due| full)?(?: note|cognizance)', verb: citing('TAKES_NOTE_OF') },
  { base: 'take', rest: ' into (?:account|consideration)', verb: citing('CITES') },
  { base: 'take', rest: ' stock', verb: citing('CITES') },
  { base: 'call', rest: '(?: also| further| once again| therefore|, in particular,)? (?:upon|on)', verb: asking('CALLS_UPON') },
  { base: 'call', rest: '(?: also| further| once again)? for', verb: asking('CALLS_FOR') },
  { base: 'call', rest: ' to', verb: asking('CALLS_FOR') },
  { base: 'continue', rest: ' to encourage', verb: asking('ENCOURAGES') },
  { base: 'continue', rest: ' to urge', verb: asking('URGES') },
  { base: 'continue', rest: ' to invite', verb: asking('INVITES') },
  { base: 'continue', rest: ' to call (?:upon|on)', verb: asking('CALLS_UPON') },
  { base: 'continue', rest: ' to call for', verb: asking('CALLS_FOR') },
  { base: 'look', rest: '(?: also| further)? forward', verb: citing('LOOKS_FORWARD_TO') },
  { base: 'bear', rest: '(?: also)? in mind', verb: citing('BEARING_IN_MIND') },
  { base: 'build', rest: ' (?:up)?on', verb: citing('CITES') },
  { base: 'keep', rest: ' in mind', verb: citing('BEARING_IN_MIND') },
  { base: 'bring', rest: ' to', verb: citing('CITES') },
];

const vowelEnd = /e$/;
const participle = (base: string): string =>
  base === 'regret'
    ? 'regretting'
    : base === 'commit'
      ? 'committing'
      : base === 'recommit'
        ? 'recommitting'
        : `${base.replace(vowelEnd, '')}ing`;
const third = (base: string): string => (/(?:s|sh|ch|x)$/.test(base) ? `${base}es` : `${base}s`);

/** The three forms in which a clause begins: of a preamble, of an operative paragraph, after "We". */
export type Form = 'PARTICIPLE' | 'THIRD' | 'BASE';
const inForm: Readonly<Record<Form, (base: string) => string>> = { PARTICIPLE: participle, THIRD: third, BASE: (base) => base };

interface Table {
  /** matches a verb at the beginning of a text, in any case of its first letter */
  pattern: RegExp;
  /** by the verb in small letters */
  single: ReadonlyMap<string, ClauseVerb>;
  phrases: readonly { pattern: RegExp; verb: ClauseVerb }[];
}

function makeTable(form: Form): Table {
  const conjugate = inForm[form];
  const single = new Map<string, ClauseVerb>();
  for (const base of others.split(' ')) single.set(conjugate(base), citing('CITES'));
  for (const [base, verb] of Object.entries(verbs)) single.set(conjugate(base), verb);
  if (form === 'PARTICIPLE')
    for (const word of ['convinced', 'aware', 'mindful', 'conscious', 'concerned', 'cognizant', 'determined'])
      single.set(word, citing('CITES'));
  const several = phrases.map(({ base, rest, verb }) => ({ pattern: new RegExp(`^${conjugate(base)}${rest}(?!\\w)`), verb }));
  if (form === 'PARTICIPLE') several.unshift({ pattern: /^guided(?: also| further)? by\b/, verb: citing('GUIDED_BY') });
  return { pattern: /^[a-z]{3,14}\b/, single, phrases: several };
}

const tables: Readonly<Record<Form, Table>> = { PARTICIPLE: makeTable('PARTICIPLE'), THIRD: makeTable('THIRD'), BASE: makeTable('BASE') };

/** The verb with which a text begins in that form, and how long it is; null when it begins with another word. */
export function verbAtStart(text: string, form: Form): { verb: ClauseVerb; length: number } | null {
  const plain = text.slice(0, 60).replace(/^\p{Lu}/u, (letter) => letter.toLowerCase());
  const table = tables[form];
  for (const { pattern, verb } of table.phrases) {
    const match = pattern.exec(plain);
    if (match) return { verb, length: match[0].length };
  }
  const word = table.pattern.exec(plain)?.[0];
  const verb = word === undefined ? undefined : table.single.get(word);
  return word !== undefined && verb ? { verb, length: word.length } : null;
}

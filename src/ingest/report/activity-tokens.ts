/** A paragraph as the tokens that the reading of activities needs: entities, words, titles in quotation marks and punctuation, sentence by sentence. */

import type { EntityMention } from '../entities.js';
import { type Verb, verbOf } from './activity-verbs.js';

export interface Token {
  kind: 'ENTITY' | 'WORD' | 'TITLE' | 'MARK';
  text: string;
  /** in small letters, without a possessive ending */
  lower: string;
  /** of the entity, else null */
  id: string | null;
  possessive: boolean;
  /** joined to the token before it by a hyphen or stroke: "led" in "ITU-led" */
  attached: boolean;
}

const piece = /[“"][^”"]{1,400}[”"]|[\p{L}\p{N}]+(?:[.'’‐‑–-][\p{L}\p{N}]+|,\d{3}(?!\d))*|[,;:()./–—?!-]/gu;
/** What a stop does not end a sentence behind. */
const abbreviation = /^(?:no|nos|vol|para|paras|art|chap|sect|st|dr|mr|ms|inc|ltd|co|corp|e\.g|i\.e|al|\p{L}|\p{L}\.\p{L})$/u;

const word = (text: string, attached: boolean): Token => {
  const possessive = /['’]s$/.test(text);
  const lower = text.toLowerCase().replace(/['’]s$/, '');
  return { kind: 'WORD', text, lower, id: null, possessive, attached };
};

/** A token of a gap between two mentions. A dash with spaces around it is read as a comma. */
function plainToken(text: string, attached: boolean): Token {
  if (/^[“"]/.test(text)) return { kind: 'TITLE', text, lower: '', id: null, possessive: false, attached: false };
  if (/^[\p{L}\p{N}]/u.test(text)) return word(text, attached);
  return { kind: 'MARK', text: /^[–—]$/.test(text) ? ',' : text, lower: text, id: null, possessive: false, attached: false };
}

/** The tokens of a text with the entities that were found in it. */
function tokensOf(text: string, mentions: readonly EntityMention[]): Token[] {
  const tokens: Token[] = [];
  const gap = (from: number, to: number): void => {
    const part = text.slice(from, to);
    const ending = /^['’]s?(?![\p{L}\p{N}])/u.exec(part)?.[0].length ?? 0;
    const last = tokens.at(-1);
    if (ending && last) last.possessive = true;
    for (const match of part.slice(ending).matchAll(piece)) {
      const at = from + ending + match.index;
      const joined = at > 0 && /[-‐‑–/]/.test(text.charAt(at - 1)) && !/\s/.test(text.charAt(at - 2) || ' ');
      // A hyphen or stroke inside a compound is no token of its own.
      if (/^[-–/]$/.test(match[0]) && !/\s/.test(text.charAt(at + 1) || ' ')) continue;
      tokens.push(plainToken(match[0], joined));
    }
  };
  let from = 0;
  for (const { id, from: start, to } of mentions) {
    if (start < from) continue;
    gap(from, start);
    const attached = start > 0 && /[-‐‑–/]/.test(text.charAt(start - 1)) && tokens.at(-1)?.kind === 'ENTITY';
    tokens.push({ kind: 'ENTITY', text: text.slice(start, to), lower: '', id, possessive: false, attached });
    from = to;
  }
  gap(from, text.length);
  return tokens;
}

/** The sentences of a paragraph as tokens, without the stops at their ends. A stop in brackets or in a title ends none. */
export function sentencesOf(text: string, mentions: readonly EntityMention[]): Token[][] {
  const sentences: Token[][] = [[]];
  let depth = 0;
  const tokens = tokensOf(text, mentions);
  for (const [index, token] of tokens.entries()) {
    const open = sentences.at(-1) as Token[];
    if (token.kind === 'MARK' && token.text === '(') depth++;
    if (token.kind === 'MARK' && token.text === ')') depth = Math.max(0, depth - 1);
    const next = tokens[index + 1];
    const begins = !next || next.kind === 'TITLE' || /^[\p{Lu}\p{N}(]/u.test(next.text);
    const stop = token.kind === 'MARK' && /^[.?!]$/.test(token.text) && depth === 0;
    if (!stop) open.push(token);
    else if (begins && !(token.text === '.' && next && abbreviation.test(tokens[index - 1]?.lower ?? ''))) sentences.push([]);
  }
  return sentences.filter((sentence) => sentence.length > 0);
}

export const isMark = (token: Token | undefined, marks: string): boolean => token?.kind === 'MARK' && marks.includes(token.text);
export const isWord = (token: Token | undefined, words: ReadonlySet<string>): boolean => token?.kind === 'WORD' && words.has(token.lower);
export const isEntity = (token: Token | undefined): token is Token & { id: string } => token?.kind === 'ENTITY';

const beginsObject = new Set('the a an its their several all both some many more over to'.split(' '));

/** A word in -s that is in no list, between a name and an article or number: "UNESCO digitalises the …". */
function unknownVerb(tokens: readonly Token[], index: number): Verb | null {
  const [before, token, next] = [tokens[index - 1], tokens[index], tokens[index + 1]];
  if (!token || !/^[a-z]{3,20}[^s]s$/.test(token.lower)) return null;
  const subject = (isEntity(before) && !before.possessive) || before?.lower === 'it' || before?.lower === 'which';
  const object = isWord(next, beginsObject) || /^\d/.test(next?.text ?? '');
  return subject && object ? { form: 'THIRD', base: token.lower.slice(0, -1), ambiguous: false } : null;
}

/** The verb that a token may be; what is joined to another word by a hyphen, or has a capital inside a sentence, is none. */
export const verbAt = (tokens: readonly Token[], index: number): Verb | null => {
  const token = tokens[index];
  if (token?.kind !== 'WORD' || token.attached || token.possessive || (index > 0 && /^\p{Lu}/u.test(token.text))) return null;
  return verbOf(token.lower) ?? unknownVerb(tokens, index);
};

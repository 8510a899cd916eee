/** Finds the documents that a piece of text refers to by symbol or number: "A/80/221", "resolutions 57/238, 57/270 B and 60/252", "Council resolution 2006/46". */

import { canonicalSymbol } from '../domain/symbol.js';
import type { Body } from '../domain/vocabulary.js';

export interface TextReference {
  /** canonical symbol */
  to: string;
  /** offset of its number or symbol in the text */
  at: number;
  end: number;
  /** ISO date that the text gives it, or null */
  date: string | null;
}

export interface References {
  found: readonly TextReference[];
  /** what looks like an act and cannot be told: the act of a body that has no symbol here, a number that is no symbol */
  unclear: readonly { at: number; text: string; reason: string }[];
}

const months = ['january', 'february', 'march', 'april', 'may', 'june', 'july', 'august', 'september', 'october', 'november', 'december'];
const dateAfter = /^(?: of|,? adopted (?:by the [A-Z][A-Za-z ]{5,40}? )?on) (\d{1,2}) ([A-Z][a-z]{2,8}) ((?:19|20)\d\d)\b/;

/** The ISO date that follows a number, as in " of 16 December 2015" or ", adopted on 16 December 2015", with how long it is; null when none does. */
export function dateFollowing(text: string): { date: string; length: number } | null {
  const [whole, day = '', month = '', year] = dateAfter.exec(text) ?? [];
  const index = months.indexOf(month.toLowerCase());
  if (!whole || index < 0) return null;
  return { date: `${year}-${String(index + 1).padStart(2, '0')}-${day.padStart(2, '0')}`, length: whole.length };
}

/** A symbol written out: capital letters, a slash, parts. Joined to a second one by a dash of any kind, with or without a star. */
const part = '[A-Za-z0-9][A-Za-z0-9.]*(?:\\([A-Za-z]+\\.? ?[0-9IVX]*\\))?';
const single = `(?:[AE]/RES/\\d{1,4} ?\\([IVXLC]{1,7}\\)(?: [A-Z](?![\\w'’]))?|[AE]/RES/(?:E?S-)?\\d{1,4}/\\d{1,4} [A-Z](?![\\w'’])|(?!E?S-\\d)[A-Z][A-Z0-9-]{0,11}(?:/${part}(?:-[A-Z0-9]+(?=/))?){1,7}(?: \\((?:Part|Vol\\.|Sect\\.) [0-9IVX]{1,5}\\))?)`;
const symbols = new RegExp(`(?<![\\w/.-])${single}(?:\\*?[-–—−] ?${single})?`, 'g');
const addresses = /\b(?:https?:\/\/|www\.)[^\s<>)\]]{1,2000}/g;

/** Words that lead to numbers of acts. */
const acts =
  /\b(resolutions?|decisions?|agreed conclusions)\b(?: (?:ES-|S-)?(?=\d|[AE]\/(?:RES|DEC)\/)| (?=S-)| of the (?:(?:United Nations )?General Assembly|Economic and Social Council|Council|Assembly) (?=\d))/gi;
const number =
  /^(?:(?:E?S-)?\d{1,4}\/\d{1,4}(?![\d/]|\.\d)(?: [A-Z](?![\w'’]))?|\d{1,4} ?(?:[A-Z] )?\((?:(?:E?S-)?[IVXLC]{1,7}|(?:19|20)\d\d)\))/;
/** What may stand between two numbers of one list. */
const between =
  /^(?:,? (?:section|sect\.|part|annex|annexes|paragraphs?|paras?\.)(?: (?:[IVX]+|[A-Z]|\d+(?: (?:and|to) \d+)?))?){0,2}(?: \([^()]{1,60}\))?(?:[,;]? (?:and|or|as well as|and to)|,|;| to)(?: of)? (?:(?:also |its |General Assembly |Assembly |Council |Economic and Social Council )?(?:resolutions?|decisions?) )?/;

/** The next number of a list whose items have a subject each: ", 78/265 of 21 March 2024 on …". Only a number with a date is one. */
const described = /^[^;.]{0,240}?(?:, | and )(?=(?:(?:E?S-)?\d{1,4}\/\d{1,4}(?: [A-Z])?) of \d{1,2} [A-Z][a-z]{2,8} (?:19|20)\d\d\b)/;

/** What stands before the next item of such a list; a new "resolution" begins a list of its own. */
function nextDescribed(text: string): string | undefined {
  const found = described.exec(text)?.[0];
  return found === undefined || /\b(?:resolution|decision)/i.test(found) ? undefined : found;
}

/** The body whose act it is, by the words before "resolution"; `null` when they name none. FOREIGN: one that gives no symbol here. */
function bodyBefore(text: string): 'A' | 'E' | 'S' | 'A/HRC' | 'E/CN.4' | 'FOREIGN' | null {
  const tail = text.slice(-140);
  const named = [
    ['A/HRC', /\bHRC $|Human Rights Council(?:’s|'s)?(?:,? in its| in)? $/],
    ['S', /Security Council(?:’s|'s)?(?:,? in its| in)? $/],
    ['E', /(?:Economic and Social )?Council(?:’s|'s)?(?:,? in its| in)? $|ECOSOC (?:adopted the )?$/],
    ['A', /(?:General )?Assembly(?:’s|'s)?(?:,? in its| in)? $|\(GA\) $|\b(?:UN ?)?GA $|\bUNGA $/],
    ['E/CN.4', /Commission on Human Rights(?:’s|'s)?(?:,? in its| in)? $/],
  ] as const;
  const foreign =
    /(?:World Health|Environment|Health|Parliamentary|UNEP|UNESCO|FAO) Assembly(?:’s|'s)?(?:,? in its| in)? $|(?:Conference|Congress|Committee|Commission|Union|Parties|UNESCO|ITU|UNEP|Council of Europe|European Council)(?:’s|'s)? (?:adopted )?(?:in its )?$/;
  if (foreign.test(tail)) return 'FOREIGN';
  const own = named.find(([, pattern]) => pattern.test(tail))?.[0] ?? null;
  // A word with a capital before "resolution", inside a sentence, names a body; it is none of those above.
  const another =
    own === null && /(?<=[\p{Ll},’] )\p{Lu}[\p{L}-]+ $/u.test(tail) && !/(?:Nations|Organization|\p{Ll}ing|See|Resolutions?) $/u.test(tail);
  return another ? 'FOREIGN' : own;
}

/** The canonical symbol of a number, the body being told by the words or by the form: the Council numbers by year, the Assembly by session. */
function symbolOfNumber(printed: string, form: string, body: ReturnType<typeof bodyBefore>, ownHumanRights: boolean): string | null {
  const name = form.startsWith('d') ? 'decision' : form.startsWith('a') ? 'agreed conclusions' : 'resolution';
  const council = /^(?:19|20)\d\d\//.test(printed);
  const [, digits, letter, session] = /^(\d{1,4}) ?([A-Z])? ?\(([^)]+)\)$/.exec(printed) ?? [];
  if (digits && session && /^\d/.test(session)) return `S/RES/${digits}(${session})`;
  if (digits && session)
    return canonicalSymbol(`A/${name === 'decision' ? 'DEC' : 'RES'}/${digits}(${session})${letter ? ` ${letter}` : ''}`);
  const code = name === 'decision' ? 'DEC' : 'RES';
  if (body === 'A/HRC' || (body === 'E' && !council && ownHumanRights)) return `A/HRC/${code}/${printed}`;
  if (body === 'E/CN.4') return `E/CN.4/${code}/${printed}`;
  if (body === 'FOREIGN' || body === 'S') return null;
  return canonicalSymbol(`${council ? 'Economic and Social Council' : 'General Assembly'} ${name} ${printed}`);
}

/** Whether the act stands inside another document: after its symbol, or after the chapter that holds it. */
function insideAnother(before: string): boolean {
  const sentence = before.slice(before.lastIndexOf(';') + 1);
  return /, $/.test(before) && /\bchap\. |\bsect\. |\bvol\. |Sales No\.|[A-Z]{1,6}\/[A-Z0-9.]+\/\S|\([A-Z]\/\S+\)/.test(sentence);
}

/** A corrigendum is part of what it corrects. */
const withoutCorrigendum = (symbol: string): string => symbol.replace(/\/Corr\.\d+/g, '');

/** The organs whose symbols are read in running text; other capitals with a stroke ("ISO/IEC/27001") are names. */
const organs =
  /^(?:A|E|S|T|ST|TD|DP|DC|SG|LC|ID|IDB|GC|CD|CAT|CBD|CCD|CCPR|CEB|CEDAW|CERD|CMW|CRC|CRPD|CTOC|ECA|ECE|ECLAC|ESCAP|ESCWA|FCCC|HRI|HSP|ICCD|JIU|NPT|PBC|UNCTAD|UNDP|UNEP|UNFPA|UNICEF|UNW|WSIS-\d\d)$/;

/** The body that is named behind a number: "resolution 47/16 of the Human Rights Council". */
function bodyAfter(text: string): ReturnType<typeof bodyBefore> {
  const name =
    /^,? of the ((?:[A-Z][A-Za-z]+ (?:of |on |for |and |the )*){0,8}?(?:Assembly|Council|Conference|Commission|Committee|Union|Parties)) ?/.exec(
      text,
    )?.[1];
  return name ? bodyBefore(`the ${name} `) : null;
}

function symbolsIn(text: string): TextReference[] {
  const found: TextReference[] = [];
  for (const match of text.matchAll(symbols)) {
    const printed = match[0].replace(/[.,*]+$/, '');
    if (!/\d/.test(printed) || !organs.test(printed.slice(0, printed.indexOf('/')))) continue;
    const canonical = canonicalSymbol(printed);
    if (!canonical) continue;
    // "resolution A/70/125" means the act, although that is the symbol of a document.
    const act = /^([AE])\/(\d{2,4}\/\d{1,4})$/.exec(canonical);
    const word = /\b(resolution|decision) \(?$/i.exec(text.slice(Math.max(0, match.index - 14), match.index))?.[1];
    const to = act && word ? `${act[1]}/${word.toLowerCase() === 'decision' ? 'DEC' : 'RES'}/${act[2]}` : withoutCorrigendum(canonical);
    const end = match.index + printed.length;
    found.push({ to, at: match.index, end, date: dateFollowing(text.slice(end, end + 100))?.date ?? null });
  }
  return found;
}

/**
 * The references in a text, in order. Linear in its length.
 *
 * @param text without footnote marks
 * @param own the body whose document it is; only tells whether "Council" may be the Human Rights Council
 */
export function referencesIn(text: string, own: Body | null): References {
  const plain = text.replace(addresses, (address) => ' '.repeat(address.length));
  const found = symbolsIn(plain);
  const unclear: { at: number; text: string; reason: string }[] = [];
  const ownHumanRights = own !== 'ECONOMIC_AND_SOCIAL_COUNCIL' && /Human Rights Council/.test(plain);
  let read = 0;
  for (const match of plain.matchAll(acts)) {
    // A list that says "resolution" each time was read to its end.
    if (match.index < read) continue;
    let at = match.index + (match[1] ?? '').length + 1;
    const inWords = / of the .{4,40} $/.exec(match[0]);
    if (inWords) at = match.index + match[0].length;
    const before = plain.slice(Math.max(0, match.index - 400), match.index);
    let form = (match[1] ?? '').toLowerCase();
    const plural = form.endsWith('s');
    let body = bodyBefore(before);
    if (insideAnother(before)) continue;
    for (let rest = plain.slice(at, at + 200); ; rest = plain.slice(at, at + 200)) {
      at += /^[AE]\/(?:RES|DEC)\//.exec(rest)?.[0].length ?? 0;
      const printed = number.exec(plain.slice(at, at + 60))?.[0];
      if (!printed) break;
      const to = symbolOfNumber(
        printed,
        form,
        bodyAfter(plain.slice(at + printed.length, at + printed.length + 120)) ?? body,
        ownHumanRights,
      );
      const end = at + printed.length;
      const dated = dateFollowing(plain.slice(end, end + 100));
      if (to) found.push({ to, at, end, date: dated?.date ?? null });
      else unclear.push({ at, text: plain.slice(match.index, end), reason: 'an act of a body whose acts have no symbol here' });
      const after = end + (dated?.length ?? 0);
      read = after;
      const next = plain.slice(after, after + 120);
      const simple = between.exec(next)?.[0];
      const separator =
        simple !== undefined && number.test(plain.slice(after + simple.length, after + simple.length + 60))
          ? simple
          : plural
            ? nextDescribed(plain.slice(after, after + 300))
            : undefined;
      if (separator === undefined) break;
      at = after + separator.length;
      const said = /(?:resolution|decision)/i.exec(separator)?.[0].toLowerCase();
      if (said) body = bodyBefore(separator.slice(0, separator.toLowerCase().indexOf(said)));
      form = said ?? form;
    }
  }
  const places = new Map(found.map((reference) => [`${reference.at} ${reference.to}`, reference]));
  return { found: [...places.values()].sort((a, b) => a.at - b.at), unclear };
}

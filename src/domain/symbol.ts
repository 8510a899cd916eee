/** Document symbols as people write them: symbols in full, "resolution 70/125", bare numbers, addresses of undocs.org and docs.un.org. */
import { printSymbol, singlesOf } from './symbol-print.js';
import { foldKey, tidy } from './tidy.js';

type Organ = 'A' | 'E';
type Form = 'RES' | 'DEC' | 'AGREED';

/** The words that lead to a number, and what each says; longer ones first. The letters A and E count only before a form: "E decision 2011/235". */
const lead =
  /^(?:(?<assembly>general assembly|unga|ga|a(?=[ /_-]{1,3}(?:res|dec)))|(?<council>economic and social council|ecosoc|e(?=[ /_-]{1,3}(?:res|dec|agreed)))|(?<resolution>resolutions?|res)|(?<decision>decisions?|dec)|(?<agreed>agreed conclusions?)|the|united nations|un|documents?|docs?|symbols?|no|number)(?![a-z])(?:'s)?[ .:,/_-]*/;
const trail = / of (?:the )?(?:un |united nations )?(general assembly|economic and social council|unga|ecosoc)$/;

/** What the words around a number say of it, and what is left without them. */
function readWords(text: string): { organ: Organ | null; form: Form | null; rest: string } {
  let rest = text.toLowerCase();
  let organ: Organ | null = null;
  let form: Form | null = null;
  const after = trail.exec(rest);
  if (after) {
    organ = after[1]?.startsWith('e') ? 'E' : 'A';
    rest = rest.slice(0, after.index);
  }
  for (let match = lead.exec(rest); match; match = lead.exec(rest)) {
    const said = match.groups ?? {};
    if (said.assembly) organ = 'A';
    if (said.council) organ = 'E';
    if (said.resolution) form = 'RES';
    if (said.decision) form = 'DEC';
    if (said.agreed) form = 'AGREED';
    rest = rest.slice(match[0].length);
  }
  return { organ, form, rest };
}

/** What a number may stand for. The Assembly numbers by session (70/125), the Council by year (2006/46), both by roman session before 1976. */
function readNumber(number: string, organ: Organ | null, form: Form | null): string[] {
  const roman = /^(\d{1,4}) ?\(((?:e?s-)?[ivxlc]+)\) ?([a-z])?$/.exec(number);
  if (roman) {
    const local = `${roman[1]}(${roman[2]?.toUpperCase()})${roman[3] ? ` ${roman[3].toUpperCase()}` : ''}`;
    if (form === 'AGREED') return [];
    return (organ ? [organ] : ['A', 'E']).map((body) => `${body}/${form ?? 'RES'}/${local}`);
  }
  const [, session, separator, item, letter] = /^(\d{1,4}|e?s-\d{1,3})([ /_-]{1,3})(\d{1,4})(?:[ _/-]?([a-z]))?$/.exec(number) ?? [];
  // Without a word before it, 2010-09 is a month and 24 7 nothing.
  if (!session || (!organ && !form && !separator?.includes('/'))) return [];
  const numbered: Organ = /^(?:19|20)\d\d$/.test(session) ? 'E' : 'A';
  if (/^\d{4}$/.test(session) && numbered === 'A') return [];
  if (organ && organ !== numbered) return [];
  const local = `${session.toUpperCase()}/${item}${letter ? ` ${letter.toUpperCase()}` : ''}`;
  if (form === 'AGREED') return numbered === 'E' ? [`E agreed conclusions ${local}`] : [];
  if (form) return [`${numbered}/${form}/${local}`];
  const acts = [`${numbered}/RES/${local}`, `${numbered}/DEC/${local}`];
  return organ || letter ? acts : [...acts, `${numbered}/${local}`];
}

/** The date that a full citation ends in: "resolution 70/125 of 16 December 2015", "resolution 70/125 (2015)". */
const dated = /(\/.{1,40}?),?(?: of \d{1,2} \p{L}{3,9} \d{4}| \((?:19|20)\d\d\))$/u;

const host = /^(?:https?:\/\/)?(?:[a-z0-9-]{1,60}\.){0,4}(?:undocs|un)\.org(?::\d{1,5})?\/(.*)$/i;
const languages = /^(?:en|fr|es|ru|ar|zh)\//i;

/** The symbol in an address of the United Nations' document sites: in its query (`?symbol=`, `?s=`) or its path, after the language. */
function symbolInAddress(text: string): string | null {
  const address = host.exec(text)?.[1];
  if (address === undefined) return null;
  const [beforeHash = ''] = address.split('#');
  const query = beforeHash.indexOf('?');
  const asked =
    query < 0
      ? undefined
      : beforeHash
          .slice(query + 1)
          .split('&')
          .map((pair) => /^(?:symbol|finalsymbol|s|ds)=(.*)$/i.exec(pair)?.[1])
          .find(Boolean);
  const symbol = asked?.replace(/\+/g, ' ') ?? (query < 0 ? beforeHash : beforeHash.slice(0, query));
  const plain = symbol.replace(languages, '');
  return plain.endsWith('/') ? plain.slice(0, -1) : plain;
}

/**
 * The symbols in canonical print that a text may stand for, best first; none when it is no symbol. Only a bare number has several:
 * `70/125` may be A/RES/70/125, A/DEC/70/125 or A/70/125, and the graph says which there are. Linear in the length; over 300 characters nothing is read.
 */
export function symbolReadings(text: string): string[] {
  const plain = tidy(text);
  if (!plain) return [];
  const address = symbolInAddress(plain);
  const symbol = printSymbol(address ?? plain);
  if (symbol) return [symbol];
  if (address !== null) return [];
  const { organ, form, rest } = readWords(plain.replaceAll('*', '').replace(dated, '$1'));
  const numbers = readNumber(rest, organ, form);
  if (numbers.length > 0) return numbers;
  const named = printSymbol(rest);
  return named && (!organ || named.startsWith(`${organ}/`)) ? [named] : [];
}

/**
 * The canonical print of the one document symbol that a text stands for; null when it is none, or may be several (`70/125`).
 * Decisions print as A/DEC/77/568 and E/DEC/2011/235, agreed conclusions, which have no symbol, as "E agreed conclusions 2001/1".
 */
export function canonicalSymbol(text: string): string | null {
  const readings = symbolReadings(text);
  return readings.length === 1 ? (readings[0] ?? null) : null;
}

/** The folded keys of a symbol: the whole first, then each half of a double one (`a/76/64`, `e/2021/11`). */
export function symbolKeys(symbol: string): string[] {
  const canonical = canonicalSymbol(symbol);
  if (!canonical) return [foldKey(symbol)].filter(Boolean);
  const singles = singlesOf(canonical);
  return [canonical, ...(singles.length > 1 ? singles : [])].map(foldKey);
}

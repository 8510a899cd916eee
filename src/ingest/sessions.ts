/** Sessions that a text names: of the Commission on Science and Technology for Development, and those of the General Assembly for the years in which they fall. */
import { numberedReadings } from '../domain/numbered.js';

export interface NamedSession {
  /** CSTD, or the General Assembly */
  body: 'CSTD' | 'ASSEMBLY';
  number: number;
  at: number;
  end: number;
  /** "the report of the Commission on its twenty-third session": the report is meant */
  report: boolean;
}

const ordinal =
  '(?:\\d{1,3}(?:st|nd|rd|th)|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:-[a-z]{5,7}|th)?|twentieth|thirtieth|fortieth|fiftieth|sixtieth|seventieth|eightieth|ninetieth|hundredth|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|thirteenth|fourteenth|fifteenth|sixteenth|seventeenth|eighteenth|nineteenth)';
const sessions = new RegExp(
  `\\b(${ordinal})((?:(?:, | and | to |, and )(?:at )?(?:its )?${ordinal}){0,12}) (?:annual |regular |substantive )?sessions?\\b`,
  'gi',
);
const one = new RegExp(ordinal, 'gi');

const tens = ['twent', 'thirt', 'fort', 'fift', 'sixt', 'sevent', 'eight', 'ninet'];
const small = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth'];

/** The number that an ordinal says, up to ninety-nine; 0 when it says none. */
function numberOf(word: string): number {
  const plain = word.toLowerCase();
  if (/^\d/.test(plain)) return Number.parseInt(plain, 10);
  const [ten = '', unit] = plain.split('-');
  const decade = tens.findIndex((each) => ten === `${each}y` || ten === `${each}ieth`);
  if (decade >= 0) return (decade + 2) * 10 + (unit ? small.indexOf(unit) + 1 : 0);
  const read = numberedReadings(`${plain} session`)[0]?.[1];
  return read ? Number(read.replace('CSTD-', '')) : 0;
}

const bodies =
  /\b(?:Commission on Science,? (?:and )?Technology (?:and|for) Development|Commission (?:for|of) [A-Z]\w+|(?!The|Its|This)[A-Z]\w+ Commission|Commission(?! on (?:the )?[A-Z])|CSTD|General Assembly|Assembly|Economic and Social Council|Council|Conference|Committee|Group|Forum|Board|Commission on [A-Z]|Union|Parties)\b/g;
const commission = /^(?:Commission on Science|Commission$|CSTD)/;

/** Whose session it is: named after it ("of the Commission"), else the body named last before it, else the body of the document. */
function bodyOf(text: string, at: number, end: number, own: 'CSTD' | 'ASSEMBLY' | null, full?: string): 'CSTD' | 'ASSEMBLY' | null {
  const after = /^ of (?:the |its )?(?:United Nations )?/.exec(text.slice(end, end + 30));
  const behind = after ? text.slice(end + after[0].length, end + after[0].length + 80) : '';
  const next = behind.match(bodies)?.[0];
  const following = next && behind.startsWith(next) ? next : null;
  const before = [...text.slice(Math.max(0, at - 600), at).matchAll(bodies)].at(-1)?.[0] ?? null;
  const name = following ?? before;
  if (name === null) return own;
  // "The Commission" is the one that was named in full before, where one was.
  if (commission.test(name)) return full === undefined || full === 'Science' || following?.startsWith('Commission on') ? 'CSTD' : null;
  return /Assembly$/.test(name) ? 'ASSEMBLY' : null;
}

/**
 * The sessions named in a text, in order; "its fourteenth to sixteenth sessions" names three.
 *
 * @param own whose sessions "its" means where the text names nobody before
 */
export function sessionsIn(text: string, own: 'CSTD' | 'ASSEMBLY' | null): NamedSession[] {
  const found: NamedSession[] = [];
  const inFull = [...text.matchAll(/\bCommission on (?:the )?([A-Z]\w+)/g)];
  let named = -1;
  for (const match of text.matchAll(sessions)) {
    const end = match.index + match[0].length;
    while ((inFull[named + 1]?.index ?? Number.POSITIVE_INFINITY) < match.index) named++;
    const body = bodyOf(text, match.index, end, own, inFull[named]?.[1]);
    if (!body) continue;
    const numbers = [...`${match[1]}${match[2]}`.matchAll(one)].map((each) => numberOf(each[0])).filter((number) => number > 0);
    const [first = 0, last = 0] = numbers;
    const range = / to /.test(match[2] ?? '') && numbers.length === 2 && last > first && last - first < 50;
    const all = range ? Array.from({ length: last - first + 1 }, (_, index) => first + index) : numbers;
    const before = text.slice(Math.max(0, match.index - 160), match.index);
    const report = /\breports? of the (?:Commission|CSTD)[^.;]{0,100} on (?:its |the )?(?:work (?:of|at) (?:its |the )?)?$/.test(before);
    for (const number of all) found.push({ body, number, at: match.index, end, report });
  }
  return found;
}

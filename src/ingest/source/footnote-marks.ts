/** Finds where the footnotes of a page hang, in a text that lost the raised type: "Goals6 and", "2003, 1 and endorsed". */
import { superscripts } from './pages.js';

/** A number in raised digits. */
export const raised = (number: number): string => [...String(number)].map((digit) => superscripts[Number(digit)]).join('');

/** What a number may follow without being a footnote's: it counts or names something then. */
const counted =
  /(?:^|[\s(])(?:paragraphs?|paras?\.|goals?|targets?|articles?|chapters?|sections?|annex|items?|lines?|phases?|pages?|resolutions?|decisions?|conclusions|no\.|nos\.|on|of|in|from|to|and|by|between|than|least|over|about|some|approximately|the|only|with|for|until|since|before|after|january|february|march|april|may|june|july|august|september|october|november|december|decade|top|number|version)$/i;
const afterCount =
  /^\s?(?:per cent|%|million|billion|trillion|years?|days?|months?|january|february|march|april|may|june|july|august|september|october|november|december|countries|members|states)\b/i;

interface Candidate {
  at: number;
  /** with the space before it, which goes when the number is raised */
  start: number;
  penalty: number;
}

/** All places at which the number may be a mark, with how odd each would be: 0 glued to a word, 1 after a stop and a space, 2 after a word and a space. */
function candidatesOf(text: string, number: number): Candidate[] {
  const digits = String(number);
  const found: Candidate[] = [];
  for (let at = text.indexOf(digits); at >= 0; at = text.indexOf(digits, at + 1)) {
    const after = text.slice(at + digits.length, at + digits.length + 20);
    if (/^[\d/%]|^[.,:–-]\d|^(?:st|nd|rd|th|-)/.test(after) || !/^(?:[\s.,;:)”’]|$)/.test(after)) continue;
    const spaced = /\s/.test(text.charAt(at - 1));
    const start = spaced ? at - 1 : at;
    const before = text.slice(Math.max(0, start - 24), start);
    if (spaced) {
      if (counted.test(before) || afterCount.test(after) || /\d$/.test(before) || !/[\p{L}.,;:”’)]$/u.test(before)) continue;
      found.push({ at, start, penalty: /[.,;:”’)]$/.test(before) ? 1 : 2 });
    } else if (/[\p{Ll}.,;:”’)]$/u.test(before) || /\p{L}{2}$/u.test(before) || /\d[.,;:]$/.test(before)) {
      if (!/\d[.,]$/.test(before) || /\d{4}[.,]$/.test(before)) found.push({ at, start, penalty: 0 });
    } else if (/\d{4}$/.test(before)) {
      found.push({ at, start, penalty: 2 });
    }
  }
  return found.slice(0, 50);
}

const missing = 6;

/**
 * The text of a page with the marks of its footnotes raised. The marks stand in the order of the footnotes: of all ways to place them so, the least odd
 * is taken, and among equals the earliest; a footnote without any possible place gets none.
 */
export function raiseMarks(text: string, numbers: readonly number[]): string {
  interface Way {
    cost: number;
    places: (Candidate | null)[];
    last: number;
  }
  let ways: Way[] = [{ cost: 0, places: [], last: -1 }];
  for (const number of numbers) {
    const candidates = candidatesOf(text, number);
    const next: Way[] = [];
    for (const way of ways) {
      next.push({ cost: way.cost + missing, places: [...way.places, null], last: way.last });
      for (const candidate of candidates) {
        if (candidate.at > way.last)
          next.push({ cost: way.cost + candidate.penalty, places: [...way.places, candidate], last: candidate.at });
      }
    }
    // Of two ways that end at the same place the dearer one can never win; of those left the best few are enough.
    next.sort((a, b) => a.cost - b.cost || a.last - b.last);
    const seen = new Set<number>();
    ways = next.filter(({ last }) => !seen.has(last) && seen.add(last)).slice(0, 60);
  }
  const places = ways[0]?.places ?? [];
  let result = '';
  let copied = 0;
  for (const [index, place] of places.entries()) {
    const number = numbers[index];
    if (!place || number === undefined) continue;
    // A line break before the mark stays, after it.
    const gap = text.slice(place.start, place.at);
    result += text.slice(copied, place.start) + raised(number) + (gap.includes('\n') ? '\n' : '');
    copied = place.at + String(number).length;
  }
  return result + text.slice(copied);
}

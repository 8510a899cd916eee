/** Citations in words: who cites what by which verb, and where it says so. */
import { inWords, paragraphInWords } from '../words.js';
import type { Citation, Place, Reach } from './reach.js';

const parts: Readonly<Record<string, string>> = { PREAMBLE: 'preamble', ANNEX: 'annex', HEADER: 'heading', FOOTNOTE: 'footnote' };

/** "preambular para. 2", "para. 12, footnote 3", "annex, para. 4"; nothing where no place was read. */
export function placeInWords({ paragraph, where, footnote }: Place): string {
  const part = where ? parts[where] : undefined;
  const isTold = where === 'FOOTNOTE' ? footnote !== null : where === 'PREAMBLE' && paragraph !== null;
  return [part && !isTold ? part : '', paragraph ? paragraphInWords(paragraph) : '', footnote === null ? '' : `footnote ${footnote}`]
    .filter(Boolean)
    .join(', ');
}

/** All places of a citation, each once. */
export function placesInWords({ evidence }: Pick<Citation, 'evidence'>): string {
  return [...new Set(evidence.map(placeInWords).filter(Boolean))].join('; ');
}

/** "recalls", "looks forward to"; where no verb was read, "cites". */
export const verbInWords = inWords;

/** The weakest way in which a citation was read, where it is weak enough to be said. */
export function weakMethodOf({ evidence }: Pick<Citation, 'evidence'>): string | undefined {
  const methods = evidence.map(({ method }) => method);
  if (methods.some((method) => method === 'CURATED' || method === 'EXTRACTED')) return undefined;
  return methods.find((method) => method === 'UNVERIFIED') ?? methods[0];
}

/**
 * The text in whose row of the table a citation is told, so that each is told once: what is rested on tells who cites it,
 * what rests on the root tells what it cites.
 */
export function ownerOf({ from, to }: Citation, { texts }: Reach): string {
  if (texts.get(to)?.side === 'below') return to;
  return texts.get(from)?.side === 'above' ? from : to;
}

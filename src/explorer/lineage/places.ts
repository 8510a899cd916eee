/** Citations in words: who cites what by which verb, and where it says so. */
import { placeInWords } from '../places.js';
import { inWords } from '../words.js';
import type { Citation, Reach } from './reach.js';

/** All places of a citation, each once. */
export function placesInWords({ evidence }: Pick<Citation, 'evidence'>): string {
  return [...new Set(evidence.map(placeInWords))].join('; ');
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

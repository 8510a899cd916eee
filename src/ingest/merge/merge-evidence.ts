/** The places at which a text states a link, laid beside those that the dataset has: known, completed, or new. */
import type { Evidence } from '../../domain/records.js';
import { inTextOrder } from './extracted.js';

export interface EvidenceMerge {
  /** in the order of the text */
  evidence: Evidence[];
  known: Evidence[];
  completed: { before: Evidence; after: Evidence }[];
  added: Evidence[];
  /** EXTRACTED pieces of the document that the text read now does not show */
  missing: Evidence[];
}

/** The part of a text that a place belongs to; a footnote belongs to the part of the paragraph that it hangs on. */
function partOf({ where, paragraph }: Evidence): string | null {
  if (where === 'FOOTNOTE') return paragraph === null ? null : /^PP/.test(paragraph) ? 'PREAMBLE' : null;
  return where === 'BODY' ? 'OPERATIVE' : where;
}

const annexOf = ({ note }: Evidence): string | null => /^Annex [^.]{1,20}\./.exec(note ?? '')?.[0] ?? null;
const agree = (one: unknown, other: unknown): boolean => one === null || other === null || one === other;

function partsAgree(one: Evidence, other: Evidence): boolean {
  const parts = [partOf(one), partOf(other)];
  // The number of a footnote in an annex, or on an operative paragraph, does not tell which of the two it is.
  return agree(parts[0], parts[1]) && agree(annexOf(one), annexOf(other));
}

const samePlace = (one: Evidence, other: Evidence): boolean =>
  one.where === other.where && one.paragraph === other.paragraph && one.footnote === other.footnote && agree(annexOf(one), annexOf(other));

/** Whether two paragraphs are one, also where only one of them names the sub-paragraph: 20 and 20 (a). */
const paragraphsAgree = (one: string, other: string): boolean =>
  one === other || one.startsWith(`${other} (`) || other.startsWith(`${one} (`);

/** The same paragraph, and no other footnote: the text and the footnote on it are one place unless both were read. */
export const sameParagraph = (one: Evidence, other: Evidence): boolean =>
  one.paragraph !== null &&
  other.paragraph !== null &&
  paragraphsAgree(one.paragraph, other.paragraph) &&
  agree(one.footnote, other.footnote) &&
  partsAgree(one, other);

/** Whether a place without paragraph may be the one that was read now. */
function mayBe(open: Evidence, read: Evidence): boolean {
  if (open.paragraph !== null || !partsAgree(open, read)) return false;
  if (open.where === 'FOOTNOTE') return open.footnote === read.footnote || (open.footnote === null && read.where === 'FOOTNOTE');
  return agree(open.footnote, read.footnote);
}

/** What a piece lacks, from the place that was read. */
const complete = (piece: Evidence, read: Evidence): Evidence => ({
  ...piece,
  paragraph: piece.paragraph ?? read.paragraph,
  footnote: piece.footnote ?? read.footnote,
  where: piece.where ?? read.where,
  note: piece.note ?? read.note,
});

const differ = (one: Evidence, other: Evidence): boolean => JSON.stringify(one) !== JSON.stringify(other);

/** Gives each place the piece that is the same, or may be, and completes it. */
function layBeside(known: readonly Evidence[], read: readonly Evidence[], document: string): EvidenceMerge {
  const result: EvidenceMerge = { evidence: [], known: [], completed: [], added: [], missing: [] };
  const pieces = new Map(known.map((piece) => [piece, piece]));
  const unclaimed = new Set(known.filter((piece) => piece.document === document));
  let unplaced = [...read];

  /** Gives each place its piece, best ones first; `fits` must be stricter in earlier calls. */
  const claim = (fits: (piece: Evidence, place: Evidence) => boolean): void => {
    unplaced = unplaced.filter((place) => {
      const piece = [...unclaimed].find((candidate) => fits(candidate, place));
      if (!piece) return true;
      unclaimed.delete(piece);
      const after = piece.method === 'EXTRACTED' ? complete(piece, place) : piece;
      if (differ(piece, after)) {
        pieces.set(piece, after);
        result.completed.push({ before: piece, after });
      } else result.known.push(place);
      return false;
    });
  };
  claim(samePlace);
  claim(sameParagraph);
  claim(
    (piece, place) =>
      piece.method === 'EXTRACTED' && piece.where === place.where && piece.footnote === place.footnote && mayBe(piece, place),
  );
  claim((piece, place) => piece.method === 'EXTRACTED' && mayBe(piece, place));
  result.added.push(...unplaced);

  for (const piece of unclaimed) {
    if (piece.method !== 'EXTRACTED') continue;
    const places = read.filter((place) => samePlace(piece, place) || sameParagraph(piece, place) || mayBe(piece, place));
    if (places.length === 0) result.missing.push(piece);
    // A second source for one place: it is completed too where there is no doubt which.
    const after = places.length === 1 && places[0] ? complete(piece, places[0]) : piece;
    if (!differ(piece, after) || [...pieces.values()].some((other) => !differ(other, after))) continue;
    pieces.set(piece, after);
    result.completed.push({ before: piece, after });
  }
  result.evidence = inTextOrder([...pieces.values(), ...result.added]);
  return result;
}

/**
 * Lays the places read now beside the evidence of a link. A row that a person made, or that follows by a rule, is never changed: a paragraph
 * that it lacks comes as a row of its own. An EXTRACTED row gets what it lacks.
 *
 * @param document the document that was read: only its places are compared
 */
export function mergeEvidence(known: readonly Evidence[], read: readonly Evidence[], document: string): EvidenceMerge {
  const first = layBeside(known, read, document);
  // A row that was completed may fit another place less than it did: laid beside once more, until the same text changes nothing.
  for (let next = layBeside(first.evidence, read, document); next.added.length + next.completed.length > 0; ) {
    first.evidence = next.evidence;
    first.added.push(...next.added);
    first.completed.push(...next.completed);
    next = layBeside(first.evidence, read, document);
  }
  return first;
}

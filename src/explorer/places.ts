/** Where in a text something stands, in words. */
import { inWords, paragraphInWords } from './words.js';

/** What evidence tells of its place. */
export interface PlaceInText {
  paragraph?: string | null;
  footnote?: number | null;
  where?: string | null;
}

/** "preambular para. 3, footnote 1", "annex, para. 25"; the part of the text where no paragraph is known. */
export function placeInWords({ paragraph, footnote, where }: PlaceInText): string {
  const parts = [
    where === 'ANNEX' || where === 'HEADER' ? inWords(where) : '',
    paragraph ? paragraphInWords(paragraph) : '',
    footnote ? `footnote ${footnote}` : '',
  ].filter(Boolean);
  if (parts.length > 0) return parts.join(', ');
  if (where === 'BODY') return 'in the text';
  if (where === 'OPERATIVE') return 'operative part';
  return where ? inWords(where) : 'place not known';
}

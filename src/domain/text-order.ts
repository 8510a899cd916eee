/** The order of places in a text: what comes first where one link is stated in several places. */
import type { Evidence } from './records.js';
import { naturalKey } from './text.js';

const zones = { HEADER: 0, PREAMBLE: 1, OPERATIVE: 2, BODY: 2, ANNEX: 3, FOOTNOTE: 4 } as const;
const unknownZone = 5;

/** A footnote stands with the paragraph that it hangs on; so does a place of which only the paragraph is known. */
function zoneOf({ where, paragraph }: Evidence): number {
  if (where !== null && where !== 'FOOTNOTE') return zones[where];
  if (paragraph !== null) return /^PP/i.test(paragraph) ? zones.PREAMBLE : zones.OPERATIVE;
  return where === null ? unknownZone : zones.FOOTNOTE;
}

/**
 * A key whose plain string order is the order of the text: header, preamble, operative part or body, annex, footnotes;
 * within each by paragraph (12 before 12 (a) before 100, unknown ones last), then the text before its footnotes.
 * Equal keys mean the same place; those keep the order in which the rows stand.
 */
export function textOrder(evidence: Evidence): string {
  const paragraph = evidence.paragraph === null ? '~' : naturalKey(evidence.paragraph);
  const footnote = evidence.footnote === null ? '' : String(evidence.footnote).padStart(8, '0');
  return `${zoneOf(evidence)}\t${paragraph}\t${footnote}`;
}

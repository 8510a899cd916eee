/** The links of one document merged into a dataset: its citations, with the verbs that rival, and what its head and its list of contributors state. */
import { isAfter } from '../../domain/date.js';
import { linkKey } from '../../domain/link-key.js';
import type { Evidence, LinkRecord } from '../../domain/records.js';
import { linkText } from './extracted.js';
import { sameParagraph } from './merge-evidence.js';
import { type Merging, placeText } from './merging.js';
import type { DocumentRecords } from './to-records.js';

/** The citations that the dataset has of a document, by what is cited. */
function citationsOf(document: string, merging: Merging): Map<string, LinkRecord[]> {
  const found = new Map<string, LinkRecord[]>();
  for (const link of merging.links.values()) {
    if (link.link !== 'CITES' || link.from !== document) continue;
    const before = found.get(link.to);
    if (before) before.push(link);
    else found.set(link.to, [link]);
  }
  return found;
}

const partOf = ({ where, paragraph }: Evidence): string | null =>
  where === 'FOOTNOTE' && /^PP/.test(paragraph ?? '') ? 'PREAMBLE' : where;

/** What a person entered, or concluded by a rule, as a place of a link in the document that cites. */
const enteredIn = (link: LinkRecord): Evidence[] =>
  link.evidence.filter(({ method, document }) => method !== 'EXTRACTED' && document === link.from);

/** A citation that a person entered for the paragraph with another verb, and that the text read now does not show there by that verb too. */
function rivalOfPlace(read: LinkRecord, piece: Evidence, known: readonly LinkRecord[], shown: ReadonlyMap<string, LinkRecord>) {
  const isShown = (link: LinkRecord, entered: Evidence): boolean =>
    shown.get(linkKey(link))?.evidence.some((other) => sameParagraph(entered, other)) ?? false;
  return known.find(
    (link) => link.verb !== read.verb && enteredIn(link).some((entered) => sameParagraph(entered, piece) && !isShown(link, entered)),
  );
}

/**
 * A citation that a person entered with another verb for a place without paragraph, which may be one that was read, and that the text does
 * not show at all by that verb. It keeps out the whole of a link that the dataset does not have.
 */
function rivalOfLink(read: LinkRecord, known: readonly LinkRecord[], shown: ReadonlyMap<string, LinkRecord>): LinkRecord | undefined {
  const mayBe = (entered: Evidence, piece: Evidence): boolean =>
    entered.paragraph === null && (entered.footnote !== null ? entered.footnote === piece.footnote : partOf(entered) === partOf(piece));
  return known.find(
    (link) => !shown.has(linkKey(link)) && enteredIn(link).some((entered) => read.evidence.some((piece) => mayBe(entered, piece))),
  );
}

/** The citations of a document: new ones unless a person entered another verb for the place, or the text cited is younger. */
function mergeCitations(
  { document: { id: document }, links, cited, dated }: DocumentRecords,
  merging: Merging,
  footnotesRead: boolean,
): void {
  const { notes, known: nodes } = merging;
  const citations = links.filter(({ link }) => link === 'CITES');
  const shown = new Map(citations.map((link) => [linkKey(link), link]));
  const before = citationsOf(document, merging);
  const strangers = new Map(cited.map((node) => [node.id, node]));
  const rivals = new Set<LinkRecord>(); // told once, with the verb that was read
  const citing = nodes.find(document)?.date as string | null | undefined;

  for (const link of citations) {
    const stranger = nodes.find(link.to) ? undefined : strangers.get(link.to);
    const date = (nodes.find(link.to) ?? stranger)?.date as string | null | undefined;
    const entries = before.get(link.to) ?? [];
    const known = entries.find((entry) => linkKey(entry) === linkKey(link));
    const paragraph = link.evidence[0]?.paragraph ?? null;
    if (!known && citing && date && isAfter(date, citing)) {
      notes.conflict({
        document,
        paragraph,
        id: linkText(link),
        what: 'the text cited is younger',
        kept: `${citing} and ${date}`,
        read: null,
      });
      continue;
    }
    const refuse = (rival: LinkRecord, pieces: readonly Evidence[]): void => {
      rivals.add(rival);
      const read = `${link.verb} (${pieces.map(placeText).join('; ')})`;
      notes.conflict({
        document,
        paragraph: pieces[0]?.paragraph ?? null,
        id: linkText(link),
        what: 'verb',
        kept: String(rival.verb),
        read,
      });
    };
    const whole = known ? undefined : rivalOfLink(link, entries, shown);
    if (whole) {
      refuse(whole, link.evidence);
      continue;
    }
    const refused = link.evidence.filter((piece) => {
      const rival = rivalOfPlace(link, piece, entries, shown);
      if (rival) refuse(rival, [piece]);
      return rival !== undefined;
    });
    const evidence = link.evidence.filter((piece) => !refused.includes(piece));
    if (evidence.length === 0) continue;
    if (stranger) merging.mergeNode(stranger, document);
    const missing = merging.mergeLink({ ...link, evidence }, document);
    const unread = missing.filter((piece) => !refused.some((place) => sameParagraph(piece, place)));
    merging.noteMissing(link, expected(unread, footnotesRead), document);
  }
  for (const { id, date, source } of dated) {
    const node = nodes.find(id);
    if (node) merging.mergeNode({ ...node, alternateNames: [], date, sources: [source] }, document, ['date']);
  }
  for (const entry of [...before.values()].flat()) {
    if (shown.has(linkKey(entry)) || rivals.has(entry)) continue;
    const missing = entry.evidence.filter(
      (piece) => piece.document === document && (piece.method === 'EXTRACTED' || piece.method === 'CURATED'),
    );
    const others = citations.filter(({ to }) => to === entry.to);
    const instead = others.flatMap((link) => link.evidence.map((piece) => `${link.verb} (${placeText(piece)})`)).join('; ');
    merging.noteMissing(entry, expected(missing, footnotesRead), document, instead || null);
  }
}

/** Where the footnotes of the text were dropped, nobody expects to find what stands in them. */
const expected = (pieces: readonly Evidence[], footnotesRead: boolean): Evidence[] =>
  pieces.filter(({ where }) => footnotesRead || where !== 'FOOTNOTE');

/** RECOMMENDED, DRAFT_OF and CONTRIBUTED_TO: a link that is known from another source gets the document as further evidence. */
function mergeHeadAndList({ document: { id: document }, links, cited }: DocumentRecords, merging: Merging): void {
  const read = links.filter(({ link }) => link !== 'CITES');
  const strangers = new Map(cited.map((node) => [node.id, node]));
  for (const link of read) {
    for (const end of [link.from, link.to]) {
      const stranger = merging.known.find(end) ? undefined : strangers.get(end);
      if (stranger) merging.mergeNode(stranger, document);
    }
    const known = merging.links.find(linkKey(link));
    const stated = known?.evidence.find((piece) => piece.document === document);
    if (known && stated && stated.method !== 'EXTRACTED') {
      const { paragraph } = stated;
      merging.notes.note('known', { document, paragraph, id: linkText(link), what: placeText(stated) });
    } else merging.mergeLink(link, document);
  }
  const shown = new Set(read.map(linkKey));
  const listed = read.some(({ link }) => link === 'CONTRIBUTED_TO');
  for (const link of merging.links.values()) {
    const own = link.link === 'CONTRIBUTED_TO' && link.to === document && listed;
    if (!own || shown.has(linkKey(link))) continue;
    merging.noteMissing(
      link,
      link.evidence.filter((piece) => piece.document === document && (piece.method === 'EXTRACTED' || piece.method === 'CURATED')),
      document,
    );
  }
}

export function mergeLinks(records: DocumentRecords, merging: Merging, footnotesRead: boolean): void {
  mergeHeadAndList(records, merging);
  mergeCitations(records, merging, footnotesRead);
}

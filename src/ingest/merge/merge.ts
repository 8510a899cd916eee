/** Documents that were read, merged into a dataset: new facts come as EXTRACTED, known ones keep their curation, and what differs is told. */
import type { Dataset } from '../../domain/records.js';
import { datasetVersion } from '../../domain/version.js';
import type { DocumentReading } from '../facts.js';
import { documentNode } from './document-node.js';
import { mergeLinks } from './merge-links.js';
import type { MergeReport } from './merge-report.js';
import { askSort, asksAreClosed, contributionSort, contributionsAreClosed, mergeTold } from './merge-told.js';
import { Merging } from './merging.js';
import { promote } from './promote.js';
import { toRecords } from './to-records.js';

/**
 * Merges documents into a dataset. Pure: the dataset given is not changed. To merge the same documents again adds and completes nothing.
 *
 * - A row that is CURATED, INFERRED or UNVERIFIED is never changed; cells of a node that are empty are filled, and its note says so.
 * - An EXTRACTED row gets the paragraph and the footnote that it lacks.
 * - Where text and dataset differ, the dataset stays as it is and the report has a conflict.
 * - New rows stand behind the last row of their file that the same document states, else at the end of the file.
 *
 * @throws PublicError UNKNOWN_DOCUMENT for a document that can have no id
 */
export function mergeReading(dataset: Dataset, readings: readonly DocumentReading[]): { dataset: Dataset; report: MergeReport } {
  const { nodes, links, promoted, refused } = promote(dataset, readings);
  const merging = new Merging({ nodes, links });
  const { notes } = merging;
  for (const { read, known } of promoted) {
    notes.note('completed', { document: read.id, paragraph: null, id: read.id, what: `was ${known.id}, known only as cited` });
  }
  const left = new Set(refused.map(({ read }) => read.id));
  for (const { read, known } of refused) {
    notes.conflict({
      document: read.id,
      paragraph: null,
      id: known.id,
      what: 'kind of document; nothing of it was merged',
      kept: known.id,
      read: read.id,
    });
  }

  // What documents say of themselves comes first: a date of their own goes before the one that another text gives.
  const closed = new Map<DocumentReading, ReturnType<typeof asksAreClosed>>();
  const merged = readings.filter((reading) => {
    const document = documentNode(reading, merging.known);
    if (document === null || left.has(document.id)) return document === null;
    closed.set(reading, asksAreClosed(merging.known.find(document.id)));
    merging.mergeNode(document, document.id);
    return true;
  });
  for (const reading of merged) {
    const records = toRecords(reading, merging.known);
    const { id } = records.document;
    mergeLinks(records, merging, reading.footnotesRead);
    mergeTold(records.asks, id, askSort, merging, closed.get(reading) ?? (() => false));
    mergeTold(records.contributions, id, contributionSort, merging, contributionsAreClosed);
    notes.leaveOpen(id, records.unresolved, records.sessions);
  }
  const all = { nodes: merging.nodes.all(), links: merging.links.all() };
  const version = datasetVersion(dataset.version.replace(/\+.*$/, ''), all.nodes, all.links);
  return { dataset: { ...dataset, ...all, version }, report: notes.report() };
}

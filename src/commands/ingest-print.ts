/** What `wsis-graph ingest` prints for people: a line for each file, what was left open, and what a merge did. */
import type { DocumentReading } from '../ingest/facts.js';
import type { MergeConflict, MergeEntry, MergeReport } from '../ingest/merge/merge-report.js';
import { table } from './table.js';

/** A file with what was read in it, or with why it could not be read. */
export interface FileReading {
  file: string;
  reading?: DocumentReading;
  error?: { code: string; message: string };
}

/** A merge that was written. */
export interface MergeResult extends MergeReport {
  /** of the dataset after it */
  version: string;
  /** that were replaced; none when nothing was new */
  files: readonly string[];
}

const columns = ['file', 'family', 'symbol', 'paragraphs', 'citations', 'asks', 'contributors', 'contributions', 'unresolved'];

/** The numbered paragraphs of the document itself, without preamble and annexes. */
const numberedParagraphs = ({ paragraphs }: DocumentReading): number =>
  paragraphs.filter(({ number, annex }) => annex === null && number !== null && /^\d/.test(number)).length;

const rowOf = (file: string, reading: DocumentReading) => [
  file,
  reading.document.kind,
  reading.document.symbol,
  numberedParagraphs(reading),
  reading.citations.length,
  reading.asks.length,
  reading.contributors.length,
  reading.contributions.length,
  reading.unresolved.length,
];

const counted = (count: number, one: string, many = `${one}s`): string => `${count} ${count === 1 ? one : many}`;

/** The table of the files that were read, what their texts leave open, and, on the side of errors, the files that could not be read. */
export function printReadings(read: readonly FileReading[], writing: boolean): void {
  const rows = read.flatMap(({ file, reading }) => (reading ? [rowOf(file, reading)] : []));
  if (rows.length > 0) console.log(table(columns, rows));
  const open = read.flatMap(({ file, reading }) =>
    (reading?.unresolved ?? []).map(({ about, text, paragraph, reason }) => [file, paragraph, about, reason, text]),
  );
  if (open.length > 0) console.log(`\nunresolved\n${table(['file', 'paragraph', 'about', 'reason', 'text'], open)}`);
  const failed = read.flatMap(({ file, error }) => (error ? [`${file}: ${error.code}: ${error.message}`] : []));
  for (const line of failed) console.error(line);
  if (failed.length > 0 && writing)
    console.error(`Nothing was written: ${counted(failed.length, 'file')} of ${read.length} could not be read.`);
}

const short = (id: string): string => id.replace(/\b(?:resolution|report|outcome-document|other-document)\//g, '');

const entryRows = (entries: readonly MergeEntry[]) =>
  entries.map(({ document, paragraph, id, what }) => [short(document), paragraph, id === document ? '' : short(id), what]);

const conflictRows = (conflicts: readonly MergeConflict[]) =>
  conflicts.map(({ document, paragraph, id, what, kept, read }) => [
    short(document),
    paragraph,
    short(id),
    what,
    short(kept ?? '–'),
    short(read ?? '–'),
  ]);

/** What the merge added and completed, and where text and dataset differ. */
export function printMerge(merge: MergeResult, directory: string): void {
  const { added, completed, conflicts, unresolved, sessions, counts, files, version } = merge;
  const head = ['document', 'paragraph', 'fact', 'what'];
  if (added.length > 0) console.log(`\nadded\n${table(head, entryRows(added))}`);
  if (completed.length > 0) console.log(`\ncompleted\n${table(head, entryRows(completed))}`);
  if (conflicts.length > 0) {
    console.log(`\nconflicts: the dataset was left as it is\n${table([...head, 'dataset', 'text'], conflictRows(conflicts))}`);
  }
  if (unresolved.length > 0) {
    const rows = unresolved.map(({ document, paragraph, about, text, reason }) => [short(document), paragraph, about, reason, text]);
    console.log(`\nnot merged\n${table(['document', 'paragraph', 'about', 'reason', 'text'], rows)}`);
  }
  if (sessions.length > 0) {
    const named = [...new Set(sessions.map(({ session }) => session))];
    console.log(
      `\n${counted(sessions.length, 'mention')} of sessions of the Commission (${named.join(', ')}) became no links: a document cites documents.`,
    );
  }
  const done = `${counts.added} added, ${counts.completed} completed, ${counts.known} known, ${counted(counts.conflicts, 'conflict')}`;
  console.log(
    files.length > 0 ? `\n${directory}: ${done}; version ${version}; changed: ${files.join(', ')}` : `\n${directory}: nothing new; ${done}`,
  );
}

/** The work of `wsis-graph ingest`: reads every file, then writes all of what was read or nothing. */
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readConfig } from '../config.js';
import { causeOf } from '../dataset/files.js';
import { printProblems } from '../dataset/problems.js';
import { loadDataset, readDataset } from '../dataset/read-dataset.js';
import { replaceDatasetFiles } from '../dataset/replace.js';
import { writeDataset } from '../dataset/write.js';
import type { Dataset } from '../domain/records.js';
import { badInput, ErrorCode, PublicError } from '../errors.js';
import type { DocumentReading } from '../ingest/facts.js';
import { readDocument } from '../ingest/ingest.js';
import { type Knowledge, makeKnowledge } from '../ingest/knowledge.js';
import { documentNode } from '../ingest/merge/document-node.js';
import { KnownNodes } from '../ingest/merge/known-nodes.js';
import { mergeReading } from '../ingest/merge/merge.js';
import { onlyRead } from '../ingest/merge/only-read.js';
import { readSource } from '../ingest/source/read-source.js';
import { pagesOfText } from '../ingest/source/text-pages.js';
import { type FileReading, type MergeResult, printMerge, printReadings } from './ingest-print.js';
import { progressOn } from './progress.js';

export interface IngestOptions {
  out?: string;
  into?: string;
  json?: boolean;
}

/** What is wrong with a file, in a code and in words; what is no public error is a fault of ours. */
function faultOf(file: string, error: unknown): FileReading {
  if (error instanceof PublicError) {
    const { code, message } = error;
    return { file, error: { code, message: message.startsWith(`${file}: `) ? message.slice(file.length + 2) : message } };
  }
  const { name, message } = error as Error;
  const told = `a fault of the program; please report it with the document: ${name}: ${message}`;
  return { file, error: { code: ErrorCode.INTERNAL_SERVER_ERROR, message: told } };
}

/** Reads one file; its pages are forgotten when its facts are known. */
async function readFile(file: string, knowledge: Knowledge): Promise<FileReading> {
  try {
    const { pages, text } = await readSource(file);
    return { file, reading: readDocument(pages ?? pagesOfText(text ?? ''), knowledge) };
  } catch (error) {
    return faultOf(file, error);
  }
}

/** A document that can have no id has no place in a dataset. */
function withId(read: FileReading, known: KnownNodes): FileReading {
  if (!read.reading || documentNode(read.reading, known)) return read;
  const message = 'the text shows no symbol, so the document has no place in a dataset; look at its first page';
  return faultOf(read.file, new PublicError(ErrorCode.UNKNOWN_DOCUMENT, message));
}

/** Refuses a directory in which something stands already. */
async function checkEmpty(directory: string): Promise<void> {
  const names = await readdir(directory).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw badInput(`--out ${directory}: ${causeOf(error)}`);
  });
  if (names.length > 0) throw badInput(`--out ${directory}: there is something in this directory already; name an empty or a new one.`);
}

/** Writes a dataset that was written elsewhere first, and validated there. */
async function writeProven(directory: string, dataset: Dataset): Promise<void> {
  const temporary = await mkdtemp(join(tmpdir(), 'wsis-ingest-'));
  try {
    await writeDataset(temporary, dataset);
    const { problems } = await readDataset(temporary);
    if (problems.length > 0) {
      throw new PublicError(
        ErrorCode.INVALID_DATASET,
        `What was read would not be a valid dataset, so nothing was written:\n${printProblems(problems, 20)}`,
      );
    }
  } finally {
    await rm(temporary, { recursive: true, force: true });
  }
  await writeDataset(directory, dataset);
}

const writeFaults: Readonly<Record<string, string>> = {
  EACCES: 'this user may not write there',
  EPERM: 'this user may not write there',
  EROFS: 'nothing can be written on this disk',
  ENOSPC: 'the disk is full',
  ENOTDIR: 'this is a file, not a directory',
};

/** An error of the file system as one of the call: the directory is not one that can be written. */
async function writing<T>(option: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (error instanceof PublicError || typeof code !== 'string') throw error;
    throw badInput(`${option}: ${writeFaults[code] ?? `cannot be written (${code})`}`);
  }
}

async function mergeInto(directory: string, before: Dataset, readings: readonly DocumentReading[]): Promise<MergeResult> {
  const { dataset, report } = mergeReading(before, readings);
  const files = await writing(`--into ${directory}`, () => replaceDatasetFiles(directory, before, dataset));
  return { ...report, version: dataset.version, files };
}

/**
 * Reads the files, prints what they say, and writes it where the options ask for that.
 *
 * @returns false when a file could not be read; then nothing was written
 * @throws PublicError for a directory that cannot be used
 */
export async function ingestFiles(files: readonly string[], { out, into, json }: IngestOptions): Promise<boolean> {
  if (out !== undefined) await checkEmpty(out);
  const dataset = await loadDataset(into ?? readConfig().dataset);
  const knowledge = makeKnowledge(dataset.nodes, dataset.links);
  const known = new KnownNodes(dataset.nodes);
  const toWrite = out !== undefined || into !== undefined;

  const progress = progressOn(process.stderr);
  const read: FileReading[] = [];
  for (const [at, file] of files.entries()) {
    progress.tell(`reading ${at + 1} of ${files.length}: ${file}`);
    const one = await readFile(file, knowledge);
    read.push(toWrite ? withId(one, known) : one);
  }
  progress.end();

  const readings = read.flatMap(({ reading }) => reading ?? []);
  const good = readings.length === read.length;
  let merge: MergeResult | null = null;
  if (!json) printReadings(read, toWrite);
  if (good && out !== undefined) {
    const proposal = onlyRead(dataset, readings).dataset;
    await writing(`--out ${out}`, () => writeProven(out, proposal));
    if (!json) console.log(`\nwrote ${out}: ${proposal.nodes.length} nodes, ${proposal.links.length} links`);
  }
  if (good && into !== undefined) merge = await mergeInto(into, dataset, readings);
  if (!json && merge !== null && into !== undefined) printMerge(merge, into);
  if (json) {
    const printed = read.map(({ file, reading, error }) => (error ? { file, error } : { file, ...reading }));
    console.log(JSON.stringify(into === undefined ? printed : { files: printed, merge: merge && { ...merge, known: undefined } }));
  }
  return good;
}

/** The hand-made truth and the readings that it is compared with. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadDataset } from '../../src/dataset/read-dataset.js';
import type { DocumentReading } from '../../src/ingest/facts.js';
import { readDocument } from '../../src/ingest/ingest.js';
import { type Knowledge, makeKnowledge } from '../../src/ingest/knowledge.js';
import { readSource } from '../../src/ingest/source/read-source.js';
import { pagesOfText } from '../../src/ingest/source/text-pages.js';
import type { Truth } from './compare.js';

/** Every truth, by the name of its file. */
export function readTruth(project: string): Truth[] {
  const directory = join(project, 'tests/measure/truth');
  return readdirSync(directory)
    .sort()
    .map((file) => JSON.parse(readFileSync(join(directory, file), 'utf8')) as Truth);
}

/** What the dataset of the project lets `ingest` know. */
export async function readKnowledge(project: string): Promise<Knowledge> {
  const { nodes, links } = await loadDataset(join(project, 'seed'));
  return makeKnowledge(nodes, links);
}

/** Reads one document of the corpus. */
export async function readFile(path: string, knowledge: Knowledge): Promise<DocumentReading> {
  const { pages, text } = await readSource(path);
  return readDocument(pages ?? pagesOfText(text ?? ''), knowledge);
}

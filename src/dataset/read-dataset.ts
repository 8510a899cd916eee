/** Reads and validates a dataset directory: every problem at once, and the graph when there is none. */
import { kinds, linkNames, linkSpecs, nodeSpecs } from '../domain/graph.js';
import type { Dataset } from '../domain/records.js';
import { datasetVersion } from '../domain/version.js';
import type { Kind, LinkName } from '../domain/vocabulary.js';
import { ErrorCode, PublicError } from '../errors.js';
import { checkCircles } from './circles.js';
import { EvidenceReader } from './evidence.js';
import { manifestFile, readText, reportUnknownFiles } from './files.js';
import { checkRuleNames } from './inference-rules.js';
import { checkCitations, checkObligations, checkParts, checkTargets, type LinksByName } from './link-rules.js';
import { type LinkEntry, linkTable } from './links.js';
import { greatestManifestSize, readManifest } from './manifest.js';
import { checkNodeEvidence, checkSessions } from './node-rules.js';
import { nodeTable } from './nodes.js';
import { type Problem, Problems, printProblems } from './problems.js';
import { Register } from './register.js';
import type { TableReader } from './table.js';

/** How much was read: nodes of each kind and links of each name (rows that say the same of one link count once). */
export interface DatasetCounts {
  nodes: number;
  links: number;
  byKind: Readonly<Record<Kind, number>>;
  byLink: Readonly<Record<LinkName, number>>;
}

export interface ReadResult {
  /** null when there is any problem */
  dataset: Dataset | null;
  /** by file and line */
  problems: readonly Problem[];
  counts: DatasetCounts;
}

/** Is told, while a dataset is read, of each megabyte or file: which file, and how many of its characters are read. */
export type OnReading = (file: string, characters: number) => void;

/** Reads a file into a table; false when it is no sound text. */
async function readTable(directory: string, file: string, table: TableReader, problems: Problems, onReading: OnReading): Promise<boolean> {
  let characters = 0;
  return readText(directory, file, problems, (text) => {
    table.add(text);
    characters += text.length;
    onReading(file, characters);
  });
}

async function readAllNodes(directory: string, evidence: EvidenceReader, problems: Problems, onReading: OnReading): Promise<Register> {
  const register = new Register();
  for (const kind of kinds) {
    const table = nodeTable(kind, evidence, register, problems);
    const isText = await readTable(directory, nodeSpecs[kind].file, table, problems, onReading);
    if (!isText || !table.end()) register.markUnread(kind);
  }
  return register;
}

async function readAllLinks(directory: string, evidence: EvidenceReader, register: Register, problems: Problems, onReading: OnReading) {
  const all: LinkEntry[][] = [];
  const complete = new Map<LinkName, readonly LinkEntry[]>();
  for (const name of linkNames) {
    const { table, links: linksOf } = linkTable(name, evidence, register, problems);
    if (!(await readTable(directory, linkSpecs[name].file, table, problems, onReading))) continue;
    const isComplete = table.end();
    const links = linksOf();
    all.push(links);
    if (isComplete) complete.set(name, links);
  }
  return { entries: all.flat(), complete };
}

function checkRules(register: Register, links: LinksByName, problems: Problems): void {
  checkNodeEvidence(register, problems);
  checkSessions(register, problems);
  checkObligations(register, links, problems);
  checkParts(register, links, problems);
  checkTargets(register, links, problems);
  checkCitations(register, links, problems);
  checkCircles(links, problems);
}

function countBy<T extends string>(keys: readonly T[], found: Iterable<T>): Record<T, number> {
  const counts = Object.fromEntries(keys.map((key) => [key, 0])) as Record<T, number>;
  for (const key of found) counts[key]++;
  return counts;
}

/** Reads the dataset in a directory. Faults of the data are problems, never exceptions. */
export async function readDataset(directory: string, onReading: OnReading = () => undefined): Promise<ReadResult> {
  const problems = new Problems();
  const counts = (nodes: readonly { kind: Kind }[], links: readonly { link: LinkName }[]): DatasetCounts => ({
    nodes: nodes.length,
    links: links.length,
    byKind: countBy(
      kinds,
      nodes.map(({ kind }) => kind),
    ),
    byLink: countBy(
      linkNames,
      links.map(({ link }) => link),
    ),
  });
  if (!(await reportUnknownFiles(directory, problems))) return { dataset: null, problems: problems.sorted(), counts: counts([], []) };

  let text = '';
  const addText = (piece: string) => {
    text += piece;
  };
  const isText = await readText(directory, manifestFile, problems, addText, greatestManifestSize);
  const manifest = isText ? readManifest(text, problems) : null;
  const evidence = new EvidenceReader();
  const register = await readAllNodes(directory, evidence, problems, onReading);
  const { entries, complete } = await readAllLinks(directory, evidence, register, problems, onReading);
  checkRules(register, complete, problems);
  if (manifest && !problems.has(manifestFile)) checkRuleNames(manifest.rules, register, entries, problems);

  const nodes = register.entries.map(({ record }) => record);
  const links = entries.map(({ record }) => record);
  const sound = manifest !== null && problems.none;
  const dataset = sound ? { ...manifest, version: datasetVersion(manifest.version, nodes, links), nodes, links } : null;
  return { dataset, problems: problems.sorted(), counts: counts(nodes, links) };
}

const mostProblemsTold = 50;

/**
 * Reads the dataset in a directory, or refuses it.
 *
 * @throws PublicError INVALID_DATASET with the first 50 problems as file:line and the number of the rest
 */
export async function loadDataset(directory: string, onReading?: OnReading): Promise<Dataset> {
  const { dataset, problems } = await readDataset(directory, onReading);
  if (dataset) return dataset;
  const head = `the dataset in ${directory} has ${problems.length} ${problems.length === 1 ? 'problem' : 'problems'}:`;
  throw new PublicError(ErrorCode.INVALID_DATASET, `${head}\n${printProblems(problems, mostProblemsTold)}`, { problems: problems.length });
}

/** Brings a dataset directory to a new state: only files that change are written, and none before the whole has been read and found valid. */
import { copyFile, mkdir, mkdtemp, readFile, realpath, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { kinds, linkNames, linkSpecs, nodeSpecs } from '../domain/graph.js';
import { linkKey } from '../domain/link-key.js';
import type { Dataset } from '../domain/records.js';
import { ErrorCode, PublicError } from '../errors.js';
import { changeLinkFile, changeNodeFile } from './change-file.js';
import { manifestFile, tableFiles } from './files.js';
import { printProblems } from './problems.js';
import { readDataset } from './read-dataset.js';

const mostProblemsTold = 20;

/** The new texts of the files that change, in the order in which they must be put in place: nodes before the links between them. */
async function changedFiles(directory: string, before: Dataset, after: Dataset): Promise<Map<string, string>> {
  const texts = new Map<string, string>();
  const bytesOf = (file: string) => readFile(join(directory, file));
  const changed = <T>(old: readonly T[], now: readonly T[], keyOf: (record: T) => string) => {
    const known = new Map(old.map((record) => [keyOf(record), JSON.stringify(record)]));
    const isChanged = (record: T) => known.get(keyOf(record)) !== JSON.stringify(record);
    return { isChanged, any: old.length !== now.length || now.some(isChanged) };
  };
  for (const kind of kinds) {
    const nodesOf = ({ nodes }: Dataset) => nodes.filter((node) => node.kind === kind);
    const now = nodesOf(after);
    const { any, isChanged } = changed(nodesOf(before), now, ({ id }) => id);
    const { file } = nodeSpecs[kind];
    if (any) texts.set(file, changeNodeFile(await bytesOf(file), kind, now, isChanged));
  }
  for (const name of linkNames) {
    const linksOf = ({ links }: Dataset) => links.filter(({ link }) => link === name);
    const now = linksOf(after);
    const { any, isChanged } = changed(linksOf(before), now, linkKey);
    const { file } = linkSpecs[name];
    if (any) texts.set(file, changeLinkFile(await bytesOf(file), name, now, isChanged));
  }
  return texts;
}

/** A directory beside the dataset, so that the same disk holds it; where nobody may write there, one for temporary files. */
async function temporaryDirectory(directory: string): Promise<string> {
  const beside = `${resolve(directory)}.new-`;
  return mkdtemp(beside).catch(() => mkdtemp(join(tmpdir(), 'wsis-dataset-')));
}

/** Reads the dataset as it would be, and refuses it when it has a problem or is not what it should be. */
async function prove(directory: string, version: string): Promise<void> {
  const { dataset, problems } = await readDataset(directory);
  if (dataset?.version === version) return;
  const told = dataset ? 'its files were changed by somebody else meanwhile; run it again' : printProblems(problems, mostProblemsTold);
  throw new PublicError(ErrorCode.INVALID_DATASET, `The merged dataset would not be valid, so nothing was written:\n${told}`);
}

/** Puts files in the place of others, each at once or not at all; a full disk shows before the first is replaced. */
async function moveInto(directory: string, temporary: string, files: readonly string[]): Promise<void> {
  const targets = await Promise.all(files.map((file) => realpath(join(directory, file))));
  try {
    // Beside each file first: it may be on another disk than the temporary directory.
    for (const [at, target] of targets.entries()) await copyFile(join(temporary, files[at] as string), `${target}.new`);
    for (const target of targets) await rename(`${target}.new`, target);
  } finally {
    await Promise.all(targets.map((target) => rm(`${target}.new`, { force: true })));
  }
}

/**
 * Replaces the files that differ between two states of a dataset. Rows that did not change stay byte by byte; dataset.json and README.md are left alone.
 *
 * @param before what readDataset made of the directory
 * @returns the files that were replaced, relative to the directory; none when nothing differs
 * @throws PublicError INVALID_DATASET when the new state would not validate, or somebody else changed the directory meanwhile
 */
export async function replaceDatasetFiles(directory: string, before: Dataset, after: Dataset): Promise<string[]> {
  const texts = await changedFiles(directory, before, after);
  if (texts.size === 0) return [];
  const temporary = await temporaryDirectory(directory);
  try {
    await mkdir(join(temporary, dirname(linkSpecs.CITES.file)));
    for (const file of [...tableFiles, manifestFile]) {
      const text = texts.get(file);
      if (text === undefined) await copyFile(join(directory, file), join(temporary, file));
      else await writeFile(join(temporary, file), text);
    }
    await prove(temporary, after.version);
    await moveInto(directory, temporary, [...texts.keys()]);
    return [...texts.keys()];
  } finally {
    await rm(temporary, { recursive: true, force: true });
  }
}

/** The files of a dataset directory: which ones belong there, and their text, piece by piece, when it is sound UTF-8. */
import { isUtf8 } from 'node:buffer';
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { kinds, linkNames, linkSpecs, nodeSpecs } from '../domain/graph.js';
import { type Pieces, piecesOf } from './pieces.js';
import type { Problems } from './problems.js';

/** The file that names version, licence and sources. */
export const manifestFile = 'dataset.json';

/** The greatest size of a file in bytes: larger ones are refused before they are read. */
export const greatestFileSize = 1_000_000_000;

/** Every file that must be there beside dataset.json. */
export const tableFiles: readonly string[] = [
  ...kinds.map((kind) => nodeSpecs[kind].file),
  ...linkNames.map((name) => linkSpecs[name].file),
];

const causes: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  ENOTDIR: 'there is no such file: what should be its directory is none',
  ELOOP: 'is a loop of symbolic links',
  EISDIR: 'is a directory, not a file',
  EACCES: 'may not be read',
};

/** Why the operating system refused, as words. */
export function causeOf(error: unknown): string {
  const code = (error as NodeJS.ErrnoException)?.code ?? String(error);
  return causes[code] ?? `cannot be read (${code})`;
}

/** Reports what does not belong into the directory; false when the directory itself cannot be read. */
export async function reportUnknownFiles(directory: string, problems: Problems): Promise<boolean> {
  const known = new Set([...tableFiles, manifestFile, 'README.md', 'links']);
  let names: string[];
  try {
    names = await readdir(directory);
  } catch (error) {
    problems.add('.', 1, `${directory} is not a directory that can be read: ${causeOf(error)}`);
    return false;
  }
  // A links directory that cannot be read shows in each of its files.
  const links = await readdir(join(directory, 'links')).catch(() => []);
  for (const file of [...names, ...links.map((name) => `links/${name}`)]) {
    if (!known.has(file)) problems.add(file, 1, 'does not belong to a dataset: no kind of node or link has this file');
  }
  return true;
}

/** The line that holds the byte at an offset. */
function lineAt(bytes: Buffer, offset: number): number {
  let line = 1;
  for (let at = bytes.indexOf(10); at !== -1 && at < offset; at = bytes.indexOf(10, at + 1)) line++;
  return line;
}

/** The first line that is not UTF-8; no sequence of UTF-8 crosses a line feed, so lines can be judged alone. */
function firstBadLine(bytes: Buffer): number {
  let line = 1;
  let start = 0;
  for (let end = bytes.indexOf(10); end !== -1 && isUtf8(bytes.subarray(start, end)); end = bytes.indexOf(10, start)) {
    start = end + 1;
    line++;
  }
  return line;
}

/** The byte order mark. */
const mark = [0xef, 0xbb, 0xbf];

const startsWith = (bytes: Buffer, ...start: number[]): boolean => start.every((byte, index) => bytes[index] === byte);

type Refuse = (message: string, line?: number) => false;

/** Whether the bytes are sound UTF-8; what is wrong with them is told. */
async function isSound(pieces: Pieces, problems: Problems, file: string, refuse: Refuse): Promise<boolean> {
  let lines = 0;
  let isFirst = true;
  for await (const bytes of pieces()) {
    if (isFirst && (startsWith(bytes, 0xff, 0xfe) || startsWith(bytes, 0xfe, 0xff))) return refuse('is UTF-16; save it as UTF-8');
    if (isFirst && startsWith(bytes, ...mark)) problems.add(file, 1, 'begins with a byte order mark; save it as UTF-8 without one');
    if (!isUtf8(bytes)) return refuse('is not UTF-8 here (Windows-1252 or Latin-1?); save it as UTF-8', lines + firstBadLine(bytes));
    const zero = bytes.indexOf(0);
    if (zero !== -1) return refuse('holds a zero byte (UTF-16 or a binary file?); save it as UTF-8', lines + lineAt(bytes, zero));
    lines += lineAt(bytes, bytes.length) - 1;
    isFirst = false;
  }
  return isFirst ? refuse('is empty') : true;
}

/**
 * Hands over the text of a file in pieces of whole lines; false with a problem, and nothing handed over, when it cannot be read or is no sound text.
 * It is looked through before, so that nobody is told of rows that a wrong encoding spoiled.
 */
export async function readText(
  directory: string,
  file: string,
  problems: Problems,
  onText: (text: string) => void,
  limit = greatestFileSize,
): Promise<boolean> {
  const path = join(directory, file);
  const refuse: Refuse = (message, line = 1) => {
    problems.add(file, line, message);
    return false;
  };
  try {
    const found = await stat(path);
    if (found.isDirectory()) return refuse(causes.EISDIR as string);
    if (!found.isFile()) return refuse('is not a regular file');
    if (found.size > limit) return refuse(`has ${found.size} bytes; the limit is ${limit}`);
    const pieces = await piecesOf(path, found.size);
    if (!(await isSound(pieces, problems, file, refuse))) return false;
    let isFirst = true;
    for await (const bytes of pieces()) {
      onText((isFirst && startsWith(bytes, ...mark) ? bytes.subarray(mark.length) : bytes).toString('utf8'));
      isFirst = false;
    }
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).syscall === undefined) throw error;
    return refuse(causeOf(error));
  }
}

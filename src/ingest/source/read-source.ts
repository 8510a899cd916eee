/** Reads a file as a PDF or as a text, by what is in it and not by its name, or says what is wrong with it and what to do. */
import { type FileHandle, open, stat } from 'node:fs/promises';
import { ErrorCode, PublicError } from '../../errors.js';
import { decodeText, formOf } from './decode-text.js';
import type { Page } from './pages.js';
import { readPdf } from './pdf.js';

export interface Source {
  path: string;
  form: 'PDF' | 'TEXT';
  /** of a PDF; null for a text, of which text-pages.ts makes pages */
  pages: Page[] | null;
  /** of a text, with line feeds only; null for a PDF */
  text: string | null;
}

/** In millions of bytes. The longest texts of the United Nations have a few of them, the largest PDFs some tens. */
export const largestSource = { TEXT: 20, PDF: 100 } as const;

/** PDF allows other bytes before its mark, which must be among the first 1,024. */
const headLength = 1_024;

const unreadable = (message: string): PublicError => new PublicError(ErrorCode.UNREADABLE_DOCUMENT, message);

const faults: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file; check the name and the folder',
  ENOTDIR: 'there is no such file; check the name and the folder',
  EACCES: 'this user may not read the file; change its permissions',
  EPERM: 'this user may not read the file; change its permissions',
  ELOOP: 'the link leads back to itself; name the file itself',
};

/** What is wrong, in the words of the public error or by the code of the file system. */
function reasonOf(error: unknown): string {
  if (error instanceof PublicError) return error.message;
  const { code, message } = error as NodeJS.ErrnoException;
  return faults[code ?? ''] ?? `the file cannot be read (${code ?? message}); check its name and its disk`;
}

async function readHead(file: FileHandle): Promise<Buffer> {
  const head = Buffer.alloc(headLength);
  const { bytesRead } = await file.read(head, 0, headLength, 0);
  return head.subarray(0, bytesRead);
}

async function readOpened(path: string, file: FileHandle, size: number): Promise<Source> {
  const form = formOf(await readHead(file));
  if (size > largestSource[form] * 1_000_000) {
    const found = Math.ceil(size / 1_000_000);
    throw unreadable(
      `the ${form === 'PDF' ? 'PDF' : 'text'} has ${found} MB, over the limit of ${largestSource[form]} MB; cut it into parts`,
    );
  }
  const bytes = await file.readFile();
  if (form === 'PDF') return { path, form, pages: await readPdf(bytes), text: null };
  return { path, form, pages: null, text: decodeText(bytes) };
}

/**
 * The pages of a PDF, or the text of a text.
 *
 * @throws PublicError UNREADABLE_DOCUMENT with the path, what is wrong and what to do
 */
export async function readSource(path: string): Promise<Source> {
  let file: FileHandle | null = null;
  try {
    // Before it is opened, because opening a pipe waits for whoever writes into it.
    const status = await stat(path);
    if (status.isDirectory()) throw unreadable('this is a folder; name the files in it');
    if (!status.isFile()) throw unreadable('this is a device or a pipe; save the document as a file');
    if (status.size === 0) throw unreadable('the file is empty; download it again');
    file = await open(path, 'r');
    return await readOpened(path, file, status.size);
  } catch (error) {
    throw unreadable(`${path}: ${reasonOf(error)}`);
  } finally {
    await file?.close();
  }
}

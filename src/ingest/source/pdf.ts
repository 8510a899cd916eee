/** Reads the pages of a PDF, within limits of time and memory. */
import { Worker } from 'node:worker_threads';
import { ErrorCode, PublicError } from '../../errors.js';
import type { Page } from './pages.js';
import type { PdfAnswer, PdfTask } from './pdf-thread.js';

export interface PdfLimits {
  pages: number;
  /** for the whole file */
  seconds: number;
  /** by which the process may grow while it reads */
  megabytes: number;
}

/** Far above what the United Nations print: 500 pages take three seconds and grow the process by 100 MB. Files are read one after the other, or they share the memory. */
export const pdfLimits: PdfLimits = { pages: 2_000, seconds: 60, megabytes: 500 };

/** How often the memory is looked at, in milliseconds. */
const watch = 50;

const unreadable = (message: string): PublicError => new PublicError(ErrorCode.UNREADABLE_DOCUMENT, message);

/** @param reason the library's own words, of which one short line is told */
const damaged = (reason: string): PublicError =>
  unreadable(
    `the PDF is damaged (${reason
      .replace(/[^\x21-\x7E]+/g, ' ')
      .replace(/\.$/, '')
      .slice(0, 120)}); download it again, or bring its text`,
  );

/**
 * The thread that reads. A thread, because the PDF library works without pause: no timer of this one would come to its turn while a hostile file is
 * parsed, but a thread can be ended from outside. From source (tests) there is no compiled file, so tsx compiles it there.
 */
function startThread(task: PdfTask, megabytes: number): Worker {
  const options = { workerData: task, stdout: true, stderr: true, resourceLimits: { maxOldGenerationSizeMb: megabytes } };
  if (!import.meta.url.endsWith('.ts')) return new Worker(new URL('./pdf-thread.js', import.meta.url), options);
  const source = JSON.stringify(new URL('./pdf-thread.ts', import.meta.url).href);
  return new Worker(`import('tsx/esm/api').then(({ tsImport }) => tsImport(${source}, ${source}))`, { ...options, eval: true });
}

/**
 * The pages of a PDF, with the footnotes told from the text and without running heads and feet; lines are counted over all pages.
 *
 * @throws PublicError UNREADABLE_DOCUMENT, without the name of the file, when it is encrypted, scanned, damaged, cut off or over a limit
 */
export async function readPdf(bytes: Uint8Array, limits: PdfLimits = pdfLimits): Promise<Page[]> {
  if (!endsWhole(bytes)) throw unreadable('the PDF is cut off before its end; download it again');
  const answer = await answerOf(startThread({ bytes, mostPages: limits.pages }, limits.megabytes), limits);
  if ('pages' in answer) return answer.pages;
  switch (answer.failure) {
    case 'ENCRYPTED':
      throw unreadable('the PDF is encrypted and asks for a password; save a copy without one and read that');
    case 'NO_TEXT':
      throw unreadable('the PDF has no text on any page, so it is a scan; run text recognition (OCR) over it first');
    case 'NO_LETTERS':
      throw unreadable('the text of the PDF cannot be told from its fonts; run text recognition (OCR) over it, or bring the text');
    case 'DAMAGED':
      throw damaged(answer.reason);
    case 'TOO_LONG':
      throw unreadable(`the PDF has ${answer.pageCount} pages, over the limit of ${limits.pages}; cut it into parts`);
  }
}

/** Whether the mark of its end stands at the end of the file. Without this check the library would give what there is of it, in silence. */
function endsWhole(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).subarray(-2_048).includes('%%EOF');
}

function answerOf(thread: Worker, { seconds, megabytes }: PdfLimits): Promise<PdfAnswer> {
  const before = process.memoryUsage.rss();
  let timers: NodeJS.Timeout[] = [];
  return new Promise<PdfAnswer>((resolve, reject) => {
    const tooLarge = (): void => reject(unreadable(`the PDF needs more than ${megabytes} MB of memory to read; cut it into parts`));
    timers = [
      setTimeout(() => reject(unreadable(`the PDF could not be read within ${seconds} seconds; bring its text`)), seconds * 1_000),
      // The limit of the thread holds for objects only, not for the bytes that a stream unpacks to.
      setInterval(() => process.memoryUsage.rss() - before > megabytes * 2 ** 20 && tooLarge(), watch),
    ];
    thread.on('message', resolve);
    thread.on('error', (error: NodeJS.ErrnoException) =>
      error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? tooLarge() : reject(damaged(error.message)),
    );
    thread.on('exit', () => reject(damaged('its reading broke off')));
  }).finally(async () => {
    for (const timer of timers) clearTimeout(timer);
    await thread.terminate();
  });
}

/** Reads a PDF in a thread of its own, so that a hostile file can be stopped; see pdf.ts, which starts it. Nothing else loads the PDF library. */
import { parentPort, workerData } from 'node:worker_threads';
import { getDocumentProxy, getResolvedPDFJS } from 'unpdf';
import type { Page } from './pages.js';
import type { Piece } from './pdf-cells.js';
import type { PrintedPage } from './pdf-furniture.js';
import { layOut } from './pdf-layout.js';
import { type Rule, rowsOf, withRules } from './pdf-rows.js';
import { type Codes, type DrawnBox, type DrawnText, type Matrix, matrixOf, Pen } from './pdf-text.js';

export interface PdfTask {
  bytes: Uint8Array;
  mostPages: number;
}

/** What the thread answers: the pages, or why there are none. */
export type PdfAnswer =
  | { pages: Page[] }
  | { failure: 'ENCRYPTED' | 'NO_TEXT' | 'NO_LETTERS' }
  | { failure: 'TOO_LONG'; pageCount: number }
  | { failure: 'DAMAGED'; reason: string };

type Document = Awaited<ReturnType<typeof getDocumentProxy>>;

// The library calls this, which Node.js has from version 21 on, when it hands over a font.
const buffers = ArrayBuffer.prototype as { transferToFixedLength?: (this: ArrayBuffer, length: number) => ArrayBuffer };
buffers.transferToFixedLength ??= function (length) {
  return this.slice(0, length);
};

/** After a fault inside a page the library goes on without the rest of it, and only warns; that must not pass in silence. */
const damage = /ignoring errors during|Error during font loading/;
let damaged = false;
console.warn = (warning: unknown): void => {
  damaged ||= damage.test(String(warning));
};

/** The quarter turns that most of the text of a page makes; text in other directions (a stamp across the page) is left out. */
function turnsOfMost(texts: readonly DrawnText[]): number {
  const letters = [0, 0, 0, 0];
  for (const { text, matrix } of texts) {
    const turns = turnsOf(matrix);
    if (turns !== null) letters[turns] = (letters[turns] ?? 0) + text.length;
  }
  return letters.indexOf(Math.max(...letters));
}

/** Quarter turns clockwise; null where the text runs aslant. */
function turnsOf([a, b]: Matrix): number | null {
  const exact = (Math.atan2(b, a) * 2) / Math.PI + 4;
  const whole = Math.round(exact);
  return Math.abs(exact - whole) < 0.05 ? whole % 4 : null;
}

/** The drawn lines that may part footnotes from the text: thin, and short in the width of the page. */
function rulesOf(boxes: readonly DrawnBox[], { width, height }: Paper): Rule[] {
  const thin = boxes.filter(({ left, top, right, bottom }) => bottom - top < 2 && right - left > 30 && right - left < width / 2);
  return thin.map(({ left, right, bottom }) => ({ x: left, right, baseline: height - bottom }));
}

/** The library's AnnotationMode.DISABLE. */
const withoutAnnotations = 0;

interface Paper {
  width: number;
  height: number;
}

async function readPage(document: Document, number: number, codes: Codes): Promise<PrintedPage> {
  const page = await document.getPage(number);
  const view = page.getViewport({ scale: 1 });
  const unitOf = (font: string): number => {
    const [unit] = page.commonObjs.has(font) ? ((page.commonObjs.get(font) as { fontMatrix?: number[] }).fontMatrix ?? []) : [];
    return unit ?? 0.001;
  };
  const pen = new Pen(matrixOf(view.transform), codes, unitOf);
  const { texts, boxes } = pen.follow(await page.getOperatorList({ annotationMode: withoutAnnotations }));
  if (damaged) throw new Error(`page ${number} cannot be read whole`);
  const turns = turnsOfMost(texts);
  const { width, height } = turns % 2 === 0 ? view : { width: view.height, height: view.width };
  const pieces = texts
    .filter(({ matrix }) => turnsOf(matrix) === turns)
    .map(({ text, matrix: [, , c, d, e, f], width: length, font, spaced }): Piece => {
      const x = [e, f, view.width - e, view.height - f][turns] ?? e;
      const down = [f, view.width - e, view.height - f, e][turns] ?? f;
      return { text, x, right: x + length, baseline: height - down, size: Math.hypot(c, d), font, spaced };
    })
    // What stands off the page, or is no place at all in a damaged file, nobody sees.
    .filter(({ x, right, baseline, size }) => size > 0 && right > 0 && x < width && baseline > 0 && baseline < height);
  page.cleanup();
  const rows = rowsOf(pieces, width);
  return { number, width, height, rows: turns === 0 ? withRules(rows, rulesOf(boxes, view)) : rows };
}

async function read({ bytes, mostPages }: PdfTask): Promise<PdfAnswer> {
  const { OPS, VerbosityLevel } = await getResolvedPDFJS();
  // Images are of no use here, so none is unpacked: the largest allowed has one dot.
  const document = await getDocumentProxy(bytes, { verbosity: VerbosityLevel.WARNINGS, disableFontFace: true, maxImageSize: 1 });
  if (document.numPages > mostPages) return { failure: 'TOO_LONG', pageCount: document.numPages };
  const printed: PrintedPage[] = [];
  for (let number = 1; number <= document.numPages; number++) printed.push(await readPage(document, number, OPS));
  await document.destroy();
  const text = printed.flatMap(({ rows }) => rows.flat().map((cell) => cell.text));
  const printable = text.reduce((sum, line) => sum + line.replace(/[\s\d\p{P}]/gu, '').length, 0);
  if (printable === 0) return { failure: 'NO_TEXT' };
  const letters = text.reduce((sum, line) => sum + line.replace(/[^\p{L}]/gu, '').length, 0);
  if (letters < printable / 2) return { failure: 'NO_LETTERS' };
  return { pages: layOut(printed) };
}

/** What the library throws: an exception of its own with a name and a message. */
const isException = (error: unknown): error is { name: string; message: string } =>
  typeof error === 'object' && error !== null && 'name' in error && 'message' in error;

function failureOf(error: unknown): PdfAnswer {
  if (!isException(error)) return { failure: 'DAMAGED', reason: String(error) };
  return error.name === 'PasswordException' ? { failure: 'ENCRYPTED' } : { failure: 'DAMAGED', reason: error.message };
}

const post = (answer: PdfAnswer): void => parentPort?.postMessage(answer);
// The library leaves some faults of a damaged file to nobody.
process.on('unhandledRejection', (error) => post(failureOf(error)));
read(workerData as PdfTask).then(post, (error: unknown) => post(failureOf(error)));

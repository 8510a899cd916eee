/** Tells the furniture of printed pages from their text: running heads, page numbers, job numbers and bar codes, by their bands, forms and repetition. */
import type { Cell, Row } from './pdf-cells.js';
import { isRule } from './pdf-footnotes.js';

export interface PrintedPage {
  /** from 1 */
  number: number;
  width: number;
  height: number;
  /** from the top */
  rows: readonly Row[];
}

/** The shares of the page's height in which furniture stands, at the foot and at the head. */
const footBand = 0.13;
const headBand = 0.2;
/** Points by which a repeated line may be higher or lower on another page. */
const drift = 6;
/** Rows of a running head at most; and those down to which the form of a page number is believed, because a table may hold the like. */
const mostHeadRows = 10;
const mostFormRows = 4;
/** Rows farther apart than this, in sizes of the type, are not of one head. */
const headGap = 2.2;

/** `2`, `2/15`, `Page 2 of 15`, `– 2 –`. */
const pageNumber = /^(?:page |[–—-] ?)?(\d{1,4})(?:(?: ?\/ ?| of )\d{1,4}| ?[–—-])?$/i;
/** `25-20763`, `25-20763 (E) 161225`, `GE.08-50976`, `02 55623 (E)`, `N0255623`. */
const jobNumber = /^(?:[A-Z]{1,3}\.?)?\d{2}[-– ]?\d{5}(?: ?\([A-Z]\))?(?: \d{6}){0,3}$/;
/** "/..." at the foot says that the text goes on. */
const goingOn = /^\/\s?(?:\.{3}|…)$/;
const barCode = /^\*[A-Z0-9]{6,14}\*$/;
const symbol = /^[A-Z]{1,8}\/[A-Z0-9][A-Za-z0-9/.()*–−-]{1,60}(?: [A-Z])?$/;
/** A footnote may be the same on many pages, and is no furniture. */
const likeNote = /^(?:[⁰¹²³⁴⁵⁶⁷⁸⁹*]|\d{1,3} )/;

const isForm = ({ text }: Cell): boolean => jobNumber.test(text) || barCode.test(text) || goingOn.test(text);
const heightOf = (row: Row): number => row[0]?.baseline ?? 0;

/** Where each text stands in the bands of all pages, to see what is repeated. */
class Repetitions {
  private readonly places = new Map<string, { page: number; baseline: number }[]>();

  constructor(pages: readonly PrintedPage[]) {
    for (const { number, height, rows } of pages) {
      for (const { text, baseline } of rows.flat()) {
        if (baseline > footBand * height && baseline < (1 - headBand) * height) continue;
        const places = this.places.get(text) ?? [];
        if (places.length < 5_000) places.push({ page: number, baseline });
        this.places.set(text, places);
      }
    }
  }

  /** On how many other pages the text stands at this height. */
  count({ text, baseline }: Cell, page: number): number {
    const others = this.places.get(text)?.filter((place) => place.page !== page && Math.abs(place.baseline - baseline) <= drift);
    return new Set(others?.map((place) => place.page)).size;
  }
}

/** What is known of the whole document when a page is read. */
interface Known {
  repetitions: Repetitions;
  pageCount: number;
  /** text of the first page on one line, with the title that running heads repeat in parts */
  firstPage: string;
  /** symbols that stand alone on the first page */
  symbols: ReadonlySet<string>;
  /** by how much printed page numbers differ from counted ones, where two pages say so */
  offsets: ReadonlySet<number>;
  bodySize: number;
}

function isPageNumber({ text }: Cell, page: number, { offsets }: Known): boolean {
  const [, number] = pageNumber.exec(text) ?? [];
  return number !== undefined && (Number(number) === page || offsets.has(Number(number) - page));
}

/** The offsets that numbers in the bands have to their pages, twice or more. */
function offsetsOf(pages: readonly PrintedPage[]): Set<number> {
  const counts = new Map<number, Set<number>>();
  for (const { number, height, rows } of pages) {
    for (const { text, baseline } of rows.flat()) {
      const inBand = baseline < footBand * height || baseline > (1 - headBand / 2) * height;
      const [, printed] = (inBand && pageNumber.exec(text)) || [];
      if (printed === undefined) continue;
      const offset = Number(printed) - number;
      counts.set(offset, (counts.get(offset) ?? new Set()).add(number));
    }
  }
  return new Set([...counts].filter(([, on]) => on.size > 1).map(([offset]) => offset));
}

/** The rows above the foot: it begins with the first row of the band that has the form of a foot or is repeated, and goes to the end of the page. */
function withoutFoot({ number, height, rows }: PrintedPage, known: Known): readonly Row[] {
  const often = known.pageCount > 3 ? 2 : 1;
  const isFoot = (row: Row): boolean =>
    heightOf(row) < footBand * height &&
    (row.some(({ text }) => jobNumber.test(text) || barCode.test(text)) ||
      (!isRule(row) &&
        row.every(
          (cell) =>
            isForm(cell) ||
            isPageNumber(cell, number, known) ||
            (!likeNote.test(cell.text) && known.repetitions.count(cell, number) >= often),
        )));
  const at = rows.findIndex(isFoot);
  if (at < 0) return rows;
  const top = heightOf(rows[at] as Row);
  // What stands beside the job number is set a little higher or lower: "Please recycle" with its mark.
  return rows.slice(0, at).filter((row) => heightOf(row) - top > (row[0]?.size ?? 0));
}

/**
 * The rows under the running head of a page after the first. The head goes down to the last row that holds the symbol of the document or the number of
 * the page, and on over the rows close under it that are repeated on other pages.
 */
function withoutHead(rows: readonly Row[], { number, height }: PrintedPage, known: Known): readonly Row[] {
  if (number === 1) return rows;
  const band = rows.slice(0, mostHeadRows).filter((row) => heightOf(row) > (1 - headBand) * height);
  const isMarked = (row: Row, index: number): boolean =>
    row.some((cell) => known.symbols.has(cell.text) || (index < mostFormRows && (isForm(cell) || isPageNumber(cell, number, known))));
  const isRepeated = (row: Row): boolean =>
    !isRule(row) && row.every((cell) => isPageNumber(cell, number, known) || known.repetitions.count(cell, number) > 0);
  // A short document has a head on one page only: small type that the first page has too.
  const isTitle = (row: Row): boolean =>
    row.every(({ text, size }) => size < known.bodySize * 0.95 && text.length > 3 && known.firstPage.includes(text));
  const isClose = (row: Row, above: Row | undefined): boolean =>
    above === undefined || heightOf(above) - heightOf(row) < headGap * (row[0]?.size ?? 0);
  let end = band.findLastIndex(isMarked) + 1;
  for (const row of band.slice(end)) {
    if (!(isRepeated(row) || isTitle(row)) || !isClose(row, band[end - 1])) break;
    end++;
  }
  return rows.slice(end);
}

/** The pages without running heads and feet. The head of the first page, which names the document, stays. */
export function withoutFurniture(pages: readonly PrintedPage[], bodySize: number): PrintedPage[] {
  const first = pages[0]?.rows.flat() ?? [];
  const known: Known = {
    repetitions: new Repetitions(pages),
    pageCount: pages.length,
    firstPage: first.map(({ text }) => text).join(' '),
    symbols: new Set(first.map(({ text }) => text).filter((text) => symbol.test(text))),
    offsets: offsetsOf(pages),
    bodySize,
  };
  return pages.map((page) => ({ ...page, rows: withoutHead(withoutFoot(page, known), page, known) }));
}

/** Makes pages of text from printed pages: furniture and footnotes taken out, columns in reading order, empty lines where the page leaves room. */
import { type Line, type Page, superscripts } from './pages.js';
import { BrokenWords } from './pdf-broken-words.js';
import { type Cell, ofMost } from './pdf-cells.js';
import { inReadingOrder } from './pdf-columns.js';
import { FootnoteReader, isRule } from './pdf-footnotes.js';
import { type PrintedPage, withoutFurniture } from './pdf-furniture.js';

/** Room over this share of the distance between lines parts blocks. */
const blockGap = 1.22;
/** A line farther in than this share of its size is indented. */
const indent = 1;
const strayMark = new RegExp(`^([${superscripts}]{1,3}) (.+)$`);

/** The distance between the baselines of a paragraph, for each size of type: the one that is found most often. */
class Pitches {
  private readonly bySize = new Map<number, number>();

  constructor(pages: readonly (readonly Cell[])[]) {
    const found = new Map<number, [number, number][]>();
    for (const cells of pages) {
      for (const [index, { size, baseline }] of cells.entries()) {
        const before = cells[index - 1];
        const distance = before ? Math.round((before.baseline - baseline) * 2) / 2 : 0;
        if (before?.size !== size || distance < 0.9 * size || distance > 2.5 * size) continue;
        const distances = found.get(size);
        if (distances) distances.push([distance, 1]);
        else found.set(size, [[distance, 1]]);
      }
    }
    for (const [size, distances] of found) if (distances.length > 2) this.bySize.set(size, ofMost(distances) ?? 1.2 * size);
  }

  of(size: number): number {
    return this.bySize.get(size) ?? 1.2 * size;
  }
}

/** The pages as lines of text, still without their numbers. */
class TextBuilder {
  private readonly pitches: Pitches;
  private readonly margin: number;
  private readonly font: string;
  private before: Cell | null = null;

  constructor(pages: readonly (readonly (readonly Cell[])[])[]) {
    const cells = pages.flat(2);
    this.pitches = new Pitches(pages.flat());
    this.margin = ofMost(cells.map(({ x }) => [Math.round(x), 1])) ?? 0;
    this.font = ofMost(cells.map(({ font, text }) => [font, text.length])) ?? '';
  }

  /** The lines of a page. An empty first line says that the page begins with a new block, as far as its first line shows it. */
  read(groups: readonly (readonly Cell[])[]): string[] {
    const lines: string[] = [];
    const blank = (): void => void (lines.at(-1) !== '' && lines.push(''));
    for (const [index, group] of groups.entries()) {
      for (const [at, cell] of group.entries()) {
        const above = group[at - 1];
        if (above ? this.isApart(above, cell) : index > 0 || this.beginsBlock(cell)) blank();
        lines.push(cell.text);
        this.before = cell;
      }
    }
    return lines;
  }

  private isApart(above: Cell, cell: Cell): boolean {
    const pitch = Math.max(this.pitches.of(above.size), this.pitches.of(cell.size));
    return above.baseline - cell.baseline > blockGap * pitch;
  }

  /** Whether the first line of a page is no more of what ended the page before: it is indented, or set in other type. */
  private beginsBlock({ x, size, font, text }: Cell): boolean {
    if (!this.before) return false;
    const indented = x - this.margin > indent * size && x - this.before.x > indent * size;
    return indented || size !== this.before.size || (font !== this.font && font !== this.before.font && /^[\p{Lu}\d]/u.test(text));
  }
}

/** Raised digits that begin a line belong to the word that ends the line before. */
function pullMarks(lines: string[]): string[] {
  for (const [index, line] of lines.entries()) {
    const before = lines[index - 1];
    const [start, mark = '', rest = ''] = strayMark.exec(line) ?? [];
    if (!start || !before) continue;
    lines[index - 1] = before + mark;
    lines[index] = rest;
  }
  return lines;
}

/** The pages of a document. */
export function layOut(printed: readonly PrintedPage[]): Page[] {
  const sizes = printed.flatMap(({ rows }) => rows.flat().map(({ size, text }): [number, number] => [size, text.length]));
  const bodySize = ofMost(sizes) ?? 0;
  const pages = withoutFurniture(printed, bodySize);
  const words = new BrokenWords(pages.flatMap(({ rows }) => rows.flat().map(({ text }) => text)));
  const notes = new FootnoteReader(bodySize, words);
  const read = pages.map(({ number, rows }) => ({ number, ...notes.read(rows) }));
  const ordered = read.map(({ rows }) => inReadingOrder(rows.filter((row) => !isRule(row))));
  const builder = new TextBuilder(ordered);
  let line = 0;
  return read.map(({ number, footnotes }, index): Page => {
    const texts = words.mend(pullMarks(builder.read(ordered[index] ?? [])));
    return { number, lines: texts.map((text): Line => ({ text, line: ++line })), footnotes };
  });
}

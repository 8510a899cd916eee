/** Follows the drawing instructions of a page and notes where its text stands, by the widths of the glyphs. */

/** [a, b, c, d, e, f]: x' = ax + cy + e, y' = bx + dy + f. */
export type Matrix = readonly [number, number, number, number, number, number];

const unmoved: Matrix = [1, 0, 0, 1, 0, 0];

/** The transformation that does the second first. */
export const multiply = ([a, b, c, d, e, f]: Matrix, [p, q, r, s, t, u]: Matrix): Matrix => [
  a * p + c * q,
  b * p + d * q,
  a * r + c * s,
  b * r + d * s,
  a * t + c * u + e,
  b * t + d * u + f,
];

/** A word or a part of one, as it was drawn. */
export interface DrawnText {
  text: string;
  /** of a type of size 1 at the beginning of the text, onto the page */
  matrix: Matrix;
  /** in the direction of the text */
  width: number;
  font: string;
  /** whether a space was drawn before it */
  spaced: boolean;
}

/** The box of something filled or stroked, onto the page. */
export interface DrawnBox {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

export interface Drawing {
  texts: DrawnText[];
  boxes: DrawnBox[];
}

/** The instructions of a page as the PDF library gives them: codes, each with its arguments. */
export interface Instructions {
  fnArray: readonly number[];
  argsArray: readonly unknown[];
}

/** The names of the instructions, with their codes. */
export type Codes = Readonly<Record<string, number>>;

interface Glyph {
  unicode: string;
  /** in thousandths of the type size */
  width: number;
  isSpace: boolean;
}

/** Room between two glyphs, in sizes of the type, that parts words where no space is drawn. */
export const wordGap = 0.2;

/** States may be nested by the page as deep as this; what a hostile page saves beyond is lost. */
const deepest = 1_000;

interface State {
  transform: Matrix;
  font: string;
  /** of a glyph's width to the type size; other than a thousandth in fonts that are drawings */
  unit: number;
  size: number;
  letterSpace: number;
  wordSpace: number;
  stretch: number;
  leading: number;
  rise: number;
}

const isNumber = (value: unknown): value is number => typeof value === 'number';
const isGlyph = (value: unknown): value is Glyph => typeof value === 'object' && value !== null && 'unicode' in value && 'width' in value;
const isList = (value: unknown): value is ArrayLike<unknown> => Array.isArray(value) || ArrayBuffer.isView(value);

/** The numbers among arguments, those of a list in them too. */
const numbersOf = (value: unknown): number[] =>
  isList(value)
    ? Array.from(value)
        .flatMap((inner) => (isList(inner) ? Array.from(inner) : [inner]))
        .filter(isNumber)
    : [];

/** The numbers of a transformation, whatever list they are in. */
export function matrixOf(value: unknown): Matrix {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = numbersOf(value);
  return [a, b, c, d, e, f];
}

/** What a page draws, in the order in which it draws it. */
export class Pen {
  readonly drawing: Drawing = { texts: [], boxes: [] };
  private state: State;
  private readonly saved: State[] = [];
  private line: Matrix = unmoved;
  /** from the beginning of the line, in its direction */
  private x = 0;
  private spaced = false;
  private readonly steps: Readonly<Record<number, (args: readonly unknown[]) => void>>;

  /**
   * @param view of the page onto the paper, down from its upper left corner
   * @param unitOf what a thousand of a glyph's width is for a font, in sizes of the type
   */
  constructor(
    view: Matrix,
    codes: Codes,
    private readonly unitOf: (font: string) => number,
  ) {
    const type = { font: '', unit: 0.001, size: 0, letterSpace: 0, wordSpace: 0, stretch: 1, leading: 0, rise: 0 };
    this.state = { transform: view, ...type };
    this.steps = this.stepsOf(codes);
  }

  follow({ fnArray, argsArray }: Instructions): Drawing {
    for (const [index, code] of fnArray.entries()) {
      const args = argsArray[index];
      this.steps[code]?.(isList(args) ? Array.from(args) : []);
    }
    return this.drawing;
  }

  private stepsOf(codes: Codes): Record<number, (args: readonly unknown[]) => void> {
    const steps: Readonly<Record<string, (args: readonly unknown[]) => void>> = {
      save: () => this.save(),
      restore: () => this.restore(),
      transform: (args) => this.move(matrixOf(args)),
      paintFormXObjectBegin: ([matrix]) => {
        this.save();
        if (isList(matrix)) this.move(matrixOf(matrix));
      },
      paintFormXObjectEnd: () => this.restore(),
      beginText: () => this.beginLine(unmoved),
      setTextMatrix: (args) => this.beginLine(matrixOf(args)),
      moveText: ([x, y]) => this.moveLine(Number(x), Number(y)),
      setLeadingMoveText: ([x, y]) => {
        this.state.leading = -Number(y);
        this.moveLine(Number(x), Number(y));
      },
      nextLine: () => this.moveLine(0, -this.state.leading),
      setFont: ([font, size]) => {
        this.state.font = String(font);
        this.state.unit = this.unitOf(this.state.font);
        this.state.size = Number(size);
      },
      setCharSpacing: ([space]) => {
        this.state.letterSpace = Number(space);
      },
      setWordSpacing: ([space]) => {
        this.state.wordSpace = Number(space);
      },
      setHScale: ([percent]) => {
        this.state.stretch = Number(percent) / 100;
      },
      setLeading: ([leading]) => {
        this.state.leading = Number(leading);
      },
      setTextRise: ([rise]) => {
        this.state.rise = Number(rise);
      },
      showText: ([glyphs]) => this.show(isList(glyphs) ? Array.from(glyphs) : []),
      constructPath: ([paint, , box]) => {
        if (paint !== codes.endPath) this.box(numbersOf(box));
      },
    };
    return Object.fromEntries(Object.entries(steps).flatMap(([name, step]) => (codes[name] === undefined ? [] : [[codes[name], step]])));
  }
  private save(): void {
    if (this.saved.length < deepest) this.saved.push({ ...this.state });
  }

  private restore(): void {
    this.state = this.saved.pop() ?? this.state;
  }

  private move(matrix: Matrix): void {
    this.state.transform = multiply(this.state.transform, matrix);
  }

  private beginLine(matrix: Matrix): void {
    this.line = matrix;
    this.x = 0;
  }

  private moveLine(x: number, y: number): void {
    this.beginLine(multiply(this.line, [1, 0, 0, 1, x, y]));
  }

  /** Notes the words among the glyphs, which carry numbers between them: by how much the next one moves back, in thousandths of the size. */
  private show(glyphs: readonly unknown[]): void {
    const { size, stretch, unit, letterSpace, wordSpace } = this.state;
    let word = '';
    let start = this.x;
    let end = this.x;
    const close = (): void => {
      if (word !== '') this.note(word, start, end);
      word = '';
    };
    for (const glyph of glyphs) {
      if (isNumber(glyph)) {
        this.x -= ((glyph * size) / 1000) * stretch;
        continue;
      }
      if (!isGlyph(glyph)) continue;
      const blank = glyph.unicode.trim() === '';
      if (blank || Math.abs(this.x - end) > wordGap * Math.abs(size)) close();
      if (blank) this.spaced = true;
      else {
        if (word === '') start = this.x;
        word += glyph.unicode;
      }
      const width = glyph.width * unit * size * stretch;
      if (!blank) end = this.x + width;
      this.x += width + (letterSpace + (glyph.isSpace ? wordSpace : 0)) * stretch;
    }
    close();
  }

  private note(text: string, start: number, end: number): void {
    const { size, stretch, rise, transform, font } = this.state;
    const place = multiply(transform, this.line);
    const matrix = multiply(place, [size * stretch, 0, 0, size, start, rise]);
    const width = (end - start) * Math.hypot(place[0], place[1]);
    this.drawing.texts.push({ text, matrix, width, font, spaced: this.spaced });
    this.spaced = false;
  }

  private box([x = 0, y = 0, right = 0, top = 0]: readonly number[]): void {
    const corners = [
      [x, y],
      [right, top],
    ].map(([u = 0, v = 0]) => multiply(this.state.transform, [1, 0, 0, 1, u, v]));
    const across = corners.map(([, , , , e]) => e);
    const down = corners.map(([, , , , , f]) => f);
    this.drawing.boxes.push({ left: Math.min(...across), right: Math.max(...across), top: Math.min(...down), bottom: Math.max(...down) });
  }
}

/** Headings: which block is one, at what level, and which stand above a paragraph. */
import type { Block } from './blocks.js';

/** By what numbers it: `II.`, `A.`, `1.`, `(a)`, or nothing. From the outermost in. */
export type HeadingLevel = 'ROMAN' | 'CAPITAL' | 'DIGIT' | 'LETTER' | 'PLAIN';
const levels: readonly HeadingLevel[] = ['ROMAN', 'CAPITAL', 'DIGIT', 'LETTER', 'PLAIN'];

const roman = /^([IVX]{1,5})\. \p{Lu}/u;
const capital = /^([A-Z])\. \p{Lu}/u;
const longestHeading = 200;

/** The level of a block that is a heading, or null: short, with no stop at its end and a capital at its beginning. */
export function headingLevel({ text, number, letter }: Block): HeadingLevel | null {
  const plain = text.replace(/(?<![⁰¹²³⁴⁵⁶⁷⁸⁹])[⁰¹²³⁴⁵⁶⁷⁸⁹]+$/, '').trim();
  if (plain === '' || plain.length > longestHeading || /[.;:,]$/.test(plain)) return null;
  if (!/^[\p{Lu}\d“"‘]/u.test(plain)) return null;
  if (number !== null) return /^\p{Lu}/u.test(plain) || /^\d/.test(plain) ? 'DIGIT' : null;
  if (letter !== null) return 'LETTER';
  if (capital.test(plain)) return roman.test(plain) ? 'ROMAN' : 'CAPITAL';
  return roman.test(plain) ? 'ROMAN' : 'PLAIN';
}

/** The headings above what is being read. */
export class HeadingPath {
  private stack: { level: HeadingLevel; name: string }[] = [];

  get names(): readonly string[] {
    return this.stack.map(({ name }) => name);
  }

  clear(): void {
    this.stack = [];
  }

  /** Goes under a heading: those of its level and deeper end. `C.` after `B.` is a capital, although it could be a roman hundred. */
  enter(level: HeadingLevel, name: string): void {
    const sister = this.stack.find((heading) => heading.level === 'CAPITAL');
    const first = name.charAt(0);
    const follows = sister !== undefined && first.charCodeAt(0) === sister.name.charCodeAt(0) + 1 && name.charAt(1) === '.';
    const own = level === 'ROMAN' && follows ? 'CAPITAL' : level;
    this.stack = [...this.stack.filter((heading) => levels.indexOf(heading.level) < levels.indexOf(own)), { level: own, name }];
  }
}

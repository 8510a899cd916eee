/** Builds the outline of a document from its blocks: head, preamble, numbered paragraphs, annexes, headings, and footnotes tied to their places. */
import type { Where } from '../../domain/vocabulary.js';
import { joinLines } from '../source/join-lines.js';
import { type Page, superscripts } from '../source/pages.js';
import { verbAtStart } from '../verbs.js';
import { type Block, blocksOf, preambleStart } from './blocks.js';
import { HeadingPath, headingLevel } from './headings.js';
import type { Mark, Outline, Paragraph } from './outline.js';

/** `The General Assembly,` alone; `The General Assembly` before "Adopts the following …"; the Council likewise. */
const opening = /^The (?:General Assembly|Economic and Social Council),?$/;
const openingInLine = /^The (?:General Assembly|Economic and Social Council),? (?=[A-Z])/;
const closing = /^\d{1,3}(?:st|nd|rd|th) (?:\(?[a-z]+\)? )?(?:plenary )?meeting\b/;
const annexTitle = /^Annex(?: ([IVX]{1,5}))?$/;
/** A clause of a resolution in the third person: `Requests the Secretary-General …`, `Also decides …`. */
const finiteStart = /^(?:(?:Also|Further|Again|Strongly|Moreover) )?[A-Z]?[a-z]{3,13}s\b/;
const raisedRun = new RegExp(`[${superscripts}]{1,3}`, 'g');

const plainNumber = (raised: string): number => Number([...raised].map((digit) => superscripts.indexOf(digit)).join(''));

/** The text without raised digits, and where they stood. A number that is no footnote of the document (10⁶) is a mark without a note. */
export function takeMarks(text: string): { text: string; marks: Mark[] } {
  const marks: Mark[] = [];
  let plain = '';
  let copied = 0;
  for (const match of text.matchAll(raisedRun)) {
    plain += text.slice(copied, match.index);
    marks.push({ at: plain.length, note: plainNumber(match[0]) });
    copied = match.index + match[0].length;
  }
  return { text: plain + text.slice(copied), marks };
}

/** A paragraph while its blocks are gathered. */
interface Draft {
  number: string | null;
  where: Where;
  annex: string | null;
  section: readonly string[];
  /** its text, block by block */
  pieces: string[];
  parts: { letter: string; from: number; to: number }[];
  page: number;
  from: number;
  to: number;
}

/** ACT: a resolution, decision or draft, with a preamble; REPORT: numbered paragraphs alone; NOTE: paragraphs without numbers. */
export type OutlineForm = 'ACT' | 'REPORT' | 'NOTE';

/** What is read at the moment, and how far the numbers have come. */
class Builder {
  readonly head: string[] = [];
  readonly drafts: Draft[] = [];
  private state: 'HEAD' | 'PREAMBLE' | 'TEXT' | 'CLOSED' = 'HEAD';
  private annex: string | null = null;
  private next = 1;
  private preambular = 0;
  private readonly path = new HeadingPath();

  private readonly act: boolean;

  constructor(private readonly form: OutlineForm) {
    this.act = form === 'ACT';
  }

  read(block: Block): void {
    const annex = annexTitle.exec(block.text);
    if (annex && this.state !== 'HEAD') this.beginAnnex(annex[1] ?? 'I');
    else if (this.state === 'HEAD') this.readHead(block);
    else if (this.act && closing.test(block.text)) {
      this.state = 'CLOSED';
      this.head.push(...block.lines);
    } else if (this.state === 'CLOSED') {
      this.head.push(...block.lines);
    } else if (this.isNext(block)) this.beginParagraph(block);
    else if (block.number !== null && this.inSentence()) this.append(this.drafts.at(-1), block);
    else if (block.letter) this.readPart(block);
    else if (this.state === 'PREAMBLE') this.readPreamble(block);
    else this.readText(block);
  }

  private beginAnnex(number: string): void {
    this.annex = number;
    this.next = 1;
    this.path.clear();
    this.state = 'TEXT';
  }

  private readHead(block: Block): void {
    const text = printed(block);
    if (this.form === 'NOTE') {
      this.readNote(block);
      return;
    }
    const inLine = openingInLine.exec(text);
    if (this.act && (opening.test(text) || inLine)) {
      this.state = 'PREAMBLE';
      if (inLine) this.readPreamble({ ...block, text: text.slice(inLine[0].length) });
    } else if (!this.act && this.isNext(block)) {
      this.state = 'TEXT';
      this.beginParagraph(block);
    } else {
      this.head.push(...block.lines);
    }
  }

  /** A note is text from the first whole sentence on; what stands above, and headings, are not. */
  private readNote(block: Block): void {
    const text = printed(block);
    if (text.startsWith('#') || (this.drafts.length === 0 && !/[.:]$/.test(bare(text)))) this.head.push(...block.lines);
    else if (headingLevel(block) && !/\d\/\d|https?:/.test(text)) this.path.enter(headingLevel(block) ?? 'PLAIN', text);
    else this.add(block, 'BODY', null, text);
  }

  private isNext(block: Block): boolean {
    if (block.number === null) return false;
    const number = Number(block.number);
    const known =
      this.state === 'HEAD' && !this.act
        ? number === 1
        : number === this.next || (number > this.next && number <= this.next + 2 && this.next > 1);
    // The first paragraph of an act may have lost its number; a clause is one although it lost its stop.
    const afterLost = this.act && this.state === 'PREAMBLE' && this.preambular > 0 && number === 2;
    const clause = this.act && (verbAtStart(block.text, 'THIRD') !== null || /^We\b/.test(block.text));
    return (known || afterLost) && (clause || headingLevel(block) !== 'DIGIT');
  }

  private add(block: Block, where: Where, number: string | null, text = block.text): void {
    const { page, from, to } = block;
    this.drafts.push({ number, where, annex: this.annex, section: this.path.names, pieces: [text], parts: [], page, from, to });
  }

  private beginParagraph(block: Block): void {
    this.next = Number(block.number) + 1;
    this.state = 'TEXT';
    this.add(block, this.annex ? 'ANNEX' : this.act ? 'OPERATIVE' : 'BODY', block.number);
  }

  private readPart(block: Block): void {
    const last = this.drafts.at(-1);
    if (!last || (!this.act && headingLevel(block) === 'LETTER')) {
      this.path.enter('LETTER', printed(block));
      return;
    }
    last.parts.push({ letter: block.letter ?? '', from: block.from, to: block.to });
    this.append(last, block);
  }

  private readPreamble(block: Block): void {
    const text = printed(block);
    if (preambleStart.test(text) && (/[,;]$/.test(bare(text)) || text.length > 160)) {
      this.preambular++;
      this.add(block, 'PREAMBLE', `PP${this.preambular}`, text);
    } else if (finiteStart.test(text) && /[.;:]$/.test(bare(text)) && this.preambular > 0) {
      // An operative part of one paragraph has no number in print; it is the first.
      this.state = 'TEXT';
      this.next = 2;
      this.add(block, 'OPERATIVE', '1', text);
    } else if (bare(text).length > 60 || /[,;:]$/.test(bare(text))) {
      this.add(block, 'PREAMBLE', null, text);
    } else {
      this.path.enter(headingLevel(block) ?? 'PLAIN', text);
    }
  }

  /** Under the numbered paragraphs: a heading, or more of the paragraph before. */
  private readText(block: Block): void {
    const level = headingLevel(block);
    const last = this.drafts.at(-1);
    if (level) this.path.enter(level, printed(block));
    else if (last && this.next > 1 && last.where !== 'PREAMBLE') this.append(last, block);
    else this.add(block, this.annex ? 'ANNEX' : this.act ? 'PREAMBLE' : 'BODY', null, printed(block));
  }

  /** Whether the paragraph read last has not come to a stop: then a number at the beginning of a line belongs to it. */
  private inSentence(): boolean {
    const last = this.drafts.at(-1);
    return last !== undefined && this.state === 'TEXT' && !/[.;:,]$/.test(bare(last.pieces.at(-1) ?? ''));
  }

  private append(draft: Draft | undefined, block: Block): void {
    if (!draft) return;
    draft.pieces.push(printed(block));
    draft.to = block.to;
  }
}

/** A block as it was printed, with its number or letter. */
function printed({ number, letter, text }: Block): string {
  if (number !== null) return `${number}. ${text}`.trim();
  return letter === null ? text : `(${letter}) ${text}`.trim();
}

const bare = (text: string): string => text.replace(raisedRun, '').trim();

/**
 * The outline of a document. Numbers must follow one another (a gap of two is allowed, for a number that was lost); a number out of turn is part of
 * the text or a heading. They begin anew in each annex.
 *
 * @throws nothing: what fits no form is left in the head
 */
export function buildOutline(pages: readonly Page[], form: OutlineForm): Outline {
  const builder = new Builder(form);
  for (const block of blocksOf(pages)) builder.read(block);
  const paragraphs = builder.drafts.map(({ pieces, ...draft }): Paragraph => ({ ...draft, ...takeMarks(joinLines(pieces)) }));
  const footnotes = new Map<number, string[]>();
  for (const { number, text } of pages.flatMap((page) => page.footnotes)) footnotes.set(number, [...(footnotes.get(number) ?? []), text]);
  return { head: builder.head.map((line) => takeMarks(line).text), paragraphs, footnotes };
}

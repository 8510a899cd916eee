/** Makes pages of a plain text: taken from a PDF with its furniture, typed, or parsed into one paragraph a line. */
import { raiseMarks } from './footnote-marks.js';
import { findPageBreaks, isJobNumber } from './furniture.js';
import { joinLines } from './join-lines.js';
import { type Footnote, type Line, type Page, superscripts } from './pages.js';

/** `_______________`, the rule above footnotes. */
const rule = /^_{5,}$/;
const noteStart = /^(\d{1,3})[ .]{1,3}(\S.*)$/;
/** `* A/76/50.`: the agenda under the masthead; its number is 0. */
const starNote = /^\*{1,3} ?[A-Z]\S/;
const raisedStart = new RegExp(`^([${superscripts}]{1,3}) ?(\\S.*)$`);

const plainNumber = (raised: string): number => Number([...raised].map((digit) => superscripts.indexOf(digit)).join(''));

/** A line without what only the form of the file put there: markup of headings and emphasis, runs of spaces, invisible characters. */
function cleanLine(line: string): string {
  const plain = line
    .replace(/[\u00AD\u200B-\u200F\u2060\uFEFF]/g, '')
    .replace(/[\u2010\u2011]/g, '-')
    // Not by a pattern for runs: one of half a million spaces can exhaust the stack of the engine.
    .split(/\s/)
    .filter((word) => word !== '')
    .join(' ');
  if (!/[*#<_\\]/.test(plain)) return plain;
  return plain
    .replace(/^#{1,6} (?!source:)/, '')
    .replace(/<\/?(?:sup|sub|b|i|em|strong|br ?\/?)>/gi, '')
    .replace(/\*\*/g, '')
    .replace(/(^|[\s("“])\*(?=\S)([^*]{1,300})\*/g, '$1$2')
    .replace(/\\([_[\]])/g, '$1')
    .trim();
}

/** A footnote while its lines are gathered. */
interface OpenNote {
  number: number;
  lines: string[];
}
const closed = (notes: readonly OpenNote[]): Footnote[] => notes.map(({ number, lines }) => ({ number, text: joinLines(lines) }));

/** The footnotes under the rule of a page: each begins with the next number; what comes before the first goes on from the page before. */
function readNotes(lines: readonly Line[], expected: number): { notes: Footnote[]; carried: string } {
  const notes: OpenNote[] = [];
  const carried: string[] = [];
  // Where empty lines stand between footnotes, a number that begins any other line is part of the footnote: "New York,", "17 March 2022".
  const spaced = lines.some(({ text }, at) => at > 0 && text === '' && noteStart.test(lines[at + 1]?.text ?? ''));
  for (const [at, { text }] of lines.entries()) {
    const [, digits, rest] = noteStart.exec(text) ?? [];
    const number = Number(digits);
    const last = notes.at(-1);
    const follows = last && last.number > 0 ? number === last.number + 1 : number === expected || number === 1;
    const apart = !spaced || at === 0 || lines[at - 1]?.text === '';
    if (digits && rest && follows && apart) notes.push({ number, lines: [rest] });
    else if (starNote.test(text)) notes.push({ number: 0, lines: [text] });
    else (last?.lines ?? carried).push(text);
  }
  return { notes: closed(notes), carried: joinLines(carried) };
}

/** Cuts lines after each run of footnotes that begin with raised digits: there the printed page ended, and the text goes on in the next part. */
function splitAtRaisedNotes(lines: readonly Line[]): { lines: Line[]; notes: Footnote[] }[] {
  interface Part {
    lines: Line[];
    notes: OpenNote[];
  }
  let part: Part = { lines: [], notes: [] };
  const parts = [part];
  let inside = false;
  let apart = false;
  for (const line of lines) {
    const [, digits, rest] = raisedStart.exec(line.text) ?? [];
    const last = part.notes.at(-1);
    if (digits && rest) {
      part.notes.push({ number: plainNumber(digits), lines: [rest] });
      inside = true;
    } else if (inside && line.text === '') {
      apart = true;
      continue;
    } else if (inside && last && (!apart || /^Note: /.test(line.text))) {
      last.lines.push(line.text);
    } else {
      if (inside) {
        part = { lines: [], notes: [] };
        parts.push(part);
      }
      inside = false;
      part.lines.push(line);
    }
    apart = false;
  }
  return parts.map(({ lines: own, notes }) => ({ lines: own, notes: closed(notes) }));
}

/** A mark that lost its footnote: "Plan of Action1 and". Raised, so that it cannot be taken for part of the word. */
const raiseOrphans = (text: string): string =>
  text.replace(/(\p{Ll}{3}[”’);,.]?)(\d{1,2})(?=[\s,;.:]|$)/gu, (_, before: string, digits: string) => before + toRaised(digits));
const toRaised = (digits: string): string => [...digits].map((digit) => superscripts[Number(digit)]).join('');

interface Part {
  lines: readonly Line[];
  footnotes: readonly Footnote[];
  /** what stands under the rule before the first number: the end of the last footnote of the page before */
  carried: string;
}

function readPage(lines: readonly Line[], lastNote: number): Part[] {
  const ruleAt = lines.findIndex(({ text }) => rule.test(text));
  const under = ruleAt < 0 ? { notes: [], carried: '' } : readNotes(lines.slice(ruleAt + 1), lastNote + 1);
  const parts = splitAtRaisedNotes(ruleAt < 0 ? lines : lines.slice(0, ruleAt));
  return parts.map((part, index) => {
    const final = index === parts.length - 1;
    const notes = final ? under.notes : [];
    const text = part.lines.map((line) => line.text).join('\n');
    const texts = (
      notes.length > 0
        ? raiseMarks(
            text,
            notes.map(({ number }) => number),
          )
        : raiseOrphans(text)
    ).split('\n');
    const own = part.lines.map((line, at) => ({ text: texts[at] ?? '', line: line.line }));
    return { lines: own, footnotes: [...part.notes, ...notes], carried: final ? under.carried : '' };
  });
}

/** The pages of a text; furniture is gone, footnotes are told from the text, their marks are raised. Linear in the length. */
export function pagesOfText(text: string): Page[] {
  const lines = text.split(/\r\n|[\n\r\f\u2028\u2029]/).map((line, index) => ({ text: cleanLine(line), line: index + 1 }));
  const breaks = findPageBreaks(lines.map((line) => line.text));
  const starts = [0, ...breaks.map(({ to }) => to)];
  const ends = [...breaks.map(({ from }) => from), lines.length];
  const pages: Page[] = [];
  let lastNote = 0;
  for (const [index, start] of starts.entries()) {
    const own = lines.slice(start, ends[index]).filter((line) => !isJobNumber(line.text));
    for (const { carried, ...part } of readPage(own, lastNote)) {
      const before = pages.at(-1);
      const open = before?.footnotes.at(-1);
      if (before && open && carried) {
        const longer = { ...open, text: joinLines([open.text, carried]) };
        pages[pages.length - 1] = { ...before, footnotes: [...before.footnotes.slice(0, -1), longer] };
      }
      lastNote = part.footnotes.at(-1)?.number ?? lastNote;
      // In a text the empty lines at the top of a page say nothing; in print they begin a block.
      const first = part.lines.findIndex(({ text: line }) => line !== '');
      pages.push({ number: pages.length + 1, ...part, lines: part.lines.slice(Math.max(0, first)) });
    }
  }
  return pages;
}

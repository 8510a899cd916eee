/** Plain text into pages: furniture dropped, footnotes told from the text, their marks raised. */
import { decodeText } from '../../../src/ingest/source/decode-text.js';
import { raiseMarks } from '../../../src/ingest/source/footnote-marks.js';
import { findPageBreaks, isJobNumber, isSymbolLine } from '../../../src/ingest/source/furniture.js';
import { pagesOfText } from '../../../src/ingest/source/text-pages.js';
import { invented } from '../../support/invented-documents.js';

const textOf = (text: string): string =>
  pagesOfText(text)
    .flatMap((page) => page.lines.map((line) => line.text))
    .filter(Boolean)
    .join(' ');
const notesOf = (text: string) => pagesOfText(text).flatMap((page) => page.footnotes.map(({ number, text }) => `${number}: ${text}`));

describe('page furniture', () => {
  test.each([
    ['29-12345'],
    ['29-12345 (E)'],
    ['29-12345 (E) 161228'],
    ['29-12345 (E)    161228    161228'],
    ['GE.29-12345'],
    ['V.29-01234'],
    ['*2912345*'],
  ])('the line "%s" is a job number', (line) => {
    expect(isJobNumber(line)).toBe(true);
  });

  test.each([['2029-2030'], ['29-12345 and more'], ['see 29-12345'], ['12 345'], ['* 2912345'], ['1.2-12345']])(
    'the line "%s" is text',
    (line) => {
      expect(isJobNumber(line)).toBe(false);
    },
  );

  test.each([['A/RES/99/7'], ['A/99/64–E/2029/11'], ['A/C.2/99/L.5'], ['E/RES/2029/4'], ['A/CONF.219/2023/3'], ['A/RES/57/270 B']])(
    'the line "%s" is a symbol alone',
    (line) => {
      expect(isSymbolLine(line)).toBe(true);
    },
  );

  test.each([['and/or'], ['A/RES/99/7 of today'], ['2/15'], ['See A/99/64']])('the line "%s" is no symbol alone', (line) => {
    expect(isSymbolLine(line)).toBe(false);
  });

  test.each([
    ['the job number above the page number', ['x', '', 'A/RES/99/7', 'Lanterns', '', '29-12345', '2/15', '', 'y'], { from: 2, to: 7 }],
    ['the job number below it', ['x', '', 'Lanterns', 'A/RES/99/7', '', '2/15', '29-12345', '', 'y'], { from: 2, to: 7 }],
  ])('a break is found with %s', (_, lines, expected) => {
    expect(findPageBreaks(lines)).toEqual([expected]);
  });

  test.each([
    ['a fraction alone on its line', ['Lanterns in', '2/3', 'of all harbours']],
    ['a number like a page without a job number', ['x', '', '2/15', '', 'y']],
    ['no page numbers', ['x', 'A/RES/99/7', 'y']],
  ])('no break is found in a text with %s', (_, lines) => {
    expect(findPageBreaks(lines)).toEqual([]);
  });

  test('the block above a page number that holds no symbol is text and stays', () => {
    expect(findPageBreaks(['x', '', 'the harbours', '', '29-12345', '2/15'])).toEqual([{ from: 4, to: 6 }]);
  });

  test('running heads, page numbers and job numbers inside sentences are gone', () => {
    const text = textOf(invented('printed-resolution'));
    expect(text).not.toMatch(/29-\d{5}|\b\d\/4\b/);
    expect(text.match(/A\/RES\/99\/7/g)).toHaveLength(1);
    expect(text).toContain('lanterns that are lit in every harbour');
  });

  test('the number of the bar code is gone, stars and all', () => {
    expect(textOf(invented('printed-resolution'))).not.toContain('2912345');
  });

  test('a page knows its number, and a line the number that it has in the file', () => {
    const pages = pagesOfText(invented('printed-resolution'));
    const source = invented('printed-resolution').split('\n');
    expect(pages.map(({ number }) => number)).toEqual([1, 2, 3, 4]);
    for (const { text, line } of pages.flatMap((page) => page.lines)) {
      const first = text.split(/[⁰¹²³⁴⁵⁶⁷⁸⁹]/)[0] ?? '';
      expect((source[line - 1] ?? '').replace(/\s+/g, ' ')).toContain(first.trim());
    }
  });
});

describe('the form of a file', () => {
  test.each([
    ['markup of headings', '## II. Lanterns', 'II. Lanterns'],
    ['bold type', '**Lanterns** of the sea', 'Lanterns of the sea'],
    ['emphasis', 'called *The Lantern* by all', 'called The Lantern by all'],
    ['tags', 'Goals<sup>6</sup> and<br/>', 'Goals6 and'],
    ['escaped signs', '\\[on the report\\]', '[on the report]'],
    ['runs of spaces and tabs', 'The  keepers\tof   lamps ', 'The keepers of lamps'],
    ['hard spaces', 'Goal\u00a09', 'Goal 9'],
    ['soft hyphens and zero widths', 'lan\u00adterns\u200b and\ufeff', 'lanterns and'],
  ])('%s is taken out', (_, line, expected) => {
    // A digit glued to a word that has no footnote is raised, so that it is not read as part of the word.
    expect(textOf(line).replace('⁶', '6')).toBe(expected);
  });

  test('the line that says where the text comes from stays as it is', () => {
    expect(textOf('# source: invented for the tests\nA')).toBe('# source: invented for the tests A');
  });

  test.each([
    ['Windows', 'one\r\ntwo'],
    ['old Macintosh', 'one\rtwo'],
    ['form feeds', 'one\ftwo'],
    ['line separators', 'one\u2028two'],
  ])('lines may end as on %s', (_, text) => {
    expect(pagesOfText(text).flatMap((page) => page.lines.map((line) => line.text))).toEqual(['one', 'two']);
  });

  test('a text without pages is one page', () => {
    expect(pagesOfText('one\n\ntwo')).toHaveLength(1);
  });

  test('a text of nothing but spaces is refused before', () => {
    expect(() => decodeText(Buffer.from(' \n\t\n'))).toThrow(/no text in the file/);
  });
});

describe('footnotes', () => {
  test('those under the rule of a page are told from its text, and one that goes on over the page is whole', () => {
    expect(notesOf(invented('printed-resolution'))).toEqual([
      '1: Resolution 70/1.',
      '2: See A/CONF.299/2029/3.',
      '3: Resolutions 57/238, 57/270 B, 59/220 and 60/252.',
      '4: Economic and Social Council resolutions 2006/46, 2009/7, 2010/2 and 2011/16.',
      '5: Ibid.',
      '6: See resolution 217 A (III).',
    ]);
  });

  test('a line under the rule that begins with a number out of turn belongs to the note before', () => {
    const notes = notesOf('Lamps1 and oil2 for all.\n__________\n1 See the list of\n12 lamps.\n2 Resolution 70/1.');
    expect(notes).toEqual(['1: See the list of 12 lamps.', '2: Resolution 70/1.']);
  });

  test('a symbol that a line break cut in a footnote is glued', () => {
    expect(notesOf('Lamps1 for all.\n__________\n1 See A/99/64-\nE/2029/11 and TD/B/\nEDE/6/4.')).toEqual([
      '1: See A/99/64-E/2029/11 and TD/B/EDE/6/4.',
    ]);
  });

  test('those that begin with raised digits end a page, wherever they stand', () => {
    const pages = pagesOfText('Lamps¹ and the\n\n¹ Resolution 70/1.\n\nkeepers of oil² again.\n\n² Resolution 70/125.');
    expect(pages.map(({ footnotes }) => footnotes)).toEqual([
      [{ number: 1, text: 'Resolution 70/1.' }],
      [{ number: 2, text: 'Resolution 70/125.' }],
    ]);
    expect(textOf('Lamps¹ and the\n\n¹ Resolution 70/1.\n\nkeepers of oil')).toBe('Lamps¹ and the keepers of oil');
  });

  test.each([
    ['glued to a word', 'The Goals6 and'],
    ['after a space', 'The lamps 6 and'],
    ['glued to a stop', 'the Goals,6 and'],
    ['after a stop and a space', 'in the year 2003, 6 and'],
    ['glued to a closing quotation mark', 'the “Goals”6 and'],
    ['after a quotation mark and a space', 'the “Goals,” 6 and'],
    ['glued to a year', 'the Summit of 20036 and', 'the Summit of 2003⁶ and'],
    ['at the end of a line', 'The Goals6\nand'],
    ['alone at the beginning of the next line', 'The lamps\n6 and', 'The lamps⁶\n and'],
    ['before a stop', 'The lamps 6.'],
    ['in brackets', 'the Goals (here)6 and'],
  ])('a mark %s is raised', (_, text, expected = text.replace(/ ?6/, '⁶')) => {
    expect(raiseMarks(text, [6])).toBe(expected);
  });

  test.each([
    ['a year', 'held in 2003 and 2005', 2003],
    ['the end of a year', 'held in 2006', 6],
    ['a day', 'on 6 June and', 6],
    ['a day of two', 'on 6 and 7 June', 6],
    ['a paragraph', 'see paragraph 6 of the report', 6],
    ['paragraphs', 'paras. 6 and 7', 6],
    ['a goal', 'Sustainable Development Goal 6 and target 6.a', 6],
    ['a percentage', 'some 6 per cent of all', 6],
    ['a sign of percentage', 'Only 6% of all', 6],
    ['a count of years', 'over the past 6 years', 6],
    ['millions', 'at a cost of nearly 6 million', 6],
    ['a number of a resolution', 'resolution 6 and', 6],
    ['the session in a number', 'its resolution 6/12 of', 6],
    ['the item in a number', 'its resolution 12/6 of', 6],
    ['a part of a list', 'chapter 6 and annex 6', 6],
    ['an ordinal', 'the 6th session', 6],
    ['a part of a greater number', 'some 1,600 lamps, 16 keepers and 6,000 boats', 6],
    ['a decimal', 'by 6.5 metres', 6],
    ['a range', 'between 6–9 lamps', 6],
  ])('%s is no mark', (_, text, number) => {
    expect(raiseMarks(text, [number])).toBe(text);
  });

  test('of several places those are taken that stand in the order of the notes', () => {
    expect(raiseMarks('In 2 of the harbours, the lamps1 burn and 1 keeper sees the oil2 and 2 boats', [1, 2])).toBe(
      'In 2 of the harbours, the lamps¹ burn and 1 keeper sees the oil² and 2 boats',
    );
  });

  test('a number glued to a word is preferred to one that stands apart', () => {
    expect(raiseMarks('The lamps, 3 boats and the keepers3 again', [3])).toBe('The lamps, 3 boats and the keepers³ again');
  });

  test('a note whose mark is lost gets none, and the others keep theirs', () => {
    expect(raiseMarks('The lamps7 and the oil9 again', [7, 8, 9])).toBe('The lamps⁷ and the oil⁹ again');
  });

  test('a mark that lost its footnote is raised, so that it is not read as a part of the word', () => {
    expect(textOf('the Plan of Action1 and the Agenda,2 as')).toBe('the Plan of Action¹ and the Agenda,² as');
  });

  test('a code that ends in a digit is no mark without a footnote', () => {
    expect(textOf('the action line C5 and CO2, E164 and WSIS20')).toBe('the action line C5 and CO2, E164 and WSIS20');
  });
});

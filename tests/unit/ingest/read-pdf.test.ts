/** The pages of a PDF: what is text, what is a footnote, what is furniture, and where the lines part. */
import { deflateSync } from 'node:zlib';
import type { Page } from '../../../src/ingest/source/pages.js';
import { readPdf } from '../../../src/ingest/source/pdf.js';
import { Pen } from '../../../src/ingest/source/pdf-text.js';
import { report, resolution } from '../../support/printed-resolution.js';
import { column, letterWidth, type Sheet, writePdf } from '../../support/write-pdf.js';

const linesOf = (pages: readonly Page[]): string[] => pages.flatMap(({ lines }) => lines.map(({ text }) => text));
const notesOf = (pages: readonly Page[]) => pages.map(({ footnotes }) => footnotes.map(({ number, text }) => `${number} ${text}`));

describe('a resolution', () => {
  let pages: Page[];
  beforeAll(async () => {
    pages = await readPdf(writePdf(resolution));
  });

  it('keeps its head on the first page and drops running heads, page numbers, job numbers and bar codes', () => {
    expect(linesOf(pages).slice(0, 14)).toEqual([
      'United Nations',
      'A/RES/99/7',
      'General Assembly',
      'Distr.: General',
      '4 May 2029',
      '',
      'Ninety-ninth session',
      'Agenda item 77',
      '',
      'Resolution adopted by the General Assembly',
      '',
      '99/7. Lanterns for sustainable harbours',
      'and their keepers',
      '',
    ]);
    expect(linesOf(pages).join(' ')).not.toMatch(/29-?12345|recycle|\d\/2\b|___/);
    expect(linesOf(pages).filter((text) => /A\/RES\/99\/7/.test(text))).toHaveLength(1);
  });

  it('puts an empty line where the page leaves room, and none where a paragraph goes over the page', () => {
    expect(linesOf(pages).slice(14)).toEqual([
      'The General Assembly,',
      '',
      'Recalling its resolutions on lanterns,¹ the',
      'harbours that they light² and all non-',
      'discriminatory keepers,',
      '',
      'Noting with concern that many keepers',
      'have no lantern of their own,',
      '',
      '1. Requests every keeper to report, at its',
      'hundredth session, on item 12 of the list;³',
      '',
      '2. Decides to meet again.',
    ]);
  });

  it('gives each footnote on one line with its number, also when it goes on under the rule of the next page', () => {
    expect(notesOf(pages)).toEqual([
      ['1 Resolutions 91/3, 92/4, 93/5 and 2006/46.', '2 See A/99/64-E/2029/11 and the report of the keepers.'],
      ['3 Resolution 90/1.'],
    ]);
  });

  it('counts its lines over all pages', () => {
    const numbers = pages.flatMap(({ lines }) => lines.map(({ line }) => line));
    expect(numbers).toEqual(numbers.map((_, index) => index + 1));
    expect(pages.map(({ number }) => number)).toEqual([1, 2]);
  });
});

describe('a report', () => {
  let pages: Page[];
  beforeAll(async () => {
    pages = await readPdf(writePdf(report));
  });

  it('is read down the columns of its head, one after the other', () => {
    const head = linesOf(pages).slice(0, linesOf(pages).indexOf('Progress made in lighting the harbours'));
    expect(head).toEqual([
      'United Nations',
      'A/99/64–E/2029/11',
      'General Assembly',
      'Distr.: General',
      'Economic and Social Council',
      '21 January 2029',
      '',
      ...['General Assembly', 'Ninety-ninth session', 'Item 18 of the list*', 'Harbours', ''],
      ...['Economic and Social Council', '2029 session', '23 July 2028–22 July 2029', 'Agenda item 18 (b)', 'Lanterns', ''],
    ]);
  });

  it('has its footnotes under a drawn rule; one with a star has the number 0', () => {
    expect(notesOf(pages)).toEqual([
      ['0 * A/99/50.', '1 The Northern Keepers; the Southern Keepers; and the Harbour Union, without a lantern of their own.'],
      [],
      [],
    ]);
  });

  it('loses bare page numbers and a head in the size of the text, and keeps numbered headings and raised letters whole', () => {
    expect(linesOf(pages).slice(linesOf(pages).indexOf('1. This report was made from what 3 keepers¹'))).toEqual([
      '1. This report was made from what 3 keepers¹',
      'sent in.',
      '',
      '2. The Northern Keepers lit four harbours',
      'in the 21st century.',
      '',
      'I. What comes next',
      '',
      '3. The Harbour Union will go on.',
    ]);
  });
});

it('mends a word broken at the end of a line only where the document shows that it is one word', async () => {
  const lines = [
    'All information counts for keepers. The infor-',
    'mation of multi-',
    'stakeholder groups, and A/99/64-',
    'E/2029/11 too.',
  ];
  const pages = await readPdf(writePdf([{ prints: column(lines, { y: 600 }) }]));
  expect(linesOf(pages)).toEqual([
    'All information counts for keepers. The',
    'information of multi-',
    'stakeholder groups, and A/99/64-',
    'E/2029/11 too.',
  ]);
});

it('puts no space where letters were moved apart within a word, and one where words are placed without a drawn space', async () => {
  const wide = (text: string, x: number): Sheet['prints'][number] => ({ text, x, y: 600 });
  const end = (text: string, x: number): number => x + text.length * letterWidth * 10;
  const prints = [
    wide('Develo', 100),
    wide('pment', end('Develo', 100) + 1.5),
    wide('of', 165 + 6),
    wide('harbours', 187 + 2.6),
    wide('now', 260),
  ];
  expect(linesOf(await readPdf(writePdf([{ prints }])))).toEqual(['Development of harbours now']);
});

it.each([90, 180, 270] as const)('reads a page that is turned by %i degrees', async (turned) => {
  const pages = await readPdf(writePdf([{ prints: column(['First line of it', 'second line of it'], { y: 600 }), turned }]));
  expect(linesOf(pages)).toEqual(['First line of it', 'second line of it']);
});

it('reads two columns of running text one after the other', async () => {
  const text = (side: string): string[] => Array.from({ length: 20 }, (_, index) => `${side} column has line ${index}`);
  const prints = [...column(text('Left'), { x: 80, y: 700 }), ...column(text('Right'), { x: 80 + 250, y: 700 })];
  expect(linesOf(await readPdf(writePdf([{ prints }])))).toEqual([...text('Left'), '', ...text('Right')]);
});

it('reads two columns whose lines do not stand level', async () => {
  const prints = [
    ...column(['General Assembly', 'Ninety-ninth session'], { x: 60, y: 600 }),
    ...column(['Economic and Social Council', '2029 session'], { x: 320, y: 596 }),
    ...column(['Progress made in lighting the harbours of the world'], { x: 123, y: 550 }),
  ];
  expect(linesOf(await readPdf(writePdf([{ prints }])))).toEqual([
    ...['General Assembly', 'Ninety-ninth session', '', 'Economic and Social Council', '2029 session', ''],
    'Progress made in lighting the harbours of the world',
  ]);
});

it('keeps what a table holds at the head or foot of a page, although it looks like a page number', async () => {
  const table = (page: number): Sheet => ({
    prints: [
      { text: 'A/99/1', x: 60, y: 740 },
      ...column(['Harbour', 'North', 'South', 'East', 'West', 'All'], { x: 60, y: 710 }),
      ...column(['Lit', `1${page}/20`, `2${page}/30`, '3/9', `4${page}/50`, '90/109'], { x: 300, y: 710 }),
      ...column([`The table of page ${page} ends here.`], { x: 60, y: 90 }),
      { text: `${page}/3`, x: 500, y: 40 },
    ],
  });
  const pages = await readPdf(writePdf([1, 2, 3].map(table)));
  expect(pages.map(({ lines }) => lines.map(({ text }) => text).filter((text) => text !== '' && text !== 'A/99/1').length)).toEqual([
    13, 13, 13,
  ]);
});

describe('the ways in which a page may print its text', () => {
  const linesOfContent = async (content: string): Promise<string[]> =>
    linesOf(await readPdf(writePdf([{ prints: [] }], { packedContent: deflateSync(Buffer.from(content, 'latin1')) })));

  it.each([
    [
      'moved lines',
      'BT /F1 10 Tf 100 700 Td (One) Tj 0 -12 Td (two) Tj 0 -12 TD (three) Tj T* (four) Tj ET',
      ['One', 'two', 'three', 'four'],
    ],
    ['next lines', 'BT /F1 10 Tf 12 TL 100 700 Td (One) Tj T* (two) Tj (three) \' 0 0 (four) " ET', ['One', 'two', 'three', 'four']],
    ['kerned glyphs', 'BT /F1 10 Tf 100 700 Td [(Lan) 60 (ter) -120 (ns) -300 (burn)] TJ ET', ['Lanterns burn']],
    ['letters and words spread', 'BT /F1 10 Tf 1 Tc 5 Tw 100 700 Td (All lanterns ) Tj (burn) Tj ET', ['All lanterns burn']],
    ['narrow type', 'BT /F1 10 Tf 50 Tz 100 700 Td (All lanterns) Tj ( burn) Tj ET', ['All lanterns burn']],
    ['raised type', 'BT /F1 10 Tf 100 700 Td (lanterns,) Tj /F1 6 Tf 4 Ts (12) Tj 0 Ts /F1 10 Tf ( burn) Tj ET', ['lanterns,¹² burn']],
    ['two marks', 'BT /F1 10 Tf 100 700 Td (lanterns) Tj /F1 6 Tf 4 Ts (4,) Tj (5) Tj 0 Ts /F1 10 Tf ( burn) Tj ET', ['lanterns⁴ ⁵ burn']],
    [
      'a scaled page',
      'q 0.5 0 0 0.5 0 0 cm BT /F1 1 Tf 20 0 0 20 200 1400 Tm (One) Tj ET Q BT /F1 10 Tf 100 688 Td (two) Tj ET',
      ['One', 'two'],
    ],
    ['bold by printing twice', 'BT /F1 10 Tf 100 700 Td (Lanterns) Tj 0.3 0 Td (Lanterns) Tj ET', ['Lanterns']],
    ['lowered type', 'BT /F1 10 Tf 100 700 Td (CO) Tj /F1 6 Tf -2 Ts (2) Tj 0 Ts /F1 10 Tf ( burns) Tj ET', ['CO2 burns']],
    ['a stamp across the page', 'BT /F1 10 Tf 100 700 Td (One) Tj 0.7 0.7 -0.7 0.7 200 300 Tm (DRAFT) Tj ET', ['One']],
    ['text off the page', 'BT /F1 10 Tf 100 700 Td (One) Tj 0 200 Td (Two) Tj ET', ['One']],
  ])('include %s', async (_way, content, lines) => {
    expect(await linesOfContent(content)).toEqual(lines);
  });

  it('include text in a drawing within the page', () => {
    const codes = {
      paintFormXObjectBegin: 1,
      paintFormXObjectEnd: 2,
      setFont: 3,
      showText: 4,
      setTextMatrix: 5,
      endPath: 6,
      constructPath: 7,
    };
    const glyphs = [{ unicode: 'L', width: 500, isSpace: false }];
    const steps: [number, unknown][] = [
      [codes.setFont, ['f1', 10]],
      [codes.paintFormXObjectBegin, [[2, 0, 0, 2, 50, 60], null]],
      [codes.setTextMatrix, [new Float32Array([1, 0, 0, 1, 10, 20])]],
      [codes.showText, [glyphs]],
      [codes.constructPath, [8, [], new Float32Array([0, 0, 30, 1])]],
      [codes.constructPath, [codes.endPath, [], new Float32Array([0, 0, 30, 1])]],
      [codes.paintFormXObjectEnd, []],
      [codes.showText, [glyphs]],
    ];
    const pen = new Pen([1, 0, 0, 1, 0, 0], codes, () => 0.001);
    const { texts, boxes } = pen.follow({ fnArray: steps.map(([code]) => code), argsArray: steps.map(([, args]) => args) });
    expect(texts.map(({ matrix, width }) => [matrix[0], matrix[4], matrix[5], width])).toEqual([
      [20, 70, 100, 10],
      [10, 15, 20, 5],
    ]);
    expect(boxes).toEqual([{ left: 50, right: 110, top: 60, bottom: 62 }]);
  });
});

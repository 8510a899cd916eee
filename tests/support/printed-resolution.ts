/** Invented documents as they are printed: a resolution with running heads, job numbers and footnotes, and a report with a head in two columns. */
import { column, type Print, type Sheet } from './write-pdf.js';

const head = (page: number, pages: number, size = 8.5): Print[] => {
  const symbol = { text: 'A/RES/99/7', y: 733, size };
  const title = ['Lanterns for sustainable harbours and', 'their keepers'];
  return page % 2 === 0
    ? [{ ...symbol, x: 60 }, ...column(title, { x: 340, y: 743, size, pitch: 10 }), ...foot(`${page}/${pages}`, '29-12345')]
    : [{ ...symbol, x: 490 }, ...column(title, { x: 60, y: 743, size, pitch: 10 }), ...foot('29-12345', `${page}/${pages}`)];
};

const foot = (left: string, right: string): Print[] => [
  { text: left, x: 60, y: 38, size: 8 },
  { text: right, x: 520, y: 37, size: 8 },
];

const masthead: Print[] = [
  { text: 'United Nations', x: 123, y: 734, size: 14 },
  { text: 'A/RES/99/7', x: 470, y: 735 },
  { text: 'General Assembly', x: 123, y: 712.7, size: 18, bold: true },
  { text: 'Distr.: General', x: 397, y: 712.4 },
  { text: '4 May 2029', x: 397, y: 700.8 },
  ...column(['Ninety-ninth session', 'Agenda item 77'], { x: 60, y: 570 }),
  { text: 'Resolution adopted by the General Assembly', x: 123, y: 520, size: 14, bold: true },
  { text: '99/7.', x: 72, y: 480, size: 12, bold: true },
  ...column(['Lanterns for sustainable harbours', 'and their keepers'], { x: 123, y: 480, size: 12, pitch: 14, bold: true }),
];

/** A paragraph whose first line is indented; `start` is its number, which a tab parts from the text. */
const paragraph = (lines: readonly string[], y: number, start = ''): Print[] => [
  ...(start ? [{ text: start, x: 147, y }] : []),
  ...column(lines.slice(0, 1), { x: start ? 180 : 147, y }),
  ...column(lines.slice(1), { x: 123, y: y - 12 }),
];

const notes = (lines: readonly string[], y: number): Print[] => [
  { text: '_______________', x: 99, y: y + 12, size: 9 },
  ...column(lines, { x: 117, y, size: 8.5, pitch: 10.5 }),
];

/** Two pages: the second paragraph and the second footnote go over the page. */
export const resolution: readonly Sheet[] = [
  {
    prints: [
      ...masthead,
      ...paragraph(['The General Assembly,'], 440),
      ...paragraph(
        ['Recalling its resolutions on lanterns,¹ the', 'harbours that they light² and all non-', 'discriminatory keepers,'],
        422,
      ),
      ...paragraph(['Noting with concern that many keepers'], 380),
      ...notes(['¹ Resolutions 91/3, 92/4,', '93/5 and 2006/46.', '² See A/99/64-', 'E/2029/11 and the report of'], 110),
      { text: '29-12345 (E)', x: 60, y: 43 },
      { text: '*2912345*', x: 60, y: 27, size: 12 },
      { text: 'Please recycle', x: 480, y: 33, size: 6 },
    ],
  },
  {
    prints: [
      ...head(2, 2),
      ...column(['have no lantern of their own,'], { x: 123, y: 705 }),
      ...paragraph(['Requests every keeper to report, at its', 'hundredth session, on item 12 of the list;³'], 687, '1.'),
      ...paragraph(['Decides to meet again.'], 657, '2.'),
      ...notes(['the keepers.', '³ Resolution 90/1.'], 70),
    ],
  },
];

const reportHead: Print[] = [
  { text: 'United Nations', x: 123, y: 726, size: 14 },
  { text: 'A/99/64–E/2029/11', x: 390, y: 727 },
  { text: 'General Assembly', x: 123, y: 705, size: 16, bold: true },
  { text: 'Distr.: General', x: 390, y: 705 },
  { text: 'Economic and Social Council', x: 123, y: 687, size: 16, bold: true },
  { text: '21 January 2029', x: 390, y: 687 },
  ...column(['General Assembly', 'Ninety-ninth session', 'Item 18 of the list*', 'Harbours'], { x: 60, y: 600 }),
  ...column(['Economic and Social Council', '2029 session', '23 July 2028–22 July 2029', 'Agenda item 18 (b)', 'Lanterns'], {
    x: 320,
    y: 600,
  }),
  { text: 'Progress made in lighting the harbours', x: 123, y: 500, size: 14, bold: true },
];

/** Three pages with a drawn rule above the footnotes; page numbers are bare, and the head is in the size of the text. */
export const report: readonly Sheet[] = [
  {
    prints: [
      ...reportHead,
      ...paragraph(['This report was made from what 3 keepers¹', 'sent in.'], 440, '1.'),
      ...column(['* A/99/50.', '¹ The Northern Keepers; the Southern Keepers;', 'and the Harbour Union, without a'], {
        x: 123,
        y: 90,
        size: 9,
        pitch: 10,
      }),
      { text: 'GE.29-01234(E)', x: 60, y: 40 },
    ],
    rules: [{ x: 123, y: 105, width: 144 }],
  },
  {
    prints: [
      { text: 'A/99/64', x: 60, y: 745 },
      { text: 'E/2029/11', x: 60, y: 733 },
      ...paragraph(['The Northern Keepers lit four harbours', 'in the 21'], 705, '2.'),
      { text: 'st', x: 123 + 9 * 6, y: 697, size: 6 },
      { text: 'century.', x: 123 + 9 * 6 + 12, y: 693 },
      { text: 'lantern of their own.', x: 123, y: 80, size: 9 },
      { text: '2', x: 60, y: 40 },
    ],
    rules: [{ x: 123, y: 95, width: 144 }],
  },
  {
    prints: [
      { text: 'A/99/64', x: 500, y: 745 },
      { text: 'E/2029/11', x: 500, y: 733 },
      { text: 'I.', x: 72, y: 705, size: 14, bold: true },
      { text: 'What comes next', x: 123, y: 705, size: 14, bold: true },
      ...paragraph(['The Harbour Union will go on.'], 680, '3.'),
      { text: '3', x: 540, y: 40 },
    ],
  },
];

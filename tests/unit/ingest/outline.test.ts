/** Pages into an outline: head, preamble, numbered paragraphs with their parts, annexes, headings, footnotes at their places. */
import { headingLevel } from '../../../src/ingest/outline/headings.js';
import type { Outline, Paragraph } from '../../../src/ingest/outline/outline.js';
import { joinLines } from '../../../src/ingest/source/join-lines.js';
import { invented, outlineOf, resolution } from '../../support/invented-documents.js';

const numbers = ({ paragraphs }: Outline) => paragraphs.map(({ number, annex }) => (annex ? `${annex}: ${number}` : number));
const paragraph = ({ paragraphs }: Outline, number: string, annex: string | null = null): Paragraph => {
  const found = paragraphs.find((each) => each.number === number && each.annex === annex);
  if (!found) throw new Error(`no paragraph ${number}`);
  return found;
};
const act = (body: string) => outlineOf(`The General Assembly,\n\nRecalling that nothing of this happened,\n\n${body}`);

describe('lines into paragraphs', () => {
  test.each([
    ['a symbol cut after its slash', 'A/RES/70/', '125', 'A/RES/70/125'],
    ['a number cut after its slash', 'its resolution 70/', '125 of', 'its resolution 70/125 of'],
    ['a double symbol cut after its hyphen', 'A/76/64-', 'E/2021/11', 'A/76/64-E/2021/11'],
    ['a word cut at its own hyphen', 'multi-', 'stakeholder', 'multi-stakeholder'],
    ['words', 'the', 'lamps', 'the lamps'],
    ['a dash that stands apart', 'the lamps –', 'and oil', 'the lamps – and oil'],
    ['nothing before', '', 'oil', 'oil'],
  ])('%s is joined', (_, before, after, expected) => {
    expect(joinLines([before, after])).toBe(expected);
  });

  test.each([
    ['a number cut before its slash', 'its resolution 70', '/125 of', 'its resolution 70/125 of'],
    ['a double symbol cut before its dash', 'A/76/64', '–E/2021/11', 'A/76/64–E/2021/11'],
    ['a double symbol cut after an en dash', 'A/76/64–', 'E/2021/11', 'A/76/64–E/2021/11'],
    ['a double symbol cut after a minus', 'A/76/64−', 'E/2021/11', 'A/76/64−E/2021/11'],
  ])('%s is joined', (_, before, after, expected) => {
    expect(joinLines([before, after])).toBe(expected);
  });

  const broken = outlineOf(invented('broken-lines'));

  test('a number on a line alone, its text on the next, begins a paragraph', () => {
    expect(paragraph(broken, '1').text).toMatch(/^Notes the 12 lanterns/);
  });

  test('a line that begins with a year is text', () => {
    expect(numbers(broken)).toEqual(['PP1', 'PP2', '1', '2', '3', '4']);
    expect(paragraph(broken, '1').text).toBe('Notes the 12 lanterns of the streets that the keepers saw in 2003. The lanterns were lit;');
  });

  test('a line that begins with a number out of turn is text', () => {
    const outline = act('1. Notes the 12 lanterns of streets 14 and\n15. The keepers saw them in the years before;\n\n2. Thanks them.');
    expect(numbers(outline)).toEqual(['PP1', '1', '2']);
    expect(paragraph(outline, '1').text).toBe('Notes the 12 lanterns of streets 14 and 15. The keepers saw them in the years before;');
  });

  test.each([
    ['a stop that was lost', '1. Requests the keepers to light the lamps of all the harbours'],
    ['the number that was lost', 'Requests the keepers to light the lamps of all the harbours'],
  ])('a first paragraph that ends in %s does not take the rest with it', (_, first) => {
    expect(numbers(act(`${first}\n\n2. Thanks the keepers for the oil that they bring;\n\n3. Leaves.`)).slice(-2)).toEqual(['2', '3']);
  });

  test('symbols and words that a line break cut are whole', () => {
    expect(paragraph(broken, 'PP1').text).toContain('resolution 57/270 B of 23 June 2003');
    expect(paragraph(broken, 'PP2').text).toContain('(A/99/64-E/2029/11) and the report of the Council (A/99/3)');
    expect(paragraph(broken, '2').text).toBe('Takes note of the non-governmental keepers and of the lanterns;');
  });

  test('a paragraph tells on which lines it stands', () => {
    const lines = invented('broken-lines').split('\n');
    const { from, to } = paragraph(broken, '1');
    expect([lines[from - 1], lines[to - 1]]).toEqual(['1.', '2003. The lanterns were lit;']);
  });

  const printed = outlineOf(invented('printed-resolution'));

  test('a paragraph that page furniture or footnotes cut in two is whole', () => {
    expect(numbers(printed)).toEqual(['PP1', 'PP2', 'PP3', '1', '2', '3']);
    expect(paragraph(printed, 'PP2').text).toBe(
      'Recalling the conference of keepers held in 2028 and its outcome, and noting the work of 3 keepers in all the harbours of the north,',
    );
    expect(paragraph(printed, '2').text).toMatch(/as well as the lanterns that are lit in every harbour;$/);
    expect(paragraph(printed, '2')).toMatchObject({ page: 3 });
  });

  const page = '\n\nA/RES/99/7\nLanterns\n\n29-12345\n2/4\n\n';

  test.each([
    ['behind a hyphen', '1. Requests the Secretary-', 'General to report on lamps;', 'Requests the Secretary-General to report on lamps;'],
    ['before a capital', '1. Requests the', 'Secretary-General to report on lamps;', 'Requests the Secretary-General to report on lamps;'],
    ['behind the number', '1.', 'Requests the keepers to report on lamps;', 'Requests the keepers to report on lamps;'],
    [
      'before a year that ends a sentence',
      '1. Thanks the keepers for the lamps of',
      '2028. They burn;',
      'Thanks the keepers for the lamps of 2028. They burn;',
    ],
    [
      'before a number that ends a sentence',
      '1. Thanks the keepers for the lamps of Goal',
      '9. They burn;',
      'Thanks the keepers for the lamps of Goal 9. They burn;',
    ],
    [
      'in a symbol',
      '1. Thanks the keepers for their report (A/99/',
      '64) on lamps;',
      'Thanks the keepers for their report (A/99/64) on lamps;',
    ],
    ['before a sub-paragraph', '1. Requests the keepers:', '(a) To wake;', 'Requests the keepers: (a) To wake;'],
    ['in a sub-paragraph', '1. Requests the keepers:\n\n(a) To light the', 'lamps;', 'Requests the keepers: (a) To light the lamps;'],
  ])('a page that ends %s cuts nothing', (_, above, below, expected) => {
    const outline = act(`${above}${page}${below}\n\n2. Rests.`);
    expect(numbers(outline)).toEqual(['PP1', '1', '2']);
    expect(paragraph(outline, '1').text).toBe(expected);
  });

  test('a clause of a preamble that a page cuts is whole, and the next on the next page is another', () => {
    const text = `The General Assembly,\n\nRecalling the lamps of the harbours of the north and of the seas, the rivers,${page}Canals and lakes,${page}Noting the oil,\n\n1. Rests.`;
    expect(numbers(outlineOf(text))).toEqual(['PP1', 'PP2', '1']);
  });
  test.failing('a clause of a preamble that a page cuts after a few words is whole', () => {
    const text = `The General Assembly,\n\nRecalling the lamps of the north${page}and of the south,\n\nNoting the oil,\n\n1. Rests.`;
    expect(numbers(outlineOf(text))).toEqual(['PP1', 'PP2', '1']);
  });
  test.failing('a footnote whose number stands alone on its line is one', () => {
    const { footnotes } = outlineOf(
      `The General Assembly,\n\nRecalling the lamps1 and oil2\n_____\n\n1 Resolution 70/1.\n\n2\nResolution 70/2.${page}of the north,\n\n1. Rests.`,
    );
    expect([...footnotes.values()].flat()).toEqual(['Resolution 70/1.', 'Resolution 70/2.']);
  });

  test('a text that has a paragraph on each line needs no empty lines', () => {
    const long = 'that lights every harbour of the sea and of the rivers '.repeat(5);
    const lines = [
      'The General Assembly,',
      `Recalling the lamp ${long},`,
      `Noting the oil ${long},`,
      `1. Requests light ${long};`,
      `2. Thanks ${long}.`,
    ];
    expect(numbers(outlineOf(lines.join('\n')))).toEqual(['PP1', 'PP2', '1', '2']);
  });
});

describe('the parts of an act', () => {
  test('what stands above "The General Assembly," and below the meeting is the head', () => {
    const { head, paragraphs } = outlineOf(
      resolution({ operative: ['Requests light;'], brackets: '[on the report of the keepers (A/99/1)]' }),
    );
    expect(head).toContain('[on the report of the keepers (A/99/1)]');
    expect(head).toContain('99th plenary meeting 20 December 2025');
    expect(paragraphs.map(({ text }) => text).join(' ')).not.toMatch(/plenary meeting|keepers/);
  });

  test.each([
    ['The General Assembly,\n\nRecalling the lamps,', 'Recalling the lamps,'],
    ['The Economic and Social Council,\n\nRecalling the lamps,', 'Recalling the lamps,'],
    ['The General Assembly, Recalling the lamps,', 'Recalling the lamps,'],
  ])('the preamble begins after "%s"', (text, expected) => {
    expect(paragraph(outlineOf(`99/1. Lamps\n\n${text}\n\n1. Thanks them.`), 'PP1').text).toBe(expected);
  });

  test.each([
    'Recalling the lamps,',
    'Guided by the lamps,',
    'Deeply concerned by the dark,',
    'Alarmed at the dark,',
    'Encouraged by the light,',
    'Having considered the lamps,',
    'Taking into account the lamps,',
    'Also recalling the lamps,',
    'Bearing in mind the lamps,',
    'Convinced of the light,',
    'Mindful of the dark,',
    'Taking note with appreciation of the lamps,',
    'Pursuant to the rules,',
  ])('"%s" is a clause of a preamble', (clause) => {
    expect(numbers(outlineOf(`The General Assembly,\n\n${clause}\n\n1. Thanks them.`))).toEqual(['PP1', '1']);
  });

  test.each(['Fully aware of the dark,', 'Profoundly concerned by the dark,', 'Strongly convinced of the light,'])(
    '"%s" is a clause of a preamble too',
    (clause) => {
      expect(numbers(outlineOf(`The General Assembly,\n\n${clause}\n\n1. Thanks them.`))).toEqual(['PP1', '1']);
    },
  );

  test('the opening of an outcome document and its headings are no clauses of the preamble', () => {
    const outline = outlineOf(
      'The General Assembly\n\nAdopts the following outcome document of the keepers:\n\nWe, the keepers of all harbours, met at night to speak of the lamps,\n\nRecalling the lamps,\n\nIntroduction\n\n1. We thank them.\n\n2. We sleep.',
    );
    expect(numbers(outline)).toEqual([null, null, 'PP1', '1', '2']);
    expect(paragraph(outline, '1').section).toEqual(['Introduction']);
  });

  test('an operative part of one paragraph has no number in print and is the first', () => {
    const outline = act('Decides to convene the keepers in one meeting.');
    expect(numbers(outline)).toEqual(['PP1', '1']);
    expect(paragraph(outline, '1')).toMatchObject({ where: 'OPERATIVE', text: 'Decides to convene the keepers in one meeting.' });
  });

  test('sub-paragraphs belong to their paragraph and are told by letter and lines', () => {
    const outline = outlineOf(invented('annexes'));
    const { parts, text, to } = paragraph(outline, '2');
    expect(parts.map(({ letter }) => letter)).toEqual(['a', 'b', 'c']);
    expect(text).toContain('(a) To light a lantern in every harbour; (b) To put it out in the morning;');
    expect(parts.at(-1)?.to).toBe(to);
  });

  test('sub-paragraphs of sub-paragraphs are parts as well', () => {
    expect(paragraph(outlineOf(invented('broken-lines')), '3').parts.map(({ letter }) => letter)).toEqual(['a', 'i', 'ii', 'b']);
  });

  test('a part that goes on over lines tells its last line', () => {
    const lines = invented('broken-lines').split('\n');
    const [first] = paragraph(outlineOf(invented('broken-lines')), '3').parts;
    expect(lines.slice((first?.from ?? 0) - 1, first?.to)).toEqual(['(a) The Commission to report by', '2031;']);
  });

  test('a number that was lost leaves a gap, and the next are counted', () => {
    expect(numbers(act('1. Thanks them;\n\n2. Asks them;\n\n4. Tells them;\n\n5. Leaves them.'))).toEqual(['PP1', '1', '2', '4', '5']);
  });

  test('a number far out of turn is no paragraph', () => {
    expect(numbers(act('1. Thanks them;\n\n2. Asks them;\n\n17. Lanterns are meant;\n\n3. Leaves them.'))).toEqual(['PP1', '1', '2', '3']);
  });

  test('a hundred and more paragraphs are counted on', () => {
    const all = Array.from({ length: 127 }, (_, index) => `${index + 1}. Thanks keeper ${index + 1} of the harbour;`);
    expect(numbers(act(all.join('\n\n'))).at(-1)).toBe('127');
  });
});

describe('annexes', () => {
  const outline = outlineOf(invented('annexes'));

  test('their numbers begin anew, and their paragraphs tell which annex it is', () => {
    expect(numbers(outline)).toEqual(['PP1', 'PP2', '1', '2', '3', 'I: 1', 'I: 2', 'I: 3', 'I: 4', 'II: null', 'II: 1', 'II: 2']);
    expect(paragraph(outline, '1', 'II').where).toBe('ANNEX');
    expect(paragraph(outline, '1').where).toBe('OPERATIVE');
  });

  test('their headings begin anew too', () => {
    expect(paragraph(outline, '3', 'I').section).toEqual(expect.arrayContaining(['I. General rules', 'A. Oil']));
    expect(paragraph(outline, '4', 'I').section).not.toEqual(expect.arrayContaining(['A. Oil']));
    expect(paragraph(outline, '1', 'II').section).not.toEqual(expect.arrayContaining(['II. Special rules']));
  });

  test('a lone annex is the first', () => {
    const lone = outlineOf(
      resolution({
        operative: ['Adopts the rules in the annex.'],
        annex: 'Annex\n\nRules\n\n1. Keepers shall wake.\n\n2. Lamps shall burn.',
      }),
    );
    expect(numbers(lone)).toEqual(['PP1', '1', 'I: 1', 'I: 2']);
  });

  test('the word in a sentence begins none', () => {
    expect(numbers(act('1. Adopts the rules of the\nannex\nto this;\n\n2. Thanks them.'))).toEqual(['PP1', '1', '2']);
  });
});

describe('headings', () => {
  test.each([
    ['II. Lanterns of the north', 'ROMAN'],
    ['C. Lanterns', 'CAPITAL'],
    ['Lanterns of the north', 'PLAIN'],
  ] as const)('"%s" is one of level %s', (text, level) => {
    expect(headingLevel({ text, number: null, letter: null, lines: [], page: 1, from: 1, to: 1 })).toBe(level);
  });

  test.each(['Lanterns of the north.', 'lanterns', 'Lanterns,', `Lanterns ${'of the north '.repeat(20)}`, ''])('"%s" is none', (text) => {
    expect(headingLevel({ text, number: null, letter: null, lines: [], page: 1, from: 1, to: 1 })).toBeNull();
  });

  test.each([
    ['I. North', 'A. Sea', 'B. Land', ['I. North', 'B. Land']],
    ['I. North', 'A. Sea', 'II. South', ['II. South']],
    ['A. Sea', 'B. Land', 'C. Air', ['C. Air']],
    ['A. Sea', 'Lamps', 'Oil', ['A. Sea', 'Oil']],
  ])('under "%s", "%s", "%s" stand %j', (first, second, third, expected) => {
    const outline = act(`${first}\n\n1. Thanks them;\n\n${second}\n\n2. Asks them;\n\n${third}\n\n3. Leaves them.`);
    expect(paragraph(outline, '3').section).toEqual(expected);
  });

  test('a heading between paragraphs is no part of either', () => {
    const outline = outlineOf(invented('broken-lines'));
    expect(paragraph(outline, '3').text).not.toContain('The role of the sea');
    expect(paragraph(outline, '4').section).toEqual(['The role of the sea']);
  });

  test('a mark at the end of a heading is no part of its name', () => {
    expect(headingLevel({ text: 'Lanterns of the north¹', number: null, letter: null, lines: [], page: 1, from: 1, to: 1 })).toBe('PLAIN');
  });
});

describe('footnotes', () => {
  test('hang at their places, and the marks are gone from the text', () => {
    const { text, marks } = paragraph(outlineOf(invented('printed-resolution')), 'PP3');
    expect(text).toBe(
      'Recalling also its resolutions on lamps, and reaffirming the resolutions of the Council on oil, which concern the same lamps,',
    );
    expect(marks.map(({ note, at }) => [note, text.slice(0, at).split(' ').at(-1)])).toEqual([
      [3, 'lamps,'],
      [4, 'oil,'],
    ]);
  });

  test('several at one place keep their order', () => {
    const outline = outlineOf('The General Assembly,\n\nRecalling the lamps¹ ² and the oil,³\n\n1. Thanks them.');
    expect(paragraph(outline, 'PP1').marks.map(({ note }) => note)).toEqual([1, 2, 3]);
  });

  test('a number that is used twice keeps both texts in order', () => {
    const { footnotes } = outlineOf(
      'The General Assembly,\n\nRecalling the lamps,¹\n\n¹ One.\n\n1. Thanks them,¹\n\n¹ Another.\n\n2. Leaves.',
    );
    expect(footnotes.get(1)).toEqual(['One.', 'Another.']);
  });
});

describe('reports and notes', () => {
  test('a report has numbered paragraphs under its headings and no preamble', () => {
    const outline = outlineOf(
      'Report of the keepers\n\nSummary\n\nA short one of the lamps.\n\nI. Introduction\n\n1. The lamps burn.\n\nII. Lamps\n\nA. North\n\n2. They burn there too.',
      'REPORT',
    );
    expect(outline.paragraphs.map(({ number, where, section }) => [number, where, section.at(-1)])).toEqual([
      ['1', 'BODY', undefined],
      ['2', 'BODY', 'A. North'],
    ]);
    expect(outline.head).toContain('Report of the keepers');
  });

  test('a note is text from its first whole sentence on', () => {
    const { head, paragraphs } = outlineOf(
      'Concept note\n\nLamps\n\nThe keepers meet in May.\n\nQuestions\n\nDo they burn? They do.',
      'NOTE',
    );
    expect(head).toEqual(['Concept note', 'Lamps']);
    expect(paragraphs.map(({ text, where }) => [where, text])).toEqual([
      ['BODY', 'The keepers meet in May.'],
      ['BODY', 'Do they burn? They do.'],
    ]);
  });
});

describe('what fits no form', () => {
  test.each([
    ['nothing', ''],
    ['numbers alone', '1.\n2.\n3.'],
    ['no opening', '1. Requests light;\n\n2. Thanks.'],
    ['an annex before everything', 'Annex\n\n1. Rules.'],
    ['parts without a paragraph', 'The General Assembly,\n\n(a) Lamps;\n\n(b) Oil;'],
    ['a meeting before everything', '90th plenary meeting\n\nThe General Assembly,'],
  ])('%s gives an outline without an error', (_, text) => {
    for (const form of ['ACT', 'REPORT', 'NOTE'] as const) expect(outlineOf(text, form).paragraphs).toBeInstanceOf(Array);
  });
});

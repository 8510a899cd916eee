/** What a document cites: symbols, names and sessions in text and footnotes, each with verb, place and paragraph. */
import type { Knowledge } from '../../../src/ingest/knowledge.js';
import { citationsOf, invented, readingOf, resolution, seedKnowledge } from '../../support/invented-documents.js';

/** The citations of one preambular clause, without the paragraph. */
const inClause = (clause: string, notes: string[] = []) =>
  citationsOf(resolution({ preamble: [clause], notes })).map((each) => each.replace(' PP1', ''));

describe('places', () => {
  test('the head, the preamble, a numbered paragraph, an annex and a footnote are told apart', () => {
    const text = resolution({
      brackets: '[on the report of the Second Committee (A/80/555, para. 7)]',
      preamble: ['Recalling its resolution 70/1,', 'Noting the lamps,¹'],
      operative: ['Welcomes resolution 70/125;', 'Adopts the annex.'],
      notes: ['See resolution 72/228.'],
      annex: 'Annex\n\nRules\n\n1. Keepers shall follow resolution 74/197.',
    });
    expect(citationsOf(text)).toEqual([
      'CITES A/80/555 HEADER',
      'RECALLS A/RES/70/1 PP1',
      'NOTES A/RES/72/228 PP2 note 1',
      'WELCOMES A/RES/70/125 1',
      'CITES A/RES/74/197 1 of annex I',
    ]);
  });

  test('the draft in the brackets of the head is no citation', () => {
    expect(citationsOf(resolution({ brackets: '[without reference to a Main Committee (A/99/L.62)]' }))).toEqual([]);
  });

  test('what recommended a resolution of the Council is one', () => {
    const text = resolution({
      body: 'Economic and Social Council',
      brackets: '[on the recommendation of the Commission on Science and Technology for Development (E/2020/31)]',
    });
    expect(citationsOf(text)).toEqual(['CITES E/2020/31 HEADER']);
    expect(readingOf(text).document.recommendedBy).toBe('session/CSTD-23');
  });

  test('a sub-paragraph counts as its paragraph', () => {
    const operative = ['Requests the Secretary-General:\n\n(a) To see to resolution 70/1;\n\n(b) To rest;'];
    expect(citationsOf(resolution({ operative }))).toEqual(['REQUESTS A/RES/70/1 1']);
  });

  test('the document itself is not cited by itself', () => {
    expect(citationsOf(resolution({ operative: ['Recalls resolution 99/999 and resolution 70/1.'] }))).toEqual(['RECALLS A/RES/70/1 1']);
  });

  test('each row is given once, and the same document twice where verb or paragraph differ', () => {
    const preamble = [
      'Recalling resolution 70/1, and resolution 70/1 again,',
      'Recalling resolution 70/1, and reaffirming resolution 70/1,',
    ];
    expect(citationsOf(resolution({ preamble }))).toEqual(['RECALLS A/RES/70/1 PP1', 'RECALLS A/RES/70/1 PP2', 'REAFFIRMS A/RES/70/1 PP2']);
  });

  test('the date that the text gives a document stands beside it', () => {
    const { citations } = readingOf(resolution({ preamble: ['Recalling resolutions 70/1 of 25 September 2015 and 70/125,'] }));
    expect(citations.map(({ to, date }) => [to, date])).toEqual([
      ['A/RES/70/1', '2015-09-25'],
      ['A/RES/70/125', null],
    ]);
  });

  test('a document of the dataset has its id, another none; half of a double symbol is enough', () => {
    const { citations } = readingOf(resolution({ preamble: ['Recalling resolutions 70/1 and 70/2, and E/2020/31,'] }));
    expect(citations.map(({ to, id }) => [to, id])).toEqual([
      ['A/RES/70/1', 'resolution/A/RES/70/1'],
      ['A/RES/70/2', null],
      ['E/2020/31', 'report/E/2020/31-E/CN.16/2020/4'],
    ]);
  });
});

describe('the verb', () => {
  test.each([
    [
      'the first of the clause',
      'Recalling its resolutions 70/1, 70/125 and 72/228,',
      ['RECALLS A/RES/70/1', 'RECALLS A/RES/70/125', 'RECALLS A/RES/72/228'],
    ],
    ['the nearest before it', 'Noting the lamps, and reaffirming the oil, as set forth in resolution 70/1,', ['REAFFIRMS A/RES/70/1']],
    [
      'of a footnote, where it hangs',
      'Noting the lamps,¹ and reaffirming the oil,²',
      ['NOTES A/RES/70/1 note 1', 'REAFFIRMS A/RES/70/125 note 2'],
    ],
    [
      'not that of a relative clause',
      'Recalling resolution 70/125, in which it requested lamps, and resolution 70/1,',
      ['RECALLS A/RES/70/125', 'RECALLS A/RES/70/1'],
    ],
    ['none of the vocabulary', 'Convinced that resolution 70/1 gives light,', ['CITES A/RES/70/1']],
  ])('is %s: %s', (_, clause, expected) => {
    expect(inClause(clause, ['Resolution 70/1.', 'Resolution 70/125.'])).toEqual(expected);
  });

  test('a report of the Secretary-General has no governing verbs', () => {
    expect(citationsOf(invented('short-report'))).toEqual(['CITES E/RES/2006/46 1', 'CITES A/RES/70/125 2 note 2']);
  });
});

describe('footnotes', () => {
  test('a list of twenty is twenty rows under the verb of the place', () => {
    const numbers = Array.from({ length: 20 }, (_, index) => `${58 + index}/${200 + index}`);
    const rows = inClause('Recalling its resolutions on lamps,¹', [`Resolutions ${numbers.slice(0, 19).join(', ')} and ${numbers[19]}.`]);
    expect(rows).toEqual(numbers.map((number) => `RECALLS A/RES/${number} note 1`));
  });

  test.each([
    [
      'of the Council by name',
      'Economic and Social Council resolutions 2006/46, 2009/7 and 2024/13.',
      ['E/RES/2006/46', 'E/RES/2009/7', 'E/RES/2024/13'],
    ],
    ['of the Council without a name', 'Resolution 2006/46.', ['E/RES/2006/46']],
    ['with a part', 'Resolution 57/270 B, sect. II.', ['A/RES/57/270 B']],
    ['with "see"', 'See resolution 70/1, annex, and A/80/221.', ['A/RES/70/1', 'A/80/221']],
    ['with "see also"', 'Resolution 70/1; see also resolution 70/125.', ['A/RES/70/1', 'A/RES/70/125']],
    ['of an old session', 'Resolution 217 A (III).', ['A/RES/217(III) A']],
    [
      'of a supplement',
      'Official Records of the Economic and Social Council, 2020, Supplement No. 11 (E/2020/31), chap. II.',
      ['E/2020/31'],
    ],
    [
      'of a supplement with its corrigendum',
      'Official Records of the Economic and Social Council, 2013, Supplement No. 11 and corrigendum (E/2013/31 and E/2013/31/Corr.1).',
      ['E/2013/31'],
    ],
    [
      'of a supplement again and again',
      'Official Records of the Economic and Social Council, 2019, Supplement No. 11 (E/2019/31); ibid., 2020, Supplement No. 11 (E/2020/31).',
      ['E/2019/31', 'E/2020/31'],
    ],
    [
      'of another body inside a report',
      'See Official Records of the Economic and Social Council, 2025, Supplement No. 7 (E/2025/27), chap. I, sect. C, resolution 69/1, annex.',
      ['E/2025/27'],
    ],
    ['of a treaty', 'United Nations, Treaty Series, vol. 1771, No. 30822.', []],
    ['of a publication', 'Lamps of the World (United Nations publication, Sales No. E.93.I.8), p. 12.', []],
    ['of an address', 'Available at https://undocs.org/A/80/1.', []],
  ])('a note %s is read', (_, note, expected) => {
    expect(inClause('Recalling the lamps of all,¹', [note])).toEqual(expected.map((to) => `RECALLS ${to} note 1`));
  });

  test.each(['Resolution 57/270 B.', 'Resolutions 57/270 A and 57/270 B.'])('a note that ends in a part is read: %s', (note) => {
    expect(inClause('Recalling the lamps of all,¹', [note])).toContain('RECALLS A/RES/57/270 B note 1');
  });

  test('"ibid." repeats the document of the note before, also twice', () => {
    expect(
      inClause('Recalling the lamps,¹ the oil,² and the keepers,³', ['Resolution 70/1, annex I.', 'Ibid., annex II.', 'Ibid.']),
    ).toEqual(['RECALLS A/RES/70/1 note 1', 'RECALLS A/RES/70/1 note 2', 'RECALLS A/RES/70/1 note 3']);
  });

  test('"ibid." after a note that cites nothing known is nothing', () => {
    expect(
      inClause('Recalling the lamps,¹ and the oil,²', ['United Nations, Treaty Series, vol. 1, No. 2.', 'Ibid., vol. 3, No. 4.']),
    ).toEqual([]);
  });

  test('"ibid." with a symbol of its own is that symbol', () => {
    expect(inClause('Recalling the lamps,¹ and the oil,²', ['Official Records, 2019 (E/2019/31).', 'Ibid., 2020 (E/2020/31).'])).toEqual([
      'RECALLS E/2019/31 note 1',
      'RECALLS E/2020/31 note 2',
    ]);
  });

  test('a note on which two places hang is cited in both', () => {
    const preamble = ['Recalling the lamps,¹', 'Noting the oil,¹'];
    expect(citationsOf(resolution({ preamble, notes: ['Resolution 70/1.'] }))).toEqual([
      'RECALLS A/RES/70/1 PP1 note 1',
      'NOTES A/RES/70/1 PP2 note 1',
    ]);
  });

  test('notes that begin anew in an annex are read where they stand', () => {
    const text = resolution({
      preamble: ['Recalling the lamps,¹\n\n¹ Resolution 70/1.'],
      operative: ['Thanks them.'],
      annex: 'Annex\n\n1. Keepers shall follow the rules.¹\n\n¹ Resolution 70/125.',
    });
    expect(citationsOf(text)).toEqual(['RECALLS A/RES/70/1 PP1 note 1', 'CITES A/RES/70/125 1 of annex I note 1']);
  });

  test('a mark without a note is nothing', () => {
    expect(inClause('Recalling the lamps,⁹ of 10⁶ keepers,')).toEqual([]);
  });

  test('marks after a space and glued ones of a printed page are read alike', () => {
    expect(citationsOf(invented('printed-resolution'))).toEqual([
      'CITES A/99/555 HEADER',
      'REAFFIRMS A/RES/70/1 PP1 note 1',
      'RECALLS A/CONF.299/2029/3 PP2 note 2',
      'RECALLS A/RES/57/238 PP3 note 3',
      'RECALLS A/RES/57/270 B PP3 note 3',
      'RECALLS A/RES/59/220 PP3 note 3',
      'RECALLS A/RES/60/252 PP3 note 3',
      'REAFFIRMS E/RES/2006/46 PP3 note 4',
      'REAFFIRMS E/RES/2009/7 PP3 note 4',
      'REAFFIRMS E/RES/2010/2 PP3 note 4',
      'REAFFIRMS E/RES/2011/16 PP3 note 4',
      'INVITES E/RES/2006/46 2 note 5',
      'INVITES E/RES/2009/7 2 note 5',
      'INVITES E/RES/2010/2 2 note 5',
      'INVITES E/RES/2011/16 2 note 5',
      'BEARING_IN_MIND A/RES/70/125 2',
      'BEARING_IN_MIND A/RES/217(III) A 2 note 6',
    ]);
  });

  test('whether footnotes are there is told', () => {
    expect(readingOf(invented('printed-resolution')).footnotesRead).toBe(true);
    expect(readingOf(resolution({})).footnotesRead).toBe(false);
  });
});

describe('documents of the World Summit', () => {
  test('those named in the text keep their place, and get the number of the footnote', () => {
    expect(
      inClause(
        'Recalling the Geneva Declaration of Principles and the Geneva Plan of Action,¹ and the Tunis Commitment and the Tunis Agenda,²',
        ['See A/C.2/59/3, annex.', 'See A/60/687.'],
      ),
    ).toEqual([
      'RECALLS WSIS-03/GENEVA/DOC/4 note 1 named',
      'RECALLS WSIS-03/GENEVA/DOC/5 note 1 named',
      'RECALLS WSIS-05/TUNIS/DOC/7 note 2 named',
      'RECALLS WSIS-05/TUNIS/DOC/6(Rev.1) note 2 named',
    ]);
  });

  test('where the text names none, the symbols of a footnote stand for both of a phase', () => {
    expect(inClause('Recalling the World Summit on the Information Society and its outcomes,¹', ['See A/C.2/59/3 and A/60/687.'])).toEqual([
      'RECALLS WSIS-03/GENEVA/DOC/4 note 1',
      'RECALLS WSIS-03/GENEVA/DOC/5 note 1',
      'RECALLS WSIS-05/TUNIS/DOC/6(Rev.1) note 1',
      'RECALLS WSIS-05/TUNIS/DOC/7 note 1',
    ]);
  });

  test('where the text names one of the two, the footnote adds nothing', () => {
    expect(inClause('Recalling the Tunis Agenda,¹', ['See A/60/687.'])).toEqual(['RECALLS WSIS-05/TUNIS/DOC/6(Rev.1) note 1 named']);
  });

  test('the outcome documents together are all four, in each paragraph that names them', () => {
    const preamble = ['Recalling the outcome documents of the World Summit on the Information Society,'];
    expect(citationsOf(resolution({ preamble, operative: ['Notes the Tunis Agenda.'] }))).toEqual([
      'RECALLS WSIS-03/GENEVA/DOC/4 PP1',
      'RECALLS WSIS-03/GENEVA/DOC/5 PP1',
      'RECALLS WSIS-05/TUNIS/DOC/6(Rev.1) PP1',
      'RECALLS WSIS-05/TUNIS/DOC/7 PP1',
      'NOTES WSIS-05/TUNIS/DOC/6(Rev.1) 1',
    ]);
  });

  test('the outcomes of the Summit without a footnote are no citation', () => {
    expect(inClause('Recalling the outcomes of the World Summit on the Information Society,')).toEqual([]);
  });
});

describe('documents by their proper names', () => {
  test('count in each paragraph where the document gives their number nowhere', () => {
    const preamble = [
      'Recalling the 2030 Agenda for Sustainable Development,',
      'Noting the Addis Ababa Action Agenda and the 2030 Agenda,',
    ];
    expect(citationsOf(resolution({ preamble }))).toEqual(['RECALLS A/RES/70/1 PP1', 'NOTES A/RES/69/313 PP2', 'NOTES A/RES/70/1 PP2']);
  });

  test('do not count where the number stands anywhere, in text or footnote', () => {
    const preamble = [
      'Recalling its resolution 70/1 on the 2030 Agenda for Sustainable Development,',
      'Noting the 2030 Agenda and the Addis Ababa Action Agenda,¹',
      'Noting the Addis Ababa Action Agenda,',
    ];
    expect(citationsOf(resolution({ preamble, notes: ['Resolution 69/313, annex.'] }))).toEqual([
      'RECALLS A/RES/70/1 PP1',
      'NOTES A/RES/69/313 PP2 note 1',
    ]);
  });

  test('do not count in a text that is older than they are', () => {
    expect(citationsOf(resolution({ date: '20 December 2024', preamble: ['Noting the Sevilla Commitment of the keepers,'] }))).toEqual([]);
    expect(citationsOf(resolution({ date: '20 December 2025', preamble: ['Noting the Sevilla Commitment of the keepers,'] }))).toEqual([
      'NOTES A/RES/79/323 PP1',
    ]);
  });
});

describe('sessions of the Commission', () => {
  test.each([
    [
      'one that is named',
      'Recalling that the Commission on Science and Technology for Development, at its twenty-seventh session, met,',
      ['RECALLS CSTD-27'],
    ],
    [
      'several',
      'Recalling the twenty-fourth and twenty-fifth sessions of the Commission on Science and Technology for Development,',
      ['RECALLS CSTD-24', 'RECALLS CSTD-25'],
    ],
    [
      'the report on one is the report',
      'Taking note of the report of the Commission on Science and Technology for Development on its twenty-third session,',
      ['TAKES_NOTE_OF E/2020/31'],
    ],
    [
      'the report at one is the session',
      'Taking note of the report of the Commission on Science and Technology for Development at its twenty-third session,',
      ['TAKES_NOTE_OF CSTD-23'],
    ],
    ['that of another Commission is none', 'Recalling the sixty-sixth session of the Commission on the Status of Women,', []],
    ['that of the Assembly is none', 'Recalling that the General Assembly, at its seventieth session, met,', []],
  ])('%s: %s', (_, clause, expected) => {
    expect(inClause(clause)).toEqual(expected);
  });

  test('the report on a session whose symbol stands in the footnote is one row, with the footnote', () => {
    expect(
      inClause('Taking note of the report of the Commission on Science and Technology for Development on its twenty-third session,¹', [
        'Official Records of the Economic and Social Council, 2020, Supplement No. 11 (E/2020/31).',
      ]),
    ).toEqual(['TAKES_NOTE_OF E/2020/31 note 1']);
  });
});

describe('acts of other bodies', () => {
  test('what looks like an act and has no symbol here is told as unresolved', () => {
    const { citations, unresolved } = readingOf(
      resolution({
        preamble: ['Recalling World Health Assembly resolution 58/28,¹'],
        notes: ['Plenipotentiary Conference resolution 71/2.'],
      }),
    );
    expect(citations).toEqual([]);
    expect(unresolved.map(({ about, paragraph }) => [about, paragraph])).toEqual([
      ['citation', 'PP1'],
      ['citation', 'PP1'],
    ]);
  });

  test.each([
    ['Recalling Human Rights Council resolutions 20/8 and 47/16,', ['RECALLS A/HRC/RES/20/8', 'RECALLS A/HRC/RES/47/16']],
    ['Recalling Security Council resolution 1325 (2000),', ['RECALLS S/RES/1325(2000)']],
    ['Recalling its resolution 217 A (III),', ['RECALLS A/RES/217(III) A']],
    ['Recalling agreed conclusions 2001/1,', ['RECALLS E agreed conclusions 2001/1']],
    [
      'Recalling Economic and Social Council decision 2011/235 and its decision 77/568,',
      ['RECALLS E/DEC/2011/235', 'RECALLS A/DEC/77/568'],
    ],
  ])('%s', (clause, expected) => {
    expect(inClause(clause)).toEqual(expected);
  });
});

describe('with the whole dataset', () => {
  let seed: Knowledge;
  beforeAll(async () => {
    seed = await seedKnowledge();
  });

  test.each([
    ['2030 Agenda for Sustainable Development', 'A/RES/70/1'],
    ['2005 World Summit Outcome', 'A/RES/60/1'],
    ['United Nations Millennium Declaration', 'A/RES/55/2'],
    ['Pact for the Future', 'A/RES/79/1'],
    ['Global Digital Compact', 'A/RES/79/1'],
    ['Universal Declaration of Human Rights', 'A/RES/217(III) A'],
    ['New Urban Agenda', 'A/RES/71/256'],
    ['Addis Ababa Action Agenda', 'A/RES/69/313'],
    ['Sevilla Commitment', 'A/RES/79/323'],
  ])('the %s is %s', (name, symbol) => {
    expect(citationsOf(resolution({ preamble: [`Recalling the ${name} of all,`] }), seed)).toEqual([`RECALLS ${symbol} PP1`]);
  });

  test('a global digital compact that is still to come is none', () => {
    expect(citationsOf(resolution({ preamble: ['Looking forward to a global digital compact,'] }), seed)).toEqual([]);
  });

  test('the report on a session is that of the year', () => {
    const preamble = ['Taking note of the report of the Commission on Science and Technology for Development on its fourteenth session,'];
    expect(citationsOf(resolution({ preamble }), seed)).toEqual(['TAKES_NOTE_OF E/2011/31 PP1']);
  });
});

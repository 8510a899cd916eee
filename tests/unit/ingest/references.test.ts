/** Symbols and numbers in running text: what is read as which document, and what is none. */
import type { Body } from '../../../src/domain/vocabulary.js';
import { outcomesNamedIn, outcomesOfSymbol } from '../../../src/ingest/outcomes.js';
import { dateFollowing, referencesIn } from '../../../src/ingest/references.js';

const found = (text: string, own: Body | null = 'GENERAL_ASSEMBLY') => referencesIn(text, own).found.map(({ to }) => to);

describe('numbers of resolutions and decisions', () => {
  test.each([
    ['one of the Assembly', 'its resolution 70/125', ['A/RES/70/125']],
    ['one of the Council, told by its year', 'resolution 2006/46', ['E/RES/2006/46']],
    ['with the body before', 'General Assembly resolution 70/1', ['A/RES/70/1']],
    ['with the short body before', 'Assembly resolution 70/1', ['A/RES/70/1']],
    ['of the Council by its name', 'Economic and Social Council resolution 2006/46', ['E/RES/2006/46']],
    ['of the Council by its short name', 'Council resolution 2006/46', ['E/RES/2006/46']],
    ['with the body behind', 'resolution of the Economic and Social Council 2006/46', ['E/RES/2006/46']],
    ['several with the body behind', 'resolutions of the General Assembly 70/1 and 70/125', ['A/RES/70/1', 'A/RES/70/125']],
    ['with a part of it named', 'resolution 57/270 B of 23 June 2003', ['A/RES/57/270 B']],
    [
      'a list with a part',
      'resolutions 57/238, 57/270 B, 59/220 and 60/252',
      ['A/RES/57/238', 'A/RES/57/270 B', 'A/RES/59/220', 'A/RES/60/252'],
    ],
    ['a list of both parts', 'resolutions 57/270 A and 57/270 B', ['A/RES/57/270 A', 'A/RES/57/270 B']],
    [
      'a list with dates',
      'resolutions 70/1 of 25 September 2015, 70/125 of 16 December 2015 and 72/228 of 20 December 2017',
      ['A/RES/70/1', 'A/RES/70/125', 'A/RES/72/228'],
    ],
    ['a list of both bodies, each called', 'its resolution 70/1 and Council resolution 2006/46', ['A/RES/70/1', 'E/RES/2006/46']],
    ['a list with annexes', 'resolutions 69/313, annex, and 70/1', ['A/RES/69/313', 'A/RES/70/1']],
    ['a list with "as well as"', 'resolutions 70/1 as well as 70/125', ['A/RES/70/1', 'A/RES/70/125']],
    ['a capital in front', 'Resolution 70/1.', ['A/RES/70/1']],
    ['with "see"', 'See resolution 70/1.', ['A/RES/70/1']],
    ['with "see also"', 'see also resolutions 70/1 and 70/125', ['A/RES/70/1', 'A/RES/70/125']],
    ['a special session', 'resolution S-27/2', ['A/RES/S-27/2']],
    ['an emergency special session', 'resolution ES-11/1', ['A/RES/ES-11/1']],
    ['a roman session', 'resolution 2625 (XXV)', ['A/RES/2625(XXV)']],
    ['a roman session with a part', 'General Assembly resolution 217 A (III)', ['A/RES/217(III) A']],
    ['a roman session glued', 'resolution 217A (III)', ['A/RES/217(III) A']],
    ['a roman special session', 'resolutions 3201 (S-VI) and 3202 (S-VI)', ['A/RES/3201(S-VI)', 'A/RES/3202(S-VI)']],
    ['a decision of the Assembly', 'its decision 77/568', ['A/DEC/77/568']],
    ['a decision of the Council', 'Economic and Social Council decision 2011/235', ['E/DEC/2011/235']],
    [
      'resolutions and decisions of one list',
      'resolution 70/1, decision 77/568 and resolution 70/125',
      ['A/RES/70/1', 'A/DEC/77/568', 'A/RES/70/125'],
    ],
    ['agreed conclusions', 'agreed conclusions 2001/1', ['E agreed conclusions 2001/1']],
    ['one of the Security Council', 'Security Council resolution 1325 (2000)', ['S/RES/1325(2000)']],
    [
      'several of the Security Council',
      'Security Council resolutions 1325 (2000) and 2250 (2015)',
      ['S/RES/1325(2000)', 'S/RES/2250(2015)'],
    ],
    ['one of the Human Rights Council', 'Human Rights Council resolution 47/16', ['A/HRC/RES/47/16']],
    ['several of the Human Rights Council', 'Human Rights Council resolutions 20/8 and 47/16', ['A/HRC/RES/20/8', 'A/HRC/RES/47/16']],
    [
      'one of the Human Rights Council behind "in its"',
      'recalls that the Human Rights Council, in its resolution 47/16',
      ['A/HRC/RES/47/16'],
    ],
    ['with an apostrophe', 'the General Assembly’s resolution 70/1', ['A/RES/70/1']],
    ['paragraphs of it', 'paragraph 12 of its resolution 70/125', ['A/RES/70/125']],
    ['its annex', 'resolution 69/313, annex.', ['A/RES/69/313']],
    ['in brackets', 'the review (resolution 70/125)', ['A/RES/70/125']],
    ['at the end of a sentence', 'as said in resolution 70/125. The other', ['A/RES/70/125']],
    ['over the words "adopted in"', 'as adopted in resolution 79/1 entitled “The Pact for the Future”', ['A/RES/79/1']],
  ])('%s: %s', (_, text, expected) => {
    expect(found(text)).toEqual(expected);
  });

  test('a list with semicolons is read to its end', () => {
    expect(found('resolutions 70/1; 70/125; and 72/228')).toEqual(['A/RES/70/1', 'A/RES/70/125', 'A/RES/72/228']);
  });

  test('twenty of one footnote are read, each with its own place', () => {
    const numbers = Array.from({ length: 20 }, (_, index) => `${58 + index}/${200 + index}`);
    const text = `Resolutions ${numbers.slice(0, -1).join(', ')} and ${numbers.at(-1)}.`;
    const { found: all } = referencesIn(text, null);
    expect(all.map(({ to }) => to)).toEqual(numbers.map((number) => `A/RES/${number}`));
    expect(all.map(({ at, end }) => text.slice(at, end))).toEqual(numbers);
  });

  test.each([
    ['"its" in a document of the Assembly', 'its resolutions 70/1 and 70/125', 'GENERAL_ASSEMBLY', ['A/RES/70/1', 'A/RES/70/125']],
    [
      '"its" in a document of the Council',
      'its resolutions 2006/46 and 2021/28',
      'ECONOMIC_AND_SOCIAL_COUNCIL',
      ['E/RES/2006/46', 'E/RES/2021/28'],
    ],
    [
      'an act of the Assembly in a document of the Council',
      'resolution 70/1 and its resolution 2006/46',
      'ECONOMIC_AND_SOCIAL_COUNCIL',
      ['A/RES/70/1', 'E/RES/2006/46'],
    ],
    [
      '"the Council" where the Human Rights Council is meant',
      'Recalling the Human Rights Council and Council resolution 47/16',
      'GENERAL_ASSEMBLY',
      ['A/HRC/RES/47/16'],
    ],
  ] as const)('%s', (_, text, own, expected) => {
    expect(found(text, own)).toEqual(expected);
  });

  test.each([
    ['a goal', 'Goal 9 and targets 9.1/9.2'],
    ['a ratio', 'some 2/3 of all keepers'],
    ['a season', 'in 2023/24 the lamps'],
    ['the word alone', 'this resolution and 12 decisions'],
    ['a year behind', 'the resolution of 2006'],
    ['a paragraph of the resolution', 'resolution, paragraph 3'],
    ['an address', 'see https://docs.un.org/en/A/RES/70/1 and www.un.org/A/80/221'],
    ['a count', 'adopted 70 resolutions'],
    ['a decision of a conference with its letters', 'FCCC decision 1/CP.21'],
  ])('%s is no reference: %s', (_, text) => {
    expect(found(text)).toEqual([]);
  });

  test.each([
    ['a chapter of a report', 'See E/2025/27, chap. I, sect. C, resolution 69/1', ['E/2025/27']],
    [
      'a supplement',
      'Official Records of the Economic and Social Council, 2025, Supplement No. 7 (E/2025/27), chap. I, resolution 69/1, annex',
      ['E/2025/27'],
    ],
    ['a report of a conference', 'A/CONF.219/7, chap. I, resolution 1, annex', ['A/CONF.219/7']],
    [
      'a publication with a sales number',
      'Report of the Summit (United Nations publication, Sales No. E.93.I.8), vol. I, resolution 1, annex II',
      [],
    ],
  ])('an act inside %s is that document', (_, text, expected) => {
    expect(found(text)).toEqual(expected);
  });

  test('an act of the Assembly after a chapter of another note is one again', () => {
    expect(found('See E/2025/27, chap. I, resolution 69/1; and resolution 70/1')).toEqual(['E/2025/27', 'A/RES/70/1']);
  });

  test.each([
    ['a conference', 'Plenipotentiary Conference resolution 71/2'],
    ['the World Health Assembly', 'World Health Assembly resolution 58/28'],
    ['the Environment Assembly', 'United Nations Environment Assembly resolution 4/23'],
    ['a Commission without acts of its own here', 'Statistical Commission decision 47/101'],
    ['the Security Council by an odd number', 'Security Council resolution 70/1'],
  ])('the act of %s is unclear, and is told', (_, text) => {
    const { found: none, unclear } = referencesIn(text, 'GENERAL_ASSEMBLY');
    expect(none).toEqual([]);
    expect(unclear).toEqual([expect.objectContaining({ reason: expect.stringContaining('no symbol') })]);
  });
});

describe('symbols written out', () => {
  test.each([
    ['a report', 'the report (A/80/221)', ['A/80/221']],
    ['a double symbol', 'the report (A/76/64-E/2021/11)', ['A/76/64-E/2021/11']],
    ['a double symbol with an en dash', 'A/76/64–E/2021/11', ['A/76/64-E/2021/11']],
    ['a double symbol with a minus', 'A/76/64−E/2021/11', ['A/76/64-E/2021/11']],
    ['a double symbol with an em dash', 'A/76/64—E/2021/11', ['A/76/64-E/2021/11']],
    ['a double symbol with a star', 'A/76/64*-E/2021/11*', ['A/76/64-E/2021/11']],
    ['a double symbol with a space that a line break left', 'A/76/64- E/2021/11', ['A/76/64-E/2021/11']],
    ['a report of the Council', 'E/2021/31', ['E/2021/31']],
    ['a double symbol of the Commission', 'E/2021/31-E/CN.16/2021/4', ['E/2021/31-E/CN.16/2021/4']],
    ['a committee', 'A/C.2/59/3', ['A/C.2/59/3']],
    ['a conference', 'A/CONF.219/2023/3', ['A/CONF.219/2023/3']],
    ['a board', 'TD/B/EDE/6/4', ['TD/B/EDE/6/4']],
    ['a Board of UNCTAD', 'TD/B/C.II/55', ['TD/B/C.II/55']],
    ['a part of a resolution', 'A/RES/57/270 B', ['A/RES/57/270 B']],
    ['a revision', 'E/CN.16/2024/2/Rev.1', ['E/CN.16/2024/2/Rev.1']],
    ['an addendum', 'A/80/221/Add.1', ['A/80/221/Add.1']],
    ['a corrigendum is part of what it corrects', 'A/80/221/Corr.1', ['A/80/221']],
    ['a report and its corrigendum', 'E/2012/31 and E/2012/31/Corr.1', ['E/2012/31', 'E/2012/31']],
    ['a corrigendum in words', 'A/80/221 and Corr.1', ['A/80/221']],
    ['a part', 'A/80/6 (Sect. 3)', ['A/80/6 (Sect. 3)']],
    ['a resolution by its symbol', 'A/RES/70/125', ['A/RES/70/125']],
    ['one of the outcome documents', 'WSIS-05/TUNIS/DOC/6(Rev.1)', ['WSIS-05/TUNIS/DOC/6(Rev.1)']],
    ['the word before it makes it an act', 'resolution A/70/125', ['A/RES/70/125']],
    ['before a comma and a chapter', 'A/80/221, chap. II.', ['A/80/221']],
    ['in a list', 'A/80/221, A/80/222 and E/2025/9', ['A/80/221', 'A/80/222', 'E/2025/9']],
    ['with a stop at the end', 'See A/80/221.', ['A/80/221']],
    ['drafts', 'A/C.2/80/L.58', ['A/C.2/80/L.58']],
    ['of the Human Rights Council', 'A/HRC/51/17', ['A/HRC/51/17']],
  ])('%s: %s', (_, text, expected) => {
    expect(found(text)).toEqual(expected);
  });

  test.each([
    ['and/or'],
    ['Internet/mobile'],
    ['TCP/IP'],
    ['HIV/AIDS'],
    ['24/7'],
    ['S/he'],
    ['2021/22'],
    ['N/A'],
    ['A/B testing'],
    ['km/h'],
    ['MPEG4/5'],
    ['G7/8'],
    ['Q1/2'],
  ])('"%s" is no symbol', (text) => {
    expect(found(`the ${text} of keepers`)).toEqual([]);
  });
});

describe('acts whose body is named', () => {
  test.each([
    'Commission for Social Development resolution 62/1',
    'Economic and Social Commission for Asia and the Pacific resolution 78/1',
    'Commission on the Status of Women resolution 60/2',
    'Executive Board of the United Nations Development Programme decision 2020/1',
  ])('%s has no symbol here', (text) => {
    expect(found(text)).toEqual([]);
  });

  test.each([
    ['resolution 47/16 of the Human Rights Council', ['A/HRC/RES/47/16']],
    ['resolution 58/28 of the World Health Assembly', []],
    ['resolution 70/1 of the General Assembly', ['A/RES/70/1']],
    ['resolution 2006/46 of the Council', ['E/RES/2006/46']],
    ['resolution 1325 (2000) of the Security Council', ['S/RES/1325(2000)']],
    ['ECOSOC resolution 2006/46', ['E/RES/2006/46']],
    ['GA resolution 70/125', ['A/RES/70/125']],
    ['United Nations resolution 70/125', ['A/RES/70/125']],
  ])('%s is that of the body', (text, expected) => {
    expect(found(text)).toEqual(expected);
  });
});

describe('symbols that are read wrong', () => {
  test.each([
    ['A/RES/217 (III) A', ['A/RES/217(III) A']],
    ['A/RES/2625 (XXV)', ['A/RES/2625(XXV)']],
  ])('%s', (text, expected) => {
    expect(found(text)).toEqual(expected);
  });

  test.each(['COVID-19/20', 'ISO/IEC/27001'])('"%s" is no symbol', (text) => {
    expect(found(`the ${text} of keepers`)).toEqual([]);
  });
});

describe('bodies that are read wrong', () => {
  test.each([
    ['in accordance with UNGA resolution 70/125', ['A/RES/70/125']],
    ['as said in the GA resolution 70/125', ['A/RES/70/125']],
    ['as said in HRC resolution 47/16', ['A/HRC/RES/47/16']],
  ])('%s', (text, expected) => {
    expect(found(text)).toEqual(expected);
  });

  test('another Assembly that is named before an act does not make it its own', () => {
    expect(found('as the World Health Assembly did in 2005, and in resolution 70/1')).toEqual(['A/RES/70/1']);
  });

  test.each([
    ['resolution 47/16 of the Human Rights Council and resolution 70/1', ['A/HRC/RES/47/16', 'A/RES/70/1']],
    ['resolution 58/28 of the World Health Assembly and the report A/80/221', ['A/80/221']],
  ])('a body behind the number, and more: %s', (text, expected) => {
    expect(found(text)).toEqual(expected);
  });
});

describe('dates', () => {
  test.each([
    [' of 16 December 2015', { date: '2015-12-16', length: 20 }],
    [' of 5 May 2029 on', { date: '2029-05-05', length: 14 }],
    [' of 16 Decembre 2015', null],
    [' of December 2015', null],
    [', of 16 December 2015', null],
  ])('behind a number "%s" is %j', (text, expected) => {
    expect(dateFollowing(text)).toEqual(expected);
  });

  test('belong to the number before them', () => {
    const { found: all } = referencesIn('resolutions 70/1 of 25 September 2015 and 70/125 and A/80/221 of 1 May 2025', null);
    expect(all.map(({ to, date }) => [to, date])).toEqual([
      ['A/RES/70/1', '2015-09-25'],
      ['A/RES/70/125', null],
      ['A/80/221', '2025-05-01'],
    ]);
  });
});

describe('outcome documents by name', () => {
  const named = (text: string) => outcomesNamedIn(text).map(({ to }) => to.replace(/^WSIS-0(\d)\/[A-Z]+\/DOC\//, '$1:'));

  test.each([
    ['the Tunis Agenda for the Information Society', ['5:6(Rev.1)']],
    ['the Tunis Commitment and the Tunis Agenda', ['5:7', '5:6(Rev.1)']],
    ['the Geneva Declaration of Principles and Plan of Action', ['3:4', '3:5']],
    ['the Geneva Declaration of Principles and the Geneva Plan of Action', ['3:4', '3:5']],
    ['the Declaration of Principles adopted in Geneva', ['3:4']],
    ['the outcome documents of the World Summit on the Information Society', ['3:4', '3:5', '5:6(Rev.1)', '5:7']],
    ['the WSIS outcome documents', ['3:4', '3:5', '5:6(Rev.1)', '5:7']],
    ['the outcome documents of the Geneva and Tunis phases', ['3:4', '3:5', '5:6(Rev.1)', '5:7']],
    ['outcome documents adopted at both phases of the World Summit', ['3:4', '3:5', '5:6(Rev.1)', '5:7']],
  ])('%s', (text, expected) => {
    expect(named(text)).toEqual(expected);
  });

  test.each([
    ['outcomes of the World Summit on the Information Society'],
    ['the outcome documents of the World Summit for Social Development'],
    ['the outcome documents of the World Summit on Sustainable Development'],
    ['the Istanbul Plan of Action and Geneva'],
    ['the Plan of Action'],
    ['the Declaration of Principles'],
    ['the Tunis phase of the World Summit'],
    ['the Plan of Action for the lamps, as said at the World Summit on the Information Society'],
    ['the agenda of Tunis'],
  ])('"%s" names none', (text) => {
    expect(named(text)).toEqual([]);
  });

  test.each([
    'the Declaration of Principles and the Plan of Action of the World Summit on the Information Society',
    'the Declaration of Principles and Plan of Action of WSIS',
  ])('%s', (text) => {
    expect(named(text)).toEqual(['3:4', '3:5']);
  });

  test('two symbols stand for both documents of a phase', () => {
    expect(outcomesOfSymbol('A/C.2/59/3')).toEqual(['WSIS-03/GENEVA/DOC/4', 'WSIS-03/GENEVA/DOC/5']);
    expect(outcomesOfSymbol('A/60/687')).toEqual(['WSIS-05/TUNIS/DOC/6(Rev.1)', 'WSIS-05/TUNIS/DOC/7']);
    expect(outcomesOfSymbol('A/80/221')).toEqual([]);
  });
});

describe('lists', () => {
  test.each([
    ['a name in brackets', 'resolutions 55/2, 60/1 (2005 World Summit Outcome) and 70/1', ['A/RES/55/2', 'A/RES/60/1', 'A/RES/70/1']],
    ['names between dated numbers', 'resolutions 55/2 of 8 September 2000 and 60/1 of 16 September 2005', ['A/RES/55/2', 'A/RES/60/1']],
    ['paragraphs between', 'resolution 70/1, para. 12, and 70/125', ['A/RES/70/1', 'A/RES/70/125']],
    [
      'a section before a number',
      'resolutions 57/238, section I of resolution 57/270 B and 59/220',
      ['A/RES/57/238', 'A/RES/57/270 B', 'A/RES/59/220'],
    ],
    [
      'the other body in the midst',
      'General Assembly resolution 71/256, annex, and Council resolution 2017/24',
      ['A/RES/71/256', 'E/RES/2017/24'],
    ],
  ])('one with %s is read to its end', (_, text, expected) => {
    expect(found(text)).toEqual(expected);
  });
});

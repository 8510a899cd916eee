/** Of which family a document is by its own text, what its head says, and which texts are refused. */
import { ErrorCode, PublicError } from '../../../src/errors.js';
import { readDocumentFacts } from '../../../src/ingest/families.js';
import { pagesOfText } from '../../../src/ingest/source/text-pages.js';
import { handful, invented, readingOf, resolution } from '../../support/invented-documents.js';

const factsOf = (text: string) => readDocumentFacts(pagesOfText(text), handful);
const refusal = (text: string): unknown => {
  try {
    return factsOf(text);
  } catch (error) {
    return error;
  }
};

describe('resolutions', () => {
  test('one of the Assembly as it is printed', () => {
    expect(factsOf(invented('printed-resolution'))).toEqual({
      kind: 'GENERAL_ASSEMBLY_RESOLUTION',
      symbol: 'A/RES/99/7',
      title: 'Lanterns for sustainable harbours',
      body: 'GENERAL_ASSEMBLY',
      date: '2029-05-02',
      session: 'Ninety-ninth session',
      agendaItem: '77 (b)',
      recommendedBy: 'Second Committee',
      draftOf: null,
      drafts: [],
    });
  });

  test('one of the Assembly with a paragraph on each line', () => {
    expect(factsOf(resolution({ brackets: '[without reference to a Main Committee (A/99/L.62 and A/99/L.62/Add.1)]' }))).toMatchObject({
      kind: 'GENERAL_ASSEMBLY_RESOLUTION',
      symbol: 'A/RES/99/999',
      title: 'Invented paragraphs for the tests',
      date: '2025-12-20',
      recommendedBy: null,
      drafts: ['A/99/L.62', 'A/99/L.62/Add.1'],
    });
  });

  test('one of the Council', () => {
    expect(factsOf(resolution({ body: 'Economic and Social Council' }))).toMatchObject({
      kind: 'ECOSOC_RESOLUTION',
      symbol: 'E/RES/2099/99',
      body: 'ECONOMIC_AND_SOCIAL_COUNCIL',
    });
  });

  test('the title may run over lines', () => {
    expect(factsOf(invented('broken-lines'))).toMatchObject({
      title: 'Keepers of lanterns and other people who are awake at night',
      symbol: 'A/RES/99/9',
    });
  });

  test('a mark behind the title is no part of it', () => {
    const text = resolution({}).replace('for the tests', 'for the tests¹');
    expect(factsOf(text).title).toBe('Invented paragraphs for the tests');
  });

  test('the letter of a part, under the title or behind it, belongs to the symbol', () => {
    const text = resolution({}).replace('for the tests\n', 'for the tests\n\nB\n');
    expect(factsOf(text)).toMatchObject({ symbol: 'A/RES/99/999 B', title: 'Invented paragraphs for the tests' });
  });

  test('a text that says the day only at its end has that date', () => {
    const text = resolution({ operative: ['Thanks them.'] }).replace(
      'Resolution adopted by the General Assembly on 20 December 2025',
      'Resolution adopted by the General Assembly',
    );
    expect(factsOf(text).date).toBe('2025-12-20');
  });

  test('a text without its own number has that of the comment in its first line', () => {
    const text = resolution({}).replace('99/999. ', '');
    expect(factsOf(`# source: invented for the tests, as A/RES/99/999\n${text}`).symbol).toBe('A/RES/99/999');
    expect(factsOf(text).symbol).toBeNull();
  });
});

describe('decisions', () => {
  const decision = (body: string, number: string) =>
    `# source: invented for the tests\n${number}. Lanterns\n\nAt its 65th plenary meeting, on 16 December 2043, the ${body}, on the proposal of its President, decided to light lanterns, recalling its resolution 70/1.`;

  test.each([
    ['General Assembly', '98/524', 'A/DEC/98/524', 'GENERAL_ASSEMBLY'],
    ['Economic and Social Council', '2043/235', 'E/DEC/2043/235', 'ECONOMIC_AND_SOCIAL_COUNCIL'],
  ])('one of the %s', (body, number, symbol, expected) => {
    expect(factsOf(decision(body, number))).toMatchObject({
      kind: 'DECISION',
      symbol,
      body: expected,
      title: 'Lanterns',
      date: '2043-12-16',
    });
  });

  test('one without its number has it from the comment', () => {
    const text = decision('General Assembly', '98/524').replace('98/524. ', '').replace('for the tests', 'for the tests: decision 98/524');
    expect(factsOf(text)).toMatchObject({ symbol: 'A/DEC/98/524', title: 'Lanterns' });
  });

  test('what it cites is read', () => {
    expect(readingOf(decision('General Assembly', '98/524')).citations).toMatchObject([{ to: 'A/RES/70/1', where: 'BODY' }]);
  });

  test('a meeting that decided nothing is none', () => {
    expect(refusal('Lanterns\n\nAt its 65th plenary meeting, on 16 December 2043, the General Assembly met.')).toBeInstanceOf(PublicError);
  });
});

describe('drafts', () => {
  test('one of a Committee, with the resolution that it became', () => {
    expect(factsOf(invented('draft'))).toEqual({
      kind: 'DRAFT',
      symbol: 'A/C.2/98/L.5',
      title: 'Lanterns for sustainable harbours and their keepers',
      body: 'GENERAL_ASSEMBLY',
      date: '2043-11-16',
      session: 'Ninety-eighth session',
      agendaItem: '15 (a)',
      recommendedBy: null,
      draftOf: 'A/RES/98/5',
      drafts: [],
    });
  });

  test('one of a plenary', () => {
    const text = invented('draft')
      .replace('A/C.2/98/L.5', 'A/98/L.41')
      .replace('Invented State: draft resolution', 'Draft resolution submitted by the President of the General Assembly');
    expect(factsOf(text)).toMatchObject({ kind: 'DRAFT', symbol: 'A/98/L.41', draftOf: null });
  });

  test('one of the Council', () => {
    const text = invented('draft')
      .replace('A/C.2/98/L.5', 'E/2043/L.17')
      .replace('General Assembly \nDistr', 'Economic and Social Council \nDistr')
      .replace('The General Assembly,', 'The Economic and Social Council,');
    expect(factsOf(text)).toMatchObject({ kind: 'DRAFT', symbol: 'E/2043/L.17', body: 'ECONOMIC_AND_SOCIAL_COUNCIL' });
  });

  test('its paragraphs are read as those of a resolution', () => {
    const { paragraphs, citations, asks } = readingOf(invented('draft'));
    expect(paragraphs.map(({ number, where }) => [number, where])).toEqual([
      ['PP1', 'PREAMBLE'],
      ['1', 'OPERATIVE'],
    ]);
    expect(citations).toMatchObject([{ to: 'A/RES/70/1', verb: 'RECALLS' }]);
    expect(asks).toMatchObject([{ verb: 'REQUESTS' }]);
  });

  test('a resolution that names its draft is no draft', () => {
    expect(factsOf(resolution({ brackets: '[on the basis of draft resolution A/99/L.1]' })).kind).toBe('GENERAL_ASSEMBLY_RESOLUTION');
  });
});

describe('reports and notes', () => {
  test('a report of the Secretary-General on the Summit', () => {
    expect(factsOf(invented('short-report'))).toMatchObject({
      kind: 'SECRETARY_GENERAL_REPORT',
      title:
        'Progress made in the implementation of and follow-up to the outcomes of the World Summit on the Information Society at the regional and international levels',
      body: null,
      date: '2029-03-04',
      session: 'Eighty-fourth session',
      agendaItem: '17',
    });
  });

  test('the two symbols of its masthead are one', () => {
    const text = invented('short-report').replace(
      'General Assembly\nEconomic and Social Council\n',
      'A/84/60–E/2029/8\n\nGeneral Assembly\nEconomic and Social Council\n',
    );
    expect(factsOf(text).symbol).toBe('A/84/60-E/2029/8');
    const apart = invented('short-report').replace(
      'General Assembly\nEconomic and Social Council\n',
      'A/84/60\nE/2029/8\n\nGeneral Assembly\nEconomic and Social Council\n',
    );
    expect(factsOf(apart).symbol).toBe('A/84/60-E/2029/8');
  });

  test('a report of the Secretary-General on something else is refused', () => {
    expect(refusal('Report of the Secretary-General\n\n1. Lanterns burn.')).toBeInstanceOf(PublicError);
  });

  test('a concept note', () => {
    expect(factsOf(invented('concept-note'))).toMatchObject({
      kind: 'CONCEPT_NOTE',
      symbol: null,
      body: null,
      session: 'Thirty-ninth session',
    });
    const { citations, asks } = readingOf(invented('concept-note'));
    expect(citations.map(({ to, verb, where }) => `${verb} ${to} ${where}`)).toEqual([
      'CITES CSTD-38 BODY',
      'CITES E/RES/2006/46 BODY',
      'CITES A/RES/70/125 BODY',
    ]);
    expect(asks).toEqual([]);
  });
});

describe('sessions and items of the head', () => {
  const withHead = (...lines: string[]) => factsOf(`${lines.join('\n')}\n\n${resolution({})}`);

  test.each(['Eightieth session', 'Twenty-seventh special session', 'Tenth emergency special session', '2021 session'])(
    '"%s" is a session',
    (line) => {
      expect(withHead(line).session).toBe(line);
    },
  );

  test.each([
    ['Agenda item 15', '15'],
    ['Agenda item 20 (a)', '20 (a)'],
    ['Agenda item 13 (a) and (b)', '13 (a) and (b)'],
    ['Item 18 (b) of the annotated agenda', '18 (b)'],
  ])('"%s" is item %s', (line, item) => {
    expect(withHead(line).agendaItem).toBe(item);
  });

  test.each([
    ['Agenda items 13 and 16', '13 and 16'],
    ['Agenda items 14, 15 and 16', '14, 15 and 16'],
  ])('"%s" are items %s', (line, items) => {
    expect(withHead(line).agendaItem).toBe(items);
  });
});

describe('heads that are read wrong', () => {
  test('a draft of the Council stays one where a line of its text begins with a symbol of the Assembly', () => {
    const text = invented('draft')
      .replace('A/C.2/98/L.5', 'E/2043/L.17')
      .replace('The General Assembly,', 'The Economic and Social Council,');
    expect(factsOf(text.replace('Recalling its resolution 70/1 of', 'Recalling its resolution\nA/RES/70/1 of')).body).toBe(
      'ECONOMIC_AND_SOCIAL_COUNCIL',
    );
  });

  test('a decision may name a document before it decides', () => {
    const text =
      '98/524. Lanterns\n\nAt its 65th plenary meeting, on 16 December 2043, the General Assembly, taking note of the proposal (A/98/L.9), decided to light them.';
    expect(factsOf(text)).toMatchObject({ kind: 'DECISION' });
  });
  test('the symbol may stand behind "United Nations"', () => {
    expect(factsOf(`United Nations A/84/60–E/2029/8\n\n${invented('short-report')}`).symbol).toBe('A/84/60-E/2029/8');
  });
});

describe('texts of no family', () => {
  test.each([
    ['nothing', ''],
    ['a letter', 'Dear keepers,\n\nPlease light the lamps.'],
    [
      'French',
      'Résolution adoptée par l’Assemblée générale le 20 décembre 2025\n\n99/999. Lampes\n\nL’Assemblée générale,\n\nRappelant sa résolution 70/1,\n\n1. Prie le Secrétaire général de veiller.',
    ],
    ['Spanish', 'Resolución aprobada por la Asamblea General el 20 de diciembre de 2025\n\n99/999. Lámparas'],
    [
      'a resolution of the Security Council',
      'Resolution 9999 (2099)\n\nAdopted by the Security Council at its 9999th meeting, on 1 May 2099\n\nThe Security Council,\n\n1. Thanks them.',
    ],
    [
      'a resolution of the Human Rights Council',
      'Resolution adopted by the Human Rights Council on 1 May 2099\n\n99/9. Lamps\n\nThe Human Rights Council,\n\n1. Thanks them.',
    ],
    ['a page of the web', '<p>Resolution</p>'],
    ['numbers', '1 2 3 '.repeat(1000)],
  ])('%s is refused with UNKNOWN_DOCUMENT, which tells the families', (_, text) => {
    const error = refusal(text);
    expect(error).toBeInstanceOf(PublicError);
    expect((error as PublicError).code).toBe(ErrorCode.UNKNOWN_DOCUMENT);
    expect((error as PublicError).message).toMatch(/resolution.*decision.*draft.*report.*concept note.*English/);
  });

  test('a text that names a resolution far below its head is none', () => {
    expect(refusal(`${'Lamps burn.\n\n'.repeat(100)}Resolution adopted by the General Assembly on 20 December 2025`)).toBeInstanceOf(
      PublicError,
    );
  });
});

describe('a whole reading', () => {
  const reading = readingOf(invented('printed-resolution'));

  test('counts its paragraphs and tells where each stands', () => {
    expect(reading.paragraphs.map(({ number, page }) => [number, page])).toEqual([
      ['PP1', 1],
      ['PP2', 1],
      ['PP3', 2],
      ['1', 2],
      ['2', 3],
      ['3', 4],
    ]);
    for (const { from, to } of reading.paragraphs) expect(to).toBeGreaterThanOrEqual(from);
  });

  test('has asks, and no contributors where the document is no report', () => {
    expect(reading.asks.map(({ verb }) => verb)).toEqual(['REQUESTS', 'INVITES', 'DECIDES']);
    expect(reading.contributors).toEqual([]);
    expect(reading.contributions).toEqual([]);
  });

  test('of a report has contributors and contributions', () => {
    const report = readingOf(invented('short-report'));
    expect(report.contributors.map(({ acronym }) => acronym)).toEqual(['ECA', 'ITU', 'UNESCO']);
    expect(report.contributions.map(({ paragraph }) => paragraph)).toEqual(['5', '6']);
  });

  test('is the same for the same text, however its lines end', () => {
    expect(readingOf(invented('printed-resolution').replace(/\n/g, '\r\n'))).toEqual(reading);
  });
});

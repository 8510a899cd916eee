/** What a document asks: of whom, by which verb, due when. */
import { addresseesIn } from '../../../src/ingest/addressees.js';
import type { Knowledge } from '../../../src/ingest/knowledge.js';
import { asksOf, handful, invented, readingOf, resolution, seedKnowledge } from '../../support/invented-documents.js';

/** The asks of one numbered paragraph, without its number. */
const asked = (paragraph: string, part: Parameters<typeof resolution>[0] = {}) =>
  asksOf(resolution({ ...part, operative: [paragraph] })).map((each) => each.replace(/^1 /, ''));
/** Who is asked in a phrase: ids, then classes. */
const addressed = (phrase: string, paragraph = phrase) => {
  const { entities, classes } = addresseesIn(phrase, paragraph, handful.entities);
  return [...entities.map((id) => id.replace('entity/', '')), ...classes].join(' ');
};

describe('addressees', () => {
  test.each([
    ['the Secretary-General', 'Secretary-General SECRETARY_GENERAL'],
    ['the Secretary-General of the United Nations', 'Secretary-General SECRETARY_GENERAL'],
    ['the Commission', 'CSTD COMMISSION'],
    ['the Commission on Science and Technology for Development', 'CSTD COMMISSION'],
    ['CSTD', 'CSTD COMMISSION'],
    ['the Council', 'ECOSOC COUNCIL'],
    ['the Economic and Social Council', 'ECOSOC COUNCIL'],
    ['the General Assembly', 'General-Assembly ASSEMBLY'],
    ['the Assembly', 'General-Assembly ASSEMBLY'],
    ['the International Telecommunication Union', 'ITU'],
    ['the Internet Governance Forum', 'IGF IGF_COMMUNITY'],
    ['the United Nations Group on the Information Society', 'UNGIS'],
    ['the United Nations regional commissions', 'UN-Regional-Commissions REGIONAL_COMMISSIONS'],
    ['the President of the General Assembly', 'PRESIDENT'],
    ['the President of the Economic and Social Council', 'PRESIDENT'],
    ['Member States', 'MEMBER_STATES'],
    ['member States', 'MEMBER_STATES'],
    ['all States', 'MEMBER_STATES'],
    ['Governments', 'GOVERNMENTS'],
    ['all stakeholders', 'STAKEHOLDERS'],
    ['all relevant stakeholders', 'STAKEHOLDERS'],
    ['Governments and other stakeholders', 'GOVERNMENTS STAKEHOLDERS'],
    [
      'Governments, the private sector, civil society, the technical community and academia',
      'GOVERNMENTS PRIVATE_SECTOR CIVIL_SOCIETY TECHNICAL_COMMUNITY ACADEMIA',
    ],
    ['international and regional organizations', 'INTERNATIONAL_ORGANIZATIONS'],
    ['intergovernmental organizations', 'INTERNATIONAL_ORGANIZATIONS'],
    ['international financial institutions', 'FINANCIAL_INSTITUTIONS'],
    ['the international community', 'INTERNATIONAL_COMMUNITY'],
    ['developed countries', 'DEVELOPED_COUNTRIES'],
    ['donors', 'DONORS'],
    ['development partners', 'DONORS'],
    ['the action line facilitators', 'ACTION_LINE_FACILITATORS'],
    ['the World Summit on the Information Society action line facilitators', 'ACTION_LINE_FACILITATORS'],
    ['all facilitators and stakeholders', 'ACTION_LINE_FACILITATORS STAKEHOLDERS'],
    ['the entities of the United Nations system', 'UN_SYSTEM'],
    ['United Nations entities', 'UN_SYSTEM'],
    ['the funds, programmes and specialized agencies of the United Nations system', 'UN_SYSTEM'],
    ['the Secretary-General and the Commission', 'Secretary-General CSTD SECRETARY_GENERAL COMMISSION'],
    ['nobody in particular', ''],
  ])('"%s" is %s', (phrase, expected) => {
    expect(addressed(phrase).replace('UN-System UN_SYSTEM', 'UN_SYSTEM')).toBe(expected);
  });

  test('communities stand in the order of the text', () => {
    expect(addressed('the technical and academic communities')).toBe('TECHNICAL_COMMUNITY ACADEMIA');
  });

  test.each([
    [
      '"the Forum" where the paragraph tells which',
      'the Forum',
      'The Internet Governance Forum meets. Invites the Forum to wake.',
      'IGF IGF_COMMUNITY',
    ],
    ['"the Group" where the paragraph tells which', 'the Group', 'The United Nations Group on the Information Society meets.', 'UNGIS'],
    ['"the Forum" of nobody', 'the Forum', 'Invites the Forum to wake.', ''],
  ])('%s', (_, phrase, paragraph, expected) => {
    expect(addressed(phrase, paragraph)).toBe(expected);
  });

  test.each([
    ['in cooperation with', 'the Commission, in cooperation with the International Telecommunication Union,'],
    ['in close consultation with', 'the Commission, in close consultation with Member States,'],
    ['through', 'the Commission, through the Council,'],
    ['together with', 'the Commission, together with all stakeholders,'],
    ['within', 'the Commission, within the United Nations system,'],
    ['on behalf of', 'the Commission, on behalf of the Council,'],
    ['as requested by', 'the Commission, as requested by the General Assembly,'],
    ['with the support of', 'the Commission, with the support of donors,'],
  ])('who is named behind "%s" is not asked', (_, phrase) => {
    expect(addressed(phrase)).toBe('CSTD COMMISSION');
  });

  test.each([
    ['the Commission on the Status of Women'],
    ['the Human Rights Council'],
    ['the Security Council'],
    ['the Council of the International Telecommunication Union'],
    ['the Statistical Commission'],
  ])('"%s" is neither the Commission nor the Council', (phrase) => {
    expect(addressed(phrase)).not.toMatch(/COMMISSION|COUNCIL/);
  });
});

describe('verbs of a paragraph', () => {
  test.each([
    ['one', 'Requests the Secretary-General to report;', ['REQUESTS Secretary-General SECRETARY_GENERAL']],
    [
      'two of two bodies',
      'Requests the Secretary-General to report, and invites the Commission to meet;',
      ['REQUESTS Secretary-General SECRETARY_GENERAL', 'INVITES CSTD COMMISSION'],
    ],
    ['one behind another that does not ask', 'Acknowledges the lamps, and invites the Commission to meet;', ['INVITES CSTD COMMISSION']],
    ['"Also"', 'Also encourages Member States to wake;', ['ENCOURAGES MEMBER_STATES']],
    ['"Calls upon"', 'Calls upon all stakeholders to wake;', ['CALLS_UPON STAKEHOLDERS']],
    ['"Calls on"', 'Calls on donors to give;', ['CALLS_UPON DONORS']],
    ['"Calls for" asks nobody by name', 'Calls for more lamps from Member States;', ['CALLS_FOR']],
    ['"Decides" obliges nobody', 'Decides to hold a meeting of the General Assembly;', ['DECIDES']],
    ['"Decides that" a body shall', 'Decides that the Commission shall report on lamps;', ['DECIDES CSTD COMMISSION']],
    ['"Requests that"', 'Requests that the Secretary-General submit a report;', ['REQUESTS Secretary-General SECRETARY_GENERAL']],
    ['a passive', 'The Commission is invited to meet;', ['INVITES CSTD COMMISSION']],
    ['a passive with an adverb', 'Notes the lamps. Member States are strongly encouraged to wake;', ['ENCOURAGES MEMBER_STATES']],
    [
      '"them" are those before',
      'Invites Member States to wake, and encourages them to rest;',
      ['INVITES MEMBER_STATES', 'ENCOURAGES MEMBER_STATES'],
    ],
    ['a request repeated', 'Reiterates its request to the Secretary-General to report;', ['REQUESTS Secretary-General SECRETARY_GENERAL']],
    ['an invitation repeated', 'Reiterates its invitation to the Commission to meet;', ['INVITES CSTD COMMISSION']],
    ['a call repeated', 'Reiterates its call upon Member States to wake;', ['CALLS_UPON MEMBER_STATES']],
    ['a call for something repeated', 'Reiterates its call for lamps;', ['CALLS_FOR']],
    ['a request renewed', 'Renews its request to the Secretary-General to report;', ['REQUESTS Secretary-General SECRETARY_GENERAL']],
    [
      'a request that an act made before',
      'Reiterates its request made in resolution 70/125 to the Secretary-General to report;',
      ['REQUESTS Secretary-General SECRETARY_GENERAL'],
    ],
  ])('%s: %s', (_, paragraph, expected) => {
    expect(asked(paragraph)).toEqual(expected);
  });

  test.each([
    ['a participle', 'Welcomes the lamps, and in this regard encouraging all stakeholders to wake;'],
    ['a relative clause', 'Recalls resolution 70/125, in which it requested the Secretary-General to report;'],
    ['"as called for"', 'Takes note of the meeting, as called for in resolution 70/125;'],
    ['"recommends"', 'Recommends that the Commission meet;'],
    ['"stresses the need"', 'Stresses the need for the Commission to invite all stakeholders;'],
    ['"reiterates" something else', 'Reiterates the importance of lamps;'],
    ['"We commit to"', 'We commit to inviting all stakeholders.'],
  ])('%s asks nothing: %s', (_, paragraph) => {
    expect(asked(paragraph)).toEqual([]);
  });

  test('the preamble asks nothing', () => {
    expect(asksOf(resolution({ preamble: ['Requesting the Secretary-General to report,'], operative: ['Thanks them.'] }))).toEqual([]);
  });

  test('sub-paragraphs that ask are asks of their paragraph', () => {
    const operative = ['Welcomes the lamps, and:\n\n(a) Invites the Commission to meet;\n\n(b) Requests the Secretary-General to report.'];
    expect(asksOf(resolution({ operative }))).toEqual(['1 INVITES CSTD COMMISSION', '1 REQUESTS Secretary-General SECRETARY_GENERAL']);
  });

  test('sub-paragraphs of one ask are one ask', () => {
    expect(asksOf(invented('annexes')).filter((each) => each.startsWith('2 '))).toHaveLength(1);
  });

  test('annexes ask as well, and "We" asks', () => {
    expect(asksOf(invented('annexes')).filter((each) => each.startsWith('annex'))).toEqual([
      'annex II 1 REQUESTS CSTD COMMISSION',
      'annex II 2 CALLS_UPON STAKEHOLDERS',
    ]);
  });

  test.each([
    ['We request the Secretary-General to report.', ['REQUESTS Secretary-General SECRETARY_GENERAL']],
    ['We recognize the lamps and call upon Member States to wake.', ['CALLS_UPON MEMBER_STATES']],
    ['In this regard, we invite all stakeholders to wake.', ['INVITES STAKEHOLDERS']],
    ['We decide to meet again.', ['DECIDES']],
  ])('a text that says "We": %s', (paragraph, expected) => {
    expect(asked(paragraph)).toEqual(expected);
  });

  test('an operative part of one paragraph without a number asks as the first', () => {
    const text =
      'Resolution adopted by the General Assembly on 20 December 2025\n\n99/999. Lamps\n\nThe General Assembly,\n\nRecalling the lamps,\n\nRequests the Secretary-General to report on them.\n\n99th plenary meeting 20 December 2025';
    expect(asksOf(text)).toEqual(['1 REQUESTS Secretary-General SECRETARY_GENERAL']);
  });

  test('a report of the Secretary-General asks nothing', () => {
    expect(asksOf(invented('short-report'))).toEqual([]);
  });
});

describe('when it is due', () => {
  test.each([
    [
      'a session of the Assembly by its number',
      'Requests the Secretary-General to submit to the General Assembly at its eighty-second session a report;',
      'in 2027',
    ],
    [
      'a session without a body, in a document of the Assembly',
      'Requests the Secretary-General to report at its eighty-second session;',
      'in 2027',
    ],
    [
      'a session of the Commission that the dataset has',
      'Requests the Secretary-General to report to the Commission at its twenty-fourth session;',
      'at session/CSTD-24 in 2021',
    ],
    [
      'a session of the Commission to come',
      'Requests the Secretary-General to report to the Commission at its thirtieth session;',
      'at session/CSTD-30 in 2027',
    ],
    ['a year', 'Requests the Secretary-General to report by 2030;', 'in 2030'],
    ['the end of a year', 'Requests the Secretary-General to report by the end of 2030;', 'in 2030'],
    ['a month of a year', 'Requests the Secretary-General to convene a meeting in May 2030;', 'in 2030'],
    ['"no later than"', 'Requests the Secretary-General to report no later than 2030;', 'in 2030'],
  ])('%s: %s', (_, paragraph, expected) => {
    expect(asked(paragraph)).toEqual([`REQUESTS Secretary-General SECRETARY_GENERAL ${expected}`.replace('session/', '')]);
  });

  test.each([
    ['the name of an agenda', 'Requests the Secretary-General to report on the 2030 Agenda for Sustainable Development;'],
    ['a goal for the world', 'Requests the Secretary-General to see to the Goals by 2030;'],
    ['a year that is past', 'Requests the Secretary-General to report on the review held in 2015;'],
    ['a year far off', 'Requests the Secretary-General to report on lamps in 2099;'],
    [
      'a session that is past',
      'Requests the Secretary-General to report on the meeting of the General Assembly at its seventieth session;',
    ],
    ['the number of a resolution', 'Requests the Secretary-General to report on Council resolution 2026/46;'],
    ['nothing', 'Requests the Secretary-General to report every year;'],
  ])('%s is no time: %s', (_, paragraph) => {
    expect(asked(paragraph)).toEqual(['REQUESTS Secretary-General SECRETARY_GENERAL']);
  });

  test('each ask of a paragraph has its own time', () => {
    const paragraph =
      'Requests the Secretary-General to report to the General Assembly at its eighty-second session, and invites the Commission to report in 2030;';
    expect(asked(paragraph)).toEqual(['REQUESTS Secretary-General SECRETARY_GENERAL in 2027', 'INVITES CSTD COMMISSION in 2030']);
  });

  test('in a document of the Council "its" session is none of the Assembly', () => {
    expect(
      asked('Requests the Secretary-General to report at its eighty-second session;', { body: 'Economic and Social Council' }),
    ).toEqual(['REQUESTS Secretary-General SECRETARY_GENERAL']);
  });

  test('the facts name session and year apart', () => {
    const { asks } = readingOf(
      resolution({ operative: ['Requests the Secretary-General to report to the Commission at its twenty-fourth session;'] }),
    );
    expect(asks).toEqual([
      {
        paragraph: '1',
        annex: null,
        verb: 'REQUESTS',
        addressees: ['entity/Secretary-General'],
        classes: ['SECRETARY_GENERAL'],
        dueAt: 'session/CSTD-24',
        dueYear: 2021,
      },
    ]);
  });
});

describe('what is read wrong', () => {
  test('the second of two passives has its own subject', () => {
    expect(asked('The Council is requested to meet, and the Commission is invited to report.')).toEqual([
      'REQUESTS ECOSOC COUNCIL',
      'INVITES CSTD COMMISSION',
    ]);
  });

  test.each([
    ['Requests the Secretary-General of the International Telecommunication Union to report;', 'REQUESTS ITU'],
    ['Requests the Secretary-General of the United Nations Conference on Trade and Development to report;', 'REQUESTS UNCTAD'],
    ['Requests the Secretary-General of UNCTAD to report;', 'REQUESTS UNCTAD'],
  ])('%s', (paragraph, expected) => {
    expect(asked(paragraph)).toEqual([expected]);
  });

  test.each(['at its 2027 session', 'at the 2027 session of the Council'])('a session of the Council is a year: "%s"', (words) => {
    expect(asked(`Requests the Secretary-General to report to the Council ${words};`)).toEqual([
      'REQUESTS Secretary-General SECRETARY_GENERAL in 2027',
    ]);
  });
  test('a meeting is due in its year', () => {
    expect(asked('Invites the Commission to meet in 2030;')).toEqual(['INVITES CSTD COMMISSION in 2030']);
  });
});

describe('with the whole dataset', () => {
  let seed: Knowledge;
  beforeAll(async () => {
    seed = await seedKnowledge();
  });
  const withSeed = (paragraph: string) => asksOf(resolution({ operative: [paragraph] }), seed).map((each) => each.replace(/^1 /, ''));

  test.each([
    ['an acronym', 'Requests UNCTAD and ITU to meet;', 'REQUESTS UNCTAD+ITU'],
    ['a long name with commas', 'Invites the United Nations Educational, Scientific and Cultural Organization to meet;', 'INVITES UNESCO'],
    ['a name without its first words', 'Requests the Department of Economic and Social Affairs to meet;', 'REQUESTS DESA'],
    ['a name with its acronym', 'Requests the United Nations Development Programme (UNDP) to meet;', 'REQUESTS UNDP'],
    ['the system', 'Requests the United Nations system to meet;', 'REQUESTS UN-System UN_SYSTEM'],
    ['the regional commissions', 'Invites the regional commissions to meet;', 'INVITES UN-Regional-Commissions REGIONAL_COMMISSIONS'],
    ['the Group', 'Requests the United Nations Group on the Information Society to meet;', 'REQUESTS UNGIS'],
    ['the secretariat of the Forum', 'Requests the secretariat of the Internet Governance Forum to meet;', 'REQUESTS IGF-secretariat'],
  ])('%s: %s', (_, paragraph, expected) => {
    expect(withSeed(paragraph)).toEqual([expected]);
  });
});

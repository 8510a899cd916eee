/** The facts of a document as rows of the dataset: ids, kinds, evidence, and what becomes no row. */
import type { DocumentReading } from '../../../src/ingest/facts.js';
import { KnownNodes } from '../../../src/ingest/merge/known-nodes.js';
import { toRecords } from '../../../src/ingest/merge/to-records.js';
import { activity, ask, citation, contributor, reading, reportHead } from '../../support/reading.js';
import { evidence, node, smallDataset } from '../../support/small-dataset.js';

const known = () => new KnownNodes(smallDataset().nodes);
const records = (read: DocumentReading) => toRecords(read, known());
const linkTexts = (read: DocumentReading) => records(read).links.map(({ from, link, verb, to }) => `${from} ${verb ?? link} ${to}`);

describe('the document itself', () => {
  test('is a resolution with the series of its title; its evidence is the document itself', () => {
    const title = 'Information and communications technologies for sustainable development';
    const { document } = records(reading({ document: { title } }));
    expect(document).toMatchObject({
      id: 'resolution/A/RES/81/200',
      kind: 'RESOLUTION',
      name: `A/RES/81/200 ${title}`,
      date: '2026-12-18',
      body: 'GENERAL_ASSEMBLY',
      form: 'RESOLUTION',
      family: 'GA_ICT4D',
      citationsRead: 'FULL',
      asksRead: 'FULL',
      url: null,
      sources: [{ document: 'resolution/A/RES/81/200', method: 'EXTRACTED', where: 'HEADER', language: 'en', title: null, url: null }],
    });
  });

  test.each([
    [
      'GENERAL_ASSEMBLY_RESOLUTION',
      'Overall review of the implementation of the outcomes of the World Summit on the Information Society',
      'GA_REVIEW',
    ],
    ['GENERAL_ASSEMBLY_RESOLUTION', 'Science, technology and innovation for sustainable development', 'GA_STI'],
    ['GENERAL_ASSEMBLY_RESOLUTION', 'Something else', 'GA_CONTEXT'],
    ['ECOSOC_RESOLUTION', 'Follow-up to the outcomes of the World Summit on the Information Society', 'ECOSOC_WSIS'],
    ['ECOSOC_RESOLUTION', 'Science, technology and innovation for development', 'ECOSOC_STI'],
    ['ECOSOC_RESOLUTION', null, 'ECOSOC_OTHER'],
  ] as const)('%s "%s" is of the series %s', (kind, title, family) => {
    expect(records(reading({ document: { kind, title } })).document.family).toBe(family);
  });

  test('citations are read in part where the footnotes were dropped, asks in full, since footnotes hold none', () => {
    expect(records(reading({ footnotesRead: false })).document).toMatchObject({ citationsRead: 'PARTIAL', asksRead: 'FULL' });
  });

  test('a report is of the cycle before the year of its symbol, and its list is full when all of it is known', () => {
    const contributors = [contributor('entity/ITU'), contributor('entity/WHO')];
    expect(records(reading({ document: reportHead, contributors })).document).toMatchObject({
      id: 'report/A/82/60-E/2027/8',
      series: 'WSIS_PROGRESS',
      cycle: 2026,
      contributorList: 'FULL',
      contributorCount: 2,
    });
    expect(records(reading({ document: reportHead })).document).toMatchObject({ contributorList: 'NONE', contributorCount: null });
  });

  test('keeps the id under which it is known by half of its symbol, and brings the whole one as a name', () => {
    const half = node('REPORT', 'A/82/60', { symbol: 'A/82/60', series: 'WSIS_PROGRESS', citationsRead: 'NONE', contributorList: 'NONE' });
    const { document } = toRecords(reading({ document: reportHead }), new KnownNodes([half]));
    expect(document).toMatchObject({ id: 'report/A/82/60', symbol: 'A/82/60', alternateNames: ['A/82/60-E/2027/8'] });
  });

  test('a draft is an other document, also without a title', () => {
    const { document } = records(reading({ document: { kind: 'DRAFT', symbol: 'A/81/L.9', title: null } }));
    expect(document).toMatchObject({ id: 'other-document/A/81/L.9', type: 'draft', title: null, name: 'A/81/L.9' });
  });

  test('a title in which letters were lost is left out, and one with odd blanks is put on one line', () => {
    const titleOf = (title: string) => records(reading({ document: { title } })).document.title;
    expect(titleOf('Lost \ufffd letter')).toBeNull();
    expect(titleOf('  Two\u00a0\n lines ')).toBe('Two lines');
    expect(titleOf('Cafe\u0301')).toBe('Café');
  });
});

describe('a concept note', () => {
  const note = {
    kind: 'CONCEPT_NOTE',
    symbol: null,
    body: null,
    title: 'High-level dialogue on invented matters',
    session: 'Twenty-ninth annual session',
    date: '2026-04-22',
  } as const;
  const entered = (id: string, date: string) =>
    node('OTHER_DOCUMENT', id, { title: 'Panel: concept note', date, type: 'concept note', citationsRead: 'NONE' });

  test('has a slug of its session and title', () => {
    expect(records(reading({ document: note })).document).toMatchObject({
      id: 'other-document/cstd-29-high-level-dialogue-on-invented-matters',
      symbol: null,
      type: 'concept note',
    });
    const long = records(reading({ document: { ...note, title: 'word '.repeat(60) } })).document.id;
    expect(long.length).toBeLessThan(100);
    expect(long).toMatch(/-word$/);
  });

  test('is the one that a person entered under another name when that is the only one of its day and session', () => {
    const idOf = (...nodes: ReturnType<typeof node>[]) => toRecords(reading({ document: note }), new KnownNodes(nodes)).document.id;
    expect(idOf(entered('cstd-29-panel', '2026-04-22'))).toBe('other-document/cstd-29-panel');
    expect(idOf(entered('cstd-2-panel', '2026-04-22'))).toContain('high-level-dialogue');
    expect(idOf(entered('cstd-29-panel', '2026-04-23'))).toContain('high-level-dialogue');
    expect(idOf(entered('cstd-29-panel', '2026-04-22'), entered('cstd-29-round-table', '2026-04-22'))).toContain('high-level-dialogue');
  });

  test('without title and session has its day; without that too it can have no id, and neither can a resolution without symbol', () => {
    const bare = { ...note, title: null, session: null };
    expect(records(reading({ document: bare })).document.id).toBe('other-document/concept-note-2026-04-22');
    for (const document of [{ ...bare, date: null }, { symbol: null }]) {
      expect(() => records(reading({ document }))).toThrow(expect.objectContaining({ code: 'UNKNOWN_DOCUMENT' }));
    }
  });
});

describe('citations', () => {
  test('become links with their places in the order of the text; an annex is told in the note', () => {
    const { links } = records(
      reading({
        citations: [
          citation('A/RES/70/125', 'RECALLS', { paragraph: '7', where: 'ANNEX', annex: 'II' }),
          citation('A/RES/70/125', 'RECALLS', { paragraph: '12' }),
          citation('A/RES/70/125', 'RECALLS', { paragraph: 'PP3', footnote: 2 }),
          citation('A/RES/70/125', 'RECALLS', { paragraph: '12' }),
          citation('A/RES/70/125', 'WELCOMES', { paragraph: '12' }),
        ],
      }),
    );
    expect(links.map(({ verb }) => verb)).toEqual(['RECALLS', 'WELCOMES']);
    expect(links[0]?.evidence.map(({ paragraph, where, footnote, note }) => [paragraph, where, footnote, note])).toEqual([
      ['PP3', 'FOOTNOTE', 2, null],
      ['12', 'OPERATIVE', null, null],
      ['7', 'ANNEX', null, 'Annex II.'],
    ]);
    expect(links[0]?.evidence.every(({ method, document }) => method === 'EXTRACTED' && document === 'resolution/A/RES/81/200')).toBe(true);
  });

  test('of what the dataset lacks bring nodes of the kind that the symbol shows, with the date that the text gives', () => {
    const cite = (to: string, date: string | null = null) => citation(to, 'RECALLS', { paragraph: 'PP1', date });
    const { cited } = records(
      reading({
        citations: [
          cite('A/RES/61/9'),
          cite('A/RES/61/9', '2006-11-02'),
          cite('E/DEC/2011/9'),
          cite('E agreed conclusions 2001/9'),
          cite('E/2026/31'),
          cite('E/1985/31'),
          cite('S/RES/9999(2000)'),
          cite('A/79/999'),
        ],
      }),
    );
    expect(
      cited.map(({ id, date, body, form, family, series, type }) => [id, date, body ?? null, form ?? family ?? series ?? type]),
    ).toEqual([
      ['resolution/A/RES/61/9', '2006-11-02', 'GENERAL_ASSEMBLY', 'RESOLUTION'],
      ['resolution/E/DEC/2011/9', null, 'ECONOMIC_AND_SOCIAL_COUNCIL', 'DECISION'],
      ['resolution/E agreed conclusions 2001/9', null, 'ECONOMIC_AND_SOCIAL_COUNCIL', 'AGREED_CONCLUSIONS'],
      ['report/E/2026/31', null, null, 'CSTD_SESSION'],
      ['other-document/E/1985/31', null, null, 'other'],
      ['other-document/S/RES/9999(2000)', null, null, 'other'],
      ['other-document/A/79/999', null, null, 'other'],
    ]);
    expect(cited[0]).toMatchObject({ family: 'CITED_ONLY', citationsRead: 'NONE', asksRead: 'NONE', title: null });
    expect(cited[0]?.sources).toMatchObject([{ document: 'resolution/A/RES/81/200', paragraph: 'PP1', method: 'EXTRACTED' }]);
  });

  test('of half of a double symbol, or by the id that was found, go to the known document', () => {
    const citations = [
      citation('E/2021/11', 'NOTES', { paragraph: 'PP2' }),
      citation('A/C.2/59/3', 'RECALLS', { id: 'outcome-document/geneva-plan-of-action', paragraph: 'PP1' }),
    ];
    expect(linkTexts(reading({ citations }))).toEqual([
      'resolution/A/RES/81/200 NOTES report/A/76/64-E/2021/11',
      'resolution/A/RES/81/200 RECALLS outcome-document/geneva-plan-of-action',
    ]);
  });

  test('of a session become no links, and are counted', () => {
    const citations = [citation('CSTD-27', 'REQUESTS', { paragraph: '9' }), citation('CSTD-24', 'RECALLS', { id: 'session/CSTD-24' })];
    const { links, sessions, cited } = records(reading({ citations }));
    expect([links, cited]).toEqual([[], []]);
    expect(sessions).toEqual([
      { session: 'CSTD-27', paragraph: '9' },
      { session: 'CSTD-24', paragraph: null },
    ]);
  });

  test('of itself, and of what is no symbol, become no links', () => {
    const { links, unresolved } = records(reading({ citations: [citation('A/RES/81/200', 'CITES'), citation('nonsense', 'CITES')] }));
    expect(links).toEqual([]);
    expect(unresolved).toMatchObject([{ about: 'citation', text: 'nonsense' }]);
  });

  test('with a paragraph of no known form keep their place without it', () => {
    const { links } = records(reading({ citations: [citation('A/RES/70/125', 'CITES', { paragraph: '12 bis', footnote: 0 })] }));
    expect(links[0]?.evidence).toMatchObject([{ paragraph: null, footnote: null }]);
  });
});

describe('the head', () => {
  test('says which session recommended a resolution; a committee, and a session that the dataset lacks, become no link', () => {
    const recommended = (recommendedBy: string) => records(reading({ document: { recommendedBy } }));
    expect(recommended('session/CSTD-24').links).toMatchObject([
      { link: 'RECOMMENDED', from: 'session/CSTD-24', to: 'resolution/A/RES/81/200' },
    ]);
    expect(recommended('session/CSTD-24').links[0]?.evidence).toMatchObject([{ where: 'HEADER', paragraph: null }]);
    expect(recommended('Second Committee')).toMatchObject({ links: [], unresolved: [] });
    expect(recommended('session/CSTD-99')).toMatchObject({ links: [], unresolved: [{ about: 'session', text: 'session/CSTD-99' }] });
  });

  test('ties drafts and resolutions from either side', () => {
    const act = records(reading({ document: { drafts: ['A/81/L.9', 'A/C.2/80/L.58'] } }));
    expect(act.links.map(({ from, link, to }) => [from, link, to])).toEqual([
      ['other-document/A/81/L.9', 'DRAFT_OF', 'resolution/A/RES/81/200'],
      ['other-document/A/C.2/80/L.58', 'DRAFT_OF', 'resolution/A/RES/81/200'],
    ]);
    expect(act.cited).toMatchObject([{ id: 'other-document/A/81/L.9', type: 'draft', title: null }]);
    const draft = records(reading({ document: { kind: 'DRAFT', symbol: 'A/81/L.9', draftOf: 'A/RES/81/200' } }));
    expect(draft.links).toMatchObject([{ from: 'other-document/A/81/L.9', link: 'DRAFT_OF', to: 'resolution/A/RES/81/200' }]);
    expect(draft.cited).toMatchObject([{ id: 'resolution/A/RES/81/200', family: 'CITED_ONLY' }]);
  });
});

describe('contributors', () => {
  test('are tied to the report at the place of the list; who is not known is told, never invented, and the list is then not full', () => {
    const contributors = [
      contributor('entity/ITU'),
      contributor(null, 'Invented Alliance', { acronym: 'IA' }),
      contributor('entity/gone', 'Gone'),
    ];
    const { document, links, unresolved, cited } = records(reading({ document: reportHead, contributors }));
    expect(links).toMatchObject([
      { link: 'CONTRIBUTED_TO', from: 'entity/ITU', to: document.id, evidence: [{ paragraph: '1', footnote: 1, where: 'FOOTNOTE' }] },
    ]);
    expect(document).toMatchObject({ contributorList: 'PARTIAL', contributorCount: 3 });
    expect(unresolved.map(({ about, text, reason }) => [about, text, reason.includes('add it first')])).toEqual([
      ['contributor', 'Invented Alliance (IA)', true],
      ['contributor', 'Gone', true],
    ]);
    expect(cited).toEqual([]);
  });
});

describe('asks', () => {
  test('have ids by paragraph, numbered where there are several, and in an annex with its number', () => {
    const asks = [
      ask('110', 'REQUESTS'),
      ask('63', 'INVITES'),
      ask('63', 'URGES'),
      ask('12', 'DECIDES', { annex: 'IV' }),
      ask('12 (a)', 'DECIDES'),
    ];
    const { asks: told } = records(reading({ asks }));
    expect(told.map(({ node: { id, paragraph, sources } }) => [id, paragraph, sources[0]?.where, sources[0]?.note])).toEqual([
      ['ask/A/RES/81/200/p110', '110', 'OPERATIVE', null],
      ['ask/A/RES/81/200/p63.1', '63', 'OPERATIVE', null],
      ['ask/A/RES/81/200/p63.2', '63', 'OPERATIVE', null],
      ['ask/A/RES/81/200/annex4-p12', '12', 'ANNEX', 'Annex IV.'],
      ['ask/A/RES/81/200/p12(a)', '12 (a)', 'OPERATIVE', null],
    ]);
  });

  test('are tied to the document, to whom they ask and to when they are due; what the dataset lacks is told', () => {
    const asks = [
      ask('9', 'REQUESTS', {
        addressees: ['entity/ITU', 'entity/gone'],
        classes: ['SECRETARY_GENERAL'],
        dueAt: 'session/CSTD-24',
        dueYear: 2021,
      }),
      ask('10', 'REQUESTS', { dueAt: 'session/CSTD-99', dueYear: 9999 }),
    ];
    const { asks: told, unresolved } = records(reading({ asks }));
    expect(told[0]?.links.map(({ from, link, to }) => [from, link, to])).toEqual([
      ['resolution/A/RES/81/200', 'ASKS', 'ask/A/RES/81/200/p9'],
      ['ask/A/RES/81/200/p9', 'OF', 'entity/ITU'],
      ['ask/A/RES/81/200/p9', 'DUE_AT', 'session/CSTD-24'],
    ]);
    expect(told[0]?.node).toMatchObject({ addresseeClasses: ['SECRETARY_GENERAL'], dueYear: 2021 });
    expect(told[1]?.node.dueYear).toBeNull();
    expect(unresolved.map(({ about, text }) => [about, text])).toEqual([
      ['addressee', 'entity/gone'],
      ['due date', 'session/CSTD-99'],
    ]);
  });

  test('are summed up from the facts alone', () => {
    const asks = [
      ask('110', 'REQUESTS', { classes: ['SECRETARY_GENERAL'], dueAt: 'session/CSTD-24' }),
      ask('4', 'INVITES', { addressees: ['entity/ITU', 'entity/WHO', 'entity/ECA'], dueYear: 2027 }),
      ask('5', 'DECIDES'),
      ask('6', 'CALLS_UPON', { classes: ['MEMBER_STATES', 'CIVIL_SOCIETY'], annex: 'I' }),
      ask('7', 'ENCOURAGES', { addressees: ['entity/ITU', 'entity/WHO', 'entity/ECA', 'entity/ECE', 'entity/UNESCO'] }),
    ];
    expect(records(reading({ asks })).asks.map(({ node: { summary } }) => summary)).toEqual([
      'Request to the Secretary-General in paragraph 110, due at session 24 of the CSTD.',
      'Invitation to ITU, WHO and ECA in paragraph 4, due in 2027.',
      'Decision in paragraph 5.',
      'Call upon Member States and civil society in paragraph 6 of annex I.',
      'Encouragement to ITU, WHO, ECA and 2 others in paragraph 7.',
    ]);
  });
});

describe('contributions', () => {
  test('have ids by paragraph, the cycle of the report, makers and tags; a paragraph that only names entities has none', () => {
    const contributions = [
      activity('19', ['entity/ITU'], { regions: ['region/africa'], actionLines: ['action-line/C5', 'action-line/C99'], sdgs: ['sdg/9'] }),
      activity('19', ['entity/WHO', 'entity/gone'], { mentioned: ['entity/ITU'] }),
      activity('20', [], { mentioned: ['entity/ITU'] }),
      activity('21', ['entity/gone']),
    ];
    const { contributions: told, unresolved } = records(reading({ document: reportHead, contributions }));
    expect(told.map(({ node: { id, cycle, summary } }) => [id, cycle, summary])).toEqual([
      ['contribution/A/82/60-E/2027/8/p19.1', 2026, 'Activity of ITU told in paragraph 19.'],
      ['contribution/A/82/60-E/2027/8/p19.2', 2026, 'Activity of WHO told in paragraph 19.'],
    ]);
    expect(told[0]?.links.map(({ from, link, to }) => `${from.split('/')[0]} ${link} ${to.split('/')[0]}`)).toEqual([
      'entity MADE contribution',
      'contribution DESCRIBED_IN report',
      'contribution UNDER action-line',
      'contribution IN region',
      'contribution SUPPORTS sdg',
    ]);
    expect(unresolved.map(({ text, paragraph }) => [text, paragraph])).toEqual([
      ['action-line/C99', '19'],
      ['entity/gone', '19'],
      ['entity/gone', '21'],
    ]);
  });

  test('take the cycle that the dataset has for the report', () => {
    const report = node('REPORT', 'A/82/60-E/2027/8', { symbol: 'A/82/60-E/2027/8', cycle: 2025 }, [evidence()]);
    const contributions = [activity('19', ['entity/ITU'])];
    const nodes = [...smallDataset().nodes, report];
    const { contributions: told } = toRecords(reading({ document: reportHead, contributions }), new KnownNodes(nodes));
    expect(told[0]?.node.cycle).toBe(2025);
  });
});

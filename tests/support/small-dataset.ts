/** One small hand-made dataset shared by all tests: every kind of node, every link, and the awkward cases. It is no source of facts. */
import { nodeSpecs } from '../../src/domain/graph.js';
import type { Dataset, Evidence, LinkRecord, NodeRecord, Value } from '../../src/domain/records.js';
import type { Kind, LinkName, Method } from '../../src/domain/vocabulary.js';

/** Evidence with every field that is not given left null; the method is CURATED unless given. */
export const evidence = (part: Partial<Evidence> = {}): Evidence => ({
  document: null,
  title: 'Invented for the tests',
  url: null,
  paragraph: null,
  footnote: null,
  where: null,
  language: null,
  method: 'CURATED',
  confidence: null,
  rule: null,
  note: null,
  ...part,
});

/** A node with every property of its kind that is not given left null (a list: empty), named as the table says. */
export function node(kind: Kind, id: string, part: Record<string, Value> = {}, sources: readonly Evidence[] = [evidence()]): NodeRecord {
  const { properties, prefix, nameOf } = nodeSpecs[kind];
  const empty = Object.fromEntries(Object.entries(properties).map(([property, spec]) => [property, spec.list ? [] : null]));
  const row = { ...empty, alternateNames: [], sameAs: [], ...part, id: `${prefix}/${id}`, kind, sources };
  return { ...row, name: nameOf(row) };
}

/** A link; its evidence is one CURATED row unless given. */
export const link = (
  name: LinkName,
  from: string,
  to: string,
  part: Record<string, Value> = {},
  rows: readonly Evidence[] = [evidence()],
): LinkRecord => ({ ...part, link: name, from, to, evidence: rows });

const by = (method: Method, part: Partial<Evidence> = {}) => [evidence({ method, ...part })];
const inferred = by('INFERRED', { rule: 'heading-of-the-section', confidence: 0.6 });
const lineId = (code: string) => `action-line/${code}`;

const report2020 = 'report/A/76/64-E/2021/11';
const report2019 = 'report/A/75/62-E/2020/11';
const sessionReport = 'report/E/2021/31-E/CN.16/2021/4';
const review = 'resolution/A/RES/70/125';
const latest = 'resolution/A/RES/80/173';
const summit = 'resolution/A/RES/56/183';
const followUp = 'resolution/A/RES/57/270 B';
const council = 'resolution/E/RES/2006/46';
const old = 'resolution/A/RES/1145(XII)';
const tunis = 'outcome-document/tunis-agenda';
const geneva = 'outcome-document/geneva-plan-of-action';
const input = 'other-document/input-itu-2020';
const draft = 'other-document/A/C.2/80/L.58';

const actionLine = (code: string, title: string, alternateNames: string[] = []) =>
  node('ACTION_LINE', code, { code, title, alternateNames });
const goal = (number: number, title: string) => node('SDG', String(number), { number, title });
const entity = (id: string, name: string, part: Record<string, Value> = {}) =>
  node('ENTITY', id, { name, category: 'UN_SPECIALISED_AGENCY', unSystem: true, ...part });
const resolution = (symbol: string, date: string | null, part: Record<string, Value> = {}) =>
  node('RESOLUTION', symbol, {
    symbol,
    date,
    body: 'GENERAL_ASSEMBLY',
    form: 'RESOLUTION',
    family: 'GA_REVIEW',
    asksRead: 'FULL',
    citationsRead: 'FULL',
    ...part,
  });
const report = (symbol: string, date: string, part: Record<string, Value>) =>
  node('REPORT', symbol, { symbol, date, series: 'WSIS_PROGRESS', citationsRead: 'PARTIAL', contributorList: 'NONE', ...part });
const contribution = (id: string, activity: string, cycle: number | null, paragraph: string | null) =>
  node('CONTRIBUTION', id, { summary: `Invented activity: ${activity}`, cycle, paragraph });
const ask = (id: string, verb: string, summary: string, part: Record<string, Value> = {}) =>
  node('ASK', id, { verb, summary: `Invented ask: ${summary}`, paragraph: id.slice(id.lastIndexOf('/p') + 2), ...part });

function nodes(): NodeRecord[] {
  return [
    actionLine('C10', 'Ethical dimensions of the Information Society'),
    actionLine('C2', 'Information and communication infrastructure', ['Infrastructure']),
    actionLine('C5', 'Building confidence and security in the use of ICTs', ['Cybersecurity', 'Confidence and security']),
    actionLine('C7', 'ICT applications', ['Applications']),
    actionLine('C7.e-health', 'E-health', ['Health']),
    actionLine('C7.e-agriculture', 'E-agriculture'),
    goal(10, 'Reduced inequalities'),
    goal(3, 'Good health and well-being'),
    goal(9, 'Industry, innovation and infrastructure'),
    node('SDG_TARGET', '9.c', { code: '9.c', title: 'Access to information and communications technology' }),
    node('SDG_TARGET', '3.d', { code: '3.d', title: 'Early warning and management of health risks' }),
    node('REGION', 'africa', { name: 'Africa', m49: ['002'] }),
    node('REGION', 'europe', { name: 'Europe', m49: ['150'] }),
    node('REGION', 'asia-pacific', { name: 'Asia and the Pacific', m49: ['142', '009'] }),
    entity('ITU', 'International Telecommunication Union', { acronym: 'ITU', homepage: 'https://www.itu.int/' }),
    entity('UNESCO', 'United Nations Educational, Scientific and Cultural Organization', { acronym: 'UNESCO' }),
    entity('WHO', 'World Health Organization', { acronym: 'WHO', alternateNames: ['Organisation mondiale de la Santé'] }),
    entity('ECA', 'Economic Commission for Africa', {
      acronym: 'ECA',
      category: 'UN_REGIONAL_COMMISSION',
      alternateNames: ['UNECA', 'The Commission'],
    }),
    entity('ECE', 'Economic Commission for Europe', {
      acronym: 'ECE',
      category: 'UN_REGIONAL_COMMISSION',
      alternateNames: ['UNECE', 'The Commission'],
    }),
    entity('un-regional-commissions', 'UN Regional Commissions', { category: 'OTHER_UN' }),
    // Beyond the basic plane: by UTF-16 unit the first of these two names sorts before the second, by code point after it.
    entity('invented-deseret', '\u{10400}xample Network \u{1F600}', { category: 'CIVIL_SOCIETY', unSystem: false }),
    entity('invented-replacement', '\uFFFDxample Société', { category: 'CIVIL_SOCIETY', unSystem: false }),
    resolution('A/RES/80/173', '2025-12-17', { alternateNames: ['WSIS+20 outcome'] }),
    resolution('A/RES/70/125', '2015-12-16', { alternateNames: ['WSIS+10 outcome', 'High-level meeting'] }),
    resolution('A/RES/56/183', '2001-12-21', { family: 'GA_CONTEXT', citationsRead: 'PARTIAL' }),
    resolution('A/RES/57/270 B', '2003-06', { family: 'CITED_ONLY', citationsRead: 'NONE' }),
    resolution('E/RES/2006/46', '2006-07-28', {
      body: 'ECONOMIC_AND_SOCIAL_COUNCIL',
      family: 'ECOSOC_WSIS',
      title: 'Follow-up to the World Summit and review of the Commission',
    }),
    resolution('A/RES/1145(XII)', null, { family: 'CITED_ONLY', citationsRead: 'NONE' }),
    report('A/76/64-E/2021/11', '2021-01-15', {
      title: 'Progress made in 2020',
      cycle: 2020,
      contributorList: 'FULL',
      contributorCount: 3,
    }),
    report('A/75/62-E/2020/11', '2020', { title: 'Progress made in 2019', cycle: 2019, cycleFrom: 2019 }),
    report('E/2021/31-E/CN.16/2021/4', '2021-05', { title: 'Report on the twenty-fourth session', series: 'CSTD_SESSION' }),
    node('OUTCOME_DOCUMENT', 'tunis-agenda', {
      title: 'Tunis Agenda for the Information Society',
      date: '2005-11-18',
      year: 2005,
      citationsRead: 'NONE',
      alternateNames: ['TAIS', 'Tunis Agenda'],
    }),
    node('OUTCOME_DOCUMENT', 'geneva-plan-of-action', {
      title: 'Geneva Plan of Action',
      date: '2003-12-12',
      year: 2003,
      citationsRead: 'NONE',
    }),
    node('OTHER_DOCUMENT', 'input-itu-2020', {
      title: 'Input of ITU to the report on 2020',
      date: null,
      type: 'input',
      citationsRead: 'NONE',
    }),
    node('OTHER_DOCUMENT', 'A/C.2/80/L.58', {
      symbol: 'A/C.2/80/L.58',
      title: 'Draft resolution',
      date: '2025-11',
      type: 'draft',
      citationsRead: 'NONE',
    }),
    node('SESSION', 'CSTD-24', {
      number: 24,
      startDate: '2021-05-17',
      endDate: '2021-05-21',
      place: 'Geneva',
      themes: ['Health', 'Blockchain'],
    }),
    node('SESSION', 'CSTD-23', { number: 23, startDate: '2020-06-10', endDate: '2020-06-12' }),
    node('EVENT', 'tunis-2005', {
      name: 'WSIS, Tunis phase',
      type: 'SUMMIT',
      startDate: '2005-11-16',
      endDate: '2005-11-18',
      place: 'Tunis',
    }),
    node(
      'EVENT',
      'igf-20',
      { name: 'Internet Governance Forum 20', type: 'IGF', alternateNames: ['High-level meeting'] },
      by('UNVERIFIED'),
    ),
    contribution('A/76/64-E/2021/11/p19', 'two entities train nurses and farmers on three lines', 2020, '19'),
    contribution('A/76/64-E/2021/11/p19.2', 'a health register', 2020, '19'),
    contribution('A/76/64-E/2021/11/p100', 'a security workshop for nurses', 2020, '100'),
    contribution('A/76/64-E/2021/11/p21', 'an untagged survey of café owners', 2020, '21'),
    contribution('A/75/62-E/2020/11/p8', 'a security workshop', 2019, '8'),
    contribution('A/75/62-E/2020/11/p9', 'ethics of machines', 2019, '9'),
    contribution('input-itu-2020/C5', 'a toolkit without a year', null, null),
    contribution('input-itu-2020/C7', 'a toolkit for applications without a year', null, null),
    ask('A/RES/80/173/p113', 'REQUESTS', 'report on the follow-up', { dueYear: 2027, addresseeClasses: ['Secretary-General'] }),
    ask('A/RES/80/173/p9', 'INVITES', 'share toolkits', { addresseeClasses: ['Governments', 'Civil society'] }),
    ask('A/RES/70/125/p71', 'REQUESTS', 'hold a high-level meeting', { dueYear: 2025 }),
  ];
}

/** CITES: a chain, a shortcut, two verbs between one pair, several places for one verb, and a cycle (invented) between two resolutions. */
function citations(): LinkRecord[] {
  const cites = (
    from: string,
    to: string,
    verb: string,
    ...places: [where: Evidence['where'], paragraph: string | null, footnote?: number][]
  ) =>
    link(
      'CITES',
      from,
      to,
      { verb },
      places.map(([where, paragraph, footnote]) =>
        evidence({ document: from, where, paragraph, footnote: footnote ?? null, method: 'EXTRACTED', confidence: 1 }),
      ),
    );
  return [
    cites(latest, review, 'REAFFIRMS', ['OPERATIVE', '2'], ['OPERATIVE', '40'], ['ANNEX', null]),
    cites(latest, review, 'RECALLS', ['PREAMBLE', 'PP3']),
    cites(latest, tunis, 'RECALLS', ['PREAMBLE', 'PP10']),
    cites(latest, council, 'TAKES_NOTE_OF', ['FOOTNOTE', '10', 4]),
    cites(latest, report2020, 'TAKES_NOTE_OF', ['PREAMBLE', 'PP2']),
    cites(review, tunis, 'REAFFIRMS', ['PREAMBLE', 'PP3']),
    cites(review, geneva, 'REAFFIRMS', ['PREAMBLE', 'PP3']),
    cites(review, followUp, 'RECALLS', ['PREAMBLE', 'PP1']),
    cites(council, tunis, 'RECALLS', ['PREAMBLE', 'PP1']),
    cites(council, followUp, 'RECALLS', ['PREAMBLE', 'PP2']),
    cites(followUp, summit, 'RECALLS', ['PREAMBLE', 'PP1']),
    cites(summit, followUp, 'CITES', [null, null]),
    cites(summit, old, 'RECALLS', ['PREAMBLE', 'PP1']),
    cites(report2020, review, 'CITES', ['FOOTNOTE', '1', 1]),
    cites(report2020, council, 'CITES', ['BODY', '1']),
    cites(draft, review, 'RECALLS', ['PREAMBLE', 'PP1']),
  ];
}

function tags(): LinkRecord[] {
  const told = (
    id: string,
    document: string,
    makers: string[],
    tagged: [name: LinkName, to: string, rows?: readonly Evidence[]][],
    paragraph: string | null = null,
  ) => {
    const from = `contribution/${id}`;
    return [
      ...makers.map((maker) => link('MADE', `entity/${maker}`, from, {}, by('EXTRACTED', { document, paragraph }))),
      ...tagged.map(([name, to, rows]) => link(name, from, to, {}, rows ?? by('EXTRACTED', { document, paragraph, where: 'BODY' }))),
      link('DESCRIBED_IN', from, document, {}, by('EXTRACTED', { document, paragraph })),
    ];
  };
  return [
    ...told(
      'A/76/64-E/2021/11/p19',
      report2020,
      ['ITU', 'WHO'],
      [
        ['UNDER', lineId('C7.e-health')],
        ['UNDER', lineId('C7.e-agriculture'), by('CURATED')],
        ['UNDER', lineId('C5'), inferred],
        ['SUPPORTS', 'sdg/3'],
        ['SUPPORTS', 'sdg/9', inferred],
        ['IN', 'region/africa'],
      ],
      '19',
    ),
    ...told(
      'A/76/64-E/2021/11/p19.2',
      report2020,
      ['WHO'],
      [
        ['UNDER', lineId('C7.e-health'), inferred],
        ['SUPPORTS', 'sdg/3', inferred],
      ],
      '19',
    ),
    ...told(
      'A/76/64-E/2021/11/p100',
      report2020,
      ['ITU'],
      [
        ['UNDER', lineId('C5'), [...inferred, ...by('CURATED')]],
        ['UNDER', lineId('C7.e-health'), inferred],
        ['SUPPORTS', 'sdg/9'],
        ['IN', 'region/europe', inferred],
      ],
      '100',
    ),
    ...told('A/76/64-E/2021/11/p21', report2020, ['invented-deseret', 'invented-replacement'], [], '21'),
    ...told(
      'A/75/62-E/2020/11/p8',
      report2019,
      ['ITU'],
      [
        ['UNDER', lineId('C5')],
        ['IN', 'region/africa'],
      ],
      '8',
    ),
    ...told(
      'A/75/62-E/2020/11/p9',
      report2019,
      ['UNESCO'],
      [
        ['UNDER', lineId('C10'), by('UNVERIFIED')],
        ['SUPPORTS', 'sdg/10'],
      ],
      '9',
    ),
    ...told('input-itu-2020/C5', input, ['ITU'], [['UNDER', lineId('C5')]]),
    ...told(
      'input-itu-2020/C7',
      input,
      ['ITU'],
      [
        ['UNDER', lineId('C7')],
        ['SUPPORTS', 'sdg/9', by('CURATED')],
      ],
    ),
  ];
}

function links(): LinkRecord[] {
  return [
    link('PART_OF', lineId('C7.e-health'), lineId('C7')),
    link('PART_OF', lineId('C7.e-agriculture'), lineId('C7')),
    link('PART_OF', 'sdg-target/9.c', 'sdg/9'),
    link('PART_OF', 'sdg-target/3.d', 'sdg/3'),
    link('FACILITATES', 'entity/ITU', lineId('C5'), { role: 'LEAD', attestedFrom: 2006, attestedTo: null }),
    link('FACILITATES', 'entity/ITU', lineId('C2'), { role: 'LEAD', attestedFrom: null, attestedTo: null }),
    link('FACILITATES', 'entity/WHO', lineId('C7.e-health'), { role: 'CO_FACILITATOR', attestedFrom: 2006, attestedTo: 2021 }),
    link('FACILITATES', 'entity/un-regional-commissions', lineId('C7'), { role: 'PARTNER', attestedFrom: null, attestedTo: null }),
    link('INDICATED_FOR', 'entity/UNESCO', lineId('C10'), {}, by('UNVERIFIED')),
    link('ADVANCES', lineId('C7.e-health'), 'sdg/3', { targets: ['3.d'], edition: '2015' }),
    link('ADVANCES', lineId('C7.e-agriculture'), 'sdg/3', { targets: [], edition: '2015' }),
    link('ADVANCES', lineId('C2'), 'sdg/9', { targets: ['9.c'], edition: '2015' }),
    link('SERVES', 'entity/ECA', 'region/africa'),
    link('SERVES', 'entity/ECE', 'region/europe'),
    link('MEMBER_OF', 'entity/ECE', 'entity/un-regional-commissions'),
    link('MEMBER_OF', 'entity/ECA', 'entity/un-regional-commissions'),
    link('CONTRIBUTED_TO', 'entity/ITU', report2020),
    link('CONTRIBUTED_TO', 'entity/WHO', report2020),
    link('CONTRIBUTED_TO', 'entity/invented-deseret', report2020),
    link('CONTRIBUTED_TO', 'entity/UNESCO', report2019),
    link('INPUT_TO', input, report2020),
    ...tags(),
    ...citations(),
    link('MANDATES', council, report2020),
    link('MANDATES', council, 'session/CSTD-24'),
    link('MANDATES', latest, 'event/igf-20'),
    link('REVIEWED', 'session/CSTD-24', report2020),
    link('REVIEWED', 'session/CSTD-23', report2019),
    link('RECOMMENDED', 'session/CSTD-23', council, {}, by('UNVERIFIED')),
    link('ISSUED', 'session/CSTD-24', sessionReport),
    link('ISSUED', 'event/tunis-2005', tunis),
    link('DRAFT_OF', draft, latest),
    link('ASKS', latest, 'ask/A/RES/80/173/p113'),
    link('ASKS', latest, 'ask/A/RES/80/173/p9'),
    link('ASKS', review, 'ask/A/RES/70/125/p71'),
    link('OF', 'ask/A/RES/80/173/p9', 'entity/ITU'),
    link('OF', 'ask/A/RES/80/173/p9', 'entity/UNESCO'),
    link('DUE_AT', 'ask/A/RES/80/173/p113', 'session/CSTD-24'),
    link('DUE_AT', 'ask/A/RES/70/125/p71', 'event/igf-20'),
  ];
}

/** The dataset, made anew at each call. */
export function smallDataset(): Dataset {
  return {
    version: '2026.01+5a11da7a5e70',
    licence: 'CC0-1.0',
    sources: [{ title: 'Invented for the tests', url: null, licence: 'CC0-1.0' }],
    rules: [{ name: 'heading-of-the-section', meaning: 'invented for the tests' }],
    nodes: nodes(),
    links: links(),
  };
}

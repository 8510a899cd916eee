/** Coverage and completeness: silence is told only where a whole list is known; everything else is "no data", and the figures say how much that is. */
import { type Api, apiOf, seedApi } from '../support/api.js';
import { link, smallDataset } from '../support/small-dataset.js';

let seed: Api;
beforeAll(async () => {
  seed = await seedApi();
});

interface Row {
  entity: { id: string };
  report: { id: string };
  state: string;
  evidence: { paragraph: string | null; footnote: number | null; document: { id: string } | null }[];
}
interface Coverage {
  rows: Row[];
  counts: { state: string; count: number }[];
}

async function coverage(api: Api, args = ''): Promise<Coverage> {
  const query = `{ coverage${args} { counts { state count } rows { entity { id } report { id } state evidence { paragraph footnote document { id } } } } }`;
  return (await api.ask<{ coverage: Coverage }>(query)).coverage;
}

const inState = (rows: Row[], state: string, report?: string) =>
  rows.filter((row) => row.state === state && (!report || row.report.id === report)).map(({ entity }) => entity.id);

const full = 'report/A/76/64-E/2021/11';
const unknown = 'report/A/78/62-E/2023/49';

/** Footnote 1 of A/76/64-E/2021/11, in its own order. */
const contributors = [
  ...['AUC', 'APC', 'CoE', 'ESCAP', 'ESCWA', 'ECE', 'ECLAC', 'FAO', 'IFLA', 'IGF-secretariat', 'ISOC', 'ITU', 'ITC', 'OECD', 'UNCTAD'],
  ...['UNICEF', 'UNDP', 'DESA', 'UNESCO', 'UN-Women', 'UNEP', 'UNGIS', 'UNIDO', 'UNODC', 'World-Bank', 'WHO', 'WIPO', 'WMO', 'WTO'],
].map((name) => `entity/${name}`);

test('A/76/64: CONTRIBUTED for exactly the 29 of its footnote 1, each with that footnote', async () => {
  const { rows } = await coverage(seed, '(reports: ["A/76/64", "A/78/62"])');
  expect(contributors).toHaveLength(29);
  expect(inState(rows, 'CONTRIBUTED', full).sort()).toEqual([...contributors].sort());
  for (const { evidence } of rows.filter(({ state }) => state === 'CONTRIBUTED')) {
    expect(evidence).toEqual([{ paragraph: '1', footnote: 1, document: { id: full } }]);
  }
});

test('A/76/64: SILENT only for entities that another known list or input names: ICANN and ICC BASIS, who gave one in 2012', async () => {
  const { rows } = await coverage(seed, '(reports: ["A/76/64", "A/78/62"])');
  const silent = inState(rows, 'SILENT');
  expect(silent.sort()).toEqual(['entity/ICANN', 'entity/ICC-BASIS']);
  for (const id of silent) {
    const { entity } = await seed.ask<{ entity: { contributedTo: { nodes: { id: string }[] } } }>(
      `{ entity(id: "${id}") { contributedTo { nodes { id } } } }`,
    );
    expect(entity.contributedTo.nodes).toEqual([{ id: 'report/A/68/65-E/2013/11' }]);
  }
});

test('A/78/62: NO_DATA for every entity, since nothing is known of its list', async () => {
  const { rows } = await coverage(seed, '(reports: ["A/76/64", "A/78/62"])');
  const second = rows.filter(({ report }) => report.id === unknown);
  expect(second.length).toBeGreaterThanOrEqual(29);
  expect(new Set(second.map(({ state }) => state))).toEqual(new Set(['NO_DATA']));
});

test('entities that are only named, GSMA, W3C and AFRINIC, are NOT_LISTED when asked about, not SILENT', async () => {
  const { rows } = await coverage(seed, '(reports: ["A/76/64"], entities: ["GSMA", "W3C", "AFRINIC", "WTO"])');
  expect(rows.map(({ entity, state }) => [entity.id, state])).toEqual([
    ['entity/GSMA', 'NOT_LISTED'],
    ['entity/W3C', 'NOT_LISTED'],
    ['entity/AFRINIC', 'NOT_LISTED'],
    ['entity/WTO', 'CONTRIBUTED'],
  ]);
});

test('an input of its own makes CONTRIBUTED also where the list is not known: WHO to the reports of 2011 and 2012', async () => {
  const { rows } = await coverage(seed, '(reports: ["A/66/64", "A/67/66", "A/65/64"], entities: ["WHO"])');
  expect(rows.map(({ state }) => state)).toEqual(['CONTRIBUTED', 'CONTRIBUTED', 'NO_DATA']);
  expect(rows.map(({ evidence }) => evidence.map(({ document }) => document?.id))).toEqual([
    ['other-document/who-input-2010'],
    ['other-document/who-input-2011'],
    [],
  ]);
});

test('left to itself it takes the nineteen annual reports and every entity that any known list names', async () => {
  const { rows, counts } = await coverage(seed);
  expect(new Set(rows.map(({ report }) => report.id)).size).toBe(19);
  const named = new Set(rows.map(({ entity }) => entity.id));
  expect(named).toEqual(new Set([...contributors, 'entity/ICANN', 'entity/ICC-BASIS']));
  expect(rows).toHaveLength(19 * named.size);
  expect(counts.reduce((sum, { count }) => sum + count, 0)).toBe(rows.length);
  for (const { state, count } of counts) expect(count).toBe(rows.filter((row) => row.state === state).length);
  expect(counts.map(({ state }) => state)).toEqual(['CONTRIBUTED', 'SILENT', 'NOT_LISTED', 'NO_DATA']);
});

test('rows stand by report and entity as they were asked, a report asked twice twice', async () => {
  const { rows } = await coverage(seed, '(reports: ["A/78/62", "A/76/64"], entities: ["WTO", "APC"])');
  expect(rows.map(({ report, entity }) => [report.id, entity.id])).toEqual([
    [unknown, 'entity/WTO'],
    [unknown, 'entity/APC'],
    [full, 'entity/WTO'],
    [full, 'entity/APC'],
  ]);
  expect(await coverage(seed, '(reports: [], entities: [])')).toMatchObject({ rows: [] });
});

test('each rule of the states on the small dataset, where one list is whole and the other is not', async () => {
  const small = apiOf(smallDataset());
  const args = '(reports: ["A/76/64", "A/75/62"], entities: ["ITU", "UNESCO", "ECA"])';
  expect((await coverage(small, args)).rows.map(({ entity, state }) => [entity.id, state])).toEqual([
    ['entity/ITU', 'CONTRIBUTED'],
    ['entity/UNESCO', 'SILENT'],
    ['entity/ECA', 'NOT_LISTED'],
    ['entity/ITU', 'NO_DATA'],
    ['entity/UNESCO', 'CONTRIBUTED'],
    ['entity/ECA', 'NO_DATA'],
  ]);
});

test('a list that is known in part tells who contributed and of nobody that it was silent', async () => {
  const dataset = smallDataset();
  const nodes = dataset.nodes.map((node) => (node.id === full ? { ...node, contributorList: 'PARTIAL' } : node));
  const { rows } = await coverage(apiOf({ ...dataset, nodes }), '(reports: ["A/76/64"], entities: ["ITU", "UNESCO", "ECA"])');
  expect(rows.map(({ state }) => state)).toEqual(['CONTRIBUTED', 'NO_DATA', 'NO_DATA']);
});

test('a contribution described in a report is no place in its list', async () => {
  const dataset = smallDataset();
  const links = [...dataset.links, link('MADE', 'entity/ECA', 'contribution/A/76/64-E/2021/11/p21')];
  const { rows } = await coverage(apiOf({ ...dataset, links }), '(reports: ["A/76/64"], entities: ["ECA"])');
  expect(rows.map(({ state }) => state)).toEqual(['NOT_LISTED']);
});

interface Completeness {
  reports: {
    report: { id: string; cycle: number };
    contributorList: string;
    contributorsKnown: number;
    contributionsKnown: number;
    note: string | null;
  }[];
  documentsRead: { full: number; partial: number; none: number };
  statedTags: number;
  inferredTags: number;
  unverifiedFacts: number;
}

test('completeness says in figures that one of nineteen lists is known, and how much of its text', async () => {
  const { completeness } = await seed.ask<{ completeness: Completeness }>(
    '{ completeness { reports { report { id cycle } contributorList contributorsKnown contributionsKnown note } documentsRead { full partial none } statedTags inferredTags unverifiedFacts } }',
  );
  expect(completeness.reports).toHaveLength(19);
  expect(completeness.reports.map(({ report }) => report.cycle)).toEqual(Array.from({ length: 19 }, (_, at) => 2024 - at));
  const known = completeness.reports.filter(({ contributorList }) => contributorList === 'FULL');
  expect(known).toEqual([expect.objectContaining({ report: { id: full, cycle: 2020 }, contributorsKnown: 29 })]);
  expect(known[0]?.contributionsKnown).toBeGreaterThanOrEqual(37);
  expect(completeness.reports.filter(({ contributionsKnown }) => contributionsKnown > 0)).toHaveLength(1);
  expect(completeness.statedTags).toBeGreaterThan(0);
  expect(completeness.inferredTags).toBeGreaterThan(0);
  expect(completeness.unverifiedFacts).toBeGreaterThan(0);
});

test('completeness counts every document once, tags by their method, and facts without a source, over both datasets', async () => {
  const small = apiOf(smallDataset());
  for (const api of [seed, small]) {
    const { completeness, meta } = await api.ask<{
      completeness: Completeness;
      meta: { counts: { kind: string; count: number }[]; linkCounts: { link: string; count: number }[] };
    }>(
      '{ completeness { documentsRead { full partial none } statedTags inferredTags unverifiedFacts } meta { counts { kind count } linkCounts { link count } } }',
    );
    const sum = (rows: { count: number }[]) => rows.reduce((total, { count }) => total + count, 0);
    const { full: read, partial, none } = completeness.documentsRead;
    const documents = meta.counts.filter(({ kind }) => ['RESOLUTION', 'REPORT', 'OUTCOME_DOCUMENT', 'OTHER_DOCUMENT'].includes(kind));
    expect(read + partial + none).toBe(sum(documents));
    const tags = sum(meta.linkCounts.filter(({ link: name }) => ['UNDER', 'IN', 'SUPPORTS'].includes(name)));
    expect(completeness.statedTags + completeness.inferredTags).toBeLessThanOrEqual(tags);
  }
  const { completeness } = await small.ask<{ completeness: Completeness }>('{ completeness { unverifiedFacts statedTags inferredTags } }');
  // one event, one indication, one recommendation and one tag
  expect(completeness.unverifiedFacts).toBe(4);
});

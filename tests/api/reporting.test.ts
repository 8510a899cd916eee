/** Who reported on what: a contribution that an entity made, by stated and by inferred tags; facilitating, contributing or being named is not reporting. */
import { type Api, apiOf, seedApi } from '../support/api.js';
import { smallDataset } from '../support/small-dataset.js';

interface Edge {
  node: { id: string; name: string };
  contributionCount: number;
  statedCount: number;
  inferredCount: number;
  firstCycle: number | null;
  lastCycle: number | null;
  evidence: { method: string; rule: string | null; paragraph: string | null }[];
}

const small = apiOf(smallDataset());
let seed: Api;
beforeAll(async () => {
  seed = await seedApi();
});

const selection =
  'totalCount edges { node { id name } contributionCount statedCount inferredCount firstCycle lastCycle evidence { method rule paragraph } }';

async function reporters(api: Api, line: string, args = 'first: 100'): Promise<Edge[]> {
  const { actionLine } = await api.ask<{ actionLine: { reportingEntities: { totalCount: number; edges: Edge[] } } }>(
    `{ actionLine(id: "${line}") { reportingEntities(${args}) { ${selection} } } }`,
  );
  expect(actionLine.reportingEntities.totalCount).toBe(actionLine.reportingEntities.edges.length);
  return actionLine.reportingEntities.edges;
}

const ids = (edges: Edge[]) => edges.map(({ node }) => node.id);
const brief = (edges: Edge[]) =>
  edges.map(({ node, evidence: _, ...counts }) => [node.id, ...Object.values(counts)] as (string | number | null)[]);

test('counts tell stated tags from inferred ones, and the cycles from first to last', async () => {
  // C5: p19 (ITU and WHO, inferred), p100 (ITU, inferred and curated), p8 of the year before (ITU, extracted), the toolkit without a year (ITU)
  expect(brief(await reporters(small, 'C5'))).toEqual([
    ['entity/ITU', 4, 3, 1, 2019, 2020],
    ['entity/WHO', 1, 0, 1, 2020, 2020],
  ]);
});

test('a tag that nobody verified is neither stated nor inferred, and its entity comes after those with stated tags', async () => {
  expect(brief(await reporters(small, 'C10'))).toEqual([['entity/UNESCO', 1, 0, 0, 2019, 2019]]);
});

test('C7 rolls its sub-lines up, each contribution once; includeSubLines: false does not', async () => {
  expect(brief(await reporters(small, 'C7'))).toEqual([
    ['entity/ITU', 3, 2, 1, 2020, 2020],
    ['entity/WHO', 2, 1, 1, 2020, 2020],
  ]);
  expect(brief(await reporters(small, 'C7', 'includeSubLines: false'))).toEqual([['entity/ITU', 1, 1, 0, null, null]]);
});

test('over the facts, C7 holds what its sub-lines hold, and alone only the report that ITU gives on C7 itself', async () => {
  const rolled = ids(await reporters(seed, 'C7'));
  expect(rolled).toEqual(expect.arrayContaining(['entity/WHO', 'entity/FAO', 'entity/ITU', 'entity/ESCWA', 'entity/OECD', 'entity/ECE']));
  expect(brief(await reporters(seed, 'C7', 'includeSubLines: false'))).toEqual([['entity/ITU', 1, 1, 0, 2012, 2012]]);
});

test('those with stated tags come first, then by count, then by name', async () => {
  for (const line of ['C1', 'C2', 'C3', 'C7', 'C11']) {
    const edges = await reporters(seed, line);
    const key = ({ statedCount, contributionCount }: Edge) => [statedCount > 0 ? 0 : 1, -contributionCount];
    const keys = edges.map(key);
    expect(keys).toEqual([...keys].sort(([a = 0, b = 0], [c = 0, d = 0]) => a - c || b - d));
  }
});

test('the evidence of an edge is that of the tags: with paragraph, method, and the rule where it is inferred', async () => {
  const edges = await reporters(seed, 'C2');
  for (const { node, evidence, contributionCount } of edges) {
    expect({ node, evidence: evidence.length }).toEqual({ node, evidence: Math.min(contributionCount, 10) });
    for (const { method, rule, paragraph } of evidence) {
      if (method === 'INFERRED') expect(rule).toMatch(/^subject-/);
      else expect(paragraph).toBeNull();
    }
  }
  const escap = edges.find(({ node }) => node.id === 'entity/ESCAP');
  expect(escap?.evidence.map(({ paragraph }) => paragraph)).toEqual(['20', '20', '20']);
});

test('facilitating is not reporting: UNESCO facilitates C3, C8, C9 and C10 and is not among those that reported on them', async () => {
  const { entity } = await seed.ask<{ entity: { facilitates: { nodes: { code: string }[] } } }>(
    '{ entity(id: "UNESCO") { facilitates(first: 100) { nodes { code } } } }',
  );
  expect(entity.facilitates.nodes.map(({ code }) => code)).toEqual(expect.arrayContaining(['C3', 'C8', 'C9', 'C10']));
  for (const line of ['C3', 'C8', 'C9', 'C10']) expect(ids(await reporters(seed, line))).not.toContain('entity/UNESCO');
});

test('contributing to a report is not reporting on a line: WIPO and WTO did the one and not the other', async () => {
  for (const name of ['WIPO', 'WTO']) {
    const { entity } = await seed.ask<{ entity: { contributedTo: { totalCount: number }; contributions: { totalCount: number } } }>(
      `{ entity(id: "${name}") { contributedTo { totalCount } contributions { totalCount } } }`,
    );
    expect(entity).toEqual({ contributedTo: { totalCount: 1 }, contributions: { totalCount: 0 } });
  }
});

test('being named is not making: the World Wide Web Foundation made what paragraph 38 says it did, the Alliance that it hosts did not', async () => {
  const { contributions } = await seed.ask<{ contributions: { nodes: { entities: { id: string }[] }[] } }>(
    '{ contributions(filter: { entities: ["Web Foundation"] }) { nodes { entities { id } } } }',
  );
  expect(contributions.nodes).toEqual([{ entities: [{ id: 'entity/Web-Foundation' }] }]);
});

test('a filter narrows what counts: by cycle, by method, by region, by document', async () => {
  expect(brief(await reporters(small, 'C5', 'filter: { cycles: { to: 2019 } }'))).toEqual([['entity/ITU', 1, 1, 0, 2019, 2019]]);
  expect(brief(await reporters(small, 'C5', 'filter: { methods: [INFERRED] }'))).toEqual([
    ['entity/ITU', 2, 1, 1, 2020, 2020],
    ['entity/WHO', 1, 0, 1, 2020, 2020],
  ]);
  expect(ids(await reporters(small, 'C5', 'filter: { regions: ["Europe"] }'))).toEqual(['entity/ITU']);
  expect(ids(await reporters(seed, 'C7.e-health', 'filter: { documents: ["A/76/64"] }'))).toEqual(['entity/Broadband-Commission']);
  expect(ids(await reporters(seed, 'C7.e-health', 'filter: { methods: [CURATED] }'))).toEqual(['entity/WHO']);
});

test('goals and regions tell who reported on them in the same way', async () => {
  const query = (field: string, id: string) => `{ one: ${field}(id: "${id}") { reportingEntities { ${selection} } } }`;
  const of = async (field: string, id: string) =>
    (await small.ask<{ one: { reportingEntities: { edges: Edge[] } } }>(query(field, id))).one.reportingEntities.edges;
  expect(brief(await of('sdg', '9'))).toEqual([
    ['entity/ITU', 3, 2, 1, 2020, 2020],
    ['entity/WHO', 1, 0, 1, 2020, 2020],
  ]);
  expect(brief(await of('region', 'Africa'))).toEqual([
    ['entity/ITU', 2, 2, 0, 2019, 2020],
    ['entity/WHO', 1, 1, 0, 2020, 2020],
  ]);
  expect(await of('region', 'Asia and the Pacific')).toEqual([]);
});

test('who reported is who made a contribution under the line: the two ways to ask agree on every line', async () => {
  const { actionLines } = await seed.ask<{
    actionLines: {
      nodes: { id: string; reportingEntities: { nodes: { id: string }[] }; contributions: { nodes: { entities: { id: string }[] }[] } }[];
    };
  }>(
    '{ actionLines(first: 19) { nodes { id reportingEntities(first: 100) { nodes { id } } contributions(first: 100) { nodes { entities { id } } } } } }',
  );
  for (const line of actionLines.nodes) {
    const makers = line.contributions.nodes.flatMap(({ entities }) => entities.map(({ id }) => id));
    expect(new Set(line.reportingEntities.nodes.map(({ id }) => id))).toEqual(new Set(makers));
  }
});

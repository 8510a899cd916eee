/** Lineage: what a text rests on and what rests on it, by which verb and in which place; cycles end a walk and never trap it. */
import { type Api, apiOf, seedApi } from '../support/api.js';
import { smallDataset } from '../support/small-dataset.js';

const small = apiOf(smallDataset());
let seed: Api;
beforeAll(async () => {
  seed = await seedApi();
});

interface Link {
  from: string;
  to: string;
  verb: string;
  where: string | null;
  paragraph: string | null;
}
interface Lineage {
  root: { id: string };
  nodes: { document: { id: string }; depth: number; citationsRead: string }[];
  links: Link[];
  truncated: boolean;
}

async function lineage(api: Api, args: string): Promise<Lineage> {
  const query = `{ lineage(${args}) { root { id } nodes { document { id } depth citationsRead } links { from to verb where paragraph } truncated } }`;
  return (await api.ask<{ lineage: Lineage }>(query)).lineage;
}

const depths = ({ nodes }: Lineage) => Object.fromEntries(nodes.map(({ document, depth }) => [document.id, depth]));
const [review, modalities, outcome] = ['resolution/A/RES/70/125', 'resolution/A/RES/79/277', 'resolution/A/RES/80/173'] as const;
const summit = ['WSIS-03/GENEVA/DOC/4', 'WSIS-03/GENEVA/DOC/5', 'WSIS-05/TUNIS/DOC/6(Rev.1)', 'WSIS-05/TUNIS/DOC/7'].map(
  (id) => `outcome-document/${id}`,
);

test('A/RES/80/173 rests directly on 70/125, 70/1, 79/277 and the four documents of Geneva and Tunis, with verb and place', async () => {
  const graph = await lineage(seed, 'id: "A/RES/80/173", maxDepth: 2');
  expect(graph.root.id).toBe(outcome);
  for (const id of [review, 'resolution/A/RES/70/1', modalities, ...summit]) {
    expect({ id, depth: depths(graph)[id] }).toEqual({ id, depth: 1 });
    const links = graph.links.filter(({ from, to }) => from === outcome && to === id);
    expect(links.length).toBeGreaterThan(0);
    for (const { verb, where, paragraph } of links) {
      expect(verb).toMatch(/^[A-Z_]+$/);
      expect(where).toMatch(/PREAMBLE|OPERATIVE|FOOTNOTE/);
      expect(paragraph).toMatch(/^(PP)?\d+$/);
    }
  }
  expect(graph.links).toContainEqual({ from: outcome, to: review, verb: 'RECALLS', where: 'PREAMBLE', paragraph: 'PP1' });
  expect(graph.links).toContainEqual({ from: outcome, to: modalities, verb: 'RECALLS', where: 'PREAMBLE', paragraph: 'PP4' });
});

test('its citations are the same with and without their evidence, of which the first piece gives the place', async () => {
  const query = `{
    brief: lineage(id: "A/RES/80/173", maxDepth: 2) { links { from to verb where paragraph } }
    whole: lineage(id: "A/RES/80/173", maxDepth: 2) { links { from to verb ...Place } }
  }
  fragment Place on LineageLink { where paragraph evidence { where paragraph } }`;
  type Told = { where: string | null; paragraph: string | null };
  const { brief, whole } = await seed.ask<Record<'brief' | 'whole', { links: (Link & { evidence: Told[] })[] }>>(query);
  expect(whole.links.map(({ evidence: [first] }) => first)).toEqual(brief.links.map(({ where, paragraph }) => ({ where, paragraph })));
  expect(whole.links.map(({ evidence: _, ...link }) => link)).toEqual(brief.links);
});

test('the footnotes of A/RES/79/277 put 59/220 and 60/252 at depth 2', async () => {
  const graph = await lineage(seed, 'id: "A/RES/80/173", maxDepth: 2');
  for (const [id, verb, where, paragraph] of [
    ['resolution/A/RES/59/220', 'RECALLS', 'FOOTNOTE', 'PP1'],
    ['resolution/A/RES/60/252', 'RECALLS', 'FOOTNOTE', 'PP1'],
    ['resolution/A/RES/70/1', 'REAFFIRMS', 'FOOTNOTE', 'PP6'],
  ]) {
    expect(graph.links).toContainEqual({ from: modalities, to: id, verb, where, paragraph });
  }
  expect(depths(graph)).toMatchObject({ 'resolution/A/RES/59/220': 2, 'resolution/A/RES/60/252': 2, 'resolution/A/RES/70/1': 1 });
});

test('what rests on A/RES/60/252 reaches 80/173', async () => {
  const graph = await lineage(seed, 'id: "A/RES/60/252", direction: DESCENDANTS');
  expect(depths(graph)).toMatchObject({ [modalities]: 1, [outcome]: 2 });
  for (const { from, to } of graph.links)
    expect(graph.nodes.some(({ document }) => document.id === from) || from === graph.root.id).toBe(to !== undefined);
});

test('a leaf that nobody read says so', async () => {
  const { nodes } = await lineage(seed, 'id: "A/RES/80/173", maxDepth: 1');
  expect(nodes.find(({ document }) => document.id === 'resolution/A/RES/75/240')?.citationsRead).toBe('NONE');
  expect(nodes.find(({ document }) => document.id === modalities)?.citationsRead).toBe('FULL');
});

test('each node is as deep as its shortest way, nearest first, and every link is between nodes that are there', async () => {
  for (const direction of ['ANCESTORS', 'DESCENDANTS', 'BOTH']) {
    const graph = await lineage(seed, `id: "A/RES/70/125", direction: ${direction}, maxDepth: 3, first: 1000`);
    const all = graph.nodes.map(({ depth }) => depth);
    expect(all).toEqual([...all].sort((a, b) => a - b));
    const at = new Map([[graph.root.id, 0], ...graph.nodes.map(({ document, depth }) => [document.id, depth] as const)]);
    expect(at.size).toBe(graph.nodes.length + 1);
    for (const { from, to } of graph.links) expect([at.has(from), at.has(to)]).toEqual([true, true]);
    for (const { document, depth } of graph.nodes) {
      const near = graph.links.flatMap(({ from, to }) => [
        ...(direction !== 'DESCENDANTS' && to === document.id ? [at.get(from)] : []),
        ...(direction !== 'ANCESTORS' && from === document.id ? [at.get(to)] : []),
      ]);
      expect(near).toContain(depth - 1);
    }
    expect(graph.truncated).toBe(false);
  }
});

test('verbs narrow the walk: only what is reached by them', async () => {
  const all = await lineage(small, 'id: "A/RES/80/173", maxDepth: 5');
  const recalled = await lineage(small, 'id: "A/RES/80/173", maxDepth: 5, verbs: [RECALLS]');
  expect(new Set(recalled.links.map(({ verb }) => verb))).toEqual(new Set(['RECALLS']));
  expect(depths(recalled)).toEqual({
    'outcome-document/tunis-agenda': 1,
    [review]: 1,
    'resolution/A/RES/57/270 B': 2,
    'resolution/A/RES/56/183': 3,
    'resolution/A/RES/1145(XII)': 4,
  });
  expect(recalled.nodes.length).toBeLessThan(all.nodes.length);
  expect((await lineage(small, 'id: "A/RES/80/173", verbs: [ENDORSES]')).nodes).toEqual([]);
  expect((await lineage(small, 'id: "A/RES/80/173", verbs: []')).nodes).toEqual([]);
});

test('first lets the nearest through and says that there are more', async () => {
  const all = await lineage(seed, 'id: "A/RES/80/173", maxDepth: 3, first: 1000');
  const few = await lineage(seed, 'id: "A/RES/80/173", maxDepth: 3, first: 5');
  expect(few.truncated).toBe(true);
  expect(few.nodes).toEqual(all.nodes.slice(0, 5));
  const exact = await lineage(seed, `id: "A/RES/80/173", maxDepth: 3, first: ${all.nodes.length}`);
  expect(exact.truncated).toBe(false);
});

test('maxDepth is from 1 to 20, maxLength from 1 to 10, and null is the default', async () => {
  for (const [field, argument, values] of [
    ['lineage(id: "A/RES/80/173", %) { truncated }', 'maxDepth', [0, -1, 21]],
    ['paths(from: "A/RES/80/173", to: "A/RES/70/125", %) { length }', 'maxLength', [0, -1, 11]],
    ['commonAncestors(ids: ["A/RES/80/173", "A/RES/70/125"], %) { id }', 'maxDepth', [0, -1, 21]],
  ] as const) {
    for (const value of values) {
      const [error] = await small.errors(`{ ${field.replace('%', `${argument}: ${value}`)} }`);
      expect(error).toMatchObject({ code: 'BAD_USER_INPUT', extensions: { argument } });
    }
    expect(await small.errors(`{ ${field.replace('%', `${argument}: null`)} }`)).toEqual([]);
  }
});

test('a cycle in the citations ends the walk, in every direction', async () => {
  const loop = ['resolution/A/RES/57/270 B', 'resolution/A/RES/56/183'] as const;
  for (const direction of ['ANCESTORS', 'DESCENDANTS', 'BOTH']) {
    const graph = await lineage(small, `id: "${loop[0]}", direction: ${direction}, maxDepth: 20`);
    expect(graph.nodes.filter(({ document }) => document.id === loop[0])).toEqual([]);
    expect(graph.nodes.filter(({ document }) => document.id === loop[1])).toHaveLength(1);
    expect(graph.links.filter(({ from, to }) => loop.includes(from as never) && loop.includes(to as never))).toHaveLength(2);
  }
});

test('cites stands in the order of the text, two verbs between the same two are two edges, several places one edge with all its evidence', async () => {
  const { document } = await small.ask<{
    document: {
      cites: {
        totalCount: number;
        edges: { verb: string; node: { id: string }; paragraph: string | null; evidence: { paragraph: string | null }[] }[];
      };
    };
  }>('{ document(id: "A/RES/80/173") { cites { totalCount edges { verb paragraph node { id } evidence { paragraph } } } } }');
  expect(document.cites.edges.map(({ verb, node }) => [verb, node.id])).toEqual([
    ['TAKES_NOTE_OF', 'report/A/76/64-E/2021/11'],
    ['RECALLS', review],
    ['RECALLS', 'outcome-document/tunis-agenda'],
    ['REAFFIRMS', review],
    ['TAKES_NOTE_OF', 'resolution/E/RES/2006/46'],
  ]);
  expect(document.cites.totalCount).toBe(5);
  expect(document.cites.edges[3]).toMatchObject({
    paragraph: '2',
    evidence: [{ paragraph: '2' }, { paragraph: '40' }, { paragraph: null }],
  });
});

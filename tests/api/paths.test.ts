/** Paths between texts and what several texts all rest on. */
import { type Api, apiOf, seedApi } from '../support/api.js';
import { smallDataset } from '../support/small-dataset.js';

const small = apiOf(smallDataset());
let seed: Api;
beforeAll(async () => {
  seed = await seedApi();
});

const [review, modalities, outcome] = ['resolution/A/RES/70/125', 'resolution/A/RES/79/277', 'resolution/A/RES/80/173'] as const;
const summit = ['WSIS-03/GENEVA/DOC/4', 'WSIS-03/GENEVA/DOC/5', 'WSIS-05/TUNIS/DOC/6(Rev.1)', 'WSIS-05/TUNIS/DOC/7'].map(
  (id) => `outcome-document/${id}`,
);

/** The ids of what a text rests on within two citations. */
async function ancestors(id: string): Promise<string[]> {
  const { lineage } = await seed.ask<{ lineage: { nodes: { document: { id: string } }[] } }>(
    'query ($id: ID!) { lineage(id: $id, maxDepth: 2, first: 1000) { nodes { document { id } } } }',
    { id },
  );
  return lineage.nodes.map(({ document }) => document.id);
}

interface Path {
  length: number;
  documents: { id: string }[];
  links: { from: string; to: string }[];
}
const paths = async (api: Api, args: string) =>
  (await api.ask<{ paths: Path[] }>(`{ paths(${args}) { length documents { id } links { from to } } }`)).paths;

test('paths are chains of citations, shortest first, without a document twice, each link from one document to the next', async () => {
  const found = await paths(seed, 'from: "A/RES/80/173", to: "A/RES/60/252", maxLength: 4, first: 20');
  expect(found[0]?.documents.map(({ id }) => id)).toEqual([outcome, modalities, 'resolution/A/RES/60/252']);
  const lengths = found.map(({ length }) => length);
  expect(lengths).toEqual([...lengths].sort((a, b) => a - b));
  for (const { length, documents, links } of found) {
    const ids = documents.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect([ids.length, links.length]).toEqual([length + 1, length]);
    expect(links.map(({ from, to }) => [from, to])).toEqual(ids.slice(1).map((id, at) => [ids[at], id]));
  }
});

test('there is no path from a document to itself, nor against the citations, and a cycle makes none longer', async () => {
  expect(await paths(small, 'from: "A/RES/70/125", to: "A/RES/70/125"')).toEqual([]);
  expect(await paths(small, 'from: "Tunis Agenda", to: "A/RES/70/125"')).toEqual([]);
  const found = await paths(small, 'from: "A/RES/80/173", to: "A/RES/1145(XII)", maxLength: 10, first: 100');
  for (const { documents } of found) expect(new Set(documents.map(({ id }) => id)).size).toBe(documents.length);
  expect(await paths(small, 'from: "A/RES/80/173", to: "A/RES/1145(XII)", maxLength: 3')).toEqual([]);
  expect((await paths(small, 'from: "A/RES/80/173", to: "A/RES/1145(XII)", maxLength: 4'))[0]?.length).toBe(4);
});

test('common ancestors are what all of the texts rest on, none of them among them', async () => {
  const { commonAncestors } = await seed.ask<{ commonAncestors: { id: string }[] }>(
    '{ commonAncestors(ids: ["A/RES/80/173", "A/RES/80/118", "A/RES/79/277"], maxDepth: 2) { id } }',
  );
  const ids = commonAncestors.map(({ id }) => id);
  expect(ids).toEqual(expect.arrayContaining([review, 'resolution/A/RES/70/1', ...summit]));
  const each = await Promise.all([outcome, 'A/RES/80/118', modalities].map(ancestors));
  const shared = each[0]?.filter((id) => each.every((known) => known.includes(id)) && id !== outcome && id !== modalities);
  expect(new Set(ids)).toEqual(new Set(shared));
});

test('one text has no common ancestors with itself: two different ones are needed', async () => {
  for (const ids of ['[]', '["A/RES/80/173"]', '["A/RES/80/173", "res. 80/173"]']) {
    expect((await seed.errors(`{ commonAncestors(ids: ${ids}) { id } }`))[0]).toMatchObject({
      code: 'BAD_USER_INPUT',
      extensions: { argument: 'ids' },
    });
  }
});

/** The links of any node: the evidence behind the relations that are plain lists. */
import { kinds, linkNames } from '../../src/domain/graph.js';
import { seedApi, seedDataset } from '../support/api.js';

interface Edge {
  from: string;
  to: string;
  node: { id: string };
  evidence: { document: { id: string } | null; paragraph: string | null; method: string; rule: string | null }[];
}

const linksOf = async (id: string, link: string, direction: 'OUT' | 'IN') => {
  const query = `{ node(id: "${id}") { links(link: ${link}, direction: ${direction}, first: 100) { totalCount edges { from to node { id } evidence { document { id } paragraph method rule } } } } }`;
  const api = await seedApi();
  return (await api.ask<{ node: { links: { totalCount: number; edges: Edge[] } } }>(query)).node.links;
};

it('say where it stands that a session recommended a resolution', async () => {
  const { edges } = await linksOf('resolution/E/RES/2023/3', 'RECOMMENDED', 'IN');
  expect(edges.map(({ from, to, node }) => [from, to, node.id])).toEqual([
    ['session/CSTD-26', 'resolution/E/RES/2023/3', 'session/CSTD-26'],
  ]);
  expect(edges[0]?.evidence.length).toBeGreaterThan(0);
});

it('tell a mandate that is stated from one that is inferred', async () => {
  const stated = await linksOf('report/A/76/64-E/2021/11', 'MANDATES', 'IN');
  expect(stated.edges[0]?.evidence[0]).toMatchObject({ method: 'CURATED', paragraph: '1', rule: null });
  const inferred = await linksOf('report/A/78/62-E/2023/49', 'MANDATES', 'IN');
  expect(inferred.edges[0]?.evidence[0]).toMatchObject({ method: 'INFERRED', rule: 'annual-report-mandate' });
});

it('are all links of the dataset, both ways, each with evidence', async () => {
  const { nodes, links } = await seedDataset();
  const few = kinds.flatMap((kind) => nodes.filter((node) => node.kind === kind).slice(0, 2));
  for (const { id } of few) {
    for (const link of linkNames) {
      const out = await linksOf(id, link, 'OUT');
      const into = await linksOf(id, link, 'IN');
      expect([id, link, out.totalCount, into.totalCount]).toEqual([
        id,
        link,
        links.filter((each) => each.link === link && each.from === id).length,
        links.filter((each) => each.link === link && each.to === id).length,
      ]);
      for (const { evidence } of [...out.edges, ...into.edges]) expect(evidence.length).toBeGreaterThan(0);
    }
  }
});

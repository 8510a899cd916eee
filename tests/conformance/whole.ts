/** What a store has to do with the graph as a whole: info, export, replace and close. */
import { kinds, linkNames } from '../../src/domain/graph.js';
import type { Dataset, LinkRecord, NodeRecord } from '../../src/domain/records.js';
import { evidence, node, smallDataset } from '../support/small-dataset.js';
import type { Opened } from './suite.js';

const other = (): Dataset => ({
  version: 'other',
  licence: 'CC-BY-4.0',
  rules: [{ name: 'rule', meaning: 'invented for the tests' }],
  sources: [],
  nodes: [node('SDG', '17', { number: 17, title: 'Partnerships' }, [evidence({ method: 'UNVERIFIED' })])],
  links: [],
});

async function rowsOf(rows: AsyncIterable<NodeRecord | LinkRecord>): Promise<(NodeRecord | LinkRecord)[]> {
  const all = [];
  for await (const row of rows) all.push(row);
  return all;
}

export function describeWhole(given: Opened): void {
  describe('the whole', () => {
    test('is told by info, in the order of the vocabulary', async () => {
      const info = await given.store.info();
      const { nodes, links, ...dataset } = smallDataset();
      expect(info.counts).toEqual(kinds.map((kind) => ({ kind, count: nodes.filter((each) => each.kind === kind).length })));
      expect(info.linkCounts).toEqual(linkNames.map((link) => ({ link, count: links.filter((each) => each.link === link).length })));
      expect(info).toMatchObject({
        datasetVersion: dataset.version,
        licence: dataset.licence,
        sources: dataset.sources,
        documentsRead: { FULL: 3, PARTIAL: 4, NONE: 6 },
        tagMethods: { CURATED: 2, EXTRACTED: 9, INFERRED: 7, UNVERIFIED: 1 },
        unverifiedFacts: 4,
      });
      expect(given.store.datasetVersion).toBe(dataset.version);
    });

    test('is exported completely: nodes by kind and id, then links by name, from, to and verb', async () => {
      const rows = await rowsOf(given.store.export());
      const { nodes, links } = smallDataset();
      expect(rows).toHaveLength(nodes.length + links.length);
      expect(rows.slice(0, nodes.length)).toEqual(expect.arrayContaining(nodes));
      expect(rows.slice(nodes.length)).toEqual(expect.arrayContaining(links));
      const ids = rows.map((row) => ('kind' in row ? row.id : [row.link, row.from, row.to, row.verb].join(' '))) as string[];
      expect(ids.slice(0, 6).map((id) => id.slice(12))).toEqual(['C10', 'C2', 'C5', 'C7', 'C7.e-agriculture', 'C7.e-health']);
      expect(ids[nodes.length - 1]).toBe('ask/A/RES/80/173/p9');
      expect(ids[nodes.length]).toBe('PART_OF action-line/C7.e-agriculture action-line/C7 ');
      const cited = ids.filter((id) => id.startsWith('CITES resolution/A/RES/80/173'));
      expect(cited.map((id) => id.slice(30))).toEqual([
        'outcome-document/tunis-agenda RECALLS',
        'report/A/76/64-E/2021/11 TAKES_NOTE_OF',
        'resolution/A/RES/70/125 REAFFIRMS',
        'resolution/A/RES/70/125 RECALLS',
        'resolution/E/RES/2006/46 TAKES_NOTE_OF',
      ]);
    });

    test('is replaced by a load, but not by the version that it holds', async () => {
      const { nodes, links, version } = smallDataset();
      const same = { datasetVersion: version, nodes: nodes.length, links: links.length };
      expect(await given.writer.replace(smallDataset())).toEqual({ ...same, changed: false });
      expect(await given.writer.replace(other())).toEqual({ changed: true, datasetVersion: 'other', nodes: 1, links: 0 });
      expect((await given.store.info()).counts.filter(({ count }) => count > 0)).toEqual([{ kind: 'SDG', count: 1 }]);
      expect(given.store.datasetVersion).toBe('other');
      expect(await given.store.nodes(['sdg/9', 'sdg/17'])).toEqual([null, other().nodes[0]]);
      expect(await given.store.candidates({ words: ['itu'], match: 'ALL', kinds: ['ENTITY'] })).toEqual([]);
      expect((await given.store.info()).unverifiedFacts).toBe(1);
    });

    test('may be empty', async () => {
      expect(await given.writer.replace({ ...other(), version: 'empty', nodes: [] })).toMatchObject({ changed: true, nodes: 0 });
      const [page] = await given.store.find({ kinds, where: [], page: { limit: 1, total: true } }, [[]]);
      expect(page).toEqual({ rows: [], total: 0, hasNext: false, hasPrevious: false });
      expect(await rowsOf(given.store.export())).toEqual([]);
    });

    test('is seen old or new by whoever reads while it is replaced, never in between', async () => {
      const [small, single] = [smallDataset(), other()];
      const sizes = new Set<number>();
      const read = async () => {
        const [page] = await given.store.find({ kinds, where: [], page: { total: true } }, [[]]);
        sizes.add(page?.rows.length ?? 0);
        expect(page?.total).toBe(page?.rows.length);
      };
      const exported = given.store.export()[Symbol.asyncIterator]();
      const first = await exported.next();
      await Promise.all([read(), given.writer.replace(single), read(), read()]);
      await Promise.all([read(), given.writer.replace(small), read()]);
      expect([...sizes].every((size) => size === small.nodes.length || size === single.nodes.length)).toBe(true);
      const rest = await rowsOf({ [Symbol.asyncIterator]: () => exported });
      expect([first.value, ...rest]).toHaveLength(small.nodes.length + small.links.length);
    });

    test('is out of reach once the store is closed', async () => {
      await given.close();
      const closed = { extensions: { code: 'UNAVAILABLE' } };
      await expect(given.store.info()).rejects.toMatchObject(closed);
      await expect(given.store.nodes(['sdg/9'])).rejects.toMatchObject(closed);
      await expect(given.store.find({ kinds: ['SDG'], where: [], page: {} }, [[]])).rejects.toMatchObject(closed);
      await expect(rowsOf({ [Symbol.asyncIterator]: () => given.store.export()[Symbol.asyncIterator]() })).rejects.toMatchObject(closed);
    });
  });
}

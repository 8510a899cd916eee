/** What a store has to do along citations: lineage, paths and common ancestors. */
import type { LinkSummary } from '../../src/domain/records.js';
import type { LineageQuery } from '../../src/store/graph-store.js';
import { link, node, smallDataset } from '../support/small-dataset.js';
import type { Opened } from './suite.js';

const latest = 'resolution/A/RES/80/173';
const review = 'resolution/A/RES/70/125';
const followUp = 'resolution/A/RES/57/270 B';
const summit = 'resolution/A/RES/56/183';
const council = 'resolution/E/RES/2006/46';
const old = 'resolution/A/RES/1145(XII)';
const report = 'report/A/76/64-E/2021/11';
const tunis = 'outcome-document/tunis-agenda';
const geneva = 'outcome-document/geneva-plan-of-action';
const draft = 'other-document/A/C.2/80/L.58';

export function describeCitations(given: Opened): void {
  describe('lineage', () => {
    const lineage = (id: string, query: Partial<LineageQuery> = {}) =>
      given.store.lineage({ id, direction: 'ANCESTORS', maxDepth: 9, limit: 100, ...query });
    const depths = async (...query: Parameters<typeof lineage>) =>
      (await lineage(...query))?.nodes.map(({ node, depth }) => [depth, node.id]);

    test('goes by breadth, nearest first, then in default order, to the depth asked', async () => {
      const near = [
        [1, report],
        [1, review],
        [1, council],
        [1, tunis],
      ];
      expect(await depths(latest, { maxDepth: 1 })).toEqual(near);
      expect(await depths(latest)).toEqual([...near, [2, geneva], [2, followUp], [3, summit], [4, old]]);
      expect(await lineage(latest, { maxDepth: 0 })).toEqual({ nodes: [], links: [], truncated: false });
    });

    test('goes down as well as up, and through a cycle without end', async () => {
      expect(await depths(council, { direction: 'DESCENDANTS' })).toEqual([
        [1, latest],
        [1, report],
      ]);
      expect(await depths(followUp)).toEqual([
        [1, summit],
        [2, old],
      ]);
      expect(await depths(followUp, { direction: 'BOTH', maxDepth: 2 })).toEqual([
        [1, review],
        [1, council],
        [1, summit],
        [2, latest],
        [2, draft],
        [2, report],
        [2, old],
      ]);
    });

    test('shows every citation between its documents, by from, then in the order of the text', async () => {
      const graph = await lineage(latest, { maxDepth: 1 });
      expect(graph?.links.map(({ from, verb, to }) => [from, verb, to])).toEqual([
        [report, 'CITES', council],
        [report, 'CITES', review],
        [review, 'REAFFIRMS', tunis],
        [latest, 'TAKES_NOTE_OF', report],
        [latest, 'RECALLS', review],
        [latest, 'RECALLS', tunis],
        [latest, 'REAFFIRMS', review],
        [latest, 'TAKES_NOTE_OF', council],
        [council, 'RECALLS', tunis],
      ]);
      expect(
        graph?.links.find(({ verb, to }) => verb === 'REAFFIRMS' && to === review)?.evidence?.map(({ paragraph }) => paragraph),
      ).toEqual(['2', '40', null]);
    });

    test('gives the citations without their evidence where that is not wanted, with the place of its first piece, in the same order', async () => {
      const placeOf = ({ from, to, verb, evidence, where, paragraph }: LinkSummary) => {
        const place = evidence ? evidence[0] : { where, paragraph };
        return [from, to, verb, place?.where, place?.paragraph];
      };
      for (const direction of ['ANCESTORS', 'DESCENDANTS', 'BOTH'] as const) {
        const whole = (await lineage(review, { direction }))?.links ?? [];
        const brief = (await lineage(review, { direction, evidence: false }))?.links ?? [];
        expect(whole.every(({ evidence }) => evidence?.length)).toBe(true);
        expect(brief.map(placeOf)).toEqual(whole.map(placeOf));
        expect(brief.length).toBeGreaterThan(0);
      }
    });

    test('follows and shows only the verbs asked', async () => {
      const graph = await lineage(latest, { verbs: ['RECALLS'] });
      expect(graph?.nodes.map(({ node, depth }) => [depth, node.id])).toEqual([
        [1, review],
        [1, tunis],
        [2, followUp],
        [3, summit],
        [4, old],
      ]);
      expect(new Set(graph?.links.map(({ verb }) => verb))).toEqual(new Set(['RECALLS']));
      expect(await depths(latest, { verbs: [] })).toEqual([]);
    });

    test('tells exactly when it is truncated, and then keeps the nearest', async () => {
      expect(await lineage(latest, { limit: 8 })).toMatchObject({ truncated: false });
      const cut = await lineage(latest, { limit: 2 });
      expect(cut?.truncated).toBe(true);
      expect(cut?.nodes.map(({ node }) => node.id)).toEqual([report, review]);
      expect(cut?.links.map(({ to }) => to)).toEqual([review, report, review, review]);
      expect(await lineage(latest, { limit: 4, maxDepth: 1 })).toMatchObject({ truncated: false });
    });

    test('is null for what is not a document', async () => {
      expect(await lineage('resolution/nothing')).toBeNull();
      expect(await lineage('entity/ITU')).toBeNull();
    });
  });

  describe('paths', () => {
    const paths = async (from: string, to: string, maxLength = 6, limit = 10) =>
      (await given.store.paths({ from, to, maxLength, limit })).map(({ nodes }) => nodes.map(({ id }) => id));

    test('stand by length, then by the default order of their documents', async () => {
      const all = [
        [latest, tunis],
        [latest, review, tunis],
        [latest, council, tunis],
        [latest, report, review, tunis],
        [latest, report, council, tunis],
      ];
      expect(await paths(latest, tunis)).toEqual(all);
      expect(await paths(latest, tunis, 2)).toEqual(all.slice(0, 3));
      expect(await paths(latest, tunis, 6, 4)).toEqual(all.slice(0, 4));
    });

    test('have one link for each step, the first in the text', async () => {
      const [path] = await given.store.paths({ from: latest, to: geneva, maxLength: 2, limit: 1 });
      expect(path?.links.map(({ verb, evidence }) => [verb, evidence[0]?.paragraph])).toEqual([
        ['RECALLS', 'PP3'],
        ['REAFFIRMS', 'PP3'],
      ]);
    });

    test('visit no document twice, and there is none to itself, against the citations or to the unknown', async () => {
      expect(await paths(followUp, old)).toEqual([[followUp, summit, old]]);
      expect(await paths(followUp, followUp)).toEqual([]);
      expect(await paths(tunis, latest)).toEqual([]);
      expect(await paths(latest, 'resolution/nothing')).toEqual([]);
      expect(await paths('entity/ITU', latest)).toEqual([]);
      expect(await paths(latest, old, 3)).toEqual([]);
    });
  });

  describe('common ancestors', () => {
    const common = async (ids: string[], maxDepth = 6, limit = 10) =>
      (await given.store.commonAncestors({ ids, maxDepth, limit })).map(({ id }) => id);

    test('stand by the greatest depth, then the sum, then default order', async () => {
      expect(await common([review, council])).toEqual([tunis, followUp, summit, old]);
      expect(await common([latest, draft])).toEqual([review, tunis, geneva, followUp, summit, old]);
      expect(await common([review, council, review], 1)).toEqual([tunis, followUp]);
      expect(await common([review, council], 6, 1)).toEqual([tunis]);
    });

    test('stand by the greatest depth even where the sum is less', async () => {
      const names = ['a', 'a1', 'a2', 'b', 'b1', 'b2', 'b3', 'even', 'uneven'];
      const id = (name: string) => `outcome-document/${name}`;
      const chains = ['a a1 a2 even', 'b b1 b2 even', 'a uneven', 'b b1 b2 b3 uneven'].map((chain) => chain.split(' '));
      const dataset = {
        nodes: names.map((name) => node('OUTCOME_DOCUMENT', name, { title: name, year: 2003, citationsRead: 'FULL' })),
        links: chains.flatMap((chain) =>
          chain.slice(1).map((to, step) => link('CITES', id(chain[step] as string), id(to), { verb: 'RECALLS' })),
        ),
      };
      await given.writer.replace({ ...smallDataset(), ...dataset, version: 'chains' });
      expect(await common(['a', 'b'].map(id))).toEqual(['even', 'uneven'].map(id));
    });

    test('of one document are all that it rests on; of the unknown or of none, nothing', async () => {
      expect(await common([followUp])).toEqual([summit, old]);
      expect(await common([followUp, summit])).toEqual([old]);
      expect(await common([review, 'resolution/nothing'])).toEqual([]);
      expect(await common([])).toEqual([]);
    });
  });
}

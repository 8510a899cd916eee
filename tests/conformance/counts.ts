/** What a store has to do when it counts: reporters, cubes and facets. */
import type { Axis, CubeQuery, ReportersQuery } from '../../src/store/graph-store.js';
import { evidence, link, node, smallDataset } from '../support/small-dataset.js';
import type { Opened } from './suite.js';

const c5 = 'action-line/C5';
const c7 = 'action-line/C7';
const health = 'action-line/C7.e-health';
const contribution = (id: string) => `contribution/${id}`;
const lines = { by: 'link', link: 'UNDER', direction: 'OUT', rollUp: true } as const;
const goals: Axis = { by: 'link', link: 'SUPPORTS', direction: 'OUT' };
const categories: Axis = { by: 'link', link: 'MADE', direction: 'IN', property: 'category' };

export function describeCounts(given: Opened): void {
  describe('reporters', () => {
    const base: ReportersQuery = { link: 'UNDER', withParts: true, where: [], page: { total: true } };
    const rows = async (query: Partial<ReportersQuery>, parent: string) => {
      const [page] = await given.store.reporters({ ...base, ...query }, [parent]);
      return page?.rows.map(({ value }) => [
        value.node.id,
        value.contributionCount,
        value.statedCount,
        value.inferredCount,
        value.cycles[0] ?? null,
        value.cycles.at(-1) ?? null,
      ]);
    };

    test('stand by stated tags, then count, then default order', async () => {
      expect(await rows({}, c5)).toEqual([
        ['entity/ITU', 4, 3, 1, 2019, 2020],
        ['entity/WHO', 1, 0, 1, 2020, 2020],
      ]);
      expect(await rows({}, health)).toEqual([
        ['entity/ITU', 2, 1, 1, 2020, 2020],
        ['entity/WHO', 2, 1, 1, 2020, 2020],
      ]);
      expect(await rows({}, 'action-line/C10')).toEqual([['entity/UNESCO', 1, 0, 0, 2019, 2019]]);
    });

    test('count a contribution under two parts once, and without parts not at all', async () => {
      expect(await rows({}, c7)).toEqual([
        ['entity/ITU', 3, 2, 1, 2020, 2020],
        ['entity/WHO', 2, 1, 1, 2020, 2020],
      ]);
      expect(await rows({ withParts: false }, c7)).toEqual([['entity/ITU', 1, 1, 0, null, null]]);
    });

    test('look only at tags by the methods asked, and at contributions that match', async () => {
      expect(await rows({ methods: ['INFERRED'] }, c5)).toEqual([
        ['entity/ITU', 2, 1, 1, 2020, 2020],
        ['entity/WHO', 1, 0, 1, 2020, 2020],
      ]);
      expect(await rows({ where: [{ by: 'property', property: 'cycle', in: [2019] }] }, c5)).toEqual([['entity/ITU', 1, 1, 0, 2019, 2019]]);
      expect(await rows({ methods: [] }, c5)).toEqual([]);
    });

    test('show samples in default order, each with its first tag by target', async () => {
      const [page] = await given.store.reporters(base, [c7]);
      expect(page?.rows[0]?.value.samples.map(({ contribution, link }) => [contribution, link.link, link.from, link.to])).toEqual([
        [contribution('A/76/64-E/2021/11/p19'), 'UNDER', contribution('A/76/64-E/2021/11/p19'), 'action-line/C7.e-agriculture'],
        [contribution('A/76/64-E/2021/11/p100'), 'UNDER', contribution('A/76/64-E/2021/11/p100'), health],
        [contribution('input-itu-2020/C7'), 'UNDER', contribution('input-itu-2020/C7'), c7],
      ]);
    });

    test('page by their positions, for each parent in the order asked', async () => {
      const pages = await given.store.reporters({ ...base, page: { limit: 1, total: true } }, [
        c5,
        'action-line/C99',
        'action-line/C10',
        c5,
      ]);
      expect(pages.map(({ rows, total, hasNext }) => [rows.map(({ value }) => value.node.id), total, hasNext])).toEqual([
        [['entity/ITU'], 2, true],
        [[], 0, false],
        [['entity/UNESCO'], 1, false],
        [['entity/ITU'], 2, true],
      ]);
      const position = pages[0]?.rows[0]?.position;
      expect(position).toEqual({ keys: [0, -4, 'itu'], id: 'entity/ITU' });
      const [next] = await given.store.reporters({ ...base, page: { limit: 1, after: position } }, [c5]);
      expect(next).toMatchObject({ rows: [{ value: { node: { id: 'entity/WHO' } } }], hasNext: false, hasPrevious: true, total: null });
    });

    test('are neither stated nor inferred by tags that are inferred in part; the first tag is that of the first part', async () => {
      const [made, parts] = ['contribution/x', ['action-line/C7.10', 'action-line/C7.9'] as const];
      const methods = ['UNVERIFIED', 'INFERRED'] as const;
      const dataset = {
        nodes: [
          ...['C7', 'C7.9', 'C7.10'].map((code) => node('ACTION_LINE', code, { code, title: 'Applications' })),
          node('ENTITY', 'x', { name: 'X', category: 'BUSINESS', unSystem: false }),
          node('CONTRIBUTION', 'x', { summary: 'Invented activity', cycle: 2020 }),
        ],
        links: [
          link('MADE', 'entity/x', made),
          ...parts.map((part) => link('PART_OF', part, c7)),
          ...parts.map((part, index) => link('UNDER', made, part, {}, [evidence({ method: methods[index] })])),
        ],
      };
      await given.writer.replace({ ...smallDataset(), ...dataset, version: 'parts' });
      expect(await rows({}, c7)).toEqual([['entity/x', 1, 0, 0, 2020, 2020]]);
      const [page] = await given.store.reporters(base, [c7]);
      expect(page?.rows[0]?.value.samples[0]?.link.to).toBe('action-line/C7.9');
    });

    test('hang on regions and goals as well', async () => {
      expect(await rows({ link: 'IN' }, 'region/africa')).toEqual([
        ['entity/ITU', 2, 2, 0, 2019, 2020],
        ['entity/WHO', 1, 1, 0, 2020, 2020],
      ]);
      expect((await rows({ link: 'SUPPORTS' }, 'sdg/10'))?.map(([id]) => id)).toEqual(['entity/UNESCO']);
    });
  });

  describe('cubes', () => {
    const cube = (query: Partial<CubeQuery>) =>
      given.store.cube({ kind: 'CONTRIBUTION', where: [], rows: lines, columns: goals, measure: 'ROWS', ...query });

    test('count a row in each of its cells, and distinct rows in the totals', async () => {
      expect(await cube({})).toEqual({
        cells: [
          { row: 'action-line/C10', column: 'sdg/10', value: 1 },
          { row: c5, column: 'sdg/3', value: 1 },
          { row: c5, column: 'sdg/9', value: 2 },
          { row: c7, column: 'sdg/3', value: 2 },
          { row: c7, column: 'sdg/9', value: 3 },
          { row: 'action-line/C7.e-agriculture', column: 'sdg/3', value: 1 },
          { row: 'action-line/C7.e-agriculture', column: 'sdg/9', value: 1 },
          { row: health, column: 'sdg/3', value: 2 },
          { row: health, column: 'sdg/9', value: 2 },
        ],
        rows: [
          { key: 'action-line/C10', total: 1 },
          { key: c5, total: 4 },
          { key: c7, total: 4 },
          { key: 'action-line/C7.e-agriculture', total: 1 },
          { key: health, total: 3 },
        ],
        columns: [
          { key: 'sdg/10', total: 1 },
          { key: 'sdg/3', total: 2 },
          { key: 'sdg/9', total: 3 },
        ],
        total: 8,
        untagged: 3,
      });
    });

    test('count distinct neighbours when asked; rows without any stand in a cell of 0', async () => {
      const { cells, rows, total, untagged } = await cube({
        columns: { by: 'property', property: 'cycle' },
        measure: { link: 'IN', direction: 'OUT' },
      });
      expect(total).toBe(2);
      expect(untagged).toBe(3);
      expect(cells).toContainEqual({ row: c5, column: '2020', value: 2 });
      expect(cells).toContainEqual({ row: 'action-line/C10', column: '2019', value: 0 });
      expect(rows).toContainEqual({ key: c7, total: 2 });
    });

    test('take only tags by the methods of the axis, and matching rows', async () => {
      const { rows, total, untagged } = await cube({
        rows: { ...lines, methods: ['CURATED', 'EXTRACTED'] },
        where: [{ by: 'property', property: 'cycle', in: [2020] }],
      });
      expect(rows).toEqual([
        { key: c5, total: 1 },
        { key: c7, total: 1 },
        { key: 'action-line/C7.e-agriculture', total: 1 },
        { key: health, total: 1 },
      ]);
      expect([total, untagged]).toEqual([4, 2]);
      expect(await cube({ where: [{ by: 'text', words: ['nothing'] }] })).toEqual({
        cells: [],
        rows: [],
        columns: [],
        total: 0,
        untagged: 0,
      });
    });
  });

  describe('facets', () => {
    test('stand by count, then key, for each scope and axis', async () => {
      const cycle: Axis = { by: 'property', property: 'cycle' };
      const query = { kinds: ['CONTRIBUTION'] as const, where: [], axes: [cycle, categories, lines], limit: 2 };
      const scope = [{ by: 'link', link: 'MADE', direction: 'IN', ids: ['entity/UNESCO'] }] as const;
      const [all, again] = await given.store.facets(query, [[], []]);
      const [unesco] = await given.store.facets(query, [scope]);
      expect(all).toEqual([
        {
          values: [
            { key: '2020', count: 4 },
            { key: '2019', count: 2 },
          ],
          missing: 2,
        },
        {
          values: [
            { key: 'UN_SPECIALISED_AGENCY', count: 7 },
            { key: 'CIVIL_SOCIETY', count: 1 },
          ],
          missing: 0,
        },
        {
          values: [
            { key: c5, count: 4 },
            { key: c7, count: 4 },
          ],
          missing: 1,
        },
      ]);
      expect(unesco?.[0]).toEqual({ values: [{ key: '2019', count: 1 }], missing: 0 });
      expect(again).toEqual(all);
    });

    test('run over several kinds, and count each of a list', async () => {
      const axes: Axis[] = [
        { by: 'property', property: 'citationsRead' },
        { by: 'property', property: 'themes' },
      ];
      const [facets] = await given.store.facets({ kinds: ['SESSION', 'OUTCOME_DOCUMENT'], where: [], axes, limit: 10 }, [[]]);
      expect(facets).toEqual([
        { values: [{ key: 'NONE', count: 2 }], missing: 2 },
        {
          values: [
            { key: 'Blockchain', count: 1 },
            { key: 'Health', count: 1 },
          ],
          missing: 3,
        },
      ]);
    });
  });
}

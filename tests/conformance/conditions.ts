/** What a store has to do with each kind of condition, and with scopes. */
import type { Condition, FindQuery } from '../../src/store/graph-store.js';
import { finder, tail } from './finder.js';
import type { Opened } from './suite.js';

const c7 = 'action-line/C7';
const latest = 'resolution/A/RES/80/173';

export function describeConditions(given: Opened): void {
  const { found } = finder(given);
  const contributions = (...where: Condition[]) => found(['CONTRIBUTION'], where);

  describe('conditions', () => {
    const under = (ids?: string[], more = {}): Condition => ({ by: 'link', link: 'UNDER', direction: 'OUT', ids, ...more });

    test('on properties look at values and lists, without conversion', async () => {
      expect(await contributions({ by: 'property', property: 'cycle', in: [2019] })).toEqual(['p8', 'p9']);
      expect(await contributions({ by: 'property', property: 'cycle', in: ['2019'] })).toEqual([]);
      expect(await contributions({ by: 'property', property: 'cycle', in: [] })).toEqual([]);
      expect(await found(['REGION'], [{ by: 'property', property: 'm49', in: ['009', '002'] }])).toEqual(['africa', 'asia-pacific']);
      expect(await found(['ENTITY'], [{ by: 'property', property: 'unSystem', in: [false] }])).toHaveLength(2);
    });

    test('on ranges are closed, open at either side, and never met by null', async () => {
      const cycle = (from?: number | null, to?: number | null) => contributions({ by: 'range', property: 'cycle', from, to });
      expect(await cycle(2019, 2019)).toEqual(['p8', 'p9']);
      expect(await cycle(2020, null)).toEqual(['p19', 'p19.2', 'p21', 'p100']);
      expect(await cycle(undefined, 2019)).toEqual(['p8', 'p9']);
      expect(await cycle()).toHaveLength(6);
      expect(await cycle(2021, 2019)).toEqual([]);
      expect(await found(['RESOLUTION'], [{ by: 'range', property: 'date', from: '2003', to: '2006-12' }])).toEqual(['46', '270 B']);
      expect(await found(['RESOLUTION'], [{ by: 'range', property: 'date', from: 2003 }])).toEqual([]);
    });

    test('on links look at the other end, its parts when asked, and the methods of any evidence', async () => {
      expect(await contributions(under([c7]))).toEqual(['C7']);
      expect(await contributions(under([c7], { withParts: true }))).toEqual(['p19', 'p19.2', 'p100', 'C7']);
      expect(await contributions(under([c7, 'action-line/C5', 'action-line/C99']))).toEqual(['p19', 'p100', 'p8', 'C5', 'C7']);
      expect(await contributions(under())).toEqual(['p19', 'p19.2', 'p100', 'p8', 'p9', 'C5', 'C7']);
      expect(await contributions(under([]))).toEqual([]);
      expect(await contributions(under(undefined, { methods: ['CURATED'] }))).toEqual(['p19', 'p100']);
      expect(await contributions(under(['action-line/C5'], { methods: ['INFERRED'] }))).toEqual(['p19', 'p100']);
      expect(await contributions(under(undefined, { methods: [] }))).toEqual([]);
      expect(await found(['ENTITY'], [{ by: 'link', link: 'MADE', direction: 'OUT' }])).toHaveLength(5);
      const citedByLatest: Condition = { by: 'link', link: 'CITES', direction: 'IN', ids: [latest] };
      expect(await found(['RESOLUTION'], [citedByLatest])).toEqual(['125', '46']);
      expect(await found(['RESOLUTION'], [citedByLatest], { order: [{ by: 'symbol', descending: true }] })).toEqual(['46', '125']);
    });

    test('on neighbours look at their properties', async () => {
      const made = (values: string[]): Condition => ({
        by: 'neighbour',
        link: 'MADE',
        direction: 'IN',
        property: 'category',
        in: values,
      });
      expect(await contributions(made(['CIVIL_SOCIETY']))).toEqual(['p21']);
      expect(await contributions(made([]))).toEqual([]);
    });

    test('on text want every word whole, folded', async () => {
      const text = (...words: string[]) => contributions({ by: 'text', words });
      expect(await text('nurses')).toEqual(['p19', 'p100']);
      expect(await text('security', 'nurses')).toEqual(['p100']);
      expect(await text('cafe')).toEqual(['p21']);
      expect(await text('nurse')).toEqual([]);
      expect(await text()).toHaveLength(8);
    });

    test('combine: any of several, not all of several, and all of a list', async () => {
      const of: Condition[] = [under(['action-line/C10']), { by: 'text', words: ['toolkit'] }];
      expect(await contributions({ by: 'any', of })).toEqual(['p9', 'C5', 'C7']);
      expect(await contributions({ by: 'any', of: [] })).toEqual([]);
      expect(await contributions({ by: 'not', all: [under(), under(['action-line/C5'])] })).toEqual(['p19.2', 'p21', 'p9', 'C7']);
      expect(await contributions({ by: 'not', all: [] })).toEqual([]);
      expect(await contributions(under(['action-line/C5']), under([c7], { withParts: true }))).toEqual(['p19', 'p100']);
    });

    test('of scopes answer in their order, twice when given twice', async () => {
      const scopes = ['entity/WHO', 'entity/nobody', 'entity/UNESCO', 'entity/WHO'].map((id): Condition[] => [
        { by: 'link', link: 'MADE', direction: 'IN', ids: [id] },
      ]);
      const query: FindQuery = { kinds: ['CONTRIBUTION'], where: [], page: { limit: 1, total: true } };
      const pages = await given.store.find(query, scopes);
      expect(pages.map(({ rows }) => rows.map(({ value }) => tail(value.id)))).toEqual([['p19'], [], ['p9'], ['p19']]);
      expect(pages.map(({ total, hasNext }) => [total, hasNext])).toEqual([
        [2, true],
        [0, false],
        [1, false],
        [2, true],
      ]);
      expect(await given.store.find(query, [])).toEqual([]);
    });
  });
}

/** What a store has to do for lists: their orders and pages, and the neighbours of a node. */
import type { NodeSummary } from '../../src/domain/records.js';
import type { Condition, Inclusion, NeighboursQuery, Page, PageRequest, Relation } from '../../src/store/graph-store.js';
import { finder, tail } from './finder.js';
import type { Opened } from './suite.js';

const all: PageRequest = {};
const c7 = 'action-line/C7';
const latest = 'resolution/A/RES/80/173';

export function describeLists(given: Opened): void {
  const { find, found } = finder(given);

  describe('order', () => {
    test('is that of a person by default: numbers as numbers, newest first, unknown dates last', async () => {
      expect(await found(['ACTION_LINE'])).toEqual(['C2', 'C5', 'C7', 'C7.e-agriculture', 'C7.e-health', 'C10']);
      expect(await found(['SDG'])).toEqual(['3', '9', '10']);
      expect(await found(['RESOLUTION'])).toEqual(['173', '125', '46', '270 B', '183', '1145(XII)']);
      expect(await found(['CONTRIBUTION'])).toEqual(['p19', 'p19.2', 'p21', 'p100', 'p8', 'p9', 'C5', 'C7']);
    });

    test('beyond the basic plane is by code point by default, and by UTF-16 unit for a property', async () => {
      expect(await found(['ENTITY'])).toEqual([
        'ECA',
        'ECE',
        'ITU',
        'un-regional-commissions',
        'UNESCO',
        'WHO',
        'invented-replacement',
        'invented-deseret',
      ]);
      expect((await found(['ENTITY'], [], { order: [{ by: 'name', descending: true }] })).slice(0, 2)).toEqual([
        'invented-replacement',
        'invented-deseret',
      ]);
    });

    test('runs through several kinds as one list', async () => {
      expect(await found(['OUTCOME_DOCUMENT', 'RESOLUTION', 'RESOLUTION'])).toEqual([
        '173',
        '125',
        '46',
        'tunis-agenda',
        'geneva-plan-of-action',
        '270 B',
        '183',
        '1145(XII)',
      ]);
    });

    test('puts nulls last in both directions and ends in the id ascending', async () => {
      const cycle = (descending: boolean) => found(['CONTRIBUTION'], [], { order: [{ by: 'cycle', descending }] });
      expect(await cycle(false)).toEqual(['p8', 'p9', 'p100', 'p19', 'p19.2', 'p21', 'C5', 'C7']);
      expect(await cycle(true)).toEqual(['p100', 'p19', 'p19.2', 'p21', 'p8', 'p9', 'C5', 'C7']);
    });

    test('takes several keys, and the default when there is none', async () => {
      const order = [{ by: 'unSystem' }, { by: 'category', descending: true }, { by: 'acronym', descending: true }];
      expect(await found(['ENTITY'], [], { order })).toEqual([
        'invented-deseret',
        'invented-replacement',
        'WHO',
        'UNESCO',
        'ITU',
        'ECE',
        'ECA',
        'un-regional-commissions',
      ]);
      expect(await found(['SDG'], [], { order: [] })).toEqual(['3', '9', '10']);
      expect(await found(['SDG'], [], { order: [{ by: 'DEFAULT', descending: true }] })).toEqual(['10', '9', '3']);
    });
  });

  describe.each([
    ['the default order', undefined],
    ['another order', [{ by: 'cycle', descending: true }]],
  ])('pages in %s', (_, order) => {
    const page = (request: PageRequest) => find(['CONTRIBUTION'], [], { order, page: { total: true, ...request } });

    test('walked forward and backward give the whole list once', async () => {
      const ids = await found(['CONTRIBUTION'], [], { order });
      for (const fromEnd of [false, true]) {
        const seen: string[] = [];
        let request: PageRequest = { limit: 3, fromEnd };
        for (;;) {
          const { rows, total, hasNext, hasPrevious } = await page(request);
          const tails = rows.map(({ value }) => tail(value.id));
          seen.splice(fromEnd ? 0 : seen.length, 0, ...tails);
          expect(total).toBe(8);
          if (!(fromEnd ? hasPrevious : hasNext)) break;
          const position = rows.at(fromEnd ? 0 : -1)?.position;
          request = { limit: 3, fromEnd, [fromEnd ? 'before' : 'after']: position };
        }
        expect(seen).toEqual(ids);
      }
    });

    test('lie between two positions, and tell what is beyond', async () => {
      const { rows } = await page({});
      const at = (index: number) => rows[index]?.position;
      const between = await page({ after: at(1), before: at(6), limit: 2, fromEnd: true });
      expect(between).toMatchObject({ rows: rows.slice(4, 6), hasNext: true, hasPrevious: true });
      expect(await page({ after: at(7) })).toMatchObject({ rows: [], hasNext: false, hasPrevious: true, total: 8 });
      expect(await page({ before: at(0) })).toMatchObject({ rows: [], hasNext: true, hasPrevious: false, total: 8 });
      expect(await page({ limit: 8 })).toMatchObject({ hasNext: false, hasPrevious: false });
      expect(await page({ limit: 7 })).toMatchObject({ hasNext: true, hasPrevious: false });
      expect(await page({ limit: 7, fromEnd: true })).toMatchObject({ rows: rows.slice(1), hasNext: false, hasPrevious: true });
      expect((await page({ total: false })).total).toBeNull();
    });

    test('hold their place when the row of a position is gone', async () => {
      const { rows } = await page({});
      const position = rows[2]?.position;
      if (!position) throw new Error('there is a third row');
      const without: Condition = { by: 'not', all: [{ by: 'property', property: 'id', in: [position.id] }] };
      const ids = async (request: PageRequest) =>
        (await find(['CONTRIBUTION'], [without], { order, page: request })).rows.map(({ value }) => value.id);
      expect(await ids({ after: position })).toEqual(rows.slice(3).map(({ value }) => value.id));
      expect(await ids({ before: position })).toEqual(rows.slice(0, 2).map(({ value }) => value.id));
    });
  });

  describe('what relations lead to', () => {
    const ends = async (...relations: Relation[]) => (await given.store.related(relations)).map((nodes) => nodes.map(({ id }) => tail(id)));

    test('is each node once in the default order, for relations of any kind at once, in the order asked', async () => {
      const cited: Relation = { id: latest, link: 'CITES', direction: 'OUT' };
      expect(
        await ends(
          { id: 'entity/ITU', link: 'FACILITATES', direction: 'OUT' },
          cited,
          { id: c7, link: 'PART_OF', direction: 'IN' },
          { id: 'entity/nobody', link: 'FACILITATES', direction: 'OUT' },
          { id: c7, link: 'FACILITATES', direction: 'OUT' },
          cited,
        ),
      ).toEqual([
        ['C2', 'C5'],
        ['11', '125', '46', 'tunis-agenda'],
        ['C7.e-agriculture', 'C7.e-health'],
        [],
        [],
        ['11', '125', '46', 'tunis-agenda'],
      ]);
      expect(await given.store.related([])).toEqual([]);
    });

    test('comes with the nodes of a page when it is included, with the links where they are wanted', async () => {
      const including: Inclusion[] = [
        { link: 'CITES', direction: 'OUT', links: true },
        { link: 'CITES', direction: 'IN', links: false },
        { link: 'FACILITATES', direction: 'IN', links: true },
        { link: 'UNDER', direction: 'OUT', links: false },
        { link: 'MADE', direction: 'IN', links: false },
      ];
      const kinds = ['RESOLUTION', 'OUTCOME_DOCUMENT', 'ACTION_LINE', 'CONTRIBUTION', 'REGION'] as const;
      const query = { kinds, where: [], page: { limit: 100 }, including };
      const [page] = (await given.store.find(query, [[]])) as [Page<NodeSummary>];
      expect(page.rows.length).toBeGreaterThan(10);
      const ids = page.rows.map(({ value }) => value.id);
      for (const [at, { link, direction, links }] of including.entries()) {
        const included = page.rows.map((row) => row.included?.[at]);
        expect(included.some((each) => each?.nodes.length)).toBe(true);
        const neighboursOf = await given.store.neighbours({ link, direction, order: 'NODE', page: {} }, ids);
        const expected = links
          ? neighboursOf.map(({ rows }) => ({ ids: rows.map(({ value }) => value.node.id), links: rows.map(({ value }) => value.link) }))
          : (await ends(...ids.map((id) => ({ id, link, direction })))).map((tails) => ({ ids: tails, links: null }));
        expect(included.map((each) => ({ ids: each?.nodes.map(({ id }) => (links ? id : tail(id))), links: each?.links }))).toEqual(
          expected,
        );
      }
      const alone = await given.store.find({ ...query, including: [] }, [[]]);
      expect(alone[0]?.rows.map(({ value }) => value)).toEqual(page.rows.map(({ value }) => value));
    });
  });

  describe('neighbours', () => {
    const neighbours = async (query: Omit<NeighboursQuery, 'page'>, id: string, page: PageRequest = all) =>
      (await given.store.neighbours({ ...query, page }, [id]))[0] as Page<{ node: { id: string }; link: Record<string, unknown> }>;
    const ends = async (...query: Parameters<typeof neighbours>) =>
      (await neighbours(...query)).rows.map(({ value }) => tail(value.node.id));

    test('come with their links in the default order, a page for each id in the order asked', async () => {
      const query: NeighboursQuery = { link: 'FACILITATES', direction: 'OUT', order: 'NODE', page: { limit: 1, total: true } };
      const pages = await given.store.neighbours(query, ['entity/WHO', 'entity/ITU', 'entity/nobody', 'entity/ITU']);
      expect(pages.map(({ rows, total, hasNext }) => [rows.map(({ value }) => tail(value.node.id)), total, hasNext])).toEqual([
        [['C7.e-health'], 1, false],
        [['C2'], 2, true],
        [[], 0, false],
        [['C2'], 2, true],
      ]);
      expect(pages[0]?.rows[0]?.value.link).toMatchObject({ role: 'CO_FACILITATOR', attestedFrom: 2006, attestedTo: 2021 });
    });

    test('by several links between one pair are several rows, with positions of their own', async () => {
      const query = { link: 'CITES', direction: 'OUT', order: 'NODE' } as const;
      expect(await ends(query, latest)).toEqual(['11', '125', '125', '46', 'tunis-agenda']);
      const { rows } = await neighbours(query, latest);
      expect(rows.map(({ value }) => value.link.verb)).toEqual(['TAKES_NOTE_OF', 'REAFFIRMS', 'RECALLS', 'TAKES_NOTE_OF', 'RECALLS']);
      expect(await ends(query, latest, { after: rows[1]?.position, limit: 2 })).toEqual(['125', '46']);
      expect(await ends(query, latest, { before: rows[2]?.position, limit: 1, fromEnd: true })).toEqual(['125']);
    });

    test('come in the order of the text when asked, and by property of the link', async () => {
      const query = { link: 'CITES', direction: 'OUT', order: 'TEXT' } as const;
      const { rows } = await neighbours(query, latest);
      expect(rows.map(({ value }) => value.link.verb)).toEqual(['TAKES_NOTE_OF', 'RECALLS', 'RECALLS', 'REAFFIRMS', 'TAKES_NOTE_OF']);
      expect(rows.map(({ value }) => tail(value.node.id))).toEqual(['11', '125', 'tunis-agenda', '125', '46']);
      const where = { property: 'verb', in: ['RECALLS'] };
      expect(await ends({ ...query, where }, latest, { after: rows[1]?.position })).toEqual(['tunis-agenda']);
      expect(await neighbours({ ...query, where }, latest, { total: true, limit: 1 })).toMatchObject({ total: 2, hasNext: true });
      expect(await ends({ ...query, where: { property: 'verb', in: [] } }, latest)).toEqual([]);
    });

    test('of the parts count too when asked, one row for each link', async () => {
      const query = { link: 'ADVANCES', direction: 'OUT', order: 'NODE' } as const;
      expect(await ends(query, c7)).toEqual([]);
      const { rows } = await neighbours({ ...query, withParts: true }, c7);
      expect(rows.map(({ value }) => [value.node.id, value.link.from])).toEqual([
        ['sdg/3', 'action-line/C7.e-agriculture'],
        ['sdg/3', 'action-line/C7.e-health'],
      ]);
      expect(await ends({ link: 'UNDER', direction: 'IN', order: 'NODE', withParts: true }, c7)).toEqual([
        'p19',
        'p19',
        'p19.2',
        'p100',
        'C7',
      ]);
    });
  });
}

/** What a store has to do for single nodes and lists: nodes, lookup, candidates, find, neighbours. */
import { foldKey } from '../../src/domain/reference.js';
import { type Kind, namedKinds } from '../../src/domain/vocabulary.js';
import type { Condition, FindQuery, NeighboursQuery, Page, PageRequest } from '../../src/store/graph-store.js';
import type { Opened } from './suite.js';

const all: PageRequest = {};
const tail = (id: string) => id.slice(id.lastIndexOf('/') + 1);
const c7 = 'action-line/C7';
const latest = 'resolution/A/RES/80/173';

export function describeLists(given: Opened, timeout: number): void {
  const find = async (kinds: Kind[], where: Condition[] = [], more: Partial<FindQuery> = {}) => {
    const [page] = await given.store.find({ kinds, where, page: all, ...more }, [[]]);
    return page as Page<{ id: string }>;
  };
  const found = async (kinds: Kind[], where?: Condition[], more?: Partial<FindQuery>) => {
    const { rows, total } = await find(kinds, where, { page: { total: true }, ...more });
    expect(total).toBe(rows.length);
    return rows.map(({ value }) => tail(value.id));
  };
  const contributions = async (...where: Condition[]) => found(['CONTRIBUTION'], where);

  describe('nodes', () => {
    test(
      'come in the order of the ids, twice when asked twice, null when unknown',
      async () => {
        const nodes = await given.store.nodes(['sdg/9', 'sdg/99', latest, 'sdg/9', 'SDG/9']);
        expect(nodes.map((node) => node?.name ?? null)).toEqual([
          'SDG 9 Industry, innovation and infrastructure',
          null,
          'A/RES/80/173',
          'SDG 9 Industry, innovation and infrastructure',
          null,
        ]);
        expect(await given.store.nodes([])).toEqual([]);
      },
      timeout,
    );

    test(
      'are looked up by every name, ambiguous ones by kind and id',
      async () => {
        const keys = ['The Commission', 'high-level MEETING', 'itu', 'A/RES/57/270 B', 'nobody', 'itu'].map(foldKey);
        expect(await given.store.lookup(keys)).toEqual([
          ['entity/ECA', 'entity/ECE'],
          ['resolution/A/RES/70/125', 'event/igf-20'],
          ['entity/ITU'],
          ['resolution/A/RES/57/270 B'],
          [],
          ['entity/ITU'],
        ]);
      },
      timeout,
    );
  });

  describe('candidates', () => {
    const candidates = async (match: 'ALL' | 'ANY', words: string[], kinds: readonly Kind[] = namedKinds) =>
      (await given.store.candidates({ words, match, kinds })).map(({ id }) => id);

    test(
      'have every word at the beginning of a word of some name, in the order of kind and id',
      async () => {
        expect(await candidates('ALL', ['commission'])).toEqual([
          'entity/ECA',
          'entity/ECE',
          'entity/un-regional-commissions',
          'resolution/E/RES/2006/46',
        ]);
        expect(await candidates('ALL', ['comm', 'afr'])).toEqual(['entity/ECA']);
        expect(await candidates('ALL', ['sante'])).toEqual(['entity/WHO']);
        expect(await candidates('ALL', ['\u{10428}xam'])).toEqual(['entity/invented-deseret']);
        expect(await candidates('ALL', ['ommission'])).toEqual([]);
      },
      timeout,
    );

    test(
      'have any of the words, of the kinds asked only, and none for no words',
      async () => {
        expect(await candidates('ANY', ['afri', 'nothing', 'europ'], ['ENTITY', 'REGION'])).toEqual([
          'region/africa',
          'region/europe',
          'entity/ECA',
          'entity/ECE',
        ]);
        expect(await candidates('ALL', [])).toEqual([]);
        expect(await candidates('ANY', [])).toEqual([]);
        expect(await candidates('ANY', ['nurses'], ['CONTRIBUTION', 'CONTRIBUTION'])).toHaveLength(2);
      },
      timeout,
    );

    test(
      'carry all their names as written',
      async () => {
        const [who] = await given.store.candidates({ words: ['who'], match: 'ALL', kinds: ['ENTITY'] });
        expect(who).toEqual({
          id: 'entity/WHO',
          kind: 'ENTITY',
          name: 'World Health Organization',
          names: ['entity/WHO', 'World Health Organization', 'WHO', 'Organisation mondiale de la Santé'],
        });
      },
      timeout,
    );
  });

  describe('order', () => {
    test(
      'is that of a person by default: numbers as numbers, newest first, unknown dates last',
      async () => {
        expect(await found(['ACTION_LINE'])).toEqual(['C2', 'C5', 'C7', 'C7.e-agriculture', 'C7.e-health', 'C10']);
        expect(await found(['SDG'])).toEqual(['3', '9', '10']);
        expect(await found(['RESOLUTION'])).toEqual(['173', '125', '46', '270 B', '183', '1145(XII)']);
        expect(await contributions()).toEqual(['p19', 'p19.2', 'p21', 'p100', 'p8', 'p9', 'C5', 'C7']);
      },
      timeout,
    );

    test(
      'is by UTF-16 code unit beyond the basic plane',
      async () => {
        expect(await found(['ENTITY'])).toEqual([
          'ECA',
          'ECE',
          'ITU',
          'un-regional-commissions',
          'UNESCO',
          'WHO',
          'invented-deseret',
          'invented-replacement',
        ]);
        expect((await found(['ENTITY'], [], { order: [{ by: 'name', descending: true }] })).slice(0, 2)).toEqual([
          'invented-replacement',
          'invented-deseret',
        ]);
      },
      timeout,
    );

    test(
      'runs through several kinds as one list',
      async () => {
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
      },
      timeout,
    );

    test(
      'puts nulls last in both directions and ends in the id ascending',
      async () => {
        const cycle = (descending: boolean) => found(['CONTRIBUTION'], [], { order: [{ by: 'cycle', descending }] });
        expect(await cycle(false)).toEqual(['p8', 'p9', 'p100', 'p19', 'p19.2', 'p21', 'C5', 'C7']);
        expect(await cycle(true)).toEqual(['p100', 'p19', 'p19.2', 'p21', 'p8', 'p9', 'C5', 'C7']);
      },
      timeout,
    );

    test(
      'takes several keys, and the default when there is none',
      async () => {
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
      },
      timeout,
    );
  });

  describe.each([
    ['the default order', undefined],
    ['another order', [{ by: 'cycle', descending: true }]],
  ])('pages in %s', (_, order) => {
    const page = (request: PageRequest) => find(['CONTRIBUTION'], [], { order, page: { total: true, ...request } });

    test(
      'walked forward and backward give the whole list once',
      async () => {
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
      },
      timeout,
    );

    test(
      'lie between two positions, and tell what is beyond',
      async () => {
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
      },
      timeout,
    );

    test(
      'hold their place when the row of a position is gone',
      async () => {
        const { rows } = await page({});
        const position = rows[2]?.position;
        if (!position) throw new Error('there is a third row');
        const without: Condition = { by: 'not', all: [{ by: 'property', property: 'id', in: [position.id] }] };
        const ids = async (request: PageRequest) =>
          (await find(['CONTRIBUTION'], [without], { order, page: request })).rows.map(({ value }) => value.id);
        expect(await ids({ after: position })).toEqual(rows.slice(3).map(({ value }) => value.id));
        expect(await ids({ before: position })).toEqual(rows.slice(0, 2).map(({ value }) => value.id));
      },
      timeout,
    );
  });

  describe('conditions', () => {
    const under = (ids?: string[], more = {}): Condition => ({ by: 'link', link: 'UNDER', direction: 'OUT', ids, ...more });

    test(
      'on properties look at values and lists, without conversion',
      async () => {
        expect(await contributions({ by: 'property', property: 'cycle', in: [2019] })).toEqual(['p8', 'p9']);
        expect(await contributions({ by: 'property', property: 'cycle', in: ['2019'] })).toEqual([]);
        expect(await contributions({ by: 'property', property: 'cycle', in: [] })).toEqual([]);
        expect(await found(['REGION'], [{ by: 'property', property: 'm49', in: ['009', '002'] }])).toEqual(['africa', 'asia-pacific']);
        expect(await found(['ENTITY'], [{ by: 'property', property: 'unSystem', in: [false] }])).toHaveLength(2);
      },
      timeout,
    );

    test(
      'on ranges are closed, open at either side, and never met by null',
      async () => {
        const cycle = (from?: number | null, to?: number | null) => contributions({ by: 'range', property: 'cycle', from, to });
        expect(await cycle(2019, 2019)).toEqual(['p8', 'p9']);
        expect(await cycle(2020, null)).toEqual(['p19', 'p19.2', 'p21', 'p100']);
        expect(await cycle(undefined, 2019)).toEqual(['p8', 'p9']);
        expect(await cycle()).toHaveLength(6);
        expect(await cycle(2021, 2019)).toEqual([]);
        expect(await found(['RESOLUTION'], [{ by: 'range', property: 'date', from: '2003', to: '2006-12' }])).toEqual(['46', '270 B']);
        expect(await found(['RESOLUTION'], [{ by: 'range', property: 'date', from: 2003 }])).toEqual([]);
      },
      timeout,
    );

    test(
      'on links look at the other end, its parts when asked, and the methods of any evidence',
      async () => {
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
      },
      timeout,
    );

    test(
      'on neighbours look at their properties',
      async () => {
        const made = (values: string[]): Condition => ({
          by: 'neighbour',
          link: 'MADE',
          direction: 'IN',
          property: 'category',
          in: values,
        });
        expect(await contributions(made(['CIVIL_SOCIETY']))).toEqual(['p21']);
        expect(await contributions(made([]))).toEqual([]);
      },
      timeout,
    );

    test(
      'on text want every word whole, folded',
      async () => {
        const text = (...words: string[]) => contributions({ by: 'text', words });
        expect(await text('nurses')).toEqual(['p19', 'p100']);
        expect(await text('security', 'nurses')).toEqual(['p100']);
        expect(await text('cafe')).toEqual(['p21']);
        expect(await text('nurse')).toEqual([]);
        expect(await text()).toHaveLength(8);
      },
      timeout,
    );

    test(
      'combine: any of several, not all of several, and all of a list',
      async () => {
        const of: Condition[] = [under(['action-line/C10']), { by: 'text', words: ['toolkit'] }];
        expect(await contributions({ by: 'any', of })).toEqual(['p9', 'C5', 'C7']);
        expect(await contributions({ by: 'any', of: [] })).toEqual([]);
        expect(await contributions({ by: 'not', all: [under(), under(['action-line/C5'])] })).toEqual(['p19.2', 'p21', 'p9', 'C7']);
        expect(await contributions({ by: 'not', all: [] })).toEqual([]);
        expect(await contributions(under(['action-line/C5']), under([c7], { withParts: true }))).toEqual(['p19', 'p100']);
      },
      timeout,
    );

    test(
      'of scopes answer in their order, twice when given twice',
      async () => {
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
      },
      timeout,
    );
  });

  describe('neighbours', () => {
    const neighbours = async (query: Omit<NeighboursQuery, 'page'>, id: string, page: PageRequest = all) =>
      (await given.store.neighbours({ ...query, page }, [id]))[0] as Page<{ node: { id: string }; link: Record<string, unknown> }>;
    const ends = async (...query: Parameters<typeof neighbours>) =>
      (await neighbours(...query)).rows.map(({ value }) => tail(value.node.id));

    test(
      'come with their links in the default order, a page for each id in the order asked',
      async () => {
        const query: NeighboursQuery = { link: 'FACILITATES', direction: 'OUT', order: 'NODE', page: { limit: 1, total: true } };
        const pages = await given.store.neighbours(query, ['entity/WHO', 'entity/ITU', 'entity/nobody', 'entity/ITU']);
        expect(pages.map(({ rows, total, hasNext }) => [rows.map(({ value }) => tail(value.node.id)), total, hasNext])).toEqual([
          [['C7.e-health'], 1, false],
          [['C2'], 2, true],
          [[], 0, false],
          [['C2'], 2, true],
        ]);
        expect(pages[0]?.rows[0]?.value.link).toMatchObject({ role: 'CO_FACILITATOR', attestedFrom: 2006, attestedTo: 2021 });
      },
      timeout,
    );

    test(
      'by several links between one pair are several rows, with positions of their own',
      async () => {
        const query = { link: 'CITES', direction: 'OUT', order: 'NODE' } as const;
        expect(await ends(query, latest)).toEqual(['11', '125', '125', '46', 'tunis-agenda']);
        const { rows } = await neighbours(query, latest);
        expect(rows.map(({ value }) => value.link.verb)).toEqual(['TAKES_NOTE_OF', 'REAFFIRMS', 'RECALLS', 'TAKES_NOTE_OF', 'RECALLS']);
        expect(await ends(query, latest, { after: rows[1]?.position, limit: 2 })).toEqual(['125', '46']);
        expect(await ends(query, latest, { before: rows[2]?.position, limit: 1, fromEnd: true })).toEqual(['125']);
      },
      timeout,
    );

    test(
      'come in the order of the text when asked, and by property of the link',
      async () => {
        const query = { link: 'CITES', direction: 'OUT', order: 'TEXT' } as const;
        const { rows } = await neighbours(query, latest);
        expect(rows.map(({ value }) => value.link.verb)).toEqual(['TAKES_NOTE_OF', 'RECALLS', 'RECALLS', 'REAFFIRMS', 'TAKES_NOTE_OF']);
        expect(rows.map(({ value }) => tail(value.node.id))).toEqual(['11', '125', 'tunis-agenda', '125', '46']);
        const where = { property: 'verb', in: ['RECALLS'] };
        expect(await ends({ ...query, where }, latest, { after: rows[1]?.position })).toEqual(['tunis-agenda']);
        expect(await neighbours({ ...query, where }, latest, { total: true, limit: 1 })).toMatchObject({ total: 2, hasNext: true });
        expect(await ends({ ...query, where: { property: 'verb', in: [] } }, latest)).toEqual([]);
      },
      timeout,
    );

    test(
      'of the parts count too when asked, one row for each link',
      async () => {
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
      },
      timeout,
    );
  });
}

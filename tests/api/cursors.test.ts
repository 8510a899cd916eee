/** Paging by cursors: every size of page gives the whole list once, both ways; a cursor from elsewhere is refused, never taken for the start. */
import { type Api, seedApi } from '../support/api.js';

let api: Api;
beforeAll(async () => {
  api = await seedApi();
});

interface Page {
  edges: { cursor: string; key: { id: string }; verb?: string }[];
  pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean; startCursor: string | null; endCursor: string | null };
  totalCount: number;
}

/** Each list with `%` where the arguments of the page go; `backward` where it can be paged from its end. */
const lists: { name: string; query: string; edge?: string; backward?: false }[] = [
  { name: 'contributions', query: 'contributions(%)' },
  { name: 'contributions by cycle', query: 'contributions(orderBy: [{ field: CYCLE, direction: ASC }], %)' },
  { name: 'contributions by cycle, latest first', query: 'contributions(orderBy: [{ field: CYCLE, direction: DESC }], %)' },
  { name: 'resolutions', query: 'resolutions(%)' },
  { name: 'resolutions by date, some without', query: 'resolutions(orderBy: [{ field: DATE }, { field: FAMILY, direction: DESC }], %)' },
  { name: 'reports by cycle, some without', query: 'reports(orderBy: [{ field: CYCLE, direction: DESC }], %)' },
  { name: 'events', query: 'events(%)' },
  { name: 'asks by year due, most without', query: 'asks(orderBy: [{ field: DUE_YEAR }], %)' },
  { name: 'ActionLine.contributions', query: 'actionLine(id: "C2") { list: contributions(%) { ...page } }' },
  { name: 'ActionLine.sdgs', query: 'actionLine(id: "C7") { list: sdgs(%) { ...page } }', edge: 'actionLine { id }' },
  { name: 'ActionLine.reportingEntities', query: 'actionLine(id: "C2") { list: reportingEntities(%) { ...page } }' },
  { name: 'Document.cites', query: 'document(id: "A/RES/80/173") { list: cites(%) { ...page } }', edge: 'verb' },
  { name: 'Document.citedBy', query: 'document(id: "A/RES/70/125") { list: citedBy(%) { ...page } }', edge: 'verb' },
  { name: 'Report.contributors', query: 'report(id: "A/76/64") { list: contributors(%) { ...page } }' },
  { name: 'search', query: 'search(query: "information", %)', backward: false },
];

async function pageOf(list: (typeof lists)[number], args: string): Promise<Page> {
  const nested = list.query.includes('{ list:');
  const field = list.query.replace('%', args);
  const { edge = '' } = list;
  const selection = `{ totalCount pageInfo { hasNextPage hasPreviousPage startCursor endCursor } edges { cursor ${edge} key: node { id } } }`;
  const query = nested ? `{ parent: ${field.replace('{ ...page }', selection)} }` : `{ list: ${field} ${selection} }`;
  const data = await api.ask<{ list?: Page; parent?: { list: Page } }>(query);
  return (data.list ?? data.parent?.list) as Page;
}

/** A row without its cursor. */
const rows = (page: Page) => page.edges.map(({ cursor: _, ...row }) => JSON.stringify(row));

async function whole(list: (typeof lists)[number]): Promise<string[]> {
  const all: string[] = [];
  let after = '';
  for (;;) {
    const page = await pageOf(list, `first: 100${after}`);
    all.push(...rows(page));
    if (!page.pageInfo.hasNextPage) return all;
    after = `, after: "${page.pageInfo.endCursor}"`;
  }
}

test.each(lists)('$name: forward in pages of 1 to 7 gives the whole list once, in order', async (list) => {
  const all = await whole(list);
  expect(new Set(all).size).toBe(all.length);
  expect(all.length).toBeGreaterThan(3);
  for (let size = 1; size <= 7; size++) {
    const seen: string[] = [];
    let after = '';
    for (;;) {
      const page = await pageOf(list, `first: ${size}${after}`);
      expect(page.totalCount).toBe(all.length);
      expect(page.pageInfo).toMatchObject({
        startCursor: page.edges[0]?.cursor,
        endCursor: page.edges.at(-1)?.cursor,
        hasPreviousPage: seen.length > 0,
        hasNextPage: seen.length + size < all.length,
      });
      seen.push(...rows(page));
      if (!page.pageInfo.hasNextPage) break;
      after = `, after: "${page.pageInfo.endCursor}"`;
    }
    expect(seen).toEqual(all);
  }
});

test.each(lists.filter(({ backward }) => backward !== false))(
  '$name: backward in pages of 1 to 7 gives the whole list once',
  async (list) => {
    const all = await whole(list);
    for (let size = 1; size <= 7; size++) {
      const seen: string[] = [];
      let before = '';
      for (;;) {
        const page = await pageOf(list, `last: ${size}${before}`);
        expect(page.pageInfo.hasPreviousPage).toBe(seen.length + size < all.length);
        seen.unshift(...rows(page));
        if (!page.pageInfo.hasPreviousPage) break;
        before = `, before: "${page.pageInfo.startCursor}"`;
      }
      expect(seen).toEqual(all);
    }
  },
);

test('what is unknown comes last in either direction', async () => {
  for (const direction of ['ASC', 'DESC']) {
    const { resolutions } = await api.ask<{ resolutions: { nodes: { date: string | null }[] } }>(
      `{ resolutions(first: 100, filter: { years: { to: 2100 } }, orderBy: [{ field: DATE, direction: ${direction} }]) { nodes { date } } }`,
    );
    const dates = resolutions.nodes.map(({ date }) => date);
    expect(dates).toEqual([...dates].sort((a, b) => ((a as string) < (b as string) ? -1 : 1) * (direction === 'ASC' ? 1 : -1)));
    const { last } = await api.ask<{ last: { nodes: { date: string | null }[] } }>(
      `{ last: resolutions(last: 1, orderBy: [{ field: DATE, direction: ${direction} }]) { nodes { date } } }`,
    );
    expect(last.nodes).toEqual([{ date: null }]);
  }
});

test('a page past the end is empty, with null cursors, and still tells the total', async () => {
  const list = lists[0] as (typeof lists)[number];
  const end = await pageOf(list, 'last: 1');
  const page = await pageOf(list, `first: 5, after: "${end.pageInfo.endCursor}"`);
  expect(page).toEqual({
    edges: [],
    totalCount: end.totalCount,
    pageInfo: { hasNextPage: false, hasPreviousPage: true, startCursor: null, endCursor: null },
  });
});

test('a cursor of another list, another parent field or another order is BAD_CURSOR', async () => {
  for (const [at, one] of lists.entries()) {
    const { pageInfo } = await pageOf(one, 'first: 1');
    const other = lists[(at + 1) % lists.length] as (typeof lists)[number];
    await expect(pageOf(other, `first: 1, after: "${pageInfo.endCursor}"`)).rejects.toThrow('BAD_CURSOR');
  }
});

test.each(lists)('$name: an empty, cut, changed, foreign or endless cursor is BAD_CURSOR, never the first page', async (list) => {
  const { pageInfo } = await pageOf(list, 'first: 2');
  const good = pageInfo.endCursor as string;
  const changed = [3, 10, 17, 24, 31].map((at) => good.slice(0, at) + (good[at] === 'A' ? 'B' : 'A') + good.slice(at + 1));
  const bad = [
    '',
    ' ',
    'null',
    '0',
    '???',
    'not a cursor',
    'é',
    good.slice(0, -4),
    good.slice(1),
    good.toLowerCase(),
    good + good,
    `${good}=`,
    `${good}!`,
    ` ${good}`,
    Buffer.from('[1]').toString('base64url'),
    Buffer.from('{"keys":[],"id":"x"}').toString('base64'),
    'A'.repeat(10_240),
    good + 'A'.repeat(10_240),
    ...changed,
  ];
  for (const cursor of bad) {
    const refused = pageOf(list, `first: 1, after: ${JSON.stringify(cursor)}`);
    await expect(refused.then(() => `${cursor} was taken`)).rejects.toThrow('BAD_CURSOR');
    if (list.backward === false) continue;
    await expect(pageOf(list, `last: 1, before: ${JSON.stringify(cursor)}`).then(() => `${cursor} was taken`)).rejects.toThrow(
      'BAD_CURSOR',
    );
  }
});

test('after and before together give what lies between them', async () => {
  const list = lists[0] as (typeof lists)[number];
  const page = await pageOf(list, 'first: 6');
  const [first, , , , , last] = page.edges;
  const between = await pageOf(list, `first: 10, after: "${first?.cursor}", before: "${last?.cursor}"`);
  expect(rows(between)).toEqual(rows(page).slice(1, 5));
});

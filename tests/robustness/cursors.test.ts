/** Cursors that were not made by the list that they are given to: refused on every list, never taken for its start; good ones outlive a load. */
import type { Dataset } from '../../src/domain/records.js';
import { createSchema } from '../../src/graphql/schema.js';
import { type MemoryStore, openMemoryStore } from '../../src/store/memory/open.js';
import { seedDataset } from '../support/api.js';
import { served } from '../support/served.js';
import { stringArguments } from '../support/string-arguments.js';
import { attack, expectAlive } from './attack.js';

let store: MemoryStore;
let dataset: Dataset;
let url: string;
beforeEach(async () => {
  dataset = await seedDataset();
  store = openMemoryStore(dataset);
  ({ url } = await served({ responseCacheBytes: 1_000_000 }, store));
});
afterEach(() => expectAlive(url));

interface Page {
  list: { edges: { cursor: string; node: { id: string } }[]; pageInfo: { endCursor: string; hasNextPage: boolean } };
}

const page = async (args: string, list = 'contributions'): Promise<Page['list']> => {
  const { data } = await attack(url, `{ list: ${list}(${args}) { edges { cursor node { id } } pageInfo { endCursor hasNextPage } } }`);
  return (data as unknown as Page).list;
};

/** A cursor as it would be if nothing guarded it. */
const made = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');

test('row 32: empty, not base64, of another list, tampered, endless, negative: BAD_CURSOR on every list, by `after` and by `before`', async () => {
  const { endCursor: good } = (await page('first: 2')).pageInfo;
  const other = (await page('first: 2', 'entities')).pageInfo.endCursor;
  const changed = good.slice(0, 20) + (good[20] === 'A' ? 'B' : 'A') + good.slice(21);
  const bad = [
    '',
    ' ',
    '???',
    other,
    changed,
    good.slice(1),
    'A'.repeat(10_240),
    '-1',
    made(-1),
    made({ offset: -5 }),
    made([dataset.version, [-1], 'x']),
  ];
  const lists = stringArguments(createSchema()).filter(({ name }) => /\((after|before):\)$/.test(name));
  expect(lists.length).toBeGreaterThan(60);
  for (const { name, ask } of lists) {
    // Any list but those of entities at the root refuses the cursor of that list; they refuse the one of contributions.
    const cursors = name.startsWith('Query.entities') ? bad.with(3, good) : bad;
    const code = name === 'Query.search(before:)' ? 'BAD_USER_INPUT' : 'BAD_CURSOR';
    for (const cursor of cursors) {
      const { status, errors } = await attack(url, ask([cursor]));
      expect([name, cursor, status, ...errors.map(({ extensions }) => extensions.code)]).toEqual([name, cursor, 200, code]);
    }
  }
}, 60_000);

test('row 32: a cursor means "after this row" also when other data was loaded, with that row or without it', async () => {
  const before = await page('first: 6');
  const ids = before.edges.map(({ node }) => node.id);
  const cursor = before.edges[2]?.cursor;
  for (const gone of [ids[0], ids[2]]) {
    const isGone = (id: string) => id === gone;
    await store.replace({
      ...dataset,
      version: `2027.01+${gone === ids[0] ? '0' : '1'}00000000000`,
      nodes: dataset.nodes.filter(({ id }) => !isGone(id)),
      links: dataset.links.filter(({ from, to }) => !isGone(from) && !isGone(to)),
    });
    const after = await page(`first: 3, after: "${cursor}"`);
    expect(after.edges.map(({ node }) => node.id)).toEqual(ids.slice(3));
    expect((await attack(url, `{ entities(after: "${cursor}") { totalCount } }`)).code).toBe('BAD_CURSOR');
  }
});

/** What a question costs: told with each answer, in a header too, and by a dry run before it is asked. */
import { defaultLimits } from '../../src/limits.js';
import { openMemoryStore } from '../../src/store/memory/open.js';
import { type CountingStore, countingStore } from '../support/counting-store.js';
import { served } from '../support/served.js';
import { smallDataset } from '../support/small-dataset.js';

let url: string;
let counting: CountingStore;
beforeEach(async () => {
  counting = countingStore(openMemoryStore(smallDataset()));
  const limits = { ...defaultLimits, cost: 500 };
  const server = await served({ responseCacheBytes: 1_000_000, limits }, counting.store);
  url = `${server.url}/graphql`;
});

async function ask(body: Record<string, unknown>) {
  const response = await fetch(url, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });
  return {
    status: response.status,
    header: response.headers.get('x-query-cost'),
    json: (await response.json()) as Record<string, unknown>,
  };
}

const query = 'query ($n: Int) { contributions(first: $n) { nodes { id entities { id } } } }';
const cost = (total: number) => ({ cost: { total, limit: 500 } });

test('each answer tells its cost and the limit, the same when it is compiled and when it is kept ready', async () => {
  // 1 for the list; for each row 1 for the node, 1 for its id, 1 for the entities and 5 for theirs.
  for (let round = 0; round < 4; round += 1) {
    for (const n of [3, 7]) {
      const total = 1 + 8 * n;
      const { header, json } = await ask({ query, variables: { n } });
      expect([header, json.extensions]).toEqual([String(total), cost(total)]);
    }
  }
});

test('a refusal by cost tells it too; one that comes before the cost is found does not', async () => {
  const { status, header, json } = await ask({ query, variables: { n: 100 } });
  expect([status, header === null]).toEqual([400, false]);
  expect(json).toMatchObject({
    errors: [{ extensions: { code: 'QUERY_TOO_COSTLY', found: Number(header), limit: 500 } }],
    ...{ extensions: cost(Number(header)) },
  });
  for (const wrong of ['{ meta {', '{ metta }', `{ meta { ${'store '.repeat(2000)} } }`]) {
    const { header: none, json: refusal } = await ask({ query: wrong });
    expect([none, refusal.extensions]).toEqual([null, undefined]);
  }
});

test('a dry run tells the cost and asks the store nothing; by POST and by GET', async () => {
  const extensions = { dryRun: true };
  const byPost = await ask({ query, variables: { n: 5 }, extensions });
  expect(byPost).toEqual({ status: 200, header: '41', json: { data: null, extensions: cost(41) } });
  const search = new URLSearchParams({ query, variables: '{"n":5}', extensions: JSON.stringify(extensions) });
  const byGet = await fetch(`${url}?${search}`, { headers: { 'apollo-require-preflight': 'true' } });
  expect([byGet.status, await byGet.json()]).toEqual([200, byPost.json]);
  // Which version there is is asked for all.
  const { close: _, info: __, ...asked } = counting.calls;
  expect(asked).toEqual({});
});

test('a dry run and a run of the same question are not taken for one another, however often they are asked', async () => {
  for (let round = 0; round < 3; round += 1) {
    const { json: dry } = await ask({ query, variables: { n: 5 }, extensions: { dryRun: true } });
    const { json: run } = await ask({ query, variables: { n: 5 } });
    expect([dry.data, run.extensions]).toEqual([null, dry.extensions]);
    expect(run.data).toMatchObject({ contributions: { nodes: expect.any(Array) } });
  }
});

test('a dry run of what would be refused is refused, with the same error', async () => {
  for (const wrong of [
    { query, variables: { n: 100 } },
    { query, variables: { n: 'many' } },
    { query: '{ metta }' },
    { query: 'query A { meta { store } } query B { meta { store } }' },
  ]) {
    const run = await ask(wrong);
    expect(run.status).toBe(400);
    expect(await ask({ ...wrong, extensions: { dryRun: true } })).toEqual(run);
  }
});

test('anything but true under dryRun is no dry run', async () => {
  for (const dryRun of [false, 'true', 1, null]) expect((await ask({ query, extensions: { dryRun } })).json.data).not.toBeNull();
});

/** Answers that are kept ready: sent again only to the same question over the same dataset, never an error, and told to HTTP caches as they may be kept. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { examplesDirectory } from '../../src/config.js';
import { answer } from '../../src/graphql/answer.js';
import { createSchema } from '../../src/graphql/schema.js';
import { type MemoryStore, openMemoryStore } from '../../src/store/memory/open.js';
import { seedDataset } from '../support/api.js';
import { type CountingStore, countingStore, intercept } from '../support/counting-store.js';
import { served } from '../support/served.js';
import { smallDataset } from '../support/small-dataset.js';

interface Counted {
  /** of /graphql */
  url: string;
  memory: MemoryStore;
  counting: CountingStore;
}

/** A server over a store whose calls are counted. */
async function serving(responseCacheBytes = 1_000_000, dataset = smallDataset()): Promise<Counted> {
  const memory = openMemoryStore(dataset);
  const counting = countingStore(memory);
  const { url } = await served({ responseCacheBytes }, counting.store);
  return { url: `${url}/graphql`, memory, counting };
}

let server: Counted;
beforeEach(async () => {
  server = await serving();
});

/** Calls of the store that an answer needs; which version there is is asked for all. */
const asked = () => Object.keys(server.counting.calls).filter((method) => method !== 'info');

type Headers = Record<string, string>;
const post = (body: unknown, headers: Headers = {}, url = server.url) =>
  fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
const get = (query: string, headers: Headers = { 'apollo-require-preflight': 'yes' }) =>
  fetch(`${server.url}?query=${encodeURIComponent(query)}`, { headers });
const codeOf = async (response: Response) =>
  ((await response.json()) as { errors?: { extensions: { code: string } }[] }).errors?.[0]?.extensions.code;

const line = '{ actionLine(id: "action-line/C5") { code name } }';

test.each(['POST', 'GET'])('by %s the same question is answered once and sent again with the same bytes and headers', async (method) => {
  const ask = () => (method === 'GET' ? get(line) : post({ query: line }));
  const first = await ask();
  expect(asked()).not.toEqual([]);
  const lasting = ({ headers }: Response) => Object.fromEntries([...headers].filter(([name]) => !['date', 'x-request-id'].includes(name)));
  const told = [first.status, await first.text(), lasting(first)];
  expect(told[1]).toContain('"code":"C5"');
  server.counting.reset();
  const again = await ask();
  expect([again.status, await again.text(), lasting(again)]).toEqual(told);
  expect(asked()).toEqual([]);
});

test('row 62: other variables, another operation, another type of answer are another question', async () => {
  const query = 'query A($id: ID = "C5") { actionLine(id: $id) { code } } query B { actionLine(id: "C10") { name } }';
  const bodies = [
    { query, operationName: 'A' },
    { query, operationName: 'B' },
    { query, operationName: 'A', variables: { id: 'C10' } },
    { query, operationName: 'A', variables: { id: 'C7' } },
  ];
  const texts = new Set<string>();
  for (const body of [...bodies, ...bodies]) texts.add(await (await post(body)).text());
  expect(texts.size).toBe(4);
  const accepts = {
    'application/json': 'application/json',
    'application/graphql-response+json': 'application/graphql-response+json',
    '*/*': 'application/json',
  };
  for (let round = 0; round < 2; round += 1) {
    for (const [accept, type] of Object.entries(accepts)) {
      expect((await post({ query: line }, { accept })).headers.get('content-type')).toBe(`${type}; charset=utf-8`);
    }
    expect((await post({ query: line }, { accept: 'text/html' })).status).toBe(406);
  }
});

test('row 62: what has an error is answered anew each time, and nobody may keep it', async () => {
  for (const query of [
    '{ contributions(first: 0) { totalCount } }',
    '{ unknown }',
    '{',
    '{ entity(id: "nobody") { id } contributions(after: "x") { totalCount } }',
  ]) {
    for (const ask of [post({ query }), post({ query }), get(query), get(query)]) {
      const response = await ask;
      expect([response.headers.get('cache-control'), response.headers.get('etag')]).toEqual(['no-store', null]);
      expect(await codeOf(response)).toBeTruthy();
    }
  }
  let away = true;
  const store = intercept(openMemoryStore(smallDataset()), (name, call) =>
    name === 'nodes' && away ? Promise.reject(new Error('away')) : call(),
  );
  const { url } = await served({ responseCacheBytes: 1_000_000 }, store);
  const ask = () => post({ query: line }, {}, `${url}/graphql`);
  expect(await codeOf(await ask())).toBe('INTERNAL_SERVER_ERROR');
  away = false;
  expect(await (await ask()).text()).toContain('"code":"C5"');
});

test('row 62: a load empties it: the next answer is of the new dataset, with another tag', async () => {
  const query = '{ meta { datasetVersion } actionLine(id: "action-line/C5") { name } }';
  const before = await get(query);
  const tag = before.headers.get('etag') as string;
  const same = await get(query, { 'apollo-require-preflight': 'yes', 'if-none-match': tag });
  expect([same.status, await same.text()]).toEqual([304, '']);
  const dataset = smallDataset();
  await server.memory.replace({ ...dataset, version: '2027.01+000000000000' });
  const after = await get(query, { 'apollo-require-preflight': 'yes', 'if-none-match': tag });
  expect([after.status, await after.text()]).toEqual([200, expect.stringContaining('2027.01+000000000000')]);
  expect(after.headers.get('etag')).not.toBe(tag);
  expect(after.headers.get('etag')).toContain('2027.01+000000000000');
});

test('row 62: GET says how long it may be kept, by what it varies and its tag; POST says nothing of it', async () => {
  const byGet = await get(line);
  expect(byGet.headers.get('cache-control')).toBe('public, max-age=60, must-revalidate');
  expect(byGet.headers.get('vary')).toBe('Accept');
  const tag = byGet.headers.get('etag') as string;
  expect(tag).toMatch(/^"2026\.01\+5a11da7a5e70-[\w-]{22}"$/);
  for (const known of [tag, `W/${tag}`, `"other", ${tag}`, '*']) {
    const response = await get(line, { 'apollo-require-preflight': 'yes', 'if-none-match': known });
    expect([response.status, response.headers.get('etag'), response.headers.get('vary')]).toEqual([304, tag, 'Accept']);
    expect(response.headers.get('cache-control')).toBe('public, max-age=60, must-revalidate');
  }
  expect((await get(line, { 'apollo-require-preflight': 'yes', 'if-none-match': '"other"' })).status).toBe(200);
  const byPost = await post({ query: line }, { 'if-none-match': tag });
  expect([byPost.status, ...['cache-control', 'etag'].map((name) => byPost.headers.get(name))]).toEqual([200, null, null]);
});

test('row 62: the tag of an answer of another type is another', async () => {
  const tags = await Promise.all(
    ['application/json', 'application/graphql-response+json'].map(async (accept) =>
      (await get(line, { 'apollo-require-preflight': 'yes', accept })).headers.get('etag'),
    ),
  );
  expect(new Set(tags).size).toBe(2);
});

describe('poisoning', () => {
  test('row 62: what a header refuses is refused also when the answer is known', async () => {
    await get(line);
    await post({ query: line });
    expect(await codeOf(await get(line, {}))).toBe('BAD_REQUEST');
    expect((await get(line, { 'apollo-require-preflight': '' })).status).toBe(400);
    expect((await get(line, { 'apollo-require-preflight': 'yes', 'content-type': 'text/plain' })).status).toBe(415);
    expect((await post({ query: line }, { 'content-type': 'text/plain' })).status).toBe(400);
    expect(
      (await fetch(server.url, { method: 'PUT', body: JSON.stringify({ query: line }), headers: { 'content-type': 'application/json' } }))
        .status,
    ).toBe(405);
  });

  test('row 62: headers that say nothing to us change nothing and are not told on', async () => {
    const odd = {
      authorization: 'Bearer stolen',
      cookie: 'id=1',
      'x-forwarded-host': 'evil.example',
      'x-original-url': '/evil',
      origin: 'https://evil.example',
    };
    const first = await get(line, { 'apollo-require-preflight': 'yes', ...odd });
    const plain = await get(line);
    expect(await plain.text()).toBe(await first.text());
    expect(JSON.stringify([...first.headers, ...plain.headers])).not.toMatch(/evil|stolen|set-cookie/);
  });

  test('row 62: parts of one request are not taken for those of another', async () => {
    const accept = 'application/json';
    expect((await post(JSON.stringify({ query: line }), { accept })).status).toBe(200);
    expect((await post(`x\n${JSON.stringify({ query: line })}`, { accept })).status).toBe(400);
    expect((await post(`\n${JSON.stringify({ query: line })}`, { accept })).status).toBe(200);
    // The later of two equal names counts, whatever is known of the earlier.
    const twice = `{"query":${JSON.stringify(line)},"query":"{ meta { store } }"}`;
    expect(await (await post(twice)).json()).toMatchObject({ data: { meta: { store: 'memory' } } });
  });
});

test('with 0 bytes nothing is kept, and a small one keeps what was used last', async () => {
  server = await serving(0);
  for (let round = 0; round < 2; round += 1) {
    server.counting.reset();
    expect((await post({ query: line })).status).toBe(200);
    expect(asked()).not.toEqual([]);
  }
  server = await serving(20_000);
  for (let at = 0; at < 100; at += 1) await post({ query: line, operationName: null, variables: { at } });
  server.counting.reset();
  await post({ query: line, operationName: null, variables: { at: 99 } });
  expect(asked()).toEqual([]);
  await post({ query: line, operationName: null, variables: { at: 0 } });
  expect(asked()).not.toEqual([]);
});

test('each example is the same with the cache, without it, compiled or not', async () => {
  const dataset = await seedDataset();
  server = await serving(10_000_000, dataset);
  const without = await serving(0, dataset);
  const schema = createSchema();
  for (const file of readdirSync(examplesDirectory)) {
    const query = readFileSync(join(examplesDirectory, file), 'utf8');
    const plain = `${JSON.stringify(await answer(schema, server.memory, { query }))}\n`;
    for (let round = 0; round < 3; round += 1) {
      expect({ file, text: await (await post({ query })).text() }).toEqual({ file, text: plain });
      expect({ file, text: await (await post({ query }, {}, without.url)).text() }).toEqual({ file, text: plain });
    }
  }
}, 60_000);

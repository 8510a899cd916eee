/** What comes over HTTP and is no question: refused with the right status, as JSON in the form of GraphQL's errors, and without giving back what was sent. */
import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import { bodyOf, sendRaw, statusOf } from '../support/raw.js';
import { attacked } from './attack.js';

const service = attacked();

const json = { 'content-type': 'application/json' };
const question = '{"query":"{ __typename }"}';
const post = (body: string | Uint8Array, headers: Record<string, string> = json, method = 'POST') =>
  fetch(`${service.url}/graphql`, { method, headers, body });

/** Demands a refusal with this status: errors of GraphQL alone, with a code, and nothing long of what was sent. */
async function expectRefused(response: Response, status: number | number[], sent = ''): Promise<void> {
  const text = await response.text();
  expect([status].flat()).toContain(response.status);
  expect(response.headers.get('content-type')).toMatch(/^application\/(graphql-response\+)?json/);
  expect(response.headers.get('cache-control')).toBe('no-store');
  expect(Object.keys(JSON.parse(text))).toEqual(['errors']);
  for (const { message, extensions } of JSON.parse(text).errors)
    expect([typeof message, typeof extensions.code]).toEqual(['string', 'string']);
  if (sent.length > 200) expect(text).not.toContain(sent.slice(0, 201));
}

test('row 18: what a page of another site can send without being asked is refused: other types of body, GET without the header', async () => {
  for (const type of ['text/plain', 'text/plain; charset=utf-8', 'text/plain;application/json', 'message/x'])
    await expectRefused(await post(question, { 'content-type': type }), [400, 415]);
  for (const type of ['application/x-www-form-urlencoded', 'multipart/form-data; boundary=x'])
    await expectRefused(await post('query={__typename}', { 'content-type': type }), 415);
  const address = `${service.url}/graphql?query={__typename}`;
  await expectRefused(await fetch(address), 400);
  await expectRefused(await fetch(address, { headers: { 'content-type': 'message/x' } }), [400, 415]);
  expect((await fetch(address, { headers: { 'apollo-require-preflight': '1' } })).status).toBe(200);
});

test('row 18: no answer sets a cookie, and one that is sent changes nothing', async () => {
  const plain = await post(question);
  const withCookie = await post(question, { ...json, cookie: 'session=1', authorization: 'Bearer x' });
  for (const { headers } of [plain, withCookie]) expect(headers.get('set-cookie')).toBeNull();
  expect(await withCookie.text()).toBe(await plain.text());
});

test('row 19: any other method is 405 and names those that are allowed; a mutation is refused, by GET too', async () => {
  for (const method of ['PUT', 'DELETE', 'PATCH', 'OPTIONS']) {
    for (const headers of [json, {} as Record<string, string>]) {
      const response = await fetch(`${service.url}/graphql`, { method, headers });
      expect([method, response.headers.get('allow')]).toEqual([method, 'GET, POST']);
      await expectRefused(response, 405);
    }
    await expectRefused(await post(question, json, method), 405);
  }
  for (const method of ['TRACE', 'HEAD']) {
    const reply = await sendRaw(service.url, `${method} /graphql HTTP/1.1\r\nHost: x\r\nX-Secret: 1\r\nConnection: close\r\n\r\n`);
    expect([method, statusOf(reply)]).toEqual([method, 405]);
    expect(reply).toMatch(/^allow: GET, POST\r$/m);
    expect(reply).not.toContain('X-Secret');
  }
  const byGet = `${service.url}/graphql?query=${encodeURIComponent('mutation { x }')}`;
  await expectRefused(await fetch(byGet, { headers: { 'apollo-require-preflight': '1' } }), [400, 405]);
});

test.each(['/graphql/../', '/graphql/..', '/graphql/../graphql', '/graphql/%2e%2e/', '//graphql', '/graphql/', '/GRAPHQL'])(
  'row 19: %s is no other way to ask',
  async (path) => {
    const head = `POST ${path} HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: ${question.length}\r\nConnection: close\r\n\r\n`;
    expect([404, 405]).toContain(statusOf(await sendRaw(service.url, head + question)));
  },
);

test.each([
  ['half of a JSON', '{"query":'],
  ['nothing', ''],
  ['spaces', ' '.repeat(99_000)],
  ['an array', '[]'],
  ['an array of questions', `[${question},${question}]`],
  ['a thousand questions in an array', `[${Array(1000).fill(question).join(',')}]`],
  ['a number', '7'],
  ['a text', '"{ __typename }"'],
  ['null', 'null'],
  ['true', 'true'],
  ['an object without a question', '{}'],
  ['an object as the question', '{"query":{"x":1}}'],
  ['a list as the question', '{"query":["{ __typename }"]}'],
  ['a text as variables', '{"query":"{ __typename }","variables":"x"}'],
  ['a number as the name', '{"query":"{ __typename }","operationName":7}'],
  ['a prototype', '{"query":"{ __typename }","__proto__":{"x":1}}'],
  ['50,000 nested lists', `{"query":"{ __typename }","variables":{"x":${'['.repeat(40_000)}${']'.repeat(40_000)}},"extensions":7}`],
])('row 20: %s is 400, as JSON', async (_, body) => {
  await expectRefused(await post(body), 400, body);
});

test('row 20: a long name of an operation, of a field or in a value is not given back', async () => {
  const long = 'n'.repeat(90_000);
  for (const body of [
    { query: 'query A { __typename }', operationName: long },
    { query: `{ ${long} }` },
    { query: `{ ${'x'.repeat(300)} ` },
    { query: 'query ($id: Int!) { sdg(id: $id) { id } }', variables: { id: long } },
    {
      query: 'query ($filter: ContributionFilter) { contributions(filter: $filter) { totalCount } }',
      variables: { filter: { [long]: 1 } },
    },
  ])
    await expectRefused(await post(JSON.stringify(body)), 400, 'n'.repeat(201));
  await expectRefused(await post(JSON.stringify({ query: '{ __typename }', operationName: 'n'.repeat(1_000_000) })), 413, 'n'.repeat(201));
});

test('row 21: bytes that are no UTF-8 are 400', async () => {
  for (const bytes of ['ff', 'c3', 'eda080', 'f8888080'])
    await expectRefused(
      await post(Buffer.concat([Buffer.from('{"query":"{ __typename } #'), Buffer.from(bytes, 'hex'), Buffer.from('"}')])),
      400,
    );
});

test('row 24: 200 kB of body are 413, headers of more than 16 kB 431, an address as long 431', async () => {
  await expectRefused(await post(`{"query":"{ __typename }","x":"${'x'.repeat(200_000)}"}`), 413);
  for (const head of [`GET / HTTP/1.1\r\nX-Long: ${'x'.repeat(20_000)}`, `GET /${'x'.repeat(20_000)} HTTP/1.1`]) {
    const reply = await sendRaw(service.url, `${head}\r\nHost: x\r\n\r\n`);
    expect(statusOf(reply)).toBe(431);
    expect(JSON.parse(bodyOf(reply)).errors[0].extensions).toEqual({ code: 'BAD_REQUEST' });
  }
  const reply = await sendRaw(service.url, 'this is no HTTP\r\n\r\n');
  expect([statusOf(reply), JSON.parse(bodyOf(reply)).errors.length]).toEqual([400, 1]);
});

test('row 25: a body in gzip, br, deflate or both is refused, whatever it would become', async () => {
  const bomb = gzipSync(Buffer.alloc(10_000_000, ' '));
  for (const [encoding, body] of [
    ['gzip', gzipSync(question)],
    ['gzip', bomb],
    ['br', brotliCompressSync(question)],
    ['deflate', deflateSync(question)],
    ['gzip, gzip', gzipSync(gzipSync(question))],
    ['gzip, identity', gzipSync(question)],
    ['identity', Buffer.from(question)],
    ['unheard-of', Buffer.from(question)],
  ] as const)
    await expectRefused(await post(body, { ...json, 'content-encoding': encoding }), 415);
});

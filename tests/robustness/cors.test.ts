/** Pages of other sites: none may read an answer unless a setting names their site. */
import { served } from '../support/served.js';

const body = JSON.stringify({ query: '{ meta { store } }' });
const friend = 'https://friend.example';

const ask = (url: string, origin?: string) =>
  fetch(`${url}/graphql`, { method: 'POST', headers: { 'content-type': 'application/json', ...(origin ? { origin } : {}) }, body });
const askFirst = (url: string, origin: string) =>
  fetch(`${url}/graphql`, {
    method: 'OPTIONS',
    headers: { origin, 'access-control-request-method': 'POST', 'access-control-request-headers': 'content-type' },
  });
const allowed = ({ headers }: Response) => headers.get('access-control-allow-origin');

test('row 18: without the setting no page of another site may read, and asking first is refused', async () => {
  const { url } = await served();
  for (const reply of [await ask(url, friend), await ask(url, 'null'), await askFirst(url, friend)]) expect(allowed(reply)).toBeNull();
  expect((await askFirst(url, friend)).status).toBe(405);
});

test('row 18: a site that is named may read, no other, and caches are told to keep them apart', async () => {
  const { url } = await served({ origins: [friend, 'http://localhost:3000'] });
  for (const origin of [friend, 'http://localhost:3000']) {
    const reply = await ask(url, origin);
    expect([reply.status, allowed(reply), reply.headers.get('vary')]).toEqual([200, origin, 'Origin']);
  }
  for (const origin of ['https://friend.example.evil.example', 'http://friend.example', 'https://FRIEND.example', 'null', undefined]) {
    const reply = await ask(url, origin);
    expect([origin, reply.status, allowed(reply), reply.headers.get('vary')]).toEqual([origin, 200, null, 'Origin']);
  }
  const first = await askFirst(url, friend);
  expect([first.status, allowed(first), await first.text()]).toEqual([204, friend, '']);
  expect(first.headers.get('access-control-allow-methods')).toBe('GET, POST');
  expect(first.headers.get('access-control-allow-headers')).toContain('content-type');
  expect((await askFirst(url, 'https://evil.example')).status).toBe(405);
});

test('row 18: such a page may read every header that is about its question, what it cost and what is left too', async () => {
  const { url } = await served({ origins: [friend], rateLimit: 60 });
  const get = () => fetch(`${url}/graphql?query={meta{store}}`, { headers: { origin: friend, 'apollo-require-preflight': '1' } });
  const replies = [await get(), await ask(url, friend)];
  while (replies.at(-1)?.status === 200) replies.push(await get());
  const exposed = (replies[0]?.headers.get('access-control-expose-headers') ?? '').split(', ');
  const own = replies
    .flatMap(({ headers }) => [...headers.keys()])
    .filter((name) => /^(?:x-(?:request|query)-|ratelimit-|retry-after|etag)/.test(name));
  expect([...exposed].sort()).toEqual([...new Set(own)].sort());
});

test('row 18: an answer by GET that is kept ready is sent to each origin as to the first', async () => {
  const { url } = await served({ origins: [friend], responseCacheBytes: 1_000_000 });
  const get = (origin: string) => fetch(`${url}/graphql?query={meta{store}}`, { headers: { origin, 'apollo-require-preflight': '1' } });
  for (const origin of ['https://evil.example', friend, 'https://evil.example', friend]) {
    const reply = await get(origin);
    expect([reply.status, allowed(reply), reply.headers.get('vary')]).toEqual([200, origin === friend ? friend : null, 'Accept, Origin']);
  }
});

test('row 18: with * every page may read, refusals too, and never with cookies', async () => {
  const { url } = await served({ origins: ['*'] });
  const replies = [await ask(url, friend), await ask(url, 'null'), await askFirst(url, friend)];
  for (const reply of replies) {
    expect([allowed(reply), reply.headers.get('vary'), reply.headers.get('access-control-allow-credentials')]).toEqual(['*', null, null]);
  }
  const refused = await fetch(`${url}/graphql`, { method: 'POST', headers: { origin: friend, 'content-encoding': 'gzip' }, body });
  expect([refused.status, allowed(refused)]).toEqual([415, '*']);
});

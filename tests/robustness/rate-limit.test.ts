/** The limit of cost for each client: who asked more waits, and nobody can pass for another. */
import { setTimeout as pause } from 'node:timers/promises';
import { clientOf, RateLimit } from '../../src/http/rate-limit.js';
import { request, serve } from '../support/program.js';
import { served } from '../support/served.js';

const dear = '{ contributions(first: 100) { nodes { id name } } }';
const cheap = '{ meta { store } }';
const ask = (url: string, query: string, headers: Record<string, string> = {}) =>
  fetch(`${url}/graphql`, { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body: JSON.stringify({ query }) });
const told = ({ headers }: Response) => ['limit', 'remaining', 'reset'].map((name) => Number(headers.get(`ratelimit-${name}`)));

test('row 61: off unless it is set', async () => {
  const { url } = await served();
  for (let time = 0; time < 200; time += 1) expect((await ask(url, dear)).status).toBe(200);
  expect((await ask(url, dear)).headers.get('ratelimit-limit')).toBeNull();
});

test('row 61: a question takes its cost off; who has nothing left gets 429 with the time to wait', async () => {
  const { url } = await served({ rateLimit: 1000 });
  const first = await ask(url, cheap);
  expect([first.status, ...told(first)]).toEqual([200, 1000, 998, 1]);
  let reply = first;
  let asked = 0;
  while (reply.status === 200 && asked < 50) {
    reply = await ask(url, dear);
    asked += 1;
  }
  expect([reply.status, asked < 10]).toEqual([429, true]);
  const { errors } = (await reply.json()) as { errors: { extensions: unknown }[] };
  expect(errors.map(({ extensions }) => extensions)).toEqual([{ code: 'RATE_LIMITED' }]);
  expect(told(reply).slice(0, 2)).toEqual([1000, 0]);
  expect(told(reply)[2]).toBeGreaterThan(50);
  expect(Number(reply.headers.get('retry-after'))).toBeGreaterThan(0);
  expect(reply.headers.get('cache-control')).toBe('no-store');
  const state = await fetch(`${url}/healthz`);
  expect([state.status, state.headers.get('ratelimit-limit')]).toEqual([200, null]);
});

test('row 61: an answer that is kept ready costs 1', async () => {
  const { url } = await served({ rateLimit: 100_000, responseCacheBytes: 1_000_000 });
  const left = [];
  for (let time = 0; time < 4; time += 1) left.push(told(await ask(url, dear))[1] as number);
  await pause(1100);
  // Its version is asked for again first.
  expect(told(await ask(url, dear)).slice(0, 2)).toEqual([100_000, 99_999]);
  // A millisecond gives almost two back.
  expect((left[0] as number) - (left[3] as number)).toBeLessThanOrEqual(3);
  expect(100_000 - (left[0] as number)).toBeGreaterThan(100);
});

test('row 61: a thousand requests at once from one address: those beyond the limit are turned away, and what is no question counts too', async () => {
  const service = await serve({ env: { RATE_LIMIT: '300' } });
  const replies = await Promise.all(Array.from({ length: 1000 }, (_, at) => ask(service.url, at % 2 ? cheap : '{')));
  const count = (status: number) => replies.filter((reply) => reply.status === status).length;
  expect(count(200) + count(400) + count(429)).toBe(1000);
  expect(count(429)).toBeGreaterThan(500);
  expect(count(400)).toBeGreaterThan(0);
  expect((await request(`${service.url}/healthz`)).status).toBe(200);
  expect((await service.stop()).code).toBe(0);
}, 30_000);

test('row 61: X-Forwarded-For is believed of no one but a proxy that is named', async () => {
  const askAs = (url: string, address: string) =>
    ask(url, dear, { 'x-forwarded-for': address, forwarded: `for=${address}`, 'x-real-ip': address });
  const unnamed = await served({ rateLimit: 100 });
  expect((await askAs(unnamed.url, '198.51.100.1')).status).toBe(200);
  for (let last = 2; last < 6; last += 1) expect((await askAs(unnamed.url, `198.51.100.${last}`)).status).toBe(429);

  const behind = await served({ rateLimit: 100, trustedProxies: ['127.0.0.0/8'] });
  for (let last = 1; last < 4; last += 1) expect((await askAs(behind.url, `198.51.100.${last}`)).status).toBe(200);
  expect((await askAs(behind.url, '198.51.100.1')).status).toBe(429);
  // What the client itself wrote stands before what the proxy added.
  expect((await askAs(behind.url, '203.0.113.9, 198.51.100.1')).status).toBe(429);

  const elsewhere = await served({ rateLimit: 100, trustedProxies: ['192.0.2.1'] });
  expect((await askAs(elsewhere.url, '198.51.100.1')).status).toBe(200);
  expect((await askAs(elsewhere.url, '198.51.100.2')).status).toBe(429);
});

test('row 61: the allowance comes back evenly, the dearest question can be asked, and 200,000 clients take a bounded memory', () => {
  let now = 0;
  const limit = new RateLimit(600, () => now);
  expect(limit.admit('a')).toBe(true);
  limit.charge('a', 50_000 - 1);
  expect([limit.admit('a'), limit.retryAfter('a'), limit.headers('a')['ratelimit-reset']]).toEqual([false, 4941, '5000']);
  expect(limit.admit('b')).toBe(true);
  now = 4_939_000;
  expect(limit.admit('a')).toBe(false);
  now = 4_941_000;
  expect(limit.admit('a')).toBe(true);
  now = 1e9;
  expect(limit.headers('a')['ratelimit-remaining']).toBe('600');
  for (let client = 0; client < 200_000; client += 1) limit.admit(`10.${client >> 16}.${(client >> 8) & 255}.${client & 255}`);
  expect(limit.clientCount).toBe(100_000);
});

test('a client is told by its address of IPv4, or by its network of IPv6', () => {
  expect(clientOf('192.0.2.1')).toBe('192.0.2.1');
  expect(clientOf('::ffff:192.0.2.1')).toBe('192.0.2.1');
  for (const address of ['2001:db8:0:1::1', '2001:db8:0:1:ffff::2', '2001:0DB8:0000:0001:1:2:3:4', '2001:db8:0:1::'])
    expect(clientOf(address)).toBe('2001:db8:0:1');
  expect(clientOf('::1')).toBe('0:0:0:0');
  expect(clientOf('fe80::1%eth0')).toBe('fe80:0:0:0');
});

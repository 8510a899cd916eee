/** Clients that take their time: they are cut off, and nobody else waits for them. */
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { measured } from '../support/measured.js';
import { post, serving } from '../support/program.js';
import { openRaw, type Raw, statusOf } from '../support/raw.js';
import { served } from '../support/served.js';

jest.setTimeout(60_000);

const service = serving();

/** Milliseconds that the slowest of some answers to others takes. */
async function slowest(times = 10): Promise<number> {
  let most = 0;
  for (let time = 0; time < times; time += 1) {
    const begun = performance.now();
    expect(await post(service.url, '{ __typename }')).toEqual({ data: { __typename: 'Query' } });
    most = Math.max(most, performance.now() - begun);
  }
  return most;
}

/** Sends a byte a second until the connection is closed. */
async function drip({ socket, end }: Raw, byte: string): Promise<Awaited<Raw['end']>> {
  const timer = setInterval(() => socket.writable && socket.write(byte), 1000);
  return end.finally(() => clearInterval(timer));
}

test('row 27: headers have 10 seconds and a whole request 15, at a byte a second; others are answered meanwhile', async () => {
  const head = 'POST /graphql HTTP/1.1\r\nHost: x\r\n';
  const headers = Array.from({ length: 50 }, () => {
    const raw = openRaw(service.url);
    raw.socket.write(`${head}X-Slow: `);
    return drip(raw, 'x');
  });
  const bodies = Array.from({ length: 50 }, () => {
    const raw = openRaw(service.url);
    raw.socket.write(`${head}Content-Type: application/json\r\nContent-Length: 1000\r\n\r\n`);
    return drip(raw, ' ');
  });
  await pause(2000);
  const others = await slowest();
  expect(others).toBeLessThan(500);
  const [first, second] = [await Promise.all(headers), await Promise.all(bodies)];
  for (const { text, after } of first) {
    expect(statusOf(text)).toBe(408);
    expect(after).toBeGreaterThan(9000);
    expect(after).toBeLessThan(20_000);
  }
  for (const { text, after } of second) {
    expect(statusOf(text)).toBe(408);
    expect(after).toBeGreaterThan(14_000);
    expect(after).toBeLessThan(30_000);
  }
  const longest = (ends: readonly { after: number }[]) => Math.round(Math.max(...ends.map(({ after }) => after)));
  measured(`slow headers end after ${longest(first)} ms, slow bodies after ${longest(second)} ms; others wait ${Math.round(others)} ms`);
});

test('row 27: 5,000 idle connections slow nobody down', async () => {
  const idle = Array.from({ length: 5000 }, () => openRaw(service.url));
  try {
    await Promise.all(idle.map(({ socket }) => once(socket, 'connect')));
    const others = await slowest(50);
    expect(others).toBeLessThan(500);
    measured(`5,000 idle connections: others wait ${Math.round(others)} ms at most`);
  } finally {
    for (const { socket } of idle) socket.destroy();
  }
});

test('row 27: beyond the greatest number of connections the next is closed, and one that ends makes room', async () => {
  const { url } = await served({ maxConnections: 20 });
  const held = Array.from({ length: 20 }, () => openRaw(url));
  await Promise.all(held.map(({ socket }) => once(socket, 'connect')));
  const next = openRaw(url);
  next.socket.write('GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n');
  expect((await next.end).text).toBe('');
  for (const { socket } of held) socket.destroy();
  await Promise.all(held.map(({ end }) => end));
  await pause(200);
  expect((await fetch(`${url}/healthz`)).status).toBe(200);
});

/** The end of the server: what is under way is finished or told to ask again, nobody is cut off, and the process ends with 0 in time. */
import { mkdtempSync, rmSync } from 'node:fs';
import { Agent, request as httpRequest } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { writeDataset } from '../../src/dataset/write.js';
import { ErrorCode, PublicError } from '../../src/errors.js';
import type { GraphStore } from '../../src/store/graph-store.js';
import { openMemoryStore } from '../../src/store/memory/open.js';
import { seedDataset } from '../support/api.js';
import { intercept } from '../support/counting-store.js';
import { withContributions } from '../support/many-contributions.js';
import { type Reply, request, run, serve } from '../support/program.js';
import { served } from '../support/served.js';
import { smallDataset } from '../support/small-dataset.js';

jest.setTimeout(60_000);

const line = '{ actionLine(id: "C5") { code } }';
const ask = (url: string) =>
  request(`${url}/graphql`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ query: line }) });
const codeOf = ({ json }: Reply) => (json as { errors?: { extensions: { code: string } }[] }).errors?.[0]?.extensions.code;

/** A store that answers when it is let to, and gives up what is asked of a snapshot that is closed. */
function heldStore() {
  let letGo: () => void = () => undefined;
  const held = new Promise<void>((done) => {
    letGo = done;
  });
  let closed = 0;
  const givenUp = new Set<(error: Error) => void>();
  const store = intercept(openMemoryStore(smallDataset()) as GraphStore, (name, call) => {
    if (name === 'close') {
      closed += 1;
      for (const giveUp of givenUp) giveUp(new PublicError(ErrorCode.UNAVAILABLE, 'The question was given up.'));
      return call();
    }
    if (name !== 'lookup') return call();
    return new Promise((done, failed) => {
      givenUp.add(failed);
      void held.then(() => done(call()));
    });
  });
  /** Waits until so many questions wait for the store. */
  const asked = async (count: number) => {
    while (givenUp.size < count) await pause(10);
  };
  return { store, asked, letGo: () => letGo(), closed: () => closed };
}

test('row 56: while the server ends, /readyz is 503 at once, what is under way is finished, and newcomers are told to come again', async () => {
  const { store, asked, letGo, closed } = heldStore();
  const { url, app } = await served({}, store);
  const underWay = Array.from({ length: 5 }, () => ask(url));
  await asked(5);
  const ended = app.close();
  const ready = await request(`${url}/readyz`);
  expect([ready.status, ready.json]).toEqual([503, { status: 'draining' }]);
  expect((await request(`${url}/healthz`)).status).toBe(200);
  const late = await ask(url);
  expect([late.status, codeOf(late)]).toEqual([503, 'UNAVAILABLE']);
  letGo();
  for (const { status, json } of await Promise.all(underWay))
    expect([status, json]).toMatchObject([200, { data: { actionLine: { code: 'C5' } } }]);
  await ended;
  await expect(ask(url)).rejects.toThrow();
  expect(closed()).toBeGreaterThanOrEqual(1);
});

test('row 56: what takes longer than the grace gets a clean 503', async () => {
  const { store, asked } = heldStore();
  const { url, app } = await served({ grace: 300 }, store);
  const underWay = Array.from({ length: 3 }, () => ask(url));
  await asked(3);
  const begun = performance.now();
  await app.close();
  expect(performance.now() - begun).toBeLessThan(5000);
  for (const reply of await Promise.all(underWay)) expect([reply.status, codeOf(reply)]).toEqual([503, 'UNAVAILABLE']);
});

test('row 56: a client that never ends its request does not hold the server up', async () => {
  const { url, app } = await served({ grace: 300 });
  const stuck = httpRequest(`${url}/graphql`, { method: 'POST', headers: { 'content-type': 'application/json', 'content-length': 100 } });
  stuck.on('error', () => undefined);
  stuck.write('{');
  await pause(200);
  const begun = performance.now();
  await app.close();
  expect(performance.now() - begun).toBeLessThan(5000);
});

/** Asks on connections that are kept, and collects the statuses of what is answered; -1 for an answer that broke off. */
async function hammer(url: string, statuses: number[], until: () => boolean): Promise<void> {
  const agent = new Agent({ keepAlive: true });
  const body = JSON.stringify({ query: line });
  const once = () =>
    new Promise<number | null>((done) => {
      const asked = httpRequest(`${url}/graphql`, { agent, method: 'POST', headers: { 'content-type': 'application/json' } }, (reply) => {
        let text = '';
        reply.on('data', (part) => {
          text += part;
        });
        // An answer that has begun comes whole.
        reply.on('error', () => done(-1));
        reply.on('end', () => done(typeof JSON.parse(text) === 'object' ? (reply.statusCode ?? -1) : -1));
      });
      asked.on('error', () => done(null));
      asked.end(body);
    });
  while (!until()) {
    const status = await once();
    if (status === null) await pause(5);
    else statuses.push(status);
  }
  agent.destroy();
}

test.each(['once', 'twice'])(
  'row 56: SIGTERM %s under load ends with 0 within the grace, and every answer that began is whole',
  async (times) => {
    const service = await serve({ env: { SHUTDOWN_SECONDS: '5', RESPONSE_CACHE_BYTES: '0' } });
    let over = false;
    const statuses: number[] = [];
    const clients = Array.from({ length: 8 }, () => hammer(service.url, statuses, () => over));
    while (statuses.length < 100) await pause(10);
    const begun = performance.now();
    const end = service.stop();
    if (times === 'twice') void service.stop();
    const { code, stderr, stdout } = await end;
    expect(performance.now() - begun).toBeLessThan(5500);
    over = true;
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).not.toMatch(/"level":"(?:error|fatal)"/);
    await Promise.all(clients);
    for (const status of statuses) expect([200, 503]).toContain(status);
  },
);

describe('a server that takes long to start', () => {
  const folder = mkdtempSync(join(tmpdir(), 'wsis-start-'));
  beforeAll(async () => {
    await writeDataset(folder, withContributions(await seedDataset(), 60_000));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test('row 56: SIGTERM while it starts ends it with 0, before it serves', async () => {
    const seen = [];
    // Before the program itself runs, Node ends by the signal; how long that is depends on the machine.
    for (const endAfter of [400, 800, 1200, 1600, 2000, 3000, 4000]) {
      const { code, signal, stdout, stderr } = await run(['serve'], { env: { DATASET: folder, PORT: '0' }, endAfter });
      expect([code ?? signal, stderr]).toEqual([code === null ? 'SIGTERM' : 0, '']);
      seen.push({ code, stdout });
      if (code === 0) break;
    }
    expect(seen.at(-1)).toEqual({ code: 0, stdout: '' });
  });
});

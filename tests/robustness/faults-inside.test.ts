/** Faults of our own: the request that meets one fails alone, and the process ends only when nobody caught it. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { GraphStore } from '../../src/store/graph-store.js';
import { openMemoryStore } from '../../src/store/memory/open.js';
import { intercept } from '../support/counting-store.js';
import { type GraphqlReply, post, request, serve } from '../support/program.js';
import { served } from '../support/served.js';
import { smallDataset } from '../support/small-dataset.js';

jest.setTimeout(30_000);

const list = '{ contributions(first: 1) { nodes { id } } }';
const line = '{ actionLine(id: "C5") { code } }';
const good = { data: { actionLine: { code: 'C5' } } };
const codes = ({ errors = [] }: GraphqlReply<unknown>) => [...new Set(errors.map(({ extensions }) => extensions.code))];

type Fault = (call: () => unknown) => unknown;

const faults: [string, Fault][] = [
  [
    'throws at once',
    () => {
      throw new Error('thrown');
    },
  ],
  ['rejects', () => Promise.reject(new Error('rejected'))],
  ['rejects with what is no error', () => Promise.reject('a text')],
  ['rejects with nothing', () => Promise.reject(undefined)],
  ['gives one row too few', async (call) => ((await call()) as unknown[]).slice(1)],
  ['gives one row too many', async (call) => [...((await call()) as unknown[]), null]],
  ['gives no list', async () => 7],
  ['gives nothing', async () => undefined],
];

test.each(faults)(
  'rows 57, 58: a batch that %s fails its own request, and neither another at the same time nor the next',
  async (_, fault) => {
    let broken = true;
    const memory = openMemoryStore(smallDataset()) as GraphStore;
    const { url } = await served(
      {},
      intercept(memory, (name, call) => (name === 'find' && broken ? fault(call) : call())),
    );
    const [failed, other] = await Promise.all([post(url, list), post(url, line)]);
    expect(codes(failed)).toEqual(['INTERNAL_SERVER_ERROR']);
    expect(other).toEqual(good);
    broken = false;
    for (let time = 0; time < 3; time += 1) expect(codes(await post(url, list))).toEqual([]);
  },
);

test('row 58: loaders are of one request: what one asked, the next asks again', async () => {
  let calls = 0;
  const memory = openMemoryStore(smallDataset()) as GraphStore;
  const { url } = await served(
    {},
    intercept(memory, (name, call) => {
      if (name === 'lookup') calls += 1;
      return call();
    }),
  );
  await post(url, line);
  const first = calls;
  expect(first).toBeGreaterThan(0);
  await Promise.all([post(url, line), post(url, line)]);
  expect(calls).toBe(3 * first);
});

test('row 58: each key gets its own row, twice where it is asked twice', async () => {
  const { url } = await served();
  const { data } = await post<{ nodes: { id: string }[] }>(url, '{ nodes(ids: ["C10", "C5", "C10", "C7"]) { id } }');
  expect(data?.nodes.map((node) => node?.id)).toEqual(['action-line/C10', 'action-line/C5', 'action-line/C10', 'action-line/C7']);
});

describe('the process', () => {
  const folder = mkdtempSync(join(tmpdir(), 'wsis-faults-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  /** A server that does something when it gets SIGUSR2. */
  const whileServing = (name: string, code: string) => {
    const file = join(folder, `${name}.cjs`);
    writeFileSync(file, `process.on('SIGUSR2', () => { ${code} })`);
    return serve({ node: ['--require', file] });
  };

  test.each([
    ['a rejection', 'Promise.reject(new Error("nobody caught this"))'],
    ['an exception', 'throw new Error("nobody caught this")'],
  ])('row 57: %s that nobody caught is told in the log, and ends the process with 1', async (name, code) => {
    const { code: exit, stdout, stderr } = await (await whileServing(name, code)).stop('SIGUSR2');
    const lines = stdout.trimEnd().split('\n');
    expect([exit, stderr, lines.length]).toEqual([1, '', 2]);
    expect(JSON.parse(lines[1] as string)).toMatchObject({ level: 'fatal', err: { message: 'nobody caught this' } });
  });

  test('row 57: a log that nobody reads any more stops no answer', async () => {
    const service = await serve({ env: { LOG_LEVEL: 'info' } });
    service.stopReading();
    await pause(100);
    for (let time = 0; time < 50; time += 1) expect(await post(service.url, line)).toEqual(good);
    expect((await request(`${service.url}/healthz`)).status).toBe(200);
    expect((await service.stop()).code).toBe(0);
  });
});

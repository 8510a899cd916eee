/** The server on a Neo4j that is not there, is killed, hangs and comes back: what its clients get, and how soon. Each fault is done to a database of its own. */
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { setTimeout as pause } from 'node:timers/promises';
import { environmentOf } from '../support/environment.js';
import { measured } from '../support/measured.js';
import { endServer, freePort, removeData, type Server, startServer } from '../support/neo4j/server.js';
import { describeOnOwnNeo4j } from '../support/neo4j.js';
import { type GraphqlReply, post, type Reply, request, run, type Service, serve } from '../support/program.js';

jest.setTimeout(120_000);

/** Statements that plan soon: how long a cold Neo4j plans the greater ones depends on the machine. */
const query = '{ meta { datasetVersion } report(id: "E/2021/11") { name cycle } actionLine(id: "C7") { name } }';

interface Timed extends Reply {
  after: number;
}

describeOnOwnNeo4j('the server while its Neo4j fails', () => {
  const directory = mkdtempSync(join(tmpdir(), 'wsis-faults-'));
  let service: Service;
  let database: Server;
  let port: number;
  let env: Record<string, string>;
  let whole: string;

  const start = () => startServer({ directory, port });

  async function ask(): Promise<Timed> {
    const begun = performance.now();
    const body = JSON.stringify({ query });
    const reply = await request(`${service.url}/graphql`, { method: 'POST', headers: { 'content-type': 'application/json' }, body });
    return { ...reply, after: performance.now() - begun };
  }

  /** Milliseconds until the whole answer is given again. */
  async function recovery(): Promise<number> {
    const begun = performance.now();
    while ((await ask()).body !== whole) {
      if (performance.now() - begun > 60_000) throw new Error('it does not recover');
      await pause(20);
    }
    return performance.now() - begun;
  }

  /** Nothing but the one code, and no data with it. */
  const codes = ({ json, status }: Reply) => {
    const { data = null, errors = [] } = json as GraphqlReply;
    return { status, data, codes: [...new Set(errors.map(({ extensions }) => extensions.code))] };
  };
  const unavailable = { status: 503, data: null, codes: ['UNAVAILABLE'] };

  /** Demands that clients are turned away; half of them within as many milliseconds as it gives. */
  async function expectTurnedAway(): Promise<number> {
    const replies: Timed[] = [];
    while (replies.length < 21) replies.push(await ask());
    expect(replies.map(codes)).toEqual(replies.map(() => unavailable));
    return replies.map(({ after }) => after).sort((a, b) => a - b)[10] as number;
  }

  /** Demands that an answer that is not whole says so, and that what it gives is right. */
  function expectHonest(reply: Reply): void {
    const { data, errors } = reply.json as GraphqlReply<Record<string, unknown>>;
    for (const { extensions } of errors ?? []) expect(['UNAVAILABLE', 'TIMEOUT']).toContain(extensions.code);
    if (codes(reply).codes.includes('UNAVAILABLE')) expect(codes(reply)).toMatchObject({ status: 503, data: null });
    expect(errors?.length).toBeGreaterThan(0);
    const right = (JSON.parse(whole) as GraphqlReply<Record<string, unknown>>).data;
    for (const [name, value] of Object.entries(data ?? {})) expect([null, right?.[name]]).toContainEqual(value);
  }

  beforeAll(async () => {
    port = await freePort();
    const settings = { uri: `bolt://127.0.0.1:${port}`, username: 'neo4j', password: '', database: 'neo4j' };
    // Without answers kept ready: a second of them would hide the fault.
    env = { ...environmentOf(settings), RESPONSE_CACHE_BYTES: '0' };
    service = await serve({ env });
  });
  afterAll(async () => {
    await service?.stop();
    if (database) await endServer(database, 'SIGKILL');
    removeData(directory);
  });

  test('row 38: with its database down it starts, and says so: UNAVAILABLE within 3 s, then at once', async () => {
    const notReady = expect.stringContaining('cannot be reached now');
    expect(service.listening).toMatchObject({ store: 'neo4j', neo4j: `bolt://127.0.0.1:${port}`, notReady });
    expect((await request(`${service.url}/healthz`)).status).toBe(200);
    const first = await ask();
    expect(codes(first)).toEqual(unavailable);
    expect(first.after).toBeLessThan(3000);
    expect((await request(`${service.url}/readyz`)).status).toBe(503);
    const next = await expectTurnedAway();
    expect(next).toBeLessThan(50);
    measured(`down at start: first ${Math.round(first.after)} ms, then ${Math.round(next)} ms`);
  });

  test('row 38: once the database is there it wants a dataset, and once that is loaded it answers, without a restart', async () => {
    database = await start();
    const begun = performance.now();
    let message = '';
    while (!message.includes('wsis-graph load')) {
      message = ((await ask()).json as GraphqlReply).errors?.[0]?.message ?? '';
      expect(performance.now() - begun).toBeLessThan(10_000);
      await pause(20);
    }
    const back = performance.now() - begun;
    expect((await request(`${service.url}/readyz`)).status).toBe(503);
    expect(await run(['load', '--grace', '0'], { env })).toMatchObject({ code: 0 });
    const reply = await ask();
    expect(reply.status).toBe(200);
    expect((await request(`${service.url}/readyz`)).json).toMatchObject({ status: 'ok', store: 'neo4j' });
    whole = reply.body;
    expect(whole).toContain('"cycle":2020');
    measured(`there for the first time: first word ${Math.round(back)} ms after it was ready`);
  });

  test('row 40: killed under load and restarted: whole answers or UNAVAILABLE, nothing wrong, and the first answer within 10 s of its return', async () => {
    const replies: (Timed & { at: number })[] = [];
    let going = true;
    const client = async () => {
      while (going) {
        const reply = await ask();
        replies.push({ ...reply, at: performance.now() });
        if (reply.status !== 200) await pause(25);
      }
    };
    const clients = Array.from({ length: 4 }, client);
    await pause(2000);
    const killed = performance.now();
    await endServer(database, 'SIGKILL');
    await pause(4000);
    database = await start();
    const ready = performance.now();
    await pause(10_000);
    going = false;
    await Promise.all(clients);

    const failed = replies.filter(({ body }) => body !== whole);
    failed.forEach(expectHonest);
    const slowest = Math.max(...failed.map(({ after }) => after));
    const first = Math.min(...replies.filter(({ at, body }) => at > ready && body === whole).map(({ at }) => at)) - ready;
    const last = Math.max(...failed.map(({ at }) => at)) - ready;
    const times = failed.map(({ after }) => after).sort((a, b) => a - b);
    const during = replies.filter(({ at }) => at > killed && at < ready);
    measured(
      `killed under load: ${replies.length} answers, ${failed.length} failed, of them ${failed.filter((reply) => codes(reply).codes.includes('TIMEOUT')).length} by TIMEOUT (median ${Math.round(times[times.length >> 1] ?? 0)} ms, slowest ${Math.round(slowest)} ms), first answer ${Math.round(first)} ms and last failure ${Math.round(last)} ms after its return`,
    );
    expect(during.length).toBeGreaterThan(0);
    expect(slowest).toBeLessThan(10_000);
    expect(first).toBeLessThan(10_000);
    expect(replies.some(({ at, body }) => at < killed && body === whole)).toBe(true);
  });

  test('row 39: hanging without a word: UNAVAILABLE within 3 s, then at once, and answers within 10 s of its return', async () => {
    await recovery();
    process.kill(database.pid, 'SIGSTOP');
    // A busy machine takes a moment to stop all threads of a process: until then it answers in part, and later.
    await pause(200);
    try {
      const first = await ask();
      expect(codes(first)).toEqual(unavailable);
      expect(first.after).toBeLessThan(3000);
      await pause(4000);
      const next = await expectTurnedAway();
      expect(next).toBeLessThan(50);
      measured(`hanging: first ${Math.round(first.after)} ms, then ${Math.round(next)} ms`);
    } finally {
      process.kill(database.pid, 'SIGCONT');
    }
    const back = await recovery();
    expect(back).toBeLessThan(10_000);
    measured(`hanging: back after ${Math.round(back)} ms`);
  });

  test('row 56: SIGTERM ends it with 0 also while the database hangs', async () => {
    const other = await serve({ env });
    process.kill(database.pid, 'SIGSTOP');
    // A busy machine takes a moment to stop all threads of a process.
    await pause(200);
    try {
      const question = post<unknown>(other.url, '{ meta { store } }').catch(() => null);
      await pause(200);
      const begun = performance.now();
      expect(await other.stop()).toMatchObject({ code: 0 });
      expect(performance.now() - begun).toBeLessThan(10_000);
      // Nothing, or an error: that it took too long comes with 200 too.
      expect((await question)?.data ?? null).toBeNull();
    } finally {
      process.kill(database.pid, 'SIGCONT');
    }
  });
});

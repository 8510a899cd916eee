/** The connection that the API reads through, in bad weather: what it answers, how soon, and that it is well again afterwards. */
import { performance } from 'node:perf_hooks';
import { setTimeout as pause } from 'node:timers/promises';
import neo4j from 'neo4j-driver';
import { Connection, type Row } from '../../src/store/neo4j/connection.js';
import type { Neo4jSettings } from '../../src/store/neo4j/driver.js';
import { measured } from '../support/measured.js';
import { describeOnNeo4j } from '../support/neo4j.js';
import { WeatherProxy } from '../support/proxy.js';

jest.setTimeout(60_000);

const endless = 'UNWIND range(1, 10000000000) AS number RETURN count(number) AS count';
const manyRows = 'UNWIND range(1, 50000) AS number RETURN number';

interface Outcome {
  code: string;
  message: string;
  after: number;
  rows?: Row[];
}

/** What a read came to, and how many milliseconds it took; never throws. */
async function outcome(read: Promise<Row[]>): Promise<Outcome> {
  const begun = performance.now();
  try {
    return { rows: await read, code: 'answered', message: '', after: performance.now() - begun };
  } catch (error) {
    const { code = 'unexpected', message } = error as { code?: string; message: string };
    return { code, message, after: performance.now() - begun };
  }
}

describeOnNeo4j('a connection to Neo4j', (database) => {
  let proxy: WeatherProxy;
  let connection: Connection;
  const open = (settings: Partial<Neo4jSettings> = {}) => new Connection({ ...database(), uri: proxy.uri, ...settings });

  beforeEach(async () => {
    proxy = await WeatherProxy.before(Number(new URL(database().uri).port || 7687));
    connection = open();
  });
  afterEach(async () => {
    proxy.weather = {};
    await connection.close();
    await proxy.refuse();
  });

  /** Milliseconds until it answers again. */
  async function recovery(): Promise<number> {
    const begun = performance.now();
    while ((await outcome(connection.read('RETURN 1'))).code !== 'answered') await pause(20);
    return performance.now() - begun;
  }

  /** Demands that all are turned away at once, as while the breaker is open. */
  async function expectTurnedAway(): Promise<void> {
    const outcomes = await Promise.all(Array.from({ length: 20 }, () => outcome(connection.read('RETURN 1'))));
    expect(new Set(outcomes.map(({ code }) => code))).toEqual(new Set(['UNAVAILABLE']));
    expect(Math.max(...outcomes.map(({ after }) => after))).toBeLessThan(50);
  }

  test('row 55: bolt:// and neo4j:// both answer, whole numbers as numbers', async () => {
    for (const scheme of ['bolt', 'neo4j']) {
      const other = new Connection({ ...database(), uri: database().uri.replace(/^\w+/, scheme) });
      expect(await other.read('RETURN $text AS text, 7 AS seven, [1, 2] AS list', { text: 'é\u0000😀' })).toEqual([
        { text: 'é\u0000😀', seven: 7, list: [1, 2] },
      ]);
      await other.close();
    }
  });

  test('row 38: a database that refuses connections is UNAVAILABLE within 3 s, then at once, and answers within 10 s of its return', async () => {
    await connection.verify();
    await proxy.refuse();
    const first = await outcome(connection.read('RETURN 1'));
    expect(first.code).toBe('UNAVAILABLE');
    expect(first.after).toBeLessThan(3000);
    await expectTurnedAway();
    await pause(2500);
    await expectTurnedAway();
    await proxy.open();
    const back = await recovery();
    expect(back).toBeLessThan(10_000);
    measured(`refused: first ${Math.round(first.after)} ms, back after ${Math.round(back)} ms`);
  });

  test.each(['on new connections', 'on connections that were open'])(
    'row 39: a database that falls silent %s is UNAVAILABLE within 3 s',
    async (where) => {
      if (where === 'on connections that were open') await connection.verify();
      proxy.weather = { silent: true };
      const outcomes = await Promise.all(Array.from({ length: 5 }, () => outcome(connection.read('RETURN 1'))));
      expect(new Set(outcomes.map(({ code }) => code))).toEqual(new Set(['UNAVAILABLE']));
      expect(Math.max(...outcomes.map(({ after }) => after))).toBeLessThan(3000);
      await pause(3000);
      await expectTurnedAway();
      proxy.weather = {};
      const back = await recovery();
      expect(back).toBeLessThan(10_000);
      measured(`silent ${where}: ${Math.round(outcomes[0]!.after)} ms, back after ${Math.round(back)} ms`);
    },
  );

  test('row 39: a long silence does not pile up connections', async () => {
    proxy.weather = { silent: true };
    await outcome(connection.read('RETURN 1'));
    await pause(8000);
    expect(proxy.connections).toBeLessThanOrEqual(4);
  });

  test('row 39: a database that falls silent in the middle of a statement is UNAVAILABLE', async () => {
    await connection.verify();
    const waiting = outcome(connection.read(endless));
    await pause(500);
    proxy.weather = { silent: true };
    const { code, after } = await waiting;
    expect(code).toBe('UNAVAILABLE');
    expect(after).toBeLessThan(5000);
    await expectTurnedAway();
  });

  test('row 43: a statement that the database is too busy to end gets TIMEOUT, and nobody else is turned away', async () => {
    await connection.verify();
    const waiting = outcome(connection.read(endless));
    await pause(500);
    proxy.hush();
    expect(await waiting).toMatchObject({ code: 'TIMEOUT' });
    expect(await outcome(connection.read('RETURN 1'))).toMatchObject({ code: 'answered' });
  });

  test('row 41: 200 ms of latency slow an answer down and change nothing else', async () => {
    proxy.weather = { delay: 100 };
    expect(await connection.read('RETURN 1 AS one')).toEqual([{ one: 1 }]);
    const { code, after } = await outcome(connection.read('RETURN 1 AS one'));
    expect(code).toBe('answered');
    expect(after).toBeLessThan(2000);
  });

  test('row 41: at 1 KB a second the deadline holds, and a part of an answer is never given for the whole', async () => {
    await connection.verify();
    proxy.weather = { bytesPerSecond: 1000 };
    const { code, after } = await outcome(connection.read(manyRows));
    expect(['TIMEOUT', 'UNAVAILABLE']).toContain(code);
    expect(after).toBeLessThan(5000);
    proxy.weather = {};
    expect(await recovery()).toBeLessThan(10_000);
  });

  test('row 41: an answer that is cut off in its middle is asked for again, and comes whole or not at all', async () => {
    await connection.verify();
    proxy.weather = { cutAfter: 50_000 };
    const { code, after } = await outcome(connection.read(manyRows));
    expect(code).toBe('UNAVAILABLE');
    expect(after).toBeLessThan(6000);
    proxy.weather = {};
    await recovery();
    const cut = connection.read(manyRows);
    await pause(5);
    proxy.cut();
    expect(await cut).toHaveLength(50_000);
  });

  test('row 43: a statement that takes too long is ended with TIMEOUT, and is no longer at work in the database', async () => {
    connection = open({ transactionTimeout: 1000 });
    const { code, after } = await outcome(connection.read(endless));
    expect(code).toBe('TIMEOUT');
    expect(after).toBeLessThan(2000);
    await expectIdle();
    expect((await outcome(connection.read('RETURN 1'))).code).toBe('answered');
  });

  test('row 43: a request whose time is up gets TIMEOUT', async () => {
    const { code, after } = await outcome(connection.read(endless, {}, { deadline: performance.now() + 300 }));
    expect(code).toBe('TIMEOUT');
    expect(after).toBeLessThan(1000);
    expect((await outcome(connection.read('RETURN 1', {}, { deadline: performance.now() - 1 }))).code).toBe('TIMEOUT');
  });

  test('row 28: giving a request up ends its statement in the database within 100 ms', async () => {
    const giveUp = new AbortController();
    const waiting = outcome(connection.read(endless, {}, { signal: giveUp.signal }));
    await pause(500);
    expect(await transactions()).toBe(1);
    const begun = performance.now();
    giveUp.abort();
    expect((await waiting).code).toBe('UNAVAILABLE');
    while ((await transactions()) > 0) expect(performance.now() - begun).toBeLessThan(1000);
    measured(`given up: gone from the database after ${Math.round(performance.now() - begun)} ms`);
    expect((await outcome(connection.read('RETURN 1'))).code).toBe('answered');
  });

  test('row 42: with 100 slow statements on 10 connections those that find none free get UNAVAILABLE, and the rest is served', async () => {
    connection = open({ poolSize: 10 });
    // A server that has just started takes its time for each new connection.
    await Promise.all(Array.from({ length: 10 }, () => outcome(connection.read('RETURN 1'))));
    await recovery();
    const slow = Array.from({ length: 100 }, () => outcome(connection.read(endless)));
    const outcomes = await Promise.all(slow);
    const count = (wanted: string) => outcomes.filter(({ code }) => code === wanted).length;
    expect({ TIMEOUT: count('TIMEOUT'), UNAVAILABLE: count('UNAVAILABLE') }).toEqual({ TIMEOUT: 10, UNAVAILABLE: 90 });
    const waited = outcomes.filter(({ code }) => code === 'UNAVAILABLE').map(({ after }) => after);
    measured(`pool exhausted: turned away after ${Math.round(Math.max(...waited))} ms`);
    expect(Math.max(...waited)).toBeLessThan(3000);
    expect(outcomes.map(({ message }) => message)).toContain('The database is busy; try again later.');
    // Nothing was wrong with the database: nobody is turned away afterwards.
    expect((await outcome(connection.read('RETURN 1'))).code).toBe('answered');
    await expectIdle();
  });

  test('row 45: a statement that writes is refused, whatever it writes', async () => {
    for (const statement of [
      'CREATE (:Intruder)',
      'MERGE (:Intruder)',
      'MATCH (n) SET n.intruder = true',
      'MATCH (n) DETACH DELETE n',
      'CREATE INDEX intruder FOR (n:Intruder) ON (n.id)',
      'CALL db.createLabel("Intruder")',
      'CALL { CREATE (:Intruder) } IN TRANSACTIONS',
    ]) {
      expect({ statement, ...(await outcome(connection.read(statement))) }).toMatchObject({
        statement,
        code: expect.stringMatching(/^Neo\.ClientError/),
      });
    }
    expect(await connection.read('MATCH (n:Intruder) RETURN count(n) AS count')).toEqual([{ count: 0 }]);
  });

  test('row 46: LOAD CSV is refused by file and by address', async () => {
    for (const source of ['file:///etc/passwd', 'http://127.0.0.1:80/', 'https://[::1]/', 'ftp://127.0.0.1/']) {
      const { code, rows } = await outcome(connection.read('LOAD CSV FROM $source AS line RETURN line', { source }));
      expect({ source, code, rows }).toMatchObject({ source, code: expect.stringMatching(/^Neo\.ClientError/) });
      expect(rows).toBeUndefined();
    }
  });

  test('after close nothing is answered, and what was at work is ended', async () => {
    const waiting = outcome(connection.read(endless));
    await pause(300);
    await connection.close();
    expect(await waiting).toMatchObject({ code: 'UNAVAILABLE', message: 'The store is closed.' });
    expect(await outcome(connection.read('RETURN 1'))).toMatchObject({ code: 'UNAVAILABLE', message: 'The store is closed.' });
    await expectIdle();
  });

  /** Statements of tests that are at work in the database. */
  async function transactions(): Promise<number> {
    const { uri, username, password } = database();
    watcher ??= neo4j.driver(uri, password ? neo4j.auth.basic(username, password) : undefined, { disableLosslessIntegers: true });
    const { records } = await watcher.executeQuery(
      'SHOW TRANSACTIONS YIELD currentQuery WHERE currentQuery STARTS WITH "UNWIND range" RETURN count(*) AS count',
    );
    return records[0]?.get('count');
  }
  let watcher: ReturnType<typeof neo4j.driver> | undefined;
  afterAll(() => watcher?.close());

  async function expectIdle(): Promise<void> {
    for (const begun = performance.now(); (await transactions()) > 0; ) expect(performance.now() - begun).toBeLessThan(2000);
  }
});

/** A Neo4j that guards itself, by a password and by a cap on memory: what a connection makes of its refusals. */
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import neo4j from 'neo4j-driver';
import { Connection } from '../../src/store/neo4j/connection.js';
import { endServer, removeData, type Server, startServer } from '../support/neo4j/server.js';
import { describeOnOwnNeo4j } from '../support/neo4j.js';

jest.setTimeout(60_000);

const password = 'chosen-for-the-test';

describeOnOwnNeo4j('a Neo4j that guards itself', () => {
  const directory = mkdtempSync(join(tmpdir(), 'wsis-guarded-'));
  let server: Server;
  const open = (part: { password?: string; scheme?: string } = {}) =>
    new Connection({
      uri: server.uri.replace('bolt', part.scheme ?? 'bolt'),
      username: 'neo4j',
      password: part.password ?? password,
      database: 'neo4j',
    });

  beforeAll(async () => {
    const settings = { 'dbms.security.auth_enabled': 'true', 'db.memory.transaction.max': '64m' };
    server = await startServer({ directory, settings });
    const driver = neo4j.driver(server.uri, neo4j.auth.basic('neo4j', 'neo4j'));
    await driver.executeQuery('ALTER CURRENT USER SET PASSWORD FROM "neo4j" TO $password', { password }, { database: 'system' });
    await driver.close();
  });
  afterAll(async () => {
    if (server) await endServer(server, 'SIGKILL');
    removeData(directory);
  });

  test.each(['bolt', 'neo4j'])('lets in who knows the password, by %s://', async (scheme) => {
    const connection = open({ scheme });
    expect(await connection.read('RETURN 1 AS one')).toEqual([{ one: 1 }]);
    await connection.close();
  });

  test.each(['bolt', 'neo4j'])(
    'refuses a wrong password by %s://, which is told without the password, and is not asked again by every request',
    async (scheme) => {
      const connection = open({ scheme, password: 'hunter2' });
      const expected = { code: 'UNAVAILABLE', message: 'The database refused the credentials in NEO4J_USERNAME and NEO4J_PASSWORD.' };
      await expect(connection.read('RETURN 1')).rejects.toMatchObject(expected);
      const begun = performance.now();
      await expect(connection.read('RETURN 1')).rejects.toMatchObject(expected);
      expect(performance.now() - begun).toBeLessThan(50);
      await connection.close();
    },
  );

  test('row 44: a statement that wants too much memory gets TIMEOUT after one try, and the next is answered', async () => {
    const connection = open();
    await connection.verify();
    const begun = performance.now();
    const bomb = connection.read('UNWIND range(1, 5000000) AS number WITH collect(toString(number)) AS texts RETURN size(texts)');
    await expect(bomb).rejects.toMatchObject({ code: 'TIMEOUT', message: expect.stringContaining('memory') });
    expect(performance.now() - begun).toBeLessThan(3000);
    expect(await connection.read('RETURN 1 AS one')).toEqual([{ one: 1 }]);
    await connection.close();
  });

  test('by neo4j:// too it is UNAVAILABLE within 3 s when it is gone, and answers within 10 s of its return', async () => {
    const connection = open({ scheme: 'neo4j' });
    await connection.verify();
    await endServer(server, 'SIGKILL');
    const begun = performance.now();
    await expect(connection.read('RETURN 1')).rejects.toMatchObject({ code: 'UNAVAILABLE' });
    expect(performance.now() - begun).toBeLessThan(3000);
    server = await startServer({ directory, port: server.port, settings: { 'dbms.security.auth_enabled': 'true' } });
    const back = performance.now();
    for (let answered = false; !answered; expect(performance.now() - back).toBeLessThan(10_000)) {
      answered = await connection.read('RETURN 1').then(
        () => true,
        () => false,
      );
      await new Promise((done) => setTimeout(done, 50));
    }
    await connection.close();
  });
});

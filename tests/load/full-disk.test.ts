/**
 * A disk that fills up during a load. A limit of the system on the size of files stands for the full disk, because it needs no mount: what the database
 * then writes is refused in the same place, only with another word (EFBIG, not ENOSPC), and what it does and tells was the same on a full tmpfs.
 */
import { execFileSync } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { openNeo4jStore } from '../../src/store/neo4j/open.js';
import { replaceDataset } from '../../src/store/neo4j/writer.js';
import { seedDataset } from '../support/api.js';
import { environmentOf } from '../support/environment.js';
import { graphIn, sealed, whole } from '../support/graph-in-neo4j.js';
import { endServer, type Server, startServer } from '../support/neo4j/server.js';
import { describeOnOwnNeo4j } from '../support/neo4j.js';
import { type GraphqlReply, request, run } from '../support/program.js';
import { served } from '../support/served.js';
import { validDataset } from '../support/write-dataset.js';

jest.setTimeout(300_000);

describeOnOwnNeo4j('a database whose disk fills up', () => {
  const old = sealed(validDataset());
  let directory: string;
  let server: Server;
  afterAll(async () => {
    if (server) await endServer(server, 'SIGKILL');
    await rm(directory, { recursive: true, force: true });
  });

  test('row 48: the load says what to do, readers get the old graph or a clean 503, and after a restart with room the load succeeds', async () => {
    directory = await mkdtemp(join(tmpdir(), 'wsis-neo4j-full-'));
    server = await startServer({ directory });
    const settings = { uri: server.uri, username: 'neo4j', password: '', database: 'neo4j' };
    await replaceDataset(settings, old, { grace: 0 });
    const { url } = await served({}, openNeo4jStore(settings));
    const read = async () => {
      const body = JSON.stringify({ query: '{ entity(id: "ITU") { name } meta { datasetVersion } }' });
      const { status, json } = await request(`${url}/graphql`, { method: 'POST', headers: { 'content-type': 'application/json' }, body });
      const { data, errors } = json as GraphqlReply<{ meta: { datasetVersion: string } }>;
      return [status, data?.meta.datasetVersion ?? errors?.[0]?.extensions.code];
    };
    expect(await read()).toEqual([200, old.version]);

    // A fifth of what the load will write.
    const written = statSync(join(directory, 'data', 'data', 'transactions', 'neo4j', 'neostore.transaction.db.0')).size;
    execFileSync('prlimit', ['--pid', String(server.pid), `--fsize=${written + 1_000_000}:`]);
    const load = () => run(['load', '--grace', '0'], { env: environmentOf(settings) });
    const full = await load();
    expect(readFileSync(join(directory, 'data', 'logs', 'debug.log'), 'utf8')).toContain('java.io.IOException: File too large');
    expect([full.code, full.stdout]).toEqual([1, '']);
    const remedy = 'the database has stopped: see its log, make room if its disk is full, and start it anew';
    const untouched = 'The graph that readers see was not touched; run the load again when this is mended.';
    expect(full.stderr).toMatch(new RegExp(`^The load failed while writing (nodes|links): ${remedy} \\([^\\n]+\\w\\)\\. ${untouched}\\n$`));

    // A Neo4j that could not write does not let anybody read either, until it is restarted.
    expect(await read()).toEqual([503, 'UNAVAILABLE']);
    const again = await load();
    expect([again.code, again.stderr]).toEqual([1, expect.stringContaining(`while connecting to the database: ${remedy}`)]);
    await endServer(server, 'SIGKILL');
    server = await startServer({ directory, port: server.port });
    expect({ ...(await graphIn(settings)), rest: 0 }).toEqual(whole(old));
    for (const begun = Date.now(); (await read())[0] !== 200; await pause(100)) expect(Date.now() - begun).toBeLessThan(60_000);
    expect(await read()).toEqual([200, old.version]);

    expect(await load()).toMatchObject({ code: 0, stderr: '', stdout: expect.stringContaining('loaded: ') });
    const seed = await seedDataset();
    expect({ ...(await graphIn(settings)), rest: 0 }).toEqual(whole(seed));
  });
});

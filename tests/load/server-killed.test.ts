/** A database that is killed during a load: the loader goes on when it is back, or says where it stopped; the graph is whole either way. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Dataset } from '../../src/domain/records.js';
import type { Neo4jSettings } from '../../src/store/neo4j/driver.js';
import { replaceDataset } from '../../src/store/neo4j/writer.js';
import { seedDataset } from '../support/api.js';
import { graphIn, sealed, whole } from '../support/graph-in-neo4j.js';
import { endServer, type Server, startServer } from '../support/neo4j/server.js';
import { describeOnOwnNeo4j } from '../support/neo4j.js';

jest.setTimeout(300_000);

describeOnOwnNeo4j('a database killed during a load', () => {
  let directory: string;
  let server: Server;
  let settings: Neo4jSettings;
  let seed: Dataset;
  let fewer: Dataset;

  beforeAll(async () => {
    seed = await seedDataset();
    fewer = sealed({ ...seed, links: seed.links.filter(({ link }) => link !== 'ADVANCES') });
    directory = await mkdtemp(join(tmpdir(), 'wsis-neo4j-killed-'));
    server = await startServer({ directory });
    settings = { uri: server.uri, username: 'neo4j', password: '', database: 'neo4j' };
    await replaceDataset(settings, seed, { grace: 0 });
  });
  afterAll(async () => {
    if (server) await endServer(server, 'SIGKILL');
    await rm(directory, { recursive: true, force: true });
  });

  /** Loads in batches so small that there is time to kill, and kills the database once so much is written. */
  const loadAndKill = (dataset: Dataset, retryTime: number) => {
    let killing: Promise<void> | undefined;
    const load = replaceDataset(settings, dataset, {
      grace: 0,
      batchSize: 50,
      retryTime,
      onProgress: (step, done) => {
        if (step === 'writing links' && done > 300) killing ??= endServer(server, 'SIGKILL');
      },
    });
    const killed = async () => {
      while (!killing) await pause(10);
      await killing;
    };
    return { load, killed };
  };

  test('row 48: the loader ends with the step when it stays away, and readers see the old graph when it is back', async () => {
    const { load, killed } = loadAndKill(fewer, 1000);
    await expect(load).rejects.toMatchObject({
      code: 'UNAVAILABLE',
      message: expect.stringMatching(/while writing links: the database cannot be reached.*was not touched/),
    });
    await killed();
    server = await startServer({ directory, port: server.port });
    expect({ ...(await graphIn(settings)), rest: 0 }).toEqual(whole(seed));
  });

  test('row 48: the loader goes on when it comes back soon, and nothing is written twice', async () => {
    const { load, killed } = loadAndKill(fewer, 60_000);
    await Promise.all([
      load,
      killed().then(async () => {
        server = await startServer({ directory, port: server.port });
      }),
    ]);
    expect(await load).toMatchObject({ changed: true });
    expect({ ...(await graphIn(settings)), rest: 0 }).toEqual(whole(fewer));
    await replaceDataset(settings, fewer, { grace: 0, stale: 0 });
    expect(await graphIn(settings)).toEqual(whole(fewer));
  });
});

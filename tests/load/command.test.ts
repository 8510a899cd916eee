/** `wsis-graph load` as a person and a service manager use it: exit codes, what it prints, and what it does when something is wrong. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Neo4jSettings } from '../../src/store/neo4j/driver.js';
import { empty, graphIn, sealed, whole } from '../support/graph-in-neo4j.js';
import { endServer, freePort, type Server, startServer } from '../support/neo4j/server.js';
import { describeOnNeo4j, describeOnOwnNeo4j } from '../support/neo4j.js';
import { run } from '../support/program.js';
import { appendRow, validDataset, writtenDataset } from '../support/write-dataset.js';

jest.setTimeout(180_000);
const dataset = sealed(validDataset());

describe('without a database', () => {
  test('it says which setting is missing', async () => {
    const { code, stdout, stderr } = await run(['load'], { env: { NEO4J_URI: '' } });
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain('NEO4J_URI is not set');
  });

  test('one that is not there is told with the step and ends it with 1, in no time', async () => {
    const env = { NEO4J_URI: `bolt://127.0.0.1:${await freePort()}`, NEO4J_PASSWORD: 'a secret' };
    const begun = performance.now();
    const { code, stdout, stderr } = await run(['load', await writtenDataset()], { env });
    expect([code, stdout]).toEqual([1, '']);
    expect(stderr).toMatch(/failed while connecting to the database: the database cannot be reached \(.*ECONNREFUSED/);
    expect(stderr).not.toContain('a secret');
    expect(performance.now() - begun).toBeLessThan(10_000);
  });

  test('a dataset with a problem is refused before anything is sent', async () => {
    const directory = await writtenDataset();
    const line = await appendRow(directory, 'links/serves.csv', { from: 'entity/ITU', to: 'region/atlantis' });
    const { code, stderr } = await run(['load', directory], { env: { NEO4J_URI: 'bolt://127.0.0.1:1', NEO4J_PASSWORD: '' } });
    expect(code).toBe(1);
    expect(stderr).toContain(`links/serves.csv:${line}: `);
    expect(stderr).not.toContain('database');
  });

  test('a grace that is no number of seconds is a wrong call', async () => {
    const { code, stderr } = await run(['load', '--grace', 'soon']);
    expect([code, stderr]).toEqual([2, expect.stringContaining('number of seconds')]);
  });
});

describeOnNeo4j('wsis-graph load', (open) => {
  let settings: Neo4jSettings;
  let env: Record<string, string>;
  let directory: string;
  beforeAll(async () => {
    settings = open();
    env = {
      NEO4J_URI: settings.uri,
      NEO4J_USERNAME: settings.username,
      NEO4J_PASSWORD: settings.password,
      NEO4J_DATABASE: settings.database,
    };
    directory = await writtenDataset(dataset);
    await empty(settings);
  });
  const load = (...args: string[]) => run(['load', directory, '--grace', '0', ...args], { env });

  test('it tells what it did, to people and to programs, and nothing on stderr where nobody watches', async () => {
    const first = await load();
    expect([first.code, first.stderr]).toEqual([0, '']);
    const { nodes, links, version } = dataset;
    const numbers = `${nodes.length} nodes, ${links.length} links, version ${version}`;
    expect(first.stdout).toMatch(/, \d+\.\d s\n$/);
    expect(first.stdout).toContain(`loaded: ${numbers}`);
    expect((await load()).stdout).toContain(`no change: ${numbers}`);
    const json = JSON.parse((await load('--json')).stdout);
    expect(json).toEqual({ changed: false, version, nodes: nodes.length, links: links.length, seconds: expect.any(Number) });
    expect(await graphIn(settings)).toEqual(whole(dataset));
  });

  test('a dataset with a problem leaves the graph as it is', async () => {
    const wrong = await writtenDataset();
    await appendRow(wrong, 'links/serves.csv', { from: 'entity/ITU', to: 'region/atlantis' });
    expect((await run(['load', wrong], { env })).code).toBe(1);
    expect(await graphIn(settings)).toEqual(whole(dataset));
  });
});

describeOnOwnNeo4j('a database that cannot take a load', () => {
  let directory: string;
  let server: Server;
  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), 'wsis-neo4j-small-'));
    server = await startServer({ directory, settings: { 'db.memory.transaction.max': '4m' } });
  });
  afterAll(async () => {
    if (server) await endServer(server, 'SIGKILL');
    await rm(directory, { recursive: true, force: true });
  });

  test('row 48: has no memory for the transaction: the step and the reason are told, the exit code is 1, and nothing is left', async () => {
    const { code, stdout, stderr } = await run(['load'], { env: { NEO4J_URI: server.uri, NEO4J_PASSWORD: '' } });
    expect([code, stdout]).toEqual([1, '']);
    expect(stderr).toMatch(/failed while writing (nodes|links): the transaction is too large for the memory of the database/);
    const settings = { uri: server.uri, username: 'neo4j', password: '', database: 'neo4j' };
    expect(await graphIn(settings)).toMatchObject({ version: null, rest: 0 });
  });
});

/**
 * A real Neo4j for tests: that of NEO4J_URI, else one started from its Maven artifacts.
 *
 * Neo4j Community has one database, and each file of tests replaces what is in it. So every worker of jest has a server of its own, which it keeps
 * for the run: a worker runs one file at a time, nothing waits, and a run starts no more servers than it has workers. One given by NEO4J_URI is
 * taken in turn. The servers end with the run (teardown.ts), and by themselves when the run is killed.
 */
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Neo4jSettings } from '../../src/store/neo4j/driver.js';
import { whyNot } from './neo4j/install.js';
import { type Server, startServer } from './neo4j/server.js';

export interface Neo4jForTests extends Neo4jSettings {
  /** gives the server back; it goes on for the next file of tests */
  stop(): Promise<void>;
}

const given = process.env.NEO4J_URI?.trim();

/** A database to which more time is given than the program gives, in milliseconds: for tests of what is answered, not of how soon. */
export const patiently = (settings: Neo4jSettings): Neo4jSettings => ({
  ...settings,
  connectionTimeout: 20_000,
  acquisitionTimeout: 20_000,
  reachTimeout: 20_000,
  transactionTimeout: 40_000,
  deadline: 60_000,
});

/** Why there is no Neo4j for tests; null when there is one. */
export const neo4jMissing = (): string | null => (given ? null : process.env.NEO4J_TESTS_NONE || null);

/** A database to replace the content of; null where there is none. */
export async function neo4jForTests(): Promise<Neo4jForTests | null> {
  if (given) return fromEnvironment(given);
  if (neo4jMissing()) return null;
  const note = join(runDirectory(), `worker-${process.env.JEST_WORKER_ID ?? 0}.json`);
  if (!existsSync(note)) {
    const server = await startServer({ directory: note.replace('.json', ''), owner: Number(process.env.NEO4J_TESTS_OWNER) });
    writeFileSync(note, JSON.stringify(server));
  }
  const { uri } = JSON.parse(readFileSync(note, 'utf8')) as Server;
  return { uri, username: 'neo4j', password: '', database: 'neo4j', stop: async () => undefined };
}

async function fromEnvironment(uri: string): Promise<Neo4jForTests> {
  const { NEO4J_USERNAME = 'neo4j', NEO4J_PASSWORD = '', NEO4J_DATABASE = 'neo4j' } = process.env;
  const turn = join(runDirectory(), 'turn');
  for (;;) {
    try {
      mkdirSync(turn);
      break;
    } catch {
      await pause(200);
    }
  }
  const stop = async () => rmSync(turn, { recursive: true, force: true });
  return { uri, username: NEO4J_USERNAME, password: NEO4J_PASSWORD, database: NEO4J_DATABASE, stop };
}

function runDirectory(): string {
  const run = process.env.NEO4J_TESTS_RUN;
  if (!run) throw new Error('jest.config.js must name tests/support/setup.ts as globalSetup');
  return run;
}

/** Describes tests that need Neo4j; where there is none they are skipped with the reason, or fail with REQUIRE_NEO4J=1. */
export function describeWithNeo4j(name: string, define: () => void, missing = neo4jMissing()): void {
  if (!missing) describe(name, define);
  else if (process.env.REQUIRE_NEO4J === '1') {
    test(`${name}: needs Neo4j`, () => {
      throw new Error(`REQUIRE_NEO4J is 1, and there is no Neo4j: NEO4J_URI not set, ${missing}`);
    });
  } else describe.skip(`${name} (no Neo4j: NEO4J_URI not set, ${missing})`, define);
}

/** As `describeWithNeo4j`, on a database that the tests may replace the content of: `open` gives its settings from beforeAll on. */
export function describeOnNeo4j(name: string, define: (open: () => Neo4jSettings) => void): void {
  describeWithNeo4j(name, () => {
    let database: Neo4jForTests | null = null;
    // Waiting for one's turn may take as long as the other files take.
    beforeAll(async () => {
      database = await neo4jForTests();
    }, 1_800_000);
    afterAll(() => database?.stop());
    define(() => {
      if (!database) throw new Error('ask for the database in a hook or a test, not while describing');
      const { stop: _, ...settings } = database;
      return settings;
    });
  });
}

/** As `describeWithNeo4j`, for tests that start, kill and restart servers of their own: NEO4J_URI is of no use to them. */
export function describeOnOwnNeo4j(name: string, define: () => void): void {
  describeWithNeo4j(name, define, given ? whyNot() : neo4jMissing());
}

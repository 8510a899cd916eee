/** `npm run bench`: prepares datasets and databases, holds the contests, and writes what it found. */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import { settings } from '../../src/config.js';
import { loadDataset } from '../../src/dataset/read-dataset.js';
import type { Dataset } from '../../src/domain/records.js';
import { whyNot } from '../support/neo4j/install.js';
import { ask, asWe, type Contestant } from './compare.js';
import { contest, type Effort } from './contest.js';
import { difference } from './equal.js';
import { type Options, readOptions, type Store } from './options.js';
import { askedOfNeo4jGraphql } from './peers/neo4j-graphql-questions.js';
import type { Ready } from './peers/ready-bytes.js';
import { plotOf } from './plot.js';
import { compareLoads, type Database, datasetFolder, heapFor, openDatabase } from './prepare.js';
import { type Running, root, start } from './processes.js';
import { bodyOf, type Question, questionsOn } from './questions.js';
import { printReport } from './report.js';
import { nameOfSize, type Results } from './results.js';
import { synthesis } from './synthetic.js';

/** Our server as it is delivered; its answer cache is an option, where it has one. */
const hasCache = 'RESPONSE_CACHE_BYTES' in settings;
const withoutCache: Record<string, string> = hasCache ? { RESPONSE_CACHE_BYTES: '0' } : {};
const serveOurs = (env: Record<string, string>, size = 0) =>
  start({ script: 'dist/main.js', args: ['serve'], env: { HOST: '127.0.0.1', PORT: '0', ...env }, ...heapFor(size) });

/** What everybody can ask but @neo4j/graphql and hand-written servers cannot: ranked names are a product of ours. */
const withoutNames = [
  'FirstPage',
  'FirstPageWithTotal',
  'Nested',
  'Lookup',
  'WhatATextCites',
  'LineageOfAResolution',
  'WhoReportedOnAnActionLine',
  'ActionLineBySdg',
];

function tell(what: string): void {
  if (process.stderr.isTTY) process.stderr.write(`\r\u001b[K${what}`);
}

/** The packages of the peers are installed here, and nowhere else. */
function installPeers(): void {
  if (existsSync(join(import.meta.dirname, 'node_modules', 'autocannon'))) return;
  tell('installing the peers');
  execFileSync('npm', ['ci', '--ignore-scripts', '--no-fund', '--no-audit'], {
    cwd: import.meta.dirname,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
}

class Bench {
  readonly results: Results;
  /** the answers of the embedded store, which those of Neo4j must equal */
  private readonly truths = new Map<string, unknown>();

  constructor(
    private readonly options: Options,
    private readonly real: Dataset,
  ) {
    const { out: _, ...shown } = options;
    const processors = `${cpus().length} x ${cpus()[0]?.model.trim() || 'processor'}, ${Math.round(totalmem() / 2 ** 30)} GB`;
    const commit = execFileSync('git', ['rev-parse', '--short', 'HEAD'], { cwd: root, encoding: 'utf8' }).trim();
    const about = { date: new Date().toISOString(), commit, node: process.version, processors, options: shown, hasCache, minutes: 0 };
    this.results = { about, starts: [], contests: [], stored: [], loads: null, remarks: [] };
  }

  /** The real dataset as everybody starts it first: from the start of the process to the first answer, the middle of five. */
  async measureStart(): Promise<void> {
    const begun: { seconds: number; memory: number }[] = [];
    for (let round = 0; round < 5; round += 1) {
      tell('starting with the real dataset');
      begun.push(await this.firstAnswer(await serveOurs({}), true));
    }
    const middle = begun.sort((a, b) => a.seconds - b.seconds)[2];
    this.results.starts.push({ size: null, store: 'embedded', ...(middle as { seconds: number; memory: number }) });
  }

  /** Both stores with a dataset, and the contests on them. */
  async measureSize(size: number): Promise<void> {
    tell(`writing the dataset of ${nameOfSize(size)}`);
    const folder = await datasetFolder(this.real, size);
    const { contribution } = synthesis(this.real);
    const all = questionsOn(this.real, (random) => contribution(Math.floor(random() * size)).node.id);
    const questions = all.filter(({ name }) => this.options.questions.includes(name));
    const { stores } = this.options;
    if (stores.includes('embedded')) await this.attempt(size, 'embedded', () => this.embedded(size, folder, questions));
    if (stores.includes('neo4j')) await this.attempt(size, 'neo4j', () => this.neo4j(size, folder, questions));
  }

  /** The load of the greatest dataset that takes no more than minutes, beside a bare one. */
  async measureLoads(): Promise<void> {
    const size = this.options.sizes.filter((each) => each <= 100_000).at(-1);
    if (!this.options.loads || !this.options.stores.includes('neo4j') || !size) return;
    tell(`loading ${nameOfSize(size)} into an empty Neo4j, twice`);
    const loads = await compareLoads(await datasetFolder(this.real, size), size);
    this.results.loads = loads && { size, ...loads };
  }

  private async attempt(size: number, store: Store, work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      this.results.remarks.push(`${store}, ${nameOfSize(size)}: ${(error as Error).message}`);
    }
  }

  private async firstAnswer(server: Running, stop = false): Promise<{ seconds: number; memory: number }> {
    const asked = performance.now();
    await ask(server.url, JSON.stringify({ query: '{ actionLine(id: "C7") { name reportingEntities { nodes { name } } } }' }));
    const seconds = server.startSeconds + (performance.now() - asked) / 1000;
    const memory = server.memory().now;
    if (stop) await server.stop();
    return { seconds, memory };
  }

  private async embedded(size: number, folder: string, questions: readonly Question[]): Promise<void> {
    const { peers } = this.options;
    tell(`starting with ${nameOfSize(size)}`);
    const ours = await serveOurs({ DATASET: folder, ...withoutCache }, size);
    const begun = await this.firstAnswer(ours);
    const servers = [ours];
    try {
      const contestants = [asWe('wsis-graph', ours)];
      if (peers.includes('mercurius')) {
        const mercurius = await start({ script: 'tests/bench/peers/mercurius.ts', env: { DATASET: folder }, ...heapFor(size) });
        servers.push(mercurius);
        contestants.push(asWe('mercurius', mercurius, withoutNames));
      }
      await this.compareStores(ours.url, size, questions);
      await this.hold(size, 'embedded', false, questions, contestants);
      this.results.starts.push({ size, store: 'embedded', ...begun, memoryAfter: ours.memory().now });
    } finally {
      for (const server of servers) await server.stop();
    }
    // What is ready does not depend on how much there is.
    if (peers.includes('ready') && size === this.options.sizes[0]) await this.cached(size, folder, questions);
  }

  /** The same four requests of each question again and again, beside a server that has the answers ready. */
  private async cached(size: number, folder: string, questions: readonly Question[]): Promise<void> {
    const few = questions.map((question) => ({ ...question, variables: question.variables.slice(0, 4) }));
    const ours = await serveOurs({ DATASET: folder }, size);
    const file = join(mkdtempSync(join(tmpdir(), 'wsis-bench-')), 'ready.json');
    let ready: Running | undefined;
    try {
      const answers: Ready[] = [];
      for (const question of few)
        for (const variables of question.variables) {
          const request = bodyOf(question, variables);
          const { headers, text } = await ask(ours.url, request);
          // These are of the connection, and Node makes them.
          for (const name of ['connection', 'keep-alive', 'date', 'transfer-encoding']) delete headers[name];
          answers.push({ request, headers, body: text });
        }
      writeFileSync(file, JSON.stringify(answers));
      ready = await start({ script: 'tests/bench/peers/ready-bytes.ts', env: { BENCH_READY: file } });
      await this.hold(size, 'embedded', true, few, [asWe('wsis-graph', ours), asWe('ready bytes', ready)]);
    } finally {
      await ours.stop();
      await ready?.stop();
      rmSync(join(file, '..'), { recursive: true, force: true });
    }
  }

  private async neo4j(size: number, folder: string, questions: readonly Question[]): Promise<void> {
    const reason = process.env.NEO4J_URI ? null : whyNot();
    if (reason) throw new Error(`Neo4j cannot be run here: ${reason}; set NEO4J_URI`);
    tell(`loading ${nameOfSize(size)} into Neo4j, where it is not there yet`);
    const database = await openDatabase(this.real, folder, size);
    try {
      await this.onDatabase(database, size, questions);
      const { loadSeconds, loaderMemory } = database;
      this.results.stored.push({ size, loadSeconds, loaderMemory, memory: database.memory() });
    } finally {
      await database.close();
    }
  }

  private async onDatabase({ env, cpu }: Database, size: number, questions: readonly Question[]): Promise<void> {
    const { peers } = this.options;
    const ours = await serveOurs({ ...env, ...withoutCache });
    const servers = [ours];
    try {
      const begun = await this.firstAnswer(ours);
      const withDatabase = (server: Running) => ({ url: server.url, cpu: () => server.cpu() + cpu() });
      const contestants = [asWe('wsis-graph', withDatabase(ours))];
      if (peers.includes('driver')) {
        const driver = await start({ script: 'tests/bench/peers/driver.ts', env });
        servers.push(driver);
        contestants.push(asWe('driver', withDatabase(driver), withoutNames));
      }
      if (peers.includes('neo4j-graphql')) {
        const other = await start({ script: 'tests/bench/peers/neo4j-graphql.ts', env });
        servers.push(other);
        contestants.push(asNeo4jGraphql(withDatabase(other)));
      }
      await this.compareStores(ours.url, size, questions);
      await this.hold(size, 'neo4j', false, questions, contestants);
      this.results.starts.push({ size, store: 'neo4j', ...begun, memoryAfter: ours.memory().now });
    } finally {
      for (const server of servers) await server.stop();
    }
  }

  /** Both stores give one answer; which of them is asked first does not matter. */
  private async compareStores(url: string, size: number, questions: readonly Question[]): Promise<void> {
    for (const question of questions)
      for (const variables of question.variables.slice(0, 4)) {
        const body = bodyOf(question, variables);
        const { data } = (await ask(url, body).catch(() => ({ json: {} }))).json as { data?: unknown };
        const key = `${size} ${body}`;
        const fault = data && this.truths.has(key) ? difference(this.truths.get(key), data) : null;
        if (fault) this.results.remarks.push(`${question.name}, ${nameOfSize(size)}: the stores differ: ${fault}`);
        if (data) this.truths.set(key, data);
      }
  }

  /** The database runs its statements interpreted at first, and compiles what it runs often. */
  private effort(store: Store): Effort {
    const { rounds, seconds } = this.options;
    return { rounds, seconds, warmUp: store === 'neo4j' ? 25 * seconds : seconds };
  }

  private async hold(
    size: number,
    store: Store,
    cached: boolean,
    questions: readonly Question[],
    contestants: readonly Contestant[],
  ): Promise<void> {
    const where = `${store} ${nameOfSize(size)}${cached ? ' cached' : ''}`;
    const { measured, remarks } = await contest(questions, contestants, this.effort(store), (what) => tell(`${where}: ${what}`));
    this.results.contests.push({ size, store, cached, measured });
    this.results.remarks.push(...remarks.map((remark) => `${where}: ${remark}`));
  }
}

const asNeo4jGraphql = (server: Pick<Running, 'url' | 'cpu'>): Contestant => ({
  name: 'neo4j-graphql',
  ...server,
  body: ({ operation }, variables) => {
    const asked = askedOfNeo4jGraphql[operation];
    return asked ? JSON.stringify({ query: asked.query, variables: asked.variables(variables) }) : null;
  },
  shape: ({ operation }, data) => askedOfNeo4jGraphql[operation]?.shape(data as Record<string, unknown>),
});

async function main(): Promise<void> {
  const options = readOptions(process.argv.slice(2));
  const begun = performance.now();
  if (!existsSync(join(root, 'dist', 'main.js'))) throw new Error('dist/ is missing: run `npm run build`.');
  installPeers();
  const bench = new Bench(options, await loadDataset(join(root, 'seed')));
  mkdirSync(options.out, { recursive: true });
  const write = () => {
    bench.results.about.minutes = (performance.now() - begun) / 60_000;
    writeFileSync(join(options.out, 'results.json'), `${JSON.stringify(bench.results, null, 2)}\n`);
    writeFileSync(join(options.out, 'report.md'), printReport(bench.results));
    if (bench.results.contests.length) writeFileSync(join(options.out, 'cost.svg'), plotOf(bench.results.contests));
  };
  await bench.measureStart();
  for (const size of options.sizes) {
    await bench.measureSize(size);
    // What was found is not lost when something later fails.
    write();
  }
  await bench.measureLoads();
  write();
  tell('');
  process.stdout.write(printReport(bench.results));
}

main().catch((error: Error) => {
  tell('');
  process.stderr.write(`${error.stack}\n`);
  process.exitCode = 1;
});

/** `npm run soak`: the built program under the same load for minutes, its load generator beside it. See --help and verdict.ts. */
import { fork } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { type Running, run as runProgram, start } from '../bench/processes.js';
import { endServer, removeData, type Server, startServer } from '../support/neo4j/server.js';
import { type Options, readOptions } from './options.js';
import type { Pace, Second, Target } from './second.js';
import { type Claim, errorsOf, type Outage, quantile, type Sample, verdictOf } from './verdict.js';

/** Seconds that the database is away. */
const away = 4;

interface Asker {
  pace(pace: Pace): void;
  /** the next second as it is told */
  next(): Promise<Second>;
  stop(): void;
}

async function startAsker(target: Target): Promise<Asker> {
  const child = fork(join(import.meta.dirname, 'asker.ts'), [JSON.stringify(target)], { execArgv: ['--import', 'tsx'] });
  let waiting: (second: Second) => void = () => undefined;
  let failed: (error: Error) => void = () => undefined;
  child.on('exit', (code) => failed(new Error(`the load generator ended with ${code}`)));
  process.once('exit', () => child.kill());
  await new Promise<void>((done, rejected) => {
    failed = rejected;
    child.once('message', () => done());
  });
  child.on('message', (second: Second) => waiting(second));
  const next = () =>
    new Promise<Second>((done, rejected) => {
      [waiting, failed] = [done, rejected];
    });
  return { pace: (pace) => void child.send(pace), next, stop: () => child.disconnect() };
}

class Soak {
  readonly samples: Sample[] = [];

  constructor(
    private readonly options: Options,
    private readonly server: Running,
    private readonly asker: Asker,
  ) {}

  private tell(line: string): void {
    if (!this.options.json) process.stdout.write(`${line}\n`);
  }

  private async second(): Promise<Sample> {
    const second = await this.asker.next();
    return { ...second, memory: this.server.memory().now };
  }

  /** Answers a second that the server gives when it is always busy. */
  async capacity(): Promise<number> {
    this.asker.pace({ atOnce: this.options.connections });
    const seconds: Sample[] = [];
    while (seconds.length < this.options.finding) seconds.push(await this.second());
    this.asker.pace('rest');
    await pause(2000);
    const last = seconds.slice(-10);
    const found = last.reduce((all, { answers }) => all + answers, 0) / last.length;
    this.tell(`It can give ${Math.round(found)} answers a second; ${Math.round(seconds.at(-1)?.memory ?? 0)} MB.`);
    return found;
  }

  async load(rate: number): Promise<void> {
    const { minutes } = this.options;
    this.tell(`Asking ${Math.round(rate)} a second for ${minutes} minutes.\n   time     MB  answers/s   p50 ms   p99 ms  refused  errors`);
    this.asker.pace({ rate });
    while (this.samples.length < minutes * 60) {
      this.samples.push(await this.second());
      if (this.samples.length % 10 === 0) this.tell(row(this.samples.length, this.samples.slice(-10)));
    }
  }

  /** Kills the database and brings it back under the load; seconds from its return to three seconds of the full rate without an error. */
  async outage(rate: number, kill: () => Promise<void>, bringBack: () => Promise<void>): Promise<Outage> {
    const during: Sample[] = [];
    let going = true;
    const watching = (async () => {
      while (going) {
        during.push(await this.second());
        this.tell(row(this.samples.length + during.length, during.slice(-1)));
      }
    })();
    await kill();
    await pause(away * 1000);
    await bringBack();
    const returned = during.length;
    const isFull = (sample: Sample | undefined) => sample !== undefined && errorsOf(sample) === 0 && sample.answers >= 0.95 * rate;
    const full = () => during.findIndex((_, at) => at >= returned && [0, 1, 2].every((later) => isFull(during[at + later])));
    while (full() < 0 && during.length < returned + 60) await pause(200);
    going = false;
    await watching;
    const counts: Record<string, number> = {};
    for (const { errors } of during) for (const [name, count] of Object.entries(errors)) counts[name] = (counts[name] ?? 0) + count;
    return { back: full() < 0 ? Number.POSITIVE_INFINITY : full() - returned, errors: counts };
  }
}

const row = (at: number, seconds: readonly Sample[]): string => {
  const times = seconds.flatMap(({ times }) => times);
  const mean = (of: (sample: Sample) => number) => seconds.reduce((all, sample) => all + of(sample), 0) / seconds.length;
  const cells = [
    `${Math.floor(at / 60)}:${String(at % 60).padStart(2, '0')}`.padStart(7),
    mean(({ memory }) => memory)
      .toFixed(0)
      .padStart(6),
    mean(({ answers }) => answers)
      .toFixed(0)
      .padStart(10),
    quantile(times, 0.5).toFixed(1).padStart(8),
    quantile(times, 0.99).toFixed(1).padStart(8),
    String(seconds.reduce((all, { refused }) => all + refused, 0)).padStart(8),
    String(seconds.reduce((all, sample) => all + errorsOf(sample), 0)).padStart(7),
  ];
  return cells.join(' ');
};

const printClaim = ({ name, value, limit, unit, holds }: Claim): string =>
  `${holds ? 'holds' : 'FAILS'}  ${name}: ${Number.isInteger(value) ? value : value.toFixed(2)} ${unit} (at most ${limit})`;

async function soak(options: Options): Promise<void> {
  const directory = mkdtempSync(join(tmpdir(), 'wsis-soak-'));
  let database: Server | null = null;
  let server: Running | null = null;
  let asker: Asker | null = null;
  try {
    if (options.neo4j) database = await startServer({ directory });
    const env: Record<string, string> = database ? { NEO4J_URI: database.uri, NEO4J_PASSWORD: '' } : {};
    if (database) await runProgram({ script: 'dist/main.js', args: ['load', '--json'], env });
    const serve = { script: 'dist/main.js', args: ['serve'], env: { HOST: '127.0.0.1', PORT: '0', ...env } };
    server = await start({ ...serve, ...(options.heap ? { heap: options.heap } : {}) });
    asker = await startAsker({ url: server.url, distinct: options.distinct });
    const run = new Soak(options, server, asker);
    const rate = options.rate ?? options.load * (await run.capacity());
    await run.load(rate);
    const kill = async () => database && endServer(database, 'SIGKILL');
    const bringBack = async () => {
      if (database) database = await startServer({ directory, port: database.port });
    };
    const outage = options.outage ? await run.outage(rate, async () => void (await kill()), bringBack) : null;
    const claims = verdictOf(run.samples, outage);
    const store = options.neo4j ? 'neo4j' : 'embedded';
    if (options.json) process.stdout.write(`${JSON.stringify({ store, rate, claims, outage, seconds: run.samples.map(brief) })}\n`);
    else
      process.stdout.write(
        `${outage ? `while the database was away: ${JSON.stringify(outage.errors)}\n` : ''}${claims.map(printClaim).join('\n')}\n`,
      );
    process.exitCode = claims.every(({ holds }) => holds) ? 0 : 1;
  } finally {
    asker?.stop();
    await server?.stop();
    if (database) await endServer(database);
    removeData(directory);
  }
}

const brief = ({ times, ...rest }: Sample) => ({ ...rest, p50: quantile(times, 0.5), p99: quantile(times, 0.99) });

soak(readOptions(process.argv.slice(2))).catch((error: Error) => {
  process.stderr.write(`${error.stack}\n`);
  process.exitCode = 2;
});

/** `npm run judge -- <name>`: puts an outside judge before the built program, with a witness between them. See README.md. */
import { spawn } from 'node:child_process';
import { closeSync, existsSync, mkdirSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { Argument, Command, InvalidArgumentError } from 'commander';
import { buildSchema } from 'graphql';
import { root, run, start } from '../bench/processes.js';
import { endServer, removeData, startServer } from '../support/neo4j/server.js';
import { Witness } from './witness.js';

interface Judge {
  /** package of PyPI, with its version */
  requirement: string;
  command(url: string, directory: string, examples: number): string[];
}

const judges: Record<string, Judge> = {
  schemathesis: {
    requirement: 'schemathesis==4.32.5',
    command: (url, _, examples) => [
      '-m',
      'schemathesis.cli',
      'run',
      url,
      '--max-examples',
      String(examples),
      '--no-shrink',
      '--continue-on-failure',
    ],
  },
  graphqler: {
    requirement: 'GraphQLer==2.1.9',
    command: (url, directory) => ['-m', 'graphqler', '--url', url, '--path', directory, '--mode', 'run'],
  },
};

interface Options {
  neo4j?: boolean;
  examples: number;
  minutes: number;
  json?: boolean;
}

/** What the judges print themselves. */
const logs = join(root, 'artefacts', 'judges');
const environments = join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'wsis-graph-judges');

/** Runs a program, what it prints into a file; gives its exit code. */
async function execute(program: string, args: readonly string[], cwd: string, minutes: number, log: string): Promise<number | null> {
  const output = openSync(log, 'a');
  const child = spawn(program, args, { cwd, stdio: ['ignore', output, output], timeout: minutes * 60_000, killSignal: 'SIGKILL' });
  closeSync(output);
  return new Promise((done, failed) => {
    child.on('error', failed);
    child.on('close', done);
  });
}

/** The Python of a judge, in an environment of its own. */
async function pythonOf({ requirement }: Judge, log: string): Promise<string> {
  const directory = join(environments, requirement.replace('==', '-'));
  const python = join(directory, 'bin', 'python');
  if (existsSync(python)) return python;
  mkdirSync(environments, { recursive: true });
  const steps = [
    ['python3', '-m', 'venv', '--clear', directory],
    [python, '-m', 'pip', 'install', '--quiet', requirement],
  ];
  for (const [program = '', ...args] of steps) {
    if ((await execute(program, args, environments, 10, log)) === 0) continue;
    rmSync(directory, { recursive: true, force: true });
    throw new Error(`${requirement} cannot be installed; see ${log}.`);
  }
  return python;
}

/** The environment that names a Neo4j of our own with the dataset in it, and its end. */
async function openNeo4j(): Promise<{ env: Record<string, string>; close(): Promise<void> }> {
  const directory = mkdtempSync(join(tmpdir(), 'wsis-judges-neo4j-'));
  const server = await startServer({ directory });
  const env = { NEO4J_URI: server.uri, NEO4J_PASSWORD: '' };
  const close = async () => {
    await endServer(server);
    removeData(directory);
  };
  await run({ script: 'dist/main.js', args: ['load', '--json'], env }).catch((error) => close().then(() => Promise.reject(error)));
  return { env, close };
}

async function judge(name: string, { neo4j, examples, minutes, json }: Options): Promise<void> {
  const chosen = judges[name] as Judge;
  const store = neo4j ? 'neo4j' : 'embedded';
  mkdirSync(logs, { recursive: true });
  const log = join(logs, `${name}-${store}.log`);
  rmSync(log, { force: true });
  const python = await pythonOf(chosen, log);
  const directory = mkdtempSync(join(tmpdir(), 'wsis-judges-'));
  const database = neo4j ? await openNeo4j() : null;
  const begun = performance.now();
  try {
    const server = await start({ script: 'dist/main.js', args: ['serve'], env: { HOST: '127.0.0.1', PORT: '0', ...database?.env } });
    const witness = new Witness(server.url, buildSchema(readFileSync(join(root, 'schema', 'schema.graphql'), 'utf8')));
    const ended = await execute(python, chosen.command(await witness.listen(), directory, examples), directory, minutes, log);
    witness.close();
    await server.stop();
    const { seen } = witness;
    const result = { judge: chosen.requirement, store, log, minutes: (performance.now() - begun) / 60_000, ended, ...seen };
    process.stdout.write(json ? `${JSON.stringify(result)}\n` : print(result));
    // A judge that asked next to nothing has judged nothing.
    if (seen.faultCount > 0 || seen.answers < 100) process.exitCode = 1;
  } finally {
    await database?.close();
    rmSync(directory, { recursive: true, force: true });
  }
}

function print({
  judge: by,
  store,
  minutes,
  answers,
  whole,
  statuses,
  codes,
  faults,
  faultCount,
}: Record<string, unknown> & Witness['seen']): string {
  const counts = (all: Record<string, number>) =>
    Object.entries(all)
      .map(([name, count]) => `${name} ${count}`)
      .join(', ');
  const lines = [
    `${by} on ${store}: ${answers} answers in ${Number(minutes).toFixed(1)} minutes, ${whole} without an error, ${faultCount} faults`,
    `  by status: ${counts(statuses)}`,
    `  refused by code: ${counts(codes)}`,
    ...faults.map(({ fault, body }) => `  ${fault}\n    ${body}`),
  ];
  return `${lines.join('\n')}\n`;
}

const number = (text: string): number => {
  if (!(Number(text) >= 1)) throw new InvalidArgumentError('It is a number from 1.');
  return Number(text);
};

new Command('npm run judge --')
  .description(
    'Puts an outside judge before the built program. Ends with 1 when an answer is a 5xx, an internal error, or not of the shape that was asked for.',
  )
  .addArgument(new Argument('<judge>').choices(Object.keys(judges)))
  .option('--neo4j', 'on a Neo4j of its own, not on the embedded store')
  .option('--examples <n>', 'questions for each field of Query, for a judge that can be told', number, 500)
  .option('--minutes <n>', 'after which the judge is ended', number, 60)
  .option('--json', 'print the figures as JSON')
  .action(judge)
  .parseAsync()
  .catch((error: Error) => {
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 2;
  });

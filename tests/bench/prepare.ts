/** What contests are held on: datasets as folders and databases that hold them, made once and kept in node_modules/.cache/bench. */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Dataset } from '../../src/domain/records.js';
import { endServer, type Server, startServer } from '../support/neo4j/server.js';
import type { BareLoad } from './bare-load.js';
import { cpuOf, memoryOf, root, run } from './processes.js';

const cache = join(root, 'node_modules', '.cache', 'bench');

/** The heap in MB of the processes that hold a dataset of a million in memory; the default is less on small machines. */
export const heapFor = (size: number): { heap?: number } => (size > 200_000 ? { heap: 12_000 } : {});

/** A name that changes with what a dataset is made of. */
function stampOf(real: Dataset): string {
  const made = ['synthetic.ts', 'random.ts'].map((file) => readFileSync(join(import.meta.dirname, file), 'utf8'));
  return createHash('sha256')
    .update([real.version, ...made].join('\n'))
    .digest('hex')
    .slice(0, 8);
}

/** The folder of the synthetic dataset of a size. */
export async function datasetFolder(real: Dataset, size: number): Promise<string> {
  const folder = join(cache, `dataset-${size}-${stampOf(real)}`);
  if (existsSync(folder)) return folder;
  const unfinished = `${folder}.new`;
  rmSync(unfinished, { recursive: true, force: true });
  mkdirSync(cache, { recursive: true });
  await run({ script: 'tests/bench/write-synthetic.ts', args: ['--contributions', String(size), '--folder', unfinished] });
  renameSync(unfinished, folder);
  return folder;
}

export interface Database {
  env: { NEO4J_URI: string; NEO4J_PASSWORD: string; NEO4J_USERNAME?: string; NEO4J_DATABASE?: string };
  /** seconds that `wsis-graph load` took, in this run or the one that filled the database; null where nobody measured it */
  loadSeconds: number | null;
  /** MB that the loader and the database held */
  loaderMemory: number | null;
  memory(): number;
  /** milliseconds of processor */
  cpu(): number;
  close(): Promise<void>;
}

const load = async (folder: string, env: Database['env'], size: number) => {
  const { output, mostMemory } = await run({ script: 'dist/main.js', args: ['load', folder, '--json'], env, ...heapFor(size) });
  return { ...(JSON.parse(output) as { changed: boolean; seconds: number }), mostMemory };
};

const ownEnv = ({ uri }: Server) => ({ NEO4J_URI: uri, NEO4J_PASSWORD: '' });
const settings = (size: number) => ({
  heap: size > 200_000 ? '4g' : '2g',
  settings: { 'server.memory.pagecache.size': size > 200_000 ? '4g' : '512m' },
});

/** The database of NEO4J_URI, or one of our own that is kept for the next run, with a dataset in it. */
export async function openDatabase(real: Dataset, folder: string, size: number): Promise<Database> {
  const { NEO4J_URI, NEO4J_PASSWORD = '', NEO4J_USERNAME = 'neo4j', NEO4J_DATABASE = 'neo4j' } = process.env;
  if (NEO4J_URI) {
    const env = { NEO4J_URI, NEO4J_PASSWORD, NEO4J_USERNAME, NEO4J_DATABASE };
    const { changed, seconds, mostMemory } = await load(folder, env, size);
    return {
      env,
      loadSeconds: changed ? seconds : null,
      loaderMemory: mostMemory,
      memory: () => Number.NaN,
      cpu: () => Number.NaN,
      close: async () => undefined,
    };
  }
  const directory = join(cache, `neo4j-${size}-${stampOf(real)}`);
  const note = join(directory, 'load.json');
  const server = await startServer({ directory, ...settings(size) });
  const { changed, seconds, mostMemory } = await load(folder, ownEnv(server), size);
  if (changed) writeFileSync(note, JSON.stringify({ seconds, mostMemory }));
  const known = existsSync(note) ? (JSON.parse(readFileSync(note, 'utf8')) as { seconds: number; mostMemory: number }) : null;
  return {
    env: ownEnv(server),
    loadSeconds: known?.seconds ?? null,
    loaderMemory: known?.mostMemory ?? null,
    memory: () => memoryOf(server.pid).now,
    cpu: () => cpuOf(server.pid),
    close: () => endServer(server),
  };
}

/** Seconds of our load and of the bare script, each into an empty database of its own; null where there is only that of NEO4J_URI. */
export async function compareLoads(folder: string, size: number): Promise<{ ours: number; bare: BareLoad } | null> {
  if (process.env.NEO4J_URI) return null;
  const into = async <T>(work: (env: Database['env']) => Promise<T>): Promise<T> => {
    const directory = join(cache, 'neo4j-empty');
    rmSync(directory, { recursive: true, force: true });
    const server = await startServer({ directory, ...settings(size) });
    try {
      return await work(ownEnv(server));
    } finally {
      await endServer(server);
      rmSync(directory, { recursive: true, force: true });
    }
  };
  const ours = await into(async (env) => (await load(folder, env, size)).seconds);
  const bare = await into(async (env) => {
    const { output } = await run({ script: 'tests/bench/bare-load.ts', env: { ...env, DATASET: folder }, ...heapFor(size) });
    return JSON.parse(output) as BareLoad;
  });
  return { ours, bare };
}

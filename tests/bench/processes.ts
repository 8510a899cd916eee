/** The servers that are measured, each a process of its own on a free port of 127.0.0.1. */
import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

export const root = join(import.meta.dirname, '..', '..');
/** How TypeScript is run without a build. */
const tsx = ['--import', 'tsx'];

export interface Running {
  url: string;
  /** seconds from the start of the process to its address */
  startSeconds: number;
  /** MB of memory, now and at most */
  memory(): { now: number; most: number };
  /** milliseconds of processor that it has taken */
  cpu(): number;
  stop(): Promise<void>;
}

export interface Program {
  /** a script: of dist/ in JavaScript, of tests/ in TypeScript */
  script: string;
  args?: readonly string[];
  env?: Record<string, string>;
  /** most of the heap in MB, where the default would not do */
  heap?: number;
}

/** What of the environment would decide something here. */
const ours = /^(HOST|PORT|DATASET|NODE_OPTIONS|RESPONSE_CACHE_.*|NEO4J_.*|BENCH_.*)$/;
const environment = (env: Record<string, string> = {}) => ({
  ...Object.fromEntries(Object.entries(process.env).filter(([name]) => !ours.test(name))),
  ...env,
  NO_COLOR: '1',
});
const argumentsOf = ({ script, args = [], heap }: Program) => [
  ...(heap ? [`--max-old-space-size=${heap}`] : []),
  ...(script.endsWith('.ts') ? tsx : []),
  join(root, script),
  ...args,
];

const running = new Set<ChildProcess>();

/** Whatever ends the bench ends what it started. */
process.once('exit', () => {
  for (const child of running) child.kill('SIGKILL');
});
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1));

/** Starts a server and waits for the address that it prints. */
export async function start(program: Program, patience = 900_000): Promise<Running> {
  const begun = performance.now();
  const child = spawn(process.execPath, argumentsOf(program), {
    cwd: root,
    env: environment(program.env),
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  running.add(child);
  const pid = child.pid as number;
  let errors = '';
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    errors = (errors + text).slice(-2000);
  });
  const ended = new Promise<string>((done) => {
    child.on('close', (code, signal) => {
      running.delete(child);
      done(`${program.script} ended with ${code ?? signal}: ${errors.trim().split('\n').slice(0, 8).join('\n')}`);
    });
  });
  let printed = '';
  const address = new Promise<string>((found) => {
    child.stdout?.setEncoding('utf8').on('data', (text: string) => {
      printed = (printed + text).slice(-4000);
      const url = /http:\/\/127\.0\.0\.1:\d+/.exec(printed)?.[0];
      if (url) found(url);
    });
  });
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, failed) => {
    timer = setTimeout(() => failed(new Error(`${program.script} did not serve within ${patience / 1000} s`)), patience);
  });
  const stop = async () => {
    if (child.exitCode === null && child.signalCode === null) child.kill('SIGTERM');
    const killing = setTimeout(() => child.kill('SIGKILL'), 10_000);
    await ended;
    clearTimeout(killing);
  };
  try {
    const url = await Promise.race([address, late, ended.then((why) => Promise.reject(new Error(why)))]);
    return {
      url: `${url}/graphql`,
      startSeconds: (performance.now() - begun) / 1000,
      memory: () => memoryOf(pid),
      cpu: () => cpuOf(pid),
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  } finally {
    clearTimeout(timer);
  }
}

/** Runs a program to its end and gives what it printed. */
export async function run(program: Program): Promise<{ output: string; mostMemory: number }> {
  const child = spawn(process.execPath, argumentsOf(program), {
    cwd: root,
    env: environment(program.env),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  running.add(child);
  let [output, errors, mostMemory] = ['', '', 0];
  const watch = setInterval(() => {
    mostMemory = Math.max(mostMemory, memoryOf(child.pid as number).most);
  }, 200);
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    output += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    errors += text;
  });
  const code = await new Promise((done) => child.on('close', done));
  running.delete(child);
  clearInterval(watch);
  if (code !== 0) throw new Error(`${program.script} ended with ${code}: ${errors.slice(0, 2000)}`);
  return { output, mostMemory };
}

/** MB that a process holds, and held at most; NaN where the system does not tell. */
export function memoryOf(pid: number): { now: number; most: number } {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    const of = (name: string) => Number(new RegExp(`^${name}:\\s+(\\d+)`, 'm').exec(status)?.[1]) / 1024;
    return { now: of('VmRSS'), most: of('VmHWM') };
  } catch {
    return { now: Number.NaN, most: Number.NaN };
  }
}

/** Milliseconds of processor that a process has taken, by ticks of 10; NaN where the system does not tell. */
export function cpuOf(pid: number): number {
  try {
    // The name of the program stands in brackets and may hold anything.
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /, '')
      .split(' ');
    return (Number(fields[11]) + Number(fields[12])) * 10;
  } catch {
    return Number.NaN;
  }
}

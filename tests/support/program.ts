/** The built program as a person or a service manager starts it: run to its end, or served on a free port until it is stopped. */
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { settings } from '../../src/config.js';
import { expectNothingTold } from './leaks.js';

export const root = resolve(__dirname, '..', '..');
const main = resolve(root, 'dist', 'main.js');

export interface RunOptions {
  env?: Record<string, string>;
  cwd?: string;
  /** options of Node itself */
  node?: readonly string[];
  /** what it reads on standard input */
  input?: string;
  /** milliseconds after which it gets SIGTERM */
  endAfter?: number;
}

export interface Run {
  code: number | null;
  signal: string | null;
  stdout: string;
  stderr: string;
}

function start(
  args: readonly string[],
  { env = {}, cwd = root, node = [] }: RunOptions,
): { child: ChildProcess; end: Promise<Run>; run: Run } {
  if (!existsSync(main)) throw new Error('dist/ is missing: jest builds it by tests/support/setup.ts');
  const known = [...Object.keys(settings), 'NODE_OPTIONS'];
  const clean = Object.fromEntries(Object.entries(process.env).filter(([name]) => !known.includes(name)));
  const child = spawn(process.execPath, [...node, main, ...args], { cwd, env: { ...clean, NO_COLOR: '1', ...env } });
  const run: Run = { code: null, signal: null, stdout: '', stderr: '' };
  child.stdout?.setEncoding('utf8').on('data', (text: string) => {
    run.stdout += text;
  });
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    run.stderr += text;
  });
  const end = new Promise<Run>((done, failed) => {
    child.on('error', failed);
    child.on('close', (code, signal) => done(Object.assign(run, { code, signal })));
  });
  return { child, end, run };
}

/** Runs a command to its end. */
export async function run(args: readonly string[], options: RunOptions = {}): Promise<Run> {
  const { child, end } = start(args, options);
  child.stdin?.on('error', () => undefined);
  child.stdin?.end(options.input ?? '');
  const timer = options.endAfter === undefined ? undefined : setTimeout(() => child.kill('SIGTERM'), options.endAfter);
  return end.finally(() => clearTimeout(timer));
}

export interface Service {
  url: string;
  /** milliseconds from the start of the process to the line that it listens */
  readyAfter: number;
  /** that line of its log */
  listening: Record<string, unknown>;
  /** all that it printed until now */
  output: Run;
  /** what it prints is read no more, as when the program that reads it has ended */
  stopReading(): void;
  /** its end, by itself */
  end: Promise<Run>;
  /** stops it by its pid, and waits for its end */
  stop(signal?: NodeJS.Signals): Promise<Run>;
}

/** Serves on a free port of 127.0.0.1 until it is stopped. */
export async function serve(options: RunOptions = {}): Promise<Service> {
  const begun = Date.now();
  const { child, end, run: output } = start(['serve'], { ...options, env: { HOST: '127.0.0.1', PORT: '0', ...options.env } });
  const listening = await new Promise<{ graphql: string }>((found, failed) => {
    const look = () => {
      const line = /^\{.*"msg":"listening"\}$/m.exec(output.stdout)?.[0];
      if (line) found(JSON.parse(line));
    };
    child.stdout?.on('data', look);
    end.then(({ code, stderr }) => failed(new Error(`it ended with ${code} before it served: ${stderr}`)), failed);
  });
  return {
    url: new URL(listening.graphql).origin,
    readyAfter: Date.now() - begun,
    listening,
    output,
    end,
    stopReading: () => void child.stdout?.destroy(),
    stop: (signal = 'SIGTERM') => {
      if (child.exitCode === null && child.pid) process.kill(child.pid, signal);
      return end;
    },
  };
}

/** The same from the first to the last test of a file, or of a `describe`: known from beforeAll on, and ended with 0. */
export function serving(options: RunOptions = {}): Service {
  const service = {} as Service;
  beforeAll(async () => {
    Object.assign(service, await serve(options));
  });
  afterAll(async () => {
    expect((await service.stop()).code).toBe(0);
  });
  return service;
}

export interface Reply {
  status: number;
  body: string;
  /** the body as JSON; undefined where it is none */
  json: unknown;
}

/** One HTTP request; the body of the answer is read whole. Whatever the test is about, no error may tell what is secret. */
export async function request(url: string, init?: RequestInit): Promise<Reply> {
  const response = await fetch(url, init);
  const body = await response.text();
  if (response.status >= 400 || body.startsWith('{"errors":')) expectNothingTold(body, `${url}\n${init?.body ?? ''}`);
  let json: unknown;
  try {
    json = JSON.parse(body);
  } catch {
    json = undefined;
  }
  return { status: response.status, body, json };
}

export interface GraphqlReply<T = Record<string, never>> {
  data?: T | null;
  errors?: { message: string; path?: (string | number)[]; extensions: { code: string; [key: string]: unknown } }[];
}

/** A GraphQL question by POST, as a client asks it: data and errors, without what is told of the cost. */
export async function post<T>(url: string, query: string, variables?: Record<string, unknown>): Promise<GraphqlReply<T>> {
  const init = { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ query, variables }) };
  const { extensions: _, ...reply } = (await request(`${url}/graphql`, init)).json as GraphqlReply<T> & { extensions?: unknown };
  return reply as GraphqlReply<T>;
}

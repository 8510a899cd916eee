/** A Neo4j server as a process: started on a port and a folder of data, stopped or killed by its id. */
import { spawn } from 'node:child_process';
import { mkdirSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { install, settingsFile } from './install.js';

export interface ServerOptions {
  /** folder of the data; what is there is kept */
  directory: string;
  /** port on 127.0.0.1; a free one when left out */
  port?: number;
  /** id of the process that the server may not outlive; this one when left out */
  owner?: number;
  /** more settings of Neo4j, or others */
  settings?: Record<string, string>;
  /** the greatest heap, as Java wants it */
  heap?: string;
}

export interface Server {
  uri: string;
  port: number;
  pid: number;
}

const java = [...['java.nio', 'java.io', 'sun.nio.ch'].map((name) => `--add-opens=java.base/${name}=ALL-UNNAMED`), '-XX:+UseSerialGC'];

/** Starts a server and waits until it answers: about five seconds. */
export async function startServer({ directory, port, owner = process.pid, settings = {}, heap = '1g' }: ServerOptions): Promise<Server> {
  const classPath = install();
  mkdirSync(directory, { recursive: true });
  const taken = port ?? (await freePort());
  const address = `127.0.0.1:${taken}`;
  const all = { 'server.bolt.listen_address': address, 'server.bolt.advertised_address': address, ...settings };
  const [conf, log] = [join(directory, 'neo4j.conf'), join(directory, 'launcher.log')];
  // A setting may be given once only: one that is set here takes the place of that in the file.
  const rest = readFileSync(settingsFile, 'utf8').replace(/^([a-z._]+)=.*\n/gm, (line, name: string) => (name in all ? '' : line));
  const lines = Object.entries(all).map(([name, value]) => `${name}=${value}\n`);
  writeFileSync(conf, rest + lines.join(''));
  const output = openSync(log, 'w');
  const child = spawn('java', [...java, `-Xmx${heap}`, '-cp', classPath, 'Launcher', join(directory, 'data'), conf, String(owner)], {
    detached: true,
    stdio: ['ignore', output, output],
  });
  let end: string | undefined;
  child.on('error', (error) => {
    end = error.message;
  });
  child.on('exit', (code, signal) => {
    end = `it ended with ${code ?? signal}`;
  });
  const begun = Date.now();
  while (!/^ready$/m.test(readFileSync(log, 'utf8'))) {
    if (end || Date.now() - begun > 120_000)
      throw new Error(`Neo4j did not start: ${end ?? 'not in two minutes'}\n${readFileSync(log, 'utf8')}`);
    await pause(50);
  }
  child.unref();
  return { uri: `bolt://${address}`, port: taken, pid: child.pid as number };
}

/** Ends a server by its id and waits until it is gone; SIGKILL leaves it no time to tidy up. */
export async function endServer({ pid }: Server, signal: NodeJS.Signals = 'SIGTERM'): Promise<void> {
  send(pid, signal);
  for (const begun = Date.now(); isAlive(pid); ) {
    if (Date.now() - begun > 20_000) send(pid, 'SIGKILL');
    await pause(20);
  }
}

export const removeData = (directory: string): void => rmSync(directory, { recursive: true, force: true });

function send(pid: number, signal: NodeJS.Signals | 0): boolean {
  try {
    return process.kill(pid, signal);
  } catch {
    return false;
  }
}

/** A process that has ended but not been waited for is no longer alive. */
function isAlive(pid: number): boolean {
  if (!send(pid, 0)) return false;
  try {
    return !/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'));
  } catch {
    return true;
  }
}

/** A port of 127.0.0.1 that nobody listens on: the wanted one if that is free. */
export async function freePort(wanted = 0): Promise<number> {
  const holder = createServer();
  const port = await new Promise<number>((done, failed) => {
    holder.on('error', wanted ? () => done(freePort()) : failed);
    holder.listen(wanted, '127.0.0.1', () => done((holder.address() as { port: number }).port));
  });
  await new Promise((done) => holder.close(done));
  return port;
}

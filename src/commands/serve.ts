/** `wsis-graph serve`: answers questions over HTTP until it is told to stop. */
import type { AddressInfo } from 'node:net';
import { Command } from 'commander';
import type { FastifyInstance } from 'fastify';
import { explorerDirectory, readConfig } from '../config.js';
import { ErrorCode, PublicError } from '../errors.js';
import { createServer } from '../http/server.js';
import { openStore } from '../store/open-store.js';
import { greet } from './greeting.js';
import { listExamples } from './query.js';

export const serveCommand = () =>
  new Command('serve').description('serve the API over HTTP (settings are read from the environment; see the README)').action(async () => {
    const { neo4j, dataset, host, port, introspection, responseCacheBytes, limits, operation } = readConfig();
    const { logLevel, shutdownSeconds, ...run } = operation;
    let app: FastifyInstance | undefined;
    endOnSignals(() => app, shutdownSeconds);
    const notice = (message: string) => app?.log.warn(message);
    const store = await openStore(neo4j && { ...neo4j, notice }, async () => (await import('./progress.js')).readWithProgress(dataset));
    app = await createServer(store, {
      ...run,
      introspection,
      responseCacheBytes,
      limits,
      explorer: explorerDirectory,
      operations: await exampleOperations(),
      log: { level: logLevel, secrets: neo4j ? [neo4j.password] : [] },
      // What remains is for closing connections and the store.
      grace: shutdownSeconds * 800,
    });
    endOnFault(app);
    await greet(await listen(app, host, port), store, app.log, neo4j?.uri);
  });

/** Ends by SIGTERM and SIGINT with 0: at once while nothing is served yet, else when what is under way is finished, in the given time at the latest. */
function endOnSignals(server: () => FastifyInstance | undefined, seconds: number): void {
  let ending = false;
  const end = async () => {
    if (ending) return;
    ending = true;
    setTimeout(() => process.exit(0), seconds * 1000).unref();
    await server()?.close();
    // Nothing that is still open, such as a connection to a database that says nothing, is worth waiting for.
    process.exit(0);
  };
  process.on('SIGTERM', end);
  process.on('SIGINT', end);
}

/** A fault that nobody caught is told in the log, and ends the process: what it left behind is not known. */
function endOnFault(app: FastifyInstance): void {
  process.on('uncaughtException', (err) => {
    app.log.fatal({ err }, 'uncaught error');
    process.exit(1);
  });
}

/** The names of the operations in the named examples. */
async function exampleOperations(): Promise<string[]> {
  const examples = await listExamples();
  return examples.flatMap(({ query }) => /^query (\w+)/m.exec(query)?.[1] ?? []);
}

/** Listens, and says plainly why it cannot. */
async function listen(app: FastifyInstance, host: string, port: number): Promise<string> {
  try {
    await app.listen({ host, port });
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    const reason = code === 'EADDRINUSE' ? 'the port is in use; set PORT to another, or to 0 for a free one' : message;
    throw new PublicError(ErrorCode.UNAVAILABLE, `Cannot listen on ${host}:${port}: ${reason}.`);
  }
  const { address, port: taken, family } = app.server.address() as AddressInfo;
  return `http://${family === 'IPv6' ? `[${address}]` : address}:${taken}`;
}

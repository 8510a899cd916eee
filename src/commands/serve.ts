/** `wsis-graph serve`: answers questions over HTTP until it is told to stop. */
import type { AddressInfo } from 'node:net';
import { Command } from 'commander';
import type { FastifyInstance } from 'fastify';
import { explorerDirectory, readConfig } from '../config.js';
import { ErrorCode, PublicError } from '../errors.js';
import { createServer } from '../http/server.js';
import type { GraphStore } from '../store/graph-store.js';
import { openStore } from '../store/open-store.js';

export const serveCommand = () =>
  new Command('serve').description('serve the API over HTTP (settings are read from the environment; see the README)').action(async () => {
    const { neo4j, dataset, host, port, introspection, responseCacheBytes, limits } = readConfig();
    let app: FastifyInstance | undefined;
    const notice = (message: string) => app?.log.warn(message);
    const store = await openStore(neo4j && { ...neo4j, notice }, async () => (await import('./progress.js')).readWithProgress(dataset));
    app = await createServer(store, { introspection, responseCacheBytes, limits, explorer: explorerDirectory, log: true });
    stopOnSignals(app);
    const address = await listen(app, host, port);

    console.log(`wsis-graph: ${await contents(store)} (${neo4j ? `Neo4j at ${neo4j.uri}` : 'embedded store'})`);
    console.log(`Explorer:   ${address}/`);
    console.log(`GraphQL:    ${address}/graphql`);
    console.log(
      `Try:        curl -s ${address}/graphql -H 'content-type: application/json' -d '{"query":"{ actionLine(id: \\"C7\\") { name reportingEntities { nodes { name } } } }"}'`,
    );
    console.log('Examples:   npx wsis-graph query --list');
  });

/** What is in the store, or why it cannot be told yet. */
async function contents(store: GraphStore): Promise<string> {
  try {
    const { counts, linkCounts, datasetVersion } = await store.info();
    const sum = (rows: readonly { count: number }[]) => rows.reduce((total, row) => total + row.count, 0);
    return `${sum(counts)} nodes and ${sum(linkCounts)} links, dataset ${datasetVersion}`;
  } catch (error) {
    if (error instanceof PublicError) return `not ready: ${error.message} /readyz tells when it is.`;
    throw error;
  }
}

function stopOnSignals(app: FastifyInstance): void {
  let stopping = false;
  const stop = async () => {
    if (stopping) return;
    stopping = true;
    // Requests have a deadline of 5 seconds; who is not done by now does not read its answer.
    setTimeout(() => app.server.closeAllConnections(), 8000).unref();
    await app.close();
    // A database that says nothing may hold a connection open; nothing is lost with it.
    setTimeout(() => process.exit(), 1000).unref();
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
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

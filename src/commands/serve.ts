/** `wsis-graph serve`: answers questions over HTTP until it is told to stop. */
import type { AddressInfo } from 'node:net';
import { Command } from 'commander';
import { readConfig } from '../config.js';
import { loadDataset } from '../dataset/read-dataset.js';
import { ErrorCode, PublicError } from '../errors.js';
import { createServer } from '../http/server.js';
import { openStore } from '../store/open-store.js';

export const serveCommand = () =>
  new Command('serve').description('serve the API over HTTP (HOST, PORT and DATASET are read from the environment)').action(async () => {
    const config = readConfig();
    const store = await openStore(() => loadDataset(config.dataset));
    const { counts, linkCounts, datasetVersion } = await store.info();
    const app = await createServer(store, { introspection: config.introspection, log: true });
    const address = await listen(app, config.host, config.port);

    const sum = (rows: readonly { count: number }[]) => rows.reduce((total, row) => total + row.count, 0);
    console.log(`wsis-graph: ${sum(counts)} nodes and ${sum(linkCounts)} links, dataset ${datasetVersion}`);
    console.log(`GraphQL:    ${address}/graphql`);
    console.log(
      `Try:        curl -s ${address}/graphql -H 'content-type: application/json' -d '{"query":"{ actionLine(id: \\"C7\\") { name reportingEntities { nodes { name } } } }"}'`,
    );
    console.log('Examples:   npx wsis-graph query --list');

    let stopping = false;
    const stop = async () => {
      if (stopping) return;
      stopping = true;
      await app.close();
    };
    process.on('SIGTERM', stop);
    process.on('SIGINT', stop);
  });

/** Listens, and says plainly why it cannot. */
async function listen(app: Awaited<ReturnType<typeof createServer>>, host: string, port: number): Promise<string> {
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

/** The HTTP server in process, over a store of the test's choice, on a free port until the file of tests ends. */
import type { FastifyInstance } from 'fastify';
import { createServer, type ServerOptions } from '../../src/http/server.js';
import type { GraphStore } from '../../src/store/graph-store.js';
import { openMemoryStore } from '../../src/store/memory/open.js';
import { smallDataset } from './small-dataset.js';

const servers: FastifyInstance[] = [];
afterAll(() => Promise.all(servers.map((server) => server.close())));

export interface Served {
  url: string;
  app: FastifyInstance;
}

/** Serves without answers kept ready, so that each question reaches the store. */
export async function served(options: Partial<ServerOptions> = {}, store: GraphStore = openMemoryStore(smallDataset())): Promise<Served> {
  const app = await createServer(store, { introspection: true, responseCacheBytes: 0, explorer: '', log: false, ...options });
  servers.push(app);
  return { url: await app.listen({ host: '127.0.0.1', port: 0 }), app };
}

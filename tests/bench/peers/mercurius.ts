/** Mercurius with jit over the dataset in memory, with our schema: the fastest GraphQL server for Node that we know, over the fastest store. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { loadDataset } from '../../../src/dataset/read-dataset.js';
import { inMemory } from './in-memory.js';
import { memoryResolvers } from './memory-resolvers.js';
import { announce, endWithParent } from './serve.js';

/** As much of Fastify as is used here; its types would come from packages that only the bench installs. */
interface Server {
  register(plugin: unknown, options: object): void;
  listen(address: { host: string; port: number }): Promise<string>;
}

const require = createRequire(import.meta.url);
const Fastify = require('fastify') as (options: object) => Server;
const mercurius = require('mercurius') as unknown;

async function main(): Promise<void> {
  endWithParent();
  const memory = inMemory(await loadDataset(process.env.DATASET as string));
  const schema = readFileSync(join(import.meta.dirname, '..', '..', '..', 'schema', 'schema.graphql'), 'utf8');
  const app = Fastify({ logger: false });
  app.register(mercurius, { schema, resolvers: memoryResolvers(memory), jit: 1, graphiql: false });
  announce(Number(new URL(await app.listen({ host: '127.0.0.1', port: 0 })).port));
}

void main();

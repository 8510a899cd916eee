/** The explorer over HTTP: one page for all its addresses, its files, and for clients that want no HTML a text that says where to look. */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { nodeSpecs } from '../domain/graph.js';

/** Views of the explorer at an address of their own. */
const views = ['/', '/search', '/cube', '/lineage', '/lineage/*', '/paths', '/coverage', '/claims', '/due', '/completeness', '/playground'];

/** Every address that the explorer answers: its views, and the id of anything in the graph. */
export const explorerAddresses: readonly string[] = [...views, ...Object.values(nodeSpecs).map(({ prefix }) => `/${prefix}/*`)];

/**
 * Serves the explorer from the folder of its build; where that is missing, the text says so and all else works.
 * Only the files that are there at the start are served, by their names: no path is ever made of an address.
 */
export async function explorerRoutes(app: FastifyInstance, directory: string): Promise<void> {
  const file = join(directory, 'index.html');
  const page = existsSync(file) ? readFileSync(file) : null;
  const tag = page && `"${createHash('sha256').update(page).digest('hex').slice(0, 16)}"`;
  if (page) {
    const root = realpathSync(join(directory, 'assets'));
    // A symbolic link leads to nothing: what it points to is not ours to serve.
    const allowedPath = (path: string) => existsSync(join(root, path)) && realpathSync(join(root, path)) === join(root, path);
    const assets = { root, allowedPath, prefix: '/assets/', wildcard: false, index: false, decorateReply: false } as const;
    // The name of a file holds the checksum of its content.
    await app.register(fastifyStatic, { ...assets, immutable: true, maxAge: '365d' });
  }
  const sendPage = (reply: FastifyReply) => reply.type('text/html; charset=utf-8').header('cache-control', 'no-cache').send(page);

  for (const address of explorerAddresses) {
    app.get(address, (request, reply) => {
      reply.header('vary', 'Accept');
      if (!wantsHtml(request) || !page)
        return reply.type('text/plain; charset=utf-8').send(page ? whereToLook : `${notBuilt}\n\n${whereToLook}`);
      reply.header('etag', tag);
      if (request.headers['if-none-match'] === tag) return reply.code(304).header('cache-control', 'no-cache').send();
      return sendPage(reply);
    });
  }
  app.setNotFoundHandler((request, reply) => {
    reply.code(404);
    if (page && wantsHtml(request)) return sendPage(reply);
    return reply.send({
      statusCode: 404,
      error: 'Not Found',
      message: `Nothing is served at ${request.method} ${request.url.split('?')[0]?.slice(0, 100)}.`,
    });
  });
}

/** A browser names HTML; a program that takes anything gets text. */
const wantsHtml = (request: FastifyRequest): boolean => /\btext\/html\b/.test(request.headers.accept ?? '');

const notBuilt = 'The explorer is not built: run `npm run build`.';

const whereToLook = `wsis-graph: the follow-up to the World Summit on the Information Society as a graph.

GET  /          in a browser: the explorer
POST /graphql   ask questions: {"query":"{ meta { datasetVersion counts { kind count } } }"}
GET  /healthz   whether the process lives
GET  /readyz    whether the store answers, and with which dataset
GET  /metrics   numbers for Prometheus

From a shell: npx wsis-graph query --list
`;

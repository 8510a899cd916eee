/** The HTTP server: GraphQL, the state of the process, and the explorer. */
import Fastify, { type FastifyError, type FastifyInstance, LogController } from 'fastify';
import { ErrorCode } from '../errors.js';
import { createSchema } from '../graphql/schema.js';
import type { GraphStore } from '../store/graph-store.js';
import { startApollo } from './apollo.js';
import { explorerRoutes } from './explorer.js';
import { type GraphqlOptions, graphqlRoute } from './graphql-route.js';
import { securityHeaders } from './headers.js';

/** Bytes that the body of a request may have. */
const greatestBody = 100_000;

export interface ServerOptions extends GraphqlOptions {
  /** folder of the built explorer; it may be missing */
  explorer: string;
  /** JSON lines on standard output; false for silence */
  log: boolean;
}

/**
 * A server that is ready to listen. Closing it closes the store too.
 * @param start starts the Apollo server that answers; ours when left out
 */
export async function createServer(store: GraphStore, options: ServerOptions, start = startApollo): Promise<FastifyInstance> {
  const app = Fastify({
    bodyLimit: greatestBody,
    logger: options.log ? { level: 'warn' } : false,
    // Only what goes wrong is logged: a line for each request would be made and thrown away.
    logController: new LogController({ disableRequestLogging: true }),
    childLoggerFactory: (logger) => logger,
    requestTimeout: 15_000,
    return503OnClosing: true,
  });
  app.setErrorHandler((error: FastifyError, request, reply) => {
    const status = error.statusCode ?? 500;
    const refused = status < 500;
    if (!refused) app.log.error({ requestId: request.id, err: error }, 'unexpected error');
    const message = refused ? error.message : 'Internal error.';
    const code = refused ? ErrorCode.BAD_REQUEST : ErrorCode.INTERNAL_SERVER_ERROR;
    return reply
      .code(status)
      .header('cache-control', 'no-store')
      .send({ errors: [{ message, extensions: { code } }] });
  });
  securityHeaders(app);
  app.get('/healthz', async () => ({ status: 'ok' }));
  app.get('/readyz', async (_request, reply) => {
    const info = await store.info().catch(() => null);
    if (!info) return reply.code(503).send({ status: 'unavailable' });
    return { status: 'ok', store: info.store, datasetVersion: info.datasetVersion };
  });
  await explorerRoutes(app, options.explorer);
  const apollo = await start(createSchema(), { introspection: options.introspection, log: app.log });
  await graphqlRoute(app, apollo, store, options);
  let closing = false;
  app.addHook('preClose', async () => {
    closing = true;
  });
  // Whoever is answered while the server closes would else keep the connection, and the server waits for it.
  app.addHook('onSend', async (_request, reply) => {
    if (closing) reply.header('connection', 'close');
  });
  app.addHook('onClose', () => store.close());
  return app;
}

/** The HTTP server: GraphQL, the state of the process, and the explorer. */
import Fastify, { type FastifyInstance, type FastifyServerOptions, LogController } from 'fastify';
import { createSchema } from '../graphql/schema.js';
import { defaultLimits } from '../limits.js';
import type { GraphStore } from '../store/graph-store.js';
import { keepAccounts } from './account.js';
import { startApollo } from './apollo.js';
import { Drain } from './drain.js';
import { explorerRoutes } from './explorer.js';
import { type GraphqlOptions, graphqlRoute } from './graphql-route.js';
import { answerHeaders } from './headers.js';
import { type LogOptions, loggerOf, logRequests } from './log.js';
import { metricsRoute } from './metrics.js';
import { refuseConnection, refuseErrors } from './refusals.js';
import { requestIdOf } from './request-id.js';

/** Bytes that the body of a request may have. */
const greatestBody = 100_000;

/** Milliseconds within which the headers of a request, and all of it, must have arrived; how long an idle connection is kept, longer than proxies keep theirs. */
const headersTimeout = 10_000;
const requestTimeout = 15_000;
const keepAliveTimeout = 72_000;

export interface ServerOptions extends GraphqlOptions {
  /** folder of the built explorer; it may be missing */
  explorer: string;
  /** JSON lines on standard output; false for silence */
  log: LogOptions | false;
  /** whether GET /metrics is served; not when left out */
  metrics?: boolean;
  /** whether each question makes a span of OpenTelemetry; not when left out */
  tracing?: boolean;
  /** connections at the same time; more are closed. Any number when left out */
  maxConnections?: number;
  /** addresses or networks of the proxies that are believed whose request they pass on; none when left out */
  trustedProxies?: readonly string[];
  /** milliseconds that what is under way has when the server is closed; 8 seconds when left out */
  grace?: number;
}

/**
 * A server that is ready to listen. Closing it closes the store too.
 * @param start starts the Apollo server that answers; ours when left out
 */
export async function createServer(store: GraphStore, options: ServerOptions, start = startApollo): Promise<FastifyInstance> {
  const app = Fastify({
    bodyLimit: greatestBody,
    logger: loggerOf(options.log),
    // Lines for requests are our own: Fastify's would be two for each.
    logController: new LogController({ disableRequestLogging: true }),
    childLoggerFactory: (logger) => logger,
    genReqId: requestIdOf,
    requestTimeout,
    keepAliveTimeout,
    // Node looks for what is late each 30 seconds by itself.
    http: { headersTimeout, connectionsCheckingInterval: 1000 },
    clientErrorHandler: refuseConnection as FastifyServerOptions['clientErrorHandler'],
    trustProxy: options.trustedProxies?.length ? [...options.trustedProxies] : false,
    return503OnClosing: false,
  });
  if (options.maxConnections) app.server.maxConnections = options.maxConnections;
  const drain = new Drain();
  keepAccounts(app);
  refuseErrors(app);
  answerHeaders(app);
  // Read only where it is wanted; before the log, whose lines tell the trace.
  if (options.tracing) (await import('./tracing.js')).traceRequests(app);
  if (options.log && options.log.level === 'info') logRequests(app);
  if (options.metrics) metricsRoute(app, store);
  stateRoutes(app, store, drain);
  await explorerRoutes(app, options.explorer);
  const { introspection, limits = defaultLimits, operations = [], grace = 8000 } = options;
  const apollo = await start(createSchema(), { introspection, limits, operations: new Set(operations), log: app.log });
  await graphqlRoute(app, apollo, store, drain, options);
  app.addHook('preClose', async () => {
    // Who has not even sent its question by then, or does not read its answer, is not waited for.
    setTimeout(() => app.server.closeAllConnections(), grace + 500).unref();
    await drain.run(grace);
  });
  // Whoever is answered while the server closes would else keep the connection, and the server waits for it.
  app.addHook('onSend', async (_request, reply) => {
    if (drain.begun) reply.header('connection', 'close');
  });
  app.addHook('onClose', () => store.close());
  return app;
}

function stateRoutes(app: FastifyInstance, store: GraphStore, drain: Drain): void {
  app.get('/healthz', async () => ({ status: 'ok' }));
  app.get('/readyz', async (_request, reply) => {
    if (drain.begun) return reply.code(503).send({ status: 'draining' });
    const info = await store.info().catch(() => null);
    if (!info) return reply.code(503).send({ status: 'unavailable' });
    return { status: 'ok', store: info.store, datasetVersion: info.datasetVersion };
  });
}

/** GraphQL over HTTP at /graphql: an answer that is known is sent at once, all others are made by Apollo Server. */
import type { ApolloServer } from '@apollo/server';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { ErrorCode } from '../errors.js';
import { createContext } from '../graphql/context.js';
import { defaultLimits, type Limits } from '../limits.js';
import type { GraphStore } from '../store/graph-store.js';
import { accounted, emptyAccount } from './account.js';
import type { RequestContext } from './apollo-plugins.js';
import { askApollo, type MadeAnswer } from './ask-apollo.js';
import { bodyReader } from './body.js';
import { allowOrigins, variesBy } from './cors.js';
import type { Drain } from './drain.js';
import { RateLimit } from './rate-limit.js';
import { refuse } from './refusals.js';
import { entityTag, hasTag, type ReadyAnswer, ResponseCache } from './response-cache.js';

export interface GraphqlOptions {
  introspection: boolean;
  /** the default ones where nothing else is said */
  limits?: Limits;
  /** bytes of answers that are kept ready; 0 keeps none */
  responseCacheBytes: number;
  /** other sites whose pages may ask, "*" for all; none when left out */
  origins?: readonly string[];
  /** cost that each client may ask for in a minute; without limit when 0 or left out */
  rateLimit?: number;
  /** names of operations that log and metrics tell apart; none when left out */
  operations?: readonly string[];
}

/** How long a browser, a proxy or a CDN may show an answer without asking whether it still holds. */
const freshness = 'public, max-age=60, must-revalidate';

/** Serves what an Apollo server answers over the store. */
export async function graphqlRoute(
  app: FastifyInstance,
  apollo: ApolloServer<RequestContext>,
  store: GraphStore,
  drain: Drain,
  { limits = defaultLimits, responseCacheBytes, origins = [], rateLimit = 0 }: GraphqlOptions,
): Promise<void> {
  const cache = new ResponseCache(store, responseCacheBytes);
  const limit = rateLimit ? new RateLimit(rateLimit) : null;
  const readBody = bodyReader(app);
  const vary = variesBy(origins);

  /** Has Apollo answer, and keeps the answer where it may be. */
  async function answer(request: FastifyRequest, reply: FastifyReply, key: string | null): Promise<FastifyReply> {
    const known = key === null ? undefined : await cache.confirmed(key);
    if (known) return send(request, reply, known);
    if (drain.begun) return refuse(reply.header('retry-after', '1'), 503, ErrorCode.UNAVAILABLE, 'The server is about to end. Ask again.');
    const body = await readBody(request);
    const account = emptyAccount();
    request.account = account;
    const context = createContext(accounted(store, account), limits);
    drain.track(context.store, reply.raw);
    const charge = (cost: number) => {
      account.cost = Math.max(1, cost);
      limit?.charge(request.ip, account.cost - 1);
    };
    const made = await askApollo(apollo, request, body, { ...context, requestId: request.id, account, charge });
    if (made.status !== 200) {
      if (!account.codes.length) account.codes = [ErrorCode.BAD_REQUEST];
      return reply.code(made.status).headers(made.headers).send(made.body);
    }
    const { datasetVersion } = context.store;
    const headers = request.method === 'GET' ? withCaching(made, datasetVersion, vary) : made.headers;
    const ready = { body: made.body, headers, account: { ...account, cost: 1, storeCalls: 0, cached: true } };
    if (key !== null && made.headers['cache-control'] === undefined) cache.keep(key, datasetVersion, ready);
    return send(request, reply, { ...ready, account });
  }

  /** Turns a client away that asked more than its share. */
  function refuseMore(request: FastifyRequest, reply: FastifyReply, limit: RateLimit): FastifyReply {
    const seconds = limit.retryAfter(request.ip);
    return refuse(
      reply.header('retry-after', String(seconds)),
      429,
      ErrorCode.RATE_LIMITED,
      `You asked for more than ${rateLimit} values within a minute. Ask again in ${seconds} s.`,
    );
  }

  await app.register(async (scope) => {
    allowOrigins(scope, origins);
    // What is packed small may be large, and a question is small as it is.
    scope.addHook('onRequest', (request, reply, done) => {
      if (request.headers['content-encoding'] === undefined) return done();
      refuse(reply, 415, ErrorCode.BAD_REQUEST, 'A question is taken as it is: send it without Content-Encoding.');
    });
    if (limit)
      scope.addHook('onSend', (request, reply, payload, done) => {
        reply.headers(limit.headers(request.ip));
        done(null, payload);
      });
    // The bytes as they came are what an answer is known by; they are read only where it is not.
    scope.addContentTypeParser('application/json', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));
    scope.route({
      method: ['GET', 'POST'],
      url: '/graphql',
      exposeHeadRoute: false,
      handler: (request, reply) => {
        if (limit && !limit.admit(request.ip)) return refuseMore(request, reply, limit);
        const key = cache.keyOf(request);
        const known = key === null ? undefined : cache.get(key);
        return known ? send(request, reply, known) : answer(request, reply, key);
      },
    });
    scope.route({
      method: ['HEAD', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'TRACE'],
      url: '/graphql',
      onRequest: (request, reply) => {
        refuse(
          reply.header('allow', 'GET, POST'),
          405,
          ErrorCode.BAD_REQUEST,
          `${request.method} is not allowed here: ask by POST or GET.`,
        );
      },
      handler: () => undefined,
    });
  });
}

/** The headers of an answer to GET say how it may be kept and by what it is known again; an answer to POST is kept by nobody but us. */
function withCaching({ headers, body }: MadeAnswer, datasetVersion: string, vary: string): Record<string, string> {
  const varied = { ...headers, vary };
  if (headers['cache-control']) return varied;
  return { ...varied, 'cache-control': freshness, etag: entityTag(datasetVersion, headers['content-type'] ?? '', body) };
}

function send(request: FastifyRequest, reply: FastifyReply, answer: ReadyAnswer): FastifyReply {
  request.account = answer.account;
  const { etag } = answer.headers;
  reply.headers(answer.headers);
  if (etag && hasTag(request.headers['if-none-match'] ?? '', etag)) return reply.code(304).removeHeader('content-type').send();
  return reply.send(answer.body);
}

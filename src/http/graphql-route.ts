/** GraphQL over HTTP at /graphql: an answer that is known is sent at once, all others are made by Apollo Server. */
import type { ApolloServer } from '@apollo/server';
import { HeaderMap } from '@apollo/server';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { createContext } from '../graphql/context.js';
import type { GraphStore } from '../store/graph-store.js';
import type { RequestContext } from './apollo.js';
import { entityTag, hasTag, type ReadyAnswer, ResponseCache } from './response-cache.js';

export interface GraphqlOptions {
  introspection: boolean;
  /** bytes of answers that are kept ready; 0 keeps none */
  responseCacheBytes: number;
}

/** How long a browser, a proxy or a CDN may show an answer without asking whether it still holds. */
const freshness = 'public, max-age=60, must-revalidate';

/** Serves what an Apollo server answers over the store. */
export async function graphqlRoute(
  app: FastifyInstance,
  apollo: ApolloServer<RequestContext>,
  store: GraphStore,
  options: GraphqlOptions,
): Promise<void> {
  const cache = new ResponseCache(store, options.responseCacheBytes);

  /** Has Apollo answer, and keeps the answer where it may be. */
  async function answer(request: FastifyRequest, reply: FastifyReply, key: string | null): Promise<FastifyReply> {
    const known = key === null ? undefined : await cache.confirmed(key);
    if (known) return send(request, reply, known);
    const body = await parsed(request);
    const context = createContext(store);
    // When the answer is sent or the client is gone: what is still asked of the store is asked for nobody.
    reply.raw.once('close', () => void context.store.close());
    const made = await ask(apollo, request, body, { ...context, requestId: request.id });
    if (made.status !== 200) return reply.code(made.status).headers(made.headers).send(made.body);
    const { datasetVersion } = context.store;
    const ready = { body: made.body, headers: withCaching(request, made, datasetVersion) };
    if (key !== null && made.headers['cache-control'] === undefined) cache.keep(key, datasetVersion, ready);
    return send(request, reply, ready);
  }

  await app.register(async (scope) => {
    // The bytes as they came are what an answer is known by; they are read only where it is not.
    scope.addContentTypeParser('application/json', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));
    scope.route({
      method: ['GET', 'POST', 'OPTIONS'],
      url: '/graphql',
      handler: (request, reply) => {
        const key = cache.keyOf(request);
        const known = key === null ? undefined : cache.get(key);
        return known ? send(request, reply, known) : answer(request, reply, key);
      },
    });
  });

  const parseJson = app.getDefaultJsonParser('error', 'error');

  /** The body of a request; bytes are JSON in UTF-8. */
  async function parsed(request: FastifyRequest): Promise<unknown> {
    const { body } = request;
    if (!Buffer.isBuffer(body)) return body;
    return new Promise((done, failed) => {
      parseJson(request, decoded(body), (error, value) => (error ? failed(error) : done(value)));
    });
  }
}

/** An answer of Apollo's, whole. */
interface MadeAnswer extends ReadyAnswer {
  status: number;
}

async function ask(
  apollo: ApolloServer<RequestContext>,
  request: FastifyRequest,
  body: unknown,
  context: RequestContext,
): Promise<MadeAnswer> {
  const headers = new HeaderMap();
  for (const [name, value] of Object.entries(request.headers))
    if (value) headers.set(name, Array.isArray(value) ? value.join(', ') : value);
  const question = request.url.indexOf('?');
  const httpGraphQLRequest = { body, headers, method: request.method, search: question < 0 ? '' : request.url.slice(question) };
  const made = await apollo.executeHTTPGraphQLRequest({ httpGraphQLRequest, context: async () => context });
  if (made.body.kind !== 'complete') throw new Error('Answers in parts are not offered.');
  const { status = 200 } = made;
  const told = Object.fromEntries(made.headers);
  return { status, headers: status === 200 ? told : { ...told, 'cache-control': 'no-store' }, body: Buffer.from(made.body.string) };
}

/** The headers of an answer to GET say how it may be kept and by what it is known again; an answer to POST is kept by nobody but us. */
function withCaching({ method }: FastifyRequest, { headers, body }: MadeAnswer, datasetVersion: string): Record<string, string> {
  if (method !== 'GET') return headers;
  const varied = { ...headers, vary: 'Accept' };
  if (headers['cache-control']) return varied;
  return { ...varied, 'cache-control': freshness, etag: entityTag(datasetVersion, headers['content-type'] ?? '', body) };
}

function send({ headers }: FastifyRequest, reply: FastifyReply, answer: ReadyAnswer): FastifyReply {
  const { etag } = answer.headers;
  reply.headers(answer.headers);
  if (etag && hasTag(headers['if-none-match'] ?? '', etag)) return reply.code(304).removeHeader('content-type').send();
  return reply.send(answer.body);
}

const utf8 = new TextDecoder('utf-8', { fatal: true });

function decoded(body: Buffer): string {
  try {
    return utf8.decode(body);
  } catch {
    throw Object.assign(new Error('The body of the request is not UTF-8.'), { statusCode: 400 });
  }
}

/** Which pages of other sites may read what /graphql answers, in the browser of whoever opens them (CORS). Cookies are never taken. */
import type { FastifyInstance } from 'fastify';

/** What a page may send, beside what any page may. */
const allowedHeaders = 'content-type, apollo-require-preflight, x-apollo-operation-name, x-request-id';

/** What a page may read of an answer, beside what any page may. */
const exposedHeaders = 'etag, retry-after, x-request-id, x-query-cost, ratelimit-limit, ratelimit-remaining, ratelimit-reset';

/** Seconds for which a browser need not ask again. */
const preflightAge = 86_400;

/** @param origins such as https://example.org; "*" alone for all; none for no page but our own */
export function allowOrigins(app: FastifyInstance, origins: readonly string[]): void {
  if (!origins.length) return;
  const all = origins.includes('*');
  app.addHook('onRequest', (request, reply, done) => {
    const { origin } = request.headers;
    if (!all) reply.header('vary', 'Origin');
    if (origin === undefined || !(all || origins.includes(origin))) return done();
    reply.header('access-control-allow-origin', all ? '*' : origin);
    if (request.method !== 'OPTIONS') {
      reply.header('access-control-expose-headers', exposedHeaders);
      return done();
    }
    reply
      .code(204)
      .headers({
        'access-control-allow-methods': 'GET, POST',
        'access-control-allow-headers': allowedHeaders,
        'access-control-max-age': preflightAge,
      })
      .send();
  });
}

/** What answers to GET vary by: a cache between must not give one origin what was sent to another. */
export const variesBy = (origins: readonly string[]): string => (origins.length && !origins.includes('*') ? 'Accept, Origin' : 'Accept');

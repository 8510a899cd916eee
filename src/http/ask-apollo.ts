/** One request as Apollo Server takes it, and its answer as Fastify sends it. */
import { type ApolloServer, HeaderMap } from '@apollo/server';
import type { FastifyRequest } from 'fastify';
import type { RequestContext } from './apollo-plugins.js';

/** An answer of Apollo's, whole. */
export interface MadeAnswer {
  status: number;
  body: Buffer;
  headers: Record<string, string>;
}

/** Has Apollo answer a request over HTTP. */
export async function askApollo(
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

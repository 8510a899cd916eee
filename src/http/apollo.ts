/** Apollo Server as we want it: its limits, its way to execute, and what it tells of errors. */
import { ApolloServer } from '@apollo/server';
import { ApolloServerPluginCacheControlDisabled, ApolloServerPluginLandingPageDisabled } from '@apollo/server/plugin/disabled';
import type { FastifyBaseLogger } from 'fastify';
import type { GraphQLFormattedError, GraphQLSchema } from 'graphql';
import { formatError } from '../graphql/format-error.js';
import { ownRules } from '../graphql/rules.js';
import type { Limits } from '../limits.js';
import { accounting, compiledExecution, errorHeaders, type RequestContext, unexpectedErrors, withinLimits } from './apollo-plugins.js';
import { documentStore } from './document-store.js';

/** A server over the schema, started. */
export async function startApollo(
  schema: GraphQLSchema,
  {
    introspection,
    limits,
    operations,
    log,
  }: { introspection: boolean; limits: Limits; operations: ReadonlySet<string>; log: FastifyBaseLogger },
): Promise<ApolloServer<RequestContext>> {
  // graphql-js adds one error that says that there are more.
  const told = limits.errors - 1;
  const server = new ApolloServer<RequestContext>({
    schema,
    introspection,
    formatError: introspection ? formatError : (formatted, error) => withoutSuggestions(formatError(formatted, error)),
    includeStacktraceInErrorResponses: false,
    persistedQueries: false,
    validationRules: ownRules,
    validationOptions: { maxErrors: told, hideSuggestions: !introspection },
    executionOptions: { maxCoercionErrors: told },
    parseOptions: { maxTokens: limits.tokens },
    documentStore: documentStore(),
    stopOnTerminationSignals: false,
    logger: log,
    plugins: [
      ApolloServerPluginLandingPageDisabled(),
      ApolloServerPluginCacheControlDisabled(),
      withinLimits(limits),
      accounting(operations),
      compiledExecution(schema),
      unexpectedErrors(log),
      errorHeaders,
    ],
  });
  await server.start();
  return server;
}

/** The names of the schema are not told by suggestions either, where it may not be asked for them; in documents graphql-js leaves them out. */
const withoutSuggestions = (error: GraphQLFormattedError): GraphQLFormattedError =>
  error.message.startsWith('Variable "$') ? { ...error, message: error.message.replace(/ ?Did you mean .*$/s, '') } : error;

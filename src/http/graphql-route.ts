/** GraphQL over HTTP at /graphql: Apollo Server on Fastify. */
import { ApolloServer, type ApolloServerPlugin } from '@apollo/server';
import { ApolloServerPluginCacheControlDisabled, ApolloServerPluginLandingPageDisabled } from '@apollo/server/plugin/disabled';
import fastifyApollo, { fastifyApolloDrainPlugin } from '@as-integrations/fastify';
import type { FastifyInstance } from 'fastify';
import type { GraphQLSchema } from 'graphql';
import { type Context, createContext } from '../graphql/context.js';
import { formatError, isArgumentError, isPublic } from '../graphql/format-error.js';
import { ownRules } from '../graphql/rules.js';
import type { GraphStore } from '../store/graph-store.js';

interface RequestContext extends Context {
  readonly requestId: string;
}

/** Tokens that a document may have; more are refused while parsing. */
const greatestTokenCount = 2000;

/** Serves the schema over the store. */
export async function graphqlRoute(app: FastifyInstance, schema: GraphQLSchema, store: GraphStore, introspection: boolean): Promise<void> {
  const server = new ApolloServer<RequestContext>({
    schema,
    introspection,
    formatError,
    includeStacktraceInErrorResponses: false,
    persistedQueries: false,
    validationRules: ownRules,
    parseOptions: { maxTokens: greatestTokenCount },
    stopOnTerminationSignals: false,
    logger: app.log,
    plugins: [
      fastifyApolloDrainPlugin(app),
      ApolloServerPluginLandingPageDisabled(),
      ApolloServerPluginCacheControlDisabled(),
      unexpectedErrors(app),
    ],
  });
  await server.start();
  await app.register(fastifyApollo<RequestContext>(server), {
    context: async (request) => ({ ...createContext(store), requestId: request.id }),
  });
}

/** Logs what is not public, once, and marks it with the request id that the asker is told. */
function unexpectedErrors(app: FastifyInstance): ApolloServerPlugin<RequestContext> {
  return {
    async requestDidStart() {
      return {
        async didEncounterErrors({ errors, contextValue: { requestId } }) {
          for (const error of errors) {
            if (isPublic(error) || isArgumentError(error) || !error.originalError) continue;
            error.extensions.requestId = requestId;
            app.log.error({ requestId, err: error.originalError }, 'unexpected error');
          }
        },
      };
    },
  };
}

/** GraphQL over HTTP at /graphql: Apollo Server on Fastify. */
import { ApolloServer, type ApolloServerPlugin } from '@apollo/server';
import { ApolloServerPluginCacheControlDisabled, ApolloServerPluginLandingPageDisabled } from '@apollo/server/plugin/disabled';
import fastifyApollo, { fastifyApolloDrainPlugin } from '@as-integrations/fastify';
import type { FastifyInstance } from 'fastify';
import { GraphQLError, type GraphQLSchema } from 'graphql';
import { ErrorCode, PublicError } from '../errors.js';
import { type Context, createContext } from '../graphql/context.js';
import { formatError, isArgumentError, isPublic } from '../graphql/format-error.js';
import { checkCost } from '../graphql/limits.js';
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
      costLimit,
      unexpectedErrors(app),
      unavailable,
    ],
  });
  await server.start();
  await app.register(fastifyApollo<RequestContext>(server), {
    context: async (request, reply) => {
      const context = createContext(store);
      // When the answer is sent or the client is gone: what is still asked of the store is asked for nobody.
      reply.raw.once('close', () => void context.store.close());
      return { ...context, requestId: request.id };
    },
  });
}

/** Refuses a question that could return too much, before anything of it runs. */
const costLimit: ApolloServerPlugin<RequestContext> = {
  async requestDidStart() {
    return {
      async didResolveOperation({ schema, document, request }) {
        try {
          checkCost(schema, document, request.variables, request.operationName);
        } catch (error) {
          // What is wrong with an argument is told by the execution.
          if (error instanceof PublicError)
            throw new GraphQLError(error.message, { extensions: { ...error.extensions, http: { status: 400 } } });
        }
      },
    };
  },
};

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

/** Where the store was away, even for a part of the answer: nothing but the errors and 503, so that those in between know to try again too. */
const unavailable: ApolloServerPlugin<RequestContext> = {
  async requestDidStart() {
    return {
      async willSendResponse({ response: { body, http } }) {
        if (body.kind !== 'single') return;
        const { singleResult } = body;
        if (!singleResult.errors?.some(({ extensions }) => extensions?.code === ErrorCode.UNAVAILABLE)) return;
        singleResult.data = null;
        http.status = 503;
        http.headers.set('retry-after', '1');
      },
    };
  },
};

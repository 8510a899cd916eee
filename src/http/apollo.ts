/** Apollo Server as we want it: its limits, its way to execute, and what it tells of errors. */
import { ApolloServer, type ApolloServerPlugin, HeaderMap } from '@apollo/server';
import { ApolloServerPluginCacheControlDisabled, ApolloServerPluginLandingPageDisabled } from '@apollo/server/plugin/disabled';
import type { FastifyBaseLogger } from 'fastify';
import { GraphQLError, type GraphQLFormattedError, type GraphQLSchema, getVariableValues } from 'graphql';
import { ErrorCode } from '../errors.js';
import { CompiledOperations } from '../graphql/compiled-operations.js';
import type { Context } from '../graphql/context.js';
import { formatError, isArgumentError, isPublic } from '../graphql/format-error.js';
import { checkLimits, costTold } from '../graphql/limits.js';
import { ownRules } from '../graphql/rules.js';
import type { Limits } from '../limits.js';
import type { Account } from './account.js';
import { documentStore } from './document-store.js';

export interface RequestContext extends Context {
  readonly requestId: string;
  /** what is told of the request in log and metrics */
  readonly account: Account;
  /** is told what the question costs, before anything of it runs */
  charge(cost: number): void;
}

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

/** Refuses a question that is beyond a limit before anything of it runs, tells its cost with each answer, and answers a dry run with nothing else. */
function withinLimits(limits: Limits): ApolloServerPlugin<RequestContext> {
  return {
    async requestDidStart({ contextValue }) {
      let cost: number | null = null;
      return {
        async didResolveOperation({ schema, document, request }) {
          const verdict = checkLimits(schema, { ...request, document }, limits);
          cost = verdict.cost;
          if (cost !== null) contextValue.charge(cost);
          const { refusal } = verdict;
          if (!refusal) return;
          const extensions = { ...refusal.extensions, http: { status: 400 } };
          throw new GraphQLError(refusal.message, { originalError: refusal, extensions });
        },
        async responseForOperation({ schema, operation, request: { extensions, variables = {} } }) {
          if (extensions?.dryRun !== true || cost === null) return null;
          // Wrong variables are refused as in a run: by graphql-js.
          if (getVariableValues(schema, operation.variableDefinitions ?? [], variables).errors) return null;
          return { body: { kind: 'single', singleResult: { data: null } }, http: { headers: new HeaderMap() } };
        },
        async willSendResponse({ response: { body, http } }) {
          if (cost === null || body.kind !== 'single') return;
          body.singleResult.extensions = costTold(cost, limits);
          http.headers.set('x-query-cost', String(cost));
        },
      };
    },
  };
}

/** The names of the schema are not told by suggestions either, where it may not be asked for them; in documents graphql-js leaves them out. */
const withoutSuggestions = (error: GraphQLFormattedError): GraphQLFormattedError =>
  error.message.startsWith('Variable "$') ? { ...error, message: error.message.replace(/ ?Did you mean .*$/s, '') } : error;

/** Writes what was asked and which errors came of it into the account of the request. */
function accounting(operations: ReadonlySet<string>): ApolloServerPlugin<RequestContext> {
  return {
    async requestDidStart({ contextValue: { account } }) {
      return {
        async didResolveOperation({ operationName }) {
          if (operationName && operations.has(operationName)) account.operation = operationName;
        },
        async willSendResponse({ response: { body } }) {
          const errors = (body.kind === 'single' && body.singleResult.errors) || [];
          account.codes = [...new Set(errors.map(({ extensions }) => String(extensions?.code)))];
        },
      };
    },
  };
}

/** Answers by compiled code where there is any; with null Apollo goes on to graphql-js. */
function compiledExecution(schema: GraphQLSchema): ApolloServerPlugin<RequestContext> {
  const operations = new CompiledOperations(schema);
  return {
    async requestDidStart() {
      return {
        async responseForOperation({ document, operation, request, contextValue }) {
          if (!operation) return null;
          const singleResult = await operations.execute({ document, operation, variables: request.variables, context: contextValue });
          return singleResult && { body: { kind: 'single', singleResult }, http: { headers: new HeaderMap() } };
        },
      };
    },
  };
}

/** Logs what is not public, once, and marks it with the request id that the asker is told. */
function unexpectedErrors(log: FastifyBaseLogger): ApolloServerPlugin<RequestContext> {
  return {
    async requestDidStart() {
      return {
        async didEncounterErrors({ errors, contextValue: { requestId } }) {
          for (const error of errors) {
            if (isPublic(error) || isArgumentError(error) || !error.originalError) continue;
            error.extensions.requestId = requestId;
            log.error({ requestId, err: error.originalError }, 'unexpected error');
          }
        },
      };
    },
  };
}

/**
 * An answer with an error is kept by nobody. Where the store was away, even for a part of the answer: nothing but the errors and 503, so that those in
 * between know to try again too.
 */
const errorHeaders: ApolloServerPlugin<RequestContext> = {
  async requestDidStart() {
    return {
      async willSendResponse({ response: { body, http } }) {
        if (body.kind !== 'single' || !body.singleResult.errors) return;
        http.headers.set('cache-control', 'no-store');
        const { singleResult } = body;
        if (!singleResult.errors?.some(({ extensions }) => extensions?.code === ErrorCode.UNAVAILABLE)) return;
        singleResult.data = null;
        http.status = 503;
        http.headers.set('retry-after', '1');
      },
    };
  },
};

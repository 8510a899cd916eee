/** What we add to Apollo Server, each as a plugin: limits, accounts, compiled code, and what becomes of errors. */
import { type ApolloServerPlugin, HeaderMap } from '@apollo/server';
import type { FastifyBaseLogger } from 'fastify';
import { GraphQLError, type GraphQLSchema, getVariableValues } from 'graphql';
import { ErrorCode } from '../errors.js';
import { CompiledOperations } from '../graphql/compiled-operations.js';
import type { Context } from '../graphql/context.js';
import { isArgumentError, isPublic } from '../graphql/format-error.js';
import { checkLimits, costTold } from '../graphql/limits.js';
import type { Limits } from '../limits.js';
import type { Account } from './account.js';

/** What the plugins know of a request, beside what resolvers know. */
export interface RequestContext extends Context {
  readonly requestId: string;
  /** what is told of the request in log and metrics */
  readonly account: Account;
  /** is told what the question costs, before anything of it runs */
  charge(cost: number): void;
}

/** Refuses a question that is beyond a limit before anything of it runs, tells its cost with each answer, and answers a dry run with nothing else. */
export function withinLimits(limits: Limits): ApolloServerPlugin<RequestContext> {
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

/** Writes what was asked and which errors came of it into the account of the request. */
export function accounting(operations: ReadonlySet<string>): ApolloServerPlugin<RequestContext> {
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
export function compiledExecution(schema: GraphQLSchema): ApolloServerPlugin<RequestContext> {
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
export function unexpectedErrors(log: FastifyBaseLogger): ApolloServerPlugin<RequestContext> {
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
export const errorHeaders: ApolloServerPlugin<RequestContext> = {
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

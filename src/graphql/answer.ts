/** Answers a GraphQL request without a server, as the program and the tests do. */
import {
  execute,
  type FormattedExecutionResult,
  GraphQLError,
  type GraphQLSchema,
  getOperationAST,
  getVariableValues,
  parse,
  specifiedRules,
  validate,
} from 'graphql';
import { ErrorCode } from '../errors.js';
import { defaultLimits, type Limits } from '../limits.js';
import type { GraphStore } from '../store/graph-store.js';
import { createContext } from './context.js';
import { formatError, withCode } from './format-error.js';
import { checkLimits, costTold } from './limits.js';
import { ownRules } from './rules.js';

export interface Question {
  query: string;
  variables?: Record<string, unknown> | undefined;
  operationName?: string | undefined;
  /** whether only its cost is wanted */
  dryRun?: boolean | undefined;
}

/** The answer, with errors and cost as a client of the server sees them. */
export async function answer(
  schema: GraphQLSchema,
  store: GraphStore,
  question: Question,
  limits: Limits = defaultLimits,
): Promise<FormattedExecutionResult> {
  const refuse = (errors: readonly GraphQLError[], code: ErrorCode) => ({ errors: errors.map((error) => withCode(error, code)) });
  let document: ReturnType<typeof parse>;
  try {
    document = parse(question.query, { maxTokens: limits.tokens });
  } catch (error) {
    const fault = error instanceof GraphQLError ? error : new GraphQLError((error as Error).message);
    return refuse([fault], ErrorCode.GRAPHQL_PARSE_FAILED);
  }
  const faults = validate(schema, document, [...specifiedRules, ...ownRules], { maxErrors: limits.errors - 1 });
  if (faults.length) return refuse(faults, ErrorCode.GRAPHQL_VALIDATION_FAILED);
  const operation = getOperationAST(document, question.operationName);
  if (!operation) {
    const message = question.operationName ? `There is no operation "${question.operationName}".` : 'Name the operation that is meant.';
    return refuse([new GraphQLError(message)], ErrorCode.OPERATION_RESOLUTION_FAILURE);
  }
  const { cost, refusal } = checkLimits(schema, { ...question, document }, limits);
  const extensions = cost === null ? {} : { extensions: costTold(cost, limits) };
  if (refusal) return { ...refuse([new GraphQLError(refusal.message, { originalError: refusal })], refusal.code), ...extensions };
  const given = getVariableValues(schema, operation.variableDefinitions ?? [], question.variables ?? {}, { maxErrors: limits.errors - 1 });
  if (given.errors) return refuse(given.errors, ErrorCode.BAD_USER_INPUT);
  if (question.dryRun) return { data: null, ...extensions };
  const result = await execute({
    schema,
    document,
    contextValue: createContext(store, limits),
    variableValues: question.variables,
    operationName: question.operationName,
  });
  const { errors, data } = result;
  return { ...(errors ? { errors: errors.map((error) => formatError(error.toJSON(), error)) } : {}), data, ...extensions };
}

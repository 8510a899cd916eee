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
import { ErrorCode, PublicError } from '../errors.js';
import type { GraphStore } from '../store/graph-store.js';
import { createContext } from './context.js';
import { formatError, withCode } from './format-error.js';
import { checkCost } from './limits.js';
import { ownRules } from './rules.js';

export interface Question {
  query: string;
  variables?: Record<string, unknown> | undefined;
  operationName?: string | undefined;
}

/** The answer, with errors as a client of the server sees them. */
export async function answer(schema: GraphQLSchema, store: GraphStore, question: Question): Promise<FormattedExecutionResult> {
  const refuse = (errors: readonly GraphQLError[], code: ErrorCode) => ({ errors: errors.map((error) => withCode(error, code)) });
  let document: ReturnType<typeof parse>;
  try {
    document = parse(question.query);
  } catch (error) {
    return refuse([error as GraphQLError], ErrorCode.GRAPHQL_PARSE_FAILED);
  }
  const faults = validate(schema, document, [...specifiedRules, ...ownRules]);
  if (faults.length) return refuse(faults, ErrorCode.GRAPHQL_VALIDATION_FAILED);
  const operation = getOperationAST(document, question.operationName);
  if (!operation) {
    const message = question.operationName ? `There is no operation "${question.operationName}".` : 'Name the operation that is meant.';
    return refuse([new GraphQLError(message)], ErrorCode.OPERATION_RESOLUTION_FAILURE);
  }
  const given = getVariableValues(schema, operation.variableDefinitions ?? [], question.variables ?? {});
  if (given.errors) return refuse(given.errors, ErrorCode.BAD_USER_INPUT);
  try {
    checkCost(schema, document, question.variables, question.operationName);
  } catch (error) {
    if (!(error instanceof PublicError)) throw error;
    return refuse([new GraphQLError(error.message, { originalError: error })], error.code);
  }
  const result = await execute({
    schema,
    document,
    contextValue: createContext(store),
    variableValues: question.variables,
    operationName: question.operationName,
  });
  const { errors, ...rest } = result;
  return { ...(errors ? { errors: errors.map((error) => formatError(error.toJSON(), error)) } : {}), ...rest } as FormattedExecutionResult;
}

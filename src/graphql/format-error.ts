/** What an error may tell the asker: public ones as they are, all others hidden behind a request id. */
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { ErrorCode, PublicError } from '../errors.js';

const publicCodes = new Set<unknown>(Object.values(ErrorCode).filter((code) => code !== ErrorCode.INTERNAL_SERVER_ERROR));

/** Whether an error is written for the asker. Errors of GraphQL itself (syntax, validation, a null that must not be) have no original. */
export function isPublic(error: { extensions?: Record<string, unknown> | undefined }): boolean {
  return publicCodes.has(error.extensions?.code);
}

/** Characters of a message that is not ours: it may repeat what was asked. */
const longestMessage = 200;

const briefly = (message: string, error: unknown): string =>
  message.length <= longestMessage || (error instanceof GraphQLError && error.originalError instanceof PublicError)
    ? message
    : `${message.slice(0, longestMessage)}…`;

/** Whether graphql-js refused an argument while executing: a variable that is null where a default stands and null may not. It gives no code. */
export function isArgumentError(error: unknown): boolean {
  const original = error instanceof GraphQLError ? (error.originalError ?? error) : null;
  return (
    original instanceof GraphQLError && !original.originalError && Boolean(original.nodes) && original.message.startsWith('Argument "')
  );
}

/** Limits that graphql-js has by itself, by its messages: it gives them no code and no remedy. */
const limitsOfGraphql: readonly { pattern: RegExp; phase?: ErrorCode; code: ErrorCode; told: string }[] = [
  {
    pattern: /^Syntax Error: Document contains more that (\d+) tokens\. Parsing aborted\.$/,
    code: ErrorCode.QUERY_TOO_LONG,
    told: 'This document has more than $1 tokens, the most that are allowed. Give long lists by variables, or ask in several requests.',
  },
  {
    // The stack of the parser ends before its tokens do, at some 1,900 levels.
    pattern: /^Maximum call stack size exceeded$/,
    phase: ErrorCode.GRAPHQL_PARSE_FAILED,
    code: ErrorCode.QUERY_TOO_DEEP,
    told: 'This document is nested too deep to be read. Give nested values by variables.',
  },
  {
    // Comparing the uses of one field with one another takes more steps than graphql-js allows itself.
    pattern: /^Validation aborted\.$/,
    code: ErrorCode.QUERY_TOO_WIDE,
    told: 'This question selects the same fields too many times to be merged in time. Select each field once.',
  },
  {
    pattern: /^Maximum introspection depth exceeded$/,
    code: ErrorCode.QUERY_TOO_DEEP,
    told: 'This introspection asks for fields, interfaces or possible types 3 deep within one another; at most 2 are allowed. Ask for each type by its name.',
  },
  {
    pattern: /^Too many validation errors, error limit reached\. Validation aborted\.$/,
    code: ErrorCode.GRAPHQL_VALIDATION_FAILED,
    told: 'There are more errors than one answer tells. Mend these first.',
  },
  {
    pattern: /^Too many errors processing variables, error limit reached\. Execution aborted\.$/,
    code: ErrorCode.BAD_USER_INPUT,
    told: 'There are more wrong variables than one answer tells. Mend these first.',
  },
];

/**
 * The error as the asker sees it.
 * @param formatted the error as JSON
 * @param error the error itself
 */
export function formatError(formatted: GraphQLFormattedError, error?: unknown): GraphQLFormattedError {
  const { stacktrace: _, ...extensions } = formatted.extensions ?? {};
  const limit = limitsOfGraphql.find(({ pattern, phase }) => pattern.test(formatted.message) && (!phase || phase === extensions.code));
  if (limit) return { ...formatted, message: formatted.message.replace(limit.pattern, limit.told), extensions: { code: limit.code } };
  if (isPublic(formatted)) return { ...formatted, message: briefly(formatted.message, error), extensions };
  // Clients that try a persisted query first read this message and send the document.
  if (extensions.code === 'PERSISTED_QUERY_NOT_SUPPORTED') return { ...formatted, extensions: { code: ErrorCode.BAD_REQUEST } };
  if (isArgumentError(error))
    return { ...formatted, message: briefly(formatted.message, error), extensions: { code: ErrorCode.BAD_USER_INPUT } };
  const { path } = formatted;
  return {
    message: 'Internal error. The log has the details under the request id.',
    ...(path ? { path } : {}),
    extensions: { code: ErrorCode.INTERNAL_SERVER_ERROR, ...(extensions.requestId ? { requestId: extensions.requestId } : {}) },
  };
}

/** The same for an error that has no code yet, which is that of the phase in which it arose. */
export function withCode(error: GraphQLError, code: ErrorCode): GraphQLFormattedError {
  const formatted = error.toJSON();
  return formatError({ ...formatted, extensions: { code, ...formatted.extensions } }, error);
}

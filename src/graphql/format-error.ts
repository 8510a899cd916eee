/** What an error may tell the asker: public ones as they are, all others hidden behind a request id. */
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { ErrorCode } from '../errors.js';

const publicCodes = new Set<unknown>(Object.values(ErrorCode).filter((code) => code !== ErrorCode.INTERNAL_SERVER_ERROR));

/** Whether an error is written for the asker. Errors of GraphQL itself (syntax, validation, a null that must not be) have no original. */
export function isPublic(error: { extensions?: Record<string, unknown> | undefined }): boolean {
  return publicCodes.has(error.extensions?.code);
}

/** Whether graphql-js refused an argument while executing: a variable that is null where a default stands and null may not. It gives no code. */
export function isArgumentError(error: unknown): boolean {
  const original = error instanceof GraphQLError ? (error.originalError ?? error) : null;
  return (
    original instanceof GraphQLError && !original.originalError && Boolean(original.nodes) && original.message.startsWith('Argument "')
  );
}

/** A message without its middle where it is long: it quotes what was asked, and whoever asked knows that. */
const shortened = (message: string): string => (message.length > 400 ? `${message.slice(0, 200)} … ${message.slice(-200)}` : message);

/**
 * The error as the asker sees it.
 * @param formatted the error as JSON
 * @param error the error itself
 */
export function formatError(formatted: GraphQLFormattedError, error?: unknown): GraphQLFormattedError {
  const { stacktrace: _, ...extensions } = formatted.extensions ?? {};
  if (isPublic(formatted)) return { ...formatted, message: shortened(formatted.message), extensions };
  // Clients that try a persisted query first read this message and send the document.
  if (extensions.code === 'PERSISTED_QUERY_NOT_SUPPORTED') return { ...formatted, extensions: { code: ErrorCode.BAD_REQUEST } };
  if (isArgumentError(error))
    return { ...formatted, message: shortened(formatted.message), extensions: { code: ErrorCode.BAD_USER_INPUT } };
  const { path } = formatted;
  return {
    message: 'Internal error. The log has the details under the request id.',
    ...(path ? { path } : {}),
    extensions: { code: ErrorCode.INTERNAL_SERVER_ERROR, ...(extensions.requestId ? { requestId: extensions.requestId } : {}) },
  };
}

/** The code of an error that has none yet, by the phase in which it arose. */
export function withCode(error: GraphQLError, code: ErrorCode): GraphQLFormattedError {
  const formatted = error.toJSON();
  return { ...formatted, extensions: { code, ...formatted.extensions } };
}

/** What an error may tell the asker: public ones as they are, all others hidden behind a request id. */
import type { GraphQLError, GraphQLFormattedError } from 'graphql';
import { ErrorCode } from '../errors.js';

const publicCodes = new Set<unknown>(Object.values(ErrorCode).filter((code) => code !== ErrorCode.INTERNAL_SERVER_ERROR));

/** Whether an error is written for the asker. Errors of GraphQL itself (syntax, validation, a null that must not be) have no original. */
export function isPublic(error: { extensions?: Record<string, unknown> | undefined }): boolean {
  return publicCodes.has(error.extensions?.code);
}

/** The error as the asker sees it. */
export function formatError(formatted: GraphQLFormattedError): GraphQLFormattedError {
  const { stacktrace: _, ...extensions } = formatted.extensions ?? {};
  if (isPublic(formatted)) return { ...formatted, extensions };
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

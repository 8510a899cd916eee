/** The public error codes of the API and the program: stable names that a client may depend on. */
export enum ErrorCode {
  /** The document is not GraphQL: a syntax error, or more tokens than the limit. */
  GRAPHQL_PARSE_FAILED = 'GRAPHQL_PARSE_FAILED',
  /** The document does not fit the schema. */
  GRAPHQL_VALIDATION_FAILED = 'GRAPHQL_VALIDATION_FAILED',
  /** The document could return too much. */
  QUERY_TOO_COSTLY = 'QUERY_TOO_COSTLY',
  /** The request names no operation, or one that it does not hold. */
  OPERATION_RESOLUTION_FAILURE = 'OPERATION_RESOLUTION_FAILURE',
  /** The HTTP request is not one that GraphQL over HTTP allows. */
  BAD_REQUEST = 'BAD_REQUEST',
  /** An argument, a variable or a filter has a value that cannot be used; the message names it. */
  BAD_USER_INPUT = 'BAD_USER_INPUT',
  /** A cursor that was not made by this list in this order. */
  BAD_CURSOR = 'BAD_CURSOR',
  /** The dataset does not validate; the message lists every problem with file and line. */
  INVALID_DATASET = 'INVALID_DATASET',
  /** The file to ingest cannot be read: missing, empty, encrypted, scanned, damaged, or not a document; the message says what to do. */
  UNREADABLE_DOCUMENT = 'UNREADABLE_DOCUMENT',
  /** The text to ingest is of no family of documents that the program knows. */
  UNKNOWN_DOCUMENT = 'UNKNOWN_DOCUMENT',
  /** The client asked more than its share for now; the answer says when to ask again. */
  RATE_LIMITED = 'RATE_LIMITED',
  /** The store cannot be reached now; try again later. */
  UNAVAILABLE = 'UNAVAILABLE',
  /** The question took longer than the limit. */
  TIMEOUT = 'TIMEOUT',
  /** A fault of ours; the log has the details under the request id. */
  INTERNAL_SERVER_ERROR = 'INTERNAL_SERVER_ERROR',
}

/** An error whose message is written for the person who asked; everything else is hidden as INTERNAL_SERVER_ERROR. */
export class PublicError extends Error {
  readonly extensions: Record<string, unknown>;

  /**
   * @param code the stable code
   * @param message what was wrong and what to do
   * @param details more for programs, such as the candidates of an ambiguous reference
   */
  constructor(
    readonly code: ErrorCode,
    message: string,
    details: Record<string, unknown> = {},
  ) {
    super(message);
    this.name = 'PublicError';
    this.extensions = { code, ...details };
  }
}

/** A value that the asker can mend. */
export const badInput = (message: string, details?: Record<string, unknown>): PublicError =>
  new PublicError(ErrorCode.BAD_USER_INPUT, message, details);

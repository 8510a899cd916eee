/** The public error codes of the API and the program: stable names that a client may depend on. What each means stands in `errorTable`. */
export enum ErrorCode {
  GRAPHQL_PARSE_FAILED = 'GRAPHQL_PARSE_FAILED',
  GRAPHQL_VALIDATION_FAILED = 'GRAPHQL_VALIDATION_FAILED',
  QUERY_TOO_LONG = 'QUERY_TOO_LONG',
  QUERY_TOO_WIDE = 'QUERY_TOO_WIDE',
  QUERY_TOO_DEEP = 'QUERY_TOO_DEEP',
  QUERY_TOO_COSTLY = 'QUERY_TOO_COSTLY',
  OPERATION_RESOLUTION_FAILURE = 'OPERATION_RESOLUTION_FAILURE',
  BAD_REQUEST = 'BAD_REQUEST',
  BAD_USER_INPUT = 'BAD_USER_INPUT',
  BAD_CURSOR = 'BAD_CURSOR',
  INVALID_DATASET = 'INVALID_DATASET',
  UNREADABLE_DOCUMENT = 'UNREADABLE_DOCUMENT',
  UNKNOWN_DOCUMENT = 'UNKNOWN_DOCUMENT',
  RATE_LIMITED = 'RATE_LIMITED',
  UNAVAILABLE = 'UNAVAILABLE',
  TIMEOUT = 'TIMEOUT',
  INTERNAL_SERVER_ERROR = 'INTERNAL_SERVER_ERROR',
}

/** What a code means to who is told it. The README shows these rows, and a test provokes each of them. */
export interface ErrorMeaning {
  cause: string;
  /** HTTP statuses that it may come with; none where only the program tells it */
  statuses: readonly number[];
  remedy: string;
}

/** Every code with its cause, its HTTP statuses and its remedy. An error of one field comes with 200 beside the answers of the other fields. */
export const errorTable: Readonly<Record<ErrorCode, ErrorMeaning>> = {
  GRAPHQL_PARSE_FAILED: {
    cause: 'the document is not GraphQL',
    statuses: [400],
    remedy: 'mend the document where the error points',
  },
  GRAPHQL_VALIDATION_FAILED: {
    cause: 'the document does not fit the schema; a mutation never does',
    statuses: [400],
    remedy: 'see `schema/schema.graphql`',
  },
  QUERY_TOO_LONG: {
    cause: 'the document has more bytes or tokens than the limit',
    statuses: [400],
    remedy: 'give long values by variables, or ask in several requests',
  },
  QUERY_TOO_WIDE: {
    cause: 'the document has more selections, fragments spread out, or more aliases than the limit',
    statuses: [400],
    remedy: 'ask for many things by one field, `nodes(ids:)`, or in several requests',
  },
  QUERY_TOO_DEEP: {
    cause: 'fields, lists or introspection lie deeper within one another than the limit',
    statuses: [400],
    remedy: 'ask for the rest from where this one ends; `lineage` and `paths` go deep by themselves',
  },
  QUERY_TOO_COSTLY: {
    cause: 'the document could return more values than the limit, by the sizes of its pages',
    statuses: [400],
    remedy: 'ask for smaller pages, fewer levels or fewer fields; a dry run tells the cost',
  },
  OPERATION_RESOLUTION_FAILURE: {
    cause: 'the request names no operation, or one that the document does not hold',
    statuses: [400],
    remedy: 'give `operationName`',
  },
  BAD_REQUEST: {
    cause: 'the HTTP request is not one that GraphQL over HTTP allows, or asks for a persisted query',
    statuses: [200, 400, 405, 406, 408, 413, 415, 431],
    remedy: 'send the whole document as JSON by POST',
  },
  BAD_USER_INPUT: {
    cause: 'an argument, a variable or a filter cannot be used; an ambiguous reference lists its candidates',
    statuses: [200, 400],
    remedy: 'the message names it and says what is allowed',
  },
  BAD_CURSOR: {
    cause: 'a cursor that was not made by this list in this order',
    statuses: [200],
    remedy: 'take cursors from `pageInfo` or `edges` of the same query',
  },
  INVALID_DATASET: {
    cause: 'the dataset does not validate',
    statuses: [],
    remedy: 'mend the rows that the message names, with file and line',
  },
  UNREADABLE_DOCUMENT: {
    cause: 'a file that `ingest` cannot read: missing, empty, encrypted, scanned, damaged, over a limit, or no document',
    statuses: [],
    remedy: 'the message names the file and says what to do',
  },
  UNKNOWN_DOCUMENT: {
    cause: 'the text is of no family that `ingest` knows',
    statuses: [],
    remedy: 'bring a resolution, a decision, a draft, a report of the Secretary-General or a concept note',
  },
  RATE_LIMITED: {
    cause: 'the client asked for more than `RATE_LIMIT` allows',
    statuses: [429],
    remedy: 'ask again after the seconds of `Retry-After`',
  },
  UNAVAILABLE: {
    cause: 'the store cannot be reached now, or the server is about to end',
    statuses: [503],
    remedy: 'try again after `Retry-After`',
  },
  TIMEOUT: {
    cause: 'the question took longer than the limit',
    statuses: [200],
    remedy: 'ask for less',
  },
  INTERNAL_SERVER_ERROR: {
    cause: 'a fault of ours; the log has the details under the request id',
    statuses: [200, 500],
    remedy: 'tell us the request id',
  },
};

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

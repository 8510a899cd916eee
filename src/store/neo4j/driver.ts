/** The driver of Neo4j: its settings, and what its errors mean to somebody who asks. */
import neo4j, { type Driver } from 'neo4j-driver';
import { ErrorCode, PublicError } from '../../errors.js';

export interface Neo4jSettings {
  /** bolt:// for one server, neo4j:// for one or a cluster; +s with encryption */
  uri: string;
  username: string;
  /** empty for a server without authentication */
  password: string;
  database: string;
  /** milliseconds to connect; 1000 when left out */
  connectionTimeout?: number;
  /** milliseconds to wait for a free connection; 2000 when left out */
  acquisitionTimeout?: number;
  /** milliseconds until a database that has not begun to answer counts as unreachable; 2500 when left out */
  reachTimeout?: number;
  /** milliseconds that one statement may run; 3000 when left out */
  transactionTimeout?: number;
  /** milliseconds that a request may take in all; 5000 when left out */
  deadline?: number;
  /** connections at most; 50 when left out */
  poolSize?: number;
  /** is told when the database is lost and found again, for the log; never with a secret */
  notice?: (message: string) => void;
}

/** Opens a driver; it connects when it is first used. */
export function openDriver(settings: Neo4jSettings): Driver {
  const { uri, username, password } = settings;
  const { connection, acquisition, poolSize } = timesOf(settings);
  return neo4j.driver(uri, password ? neo4j.auth.basic(username, password) : undefined, {
    connectionTimeout: connection,
    connectionAcquisitionTimeout: acquisition,
    maxTransactionRetryTime: 2000,
    maxConnectionPoolSize: poolSize,
    disableLosslessIntegers: true,
    telemetryDisabled: true,
    userAgent: 'wsis-graph',
    notificationFilter: { minimumSeverityLevel: 'OFF' },
  });
}

/** The times of the settings in milliseconds, and the size of the pool. */
export const timesOf = (settings: Neo4jSettings) => ({
  connection: settings.connectionTimeout ?? 1000,
  acquisition: settings.acquisitionTimeout ?? 2000,
  reach: settings.reachTimeout ?? 2500,
  statement: settings.transactionTimeout ?? 3000,
  deadline: settings.deadline ?? 5000,
  poolSize: settings.poolSize ?? 50,
});

/** The database cannot be used now, by anybody: it opens the breaker. */
export class Unreachable extends PublicError {
  constructor(message = 'The database cannot be reached now; try again later.') {
    super(ErrorCode.UNAVAILABLE, message);
  }
}

export const busy = () => new PublicError(ErrorCode.UNAVAILABLE, 'The database is busy; try again later.');
export const givenUp = () => new PublicError(ErrorCode.UNAVAILABLE, 'The request was given up.');
export const tookTooLong = () => new PublicError(ErrorCode.TIMEOUT, 'The question took longer than the limit; ask for less.');

/** What an error of the driver means, by its code, or where it has none by its message; the first that fits. Anything else is a fault of ours. */
const meanings: readonly [pattern: RegExp, meaning: () => PublicError][] = [
  [/^(ServiceUnavailable|SessionExpired)$/, () => new Unreachable()],
  [/^Neo\.ClientError\.Security\.(Unauthorized|AuthenticationRateLimit|CredentialsExpired|TokenExpired)$/, refusedCredentials],
  [
    /^Neo\.ClientError\.Database\.DatabaseNotFound$/,
    () => new Unreachable('The database has no graph of the name that NEO4J_DATABASE gives.'),
  ],
  [/^Neo\.(Transient|Database)Error\.(General|Database)\.(DatabaseUnavailable|DatabaseNotFound)$/, () => new Unreachable()],
  // A database that could not write (its disk is full, say) begins nothing more until it is restarted.
  [/^Neo\.DatabaseError\.Transaction\.TransactionStartFailed$/, () => new Unreachable()],
  [/^Neo\.ClientError\.Transaction\.InvalidBookmark/, () => new Unreachable()],
  [/\.TransactionTimedOut/, tookTooLong],
  [/OutOfMemory/, () => new PublicError(ErrorCode.TIMEOUT, 'The question needs more memory than the limit; ask for less.')],
  [/^Neo\.(Client|Transient)Error\.Transaction\.(Terminated|LockClientStopped)$/, ended],
  [/^Neo\.TransientError\./, busy],
  [/^N\/A Connection acquisition timed out/, busy],
  [/^N\/A (Server certificate is not trusted|Pool is closed|Driver)/, () => new Unreachable()],
];

function ended(): PublicError {
  return new PublicError(ErrorCode.UNAVAILABLE, 'The database ended the question; ask again.');
}

function refusedCredentials(): PublicError {
  return new Unreachable('The database refused the credentials in NEO4J_USERNAME and NEO4J_PASSWORD.');
}

/** Whether the connection was lost, or never came about. */
export const isCutOff = (error: unknown): boolean =>
  /^(ServiceUnavailable|SessionExpired)$/.test(String((error as { code?: unknown }).code));

/** Whether a wait for a free connection was in vain. */
export const hasNoConnection = (error: unknown): boolean =>
  error instanceof Error && /^Connection acquisition timed out/.test(error.message);

/** The error that somebody who asks may see, or the error itself where it is a fault of ours. */
export function translate(error: unknown): unknown {
  if (!(error instanceof Error) || error instanceof PublicError) return error;
  const code = String((error as { code?: unknown }).code ?? 'N/A');
  const text = code === 'N/A' ? `${code} ${error.message}` : code;
  return meanings.find(([pattern]) => pattern.test(text))?.[1]() ?? error;
}

/** The steps of a load: told as they go, and named when one fails, with what readers see then. */
import { ErrorCode, PublicError } from '../../errors.js';

/** A load that cannot go on, for a reason that is no error of the database. */
export class LoadFault extends Error {}

/** What an error of the database means to the person who loads, by its code and message; the first that fits. */
const reasons: readonly [pattern: RegExp, reason: string][] = [
  [/no space left|disk (is )?full|not enough (disk )?space|StorageExhausted/i, 'the disk of the database is full'],
  [
    /OutOfMemory/,
    'the transaction is too large for the memory of the database; give it more (db.memory.transaction.max, server.memory.heap.max_size)',
  ],
  [/TransactionTimedOut/, 'the transaction took longer than the database allows'],
  [
    /Security\.(Unauthorized|AuthenticationRateLimit|CredentialsExpired)/,
    'the database refused the credentials in NEO4J_USERNAME and NEO4J_PASSWORD',
  ],
  [/Security\.Forbidden|AccessMode|ForbiddenOnReadOnlyDatabase|NotALeader/, 'the database allows no writing there, or not to this user'],
  [/DatabaseNotFound/, 'the database has no graph of the name that NEO4J_DATABASE gives'],
  [
    /DatabaseUnavailable|DatabaseError\.(Transaction\.Transaction(CommitFailed|LogError|StartFailed)|General\.UnknownError)/,
    'the database has stopped: see its log, make room if its disk is full, and start it anew',
  ],
  [/ServiceUnavailable|SessionExpired|acquisition timed out|Pool is closed/, 'the database cannot be reached'],
  [/ConstraintValidationFailed/, 'two records have one id'],
];

/** The reason in words, with what the database said; only that where nothing fits. */
export function reasonOf(error: unknown): string {
  const { code = '', message = '' } = (error ?? {}) as { code?: string; message?: string };
  const known = reasons.find(([pattern]) => pattern.test(`${code} ${message}`))?.[1];
  // The driver tells a cause at the end of much advice.
  const said = (/Caused by: (.*)/s.exec(message)?.[1] ?? message).trim().slice(0, 300).replace(/\.+$/, '');
  return known ? `${known} (${said})` : said;
}

type Tell = (done: number, total: number) => void;

export class Step {
  private whatIsRead = 'The graph that readers see was not touched';

  constructor(private readonly onProgress: (step: string, done: number, total: number) => void) {}

  /** From now on readers see the new graph. */
  switched(): void {
    this.whatIsRead = 'Readers see the new graph already';
  }

  /** Does a step; its failure is told by its name. */
  async of<T>(name: string, work: (tell: Tell) => Promise<T>): Promise<T> {
    this.onProgress(name, 0, 0);
    try {
      return await work((done, total) => this.onProgress(name, done, total));
    } catch (error) {
      // A fault of ours is shown as what it is.
      const told = error instanceof LoadFault || typeof (error as { code?: unknown } | null)?.code === 'string';
      if (error instanceof PublicError || !told) throw error;
      const message = `The load failed while ${name}: ${reasonOf(error)}. ${this.whatIsRead}; run the load again when this is mended.`;
      throw Object.assign(new PublicError(ErrorCode.UNAVAILABLE, message), { cause: error });
    }
  }
}

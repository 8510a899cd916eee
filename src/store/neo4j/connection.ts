/** The only door to Neo4j for reading: one statement, one whole answer in its time, or an error that somebody who asks can act on. */
import neo4j, { type BookmarkManager, type Driver } from 'neo4j-driver';
import { ErrorCode, PublicError } from '../../errors.js';
import { Attempt } from './attempt.js';
import { Breaker } from './breaker.js';
import { givenUp, type Neo4jSettings, openDriver, timesOf, tookTooLong, translate, Unreachable } from './driver.js';
import { answersBolt } from './handshake.js';

/** A row of an answer: its columns by name; whole numbers are numbers. */
export type Row = Record<string, unknown>;

export interface ReadOptions {
  /** gives the statement up, in the database too */
  signal?: AbortSignal;
  /** the moment (by `deadline()`) when the request that the statement belongs to must be answered; one that begins now when left out */
  deadline?: number;
}

export class Connection {
  private driver: Driver;
  private bookmarks: BookmarkManager;
  private readonly breaker: Breaker;
  private readonly times: ReturnType<typeof timesOf>;
  private readonly attempts = new Set<Attempt>();
  private closed = false;
  /** how often the database was lost since we began */
  losses = 0;
  /** when the server was last heard of, as `performance.now()` tells it */
  private heardAt = Number.NEGATIVE_INFINITY;

  constructor(private readonly settings: Neo4jSettings) {
    this.times = timesOf(settings);
    [this.driver, this.bookmarks] = [openDriver(settings), neo4j.bookmarkManager()];
    this.breaker = new Breaker(() => this.probe(), {
      opened: ({ message }) => settings.notice?.(`Neo4j: ${message}`),
      closed: () => settings.notice?.('Neo4j: the database answers again.'),
    });
  }

  /** The moment when a request that comes now must be answered, as `performance.now()` tells it. */
  deadline(): number {
    return performance.now() + this.times.deadline;
  }

  /** The rows of a statement that only reads. UNAVAILABLE when the database cannot be reached or the signal gives it up, TIMEOUT when it takes too long. */
  async read(statement: string, parameters: Record<string, unknown> = {}, options: ReadOptions = {}): Promise<Row[]> {
    if (this.closed) throw isClosed();
    this.breaker.check();
    try {
      return await this.run(statement, parameters, options);
    } catch (error) {
      const meaning = translate(error);
      if (meaning instanceof Unreachable) this.lost(meaning);
      throw meaning;
    }
  }

  /** Whether the database answers; throws as `read` does. */
  async verify(): Promise<void> {
    await this.read('RETURN 1');
  }

  /** Ends all connections and what runs on them. */
  async close(): Promise<void> {
    if (this.closed) return;
    this.closed = true;
    this.breaker.end();
    for (const attempt of this.attempts) attempt.stop(isClosed());
    await retire(this.driver);
  }

  private async run(statement: string, parameters: Record<string, unknown>, { signal, deadline }: ReadOptions): Promise<Row[]> {
    if (signal?.aborted) throw givenUp();
    const { reach, statement: longest } = this.times;
    const left = Math.ceil((deadline ?? this.deadline()) - performance.now());
    if (left <= 0) throw tookTooLong();
    const session = this.driver.session({
      database: this.settings.database,
      defaultAccessMode: neo4j.session.READ,
      bookmarkManager: this.bookmarks,
      fetchSize: -1,
    });
    const attempt = new Attempt(session, { reach, statement: longest, left }, this);
    const giveUp = () => attempt.stop(givenUp());
    signal?.addEventListener('abort', giveUp, { once: true });
    this.attempts.add(attempt);
    try {
      return await attempt.read(statement, parameters);
    } finally {
      signal?.removeEventListener('abort', giveUp);
      this.attempts.delete(attempt);
      void attempt.closing();
    }
  }

  /** Takes note that the server said something. */
  heard(): void {
    this.heardAt = performance.now();
  }

  /** Whether the server gives a sign of life within some milliseconds, or gave one to somebody within as many before. */
  async answers(milliseconds: number): Promise<boolean> {
    if (performance.now() - this.heardAt < milliseconds) return true;
    return answersBolt(this.settings.uri, milliseconds).then(
      () => true,
      () => false,
    );
  }

  /** Whether every connection is at work on a statement, so that whoever waits waits for us and not for the database. */
  isFull(): boolean {
    return [...this.attempts].filter(({ isRunning }) => isRunning).length >= this.times.poolSize;
  }

  /** Turns everybody away until the database answers again, on new connections: old ones may be dead without knowing. */
  private lost(cause: Unreachable): void {
    if (this.closed || this.breaker.isOpen) return;
    this.losses += 1;
    this.breaker.open(cause);
    const old = this.driver;
    setTimeout(() => retire(old), this.times.deadline).unref();
    [this.driver, this.bookmarks] = [openDriver(this.settings), neo4j.bookmarkManager()];
  }

  /** Asks the server itself first: the driver would wait without end for one that takes connections and says nothing. */
  private async probe(): Promise<void> {
    await answersBolt(this.settings.uri, this.times.connection);
    await this.run('RETURN 1', {}, {});
  }
}

const isClosed = () => new PublicError(ErrorCode.UNAVAILABLE, 'The store is closed.');

/** Closes a driver without waiting for a server that says nothing. */
async function retire(driver: Driver): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const enough = new Promise<void>((done) => {
    timer = setTimeout(done, 500);
  });
  await Promise.race([driver.close().catch(() => undefined), enough]);
  clearTimeout(timer);
}

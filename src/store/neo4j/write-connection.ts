/** The only door through which anything is written to Neo4j: the loader's. What serves the API never imports it; a test keeps it so. */
import { setTimeout as pause } from 'node:timers/promises';
import neo4j, { type Driver, type ResultSummary, type Session } from 'neo4j-driver';
import { type Neo4jSettings, openDriver } from './driver.js';

export type Row = Record<string, unknown>;

/** What came of a statement. */
export interface Written {
  rows: Row[];
  /** whether it changed anything */
  changed: boolean;
}

/** Sends a statement within a transaction; several may be sent before the first is answered. */
export type Run = (statement: string, parameters?: Row) => Promise<Written>;

export interface WriteSettings {
  /** milliseconds until a transaction that gets no answer counts as failed */
  transactionTimeout?: number;
  /** milliseconds during which what may pass by itself (a deadlock, a lost connection, a new leader) is tried again */
  retryTime?: number;
}

/** JavaScript has one type for numbers; whole ones are sent as integers. */
const withIntegers = (value: unknown): unknown => {
  if (typeof value === 'number') return Number.isInteger(value) ? neo4j.int(value) : value;
  if (Array.isArray(value)) return value.map(withIntegers);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, withIntegers(each)]));
};

const changed = ({ counters }: ResultSummary): boolean => counters.containsUpdates() || counters.containsSystemUpdates();

/** Another loader made the same constraint or index, or deleted the same node, at the same moment. */
const doneMeanwhile =
  /^Neo\.ClientError\.(Statement\.EntityNotFound|Schema\.(EquivalentSchemaRule|Constraint|Index|ConstraintWithName|IndexWithName)AlreadyExists)$/;

/** A transaction that does not fit into memory will not fit the next time. */
const isWorthAnotherTry = (error: unknown): boolean => {
  const code = String((error as { code?: unknown }).code);
  return doneMeanwhile.test(code) || (neo4j.isRetryableError(error) && !code.includes('OutOfMemory'));
};

/** One session for one load: its transactions come one after the other, and each sees what those before it did, in a cluster too. */
export class WriteConnection {
  private readonly driver: Driver;
  private readonly session: Session;
  private readonly transactionTimeout: number;
  private readonly retryTime: number;

  constructor(settings: Neo4jSettings, { transactionTimeout = 120_000, retryTime = 30_000 }: WriteSettings = {}) {
    this.driver = openDriver(settings);
    this.session = this.driver.session({ database: settings.database, defaultAccessMode: neo4j.session.WRITE, fetchSize: -1 });
    this.transactionTimeout = transactionTimeout;
    this.retryTime = retryTime;
  }

  /**
   * Runs a transaction and commits it. The work may be done again when it failed by something that passes, also when it was done but the answer
   * was lost: it must be such that doing it twice does no harm.
   */
  async transaction<T>(work: (run: Run) => Promise<T>, { retry = true } = {}): Promise<T> {
    const end = performance.now() + this.retryTime;
    for (let wait = 50; ; wait = Math.min(2 * wait, 2000)) {
      try {
        return await this.within(this.attempt(work));
      } catch (error) {
        if (!retry || !isWorthAnotherTry(error) || performance.now() + wait > end) throw error;
        await pause(wait * (0.5 + Math.random()));
      }
    }
  }

  async close(): Promise<void> {
    await Promise.race([this.driver.close(), pause(500, undefined, { ref: false })]);
  }

  private async attempt<T>(work: (run: Run) => Promise<T>): Promise<T> {
    const transaction = await this.session.beginTransaction({ timeout: this.transactionTimeout });
    try {
      const result = await work(async (statement, parameters = {}) => {
        const { records, summary } = await transaction.run(statement, withIntegers(parameters) as Row);
        return { rows: records.map((record) => record.toObject() as Row), changed: changed(summary) };
      });
      await transaction.commit();
      return result;
    } finally {
      // After a commit this does nothing; after a failure there may be nobody left to tell.
      await transaction.close().catch(() => undefined);
    }
  }

  /** The server ends a transaction that takes too long; when it does not even say so, the connection is given up. */
  private async within<T>(work: Promise<T>): Promise<T> {
    let timer: NodeJS.Timeout | undefined;
    const silence = new Promise<never>((_, fail) => {
      timer = setTimeout(() => {
        void this.driver.close().catch(() => undefined);
        const error = new Error(`no answer for ${Math.round(this.transactionTimeout / 1000)} seconds`);
        fail(Object.assign(error, { code: 'ServiceUnavailable' }));
      }, this.transactionTimeout + 2000);
    });
    try {
      return await Promise.race([work, silence]);
    } finally {
      clearTimeout(timer);
      work.catch(() => undefined);
    }
  }
}

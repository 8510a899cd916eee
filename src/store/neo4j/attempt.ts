/** One statement on its way: reaching the database, running there, and being given up when it takes too long. */
import type { Session } from 'neo4j-driver';
import type { PublicError } from '../../errors.js';
import { busy, hasNoConnection, isCutOff, tookTooLong, Unreachable } from './driver.js';

/** Milliseconds. */
export interface AttemptTimes {
  /** until a database that has not begun counts as unreachable */
  reach: number;
  /** that the statement may run */
  statement: number;
  /** that are left for the request */
  left: number;
}

/** How long a server that lives may take to give a statement up. */
const closingTime = 500;

/** How long it may take to answer a stranger. */
const signOfLife = 500;

/** What a statement asks of the server that it is sent to. */
interface Server {
  /** whether all connections are at work */
  isFull(): boolean;
  /** whether it gives a sign of life within some milliseconds */
  answers(milliseconds: number): Promise<boolean>;
  /** is told that it said something */
  heard(): void;
}

export class Attempt {
  /** whether the database has begun and not ended */
  isRunning = false;
  private timer: NodeJS.Timeout | undefined;
  private readonly ends: number;
  private end: (error: PublicError) => void = () => undefined;
  private closed: Promise<boolean> | undefined;
  private isOver = false;
  /** whether its time is up, so that what the database says from here on only tells that it was ended */
  private isGivenUp = false;

  /** @param session opened for reading */
  constructor(
    private readonly session: Session,
    private readonly times: AttemptTimes,
    private readonly server: Server,
  ) {
    this.ends = performance.now() + times.left;
  }

  /** The rows, whole; errors as the driver gives them, or those of this file. */
  async read(statement: string, parameters: Record<string, unknown>): Promise<Record<string, unknown>[]> {
    const stopped = new Promise<never>((_, reject) => {
      this.end = reject;
    });
    this.reaching();
    const answer = this.rows(statement, parameters).catch((error: unknown) => {
      // A connection that lay idle may be dead without knowing: another one is tried, once.
      if (this.isOver || !isCutOff(error)) throw error;
      this.reaching();
      return this.rows(statement, parameters);
    });
    try {
      return await Promise.race([answer, stopped]);
    } catch (error) {
      throw hasNoConnection(error) ? this.unreached() : error;
    } finally {
      clearTimeout(this.timer);
      this.isRunning = false;
      this.isOver = true;
      answer.catch(() => undefined);
    }
  }

  /** Gives up, here at once and in the database as soon as it hears of it. */
  stop(error: PublicError): void {
    this.end(error);
    void this.closing();
  }

  /** Ends the session; false when a server that has begun does not answer to that. */
  closing(): Promise<boolean> {
    if (!this.closed) {
      const closed = this.session.close().catch(() => undefined);
      this.closed = this.isRunning ? answersWithin(closingTime, closed) : Promise.resolve(true);
    }
    return this.closed;
  }

  /** One way to the database and back: the statement is its own transaction, which its session keeps from writing. */
  private rows(statement: string, parameters: Record<string, unknown>): Promise<Record<string, unknown>[]> {
    // Ours comes first, and tells why; that of the server is for statements of which we are no longer there to hear.
    const timeout = Math.min(this.times.statement, this.times.left) + closingTime;
    return new Promise((resolve, reject) => {
      const rows: Record<string, unknown>[] = [];
      this.session.run(statement, parameters, { timeout }).subscribe({
        onKeys: () => {
          this.server.heard();
          this.running();
        },
        onNext: (record) => rows.push(record.toObject()),
        onCompleted: () => {
          this.server.heard();
          resolve(rows);
        },
        onError: (error) => {
          if (!this.isGivenUp) reject(error);
        },
      });
    });
  }

  private reaching(): void {
    if (this.isOver) return;
    this.isRunning = false;
    const begun = performance.now();
    const waited = () => performance.now() - begun;
    const { reach, statement } = this.times;
    this.after(Math.min(reach - signOfLife, statement), async () => {
      // A server says nothing while it plans a statement, or makes its first row: whether it lives is asked apart.
      const lives = !this.server.isFull() && (await this.server.answers(signOfLife));
      if (this.isOver || this.isRunning) return;
      // Who has waited less than a second for a first word cannot tell a silent server from a long question.
      if (!lives) this.stop(waited() < 1000 ? tookTooLong() : this.unreached());
      else this.running(Math.max(1, statement - waited()));
    });
  }

  private running(left = this.times.statement): void {
    if (this.isOver) return;
    this.isRunning = true;
    this.after(left, async () => {
      this.isGivenUp = true;
      // A server that plans ends nothing before it has planned: it lives, if it says a word to anybody.
      const [isClosed, lives] = await Promise.all([this.closing(), this.server.answers(signOfLife)]);
      this.end(isClosed || lives ? tookTooLong() : new Unreachable());
    });
  }

  private after(milliseconds: number, act: () => void): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(act, Math.max(1, Math.min(milliseconds, this.ends - performance.now())));
  }

  private unreached(): PublicError {
    return this.server.isFull() ? busy() : new Unreachable();
  }
}

async function answersWithin(milliseconds: number, answer: Promise<unknown>): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const silence = new Promise<boolean>((done) => {
    timer = setTimeout(done, milliseconds, false);
  });
  const answered = await Promise.race([answer.then(() => true), silence]);
  clearTimeout(timer);
  return answered;
}

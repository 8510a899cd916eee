/** One statement on its way: reaching the database, running there, and being given up when it takes too long. */
import type { Session } from 'neo4j-driver';
import type { PublicError } from '../../errors.js';
import { busy, hasNoConnection, tookTooLong, translate, Unreachable } from './driver.js';

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

export class Attempt {
  /** whether the database has begun and not ended */
  isRunning = false;
  private timer: NodeJS.Timeout | undefined;
  private readonly ends: number;
  private end: (error: PublicError) => void = () => undefined;
  private closed: Promise<boolean> | undefined;
  private isOver = false;

  /**
   * @param session opened for reading
   * @param server tells whether all connections are at work, and whether the server gives a sign of life within some milliseconds
   */
  constructor(
    private readonly session: Session,
    private readonly times: AttemptTimes,
    private readonly server: { isFull: () => boolean; answers: (milliseconds: number) => Promise<boolean> },
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
      if (this.isOver || !(translate(error) instanceof Unreachable)) throw error;
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
    const timeout = Math.min(this.times.statement, this.times.left);
    return new Promise((resolve, reject) => {
      const rows: Record<string, unknown>[] = [];
      this.session.run(statement, parameters, { timeout }).subscribe({
        onKeys: () => this.running(),
        onNext: (record) => rows.push(record.toObject()),
        onCompleted: () => resolve(rows),
        onError: reject,
      });
    });
  }

  private reaching(): void {
    if (this.isOver) return;
    this.isRunning = false;
    const begun = performance.now();
    this.after(this.times.reach - signOfLife, async () => {
      // Whoever has waited a second for a first word was not held up by the length of the question, unless the server is still planning it.
      if (performance.now() - begun < 1000) return this.stop(tookTooLong());
      const lives = !this.server.isFull() && (await this.server.answers(signOfLife));
      if (lives && !this.isOver && !this.isRunning) this.running();
      else if (!lives) this.stop(this.unreached());
    });
  }

  private running(): void {
    if (this.isOver) return;
    this.isRunning = true;
    this.after(this.times.statement, async () => this.end((await this.closing()) ? tookTooLong() : new Unreachable()));
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

/**
 * Questions that are asked at once go to the database together. A statement of ours costs the database and the driver more on its way, and for being
 * begun and ended, than for what it reads: one that answers eight costs little more than one that answers one.
 *
 * Nobody waits for company: a question goes at once, unless others of its statement are on their way; then it waits for one of these to come back, and
 * goes with all that wait as it does. Statements that take long are not shared, and some of one text run at once.
 */
import { BoundedMap } from '../../bounded-map.js';
import { ErrorCode, PublicError } from '../../errors.js';
import type { Connection, ReadOptions, Row } from './connection.js';
import { givenUp, tookTooLong } from './driver.js';

/** Milliseconds that the questions of one statement may be expected to take together. */
const mostTime = 100;

/** Statements of one text on their way at once: while the database works on one, we make or read the other. Of those that are not shared, more. */
const [lanes, ownLanes] = [2, 4];

/** How much of a time that differs from what was expected is believed: less where it took longer, which may be for other work of the database. */
const believed = { sooner: 0.5, later: 0.15 };

/** Statements whose times are remembered. */
const statements = 500;

interface Question {
  parameters: Record<string, unknown>;
  options: ReadOptions;
  answer: (row: Row | undefined) => void;
  fail: (error: unknown) => void;
}

export class Gathering {
  private readonly queues = new BoundedMap<string, Queue>(statements);

  constructor(private readonly connection: Connection) {}

  /**
   * The row that a statement of statements.ts gives for one question; undefined where it gives none.
   *
   * @param parameters what the statement sees as `ask`, and `limit`, if it has one
   */
  ask(statement: string, { limit, ...parameters }: Record<string, unknown>, options: ReadOptions = {}): Promise<Row | undefined> {
    const shared = limit === undefined ? {} : { limit };
    const key = `${limit} ${statement}`;
    let queue = this.queues.get(key);
    if (!queue) {
      queue = new Queue((asks, how) => this.connection.read(statement, { asks, ...shared }, how));
      this.queues.set(key, queue, 1);
    }
    return queue.ask(parameters, options);
  }
}

type Send = (asks: readonly Record<string, unknown>[], options: ReadOptions) => Promise<Row[]>;

/** The questions of one statement. */
class Queue {
  private waiting: Question[] = [];
  private underWay = 0;
  /** milliseconds that a question is expected to take; null while nothing came back */
  private time: number | null = null;

  constructor(private readonly send: Send) {}

  ask(parameters: Record<string, unknown>, options: ReadOptions): Promise<Row | undefined> {
    return new Promise((answer, fail) => {
      this.waiting.push({ parameters, options, answer, fail });
      this.go();
    });
  }

  /** Sends what may go: with none back yet, one question alone, as the others would only plan the same statement again. */
  private go(): void {
    const most = this.time === null ? 1 : Math.max(1, Math.floor(mostTime / this.time));
    const free = this.time === null ? 1 : most === 1 ? ownLanes : lanes;
    while (this.waiting.length > 0 && this.underWay < free) {
      const questions = this.waiting.splice(0, most).filter((question) => !isOver(question));
      if (questions.length > 0) void this.answer(questions);
    }
  }

  private async answer(questions: readonly Question[]): Promise<void> {
    const begun = performance.now();
    const taken = () => (performance.now() - begun) / questions.length;
    this.underWay += 1;
    try {
      const asks = questions.map(({ parameters }, place) => ({ ...parameters, place }));
      const rows = new Map((await this.send(asks, optionsOf(questions))).map((row) => [row.place, row]));
      this.learn(taken());
      questions.forEach(({ answer }, place) => {
        answer(rows.get(place));
      });
    } catch (error) {
      // How soon a database refuses tells nothing about the statement.
      if (isOfOne(error)) this.learn(taken());
      // One of them may be at fault, or late, for all: each is asked alone.
      if (questions.length > 1 && isOfOne(error)) for (const question of questions) void this.answer([question]);
      else for (const { fail } of questions) fail(error);
    } finally {
      this.underWay -= 1;
      this.go();
    }
  }

  /** The first one took its time to be planned, so that it tells little. */
  private learn(time: number): void {
    if (this.time === null) this.time = Math.min(time, mostTime / 4);
    else this.time += (time - this.time) * (time < this.time ? believed.sooner : believed.later);
  }
}

/** Whether nobody waits any more for the answer, or has waited too long, which is told. */
function isOver({ options: { signal, deadline = Number.POSITIVE_INFINITY }, fail }: Question): boolean {
  const error = signal?.aborted ? givenUp() : deadline <= performance.now() ? tookTooLong() : null;
  if (error) fail(error);
  return error !== null;
}

/** Of several: the time of the one that has most. Nobody gives up what others wait for. */
function optionsOf(questions: readonly Question[]): ReadOptions {
  const [{ options } = { options: {} }, ...others] = questions;
  if (others.length === 0) return options;
  const deadlines = questions.flatMap(({ options: { deadline } }) => (deadline === undefined ? [] : [deadline]));
  return deadlines.length > 0 ? { deadline: Math.max(...deadlines) } : {};
}

/** Whether an error may come from one of several questions: a database that is busy or gone fails them all. */
const isOfOne = (error: unknown): boolean => !(error instanceof PublicError) || error.code === ErrorCode.TIMEOUT;

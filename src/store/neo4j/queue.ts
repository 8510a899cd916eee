/** The questions of one statement: which of them go together, and when. */
import { ErrorCode, PublicError } from '../../errors.js';
import type { ReadOptions, Row } from './connection.js';
import { givenUp, tookTooLong } from './driver.js';
import type { Planned, Planning } from './planning.js';

/** Milliseconds that the questions of one statement may be expected to take together. */
const mostTime = 100;

/** Statements of one text on their way at once: while the database works on one, we make or read the other. Of those that are not shared, more. */
const [lanes, ownLanes] = [2, 4];

/** How much of a time that differs from what was expected is believed: less where it took longer, which may be for other work of the database. */
const believed = { sooner: 0.5, later: 0.15 };

interface Question {
  parameters: Record<string, unknown>;
  options: ReadOptions & { deadline: number };
  answer: (row: Row | undefined) => void;
  fail: (error: unknown) => void;
}

/** What is known of a statement. */
export interface Known {
  /** milliseconds that a question is expected to take; null while nothing came back */
  time: number | null;
  /** whether it is on its way for the first time */
  isPlanned: boolean;
}

type Send = (asks: readonly Record<string, unknown>[], options: ReadOptions) => Promise<Row[]>;

/** The questions of one statement and limit. */
export class Queue implements Planned {
  private waiting: Question[] = [];
  private underWay = 0;

  constructor(
    private readonly known: Known,
    private readonly planning: Planning,
    private readonly send: Send,
  ) {}

  get length(): number {
    return this.waiting.length;
  }

  get state() {
    return this.known.time !== null ? 'known' : this.known.isPlanned ? 'planning' : 'new';
  }

  ask(parameters: Record<string, unknown>, options: Question['options']): Promise<Row | undefined> {
    return new Promise((answer, fail) => {
      this.waiting.push({ parameters, options, answer, fail });
      this.go();
    });
  }

  go(): void {
    const { time } = this.known;
    if (time === null) {
      if (this.waiting.length > 0) this.planning.want(this);
      return;
    }
    const most = Math.max(1, Math.floor(mostTime / time));
    while (this.waiting.length > 0 && this.underWay < (most === 1 ? ownLanes : lanes)) {
      const questions = this.waiting.splice(0, most).filter((question) => !isOver(question, time));
      if (questions.length > 0) void this.answer(questions);
    }
  }

  drop(): void {
    this.waiting = this.waiting.filter((question) => !isOver(question));
  }

  async first(): Promise<void> {
    this.drop();
    const newest = this.waiting.pop();
    if (!newest) return;
    this.known.isPlanned = true;
    await this.answer([newest]);
    this.known.isPlanned = false;
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
      if (isOfOne(error) && taken() > (this.known.time ?? 0)) this.learn(taken(), mostTime);
      // One of them may be at fault, or late, for all: each is asked alone.
      if (questions.length > 1 && isOfOne(error)) for (const question of questions) void this.answer([question]);
      else for (const { fail } of questions) fail(error);
    } finally {
      this.underWay -= 1;
      this.go();
    }
  }

  /** @param most believed of the first one: it took its time to be planned, so that it tells little */
  private learn(taken: number, most = mostTime / 4): void {
    const { time } = this.known;
    if (time === null) this.known.time = Math.min(taken, most);
    else this.known.time = time + (taken - time) * (taken < time ? believed.sooner : believed.later);
  }
}

/**
 * Whether nobody waits any more for the answer, or it cannot come in time, which is told.
 *
 * @param time milliseconds that it takes
 */
function isOver({ options: { signal, deadline }, fail }: Question, time = 0): boolean {
  const error = signal?.aborted ? givenUp() : deadline - time <= performance.now() ? tookTooLong() : null;
  if (error) fail(error);
  return error !== null;
}

/** Of several: the time of the one that has most. Nobody gives up what others wait for. */
function optionsOf(questions: readonly Question[]): ReadOptions {
  const [{ options } = { options: {} }, ...others] = questions;
  return others.length === 0 ? options : { deadline: Math.max(...questions.map(({ options: { deadline } }) => deadline)) };
}

/** Whether an error may come from one of several questions: a database that is busy or gone fails them all. */
const isOfOne = (error: unknown): boolean => !(error instanceof PublicError) || error.code === ErrorCode.TIMEOUT;

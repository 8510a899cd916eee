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
import { type Planned, Planning } from './planning.js';

/** Milliseconds that the questions of one statement may be expected to take together. */
const mostTime = 100;

/** Statements of one text on their way at once: while the database works on one, we make or read the other. Of those that are not shared, more. */
const [lanes, ownLanes] = [2, 4];

/** How much of a time that differs from what was expected is believed: less where it took longer, which may be for other work of the database. */
const believed = { sooner: 0.5, later: 0.15 };

/** Statements whose times are remembered. */
const statements = 500;

/** Milliseconds between two looks at who has waited too long. */
const lookEvery = 100;

interface Question {
  parameters: Record<string, unknown>;
  options: ReadOptions & { deadline: number };
  answer: (row: Row | undefined) => void;
  fail: (error: unknown) => void;
}

/** What is known of a statement. */
interface Known {
  /** milliseconds that a question is expected to take; null while nothing came back */
  time: number | null;
  /** whether it is on its way for the first time */
  isPlanned: boolean;
}

export class Gathering {
  private readonly known = new BoundedMap<string, Known>(statements);
  private readonly queues = new BoundedMap<string, Queue>(statements);
  private planning = new Planning();
  /** those in which questions wait */
  private readonly busy = new Set<Queue>();
  private timer: NodeJS.Timeout | undefined;
  private losses = 0;

  constructor(private readonly connection: Connection) {}

  /**
   * The row that a statement of statements.ts gives for one question; undefined where it gives none.
   *
   * @param parameters what the statement sees as `ask`, and `limit`, if it has one
   */
  ask(statement: string, { limit, ...parameters }: Record<string, unknown>, options: ReadOptions = {}): Promise<Row | undefined> {
    const { losses } = this.connection;
    if (losses !== this.losses) this.forget(losses);
    const key = `${limit} ${statement}`;
    let queue = this.queues.get(key);
    if (!queue) {
      const known = this.known.get(statement) ?? { time: null, isPlanned: false };
      const shared = limit === undefined ? {} : { limit };
      queue = new Queue(known, this.planning, (asks, how) => this.connection.read(statement, { asks, ...shared }, how));
      this.known.set(statement, known, 1);
      this.queues.set(key, queue, 1);
    }
    const answer = queue.ask(parameters, { ...options, deadline: options.deadline ?? this.connection.deadline() });
    if (queue.length > 0) this.watch(queue);
    return answer;
  }

  /** Tells those that have waited too long, whenever their turn would come. */
  private watch(queue: Queue): void {
    this.busy.add(queue);
    this.timer ??= setInterval(() => {
      for (const each of this.busy) {
        each.drop();
        if (each.length === 0) this.busy.delete(each);
      }
      if (this.busy.size > 0) return;
      clearInterval(this.timer);
      this.timer = undefined;
    }, lookEvery).unref();
  }

  /** A database that was lost may have been restarted: it has everything to plan again. */
  private forget(losses: number): void {
    this.losses = losses;
    this.planning = new Planning();
    this.known.clear();
    this.queues.clear();
  }
}

type Send = (asks: readonly Record<string, unknown>[], options: ReadOptions) => Promise<Row[]>;

/** The questions of one statement and limit. */
class Queue implements Planned {
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

/**
 * Questions that are asked at once go to the database together. A statement of ours costs the database and the driver more on its way, and for being
 * begun and ended, than for what it reads: one that answers eight costs little more than one that answers one.
 *
 * Nobody waits for company: a question goes at once, unless others of its statement are on their way; then it waits for one of these to come back, and
 * goes with all that wait as it does. Statements that take long are not shared, and some of one text run at once.
 */
import neo4j, { type Integer } from 'neo4j-driver';
import { BoundedMap } from '../../bounded-map.js';
import type { Connection, ReadOptions, Row } from './connection.js';
import { Planning } from './planning.js';
import { type Known, Queue } from './queue.js';

/** Statements whose times are remembered. */
const statements = 500;

/** Milliseconds between two looks at who has waited too long. */
const lookEvery = 100;

/** What one question asks: all of it the statement sees as `ask`. */
type Parameters = Readonly<Record<string, unknown>> & { limit?: Integer };

/** The rows that all questions read which go together: those that want nearly as many do. Null where there is no limit. */
const sharedLimit = ({ limit }: Parameters): Integer | null => (limit ? neo4j.int(2 ** Math.ceil(Math.log2(limit.toNumber()))) : null);

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
   * @param parameters what the statement sees as `ask`; with `limit`, if it has one
   */
  ask(statement: string, parameters: Parameters, options: ReadOptions = {}): Promise<Row | undefined> {
    const { losses } = this.connection;
    if (losses !== this.losses) this.forget(losses);
    const limit = sharedLimit(parameters);
    const key = `${limit} ${statement}`;
    let queue = this.queues.get(key);
    if (!queue) {
      const known = this.known.get(statement) ?? { time: null, isPlanned: false };
      const shared = limit === null ? {} : { limit };
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

/**
 * Statements that were not answered yet: the database plans them first, which takes it much longer than to answer them, and all of its processors where
 * many come together. After a restart everything must be planned, by a Java machine that was just started: if all went at once, all would be late, and
 * nothing answered. So few go at a time, and very few while that takes long.
 */

/** Statements that are planned at once: while they take no longer than `quick` milliseconds, and else. */
const [many, few, quick] = [4, 2, 500];

/** How much of the time of the latest is believed. */
const believed = 0.3;

/** Milliseconds after which who still waits shows that not all can be answered in time. */
const long = 1000;

/** The questions of a statement that is to be planned. */
export interface Planned {
  /** questions that wait */
  readonly length: number;
  /** whether it need not wait any more, as another question of its statement was answered, or must, as another is on its way */
  readonly state: 'new' | 'planning' | 'known';
  /** tells those that cannot be answered in time */
  drop(): void;
  /** sends one question alone */
  first(): Promise<void>;
  /** sends what may go */
  go(): void;
}

export class Planning {
  /** with the moment at which it came; the newest last */
  private readonly wanted = new Map<Planned, number>();
  private underWay = 0;
  /** milliseconds that one takes of late */
  private time = quick;

  /** Sends one of the questions as soon as there is room. */
  want(planned: Planned): void {
    if (!this.wanted.has(planned)) this.wanted.set(planned, performance.now());
    this.next();
  }

  private next(): void {
    while (this.underWay < (this.time < quick ? many : few)) {
      const planned = this.choice();
      if (!planned) return;
      this.wanted.delete(planned);
      void this.plan(planned);
    }
  }

  private async plan(planned: Planned): Promise<void> {
    const begun = performance.now();
    this.underWay += 1;
    await planned.first();
    this.underWay -= 1;
    // How soon a database refuses tells nothing.
    if (planned.state === 'known') this.time += believed * (performance.now() - begun - this.time);
    for (const [each] of this.wanted) {
      if (each.state !== 'known') continue;
      this.wanted.delete(each);
      each.go();
    }
    this.next();
  }

  /** That for which most questions wait: of several the oldest, or the newest, which has most time left, where not all can be answered in time. */
  private choice(): Planned | undefined {
    let best: Planned | undefined;
    let isLate = false;
    for (const [each, came] of this.wanted) {
      each.drop();
      if (each.length === 0) this.wanted.delete(each);
      if (each.length === 0 || each.state !== 'new') continue;
      isLate ||= performance.now() - came > long;
      if (!best || each.length > best.length || (isLate && each.length === best.length)) best = each;
    }
    return best;
  }
}

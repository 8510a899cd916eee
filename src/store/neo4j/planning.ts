/**
 * Statements that were not answered yet: the database plans them first, which takes it much longer than to answer them, and all of its processors where
 * many come together. After a restart everything must be planned, by a Java machine that was just started: if all went at once, all would be late, and
 * nothing answered. So few go at a time, those first for which most questions wait, and of these the newest, which have most time left.
 */

/** Statements that are planned at once. */
const most = 4;

/** Milliseconds between two looks at who has waited too long. */
const every = 100;

/** The questions of a statement that is to be planned. */
export interface Planned {
  /** questions that wait */
  readonly length: number;
  /** whether it need not wait any more, as another question of its statement was answered, or must, as another is on its way */
  readonly state: 'new' | 'planning' | 'known';
  /** tells those that have waited too long */
  drop(): void;
  /** sends one question alone */
  first(): Promise<void>;
  /** sends what may go */
  go(): void;
}

export class Planning {
  /** the newest last */
  private readonly wanted = new Set<Planned>();
  private underWay = 0;
  private timer: NodeJS.Timeout | undefined;

  /** Sends one of the questions as soon as there is room. */
  want(planned: Planned): void {
    this.wanted.delete(planned);
    this.wanted.add(planned);
    this.timer ??= setInterval(() => this.look(), every).unref();
    this.next();
  }

  private next(): void {
    while (this.underWay < most) {
      const planned = this.choice();
      if (!planned) return;
      this.underWay += 1;
      this.wanted.delete(planned);
      void planned.first().finally(() => {
        this.underWay -= 1;
        for (const each of this.wanted) if (each.state === 'known') this.release(each);
        this.next();
      });
    }
  }

  private choice(): Planned | undefined {
    let best: Planned | undefined;
    for (const each of this.wanted) if (each.state === 'new' && each.length >= (best?.length ?? 1)) best = each;
    return best;
  }

  private release(planned: Planned): void {
    this.wanted.delete(planned);
    planned.go();
  }

  private look(): void {
    for (const each of this.wanted) {
      each.drop();
      if (each.length === 0) this.wanted.delete(each);
    }
    if (this.wanted.size > 0) return;
    clearInterval(this.timer);
    this.timer = undefined;
  }
}

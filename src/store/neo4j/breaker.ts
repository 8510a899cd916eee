/** Turns askers away at once while the database is lost, and looks once a second whether it is back. */
import type { PublicError } from '../../errors.js';

export interface BreakerEvents {
  opened(cause: PublicError): void;
  closed(): void;
}

export class Breaker {
  private cause: PublicError | undefined;
  private timer: NodeJS.Timeout | undefined;
  private ended = false;

  /**
   * @param probe asks the database for a sign of life; never runs twice at once, and no asker waits for it
   * @param every milliseconds between two probes
   */
  constructor(
    private readonly probe: () => Promise<void>,
    private readonly events: BreakerEvents,
    private readonly every = 1000,
  ) {}

  get isOpen(): boolean {
    return this.cause !== undefined;
  }

  /** Throws what opened the breaker while it is open. */
  check(): void {
    if (this.cause) throw this.cause;
  }

  /** Opens the breaker until a probe succeeds. */
  open(cause: PublicError): void {
    if (this.isOpen || this.ended) return;
    this.cause = cause;
    this.events.opened(cause);
    this.probeLater();
  }

  /** Probes no more. */
  end(): void {
    this.ended = true;
    clearTimeout(this.timer);
  }

  private probeLater(): void {
    if (this.ended) return;
    this.timer = setTimeout(() => {
      this.probe().then(
        () => {
          this.cause = undefined;
          this.events.closed();
        },
        () => this.probeLater(),
      );
    }, this.every);
    this.timer.unref();
  }
}

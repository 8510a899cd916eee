/** Knows which version of the dataset the store has, never more than a second late and without asking for each request. */
import type { GraphStore } from '../store/graph-store.js';

/** Milliseconds after which a version that nobody confirmed counts for nothing. */
const longestTrust = 1000;

export class DatasetWatch {
  /** when the newest confirmation was asked for */
  private confirmed = Number.NEGATIVE_INFINITY;
  private asking: Promise<void> | null = null;

  /** @param now the clock, in milliseconds */
  constructor(
    private readonly store: GraphStore,
    private readonly now: () => number = performance.now.bind(performance),
  ) {}

  /** The version, if it was confirmed within the last second; else null: then `confirm` and ask again. */
  get version(): string | null {
    const age = this.now() - this.confirmed;
    // Whoever asks in the second half of its time has it confirmed in time for the others, and waits for nothing.
    if (age > longestTrust / 2) void this.confirm();
    return age <= longestTrust ? this.store.datasetVersion || null : null;
  }

  /** Asks the store, once for all who want to know meanwhile. When it is away the version stays unconfirmed. */
  confirm(): Promise<void> {
    this.asking ??= this.ask().finally(() => {
      this.asking = null;
    });
    return this.asking;
  }

  private async ask(): Promise<void> {
    const begun = this.now();
    try {
      // The cheapest question there is: the answer stands ready in either store, and comes with its version.
      await this.store.info();
      this.confirmed = begun;
    } catch {
      // Whoever asks the store next is told why.
    }
  }
}

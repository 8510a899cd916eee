/** The end of a server, in order: what is under way is finished, what comes later is turned away, and what takes too long is given up. */
import type { ServerResponse } from 'node:http';
import type { GraphStore } from '../store/graph-store.js';

export class Drain {
  /** whether the server is about to end */
  begun = false;
  private readonly underWay = new Set<GraphStore>();
  private finished: () => void = () => undefined;

  /** Counts a question as under way until its answer is sent or its client is gone; what is still asked of the store then is asked for nobody. */
  track(snapshot: GraphStore, response: ServerResponse): void {
    if (response.destroyed) return void snapshot.close();
    this.underWay.add(snapshot);
    response.once('close', () => {
      void snapshot.close();
      this.underWay.delete(snapshot);
      if (!this.underWay.size) this.finished();
    });
  }

  /**
   * Waits for what is under way. When the time is up its questions to the store are given up, so that it is answered with UNAVAILABLE.
   * @param milliseconds the time
   */
  async run(milliseconds: number): Promise<void> {
    this.begun = true;
    if (!this.underWay.size) return;
    const giveUp = setTimeout(() => {
      for (const snapshot of this.underWay) void snapshot.close();
    }, milliseconds);
    await new Promise<void>((done) => {
      this.finished = done;
      // Whoever does not read its answer is not waited for.
      setTimeout(done, milliseconds + 500).unref();
    });
    clearTimeout(giveUp);
  }
}

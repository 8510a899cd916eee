/** Asks the database for answers from one generation, and knows which version they are of. */
import { setMaxListeners } from 'node:events';
import { ErrorCode, PublicError } from '../../errors.js';
import type { Gathering } from './gathering.js';
import { storedForm } from './model.js';

interface Seen {
  generation: number;
  version: string;
}

/** Asks always for the newest generation. */
export class Reader {
  protected seen: Seen | null = null;
  private readonly ending = new AbortController();

  /** @param deadline when all of it must be answered, see Connection.read; each statement has its own when left out */
  constructor(
    protected readonly gathering: Gathering,
    private readonly deadline?: number,
  ) {
    // Each statement that runs listens; many may.
    setMaxListeners(0, this.ending.signal);
  }

  /** Version of the newest answer, empty before the first. */
  get version(): string {
    return this.seen?.version ?? '';
  }

  /** The answer of a statement of `statement` in statements.ts. */
  async ask<T>(statement: string, parameters: Record<string, unknown> = {}): Promise<T> {
    return this.read<T>(statement, parameters, null);
  }

  /** A reader that stays with the generation of its first answer. */
  pinned(deadline?: number): Reader {
    this.check();
    return new PinnedReader(this.gathering, deadline, this);
  }

  /** Throws when it was closed. */
  check(): void {
    if (this.ending.signal.aborted) throw new PublicError(ErrorCode.UNAVAILABLE, 'The store is closed.');
  }

  /** Gives up what it still runs. */
  close(): void {
    this.ending.abort();
  }

  /** Takes note of an answer; of several at once the newest counts. */
  note(seen: Seen): void {
    if (!this.seen || seen.generation >= this.seen.generation) this.seen = seen;
  }

  protected async read<T>(statement: string, parameters: Record<string, unknown>, generation: number | null): Promise<T> {
    this.check();
    const options = { signal: this.ending.signal, ...(this.deadline === undefined ? {} : { deadline: this.deadline }) };
    const row = await this.gathering.ask(statement, { ...parameters, generation }, options);
    if (!row) {
      const message =
        generation === null
          ? 'There is no dataset in the database yet: run `wsis-graph load`.'
          : 'The data changed while the question was answered; ask again.';
      throw new PublicError(ErrorCode.UNAVAILABLE, message);
    }
    if (row.form !== storedForm) {
      const message = 'The graph in the database was written by another version of this program: run `wsis-graph load`.';
      throw new PublicError(ErrorCode.UNAVAILABLE, message);
    }
    this.note({ generation: row.generation as number, version: row.version as string });
    return row.answer as T;
  }
}

/** Asks for one generation: that of its first answer. The first question goes alone; what is asked meanwhile waits for it. */
class PinnedReader extends Reader {
  private first: Promise<unknown> | null = null;

  constructor(
    gathering: Gathering,
    deadline: number | undefined,
    private readonly parent: Reader,
  ) {
    super(gathering, deadline);
  }

  override async ask<T>(statement: string, parameters: Record<string, unknown> = {}): Promise<T> {
    this.check();
    while (!this.seen && this.first) await this.first.catch(() => undefined);
    if (this.seen) return this.read<T>(statement, parameters, this.seen.generation);
    const answer = this.read<T>(statement, parameters, null);
    this.first = answer;
    try {
      return await answer;
    } finally {
      this.first = null;
    }
  }

  override pinned(deadline?: number): Reader {
    const reader = super.pinned(deadline);
    if (this.seen) reader.note(this.seen);
    return reader;
  }

  override note(seen: Seen): void {
    super.note(seen);
    this.parent.note(seen);
  }
}

/**
 * The generations of the graph in Neo4j. A load builds a new one beside that which is read, then moves the pointer in one transaction.
 *
 * Each has one node that says how it stands: (:Building) while it is built, (:Dataset) when it is whole, (:Doomed) once it is given up. Numbers are
 * never used again, and the pointer never goes back. So a loader that dies at any moment leaves a whole graph, and what the next one may delete.
 */
import { setTimeout as pause } from 'node:timers/promises';
import { LoadFault } from './load-steps.js';
import type { Run, WriteConnection } from './write-connection.js';
import * as cypher from './write-statements.js';

/** Milliseconds; all compared by the clock of the server. */
export interface Patience {
  /** how long the generation that is superseded stays for those who still read it: longer than a request may take */
  grace: number;
  /** how long a loader may be silent before it counts as dead */
  stale: number;
}

/** A generation as readers find it. */
export interface Whole {
  version: string;
  /** how the records are stored, see `storedForm` */
  form: number;
}

/** Another loader has taken this one for dead and given up what it built. */
export class GivenUp extends LoadFault {
  constructor() {
    super('another loader took this one for dead and removed what it had written; run the load again');
  }
}

/** What readers see now; null where nothing was ever loaded. */
export async function current(connection: WriteConnection, retry = true): Promise<Whole | null> {
  return connection.transaction(async (run) => ((await run(cypher.currentDataset)).rows[0] as unknown as Whole | undefined) ?? null, {
    retry,
  });
}

/** Takes a generation that nobody had before. */
export async function take(connection: WriteConnection, version: string): Promise<number> {
  return connection.transaction(async (run) => {
    await run(cypher.lockLoaders);
    return (await run(cypher.takeGeneration, { version })).rows[0]?.generation as number;
  });
}

/** Rows of one kind of node or link, and the statement that writes them. */
export interface Part {
  statement: string;
  rows: readonly unknown[];
}

/** Writes a batch in one transaction, and once, however often it must be sent. Batches are numbered from 1. */
export async function writeBatch(connection: WriteConnection, generation: number, batch: number, parts: readonly Part[]): Promise<void> {
  await connection.transaction(async (run) => {
    // Two statements: the second sees what was done before the first got hold of the generation.
    const [alive, begun] = await Promise.all([run(cypher.heartbeat, { generation }), run(cypher.beginBatch, { generation, batch })]);
    if (alive.rows.length === 0) throw new GivenUp();
    if (begun.rows.length > 0) await Promise.all(parts.map(({ statement, rows }) => run(statement, { generation, rows })));
  });
}

/**
 * Makes a generation the one that is read, unless the very same dataset is read already: then it is given up.
 *
 * @returns whether the pointer moved
 */
export async function switchTo(
  connection: WriteConnection,
  generation: number,
  dataset: Whole & Record<string, unknown>,
  { grace }: Pick<Patience, 'grace'>,
): Promise<boolean> {
  return connection.transaction(async (run) => {
    await run(cypher.lockLoaders);
    const state = (await run(cypher.stateOf, { generation })).rows[0];
    // The pointer moved, and the answer that said so was lost.
    if (state?.whole) return true;
    if (!state?.building) throw new GivenUp();
    if (isSame((await run(cypher.currentDataset)).rows[0], dataset)) {
      await run(cypher.giveUp, { generation });
      return false;
    }
    await run(cypher.switchPointer, { generation, grace, dataset: { ...dataset, generation } });
    return true;
  });
}

/** Whether two generations hold the same records in the same form. */
export const isSame = (one: Partial<Whole> | null | undefined, other: Whole): boolean =>
  one?.version === other.version && one.form === other.form;

/** Gives up what was built, if the database answers. */
export async function giveUp(connection: WriteConnection, generation: number): Promise<void> {
  const work = async (run: Run) => {
    await run(cypher.lockLoaders);
    await run(cypher.giveUp, { generation });
  };
  await connection.transaction(work, { retry: false });
}

type Deleted = (nodes: number) => void;

/**
 * Deletes the generations that nobody needs, waiting out the grace of those that may still be read. What others give up meanwhile is theirs to delete.
 *
 * @param onDelete is told how many nodes of a generation were deleted
 */
export async function sweep(connection: WriteConnection, { stale }: Pick<Patience, 'stale'>, onDelete?: Deleted): Promise<void> {
  const dead = await connection.transaction(async (run) => (await run(cypher.deadGenerations, { stale })).rows);
  for (const { generation, wait } of dead as { generation: number; wait: number }[]) {
    // The clock of the server decides, and it may be behind by the time that the answer took.
    if (wait > 0) await pause(wait + 20);
    const doomed = await connection.transaction(async (run) => {
      await run(cypher.lockLoaders);
      return (await run(cypher.doom, { generation, stale })).rows.length > 0;
    });
    if (doomed) await remove(connection, generation, onDelete);
  }
}

const deletedAtOnce = 2000;

/** Deletes a generation that was given up. */
export async function remove(connection: WriteConnection, generation: number, onDelete?: Deleted): Promise<void> {
  let deleted = 0;
  for (const statement of cypher.deletions) {
    for (let count = deletedAtOnce; count === deletedAtOnce; ) {
      count = await connection.transaction(async (run) => {
        const { changed } = await run(cypher.holdDoomed, { generation });
        return changed ? ((await run(statement, { generation, limit: deletedAtOnce })).rows[0]?.count as number) : 0;
      });
      deleted += count;
      onDelete?.(deleted);
    }
  }
  await connection.transaction((run) => run(cypher.forget, { generation }));
}

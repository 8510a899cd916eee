/** Loads a dataset into Neo4j: a whole generation beside that which is read, compared with what was expected, then the pointer. */
import { nodeSpecs } from '../../domain/graph.js';
import type { Dataset } from '../../domain/records.js';
import { describeDataset } from '../describe.js';
import type { GraphWriter, ReplaceSummary } from '../graph-store.js';
import { schemaStatements } from './constraints.js';
import type { Neo4jSettings } from './driver.js';
import { current, giveUp, isSame, type Part, type Patience, remove, sweep, switchTo, take, writeBatch } from './generations.js';
import { batches, countParts, linkParts, nodeParts } from './load-rows.js';
import { LoadFault, Step } from './load-steps.js';
import { storedForm } from './model.js';
import { WriteConnection, type WriteSettings } from './write-connection.js';
import * as cypher from './write-statements.js';

export interface LoadOptions extends Partial<Patience>, WriteSettings {
  /** is told of every batch: the step, and how much of it is done */
  onProgress?: (step: string, done: number, total: number) => void;
  /** nodes or links in one transaction; 2000 when left out */
  batchSize?: number;
}

/** Readers have a deadline of 5 seconds, so a superseded generation is read for no longer than that. */
const defaults = { grace: 6000, stale: 60_000, batchSize: 2000 };

/**
 * Replaces the graph in one step: who reads sees the old or the new one, never anything between, whenever a loader dies and however many run at once.
 * Does nothing when the database holds this very version already, but for deleting what dead loaders left.
 *
 * @throws PublicError UNAVAILABLE that names the step and says what readers see now
 */
export async function replaceDataset(settings: Neo4jSettings, dataset: Dataset, options: LoadOptions = {}): Promise<ReplaceSummary> {
  const connection = new WriteConnection(settings, options);
  try {
    return await new Load(connection, dataset, { ...defaults, ...options }).run();
  } finally {
    await connection.close();
  }
}

/** The writer of a database. It holds no connection between its loads. */
export const openNeo4jWriter = (settings: Neo4jSettings, options: LoadOptions = {}): GraphWriter => ({
  replace: (dataset) => replaceDataset(settings, dataset, options),
});

class Load {
  private readonly step: Step;
  private batch = 0;

  constructor(
    private readonly connection: WriteConnection,
    private readonly dataset: Dataset,
    private readonly options: typeof defaults & LoadOptions,
  ) {
    this.step = new Step(options.onProgress ?? (() => undefined));
  }

  async run(): Promise<ReplaceSummary> {
    const { connection, dataset, step } = this;
    const { version, nodes, links } = dataset;
    const whole = { version, form: storedForm };
    const present = await step.of('connecting to the database', () => current(connection, false));
    await step.of('making constraints and indexes', () => this.makeIndexes());
    let changed = false;
    if (!isSame(present, whole)) {
      const generation = await step.of('taking a generation', () => take(connection, version));
      changed = await this.build(generation).catch((error) => this.abandon(generation, error));
    }
    await step.of('deleting what is no longer read', (tell) => sweep(connection, this.options, (deleted) => tell(deleted, 0)));
    return { changed, datasetVersion: version, nodes: nodes.length, links: links.length };
  }

  /** Writes, compares and switches; whether the pointer moved. */
  private async build(generation: number): Promise<boolean> {
    const { dataset, step } = this;
    const { version, nodes, links } = dataset;
    const { batchSize } = this.options;
    const description = describeDataset(dataset);
    await step.of('writing nodes', (tell) => this.write(generation, nodeParts(dataset, batchSize), (done) => tell(done, nodes.length)));
    await step.of('writing links', (tell) => this.write(generation, linkParts(dataset, batchSize), (done) => tell(done, links.length)));
    await step.of('comparing what was written', () => this.compare(generation, description));
    await step.of('counting contributions', () => this.write(generation, countParts(dataset), () => undefined, 20));
    const described = { info: JSON.stringify(description), nodes: nodes.length, links: links.length };
    const moved = await step.of('switching to the new graph', () =>
      switchTo(this.connection, generation, { version, form: storedForm, ...described }, this.options),
    );
    if (moved) step.switched();
    return moved;
  }

  private async makeIndexes(): Promise<void> {
    const { connection } = this;
    const [row] = await connection.transaction(async (run) => (await run(cypher.indexNames)).rows);
    const names = new Set(row?.names as string[]);
    for (const { name, statement } of schemaStatements()) {
      if (!names.has(name)) await connection.transaction((run) => run(statement));
    }
    await connection.transaction((run) => run(cypher.awaitIndexes, { seconds: 110 }));
  }

  /** Writes rows of one kind after the other, as many in one transaction as fit. */
  private async write(generation: number, groups: Iterable<Part>, tell: (done: number) => void, size = this.options.batchSize) {
    let done = 0;
    let sent = Promise.resolve();
    // While the database writes a batch, the next one is made.
    for (const parts of batches(groups, size)) {
      await sent;
      this.batch += 1;
      sent = writeBatch(this.connection, generation, this.batch, parts).then(() => {
        for (const { rows } of parts) done += rows.length;
        tell(done);
      });
      // Told when it is awaited; until then it must not count as unhandled.
      sent.catch(() => undefined);
    }
    await sent;
  }

  /** A link whose end is not there is not made, and nothing says so: what was made is counted. */
  private async compare(generation: number, { counts, linkCounts }: ReturnType<typeof describeDataset>): Promise<void> {
    const count = (statement: string) =>
      this.connection.transaction(async (run) => {
        const { rows } = await run(statement, { generation });
        return new Map(rows.map(({ name, count }) => [name as string, count as number]));
      });
    const [nodes, links] = [await count(cypher.countNodes), await count(cypher.countLinks)];
    const expected = [
      ...counts.map(({ kind, count }) => ({ name: nodeSpecs[kind].label, count, made: nodes.get(kind) ?? 0 })),
      ...linkCounts.map(({ link, count }) => ({ name: link, count, made: links.get(link) ?? 0 })),
    ];
    const wrong = expected.filter(({ count, made }) => count !== made);
    if (wrong.length === 0) return;
    throw new LoadFault(
      `what was made is not what was expected: ${wrong.map(({ name, count, made }) => `${made} of ${count} ${name}`).join(', ')}`,
    );
  }

  /** Removes what was built in vain, if the database still lets it; the error is what matters. */
  private async abandon(generation: number, error: unknown): Promise<never> {
    await giveUp(this.connection, generation)
      .then(() => remove(this.connection, generation))
      .catch(() => undefined);
    throw error;
  }
}

/** A load as somebody would write it in an hour: the same rows as `wsis-graph load` sends, in the same UNWIND batches, and nothing that makes it safe. */
import neo4j from 'neo4j-driver';
import { loadDataset } from '../../src/dataset/read-dataset.js';
import { kinds, linkNames } from '../../src/domain/graph.js';
import { schemaStatements } from '../../src/store/neo4j/constraints.js';
import { linkProperties, nodeProperties } from '../../src/store/neo4j/model.js';
import { createLinks, createNodes } from '../../src/store/neo4j/write-statements.js';

const batchSize = 2000;

/** What it prints: seconds. */
export interface BareLoad {
  reading: number;
  sending: number;
}

/** Whole numbers are integers in the database. */
const stored = (properties: Record<string, unknown>) =>
  Object.fromEntries(
    Object.entries(properties).map(([name, value]) => [name, Number.isInteger(value) ? neo4j.int(value as number) : value]),
  );

async function main(): Promise<void> {
  const { NEO4J_URI = '', NEO4J_USERNAME = 'neo4j', NEO4J_PASSWORD = '', DATASET = '' } = process.env;
  const begun = performance.now();
  const { nodes, links } = await loadDataset(DATASET);
  const read = performance.now();
  const driver = neo4j.driver(NEO4J_URI, neo4j.auth.basic(NEO4J_USERNAME, NEO4J_PASSWORD), { disableLosslessIntegers: true });
  const session = driver.session();
  for (const { statement } of schemaStatements()) await session.run(statement);
  await session.run('CALL db.awaitIndexes(100)');
  const generation = neo4j.int(1);
  const send = async (statement: string, count: number, row: (index: number) => unknown) => {
    for (let from = 0; from < count; from += batchSize) {
      const rows = Array.from({ length: Math.min(batchSize, count - from) }, (_, index) => row(from + index));
      await session.executeWrite((transaction) => transaction.run(statement, { rows, generation }));
    }
  };
  for (const kind of kinds) {
    const some = nodes.filter((node) => node.kind === kind);
    await send(createNodes(kind), some.length, (index) => stored(nodeProperties(some[index] as (typeof some)[number])));
  }
  for (const name of linkNames) {
    const some = links.filter(({ link }) => link === name);
    await send(createLinks(name), some.length, (index) => {
      const link = some[index] as (typeof some)[number];
      return { from: link.from, to: link.to, properties: stored(linkProperties(link)) };
    });
  }
  await session.close();
  await driver.close();
  const result: BareLoad = { reading: (read - begun) / 1000, sending: (performance.now() - read) / 1000 };
  process.stdout.write(`${JSON.stringify(result)}\n`);
}

void main();

/** What the server says once it listens: at a terminal to a person, elsewhere by one line of the log. */
import type { FastifyBaseLogger } from 'fastify';
import { PublicError } from '../errors.js';
import type { GraphStore } from '../store/graph-store.js';

/**
 * Says where to look, and what is there.
 * @param address of the server, without a slash at the end
 * @param log has the line whatever its level: with PORT=0 nothing else tells the address
 * @param neo4j address of the Neo4j that holds the graph; none for the embedded store
 */
export async function greet(address: string, store: GraphStore, log: FastifyBaseLogger, neo4j?: string): Promise<void> {
  const held = await contents(store);
  const [explorer, graphql] = [`${address}/`, `${address}/graphql`];
  if (!process.stdout.isTTY) {
    log.child({}, { level: 'info' }).info({ explorer, graphql, store: neo4j ? 'neo4j' : 'memory', neo4j, ...held }, 'listening');
    return;
  }
  const what =
    'notReady' in held
      ? `not ready: ${held.notReady} /readyz tells when it is.`
      : `${held.nodes} nodes and ${held.links} links, dataset ${held.datasetVersion}`;
  console.log(`wsis-graph: ${what} (${neo4j ? `Neo4j at ${neo4j}` : 'embedded store'})`);
  console.log(`Explorer:   ${explorer}`);
  console.log(`GraphQL:    ${graphql}`);
  console.log(
    `Try:        curl -s ${graphql} -H 'content-type: application/json' -d '{"query":"{ actionLine(id: \\"C7\\") { name reportingEntities { nodes { name } } } }"}'`,
  );
  console.log('Examples:   npx wsis-graph query --list');
}

/** What is in the store, or why it cannot be told yet. */
async function contents(store: GraphStore): Promise<{ nodes: number; links: number; datasetVersion: string } | { notReady: string }> {
  try {
    const { counts, linkCounts, datasetVersion } = await store.info();
    const sum = (rows: readonly { count: number }[]) => rows.reduce((total, row) => total + row.count, 0);
    return { nodes: sum(counts), links: sum(linkCounts), datasetVersion };
  } catch (error) {
    if (error instanceof PublicError) return { notReady: error.message };
    throw error;
  }
}

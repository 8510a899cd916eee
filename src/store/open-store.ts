/** Opens the store that the configuration asks for: the only file that names the adapters. */
import type { Dataset } from '../domain/records.js';
import type { GraphStore } from './graph-store.js';
import { openMemoryStore } from './memory/open.js';
import type { Neo4jSettings } from './neo4j/driver.js';

/**
 * A store in Neo4j is open also while its database is not there: its methods throw UNAVAILABLE until it is.
 * @param neo4j the database that holds the graph; null for the embedded store
 * @param load reads the dataset, for the embedded store
 */
export async function openStore(neo4j: Neo4jSettings | null, load: () => Promise<Dataset>): Promise<GraphStore> {
  if (!neo4j) return openMemoryStore(await load());
  // The driver is read only where it is needed: it takes a while, and most begin without a database.
  const { openNeo4jStore } = await import('./neo4j/open.js');
  return openNeo4jStore(neo4j);
}

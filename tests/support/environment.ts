/** The environment that names a database to the program. */
import type { Neo4jSettings } from '../../src/store/neo4j/driver.js';
import { keepSecret } from './leaks.js';

export function environmentOf({ uri, username, password, database }: Neo4jSettings): Record<string, string> {
  keepSecret(password);
  return { NEO4J_URI: uri, NEO4J_USERNAME: username, NEO4J_PASSWORD: password, NEO4J_DATABASE: database };
}

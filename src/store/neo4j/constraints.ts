/** The constraints and indexes of the graph in Neo4j, from the table of the graph. */
import { kinds, nodeSpecs } from '../../domain/graph.js';

/** The text of schema/graph.cypher: one statement a line, each harmless when repeated. */
export function printConstraints(): string {
  const statements = kinds.flatMap((kind) => {
    const { label, prefix } = nodeSpecs[kind];
    const name = prefix.replaceAll('-', '_');
    return [
      `CREATE CONSTRAINT ${name}_id IF NOT EXISTS FOR (n:${label}) REQUIRE n.id IS UNIQUE;`,
      `CREATE INDEX ${name}_sort IF NOT EXISTS FOR (n:${label}) ON (n.sort, n.id);`,
    ];
  });
  return ['// Emitted by `npm run emit`; never edited.', ...statements, ''].join('\n');
}

/** The constraints and indexes of the graph in Neo4j, from the table of the graph. */
import { kinds, nodeSpecs } from '../../domain/graph.js';
import type { LinkName } from '../../domain/vocabulary.js';
import { listIndex, listProperties, longLinks } from './long-lists.js';

/** A constraint or index: its name in the database, and the statement that makes it; harmless when it is there already. */
export interface SchemaStatement {
  name: string;
  statement: string;
}

/** The full-text indexes: of lists whose values are whole words already, so they are not split again. */
export const fullTextIndexes = { keys: 'node_keys', nameWords: 'node_names', textWords: 'node_text' } as const;

const unique = (name: string, label: string, properties: readonly string[]): SchemaStatement => ({
  name,
  statement: `CREATE CONSTRAINT ${name} IF NOT EXISTS FOR (n:${label}) REQUIRE (${properties.map((each) => `n.${each}`).join(', ')}) IS UNIQUE`,
});

/** An index for lists in default order, within one generation. */
const sorted = (label: string, prefix: string): SchemaStatement => {
  const name = `${prefix.replaceAll('-', '_')}_order`;
  return { name, statement: `CREATE INDEX ${name} IF NOT EXISTS FOR (n:${label}) ON (n.generation, n.sort, n.id)` };
};

/** An index for the long lists of a link, see long-lists.ts. */
const list = (link: LinkName): SchemaStatement => {
  const properties = listProperties.map((property) => `r.${property}`).join(', ');
  return { name: listIndex(link), statement: `CREATE INDEX ${listIndex(link)} IF NOT EXISTS FOR ()-[r:${link}]-() ON (${properties})` };
};

const fullText = ([property, name]: readonly [string, string]): SchemaStatement => ({
  name,
  statement: `CREATE FULLTEXT INDEX ${name} IF NOT EXISTS FOR (n:Node) ON EACH [n.${property}] OPTIONS {indexConfig: {\`fulltext.analyzer\`: 'keyword'}}`,
});

/** All of them, in the order in which they are made. */
export function schemaStatements(): SchemaStatement[] {
  return [
    unique('loader', 'Loader', ['id']),
    unique('current', 'Current', ['id']),
    unique('building', 'Building', ['generation']),
    unique('dataset', 'Dataset', ['generation']),
    unique('node', 'Node', ['generation', 'id']),
    unique('count', 'Count', ['generation', 'name']),
    ...kinds.map((kind) => sorted(nodeSpecs[kind].label, nodeSpecs[kind].prefix)),
    ...longLinks.map(list),
    ...Object.entries(fullTextIndexes).map(fullText),
  ];
}

/** The text of schema/graph.cypher: one statement a line. */
export function printConstraints(): string {
  return [
    '// Emitted by `npm run emit`; never edited. `wsis-graph load` makes what is missing.',
    ...schemaStatements().map(({ statement }) => `${statement};`),
    '',
  ].join('\n');
}

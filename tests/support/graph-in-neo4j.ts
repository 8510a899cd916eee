/** What stands in a Neo4j, read plainly and without the store: the graph that readers see, its checksum, and what is there beside it. */
import neo4j from 'neo4j-driver';
import { linkNames } from '../../src/domain/graph.js';
import type { Dataset, LinkRecord, NodeRecord } from '../../src/domain/records.js';
import { datasetVersion } from '../../src/domain/version.js';
import type { Kind, LinkName } from '../../src/domain/vocabulary.js';
import type { Neo4jSettings } from '../../src/store/neo4j/driver.js';
import type { Properties } from '../../src/store/neo4j/model.js';
import { linkSlots, nodeSlots, toLink, toNode } from '../../src/store/neo4j/records.js';

export type Rows = Record<string, unknown>[];

/** Runs statements one after the other on a connection of its own; gives the rows of the last. */
export async function cypher(settings: Neo4jSettings, ...statements: (string | [string, Record<string, unknown>])[]): Promise<Rows> {
  const { uri, username, password, database } = settings;
  const driver = neo4j.driver(uri, password ? neo4j.auth.basic(username, password) : undefined, { disableLosslessIntegers: true });
  try {
    let rows: Rows = [];
    for (const each of statements) {
      const [statement, parameters] = typeof each === 'string' ? [each] : each;
      const { records } = await driver.executeQuery(statement, parameters, { database });
      rows = records.map((record) => record.toObject());
    }
    return rows;
  } finally {
    await driver.close();
  }
}

/** Empties a database but for its constraints and indexes, in small transactions: the file of tests before may have left a large graph. */
export async function empty(settings: Neo4jSettings): Promise<void> {
  const rounds = ['MATCH ()-[r]->() WITH r LIMIT 20000 DELETE r', 'MATCH (n) WITH n LIMIT 20000 DELETE n'];
  for (const round of rounds) while ((await cypher(settings, `${round} RETURN count(*) AS deleted`))[0]?.deleted);
}

/** The dataset under the version that its records make. */
export const sealed = (dataset: Dataset): Dataset => ({
  ...dataset,
  version: datasetVersion(dataset.version.split('+')[0] as string, dataset.nodes, dataset.links),
});

export interface Graph {
  /** as the graph says of itself; null where nothing was loaded */
  version: string | null;
  /** as its records make it */
  checksum: string | null;
  nodes: number;
  links: number;
  /** relationships that stand twice: same ends, name and identity */
  duplicates: number;
  /** nodes of other generations, and marks of generations that are being built or given up */
  rest: number;
}

/** The graph that the pointer points at. */
export async function graphIn(settings: Neo4jSettings): Promise<Graph> {
  const whole = 'MATCH (c:Current) MATCH (d:Dataset {generation: c.generation})';
  const [dataset] = await cypher(settings, `${whole} RETURN d.generation AS generation, d.version AS version`);
  const rest = await cypher(
    settings,
    'OPTIONAL MATCH (c:Current) WITH c.generation AS current MATCH (n) WHERE (n:Node OR n:Dataset OR n:Building OR n:Doomed) AND (current IS NULL OR n.generation <> current) RETURN count(n) AS rest',
  );
  const left = { rest: rest[0]?.rest as number };
  if (!dataset) return { version: null, checksum: null, nodes: 0, links: 0, duplicates: 0, ...left };
  const parameters = { generation: neo4j.int(dataset.generation as number) };
  const nodeRows = await cypher(settings, ['MATCH (n:Node {generation: $generation}) RETURN properties(n) AS stored', parameters]);
  const linkRows = await cypher(settings, [
    'MATCH (a:Node {generation: $generation})-[r]->(b) RETURN type(r) AS name, a.id AS from, b.id AS to, properties(r) AS stored',
    parameters,
  ]);
  const nodes: NodeRecord[] = nodeRows.map(({ stored }) => {
    const properties = stored as Properties;
    return toNode(nodeSlots(properties.kind as Kind), properties, properties.sources);
  });
  const links: LinkRecord[] = linkRows.map(({ name, from, to, stored }) => {
    const [link, properties] = [name as LinkName, stored as Properties];
    return toLink({ link, from: from as string, to: to as string }, linkSlots(link), properties, properties.evidence);
  });
  const keys = new Set(linkRows.map(({ name, stored }) => `${linkNames.indexOf(name as LinkName)} ${(stored as Properties).key}`));
  const version = dataset.version as string;
  const checksum = datasetVersion(version.split('+')[0] as string, nodes, links);
  return { version, checksum, nodes: nodes.length, links: links.length, duplicates: links.length - keys.size, ...left };
}

/** What `graphIn` tells of a dataset that was loaded whole, with nothing beside it. */
export const whole = ({ version, nodes, links }: Dataset): Graph => ({
  version,
  checksum: version,
  nodes: nodes.length,
  links: links.length,
  duplicates: 0,
  rest: 0,
});

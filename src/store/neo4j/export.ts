/** The whole graph, read from Neo4j in pages of one generation. */
import neo4j from 'neo4j-driver';
import { kinds, linkNames, linkSpecs, nodeSpecs } from '../../domain/graph.js';
import type { LinkRecord, NodeRecord } from '../../domain/records.js';
import type { LinkName } from '../../domain/vocabulary.js';
import { idOf, LinkProjection, NodeProjection, type Tuple } from './projections.js';
import type { Reader } from './reader.js';
import { call, statement } from './statements.js';

const pageSize = 2048;

/** Ids hold no character whose place depends on how texts are compared (the dataset is checked for that), so the index has them in order. */
const nodesAfter = (projection: NodeProjection): string =>
  statement(
    call(
      'g',
      `MATCH (n:Node) WHERE n.generation = g AND n.id > ask.after AND n.id < ask.end
WITH n ORDER BY n.generation, n.id LIMIT $limit
WITH collect(${projection.of('n')}) AS rows
RETURN rows[..ask.limit] AS rows`,
    ),
    'rows',
  );

const linksAfter = (name: LinkName, projection: LinkProjection): string =>
  statement(
    call(
      'g',
      `MATCH (n:Node)-[link:${name}]->(to) WHERE n.generation = g AND n.id >= ask.from AND n.id < ask.end AND link.key > ask.after
WITH n, link, to ORDER BY n.generation, n.id, link.key LIMIT $limit
WITH collect([link.key, n.id, to.id, ${projection.of('link')}]) AS rows
RETURN rows[..ask.limit] AS rows`,
    ),
    'rows',
  );

/** See GraphStore.export. The ids of a kind lie between its prefix with a slash and with what follows a slash. */
export async function* exportAll(reader: Reader): AsyncGenerator<NodeRecord | LinkRecord> {
  for (const kind of kinds) {
    const { prefix } = nodeSpecs[kind];
    const projection = new NodeProjection([kind], { sources: true });
    const text = nodesAfter(projection);
    yield* pages(
      `${prefix}/`,
      (after) => reader.ask<Tuple[]>(text, { after, end: `${prefix}0`, limit: neo4j.int(pageSize) }),
      idOf,
      (tuple) => projection.record(tuple),
    );
  }
  for (const name of linkNames) {
    const projection = new LinkProjection([name]);
    const text = linksAfter(name, projection);
    for (const prefix of linkSpecs[name].from.map((kind) => nodeSpecs[kind].prefix).sort()) {
      const read = (after: string) => {
        const from = after.split('\u0000')[0];
        return reader.ask<LinkRow[]>(text, { after, from, end: `${prefix}0`, limit: neo4j.int(pageSize) });
      };
      yield* pages(
        `${prefix}/`,
        read,
        ([key]) => key,
        ([, from, to, tuple]) => projection.record(name, from, to, tuple),
      );
    }
  }
}

type LinkRow = readonly [key: string, from: string, to: string, link: Tuple];

/** Page after page of what has a key after the first one. */
async function* pages<T, U>(
  first: string,
  read: (after: string) => Promise<T[]>,
  keyOf: (row: T) => string,
  recordOf: (row: T) => U,
): AsyncGenerator<U> {
  for (let after = first, rows: T[] = []; ; after = keyOf(rows[rows.length - 1] as T)) {
    rows = await read(after);
    yield* rows.map(recordOf);
    if (rows.length < pageSize) return;
  }
}

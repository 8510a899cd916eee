/** The whole graph, read from Neo4j in pages of one generation. */
import neo4j from 'neo4j-driver';
import { kinds, linkNames, linkSpecs, nodeSpecs } from '../../domain/graph.js';
import type { LinkRecord, NodeRecord } from '../../domain/records.js';
import type { LinkName } from '../../domain/vocabulary.js';
import { type Properties, toLink, toNode } from './model.js';
import type { Reader } from './reader.js';
import { call, propertiesOf, recordOf, statement } from './statements.js';

const pageSize = 2000;

/** Ids hold no character whose place depends on how texts are compared (the dataset is checked for that), so the index has them in order. */
const nodesAfter = statement(
  call(
    'g',
    `MATCH (n:Node) WHERE n.generation = g AND n.id > $after AND n.id < $end
WITH n ORDER BY n.generation, n.id LIMIT $limit
RETURN collect(${recordOf('n')}) AS rows`,
  ),
  'rows',
);

const linksAfter = (name: LinkName): string =>
  statement(
    call(
      'g',
      `MATCH (n:Node)-[link:${name}]->(to) WHERE n.generation = g AND n.id >= $from AND n.id < $end AND link.key > $after
WITH n, link, to ORDER BY n.generation, n.id, link.key LIMIT $limit
RETURN collect({from: n.id, to: to.id, key: link.key, link: ${propertiesOf('link')}}) AS rows`,
    ),
    'rows',
  );

/** See GraphStore.export. The ids of a kind lie between its prefix with a slash and with what follows a slash. */
export async function* exportAll(reader: Reader): AsyncGenerator<NodeRecord | LinkRecord> {
  for (const kind of kinds) {
    const { prefix } = nodeSpecs[kind];
    yield* pages(
      `${prefix}/`,
      (after) => reader.ask<Properties[]>(nodesAfter, { after, end: `${prefix}0`, limit: neo4j.int(pageSize) }),
      ({ id }) => id as string,
      toNode,
    );
  }
  for (const name of linkNames) {
    for (const prefix of linkSpecs[name].from.map((kind) => nodeSpecs[kind].prefix).sort()) {
      const read = (after: string) => {
        const from = after.split('\u0000')[0];
        return reader.ask<LinkRow[]>(linksAfter(name), { after, from, end: `${prefix}0`, limit: neo4j.int(pageSize) });
      };
      yield* pages(
        `${prefix}/`,
        read,
        ({ key }) => key,
        ({ from, to, link }) => toLink(name, from, to, link),
      );
    }
  }
}

interface LinkRow {
  from: string;
  to: string;
  key: string;
  link: Properties;
}

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

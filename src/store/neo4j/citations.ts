/** Walks over citations in the neo4j store: the database finds what is within reach, trails.ts orders what it found as for every store. */
import neo4j from 'neo4j-driver';
import { linkSpecs } from '../../domain/graph.js';
import type { LinkRecord, LinkSummary, NodeSummary } from '../../domain/records.js';
import { documentKinds, type Kind } from '../../domain/vocabulary.js';
import type { Direction, GraphStore, LineageGraph, LineageQuery, Trail } from '../graph-store.js';
import { type Citations, lineageIn, pathsIn } from '../trails.js';
import { compareTuples, idOf, LinkProjection, NodeProjection, Projection, type Tuple } from './projections.js';
import type { Reader } from './reader.js';
import { call, nodeOf, statement, union } from './statements.js';
import { isStorable } from './values.js';

const documents = new NodeProjection(documentKinds, { sources: false });

/** What is read of citations: with all of their evidence, or with the place that the first piece names. Their place in the text is the last of it. */
const whole = new LinkProjection(['CITES'], ['place']);
const brief = new Projection(['where', 'paragraph', ...Object.keys(linkSpecs.CITES.properties), 'place']);

const directions = { ANCESTORS: ['OUT'], DESCENDANTS: ['IN'], BOTH: ['OUT', 'IN'] } as const satisfies Record<string, Direction[]>;

/**
 * Every node within reach of `start`, itself too, as `n` with its least `depth`. Neo4j walks by breadth, each node once, only where nothing is asked of a
 * way but its least length (a test holds it to that). The greatest depth is a part of the text: it cannot be a parameter.
 */
function reach(direction: Direction, most: number, verbs?: readonly string[]): string {
  const links = `-[:CITES*0..${Math.max(0, Math.trunc(most))}]-`;
  const by = verbs ? ' WHERE all(link IN relationships(way) WHERE link.verb IN ask.verbs)' : '';
  return `MATCH way = (start)${direction === 'OUT' ? `${links}>` : `<${links}`}(n)${by}
WITH start, n, min(length(way)) AS depth`;
}

/** All citations between the nodes in `shown`. */
const linksBetween = (citations: Projection, verbs?: readonly string[]) =>
  call(
    'shown',
    `UNWIND shown AS n
MATCH (n)-[link:CITES]-()${verbs ? ' WHERE link.verb IN ask.verbs' : ''}
WITH link, count(*) AS ends WHERE ends = 2 OR startNode(link) = endNode(link)
RETURN collect([startNode(link).id, endNode(link).id, ${citations.of('link')}]) AS links`,
  );

const subgraph = `{nodes: [n IN shown | ${documents.of('n')}], links: links}`;

interface Subgraph {
  nodes: Tuple[];
  links: [from: string, to: string, link: Tuple][];
}

/** See GraphStore.lineage. The nearest nodes, one more than asked for, and the links between them are enough to walk over again. */
export async function lineage(reader: Reader, query: LineageQuery): Promise<LineageGraph | null> {
  const { id, direction, verbs, maxDepth, limit } = query;
  if (!isStorable(id)) return null;
  const projection = query.evidence === false ? brief : whole;
  const walks = directions[direction].map(
    (each) => `UNWIND starts AS start\n${reach(each, maxDepth, verbs)} WHERE n <> start\nRETURN n, depth`,
  );
  const text = statement(
    `${call('g', `${nodeOf('n', 'ask.id')} WHERE n.kind IN ask.documents\nRETURN collect(n) AS starts`)}
${call(
  'starts',
  `${call('starts', union(walks))}
WITH n, min(depth) AS depth ORDER BY depth, n.sort, n.id LIMIT $limit
WITH collect(n) AS found
RETURN starts + found[..ask.limit] AS shown`,
)}
${linksBetween(projection, verbs)}`,
    subgraph,
  );
  const parameters = { id, documents: documentKinds, limit: neo4j.int(limit + 1), ...(verbs ? { verbs } : {}) };
  return lineageIn(citationsOf(await reader.ask<Subgraph>(text, parameters), projection), query);
}

/** See GraphStore.paths. What lies on a short enough walk from one end to the other is enough to find all paths. */
export async function paths(reader: Reader, query: Parameters<GraphStore['paths']>[0]): Promise<Trail[]> {
  const { from, to, maxLength } = query;
  if (from === to || maxLength < 1 || !isStorable(from) || !isStorable(to)) return [];
  const walk = (id: string, direction: Direction) => `${nodeOf('start', id)}\n${reach(direction, maxLength)}\nRETURN n, depth`;
  const text = statement(
    `${call(
      'g',
      `${call('g', union([walk('ask.from', 'OUT'), walk('ask.to', 'IN')]))}
WITH n, sum(depth) AS length, count(*) AS ends WHERE ends = 2 AND length <= ask.length
RETURN collect(n) AS shown`,
    )}
${linksBetween(whole)}`,
    subgraph,
  );
  const found = await reader.ask<Subgraph>(text, { from, to, length: neo4j.int(maxLength) });
  return pathsIn(citationsOf(found, whole) as Citations<LinkRecord>, query);
}

/** See GraphStore.commonAncestors. */
export async function commonAncestors(reader: Reader, query: Parameters<GraphStore['commonAncestors']>[0]): Promise<NodeSummary[]> {
  const { maxDepth, limit } = query;
  const ids = [...new Set(query.ids)];
  if (ids.length === 0 || !ids.every(isStorable)) return [];
  const text = statement(
    call(
      'g',
      `UNWIND ask.ids AS id
${nodeOf('start', 'id')}
${reach('OUT', maxDepth)} WHERE n <> start
WITH n, max(depth) AS greatest, sum(depth) AS sum, count(*) AS count WHERE count = size(ask.ids)
WITH n ORDER BY greatest, sum, n.sort, n.id LIMIT $limit
WITH collect(n) AS found
RETURN [n IN found[..ask.limit] | ${documents.of('n')}] AS nodes`,
    ),
    'nodes',
  );
  const found = await reader.ask<Tuple[]>(text, { ids, limit: neo4j.int(limit) });
  return found.map((tuple) => documents.summary(tuple));
}

const none: readonly LinkSummary[] = [];

function citationsOf({ nodes, links }: Subgraph, projection: Projection): Citations {
  const records = new Map(nodes.map((tuple) => [idOf(tuple), documents.summary(tuple)]));
  const tuples = new Map(nodes.map((tuple) => [idOf(tuple), tuple]));
  const isDocument = ({ kind }: NodeSummary) => (documentKinds as readonly Kind[]).includes(kind);
  const places = new Map<LinkSummary, string>();
  for (const [from, to, tuple] of links) {
    places.set(projection === whole ? whole.record('CITES', from, to, tuple) : briefly(from, to, tuple), tuple.at(-1) as string);
  }
  const found = [...places.keys()];
  const [out, into] = [groupBy(found, ({ from }) => from), groupBy(found, ({ to }) => to)];
  return {
    document: (id) => {
      const record = records.get(id);
      return record && isDocument(record) ? record : null;
    },
    links: (id, direction) => (direction === 'OUT' ? out : into).get(id) ?? none,
    place: (link) => places.get(link) as string,
    compare: (a, b) => compareTuples(tuples.get(a.id) as Tuple, tuples.get(b.id) as Tuple),
  };
}

function briefly(from: string, to: string, tuple: Tuple): LinkSummary {
  const { place, ...stored } = brief.read(tuple);
  return { link: 'CITES', from, to, ...stored };
}

function groupBy<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group) group.push(item);
    else groups.set(keyOf(item), [item]);
  }
  return groups;
}

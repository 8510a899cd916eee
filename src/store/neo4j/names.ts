/** Nodes by id and by name, in the neo4j store. */
import { kinds as allKinds, kindOfId, nodeSpecs } from '../../domain/graph.js';
import type { NodeRecord } from '../../domain/records.js';
import { type Kind, namedKinds } from '../../domain/vocabulary.js';
import type { GraphStore, SearchCandidate } from '../graph-store.js';
import { candidateOf, compareByKind, nameWords } from '../names.js';
import { fullTextIndexes } from './constraints.js';
import { anyKey, beginnings, mostClauses } from './lucene.js';
import type { Properties } from './model.js';
import { idOf, NodeProjection, Projection, type Tuple } from './projections.js';
import type { Reader } from './reader.js';
import { nodeSlots, type Slots, toNode } from './records.js';
import { call, nodeOf, statement, union } from './statements.js';
import { isStorable, labelOf } from './values.js';

const byId = statement(
  call('g', `UNWIND ask.ids AS id\n${nodeOf('n', 'id')}\nRETURN collect(${NodeProjection.ofAny('n', 'ask.properties')}) AS nodes`),
  'nodes',
);

/** See GraphStore.nodes. */
export async function nodes(reader: Reader, ids: readonly string[]): Promise<(NodeRecord | null)[]> {
  const asked = [...new Set(ids)].filter(isStorable);
  const ofIds = new Set(asked.map(kindOfId));
  const kinds = allKinds.filter((kind) => ofIds.has(kind));
  if (kinds.length === 0) return ids.map(() => null);
  const projection = new NodeProjection(kinds, { sources: true });
  const found = await reader.ask<Tuple[]>(byId, { ids: asked, properties: projection.properties });
  const records = new Map(found.map((tuple) => [idOf(tuple), projection.record(tuple)]));
  return ids.map((id) => records.get(id) ?? null);
}

/** What is called so may be of any kind: all its properties come, but for those that serve to find it. */
const byKey = statement(
  call(
    'g',
    `UNWIND ask.queries AS query
CALL db.index.fulltext.queryNodes('${fullTextIndexes.keys}', query) YIELD node AS n
WITH DISTINCT n WHERE n.generation = g
RETURN collect({node: n {.*, keys: null, nameWords: null, textWords: null}, keys: [key IN n.keys WHERE key IN ask.keys]}) AS found`,
  ),
  'found',
);

const slots = Object.fromEntries(allKinds.map((kind) => [kind, nodeSlots(kind)])) as Record<Kind, Slots>;

/** See GraphStore.lookup. */
export async function lookup(reader: Reader, keys: readonly string[]): Promise<NodeRecord[][]> {
  const asked = [...new Set(keys)].filter((key) => key !== '' && isStorable(key));
  const parameters = { keys: asked, queries: anyKey(asked) };
  const found = asked.length > 0 ? await reader.ask<{ node: Properties; keys: string[] }[]>(byKey, parameters) : [];
  const rows = found
    .map(({ node, keys: own }) => ({ node: toNode(slots[node.kind as Kind], node, node.sources), keys: own }))
    .sort((a, b) => compareByKind(a.node, b.node));
  const called = new Map(asked.map((key) => [key, [] as NodeRecord[]]));
  for (const { node, keys: own } of rows) for (const key of own) called.get(key)?.push(node);
  return keys.map((key) => [...(called.get(key) ?? [])]);
}

/** What a candidate is made of. */
const names = new Projection(['id', 'kind', 'name', 'alternateNames', ...allKinds.flatMap((kind) => nodeSpecs[kind].keys)]);

const named = `UNWIND ask.queries AS query
CALL db.index.fulltext.queryNodes('${fullTextIndexes.nameWords}', query) YIELD node AS n
WITH DISTINCT n WHERE n.generation = g AND n.kind IN ask.kinds
RETURN n`;

/** The index has no words of kinds without names, which are many and which nobody searches so: these are looked through, not too strictly. */
const unnamed = (
  kind: Kind,
  match: 'ALL' | 'ANY',
) => `MATCH (n:${labelOf(kind)}) WHERE n.generation = g AND n.sort IS NOT NULL AND n.id IS NOT NULL
AND (size(n.alternateNames) > 0 OR NOT n.id =~ '[ -~]*' OR ${match.toLowerCase()}(word IN ask.words WHERE
  toLower(n.id) CONTAINS word OR any(own IN n.textWords WHERE own STARTS WITH word)))
RETURN n`;

/** See GraphStore.candidates. */
export async function candidates(reader: Reader, query: Parameters<GraphStore['candidates']>[0]): Promise<SearchCandidate[]> {
  const { match } = query;
  const words = match === 'ANY' ? query.words.filter(isStorable) : query.words;
  if (words.length === 0 || query.kinds.length === 0 || !words.every(isStorable)) return [];
  const kinds = [...new Set(query.kinds)];
  const others = kinds.filter((kind) => !namedKinds.includes(kind));
  const found = call('g', union([named, ...others.map((kind) => unnamed(kind, match))]));
  const text = statement(call('g', `${found}\nRETURN collect(${names.of('n')}) AS found`), 'found');
  const tuples = await reader.ask<Tuple[]>(text, { words, queries: beginnings(words, match), kinds });
  const records = tuples.map((tuple) => names.read(tuple) as NodeRecord);
  const isExact = others.length === 0 && words.length <= mostClauses;
  const has = (record: NodeRecord) => {
    const own = nameWords(record);
    const begins = (word: string) => own.some((each) => each.startsWith(word));
    return match === 'ALL' ? words.every(begins) : words.some(begins);
  };
  return records
    .filter((record) => isExact || has(record))
    .sort(compareByKind)
    .map(candidateOf);
}

/** Every Cypher text that writes. Parameters only; labels and names of links come from the table of the graph. */
import { linkNames, nodeSpecs } from '../../domain/graph.js';
import type { Kind, LinkName } from '../../domain/vocabulary.js';
import { manyEnd } from './long-lists.js';

/** What exists of the constraints and indexes, so that nothing is made twice. */
export const indexNames = 'SHOW INDEXES YIELD name RETURN collect(name) AS names';
export const awaitIndexes = 'CALL db.awaitIndexes($seconds)';

/** What readers see now; no row where nothing was ever loaded. */
export const currentDataset = `
MATCH (c:Current {id: 'current'}) MATCH (d:Dataset {generation: c.generation})
RETURN d.generation AS generation, d.version AS version, d.form AS form`;

/** Held by whoever takes a generation, switches the pointer or gives a generation up: one at a time. Its own statement, so that what follows sees what was done before. */
export const lockLoaders = `
MERGE (l:Loader {id: 'loader'}) SET l.lockedAt = timestamp()`;

/** Takes the next generation. */
export const takeGeneration = `
MATCH (l:Loader {id: 'loader'}) SET l.generation = coalesce(l.generation, 0) + 1
CREATE (b:Building {generation: l.generation, version: $version, batch: 0, startedAt: timestamp(), heartbeat: timestamp()})
RETURN b.generation AS generation`;

/** Says that the builder lives, and keeps the generation from being given up while a batch is written. */
export const heartbeat = `
MATCH (b:Building {generation: $generation}) SET b.heartbeat = timestamp() RETURN b.batch AS batch`;

/** Begins a batch; no row where it was written already, so that it is written once also when it is sent again after a lost answer. */
export const beginBatch = `
MATCH (b:Building {generation: $generation}) WHERE b.batch = $batch - 1 SET b.batch = $batch RETURN b.batch AS batch`;

export const createNodes = (kind: Kind): string => `
UNWIND $rows AS row CREATE (n:Node:${nodeSpecs[kind].label}) SET n = row, n.generation = $generation`;

/** What puts a relationship into its long list. */
function listed(name: LinkName): string {
  const many = manyEnd(name);
  const one = many === 'from' ? 'to' : 'from';
  return many ? `, r.generation = $generation, r.list = ${one}.id, r.sort = ${many}.sort` : '';
}

const linkStatements = new Map(
  linkNames.map((name) => [
    name,
    `
UNWIND $rows AS row
MATCH (from:Node {generation: $generation, id: row.from}) MATCH (to:Node {generation: $generation, id: row.to})
CREATE (from)-[r:${name}]->(to) SET r = row.properties${listed(name)}`,
  ]),
);
export const createLinks = (name: LinkName): string => linkStatements.get(name) as string;

/** Keeps what was counted, see kept-counts.ts. */
export const createCounts = `
UNWIND $rows AS row CREATE (k:Count) SET k = row, k.generation = $generation`;

export const countNodes = `
MATCH (n:Node {generation: $generation}) WHERE n.id IS NOT NULL
RETURN n.kind AS name, count(*) AS count`;
export const countLinks = `
MATCH (n:Node {generation: $generation})-[r]->() WHERE n.id IS NOT NULL
RETURN type(r) AS name, count(*) AS count`;

/** Whether a generation is being built or whole; neither when it was given up. */
export const stateOf = `
OPTIONAL MATCH (b:Building {generation: $generation}) OPTIONAL MATCH (d:Dataset {generation: $generation})
RETURN b IS NOT NULL AS building, d IS NOT NULL AS whole`;

/** Makes the generation built the one that readers see; the old one is kept for its grace, whoever deletes it then. */
export const switchPointer = `
MATCH (b:Building {generation: $generation})
MERGE (c:Current {id: 'current'})
WITH b, c OPTIONAL MATCH (old:Dataset {generation: c.generation})
SET old.keptUntil = timestamp() + $grace
SET c.generation = $generation
REMOVE b:Building
SET b:Dataset, b = $dataset, b.loadedAt = datetime()`;

/** Gives up what was built, by its builder. */
export const giveUp = `
MATCH (b:Building {generation: $generation}) REMOVE b:Building SET b:Doomed`;

/** Generations that nobody needs, or will not once their grace is over (milliseconds from now). */
export const deadGenerations = `
MATCH (g:Dataset|Building|Doomed)
WITH g.generation AS generation, CASE
  WHEN g:Dataset THEN g.keptUntil - timestamp()
  WHEN g:Building AND g.heartbeat > timestamp() - $stale THEN null
  ELSE 0 END AS wait
WHERE wait IS NOT NULL
RETURN generation, wait ORDER BY generation`;

/** Gives up a dead generation before anything of it is deleted: who still reads it is told that it is gone, rather than given a part. */
export const doom = `
MATCH (g:Dataset|Building|Doomed {generation: $generation})
WHERE g:Doomed OR (g:Dataset AND g.keptUntil <= timestamp()) OR (g:Building AND g.heartbeat <= timestamp() - $stale)
REMOVE g:Dataset:Building SET g:Doomed
RETURN g.generation AS generation`;

/** One loader at a time deletes a generation. */
export const holdDoomed = `
MATCH (x:Doomed {generation: $generation}) SET x.lockedAt = timestamp()`;

const deleteSome = (match: string): string => `
${match}
WITH n LIMIT $limit DETACH DELETE n
RETURN count(*) AS count`;

/** Deletes in batches, contributions first: they hold most links, so no hub is deleted with a million of them in one transaction. */
export const deletions: readonly string[] = [
  deleteSome(`MATCH (n:${nodeSpecs.CONTRIBUTION.label} {generation: $generation}) WHERE n.sort IS NOT NULL AND n.id IS NOT NULL`),
  deleteSome('MATCH (n:Node {generation: $generation}) WHERE n.id IS NOT NULL'),
  deleteSome('MATCH (n:Count {generation: $generation}) WHERE n.name IS NOT NULL'),
];

/** Ends a generation: nothing of it is left. */
export const forget = `
MATCH (x:Doomed {generation: $generation}) DELETE x`;

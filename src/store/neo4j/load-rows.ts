/** The rows that a load sends, in batches: of one kind of node or link after the other, made when they are wanted. */
import { kinds, linkNames } from '../../domain/graph.js';
import type { Dataset, LinkRecord } from '../../domain/records.js';
import type { Part } from './generations.js';
import { countAll } from './kept-counts.js';
import { linkProperties, nodeProperties } from './model.js';
import { createCounts, createLinks, createNodes } from './write-statements.js';

/** The nodes of each kind, as rows made when they are wanted: a million of them at once would fill the memory. */
export function* nodeParts({ nodes }: Dataset, size: number): Generator<Part> {
  for (const kind of kinds) {
    const some = nodes.filter((node) => node.kind === kind);
    for (const rows of chunks(some, size)) yield { statement: createNodes(kind), rows: rows.map(nodeProperties) };
  }
}

/** The links of each name, likewise. */
export function* linkParts({ links }: Dataset, size: number): Generator<Part> {
  const row = (link: LinkRecord) => ({ from: link.from, to: link.to, properties: linkProperties(link) });
  for (const name of linkNames) {
    const some = links.filter(({ link }) => link === name);
    for (const rows of chunks(some, size)) yield { statement: createLinks(name), rows: rows.map(row) };
  }
}

/** What is counted of all contributions, a few cubes at a time: one may be large. */
export function* countParts(dataset: Dataset): Generator<Part> {
  for (const row of countAll(dataset)) yield { statement: createCounts, rows: [row] };
}

function* chunks<T>(items: readonly T[], size: number): Generator<T[]> {
  for (let at = 0; at < items.length; at += size) yield items.slice(at, at + size);
}

/** Parts put together as long as they have no more rows than a batch may have. */
export function* batches(parts: Iterable<Part>, size: number): Generator<Part[]> {
  let batch: Part[] = [];
  let rows = 0;
  for (const part of parts) {
    if (rows + part.rows.length > size && batch.length > 0) {
      yield batch;
      [batch, rows] = [[], 0];
    }
    batch.push(part);
    rows += part.rows.length;
  }
  if (batch.length > 0) yield batch;
}

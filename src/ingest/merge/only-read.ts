/** A dataset of nothing but what some documents state, with the known nodes that their facts need to stand on. */
import type { Dataset, LinkRecord, NodeRecord } from '../../domain/records.js';
import type { DocumentReading } from '../facts.js';
import { documentNode } from './document-node.js';
import { KnownNodes } from './known-nodes.js';
import { mergeReading } from './merge.js';
import type { MergeReport } from './merge-report.js';
import { toRecords } from './to-records.js';

/**
 * What the documents state, as a dataset that validates by itself. Known nodes at the ends of their links (entities, sessions, regions, lines,
 * documents cited) are taken over as they are, with the documents that are their evidence, and the whole that a sub-line is a part of.
 *
 * @throws PublicError UNKNOWN_DOCUMENT for a document that can have no id
 */
export function onlyRead(dataset: Dataset, readings: readonly DocumentReading[]): { dataset: Dataset; report: MergeReport } {
  const known = new KnownNodes(dataset.nodes);
  const own = new Set(readings.map((reading) => documentNode(reading, known)?.id));
  const needed = new Map<string, NodeRecord>();
  const wholes = new Map<string, LinkRecord>();
  const partOf = new Map(dataset.links.filter(({ link }) => link === 'PART_OF').map((link) => [link.from, link]));

  const waiting: string[] = [];
  for (const reading of readings) {
    const { links, asks, contributions } = toRecords(reading, known);
    const all = [...links, ...[...asks, ...contributions].flatMap((told) => told.links)];
    waiting.push(...all.flatMap(({ from, to }) => [from, to]));
  }
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    const node = known.find(id);
    if (!node || own.has(id) || needed.has(id) || node.kind === 'ASK' || node.kind === 'CONTRIBUTION') continue;
    needed.set(id, node);
    const whole = partOf.get(id);
    if (whole) wholes.set(id, whole);
    const evidence = [...node.sources, ...(whole?.evidence ?? [])];
    waiting.push(...evidence.flatMap(({ document }) => document ?? []), ...(whole ? [whole.to] : []));
  }
  // In the order of the dataset, so that the files read alike.
  const nodes = dataset.nodes.filter(({ id }) => needed.has(id));
  const links = dataset.links.filter((link) => wholes.get(link.from) === link);
  return mergeReading({ ...dataset, nodes, links }, readings);
}

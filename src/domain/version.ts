/** The version of a dataset: the same rows give the same version, wherever they are read from and in whatever order. */
import { createHash } from 'node:crypto';
import type { Evidence, LinkRecord, NodeRecord } from './records.js';

/** JSON with sorted keys, without `but` and what is null, undefined or an empty list: a store that keeps no such values gives the same text. */
function canonical(value: unknown, but?: string): string | undefined {
  if (value === null || value === undefined) return undefined;
  if (Array.isArray(value)) return value.length === 0 ? undefined : `[${value.map((item) => canonical(item) ?? 'null').join(',')}]`;
  if (typeof value !== 'object') return JSON.stringify(value);
  const object = value as Record<string, unknown>;
  const members: string[] = [];
  for (const key of Object.keys(object).sort()) {
    if (key === but) continue;
    const text = canonical(object[key]);
    if (text !== undefined) members.push(`${JSON.stringify(key)}:${text}`);
  }
  return `{${members.join(',')}}`;
}

/** Evidence is a set here: what stands at the same place of a text has no order of its own. Lists that records share are written once. */
function evidenceWriter(): (evidence: readonly Evidence[]) => string {
  const written = new WeakMap<readonly Evidence[], string>();
  return (evidence) => {
    let text = written.get(evidence);
    if (text === undefined) {
      const pieces = evidence.map((piece) => canonical(piece) ?? '').sort();
      text = pieces.join('\n');
      written.set(evidence, text);
    }
    return text;
  };
}

/**
 * `2026.11+0123456789ab`: the calendar version and 12 hex digits over the canonical records. Each record is hashed by itself (SHA-256) and the
 * hashes are added up word by word, so that any order of a million records will do and none of them is kept.
 */
export function datasetVersion(calendarVersion: string, nodes: Iterable<NodeRecord>, links: Iterable<LinkRecord>): string {
  const sum = new Uint32Array(8);
  const write = evidenceWriter();
  const add = (record: NodeRecord | LinkRecord, evidence: readonly Evidence[], evidenceKey: string) => {
    const digest = createHash('sha256')
      .update(`${canonical(record, evidenceKey)}\n${write(evidence)}`)
      .digest();
    for (const word of sum.keys()) sum[word] = (sum[word] as number) + digest.readUInt32BE(4 * word);
  };
  for (const node of nodes) add(node, node.sources, 'sources');
  for (const link of links) add(link, link.evidence, 'evidence');
  return `${calendarVersion}+${createHash('sha256').update(sum.join()).digest('hex').slice(0, 12)}`;
}

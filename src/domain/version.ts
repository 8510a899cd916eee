/** The version of a dataset: the same rows give the same version, wherever they are read from and in whatever order. */
import { createHash } from 'node:crypto';
import type { LinkRecord, NodeRecord } from './records.js';

/** JSON with sorted keys, without what is null, undefined or an empty list: a store that keeps no such values gives the same text. */
function canonical(value: unknown): string | undefined {
  if (value === null || value === undefined) return undefined;
  if (Array.isArray(value)) return value.length === 0 ? undefined : `[${value.map((item) => canonical(item) ?? 'null').join(',')}]`;
  if (typeof value !== 'object') return JSON.stringify(value);
  const object = value as Record<string, unknown>;
  const members: string[] = [];
  for (const key of Object.keys(object).sort()) {
    const text = canonical(object[key]);
    if (text !== undefined) members.push(`${JSON.stringify(key)}:${text}`);
  }
  return `{${members.join(',')}}`;
}

const digestOf = (text: string): string => createHash('sha256').update(text).digest('base64');

/** Evidence is a set here: what stands at the same place of a text has no order of its own. */
function canonicalRecord(record: NodeRecord | LinkRecord): string {
  const evidenceKey = 'link' in record ? 'evidence' : 'sources';
  const pieces = (record[evidenceKey] as readonly unknown[]).map((piece) => canonical(piece) ?? '').sort();
  return `${canonical({ ...record, [evidenceKey]: null })}\n${pieces.join('\n')}`;
}

/**
 * `2026.11+0123456789ab`: the calendar version and the first 12 hex digits of the SHA-256 over the canonical records.
 * Each record is hashed by itself and the sorted hashes are hashed again, so a million records take 50 bytes each and any order will do.
 */
export function datasetVersion(calendarVersion: string, nodes: Iterable<NodeRecord>, links: Iterable<LinkRecord>): string {
  const digests: string[] = [];
  for (const node of nodes) digests.push(digestOf(canonicalRecord(node)));
  for (const link of links) digests.push(digestOf(canonicalRecord(link)));
  const total = createHash('sha256');
  for (const digest of digests.sort()) total.update(digest);
  return `${calendarVersion}+${total.digest('hex').slice(0, 12)}`;
}

/** What a node may be called by: one list for the search of both stores. */
import { kinds, nodeSpecs } from '../domain/graph.js';
import type { NodeRecord } from '../domain/records.js';
import { words } from '../domain/text.js';
import type { SearchCandidate } from './graph-store.js';
import { compareValues } from './order.js';

/** The distinct names of a node, unfolded: id, name, the properties of its kind that are names, alternate names. */
export function namesOf(node: NodeRecord): string[] {
  const keys = nodeSpecs[node.kind].keys.map((property) => node[property]);
  const names = [node.id, node.name, ...keys, ...node.alternateNames];
  return [...new Set(names.filter((name): name is string => typeof name === 'string' && name !== ''))];
}

/** The distinct folded words of all names of a node. */
export const nameWords = (node: NodeRecord): string[] => [...new Set(namesOf(node).flatMap(words))];

/** A node as the search sees it. */
export const candidateOf = (node: NodeRecord): SearchCandidate => ({ id: node.id, kind: node.kind, name: node.name, names: namesOf(node) });

/** The order of candidates and of looked-up ids: kind in the order of the vocabulary, then id. */
export const compareByKind = (a: Pick<NodeRecord, 'kind' | 'id'>, b: Pick<NodeRecord, 'kind' | 'id'>): number =>
  kinds.indexOf(a.kind) - kinds.indexOf(b.kind) || compareValues(a.id, b.id);

/** The properties of a known node beside those that a text gives: what is not known is filled, what differs is told. */
import { columnOf, nodeSpecs } from '../../domain/graph.js';
import type { Evidence, NodeRecord, Value } from '../../domain/records.js';
import { foldKey } from '../../domain/reference.js';

export interface NodeMerge {
  node: NodeRecord;
  /** properties that were filled, with what was there before */
  filled: { property: string; kept: Value; read: Value }[];
  differing: { property: string; kept: Value; read: Value }[];
  /** how many properties of the text the dataset has already */
  known: number;
}

const degrees = ['NONE', 'PARTIAL', 'FULL'];
const degreed = new Set(['citationsRead', 'asksRead', 'contributorList']);
/** Words of the program's own, and what is printed in a form that differs from the one of the dataset: filled, never compared. */
const ownWords = new Set(['summary', 'agendaItems', 'ecosocSession']);
/** What a node is called as long as nobody has read it. */
const placeholders: Readonly<Record<string, Value>> = { family: 'CITED_ONLY', type: 'other' };

const isEmpty = (value: unknown): boolean => value === null || value === undefined || (Array.isArray(value) && value.length === 0);
const setOf = (value: readonly string[]): string => JSON.stringify([...value].sort());

type Verdict = 'known' | 'fill' | 'differ' | 'ignore';

function judge(property: string, kept: Value | undefined, read: Value, extracted: boolean): Verdict {
  if (isEmpty(read)) return 'ignore';
  if (degreed.has(property)) {
    const step = degrees.indexOf(String(read)) - degrees.indexOf(String(kept));
    return step > 0 ? 'fill' : step === 0 ? 'known' : 'ignore';
  }
  if (isEmpty(kept)) return 'fill';
  if (ownWords.has(property) || kept === read) return 'known';
  if (property === 'family') return kept === placeholders.family ? 'fill' : 'ignore'; // the series is a person's judgement
  if (property === 'type' && kept === placeholders.type && extracted) return 'fill';
  if (typeof kept === 'string' && typeof read === 'string') {
    if (property === 'date' && read.startsWith(`${kept}-`)) return 'fill';
    if (property === 'date' && kept.startsWith(`${read}-`)) return 'known';
    return foldKey(kept) === foldKey(read) ? 'known' : 'differ';
  }
  if (Array.isArray(kept) && Array.isArray(read)) return setOf(kept) === setOf(read) ? 'known' : 'differ';
  return 'differ';
}

/** The note says which cells of a row that somebody else made were filled by the program. */
function noteFilled(piece: Evidence, columns: readonly string[], document: string): Evidence {
  if (piece.method === 'EXTRACTED' || columns.length === 0) return piece;
  const said = `By program from ${document}: ${columns.join(', ')}.`;
  return piece.note?.includes(said) ? piece : { ...piece, note: [piece.note, said].filter(Boolean).join(' ') };
}

/**
 * Fills what a known node lacks. A date is made more precise; how far a text was read only grows; alternate names are added.
 *
 * @param properties the only properties to look at; all of the kind when left out
 */
export function mergeNode(
  known: NodeRecord,
  read: NodeRecord,
  properties: readonly string[] = Object.keys(nodeSpecs[known.kind].properties),
): NodeMerge {
  const merge: NodeMerge = { node: known, filled: [], differing: [], known: 0 };
  const extracted = known.sources.every(({ method }) => method === 'EXTRACTED');
  const node: NodeRecord = { ...known };
  for (const property of properties) {
    if (property === 'symbol') continue;
    const [kept, found] = [(known[property] ?? null) as Value, (read[property] ?? null) as Value];
    const verdict = judge(property, kept, found, extracted);
    if (verdict === 'known') merge.known += 1;
    if (verdict === 'differ') merge.differing.push({ property, kept, read: found });
    if (verdict !== 'fill') continue;
    merge.filled.push({ property, kept, read: found });
    node[property] = found;
  }
  const names = read.alternateNames.filter((name) => !known.alternateNames.includes(name) && name !== known.symbol);
  if (names.length > 0) {
    merge.filled.push({ property: 'alternateNames', kept: known.alternateNames, read: names });
    node.alternateNames = [...known.alternateNames, ...names];
  }
  if (merge.filled.length === 0) return merge;
  const columns = merge.filled.map(({ property }) => columnOf(property));
  merge.node = {
    ...node,
    name: nodeSpecs[known.kind].nameOf(node),
    sources: known.sources.map((piece) => noteFilled(piece, columns, read.sources[0]?.document ?? read.id)),
  };
  return merge;
}

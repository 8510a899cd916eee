/** The file of one kind of link read into records: rows of the same identity become one link with several pieces of evidence. */
import { columnOf, linkColumns, linkSpecs } from '../domain/graph.js';
import type { Evidence, LinkRecord, Value } from '../domain/records.js';
import { textOrder } from '../domain/text-order.js';
import { documentKinds, type LinkName } from '../domain/vocabulary.js';
import { readCell } from './cells.js';
import { readEvidence } from './evidence.js';
import { checkSpans } from './nodes.js';
import { type Problems, quoted } from './problems.js';
import type { Register } from './register.js';
import { readTable, type TableRow } from './table.js';

/** A link and the line of its first row. */
export interface LinkEntry {
  record: LinkRecord;
  line: number;
}

type ReportColumn = (message: string, column?: string) => void;

/** A link that is being put together from its rows. */
interface Merging extends LinkEntry {
  record: LinkRecord & { evidence: Evidence[] };
  /** lines of the pieces of evidence, to find one that stands twice; null as long as there is only one piece */
  places: Map<string, number> | null;
}

/** Adds the evidence of one more row; reports a piece that the link has already. */
function addEvidence(entry: Merging, evidence: readonly Evidence[], line: number, report: (message: string) => void): void {
  const { record } = entry;
  const alone = record.evidence.length === 0 && evidence.length === 1;
  if (!alone) entry.places ??= new Map(record.evidence.map((piece) => [JSON.stringify(piece), entry.line]));
  for (const piece of evidence) {
    const key = entry.places ? JSON.stringify(piece) : '';
    const before = entry.places?.get(key);
    if (before === line) report('one source stands twice in the row');
    else if (before !== undefined) report(`the same link with the same evidence stands already at line ${before}`);
    entry.places?.set(key, before ?? line);
    record.evidence.push(piece);
  }
}

/** Rows of one link must say the same of it; what they say apart from that is evidence. */
function checkAgreement(first: Merging, properties: Record<string, Value>, report: ReportColumn): void {
  for (const [property, value] of Object.entries(properties)) {
    const before = first.record[property];
    if (JSON.stringify(before) === JSON.stringify(value)) continue;
    const told = (one: unknown) => (one === null || one === undefined ? 'nothing' : quoted(String(one)));
    report(`says ${told(value)} of a link of which line ${first.line} says ${told(before)}`, columnOf(property));
  }
}

/** What one sees: the evidence in the order of the text, then of the rows. */
function sortEvidence(evidence: Evidence[]): void {
  if (evidence.length < 2) return;
  const keyed = evidence.map((piece) => ({ piece, key: textOrder(piece) }));
  keyed.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0));
  keyed.forEach(({ piece }, index) => {
    evidence[index] = piece;
  });
}

/**
 * Reads a link file; references are checked against the register, which must hold all nodes by now.
 *
 * @returns the links in order of their first rows, and whether the file was read in full
 */
export function readLinks(
  bytes: Buffer,
  link: LinkName,
  register: Register,
  problems: Problems,
): { links: LinkEntry[]; complete: boolean } {
  const { file, from, to, properties, identity } = linkSpecs[link];
  const columns = linkColumns(link);
  const specs = Object.entries(properties);
  const merging = new Map<string, Merging>();

  const onRow = ({ line, cells, whole }: TableRow, missing: ReadonlySet<string>): void => {
    const report: ReportColumn = (message, column) => {
      if (whole && !(column && missing.has(column))) problems.add(file, line, message, column);
    };
    const [fromId = '', toId = ''] = cells;
    const values: Record<string, Value> = {};
    specs.forEach(([property, spec], index) => {
      const column = columnOf(property);
      values[property] = readCell(cells[index + 2] ?? '', spec, (message) => report(message, column));
    });
    const evidence = readEvidence(cells.slice(specs.length + 2), report);
    for (const [id, kinds, column] of [
      [fromId, from, 'from'],
      [toId, to, 'to'],
    ] as const) {
      if (id === '') report('is required', column);
      else register.checkReference(id, kinds, (message) => report(message, column));
    }
    const document = evidence[0]?.document;
    if (document) register.checkReference(document, documentKinds, (message) => report(message, 'evidence_document'));
    if (fromId !== '' && fromId === toId) report(`${quoted(fromId)} is linked to itself`, 'to');
    checkSpans(values, report);

    const key = [fromId, toId, ...identity.map((property) => values[property])].join('\t');
    let entry = merging.get(key);
    if (entry) checkAgreement(entry, values, report);
    else {
      // The ids of the nodes themselves rather than copies: a million links would hold two million of them.
      const [start, end] = [fromId, toId].map((id) => register.find(id)?.record.id ?? id) as [string, string];
      entry = { record: { link, from: start, to: end, ...values, evidence: [] }, line, places: null };
      merging.set(key, entry);
    }
    addEvidence(entry, evidence, line, report);
  };

  const complete = readTable(bytes, file, columns, problems, onRow);
  const links = [...merging.values()].map(({ record, line }) => ({ record, line }));
  for (const { record } of links) sortEvidence(record.evidence as Evidence[]);
  return { links, complete };
}

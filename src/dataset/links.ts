/** The file of one kind of link read into records: rows of the same identity become one link with several pieces of evidence. */
import { columnOf, linkColumns, linkSpecs } from '../domain/graph.js';
import type { Evidence, LinkRecord, Value } from '../domain/records.js';
import { textOrder } from '../domain/text-order.js';
import { documentKinds, type LinkName } from '../domain/vocabulary.js';
import { alone, readCell } from './cells.js';
import type { EvidenceReader } from './evidence.js';
import { checkSpans } from './nodes.js';
import { type Problems, quoted } from './problems.js';
import type { Register } from './register.js';
import { TableReader, type TableRow } from './table.js';

/** A link and the line of its first row. */
export interface LinkEntry {
  record: LinkRecord;
  line: number;
}

const none: readonly Evidence[] = [];
/** More than fit into memory; two places of nodes make one whole number, which takes less than a text of their ids. */
const mostNodes = 2 ** 26;

type ReportColumn = (message: string, column?: string) => void;

/** A link that is being put together from its rows. */
interface Merging extends LinkEntry {
  record: LinkRecord & { evidence: readonly Evidence[] };
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
  }
  // A new list: the first one may be shared with other links.
  record.evidence = alone ? evidence : [...record.evidence, ...evidence];
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
function sorted(evidence: readonly Evidence[]): readonly Evidence[] {
  if (evidence.length < 2) return evidence;
  const keyed = evidence.map((piece) => ({ piece, key: textOrder(piece) }));
  keyed.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0));
  return keyed.map(({ piece }) => piece);
}

/** The table of a link, and the links that its rows made so far, in order of their first rows. References are checked against the register, which must hold all nodes. */
export function linkTable(
  link: LinkName,
  evidenceReader: EvidenceReader,
  register: Register,
  problems: Problems,
): { table: TableReader; links: () => LinkEntry[] } {
  const { file, from, to, properties, identity } = linkSpecs[link];
  const columns = linkColumns(link);
  const specs = Object.entries(properties);
  const merging = new Map<string | number, Merging>();

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
    const evidence = evidenceReader.read(cells.slice(specs.length + 2), report);
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

    const [start, end] = [register.find(fromId), register.find(toId)];
    const hasPlainKey = start && end && identity.length === 0;
    const key = hasPlainKey ? start.at * mostNodes + end.at : [fromId, toId, ...identity.map((property) => values[property])].join('\t');
    let entry = merging.get(key);
    if (entry) checkAgreement(entry, values, report);
    else {
      // The ids of the nodes themselves rather than copies: a million links would hold two million of them.
      const ends = { link, from: start?.record.id ?? alone(fromId), to: end?.record.id ?? alone(toId) };
      // Written out, as most links have no properties: every other way of making the record takes more memory.
      const { from, to } = ends;
      const record = specs.length === 0 ? { link, from, to, evidence: none } : { ...ends, ...values, evidence: none };
      entry = { record, line, places: null };
      merging.set(key, entry);
    }
    addEvidence(entry, evidence, line, report);
  };

  const links = () => {
    for (const { record } of merging.values()) record.evidence = sorted(record.evidence);
    return [...merging.values()];
  };
  return { table: new TableReader(file, columns, problems, onRow), links };
}

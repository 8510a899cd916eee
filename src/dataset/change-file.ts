/** The text of one file of a dataset after some of its rows have changed: every other row stays as it was written, byte by byte. */
import { linkColumns, linkSpecs, nodeColumns } from '../domain/graph.js';
import type { Evidence, LinkRecord, NodeRecord } from '../domain/records.js';
import type { Kind, LinkName } from '../domain/vocabulary.js';
import { CsvReader } from './csv.js';
import { readEvidence } from './evidence.js';
import { Problems } from './problems.js';
import { TableReader } from './table.js';
import { linkCells, nodeCells, rowOf } from './write.js';

interface WrittenRow {
  text: string;
  cells: readonly string[];
}

/** A file as it was written: its head and its rows, each with its line end. */
interface WrittenFile {
  head: string;
  columns: readonly string[];
  lineEnd: '\n' | '\r\n';
  rows: readonly WrittenRow[];
}

/** What a record that changed becomes: which of its rows stay, and the cells of those that are new. */
interface Rewriting {
  stays: (row: WrittenRow) => boolean;
  fresh: readonly (readonly unknown[])[];
}

function readFile(bytes: Buffer, file: string, columns: readonly string[]): WrittenFile {
  const lines = bytes.toString('utf8').split(/(?<=\n)/);
  const last = lines.at(-1);
  const lineEnd = lines[0]?.endsWith('\r\n') ? '\r\n' : '\n';
  if (last !== undefined && !last.endsWith('\n')) lines[lines.length - 1] = `${last}${lineEnd}`;
  const found: { line: number; cells: readonly string[] }[] = [];
  new TableReader(file, columns, new Problems(), ({ line, cells }) => found.push({ line, cells })).add(bytes.toString('utf8'));
  const textFrom = (line: number, next: number | undefined) => lines.slice(line - 1, next === undefined ? undefined : next - 1).join('');
  const head = textFrom(1, found[0]?.line);
  const rows = found.map(({ line, cells }, at) => ({ text: textFrom(line, found[at + 1]?.line), cells }));
  let written = columns;
  new CsvReader(head.length, (cells) => {
    written = cells;
  }).add(head);
  return { head, columns: written, lineEnd, rows };
}

/**
 * Rows in their old places; new ones where the first row of their record was that is gone, else behind its last one, else behind the record
 * before; rows of records that are gone left out.
 */
function changeRows<T>(
  file: WrittenFile,
  columns: readonly string[],
  records: readonly T[],
  keyOf: { row: (cells: readonly string[]) => string; record: (record: T) => string },
  rewrite: (record: T, rows: readonly WrittenRow[]) => Rewriting | null,
): string {
  const places = file.columns.map((column) => columns.indexOf(column));
  const print = (cells: readonly unknown[]): string => rowOf(places.map((place) => cells[place])).replace(/\n$/, file.lineEnd);
  const numbers = new Map<string, number[]>();
  file.rows.forEach(({ cells }, at) => {
    const key = keyOf.row(cells);
    numbers.set(key, [...(numbers.get(key) ?? []), at]);
  });
  // What stands at the place of each row, and behind it; the head is at -1.
  const texts = new Map<number, string[]>();
  const add = (at: number, rows: readonly string[]) => texts.set(at, [...(texts.get(at) ?? []), ...rows]);
  let last = -1;
  for (const record of records) {
    const own = numbers.get(keyOf.record(record)) ?? [];
    const rowAt = (at: number) => file.rows[at] as WrittenRow;
    const rewriting = rewrite(record, own.map(rowAt));
    const staying = own.filter((at) => rewriting === null || rewriting.stays(rowAt(at)));
    for (const at of staying) add(at, [rowAt(at).text]);
    const gone = own.find((at) => !staying.includes(at));
    if (rewriting) add(gone ?? own.at(-1) ?? last, rewriting.fresh.map(print));
    last = own.at(-1) ?? last;
  }
  return [file.head, ...[-1, ...file.rows.keys()].flatMap((at) => texts.get(at) ?? [])].join('');
}

/**
 * The text of a file of nodes.
 *
 * @param bytes the file as it is; it must be valid
 * @param isChanged whether a record is new or differs from its row
 */
export function changeNodeFile(bytes: Buffer, kind: Kind, nodes: readonly NodeRecord[], isChanged: (node: NodeRecord) => boolean): string {
  const columns = nodeColumns(kind);
  const file = readFile(bytes, kind, columns);
  return changeRows(file, columns, nodes, { row: ([id = '']) => id, record: ({ id }) => id }, (node) =>
    isChanged(node) ? { stays: () => false, fresh: [nodeCells(node)] } : null,
  );
}

/** The text of a file of links; of a link that differs, the rows whose evidence it still has stay. */
export function changeLinkFile(
  bytes: Buffer,
  name: LinkName,
  links: readonly LinkRecord[],
  isChanged: (link: LinkRecord) => boolean,
): string {
  const columns = linkColumns(name);
  const { properties, identity } = linkSpecs[name];
  const own = Object.keys(properties);
  const file = readFile(bytes, name, columns);
  const keyOf = {
    row: (cells: readonly string[]) => [cells[0], cells[1], ...identity.map((property) => cells[2 + own.indexOf(property)])].join('\t'),
    record: (link: LinkRecord) => [link.from, link.to, ...identity.map((property) => link[property])].join('\t'),
  };
  const piecesOf = ({ cells }: WrittenRow): Evidence[] => readEvidence(cells.slice(2 + own.length), () => undefined);
  return changeRows(file, columns, links, keyOf, (link, rows) => {
    if (!isChanged(link)) return null;
    const missing = new Map(link.evidence.map((piece) => [JSON.stringify(piece), piece]));
    const keys = new Map(rows.map((row) => [row, piecesOf(row).map((piece) => JSON.stringify(piece))]));
    const staying = new Set(rows.filter((row) => keys.get(row)?.every((key) => missing.has(key))));
    for (const row of staying) for (const key of keys.get(row) ?? []) missing.delete(key);
    return { stays: (row) => staying.has(row), fresh: linkCells(link, [...missing.values()]) };
  });
}

/** Writes a dataset as the directory of CSV files that readDataset reads. */
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { evidenceColumns, kinds, linkColumns, linkNames, linkSpecs, nodeColumns, nodeSpecs } from '../domain/graph.js';
import type { Dataset, Evidence, LinkRecord, NodeRecord } from '../domain/records.js';
import { listSeparator } from './cells.js';
import { manifestFile } from './files.js';

function cellOf(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (!Array.isArray(value)) return String(value);
  const unfit = value.find((item) => item === '' || String(item).includes(listSeparator));
  if (unfit !== undefined) throw new Error(`a list in a cell cannot hold ${JSON.stringify(unfit)}`);
  return value.join(listSeparator);
}

function inCsv(cell: string): string {
  if (/\p{Cs}/u.test(cell)) throw new Error(`${JSON.stringify(cell)} holds half a character and has no form in UTF-8`);
  return /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

/** A row as it stands in a file; a list becomes one cell. */
export const rowOf = (cells: readonly unknown[]): string => `${cells.map((cell) => inCsv(cellOf(cell))).join(',')}\n`;

/** The evidence cells of one row; several pieces fit one row when they differ in title and address only. */
function evidenceCells(pieces: readonly Evidence[], what: string): string[] {
  const [first] = pieces;
  if (!first) throw new Error(`${what} has no evidence, and a row must have a method`);
  const sharedOf = ({ document, paragraph, where, footnote, language, method, rule, confidence, note }: Evidence) =>
    ({ document, paragraph, where, footnote, language, method, rule, confidence, note }) as const;
  const shared = sharedOf(first);
  if (pieces.some((piece) => JSON.stringify(sharedOf(piece)) !== JSON.stringify(shared))) {
    throw new Error(`the sources of ${what} differ in more than title and address, and do not fit one row`);
  }
  const listOf = (values: readonly (string | null)[]): string => {
    if (values.some((value) => value?.includes(listSeparator))) throw new Error(`a source of ${what} has a ${listSeparator} in it`);
    return values.map((value) => value ?? '').join(listSeparator);
  };
  const cells: Record<(typeof evidenceColumns)[number], unknown> = {
    evidence_document: shared.document,
    evidence_paragraph: shared.paragraph,
    evidence_where: shared.where,
    evidence_footnote: shared.footnote,
    evidence_language: shared.language,
    method: shared.method,
    rule: shared.rule,
    confidence: shared.confidence,
    source_title: listOf(pieces.map(({ title }) => title)),
    source_url: listOf(pieces.map(({ url }) => url)),
    note: shared.note,
  };
  return evidenceColumns.map((column) => cellOf(cells[column]));
}

/** The cells of a node, in the order of nodeColumns. */
export function nodeCells(node: NodeRecord): unknown[] {
  const properties = Object.keys(nodeSpecs[node.kind].properties).map((property) => node[property]);
  return [node.id, ...properties, node.alternateNames, node.sameAs, ...evidenceCells(node.sources, node.id)];
}

/** The cells of a link, in the order of linkColumns: one row for each of the given pieces of its evidence. */
export function linkCells(link: LinkRecord, evidence: readonly Evidence[] = link.evidence): unknown[][] {
  const what = `${link.from} ${link.link} ${link.to}`;
  const own = [link.from, link.to, ...Object.keys(linkSpecs[link.link].properties).map((property) => link[property])];
  if (link.evidence.length === 0) evidenceCells([], what);
  return evidence.map((piece) => [...own, ...evidenceCells([piece], what)]);
}

/**
 * Writes every file of a dataset, also those without rows; files that are there are replaced, others left.
 *
 * @throws Error when a value has no form in CSV, such as a `|` in a list
 */
export async function writeDataset(directory: string, dataset: Dataset): Promise<void> {
  const files = new Map<string, string[]>();
  for (const kind of kinds) files.set(nodeSpecs[kind].file, [rowOf(nodeColumns(kind))]);
  for (const name of linkNames) files.set(linkSpecs[name].file, [rowOf(linkColumns(name))]);
  for (const node of dataset.nodes) files.get(nodeSpecs[node.kind].file)?.push(rowOf(nodeCells(node)));
  for (const link of dataset.links) files.get(linkSpecs[link.link].file)?.push(linkCells(link).map(rowOf).join(''));

  const manifest = {
    version: dataset.version.replace(/\+.*$/, ''),
    licence: dataset.licence,
    sources: dataset.sources,
    rules: dataset.rules,
  };
  await mkdir(join(directory, dirname(linkSpecs.CITES.file)), { recursive: true });
  await writeFile(join(directory, manifestFile), `${JSON.stringify(manifest, null, 2)}\n`);
  for (const [file, rows] of files) await writeFile(join(directory, file), rows.join(''));
}

/** A small valid dataset written as CSV into a temporary directory, and the means to plant faults in it. */
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { printProblem } from '../../src/dataset/problems.js';
import { readDataset } from '../../src/dataset/read-dataset.js';
import { writeDataset } from '../../src/dataset/write.js';
import type { Dataset } from '../../src/domain/records.js';
import { evidence, link, node } from './small-dataset.js';

const report = 'report/A/76/64-E/2021/11';
const review = 'resolution/A/RES/70/125';
const contribution = 'contribution/A/76/64-E/2021/11/p19.2';
const inReport = [evidence({ document: report, paragraph: '19', where: 'BODY', language: 'en' })];

/** A dataset without a fault, with nodes of all kinds. It is no source of facts. */
export function validDataset(): Dataset {
  const nodes = [
    node('ACTION_LINE', 'C2', { code: 'C2', title: 'Infrastructure', keywords: ['broadband', 'access'] }),
    node('ACTION_LINE', 'C7', { code: 'C7', title: 'Applications' }),
    node('ACTION_LINE', 'C7.e-health', { code: 'C7.e-health', title: 'E-health' }),
    node('SDG', '9', { number: 9, title: 'Industry' }),
    node('SDG_TARGET', '9.c', { code: '9.c', title: 'Access to ICT' }),
    node('REGION', 'africa', { name: 'Africa', m49: ['002'] }),
    node('ENTITY', 'ITU', {
      name: 'Union "ITU", invented',
      acronym: 'ITU',
      category: 'UN_SPECIALISED_AGENCY',
      unSystem: true,
      alternateNames: ['UIT', 'Señal'],
    }),
    node('ENTITY', 'WHO', { name: 'Health body', acronym: 'WHO', category: 'UN_SPECIALISED_AGENCY', unSystem: true }),
    node('ENTITY', 'Group', { name: 'A group', category: 'OTHER_UN', unSystem: true }),
    node('RESOLUTION', 'A/RES/57/270 B', {
      symbol: 'A/RES/57/270 B',
      date: '2003-06',
      body: 'GENERAL_ASSEMBLY',
      form: 'RESOLUTION',
      family: 'GA_CONTEXT',
      asksRead: 'NONE',
      citationsRead: 'NONE',
    }),
    node('RESOLUTION', 'A/RES/70/125', {
      symbol: 'A/RES/70/125',
      title: 'Review',
      date: '2015-12-16',
      url: 'https://undocs.org/A/RES/70/125',
      body: 'GENERAL_ASSEMBLY',
      form: 'RESOLUTION',
      family: 'GA_REVIEW',
      asksRead: 'NONE',
      citationsRead: 'FULL',
    }),
    node('REPORT', 'A/76/64-E/2021/11', {
      symbol: 'A/76/64-E/2021/11',
      title: 'Progress',
      date: '2021',
      citationsRead: 'PARTIAL',
      series: 'WSIS_PROGRESS',
      cycle: 2020,
      contributorList: 'FULL',
    }),
    node('OUTCOME_DOCUMENT', 'WSIS-05/TUNIS/DOC/7', {
      symbol: 'WSIS-05/TUNIS/DOC/7',
      title: 'Tunis',
      year: 2005,
      date: '2005-11-18',
      citationsRead: 'NONE',
    }),
    node('OTHER_DOCUMENT', 'itu-input', { title: 'Input', type: 'input', citationsRead: 'NONE' }),
    node('SESSION', 'CSTD-23', { number: 23, startDate: '2020-06-10', endDate: '2020-06-12' }),
    node('SESSION', 'CSTD-24', { number: 24, startDate: '2021-05-17', endDate: '2021-05-21' }),
    node('EVENT', 'igf-20', { name: 'IGF 20', type: 'IGF', startDate: '2025-06', endDate: '2025-06-27' }),
    node('CONTRIBUTION', 'A/76/64-E/2021/11/p19.2', { summary: 'Did something', cycle: 2020, paragraph: '19' }, inReport),
    node('ASK', 'A/RES/70/125/p71', { verb: 'REQUESTS', summary: 'To do something', paragraph: '71' }),
  ];
  const links = [
    link('PART_OF', 'action-line/C7.e-health', 'action-line/C7'),
    link('PART_OF', 'sdg-target/9.c', 'sdg/9'),
    link('FACILITATES', 'entity/ITU', 'action-line/C2', { role: 'LEAD', attestedFrom: 2006, attestedTo: null }),
    link('ADVANCES', 'action-line/C2', 'sdg/9', { targets: ['9.c'], edition: null }),
    link('MEMBER_OF', 'entity/WHO', 'entity/Group'),
    link('MADE', 'entity/ITU', contribution, {}, inReport),
    link('UNDER', contribution, 'action-line/C2', {}, [evidence({ method: 'INFERRED', rule: 'subject-of-the-activity', confidence: 0.6 })]),
    link('DESCRIBED_IN', contribution, report, {}, inReport),
    link('CITES', review, 'resolution/A/RES/57/270 B', { verb: 'RECALLS' }, [
      evidence({ document: review, where: 'PREAMBLE', paragraph: 'PP2' }),
      evidence({ document: review, where: 'OPERATIVE', paragraph: '9' }),
      evidence({ document: review, where: 'OPERATIVE', paragraph: '12' }),
    ]),
    link('CITES', review, 'outcome-document/WSIS-05/TUNIS/DOC/7', { verb: 'REAFFIRMS' }, [
      evidence({ document: review, where: 'FOOTNOTE', footnote: 2 }),
    ]),
    link('ASKS', review, 'ask/A/RES/70/125/p71'),
    link('OF', 'ask/A/RES/70/125/p71', 'entity/ITU', {}, [evidence({ title: null, method: 'UNVERIFIED' })]),
  ];
  return {
    version: '2026.01',
    licence: 'CC0-1.0',
    sources: [{ title: 'Invented', url: null, licence: null }],
    rules: [{ name: 'subject-of-the-activity', meaning: 'invented for the tests' }],
    nodes,
    links,
  };
}

const written: string[] = [];
afterAll(async () => {
  await Promise.all(written.map((directory) => rm(directory, { recursive: true, force: true })));
});

async function temporaryDirectory(): Promise<string> {
  const directory = await mkdtemp(join(tmpdir(), 'wsis-dataset-'));
  written.push(directory);
  return directory;
}

/** Writes a dataset, or the valid one, into a directory of its own, which is removed after the tests of the file. */
export async function writtenDataset(dataset: Dataset = validDataset()): Promise<string> {
  const directory = await temporaryDirectory();
  await writeDataset(directory, dataset);
  return directory;
}

/** A copy of a dataset directory, removed after the tests of the file. */
export async function copyOf(source: string): Promise<string> {
  const directory = await temporaryDirectory();
  await cp(source, directory, { recursive: true });
  return directory;
}

const inCsv = (cells: readonly string[]): string => cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',');

async function tableOf(directory: string, file: string): Promise<string[][]> {
  return parse(await readFile(join(directory, file)), { relax_column_count: true });
}

/** Adds a row with the given cells, method and source given unless they are set; returns its line. */
export async function appendRow(directory: string, file: string, cells: Record<string, string>): Promise<number> {
  const rows = await tableOf(directory, file);
  const filled: Record<string, string> = { method: 'CURATED', source_title: 'Invented', ...cells };
  for (const column of Object.keys(filled)) if (!rows[0]?.includes(column)) throw new Error(`${file} has no column ${column}`);
  rows.push((rows[0] ?? []).map((column) => filled[column] ?? ''));
  await writeFile(join(directory, file), `${rows.map(inCsv).join('\n')}\n`);
  return rows.length;
}

/** Changes the text of a file. */
export async function edit(directory: string, file: string, change: (text: string) => string | Buffer): Promise<void> {
  const path = join(directory, file);
  await writeFile(path, change(await readFile(path, 'utf8')));
}

/** The problems of a dataset, each as it is printed. */
export async function problemsOf(directory: string): Promise<string[]> {
  return (await readDataset(directory)).problems.map(printProblem);
}

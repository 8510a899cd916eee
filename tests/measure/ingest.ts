/** `npm run measure:ingest`: precision and recall of `ingest` on real documents against hand-made truth, with every error listed. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type Agreement, type Comparison, compare, type Score, type Truth } from './compare.js';
import { readFile, readKnowledge, readTruth } from './read-truth.js';

const project = join(import.meta.dirname, '../..');
const corpus = process.env.CORPUS ?? join(project, '../shared/corpus');
const quiet = process.argv.includes('--quiet');

const say = (line: string): boolean => process.stdout.write(`${line}\n`);
const share = (part: number, whole: number): string => (whole === 0 ? '    –' : (part / whole).toFixed(3));
const sum = (scores: readonly Score[]): Score => ({
  found: scores.reduce((total, each) => total + each.found, 0),
  true: scores.reduce((total, each) => total + each.true, 0),
  matched: scores.reduce((total, each) => total + each.matched, 0),
  errors: [],
});
const total = (all: readonly Agreement[]): Agreement => ({
  agreed: all.reduce((sofar, each) => sofar + each.agreed, 0),
  of: all.reduce((sofar, each) => sofar + each.of, 0),
  errors: [],
});

type Row = Omit<Comparison, 'paragraphs'> & { paragraphs: Agreement };
const columns: readonly [string, (row: Row) => string][] = [
  ['paragraphs', ({ paragraphs }) => `${paragraphs.agreed}/${paragraphs.of}`],
  ['cit. P', ({ citations }) => share(citations.matched, citations.found)],
  ['cit. R', ({ citations }) => share(citations.matched, citations.true)],
  ['verb', ({ verbs }) => share(verbs.agreed, verbs.of)],
  ['place', ({ places }) => share(places.agreed, places.of)],
  ['ask P', ({ asks }) => share(asks.matched, asks.found)],
  ['ask R', ({ asks }) => share(asks.matched, asks.true)],
  ['asked', ({ addressees }) => share(addressees.agreed, addressees.of)],
  ['due', ({ due }) => share(due.agreed, due.of)],
  ['contr. P', ({ contributors }) => share(contributors.matched, contributors.found)],
  ['contr. R', ({ contributors }) => share(contributors.matched, contributors.true)],
  ['act. P', ({ contributions }) => share(contributions.matched, contributions.found)],
  ['act. R', ({ contributions }) => share(contributions.matched, contributions.true)],
];
const print = (name: string, cells: readonly string[]): boolean =>
  say([name.padEnd(24), ...cells.map((cell, at) => cell.padStart(Math.max(7, columns[at]?.[0].length ?? 0)))].join('  '));

function joined(rows: readonly Comparison[]): Row {
  return {
    paragraphs: total(rows.map((row) => row.paragraphs)),
    citations: sum(rows.map((row) => row.citations)),
    verbs: total(rows.map((row) => row.verbs)),
    places: total(rows.map((row) => row.places)),
    asks: sum(rows.map((row) => row.asks)),
    addressees: total(rows.map((row) => row.addressees)),
    due: total(rows.map((row) => row.due)),
    contributors: sum(rows.map((row) => row.contributors)),
    contributions: sum(rows.map((row) => row.contributions)),
  };
}

async function main(): Promise<void> {
  if (!existsSync(corpus)) {
    say('skipped: the documents are not here; set CORPUS to the folder that holds text/ and pdf/');
    return;
  }
  const knowledge = await readKnowledge(project);
  const wanted = process.argv.slice(2).find((argument) => !argument.startsWith('--'));
  const rows: { truth: Truth; comparison: Comparison }[] = [];
  for (const truth of readTruth(project)) {
    if (wanted && !truth.file.includes(wanted)) continue;
    rows.push({ truth, comparison: compare(truth, await readFile(join(corpus, truth.file), knowledge)) });
  }
  print(
    '',
    columns.map(([name]) => name),
  );
  for (const { truth, comparison } of rows) {
    print(
      `${truth.symbol}${truth.keptAside ? ' *' : ''}`,
      columns.map(([, cell]) => cell(comparison)),
    );
  }
  const aside = rows.filter(({ truth }) => truth.keptAside).map(({ comparison }) => comparison);
  for (const [name, part] of [
    ['kept aside (*)', aside],
    ['all', rows.map(({ comparison }) => comparison)],
  ] as const) {
    print(
      name,
      columns.map(([, cell]) => cell(joined(part))),
    );
  }
  if (quiet) return;
  for (const { truth, comparison } of rows) {
    const errors = Object.entries(comparison).flatMap(([what, { errors: list }]: [string, { errors: string[] }]) =>
      list.map((error) => `  ${what}: ${error}`),
    );
    if (errors.length > 0 && !(truth.keptAside && !process.argv.includes('--aside'))) say(`\n${truth.symbol}\n${errors.join('\n')}`);
  }
}

void main();

/** `wsis-graph ingest` as a person uses it, on documents whose text is invented for these tests and states no fact. */
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root, run } from '../support/program.js';
import { copyOf } from '../support/write-dataset.js';

const seed = join(root, 'seed');
jest.setTimeout(60_000);

const resolution = `United Nations
A/RES/99/901
General Assembly
Distr.: General
18 December 2044
Ninety-ninth session
Agenda item 15

Resolution adopted by the General Assembly on 18 December 2044
[on the report of the Second Committee (A/99/901, para. 7)]
99/901. Invented matters of an invented society

The General Assembly,

Recalling its resolutions 70/125 of 16 December 2015 and 98/777 of 3 December 2043 on invented matters,

Taking note with appreciation of an invented paper,1

1. Reaffirms the lamps of resolution 70/125;

2. Requests the Secretary-General to paint the lamps of the invented society;

3. Invites the International Telecommunication Union to count the lamps, and requests the Commission on Science and Technology for Development to look at them.

__________
1 A/99/902.
`;

const note = `United Nations Commission on Science and Technology for Development (CSTD)
Ninety-ninth annual session

High-level dialogue on the invented lamps of an invented society

18 May 2044, 10 a.m.
Concept Note

Background

The lamps are told of in A/RES/70/125 and elsewhere.
`;

let directory: string;
const fileOf = (name: string) => join(directory, name);
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'wsis-ingest-'));
  await writeFile(fileOf('lamps.txt'), resolution);
  await writeFile(fileOf('note.txt'), note);
  await writeFile(fileOf('letter.txt'), 'Dear reader,\n\nthe lamps are lit. '.repeat(20));
  await writeFile(fileOf('empty.pdf'), '');
});
afterAll(() => rm(directory, { recursive: true, force: true }));

const ingest = (files: readonly string[], ...options: string[]) => run(['ingest', ...files.map(fileOf), ...options]);

/** Every file with its text and the time at which it was written. */
async function stateOf(folder: string): Promise<[string, string, number][]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  return Promise.all(
    files.sort().map(async (file) => [file, await readFile(file, 'utf8'), (await stat(file)).mtimeMs] as [string, string, number]),
  );
}

test('a line for each file tells its family, symbol and counts, and nothing is written', async () => {
  const before = await stateOf(seed);
  const { code, stdout, stderr } = await ingest(['lamps.txt', 'note.txt']);
  expect([code, stderr]).toEqual([0, '']);
  expect(stdout).toMatch(/^file\s+family\s+symbol\s+paragraphs\s+citations\s+asks\s+contributors\s+contributions\s+unresolved\n-+/);
  expect(stdout).toMatch(/lamps\.txt\s+GENERAL_ASSEMBLY_RESOLUTION\s+A\/RES\/99\/901\s+3\s+\d+\s+3\s+0\s+0\s+\d+/);
  expect(stdout).toMatch(/note\.txt\s+CONCEPT_NOTE\s+\d/);
  expect(await stateOf(seed)).toEqual(before);
});

test('--json prints an array, also for one file, with every fact and its paragraph', async () => {
  const { code, stdout } = await ingest(['lamps.txt'], '--json');
  expect(code).toBe(0);
  const [read, ...others] = JSON.parse(stdout);
  expect(others).toEqual([]);
  expect(read).toMatchObject({
    file: fileOf('lamps.txt'),
    document: {
      symbol: 'A/RES/99/901',
      title: 'Invented matters of an invented society',
      body: 'GENERAL_ASSEMBLY',
      date: '2044-12-18',
      recommendedBy: 'Second Committee',
    },
    footnotesRead: true,
  });
  expect(read.citations).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ to: 'A/RES/70/125', verb: 'RECALLS', where: 'PREAMBLE', paragraph: 'PP1' }),
      expect.objectContaining({ to: 'A/RES/70/125', verb: 'REAFFIRMS', where: 'OPERATIVE', paragraph: '1' }),
      expect.objectContaining({ to: 'A/99/902', verb: 'TAKES_NOTE_OF', where: 'FOOTNOTE', paragraph: 'PP2', footnote: 1 }),
    ]),
  );
  expect(read.asks).toMatchObject([
    { paragraph: '2', verb: 'REQUESTS' },
    { paragraph: '3', verb: 'INVITES', addressees: ['entity/ITU'] },
    { paragraph: '3', verb: 'REQUESTS', addressees: ['entity/CSTD'] },
  ]);
  for (const list of ['paragraphs', 'contributors', 'contributions', 'unresolved']) expect(read[list]).toBeInstanceOf(Array);
});

test('a file that cannot be read is told with its code; the others are shown, nothing is written, exit 1', async () => {
  const into = await copyOf(seed);
  const before = await stateOf(into);
  const files = ['letter.txt', 'lamps.txt', 'empty.pdf', 'missing.pdf'];
  const { code, stdout, stderr } = await ingest(files, '--into', into, '--out', fileOf('none'));
  expect(code).toBe(1);
  expect(stdout).toContain('A/RES/99/901');
  expect(stderr).toMatch(/^\S+letter\.txt: UNKNOWN_DOCUMENT: /m);
  expect(stderr).toMatch(/^\S+empty\.pdf: UNREADABLE_DOCUMENT: /m);
  expect(stderr).toMatch(/^\S+missing\.pdf: UNREADABLE_DOCUMENT: /m);
  expect(stderr).toContain('Nothing was written: 3 files of 4 could not be read.');
  expect(stderr).not.toMatch(/at .*\.js:\d+/);
  expect(await stateOf(into)).toEqual(before);
  expect(await readdir(directory)).not.toContain('none');

  const json = await ingest(files, '--json');
  expect(json.code).toBe(1);
  const read = JSON.parse(json.stdout) as { file: string; error?: { code: string; message: string } }[];
  expect(read.map(({ error }) => error?.code)).toEqual(['UNKNOWN_DOCUMENT', undefined, 'UNREADABLE_DOCUMENT', 'UNREADABLE_DOCUMENT']);
  const merged = JSON.parse((await ingest(files, '--json', '--into', into)).stdout);
  expect([Object.keys(merged), merged.merge, merged.files.length]).toEqual([['files', 'merge'], null, 4]);
});

test('--out writes a dataset of what the documents state, which validates by itself', async () => {
  const out = fileOf('proposal');
  const { code, stdout } = await ingest(['lamps.txt', 'note.txt'], '--out', out);
  expect([code, stdout]).toEqual([0, expect.stringMatching(/wrote .*proposal: \d+ nodes, \d+ links/)]);
  const valid = await run(['validate', out]);
  expect([valid.code, valid.stdout]).toEqual([0, expect.stringMatching(/^valid: /)]);
  const asks = await readFile(join(out, 'asks.csv'), 'utf8');
  expect(asks.trim().split('\n')).toHaveLength(4);
  expect(asks).toContain('ask/A/RES/99/901/p3.2,REQUESTS,');
  expect(asks).not.toContain('lamps');
  const answer = await run(['lineage', 'A/RES/99/901', '--json'], { env: { DATASET: out } });
  expect(JSON.parse(answer.stdout).links).toContainEqual({
    from: 'resolution/A/RES/99/901',
    to: 'resolution/A/RES/70/125',
    verb: 'REAFFIRMS',
    where: 'OPERATIVE',
    paragraph: '1',
  });

  const before = await stateOf(out);
  const refused = await ingest(['lamps.txt'], '--out', out);
  expect([refused.code, refused.stdout]).toEqual([2, '']);
  expect(refused.stderr).toContain('proposal');
  expect(await stateOf(out)).toEqual(before);
});

test('--into merges, lists what it did, and leaves every other row as it was; a second time there is nothing new', async () => {
  const into = await copyOf(seed);
  const first = await ingest(['lamps.txt', 'note.txt'], '--into', into);
  expect([first.code, first.stderr]).toEqual([0, '']);
  expect(first.stdout).toMatch(/^added$/m);
  expect(first.stdout).toMatch(/A\/RES\/99\/901 +PP1 +A\/RES\/99\/901 RECALLS A\/RES\/70\/125/);
  expect(first.stdout).toMatch(/\d+ added, 0 completed, \d+ known, \d+ conflicts?; version 20\S+; changed: resolutions\.csv,/);
  expect((await run(['validate', into])).code).toBe(0);
  for (const [file, text] of await stateOf(seed)) {
    const lines = new Set((await readFile(file.replace(seed, into), 'utf8')).split('\n'));
    expect(text.split('\n').filter((line) => !lines.has(line))).toEqual([]);
  }

  const before = await stateOf(into);
  const second = await ingest(['lamps.txt', 'note.txt'], '--into', into);
  expect([second.code, second.stdout]).toEqual([0, expect.stringContaining('nothing new')]);
  const json = JSON.parse((await ingest(['lamps.txt'], '--into', into, '--json')).stdout);
  expect(json.files).toHaveLength(1);
  expect(json.merge).toMatchObject({ added: [], completed: [], files: [], counts: { added: 0, completed: 0 } });
  expect(await stateOf(into)).toEqual(before);
});

test('a dataset with a problem is not merged into, and a directory that is none is told', async () => {
  const into = await copyOf(seed);
  await writeFile(join(into, 'regions.csv'), 'id\n');
  for (const folder of [into, fileOf('no-such-place')]) {
    const { code, stdout, stderr } = await ingest(['lamps.txt'], '--into', folder);
    expect([code, stdout]).toEqual([1, '']);
    expect(stderr).toContain('problem');
  }
});

test('a call without a file, or with an unknown option, is wrong; --help has examples', async () => {
  expect((await run(['ingest'])).code).toBe(2);
  expect((await run(['ingest', fileOf('lamps.txt'), '--onto', 'seed'])).code).toBe(2);
  const { code, stdout } = await run(['ingest', '--help']);
  expect(code).toBe(0);
  for (const words of ['--out', '--into', '--json', 'wsis-graph ingest A_82_64.pdf --into seed']) expect(stdout).toContain(words);
});

/** Files that are no sound CSV: each is a problem with its name, never an exception and never a partial load. */
import { mkdir, rm, symlink, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readDataset } from '../../src/dataset/read-dataset.js';
import { edit, problemsOf, writtenDataset } from '../support/write-dataset.js';

type Plant = (directory: string) => Promise<unknown>;
const replace =
  (file: string, content: string | Buffer): Plant =>
  (directory) =>
    writeFile(join(directory, file), content);

const cases: [string, string, Plant, RegExp][] = [
  ['a missing node file', 'regions.csv', (directory) => rm(join(directory, 'regions.csv')), /^regions\.csv:1: there is no such file$/],
  [
    'a missing link file',
    'links/serves.csv',
    (directory) => rm(join(directory, 'links/serves.csv')),
    /^links\/serves\.csv:1: there is no such file$/,
  ],
  ['zero bytes', 'regions.csv', replace('regions.csv', ''), /^regions\.csv:1: is empty$/],
  [
    'a directory in place of a file',
    'regions.csv',
    async (directory) => {
      await rm(join(directory, 'regions.csv'));
      await mkdir(join(directory, 'regions.csv'));
    },
    /^regions\.csv:1: is a directory, not a file$/,
  ],
  [
    'a loop of symbolic links',
    'regions.csv',
    async (directory) => {
      await rm(join(directory, 'regions.csv'));
      await symlink('regions.csv', join(directory, 'regions.csv'));
    },
    /^regions\.csv:1: is a loop of symbolic links$/,
  ],
  [
    'a device in place of a file',
    'regions.csv',
    async (directory) => {
      await rm(join(directory, 'regions.csv'));
      await symlink('/dev/zero', join(directory, 'regions.csv'));
    },
    /^regions\.csv:1: is not a regular file$/,
  ],
  [
    'a file of 1 GB',
    'regions.csv',
    (directory) => truncate(join(directory, 'regions.csv'), 2 ** 30),
    /^regions\.csv:1: has 1073741824 bytes; the limit is 1000000000$/,
  ],
  ['UTF-16 with its mark', 'regions.csv', replace('regions.csv', Buffer.from('\ufeffid,name\n', 'utf16le')), /^regions\.csv:1: is UTF-16/],
  [
    'UTF-16 without its mark',
    'regions.csv',
    replace('regions.csv', Buffer.from('id,name\n', 'utf16le')),
    /^regions\.csv:1: holds a zero byte/,
  ],
  [
    'a byte order mark',
    'regions.csv',
    (directory) => edit(directory, 'regions.csv', (text) => `\ufeff${text}`),
    /^regions\.csv:1: begins with a byte order mark/,
  ],
  [
    'Windows-1252',
    'entities.csv',
    (directory) => edit(directory, 'entities.csv', (text) => Buffer.from(text, 'latin1')),
    /^entities\.csv:2: is not UTF-8 here/,
  ],
  [
    'a file cut off within a quoted cell',
    'entities.csv',
    (directory) => edit(directory, 'entities.csv', (text) => text.slice(0, text.indexOf('invented'))),
    /^entities\.csv:2: a quotation mark is opened in this row and never closed/,
  ],
  [
    'a quotation mark within a cell',
    'regions.csv',
    (directory) => edit(directory, 'regions.csv', (text) => text.replace('Africa', 'Af"rica')),
    /^regions\.csv:2: a quotation mark stands within a cell that is not quoted/,
  ],
  [
    'text after a quoted cell',
    'regions.csv',
    (directory) => edit(directory, 'regions.csv', (text) => text.replace('Africa', '"Af"rica')),
    /^regions\.csv:2: after a closing quotation mark/,
  ],
  ['an unknown file', 'seed.csv', replace('seed.csv', 'id\n'), /^seed\.csv:1: does not belong to a dataset/],
  ['an unknown link file', 'links/x.csv', replace('links/x.csv', 'from,to\n'), /^links\/x\.csv:1: does not belong to a dataset/],
  [
    'an unknown column',
    'regions.csv',
    (directory) => edit(directory, 'regions.csv', (text) => text.replace('m49', 'm_49')),
    /^regions\.csv:1: m49: the column is missing$/m,
  ],
  [
    'a column that stands twice',
    'regions.csv',
    (directory) => edit(directory, 'regions.csv', (text) => text.replace('m49', 'name')),
    /^regions\.csv:1: name: the column "name" stands twice$/m,
  ],
  [
    'a row with a cell too many',
    'regions.csv',
    (directory) => edit(directory, 'regions.csv', (text) => text.replace('Africa', 'Afri,ca')),
    /^regions\.csv:2: the row has 17 cells, the head has 16$/,
  ],
  [
    'an empty line',
    'regions.csv',
    (directory) => edit(directory, 'regions.csv', (text) => `${text}\n`),
    /^regions\.csv:3: the line is empty$/,
  ],
];

test.each(cases)('rows 53, 54: %s is a problem of its file alone', async (_, file, plant, expected) => {
  const directory = await writtenDataset();
  await plant(directory);
  const { dataset } = await readDataset(directory);
  const problems = await problemsOf(directory);
  expect(dataset).toBeNull();
  expect(problems.join('\n')).toMatch(expected);
  expect(problems.filter((problem) => !problem.startsWith(`${file}:`))).toEqual([]);
});

test('a directory that is not there is one problem', async () => {
  const problems = await problemsOf('/nowhere/at/all');
  expect(problems).toEqual(['.:1: /nowhere/at/all is not a directory that can be read: there is no such file']);
});

test('row 53: lines that end in CR LF are read as any other', async () => {
  const directory = await writtenDataset();
  const before = await readDataset(directory);
  await edit(directory, 'entities.csv', (text) => text.replaceAll('\n', '\r\n'));
  const after = await readDataset(directory);
  expect(after.problems).toEqual([]);
  expect(after.dataset?.version).toBe(before.dataset?.version);
});

test('a cell with a line break is refused, and the lines after it are still told right', async () => {
  const directory = await writtenDataset();
  await edit(directory, 'entities.csv', (text) => text.replace('invented', 'inven\r\nted').replace('Health body', ' Health body'));
  expect(await problemsOf(directory)).toEqual([
    expect.stringMatching(/^entities\.csv:2: name: .* holds a control character/),
    expect.stringMatching(/^entities\.csv:4: name: " Health body" begins or ends with a blank$/),
  ]);
});

test('a file in which every row is wrong tells a thousand problems and how many more there are', async () => {
  const directory = await writtenDataset();
  await edit(directory, 'regions.csv', (text) => `${text}${'x\n'.repeat(1500)}`);
  const problems = await problemsOf(directory);
  expect(problems).toHaveLength(1001);
  expect(problems.at(-1)).toBe('regions.csv:1: 500 more problems in this file are not listed');
});

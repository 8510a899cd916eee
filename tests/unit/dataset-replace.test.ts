/** A dataset brought to a new state in its directory: what did not change stays byte by byte, and nothing is written that would not validate. */
import { chmod, mkdir, readdir, readFile, stat, utimes, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { loadDataset } from '../../src/dataset/read-dataset.js';
import { replaceDatasetFiles } from '../../src/dataset/replace.js';
import type { Dataset, NodeRecord } from '../../src/domain/records.js';
import { datasetVersion } from '../../src/domain/version.js';
import { evidence, link, node } from '../support/small-dataset.js';
import { copyOf, edit, writtenDataset } from '../support/write-dataset.js';

const review = 'resolution/A/RES/70/125';
const old = 'resolution/A/RES/57/270 B';

/** The dataset with other rows, and the version that they give. */
function changed(dataset: Dataset, change: Partial<Pick<Dataset, 'nodes' | 'links'>>): Dataset {
  const { nodes, links } = { ...dataset, ...change };
  return { ...dataset, nodes, links, version: datasetVersion(dataset.version.replace(/\+.*$/, ''), nodes, links) };
}

const entity = (id: string): NodeRecord => node('ENTITY', id, { name: `Invented, "${id}"`, category: 'BUSINESS', unSystem: false });
const textOf = (directory: string, file: string) => readFile(join(directory, file), 'utf8');
/** All that is in the directory and begins like it beside it, so that nothing is left behind. */
const namesAround = async (directory: string) => {
  const beside = (await readdir(dirname(directory))).filter((name) => name.startsWith(basename(directory)));
  return [...beside, ...(await readdir(directory, { recursive: true }))].sort();
};

test('rows that did not change stay as they were written, whatever their quotes, line ends and order of columns', async () => {
  const directory = await writtenDataset();
  const odd = (text: string) =>
    text
      .split('\n')
      .map((row) => row.replace(/^(entity\/WHO),/, '"$1",'))
      .join('\r\n');
  await edit(directory, 'entities.csv', odd);
  const before = await loadDataset(directory);
  const written = await textOf(directory, 'entities.csv');
  const nodes = before.nodes.flatMap((found) => (found.id === 'entity/ITU' ? [found, entity('NEW')] : [found]));
  expect(await replaceDatasetFiles(directory, before, changed(before, { nodes }))).toEqual(['entities.csv']);
  const lines = written.split('\r\n');
  const now = (await textOf(directory, 'entities.csv')).split('\r\n');
  expect(now.filter((line) => !line.includes('NEW'))).toEqual(lines);
  expect(now[lines.findIndex((line) => line.startsWith('entity/ITU')) + 1]).toMatch(/^entity\/NEW,"Invented, ""NEW""",/);
});

test('a new row follows the columns of its file in their order', async () => {
  const directory = await writtenDataset();
  await edit(directory, 'links/of.csv', (text) =>
    text
      .trimEnd()
      .split('\n')
      .map((row) => {
        const [from, to, ...rest] = row.split(',');
        return [to, from, ...rest].join(',');
      })
      .join('\n'),
  );
  const before = await loadDataset(directory);
  const links = [...before.links, link('OF', 'ask/A/RES/70/125/p71', 'entity/WHO')];
  await replaceDatasetFiles(directory, before, changed(before, { links }));
  expect((await textOf(directory, 'links/of.csv')).split('\n').slice(1, 3)).toEqual([
    expect.stringMatching(/^entity\/ITU,ask\/A/),
    expect.stringMatching(/^entity\/WHO,ask\/A/),
  ]);
});

test('of a link with several rows only the one that changed is written anew, in its place', async () => {
  const directory = await writtenDataset();
  const before = await loadDataset(directory);
  const lines = (await textOf(directory, 'links/cites.csv')).split('\n');
  const links = before.links.map((found) =>
    found.link === 'CITES' && found.to === old
      ? {
          ...found,
          evidence: [
            ...found.evidence.map((piece) => (piece.paragraph === '9' ? { ...piece, paragraph: '10' } : piece)),
            evidence({ document: review, where: 'ANNEX', paragraph: '3' }),
          ],
        }
      : found,
  );
  await replaceDatasetFiles(directory, before, changed(before, { links }));
  const now = (await textOf(directory, 'links/cites.csv')).split('\n');
  expect(now.map((line) => line.split(',')[4])).toEqual(['evidence_paragraph', 'PP2', '10', '3', '12', '', undefined]);
  expect(now.filter((line) => lines.includes(line))).toHaveLength(lines.length - 1);
});

test('rows with several sources in one cell stay when their link gets a further row', async () => {
  const sources = { title: 'One', url: null };
  const directory = await writtenDataset();
  await edit(directory, 'links/serves.csv', (text) => `${text}entity/ITU,region/africa,,,,,,CURATED,,,One|Two,|https://two.org/,\n`);
  const before = await loadDataset(directory);
  expect(before.links.find(({ link: name }) => name === 'SERVES')?.evidence).toMatchObject([sources, { title: 'Two' }]);
  const links = before.links.map((found) =>
    found.link === 'SERVES' ? { ...found, evidence: [...found.evidence, evidence({ document: review, paragraph: '3' })] } : found,
  );
  await replaceDatasetFiles(directory, before, changed(before, { links }));
  expect((await textOf(directory, 'links/serves.csv')).split('\n').slice(1)).toEqual([
    'entity/ITU,region/africa,,,,,,CURATED,,,One|Two,|https://two.org/,',
    expect.stringContaining(`${review},3,`),
    '',
  ]);
});

test('a row that is gone is left out, and one of another kind is written into its own file', async () => {
  const directory = await writtenDataset();
  const before = await loadDataset(directory);
  const report = node('REPORT', 'E/2099/1', { symbol: 'E/2099/1', series: 'THEMATIC', citationsRead: 'NONE', contributorList: 'NONE' });
  const nodes = before.nodes.map((found) => (found.id === 'other-document/itu-input' ? report : found));
  expect(await replaceDatasetFiles(directory, before, changed(before, { nodes }))).toEqual(['reports.csv', 'other-documents.csv']);
  expect(await textOf(directory, 'other-documents.csv')).not.toContain('itu-input');
  expect((await loadDataset(directory)).nodes.map(({ id }) => id)).toContain('report/E/2099/1');
});

test('where nothing changed, no file is touched', async () => {
  const directory = await writtenDataset();
  const before = await loadDataset(directory);
  const then = new Date('2020-01-01');
  for (const file of await readdir(directory)) await utimes(join(directory, file), then, then);
  expect(await replaceDatasetFiles(directory, before, changed(before, {}))).toEqual([]);
  for (const file of await readdir(directory)) expect((await stat(join(directory, file))).mtime).toEqual(then);
});

test('what would not validate is refused with its problems, and nothing is written or left behind', async () => {
  const directory = await writtenDataset();
  const before = await loadDataset(directory);
  const texts = await Promise.all(['entities.csv', 'links/of.csv'].map((file) => textOf(directory, file)));
  const names = await namesAround(directory);
  const nodes = [...before.nodes, entity('NEW')];
  const links = [...before.links, link('OF', 'ask/A/RES/70/125/p71', 'entity/NOBODY')];
  await expect(replaceDatasetFiles(directory, before, changed(before, { nodes, links }))).rejects.toMatchObject({
    code: 'INVALID_DATASET',
    message: expect.stringContaining('entity/NOBODY'),
  });
  expect(await Promise.all(['entities.csv', 'links/of.csv'].map((file) => textOf(directory, file)))).toEqual(texts);
  expect(await namesAround(directory)).toEqual(names);
});

test('a directory that somebody else changed meanwhile is refused', async () => {
  const directory = await writtenDataset();
  const before = await loadDataset(directory);
  await edit(directory, 'regions.csv', (text) => text.replace('Africa', 'Afrika'));
  const after = changed(before, { nodes: [...before.nodes, entity('NEW')] });
  await expect(replaceDatasetFiles(directory, before, after)).rejects.toMatchObject({ message: expect.stringContaining('meanwhile') });
});

test('README.md and dataset.json are left alone, and a directory in a place where nobody may write is served too', async () => {
  const place = await copyOf(await writtenDataset());
  const directory = join(place, 'inner');
  await mkdir(directory);
  for (const file of await readdir(place, { recursive: true, withFileTypes: true })) {
    if (!file.isFile()) continue;
    const target = file.parentPath === place ? join(directory, file.name) : join(directory, 'links', file.name);
    await mkdir(dirname(target), { recursive: true });
    await writeFile(target, await readFile(join(file.parentPath, file.name)));
  }
  await writeFile(join(directory, 'README.md'), 'mine');
  const manifest = await textOf(directory, 'dataset.json');
  const before = await loadDataset(directory);
  await chmod(place, 0o555);
  try {
    await replaceDatasetFiles(directory, before, changed(before, { nodes: [...before.nodes, entity('NEW')] }));
  } finally {
    await chmod(place, 0o755);
  }
  expect([await textOf(directory, 'README.md'), await textOf(directory, 'dataset.json')]).toEqual(['mine', manifest]);
  expect((await readdir(directory)).filter((name) => name.endsWith('.new'))).toEqual([]);
});

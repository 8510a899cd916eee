/** The synthetic datasets of the bench: the same in every run, valid as the real one is, and as skewed as it. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { loadDataset, readDataset } from '../../src/dataset/read-dataset.js';
import { writeDataset } from '../../src/dataset/write.js';
import type { Dataset, LinkRecord } from '../../src/domain/records.js';
import { synthesis, syntheticDataset } from './synthetic.js';

let real: Dataset;
let synthetic: Dataset;
const size = 2000;

beforeAll(async () => {
  real = await loadDataset(resolve(__dirname, '..', '..', 'seed'));
  synthetic = syntheticDataset(real, size);
});

const linksOf = ({ links }: Dataset, name: LinkRecord['link']) => links.filter(({ link }) => link === name);

/** How many links reach each end, greatest first. */
function degrees(links: readonly LinkRecord[], end: 'from' | 'to'): number[] {
  const counts = new Map<string, number>();
  for (const link of links) counts.set(link[end], (counts.get(link[end]) ?? 0) + 1);
  return [...counts.values()].sort((a, b) => b - a);
}

test('the same seed and size make the same dataset, another seed another', () => {
  expect(syntheticDataset(real, size).version).toBe(synthetic.version);
  expect(syntheticDataset(real, size, 2).version).not.toBe(synthetic.version);
});

test('a contribution does not depend on how many others there are, or on which was asked for before', () => {
  const one = synthesis(real).contribution(1500);
  const again = synthesis(real);
  again.contribution(3);
  expect(again.contribution(1500)).toEqual(one);
});

test('it holds as many contributions as asked for, and everything else as it really is', () => {
  expect(synthetic.nodes.filter(({ kind }) => kind === 'CONTRIBUTION')).toHaveLength(size);
  const others = ({ nodes }: Dataset) => nodes.filter(({ kind }) => kind !== 'CONTRIBUTION');
  expect(others(synthetic)).toEqual(others(real));
  expect(linksOf(synthetic, 'CITES')).toEqual(linksOf(real, 'CITES'));
});

test('written as a folder it has no problem and is read as the same dataset', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'wsis-synthetic-'));
  try {
    await writeDataset(folder, synthetic);
    const { dataset, problems } = await readDataset(folder);
    expect(problems).toEqual([]);
    expect(dataset?.version).toBe(synthetic.version);
  } finally {
    await rm(folder, { recursive: true });
  }
}, 60_000);

test('a few lines and entities are large, by the law of Zipf', () => {
  const lines = degrees(linksOf(synthetic, 'UNDER'), 'to');
  const entities = degrees(linksOf(synthetic, 'MADE'), 'from');
  for (const [first = 0, second = 0, , fourth = 0] of [lines, entities]) {
    expect(first / second).toBeGreaterThan(1.5);
    expect(first / fourth).toBeGreaterThan(2.5);
  }
  expect(lines).toHaveLength(19);
});

test('a contribution has as many tags as a real one has, in the mean', () => {
  for (const name of ['MADE', 'UNDER', 'IN', 'SUPPORTS', 'DESCRIBED_IN'] as const) {
    const really = linksOf(real, name).length / real.nodes.filter(({ kind }) => kind === 'CONTRIBUTION').length;
    const ratio = linksOf(synthetic, name).length / size / really;
    expect(Math.abs(ratio - 1)).toBeLessThan(0.15);
  }
});

/** Writes a synthetic dataset as a folder of CSV files, in one pass and little memory: `tsx tests/bench/write-synthetic.ts --contributions 1000 --folder F`. */

import { once } from 'node:events';
import { createWriteStream, type WriteStream } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { loadDataset } from '../../src/dataset/read-dataset.js';
import { linkCells, nodeCells, rowOf, writeDataset } from '../../src/dataset/write.js';
import { linkSpecs, nodeSpecs } from '../../src/domain/graph.js';
import type { Dataset } from '../../src/domain/records.js';
import { synthesis } from './synthetic.js';

const seedFolder = join(import.meta.dirname, '..', '..', 'seed');

/** Writes the real dataset with that many invented contributions in place of the real ones. */
async function writeSynthetic(folder: string, real: Dataset, contributions: number, seed = 1): Promise<void> {
  const { real: rest, contribution } = synthesis(real, seed);
  await writeDataset(folder, rest);
  const files = new Map<string, { stream: WriteStream; rows: string[] }>();
  const append = async (file: string, row: string) => {
    const open = files.get(file) ?? { stream: createWriteStream(join(folder, file), { flags: 'a' }), rows: [] };
    files.set(file, open);
    open.rows.push(row);
    if (open.rows.length < 5000) return;
    if (!open.stream.write(open.rows.splice(0).join(''))) await once(open.stream, 'drain');
  };
  for (let index = 0; index < contributions; index += 1) {
    const { node, links } = contribution(index);
    await append(nodeSpecs.CONTRIBUTION.file, rowOf(nodeCells(node)));
    for (const link of links) await append(linkSpecs[link.link].file, linkCells(link).map(rowOf).join(''));
  }
  for (const { stream, rows } of files.values()) {
    stream.end(rows.join(''));
    await once(stream, 'finish');
  }
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { contributions: { type: 'string' }, folder: { type: 'string' }, seed: { type: 'string', default: '1' } },
  });
  if (!values.contributions || !values.folder) throw new Error('say --contributions N and --folder F');
  await writeSynthetic(values.folder, await loadDataset(seedFolder), Number(values.contributions), Number(values.seed));
}

void main();

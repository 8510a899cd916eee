/** `wsis-graph load`: validates a dataset, then replaces the graph in Neo4j with it in one step. */
import { Command, InvalidArgumentError } from 'commander';
import { readConfig } from '../config.js';
import { badInput } from '../errors.js';
import { progressOn, readWithProgress } from './progress.js';

interface Options {
  json?: boolean;
  grace: number;
}

export const loadCommand = () =>
  new Command('load')
    .description('replace the graph in Neo4j (NEO4J_URI) with a dataset, in one step; nothing is written when it is there already')
    .argument('[directory]', 'folder of the dataset; DATASET, or seed/, when left out')
    .option('--json', 'print JSON, for programs')
    .option('--grace <seconds>', 'how long the old graph stays for who still reads it: longer than a request may take', seconds, 6)
    .addHelpText(
      'after',
      '\nA dataset with a problem is refused before anything is sent. A load that ends at any moment leaves a whole graph, the old or the new one; run it again.',
    )
    .action(async (directory: string | undefined, { json, grace }: Options) => {
      const begun = performance.now();
      const { dataset: folder, neo4j } = readConfig();
      if (!neo4j) throw badInput('NEO4J_URI is not set: set it to the Neo4j to load into, such as neo4j://localhost:7687.');
      const dataset = await readWithProgress(directory ?? folder);
      // The driver takes a while to be read; the other commands do without.
      const { replaceDataset } = await import('../store/neo4j/writer.js');
      const progress = progressOn(process.stderr);
      try {
        const {
          changed,
          datasetVersion: version,
          nodes,
          links,
        } = await replaceDataset(neo4j, dataset, {
          grace: Math.round(grace * 1000),
          onProgress: (step, done, total) => progress.tell(`${step}${done ? ` ${done}` : ''}${total ? ` of ${total}` : ''}`),
        });
        progress.end();
        const taken = Math.round(performance.now() - begun) / 1000;
        if (json) console.log(JSON.stringify({ changed, version, nodes, links, seconds: taken }));
        else console.log(`${changed ? 'loaded' : 'no change'}: ${nodes} nodes, ${links} links, version ${version}, ${taken.toFixed(1)} s`);
      } finally {
        progress.end();
      }
    });

function seconds(text: string): number {
  const number = /^\d{1,4}(\.\d{1,3})?$/.test(text) ? Number(text) : Number.NaN;
  if (Number.isNaN(number)) throw new InvalidArgumentError('It is a number of seconds such as 6 or 0.5.');
  return number;
}

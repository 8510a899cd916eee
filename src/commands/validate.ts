/** `wsis-graph validate`: every problem of a dataset at once. */
import { Command } from 'commander';
import { readConfig } from '../config.js';
import { printProblem } from '../dataset/problems.js';
import { readDataset } from '../dataset/read-dataset.js';

export const validateCommand = () =>
  new Command('validate')
    .description('check a dataset and report all its problems as file:line: message; exit 1 when there is one')
    .argument('[directory]', 'folder of the dataset; DATASET, or seed/, when left out')
    .option('--json', 'print JSON, for programs')
    .action(async (directory: string | undefined, options: { json?: boolean }) => {
      const { dataset, problems } = await readDataset(directory ?? readConfig().dataset);
      const summary = { version: dataset?.version ?? null, nodes: dataset?.nodes.length ?? null, links: dataset?.links.length ?? null };
      if (options.json) {
        console.log(JSON.stringify({ ...summary, problems }));
      } else {
        for (const problem of problems) console.log(printProblem(problem));
        console.log(
          problems.length
            ? `${problems.length} ${problems.length === 1 ? 'problem' : 'problems'}`
            : `valid: ${summary.nodes} nodes, ${summary.links} links, version ${summary.version}`,
        );
      }
      if (problems.length) process.exitCode = 1;
    });

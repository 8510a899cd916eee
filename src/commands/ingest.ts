/** `wsis-graph ingest`: reads documents of the United Nations and proposes their facts, as JSON, as a dataset, or merged into one. */
import { Command } from 'commander';
import type { IngestOptions } from './ingest-run.js';

const help = `
Known families: resolutions of the General Assembly and of the Economic and Social Council, decisions, drafts, reports of the
Secretary-General on the World Summit, concept notes of the Commission; as PDF or as text, in English.

Entities, documents and names are taken from the dataset of --into, else from DATASET or seed/. What is new comes as EXTRACTED;
what is known is left as it is, and where text and dataset differ the conflict is listed. When one file cannot be read, the
others are shown and nothing is written.

Examples:
  wsis-graph ingest A_82_64.pdf                    what the report says, as a table
  wsis-graph ingest A_82_64.pdf --json             the same with every fact, for programs
  wsis-graph ingest A_82_64.pdf --out proposal     as a dataset of its own, to look through
  wsis-graph ingest A_82_64.pdf --into seed        merged into the dataset; then read the diff and the conflicts`;

export const ingestCommand = () =>
  new Command('ingest')
    .description('read documents (PDF or text) and propose their facts, each with its paragraph')
    .argument('<file...>', 'documents, PDF or text')
    .option('--out <directory>', 'write the facts as the CSV files of a dataset into an empty directory')
    .option('--into <directory>', 'merge the facts into a dataset and list what was added, completed and in conflict')
    .option('--json', 'print JSON, for programs: an array with one object for each file; with --into, { files, merge }')
    .addHelpText('after', help)
    .action(async (files: string[], options: IngestOptions) => {
      // What reads documents takes a while to be loaded; the other commands do without.
      const { ingestFiles } = await import('./ingest-run.js');
      if (!(await ingestFiles(files, options))) process.exitCode = 1;
    });

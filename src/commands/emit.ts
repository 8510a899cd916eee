/** `wsis-graph emit`: writes the files that follow from the code, or checks that they are up to date. */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Command } from 'commander';
import { printSchema } from 'graphql';
import { packageDirectory } from '../config.js';
import { createSchema } from '../graphql/schema.js';
import { printConstraints } from '../store/neo4j/constraints.js';

/** Every emitted file with what it must hold. */
const emitted = (): Record<string, string> => ({
  'schema/schema.graphql': `# Emitted by \`npm run emit\`; never edited.\n\n${printSchema(createSchema())}\n`,
  'schema/graph.cypher': printConstraints(),
});

export const emitCommand = () =>
  new Command('emit')
    .description('write schema/schema.graphql and schema/graph.cypher from the code')
    .option('--check', 'write nothing; exit 1 when a file is not up to date')
    .action(async (options: { check?: boolean }) => {
      for (const [file, content] of Object.entries(emitted())) {
        const path = join(packageDirectory, file);
        const current = await readFile(path, 'utf8').catch(() => null);
        if (current === content) {
          console.log(`${file}: up to date`);
        } else if (options.check) {
          console.log(`${file}: not up to date; run npm run emit`);
          process.exitCode = 1;
        } else {
          await writeFile(path, content);
          console.log(`${file}: written`);
        }
      }
    });

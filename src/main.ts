#!/usr/bin/env node
import 'reflect-metadata';
/** The program `wsis-graph`. Exit codes: 0 done; 1 the answer is no, or the data or the store failed; 2 the call itself was wrong. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Command, CommanderError } from 'commander';
import { cubeCommand } from './commands/cube.js';
import { emitCommand } from './commands/emit.js';
import { ingestCommand } from './commands/ingest.js';
import { lineageCommand } from './commands/lineage.js';
import { loadCommand } from './commands/load.js';
import { queryCommand } from './commands/query.js';
import { resolveCommand } from './commands/resolve.js';
import { serveCommand } from './commands/serve.js';
import { validateCommand } from './commands/validate.js';
import { packageDirectory } from './config.js';
import { ErrorCode, PublicError } from './errors.js';

const program = new Command('wsis-graph')
  .description(
    'The follow-up to the World Summit on the Information Society (WSIS) as a graph: who reported, what rests on what, what is asked of whom.',
  )
  .version((JSON.parse(readFileSync(join(packageDirectory, 'package.json'), 'utf8')) as { version: string }).version)
  .addHelpText('after', '\nExit codes: 0 done; 1 the answer is no, or the data or the store failed; 2 the call was wrong.')
  .exitOverride();

for (const command of [
  serveCommand,
  validateCommand,
  loadCommand,
  ingestCommand,
  queryCommand,
  resolveCommand,
  lineageCommand,
  cubeCommand,
  emitCommand,
]) {
  program.addCommand(command().exitOverride());
}

async function main(): Promise<void> {
  try {
    await program.parseAsync();
  } catch (error) {
    if (error instanceof CommanderError) {
      process.exitCode = error.exitCode === 0 ? 0 : 2;
    } else if (error instanceof PublicError) {
      console.error(error.message);
      process.exitCode = error.code === ErrorCode.BAD_USER_INPUT ? 2 : 1;
    } else {
      throw error;
    }
  }
}

void main();

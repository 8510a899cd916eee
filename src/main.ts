#!/usr/bin/env node
import 'reflect-metadata';
/** The program `wsis-graph`. Exit codes: 0 done; 1 the answer is no, or the data or the store failed; 2 the call itself was wrong. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Command, CommanderError } from 'commander';
import { packageDirectory } from './config.js';
import { ErrorCode, PublicError } from './errors.js';

// Before any of it is loaded: graphql-js leaves out checks that are meant for its developers, and costs a request a tenth less.
process.env.NODE_ENV ??= 'production';

const program = new Command('wsis-graph')
  .description(
    'The follow-up to the World Summit on the Information Society (WSIS) as a graph: who reported, what rests on what, what is asked of whom.',
  )
  .version((JSON.parse(readFileSync(join(packageDirectory, 'package.json'), 'utf8')) as { version: string }).version)
  .addHelpText('after', '\nExit codes: 0 done; 1 the answer is no, or the data or the store failed; 2 the call was wrong.')
  .exitOverride();

/** What each command needs is loaded only for it: the server starts without what reads documents, the readers without the server. */
const commands = {
  serve: async () => (await import('./commands/serve.js')).serveCommand,
  validate: async () => (await import('./commands/validate.js')).validateCommand,
  load: async () => (await import('./commands/load.js')).loadCommand,
  ingest: async () => (await import('./commands/ingest.js')).ingestCommand,
  query: async () => (await import('./commands/query.js')).queryCommand,
  resolve: async () => (await import('./commands/resolve.js')).resolveCommand,
  lineage: async () => (await import('./commands/lineage.js')).lineageCommand,
  cube: async () => (await import('./commands/cube.js')).cubeCommand,
  emit: async () => (await import('./commands/emit.js')).emitCommand,
};

/** Adds the command that is asked for; all of them where the help lists them or none is known by that name. */
async function addCommands(name: string | undefined): Promise<void> {
  const wanted = name !== undefined && Object.hasOwn(commands, name) ? [commands[name as keyof typeof commands]] : Object.values(commands);
  for (const load of wanted) program.addCommand((await load())().exitOverride());
}

async function main(): Promise<void> {
  try {
    await addCommands(process.argv[2]);
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

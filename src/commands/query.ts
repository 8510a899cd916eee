/** `wsis-graph query`: answers a GraphQL document, or a named example, without a server. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { Command } from 'commander';
import { examplesDirectory } from '../config.js';
import { badInput } from '../errors.js';
import { askRaw } from './ask.js';
import { table } from './table.js';

interface Options {
  list?: boolean;
  json?: boolean;
  variables?: string;
  dryRun?: boolean;
}

export const queryCommand = () =>
  new Command('query')
    .description('answer a GraphQL document without a server')
    .argument('[document]', 'name of an example, path of a file, the document itself (it begins with { or query), or - for standard input')
    .option('--variables <json>', 'values of its variables, as a JSON object')
    .option('--dry-run', 'print what it would cost, and do not ask it')
    .option('--list', 'list the named examples')
    .option('--json', 'print JSON on one line, for programs')
    .action(async (given: string | undefined, options: Options) => {
      if (options.list || given === undefined) return list(options.json ?? false);
      const document = await readDocument(given);
      const variables = readVariables(options.variables);
      checkVariables(document, variables);
      const { extensions, ...result } = await askRaw({ query: document, variables, dryRun: options.dryRun });
      console.log(JSON.stringify(options.dryRun && !result.errors ? extensions : result, null, options.json ? undefined : 2));
      if (result.errors) process.exitCode = 1;
    });

/** The named examples with their descriptions: the first comment of each file. */
export async function listExamples(): Promise<{ name: string; description: string; query: string }[]> {
  const files = (await readdir(examplesDirectory)).filter((file) => file.endsWith('.graphql')).sort();
  return Promise.all(
    files.map(async (file) => {
      const query = await readFile(join(examplesDirectory, file), 'utf8');
      const description = query.slice(0, query.indexOf('\n')).replace(/^#\s*/, '');
      return { name: file.replace(/\.graphql$/, ''), description, query };
    }),
  );
}

async function list(json: boolean): Promise<void> {
  const examples = await listExamples();
  if (json) console.log(JSON.stringify(examples.map(({ name, description }) => ({ name, description }))));
  else
    console.log(
      table(
        ['example', 'what it answers'],
        examples.map(({ name, description }) => [name, description]),
      ),
    );
}

async function readDocument(given: string): Promise<string> {
  if (given === '-') return text(process.stdin);
  if (/^\s*(?:[{#]|(?:query|mutation|subscription|fragment)\b)/.test(given)) return given;
  const example = (await listExamples()).find(({ name }) => name === given);
  if (example) return example.query;
  try {
    return await readFile(given, 'utf8');
  } catch {
    throw badInput(`"${given}" is neither a named example (see --list) nor a file that can be read.`);
  }
}

/** Refuses a variable that the document does not declare: it would be ignored, and the answer be about something else. */
function checkVariables(document: string, variables: Record<string, unknown>): void {
  const declared = new Set([...document.matchAll(/\$(\w+)\s*:/g)].map(([, name]) => name));
  const unknown = Object.keys(variables).find((name) => !declared.has(name));
  if (unknown === undefined) return;
  const known = declared.size ? `its variables are ${[...declared].join(', ')}` : 'it has none';
  throw badInput(`--variables: the document has no variable "${unknown}"; ${known}.`);
}

function readVariables(json: string | undefined): Record<string, unknown> {
  if (json === undefined) return {};
  try {
    const value: unknown = JSON.parse(json);
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Record<string, unknown>;
  } catch {
    // told below
  }
  throw badInput('--variables must be a JSON object, such as \'{"id":"C5"}\'.');
}

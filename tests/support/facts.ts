/** The facts that the dataset was built from, where they are at hand: ../shared/facts beside the repository. */
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const directory = resolve(__dirname, '..', '..', '..', 'shared', 'facts');

/** Tests that read the facts; skipped, with the reason in their name, where they are not there. */
export function describeWithFacts(name: string, tests: () => void): void {
  if (existsSync(directory)) describe(name, tests);
  else describe.skip(`${name} (skipped: ${directory} is not there)`, tests);
}

/** A file of facts. */
export const facts = <T>(file: string): T => JSON.parse(readFileSync(join(directory, file), 'utf8')) as T;

/** A symbol of the facts as it is printed in the graph: without spaces around the hyphen or a corrigendum, a decision by its short form. */
export const plainSymbol = (symbol: string): string =>
  symbol
    .replace(/\s*\(?and Corr\.1\)?/, '')
    .replace(/\s+-\s+/g, '-')
    .replace(/^([AE]) decision /, '$1/DEC/')
    .trim();

/** The documents that the program was made for, where they are at hand: ../shared/corpus beside the repository. */
import { existsSync, readdirSync } from 'node:fs';
import { join, parse, resolve } from 'node:path';

const directory = resolve(__dirname, '..', '..', '..', 'shared', 'corpus');

/** Tests that read the documents; skipped, with the reason in their name, where they are not there. */
export function describeWithCorpus(name: string, tests: () => void): void {
  if (existsSync(directory)) describe(name, tests);
  else describe.skip(`${name} (skipped: ${directory} is not there)`, tests);
}

export const corpusPdf = (name: string): string => join(directory, 'pdf', `${name}.pdf`);
export const corpusText = (name: string): string => join(directory, 'text', `${name}.txt`);

/** The names of all texts. */
export const corpusTexts = (): string[] => readdirSync(join(directory, 'text')).map((file) => parse(file).name);

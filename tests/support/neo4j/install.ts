/** Fetches Neo4j Community from its Maven artifacts into node_modules/.cache, once. */
import { execFileSync } from 'node:child_process';
import { accessSync, constants, existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const source = fileURLToPath(new URL('.', import.meta.url));
const version = /<version>(\d+\.\d+\.\d+)</.exec(readFileSync(join(source, 'pom.xml'), 'utf8'))?.[1];

/** Folder of everything that is fetched and made here. */
export const cache = join(source, '..', '..', '..', 'node_modules', '.cache', `neo4j-${version}`);
export const settingsFile = join(source, 'neo4j.conf');

function isInstalled(program: string): boolean {
  return (process.env.PATH ?? '').split(delimiter).some((directory) => {
    try {
      accessSync(join(directory, program), constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}

/** Why Neo4j cannot be run here; null when it can. */
export function whyNot(): string | null {
  const missing = ['java', 'javac', 'mvn'].filter((program) => !isInstalled(program));
  return missing.length ? `${missing.join(' and ')} not installed` : null;
}

/** Class path of the launcher; fetches (about 20 seconds) and compiles what is not there yet. Two at once do no harm. */
export function install(): string {
  const libraries = join(cache, 'lib');
  if (!existsSync(libraries)) {
    put(libraries, (directory) =>
      run('mvn', '-q', '-B', '-f', join(source, 'pom.xml'), 'dependency:copy-dependencies', `-DoutputDirectory=${directory}`),
    );
  }
  const classes = join(cache, `launcher-${Math.round(statSync(join(source, 'Launcher.java')).mtimeMs)}`);
  if (!existsSync(classes)) {
    put(classes, (directory) => run('javac', '-cp', join(libraries, '*'), '-d', directory, join(source, 'Launcher.java')));
  }
  return [join(libraries, '*'), classes].join(delimiter);
}

/** Makes a folder whole or not at all. */
function put(directory: string, fill: (directory: string) => void): void {
  mkdirSync(cache, { recursive: true });
  const temporary = mkdtempSync(join(cache, 'new-'));
  try {
    fill(temporary);
    // Whoever comes second keeps what is there.
    if (!existsSync(directory)) renameSync(temporary, directory);
  } finally {
    rmSync(temporary, { recursive: true, force: true });
  }
}

function run(program: string, ...args: string[]): void {
  execFileSync(program, args, { stdio: ['ignore', 'ignore', 'inherit'], timeout: 600_000 });
}

/** As a program (setup.ts): says as its last line on stderr why there is no Neo4j. */
if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const reason = whyNot();
  if (reason) {
    process.stderr.write(`${reason}\n`);
    process.exitCode = 1;
  } else {
    try {
      install();
    } catch (error) {
      process.stderr.write(`it could not be fetched: ${(error as Error).message.split('\n')[0]}\n`);
      process.exitCode = 1;
    }
  }
}

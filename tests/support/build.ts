/** Builds dist/ before the tests of the program when it is missing or older than src/ (jest globalSetup). */
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, statSync, utimesSync } from 'node:fs';
import { join, resolve } from 'node:path';

const root = resolve(__dirname, '..', '..');
const program = join(root, 'dist', 'main.js');

function newest(directory: string): number {
  const entries = readdirSync(directory, { recursive: true, withFileTypes: true });
  return Math.max(...entries.filter((entry) => entry.isFile()).map((entry) => statSync(join(entry.parentPath, entry.name)).mtimeMs));
}

export default function build({ testPathPatterns }: { testPathPatterns?: { patterns?: readonly string[] } } = {}): void {
  const asked = testPathPatterns?.patterns ?? [];
  if (asked.length > 0 && !asked.some((pattern) => pattern.includes('e2e'))) return;
  const sources = Math.max(newest(join(root, 'src')), statSync(join(root, 'tsconfig.build.json')).mtimeMs);
  if (existsSync(program) && statSync(program).mtimeMs >= sources) return;
  const begun = new Date();
  execFileSync(process.execPath, [join(root, 'node_modules', 'typescript', 'bin', 'tsc'), '-p', 'tsconfig.build.json'], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  // As old as the begin of the build: what was changed meanwhile is built again next time.
  utimesSync(program, begun, begun);
}

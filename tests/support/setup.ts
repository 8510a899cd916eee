/** What is done once before all tests (jest globalSetup): builds dist/ when it is missing or older than src/, and prepares Neo4j. */
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, statSync, utimesSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const root = resolve(__dirname, '..', '..');
const program = join(root, 'dist', 'main.js');

/** When the newest file of a directory was changed, in milliseconds; those below `apart` do not count. */
function newest(directory: string, apart?: string): number {
  const entries = readdirSync(directory, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const files = entries.map((entry) => join(entry.parentPath, entry.name)).filter((file) => !apart || !file.startsWith(apart));
  return Math.max(...files.map((file) => statSync(file).mtimeMs));
}

export default function setup(configuration: Configuration = {}): void {
  build(configuration);
  prepareNeo4j();
}

interface Configuration {
  testPathPatterns?: { patterns?: readonly string[] };
}

/** Fetches Neo4j where it can be run, and names the folder in which the workers note their servers; see neo4j.ts. */
function prepareNeo4j(): void {
  process.env.NEO4J_TESTS_OWNER = String(process.pid);
  process.env.NEO4J_TESTS_RUN = mkdtempSync(join(tmpdir(), 'wsis-neo4j-'));
  if (process.env.NEO4J_URI?.trim()) return;
  // In a process of its own, because jest does not map imports for its globalSetup.
  const { status, stderr } = spawnSync(process.execPath, ['--import', 'tsx', join(__dirname, 'neo4j', 'install.ts')], { cwd: root });
  if (status !== 0) process.env.NEO4J_TESTS_NONE = String(stderr).trim().split('\n').at(-1);
}

function build({ testPathPatterns }: Configuration): void {
  const asked = testPathPatterns?.patterns ?? [];
  if (asked.length > 0 && !asked.some((pattern) => /e2e|faults|load|browser|contract|robustness/.test(pattern))) return;
  const explorer = join(root, 'src', 'explorer');
  const server = Math.max(newest(join(root, 'src'), explorer), statSync(join(root, 'tsconfig.build.json')).mtimeMs);
  buildIfOlder(program, server, ['typescript', 'bin', 'tsc'], ['-p', 'tsconfig.build.json']);
  const page = Math.max(newest(explorer), newest(join(root, 'schema')), statSync(join(root, 'vite.config.ts')).mtimeMs);
  // The files of an older build stay, for a server that still serves them.
  buildIfOlder(join(root, 'dist', 'explorer', 'index.html'), page, ['vite', 'bin', 'vite.js'], ['build', '--emptyOutDir=false']);
}

function buildIfOlder(built: string, sources: number, tool: readonly string[], args: readonly string[]): void {
  if (existsSync(built) && statSync(built).mtimeMs >= sources) return;
  const begun = new Date();
  execFileSync(process.execPath, [join(root, 'node_modules', ...tool), ...args], { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] });
  // As old as the begin of the build: what was changed meanwhile is built again next time.
  utimesSync(built, begun, begun);
}

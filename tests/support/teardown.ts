/** What is done once after all tests (jest globalTeardown): ends the databases that the workers have noted; see neo4j.ts. */
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';

export default function teardown(): void {
  const run = process.env.NEO4J_TESTS_RUN;
  if (!run) return;
  for (const name of readdirSync(run).filter((file) => file.endsWith('.json'))) {
    const { pid } = JSON.parse(readFileSync(join(run, name), 'utf8')) as { pid: number };
    try {
      process.kill(pid, 'SIGKILL');
    } catch {
      // It has ended by itself.
    }
  }
  rmSync(run, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
}

/** The packages of tests/contract/tools: what weighs too much to be installed by everybody. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';

export const tools = join(__dirname, 'tools', 'node_modules');

/** Describes tests that need them; where they are not installed the tests are skipped, and the name says why. */
export function describeWithTools(name: string, define: () => void): void {
  if (existsSync(join(tools, '.package-lock.json'))) describe(name, define);
  else
    describe.skip(`${name} (not installed: npm ci --prefix tests/contract/tools --ignore-scripts)`, () =>
      test('it is judged', () => undefined));
}

/** The README: what it prints is what the program prints, and its tables are those of the code. */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { settings } from '../../src/config.js';
import { errorTable } from '../../src/errors.js';
import { serve } from '../support/program.js';

const readme = readFileSync('README.md', 'utf8');
const blocks = [...readme.matchAll(/```console\n\$ (.*)\n([\s\S]*?)```/g)].map(([, command, output]) => ({
  command: command as string,
  output: (output as string).trimEnd().split('\n'),
}));

/** Whether the output is what the README shows: a line that ends in … was cut there, a line of … alone stands for any lines. */
function matches(shown: readonly string[], printed: readonly string[]): boolean {
  const [line, ...rest] = shown;
  if (line === undefined) return printed.length === 0;
  if (line === '…') return printed.some((_, skipped) => matches(rest, printed.slice(skipped))) || rest.length === 0;
  const [first, ...others] = printed;
  if (first === undefined) return false;
  return (line.endsWith('…') ? first.startsWith(line.slice(0, -1)) : first === line) && matches(rest, others);
}

it('shows at least one real answer for each of the three users', () => {
  expect(blocks.length).toBeGreaterThanOrEqual(8);
});

it.each(blocks)('prints what the README shows for: $command', ({ command, output }) => {
  const shell = command.replace(/^npx wsis-graph/, 'node dist/main.js');
  // resolve ends with 1 when a reference stands for nothing, as one of those shown does
  const { NEO4J_URI: _, ...env } = process.env;
  const printed = execFileSync('bash', ['-c', `${shell} || [ $? = 1 ]`], { encoding: 'utf8', env });
  const lines = printed.trimEnd().split('\n');
  if (!matches(output, lines)) expect(lines).toEqual(output);
});

const tableAfter = (heading: string) =>
  [
    ...readme
      .slice(readme.indexOf(heading))
      .split('\n## ')[0]!
      .split('\n### ')[0]!
      .matchAll(/^\| `([^`]+)` \|(.*)\|$/gm),
  ].map(([, name, rest]) => ({
    name: name as string,
    cells: (rest as string).split('|').map((cell) => cell.trim()),
  }));

const either = (statuses: readonly number[]) =>
  statuses.length > 1 ? `${statuses.slice(0, -1).join(', ')} or ${statuses.at(-1)}` : String(statuses[0] ?? '–');

it('lists every public error code with its cause, statuses and remedy, and no other', () => {
  const marked = /<!-- errors -->\n([\s\S]*?)<!-- \/errors -->/.exec(readme)?.[1] ?? '';
  const rows = Object.entries(errorTable).map(
    ([code, { cause, statuses, remedy }]) => `| \`${code}\` | ${cause} | ${either(statuses)} | ${remedy} |`,
  );
  expect(marked.trim().split('\n').slice(2)).toEqual(rows);
});

it('shows what a dry run over HTTP answers', async () => {
  const [, body, shown] = /-d '(\{.*"dryRun":true\}\})'\n```\n\n```json\n(.*)\n```/.exec(readme) ?? [];
  const service = await serve();
  try {
    const response = await fetch(`${service.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: String(body),
    });
    expect((await response.text()).trim()).toBe(shown);
  } finally {
    await service.stop();
  }
}, 20_000);

it('lists every setting with its default and meaning, and no other', () => {
  const rows = Object.entries(settings).map(([name, setting]) => ({ name, cells: [`\`${setting.default}\``, setting.meaning] }));
  expect(tableAfter('# Configuration')).toEqual(rows);
});

it('names the examples and the folders that are there', () => {
  for (const [, path] of readme.matchAll(/`((?:src|schema|seed|tests)\/[\w./-]*)`/g))
    expect(() => readFileSync(path as string)).not.toThrow(/ENOENT/);
});

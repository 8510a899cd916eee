/** The questions of the explorer, each completed with its fragments, hold against the contract and stay below the limits. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildSchema, parse, validate } from 'graphql';
import { most } from '../../src/explorer/lineage/reach.js';
import { checkLimits } from '../../src/graphql/limits.js';
import { createSchema } from '../../src/graphql/schema.js';

const root = join(__dirname, '..', '..');
const read = (...path: string[]) => readFileSync(join(root, ...path), 'utf8');
const files = (...path: string[]) => readdirSync(join(root, ...path)).filter((file) => file.endsWith('.graphql'));

const schema = buildSchema(read('schema', 'schema.graphql'));
const fragments = files('src', 'explorer', 'fragments').map((file) => read('src', 'explorer', 'fragments', file));
const queries = files('src', 'explorer', 'queries').map((file) => ({ file, text: read('src', 'explorer', 'queries', file) }));

/** As src/explorer/document.ts does it. */
function complete(text: string): string {
  const parts = [text];
  for (const part of parts) {
    const used = fragments.filter((fragment) => part.includes(`...${/^fragment (\w+)/.exec(fragment)?.[1]}`));
    parts.push(...used.filter((fragment) => !parts.includes(fragment)));
  }
  return parts.join('\n');
}

test.each(queries)('$file says who asks what, is named as its file and holds against the contract', ({ file, text }) => {
  expect(text.split('\n')[0]).toMatch(/^# (Analyst|Dashboard|Researcher|Everybody): .{15,}$/);
  const name = file.replace('.graphql', '').replace(/(^|-)([a-z])/g, (_, __, letter: string) => letter.toUpperCase());
  expect(text).toMatch(new RegExp(`^query ${name}\\b`, 'm'));
  expect(validate(schema, parse(complete(text))).map(({ message }) => message)).toEqual([]);
});

test.each(queries)('$file keeps within the limits of size', ({ text }) => {
  expect(checkLimits(createSchema(), { document: parse(complete(text)) }).refusal).toBeNull();
});

test('the greatest lineage that the explorer asks for is within the limit of cost', () => {
  const document = parse(complete(read('src', 'explorer', 'queries', 'lineage.graphql')));
  const { cost, refusal } = checkLimits(createSchema(), { document, variables: { id: 'x', direction: 'BOTH', depth: 4, most } });
  expect(refusal).toBeNull();
  expect(cost).toBeGreaterThan(40_000);
});

test('each fragment is known to the explorer by its name', () => {
  const known = read('src', 'explorer', 'document.ts');
  for (const fragment of fragments) expect(known).toContain(/^fragment (\w+)/.exec(fragment)?.[1]);
});

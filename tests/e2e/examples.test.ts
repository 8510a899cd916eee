/** Every named example, asked over HTTP of the built program, answers what the documents say. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { post, root, serving } from '../support/program.js';
import { analystChecks } from './examples/analyst.js';
import { dashboardChecks } from './examples/dashboard.js';
import { researcherChecks } from './examples/researcher.js';

const checks = { ...analystChecks, ...dashboardChecks, ...researcherChecks };
const directory = join(root, 'schema', 'examples');
const examples = readdirSync(directory)
  .filter((file) => file.endsWith('.graphql'))
  .map((file) => ({ name: file.replace('.graphql', ''), query: readFileSync(join(directory, file), 'utf8') }));

const service = serving();

test('there are at least twelve examples, and each has its check', () => {
  expect(examples.length).toBeGreaterThanOrEqual(12);
  expect(Object.keys(checks).sort()).toEqual(examples.map(({ name }) => name).sort());
});

test('each example begins with one line that says who asks what, and holds one named operation', () => {
  for (const { name, query } of examples) {
    expect({ name, line: query.split('\n')[0] }).toEqual({
      name,
      line: expect.stringMatching(/^# (Analyst|Dashboard|Researcher|Everybody): .{20,}$/),
    });
    const operation = name.replace(/(^|-)([a-z])/g, (_, __, letter: string) => letter.toUpperCase());
    expect(query).toMatch(new RegExp(`^query ${operation}\\b`, 'm'));
  }
});

test('each of the three users has at least three', () => {
  for (const user of ['Analyst', 'Dashboard', 'Researcher']) {
    expect({ user, enough: examples.filter(({ query }) => query.startsWith(`# ${user}:`)).length >= 3 }).toEqual({ user, enough: true });
  }
});

test.each(examples)('$name answers what the documents say', async ({ name, query }) => {
  const { data, errors } = await post<unknown>(service.url, query);
  expect(errors).toBeUndefined();
  checks[name]?.(data);
});

/** The built program as a person uses it: help, tables and JSON, exit codes, and messages that say what to do. */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root, run } from '../support/program.js';
import { appendRow, copyOf } from '../support/write-dataset.js';

const seed = join(root, 'seed');
jest.setTimeout(30_000);

const commands = ['serve', 'validate', 'load', 'ingest', 'query', 'resolve', 'lineage', 'cube', 'emit'];

test('--help of the program names every command and the exit codes, and that of each command its options', async () => {
  const all = await run(['--help']);
  expect([all.code, all.stderr]).toEqual([0, '']);
  expect(all.stdout).toContain('Exit codes');
  for (const command of commands) expect(all.stdout).toMatch(new RegExp(`^\\s+${command}\\b`, 'm'));
  const each = await Promise.all(commands.map((command) => run([command, '--help'])));
  for (const [at, { code, stdout, stderr }] of each.entries()) {
    expect({ command: commands[at], code, stderr }).toEqual({ command: commands[at], code: 0, stderr: '' });
    expect(stdout).toContain(`wsis-graph ${commands[at]}`);
  }
});

test('a wrong call ends with 2 and says what was wrong: unknown command, unknown option, missing argument, wrong choice', async () => {
  for (const args of [
    ['nonsense'],
    ['query', '--nonsense'],
    ['resolve'],
    ['lineage'],
    ['cube', '--rows', 'planet'],
    ['lineage', 'x', '--direction', 'up'],
  ]) {
    const { code, stderr, stdout } = await run(args);
    expect({ args, code, stdout }).toEqual({ args, code: 2, stdout: '' });
    expect(stderr).toContain('error:');
    expect(stderr).not.toMatch(/at .*\.js:\d+/);
  }
  expect((await run([])).code).toBe(2);
});

test('resolve prints a table for people and JSON for programs, and ends with 0 when all is found', async () => {
  const table = await run(['resolve', 'res. 70/125', 'UN Women']);
  expect(table.code).toBe(0);
  expect(table.stdout).toMatch(/^reference\s+status\s+id\s+name\n-+/);
  expect(table.stdout).toMatch(/UN Women\s+\w+\s+entity\/UN-Women\s+United Nations Entity/);
  const json = await run(['resolve', '--json', 'res. 70/125', 'UN Women']);
  const rows = JSON.parse(json.stdout) as { node: { id: string } }[];
  expect(rows.map(({ node }) => node.id)).toEqual(['resolution/A/RES/70/125', 'entity/UN-Women']);
});

test('resolve ends with 1 when one reference stands for nothing or for two things, and shows what may be meant', async () => {
  const missed = await run(['resolve', 'C5', 'C12']);
  expect(missed.code).toBe(1);
  expect(missed.stdout).toMatch(/C12\s+NOT_FOUND/);
  expect(missed.stdout).toMatch(/suggestion\s+action-line\//);
  const twice = await run(['resolve', 'A/60/687']);
  expect([twice.code, twice.stdout.match(/candidate/g)?.length]).toEqual([1, 2]);
});

test('lineage shows depth, clause and document; --json holds the links; nothing known is 1', async () => {
  const table = await run(['lineage', 'A/RES/80/173', '--depth', '1']);
  expect(table.code).toBe(0);
  expect(table.stdout).toMatch(/1\s+2025-03-25\s+.*A\/RES\/79\/277/);
  expect(table.stdout).toMatch(/\d+ documents and \d+ citations/);
  const json = await run(['lineage', 'A/RES/60/252', '--direction', 'descendants', '--json']);
  expect(json.stdout).toContain('resolution/A/RES/80/173');
  expect((JSON.parse(json.stdout) as { links: unknown[] }).links.length).toBeGreaterThan(0);
  const cut = await run(['lineage', 'A/RES/80/173', '--first', '2']);
  expect(cut.stdout).toContain('There is more');
  const missing = await run(['lineage', 'A/RES/1/99999']);
  expect([missing.code, missing.stderr]).toEqual([1, expect.stringContaining('A/RES/1/99999')]);
  const verb = await run(['lineage', 'A/RES/80/173', '--verbs', 'SHOUTS']);
  expect([verb.code, verb.stderr]).toEqual([2, expect.stringContaining('SHOUTS')]);
});

test('cube prints counts with totals and what has no tag; --json and --filter; a filter that is no JSON is refused', async () => {
  const table = await run(['cube', '--rows', 'region', '--columns', 'cycle']);
  expect(table.code).toBe(0);
  expect(table.stdout).toMatch(/^region\s+2020\s.*total$/m);
  expect(table.stdout).toMatch(/^Western Asia\s+5\s/m);
  expect(table.stdout).toMatch(/\d+ of the contributions have no region or no cycle/);
  const json = await run(['cube', '--json', '--filter', '{"regions":["Western Asia"]}']);
  expect(JSON.parse(json.stdout)).toMatchObject({ total: 5 });
  for (const [filter, told] of [
    ['{', 'JSON'],
    ['{"regions":["Atlantis"]}', 'Atlantis'],
    ['{"planets":["Mars"]}', 'planets'],
  ]) {
    const refused = await run(['cube', '--filter', String(filter)]);
    expect([refused.code, refused.stderr]).toEqual([2, expect.stringContaining(String(told))]);
  }
});

test('query answers an example by name, a document, a file and standard input, with variables', async () => {
  const example = await run(['query', 'matrix-of-a-goal', '--variables', '{"id":"Goal 3"}', '--json']);
  expect(JSON.parse(example.stdout)).toMatchObject({ data: { sdg: { id: 'sdg/3' } } });
  const line = '{ actionLine(id: "C5") { code } }';
  const directory = await mkdtemp(join(tmpdir(), 'wsis-query-'));
  try {
    await writeFile(join(directory, 'line.graphql'), line);
    const ways = await Promise.all([
      run(['query', line]),
      run(['query', '-'], { input: line }),
      run(['query', 'line.graphql'], { cwd: directory }),
    ]);
    for (const { code, stdout } of ways) expect([code, JSON.parse(stdout)]).toEqual([0, { data: { actionLine: { code: 'C5' } } }]);
  } finally {
    await rm(directory, { recursive: true });
  }
});

test('query --list names every example with its line; an unknown one ends with 2 and says where the names are', async () => {
  const listed = JSON.parse((await run(['query', '--list', '--json'])).stdout) as { name: string; description: string }[];
  expect(listed.length).toBeGreaterThanOrEqual(12);
  for (const { name, description } of listed) {
    expect(name).toMatch(/^[a-z-]+$/);
    expect(description).toMatch(/^\w+: .{20,}$/);
  }
  const unknown = await run(['query', 'no-such-example']);
  expect([unknown.code, unknown.stdout]).toEqual([2, '']);
  expect(unknown.stderr).toContain('no-such-example');
  expect(unknown.stderr).toContain('--list');
});

test('query ends with 1 and prints the errors as a client sees them', async () => {
  for (const [args, code] of [
    [['query', '{ meta {'], 'GRAPHQL_PARSE_FAILED'],
    [['query', '{ metta }'], 'GRAPHQL_VALIDATION_FAILED'],
    [['query', 'query ($id: ID!) { node(id: $id) { id } }'], 'BAD_USER_INPUT'],
  ] as const) {
    const answered = await run(args);
    expect([answered.code, JSON.parse(answered.stdout)]).toMatchObject([1, { errors: [{ extensions: { code } }] }]);
  }
  const refused = await run(['query', '{ meta { store } }', '--variables', '[1]']);
  expect([refused.code, refused.stderr]).toEqual([2, expect.stringContaining('--variables')]);
  const undeclared = await run(['query', 'entity-profile', '--variables', '{"idd":"WHO"}']);
  expect([undeclared.code, undeclared.stderr]).toEqual([2, expect.stringContaining('no variable "idd"')]);
});

test('validate says that seed/ is valid, and of a copy with two faults the file and the line of each, with exit 1', async () => {
  const good = await run(['validate']);
  expect([good.code, good.stdout]).toEqual([0, expect.stringMatching(/^valid: \d+ nodes, \d+ links, version /)]);
  const copy = await copyOf(seed);
  const first = await appendRow(copy, 'links/facilitates.csv', { from: 'entity/NOBODY', to: 'action-line/C5', role: 'LEAD' });
  const second = await appendRow(copy, 'regions.csv', { id: 'region/africa', name: 'Africa again' });
  const bad = await run(['validate', copy]);
  expect(bad.code).toBe(1);
  expect(bad.stdout).toMatch(new RegExp(`^links/facilitates\\.csv:${first}: .*entity/NOBODY`, 'm'));
  expect(bad.stdout).toMatch(new RegExp(`^regions\\.csv:${second}: .*region/africa`, 'm'));
  const json = await run(['validate', copy, '--json']);
  const { problems } = JSON.parse(json.stdout) as { problems: { file: string; line: number }[] };
  expect(problems).toEqual(expect.arrayContaining([expect.objectContaining({ file: 'regions.csv', line: second })]));

  const refused = await run(['serve'], { env: { DATASET: copy, PORT: '0' } });
  expect([refused.code, refused.stdout]).toEqual([1, '']);
  expect(refused.stderr).toContain(`links/facilitates.csv:${first}`);
  expect(refused.stderr).toContain(`regions.csv:${second}`);
  for (const args of [
    ['resolve', 'C5'],
    ['query', '{ meta { store } }'],
  ])
    expect((await run(args, { env: { DATASET: copy } })).code).toBe(1);
});

test('a directory that is not there is told as such', async () => {
  for (const { code, stdout, stderr } of [
    await run(['validate', '/no/such/place']),
    await run(['serve'], { env: { DATASET: '/no/such/place' } }),
  ]) {
    expect(code).toBe(1);
    expect(stdout + stderr).toMatch(/no such|not|cannot/i);
    expect(stderr).not.toMatch(/at .*\.js:\d+/);
  }
});

test('emit --check finds what is emitted up to date, and writes nothing', async () => {
  const schema = join(root, 'schema', 'schema.graphql');
  const before = await readFile(schema, 'utf8');
  const { code, stdout } = await run(['emit', '--check']);
  expect({ code, stdout }).toEqual({ code: 0, stdout: expect.stringContaining('schema/schema.graphql: up to date') });
  expect(await readFile(schema, 'utf8')).toBe(before);
});

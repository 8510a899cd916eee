/** The log and the errors: one line of JSON for each event, an id that ties them to a request, and no secret anywhere. */
import { withoutSecrets } from '../../src/http/log.js';
import { requestIdOf } from '../../src/http/request-id.js';
import { type Run, serving } from '../support/program.js';
import { sendRaw } from '../support/raw.js';

const service = serving({ env: { LOG_LEVEL: 'info' } });

interface Line {
  level: string;
  msg: string;
  requestId?: string;
  [name: string]: unknown;
}

/** The lines of the log: all that it prints, each JSON. */
const linesOf = ({ stdout }: Run): Line[] =>
  stdout
    .split('\n')
    .slice(0, -1)
    .map((line) => JSON.parse(line) as Line);

const ask = (body: unknown, headers: Record<string, string> = {}) =>
  fetch(`${service.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });

/** The line of a request, once it is written. */
async function lineOf(requestId: string): Promise<Line> {
  for (const begun = Date.now(); Date.now() - begun < 5000; await new Promise((done) => setTimeout(done, 10))) {
    const lines = linesOf(service.output).filter((line) => line.requestId === requestId);
    if (lines.length) {
      expect(lines).toHaveLength(1);
      return lines[0] as Line;
    }
  }
  throw new Error(`no line for ${requestId}`);
}

test('row 34: a request has one line, with the id that its answer carries and what it was about', async () => {
  const query = 'query EntityProfile { entity(id: "ITU") { name } }';
  const reply = await ask({ query });
  const id = reply.headers.get('x-request-id') as string;
  expect(id).toMatch(/^[0-9a-f-]{36}$/);
  const { time, ms, ...line } = await lineOf(id);
  expect(line).toMatchObject({
    level: 'info',
    msg: 'answered',
    method: 'POST',
    path: '/graphql',
    status: 200,
    operation: 'EntityProfile',
    cost: 2,
  });
  expect(line).toMatchObject({ cached: false, codes: [] });
  expect(line.storeCalls).toBeGreaterThan(0);
  expect([typeof time, typeof ms]).toEqual(['number', 'number']);
  const again = await lineOf((await ask({ query })).headers.get('x-request-id') as string);
  expect(again).toMatchObject({ operation: 'EntityProfile', cost: 1, storeCalls: 0, cached: true });
});

test('row 34: an id that is given is taken over where it can do no harm, else a new one is made', async () => {
  for (const id of ['trace-1', '4bf92f3577b34da6a3ce929d0e0e4736', 'A.b_c-9']) {
    expect((await ask({ query: '{ __typename }' }, { 'x-request-id': id })).headers.get('x-request-id')).toBe(id);
    await lineOf(id);
  }
  for (const id of ['', ' ', 'a b', 'a"b', 'x'.repeat(65), '\u001b[31mred', 'a\nb', '{"level":"fatal"}', '-x', 'é'])
    expect(requestIdOf({ headers: { 'x-request-id': id } })).toMatch(/^[0-9a-f-]{36}$/);
});

test('row 34: line ends and colours in a name, a path or a header make no line of their own and stand in none', async () => {
  const hostile = 'x\n{"level":"fatal","msg":"forged"}\n\u001b[31mred';
  await ask({ query: 'query A { __typename }', operationName: hostile });
  await ask({ query: '{ __typename }', variables: { [hostile]: hostile } });
  await sendRaw(
    service.url,
    'GET /forged\u001b[31m%0a{"level":"fatal"} HTTP/1.1\r\nHost: x\r\nX-Request-Id: a\u001b[31m\r\nConnection: close\r\n\r\n',
  );
  const reply = await ask({ query: '{ __typename }' });
  await lineOf(reply.headers.get('x-request-id') as string);
  const lines = linesOf(service.output);
  expect(lines.filter(({ level, msg }) => level === 'fatal' || msg === 'forged')).toEqual([]);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: that it is not there is what is tested
  expect(service.output.stdout).not.toMatch(/\u001b/);
  expect(lines.filter(({ msg }) => msg === 'answered').every(({ requestId }) => requestId)).toBe(true);
});

test('row 35: a password never stands in a line, wherever it came from, and the line stays JSON', () => {
  const line = (text: string) =>
    `${JSON.stringify({ level: 'error', err: { message: text, stack: `Error: ${text}\n    at x` }, code: 1 })}\n`;
  for (const secret of ['hunter2', '1', 'a"b\\c', 'level', 'é\n']) {
    const told = withoutSecrets(line(`cannot log in with ${secret}!`), [secret, '']);
    expect(JSON.parse(told).err.message).not.toContain(secret);
    expect(told.endsWith('}\n')).toBe(true);
    expect(JSON.parse(told).level).toBeDefined();
  }
  expect(withoutSecrets(line('bolt://neo4j:hunter2@db:7687 failed'), [])).toContain('bolt://[hidden]@db:7687 failed');
  expect(withoutSecrets(line('all is well at bolt://db:7687'), ['hunter2'])).toBe(line('all is well at bolt://db:7687'));
});

/** Serving: settings that cannot be used, a port that is taken, the end by a signal, and another working directory. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { post, root, run, serve } from '../support/program.js';

jest.setTimeout(30_000);

test('row 26: a PORT, or another setting, that cannot be used is refused by name, never replaced', async () => {
  for (const [name, value] of [
    ['PORT', 'http'],
    ['PORT', '-1'],
    ['PORT', '65536'],
    ['PORT', '4000.5'],
    ['PUBLIC_INTROSPECTION', 'maybe'],
    ['MAX_QUERY_TOKENS', '10xb'],
    ['MAX_QUERY_COST', 'NaN'],
    ['RATE_LIMIT', 'NaN'],
    ['MAX_CONNECTIONS', '0x10'],
    ['TRUST_PROXY', 'true'],
  ]) {
    const { code, stderr } = await run(['serve'], { env: { PORT: '0', [String(name)]: String(value) } });
    expect([code, stderr]).toEqual([2, expect.stringContaining(String(name))]);
    expect(stderr).toContain(String(value));
  }
});

test('row 60: a port that is in use is told plainly', async () => {
  const holder = createServer();
  const port = await new Promise<number>((done) => {
    holder.listen(0, '127.0.0.1', () => done((holder.address() as { port: number }).port));
  });
  const { code, stderr } = await run(['serve'], { env: { HOST: '127.0.0.1', PORT: String(port) } });
  holder.close();
  expect(code).toBe(1);
  expect(stderr).toMatch(new RegExp(`127\\.0\\.0\\.1:${port}: the port is in use`));
  expect(stderr).not.toMatch(/at .*\.js:\d+/);
});

test.each(['SIGTERM', 'SIGINT'] as const)('row 56: %s ends the server with 0', async (signal) => {
  const service = await serve();
  expect((await post(service.url, '{ meta { store } }')).data).toBeTruthy();
  const { code, stderr } = await service.stop(signal);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  await expect(fetch(service.url)).rejects.toThrow();
});

/** `script` of util-linux, which runs a program in a terminal. */
const script = process.platform === 'linux' && existsSync('/usr/bin/script');

(script ? test : test.skip)(
  `at a terminal it greets a person, and Ctrl-C ends it${script ? '' : ' (there is no `script` here)'}`,
  async () => {
    const env = { ...process.env, SHELL: '/bin/sh', NEO4J_URI: '', HOST: '127.0.0.1', PORT: '0' };
    // A shell that stays beside the program would end by Ctrl-C as well, and its code would hide that of the program.
    const terminal = spawn('/usr/bin/script', ['-qefc', `exec ${process.execPath} dist/main.js serve`, '/dev/null'], {
      cwd: root,
      env,
      timeout: 20_000,
    });
    const ended = once(terminal, 'close');
    let printed = '';
    for await (const text of terminal.stdout.setEncoding('utf8')) {
      const greeted = printed.includes('Examples: ');
      printed += text;
      if (!greeted && printed.includes('Examples: ')) terminal.stdin.write('\u0003');
    }
    const [code] = await ended;
    expect(code).toBe(0);
    expect(printed).toMatch(
      /wsis-graph: \d+ nodes and \d+ links, dataset \S+ \(embedded store\)\r?\nExplorer: +http:\/\/127\.0\.0\.1:\d+\/\r?\n/,
    );
    expect(printed).toMatch(/GraphQL: +http:\/\/127\.0\.0\.1:\d+\/graphql\r?\n/);
    expect(printed).not.toContain('"msg"');
  },
);

test('elsewhere one line of the log has the same, also where only errors are logged', async () => {
  const service = await serve({ env: { LOG_LEVEL: 'error' } });
  const { stdout } = await service.stop();
  expect(
    stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line).msg),
  ).toEqual(['listening']);
});

test('started from another directory it finds its own data and examples', async () => {
  const service = await serve({ cwd: tmpdir() });
  expect((await post(service.url, '{ actionLine(id: "C5") { code } }')).data).toEqual({ actionLine: { code: 'C5' } });
  await service.stop();
  expect((await run(['query', 'what-is-missing', '--json'], { cwd: tmpdir() })).code).toBe(0);
});

/** Serving: settings that cannot be used, a port that is taken, the end by a signal, and another working directory. */
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { post, run, serve } from '../support/program.js';

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

test('started from another directory it finds its own data and examples', async () => {
  const service = await serve({ cwd: tmpdir() });
  expect((await post(service.url, '{ actionLine(id: "C5") { code } }')).data).toEqual({ actionLine: { code: 'C5' } });
  await service.stop();
  expect((await run(['query', 'what-is-missing', '--json'], { cwd: tmpdir() })).code).toBe(0);
});

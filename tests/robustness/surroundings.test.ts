/** Odd places to run in: what the server does not need it does without. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { post, type RunOptions, type Service, serve } from '../support/program.js';

jest.setTimeout(30_000);

const query = `{ meta { datasetVersion } contributions(first: 30, orderBy: { field: CYCLE, direction: DESC }) { nodes { id name } }
  entities(first: 50) { nodes { id name } } session(id: "CSTD-30") { name } resolution(id: "A/RES/70/125") { date } }`;

async function answerIn(options: RunOptions, first: (service: Service) => void = () => undefined): Promise<string> {
  const service = await serve(options);
  first(service);
  try {
    return JSON.stringify(await post(service.url, query));
  } finally {
    expect(await service.stop()).toMatchObject({ code: 0, stderr: '' });
  }
}

let usual: string;
beforeAll(async () => {
  usual = await answerIn({});
  expect(usual).not.toContain('"errors"');
});

test.each([
  ['without HOME, a user or a terminal', { HOME: '', USER: '', TERM: '', TMPDIR: '/nowhere' }],
  ['in Turkish, where i has another capital', { LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8' }],
  ['in a language that there is not', { LANG: 'xx_YY', LC_ALL: 'C' }],
  ['at the other end of the day', { TZ: 'Pacific/Kiritimati' }],
  ['in a zone that there is not', { TZ: 'Nowhere/At_All' }],
])('row 60: %s the answers are the same', async (_, env) => {
  expect(await answerIn({ env })).toBe(usual);
});

test('row 60: on a disk that may only be read the server starts and answers', async () => {
  const major = Number(process.versions.node.split('.')[0]);
  // Node itself refuses each write; the option was renamed, and from 25 on asks for the network too.
  const node = [
    major >= 24 ? '--permission' : '--experimental-permission',
    '--allow-fs-read=*',
    ...(major >= 25 ? ['--allow-net'] : []),
    '--no-warnings',
  ];
  expect(await answerIn({ node })).toBe(usual);
});

test('row 60: a clock that jumps by a year, there and back, changes nothing', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'wsis-clock-'));
  const file = join(folder, 'clock.cjs');
  // Each signal takes the clock a year on, then two back.
  const jumps = 'process.on("SIGUSR2", () => { ahead = ahead > 0 ? -31536e6 : 31536e6; });';
  writeFileSync(file, `const now = Date.now; let ahead = 0; Date.now = () => now() + ahead; ${jumps}`);
  const jump = (service: Service) => {
    for (let time = 0; time < 3; time += 1) setTimeout(() => void service.stop('SIGUSR2'), 100 * time);
  };
  try {
    for (const first of [jump, (service: Service) => void service.stop('SIGUSR2')])
      expect(await answerIn({ node: ['--require', file], env: { RATE_LIMIT: '100000' } }, first)).toBe(usual);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

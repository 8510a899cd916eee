/** The table of the rows of robustness: what the reporter (tests/support/rows-reporter.cjs) makes of a run. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../support/program.js';

const RowsReporter = require('../support/rows-reporter.cjs');

interface Told {
  title: string;
  status: 'passed' | 'failed' | 'pending';
  ancestorTitles?: string[];
}

const rows = Object.keys(JSON.parse(readFileSync(join(root, 'tests', 'robustness', 'rows.json'), 'utf8')));
const every: Told[] = rows.map((row) => ({ title: `row ${row}: it holds`, status: 'passed' }));

/** What is printed for a run of these tests, and whether it fails it; `files` of the two that there are were run. */
function report(tests: Told[], files = 2): { printed: string; fails: boolean } {
  const reporter = new RowsReporter();
  const write = jest.spyOn(process.stderr, 'write').mockReturnValue(true);
  try {
    reporter.onRunStart({ numTotalTestSuites: files });
    const hasteFS = { getAllFiles: () => ['/x/tests/a.test.ts', '/x/tests/b.test.ts', '/x/node_modules/c.test.ts'] };
    const testResults = tests.map((test) => ({ ancestorTitles: [], ...test }));
    reporter.onRunComplete(new Set([{ hasteFS, config: { rootDir: '/x' } }]), { testResults: [{ testResults }] });
    return { printed: write.mock.calls.map(([text]) => text).join(''), fails: reporter.getLastError() !== undefined };
  } finally {
    write.mockRestore();
  }
}

const required = process.env.REQUIRE_ROWS;
beforeEach(() => {
  process.env.REQUIRE_ROWS = '1';
});
afterAll(() => {
  if (required === undefined) delete process.env.REQUIRE_ROWS;
  else process.env.REQUIRE_ROWS = required;
});

test('a run in which each row passed is told in one line for each, and passes', () => {
  const { printed, fails } = report(every);
  expect(printed).toContain(`Rows of robustness: ${rows.length} passed\n`);
  expect([printed.trim().split('\n').length, fails]).toEqual([rows.length + 1, false]);
});

test.each<[string, Told[], string]>([
  ['has no test', [], 'no test'],
  ['was skipped', [{ title: 'row 12: it holds', status: 'pending' }], 'skipped'],
  [
    'was skipped in part',
    [
      { title: 'x', ancestorTitles: ['rows 12, 13: both'], status: 'pending' },
      { title: 'row 12: y', status: 'passed' },
    ],
    'partly',
  ],
  [
    'failed once',
    [
      { title: 'row 12: it holds', status: 'passed' },
      { title: 'row 12: always', status: 'failed' },
    ],
    'failed',
  ],
])('a row that %s is seen, and fails a run that wants all', (_, tests, state) => {
  const { printed, fails } = report([...every.filter(({ title }) => !title.startsWith('row 12:')), ...tests]);
  expect(printed).toMatch(new RegExp(`^ 12  ${state} `, 'm'));
  expect(fails).toBe(true);
});

test('a row that does not exist is no row', () => {
  expect(() => report([{ title: 'row 163: it holds', status: 'passed' }])).toThrow('row 163');
});

test('a run of few files prints nothing unless it is asked to', () => {
  delete process.env.REQUIRE_ROWS;
  expect(report([], 1).printed).toBe('');
  expect(report([], 2).printed).toContain('no test');
});

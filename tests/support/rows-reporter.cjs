/**
 * Prints at the end of a whole run what became of each row of tests/robustness/rows.json: attacks, faults and bad inputs. A test or a group of tests
 * says in front of its name which it proves: `row 12: …`, `rows 47, 48: …`. With REQUIRE_ROWS=1 a run in which a row has no test, or none that ran, fails.
 */
const rows = require('../robustness/rows.json');

const mark = /^rows? (\d+(?:, \d+)*): /;
/** A run of fewer files than this part of all is not a whole one. */
const mostOfAll = 0.8;

module.exports = class RowsReporter {
  onRunStart({ numTotalTestSuites }) {
    this.suites = numTotalTestSuites;
  }

  onRunComplete(contexts, { testResults }) {
    const required = process.env.REQUIRE_ROWS === '1';
    if (!required && process.env.ROWS !== '1' && this.suites < mostOfAll * filesOf(contexts)) return;
    const table = tableOf(testResults.flatMap((file) => file.testResults));
    process.stderr.write(`${print(table)}\n`);
    if (required && table.some(({ state }) => state !== 'passed' && state !== 'not here')) {
      process.stderr.write('REQUIRE_ROWS is 1, and not every row passed.\n');
      this.failed = true;
    }
  }

  getLastError() {
    return this.failed ? new Error('rows without a test that passed') : undefined;
  }
};

/** How many files of tests there are. */
function filesOf(contexts) {
  let count = 0;
  for (const { hasteFS, config } of contexts) {
    for (const file of hasteFS.getAllFiles())
      if (file.endsWith('.test.ts') && !file.startsWith(`${config.rootDir}/node_modules/`)) count += 1;
  }
  return count;
}

/** Each row with the number of its tests by what became of them; a fault in the names of tests is an error. */
function tableOf(tests) {
  const found = new Map(Object.keys(rows).map((row) => [row, { passed: 0, failed: 0, skipped: 0 }]));
  for (const { ancestorTitles, title, status } of tests) {
    const proven = new Set([...ancestorTitles, title].flatMap((name) => mark.exec(name)?.[1].split(', ') ?? []));
    for (const row of proven) {
      const counts = found.get(row);
      if (!counts) throw new Error(`"${title}" is a test of row ${row}, which is not in tests/robustness/rows.json.`);
      counts[status === 'passed' || status === 'failed' ? status : 'skipped'] += 1;
    }
  }
  return [...found].map(([row, counts]) => ({ row, ...rows[row], ...counts, state: stateOf(rows[row], counts) }));
}

function stateOf({ elsewhere }, { passed, failed, skipped }) {
  if (failed) return 'failed';
  // What is skipped beside tests that ran proves less than the row: it is told.
  if (passed) return skipped ? 'partly' : 'passed';
  if (skipped) return 'skipped';
  return elsewhere ? 'not here' : 'no test';
}

function print(table) {
  const count = (state) => table.filter((row) => row.state === state).length;
  const states = ['passed', 'partly', 'skipped', 'failed', 'not here', 'no test'].filter(count);
  const lines = table.map(({ row, title, state, passed, elsewhere }) => {
    const tests = passed ? `${passed} ${passed === 1 ? 'test' : 'tests'}` : (elsewhere ?? '');
    return `${row.padStart(3)}  ${state.padEnd(8)}  ${title.padEnd(62)}  ${tests}`.trimEnd();
  });
  return `\nRows of robustness: ${states.map((state) => `${count(state)} ${state}`).join(', ')}\n${lines.join('\n')}`;
}

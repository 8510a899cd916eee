/** Says at the end of a run which groups of tests were skipped; their names hold the reason. */
module.exports = class SkippedReporter {
  onRunComplete(_contexts, { testResults }) {
    const counts = new Map();
    for (const { status, ancestorTitles, title } of testResults.flatMap((file) => file.testResults)) {
      const group = ancestorTitles[0] ?? title;
      if (status === 'pending' || status === 'todo') counts.set(group, (counts.get(group) ?? 0) + 1);
    }
    for (const [group, count] of counts) process.stderr.write(`skipped ${count}: ${group}\n`);
  }
};

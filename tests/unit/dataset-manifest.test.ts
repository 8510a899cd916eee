/** dataset.json: what is wrong with it is told with line and column. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readDataset } from '../../src/dataset/read-dataset.js';
import { problemsOf, writtenDataset } from '../support/write-dataset.js';

const rest = '"licence": "CC0-1.0", "sources": []';
const cases: [string, string, RegExp][] = [
  ['a comma too many', `{"version": "2026.01",\n ${rest},}`, /^dataset\.json:2:38: } stands where a key/],
  ['a text that ends', '{"version":\n  "2026.01"', /^dataset\.json:2:12: the file ends where a comma or } should stand$/],
  ['a bare word', '{"version": yes}', /^dataset\.json:1:13: "yes}" stands where a value should stand$/],
  ['something after the end', `{"version": "2026.01", ${rest}}\n{`, /^dataset\.json:2:1: { stands where the end of the file/],
  ['a list at the top', '[]', /^dataset\.json:1:1: dataset\.json must be an object/m],
  [
    'a key that JavaScript reserves',
    `{"version": "2026.01", ${rest}, "__proto__": {}}`,
    /^dataset\.json:1:61: the key "__proto__" is not allowed$/,
  ],
  ['the same key escaped', `{"version": "2026.01", ${rest}, "__pr\\u006fto__": {}}`, /the key "__pr\\u006fto__" is not allowed$/],
  ['a key that stands twice', `{"version": "2026.01", ${rest}, "version": "2026.02"}`, /the key "version" stands twice$/],
  ['a nesting of a million', `{"sources": ${'['.repeat(1_000_000)}`, /^dataset\.json:1:20: is nested deeper than 8 levels$/],
  ['an unknown key', `{"version": "2026.01", ${rest},\n "titel": 1}`, /^dataset\.json:2:2: the key "titel" is unknown/],
  ['a missing key', '{"version": "2026.01", "sources": []}', /^dataset\.json:1:1: dataset\.json lacks the key "licence"$/],
  ['a version that is no calendar version', `{"version": "1.0", ${rest}}`, /^dataset\.json:1:13: "1\.0" is not a calendar version/],
  ['a version that is a number', `{"version": 2026.01, ${rest}}`, /^dataset\.json:1:13: version must be a text/],
  [
    'a source without a title',
    `{"version": "2026.01", "licence": "x", "sources": [{"url": null}]}`,
    /^dataset\.json:1:52: a source lacks the key "title"$/,
  ],
  [
    'a source with a relative address',
    `{"version": "2026.01", "licence": "x", "sources": [{"title": "x", "url": "/x"}]}`,
    /is not an absolute http or https address$/,
  ],
];

test.each(cases)('row 53: %s is refused with its place', async (_, text, expected) => {
  const directory = await writtenDataset();
  await writeFile(join(directory, 'dataset.json'), text);
  const problems = await problemsOf(directory);
  expect(problems.join('\n')).toMatch(expected);
  expect(problems.filter((problem) => !problem.startsWith('dataset.json:'))).toEqual([]);
});

test('an address or licence of a source that is not known is null', async () => {
  const directory = await writtenDataset();
  await writeFile(
    join(directory, 'dataset.json'),
    '{"version": "2026.01.2", "licence": "x", "sources": [{"title": "A", "url": "", "licence": null}], "rules": [{"name": "subject-of-the-activity", "meaning": "x"}]}',
  );
  const { dataset, problems } = await readDataset(directory);
  expect(problems).toEqual([]);
  expect(dataset?.sources).toEqual([{ title: 'A', url: null, licence: null }]);
  expect(dataset?.rules).toEqual([{ name: 'subject-of-the-activity', meaning: 'x' }]);
  expect(dataset?.version).toMatch(/^2026\.01\.2\+[0-9a-f]{12}$/);
});

test('a rule that is used and not described is told with the row that names it first', async () => {
  const directory = await writtenDataset();
  await writeFile(join(directory, 'dataset.json'), `{"version": "2026.01", ${rest}}`);
  expect(await problemsOf(directory)).toEqual([
    'links/under.csv:2: rule: the rule "subject-of-the-activity" is not described under "rules" in dataset.json',
  ]);
});

/** Rules that hold between rows: dates of citations, what a contribution and an ask need, parts and circles. */
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { appendRow, edit, problemsOf, writtenDataset } from '../support/write-dataset.js';

const contribution = 'contribution/A/76/64-E/2021/11/p19.2';
const withoutRows = (text: string): string => `${text.split('\n')[0]}\n`;

test('a text cannot cite what is younger; dates are compared as far as both are known', async () => {
  const directory = await writtenDataset();
  const cites = 'links/cites.csv';
  const line = await appendRow(directory, cites, { from: 'resolution/A/RES/70/125', to: 'report/A/76/64-E/2021/11', verb: 'NOTES' });
  await appendRow(directory, cites, { from: 'outcome-document/WSIS-05/TUNIS/DOC/7', to: 'other-document/itu-input', verb: 'NOTES' });
  await edit(directory, 'outcome-documents.csv', (text) => text.replace('2005-11-18', '2015-12-17'));
  await edit(directory, 'reports.csv', (text) => text.replace('2021,', '2016,'));
  const message = '"resolution/A/RES/70/125" of 2015-12-16 cannot cite';
  expect(await problemsOf(directory)).toEqual([
    `links/cites.csv:5: to: ${message} "outcome-document/WSIS-05/TUNIS/DOC/7" of 2015-12-17, which is younger`,
    `links/cites.csv:${line}: to: ${message} "report/A/76/64-E/2021/11" of 2016, which is younger`,
  ]);
  await edit(directory, 'outcome-documents.csv', (text) => text.replace('2015-12-17', '2015'));
  await edit(directory, 'reports.csv', (text) => text.replace('2016,', '2015-12,'));
  expect(await problemsOf(directory)).toEqual([]);
});

test('a contribution must be made by somebody', async () => {
  const directory = await writtenDataset();
  await edit(directory, 'links/made.csv', withoutRows);
  expect(await problemsOf(directory)).toEqual([
    'contributions.csv:2: id: a contribution is MADE by at least one entity; none stands in links/made.csv',
  ]);
});

test('a contribution is described in exactly one document', async () => {
  const directory = await writtenDataset();
  await appendRow(directory, 'links/described-in.csv', { from: contribution, to: 'other-document/itu-input' });
  const rule = 'contributions.csv:2: id: a contribution is DESCRIBED_IN exactly one document;';
  expect(await problemsOf(directory)).toEqual([`${rule} they stand at lines 2, 3 in links/described-in.csv`]);
  await edit(directory, 'links/described-in.csv', withoutRows);
  expect(await problemsOf(directory)).toEqual([`${rule} none stands in links/described-in.csv`]);
});

test('exactly one document asks an ask', async () => {
  const directory = await writtenDataset();
  await appendRow(directory, 'links/asks.csv', { from: 'resolution/A/RES/57/270 B', to: 'ask/A/RES/70/125/p71' });
  const rule = 'asks.csv:2: id: exactly one document ASKS an ask;';
  expect(await problemsOf(directory)).toEqual([`${rule} they stand at lines 2, 3 in links/asks.csv`]);
  await edit(directory, 'links/asks.csv', withoutRows);
  expect(await problemsOf(directory)).toEqual([`${rule} none stands in links/asks.csv`]);
});

test('a sub-line and a target need the whole that they are a part of', async () => {
  const directory = await writtenDataset();
  await edit(directory, 'links/part-of.csv', withoutRows);
  expect(await problemsOf(directory)).toEqual([
    'action-lines.csv:4: id: a sub-line is PART_OF exactly one action line; none stands in links/part-of.csv',
    'sdg-targets.csv:2: id: a target is PART_OF exactly one goal; none stands in links/part-of.csv',
  ]);
});

test('a sub-line stands under the line whose code its own begins with', async () => {
  const directory = await writtenDataset();
  await edit(directory, 'links/part-of.csv', (text) => text.replace('action-line/C7,', 'action-line/C2,'));
  expect(await problemsOf(directory)).toEqual([
    'links/part-of.csv:2: to: "action-line/C7.e-health" cannot be a part of "action-line/C2": its code does not begin with that one\'s',
  ]);
});

test('an action line cannot be a part of a goal, nor a target of an action line', async () => {
  const directory = await writtenDataset();
  await edit(directory, 'links/part-of.csv', (text) =>
    text.replace('action-line/C7,', 'sdg/9,').replace('target/9.c,sdg/9', 'target/9.c,action-line/C7'),
  );
  expect(await problemsOf(directory)).toEqual([
    expect.stringMatching(/^links\/part-of\.csv:2: to: "action-line\/C7\.e-health" cannot be a part of "sdg\/9"/),
    expect.stringMatching(/^links\/part-of\.csv:3: to: "sdg-target\/9\.c" cannot be a part of "action-line\/C7"/),
  ]);
});

test('groups that contain each other are told once, with the way round', async () => {
  const directory = await writtenDataset();
  await appendRow(directory, 'links/member-of.csv', { from: 'entity/Group', to: 'entity/ITU' });
  await appendRow(directory, 'links/member-of.csv', { from: 'entity/ITU', to: 'entity/WHO' });
  expect(await problemsOf(directory)).toEqual([
    'links/member-of.csv:4: to: MEMBER_OF goes in a circle: "entity/WHO" → "entity/Group" → "entity/ITU" → "entity/WHO"',
  ]);
});

test('action lines that are parts of each other are told', async () => {
  const directory = await writtenDataset();
  await appendRow(directory, 'links/part-of.csv', { from: 'action-line/C7', to: 'action-line/C7.e-health' });
  expect((await problemsOf(directory)).join('\n')).toMatch(/^links\/part-of\.csv:4: to: PART_OF goes in a circle:/m);
});

test('targets that a line advances exist and belong to the goal', async () => {
  const directory = await writtenDataset();
  const line = await appendRow(directory, 'links/advances.csv', { from: 'action-line/C7', to: 'sdg/9', targets: '9.c|9.z|3.d' });
  expect(await problemsOf(directory)).toEqual([
    `links/advances.csv:${line}: targets: there is no "sdg-target/9.z" in the dataset`,
    `links/advances.csv:${line}: targets: there is no "sdg-target/3.d" in the dataset`,
    `links/advances.csv:${line}: targets: target "3.d" does not belong to SDG 9`,
  ]);
});

test('a file that could not be read makes no other file wrong', async () => {
  const directory = await writtenDataset();
  await rm(join(directory, 'entities.csv'));
  await rm(join(directory, 'links/made.csv'));
  await edit(directory, 'sdg-targets.csv', (text) => text.replace('9.c', '"9.c'));
  expect(await problemsOf(directory)).toEqual([
    'entities.csv:1: there is no such file',
    'links/made.csv:1: there is no such file',
    expect.stringMatching(/^sdg-targets\.csv:2: /),
  ]);
});

/** The dataset of the project itself: it is valid, and twelve faults planted in a copy of it are all told at once. */
import { join } from 'node:path';
import { readDataset } from '../../src/dataset/read-dataset.js';
import { appendRow, copyOf, edit, problemsOf } from '../support/write-dataset.js';

const seed = join(__dirname, '../../seed');
const inSeed = (file: string, line: number, column: string, message: string) =>
  expect.stringMatching(new RegExp(`^${file.replaceAll('.', '\\.')}:${line}: ${column}: ${message}`));

test('the dataset in seed/ has no problem', async () => {
  const { problems, dataset } = await readDataset(seed);
  expect(problems).toEqual([]);
  expect(dataset?.version).toMatch(/^\d{4}\.\d{2}(\.\d+)?\+[0-9a-f]{12}$/);
});

test('rows 51, 52, 53: twelve faults planted at once are all told, with file and line', async () => {
  const copy = await copyOf(seed);
  const entity = { name: 'New body', category: 'BUSINESS', un_system: 'false' };
  const resolution = { body: 'GENERAL_ASSEMBLY', form: 'RESOLUTION', family: 'CITED_ONLY', asks_read: 'NONE', citations_read: 'NONE' };
  const citing = 'resolution/A/RES/80/173';
  const twin = await appendRow(copy, 'entities.csv', { ...entity, id: 'entity/itu' });
  const enumeration = await appendRow(copy, 'entities.csv', { ...entity, id: 'entity/NEW-1', category: 'COMPANY' });
  const unsourced = await appendRow(copy, 'entities.csv', { ...entity, id: 'entity/NEW-2', source_title: '' });
  const ruleless = await appendRow(copy, 'entities.csv', { ...entity, id: 'entity/NEW-3', method: 'INFERRED' });
  const symbol = await appendRow(copy, 'resolutions.csv', { ...resolution, id: 'resolution/a/res/1/1', symbol: 'a/res/1/1' });
  const date = await appendRow(copy, 'events.csv', { id: 'event/new', name: 'New event', type: 'FORUM', start_date: '2021-13' });
  const dangling = await appendRow(copy, 'links/cites.csv', { from: citing, to: 'resolution/A/RES/1/9999', verb: 'RECALLS' });
  const verb = await appendRow(copy, 'links/cites.csv', { from: citing, to: 'resolution/A/RES/70/125', verb: 'LIKES' });
  const younger = await appendRow(copy, 'links/cites.csv', { from: 'resolution/A/RES/70/125', to: citing, verb: 'RECALLS' });
  const kind = await appendRow(copy, 'links/serves.csv', { from: 'entity/ITU', to: 'sdg/9' });
  const paragraph = await appendRow(copy, 'links/serves.csv', { from: 'entity/ITU', to: 'region/africa', evidence_paragraph: 'twelve' });
  await edit(copy, 'dataset.json', (text) => text.replace('{', '{"titel": 1,'));

  expect(await problemsOf(copy)).toEqual([
    expect.stringMatching(/^dataset\.json:1:2: the key "titel" is unknown/),
    inSeed('entities.csv', twin, 'id', 'the id "entity/itu" differs only by case .* from "entity/ITU" at entities\\.csv:\\d+'),
    inSeed('entities.csv', enumeration, 'category', '"COMPANY" is not one of'),
    inSeed('entities.csv', unsourced, 'evidence_document', 'no evidence'),
    inSeed('entities.csv', ruleless, 'rule', 'method INFERRED needs'),
    inSeed('events.csv', date, 'start_date', '"2021-13" is not a date'),
    inSeed('links/cites.csv', dangling, 'to', 'there is no "resolution/A/RES/1/9999"'),
    inSeed('links/cites.csv', verb, 'verb', '"LIKES" is not one of'),
    inSeed('links/cites.csv', younger, 'to', '"resolution/A/RES/70/125" of .* which is younger'),
    inSeed('links/serves.csv', kind, 'to', '"sdg/9" is of kind SDG; allowed here is one of REGION'),
    inSeed('links/serves.csv', paragraph, 'evidence_paragraph', '"twelve" is not a paragraph'),
    inSeed('resolutions.csv', symbol, 'symbol', '"a/res/1/1" is not the usual form'),
  ]);
});

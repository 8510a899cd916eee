/** What a dataset becomes once it is read: records with names, merged links, evidence in the order of the text, a version. */
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { loadDataset, readDataset } from '../../src/dataset/read-dataset.js';
import type { Dataset, LinkRecord, NodeRecord } from '../../src/domain/records.js';
import { textOrder } from '../../src/domain/text-order.js';
import { datasetVersion } from '../../src/domain/version.js';
import { Method, Where } from '../../src/domain/vocabulary.js';
import { ErrorCode, PublicError } from '../../src/errors.js';
import { evidence, link, node } from '../support/small-dataset.js';
import { appendRow, edit, validDataset, writtenDataset } from '../support/write-dataset.js';

const keyOf = (record: NodeRecord | LinkRecord): string =>
  'link' in record ? `${record.link} ${record.from} ${record.to} ${record.verb}` : record.id;
const byKey = <T extends NodeRecord | LinkRecord>(records: readonly T[] = []): T[] =>
  [...records].sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
const shuffledRows = (text: string): string => {
  const [head, ...rows] = text.trimEnd().split('\n');
  return [head, ...rows.reverse(), ''].join('\n');
};

test('a valid dataset is read without a problem and comes back as it was written', async () => {
  const expected = validDataset();
  const { dataset, problems, counts } = await readDataset(await writtenDataset(expected));
  expect(problems).toEqual([]);
  expect(byKey(dataset?.nodes)).toEqual(byKey(expected.nodes));
  expect(byKey(dataset?.links)).toEqual(byKey(expected.links));
  expect(dataset?.version).toBe(datasetVersion('2026.01', expected.nodes, expected.links));
  expect(counts).toMatchObject({ nodes: expected.nodes.length, links: expected.links.length, byKind: { ENTITY: 3 }, byLink: { CITES: 2 } });
});

test('rows of one citation become one link with its evidence in the order of the text', async () => {
  const directory = await writtenDataset();
  const citation = {
    from: 'resolution/A/RES/70/125',
    to: 'resolution/A/RES/57/270 B',
    verb: 'RECALLS',
    evidence_document: 'resolution/A/RES/70/125',
  };
  await appendRow(directory, 'links/cites.csv', {
    ...citation,
    evidence_where: 'FOOTNOTE',
    evidence_footnote: '3',
    evidence_paragraph: '9',
  });
  await appendRow(directory, 'links/cites.csv', { ...citation, evidence_where: 'FOOTNOTE', evidence_footnote: '1' });
  await appendRow(directory, 'links/cites.csv', { ...citation, evidence_where: 'ANNEX', evidence_paragraph: '1' });
  await appendRow(directory, 'links/cites.csv', { ...citation, evidence_where: 'OPERATIVE', evidence_paragraph: '9 (a)' });
  await appendRow(directory, 'links/cites.csv', { ...citation, evidence_where: 'HEADER' });
  const dataset = await loadDataset(directory);
  const links = dataset.links.filter(({ link: name, verb }) => name === 'CITES' && verb === 'RECALLS');
  expect(links.map((one) => one.evidence.map(({ where, paragraph, footnote }) => [where, paragraph, footnote]))).toEqual([
    [
      ['HEADER', null, null],
      ['PREAMBLE', 'PP2', null],
      ['OPERATIVE', '9', null],
      ['FOOTNOTE', '9', 3],
      ['OPERATIVE', '9 (a)', null],
      ['OPERATIVE', '12', null],
      ['ANNEX', '1', null],
      ['FOOTNOTE', null, 1],
    ],
  ]);
});

test('parallel titles and addresses are several pieces of evidence that share the rest', async () => {
  const directory = await writtenDataset();
  const sources = { source_title: 'First||Third', source_url: 'https://a.org|https://b.org|', confidence: '0.9', note: 'told twice' };
  await appendRow(directory, 'links/made.csv', { from: 'entity/WHO', to: 'contribution/A/76/64-E/2021/11/p19.2', ...sources });
  const made = (await loadDataset(directory)).links.find(({ from, link: name }) => name === 'MADE' && from === 'entity/WHO');
  const shared = { confidence: 0.9, note: 'told twice' };
  expect(made?.evidence).toEqual([
    evidence({ title: 'First', url: 'https://a.org', ...shared }),
    evidence({ title: null, url: 'https://b.org', ...shared }),
    evidence({ title: 'Third', url: null, ...shared }),
  ]);
});

test('a document is named by its symbol and title; one without a title has null for it', async () => {
  const { nodes } = await loadDataset(await writtenDataset());
  const found = (id: string) => nodes.find((one) => one.id === id);
  expect(found('resolution/A/RES/70/125')?.name).toBe('A/RES/70/125 Review');
  expect(found('resolution/A/RES/57/270 B')).toMatchObject({ name: 'A/RES/57/270 B', title: null, date: '2003-06', url: null });
});

test('the order of rows in the files does not change the version, a changed cell does', async () => {
  const directory = await writtenDataset();
  const before = (await loadDataset(directory)).version;
  for (const file of ['entities.csv', 'resolutions.csv', 'links/cites.csv', 'links/part-of.csv']) await edit(directory, file, shuffledRows);
  expect((await loadDataset(directory)).version).toBe(before);
  await edit(directory, 'regions.csv', (text) => text.replace('Africa', 'Afrika'));
  expect((await loadDataset(directory)).version).not.toBe(before);
});

test('the version leaves out what is null, so a store that keeps no nulls gives the same', () => {
  const { nodes, links } = validDataset();
  const withoutNulls = <T extends object>(record: T): T =>
    JSON.parse(JSON.stringify(record, (_, value) => (value === null || (Array.isArray(value) && value.length === 0) ? undefined : value)));
  expect(datasetVersion('2026.01', nodes.map(withoutNulls).reverse(), links.map(withoutNulls))).toBe(
    datasetVersion('2026.01', nodes, links),
  );
});

test('a dataset with problems is refused with the first fifty and the number of the rest', async () => {
  const directory = await writtenDataset();
  await edit(directory, 'regions.csv', (text) => `${text}${'x\n'.repeat(60)}`);
  const error = await loadDataset(directory).catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(PublicError);
  expect((error as PublicError).code).toBe(ErrorCode.INVALID_DATASET);
  const lines = (error as PublicError).message.split('\n');
  expect(lines[1]).toBe('regions.csv:3: the row has 1 cells, the head has 16');
  expect(lines).toHaveLength(52);
  expect(lines.at(-1)).toBe('… and 10 more');
});

test('a missing directory is refused as a dataset', async () => {
  const directory = await writtenDataset();
  await rm(directory, { recursive: true });
  await expect(loadDataset(join(directory, 'x'))).rejects.toThrow('1 problem:');
});

test.each([
  ['a separator in a list', { alternateNames: ['a|b'] }, [evidence()], /cannot hold "a\|b"/],
  ['half a character', { name: '\ud801' }, [evidence()], /half a character/],
  ['a node without evidence', {}, [], /has no evidence/],
  ['sources of one node that differ in their note', {}, [evidence(), evidence({ note: 'x' })], /do not fit one row/],
] as const)('%s has no form in CSV and is not written', async (_, part, sources, message) => {
  const valid = validDataset();
  const nodes = [...valid.nodes, node('ENTITY', 'NEW', { name: 'New', category: 'BUSINESS', unSystem: false, ...part }, sources)];
  await expect(writtenDataset({ ...valid, nodes })).rejects.toThrow(message);
});

const text = fc
  .string({ unit: fc.constantFrom(...'aZé漢 ,"\'\\;=-|ΩÅ9'.split('')), minLength: 1, maxLength: 12 })
  .map((word) => word.normalize('NFC').replaceAll('|', '').trim())
  .filter((word) => word !== '');
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null });
const piece = fc
  .record({
    document: maybe(fc.constant('report/A/76/64-E/2021/11')),
    title: text,
    url: maybe(fc.webUrl({ validSchemes: ['https'] }).filter((url) => !url.includes('|'))),
    paragraph: maybe(fc.constantFrom('1', '12', '12 (a)', 'PP3')),
    footnote: maybe(fc.integer({ min: 1, max: 99 })),
    where: maybe(fc.constantFrom(...Object.values(Where))),
    language: maybe(fc.constantFrom('en', 'fr')),
    method: fc.constantFrom(...Object.values(Method)),
    confidence: maybe(fc.integer({ min: 0, max: 100 }).map((percent) => percent / 100)),
    note: maybe(text),
  })
  .map((one) => ({ ...one, rule: one.method === 'INFERRED' ? 'subject-of-the-activity' : null }));

const randomDataset: fc.Arbitrary<Dataset> = fc
  .record({
    names: fc.array(fc.record({ name: text, acronym: maybe(text), alternateNames: fc.uniqueArray(text, { maxLength: 3 }) }), {
      maxLength: 6,
    }),
    nodeEvidence: fc.array(piece, { minLength: 6, maxLength: 6 }),
    linkEvidence: fc.array(fc.uniqueArray(piece, { selector: (one) => JSON.stringify(one), minLength: 1, maxLength: 4 }), {
      minLength: 6,
      maxLength: 6,
    }),
  })
  .map(({ names, nodeEvidence, linkEvidence }) => {
    const valid = validDataset();
    const entities = names.map((part, index) =>
      node('ENTITY', `E${index}`, { ...part, category: 'BUSINESS', unSystem: index % 2 === 0 }, nodeEvidence.slice(index, index + 1)),
    );
    const served = entities.map(({ id }, index) => {
      const byPlace = (linkEvidence[index] ?? [])
        .map((one) => ({ one, key: textOrder(one) }))
        .sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0));
      return link(
        'SERVES',
        id,
        'region/africa',
        {},
        byPlace.map(({ one }) => one),
      );
    });
    return { ...valid, nodes: [...valid.nodes, ...entities], links: [...valid.links, ...served] };
  });

test('any dataset that is written and read again is the same, with the same version', async () => {
  await fc.assert(
    fc.asyncProperty(randomDataset, async (expected) => {
      const { dataset, problems } = await readDataset(await writtenDataset(expected));
      expect(problems).toEqual([]);
      expect(byKey(dataset?.nodes)).toEqual(byKey(expected.nodes));
      expect(byKey(dataset?.links)).toEqual(byKey(expected.links));
      expect(dataset?.version).toBe(datasetVersion('2026.01', expected.nodes, expected.links));
    }),
    { numRuns: 40 },
  );
});

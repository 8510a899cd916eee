/** Entities in running text and in printed lists: spellings, case, what is longer, and what only looks like one. */
import type { EntityFinder } from '../../../src/ingest/entities.js';
import { makeEntityFinder } from '../../../src/ingest/entities.js';
import { seedKnowledge } from '../../support/invented-documents.js';
import { node } from '../../support/small-dataset.js';

let finder: EntityFinder;
beforeAll(async () => {
  finder = (await seedKnowledge()).entities;
});
const found = (text: string) => finder.find(text).map(({ id }) => id.replace('entity/', ''));
const printed = (text: string) => finder.find(text).map((mention) => mention.printed);

describe('a mention in a text', () => {
  test.each([
    ['ITU and UNESCO’s kites; the World Bank’s string', ['ITU', 'UNESCO', 'World-Bank']],
    ['who asked ITUs and itu? WHO did', ['WHO']],
    ['the Food and Agriculture Organisation of the United Nations', ['FAO']],
    ['the Organization for Economic Co-operation and Development', ['OECD']],
    ['the Organisation for Economic Cooperation and Development', ['OECD']],
    ['the International Telecommunications Union', ['ITU']],
    ['United Nations Educational, Scientific, and Cultural Organization', ['UNESCO']],
    ["the United Nations Children’s Fund and the United Nations Children's Fund", ['UNICEF', 'UNICEF']],
    ['the Office of the High Commissioner for Human Rights', ['OHCHR']],
    ['the Department of Economic\n  and Social Affairs', ['DESA']],
    ['the high level political forum on sustainable development', ['HLPF']],
    ['UN-ESCAP, UNESCWA and UN Women', ['ESCAP', 'ESCWA', 'UN-Women']],
    [
      'IGF secretariat, the Internet Governance Forum (IGF) secretariat, the secretariat of IGF',
      ['IGF-secretariat', 'IGF-secretariat', 'IGF-secretariat'],
    ],
    ['the Statistical Commission of the Economic and Social Council', ['Statistical-Commission', 'ECOSOC']],
    ['the African Union Commission and the African Union', ['AUC', 'AU']],
  ])('is found in "%s"', (text, ids) => expect(found(text)).toEqual(ids));

  test.each([
    'an internet society for all, and an Internet Society of Atlantis',
    'the general assembly of kite makers',
    'Development Programme for kites, and a Population Fund of Atlantis',
    'the World. Bank holidays; the Arab, League tables',
  ])('is none in "%s"', (text) => expect(found(text)).toEqual([]));

  test('is one also in small letters behind the article, when nothing else is meant', () =>
    expect(found('the world bank, a world bank')).toEqual(['World-Bank']));

  test('takes in "United Nations" before it and its acronym behind it', () =>
    expect(printed('The United Nations Economic Commission for Africa (ECA) and the World Bank (the Bank)')).toEqual([
      'United Nations Economic Commission for Africa (ECA)',
      'World Bank',
    ]));

  test('stands at its offsets, without a possessive ending, in order and without overlap', () => {
    const text = 'Of UNESCO’s and the International Telecommunication Union (ITU)’s kites';
    const mentions = finder.find(text);
    expect(mentions.map(({ from, to }) => text.slice(from, to))).toEqual(mentions.map((mention) => mention.printed));
    expect(printed(text)).toEqual(['UNESCO', 'International Telecommunication Union (ITU)']);
  });

  test('is found for every name, acronym and alternate name of the dataset', async () => {
    const { nodes } = await (await import('../../../src/dataset/read-dataset.js')).loadDataset('seed');
    const lost = nodes
      .filter(({ kind }) => kind === 'ENTITY')
      .flatMap((entity) => finder.namesOf(entity.id).map((name) => [entity.id, name] as const))
      .filter(([id, name]) => finder.find(`of the ${name}, which`)[0]?.id !== id || finder.lookUp(name, null) !== id);
    expect(lost).toEqual([]);
  });

  test('of a name that two entities have is none', () => {
    const twins = makeEntityFinder([
      node('ENTITY', 'One', { name: 'Kite Union of the North', acronym: 'KU', category: 'BUSINESS', unSystem: false }),
      node('ENTITY', 'Two', { name: 'Kite Union of the South', acronym: 'KU', category: 'BUSINESS', unSystem: false }),
    ]);
    expect(twins.find('KU and the Kite Union of the South').map(({ id }) => id)).toEqual(['entity/Two']);
  });

  test('is found in a text of millions of characters in one pass', () => {
    const text = 'ITU met the organization for kites of the United Nations Office of the '.repeat(30_000);
    const start = performance.now();
    expect(finder.find(text).length).toBeGreaterThanOrEqual(30_000);
    expect(performance.now() - start).toBeLessThan(10_000);
  });
});

describe('an entry of a printed list', () => {
  test.each([
    ['the United Nations Environment Programme', null, 'entity/UNEP'],
    ['Department of Economic and Social Affairs of the Secretariat', 'DESA', 'entity/DESA'],
    ['Internet Governance Forum secretariat', 'IGF', 'entity/IGF-secretariat'],
    ['UNCTAD secretariat', null, 'entity/UNCTAD'],
    ['World Bank Group', null, 'entity/World-Bank'],
    ['International Corporation for Names and Numbers', 'ICANN', 'entity/ICANN'],
    ['Atlantis Kite Society', 'AKS', null],
  ])('%s (%s) is %s', (name, acronym, id) => expect(finder.lookUp(name, acronym)).toBe(id));

  test('is not taken for another body that has the same acronym', () =>
    expect(finder.lookUp('Independent Cable Consortium', 'ICC')).toBeNull());
});

/** The contributors of an annual report, from invented footnotes and paragraphs in the forms that reports have. */

import { readFileSync } from 'node:fs';
import type { EntityFinder } from '../../../src/ingest/entities.js';
import type { Outline } from '../../../src/ingest/outline/outline.js';
import { readContributors } from '../../../src/ingest/report/contributors.js';
import { corpusText, describeWithCorpus } from '../../support/corpus.js';
import { outlineOf, seedKnowledge } from '../../support/invented-documents.js';
import { oneParagraph } from '../../support/report-outline.js';

let entities: EntityFinder;
beforeAll(async () => {
  entities = (await seedKnowledge()).entities;
});
const read = (outline: Outline) => readContributors(outline, entities);
const ids = (outline: Outline) => read(outline).contributors.map(({ id, name }) => id?.replace('entity/', '') ?? name);
const ofFootnote = (...notes: string[]) => ids(oneParagraph('It draws on contributions of many.', { notes: [notes] }));
const three = ['FAO', 'UNDP', 'ITU'];

describe('the list of contributors', () => {
  test.each([
    [
      'ends at its stop',
      'Food and Agriculture Organization of the United Nations (FAO); UNDP; ITU. See https://example.org/a; https://example.org/b.',
    ],
    [
      'may have "and" before the last',
      'FAO; United Nations Development Programme (UNDP); and International Telecommunication Union (ITU).',
    ],
    ['may be introduced', 'Contributions were received from the following entities: FAO; UNDP; ITU.'],
    ['may be introduced without a colon', 'Inputs were provided by FAO; the United Nations Development Programme; and ITU.'],
    ['may have no stop at all', 'FAO; UNDP; ITU'],
    ['may be a list with commas', 'Contributions were received from FAO, UNDP and ITU.'],
    ['names each entity once', 'FAO; UNDP; ITU; Food and Agriculture Organization of the United Nations.'],
  ])('%s', (_, footnote) => expect(ofFootnote(footnote)).toEqual(three));

  test('that a page cut in two is one', () =>
    expect(ofFootnote('FAO; UNDP; International', 'Telecommunication Union (ITU).')).toEqual(three));

  test('keeps names with commas and stops inside', () =>
    expect(
      ofFootnote('United Nations Educational, Scientific and Cultural Organization (UNESCO); Kites Inc. of Atlantis; ITU; OECD.'),
    ).toEqual(['UNESCO', 'Kites Inc. of Atlantis', 'ITU', 'OECD']));

  test('may stand in the paragraph', () =>
    expect(
      ids(
        oneParagraph(
          'This report is invented. Contributions were received from FAO, UNESCO, the World Bank and Kites of Atlantis. It has four chapters.',
        ),
      ),
    ).toEqual(['FAO', 'UNESCO', 'World-Bank', 'Kites of Atlantis']));

  test('says by which paragraph and footnote it is known, and how its names are printed', () =>
    expect(
      read(oneParagraph('It draws on contributions.', { notes: [['International Trade Centre (ITC); FAO; UNDP.']] })).contributors[0],
    ).toEqual({
      id: 'entity/ITC',
      name: 'International Trade Centre',
      acronym: 'ITC',
      paragraph: '1',
      footnote: 1,
    }));

  test('tells names that the dataset has not', () =>
    expect(
      read(oneParagraph('It draws on contributions.', { notes: [['FAO; Atlantis Kite Society (AKS); UNDP; ITU.']] })).unresolved,
    ).toEqual([{ about: 'contributor', text: 'Atlantis Kite Society', paragraph: '1', reason: 'no entity of the dataset has this name' }]));

  test('is not seen in a paragraph that names entities for another reason, nor in a footnote of sources', () => {
    expect(ids(oneParagraph('ITU, UNESCO and UNDP flew kites.'))).toEqual([]);
    expect(ids(oneParagraph('Kites flew.', { notes: [['See ITU, Kites of the World; https://example.org; A/97/1.']] }))).toEqual([]);
  });
});

describeWithCorpus('the report A/76/64', () => {
  test('lists 29 contributors, each an entity of the dataset', () => {
    const { contributors, unresolved } = read(outlineOf(readFileSync(corpusText('A_76_64_E_2021_11'), 'utf8'), 'REPORT'));
    expect(contributors).toHaveLength(29);
    expect(unresolved).toEqual([]);
  });
});

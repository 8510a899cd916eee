/** Invented annual reports, read from their text to their contributions: the chapters, the traps, and the real one where it is at hand. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { ContributionFacts, DocumentReading } from '../../../src/ingest/facts.js';
import { corpusText, describeWithCorpus } from '../../support/corpus.js';
import { invented, readingOf, seedKnowledge } from '../../support/invented-documents.js';

interface Truth {
  contributors: (string | null)[];
  unresolved: string[];
  contributions: {
    paragraph: string;
    entities: string[];
    mentioned?: string[];
    actionLines?: string[];
    regions?: string[];
    sdgs?: number[];
  }[];
}

const short = (ids: readonly string[]): string => ids.map((id) => id.replace(/^[a-z-]+\//, '')).join(' ');
const sorted = (ids: readonly (string | number)[]): string => ids.map(String).sort().join(' ');
const print = (facts: ContributionFacts): string =>
  `${facts.paragraph}: ${short([...facts.entities].sort())} | ${short([...facts.mentioned].sort())} | ${short(facts.actionLines)} | ${short(facts.regions)} | ${short(facts.sdgs)}`;

describe('an invented report with a full chapter on the action lines', () => {
  const truth = JSON.parse(readFileSync(resolve(__dirname, '../../fixtures/ingest/invented-annual-report.json'), 'utf8')) as Truth;
  let reading: DocumentReading;
  beforeAll(async () => {
    reading = readingOf(invented('invented-annual-report'), await seedKnowledge());
  });

  test('has the contributors of its footnote, one of them unknown', () => {
    expect(reading.contributors.map(({ id }) => id?.replace('entity/', '') ?? null)).toEqual(truth.contributors);
    expect(reading.unresolved.filter(({ about }) => about === 'contributor').map(({ text }) => text)).toEqual(truth.unresolved);
  });

  test('tells who did what in which paragraph, region and action line, with the goals that it names', () =>
    expect(reading.contributions.map(print)).toEqual(
      truth.contributions.map(
        ({ paragraph, entities, mentioned = [], actionLines = [], regions = [], sdgs = [] }) =>
          `${paragraph}: ${sorted(entities)} | ${sorted(mentioned)} | ${actionLines.join(' ')} | ${regions.join(' ')} | ${sdgs.join(' ')}`,
      ),
    ));

  test('gives the headings without their numbers', () =>
    expect(reading.contributions.find(({ paragraph }) => paragraph === '22')?.section).toEqual([
      'Implementation and follow-up at the international level',
      'Facilitation of action lines and selected implementation of activities by United Nations entities',
      'Implementation of action lines',
      'Information and communications technology applications: benefits in all aspects of life (C7)',
      'E-government',
    ]));
});

test('an invented report taken from a PDF gives contributions across its pages, and lines by code, title and order', async () => {
  const reading = readingOf(invented('invented-annual-report-printed'), await seedKnowledge());
  expect(short(reading.contributors.map(({ id }) => id ?? '?'))).toBe('APC FAO ITU UNICEF UNCTAD UNFPA WFP WTO');
  expect(
    reading.contributions.map((each) => `${each.paragraph} ${short(each.entities)}: ${short([...each.actionLines, ...each.regions])}`),
  ).toEqual([
    '2 ESCAP ITU: asia-and-the-pacific',
    '2 ESCAP UNU: asia-and-the-pacific',
    '3 DESA: C1',
    '4 ITU: C2',
    '5 UNESCO: C3',
    '6 UNICEF UNFPA: C4',
    '8 WTO: C7.e-business',
    '9 FAO WFP: C7.e-agriculture',
    '10 UNESCO: C8',
  ]);
});

describeWithCorpus('the report A/76/64', () => {
  test('gives contributions for its paragraphs on implementation, with a region for each of the regional chapter', async () => {
    const { contributions } = readingOf(readFileSync(corpusText('A_76_64_E_2021_11'), 'utf8'), await seedKnowledge());
    const told = [...new Set(contributions.map(({ paragraph }) => Number(paragraph)))];
    expect(told).toEqual([16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 31, 32, 34, 35, 36, 37, 38, 39]);
    for (const { paragraph, regions } of contributions) expect(regions).toHaveLength(Number(paragraph) <= 27 ? 1 : 0);
  });
});

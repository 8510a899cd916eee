/** What headings say of the paragraphs under them: action lines by code, title or order, regions, and whether it is a chapter on implementation. */
import { goalsIn } from '../../../src/ingest/report/goals.js';
import type { SectionReader } from '../../../src/ingest/report/section-tags.js';
import { linesByOrder, tellsOfImplementation, withoutNumber } from '../../../src/ingest/report/section-tags.js';
import { seedKnowledge } from '../../support/invented-documents.js';
import { paragraph } from '../../support/report-outline.js';

let sections: SectionReader;
beforeAll(async () => {
  sections = (await seedKnowledge()).sections;
});
const lines = (...section: string[]) => sections.actionLines(section).map((id) => id.replace('action-line/', ''));
const regions = (heading: string) => sections.regions(['II. Regional level', heading]).map((id) => id.replace('region/', ''));

describe('an action line', () => {
  test.each([
    [
      '(a) The role of public governance authorities and all stakeholders in the promotion of information and communications technologies for development (C1)',
      'C1',
    ],
    ['(b) Kites (C2)', 'C2'],
    ['Action line C10. Ethical dimensions', 'C10'],
    ['(b) Information and communication infrastructure', 'C2'],
    ['(c) Access to information and knowledge', 'C3'],
    ['(d) Capacity-building', 'C4'],
    ['(e) Building confidence and security in the use of information and communications technologies', 'C5'],
    ['(f) Enabling environment', 'C6'],
    ['(g) ICT applications: benefits in all aspects of life', 'C7'],
    ['(h) Cultural diversity and identity, linguistic diversity and local content', 'C8'],
    ['(i) Media', 'C9'],
    ['(j) Ethical dimensions of the information society', 'C10'],
    ['(k) International and regional cooperation', 'C11'],
    ['(i) E-government', 'C7.e-government'],
    ['Electronic business and e-commerce', 'C7.e-business'],
    ['E-health (C7)', 'C7.e-health'],
  ])('is read from "%s"', (heading, code) => expect(lines('III. International level', heading)).toEqual([code]));

  test('is that of the innermost heading that names one', () => {
    expect(lines('(g) ICT applications: benefits in all aspects of life (C7)', 'E-science')).toEqual(['C7.e-science']);
    expect(lines('(g) ICT applications: benefits in all aspects of life (C7)', 'In villages')).toEqual(['C7']);
  });

  test.each([
    'A. Africa',
    'II. Implementation and follow-up at the international level',
    '1. Implementation of action lines',
    '(b) Internet governance',
  ])('is not read from "%s"', (heading) => expect(lines(heading)).toEqual([]));

  test('is told by its letter where the sisters stand in order, and a roman number is no letter', () => {
    const headings = [
      '(a) Stakeholders (C1)',
      '(b) Masts and cables',
      '(c) Access to information and knowledge',
      '(d) Capacity-building',
      '(g) Kites',
      '(i) Sails',
    ];
    const byOrder = linesByOrder(
      headings.map((heading) => paragraph('', { section: ['1. Action lines', heading] })),
      sections,
    );
    expect([...byOrder]).toEqual([['(b) Masts and cables', 'action-line/C2']]);
  });

  test('is not told by the letter among other themes', () => {
    const headings = ['(a) Money', '(b) Kites', '(c) Masts', '(d) Sails'];
    const section = (heading: string) => paragraph('', { section: ['2. Themes', heading] });
    expect([...linesByOrder(headings.map(section), sections)]).toEqual([]);
  });
});

describe('a region', () => {
  test.each([
    ['A. Africa', ['africa']],
    ['Asia-Pacific', ['asia-and-the-pacific']],
    ['B. Asia and the Pacific', ['asia-and-the-pacific']],
    ['C. Western Asia', ['western-asia']],
    ['C. Arab States', ['western-asia']],
    ['D. Europe and North America', ['europe']],
    ['E. Latin America and the Caribbean', ['latin-america-and-the-caribbean']],
    ['The Americas', ['latin-america-and-the-caribbean']],
    ['A. Economic Commission for Africa', []],
    ['F. Facilitation of action lines', []],
  ])('is read from "%s"', (heading, expected) => expect(regions(heading)).toEqual(expected));
});

test.each([
  [['I. Key trends', 'A. International cooperation'], false],
  [['II. Implementation and follow-up at the regional level', 'A. Africa'], true],
  [['A. Africa'], true],
  [['(b) Infrastructure (C2)'], true],
  [['III. Implementation: trends at the international level'], true],
  [['IV. Findings and suggestions'], false],
  [['Introduction'], false],
  [[], false],
])('whether %j tells of implementation is %s', (section, told) => expect(tellsOfImplementation(section, sections)).toBe(told));

test.each([
  ['II. Implementation at the regional level', 'Implementation at the regional level'],
  ['(viii) E-science', 'E-science'],
  ['(a) Kites (C1)', 'Kites (C1)'],
  ['C. Western Asia', 'Western Asia'],
  ['Civil society', 'Civil society'],
])('"%s" without its number is "%s"', (heading, expected) => expect(withoutNumber(heading)).toBe(expected));

describe('goals', () => {
  test.each([
    ['Sustainable Development Goal 9 and target 17.8', [9, 17]],
    ['Goals 4 and 5, SDG 3, SDGs 1, 2 and 11', [4, 5, 3, 1, 2, 11]],
    ['Sustainable Development Goals 1–3 and target 9.c', [1, 2, 3, 9]],
    ['Goals 5 to 7 and Goal 5 again', [5, 6, 7]],
    ['the Goals of 2030; Goal 18; the Goals; targets of 3 per cent', []],
    ['three goals in 90 minutes', []],
  ])('named in "%s"', (text, numbers) => expect(goalsIn(text)).toEqual(numbers.map((number) => `sdg/${number}`)));
});

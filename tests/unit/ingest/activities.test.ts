/** Who does something in a paragraph and who is only named: the rules by example, then many invented paragraphs in the manner of reports. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Knowledge } from '../../../src/ingest/knowledge.js';
import { readContributions } from '../../../src/ingest/report/secretary-general-report.js';
import { seedKnowledge } from '../../support/invented-documents.js';
import { oneParagraph, outlineOfParagraphs, paragraph } from '../../support/report-outline.js';

let knowledge: Knowledge;
beforeAll(async () => {
  knowledge = await seedKnowledge();
});

const short = (ids: readonly string[]): string[] => ids.map((id) => id.replace(/^[a-z-]+\//, ''));
const readOne = (text: string) => readContributions(oneParagraph(text), knowledge.entities, knowledge.sections);
const actors = (text: string): string[] => readOne(text).contributions.map(({ entities }) => short(entities).join(' '));

describe('who does it', () => {
  test.each([
    ['the subject', 'UNESCO collected riddles.', ['UNESCO']],
    ['the subject behind an adjunct', 'In 2043, with funding from the World Bank, UNESCO collected riddles.', ['UNESCO']],
    ['all of a subject joined by "and"', 'FAO, ITU and the World Bank flew kites.', ['FAO ITU World-Bank']],
    ['those whom the subject includes', 'Many agencies, including UNICEF and UNHCR, flew kites.', ['UNICEF UNHCR']],
    ['the one whose name or genitive the subject bears', 'The ITU kite index was revised. UNEP’s atlas covers 90 rivers.', ['ITU', 'UNEP']],
    ['the agent of a passive', 'A fair was held in Suva by ESCAP.', ['ESCAP']],
    ['the agent of a participle in the subject', 'The atlas, maintained by WMO, covers 90 rivers.', ['WMO']],
    ['the doer of a noun', 'A study by OECD and the work of UNCTAD showed it.', ['OECD UNCTAD']],
    ['who is host together with the subject', 'ESCAP co-hosted a fair with UNDP.', ['ESCAP UNDP']],
    [
      'who works with the subject, in that part of the sentence alone',
      'ECE worked with ESCAP on a map and published a guide.',
      ['ECE ESCAP', 'ECE'],
    ],
    ['the subject of each clause', 'ITU built a mast, while WHO wrote a song; WIPO held a seminar.', ['ITU', 'WHO', 'WIPO']],
    ['the same set once in a paragraph', 'ITU built a mast. ITU also built a second one.', ['ITU']],
  ])('is %s', (_, text, expected) => expect(actors(text)).toEqual(expected));
});

describe('who is only named', () => {
  test.each([
    ['supports, at the end', 'UNESCO collected riddles with support from the World Bank.', ['World-Bank']],
    ['stands behind "of", "at" or "in"', 'UNESCO spoke at the headquarters of WIPO in a hall of ITC.', ['WIPO', 'ITC']],
    ['is what is acted on', 'UNESCO hosts the IGF secretariat.', ['IGF-secretariat']],
    ['made what another uses', 'UNESCO used a kite developed by UNDP.', ['UNDP']],
    ['has members who act', 'UNESCO flew kites, and WTO members watched.', ['WTO']],
    ['is quoted', 'According to ITU, kites are rare. UNESCO flew one.', ['ITU']],
  ])('%s', (_, text, mentioned) =>
    expect(readOne(text).contributions.map((each) => [short(each.entities), short(each.mentioned)])).toEqual([[['UNESCO'], mentioned]]),
  );

  test.each([
    ['what is done to it', 'IGF was held in Lomé. UNEP was invited to it.'],
    ['what it is', 'ICANN is a corporation. IFLA has 1,400 members.'],
    ['what it thinks', 'ITU estimates that kites are rare.'],
    ['an event with its name at a place', 'IGF in Africa took place online.'],
  ])('by %s', (_, text) => expect(actors(text)).toEqual([]));

  test('in a paragraph where nobody known does anything is told as unresolved', () =>
    expect(readOne('Kites from ITU were bought by many.').unresolved).toMatchObject([{ about: 'paragraph', paragraph: '1' }]));
});

describe('what refers back', () => {
  test.each([
    ['It', 'WIPO wrote a song. It also sang it.', ['WIPO']],
    ['Its', 'WIPO wrote a song with UNESCO. Its choir sang it.', ['WIPO UNESCO', 'WIPO']],
    ['They', 'FAO and WFP wrote a song. They also sang it.', ['FAO WFP']],
    ['Both organizations', 'FAO and WFP wrote a song. ITU heard it. Both organizations sang.', ['FAO WFP', 'ITU']],
    ['a noun of its name', 'ECLAC and ITU met. The Commission flew a kite.', ['ECLAC ITU', 'ECLAC']],
  ])('%s', (_, text, expected) => expect(actors(text)).toEqual(expected));

  test('"It" after two is neither', () => expect(actors('FAO and WFP built a kite. It flew well.')).toEqual(['FAO WFP']));

  test('the heading and the paragraph before it may say who is meant, under the same heading only', () => {
    const section = ['III. International level', 'A. United Nations Group on the Information Society'];
    const other = ['III. International level', 'B. Civil society'];
    const { contributions } = readContributions(
      outlineOfParagraphs(
        paragraph('The Group agreed on a plan.', { section }),
        paragraph('It also met.', { number: '2', section }),
        paragraph('It also met.', { number: '3', section: other }),
      ),
      knowledge.entities,
      knowledge.sections,
    );
    expect(contributions.map((each) => [each.paragraph, ...short(each.entities)])).toEqual([
      ['1', 'UNGIS'],
      ['2', 'UNGIS'],
    ]);
  });
});

test('acts of the General Assembly, the Council and the Commission on Science and Technology for Development are no contributions', () =>
  expect(
    actors(
      'The General Assembly adopted a resolution. The Economic and Social Council met. The Commission on Science and Technology for Development discussed sand.',
    ),
  ).toEqual([]));

describe('many paragraphs in the manner of reports', () => {
  const lines = readFileSync(resolve(__dirname, '../../fixtures/ingest/invented-activities.txt'), 'utf8').trimEnd().split('\n');
  const cases: [string, string[]][] = [];
  for (const line of lines.slice(1)) {
    if (line.startsWith('    ')) cases.at(-1)?.[1].push(line.trim());
    else cases.push([line, []]);
  }
  const sorted = (sets: readonly string[]): string[] => sets.map((each) => each.split(' ').sort().join(' ')).sort();

  test.each(cases)('%s', (text, expected) => expect(sorted(actors(text))).toEqual(sorted(expected)));
});

describe('a hostile paragraph', () => {
  test.each([
    'ITU, ',
    '; ITU ',
    '( ',
    'which, ',
    'also ',
    'with ITU, ',
    'launched, which ',
    '“',
    'that ITU launched ',
    'Goals 1, ',
    'ITU’s ',
  ])('of nothing but "%s" is read in time', (unit) => {
    const start = performance.now();
    readOne(unit.repeat(20_000));
    expect(performance.now() - start).toBeLessThan(3_000);
  });
});

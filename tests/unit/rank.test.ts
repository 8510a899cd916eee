/** The shared ranking. */
import fc from 'fast-check';
import type { Kind } from '../../src/domain/vocabulary.js';
import type { SearchCandidate } from '../../src/store/graph-store.js';
import { rank } from '../../src/store/rank.js';

const candidate = (kind: Kind, id: string, name: string, ...names: string[]): SearchCandidate => ({
  kind,
  id,
  name,
  names: [name, ...names],
});
const itu = candidate(
  'ENTITY',
  'entity/ITU',
  'International Telecommunication Union',
  'ITU',
  'Union internationale des télécommunications',
);
const infrastructure = candidate(
  'ACTION_LINE',
  'action-line/C2',
  'C2 Information and communication infrastructure',
  'C2',
  'Infrastructure',
);
const industry = candidate('SDG', 'sdg/9', 'SDG 9 Industry, innovation and infrastructure', 'Industry, innovation and infrastructure');
const forum = candidate('EVENT', 'event/forum-9', 'Forum on infrastructures', 'Infrastructure week');
const report = candidate('REPORT', 'report/A/76/64-E/2021/11', 'A/76/64-E/2021/11 Progress made', 'A/76/64-E/2021/11', 'Progress made');
const resolution = candidate('RESOLUTION', 'resolution/A/RES/70/125', 'A/RES/70/125 Outcome document', 'A/RES/70/125', 'Outcome document');
const women = candidate('ENTITY', 'entity/un-women', 'UN-Women', 'United Nations Entity for Gender Equality');
const all = [forum, report, resolution, itu, industry, infrastructure, women];

const scoresOf = (query: string) => Object.fromEntries(rank(query, all).map(({ candidate: { id }, score }) => [id, score]));

describe('rank', () => {
  it.each([
    ['itu', 'entity/ITU'],
    ['ITU', 'entity/ITU'],
    ['c2', 'action-line/C2'],
    ['action line C2', 'action-line/C2'],
    ['Goal 9', 'sdg/9'],
    ['a/76/64', 'report/A/76/64-E/2021/11'],
    ['E/2021/11', 'report/A/76/64-E/2021/11'],
    ['70/125', 'resolution/A/RES/70/125'],
    ['res. 70/125', 'resolution/A/RES/70/125'],
    ['un women', 'entity/un-women'],
  ])('gives 1000 and the first place for %s to the one that is called so', (query, id) => {
    const [first, second] = rank(query, all);
    expect(first).toMatchObject({ candidate: { id }, score: 1000 });
    expect(second!.score).toBeLessThan(1000);
  });

  it('goes by exact name, other name, beginning of a name, whole words, beginnings of words, some words', () => {
    expect(scoresOf('international telecommunication union')['entity/ITU']).toBe(900);
    expect(scoresOf('UNION INTERNATIONALE DES TELECOMMUNICATIONS')['entity/ITU']).toBe(800);
    expect(scoresOf('international tele')['entity/ITU']).toBeGreaterThanOrEqual(700);
    expect(scoresOf('union telecommunication')['entity/ITU']).toBeGreaterThanOrEqual(600);
    expect(scoresOf('un tele')['entity/ITU']).toBeGreaterThanOrEqual(500);
    expect(scoresOf('telecommunication satellites')['entity/ITU']).toBeGreaterThanOrEqual(100);
    expect(scoresOf('satellites')['entity/ITU']).toBe(0);
  });

  it('orders by score, and names what matched', () => {
    expect(
      rank('infrastructure', all)
        .slice(0, 3)
        .map(({ candidate: { id }, matchedOn }) => [id, matchedOn]),
    ).toEqual([
      ['action-line/C2', 'Infrastructure'],
      ['event/forum-9', 'Infrastructure week'],
      ['sdg/9', 'Industry, innovation and infrastructure'],
    ]);
  });

  it('orders equal scores by kind as the vocabulary has it, then by id', () => {
    const alike = [
      candidate('EVENT', 'event/a', 'Same'),
      candidate('ENTITY', 'entity/b', 'Same'),
      candidate('ENTITY', 'entity/a', 'Same'),
      candidate('REGION', 'region/z', 'Same'),
    ];
    expect(rank('same', alike).map(({ candidate: { id } }) => id)).toEqual(['region/z', 'entity/a', 'entity/b', 'event/a']);
  });

  it('takes a whole name before a part, and a short name before a long one', () => {
    const names = [candidate('ENTITY', 'entity/1', 'Internet Society of somewhere'), candidate('ENTITY', 'entity/2', 'Internet Society')];
    expect(rank('internet soc', names).map(({ candidate: { id } }) => id)).toEqual(['entity/2', 'entity/1']);
  });

  it('gives 0 to everything for a query without words', () => {
    for (const query of ['', ' ', '\u{1f600}', '\ud800', 'x'.repeat(10_000)])
      expect(rank(query, all).every(({ score }) => score === 0)).toBe(true);
  });

  it('does not depend on the order of the candidates or of their names', () => {
    fc.assert(
      fc.property(
        fc.shuffledSubarray(all, { minLength: all.length }),
        fc.constantFrom('infrastructure', 'un', 'progress made', 'a 76', 'e', 'Goal 9', 'outcome of the union'),
        (shuffled, query) => {
          const turned = shuffled.map((each) => ({ ...each, names: [...each.names].reverse() }));
          const plain = (ranked: ReturnType<typeof rank>) =>
            ranked.map(({ candidate: { id }, score, matchedOn }) => [id, score, matchedOn]);
          expect(plain(rank(query, turned))).toEqual(plain(rank(query, all)));
        },
      ),
    );
  });

  it('never throws, and gives integers from 0 to 1000', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (query) => {
        for (const { score } of rank(query, all)) expect(Number.isInteger(score) && score >= 0 && score <= 1000).toBe(true);
      }),
    );
  });
});

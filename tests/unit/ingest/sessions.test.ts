/** Sessions that a text names, and whose they are. */
import { sessionsIn } from '../../../src/ingest/sessions.js';

const named = (text: string, own: 'CSTD' | 'ASSEMBLY' | null = null) =>
  sessionsIn(text, own).map(({ body, number }) => `${body} ${number}`);

describe('ordinals', () => {
  test.each([
    ['first', 1],
    ['tenth', 10],
    ['twelfth', 12],
    ['nineteenth', 19],
    ['twentieth', 20],
    ['twenty-first', 21],
    ['twenty-eighth', 28],
    ['thirtieth', 30],
    ['thirty-first', 31],
    ['fortieth', 40],
    ['fifty-sixth', 56],
    ['sixtieth', 60],
    ['seventieth', 70],
    ['seventy-ninth', 79],
    ['eightieth', 80],
    ['eighty-second', 82],
    ['ninety-ninth', 99],
    ['21st', 21],
    ['82nd', 82],
    ['Twenty-seventh', 27],
  ])('the "%s" session is %d', (word, number) => {
    expect(sessionsIn(`the General Assembly at its ${word} session`, null)).toMatchObject([{ number }]);
  });

  test('a hundredth session is one', () => {
    expect(named('the General Assembly at its one hundredth session')).toEqual([]);
  });
});

describe('whose session it is', () => {
  test.each([
    [
      'of the Commission by its whole name',
      'the Commission on Science and Technology for Development at its twenty-seventh session',
      ['CSTD 27'],
    ],
    ['of the Commission behind', 'the twenty-seventh session of the Commission on Science and Technology for Development', ['CSTD 27']],
    ['of the Commission by its short name', 'the Commission, at its twenty-seventh session,', ['CSTD 27']],
    ['of the CSTD', 'the 27th annual session of the CSTD', ['CSTD 27']],
    ['of the Assembly', 'the General Assembly, at its eightieth session', ['ASSEMBLY 80']],
    ['of the Assembly behind', 'the eightieth session of the General Assembly', ['ASSEMBLY 80']],
    ['of the Assembly by its short name', 'requests the Assembly, during its eightieth session,', ['ASSEMBLY 80']],
    ['of the body named last', 'submit to the Assembly, through the Commission at its twenty-seventh session', ['CSTD 27']],
    [
      'of the body behind it before any other',
      'the Assembly at the twenty-seventh session of the Commission on Science and Technology for Development',
      ['CSTD 27'],
    ],
    [
      'of each its own',
      'the Commission at its twenty-seventh session and the General Assembly at its eightieth session',
      ['CSTD 27', 'ASSEMBLY 80'],
    ],
  ])('%s: %s', (_, text, expected) => {
    expect(named(text)).toEqual(expected);
  });

  test.each([
    ['the Commission on Population and Development at its fifty-sixth session'],
    ['the fifty-sixth session of the Commission on the Status of Women'],
    ['the Economic and Social Council at its second session'],
    ['the twenty-seventh session of the Conference of the Parties'],
    ['the Committee at its third session'],
    ['the Commission on the Status of Women and the Commission at its sixty-sixth session'],
    ['in a closing session'],
    ['the fifty-sixth session of the Statistical Commission'],
    ['the sessions of the Commission'],
  ])('"%s" is none of the two', (text) => {
    expect(named(text)).toEqual([]);
  });

  test.each([
    ['ASSEMBLY', ['ASSEMBLY 80']],
    ['CSTD', ['CSTD 80']],
    [null, []],
  ] as const)('where the text names nobody, "its" means the body of the document: %s', (own, expected) => {
    expect(named('at its eightieth session', own)).toEqual(expected);
  });
});

describe('several at once', () => {
  test.each([
    ['a range', 'the Commission at its fourteenth to seventeenth sessions', ['CSTD 14', 'CSTD 15', 'CSTD 16', 'CSTD 17']],
    ['a pair', 'the Commission at its twenty-fourth and twenty-fifth sessions', ['CSTD 24', 'CSTD 25']],
    ['a pair, each its own', 'the Commission at its twenty-fourth and its twenty-fifth sessions', ['CSTD 24', 'CSTD 25']],
    ['a pair, each with "at"', 'the Commission at its twenty-fourth and at its twenty-fifth sessions', ['CSTD 24', 'CSTD 25']],
    ['a list', 'the Commission at its twentieth, twenty-first and twenty-second sessions', ['CSTD 20', 'CSTD 21', 'CSTD 22']],
    [
      'a list with the last comma',
      'the Commission at its twentieth, twenty-first, and twenty-second sessions',
      ['CSTD 20', 'CSTD 21', 'CSTD 22'],
    ],
    ['a range of figures', 'the Commission at its 14th to 16th sessions', ['CSTD 14', 'CSTD 15', 'CSTD 16']],
    ['a range that goes back names its ends', 'the Commission at its seventeenth to fourteenth sessions', ['CSTD 17', 'CSTD 14']],
  ])('%s: %s', (_, text, expected) => {
    expect(named(text)).toEqual(expected);
  });
});

describe('reports on a session', () => {
  test.each([
    ['the report of the Commission on Science and Technology for Development on its twenty-third session', true],
    ['the report of the Commission on Science and Technology for Development at its twenty-third session', false],
    ['the Commission at its twenty-third session', false],
  ])('"%s": %s', (text, report) => {
    const found = sessionsIn(text, null);
    expect(found.length).toBeGreaterThan(0);
    expect(found.every((each) => each.report === report)).toBe(true);
  });
});

test.each([
  'the reports of the Commission on its fourteenth to sixteenth sessions',
  'the report of the Commission on the work of its twenty-third session',
])('"%s" names reports', (text) => {
  expect(sessionsIn(text, null)[0]).toMatchObject({ body: 'CSTD', report: true });
});

test.each([
  'the Commission for Social Development at its sixty-first session',
  'the Statistical Commission at its fifty-sixth session',
  'the Economic Commission for Africa at its fifty-fifth session',
])('"%s" is no session of the CSTD', (text) => {
  expect(named(text)).toEqual([]);
});

test('each tells its place in the text', () => {
  const text = 'Requests the Commission, at its twenty-seventh session, to report';
  expect(sessionsIn(text, null).map(({ at, end }) => text.slice(at, end))).toEqual(['twenty-seventh session']);
});

test.each(['the first', 'the second phase', 'in the third quarter of the year', 'fourteen sessions'])('"%s" names no session', (text) => {
  expect(named(`the Commission and ${text}`)).toEqual([]);
});

/** The question of the cube: from the address and back, whatever stands there; and its changes. */
import fc from 'fast-check';
import {
  categories,
  dimensions,
  type Filter,
  listParts,
  measures,
  methods,
  parametersOf,
  type Question,
  readQuestion,
  readRange,
  swapped,
  withAxis,
  withFilter,
  withMember,
  withoutMember,
  writeRange,
} from '../../../src/explorer/cube/question.js';

const year = fc.integer({ min: 1000, max: 9999 });
const reference = fc.constantFrom('entity/ITU', 'ITU', 'report/A/76/64-E/2021/11', 'resolution/A/RES/57/270 B', 'Côte & Nord', 'a=b');
const list = (from: fc.Arbitrary<string>) => fc.uniqueArray(from, { minLength: 1, maxLength: 3 });
const filters: fc.Arbitrary<Filter> = fc
  .record(
    {
      entities: list(reference),
      actionLines: list(reference),
      regions: list(reference),
      sdgs: list(reference),
      documents: list(reference),
      categories: list(fc.constantFrom(...categories)),
      methods: list(fc.constantFrom(...methods)),
      cycles: fc.oneof(fc.record({ from: year }), fc.record({ to: year }), fc.record({ from: year, to: year })),
      unSystem: fc.boolean(),
      text: fc.constantFrom('broadband', 'rural schools', '"quoted" | barred', 'é'),
      includeSubLines: fc.constant(false),
    },
    { requiredKeys: [] },
  )
  .map((filter) => filter as Filter);
const questions: fc.Arbitrary<Question> = fc
  .record({
    axes: fc.shuffledSubarray([...dimensions], { minLength: 2, maxLength: 2 }),
    measure: fc.constantFrom(...measures),
    includeEmpty: fc.boolean(),
    filter: filters,
  })
  .map(({ axes: [rows, columns], ...rest }) => ({ rows: rows!, columns: columns!, ...rest }));

/** As an address carries them. */
const throughAddress = (parameters: Readonly<Record<string, string | undefined>>) => {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(parameters)) if (value !== undefined) search.set(name, value);
  return Object.fromEntries(new URLSearchParams(search.toString()));
};

test('any question comes back from its address as it was', () => {
  fc.assert(
    fc.property(questions, (question) => {
      expect(readQuestion(throughAddress(parametersOf(question)))).toEqual({ question, ignored: [] });
    }),
  );
});

test('any address gives a question that the API takes: two dimensions, known words, and what was left out is told', () => {
  const names = ['rows', 'columns', 'measure', 'includeEmpty', 'cycles', 'unSystem', 'text', 'includeSubLines', ...listParts];
  const words = fc.oneof(fc.constantFrom(...dimensions, ...measures, ...methods, ...categories, 'true', 'false', '2010..'), fc.string());
  fc.assert(
    fc.property(fc.dictionary(fc.constantFrom(...names), words), (parameters) => {
      const { question } = readQuestion(parameters);
      expect(dimensions).toContain(question.rows);
      expect(dimensions).toContain(question.columns);
      expect(question.rows).not.toBe(question.columns);
      expect(measures).toContain(question.measure);
      for (const method of question.filter.methods ?? []) expect(methods).toContain(method);
      for (const category of question.filter.categories ?? []) expect(categories).toContain(category);
    }),
  );
  expect(readQuestion({ rows: 'FOO', methods: 'CURATED|guessed', cycles: 'now' })).toEqual({
    question: { rows: 'ENTITY', columns: 'ACTION_LINE', measure: 'CONTRIBUTIONS', includeEmpty: false, filter: { methods: ['CURATED'] } },
    ignored: ['rows=FOO', 'methods=guessed', 'cycles=now'],
  });
});

test('without parameters it asks for entities by action line, and one axis alone gets another beside it', () => {
  expect(readQuestion({}).question).toMatchObject({ rows: 'ENTITY', columns: 'ACTION_LINE' });
  expect(readQuestion({ rows: 'ACTION_LINE' }).question).toMatchObject({ rows: 'ACTION_LINE', columns: 'SDG' });
  expect(readQuestion({ columns: 'ENTITY' }).question).toMatchObject({ rows: 'ACTION_LINE', columns: 'ENTITY' });
  const { question, ignored } = readQuestion({ rows: 'ENTITY', columns: 'ENTITY' });
  expect([question.columns, ignored]).toEqual(['ACTION_LINE', ['columns=ENTITY']]);
});

test('the address of a question is short: what would be so anyway is left out', () => {
  expect(throughAddress(parametersOf(readQuestion({}).question))).toEqual({ rows: 'ENTITY', columns: 'ACTION_LINE' });
});

test('a range of cycles is read and written with open ends', () => {
  const ranges: [string, object | undefined][] = [
    ['2010..2020', { from: 2010, to: 2020 }],
    ['2010..', { from: 2010 }],
    ['..2020', { to: 2020 }],
    ['2020', { from: 2020, to: 2020 }],
    ['..', undefined],
    ['20', undefined],
    ['2010-2020', undefined],
    ['', undefined],
  ];
  for (const [text, range] of ranges) expect([text, readRange(text)]).toEqual([text, range]);
  expect([writeRange({ from: 2010 }), writeRange({ to: 2020 }), writeRange({ from: 2020, to: 2020 }), writeRange({})]).toEqual([
    '2010..',
    '..2020',
    '2020',
    undefined,
  ]);
});

test('axes never meet: the one that is taken changes places with the other', () => {
  const question = readQuestion({ rows: 'ENTITY', columns: 'REGION' }).question;
  expect(withAxis(question, 'rows', 'REGION')).toMatchObject({ rows: 'REGION', columns: 'ENTITY' });
  expect(withAxis(question, 'columns', 'ENTITY')).toMatchObject({ rows: 'REGION', columns: 'ENTITY' });
  expect(withAxis(question, 'columns', 'SDG')).toMatchObject({ rows: 'ENTITY', columns: 'SDG' });
  expect(swapped(swapped(question))).toEqual(question);
});

test('members of a filter come and go, and an empty part is no part: an empty list would fit nothing', () => {
  const question = readQuestion({}).question;
  const one = withMember(question, 'entities', 'entity/ITU');
  expect(withMember(one, 'entities', 'entity/ITU')).toBe(one);
  expect(withoutMember(one, 'entities', 'entity/ITU')).toEqual(question);
  expect(withFilter(withFilter(question, 'text', 'rural'), 'text', '').filter).toEqual({});
});

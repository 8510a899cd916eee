/** Introspection: the usual questions are answered, endless ones are not, and where it is closed no name is told. */
import { buildClientSchema, getIntrospectionQuery, type IntrospectionQuery } from 'graphql';
import { createSchema } from '../../src/graphql/schema.js';
import { attack, attacked } from './attack.js';

describe('row 16: open', () => {
  const server = attacked();

  test('row 16: the usual introspection is answered whole', async () => {
    for (const inputValueDeprecation of [false, true]) {
      const query = getIntrospectionQuery({ descriptions: true, specifiedByUrl: true, directiveIsRepeatable: true, inputValueDeprecation });
      const { status, data } = await attack(server.url, query);
      expect(status).toBe(200);
      const told = buildClientSchema(data as unknown as IntrospectionQuery);
      expect(Object.keys(told.getTypeMap()).sort()).toEqual(Object.keys(createSchema().getTypeMap()).sort());
    }
  });

  const circle = (levels: number) => `{ __schema { types { ${'fields { type { '.repeat(levels)} name ${'} } '.repeat(levels)} } } }`;

  test.each([
    ['fields of types of fields, 3 deep', circle(3)],
    ['fields of types of fields, 100 deep', circle(100)],
    ['possible types of possible types', '{ __type(name: "Node") { possibleTypes { possibleTypes { possibleTypes { name } } } } }'],
    ['types of types, 30 deep', `{ __type(name: "Node") { ${'ofType { '.repeat(30)} name ${'} '.repeat(30)} } }`],
    [
      'circles in fragments',
      '{ __schema { types { ...A } } } fragment A on __Type { fields { type { ...B } } } fragment B on __Type { fields { type { fields { name } } } }',
    ],
  ])('row 16: %s is QUERY_TOO_DEEP', async (_, query) => {
    const { status, code, errors } = await attack(server.url, query);
    expect([status, code, errors.length]).toEqual([400, 'QUERY_TOO_DEEP', 1]);
    expect(errors[0]?.message).toMatch(/at most (2|20) are allowed/);
  });

  test('row 16: fragments that fan out within introspection are refused in time', async () => {
    const fan = Array.from({ length: 27 }, (_, at) => `fragment F${at} on __Type { ${at === 0 ? 'name' : `...F${at - 1} ...F${at - 1}`} }`);
    const { status, code, took } = await attack(server.url, `{ __schema { types { ...F26 } } } ${fan.join(' ')}`);
    expect([status, code]).toEqual([400, 'QUERY_TOO_WIDE']);
    expect(took).toBeLessThan(1000);
  });
});

describe('row 17: closed by PUBLIC_INTROSPECTION=false', () => {
  const server = attacked({ PUBLIC_INTROSPECTION: 'false' });
  const schema = createSchema();
  const names = Object.values(schema.getTypeMap())
    .filter(({ name }) => !name.startsWith('__'))
    .map(({ name }) => name);

  test('row 17: the types may not be asked for', async () => {
    for (const query of [
      getIntrospectionQuery(),
      '{ __type(name: "Node") { name } }',
      '{ ...A } fragment A on Query { __schema { types { name } } }',
    ]) {
      const { status, code, body } = await attack(server.url, query);
      expect([status, code]).toEqual([400, 'GRAPHQL_VALIDATION_FAILED']);
      expect(body).not.toContain('actionLine');
    }
  });

  /** What somebody tries who does not know the schema: words beside its own, one letter off, and each place where GraphQL makes suggestions. */
  const guesses: [place: string, question: string | Record<string, unknown>][] = [
    ['fields', '{ actionLin entitys reports_ metta nodess searches lineages }'],
    ['fields of a type', '{ meta { stor counts_ licens } }'],
    ['types of variables', 'query ($a: ActionLin, $b: ContributionFilte, $c: Nod) { meta { store } }'],
    ['types of fragments', '{ ... on Quer { __typename } } fragment A on Resolutio { __typename }'],
    ['arguments', '{ contributions(firs: 1, filte: {}) { totalCount } }'],
    ['fields of an input', '{ contributions(filter: { actionLine: ["C7"], tex: "x" }) { totalCount } }'],
    ['values of an enum', '{ cube(rows: ENTITI, columns: REGIO) { total } }'],
    ['directives', '{ __typename @skipp(if: true) @includ(if: true) }'],
    [
      'values of an enum by variable',
      { query: 'query ($a: Dimension!) { cube(rows: $a, columns: REGION) { total } }', variables: { a: 'ENTITI' } },
    ],
    [
      'fields of an input by variable',
      { query: 'query ($a: ContributionFilter) { contributions(filter: $a) { totalCount } }', variables: { a: { actionLine: ['C7'] } } },
    ],
  ];

  test.each(guesses)('row 17: a guess at %s gets no suggestion', async (_, question) => {
    const { status, body } = await attack(server.url, question);
    expect(status).toBe(400);
    expect(body).not.toContain('Did you mean');
    for (const name of ['ENTITY', 'REGIONS', 'actionLines', '\\"text\\"', 'store\\"']) expect(body).not.toContain(name);
  });

  test('row 17: a list of unrelated words finds no type and no field', async () => {
    const words =
      'account user users login admin password email order orders product cart payment invoice post comment author customer token';
    for (const word of words.split(' ')) {
      for (const query of [`{ ${word} }`, `{ ${word} { x } }`, `{ ${word}(x: 1) }`, `query ($v: ${word}) { __typename }`]) {
        const { body } = await attack(server.url, query);
        const told = names.filter((name) => name !== 'Query' && new RegExp(`\\b${name}\\b`).test(body));
        expect({ query, told }).toEqual({ query, told: [] });
      }
    }
  });
});

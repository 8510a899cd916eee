/** `first` and `last` on every field that has them, found by introspection: outside of the bounds they are refused, never clamped. */
import { type GraphQLField, type GraphQLObjectType, getNamedType, isInterfaceType, isObjectType } from 'graphql';
import { type Api, seedApi } from '../support/api.js';
import { required, ways } from '../support/ways.js';

let api: Api;
beforeAll(async () => {
  api = await seedApi();
});

/** The greatest value that the description of the field documents, where it is not 100. */
const greatest: Record<string, number> = { lineage: 1000 };

interface Paged {
  type: GraphQLObjectType;
  field: GraphQLField<unknown, unknown>;
  argument: 'first' | 'last';
}

function pagedFields(): Paged[] {
  const types = Object.values(api.schema.getTypeMap()).filter((type) => isObjectType(type));
  return types.flatMap((type) =>
    Object.values(type.getFields()).flatMap((field) =>
      (['first', 'last'] as const)
        .filter((argument) => field.args.some(({ name }) => name === argument))
        .map((argument) => ({ type, field, argument })),
    ),
  );
}

/** A query that asks the field with these arguments. */
function queryOf({ type, field }: Paged, args: string, head = ''): string {
  const way = ways[type.name];
  if (!way) throw new Error(`no way is known to ${type.name}.${field.name}: add one to \`ways\``);
  const all = [required[field.name], args].filter(Boolean).join(', ');
  const named = getNamedType(field.type);
  const inside = isObjectType(named) || isInterfaceType(named) ? ' { __typename }' : '';
  return `query Paged${head} { ${way.replace('%', `${field.name}${all ? `(${all})` : ''}${inside}`)} }`;
}

const nameOf = ({ type, field, argument }: Paged) => `${type.name}.${field.name}(${argument}:)`;
const limitOf = ({ field }: Paged) => greatest[field.name] ?? 100;

test('there are as many such fields as the API has lists: every connection is among them, on objects and at the root', () => {
  const names = pagedFields().map(nameOf);
  expect(names.length).toBeGreaterThan(60);
  for (const type of Object.values(api.schema.getTypeMap())) {
    if (!isObjectType(type)) continue;
    for (const field of Object.values(type.getFields())) {
      if (!getNamedType(field.type).name.endsWith('Connection')) continue;
      expect(names).toEqual(expect.arrayContaining([`${type.name}.${field.name}(first:)`, `${type.name}.${field.name}(last:)`]));
    }
  }
});

test.each(['literal', 'variable'])('0, -1 and one more than the most are refused on every field, given as a %s', async (manner) => {
  for (const paged of pagedFields()) {
    const most = limitOf(paged);
    for (const value of [0, -1, most + 1, 2_147_483_647]) {
      const errors =
        manner === 'literal'
          ? await api.errors(queryOf(paged, `${paged.argument}: ${value}`))
          : await api.errors(queryOf(paged, `${paged.argument}: $n`, '($n: Int)'), { n: value });
      const told = { field: nameOf(paged), value, code: errors[0]?.code, argument: errors[0]?.extensions.argument };
      expect(told).toEqual({ field: nameOf(paged), value, code: 'BAD_USER_INPUT', argument: paged.argument });
      expect(errors[0]?.message).toContain(`\`${paged.argument}\``);
    }
  }
});

test('1, the most, null and nothing at all are accepted on every field, also by variable', async () => {
  for (const paged of pagedFields()) {
    const { argument, field } = paged;
    if (field.name === 'search' && argument === 'last') continue; // pages forward only: see below
    const told = async (query: string, variables?: Record<string, unknown>) => ({ query, errors: await api.errors(query, variables) });
    for (const value of [1, limitOf(paged), null]) {
      const query = queryOf(paged, `${argument}: ${value}`);
      expect(await told(query)).toEqual({ query, errors: [] });
    }
    const byVariable = queryOf(paged, `${argument}: $n`, '($n: Int)');
    for (const n of [1, null, undefined]) expect(await told(byVariable, { n })).toEqual({ query: byVariable, errors: [] });
  }
});

test('first and last together are refused on every field that has both', async () => {
  for (const paged of pagedFields().filter(({ argument }) => argument === 'last')) {
    const [error] = await api.errors(queryOf(paged, 'first: 1, last: 1'));
    expect({ field: nameOf(paged), code: error?.code, argument: error?.extensions.argument }).toEqual({
      field: nameOf(paged),
      code: 'BAD_USER_INPUT',
      argument: 'last',
    });
  }
});

test('search pages forward only, and says so for `last` and for `before`', async () => {
  for (const [argument, value] of [
    ['last', '5'],
    ['before', '"x"'],
    ['before', '""'],
  ]) {
    const [error] = await api.errors(`{ search(query: "information", ${argument}: ${value}) { totalCount } }`);
    expect(error).toMatchObject({ code: 'BAD_USER_INPUT', extensions: { argument } });
  }
});

test('a page holds 25 rows when no number is asked for', async () => {
  const { contributions } = await api.ask<{ contributions: { nodes: unknown[]; totalCount: number } }>(
    '{ contributions(first: null) { nodes { id } totalCount } }',
  );
  expect(contributions.nodes).toHaveLength(25);
  expect(contributions.totalCount).toBeGreaterThan(25);
});

test('numbers that are no 32-bit whole numbers are refused before anything is read', async () => {
  for (const first of ['1.5', '"10"', '2147483648', 'true']) {
    const [error] = await api.errors(`{ contributions(first: ${first}) { totalCount } }`);
    expect(error?.code).toBe('GRAPHQL_VALIDATION_FAILED');
  }
  for (const first of [1.5, '10', 2_147_483_648, true]) {
    const [error] = await api.errors('query ($first: Int) { contributions(first: $first) { totalCount } }', { first });
    expect(error?.code).toBe('BAD_USER_INPUT');
    expect(error?.message).toContain('$first');
  }
});

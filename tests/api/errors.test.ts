/** The public error codes: each can be provoked, and what is not public is told to nobody. */
import { ErrorCode, PublicError } from '../../src/errors.js';
import { answer } from '../../src/graphql/answer.js';
import { formatError } from '../../src/graphql/format-error.js';
import { openMemoryStore } from '../../src/store/memory/open.js';
import { apiOf, apiOver, type Variables } from '../support/api.js';
import { failingStore } from '../support/counting-store.js';
import { smallDataset } from '../support/small-dataset.js';

const api = apiOf(smallDataset());

const provocations: Record<string, { query: string; variables?: Variables; code: ErrorCode; tells: string }> = {
  'a document that is no GraphQL': { query: '{ meta { ', code: ErrorCode.GRAPHQL_PARSE_FAILED, tells: 'Syntax Error' },
  'an empty document': { query: '', code: ErrorCode.GRAPHQL_PARSE_FAILED, tells: 'Syntax Error' },
  'a field that is not there': { query: '{ metta { store } }', code: ErrorCode.GRAPHQL_VALIDATION_FAILED, tells: 'meta' },
  'a mutation': { query: 'mutation { x }', code: ErrorCode.GRAPHQL_VALIDATION_FAILED, tells: 'mutation' },
  'two operations and no name': {
    query: 'query A { meta { store } } query B { meta { store } }',
    code: ErrorCode.OPERATION_RESOLUTION_FAILURE,
    tells: 'operation',
  },
  'only a fragment': {
    query: 'fragment f on Meta { store }',
    code: ErrorCode.GRAPHQL_VALIDATION_FAILED,
    tells: 'f',
  },
  'a variable of another type': {
    query: 'query ($id: ID!) { node(id: $id) { id } }',
    variables: { id: { a: 1 } },
    code: ErrorCode.BAD_USER_INPUT,
    tells: '$id',
  },
  'a variable that is missing': { query: 'query ($id: ID!) { node(id: $id) { id } }', code: ErrorCode.BAD_USER_INPUT, tells: '$id' },
  'a value of an enum that is not one, by variable': {
    query: 'query ($rows: Dimension!) { cube(rows: $rows, columns: REGION) { total } }',
    variables: { rows: 'PLANET' },
    code: ErrorCode.BAD_USER_INPUT,
    tells: 'PLANET',
  },
  'null by variable where a default stands and null may not': {
    query: 'query ($direction: LineageDirection = BOTH) { lineage(id: "A/RES/80/173", direction: $direction) { truncated } }',
    variables: { direction: null },
    code: ErrorCode.BAD_USER_INPUT,
    tells: 'direction',
  },
  'a number outside of its bounds': { query: '{ contributions(first: 0) { totalCount } }', code: ErrorCode.BAD_USER_INPUT, tells: 'first' },
  'a reference to nothing in a filter': {
    query: '{ contributions(filter: { entities: ["Nobody"] }) { totalCount } }',
    code: ErrorCode.BAD_USER_INPUT,
    tells: 'Nobody',
  },
  'a text that is too long': {
    query: `{ contributions(filter: { text: "${'x'.repeat(201)}" }) { totalCount } }`,
    code: ErrorCode.BAD_USER_INPUT,
    tells: '200',
  },
  'a question that could return too much': {
    query: '{ contributions(first: 100) { nodes { entities { contributions(first: 100) { nodes { id name } } } } } }',
    code: ErrorCode.QUERY_TOO_COSTLY,
    tells: 'at most 50000',
  },
  'a document that is too long': {
    query: `{ meta { ${'store '.repeat(2000)}} }`,
    code: ErrorCode.QUERY_TOO_LONG,
    tells: 'more than 2000 tokens',
  },
  'a question with too many aliases': {
    query: `{ meta { ${Array.from({ length: 51 }, (_, at) => `a${at}: store`).join(' ')} } }`,
    code: ErrorCode.QUERY_TOO_WIDE,
    tells: '51 aliases; at most 50',
  },
  'a question that is too deep': {
    query: `{ document(id: "A/RES/80/173") { ${'cites { nodes { '.repeat(6)} id ${'} } '.repeat(6)} } }`,
    code: ErrorCode.QUERY_TOO_DEEP,
    tells: '13 fields deep; at most 12',
  },
  'a cursor that is none': { query: '{ contributions(after: "x") { totalCount } }', code: ErrorCode.BAD_CURSOR, tells: 'cursor' },
};

test.each(Object.entries(provocations))(
  '%s is refused with a public code and a message that names it',
  async (_, { query, variables, code, tells }) => {
    const errors = await api.errors(query, variables);
    expect(errors).toHaveLength(1);
    expect(errors[0]?.code).toBe(code);
    expect(errors[0]?.message).toContain(tells);
    expect(errors[0]?.message).not.toContain('Internal error');
  },
);

test('an operation name that the document does not hold is refused', async () => {
  const { errors } = await answer(api.schema, api.store, { query: 'query A { meta { store } }', operationName: 'B' });
  expect(errors?.[0]?.extensions?.code).toBe(ErrorCode.OPERATION_RESOLUTION_FAILURE);
});

test.each([ErrorCode.UNAVAILABLE, ErrorCode.TIMEOUT])('%s of the store reaches the asker as it is', async (code) => {
  const store = failingStore(openMemoryStore(smallDataset()), 'info', new PublicError(code, 'Try again later.'));
  const [error] = await apiOver(store).errors('{ meta { store } }');
  expect(error).toMatchObject({ code, message: 'Try again later.', path: ['meta'] });
});

test('a closed store is UNAVAILABLE', async () => {
  const store = openMemoryStore(smallDataset());
  await store.close();
  const [error] = await apiOver(store).errors('{ meta { store } }');
  expect(error?.code).toBe(ErrorCode.UNAVAILABLE);
});

const secret = 'hunter2';
const methods = {
  info: '{ meta { store } }',
  nodes: '{ node(id: "entity/ITU") { id } }',
  lookup: '{ entity(id: "itu telecom") { id } }',
  find: '{ contributions { totalCount } }',
  neighbours: '{ entity(id: "entity/ITU") { facilitates { totalCount } } }',
  reporters: '{ actionLine(id: "action-line/C5") { reportingEntities { totalCount } } }',
  cube: '{ cube(rows: ENTITY, columns: REGION) { total } }',
  facets: '{ contributions { facets { axis } } }',
  lineage: '{ lineage(id: "resolution/A/RES/80/173") { truncated } }',
  paths: '{ paths(from: "resolution/A/RES/80/173", to: "resolution/A/RES/70/125") { length } }',
  commonAncestors: '{ commonAncestors(ids: ["resolution/A/RES/80/173", "resolution/A/RES/70/125"]) { id } }',
  candidates: '{ search(query: "union") { totalCount } }',
} as const;

test.each(Object.entries(methods))('an unexpected error of store.%s is an internal error without its message', async (method, query) => {
  const failure = Object.assign(new Error(`neo4j://neo4j:${secret}@db failed`), { query: secret, code: 'Neo.ClientError' });
  const store = failingStore(openMemoryStore(smallDataset()), method as keyof typeof methods, failure);
  const body = await answer(apiOver(store).schema, store, { query });
  expect(body.errors).toHaveLength(1);
  expect(body.errors?.[0]?.message).toMatch(/^Internal error/);
  expect(body.errors?.[0]?.extensions?.code).toBe(ErrorCode.INTERNAL_SERVER_ERROR);
  expect(JSON.stringify(body)).not.toContain(secret);
  expect(JSON.stringify(body)).not.toContain('neo4j');
});

test('an error with a code of a vendor in its extensions is hidden all the same', async () => {
  const failure = Object.assign(new Error(secret), { extensions: { code: 'ServiceUnavailable', password: secret } });
  const store = failingStore(openMemoryStore(smallDataset()), 'info', failure);
  const body = JSON.stringify(await answer(apiOver(store).schema, store, { query: '{ meta { store } }' }));
  expect(body).not.toContain(secret);
  expect(body).toContain('INTERNAL_SERVER_ERROR');
});

test('a null where none may be, as a broken dataset gives it, is an internal error too', async () => {
  const dataset = smallDataset();
  const broken = { ...dataset, links: dataset.links.filter(({ link }) => link !== 'DESCRIBED_IN') };
  const [error] = await apiOf(broken).errors('{ contributions(first: 1) { nodes { document { id } } } }');
  expect(error?.code).toBe(ErrorCode.INTERNAL_SERVER_ERROR);
});

test('a stack trace is never part of an error', async () => {
  const formatted = formatError({ message: 'x', extensions: { code: ErrorCode.BAD_USER_INPUT, stacktrace: ['at secret.ts'] } });
  expect(formatted).toEqual({ message: 'x', extensions: { code: ErrorCode.BAD_USER_INPUT } });
});

test('every code is provoked here, or belongs to HTTP, to the reading of a dataset or to that of a document', () => {
  const elsewhere = [
    ErrorCode.BAD_REQUEST,
    ErrorCode.RATE_LIMITED,
    ErrorCode.INVALID_DATASET,
    ErrorCode.UNKNOWN_DOCUMENT,
    ErrorCode.UNREADABLE_DOCUMENT,
  ];
  const here = [
    ...Object.values(provocations).map(({ code }) => code),
    ErrorCode.UNAVAILABLE,
    ErrorCode.TIMEOUT,
    ErrorCode.INTERNAL_SERVER_ERROR,
  ];
  expect(new Set([...here, ...elsewhere])).toEqual(new Set(Object.values(ErrorCode)));
});

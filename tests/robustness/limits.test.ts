/** Questions that are too long, too wide, too deep or too costly: refused before anything of them runs, each by its code and in time. */
import { readFileSync } from 'node:fs';
import type { ErrorCode } from '../../src/errors.js';
import { openMemoryStore } from '../../src/store/memory/open.js';
import { countingStore } from '../support/counting-store.js';
import { served } from '../support/served.js';
import { smallDataset } from '../support/small-dataset.js';
import { type Answered, attack, attacked } from './attack.js';

const server = attacked();
const times = (count: number, part: (at: number) => string, between = ' ') =>
  Array.from({ length: count }, (_, at) => part(at)).join(between);

/** Within a bound ten times as wide as what is wanted, a refusal with 400 that tells at most 5 errors. */
async function refused(question: string | Record<string, unknown>, code: `${ErrorCode}`, milliseconds = 2500): Promise<Answered> {
  const answered = await attack(server.url, question);
  expect([answered.status, answered.code]).toEqual([400, code]);
  expect(answered.errors.length).toBeLessThanOrEqual(5);
  expect(answered.data ?? null).toBeNull();
  expect(answered.body).not.toMatch(/Internal|Maximum call stack|\.js:\d/);
  expect(answered.took).toBeLessThan(milliseconds);
  return answered;
}

/** `levels` fields with selections within one another, on the relation of documents to documents. */
const cyclic = (levels: number) =>
  `{ document(id: "A/RES/80/173") { ${'cites(first: 1) { nodes { '.repeat((levels - 1) / 2)} id ${'} '.repeat(levels)} }`;

test('row 1: a cyclic relation 15 deep, also of an interface, is QUERY_TOO_DEEP and asks the store nothing', async () => {
  const { errors } = await refused(cyclic(15), 'QUERY_TOO_DEEP', 200);
  expect(errors[0]).toMatchObject({ message: expect.stringContaining('15 fields deep; at most 12'), extensions: { found: 15, limit: 12 } });
  const spread = `query { document(id: "A/RES/80/173") { ...A } } fragment A on Document { ${'cites { nodes { '.repeat(6)} ...B ${'} } '.repeat(6)} } fragment B on Node { id sources { paragraph } }`;
  await refused(spread, 'QUERY_TOO_DEEP', 200);
  expect((await attack(server.url, cyclic(11))).status).toBe(200);

  const { store, calls } = countingStore(openMemoryStore(smallDataset()));
  const { url } = await served({}, store);
  expect((await attack(url, cyclic(15))).code).toBe('QUERY_TOO_DEEP');
  const { close: _, ...asked } = calls;
  expect(asked).toEqual({});
});

test.each([2000, 9000])('row 2: %i levels are refused by the limit of tokens, in neutral words', async (levels) => {
  const { errors } = await refused(`${'{ meta '.repeat(levels)}${'}'.repeat(levels)}`, 'QUERY_TOO_LONG');
  expect(errors[0]?.message).toContain('more than 2000 tokens');
});

test.each([
  [20_000, /QUERY_TOO_(LONG|DEEP)/],
  [1950, /QUERY_TOO_(LONG|DEEP)/],
  [900, /GRAPHQL_VALIDATION_FAILED/],
])(
  'row 3: a list nested %i deep is refused in neutral words, where the stack of the parser ends before its tokens too',
  async (levels, code) => {
    await refused(`{ nodes(ids: ${'['.repeat(levels)}${']'.repeat(levels)}) { id } }`, expect.stringMatching(code));
  },
);

test.each([
  [1000, 'QUERY_TOO_LONG'],
  [300, 'QUERY_TOO_WIDE'],
  [51, 'QUERY_TOO_WIDE'],
] as const)('row 4: %i aliases of one field are refused, as %s', async (count, code) => {
  await refused(`{ ${times(count, (at) => `a${at}: meta { store }`)} }`, code);
});

test('row 4: fifty aliases are answered', async () => {
  const { status, data } = await attack(server.url, `{ meta { ${times(50, (at) => `a${at}: store`)} } }`);
  expect([status, Object.keys(data?.meta ?? {}).length]).toEqual([200, 50]);
});

test('row 5: one field 8,000 times is refused, and 1,990 times too, below the limit of tokens; 400 times it is merged in time', async () => {
  await refused(`{ meta { ${'store '.repeat(8000)} } }`, 'QUERY_TOO_LONG');
  await refused(`{ meta { ${'store '.repeat(1990)} } }`, 'QUERY_TOO_WIDE');
  const { status, data, took } = await attack(server.url, `{ meta { ${'store '.repeat(400)} } }`);
  expect([status, data]).toEqual([200, { meta: { store: 'memory' } }]);
  expect(took).toBeLessThan(2500);
  expect(JSON.parse(readFileSync('package.json', 'utf8'))).toMatchObject({ dependencies: { graphql: '16.15.0' } });
});

test('row 6: 1,000 overlapping inline fragments are refused; 280, below the limit of tokens, are answered in time', async () => {
  const overlaps = (count: number) => `{ meta { ${'... on Meta { store } '.repeat(count)} } }`;
  await refused(overlaps(1000), 'QUERY_TOO_LONG');
  const { status, took } = await attack(server.url, overlaps(280));
  expect(status).toBe(200);
  expect(took).toBeLessThan(2500);
});

test.each([
  [10_000, 'QUERY_TOO_LONG'],
  [900, 'GRAPHQL_VALIDATION_FAILED'],
] as const)('row 7: %i unknown directives are refused with at most 5 errors, as %s', async (count, code) => {
  const { errors } = await refused(`{ meta { store ${times(count, (at) => `@a${at}`)} } }`, code);
  if (code === 'GRAPHQL_VALIDATION_FAILED')
    expect(errors.at(-1)?.message).toBe('There are more errors than one answer tells. Mend these first.');
});

test.each([
  [3000, 'QUERY_TOO_LONG'],
  [480, 'GRAPHQL_VALIDATION_FAILED'],
] as const)('row 8: %i definitions of one variable are refused with at most 5 errors, as %s', async (count, code) => {
  await refused(`query (${'$a: Int '.repeat(count)}) { contributions(first: $a) { totalCount } }`, code);
});

test('row 9: fragments that spread one another in a circle are refused by validation', async () => {
  for (const query of [
    '{ ...A } fragment A on Query { ...A }',
    '{ ...A } fragment A on Query { meta { store } ...B } fragment B on Query { ...A }',
    `{ document(id: "x") { ...A } } fragment A on Document { cites { nodes { ...A } } }`,
  ])
    await refused(query, 'GRAPHQL_VALIDATION_FAILED');
});

/** Two to the power of `levels` selections. */
const fan = (levels: number, type: string, leaf: string) =>
  times(levels + 1, (at) => `fragment F${at} on ${type} { ${at === 0 ? leaf : `...F${at - 1} ...F${at - 1}`} }`);

test('row 10: fragments that fan out to 2^26 selections are refused, and counted without walking them', async () => {
  const { errors } = await refused(`{ meta { ...F26 } } ${fan(26, 'Meta', 'store')}`, 'QUERY_TOO_WIDE', 500);
  expect(errors[0]?.message).toContain('at most 2000 are allowed');
  expect(Number(errors[0]?.extensions.found)).toBeGreaterThan(2 ** 26);
});

test.each(['__schema', '__proto__', 'constructor', 'toString'])(
  'row 11: an operation and a fragment named %s are counted like any other',
  async (name) => {
    const query = (selection: string) => `query ${name} { meta { ...${name} } } fragment ${name} on Meta { ${selection} }`;
    await refused(query(times(51, (at) => `a${at}: store`)), 'QUERY_TOO_WIDE');
    const { data } = await attack(server.url, { query: query('store'), operationName: name });
    expect(data).toEqual({ meta: { store: 'memory' } });
  },
);

test('row 14: sizes of pages by variable, within one another, are refused by the cost that they make', async () => {
  const query =
    'query ($n: Int) { contributions(first: $n) { nodes { entities { contributions(first: $n) { nodes { entities { contributions(first: $n) { nodes { id } } } } } } } } }';
  const { errors } = await refused({ query, variables: { n: 100 } }, 'QUERY_TOO_COSTLY');
  expect(errors[0]?.extensions).toMatchObject({ limit: 50_000 });
  expect((await attack(server.url, { query, variables: { n: 1 } })).status).toBe(200);
});

test('more wrong variables than are told are refused with at most 5 errors, without an internal one', async () => {
  const query = `query (${times(40, (at) => `$a${at}: Int!`)}) { meta { store } ${times(40, (at) => `a${at}: contributions(first: $a${at}) { totalCount }`)} }`;
  const { errors } = await refused(query, 'BAD_USER_INPUT');
  expect(errors).toHaveLength(5);
  expect(errors.at(-1)?.message).toContain('There are more wrong variables');
});

test('what a refusal repeats of a question is cut', async () => {
  const { errors } = await refused(`{ nodes(ids: ${'['.repeat(900)}${']'.repeat(900)}) { id } }`, 'GRAPHQL_VALIDATION_FAILED');
  for (const { message } of errors) expect(message.length).toBeLessThanOrEqual(201);
});

test('a document of more bytes than may be is QUERY_TOO_LONG, also of spaces', async () => {
  const { errors } = await refused(`{ meta { store } }${' '.repeat(60_000)}`, 'QUERY_TOO_LONG');
  expect(errors[0]?.extensions).toMatchObject({ found: 60_018, limit: 50_000 });
});

test('lists 11 deep within one another are QUERY_TOO_DEEP, though the fields are not', async () => {
  const { errors } = await refused(
    `{ entities(first: 1) { nodes { ${'members { '.repeat(10)} id ${'} '.repeat(10)} } } }`,
    'QUERY_TOO_DEEP',
  );
  expect(errors[0]).toMatchObject({ message: expect.stringContaining('lists within lists'), extensions: { found: 11, limit: 10 } });
});

/** Compiled operations: what they answer is what graphql-js answers, to the byte; and what must not be compiled is not. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  type DocumentNode,
  execute,
  getOperationAST,
  isEnumType,
  Kind,
  type OperationDefinitionNode,
  parse,
  specifiedRules,
  type TypeNode,
  validate,
} from 'graphql';
import { examplesDirectory } from '../../src/config.js';
import { kinds } from '../../src/domain/graph.js';
import { compiledSize } from '../../src/graphql/compilable.js';
import { CompiledOperations } from '../../src/graphql/compiled-operations.js';
import { createContext } from '../../src/graphql/context.js';
import type { GraphStore } from '../../src/store/graph-store.js';
import { openMemoryStore } from '../../src/store/memory/open.js';
import { seedApi, seedDataset, type Variables } from '../support/api.js';
import { countingStore, failingStore } from '../support/counting-store.js';
import { RandomQueries } from '../support/random-query.js';
import { smallDataset } from '../support/small-dataset.js';

let store: GraphStore;
let schema: Awaited<ReturnType<typeof seedApi>>['schema'];
let operations: CompiledOperations;
beforeAll(async () => {
  ({ store, schema } = await seedApi());
  operations = new CompiledOperations(schema);
});

/** The same text is the same document, as in the server. */
const documents = new Map<string, DocumentNode>();

/** The answer of compiled code, or null where graphql-js is to give it; asked once before, so that it may be compiled. */
async function compiledAnswer(query: string, variables?: Variables, over: GraphStore = store) {
  const document = documents.get(query) ?? parse(query);
  const operation = getOperationAST(document) as OperationDefinitionNode;
  const ask = () => operations.execute({ document, operation, variables, context: createContext(over) });
  if (!documents.has(query)) expect(await ask()).toBeNull();
  documents.set(query, document);
  return ask();
}

/** Demands that a compiled answer is that of graphql-js, and tells whether there was one. */
async function expectSame(query: string, variables?: Variables, over: GraphStore = store): Promise<boolean> {
  const document = parse(query);
  expect(validate(schema, document, specifiedRules)).toEqual([]);
  const plain = JSON.stringify(await execute({ schema, document, contextValue: createContext(over), variableValues: variables }));
  const compiled = await compiledAnswer(query, variables, over);
  if (compiled && JSON.stringify(compiled) !== plain)
    throw new Error(
      `The answers differ for:\n${query}\n${JSON.stringify(variables)}\nplain: ${plain}\ncompiled: ${JSON.stringify(compiled)}`,
    );
  if (plain.includes('"errors"')) expect(compiled).toBeNull();
  return compiled !== null;
}

const textsIn = (directory: string) =>
  readdirSync(directory)
    .filter((file) => file.endsWith('.graphql'))
    .map((file) => ({ file, text: readFileSync(join(directory, file), 'utf8') }));

test('each example and each query of tests/api/queries is compiled, and answered the same', async () => {
  for (const { file, text } of [...textsIn(examplesDirectory), ...textsIn(join(__dirname, 'queries'))]) {
    expect({ file, compiled: await expectSame(text) }).toEqual({ file, compiled: true });
  }
});

const explorer = join(__dirname, '../../src/explorer');

/** The question of a page of the explorer with the fragments that it spreads. */
function withFragments(text: string): string {
  const parts = [text];
  const fragments = textsIn(join(explorer, 'fragments')).map((fragment) => fragment.text);
  for (const part of parts) {
    for (const fragment of fragments) {
      const name = /fragment (\w+)/.exec(fragment)?.[1];
      if (part.includes(`...${name}`) && !parts.includes(fragment)) parts.push(fragment);
    }
  }
  return parts.join('\n');
}

/** Values for the variables that must be given, of which `id` is the one for an id. */
function valuesFor(operation: OperationDefinitionNode, id: string): Variables {
  const value = (type: TypeNode): unknown => {
    if (type.kind === Kind.NON_NULL_TYPE) return value(type.type);
    if (type.kind === Kind.LIST_TYPE) return [value(type.type)];
    const named = schema.getType(type.name.value);
    if (isEnumType(named)) return named.getValues()[0]?.name;
    return { ID: id, String: 'union', Int: 3, Boolean: true }[type.name.value] ?? {};
  };
  const needed = operation.variableDefinitions?.filter(({ type, defaultValue }) => type.kind === Kind.NON_NULL_TYPE && !defaultValue);
  return Object.fromEntries(needed?.map(({ variable, type }) => [variable.name.value, value(type)]) ?? []);
}

test('each question of the explorer is answered the same about a thing of each kind, and all but three may be compiled', async () => {
  const { nodes } = await seedDataset();
  const ids = kinds.map((kind) => nodes.find((node) => node.kind === kind)?.id as string);
  const plain: string[] = [];
  let compiled = 0;
  for (const { file, text } of textsIn(join(explorer, 'queries'))) {
    const query = withFragments(text);
    const document = parse(query);
    const operation = getOperationAST(document) as OperationDefinitionNode;
    if (compiledSize(schema, document, operation) === null) plain.push(file);
    const asked = operation.variableDefinitions?.length ? ids : ids.slice(0, 1);
    for (const id of asked) compiled += Number(await expectSame(query, valuesFor(operation, id)));
  }
  // One has a condition, two have response keys with underscores.
  expect(plain).toEqual(['cited-by-verb.graphql', 'cites-by-verb.graphql', 'cube-known.graphql']);
  expect(compiled).toBeGreaterThan(200);
}, 120_000);

test('five hundred random questions are answered the same, and most are compiled', async () => {
  const queries = new RandomQueries(schema, await seedDataset());
  let compiled = 0;
  for (let seed = 1; seed <= 510; seed += 1) {
    // Half of a surrogate pair is no GraphQL.
    if (!queries.query(seed).includes('\\ud800') && (await expectSame(queries.query(seed)))) compiled += 1;
  }
  expect(compiled).toBeGreaterThan(300);
}, 300_000);

const list =
  'query ($first: Int, $after: String, $filter: ContributionFilter) { contributions(first: $first, after: $after, filter: $filter) { totalCount nodes { id } } }';
const inside =
  'query ($line: ID!, $text: String, $from: Int = 2015) { contributions(filter: { actionLines: [$line], text: $text, cycles: { from: $from } }) { nodes { id } } }';
const withDefault =
  'query ($direction: LineageDirection = BOTH) { lineage(id: "A/RES/80/173", direction: $direction, first: 3) { nodes { depth document { id } } } }';
const line = 'query ($id: ID!) { actionLine(id: $id) { code } }';

test.each<[string, string, Variables | undefined, boolean]>([
  ['variables left out', list, undefined, true],
  ['variables that are null', list, { first: null, after: null, filter: null }, true],
  ['an object by variable, with parts left out', list, { filter: { actionLines: 'C7', cycles: { from: 2015 } } }, true],
  ['an object by variable, with null in it', list, { filter: { actionLines: null, text: null, includeSubLines: null } }, true],
  ['a variable more than declared', list, { first: 2, last: 3 }, true],
  ['variables inside an object, all given', inside, { line: 'C7', text: 'the', from: 2010 }, true],
  ['a variable inside an object left out', inside, { line: 'C7' }, false],
  ['a variable inside an object that is null', inside, { line: 'C7', text: null }, false],
  ['a default of a variable', withDefault, {}, true],
  ['a value for it', withDefault, { direction: 'ANCESTORS' }, true],
  ['null for it, where null may not be', withDefault, { direction: null }, false],
  ['a variable of another type', line, { id: { a: 1 } }, false],
  ['a number for an id', line, { id: 5 }, true],
  ['a variable missing', line, {}, false],
  ['a value that its enum has not', withDefault, { direction: 'UP' }, false],
  ['a number out of bounds', list, { first: 0 }, false],
  ['a number too great for an Int', list, { first: 2 ** 40 }, false],
  ['an unknown reference', list, { filter: { entities: ['Nobody'] } }, false],
  ['a thing that is not there', '{ node(id: "nothing") { id ... on Resolution { symbol } } }', undefined, true],
  ['the same field twice, merged', '{ meta { store } meta { counts { kind } } meta { counts { count } } }', undefined, true],
  ['aliases', '{ a: meta { b: store, store } actionLine(id: "C1") { same: code code } }', undefined, true],
  [
    'fragments on an interface and on types',
    'query { nodes(ids: ["A/RES/80/173", "ITU", "C7", "nothing"]) { ...N ... on Document { symbol } ... on Entity { acronym } __typename } } fragment N on Node { id ...D } fragment D on Document { title kind ... on Resolution { body } }',
    undefined,
    true,
  ],
  ['a condition', 'query ($yes: Boolean!) { meta { store @include(if: $yes) datasetVersion @skip(if: $yes) } }', { yes: true }, false],
  [
    'a fragment spread under two conditions',
    'query ($a: Boolean!, $b: Boolean!) { meta { ...M @include(if: $a) ...M @include(if: $b) } } fragment M on Meta { store }',
    { a: false, b: true },
    false,
  ],
  ['the types', '{ __schema { queryType { name } } __type(name: "Meta") { name } }', undefined, false],
  [
    'response keys that joined by an underscore are one',
    '{ a_b: actionLines(first: 1) { c: nodes { id } } a: actionLines(first: 1) { b_c: nodes { id } } }',
    undefined,
    false,
  ],
  ['the response key __proto__', '{ __proto__: meta { store } }', undefined, false],
])('%s: the answer is the same', async (_, query, variables, compiled) => {
  expect(await expectSame(query, variables)).toBe(compiled);
});

test('a text of the document never becomes code', async () => {
  const marks = ['__MAGIC_DATE__33a9e76d_02e0_4128_8e92_3530ad3da74d', '__MAGIC_NAN__57f286b9_4c20_487f_b409_79804ddcb4f8'];
  const global = globalThis as { intruder?: string };
  for (const mark of marks) {
    for (const text of [
      `"${mark}globalThis.intruder=1"`,
      `"\\u005f${mark.slice(1)}globalThis.intruder=1"`,
      `"""${mark}globalThis.intruder=1"""`,
    ]) {
      expect(await expectSame(`{ search(query: ${text}) { totalCount } }`)).toBe(false);
      expect(await expectSame(`query ($text: String! = ${text}) { search(query: $text) { totalCount } }`)).toBe(false);
    }
    expect(
      await expectSame('query ($text: String!) { search(query: $text) { totalCount } }', { text: `${mark}globalThis.intruder=1` }),
    ).toBe(true);
  }
  expect(global.intruder).toBeUndefined();
});

test('an operation that would grow to much code is not compiled: interfaces within interfaces, fragments that fan out', async () => {
  const nested = (depth: number): string => (depth === 0 ? 'id' : `id links(link: CITES, first: 1) { nodes { ${nested(depth - 1)} } }`);
  expect(await expectSame(`{ node(id: "A/RES/80/173") { ${nested(1)} } }`)).toBe(true);
  expect(await expectSame(`{ node(id: "A/RES/80/173") { ${nested(2)} } }`)).toBe(false);
  const spreading = (count: number, around: (inside: string) => string) =>
    Array.from(
      { length: count },
      (_, at) => `fragment F${at} on Meta { ${at === 0 ? 'store' : around(`...F${at - 1} ...F${at - 1}`)} }`,
    ).join(' ');
  expect(await expectSame(`{ meta { ...F8 } } ${spreading(9, (inside) => inside)}`)).toBe(true);
  const sizeOf = (text: string) => {
    const document = parse(text);
    return compiledSize(schema, document, getOperationAST(document) as OperationDefinitionNode);
  };
  expect(sizeOf(`{ meta { ...F39 } } ${spreading(40, (inside) => inside)}`)).toBeNull();
  // Narrowing to one type and widening again makes no field smaller than one.
  const widening = spreading(40, (inside) => `... on Resolution { ... on Node { ... on Resolution { ... on Node { ${inside} } } } }`);
  expect(sizeOf(`{ node(id: "A/RES/80/173") { ...F39 } } ${widening.replaceAll('on Meta', 'on Node').replace('store', 'id')}`)).toBeNull();
});

test('errors in the middle of lists, nulls where none may be, and a store that fails: graphql-js answers', async () => {
  const small = smallDataset();
  const broken = openMemoryStore({ ...small, links: small.links.filter(({ link }) => link !== 'DESCRIBED_IN') });
  for (const [query, over] of [
    ['{ contributions(first: 3) { nodes { id document { id } } } actionLine(id: "C5") { code } }', broken],
    ['{ actionLine(id: "C5") { a: contributions(first: 0) { totalCount } b: contributions(first: 0) { totalCount } } }', store],
    ['{ entities(first: 5) { nodes { id contributions(first: 0) { totalCount } } } }', store],
    ['{ meta { store } actionLine(id: "C5") { code } }', failingStore(openMemoryStore(small), 'info', new Error('hidden'))],
  ] as const) {
    expect(await expectSame(query, undefined, over)).toBe(false);
  }
});

test('what is compiled asks the store as often as graphql-js, and an answer that is made again asks nothing again', async () => {
  const counting = countingStore(openMemoryStore(await seedDataset()));
  const wide =
    '{ actionLines(first: 5) { nodes { facilitators { nodes { id } } contributions { nodes { entities { id } tags { node { id } } } } } } }';
  const failing =
    '{ meta { store } cube(rows: ENTITY, columns: REGION) { total } lineage(id: "A/RES/80/173") { truncated } node(id: "ITU") { id } contributions(first: 0) { totalCount } }';
  for (const query of [wide, failing]) {
    const document = parse(query);
    const operation = getOperationAST(document) as OperationDefinitionNode;
    const compiled = new CompiledOperations(schema);
    await compiled.execute({ document, operation, variables: {}, context: createContext(counting.store) });
    counting.reset();
    const contextValue = createContext(counting.store);
    await compiled.execute({ document, operation, variables: {}, context: contextValue });
    const once = { ...counting.calls };
    await execute({ schema, document, contextValue });
    expect(counting.calls).toEqual(once);
  }
});

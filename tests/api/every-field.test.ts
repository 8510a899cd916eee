/** The schema as a whole: every field is executed by at least one query, and everything in it is described. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  defaultFieldResolver,
  type GraphQLSchema,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isIntrospectionType,
  isObjectType,
  isSpecifiedScalarType,
} from 'graphql';
import { examplesDirectory } from '../../src/config.js';
import { kinds, nodeSpecs } from '../../src/domain/graph.js';
import { answer } from '../../src/graphql/answer.js';
import { createSchema } from '../../src/graphql/schema.js';
import { openMemoryStore } from '../../src/store/memory/open.js';
import { seedApi, seedDataset } from '../support/api.js';

/** All queries of a folder by file name. */
const queriesIn = (directory: string) =>
  readdirSync(directory)
    .filter((file) => file.endsWith('.graphql'))
    .map((file) => ({ file, query: readFileSync(join(directory, file), 'utf8') }));

const queries = [...queriesIn(examplesDirectory), ...queriesIn(join(__dirname, 'queries'))];

const objectTypes = (schema: GraphQLSchema) =>
  Object.values(schema.getTypeMap()).filter((type) => isObjectType(type) && !isIntrospectionType(type));

/** Wraps every resolver of a schema of this test's own, so that it writes down what it resolves. */
function recording(schema: GraphQLSchema): Set<string> {
  const seen = new Set<string>();
  for (const type of objectTypes(schema)) {
    if (!isObjectType(type)) continue;
    for (const field of Object.values(type.getFields())) {
      const resolve = field.resolve ?? defaultFieldResolver;
      field.resolve = (source, args, context, info) => {
        seen.add(`${info.parentType.name}.${info.fieldName}`);
        return resolve(source, args, context, info);
      };
    }
  }
  return seen;
}

test('every field of every object type is executed by an example or by a query of tests/api/queries', async () => {
  const schema = createSchema();
  const seen = recording(schema);
  const store = openMemoryStore(await seedDataset());
  for (const { file, query } of queries) {
    const { errors } = await answer(schema, store, { query });
    expect({ file, errors }).toEqual({ file, errors: undefined });
  }
  const all = objectTypes(schema).flatMap((type) =>
    isObjectType(type) ? Object.keys(type.getFields()).map((field) => `${type.name}.${field}`) : [],
  );
  expect(all.length).toBeGreaterThan(250);
  expect(all.filter((field) => !seen.has(field))).toEqual([]);
});

test('every kind of node in the dataset is reached by a query of its own', async () => {
  const { ask } = await seedApi();
  const roots: Record<string, string> = {
    SDG_TARGET: 'sdgs(first: 100) { nodes { targets { id kind } } }',
    OUTCOME_DOCUMENT: 'resolution(id: "A/RES/80/173") { cites(first: 100) { nodes { id kind } } }',
    OTHER_DOCUMENT: 'resolution(id: "A/RES/80/173") { drafts { id kind } }',
  };
  const plural: Record<string, string> = { ACTION_LINE: 'actionLines', ENTITY: 'entities' };
  for (const kind of kinds) {
    const list = plural[kind] ?? `${kind.toLowerCase()}s`;
    const found = JSON.stringify(await ask(`{ ${roots[kind] ?? `${list}(first: 1) { nodes { id kind } }`} }`));
    expect(found).toContain(`{"id":"${nodeSpecs[kind].prefix}/`);
    expect(found).toContain(`"kind":"${kind}"`);
  }
});

test('every node of the dataset is found by its id, under its own kind and name', async () => {
  const { ask } = await seedApi();
  const { nodes } = await seedDataset();
  for (let start = 0; start < nodes.length; start += 100) {
    const part = nodes.slice(start, start + 100);
    const answered = await ask<{ nodes: unknown[] }>('query ($ids: [ID!]!) { nodes(ids: $ids) { id kind name } }', {
      ids: part.map(({ id }) => id),
    });
    expect(answered.nodes).toEqual(part.map(({ id, kind, name }) => ({ id, kind, name })));
  }
});

test('every type, field, argument, enum value and input field is described', async () => {
  const { schema } = await seedApi();
  const bare: string[] = [];
  const check = (name: string, description: string | null | undefined) => {
    if (!description?.trim()) bare.push(name);
  };
  for (const type of Object.values(schema.getTypeMap())) {
    if (isIntrospectionType(type) || isSpecifiedScalarType(type)) continue;
    check(type.name, type.description);
  }
  for (const type of Object.values(schema.getTypeMap())) {
    if (isIntrospectionType(type)) continue;
    if (isEnumType(type)) for (const value of type.getValues()) check(`${type.name}.${value.name}`, value.description);
    if (isInputObjectType(type))
      for (const field of Object.values(type.getFields())) check(`${type.name}.${field.name}`, field.description);
    if (!isObjectType(type) && !isInterfaceType(type)) continue;
    for (const field of Object.values(type.getFields())) {
      check(`${type.name}.${field.name}`, field.description);
      for (const argument of field.args) check(`${type.name}.${field.name}(${argument.name})`, argument.description);
    }
  }
  expect(bare).toEqual([]);
});

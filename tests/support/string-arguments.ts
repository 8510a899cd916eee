/** Every argument of the schema that takes text, found by introspection, with the question that gives it some. */
import {
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  isCompositeType,
  isInputObjectType,
  isListType,
  isObjectType,
} from 'graphql';
import { required, ways } from './ways.js';

export interface StringArgument {
  /** the type whose field takes it */
  type: string;
  /** such as "Query.contributions(filter.text:)" */
  name: string;
  /** a question that gives each text to the argument, by a variable of its own */
  ask(texts: readonly string[]): { query: string; variables: Record<string, unknown> };
}

/** A value of the type with a text at each place where one may stand: one for each place. */
function places(type: GraphQLInputType, text: string): [path: string, value: unknown][] {
  const plain = getNullableType(type);
  if (isListType(plain)) return places(plain.ofType, text).map(([path, value]) => [path, [value]]);
  if (!isInputObjectType(plain)) return ['String', 'ID'].includes(getNamedType(plain).name) ? [['', text]] : [];
  return Object.values(plain.getFields()).flatMap((field) =>
    places(field.type, text).map(([path, value]): [string, unknown] => [`.${field.name}${path}`, { [field.name]: value }]),
  );
}

export function stringArguments(schema: GraphQLSchema): StringArgument[] {
  return Object.values(schema.getTypeMap())
    .filter((type) => isObjectType(type) && !type.name.startsWith('__'))
    .flatMap((type) =>
      Object.values(isObjectType(type) ? type.getFields() : {}).flatMap((field) =>
        field.args.flatMap((argument) =>
          places(argument.type, '').map(([path], place) => ({
            type: type.name,
            name: `${type.name}.${field.name}(${argument.name}${path}:)`,
            ask: (texts: readonly string[]) => ({
              query: queryOf(type.name, field, argument, texts.length),
              variables: Object.fromEntries(texts.map((text, at) => [`v${at}`, places(argument.type, text)[place]?.[1]])),
            }),
          })),
        ),
      ),
    );
}

/** The field under one alias for each text, on the way to its type. */
function queryOf(type: string, field: GraphQLField<unknown, unknown>, argument: GraphQLArgument, count: number): string {
  const way = ways[type];
  if (!way) throw new Error(`no way is known to ${type}.${field.name}: add one to tests/support/ways.ts`);
  const others = (required[field.name] ?? '').split(', ').filter((other) => other && !other.startsWith(`${argument.name}:`));
  const inside = isCompositeType(getNamedType(field.type)) ? ' { __typename }' : '';
  const numbers = Array.from({ length: count }, (_, at) => at);
  const declared = numbers.map((at) => `$v${at}: ${argument.type}`).join(', ');
  const asked = numbers.map((at) => `a${at}: ${field.name}(${[...others, `${argument.name}: $v${at}`].join(', ')})${inside}`).join(' ');
  return `query (${declared}) { ${way.replace('%', asked)} }`;
}

/** Random questions made from the schema and the ids of a dataset: any field, any argument, also odd text. The same seed gives the same question. */
import {
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputField,
  type GraphQLInputType,
  type GraphQLNamedType,
  type GraphQLSchema,
  getNamedType,
  isCompositeType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isListType,
  isNonNullType,
  isObjectType,
} from 'graphql';
import type { Dataset } from '../../src/domain/records.js';
import { documentKinds, type Kind } from '../../src/domain/vocabulary.js';

/** Kinds of the things that an argument of ids is given, by the name of the argument or of the field. */
const kindsOf: Record<string, readonly Kind[]> = {
  actionLine: ['ACTION_LINE'],
  actionLines: ['ACTION_LINE'],
  facilitates: ['ACTION_LINE'],
  sdg: ['SDG'],
  sdgs: ['SDG'],
  region: ['REGION'],
  regions: ['REGION'],
  entity: ['ENTITY'],
  entities: ['ENTITY'],
  addressees: ['ENTITY'],
  facilitators: ['ENTITY'],
  resolution: ['RESOLUTION'],
  report: ['REPORT'],
  reports: ['REPORT'],
  session: ['SESSION'],
  event: ['EVENT'],
  due: ['SESSION', 'EVENT'],
  document: documentKinds,
  documents: documentKinds,
  lineage: documentKinds,
  paths: documentKinds,
  commonAncestors: documentKinds,
};

const oddTexts = [
  '',
  ' ',
  '\u0000',
  '\u202e70/125',
  'e\u0301',
  '🙂',
  '\ud800',
  "' OR 1=1 //",
  '}) DETACH DELETE n //',
  'foo AND (',
  '*',
  '`x`',
  'C12',
];

/** Makes random questions. */
export class RandomQueries {
  private state = 0;
  private aliases = 0;

  constructor(
    private readonly schema: GraphQLSchema,
    private readonly dataset: Dataset,
  ) {}

  /** The question of a seed, with one to three root fields. */
  query(seed: number, depth = 3): string {
    this.state = seed;
    this.aliases = 0;
    for (let warm = 0; warm < 5; warm += 1) this.random();
    const roots = Object.values(this.schema.getQueryType()?.getFields() ?? {});
    const fields = Array.from({ length: 1 + this.below(3) }, (_, at) => `r${at}: ${this.field(this.pick(roots), depth)}`);
    return `{ ${fields.join(' ')} }`;
  }

  /** The question that asks one root field. */
  rootQuery(name: string, seed: number): string {
    this.state = seed;
    const field = this.schema.getQueryType()?.getFields()[name] as GraphQLField<unknown, unknown>;
    return `{ ${this.field(field, 2)} }`;
  }

  /** A name that no other field of the question has, so that none conflict. */
  private alias(): string {
    this.aliases += 1;
    return `f${this.aliases}`;
  }

  /** A number from 0 to below 1 (mulberry32). */
  private random(): number {
    this.state = (this.state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  }

  private below(limit: number): number {
    return Math.floor(this.random() * limit);
  }

  private pick<T>(values: readonly T[]): T {
    return values[this.below(values.length)] as T;
  }

  private field(field: GraphQLField<unknown, unknown>, depth: number): string {
    const given = field.args
      .filter((argument) => (isNonNullType(argument.type) && argument.defaultValue === undefined ? true : this.random() < 0.35))
      .filter(({ name }) => !['after', 'before'].includes(name))
      .map((argument) => `${argument.name}: ${this.value(argument.type, argument, field.name)}`);
    const type = getNamedType(field.type);
    return `${field.name}${given.length ? `(${given.join(', ')})` : ''}${isCompositeType(type) ? ` ${this.selection(type, depth)}` : ''}`;
  }

  private selection(type: GraphQLNamedType, depth: number): string {
    if (!isObjectType(type) && !isInterfaceType(type)) return '{ __typename }';
    const fields = Object.values(type.getFields());
    const leaves = fields.filter((field) => !isCompositeType(getNamedType(field.type)));
    const branches = depth > 0 ? fields.filter((field) => isCompositeType(getNamedType(field.type))) : [];
    const chosen = [...leaves.filter(() => this.random() < 0.4), ...branches.filter(() => this.random() < 0.3).slice(0, 3)];
    const parts = chosen.map((field) => `${this.alias()}: ${this.field(field, depth - 1)}`);
    if (isInterfaceType(type) && depth > 0) {
      const one = this.pick(this.schema.getPossibleTypes(type));
      parts.push(`... on ${one.name} ${this.selection(one, depth - 1)}`);
    }
    return `{ __typename ${parts.join(' ')} }`;
  }

  private value(type: GraphQLInputType, given: GraphQLArgument | GraphQLInputField, context: string): string {
    if (isNonNullType(type)) return this.value(type.ofType as GraphQLInputType, given, context);
    if (isListType(type)) {
      const length = this.below(4);
      return `[${Array.from({ length }, () => this.value(type.ofType as GraphQLInputType, given, context)).join(', ')}]`;
    }
    const named = getNamedType(type);
    if (isEnumType(named)) return this.pick(named.getValues()).name;
    if (isInputObjectType(named)) {
      const fields = Object.values(named.getFields()).filter((field) => isNonNullType(field.type) || this.random() < 0.3);
      return `{${fields.map((field) => `${field.name}: ${this.value(field.type, field, context)}`).join(', ')}}`;
    }
    if (named.name === 'Int') return String(this.int(given.name));
    if (named.name === 'Boolean') return String(this.random() < 0.5);
    return JSON.stringify(named.name === 'ID' ? this.reference(given.name, context) : this.text());
  }

  private int(name: string): number {
    if (name === 'from' || name === 'to') return 2000 + this.below(36);
    if (name === 'maxDepth' || name === 'maxLength') return 1 + this.below(4);
    return this.random() < 0.02 ? this.pick([0, -1, 101]) : 1 + this.below(7);
  }

  private reference(name: string, context: string): string {
    if (this.random() < 0.02) return this.pick(oddTexts);
    const kinds = kindsOf[name] ?? kindsOf[context];
    const nodes = kinds ? this.dataset.nodes.filter(({ kind }) => kinds.includes(kind)) : this.dataset.nodes;
    const node = this.pick(nodes);
    return this.random() < 0.2 ? this.pick([node.name, ...node.alternateNames]) : node.id;
  }

  private text(): string {
    if (this.random() < 0.2) return this.pick(oddTexts);
    const word = this.pick(this.pick(this.dataset.nodes).name.split(/\s+/));
    return this.random() < 0.4 ? word.slice(0, 1 + this.below(4)) : word;
  }
}

/** Whether an answer has the shape that its question and the schema promise, to the last field. */
import {
  type DocumentNode,
  type GraphQLOutputType,
  type GraphQLSchema,
  getNamedType,
  getOperationAST,
  isAbstractType,
  isCompositeType,
  isEnumType,
  isInterfaceType,
  isListType,
  isNonNullType,
  isObjectType,
  Kind,
  type SelectionSetNode,
} from 'graphql';

/** What is wrong with the data of an answer, each fault with its path; none for data that are null. */
export function faultsOfShape(schema: GraphQLSchema, document: DocumentNode, operationName: string | undefined, data: unknown): string[] {
  const operation = getOperationAST(document, operationName);
  const root = operation && schema.getRootType(operation.operation);
  if (!operation || !root) return ['there are data for no operation'];
  const faults: string[] = [];

  /** The fields of selections by their response keys; `on` is the type that they are written for, `may` the one that the answer names. */
  function fieldsOf({ selections }: SelectionSetNode, on: string, may: string): Map<string, Expected> {
    const found = new Map<string, Expected>();
    const add = (key: string, { type, sets, sure }: Expected) => {
      const known = found.get(key);
      found.set(key, known ? { type, sets: [...known.sets, ...sets], sure: known.sure || sure } : { type, sets, sure });
    };
    for (const selection of selections) {
      // What a condition may leave out is not demanded.
      const sure = !selection.directives?.length;
      if (selection.kind === Kind.FIELD) {
        const type = typeOf(on, selection.name.value);
        add((selection.alias ?? selection.name).value, { type, sets: selection.selectionSet ? [selection.selectionSet] : [], sure });
        continue;
      }
      const fragment = selection.kind === Kind.INLINE_FRAGMENT ? selection : fragmentOf(selection.name.value);
      if (!fragment) continue;
      const name = fragment.typeCondition?.name.value ?? on;
      const holds = name === may || isSubType(name, may);
      for (const [key, field] of fieldsOf(fragment.selectionSet, name, may)) add(key, { ...field, sure: field.sure && sure && holds });
    }
    return found;
  }

  const fragmentOf = (name: string) =>
    document.definitions.find((each) => each.kind === Kind.FRAGMENT_DEFINITION && each.name.value === name) as
      | { typeCondition: { name: { value: string } }; selectionSet: SelectionSetNode }
      | undefined;

  function isSubType(wide: string, narrow: string): boolean {
    const [one, other] = [schema.getType(wide), schema.getType(narrow)];
    return Boolean(one && other && isAbstractType(one) && (isObjectType(other) || isInterfaceType(other)) && schema.isSubType(one, other));
  }

  function typeOf(on: string, field: string): GraphQLOutputType | null {
    const type = schema.getType(on);
    return (isObjectType(type) || isInterfaceType(type)) && field !== '__typename' ? (type.getFields()[field]?.type ?? null) : null;
  }

  function check(value: unknown, type: GraphQLOutputType, sets: readonly SelectionSetNode[], path: string): void {
    if (isNonNullType(type)) {
      if (value === null) faults.push(`${path} is null`);
      else check(value, type.ofType, sets, path);
    } else if (value === null) return;
    else if (isListType(type)) {
      if (Array.isArray(value)) value.forEach((each, at) => void check(each, type.ofType, sets, `${path}.${at}`));
      else faults.push(`${path} is no list`);
    } else if (isCompositeType(type)) checkFields(value, type.name, sets, path);
    else if (!isLeaf(value, type.name)) faults.push(`${path} is no ${type.name}`);
  }

  function checkFields(value: unknown, name: string, sets: readonly SelectionSetNode[], path: string): void {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) {
      faults.push(`${path} is no object`);
      return;
    }
    const fields = value as Record<string, unknown>;
    const whole = { kind: Kind.SELECTION_SET, selections: sets.flatMap(({ selections }) => selections) } as const;
    // Where the answer says what it is, that counts.
    const told = typeof fields.__typename === 'string' ? fields.__typename : name;
    const expected = fieldsOf(whole, name, told);
    for (const [key, { type, sets: inner, sure }] of expected) {
      if (!(key in fields)) {
        if (sure) faults.push(`${path}.${key} is missing`);
      } else if (type) check(fields[key], type, inner, `${path}.${key}`);
    }
    for (const key of Object.keys(fields)) if (!expected.has(key)) faults.push(`${path}.${key} was not asked for`);
  }

  function isLeaf(value: unknown, name: string): boolean {
    const type = schema.getType(name);
    if (isEnumType(type)) return typeof value === 'string' && type.getValue(value) !== undefined;
    if (name === 'Int') return Number.isInteger(value);
    if (name === 'Float') return typeof value === 'number';
    if (name === 'Boolean') return typeof value === 'boolean';
    return typeof value === 'string';
  }

  if (data !== null && data !== undefined) checkFields(data, getNamedType(root).name, [operation.selectionSet], 'data');
  return faults;
}

interface Expected {
  /** null for `__typename` and for what is of introspection */
  type: GraphQLOutputType | null;
  sets: readonly SelectionSetNode[];
  /** whether it must be there */
  sure: boolean;
}

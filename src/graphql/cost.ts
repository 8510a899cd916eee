/** The cost of a question: how many values it could return, with variables resolved, told before anything runs. */
import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLField,
  GraphQLIncludeDirective,
  type GraphQLNamedType,
  type GraphQLSchema,
  GraphQLSkipDirective,
  getDirectiveValues,
  getNamedType,
  getVariableValues,
  isAbstractType,
  isCompositeType,
  isInterfaceType,
  isListType,
  isNonNullType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  SchemaMetaFieldDef,
  type SelectionNode,
  type SelectionSetNode,
  TypeMetaFieldDef,
  valueFromAST,
} from 'graphql';
import { defaultPageSize } from './connection.js';

/** Things in a list that has no page, on the safe side of what the lists of the schema hold. */
const usualListSize = 5;
const listSizes: Record<string, number> = {
  'Cube.cells': 100,
  'Cube.rows': 40,
  'Cube.columns': 40,
  'Query.claimedVersusReported': 150,
  'Coverage.rows': 600,
  'Completeness.reports': 20,
  // For each document that a lineage was asked for.
  'Lineage.nodes': 1,
  'Lineage.links': 3,
  'Query.commonAncestors': 50,
  'Facet.values': 10,
};

/** The size of a page; one that its field will refuse counts as little as its refusal. */
const size = (asked: unknown): number => (typeof asked === 'number' && asked >= 1 && asked <= 1000 ? asked : 1);

/** The arguments that tell how many things a field may give. */
export const sizingArguments: readonly string[] = ['first', 'last', 'ids', 'refs'];

/**
 * The cost of an operation: a field costs 1 and what stands inside it, for each thing that it may give; of the types that a thing may be, the dearest counts.
 * It depends on no other variables than those of `sizingArguments` and of conditions. Fragments are walked as often as they are spread: how often is
 * limited before.
 * @returns null where the variables are wrong, so that nothing of it will run
 */
export function costOf(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  given: Record<string, unknown>,
): number | null {
  const { coerced: variables } = getVariableValues(schema, operation.variableDefinitions ?? [], given);
  const root = schema.getRootType(operation.operation);
  if (!variables || !root) return null;
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const node of document.definitions) if (node.kind === Kind.FRAGMENT_DEFINITION) fragments.set(node.name.value, node);

  function costOfAll({ selections }: SelectionSetNode, type: GraphQLNamedType): number {
    const costs = new Map(namesOf(type).map((name) => [name, 0]));
    for (const selection of selections) {
      if (isLeftOut(selection)) continue;
      const [cost, names] = selection.kind === Kind.FIELD ? [costOfField(selection, type), costs.keys()] : costOfFragment(selection, type);
      for (const name of names) {
        const sum = costs.get(name);
        if (sum !== undefined) costs.set(name, sum + cost);
      }
    }
    return Math.max(0, ...costs.values());
  }

  function costOfFragment(selection: Exclude<SelectionNode, FieldNode>, type: GraphQLNamedType): [cost: number, names: Iterable<string>] {
    const fragment = selection.kind === Kind.FRAGMENT_SPREAD ? fragments.get(selection.name.value) : selection;
    if (!fragment) return [0, []];
    const condition = fragment.typeCondition?.name.value;
    const narrowed = (condition && schema.getType(condition)) || type;
    return [costOfAll(fragment.selectionSet, narrowed), namesOf(narrowed)];
  }

  function costOfField(node: FieldNode, type: GraphQLNamedType): number {
    const field = fieldOf(type, node.name.value);
    const inner = field && getNamedType(field.type);
    if (!field || !isCompositeType(inner)) return 1;
    const inside = node.selectionSet ? costOfAll(node.selectionSet, inner) : 0;
    return 1 + inside * thingsIn(type, field, argumentsOf(field, node));
  }

  /** The arguments that tell how much is wanted, each read by itself: what is wrong with another must not hide its size. */
  function argumentsOf(field: GraphQLField<unknown, unknown>, node: FieldNode): Record<string, unknown> {
    const given = field.args
      .filter(({ name }) => sizingArguments.includes(name))
      .map(({ name, type, defaultValue }) => {
        const value = node.arguments?.find((argument) => argument.name.value === name)?.value;
        return [name, valueFromAST(value, type, variables) ?? defaultValue];
      });
    return Object.fromEntries(given);
  }

  const isLeftOut = (node: SelectionNode): boolean =>
    getDirectiveValues(GraphQLSkipDirective, node, variables)?.if === true ||
    getDirectiveValues(GraphQLIncludeDirective, node, variables)?.if === false;

  const fieldOf = (type: GraphQLNamedType, name: string): GraphQLField<unknown, unknown> | undefined => {
    if (type === root && name === SchemaMetaFieldDef.name) return SchemaMetaFieldDef;
    if (type === root && name === TypeMetaFieldDef.name) return TypeMetaFieldDef;
    return isObjectType(type) || isInterfaceType(type) ? type.getFields()[name] : undefined;
  };

  /** The object types that a type may be. */
  const namesOf = (type: GraphQLNamedType): string[] =>
    isAbstractType(type) ? schema.getPossibleTypes(type).map(({ name }) => name) : [type.name];

  return costOfAll(operation.selectionSet, root);
}

/** How many things a field may give: the size of its page, the ids that it is given, or what such a list usually holds. */
function thingsIn(type: GraphQLNamedType, field: GraphQLField<unknown, unknown>, args: Record<string, unknown>): number {
  const asked = args.first ?? args.last ?? null;
  if (field.args.some(({ name }) => name === 'first')) return asked === null ? defaultPageSize : size(asked);
  const isList = isListType(isNonNullType(field.type) ? field.type.ofType : field.type);
  // The page of a connection is counted where it is asked for.
  if (!isList || (type.name.endsWith('Connection') && ['edges', 'nodes'].includes(field.name))) return 1;
  const given = (args.ids ?? args.refs) as unknown[] | undefined;
  return given?.length ?? listSizes[`${type.name}.${field.name}`] ?? usualListSize;
}

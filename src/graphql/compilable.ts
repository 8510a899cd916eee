/** Which operations may be compiled: those that graphql-jit is known to answer as graphql-js does, and whose code stays small. */
import {
  BREAK,
  type DocumentNode,
  type FragmentDefinitionNode,
  type GraphQLNamedType,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isInterfaceType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
  visit,
} from 'graphql';

/**
 * The most fields that one operation may be compiled to, at some 30 microseconds each; a field of an interface is compiled once for each type that
 * implements it. The dearest page of the explorer has 2,024.
 */
export const greatestFieldCount = 2500;

/** How many fields the code of the operation would hold; null where it may not be compiled. */
export function compiledSize(schema: GraphQLSchema, document: DocumentNode, operation: OperationDefinitionNode): number | null {
  if (isRefused(document)) return null;
  const count = fieldCount(schema, document, operation);
  return count > greatestFieldCount ? null : count;
}

/**
 * What graphql-jit gets wrong, each shown by a test:
 * - a string of the document may become code in what it generates: its marks for dates and the like hold two underscores;
 * - response keys joined by an underscore are mistaken for one another, and `__proto__` is no key; so none with an underscore but `__typename`;
 * - conditions by @skip and @include of one fragment that is spread twice are mixed.
 */
function isRefused(document: DocumentNode): boolean {
  let refused = false;
  const refuse = () => {
    refused = true;
    return BREAK;
  };
  visit(document, {
    Directive: refuse,
    StringValue: ({ value }) => (value.includes('__') ? refuse() : undefined),
    Field: ({ alias, name }) =>
      [alias, name].some((word) => word?.value.includes('_') && word.value !== '__typename') ? refuse() : undefined,
  });
  return refused;
}

/** How many fields the code of the operation would hold; counting ends above the limit, however often fragments spread one another. */
function fieldCount(schema: GraphQLSchema, document: DocumentNode, operation: OperationDefinitionNode): number {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const node of document.definitions) if (node.kind === Kind.FRAGMENT_DEFINITION) fragments.set(node.name.value, node);
  let count = 0;

  /**
   * @param type what the selections are written for
   * @param may how many types it may be here, which fragments only narrow
   * @param copies how often the field around them is compiled
   */
  const add = ({ selections }: SelectionSetNode, type: GraphQLNamedType, may: number, copies: number): void => {
    for (const selection of selections) {
      if (count > greatestFieldCount) return;
      if (selection.kind === Kind.FIELD) {
        count += copies * may;
        const field = isObjectType(type) || isInterfaceType(type) ? type.getFields()[selection.name.value] : undefined;
        const inner = field && getNamedType(field.type);
        if (inner && selection.selectionSet) add(selection.selectionSet, inner, typeCount(schema, inner), copies * may);
      } else {
        const fragment = selection.kind === Kind.FRAGMENT_SPREAD ? fragments.get(selection.name.value) : selection;
        const name = fragment?.typeCondition?.name.value;
        const narrowed = (name && schema.getType(name)) || type;
        if (fragment) add(fragment.selectionSet, narrowed, Math.min(may, typeCount(schema, narrowed)), copies);
      }
    }
  };
  const root = schema.getRootType(operation.operation);
  if (root) add(operation.selectionSet, root, 1, 1);
  return count;
}

const typeCount = (schema: GraphQLSchema, type: GraphQLNamedType): number =>
  isAbstractType(type) ? schema.getPossibleTypes(type).length : 1;

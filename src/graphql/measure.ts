/** How large a question is, by its text alone: how much it selects, and how deep. Measured in one walk, whatever it spreads. */
import {
  type DocumentNode,
  type FragmentDefinitionNode,
  type GraphQLNamedType,
  type GraphQLOutputType,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  isCompositeType,
  isInterfaceType,
  isListType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  SchemaMetaFieldDef,
  type SelectionNode,
  type SelectionSetNode,
  TypeMetaFieldDef,
} from 'graphql';

/** What is counted; fragments count where they are spread, as often as they are. */
export interface Measures {
  selections: number;
  aliases: number;
  /** fields with selections within one another: 2 for `{ a { b { c } } }` */
  depth: number;
  listDepth: number;
  introspectionDepth: number;
}

const none: Measures = { selections: 0, aliases: 0, depth: 0, listDepth: 0, introspectionDepth: 0 };

/**
 * Measures an operation of a document that is valid: its fields are there, and no fragment spreads itself.
 * Each fragment is walked once, so the time is linear in the document.
 */
export function measure(schema: GraphQLSchema, document: DocumentNode, operation: OperationDefinitionNode): Measures {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const node of document.definitions) if (node.kind === Kind.FRAGMENT_DEFINITION) fragments.set(node.name.value, node);
  const known = new Map<string, Measures>();

  const ofSet = ({ selections }: SelectionSetNode, type: GraphQLNamedType | null | undefined): Measures =>
    selections.map((selection) => ofSelection(selection, type)).reduce(together, none);

  function ofSelection(node: SelectionNode, type: GraphQLNamedType | null | undefined): Measures {
    if (node.kind === Kind.FIELD) {
      const field = fieldType(type, node.name.value);
      const inside = node.selectionSet ? within(field, ofSet(node.selectionSet, field && getNamedType(field))) : none;
      return together(inside, { ...none, selections: 1, aliases: node.alias ? 1 : 0 });
    }
    const inside =
      node.kind === Kind.FRAGMENT_SPREAD
        ? ofFragment(node.name.value)
        : ofSet(node.selectionSet, node.typeCondition ? schema.getType(node.typeCondition.name.value) : type);
    return together(inside, { ...none, selections: 1 });
  }

  function ofFragment(name: string): Measures {
    const fragment = fragments.get(name);
    const measures = known.get(name) ?? (fragment ? ofSet(fragment.selectionSet, schema.getType(fragment.typeCondition.name.value)) : none);
    known.set(name, measures);
    return measures;
  }

  /** The type of a field; also of an interface, and of introspection wherever it stands. */
  const fieldType = (type: GraphQLNamedType | null | undefined, name: string): GraphQLOutputType | undefined => {
    if (name === SchemaMetaFieldDef.name) return SchemaMetaFieldDef.type;
    if (name === TypeMetaFieldDef.name) return TypeMetaFieldDef.type;
    return isObjectType(type) || isInterfaceType(type) ? type.getFields()[name]?.type : undefined;
  };

  return ofSet(operation.selectionSet, schema.getRootType(operation.operation));
}

/** Two selections beside one another: they add up, and the deeper one tells how deep. */
const together = (a: Measures, b: Measures): Measures => ({
  selections: a.selections + b.selections,
  aliases: a.aliases + b.aliases,
  depth: Math.max(a.depth, b.depth),
  listDepth: Math.max(a.listDepth, b.listDepth),
  introspectionDepth: Math.max(a.introspectionDepth, b.introspectionDepth),
});

/** Selections inside of a field. */
function within(type: GraphQLOutputType | undefined, inside: Measures): Measures {
  const deeper = type && getNamedType(type).name.startsWith('__') ? 'introspectionDepth' : 'depth';
  const isList = type !== undefined && isListType(getNullableType(type)) && isCompositeType(getNamedType(type));
  return { ...inside, [deeper]: inside[deeper] + 1, listDepth: inside.listDepth + (isList ? 1 : 0) };
}

/** What a page of nodes is asked for beside the nodes themselves: seen before the page is fetched, so that it comes with it. */
import {
  type FieldNode,
  type GraphQLField,
  type GraphQLOutputType,
  type GraphQLResolveInfo,
  getNamedType,
  isInterfaceType,
  isObjectType,
  type SelectionSetNode,
} from 'graphql';
import type { Inclusion } from '../store/graph-store.js';

/** By the field of a document; documents that are asked again are the same ones. */
const known = new WeakMap<FieldNode, readonly Inclusion[]>();

/** The inclusions of the fields that are asked of the nodes of the connection under resolution. */
export function inclusionsOf(info: GraphQLResolveInfo): readonly Inclusion[] {
  const [first] = info.fieldNodes as [FieldNode];
  let inclusions = known.get(first);
  if (!inclusions) {
    inclusions = found(info);
    known.set(first, inclusions);
  }
  return inclusions;
}

function found(info: GraphQLResolveInfo): Inclusion[] {
  const inclusions = new Map<string, Inclusion>();
  for (const [, { extensions }] of nodeFields(info))
    for (const inclusion of (extensions.inclusions ?? []) as readonly Inclusion[]) {
      const key = `${inclusion.link} ${inclusion.direction}`;
      // The links of one field serve another that wants no more than the nodes.
      if (!inclusions.get(key)?.links) inclusions.set(key, inclusion);
    }
  return [...inclusions.values()];
}

type Asked = readonly [FieldNode, GraphQLField<unknown, unknown>];

/** What is asked of the nodes of a connection: under `nodes`, and under `edges { node }`. */
function nodeFields(info: GraphQLResolveInfo): Asked[] {
  const under = (asked: readonly Asked[], name: string) =>
    asked.filter(([, field]) => field.name === name).flatMap(([{ selectionSet }, { type }]) => fieldsOf(info, selectionSet, type));
  const connection = info.fieldNodes.flatMap(({ selectionSet }) => fieldsOf(info, selectionSet, info.returnType));
  return [...under(connection, 'nodes'), ...under(under(connection, 'edges'), 'node')];
}

/** The fields of a selection, through fragments too. */
function fieldsOf(info: GraphQLResolveInfo, set: SelectionSetNode | undefined, type: GraphQLOutputType): Asked[] {
  const named = getNamedType(type);
  if (!set || !(isObjectType(named) || isInterfaceType(named))) return [];
  return set.selections.flatMap((selection) => {
    if (selection.kind === 'Field') {
      const field = named.getFields()[selection.name.value];
      return field ? [[selection, field] as const] : [];
    }
    const fragment = selection.kind === 'InlineFragment' ? selection : info.fragments[selection.name.value];
    const condition = fragment?.typeCondition && info.schema.getType(fragment.typeCondition.name.value);
    return fieldsOf(info, fragment?.selectionSet, (condition as GraphQLOutputType | undefined) ?? named);
  });
}

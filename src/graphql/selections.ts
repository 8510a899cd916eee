/** What is selected of a field under resolution. */
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

/** A field as a document asks for it, and as the schema has it. */
export type Asked = readonly [FieldNode, GraphQLField<unknown, unknown>];

/** The fields that are asked of what is under resolution. */
export const fieldsAsked = (info: GraphQLResolveInfo): Asked[] =>
  info.fieldNodes.flatMap(({ selectionSet }) => fieldsOf(info, selectionSet, info.returnType));

/** The fields of a selection, through fragments too. */
export function fieldsOf(info: GraphQLResolveInfo, set: SelectionSetNode | undefined, type: GraphQLOutputType): Asked[] {
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

/** What is asked of the fields of one name. */
export const under = (info: GraphQLResolveInfo, asked: readonly Asked[], name: string): Asked[] =>
  asked.filter(([, field]) => field.name === name).flatMap(([{ selectionSet }, { type }]) => fieldsOf(info, selectionSet, type));

/** Whether a field is asked of another one of what is under resolution, such as the evidence of its links. */
export const isAsked = (info: GraphQLResolveInfo, of: string, name: string): boolean =>
  under(info, fieldsAsked(info), of).some(([, field]) => field.name === name);

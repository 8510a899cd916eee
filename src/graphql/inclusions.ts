/** What a page of nodes is asked for beside the nodes themselves: seen before the page is fetched, so that it comes with it. */
import type { FieldNode, GraphQLResolveInfo } from 'graphql';
import type { Inclusion } from '../store/graph-store.js';
import { type Asked, fieldsAsked, under } from './selections.js';

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

/** What is asked of the nodes of a connection: under `nodes`, and under `edges { node }`. */
function nodeFields(info: GraphQLResolveInfo): Asked[] {
  const connection = fieldsAsked(info);
  return [...under(info, connection, 'nodes'), ...under(info, under(info, connection, 'edges'), 'node')];
}

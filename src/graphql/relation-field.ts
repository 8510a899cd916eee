/** Fields that lead along links of few: what they are made of is fetched with the page on which they are asked for. */
import { Extensions, FieldResolver } from 'type-graphql';
import type { NodeSummary } from '../domain/records.js';
import type { Kind, LinkName } from '../domain/vocabulary.js';
import type { Direction, Inclusion } from '../store/graph-store.js';
import type { Context } from './context.js';

/** What a relation field gives: nodes, or the first of them or null. */
export type Related = readonly NodeSummary[] | NodeSummary | null | Promise<readonly NodeSummary[] | NodeSummary | null>;

interface RelationOptions {
  along: LinkName;
  direction: Direction;
  /** only ends of this kind */
  kind?: Kind;
  description: string;
  nullable?: boolean;
}

interface IncludingOptions<T> {
  /** what `resolve` asks the loaders for, so that `inclusionsOf` sees it */
  including: readonly Inclusion[];
  resolve: (root: NodeSummary, context: Context) => T;
  description: string;
  nullable?: boolean;
}

/**
 * A field that is made of what its node includes. It stands on a property without a value. Its resolver stands in its `extensions`, and is taken from
 * there when the schema is built: it is called for every row of a page, and needs nothing that type-graphql puts around a method.
 */
export function IncludingField<T>(type: () => object, { including, resolve, ...options }: IncludingOptions<T>) {
  return (prototype: object, name: string): void => {
    Extensions({ inclusions: including, resolve: (root: NodeSummary, _: unknown, context: Context) => resolve(root, context) })(
      prototype,
      name,
    );
    FieldResolver(type as () => never, options)(prototype, name, {});
  };
}

/** A field that gives the nodes at the other end of a link, or the first of them where its type is no list. */
export function RelationField(type: () => object, { along: link, direction, kind, ...options }: RelationOptions) {
  const isList = Array.isArray(type());
  const pick = (nodes: readonly NodeSummary[]) => {
    const wanted = kind ? nodes.filter((node) => node.kind === kind) : nodes;
    return isList ? wanted : (wanted[0] ?? null);
  };
  const resolve = (root: NodeSummary, { loaders }: Context): Related => {
    const ends = loaders.ends(link, direction, root);
    return ends instanceof Promise ? ends.then(pick) : pick(ends);
  };
  return IncludingField(type, { including: [{ link, direction, links: false }], resolve, ...options });
}

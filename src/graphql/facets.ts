/** Facets: how the rows of a list spread over its axes, as a part of its connection. */
import { Arg, type ClassType, Ctx, Field, ID, Int, ObjectType } from 'type-graphql';
import { kindOfId } from '../domain/graph.js';
import { Node } from '../domain/types/node.js';
import type { Axis, Facet as FacetRecord } from '../store/graph-store.js';
import { bounded, connectionOf } from './connection.js';
import type { Context } from './context.js';
import type { Listed } from './lists.js';

@ObjectType({ description: 'One value of a facet.' })
export class FacetValue {
  @Field(() => ID, { description: 'Id of the node, or the value of the property as text.' })
  key: string;

  @Field(() => String, { description: 'Label to show.' })
  label: string;

  @Field(() => Int, { description: 'Rows of the list under this value.' })
  count: number;

  @Field(() => Node, { nullable: true, description: 'The node, where the value is one.' })
  node: Node | null;
}

@ObjectType({ description: 'How the rows of a list spread over one axis. A row that stands under several values counts in each.' })
export class Facet {
  @Field(() => String, { description: 'Name of the axis: "ACTION_LINE", "CATEGORY", …' })
  axis: string;

  @Field(() => [FacetValue], { description: 'Values by count, greatest first.' })
  values: FacetValue[];

  @Field(() => Int, { description: 'Rows of the list with no value on this axis.' })
  missing: number;
}

/** The class of the connections with facets over the axes. */
export function listOf<E extends { node: object }>(edge: () => ClassType<E>, node: () => object, usual: Record<string, Axis>) {
  @ObjectType()
  abstract class List extends connectionOf<E>(edge, node) {
    listed: Listed;

    @Field(() => [Facet], { description: 'How all rows of the list, on this page or not, spread over its axes.' })
    async facets(
      @Ctx() context: Context,
      @Arg('limit', () => Int, { nullable: true, description: 'Most values of each facet, 1 to 100; 10 when left out.' })
      limit?: number | null,
    ): Promise<Facet[]> {
      const { kinds, where, scope, axes = usual } = this.listed;
      const names = Object.keys(axes);
      const query = { kinds, where, axes: Object.values(axes), limit: bounded('limit', limit, 1, 100, 10) };
      const facets = await context.loaders.facets(query, scope);
      return Promise.all(facets.map((facet, index) => toFacet(context, names[index] as string, facet)));
    }
  }
  return List;
}

async function toFacet(context: Context, axis: string, facet: FacetRecord): Promise<Facet> {
  const values = await Promise.all(
    facet.values.map(async ({ key, count }) => {
      const node = kindOfId(key) ? await context.loaders.node(key) : null;
      return { key, count, node: node as unknown as Node | null, label: node?.name ?? key };
    }),
  );
  return { axis, values, missing: facet.missing };
}

/** The WSIS–SDG Matrix, read from either side. */
import type { GraphQLResolveInfo } from 'graphql';
import type { LinkRecord, NodeRecord } from '../domain/records.js';
import { type PageArgs, pageRequest, toConnection } from './connection.js';
import type { Context } from './context.js';

interface MatrixSide {
  list: string;
  id: string;
  direction: 'OUT' | 'IN';
  withParts?: boolean;
}

/** A page of the cells of an action line or of a goal, with their targets. */
export async function matrixCells(context: Context, info: GraphQLResolveInfo, args: PageArgs, side: MatrixSide) {
  const { list, id, direction, withParts } = side;
  const page = await context.loaders.neighbours(
    { link: 'ADVANCES', direction, order: 'NODE', ...(withParts ? { withParts } : {}), page: pageRequest(args, list, info) },
    id,
  );
  return toConnection(page, list, context, ({ node, link }) => ({
    node,
    evidence: link.evidence,
    edition: link.edition,
    cell: link,
  }));
}

/** The targets that a cell names. */
export async function targetsOf(context: Context, cell: LinkRecord): Promise<NodeRecord[]> {
  const codes = (cell.targets ?? []) as readonly string[];
  const targets = await Promise.all(codes.map((code) => context.loaders.node(`sdg-target/${code}`)));
  return targets.filter((target) => target !== null);
}

/** The cube: contributions counted over two dimensions, with the facts behind each cell. */
import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, Ctx, Field, ID, Info, Int, ObjectType, Query, Resolver, registerEnumType } from 'type-graphql';
import { kindOfId, nodeSpecs } from '../../domain/graph.js';
import type { NodeSummary } from '../../domain/records.js';
import { Node } from '../../domain/types/node.js';
import { EntityCategory, type Kind } from '../../domain/vocabulary.js';
import { badInput } from '../../errors.js';
import type { Axis, Condition, MeasureOf } from '../../store/graph-store.js';
import { contributionAxes, contributionAxis, Dimension } from '../axes.js';
import { contributionConditions } from '../conditions.js';
import { PageArgs } from '../connection.js';
import { ContributionConnection } from '../connections.js';
import type { Context } from '../context.js';
import { ContributionFilter } from '../filters.js';
import { listConnection } from '../lists.js';

/** The most cells that one cube may have. */
export const greatestCellCount = 10_000;

const Measure = { CONTRIBUTIONS: 'CONTRIBUTIONS', ENTITIES: 'ENTITIES', DOCUMENTS: 'DOCUMENTS' } as const;
type Measure = keyof typeof Measure;
registerEnumType(Measure, {
  name: 'Measure',
  description: 'What a cell counts.',
  valuesConfig: {
    CONTRIBUTIONS: { description: 'Distinct contributions.' },
    ENTITIES: { description: 'Distinct entities that made them.' },
    DOCUMENTS: { description: 'Distinct documents that describe them.' },
  },
});

const measures: Record<Measure, MeasureOf> = {
  CONTRIBUTIONS: 'ROWS',
  ENTITIES: { link: 'MADE', direction: 'IN' },
  DOCUMENTS: { link: 'DESCRIBED_IN', direction: 'OUT' },
};

const dimensionKinds: Partial<Record<Dimension, Kind>> = { ACTION_LINE: 'ACTION_LINE', SDG: 'SDG', REGION: 'REGION', ENTITY: 'ENTITY' };

@ObjectType({ description: 'A row or a column of a cube.' })
export class CubeHeader {
  @Field(() => ID, { description: 'Id of the node, or the value as text: a category, a year.' })
  key: string;

  @Field(() => String, { description: 'Label to show.' })
  label: string;

  @Field(() => Node, { nullable: true, description: 'The node, where the key is one.' })
  node: Node | null;

  @Field(() => Int, { description: 'The measure over all that stands under this key, whether on the other axis or not.' })
  total: number;
}

@ObjectType({ description: 'A cell of a cube; cells that nothing stands in are left out.' })
export class CubeCell {
  @Field(() => ID, { description: 'Key of its row.' })
  row: string;

  @Field(() => ID, { description: 'Key of its column.' })
  column: string;

  @Field(() => Int, { description: 'The measure in it.' })
  value: number;

  where: Condition[];
  scope: Condition[];
  axes: Record<string, Axis>;

  @Field(() => ContributionConnection, { description: 'The contributions behind it.' })
  contributions(@Ctx() context: Context, @Info() info: GraphQLResolveInfo, @Args(() => PageArgs) args: PageArgs) {
    const { where, scope, axes } = this;
    return listConnection(context, info, args, { list: 'CubeCell.contributions', kinds: ['CONTRIBUTION'], where, scope, axes });
  }
}

@ObjectType({
  description: 'Contributions counted over two dimensions. Totals count distinct ones, so they need not be the sums of cells.',
})
export class Cube {
  @Field(() => [CubeHeader], { description: 'Rows, in the order of their kind.' })
  rows: CubeHeader[];

  @Field(() => [CubeHeader], { description: 'Columns, in the order of their kind.' })
  columns: CubeHeader[];

  @Field(() => [CubeCell], { description: 'Cells with at least one contribution, by row, then column.' })
  cells: CubeCell[];

  @Field(() => Int, { description: 'The measure over all contributions that match, tagged on the axes or not.' })
  total: number;

  @Field(() => Int, { description: 'Contributions that match and have no row or no column: told, never dropped in silence.' })
  untagged: number;

  where: Condition[];
  notOnBothAxes: Condition;
  axes: Record<string, Axis>;

  @Field(() => ContributionConnection, { description: 'The contributions without a row or a column.' })
  untaggedContributions(@Ctx() context: Context, @Info() info: GraphQLResolveInfo, @Args(() => PageArgs) args: PageArgs) {
    const { where, notOnBothAxes, axes } = this;
    return listConnection(context, info, args, {
      list: 'Cube.untaggedContributions',
      kinds: ['CONTRIBUTION'],
      where: [...where, notOnBothAxes],
      axes,
    });
  }
}

@Resolver()
export class CubeResolver {
  @Query(() => Cube, { description: 'Counts over two dimensions, with the contributions behind each cell.' })
  async cube(
    @Ctx() context: Context,
    @Arg('rows', () => Dimension, { description: 'Dimension of the rows.' }) rows: Dimension,
    @Arg('columns', () => Dimension, { description: 'Dimension of the columns; another than that of the rows.' }) columns: Dimension,
    @Arg('measure', () => Measure, { defaultValue: 'CONTRIBUTIONS', description: 'What is counted.' }) measure: Measure,
    @Arg('includeEmpty', () => Boolean, {
      defaultValue: false,
      description: 'Whether keys that nothing stands under are shown, with a total of 0.',
    })
    includeEmpty: boolean,
    @Arg('filter', () => ContributionFilter, { nullable: true, description: 'Which contributions count.' }) filter?: ContributionFilter,
  ) {
    if (rows === columns) throw badInput('`rows` and `columns` must be two dimensions.', { argument: 'columns' });
    const where = await contributionConditions(context, filter);
    const axisOf = (dimension: Dimension) => contributionAxis(dimension, filter?.includeSubLines !== false, filter?.methods);
    const [rowAxis, columnAxis] = [axisOf(rows), axisOf(columns)];
    const counts = await context.loaders.ask('cube', {
      kind: 'CONTRIBUTION',
      where,
      rows: rowAxis,
      columns: columnAxis,
      measure: measures[measure],
    });
    const headers = (dimension: Dimension, totals: readonly { key: string; total: number }[]) =>
      cubeHeaders(context, dimension, totals, includeEmpty);
    const [rowHeaders, columnHeaders] = await Promise.all([headers(rows, counts.rows), headers(columns, counts.columns)]);
    if (rowHeaders.length * columnHeaders.length > greatestCellCount) {
      throw badInput(
        `This cube has ${rowHeaders.length} x ${columnHeaders.length} cells; at most ${greatestCellCount} are allowed. Narrow the filter.`,
      );
    }
    const axes = contributionAxes(filter);
    const onAxes = (row: string, column: string) => [onAxis(rowAxis, row), onAxis(columnAxis, column)];
    return {
      rows: rowHeaders,
      columns: columnHeaders,
      cells: inOrderOf(rowHeaders, columnHeaders, counts.cells).map((cell) => ({
        ...cell,
        where,
        axes,
        scope: onAxes(cell.row, cell.column),
      })),
      total: counts.total,
      untagged: counts.untagged,
      where,
      axes,
      notOnBothAxes: { by: 'not', all: [onAxis(rowAxis), onAxis(columnAxis)] } satisfies Condition,
    };
  }
}

/** Cells in the order of the rows, then of the columns, as they are shown; the store orders them by key. */
function inOrderOf<T extends { row: string; column: string }>(
  rows: readonly { key: string }[],
  columns: readonly { key: string }[],
  cells: readonly T[],
): T[] {
  const [row, column] = [rows, columns].map((headers) => new Map(headers.map(({ key }, place) => [key, place]))) as [
    Map<string, number>,
    Map<string, number>,
  ];
  const place = (cell: T) => (row.get(cell.row) as number) * (columns.length + 1) + (column.get(cell.column) as number);
  return [...cells].sort((a, b) => place(a) - place(b));
}

/** The condition of standing on an axis, under one key or any. */
function onAxis(axis: Axis, key?: string): Condition {
  if (axis.by === 'property') {
    return key === undefined ? { by: 'range', property: axis.property } : { by: 'property', property: axis.property, in: [Number(key)] };
  }
  const { link, direction, methods, rollUp } = axis;
  if (axis.property) {
    const values = key === undefined ? Object.values(EntityCategory) : [key];
    return { by: 'neighbour', link, direction, property: axis.property, in: values };
  }
  return {
    by: 'link',
    link,
    direction,
    ...(key === undefined ? {} : { ids: [key] }),
    ...(key !== undefined && rollUp ? { withParts: true } : {}),
    ...(methods ? { methods } : {}),
  };
}

/** The headers of an axis in the order of their kind; with the empty ones when asked. */
async function cubeHeaders(
  context: Context,
  dimension: Dimension,
  totals: readonly { key: string; total: number }[],
  includeEmpty: boolean,
) {
  const kind = dimensionKinds[dimension];
  const ofKind = includeEmpty && kind ? await context.loaders.find({ kinds: [kind], where: [], page: {} }) : null;
  const nodes = new Map(ofKind?.rows.map(({ value }) => [value.id, value]));
  const all = new Map([...nodes.keys()].map((id) => [id, 0]));
  if (includeEmpty && dimension === 'ENTITY_CATEGORY') for (const category of Object.values(EntityCategory)) all.set(category, 0);
  for (const { key, total } of totals) all.set(key, total);
  const headers = await Promise.all(
    [...all].map(async ([key, total]) => {
      const node = nodes.get(key) ?? (kindOfId(key) ? await context.loaders.node(key) : null);
      return { key, total, node, label: node?.name ?? key, sort: sortKey(dimension, key, node) };
    }),
  );
  return headers.sort((a, b) => (a.sort < b.sort ? -1 : a.sort > b.sort ? 1 : a.key < b.key ? -1 : 1));
}

function sortKey(dimension: Dimension, key: string, node: NodeSummary | null): string {
  if (node) return nodeSpecs[node.kind].sortKey(node);
  if (dimension === 'CYCLE') return String(10_000 - Number(key));
  return String(Object.keys(EntityCategory).indexOf(key)).padStart(3, '0');
}

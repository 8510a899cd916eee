/**
 * Cubes and facets of all contributions, counted when they are loaded and kept beside them, as (:Count) nodes with JSON. Counting a million in the
 * database takes longer than anybody waits; the graph changes only by a load. What a filter leaves is counted when it is asked for.
 */
import type { Dataset } from '../../domain/records.js';
import type { Axis, CubeCounts, CubeQuery, Facet, FacetsQuery, MeasureOf } from '../graph-store.js';
import { cube, facets } from '../memory/counts.js';
import { MemoryGraph } from '../memory/graph.js';
import { compareValues } from '../order.js';
import type { Reader } from './reader.js';
import { call, statement } from './statements.js';

/** The axes of contributions as they are asked for without a filter. */
export const keptAxes: readonly Axis[] = [
  { by: 'link', link: 'UNDER', direction: 'OUT' },
  { by: 'link', link: 'UNDER', direction: 'OUT', rollUp: true },
  { by: 'link', link: 'SUPPORTS', direction: 'OUT' },
  { by: 'link', link: 'IN', direction: 'OUT' },
  { by: 'link', link: 'MADE', direction: 'IN' },
  { by: 'link', link: 'MADE', direction: 'IN', property: 'category' },
  { by: 'link', link: 'DESCRIBED_IN', direction: 'OUT' },
  { by: 'property', property: 'cycle' },
];
const keptMeasures: readonly MeasureOf[] = ['ROWS', { link: 'MADE', direction: 'IN' }, { link: 'DESCRIBED_IN', direction: 'OUT' }];

/** A cube with more cells is counted when it is asked for; the API refuses it anyway. */
const mostCells = 20_000;

/** A cube as it is kept: cells by the places of their row and column. */
type Kept = Omit<CubeCounts, 'cells'> & { cells: readonly (readonly [row: number, column: number, value: number])[] };

export interface CountRow {
  name: string;
  counts: string;
}

const nameOf = (axis: Axis): string =>
  axis.by === 'property'
    ? axis.property
    : [axis.link, axis.direction, axis.property ?? '', axis.rollUp ? 'rolled up' : ''].join(' ').trim();
/** Whether what is counted over the axis is kept. */
export const isKept = (axis: Axis): boolean =>
  !(axis.by === 'link' && axis.methods) && keptAxes.some((kept) => nameOf(kept) === nameOf(axis));
const cubeName = (rows: Axis, columns: Axis, measure: MeasureOf): string =>
  [nameOf(rows), nameOf(columns), measure === 'ROWS' ? '' : nameOf({ by: 'link', ...measure })].join(', ');

/** Everything that is kept of a dataset, each made when it is wanted. */
export function* countAll(dataset: Dataset): Generator<CountRow> {
  const graph = new MemoryGraph(dataset);
  for (const axis of keptAxes) {
    const [[facet]] = facets(graph, { kinds: ['CONTRIBUTION'], where: [], axes: [axis], limit: mostCells }, [[]]) as [[Facet]];
    yield { name: nameOf(axis), counts: JSON.stringify(facet) };
  }
  for (const [place, rows] of keptAxes.entries()) {
    for (const columns of keptAxes.slice(place + 1)) {
      for (const measure of keptMeasures) {
        const counts = cube(graph, { kind: 'CONTRIBUTION', where: [], rows, columns, measure });
        if (counts.cells.length <= mostCells) yield { name: cubeName(rows, columns, measure), counts: JSON.stringify(toKept(counts)) };
      }
    }
  }
}

function toKept({ cells, ...counts }: CubeCounts): Kept {
  const places = (headers: CubeCounts['rows']) => new Map(headers.map(({ key }, place) => [key, place]));
  const [rows, columns] = [places(counts.rows), places(counts.columns)];
  return { ...counts, cells: cells.map(({ row, column, value }) => [rows.get(row) as number, columns.get(column) as number, value]) };
}

/** @param isTurned whether rows and columns change places */
function fromKept({ rows, columns, cells, total, untagged }: Kept, isTurned: boolean): CubeCounts {
  const full = cells.map(([row, column, value]) => {
    const [first, second] = [rows[row]?.key as string, columns[column]?.key as string];
    return isTurned ? { row: second, column: first, value } : { row: first, column: second, value };
  });
  if (!isTurned) return { cells: full, rows, columns, total, untagged };
  full.sort((a, b) => compareValues(a.row, b.row) || compareValues(a.column, b.column));
  return { cells: full, rows: columns, columns: rows, total, untagged };
}

const keptUnder = statement(
  call('g', 'UNWIND ask.names AS name\nMATCH (k:Count {generation: g, name: name})\nRETURN collect([k.name, k.counts]) AS found'),
  'found',
);

const readKept = async (reader: Reader, names: readonly string[]) =>
  new Map((await reader.ask<[string, string][]>(keptUnder, { names })).map(([name, counts]) => [name, JSON.parse(counts) as unknown]));

/** The cube, if it is kept. */
export async function keptCube(reader: Reader, { kind, where, rows, columns, measure }: CubeQuery): Promise<CubeCounts | null> {
  if (kind !== 'CONTRIBUTION' || where.length > 0 || !isKept(rows) || !isKept(columns)) return null;
  const names = [cubeName(rows, columns, measure), cubeName(columns, rows, measure)];
  const [[name, kept] = []] = await readKept(reader, names);
  return kept ? fromKept(kept as Kept, name !== names[0]) : null;
}

/** The facets, if they are kept. */
export async function keptFacets(reader: Reader, { kinds, where, axes, limit }: FacetsQuery): Promise<Facet[] | null> {
  if (kinds.some((kind) => kind !== 'CONTRIBUTION') || where.length > 0 || !axes.every(isKept)) return null;
  const kept = await readKept(reader, axes.map(nameOf));
  const found = axes.map((axis) => kept.get(nameOf(axis)) as Facet | undefined);
  if (limit > mostCells || !found.every((facet) => facet !== undefined)) return null;
  return found.map(({ values, missing }) => ({ values: values.slice(0, limit), missing }));
}

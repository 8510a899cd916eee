/** Counts of the neo4j store: cubes and facets. Rows that stand alike are first counted together in the database, and the counts are made from these groups. */
import neo4j from 'neo4j-driver';
import type { Condition, CubeCounts, CubeQuery, Facet, FacetsQuery, MeasureOf } from '../graph-store.js';
import { compareValues } from '../order.js';
import { inPlace } from './answers.js';
import { endsOf, keysOn, withoutKey } from './axes.js';
import { keptCube, keptFacets } from './kept-counts.js';
import type { Reader } from './reader.js';
import { sourceOf } from './sources.js';
import { call, inUnits, statement, union } from './statements.js';
import { Values } from './values.js';

/** See GraphStore.cube. */
export async function cube(reader: Reader, query: CubeQuery): Promise<CubeCounts> {
  const kept = await keptCube(reader, query);
  if (kept) return kept;
  const { kind, where, rows, columns, measure } = query;
  const source = sourceOf(where);
  const values = new Values('page');
  const groups = `${source.match(kind)}
WITH ${keysOn(rows, values)} AS rows, ${keysOn(columns, values)} AS columns, ${endsOf(measure)} AS ends
WITH rows, columns, ends, count(*) AS count
RETURN collect({rows: rows, columns: columns, ends: ends, count: count}) AS alike`;
  const value = counted(measure);
  const [row, column] = ['UNWIND group.rows AS row', 'UNWIND group.columns AS column'];
  const text = statement(
    [
      call('g', groups),
      over(
        measure,
        [row, column],
        `WITH row, column, ${value} AS value\nRETURN collect({row: row, column: column, value: value}) AS cells`,
      ),
      over(measure, [row], `WITH row, ${value} AS value\nRETURN collect({key: row, total: value}) AS rows`),
      over(measure, [column], `WITH column, ${value} AS value\nRETURN collect({key: column, total: value}) AS columns`),
      over(measure, [], `RETURN ${value} AS total`),
    ].join('\n'),
    `{cells: cells, rows: rows, columns: columns, total: total, untagged: ${withoutKey('rows', 'columns')}}`,
  );
  type Mutable<T> = { -readonly [P in keyof T]: T[P] extends readonly (infer Each)[] ? Each[] : T[P] };
  const counts = await reader.ask<Mutable<CubeCounts>>(text, { ...source.parameters, ...values.all });
  return {
    cells: counts.cells.sort((a, b) => compareValues(a.row, b.row) || compareValues(a.column, b.column)).map(toCell),
    rows: counts.rows.sort((a, b) => compareValues(a.key, b.key)).map(toTotal),
    columns: counts.columns.sort((a, b) => compareValues(a.key, b.key)).map(toTotal),
    total: counts.total,
    untagged: counts.untagged,
  };
}

// The database gives the properties of a map in an order of its own.
const toCell = ({ row, column, value }: CubeCounts['cells'][number]) => ({ row, column, value });
const toTotal = ({ key, total }: CubeCounts['rows'][number]) => ({ key, total });

/** What is counted in the groups: their rows, or the distinct neighbours of these. */
const counted = (measure: MeasureOf): string => (measure === 'ROWS' ? 'sum(group.count)' : 'count(DISTINCT end)');

/** A count over the groups, and over their neighbours when these are counted; a group without any still counts as a row. */
function over(measure: MeasureOf, keys: readonly string[], result: string): string {
  const ends = measure === 'ROWS' ? [] : ['UNWIND CASE WHEN group.ends = [] THEN [null] ELSE group.ends END AS end'];
  return call('alike', ['UNWIND alike AS group', ...keys, ...ends, result].join('\n'));
}

/** See GraphStore.facets. */
export async function facets(reader: Reader, query: FacetsQuery, scopes: readonly (readonly Condition[])[]): Promise<Facet[][]> {
  const { kinds, where, axes, limit } = query;
  if (scopes.length === 0 || axes.length === 0 || kinds.length === 0) {
    return scopes.map(() => axes.map(() => ({ values: [], missing: 0 })));
  }
  const kept = scopes.every((scope) => scope.length === 0) ? await keptFacets(reader, query) : null;
  if (kept) return scopes.map(() => kept);
  const source = sourceOf(where, scopes);
  const values = new Values('page');
  const [first = '', ...others] = [...new Set(kinds)].map((kind) => source.match(kind));
  const nodes = others.length === 0 ? first : call('g, scope', union([first, ...others].map((match) => `${match}\nRETURN n`)));
  // All axes are counted together: the database takes as long to plan one that stands by itself as to plan the rest.
  const keys = axes.map((axis, place) => `[${place}, ${keysOn(axis, values)}]`).join(',\n');
  const counts = `${nodes}
UNWIND [${keys}] AS axis
WITH axis[0] AS place, axis[1] AS keys, count(*) AS count
UNWIND CASE WHEN keys = [] THEN [null] ELSE keys END AS key
WITH place, key, sum(count) AS count ORDER BY place, count DESC, ${inUnits('key')}
WITH place, collect([key, count]) AS counts
RETURN collect([place, [each IN counts WHERE each[0] IS NOT NULL][..ask.most], head([each IN counts WHERE each[0] IS NULL | each[1]])]) AS facets`;
  const text = statement(`UNWIND ask.scopes AS scope\n${call('g, scope', counts)}`, 'collect({index: scope.index, facets: facets})');
  const parameters = { ...source.parameters, ...values.all, most: neo4j.int(limit) };
  const answers = await reader.ask<{ index: number; facets: Counted[] }[]>(text, parameters);
  return inPlace(answers).map((answer) => {
    const found = new Map(answer.facets.map(([place, counts, missing]) => [place, facetOf(counts, missing)]));
    return axes.map((_, place) => found.get(place) ?? facetOf([], null));
  });
}

/** One axis: its place, the greatest counts of its keys, and how many have none. */
type Counted = readonly [place: number, counts: readonly (readonly [key: string, count: number])[], missing: number | null];

const facetOf = (counts: Counted[1], missing: Counted[2]): Facet => ({
  values: counts.map(([key, count]) => ({ key, count })),
  missing: missing ?? 0,
});

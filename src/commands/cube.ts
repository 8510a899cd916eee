/** `wsis-graph cube`: contributions counted over two dimensions. */
import { Command, Option } from 'commander';
import { badInput } from '../errors.js';
import { ask } from './ask.js';
import { table } from './table.js';

interface Header {
  key: string;
  label: string;
  total: number;
  node: { acronym?: string | null; code?: string } | null;
}

interface Cube {
  rows: Header[];
  columns: Header[];
  cells: { row: string; column: string; value: number }[];
  total: number;
  untagged: number;
}

const query = `query Cube($rows: Dimension!, $columns: Dimension!, $measure: Measure!, $filter: ContributionFilter, $includeEmpty: Boolean!) {
  cube(rows: $rows, columns: $columns, measure: $measure, filter: $filter, includeEmpty: $includeEmpty) {
    rows { ...header }
    columns { ...header }
    cells { row column value }
    total
    untagged
  }
}
fragment header on CubeHeader { key label total node { ... on Entity { acronym } ... on ActionLine { code } } }`;

const dimensions = ['action_line', 'sdg', 'region', 'entity', 'entity_category', 'document', 'cycle'];

interface Options {
  rows: string;
  columns: string;
  measure: string;
  filter?: string;
  includeEmpty: boolean;
  json?: boolean;
}

export const cubeCommand = () =>
  new Command('cube')
    .description('count contributions over two dimensions')
    .addOption(new Option('--rows <dimension>', 'dimension of the rows').choices(dimensions).default('entity'))
    .addOption(new Option('--columns <dimension>', 'dimension of the columns').choices(dimensions).default('region'))
    .addOption(
      new Option('--measure <measure>', 'what is counted').choices(['contributions', 'entities', 'documents']).default('contributions'),
    )
    .option('--filter <json>', 'a ContributionFilter as JSON, such as \'{"cycles":{"from":2020}}\'')
    .option('--include-empty', 'show rows and columns that nothing stands in', false)
    .option('--json', 'print JSON, for programs')
    .action(async (options: Options) => {
      const { cube } = await ask<{ cube: Cube }>(query, {
        rows: options.rows.toUpperCase(),
        columns: options.columns.toUpperCase(),
        measure: options.measure.toUpperCase(),
        includeEmpty: options.includeEmpty,
        ...(options.filter ? { filter: readFilter(options.filter) } : {}),
      });
      if (options.json) {
        console.log(JSON.stringify(cube));
        return;
      }
      const values = new Map(cube.cells.map(({ row, column, value }) => [`${row} ${column}`, value]));
      const short = ({ label, node }: Header) => node?.code ?? node?.acronym ?? label;
      const head = [options.rows, ...cube.columns.map(short), 'total'];
      const rows = cube.rows.map((row) => [
        short(row),
        ...cube.columns.map((column) => values.get(`${row.key} ${column.key}`) ?? '·'),
        row.total,
      ]);
      console.log(table(head, [...rows, ['total', ...cube.columns.map((column) => column.total), cube.total]]));
      console.log(
        `\n${cube.untagged} of the contributions have no ${options.rows} or no ${options.columns}. Totals count each once. A dot is "none known".`,
      );
    });

function readFilter(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    throw badInput('--filter must be JSON, such as \'{"actionLines":["C5"]}\'.');
  }
}

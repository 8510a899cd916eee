/** A readable table: a caption for those who cannot see it, numbers aligned, and on a narrow screen it scrolls within itself. */
import type { ComponentChildren } from 'preact';
import './table.css';

export interface Column<Row> {
  /** head of the column */
  title: string;
  /** what stands in the head in place of the title, such as a scale */
  heading?: ComponentChildren;
  /** what stands in the cell */
  cell: (row: Row) => ComponentChildren;
  /** whether it holds numbers: aligned at the right, digits of one width */
  numeric?: boolean;
  /** whether, where rows become blocks, its cell stands beside other short ones; numbers always do */
  short?: boolean;
  /** whether its cells name their rows */
  head?: boolean;
}

interface TableProps<Row> {
  /** what the table shows, read aloud before it */
  caption: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  /** what tells a row from the others; its place when left out */
  keyOf?: (row: Row) => string;
  /** whether, on a narrow screen, each row becomes a block with its cells under their titles, so that nothing scrolls */
  stacks?: boolean;
}

export function Table<Row>({ caption, columns, rows, keyOf, stacks = false }: TableProps<Row>) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard.
    <section class="table-scroll" tabIndex={0} aria-label={caption}>
      <table class={stacks ? 'table table-stacks' : 'table'}>
        <caption class="visually-hidden">{caption}</caption>
        <thead>
          <tr>
            {columns.map(({ title, heading, numeric }) => (
              <th key={title} scope="col" class={numeric ? 'numeric' : undefined}>
                {heading ?? title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, at) => (
            <tr key={keyOf?.(row) ?? at}>
              {columns.map(({ title, cell, numeric, short, head }) => {
                const kind = numeric ? 'numeric' : stacks && short ? 'short' : undefined;
                return head ? (
                  <th key={title} scope="row" class={kind}>
                    {cell(row)}
                  </th>
                ) : (
                  <td key={title} class={kind} data-title={stacks ? title : undefined}>
                    {cell(row)}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

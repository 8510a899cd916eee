/** The heat map: a table with a number in each cell, coloured by step; one stop for Tab, arrows lead through it, Enter shows what is behind a number. */
import { Fragment } from 'preact';
import { useRef } from 'preact/hooks';
import { addressOf } from '../address.js';
import { capital, count } from '../words.js';
import type { Place } from './behind.js';
import { codeOf, dimensionWords, type Header, measureWords, nameOf, standingOf, titleOf } from './headers.js';
import type { Dimension } from './question.js';
import { levelOf, type Step } from './scale.js';
import type { Cell, CubeTable } from './table.js';
import { useFit } from './use-fit.js';
import { useOneStop, walk } from './walking.js';
import './heat-map.css';

/** With more columns than these their titles stand in a key below the table, and only the codes above the columns. */
export const mostTitles = 10;

interface HeatMapProps {
  table: CubeTable;
  /** the place whose contributions are shown */
  chosen: Place | null;
  isLoading: boolean;
  onChoose: (place: Place, byKey: boolean) => void;
  /** closes what is shown */
  onClose: () => void;
}

export function HeatMap({ table, chosen, isLoading, onChoose, onClose }: HeatMapProps) {
  const { question, rows, columns, cells, steps, total } = table;
  const element = useRef<HTMLTableElement>(null);
  const { frame, fits } = useFit(table);
  useOneStop(element, table);
  const [down, across] = [question.rows, question.columns];
  const words = measureWords[question.measure];
  const isDense = columns.length > mostTitles;
  const placeOf = (target: EventTarget | null): Place | null => {
    const cell = (target as Element | null)?.closest('button')?.closest('td');
    const row = cell?.parentElement as HTMLTableRowElement | null | undefined;
    if (!cell || !row) return null;
    return { row: rows[row.rowIndex - 1]?.key, column: columns[cell.cellIndex - 1]?.key };
  };
  return (
    <div ref={frame} class={fits ? 'cube-frame cube-fits' : 'cube-frame'}>
      <table
        ref={element}
        class={isDense ? 'cube-table cube-dense' : 'cube-table'}
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a table that is walked through by arrows is a grid.
        role="grid"
        aria-busy={isLoading}
        onClick={(event) => {
          const place = placeOf(event.target);
          // A click by the keyboard is none of the mouse's: its count is 0.
          if (place) onChoose(place, event.detail === 0);
        }}
        onKeyDown={(event) => {
          if (event.key === 'Escape' && chosen) onClose();
          else walk(event);
        }}
      >
        <caption class="visually-hidden">{captionOf(table)}</caption>
        <thead>
          <tr>
            <th scope="col" class="cube-corner">
              {capital(dimensionWords[down][0])} <span aria-hidden="true">↓</span>
              <span class="cube-corner-across">
                {capital(dimensionWords[across][0])} <span aria-hidden="true">→</span>
              </span>
            </th>
            {columns.map((column) => (
              <th key={column.key} scope="col">
                <HeaderName header={column} dimension={across} />
              </th>
            ))}
            <th scope="col" class="cube-total">
              Total
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row, at) => (
            <tr key={row.key}>
              <th scope="row">
                <HeaderName header={row} dimension={down} />
              </th>
              {columns.map((column, along) => (
                <NumberCell
                  key={column.key}
                  cell={cells[at]?.[along] as Cell}
                  steps={steps}
                  words={words}
                  place={`${standingOf(row, down)}, ${standingOf(column, across)}`}
                  isChosen={chosen?.row === row.key && chosen.column === column.key}
                />
              ))}
              <Total value={row.total} words={words} place={standingOf(row, down)} isChosen={isTotal(chosen, row.key, undefined)} />
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row" class="cube-total">
              Total
            </th>
            {columns.map((column) => (
              <Total
                key={column.key}
                value={column.total}
                words={words}
                place={standingOf(column, across)}
                isChosen={isTotal(chosen, undefined, column.key)}
              />
            ))}
            <Total value={total} words={words} place="" isChosen={isTotal(chosen, undefined, undefined)} />
          </tr>
        </tfoot>
      </table>
    </div>
  );
}

const isTotal = (chosen: Place | null, row: string | undefined, column: string | undefined): boolean =>
  chosen !== null && chosen.row === row && chosen.column === column;

/** What the table holds, as one sentence that is read aloud. */
export function captionOf({ question, rows, columns, counts }: CubeTable): string {
  const words = (dimension: Dimension, number: number) => count(number, ...dimensionWords[dimension]);
  const size = `${words(question.rows, rows.length)} by ${words(question.columns, columns.length)}`;
  return `${capital(measureWords[question.measure][1])} counted: ${size}. ${count(counts.filled, 'cell')} with a number, ${counts.none} where none is known, ${counts.unknown} without data.`;
}

/** The name of a row or a column, leading to the thing where it is one. */
function HeaderName({ header, dimension }: { header: Header; dimension: Dimension }) {
  const [code, title] = [codeOf(header), titleOf(header, dimension)];
  // "C7.e-health" says all that "E-health" does.
  const isTold = code?.toLowerCase().endsWith(title.toLowerCase());
  const name = (
    <>
      {code && <Code code={code} />} {!isTold && <span class={code ? 'cube-title' : 'cube-name'}>{title}</span>}
    </>
  );
  if (!header.node) return <span class="cube-head">{name}</span>;
  return (
    <a class="cube-head cube-link" href={addressOf(header.node.id)} title={nameOf(header, dimension)} tabIndex={-1}>
      {name}
    </a>
  );
}

/** A code may go on in the next line after a stop, "C7." and "e-health", and nowhere within a word. */
function Code({ code }: { code: string }) {
  const parts = code.split(/(?<=\.)/);
  return (
    <span class={code.length > 8 ? 'cube-code cube-code-long' : 'cube-code'}>
      {parts.map((part, at) => (
        <Fragment key={at}>
          {at > 0 && <wbr />}
          {part}
        </Fragment>
      ))}
    </span>
  );
}

type Words = readonly [string, string];

interface NumberCellProps {
  cell: Cell;
  steps: readonly Step[];
  words: Words;
  /** "by ITU, under C5" */
  place: string;
  isChosen: boolean;
}

function NumberCell({ cell, steps, words, place, isChosen }: NumberCellProps) {
  if (typeof cell === 'number')
    return (
      <td data-level={levelOf(cell, steps)}>
        <button type="button" tabIndex={-1} aria-label={`${count(cell, ...words)} ${place}`} aria-pressed={isChosen}>
          {cell.toLocaleString('en')}
        </button>
      </td>
    );
  const isNone = cell.state === 'NONE';
  return (
    <td data-absence={isNone ? 'none' : 'unknown'}>
      <button
        type="button"
        tabIndex={-1}
        aria-label={`${isNone ? 'none known' : 'no data'} ${place}`}
        aria-pressed={isChosen}
        title={cell.reasons.join('\n') || undefined}
      >
        {isNone ? '·' : '?'}
      </button>
    </td>
  );
}

function Total({ value, words, place, isChosen }: { value: number; words: Words; place: string; isChosen: boolean }) {
  return (
    <td class="cube-total">
      <button
        type="button"
        tabIndex={-1}
        aria-label={`${count(value, ...words)} ${place} in all`.replace('  ', ' ')}
        aria-pressed={isChosen}
      >
        {value.toLocaleString('en')}
      </button>
    </td>
  );
}

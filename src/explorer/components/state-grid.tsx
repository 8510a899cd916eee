/**
 * A table of states, row by column: each cell a button with colour, sign and words, and what stands behind it opens below its row.
 * Heads stay in sight while it scrolls. It is one stop of the Tab key; arrows go from cell to cell.
 */
import type { ComponentChildren } from 'preact';
import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { Sign } from './sign.js';
import type { StateWords } from './state-legend.js';
import './state-grid.css';

export interface GridHead {
  key: string;
  /** what the head shows */
  head: ComponentChildren;
  /** its name, read aloud with each of its cells */
  label: string;
  /** whether it stands below the row before it, as a part of that */
  isPart?: boolean;
}

export interface GridCell<State extends string> {
  state: State;
  /** a figure beside the sign */
  figure?: number;
  /** the cell in words where the state alone does not say it */
  words?: string;
}

/** The place of a cell. */
export interface GridPlace {
  row: string;
  column: string;
}

interface StateGridProps<State extends string> {
  /** what the table shows, read aloud before it */
  caption: string;
  /** words of the corner */
  corner: string;
  states: Readonly<Record<State, StateWords>>;
  rows: readonly GridHead[];
  columns: readonly GridHead[];
  cellOf: (row: string, column: string) => GridCell<State>;
  /** the state that is shown alone; cells of others are faint */
  only?: State;
  /** the cell whose facts are shown */
  open?: GridPlace;
  onOpen: (place: GridPlace | undefined) => void;
  /** the facts of the open cell */
  children?: ComponentChildren;
}

/** After so many milliseconds what grows is what the reader asked for, and nothing moves by itself. */
const untilSettled = 1500;

/** So few columns have room for the words of a state. */
const roomyColumns = 6;

export function StateGrid<State extends string>(props: StateGridProps<State>) {
  const { caption, corner, states, rows, columns, cellOf, only, open, onOpen, children } = props;
  const id = useId();
  const table = useRef<HTMLTableElement>(null);
  const [active, setActive] = useState<GridPlace | undefined>(open);
  // The one cell that Tab leads to: that of the last focus, else the first.
  const rowAt = rows.findIndex(({ key }) => key === active?.row);
  const columnAt = columns.findIndex(({ key }) => key === active?.column);
  const stop: [number, number] = rowAt < 0 || columnAt < 0 ? [0, 0] : [rowAt, columnAt];
  const buttonAt = (row: number, column: number) => table.current?.querySelector<HTMLElement>(`[data-place="${row}-${column}"]`);
  // An address that names a cell leads to it.
  useEffect(() => {
    if (open) buttonAt(...stop)?.scrollIntoView({ block: 'nearest', inline: 'center' });
  }, []);

  const onKeyDown = (event: KeyboardEvent) => {
    if (!(event.target as Element).matches('[data-place]')) {
      if (event.key === 'Escape' && open) close();
      return;
    }
    const [row, column] = stop;
    const [last, end] = [rows.length - 1, columns.length - 1];
    const isFar = event.ctrlKey || event.metaKey;
    const to: Record<string, [number, number]> = {
      ArrowDown: [Math.min(row + 1, last), column],
      ArrowUp: [Math.max(row - 1, 0), column],
      ArrowRight: [row, Math.min(column + 1, end)],
      ArrowLeft: [row, Math.max(column - 1, 0)],
      Home: [isFar ? 0 : row, 0],
      End: [isFar ? last : row, end],
    };
    const place = to[event.key];
    if (place) {
      event.preventDefault();
      buttonAt(...place)?.focus();
    } else if (event.key === 'Escape' && open) close();
  };
  const close = () => {
    onOpen(undefined);
    const [row, column] = [rows.findIndex(({ key }) => key === open?.row), columns.findIndex(({ key }) => key === open?.column)];
    buttonAt(row, column)?.focus();
  };

  return (
    <section class="grid-scroll" aria-label={caption}>
      <table ref={table} class={columns.length <= roomyColumns ? 'grid grid-roomy' : 'grid'} onKeyDown={onKeyDown}>
        <caption class="visually-hidden">{caption}</caption>
        <thead>
          <tr>
            <td class="grid-corner">{corner}</td>
            {columns.map(({ key, head }) => (
              <th key={key} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, at) => {
            const openAt = open?.row === row.key ? columns.findIndex(({ key }) => key === open.column) : -1;
            return [
              <tr key={row.key}>
                <th scope="row" class={row.isPart ? 'grid-part' : undefined}>
                  {row.head}
                </th>
                {columns.map((column, columnNumber) => {
                  const { state, figure, words } = cellOf(row.key, column.key);
                  const { sign, tone, word } = states[state];
                  const isOpen = columnNumber === openAt;
                  return (
                    <td key={column.key} data-state={state} class={only && only !== state ? 'grid-faint' : undefined}>
                      <button
                        type="button"
                        class="grid-cell"
                        data-tone={tone}
                        data-place={`${at}-${columnNumber}`}
                        tabIndex={at === stop[0] && columnNumber === stop[1] ? 0 : -1}
                        title={`${row.label}, ${column.label}: ${words ?? word}`}
                        aria-expanded={isOpen}
                        aria-controls={isOpen ? `${id}-facts` : undefined}
                        onFocus={() => setActive({ row: row.key, column: column.key })}
                        onClick={() => onOpen(isOpen ? undefined : { row: row.key, column: column.key })}
                      >
                        <Sign name={sign} />
                        {figure !== undefined && <span class="grid-figure">{figure.toLocaleString('en')}</span>}
                        <span class="grid-word">{words ?? word}</span>
                      </button>
                    </td>
                  );
                })}
              </tr>,
              openAt >= 0 && (
                <Facts
                  key={`${row.key} ${open?.column}`}
                  id={`${id}-facts`}
                  span={columns.length + 1}
                  label={`${row.label}, ${columns[openAt]?.label}`}
                  close={close}
                >
                  {children}
                </Facts>
              ),
            ];
          })}
        </tbody>
      </table>
    </section>
  );
}

interface FactsProps {
  id: string;
  span: number;
  label: string;
  close: () => void;
  children: ComponentChildren;
}

/** What stands behind a cell, below its row, as wide as what is seen of the table. */
function Facts({ id, span, label, close, children }: FactsProps) {
  const box = useRef<HTMLDivElement>(null);
  // It is made anew for each cell. Its end may be out of sight, also once its facts have come.
  useEffect(() => {
    const facts = box.current;
    if (!facts) return;
    const show = () => facts.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    const growth = new ResizeObserver(show);
    growth.observe(facts);
    const end = setTimeout(() => growth.disconnect(), untilSettled);
    return () => {
      clearTimeout(end);
      growth.disconnect();
    };
  }, []);
  return (
    <tr class="grid-facts">
      <td colSpan={span}>
        <div class="grid-facts-fill">
          <section ref={box} id={id} class="grid-facts-box" aria-label={label}>
            <button type="button" class="button grid-facts-close" onClick={close}>
              Close
            </button>
            {children}
          </section>
        </div>
      </td>
    </tr>
  );
}

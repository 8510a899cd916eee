/** Walking through the table by keys: one stop for Tab, arrows from cell to cell. */
import { useEffect } from 'preact/hooks';
import { moved } from './moves.js';

/** What of a cell or a header takes the focus. */
const stopOf = (cell: Element | null | undefined): HTMLElement | null => cell?.querySelector<HTMLElement>('a, button') ?? null;

/** Arrows, Home, End and the page keys lead from cell to cell; where there is nothing to stand on, the focus stays. */
export function walk(event: KeyboardEvent): void {
  if (event.altKey || event.shiftKey) return;
  const cell = (event.target as Element).closest<HTMLTableCellElement>('td, th');
  const table = cell?.closest('table');
  const row = cell?.parentElement as HTMLTableRowElement | null | undefined;
  if (!cell || !table || !row) return;
  const size = { rows: table.rows.length, columns: row.cells.length };
  const to = moved(event.key, event.ctrlKey || event.metaKey, { row: row.rowIndex, column: cell.cellIndex }, size);
  if (!to) return;
  event.preventDefault();
  const stop = stopOf(table.rows[to.row]?.cells[to.column]) ?? nearest(table, to);
  stop?.focus();
}

/** From a header that leads nowhere, as a year, the focus goes to the cell beside it. */
function nearest(table: HTMLTableElement, { row, column }: { row: number; column: number }): HTMLElement | null {
  return stopOf(table.rows[Math.max(row, 1)]?.cells[Math.max(column, 1)]);
}

/** Keeps one thing in the table reachable by Tab: where the focus was last, the first cell before. Done on the elements: drawing thousands anew for each key would be slow. */
export function useOneStop(element: { current: HTMLTableElement | null }, table: unknown): void {
  useEffect(() => {
    const grid = element.current;
    if (!grid) return;
    const all = () => grid.querySelectorAll<HTMLElement>('a, button');
    let stop = [...all()].find(({ tabIndex }) => tabIndex === 0) ?? stopOf(grid.tBodies[0]?.rows[0]?.cells[1]);
    if (stop) stop.tabIndex = 0;
    const onFocus = ({ target }: FocusEvent) => {
      if (stop) stop.tabIndex = -1;
      stop = target as HTMLElement;
      stop.tabIndex = 0;
    };
    grid.addEventListener('focusin', onFocus);
    return () => grid.removeEventListener('focusin', onFocus);
  }, [element, table]);
}

/** Which row each item stands in: a band of rows for each year with documents, newest on top, one column for each lane. */
import type { Item } from './fold.js';
import { byDate, type Lane, laneOrder, yearOfPaper } from './lanes.js';
import type { Citation, Text } from './reach.js';
import { type Style, styleOf } from './verbs.js';

/** A place in the picture: an item, or one text of a run, which is a mark without a label of its own. */
export interface Cell {
  key: string;
  item: Item;
  text: Text;
  /** number of its lane, from the left */
  lane: number;
  /** number of its row, from the top */
  row: number;
  /** whether it is one of a folded run */
  isMark: boolean;
}

export interface Row {
  /** null for documents whose date is not in the graph */
  year: number | null;
  cells: Cell[];
}

export interface Grid {
  lanes: readonly Lane[];
  rows: readonly Row[];
  cells: readonly Cell[];
  /** where a text stands, alone or in a stack, by its id */
  cellOf: ReadonlyMap<string, Cell>;
}

interface Options {
  /** whether each label needs a row of its own, as where all labels stand in one column */
  oneLabelPerRow?: boolean;
}

function cellsOf(items: readonly Item[], lanes: readonly Lane[], oneLabelPerRow: boolean): Cell[] {
  return items.flatMap((item): Cell[] => {
    const lane = lanes.indexOf(item.lane);
    const isRun = item.form === 'run' && !oneLabelPerRow;
    return (isRun ? item.texts : item.texts.slice(0, 1)).map((text) => ({
      key: isRun ? `${item.key}/${text.id}` : item.key,
      item,
      text,
      lane,
      row: -1,
      isMark: isRun,
    }));
  });
}

/** Puts items into rows. Within a year the dates hold in each lane, and what cites stands above what it cites. */
export function arrange(items: readonly Item[], citations: readonly Citation[], { oneLabelPerRow = false }: Options = {}): Grid {
  const lanes = laneOrder.filter((lane) => items.some((item) => item.lane === lane));
  const cells = cellsOf(items, lanes, oneLabelPerRow).sort((one, two) => byDate(one.text, two.text));
  const cellOf = new Map<string, Cell>();
  for (const cell of cells) for (const text of cell.isMark ? [cell.text] : cell.item.texts) cellOf.set(text.id, cell);
  const citing = citingCells(citations, cellOf);
  const rows: Row[] = [];
  for (const year of new Set(cells.map(({ text }) => yearOfPaper(text)))) {
    const band = cells.filter(({ text }) => yearOfPaper(text) === year);
    rows.push(...rowsOf(year, band, citing, rows.length, oneLabelPerRow));
  }
  return { lanes, rows, cells, cellOf };
}

function citingCells(citations: readonly Citation[], cellOf: ReadonlyMap<string, Cell>): Map<Cell, Set<Cell>> {
  const citing = new Map<Cell, Set<Cell>>();
  for (const { from, to } of citations) {
    const [source, target] = [cellOf.get(from), cellOf.get(to)];
    if (!source || !target || source === target) continue;
    const set = citing.get(target) ?? new Set();
    citing.set(target, set.add(source));
  }
  return citing;
}

/** The rows of one year; `start` is the number of the first. */
function rowsOf(
  year: number | null,
  band: readonly Cell[],
  citing: ReadonlyMap<Cell, ReadonlySet<Cell>>,
  start: number,
  oneLabelPerRow: boolean,
): Row[] {
  const rows: Row[] = [];
  const nextInLane = new Map<number, number>();
  const waiting = new Set(band);
  const put = (cell: Cell): void => {
    // Taken out first, so that texts that cite each other come to an end.
    waiting.delete(cell);
    let row = oneLabelPerRow ? rows.length : (nextInLane.get(cell.lane) ?? 0);
    for (const other of citing.get(cell) ?? []) {
      if (waiting.has(other)) put(other);
      if (other.row >= start) row = Math.max(row, other.row - start + 1);
    }
    if (oneLabelPerRow) row = Math.max(row, rows.length);
    row = Math.max(row, nextInLane.get(cell.lane) ?? 0);
    nextInLane.set(cell.lane, row + 1);
    while (rows.length <= row) rows.push({ year, cells: [] });
    rows[row]?.cells.push(cell);
    cell.row = start + row;
  };
  for (const cell of band) if (waiting.has(cell)) put(cell);
  return rows;
}

/** One line of the picture: what one item cites in another by verbs of one look. */
export interface Edge {
  from: Cell;
  to: Cell;
  style: Style;
  citations: readonly Citation[];
}

/** Bundles citations between the same items; a line to or from a run goes to the text of it where it is shortest and leads down. */
export function bundle(citations: readonly Citation[], { cellOf }: Grid): Edge[] {
  const bundles = new Map<string, { from: Cell; to: Cell; style: Style; citations: Citation[] }>();
  const length = (from: Cell, to: Cell) => (to.row > from.row ? to.row - from.row : 1e6 + from.row - to.row);
  for (const citation of citations) {
    const [from, to] = [cellOf.get(citation.from), cellOf.get(citation.to)];
    if (!from || !to || from.item === to.item) continue;
    const style = styleOf(citation.verb);
    const key = `${from.item.key}\n${to.item.key}\n${style}`;
    const edge = bundles.get(key);
    if (!edge) bundles.set(key, { from, to, style, citations: [citation] });
    else {
      edge.citations.push(citation);
      if (length(from, to) < length(edge.from, edge.to)) Object.assign(edge, { from, to });
    }
  }
  return [...bundles.values()];
}

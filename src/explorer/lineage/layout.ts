/** Where everything stands, in pixels: lanes from left to right, years from top to bottom, each label in room of its own. */
import type { Item } from './fold.js';
import type { Cell, Grid, Row } from './grid.js';
import { fittedWords, leastWidth, likedWidth, type Measure, type Words, wordSpace, wordsOf } from './label.js';
import { type Lane, lanes } from './lanes.js';
import type { Text } from './reach.js';
import type { Plan } from './tracks.js';

export interface PlacedLane {
  lane: Lane;
  /** left end of its gutter, where lines run down */
  left: number;
  /** middle of its marks */
  markX: number;
  labelX: number;
  labelWidth: number;
  right: number;
  /** distance of two tracks in the gutter */
  pitch: number;
}

export interface PlacedRow {
  /** middle of its marks */
  y: number;
  /** where its labels end and its buses begin */
  foot: number;
  bottom: number;
  /** distance of two buses */
  pitch: number;
}

export interface PlacedYear {
  year: number | null;
  top: number;
  y: number;
  /** whether there is room for its number */
  isNamed: boolean;
  /** years without a document between it and the later one, where they are several */
  gap: number;
}

export interface PlacedLabel extends Words {
  item: Item;
  /** the cell that it belongs to; of a run, the newest */
  cell: Cell;
  x: number;
  /** baselines */
  headY: number;
  tailX: number;
  tailY: number;
  width: number;
}

export interface PlacedRun {
  item: Item;
  x: number;
  top: number;
  bottom: number;
  /** its texts, each at its year */
  marks: readonly { text: Text; y: number }[];
}

export interface Layout {
  width: number;
  height: number;
  /** whether all labels stand in one column at the right, because the lanes have no room for them */
  isNarrow: boolean;
  /** left end of the lanes, right end of the years */
  axis: number;
  head: number;
  lanes: readonly PlacedLane[];
  rows: readonly PlacedRow[];
  years: readonly PlacedYear[];
  labels: readonly PlacedLabel[];
  runs: readonly PlacedRun[];
}

export const markRadius = 5;
/** Below this width the labels leave the lanes. */
export const narrowBelow = 700;

const lineHeight = 15;
const pitches = { trunk: 3.5, bus: 3.5 };
/** Room that lines may take up in all; where there are more, they come closer to each other. */
const mostGutter = 44;
const mostBuses = 24;
const gapOfYears = 3;

const spread = (tracks: number, pitch: number, most: number) => ({
  room: Math.min(tracks * pitch, most),
  pitch: tracks * pitch > most ? most / tracks : pitch,
});

/** Shares room out so that nobody gets more than wished before everybody has as much. */
function shareOut(wishes: readonly number[], room: number): number[] {
  let level = 0;
  let left = room;
  const open = [...wishes].sort((one, two) => one - two);
  for (const [at, wish] of open.entries()) {
    const step = Math.min(wish - level, left / (open.length - at));
    level += step;
    left -= step * (open.length - at);
  }
  return wishes.map((wish) => Math.min(wish, level));
}

/** The widths of the labels of each lane: room for the symbols first, then for the titles; what is left goes to all alike. */
function shareWidth(grid: Grid, room: number, measure: Measure): number[] {
  const wishes = grid.lanes.map((lane, at) => {
    const items = grid.cells.filter((cell) => cell.lane === at).map(({ item }) => item);
    const [name, what] = lanes[lane].head;
    const least = Math.max(measure(name, 'head'), measure(what, 'tail'), ...items.map((item) => leastWidth(item, measure)));
    return { needed: Math.min(240, least), liked: Math.min(420, Math.max(least, ...items.map((item) => likedWidth(item, measure)))) };
  });
  const needed = shareOut(
    wishes.map((wish) => wish.needed),
    room,
  );
  const sum = (widths: readonly number[]) => widths.reduce((all, width) => all + width, 0);
  const more = shareOut(
    wishes.map(({ liked }, at) => liked - (needed[at] ?? 0)),
    room - sum(needed),
  );
  const rest = (room - sum(needed) - sum(more)) / grid.lanes.length;
  return needed.map((width, at) => width + (more[at] ?? 0) + rest);
}

function placeLanes(grid: Grid, plan: Plan, axis: number, width: number, isNarrow: boolean, measure: Measure): PlacedLane[] {
  const gutters = plan.inLane.map((tracks) => spread(tracks, pitches.trunk, isNarrow ? 9 : mostGutter));
  // Left of the gutter, from the gutter to the mark, beside the mark.
  const [before, toMark, beside] = isNarrow ? [3, 11, 7] : [6, 13, 9];
  const after = isNarrow ? 0 : 5;
  const fixed = gutters.reduce((sum, { room }) => sum + before + room + toMark + beside + after, 0);
  const shares = isNarrow ? [] : shareWidth(grid, Math.max(0, width - axis - fixed), measure);
  const column = axis + fixed + 4;
  let left = axis;
  return grid.lanes.map((lane, at) => {
    const { room, pitch } = gutters[at] ?? { room: 0, pitch: pitches.trunk };
    const markX = left + before + room + toMark;
    const labelX = isNarrow ? column : markX + beside;
    const labelWidth = Math.floor(isNarrow ? width - column : (shares[at] ?? 0));
    const right = markX + beside + (isNarrow ? 0 : labelWidth) + after;
    const placed = { lane, left, markX, labelX, labelWidth, right, pitch };
    left = right;
    return placed;
  });
}

/** A text of a run is low, but for the newest, beside which the words stand. */
function cellHeight({ isMark, item, text }: Cell): number {
  if (isMark && text !== item.texts[0]) return 9;
  return wordsOf(item).isTwoLines ? 2 * lineHeight + 2 : lineHeight + 3;
}

const rowHeight = ({ cells }: Row) => Math.max(9, ...cells.map(cellHeight));

/** Years between two that follow each other in the picture. */
const gapBefore = (rows: readonly Row[], at: number): number => {
  const [year, later] = [rows[at]?.year, rows[at - 1]?.year];
  return year && later ? later - year - 1 : 0;
};

function placeRows(grid: Grid, plan: Plan, head: number, isNarrow: boolean): PlacedRow[] {
  const rows = grid.rows;
  let top = head;
  return rows.map((row, at) => {
    const isFirst = row.year !== rows[at - 1]?.year;
    if (isFirst && at > 0) top += row.year === null ? 34 : gapBefore(rows, at) >= gapOfYears ? 18 : 2;
    const height = rowHeight(row);
    const { room, pitch } = spread(plan.inRow[at] ?? 0, pitches.bus, isNarrow ? 10 : mostBuses);
    const y = top + (height < lineHeight ? height / 2 : lineHeight / 2 + 1);
    const foot = top + height + (room > 0 ? 2 : 0);
    const bottom = foot + room + (height < lineHeight ? 0 : 5);
    top = bottom;
    return { y, foot, bottom, pitch };
  });
}

function runsOf(cells: readonly Cell[]): Map<Item, Cell[]> {
  const runs = new Map<Item, Cell[]>();
  for (const cell of cells) if (cell.isMark) runs.set(cell.item, [...(runs.get(cell.item) ?? []), cell]);
  for (const marks of runs.values()) marks.sort((one, two) => one.row - two.row);
  return runs;
}

function placeYears(rows: readonly Row[], placed: readonly PlacedRow[]): PlacedYear[] {
  const years = rows.flatMap(({ year }, at) => {
    if (at > 0 && rows[at - 1]?.year === year) return [];
    const gap = gapBefore(rows, at);
    const top = placed[at - 1]?.bottom ?? (placed[at]?.y ?? 0) - lineHeight / 2;
    const isFull = rows.some((row) => row.year === year && row.cells.some(({ isMark }) => !isMark));
    return [{ year, top, y: placed[at]?.y ?? 0, isNamed: isFull, gap: gap >= gapOfYears ? gap : 0 }];
  });
  // Years of folded texts stand close; they are named where the others leave room.
  for (const [at, entry] of years.entries()) {
    if (entry.isNamed) continue;
    const last = years.slice(0, at).findLast(({ isNamed }) => isNamed);
    const next = years.slice(at + 1).find(({ isNamed }) => isNamed);
    const isFree = (other?: { y: number }) => !other || Math.abs(other.y - entry.y) >= 15;
    entry.isNamed = isFree(last) && isFree(next);
  }
  return years;
}

function placeLabels(grid: Grid, lanes: readonly PlacedLane[], rows: readonly PlacedRow[], measure: Measure): PlacedLabel[] {
  const done = new Set<Item>();
  const inOrder = [...grid.cells].sort((one, two) => one.row - two.row);
  return inOrder.flatMap((cell) => {
    const { item } = cell;
    const [lane, row] = [lanes[cell.lane], rows[cell.row]];
    if (done.has(item) || !lane || !row) return [];
    done.add(item);
    const words = fittedWords(item, lane.labelWidth, measure);
    const headY = row.y + 4.5;
    const headWidth = measure(words.head, 'head');
    const tailX = words.isTwoLines ? lane.labelX : lane.labelX + headWidth + wordSpace;
    const width = words.isTwoLines ? Math.max(headWidth, measure(words.tail, 'tail')) : tailX - lane.labelX + measure(words.tail, 'tail');
    return [{ ...words, item, cell, x: lane.labelX, headY, tailX, tailY: headY + (words.isTwoLines ? lineHeight : 0), width }];
  });
}

/** Lays a grid out; `plan` is that of the lines that are always shown, for which room is kept. */
export function layOut(grid: Grid, plan: Plan, width: number, measure: Measure): Layout {
  const isNarrow = width < narrowBelow;
  const axis = isNarrow ? 34 : 50;
  const head = isNarrow ? 82 : 40;
  const lanes = placeLanes(grid, plan, axis, width, isNarrow, measure);
  const rows = placeRows(grid, plan, head + 12, isNarrow);
  const runs = [...runsOf(grid.cells)].map(([item, marks]) => ({
    item,
    x: lanes[marks[0]?.lane ?? 0]?.markX ?? 0,
    top: (rows[marks[0]?.row ?? 0]?.y ?? 0) - 6,
    bottom: (rows[marks.at(-1)?.row ?? 0]?.y ?? 0) + 6,
    marks: marks.map(({ text, row }) => ({ text, y: rows[row]?.y ?? 0 })),
  }));
  return {
    width,
    height: Math.ceil((rows.at(-1)?.bottom ?? head) + 8),
    isNarrow,
    axis,
    head,
    lanes,
    rows,
    years: placeYears(grid.rows, rows),
    labels: placeLabels(grid, lanes, rows, measure),
    runs,
  };
}

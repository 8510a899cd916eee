/** From what is within reach to everything that is drawn, and what is drawn on top while something is looked at. */
import { type Folding, type Item, shownCitations } from './fold.js';
import { arrange, bundle, type Cell, type Edge, type Grid } from './grid.js';
import type { Measure } from './label.js';
import { type Layout, layOut, narrowBelow } from './layout.js';
import type { Reach } from './reach.js';
import { type Plan, planTracks } from './tracks.js';
import { type Wire, wires } from './wires.js';

export interface Drawing {
  grid: Grid;
  edges: readonly Edge[];
  plan: Plan;
  layout: Layout;
  wires: readonly Wire[];
  /** the place of an item by its key; of a run, its newest text */
  cellOfItem: ReadonlyMap<string, Cell>;
}

export function draw(reached: Reach, { items }: Folding, all: boolean, width: number, measure: Measure): Drawing {
  const grid = arrange(items, reached.citations, { oneLabelPerRow: width < narrowBelow });
  const edges = bundle(shownCitations(reached, all), grid);
  const plan = planTracks(grid, edges);
  const layout = layOut(grid, plan, width, measure);
  const cellOfItem = new Map<string, Cell>();
  for (const cell of grid.cells) if (!cellOfItem.has(cell.item.key)) cellOfItem.set(cell.item.key, cell);
  return { grid, edges, plan, layout, wires: wires(edges, plan, layout), cellOfItem };
}

/** What is looked at: its lines, and the items at their ends. */
export interface Highlight {
  wires: readonly Wire[];
  /** keys of the items */
  items: ReadonlySet<string>;
}

function highlighted({ grid, edges, plan, layout }: Drawing, chosen: readonly Edge[]): Highlight {
  const together = planTracks(grid, [...edges, ...chosen], plan);
  return { wires: wires(chosen, together, layout), items: new Set(chosen.flatMap(({ from, to }) => [from.item.key, to.item.key])) };
}

/** All citations of an item within reach, those too that the picture leaves out. */
export function highlightItem(drawing: Drawing, reached: Reach, item: Item): Highlight {
  const ids = new Set(item.texts.map(({ id }) => id));
  const citations = reached.citations.filter(({ from, to }) => ids.has(from) || ids.has(to));
  const { wires: lines, items } = highlighted(drawing, bundle(citations, drawing.grid));
  return { wires: lines, items: new Set([...items, item.key]) };
}

export const highlightWire = (drawing: Drawing, wire: Wire): Highlight => highlighted(drawing, wire.edges);

/** The item that an arrow key leads to: the next in the lane, or the nearest of the next lane. */
export function neighbour({ grid, layout, cellOfItem }: Drawing, from: Item, key: string): Item | undefined {
  const cell = cellOfItem.get(from.key);
  if (!cell) return undefined;
  const firsts = [...cellOfItem.values()];
  const y = ({ row }: Cell) => layout.rows[row]?.y ?? 0;
  const nearest = (cells: readonly Cell[]) =>
    [...cells].sort((one, two) => Math.abs(y(one) - y(cell)) - Math.abs(y(two) - y(cell)) || one.row - two.row)[0]?.item;
  if (key === 'ArrowUp' || key === 'ArrowDown') {
    const way = key === 'ArrowDown' ? 1 : -1;
    return nearest(firsts.filter(({ lane, row }) => lane === cell.lane && Math.sign(row - cell.row) === way));
  }
  if (key !== 'ArrowLeft' && key !== 'ArrowRight') return undefined;
  const way = key === 'ArrowRight' ? 1 : -1;
  for (let lane = cell.lane + way; lane >= 0 && lane < grid.lanes.length; lane += way) {
    const item = nearest(firsts.filter((other) => other.lane === lane));
    if (item) return item;
  }
  return undefined;
}

/** The lines of the picture: from a text down into the bus below its row, along it, down the gutter of a cited text's lane, into that text. */
import type { Edge } from './grid.js';
import { type Layout, markRadius } from './layout.js';
import { busOf, type Plan, trunkIn } from './tracks.js';
import { type Style, styles } from './verbs.js';

/** One stroke: several edges run along it. */
export interface Wire {
  key: string;
  style: Style;
  /** path data */
  path: string;
  /** points of the arrows at its ends, and whether they point to the right or down */
  arrows: readonly { x: number; y: number; way: 'right' | 'down' }[];
  edges: readonly Edge[];
}

const corner = 5;
/** Room for the arrow before a mark. */
const arrowLength = 5;

const round = (value: number) => Math.round(value * 10) / 10;
const point = (x: number, y: number) => `${round(x)} ${round(y)}`;

/** Several looks at one text stand side by side around its middle. */
function offsets(edges: readonly Edge[], keyOf: (edge: Edge) => string): Map<string, Map<Style, number>> {
  const looks = new Map<string, Set<Style>>();
  for (const edge of edges) looks.set(keyOf(edge), (looks.get(keyOf(edge)) ?? new Set()).add(edge.style));
  return new Map(
    [...looks].map(([key, set]) => {
      const order = styles.filter((style) => set.has(style));
      const pitch = Math.min(2.6, (2 * markRadius) / order.length);
      return [key, new Map(order.map((style, at) => [style, (at - (order.length - 1) / 2) * pitch]))];
    }),
  );
}

function groups(edges: readonly Edge[], keyOf: (edge: Edge) => string): Edge[][] {
  const found = new Map<string, Edge[]>();
  for (const edge of edges) {
    const group = found.get(keyOf(edge));
    if (group) group.push(edge);
    else found.set(keyOf(edge), [edge]);
  }
  return [...found.values()];
}

export function wires(edges: readonly Edge[], plan: Plan, layout: Layout): Wire[] {
  const { lanes, rows } = layout;
  const routed = edges.filter((edge) => !plan.straight.has(edge));
  const leaving = offsets(edges, ({ from }) => from.key);
  const entering = offsets(routed, ({ to }) => to.key);
  const markX = (lane: number) => lanes[lane]?.markX ?? 0;
  const rowY = (row: number) => rows[row]?.y ?? 0;
  const trunkX = (edge: Edge) => {
    const lane = lanes[edge.to.lane];
    if (!lane) return 0;
    // Lines that had no room planned for them stay within the gutter.
    return Math.max(lane.left + 3, lane.markX - 13 - (plan.trunks.get(trunkIn(plan, edge)) ?? 0) * lane.pitch);
  };
  const busY = (edge: Edge) => {
    const row = rows[edge.from.row];
    if (!row) return 0;
    return Math.min(Math.max(row.bottom, row.foot + 2) - 1, row.foot + (plan.buses.get(busOf(edge)) ?? 0) * row.pitch + 1);
  };
  const stemX = ({ from, style }: Edge) => markX(from.lane) + (leaving.get(from.key)?.get(style) ?? 0);
  const entryY = ({ to, style }: Edge) => rowY(to.row) + (entering.get(to.key)?.get(style) ?? 0);

  /** From a text down and along to the trunks that lead on, left and right. */
  const bus = (group: readonly Edge[]): Wire[] => {
    const [first] = group;
    if (!first) return [];
    const [x, y] = [stemX(first), busY(first)];
    const top = rowY(first.from.row) + (first.from.isMark ? 2 : markRadius);
    const ends = group.map(trunkX);
    const sides = [Math.min(...ends), Math.max(...ends)].filter((end, at) => (at === 0 ? end < x : end > x));
    const path = sides.map((end) => {
      const towards = Math.sign(end - x);
      const turn = Math.min(corner, Math.abs(end - x) / 2, Math.abs(y - top));
      return `M${point(x, top)}V${round(y - turn)}Q${point(x, y)} ${point(x + towards * turn, y)}H${round(end - towards * corner)}`;
    });
    return [{ key: `bus ${busOf(first)}`, style: first.style, path: path.join(''), arrows: [], edges: group }];
  };

  const endX = ({ to }: Edge) => markX(to.lane) - (to.isMark ? 4 : markRadius);
  /** From a bus, or from several, each joining with a bend, along the gutter, and to the right into a text, or into several. */
  const trunk = (group: readonly Edge[]): Wire[] => {
    const [first] = group;
    if (!first) return [];
    const x = trunkX(first);
    const path: string[] = [];
    for (const way of [1, -1]) {
      const side = group.filter((edge) => Math.sign(entryY(edge) - busY(edge) || 1) === way);
      const starts = new Map(side.map((edge) => [busY(edge), Math.sign(stemX(edge) - x) || 1]));
      const ends = new Map(side.map((edge) => [entryY(edge), endX(edge) - arrowLength]));
      if (starts.size === 0) continue;
      // Drawn from the first start to the last end in one stroke, so that dashes run through.
      const [start, end] =
        way === 1 ? [Math.min(...starts.keys()), Math.max(...ends.keys())] : [Math.max(...starts.keys()), Math.min(...ends.keys())];
      const bend = Math.min(corner, Math.abs(end - start) / 2);
      const join = (y: number, towards: number) => `M${point(x + towards * corner, y)}Q${point(x, y)} ${point(x, y + way * bend)}`;
      const leave = (y: number, to: number) => `${round(y - way * bend)}Q${point(x, y)} ${point(x + bend, y)}H${round(to)}`;
      path.push(`${join(start, starts.get(start) ?? 1)}V${leave(end, ends.get(end) ?? x)}`);
      for (const [y, towards] of starts) if (y !== start) path.push(join(y, towards));
      for (const [y, to] of ends) if (y !== end) path.push(`M${round(x)} ${leave(y, to)}`);
    }
    const arrows = new Map(group.map((edge) => [edge.to.key, { x: endX(edge), y: entryY(edge), way: 'right' as const }]));
    return [{ key: `trunk ${trunkIn(plan, first)}`, style: first.style, path: path.join(''), arrows: [...arrows.values()], edges: group }];
  };

  const straight = edges
    .filter((edge) => plan.straight.has(edge))
    .map((edge): Wire => {
      const x = stemX(edge);
      const [top, bottom] = [rowY(edge.from.row) + markRadius, rowY(edge.to.row) - (edge.to.isMark ? 6 : markRadius)];
      return {
        key: `straight ${edge.from.key}\n${edge.to.key}\n${edge.style}`,
        style: edge.style,
        path: `M${point(x, top)}V${round(bottom - arrowLength)}`,
        arrows: [{ x, y: bottom, way: 'down' }],
        edges: [edge],
      };
    });
  return [...groups(routed, busOf).flatMap(bus), ...groups(routed, (edge) => trunkIn(plan, edge)).flatMap(trunk), ...straight];
}

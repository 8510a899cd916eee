/** Which lines share a track: those of one look to one text, or from one, run together in the gutter of a lane and below the row they come from. */
import type { Cell, Edge, Grid } from './grid.js';

/** Something that takes up a stretch of a channel. */
export interface Span {
  key: string;
  from: number;
  to: number;
}

export type Tracks = ReadonlyMap<string, number>;

/** Gives each span the first track where it touches no other, the short ones first; `taken` ones keep theirs. */
export function assignTracks(spans: readonly Span[], taken: Tracks = new Map()): Map<string, number> {
  const tracks = new Map<string, number>();
  const used: Span[][] = [];
  const put = (span: Span, track: number) => {
    tracks.set(span.key, track);
    while (used.length <= track) used.push([]);
    used[track]?.push(span);
  };
  for (const span of spans) {
    const track = taken.get(span.key);
    if (track !== undefined) put(span, track);
  }
  const others = spans.filter(({ key }) => !taken.has(key)).sort((one, two) => one.to - one.from - (two.to - two.from));
  for (const span of others) {
    let track = 0;
    while (used[track]?.some(({ from, to }) => from <= span.to && span.from <= to)) track++;
    put(span, track);
  }
  return tracks;
}

/** What tells an edge from the others. */
const idOf = ({ from, to, style }: Edge): string => `${from.key}\n${to.key}\n${style}`;
/** All lines of one look from one text. */
export const busOf = ({ from, style }: Edge): string => `${from.key}\n${style}`;

export interface Plan {
  /** lines between texts that follow each other in a lane, which need no track */
  straight: ReadonlySet<Edge>;
  /** the trunk that an edge runs along, by `idOf` */
  trunkOf: ReadonlyMap<string, string>;
  /** track of each trunk in the gutter of its lane, 0 nearest to the texts */
  trunks: Tracks;
  /** track of each bus below its row, 0 on top */
  buses: Tracks;
  /** how many tracks each lane and each row needs */
  inLane: readonly number[];
  inRow: readonly number[];
}

/** Whether nothing of the lane stands between two texts of it. */
function follows(edge: Edge, rowsInLane: readonly (readonly number[])[]): boolean {
  const { from, to } = edge;
  if (from.lane !== to.lane || from.row >= to.row) return false;
  const rows = rowsInLane[from.lane] ?? [];
  return rows[rows.indexOf(from.row) + 1] === to.row;
}

/** Widens the span of a key so that it holds two more points. */
function widen(spans: Map<string, Span>, key: string, one: number, two: number): void {
  const span = spans.get(key) ?? { key, from: one, to: one };
  spans.set(key, { key, from: Math.min(span.from, one, two), to: Math.max(span.to, one, two) });
}

/** Across, a lane is two wide: its gutter, then its texts. */
const acrossText = ({ lane }: Cell) => 2 * lane + 1;
const acrossGutter = ({ lane }: Cell) => 2 * lane;

const highest = (tracks: Tracks) => Math.max(-1, ...tracks.values()) + 1;

/** Lines of one look share a trunk with those to the same text, or with those from the same text into the same lane: whichever are more. */
function joinTrunks(edges: readonly Edge[], before?: Plan): Map<string, string> {
  const toText = ({ to, style }: Edge) => `to ${to.key}\n${style}`;
  const fromText = ({ from, to, style }: Edge) => `from ${from.key}\n${style}\n${to.lane}`;
  const counts = new Map<string, number>();
  for (const edge of edges) for (const key of [toText(edge), fromText(edge)]) counts.set(key, (counts.get(key) ?? 0) + 1);
  return new Map(
    edges.map((edge) => {
      const [to, from] = [toText(edge), fromText(edge)];
      return [idOf(edge), before?.trunkOf.get(idOf(edge)) ?? ((counts.get(from) ?? 0) > (counts.get(to) ?? 0) ? from : to)];
    }),
  );
}

/** The trunk of an edge. */
export const trunkIn = ({ trunkOf }: Pick<Plan, 'trunkOf'>, edge: Edge): string => trunkOf.get(idOf(edge)) ?? '';

/** Plans the tracks of lines; those that are in `before` keep theirs, so that nothing jumps when more lines are shown. */
export function planTracks({ lanes, rows, cells }: Grid, edges: readonly Edge[], before?: Plan): Plan {
  const rowsInLane = lanes.map((_, lane) =>
    cells
      .filter((cell) => cell.lane === lane)
      .map(({ row }) => row)
      .sort((one, two) => one - two),
  );
  const straight = new Set(edges.filter((edge) => follows(edge, rowsInLane)));
  const trunkOf = joinTrunks(
    edges.filter((edge) => !straight.has(edge)),
    before,
  );
  const trunkSpans = lanes.map(() => new Map<string, Span>());
  const busSpans = rows.map(() => new Map<string, Span>());
  for (const edge of edges) {
    if (straight.has(edge)) continue;
    const [lane, row] = [trunkSpans[edge.to.lane], busSpans[edge.from.row]];
    // A bus lies below its row, so half a row lower than the texts.
    if (lane) widen(lane, trunkIn({ trunkOf }, edge), edge.from.row + 0.5, edge.to.row);
    if (row) widen(row, busOf(edge), acrossText(edge.from), acrossGutter(edge.to));
  }
  const trunks = trunkSpans.map((spans) => assignTracks([...spans.values()], before?.trunks));
  const buses = busSpans.map((spans) => assignTracks([...spans.values()], before?.buses));
  return {
    straight,
    trunkOf,
    trunks: new Map(trunks.flatMap((tracks) => [...tracks])),
    buses: new Map(buses.flatMap((tracks) => [...tracks])),
    inLane: trunks.map(highest),
    inRow: buses.map(highest),
  };
}

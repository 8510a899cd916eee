/** Walks several presorted lists as one, from a place on and in either direction, so that a page of a big node reads little more than its rows. */
import type { Page, PageRequest, Position, Row } from '../graph-store.js';
import { comparePositions } from '../order.js';
import { pageOf } from '../pages.js';

/** A presorted list; an array is one. */
export interface Run<T> {
  readonly length: number;
  at(index: number): T | undefined;
}

/** How the items of runs stand. Items that compare as 0 are the same item. */
export interface Walk<T> {
  compare: (a: T, b: T) => number;
  /** its only key is the sort key */
  positionOf: (item: T) => Position;
  /** whether the sort keys descend */
  descending?: boolean;
}

/** The list the other way round, but for items of one key: they keep their order. Few have one key. */
export function turned<T>(run: Run<T>, keyOf: (item: T) => number): Run<T> {
  return {
    length: run.length,
    at: (index) => {
      const place = run.length - 1 - index;
      const item = run.at(place);
      if (item === undefined || place < 0) return undefined;
      const isAlike = (other: number) => other >= 0 && other < run.length && keyOf(run.at(other) as T) === keyOf(item);
      let [first, last] = [place, place];
      while (isAlike(first - 1)) first -= 1;
      while (isAlike(last + 1)) last += 1;
      return run.at(first + last - place);
    },
  };
}

/** The first index whose item passes, where all that follow one that passes pass too; the length when none does. */
export function firstIndex<T>(run: Run<T>, passes: (item: T) => boolean): number {
  let [low, high] = [0, run.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (passes(run.at(middle) as T)) high = middle;
    else low = middle + 1;
  }
  return low;
}

interface Slice<T> {
  run: Run<T>;
  /** the next index to read and the last one to read, in the direction of the walk */
  next: number;
  last: number;
}

/** The distinct items of the slices in order, or in reverse order. */
function* merge<T>(slices: Slice<T>[], compare: Walk<T>['compare'], step: 1 | -1): Generator<T> {
  const left = ({ next, last }: Slice<T>) => (last - next) * step >= 0;
  const item = (slice: Slice<T>) => slice.run.at(slice.next) as T;
  let previous: T | undefined;
  let open = slices.filter(left);
  while (open.length > 0) {
    let least = open[0] as Slice<T>;
    for (const slice of open) if (compare(item(slice), item(least)) * step < 0) least = slice;
    const value = item(least);
    least.next += step;
    if (!left(least)) open = open.filter(left);
    if (previous === undefined || compare(previous, value) !== 0) yield value;
    previous = value;
  }
}

/** All distinct items in order. */
export const inOrder = <T>(runs: readonly Run<T>[], compare: Walk<T>['compare']): Iterable<T> =>
  merge(
    runs.map((run) => ({ run, next: 0, last: run.length - 1 })),
    compare,
    1,
  );

/** All distinct items in any order, which costs less than `inOrder` where there are many runs. */
export function* inAnyOrder<T>(runs: readonly Run<T>[]): Generator<T> {
  const seen = new Set<T>();
  for (const run of runs) {
    let previous: T | undefined;
    for (let index = 0; index < run.length; index += 1) {
      const item = run.at(index) as T;
      if (item === previous || (runs.length > 1 && seen.has(item))) continue;
      if (runs.length > 1) seen.add(item);
      previous = item;
      yield item;
    }
  }
}

/**
 * A page of the items that are kept, in the order of the walk; only the total reads more than the page.
 * @param size how many are kept, where that is known
 */
export function walkPage<T>(
  runs: readonly Run<T>[],
  walk: Walk<T>,
  keep: (item: T) => boolean,
  page: PageRequest,
  size: number | null = null,
): Page<T> {
  const { after, before, fromEnd, limit = Number.POSITIVE_INFINITY } = page;
  const compare = comparePositions([walk.descending ?? false]);
  const slices = runs.map((run) => {
    const first = after ? firstIndex(run, (item) => compare(walk.positionOf(item), after) > 0) : 0;
    const last = (before ? firstIndex(run, (item) => compare(walk.positionOf(item), before) >= 0) : run.length) - 1;
    return fromEnd ? { run, next: last, last: first } : { run, next: first, last };
  });
  const rows: Row<T>[] = [];
  let more = false;
  for (const item of merge(slices, walk.compare, fromEnd ? -1 : 1)) {
    if (!keep(item)) continue;
    more = rows.length === limit;
    if (more) break;
    rows.push({ value: item, position: walk.positionOf(item) });
  }
  if (fromEnd) rows.reverse();
  let total = size ?? 0;
  if (page.total && size === null) for (const item of inAnyOrder(runs)) if (keep(item)) total += 1;
  return pageOf(rows, more, total, page);
}

/** Cuts pages as the port defines them, for both stores. */
import type { Page, PageRequest, Position, Row } from './graph-store.js';

/** The page made of its rows in order; `more`: further rows lie beyond it in the direction of the walk. */
export function pageOf<T>(rows: readonly Row<T>[], more: boolean, total: number, page: PageRequest): Page<T> {
  return {
    rows,
    total: page.total ? total : null,
    hasNext: Boolean(page.before) || (more && !page.fromEnd),
    hasPrevious: Boolean(page.after) || (more && Boolean(page.fromEnd)),
  };
}

/**
 * A page of items that come in any order. Reads them once and keeps no more than some multiple of a page,
 * so that a page of a long list costs no sort of the whole.
 */
export function cutPage<T>(
  items: Iterable<T>,
  positionOf: (item: T) => Position,
  compare: (a: Position, b: Position) => number,
  page: PageRequest,
): Page<T> {
  const { limit = Number.POSITIVE_INFINITY, after, before, fromEnd } = page;
  const byWalk = (a: Row<T>, b: Row<T>) => (fromEnd ? compare(b.position, a.position) : compare(a.position, b.position));
  const rows: Row<T>[] = [];
  let total = 0;
  for (const value of items) {
    total += 1;
    const position = positionOf(value);
    if ((after && compare(position, after) <= 0) || (before && compare(position, before) >= 0)) continue;
    rows.push({ value, position });
    if (rows.length > 1000 + 2 * limit) {
      rows.sort(byWalk);
      rows.length = limit + 1;
    }
  }
  rows.sort(byWalk);
  const more = rows.length > limit;
  if (more) rows.length = limit;
  if (fromEnd) rows.reverse();
  return pageOf(rows, more, total, page);
}

/** How statements answer for several scopes or ids at once, and how pages are made of that. */
import type { Page, PageRequest, Row } from '../graph-store.js';
import { pageOf } from '../pages.js';

/** The rows of a page in the direction in which they were read, one more than wanted if there are more. */
export interface PageAnswer<T> {
  rows: readonly T[];
  total: number | null;
}

/** The answers of scopes, in the order of the scopes. */
export const inPlace = <T extends { index: number }>(answers: readonly T[]): T[] => [...answers].sort((a, b) => a.index - b.index);

/** The page of an answer. */
export function pageFrom<T, U>({ rows: read, total }: PageAnswer<T>, page: PageRequest, rowOf: (row: T) => Row<U>): Page<U> {
  const more = read.length > (page.limit ?? Number.POSITIVE_INFINITY);
  const rows = (more ? read.slice(0, page.limit) : read).map(rowOf);
  return pageOf(page.fromEnd ? rows.reverse() : rows, more, total ?? 0, page);
}

/** The page of what is not there. */
export const emptyPage = (page: PageRequest): Page<never> => pageOf([], false, 0, page);

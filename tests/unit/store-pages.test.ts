/** Cutting a page of a long list, of which not all is kept, gives what sorting the whole would give. */
import type { Position } from '../../src/store/graph-store.js';
import { comparePositions } from '../../src/store/order.js';
import { cutPage } from '../../src/store/pages.js';

const compare = comparePositions([true]);
const numbers = Array.from({ length: 5000 }, (_, index) => (index * 7919) % 5000);
const positionOf = (value: number): Position => ({ keys: [value % 50 === 0 ? null : value % 50], id: String(value).padStart(4, '0') });
const sorted = [...numbers].sort((a, b) => compare(positionOf(a), positionOf(b)));
const cut = (page: Parameters<typeof cutPage>[3]) => {
  const { rows, ...rest } = cutPage(numbers, positionOf, compare, page);
  return { values: rows.map(({ value }) => value), ...rest };
};

test('the first and the last page of a long list are those of the sorted list', () => {
  expect(cut({ limit: 10, total: true })).toEqual({ values: sorted.slice(0, 10), total: 5000, hasNext: true, hasPrevious: false });
  expect(cut({ limit: 10, fromEnd: true })).toEqual({ values: sorted.slice(-10), total: null, hasNext: false, hasPrevious: true });
});

test('every page is found when a long list is walked by its positions', () => {
  const walked: number[] = [];
  for (let page = cut({ limit: 700 }); ; page = cut({ limit: 700, after: positionOf(walked.at(-1) as number) })) {
    walked.push(...page.values);
    if (!page.hasNext) break;
  }
  expect(walked).toEqual(sorted);
});

test('a page that ends exactly where the list ends has no next', () => {
  expect(cut({ limit: 5000 }).hasNext).toBe(false);
  expect(cut({ limit: 4999 }).hasNext).toBe(true);
  expect(cut({}).values).toEqual(sorted);
});

test('a list that is just long enough to be cut while it is read still has a next', () => {
  const page = cutPage(numbers.slice(0, 1021), positionOf, compare, { limit: 10 });
  expect(page).toMatchObject({ hasNext: true, hasPrevious: false });
});

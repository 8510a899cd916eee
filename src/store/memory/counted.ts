/** Sorting by counting, in typed arrays. */

/** Places in an order, and where each number begins in it. */
export interface Counted {
  starts: Uint32Array;
  order: Uint32Array;
}

/**
 * The places of items by a number below `size`, those with the same number in the order in which they come.
 * @param items how many there are, or their places in the order in which they come
 */
export function counted(items: number | Uint32Array, numberOf: (place: number) => number, size: number): Counted {
  const length = typeof items === 'number' ? items : items.length;
  const place = (index: number) => (typeof items === 'number' ? index : (items[index] as number));
  const starts = new Uint32Array(size + 1);
  for (let index = 0; index < length; index += 1) {
    const number = numberOf(place(index));
    starts[number + 1] = (starts[number + 1] as number) + 1;
  }
  for (let number = 1; number <= size; number += 1) starts[number] = (starts[number] as number) + (starts[number - 1] as number);
  const next = starts.slice();
  const order = new Uint32Array(length);
  for (let index = 0; index < length; index += 1) {
    const number = numberOf(place(index));
    const at = next[number] as number;
    next[number] = at + 1;
    order[at] = place(index);
  }
  return { starts, order };
}

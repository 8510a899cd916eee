/** Sorting by counting, in typed arrays. */

/** Items in an order, and where each number begins in it. */
export interface Counted {
  starts: Uint32Array;
  order: Uint32Array;
}

/** The items 0 to `length` - 1 by a number below `size`, those with the same number in the order in which they come. */
export function counted(length: number, numberOf: (item: number) => number, size: number): Counted {
  const starts = new Uint32Array(size + 1);
  for (let item = 0; item < length; item += 1) {
    const number = numberOf(item);
    starts[number + 1] = (starts[number + 1] as number) + 1;
  }
  for (let number = 1; number <= size; number += 1) starts[number] = (starts[number] as number) + (starts[number - 1] as number);
  const next = starts.slice();
  const order = new Uint32Array(length);
  for (let item = 0; item < length; item += 1) {
    const number = numberOf(item);
    const at = next[number] as number;
    next[number] = at + 1;
    order[at] = item;
  }
  return { starts, order };
}

/**
 * An index of words: which items have a word, or a word that begins so.
 * Not minisearch: the port wants exact sets (ranking is done above it), and a sorted array with binary search gives them without scoring.
 */
import { compareValues } from '../order.js';
import { counted } from './counted.js';
import { firstIndex, type Run } from './walk.js';

export class WordIndex<T> {
  /** for each word its number */
  private readonly numbers = new Map<string, number>();
  /** by the number of a word, where its items begin in `places`, which holds places of items: fifteen million of them for a million contributions */
  private readonly starts: Uint32Array;
  private readonly places: Uint32Array;
  private sorted: string[] | null = null;

  /** @param items in the order in which they are to be found */
  constructor(
    private readonly items: readonly T[],
    wordsOf: (item: T) => Iterable<string>,
  ) {
    const [words, owners] = [new Numbers(), new Numbers()];
    for (const [place, item] of items.entries())
      for (const word of wordsOf(item)) {
        const number = this.numbers.get(word) ?? this.numbers.size;
        if (number === this.numbers.size) this.numbers.set(word, number);
        words.push(number);
        owners.push(place);
      }
    const { starts, order } = counted(words.length, (index) => words.at(index), this.numbers.size);
    this.starts = starts;
    this.places = order.map((index) => owners.at(index));
  }

  /** The items that have the very word, in the order of the items. */
  having(word: string): Run<T> {
    const number = this.numbers.get(word);
    if (number === undefined) return [];
    const [start, end] = [this.starts[number] as number, this.starts[number + 1] as number];
    return {
      length: end - start,
      at: (index) => (index >= 0 && index < end - start ? this.items[this.places[start + index] as number] : undefined),
    };
  }

  /** The items with a word that begins so. */
  beginning(prefix: string): Set<T> {
    this.sorted ??= [...this.numbers.keys()].sort(compareValues);
    const found = new Set<T>();
    for (let index = firstIndex(this.sorted, (word) => word >= prefix); this.sorted[index]?.startsWith(prefix); index += 1) {
      const items = this.having(this.sorted[index] as string);
      for (let at = 0; at < items.length; at += 1) found.add(items.at(at) as T);
    }
    return found;
  }
}

/** Numbers in a typed array that grows. */
class Numbers {
  length = 0;
  private held = new Uint32Array(1024);

  push(number: number): void {
    if (this.length === this.held.length) {
      const larger = new Uint32Array(2 * this.length);
      larger.set(this.held);
      this.held = larger;
    }
    this.held[this.length] = number;
    this.length += 1;
  }

  at(index: number): number {
    return this.held[index] as number;
  }
}

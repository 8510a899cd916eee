/**
 * An index of words: which items have a word, or a word that begins so.
 * Not minisearch: the port wants exact sets (ranking is done above it), and a sorted array with binary search gives them without scoring.
 */
import { compareValues } from '../order.js';
import { firstIndex } from './walk.js';

export class WordIndex<T> {
  private readonly postings = new Map<string, T[]>();
  private sorted: string[] | null = null;

  /** @param items in the order in which they are to be found */
  constructor(items: Iterable<T>, wordsOf: (item: T) => Iterable<string>) {
    for (const item of items) {
      for (const word of wordsOf(item)) {
        const found = this.postings.get(word);
        if (found) found.push(item);
        else this.postings.set(word, [item]);
      }
    }
  }

  /** The items that have the very word, in the order of the items. */
  having(word: string): readonly T[] {
    return this.postings.get(word) ?? [];
  }

  /** The items with a word that begins so. */
  beginning(prefix: string): Set<T> {
    this.sorted ??= [...this.postings.keys()].sort(compareValues);
    const found = new Set<T>();
    for (let index = firstIndex(this.sorted, (word) => word >= prefix); this.sorted[index]?.startsWith(prefix); index += 1) {
      for (const item of this.having(this.sorted[index] as string)) found.add(item);
    }
    return found;
  }
}

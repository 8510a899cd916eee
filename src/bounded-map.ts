/** A map that holds no more than its limit: what was used longest ago makes room. */

interface Held<V> {
  value: V;
  weight: number;
}

export class BoundedMap<K, V> {
  /** oldest use first, as a Map keeps the order of its entries */
  private readonly entries = new Map<K, Held<V>>();
  private weight = 0;

  /** @param limit the most that its entries may weigh together; 0 keeps nothing */
  constructor(private readonly limit: number) {}

  /** The value, which now counts as used. */
  get(key: K): V | undefined {
    const held = this.entries.get(key);
    if (!held) return undefined;
    this.entries.delete(key);
    this.entries.set(key, held);
    return held.value;
  }

  /** Keeps a value; one that alone weighs more than an eighth of the limit is not kept, so that no single one drives out all others. */
  set(key: K, value: V, weight: number): void {
    this.delete(key);
    if (weight > this.limit / 8) return;
    this.entries.set(key, { value, weight });
    this.weight += weight;
    for (const [oldest] of this.entries) {
      if (this.weight <= this.limit) return;
      this.delete(oldest);
    }
  }

  delete(key: K): void {
    const held = this.entries.get(key);
    if (!held) return;
    this.weight -= held.weight;
    this.entries.delete(key);
  }

  clear(): void {
    this.entries.clear();
    this.weight = 0;
  }

  get size(): number {
    return this.entries.size;
  }

  /** What its entries weigh together. */
  get held(): number {
    return this.weight;
  }
}

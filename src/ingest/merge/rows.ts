/** Rows of a dataset that are being changed: found by what they are, replaced in place, and added where the rows of their document are. */

/** How rows are told apart, and which of them stand together. */
interface Order<T> {
  /** what a row is: two rows of one key are one fact */
  keyOf: (row: T) => string;
  /** the file that it stands in */
  fileOf: (row: T) => string;
  /** the document that states it; new rows go behind the last one of the same file and document, else of the same file */
  documentOf: (row: T) => string | null;
}

export class Rows<T> {
  private readonly byKey = new Map<string, T>();
  /** keys of the last rows by file, and by file and document, as they were at the beginning */
  private readonly last = new Map<string, string>();
  /** keys of new rows by the key of the row that they follow; '' where the file had none */
  private readonly following = new Map<string, string[]>();
  private readonly original: readonly string[];

  constructor(
    rows: readonly T[],
    private readonly order: Order<T>,
  ) {
    for (const row of rows) {
      const key = order.keyOf(row);
      this.byKey.set(key, row);
      for (const place of this.placesOf(row)) this.last.set(place, key);
    }
    this.original = rows.map(order.keyOf);
  }

  private placesOf(row: T): string[] {
    const file = this.order.fileOf(row);
    return [`${file}\t${this.order.documentOf(row) ?? ''}`, file];
  }

  find(key: string): T | undefined {
    return this.byKey.get(key);
  }

  values(): Iterable<T> {
    return this.byKey.values();
  }

  /** Puts a row in the place of the one with its key, or adds it. */
  set(row: T): void {
    const key = this.order.keyOf(row);
    if (!this.byKey.has(key)) {
      const anchor =
        this.placesOf(row)
          .map((place) => this.last.get(place))
          .find((found) => found !== undefined) ?? '';
      const before = this.following.get(anchor);
      if (before) before.push(key);
      else this.following.set(anchor, [key]);
    }
    this.byKey.set(key, row);
  }

  /** All rows in their order. */
  all(): T[] {
    return [...this.original.flatMap((key) => [key, ...(this.following.get(key) ?? [])]), ...(this.following.get('') ?? [])].map(
      (key) => this.byKey.get(key) as T,
    );
  }
}

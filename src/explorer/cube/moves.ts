/** Where a key leads within the table. */

export interface Spot {
  row: number;
  column: number;
}

const pageOfRows = 10;

/** The spot to which a key leads from another, within a table of so many rows and columns; nothing where the key is none of the table's. */
export function moved(key: string, isFar: boolean, at: Spot, size: { rows: number; columns: number }): Spot | undefined {
  const last = { row: size.rows - 1, column: size.columns - 1 };
  const spots: Readonly<Record<string, Spot>> = {
    ArrowUp: { ...at, row: isFar ? 0 : at.row - 1 },
    ArrowDown: { ...at, row: isFar ? last.row : at.row + 1 },
    ArrowLeft: { ...at, column: isFar ? 0 : at.column - 1 },
    ArrowRight: { ...at, column: isFar ? last.column : at.column + 1 },
    PageUp: { ...at, row: at.row - pageOfRows },
    PageDown: { ...at, row: at.row + pageOfRows },
    Home: isFar ? { row: 0, column: 0 } : { ...at, column: 0 },
    End: isFar ? last : { ...at, column: last.column },
  };
  const to = Object.hasOwn(spots, key) ? spots[key] : undefined;
  if (!to) return undefined;
  const within = (place: number, greatest: number) => Math.min(Math.max(place, 0), greatest);
  return { row: within(to.row, last.row), column: within(to.column, last.column) };
}

/** What stands behind a number of the table: which list of contributions to ask for so that it is exactly those that were counted. */
import type { Dimension, Filter, ListPart, Question } from './question.js';

/** A place of the table: a cell, the total of a row or of a column where only one key is given, the grand total where none is. */
export interface Place {
  row?: string;
  column?: string;
}

const parts: Readonly<Record<Exclude<Dimension, 'CYCLE'>, ListPart>> = {
  ENTITY: 'entities',
  ACTION_LINE: 'actionLines',
  SDG: 'sdgs',
  REGION: 'regions',
  ENTITY_CATEGORY: 'categories',
  DOCUMENT: 'documents',
};

/** How the contributions of a place are found. */
export type Behind =
  /** the list of contributions by this filter */
  | { by: 'filter'; filter: Filter }
  /** the cell of the cube by this filter, where no filter alone can tell it */
  | { by: 'cell'; filter: Filter; row: string; column: string }
  /** no question of the API gives them */
  | { by: 'nothing' };

/**
 * A filter asks for any member of a list, so a key beside the list that is asked for already cannot be added to it: with the filter
 * "by ITU", the row of UNESCO holds what both made. Those are read from the cube itself.
 */
export function behind({ rows, columns, filter }: Question, { row, column }: Place): Behind {
  const first = row === undefined ? { filter, isExact: true } : narrowed(filter, rows, row);
  const second = column === undefined ? { filter: first.filter, isExact: true } : narrowed(first.filter, columns, column);
  if (first.isExact && second.isExact) return { by: 'filter', filter: second.filter };
  if (row === undefined || column === undefined) return { by: 'nothing' };
  return { by: 'cell', filter: second.filter, row, column };
}

function narrowed(filter: Filter, dimension: Dimension, key: string): { filter: Filter; isExact: boolean } {
  if (dimension === 'CYCLE') return { filter: { ...filter, cycles: { from: Number(key), to: Number(key) } }, isExact: true };
  const part = parts[dimension];
  // A contribution is told in one document alone: whatever was asked for, the key is among it.
  if (!filter[part] || filter[part].includes(key) || dimension === 'DOCUMENT')
    return { filter: { ...filter, [part]: [key] }, isExact: true };
  return { filter, isExact: false };
}

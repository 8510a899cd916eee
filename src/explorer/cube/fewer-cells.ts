/** The refusal of a table that would have too many cells: how many, and what would have fewer. */
import { capital } from '../words.js';
import { dimensionWords } from './headers.js';
import { type Question, withAxis } from './question.js';

/** The size that the API refused, by its message; nothing where it refused something else. */
export function refusedSize({ code, message }: { code: string; message: string }): { rows: number; columns: number } | null {
  const found = /has (\d+) x (\d+) cells/.exec(message);
  if (code !== 'BAD_USER_INPUT' || !found) return null;
  return { rows: Number(found[1]), columns: Number(found[2]) };
}

/** Dimensions with many keys, and what is coarser. */
const coarser = { ENTITY: 'ENTITY_CATEGORY', DOCUMENT: 'CYCLE' } as const;

/** Questions that have fewer cells, each with the words for a button. */
export function waysToFewer(question: Question): [string, Question][] {
  const ways: [string, Question][] = [];
  if (question.includeEmpty) ways.push(['Leave out rows and columns without any', { ...question, includeEmpty: false }]);
  for (const axis of ['rows', 'columns'] as const) {
    const fine = question[axis];
    if (fine !== 'ENTITY' && fine !== 'DOCUMENT') continue;
    const other = coarser[fine];
    if (question[axis === 'rows' ? 'columns' : 'rows'] === other) continue;
    ways.push([`${capital(dimensionWords[other][1])} in place of ${dimensionWords[fine][1]}`, withAxis(question, axis, other)]);
  }
  return ways;
}

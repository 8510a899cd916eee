/** Cursors: where a row stands in a list, as text that a client keeps and gives back. */
import { createHash } from 'node:crypto';
import { ErrorCode, PublicError } from '../errors.js';

/** The place of a row in an order: its values for the keys of the order, and its id. */
export interface Position {
  keys: readonly (string | number | boolean | null)[];
  id: string;
}

const longest = 4096;
const digest = (body: string): string => createHash('sha256').update(body).digest('base64url').slice(0, 8);

/**
 * The cursor of a row.
 * @param list name of the list and its order; a cursor is good for that list and order only
 * @param version dataset version in which the row was seen; a cursor outlives a load and still means "after this row"
 */
export function encodeCursor(list: string, version: string, position: Position): string {
  const body = JSON.stringify([version, position.keys, position.id]);
  return Buffer.from(`${digest(list + body)}${body}`).toString('base64url');
}

/** The position in a cursor; BAD_CURSOR when it was not made by this list in this order. */
export function decodeCursor(list: string, cursor: string): Position {
  const bad = new PublicError(
    ErrorCode.BAD_CURSOR,
    'This cursor does not belong to this list in this order. Take cursors from `pageInfo` or `edges` of the same query.',
  );
  if (cursor.length > longest) throw bad;
  const text = Buffer.from(cursor, 'base64url').toString();
  const body = text.slice(8);
  const isOurs = Buffer.from(text).toString('base64url') === cursor && text.slice(0, 8) === digest(list + body);
  if (body === '' || !isOurs) throw bad;
  const [, keys, id] = JSON.parse(body) as [string, Position['keys'], string];
  return { keys, id };
}

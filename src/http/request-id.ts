/** The id of a request: in a header of its answer, in the log, and in an internal error. */
import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

/** An id that a proxy gave already, if it can do no harm in a log; else a new one. */
export function requestIdOf({ headers }: Pick<IncomingMessage, 'headers'>): string {
  const given = headers['x-request-id'];
  return typeof given === 'string' && /^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/.test(given) ? given : randomUUID();
}

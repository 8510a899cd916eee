/** Queries of the full-text indexes, in the syntax of Lucene. What is searched for is always a quoted or escaped word of it, never syntax. */

/** As many as Lucene takes in one query, with room to spare. */
export const mostClauses = 500;

const quoted = (text: string): string => `"${text.replace(/["\\]/g, '\\$&')}"`;
const escaped = (text: string): string => text.replace(/[^\p{L}\p{N}]/gu, '\\$&');

/** What has all of the words; when there are very many, of the first: the rest is for the caller to check. */
export const allWords = (words: readonly string[]): string =>
  words
    .slice(0, mostClauses)
    .map((word) => `+${quoted(word)}`)
    .join(' ');

/** What has words that begin with all of these (ALL), or with any of them (ANY): several queries when there are very many. */
export function beginnings(words: readonly string[], match: 'ALL' | 'ANY'): string[] {
  const clauses = words.map((word) => `${match === 'ALL' ? '+' : ''}${escaped(word)}*`);
  return match === 'ALL' ? [clauses.slice(0, mostClauses).join(' ')] : inParts(clauses);
}

/** What has any of the keys: several queries when there are very many. */
export const anyKey = (keys: readonly string[]): string[] => inParts(keys.map(quoted));

function inParts(clauses: readonly string[]): string[] {
  const parts: string[] = [];
  for (let at = 0; at < clauses.length; at += mostClauses) parts.push(clauses.slice(at, at + mostClauses).join(' '));
  return parts;
}

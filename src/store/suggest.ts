/** What may have been meant by a reference that was not found: symbols inside it, then names with its words, then names that begin like it. */
import { maximumReferenceLength } from '../domain/reference.js';
import { words } from '../domain/text.js';
import { type Kind, namedKinds } from '../domain/vocabulary.js';
import type { GraphStore } from './graph-store.js';
import { rank } from './rank.js';

const maximumSuggestions = 5;
const maximumWords = 12;

/** The word with less and less of its end: one, two and three characters off, then half and a quarter of it, then its first. At most six. */
function beginnings(word: string): string[] {
  const characters = [...word];
  const lengths = [1, 2, 3].map((off) => characters.length - off).concat([characters.length >> 1, characters.length >> 2, 1]);
  const falling = [...new Set(lengths)].filter((length) => length >= 1 && length < characters.length).sort((one, other) => other - one);
  return falling.map((length) => characters.slice(0, length).join(''));
}

/**
 * Ids of at most 5 nodes, best first, all of the kinds that are wanted: symbols inside the text; else names in which all words occur, then those with
 * any; else, by their ranking, names that begin like its longest word.
 * Costs at most eight calls of candidates().
 * @param within ids of the nodes whose symbols stand inside the text
 */
export async function suggestIds(store: GraphStore, ref: string, within: readonly string[], kinds: readonly Kind[]): Promise<string[]> {
  const asked = ref.length > maximumReferenceLength ? [] : words(ref).slice(0, maximumWords);
  const named = kinds.filter((kind) => (namedKinds as readonly Kind[]).includes(kind));
  if (within.length > 0) return [...new Set(within)].slice(0, maximumSuggestions);
  const ids = new Set<string>();
  const add = async (query: readonly string[], match: 'ALL' | 'ANY') => {
    if (ids.size >= maximumSuggestions || query.length === 0 || named.length === 0) return;
    for (const { candidate } of rank(query.join(' '), await store.candidates({ words: query, match, kinds: named }))) ids.add(candidate.id);
  };
  await add(asked, 'ALL');
  // A short word begins too many names to tell anything.
  if (asked.length > 1)
    await add(
      asked.filter((word) => word.length > 2),
      'ANY',
    );
  if (ids.size > 0) return [...ids].slice(0, maximumSuggestions);
  // Chopping helps a misspelt word; the longest of several tells most.
  const longest = asked.reduce((best, word) => (word.length > best.length ? word : best), '');
  for (const beginning of beginnings(longest)) await add([beginning], 'ALL');
  return [...ids].slice(0, maximumSuggestions);
}

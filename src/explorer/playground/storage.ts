/** Where GraphiQL keeps its tabs and its history: in this browser, or, where that is forbidden, in memory until the page is left. */
import type { Storage } from '@graphiql/toolkit';

/** Undefined for GraphiQL's own way, which is localStorage under names that begin with `graphiql:`. */
export function storageForTabs(): Storage | undefined {
  try {
    localStorage.getItem('graphiql:theme');
    return undefined;
  } catch {
    const kept = new Map<string, string>();
    return {
      getItem: (key) => kept.get(key) ?? null,
      setItem: (key, value) => kept.set(key, value),
      removeItem: (key) => kept.delete(key),
      clear: () => kept.clear(),
      get length() {
        return kept.size;
      },
    };
  }
}

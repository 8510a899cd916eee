/** Finding things: completions while somebody types, and what a whole reference stands for. */
import { useEffect, useState } from 'preact/hooks';
import { addressOf, searchFor } from './address.js';
import { ask } from './api.js';
import resolveQuery from './queries/resolve.graphql?raw';
import suggestQuery from './queries/suggest.graphql?raw';
import type { Kind, Thing } from './words.js';

export type Found = Thing & { date?: string | null; startDate?: string | null };

export interface Suggestion {
  label: string;
  node: Found;
}

export interface Match {
  ref: string;
  status: 'EXACT' | 'NORMALIZED' | 'ALIAS' | 'AMBIGUOUS' | 'NOT_FOUND';
  node: Found | null;
  candidates: Found[];
  suggestions: Found[];
}

/** The longest text that the API completes or searches for. */
export const longestText = 200;
const typingPause = 100;

/** Completions of what is typed, a moment after the last key; those for an older text are never shown for a newer one. `kinds` stays the same list. */
export function useSuggestions(typed: string, kinds: readonly Kind[] | null = null): readonly Suggestion[] {
  const text = typed.trim().slice(0, longestText);
  const [found, setFound] = useState<{ text: string; suggestions: readonly Suggestion[] }>({ text: '', suggestions: [] });
  useEffect(() => {
    if (!text) return;
    const abort = new AbortController();
    const timer = setTimeout(() => {
      ask<{ suggest: Suggestion[] }>(suggestQuery, { prefix: text, kinds }, abort.signal).then(
        ({ suggest }) => setFound({ text, suggestions: suggest }),
        // The box stays of use without completions; Enter tells what is wrong.
        () => undefined,
      );
    }, typingPause);
    return () => {
      clearTimeout(timer);
      abort.abort();
    };
  }, [text, kinds]);
  const fits = text !== '' && text.toLowerCase().startsWith(found.text.toLowerCase()) && found.text !== '';
  return fits ? found.suggestions : [];
}

/** Where Enter leads: to the thing that a reference stands for, else to the results of a search for it. */
export async function destinationOf(reference: string): Promise<string> {
  const text = reference.trim().slice(0, longestText);
  try {
    const { resolve } = await ask<{ resolve: Match[] }>(resolveQuery, { reference: text });
    const node = resolve[0]?.node;
    if (node) return addressOf(node.id);
  } catch {
    // The page of results asks again and tells what is wrong.
  }
  return searchFor(text);
}

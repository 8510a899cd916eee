/** Addresses of the explorer: of things, of views, and the state that stands in them so that it can be shared. */

import { useCallback } from 'preact/hooks';
import { useLocation, useRoute } from 'preact-iso';

/** The address of a thing: its id as it is, percent-encoded where needed. */
export function addressOf(id: string): string {
  return `/${id.split('/').map(encodeURIComponent).join('/')}`;
}

/** The address of what a text rests on and what rests on it. */
export const lineageOf = (id: string): string => `/lineage${addressOf(id)}`;

/** An address with parameters; those that are undefined or empty are left out. */
export function withParameters(path: string, parameters: Readonly<Record<string, string | number | undefined>>): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(parameters)) {
    if (value !== undefined && value !== '') search.set(name, String(value));
  }
  const text = search.toString();
  return text ? `${path}?${text}` : path;
}

/** The address of the results of a search. */
export const searchFor = (text: string, kind?: string): string => withParameters('/search', { q: text, kind });

export interface ChangeOptions {
  /** whether Back skips what was before, as for a slider or text that is being typed */
  replace?: boolean;
}

/** All parameters of the address, and a way to change several at once; `undefined` or an empty text removes one. */
export function useParameters(): [
  Readonly<Record<string, string>>,
  (change: Readonly<Record<string, string | undefined>>, options?: ChangeOptions) => void,
] {
  const { query } = useRoute();
  const { route } = useLocation();
  const change = useCallback(
    (changed: Readonly<Record<string, string | undefined>>, { replace = false }: ChangeOptions = {}) => {
      const now = Object.fromEntries(new URLSearchParams(location.search));
      route(withParameters(location.pathname, { ...now, ...changed }), replace);
    },
    [route],
  );
  return [query ?? {}, change];
}

/** One parameter of the address, `fallback` when it is not there; setting it to the fallback takes it out of the address. */
export function useParameter(name: string, fallback = ''): [string, (value: string, options?: ChangeOptions) => void] {
  const [all, change] = useParameters();
  const set = useCallback(
    (value: string, options?: ChangeOptions) => change({ [name]: value === fallback ? undefined : value }, options),
    [change, name, fallback],
  );
  return [all[name] ?? fallback, set];
}

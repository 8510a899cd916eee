/** What every resolver is given: the store, the loaders of this request, and the limits. */
import { defaultLimits, type Limits } from '../limits.js';
import type { GraphStore } from '../store/graph-store.js';
import { Loaders } from './loaders.js';

export interface Context {
  readonly store: GraphStore;
  readonly loaders: Loaders;
  readonly limits: Limits;
}

/** A context for one request, which sees one version of the graph; never shared between two. */
export function createContext(store: GraphStore, limits: Limits = defaultLimits): Context {
  const snapshot = store.snapshot();
  return { store: snapshot, loaders: new Loaders(snapshot), limits };
}

/** What every resolver is given: the store, and the loaders of this request. */
import type { GraphStore } from '../store/graph-store.js';
import { Loaders } from './loaders.js';

export interface Context {
  readonly store: GraphStore;
  readonly loaders: Loaders;
}

/** A context for one request, which sees one version of the graph; never shared between two. */
export function createContext(store: GraphStore): Context {
  const snapshot = store.snapshot();
  return { store: snapshot, loaders: new Loaders(snapshot) };
}

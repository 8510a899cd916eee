/** What every resolver is given: the store, and the loaders of this request. */
import type { GraphStore } from '../store/graph-store.js';
import { Loaders } from './loaders.js';

export interface Context {
  readonly store: GraphStore;
  readonly loaders: Loaders;
}

/** A context for one request; never shared between two. */
export const createContext = (store: GraphStore): Context => ({ store, loaders: new Loaders(store) });

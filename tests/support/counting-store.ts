/** A store that counts how often each of its methods is called, and one that fails where it is told to. */
import type { GraphStore } from '../../src/store/graph-store.js';

export interface CountingStore {
  store: GraphStore;
  /** calls since the last `reset`, by method, only those that were called */
  calls: Record<string, number>;
  reset(): void;
}

type Method = (...args: unknown[]) => unknown;

/** A store in which something is done around each call, in its snapshots too. */
export function intercept(store: GraphStore, around: (name: string, call: () => unknown) => unknown): GraphStore {
  return new Proxy(store, {
    get(target, property) {
      const value: unknown = Reflect.get(target, property, target);
      if (typeof value !== 'function') return value;
      if (property === 'snapshot') return () => intercept(target.snapshot(), around);
      return (...args: unknown[]) => around(String(property), () => (value as Method).apply(target, args));
    },
  });
}

/** Counts the calls that pass through to a store. */
export function countingStore(inner: GraphStore): CountingStore {
  const counting: CountingStore = {
    calls: {},
    reset: () => {
      counting.calls = {};
    },
    store: intercept(inner, (name, call) => {
      counting.calls[name] = (counting.calls[name] ?? 0) + 1;
      return call();
    }),
  };
  return counting;
}

/** A store in which one method fails with an error of its own. */
export const failingStore = (inner: GraphStore, method: keyof GraphStore, error: Error): GraphStore =>
  intercept(inner, (name, call) => (name === method ? Promise.reject(error) : call()));

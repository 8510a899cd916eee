/** What a run finds, as the JSON file holds it. */
import type { BareLoad } from './bare-load.js';
import type { Measured } from './contest.js';
import type { Store } from './options.js';

/** A server of ours from its start to its first answer. */
export interface Start {
  /** contributions; null for the real dataset */
  size: number | null;
  store: Store;
  seconds: number;
  /** MB after the first answer, and after the contest where there was one */
  memory: number;
  memoryAfter?: number;
}

export interface ContestResult {
  size: number;
  store: Store;
  /** CACHED: the same few requests again and again, with our answer cache; else requests that differ, without it */
  cached: boolean;
  measured: readonly Measured[];
}

/** A database with a dataset in it. */
export interface Stored {
  size: number;
  loadSeconds: number | null;
  /** MB of the loader at most, and of the database after the load */
  loaderMemory: number | null;
  memory: number;
}

export interface Results {
  /** of what and on what */
  about: {
    date: string;
    commit: string;
    node: string;
    processors: string;
    options: Record<string, unknown>;
    hasCache: boolean;
    minutes: number;
  };
  starts: Start[];
  contests: ContestResult[];
  stored: Stored[];
  loads: { size: number; ours: number; bare: BareLoad } | null;
  remarks: string[];
}

export const geometricMean = (values: readonly number[]): number =>
  Math.exp(values.reduce((sum, value) => sum + Math.log(value), 0) / values.length);

export const nameOfSize = (size: number | null): string =>
  size === null
    ? 'real'
    : size >= 1_000_000 && size % 1_000_000 === 0
      ? `${size / 1_000_000}m`
      : size >= 1000 && size % 1000 === 0
        ? `${size / 1000}k`
        : String(size);

/** What the soak demands, and whether a run kept it. */
import type { Second } from './second.js';

/** A second of the soak with the memory of the server at its end, in MB. */
export interface Sample extends Second {
  memory: number;
}

/** What happened while the database was away. */
export interface Outage {
  /** seconds from its return to the full rate; infinite where that did not come back */
  back: number;
  /** by what they are */
  errors: Record<string, number>;
}

export interface Claim {
  name: string;
  value: number;
  limit: number;
  unit: string;
  holds: boolean;
}

/** How much more memory the last third may take than the middle one. */
const growth = 1.05;
/** How much longer the slowest of a hundred answers may take in the last minute than in the second. */
const slowing = 1.5;
/** Seconds from the return of the database to the full rate. */
const recovery = 10;

export function quantile(values: readonly number[], part: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(part * sorted.length))] ?? Number.NaN;
}

const sum = (counts: readonly number[]) => counts.reduce((total, count) => total + count, 0);
export const errorsOf = ({ errors }: Second): number => sum(Object.values(errors));

const claim = (name: string, value: number, limit: number, unit: string): Claim => ({ name, value, limit, unit, holds: value <= limit });

/**
 * The claims about a run.
 * @param samples one for each second, of at least three minutes
 * @param outage null where nothing was away
 */
export function verdictOf(samples: readonly Sample[], outage: Outage | null): Claim[] {
  const third = Math.floor(samples.length / 3);
  const memory = (part: readonly Sample[]) =>
    quantile(
      part.map((sample) => sample.memory),
      0.5,
    );
  const slowest = (part: readonly Sample[]) =>
    quantile(
      part.flatMap(({ times }) => times),
      0.99,
    );
  const claims = [
    claim('memory: last third to middle third', memory(samples.slice(-third)) / memory(samples.slice(third, -third)), growth, 'times'),
    claim('errors', sum(samples.map(errorsOf)), 0, ''),
    claim('p99: last minute to second minute', slowest(samples.slice(-60)) / slowest(samples.slice(60, 120)), slowing, 'times'),
  ];
  if (!outage) return claims;
  // Whoever asks meanwhile is told so, and nothing else goes wrong.
  const other = Object.entries(outage.errors).filter(([name]) => !/ (?:UNAVAILABLE|TIMEOUT)$/.test(name));
  return [
    ...claims,
    claim('full rate after the return of the database', outage.back, recovery, 's'),
    claim('other errors while it was away', sum(other.map(([, count]) => count)), 0, ''),
  ];
}

/** Fires requests at a server with autocannon for a while, and keeps the time of each answer. */
import type { EventEmitter } from 'node:events';
import { createRequire } from 'node:module';

/** As much of autocannon as is used here; it has no types, and only the bench installs it. */
interface Client {
  setRequests(requests: readonly object[]): void;
}
interface Run extends EventEmitter {
  stop(): void;
}
type Autocannon = (options: object, done: (error: Error | null, result?: { requests: { sent: number } }) => void) => Run;

export interface Shots {
  /** answers with data for each second */
  perSecond: number;
  /** milliseconds of each of them, but for the first of each connection: those were all sent at once, by connections that had yet to be opened */
  times: readonly number[];
  /** answers with data */
  answers: number;
  /** answers without data, and requests without answer */
  failures: number;
  /** requests that were under way at the end: the server does most of the work for them too */
  unanswered: number;
}

export interface Fire {
  connections: number;
  seconds: number;
  /** a slow server is fired at for longer, until so many answers are there */
  least: number;
}

/** Most seconds that are spent on the least number of answers. */
const patience = 10;

const require = createRequire(import.meta.url);

/** Each connection sends the bodies in turn, each from another place on. */
export async function fire(url: string, bodies: readonly string[], { connections, seconds, least }: Fire): Promise<Shots> {
  const autocannon = require('autocannon') as Autocannon;
  const requests = bodies.map((body) => ({
    method: 'POST',
    path: new URL(url).pathname,
    headers: { 'content-type': 'application/json' },
    body,
  }));
  const times: number[] = [];
  const begunBy = new Set<unknown>();
  let answers = 0;
  /** whether the time of the newest answer counts */
  let isTimed = false;
  let failures = 0;
  let sent = 0;
  let connection = 0;
  const begun = performance.now();
  let last = begun;
  await new Promise<void>((done, failed) => {
    const run = autocannon(
      {
        url,
        connections,
        duration: seconds + patience,
        sampleInt: 20,
        timeout: 30,
        setupClient: (client: Client) => {
          const from = Math.floor((connection++ * requests.length) / connections);
          client.setRequests([...requests.slice(from), ...requests.slice(0, from)]);
        },
        verifyBody: (body: string) => body.startsWith('{"data":{'),
      },
      (error, result) => {
        sent = result?.requests.sent ?? 0;
        if (error) failed(error);
        else done();
      },
    );
    run.on('response', (client: unknown, status: number, _bytes: number, time: number) => {
      last = performance.now();
      if (status === 200) answers += 1;
      else failures += 1;
      isTimed = status === 200 && begunBy.has(client);
      if (isTimed) times.push(time);
      begunBy.add(client);
      if (last - begun >= seconds * 1000 && answers + failures >= least) run.stop();
    });
    run.on('reqError', () => {
      failures += 1;
    });
    // A status of 200 with errors in the body: it was taken for an answer above.
    run.on('reqMismatch', () => {
      failures += 1;
      answers -= 1;
      if (isTimed) times.pop();
    });
  });
  const unanswered = Math.max(0, Math.min(connections, sent - answers - failures));
  return { perSecond: last > begun ? answers / ((last - begun) / 1000) : 0, times, answers, failures, unanswered };
}

/** The value below which a part of the sorted values lies. */
export function quantile(sorted: readonly number[], part: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(part * sorted.length))] ?? Number.NaN;
}

export const median = (values: readonly number[]): number => {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? (sorted[middle] as number) : ((sorted[middle - 1] as number) + (sorted[middle] as number)) / 2;
};

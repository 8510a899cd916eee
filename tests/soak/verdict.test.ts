/** The demands of the soak: a run that keeps them passes, and one that breaks any of them does not. */
import { type Outage, type Sample, verdictOf } from './verdict.js';

const minutes = 3;
/** A run in which each second is as it is made. */
const runOf = (make: (second: number) => Partial<Sample> = () => ({})): Sample[] =>
  Array.from({ length: minutes * 60 }, (_, second) => ({
    answers: 100,
    refused: 3,
    errors: {},
    times: [1, 2, 3],
    memory: 200,
    ...make(second),
  }));
const broken = (samples: Sample[], outage: Outage | null = null) =>
  verdictOf(samples, outage)
    .filter(({ holds }) => !holds)
    .map(({ name }) => name);

test('a steady run keeps all, also where memory goes up and down or grows at first', () => {
  expect(broken(runOf())).toEqual([]);
  expect(broken(runOf((second) => ({ memory: 200 + (second % 20) })))).toEqual([]);
  expect(broken(runOf((second) => ({ memory: Math.min(60, second) * 5 })))).toEqual([]);
  expect(broken(runOf(), { back: 9, errors: { '503 UNAVAILABLE': 70, '200 TIMEOUT': 2 } })).toEqual([]);
});

test('memory that grows by a tenth, one error, or times that double do not pass', () => {
  expect(broken(runOf((second) => ({ memory: 200 + second / 5 })))).toEqual(['memory: last third to middle third']);
  expect(broken(runOf((second) => ({ errors: { '503 UNAVAILABLE': second === 90 ? 1 : 0 } })))).toEqual(['errors']);
  expect(broken(runOf((second) => ({ times: second > 120 ? [1, 2, 6] : [1, 2, 3] })))).toEqual(['p99: last minute to second minute']);
});

test('no answers at all, and a rate that does not come back, do not pass', () => {
  expect(broken(runOf(() => ({ times: [] })))).toEqual(['p99: last minute to second minute']);
  expect(broken(runOf(), { back: Number.POSITIVE_INFINITY, errors: {} })).toEqual(['full rate after the return of the database']);
  expect(broken(runOf(), { back: 2, errors: { '500 INTERNAL_SERVER_ERROR': 1 } })).toEqual(['other errors while it was away']);
});

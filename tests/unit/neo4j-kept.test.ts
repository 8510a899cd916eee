/** What is kept of the counts of contributions is what the API asks for without a filter; and nobody reads a graph that keeps it in another form. */
import { contributionAxes } from '../../src/graphql/axes.js';
import { Gathering } from '../../src/store/neo4j/gathering.js';
import { isKept } from '../../src/store/neo4j/kept-counts.js';
import { storedForm } from '../../src/store/neo4j/model.js';
import { Reader } from '../../src/store/neo4j/reader.js';
import { connectionThat } from '../support/sent-statements.js';

test.each([true, false])('every dimension is kept, with sub-lines rolled up: %s', (includeSubLines) => {
  const axes = Object.entries(contributionAxes({ includeSubLines }));
  expect(axes.filter(([, axis]) => !isKept(axis))).toEqual([]);
});

test('what only some tags count for is not kept', () => {
  const { ACTION_LINE, CYCLE } = contributionAxes({ methods: ['CURATED'] });
  expect([ACTION_LINE, CYCLE].map((axis) => axis && isKept(axis))).toEqual([false, true]);
});

test('a graph of another form is refused in words', async () => {
  const rows = [{ place: 0, generation: 1, version: 'old', form: storedForm - 1, answer: [] }];
  const reader = new Reader(new Gathering(connectionThat(async () => rows)));
  await expect(reader.ask('')).rejects.toMatchObject({ code: 'UNAVAILABLE', message: expect.stringContaining('run `wsis-graph load`') });
});

/** The watch over the version of the dataset: never more than a second late, and one question for all who ask. */
import { DatasetWatch } from '../../src/http/dataset-watch.js';
import { openMemoryStore } from '../../src/store/memory/open.js';
import { intercept } from '../support/counting-store.js';
import { smallDataset } from '../support/small-dataset.js';

/** A watch with a clock of its own over a store that may be away or slow. */
function watched() {
  const state = { now: 0, asked: 0, away: false, wait: Promise.resolve() };
  const store = intercept(openMemoryStore(smallDataset()), async (_, call) => {
    state.asked += 1;
    await state.wait;
    if (state.away) throw new Error('away');
    return call();
  });
  return { state, watch: new DatasetWatch(store, () => state.now) };
}

const version = smallDataset().version;

test('a version counts for a second after it was asked for; in the second half of that it is asked for again, without waiting', async () => {
  const { state, watch } = watched();
  expect(watch.version).toBeNull();
  await watch.confirm();
  expect([watch.version, state.asked]).toEqual([version, 1]);
  state.now = 500;
  expect([watch.version, state.asked]).toEqual([version, 1]);
  state.now = 501;
  expect([watch.version, state.asked]).toEqual([version, 2]);
  await watch.confirm();
  state.now = 1501;
  expect(watch.version).toBe(version);
});

test('a version that nobody confirms any more counts for nothing after a second, though it was confirmed slowly', async () => {
  const { state, watch } = watched();
  let answer: () => void = () => {};
  state.wait = new Promise((done) => {
    answer = done;
  });
  const confirmed = watch.confirm();
  state.now = 900;
  answer();
  await confirmed;
  expect(watch.version).toBe(version);
  state.away = true;
  state.now = 1001;
  expect(watch.version).toBeNull();
});

test('many who ask at once cost one question', async () => {
  const { state, watch } = watched();
  await Promise.all(Array.from({ length: 50 }, () => watch.confirm()));
  expect(state.asked).toBe(1);
});

test('a store that is away confirms nothing, and is asked again by the next', async () => {
  const { state, watch } = watched();
  state.away = true;
  await watch.confirm();
  expect(watch.version).toBeNull();
  state.away = false;
  await watch.confirm();
  expect(watch.version).toBe(version);
});

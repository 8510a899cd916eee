/** Memory: what is kept for questions is bounded, so that a small heap outlives more of them than it could hold. `npm run soak` watches it for longer. */
import { post, serving } from '../support/program.js';

jest.setTimeout(300_000);

/** MB; the live heap is some 70 with every cache full. */
const heap = 128;
/** A document with so many fields takes some 80 kB when it is parsed; so many documents would take all of the heap and half as much again. */
const fields = 250;
const documents = 2400;

const service = serving({ env: { NODE_OPTIONS: `--max-old-space-size=${heap}` } });

test(`row 59: with a heap of ${heap} MB it outlives ${documents} distinct documents and texts to search for`, async () => {
  const selected = 'store '.repeat(fields);
  const ask = async (place: number) => {
    const query = `query Q${place}($text: String!) { meta { ${selected}} search(query: $text, first: 1) { totalCount } }`;
    const { data } = await post<{ search: { totalCount: number } }>(service.url, query, { text: `health ${place}` });
    expect(data?.search.totalCount).toBeGreaterThanOrEqual(0);
  };
  const worker = async (first: number) => {
    for (let place = first; place < documents; place += 8) await ask(place);
  };
  await Promise.all(Array.from({ length: 8 }, (_, first) => worker(first)));
  expect(await service.stop()).toMatchObject({ code: 0, stderr: '' });
});

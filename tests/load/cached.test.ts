/** Answers kept ready before Neo4j: they cost no statement of their own, and a load is noticed within a second though nobody asks anything else. */
import { setTimeout as pause } from 'node:timers/promises';
import { openNeo4jStore } from '../../src/store/neo4j/open.js';
import { replaceDataset } from '../../src/store/neo4j/writer.js';
import { countingStore } from '../support/counting-store.js';
import { sealed } from '../support/graph-in-neo4j.js';
import { describeOnNeo4j } from '../support/neo4j.js';
import { served } from '../support/served.js';
import { smallDataset } from '../support/small-dataset.js';

jest.setTimeout(120_000);

const first = sealed(smallDataset());
const second = sealed({
  ...first,
  nodes: first.nodes.map((record) => ({ ...record, alternateNames: [...record.alternateNames, 'second'] })),
});

describeOnNeo4j('answers kept ready before Neo4j', (open) => {
  test('are sent again without asking, and are of the new graph a second after a load', async () => {
    await replaceDataset(open(), first, { grace: 0 });
    const counting = countingStore(openNeo4jStore(open()));
    const { url } = await served({ responseCacheBytes: 1_000_000 }, counting.store);
    const body = JSON.stringify({ query: '{ actionLine(id: "action-line/C5") { name alternateNames } }' });
    const ask = async () =>
      (await fetch(`${url}/graphql`, { method: 'POST', headers: { 'content-type': 'application/json' }, body })).text();

    const before = await ask();
    expect(before).not.toContain('second');
    counting.reset();
    for (let at = 0; at < 20; at += 1) expect(await ask()).toBe(before);
    expect(Object.keys(counting.calls)).toEqual(['info']);

    await replaceDataset(open(), second, { grace: 0 });
    await pause(1000);
    expect(await ask()).toContain('second');
  });
});

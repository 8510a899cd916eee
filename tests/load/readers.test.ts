/** Who reads during loads: every answer is of one version of the graph, and it is the answer to that version. */
import type { Dataset, LinkRecord, NodeRecord } from '../../src/domain/records.js';
import { datasetVersion } from '../../src/domain/version.js';
import type { GraphStore } from '../../src/store/graph-store.js';
import { openMemoryStore } from '../../src/store/memory/open.js';
import type { Neo4jSettings } from '../../src/store/neo4j/driver.js';
import { openNeo4jStore } from '../../src/store/neo4j/open.js';
import { replaceDataset } from '../../src/store/neo4j/writer.js';
import { empty, sealed } from '../support/graph-in-neo4j.js';
import { describeOnNeo4j, patiently } from '../support/neo4j.js';
import { link, node, smallDataset } from '../support/small-dataset.js';

jest.setTimeout(300_000);
const reads = 1000;
const atOnce = 4;

/** Every node of the second is another one than in the first, and it has more of everything. */
const first = sealed(smallDataset());
const second = sealed({
  ...first,
  nodes: [
    ...first.nodes.map((record) => ({ ...record, alternateNames: [...record.alternateNames, 'second'] })),
    node('REGION', 'asia', { name: 'Asia' }),
    node('CONTRIBUTION', 'A/76/64-E/2021/11/p22', { summary: 'Invented activity: one more', cycle: 2020, paragraph: '22' }),
  ],
  links: [
    ...first.links,
    link('UNDER', 'contribution/A/76/64-E/2021/11/p22', 'action-line/C5'),
    link('MADE', 'entity/UNESCO', 'contribution/A/76/64-E/2021/11/p22'),
    link('DESCRIBED_IN', 'contribution/A/76/64-E/2021/11/p22', 'report/A/76/64-E/2021/11'),
  ],
});

/** Text that is the same for the same values, in whatever order their properties stand. */
const plain = (value: unknown): string =>
  JSON.stringify(value, (_, each) =>
    each === null || typeof each !== 'object' || Array.isArray(each)
      ? each
      : Object.fromEntries(Object.entries(each).sort(([a], [b]) => (a < b ? -1 : 1))),
  );

/** The same without the sources of nodes, which a store may leave out of lists. */
const withoutSources = (value: unknown): unknown =>
  JSON.parse(JSON.stringify(value, (name, each) => (name === 'sources' ? undefined : each)));

/** A request of several questions, some at the same time. */
async function request(view: GraphStore): Promise<string> {
  const line = 'action-line/C5';
  const one = await view.nodes([line, 'region/asia']);
  const others = await Promise.all([
    view.find({ kinds: ['REGION', 'ENTITY'], where: [], page: { limit: 20, total: true } }, [[]]),
    view.neighbours({ link: 'UNDER', direction: 'IN', withParts: true, order: 'NODE', page: { limit: 5, total: true } }, [line]),
    view.cube({
      kind: 'CONTRIBUTION',
      where: [],
      rows: { by: 'link', link: 'MADE', direction: 'IN' },
      columns: { by: 'property', property: 'cycle' },
      measure: 'ROWS',
    }),
  ]);
  const info = await view.info();
  return plain([one, withoutSources(others), { ...info, store: 'any' }]);
}

/** The version of a dataset that everything in the store makes. */
async function exported(store: GraphStore): Promise<string> {
  const nodes: NodeRecord[] = [];
  const links: LinkRecord[] = [];
  for await (const record of store.snapshot().export()) {
    if ('link' in record) links.push(record as LinkRecord);
    else nodes.push(record as NodeRecord);
  }
  return datasetVersion(first.version.split('+')[0] as string, nodes, links);
}

describeOnNeo4j('who reads during loads', (open) => {
  let settings: Neo4jSettings;
  let store: GraphStore;
  beforeAll(async () => {
    settings = open();
    await empty(settings);
    await replaceDataset(settings, first, { grace: 0 });
    store = openNeo4jStore(patiently(settings));
  });
  afterAll(() => store?.close());

  test(`row 50: ${reads} requests under continuous loads are each answered from one version, as that version answers`, async () => {
    const expected = new Map<string, string>();
    for (const dataset of [first, second]) expected.set(dataset.version, await request(openMemoryStore(dataset).snapshot()));

    let done = 0;
    let loads = 0;
    const seen = new Map<string, number>();
    const isReading = () => done < reads || loads < 3;
    const load = async () => {
      // The grace is longer than any of these requests takes, on a busy machine too.
      for (let dataset = second; isReading(); dataset = dataset === second ? first : second, loads++)
        await replaceDataset(settings, dataset, { grace: 5000 });
    };
    const read = async () => {
      while (isReading()) {
        done += 1;
        const view = store.snapshot();
        const answer = await request(view);
        const version = view.datasetVersion;
        if (answer !== expected.get(version)) throw new Error(`this is not the answer of ${version}: ${answer.slice(0, 2000)}`);
        seen.set(version, (seen.get(version) ?? 0) + 1);
        await view.close();
      }
    };
    const stop = (error: unknown) => {
      [done, loads] = [reads, 3];
      throw error;
    };
    await Promise.all([load(), ...Array.from({ length: atOnce }, read)].map((each) => each.catch(stop)));
    expect([...seen.keys()].sort()).toEqual([first.version, second.version].sort());
    expect([...seen.values()].reduce((sum, count) => sum + count)).toBeGreaterThanOrEqual(reads);
  });

  test('row 50: an export during loads is whole: its checksum is that of a dataset', async () => {
    let exporting = true;
    const load = async () => {
      for (let dataset: Dataset = second; exporting; dataset = dataset === second ? first : second)
        await replaceDataset(settings, dataset, { grace: 12_000 });
    };
    const loading = load();
    try {
      for (let time = 0; time < 5; time++) expect([first.version, second.version]).toContain(await exported(store));
    } finally {
      exporting = false;
      await loading;
    }
  });

  test('row 50: who reads on after the grace is told that the data changed, not given a part', async () => {
    await replaceDataset(settings, first, { grace: 0 });
    const view = store.snapshot();
    await view.nodes(['action-line/C5']);
    await replaceDataset(settings, second, { grace: 0 });
    await expect(view.nodes(['action-line/C5'])).rejects.toMatchObject({
      code: 'UNAVAILABLE',
      message: expect.stringContaining('changed'),
    });
    expect((await store.nodes(['region/asia']))[0]).not.toBeNull();
  });
});

/** What a page, a name or a walk costs in Neo4j does not grow with the contributions that there are: counted in accesses to the store, not in seconds. */
import neo4j, { type Driver, type ProfiledPlan, Session } from 'neo4j-driver';
import type { FindQuery, GraphStore, LinkCondition, PageRequest } from '../../src/store/graph-store.js';
import { openNeo4jStore } from '../../src/store/neo4j/open.js';
import { replaceDataset } from '../../src/store/neo4j/writer.js';
import { resolveReferences } from '../../src/store/resolve.js';
import { seedDataset } from '../support/api.js';
import { hub, withContributions } from '../support/many-contributions.js';
import { describeOnNeo4j, patiently } from '../support/neo4j.js';

const [few, many] = [400, 8000];
const page: PageRequest = { limit: 25 };
const contributions = { kinds: ['CONTRIBUTION'], where: [], page } as const satisfies FindQuery;
const under = (...ids: string[]): LinkCondition[] => [{ by: 'link', link: 'UNDER', direction: 'OUT', ids, withParts: true }];
const parents = [under(hub.whole), under(hub.line)];

/** Questions, each with what it asks for. */
const questions: Record<string, (store: GraphStore) => Promise<unknown>> = {
  'the first page of two lines': (store) => store.find(contributions, parents),
  'the last page': (store) => store.find({ ...contributions, page: { ...page, fromEnd: true } }, parents),
  'the first page in the opposite order': (store) =>
    store.find({ ...contributions, order: [{ by: 'DEFAULT', descending: true }] }, parents),
  'the page after the first': async (store) => {
    const [first] = await store.find({ ...contributions, page: { limit: 10 } }, [under(hub.whole)]);
    return store.find({ ...contributions, page: { ...page, after: first?.rows[9]?.position ?? null } }, [under(hub.whole)]);
  },
  'the first page by method and another tag': (store) => {
    const where = [{ by: 'link', link: 'SUPPORTS', direction: 'OUT', ids: [hub.goal] } as const];
    return store.find({ ...contributions, where }, [under(hub.line).map((condition) => ({ ...condition, methods: ['CURATED'] }))]);
  },
  'the first page of an entity': (store) => store.find(contributions, [[{ by: 'link', link: 'MADE', direction: 'IN', ids: [hub.entity] }]]),
  'the first page of all': (store) => store.find(contributions, [[]]),
  'the links of a line and its parts': (store) =>
    store.neighbours({ link: 'UNDER', direction: 'IN', order: 'NODE', withParts: true, page }, [hub.whole, hub.line]),
  'the links of a document': (store) => store.neighbours({ link: 'DESCRIBED_IN', direction: 'IN', order: 'NODE', page }, [hub.document]),
  'a lineage': (store) => store.lineage({ id: 'resolution/A/RES/70/125', direction: 'BOTH', maxDepth: 4, limit: 100 }),
  references: (store) => resolveReferences(store, ['res. 70/125', 'UN Women', 'C12', 'contribution/none']),
  completion: (store) => store.candidates({ words: ['inter'], match: 'ALL', kinds: ['ENTITY', 'RESOLUTION'] }),
};

const hitsOf = ({ dbHits, children }: ProfiledPlan): number => children.reduce((sum, child) => sum + hitsOf(child), dbHits);

describeOnNeo4j('with twenty times the contributions', (settings) => {
  let store: GraphStore;
  let driver: Driver;
  const costs = new Map<number, Map<string, number>>();

  /** The accesses to the store of all statements that a question sends. */
  async function costOf(question: (store: GraphStore) => Promise<unknown>): Promise<number> {
    const sent: [string, Record<string, unknown>][] = [];
    const { run } = Session.prototype;
    const spy = jest.spyOn(Session.prototype, 'run').mockImplementation(function (this: Session, statement, parameters, config) {
      sent.push([statement as string, parameters]);
      return run.call(this, statement, parameters, config);
    });
    await question(store);
    spy.mockRestore();
    let hits = 0;
    for (const [statement, parameters] of sent) {
      const { summary } = await driver.executeQuery(`PROFILE ${statement}`, parameters, { routing: 'READ' });
      hits += hitsOf(summary.profile as ProfiledPlan);
    }
    return hits;
  }

  beforeAll(async () => {
    const { uri, username, password } = settings();
    driver = neo4j.driver(uri, password ? neo4j.auth.basic(username, password) : undefined, { disableLosslessIntegers: true });
    store = openNeo4jStore(patiently(settings()));
    const seed = await seedDataset();
    for (const count of [few, many]) {
      await replaceDataset(settings(), withContributions(seed, count), { grace: 0 });
      const found = new Map<string, number>();
      for (const [name, question] of Object.entries(questions)) found.set(name, await costOf(question));
      costs.set(count, found);
    }
  }, 300_000);

  afterAll(() => Promise.all([store?.close(), driver?.close()]));

  test.each(Object.keys(questions))('%s costs the same', (name) => {
    const [before, after] = [few, many].map((count) => costs.get(count)?.get(name) as number);
    expect(before).toBeGreaterThan(0);
    expect(after).toBeLessThanOrEqual(1.2 * (before as number) + 50);
  });
});

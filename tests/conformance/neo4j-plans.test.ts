/** How Neo4j goes about what the examples ask: one question for each store call, and every node found by an index or along a link. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import neo4j, { type Driver, type EagerResult, type Plan, type ProfiledPlan, Session } from 'neo4j-driver';
import { examplesDirectory } from '../../src/config.js';
import type { GraphStore } from '../../src/store/graph-store.js';
import { openNeo4jStore } from '../../src/store/neo4j/open.js';
import { replaceDataset } from '../../src/store/neo4j/writer.js';
import { apiOver, seedDataset } from '../support/api.js';
import { countingStore } from '../support/counting-store.js';
import { describeOnNeo4j, patiently } from '../support/neo4j.js';

interface Sent {
  statement: string;
  parameters: Record<string, unknown>;
}

const queries = [examplesDirectory, join(__dirname, '../api/queries')].flatMap((folder) =>
  readdirSync(folder).map((file) => ({ file, query: readFileSync(join(folder, file), 'utf8') })),
);

/** The operators of a plan, each with what is below it. */
const operatorsOf = <T extends Plan | ProfiledPlan>(plan: T): T[] => [plan, ...(plan.children as T[]).flatMap(operatorsOf)];
const nameOf = ({ operatorType }: Plan) => operatorType.split('@')[0] as string;

describeOnNeo4j('the statements that the examples send', (settings) => {
  let store: GraphStore;
  let driver: Driver;
  /** what went through the driver since it was last emptied */
  const sent: Sent[] = [];

  beforeAll(async () => {
    await replaceDataset(settings(), await seedDataset(), { grace: 0 });
    store = openNeo4jStore(patiently(settings()));
    const { uri, username, password } = settings();
    driver = neo4j.driver(uri, password ? neo4j.auth.basic(username, password) : undefined, { disableLosslessIntegers: true });
    const { run } = Session.prototype;
    jest.spyOn(Session.prototype, 'run').mockImplementation(function (this: Session, statement, parameters, config) {
      sent.push({ statement: statement as string, parameters });
      return run.call(this, statement, parameters, config);
    });
  }, 300_000);

  afterAll(async () => {
    jest.restoreAllMocks();
    await Promise.all([store?.close(), driver?.close()]);
  });

  test('hold one question for each store call', async () => {
    for (const { file, query } of queries) {
      const counting = countingStore(store);
      sent.length = 0;
      await apiOver(counting.store).ask(query);
      const calls = Object.values(counting.calls).reduce((sum, count) => sum + count, 0);
      // A statement may hold several questions that were asked at once.
      const questions = sent.flatMap(({ parameters }) => parameters.asks).length;
      expect({ file, questions }).toEqual({ file, questions: calls });
    }
  }, 300_000);

  test('are shared by requests that ask at once, and each gets its own answer', async () => {
    const { nodes } = await seedDataset();
    const ids = nodes.filter(({ kind }) => ['ACTION_LINE', 'ENTITY'].includes(kind)).map(({ id }) => id);
    const questions = (id: string, from: GraphStore) => [
      from.nodes([id]),
      from.find({ kinds: ['CONTRIBUTION'], where: [], page: { limit: 2, total: true } }, [
        [{ by: 'link', link: 'UNDER', direction: 'OUT', ids: [id], withParts: true }],
      ]),
      from.neighbours({ link: 'MADE', direction: 'OUT', order: 'NODE', page: { limit: 2 } }, [id]),
      from.lookup([id.toLowerCase(), 'itu']),
    ];
    const alone: unknown[] = [];
    for (const id of ids) for (const question of questions(id, store)) alone.push(await question);
    sent.length = 0;
    const together = await Promise.all(ids.flatMap((id) => questions(id, store.snapshot())));
    expect(together).toEqual(alone);
    expect(ids.length).toBeGreaterThan(30);
    expect(sent.length).toBeLessThan(together.length / 2);
  }, 120_000);

  test('find every node by an index or along a link, never by looking through a label, and walk citations by breadth', async () => {
    sent.length = 0;
    for (const { query } of queries) await apiOver(store).ask(query);
    const distinct = new Map(sent.map((each) => [each.statement, each.parameters]));
    const scans: string[] = [];
    for (const [statement, parameters] of distinct) {
      const { summary } = await driver.executeQuery(`EXPLAIN ${statement}`, parameters, { routing: 'READ' });
      const names = operatorsOf(summary.plan as Plan).map(nameOf);
      expect(names).toContain('NodeUniqueIndexSeek');
      if (statement.includes(':CITES*')) {
        expect(names).toContain('VarLengthExpand(Pruning,BFS,All)');
        expect(names).not.toContain('VarLengthExpand(All)');
      }
      scans.push(...names.filter((name) => /Scan/.test(name)).map((name) => `${name} in ${statement}`));
    }
    expect(distinct.size).toBeGreaterThan(50);
    expect(scans).toEqual([]);
  }, 300_000);

  test('read no more of the index of a list than the page wants, wherever the page begins', async () => {
    const query = { kinds: ['RESOLUTION'] as const, where: [] };
    const profile = async (): Promise<EagerResult['summary']> => {
      const { statement, parameters } = sent.at(-1) as Sent;
      return (await driver.executeQuery(`PROFILE ${statement}`, parameters, { routing: 'READ' })).summary;
    };
    const [first] = await store.find({ ...query, page: { limit: 50 } }, [[]]);
    const position = first?.rows[49]?.position;
    for (const page of [{}, { after: position }, { before: position, fromEnd: true }, { fromEnd: true }]) {
      await store.find({ ...query, page: { limit: 15, ...page } }, [[]]);
      const operators = operatorsOf((await profile()).profile as ProfiledPlan);
      const [seek, ...others] = operators.filter((each) => nameOf(each) === 'NodeIndexSeek');
      expect({ page, rows: seek?.rows, others }).toEqual({ page, rows: expect.any(Number), others: [] });
      expect(seek?.rows).toBeLessThanOrEqual(17);
    }
  });
});

/** Text that would be code somewhere, given to every argument that takes text, on both stores: it is text, nothing changes, and both answer the same. */
import { createSchema } from '../../src/graphql/schema.js';
import type { GraphStore } from '../../src/store/graph-store.js';
import { openMemoryStore } from '../../src/store/memory/open.js';
import { openNeo4jStore } from '../../src/store/neo4j/open.js';
import { replaceDataset } from '../../src/store/neo4j/writer.js';
import { seedDataset } from '../support/api.js';
import { graphIn, whole } from '../support/graph-in-neo4j.js';
import { describeOnNeo4j, patiently } from '../support/neo4j.js';
import { served } from '../support/served.js';
import { stringArguments } from '../support/string-arguments.js';
import { attack, expectAlive } from './attack.js';

jest.setTimeout(60_000);

const injections = [
  "' OR 1=1 //",
  '`',
  '\\u0060) RETURN 1 //',
  '}) DETACH DELETE n //',
  '$x',
  '"}) MATCH (n) DETACH DELETE n RETURN n //',
  '" OR "a"="a',
  'a\u0000b',
];

const known = stringArguments(createSchema());
const types = [...new Set(known.map(({ type }) => type))];

test('row 30: there are as many such arguments as the API has lists, filters and references', () => {
  const names = known.map(({ name }) => name);
  expect(names.length).toBeGreaterThan(150);
  expect(new Set(names).size).toBe(names.length);
  for (const name of [
    'Query.node(id:)',
    'Query.resolve(refs:)',
    'Query.contributions(filter.text:)',
    'Query.search(query:)',
    'Report.cites(after:)',
  ])
    expect(names).toContain(name);
});

/** What the embedded store answered: the other must answer the same. */
const answered = new Map<string, string>();

function defineRows(opened: () => Promise<GraphStore>): void {
  let store: GraphStore;
  let url: string;
  beforeAll(async () => {
    store = await opened();
    ({ url } = await served({}, store));
  }, 300_000);
  afterEach(() => expectAlive(url));

  const expectSame = (question: string, body: string) => {
    const known = answered.get(question) ?? body;
    expect({ question, body }).toEqual({ question, body: known });
    answered.set(question, body);
  };

  test.each(types)(
    'row 30: every argument of %s that takes text takes an injection for text',
    async (type) => {
      for (const { name, ask } of known.filter((argument) => argument.type === type)) {
        const question = ask(injections);
        const { status, errors, body } = await attack(url, question);
        const codes = errors.map(({ extensions }) => extensions.code).filter((code) => code !== 'BAD_USER_INPUT' && code !== 'BAD_CURSOR');
        expect([name, question.query, status, codes]).toEqual([name, question.query, 200, []]);
        expectSame(JSON.stringify(question), body);
      }
    },
    120_000,
  );

  test('row 30: the counts of nodes and links are as before', async () => {
    const { nodes, links } = await seedDataset();
    const { counts, linkCounts } = await store.info();
    const sum = (rows: readonly { count: number }[]) => rows.reduce((total, { count }) => total + count, 0);
    expect([sum(counts), sum(linkCounts)]).toEqual([nodes.length, links.length]);
  });

  test.each([
    ['an unknown id', 'entity/nobody-at-all'],
    ['nothing', ''],
    ['10 KB', 'x'.repeat(10_240)],
    ['10 KB of words', 'information society '.repeat(512)],
    ['NUL', '\u0000'],
  ])('row 33: %s is null for every field that takes an id', async (_, id) => {
    const fields = ['node', 'actionLine', 'sdg', 'region', 'entity', 'resolution', 'report', 'document', 'session', 'event', 'lineage'];
    const query = `query ($id: ID!) { ${fields.map((field) => `${field}(id: $id) { __typename }`).join(' ')} nodes(ids: [$id]) { id } }`;
    const { status, errors, data, body } = await attack(url, { query, variables: { id } });
    expect([status, errors]).toEqual([200, []]);
    expect(data).toEqual({ ...Object.fromEntries(fields.map((field) => [field, null])), nodes: [null] });
    expectSame(`${query} ${id}`, body);
  });

  test('row 33: the id of a thing of another kind is null', async () => {
    const { data } = await attack(
      url,
      '{ entity(id: "action-line/C1") { id } actionLine(id: "entity/ITU") { id } report(id: "A/RES/80/173") { id } }',
    );
    expect(data).toEqual({ entity: null, actionLine: null, report: null });
  });
}

describe('on the embedded store', () => defineRows(async () => openMemoryStore(await seedDataset())));

describeOnNeo4j('on Neo4j', (settings) => {
  defineRows(async () => {
    await replaceDataset(settings(), await seedDataset(), { grace: 0 });
    return openNeo4jStore(patiently(settings()));
  });

  test('row 30: the graph is as it was loaded, by its checksum', async () => {
    expect(await graphIn(settings())).toEqual(whole(await seedDataset()));
  });
});

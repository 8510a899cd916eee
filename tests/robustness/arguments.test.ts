/** Arguments that are out of bounds, of the wrong type, too many or hostile: refused by name or taken as text, over HTTP. */
import { openMemoryStore } from '../../src/store/memory/open.js';
import { seedDataset } from '../support/api.js';
import { countingStore } from '../support/counting-store.js';
import { served } from '../support/served.js';
import { attack, attacked } from './attack.js';

const server = attacked();
const page = 'query ($first: Int) { contributions(first: $first) { nodes { id } } }';

test.each([-1, 0, 101, 2_147_483_647, 99_999_999_999, 1.5, '10', true, [1]])(
  'row 12: %j for `first` is BAD_USER_INPUT and names it',
  async (first) => {
    const { code, errors, data } = await attack(server.url, { query: page, variables: { first } });
    expect([code, data?.contributions ?? null]).toEqual(['BAD_USER_INPUT', null]);
    expect(errors[0]?.message).toContain('first');
  },
);

test.each(['-1', '0', '2147483647', '99999999999', '1.5', '"10"'])(
  'row 12: %s for `first` in the document is refused and told',
  async (first) => {
    const { code, body } = await attack(server.url, `{ contributions(first: ${first}) { nodes { id } } }`);
    expect(code).toMatch(/^(BAD_USER_INPUT|GRAPHQL_VALIDATION_FAILED)$/);
    expect(body).toContain(first.replaceAll('"', '\\"'));
  },
);

test('row 12: null is the default', async () => {
  const plain = await attack(server.url, '{ contributions { nodes { id } } }');
  expect((await attack(server.url, { query: page, variables: { first: null } })).data).toEqual(plain.data);
  expect((await attack(server.url, '{ contributions(first: null) { nodes { id } } }')).data).toEqual(plain.data);
});

const many = 'query ($ids: [ID!]!) { nodes(ids: $ids) { id } }';

test('row 13: 10,000 ids are refused with the limit, 101 too, and 100 are answered in their order with one row for each', async () => {
  for (const count of [10_000, 101]) {
    const { code, errors } = await attack(server.url, { query: many, variables: { ids: Array(count).fill('C1') } });
    expect([code, errors[0]?.message]).toEqual(['BAD_USER_INPUT', `\`ids\` takes at most 100 ids, not ${count}. Ask in several requests.`]);
  }
  const codes = ['C5', 'C1', 'C5', 'nothing'];
  const ids = Array.from({ length: 100 }, (_, at) => codes[at % 4]);
  const { data } = await attack(server.url, { query: many, variables: { ids } });
  const rows = ids.map((id) => (id === 'nothing' ? null : { id: `action-line/${id}` }));
  expect(data).toEqual({ nodes: rows });
});

const lone = ['\ud800', 'C7\udc00', '\udc00\ud800'];

test.each(lone)('row 22: half of a surrogate pair in a variable is refused with 400, wherever it stands (%j)', async (text) => {
  for (const { query, variables } of [
    { query: 'query ($id: ID!) { node(id: $id) { id } }', variables: { id: text } },
    { query: many, variables: { ids: ['C1', text] } },
    { query: 'query ($f: ContributionFilter) { contributions(filter: $f) { totalCount } }', variables: { f: { text } } },
    { query: '{ meta { store } }', variables: { unused: [[{ deep: text }]] } },
  ]) {
    const { status, code, errors } = await attack(server.url, { query, variables });
    expect([status, code]).toEqual([400, 'BAD_USER_INPUT']);
    expect(errors[0]?.message).toContain(`$${Object.keys(variables)[0]}`);
  }
});

test.each(lone)('row 22: half of a surrogate pair in the document is refused with 400 (%j)', async (text) => {
  for (const string of [`"${text}"`, JSON.stringify(text), `"""${text}"""`]) {
    const { status, code } = await attack(server.url, `{ node(id: ${string}) { id } }`);
    expect([string, status, code]).toEqual([string, 400, 'GRAPHQL_PARSE_FAILED']);
  }
});

test('row 22: a variable nested as deep as a body is long is refused, not stumbled over', async () => {
  const deep = `${'['.repeat(45_000)}${']'.repeat(45_000)}`;
  const body = `{"query":"query ($id: ID!) { node(id: $id) { id } }","variables":{"id":${deep}}}`;
  const response = await fetch(`${server.url}/graphql`, { method: 'POST', headers: { 'content-type': 'application/json' }, body });
  expect([response.status, await response.text()]).toEqual([400, expect.stringContaining('BAD_USER_INPUT')]);
});

const searched = ['(a+)+$', '.*', '"', "'", 'foo AND (', '*', '*foo', 'foo~', 'name:foo', '[a TO b]', '\\', '^', '((((', 'a'.repeat(200)];

test.each(searched)('row 29: %j is text to every search, and answered in time', async (text) => {
  const query =
    'query ($text: String!) { search(query: $text) { totalCount } suggest(prefix: $text) { label } contributions(filter: { text: $text }) { totalCount } }';
  const { status, errors, took } = await attack(server.url, { query, variables: { text } });
  expect([status, errors]).toEqual([200, []]);
  expect(took).toBeLessThan(500);
});

test('row 29: a text to search for has at most 200 characters; a megabyte is no request', async () => {
  for (const length of [201, 90_000]) {
    const { code, errors, took } = await attack(server.url, {
      query: 'query ($text: String!) { search(query: $text) { totalCount } }',
      variables: { text: 'a'.repeat(length) },
    });
    expect([code, errors[0]?.message]).toEqual(['BAD_USER_INPUT', expect.stringContaining(`at most 200 characters, not ${length}`)]);
    expect(took).toBeLessThan(500);
  }
  expect((await attack(server.url, { query: '{ meta { store } }', variables: { text: 'a'.repeat(1_000_000) } })).status).toBe(413);
});

test('row 31: a sort, a direction, a link or a kind that is not one is refused with 400, before the store is asked', async () => {
  const { store, calls } = countingStore(openMemoryStore(await seedDataset()));
  const { url } = await served({}, store);
  const bad = 'CYCLE DESC; DROP';
  for (const [type, use] of [
    ['ContributionOrderField', 'contributions(orderBy: [{ field: $v }]) { totalCount }'],
    ['OrderDirection', 'contributions(orderBy: [{ field: CYCLE, direction: $v }]) { totalCount }'],
    ['LinkName', 'node(id: "C7") { links(link: $v) { totalCount } }'],
    ['LinkDirection', 'node(id: "C7") { links(link: PART_OF, direction: $v) { totalCount } }'],
    ['Kind', 'search(query: "a", kinds: [$v]) { totalCount }'],
    ['Dimension', 'cube(rows: $v, columns: REGION) { total }'],
    ['CitationVerb', 'lineage(id: "A/RES/80/173", verbs: [$v]) { truncated }'],
  ]) {
    const byVariable = await attack(url, { query: `query ($v: ${type}!) { ${use} }`, variables: { v: bad } });
    expect([type, byVariable.status, byVariable.code, byVariable.errors.length]).toEqual([type, 400, 'BAD_USER_INPUT', 1]);
    expect(byVariable.errors[0]?.message).toContain(`does not exist in "${type}" enum`);
    const inDocument = await attack(url, `{ ${use?.replace('$v', 'DROP')} }`);
    expect([type, inDocument.status, inDocument.code]).toEqual([type, 400, 'GRAPHQL_VALIDATION_FAILED']);
  }
  const { close: _, ...asked } = calls;
  expect(asked).toEqual({});
});

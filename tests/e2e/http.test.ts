/** The server as HTTP sees it: what it serves, what it refuses and how. */
import { post, request, serve, serving } from '../support/program.js';

const service = serving();

const graphql = (body: string, headers: Record<string, string> = { 'content-type': 'application/json' }) =>
  request(`${service.url}/graphql`, { method: 'POST', headers, body });
const codeOf = (json: unknown) => (json as { errors?: { extensions?: { code?: string } }[] }).errors?.[0]?.extensions?.code;

test('its log tells where to look and what it holds', () => {
  const { nodes, links, datasetVersion, ...line } = service.listening;
  expect(line).toMatchObject({ level: 'info', store: 'memory', graphql: `${service.url}/graphql`, explorer: `${service.url}/` });
  expect([nodes, links]).toEqual([expect.any(Number), expect.any(Number)]);
  expect(datasetVersion).toMatch(/^20\d\d\.\d\d\+[0-9a-f]{12}$/);
});

test('/healthz tells that the process lives, /readyz that the store answers and with which dataset', async () => {
  expect(await request(`${service.url}/healthz`)).toMatchObject({ status: 200, json: { status: 'ok' } });
  const ready = await request(`${service.url}/readyz`);
  expect(ready).toMatchObject({ status: 200, json: { status: 'ok', store: 'memory' } });
  const { data } = await post<{ meta: { datasetVersion: string } }>(service.url, '{ meta { datasetVersion } }');
  expect(ready.json).toMatchObject({ datasetVersion: data?.meta.datasetVersion });
});

test('/ says where to look', async () => {
  const page = await request(service.url);
  expect(page.status).toBe(200);
  for (const word of ['wsis-graph', '/graphql', '/healthz', '/readyz']) expect(page.body).toContain(word);
});

test('a question is answered as JSON', async () => {
  const response = await fetch(`${service.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      query: 'query Line($id: ID!) { actionLine(id: $id) { code } }',
      variables: { id: 'c7 e-health' },
      operationName: 'Line',
    }),
  });
  expect(response.headers.get('content-type')).toMatch(/^application\/(graphql-response\+)?json/);
  expect([response.status, await response.json()]).toMatchObject([200, { data: { actionLine: { code: 'C7.e-health' } } }]);
});

test('row 18: a query by GET is answered with the header that a browser does not send by itself, and refused without it', async () => {
  const address = `${service.url}/graphql?query=${encodeURIComponent('{ actionLine(id: "C5") { code } }')}`;
  const asked = await request(address, { headers: { 'apollo-require-preflight': 'true' } });
  expect(asked).toMatchObject({ status: 200, json: { data: { actionLine: { code: 'C5' } } } });
  const refused = await request(address);
  expect([refused.status, codeOf(refused.json)]).toEqual([400, 'BAD_REQUEST']);
});

test('row 18: a body that is no JSON by its type is refused: text/plain, a form, none', async () => {
  const body = JSON.stringify({ query: '{ meta { store } }' });
  for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data']) {
    const { status, body: told } = await graphql(body, { 'content-type': type });
    expect({ type, refused: status >= 400 && status < 500 }).toEqual({ type, refused: true });
    expect(told).not.toContain('"data"');
  }
});

test('malformed JSON, JSON that is no request, and nothing at all are 400', async () => {
  for (const body of [
    '{',
    '{"query": ',
    'null',
    '"query"',
    '{}',
    '{"query": 5}',
    '{"query": null}',
    '',
    '{"query":"{ meta { store } }","variables":"x"}',
  ]) {
    const { status, body: told } = await graphql(body);
    expect({ body, status }).toEqual({ body, status: 400 });
    expect(told).not.toMatch(/at .*\.js:\d+/);
  }
});

test('row 15: several questions in one array are refused, 2 as 1,000', async () => {
  for (const count of [2, 1000]) {
    const { status, json } = await graphql(JSON.stringify(Array.from({ length: count }, () => ({ query: '{ meta { store } }' }))));
    expect([status, codeOf(json)]).toEqual([400, 'BAD_REQUEST']);
  }
});

test('nothing can be changed: a mutation and a subscription are refused, by POST and by GET', async () => {
  for (const query of ['mutation { deleteAll }', 'subscription { changes }']) {
    const { status, json } = await graphql(JSON.stringify({ query }));
    expect([status, codeOf(json)]).toEqual([400, 'GRAPHQL_VALIDATION_FAILED']);
    const byGet = await request(`${service.url}/graphql?query=${encodeURIComponent(query)}`, {
      headers: { 'apollo-require-preflight': 'true' },
    });
    expect(byGet.status).toBeGreaterThanOrEqual(400);
    expect(byGet.status).toBeLessThan(500);
  }
});

test('errors have the same public codes over HTTP, with the status that they deserve', async () => {
  for (const [query, variables, code, status] of [
    ['{ meta {', {}, 'GRAPHQL_PARSE_FAILED', 400],
    ['{ metta }', {}, 'GRAPHQL_VALIDATION_FAILED', 400],
    ['query ($id: ID!) { node(id: $id) { id } }', {}, 'BAD_USER_INPUT', 400],
    ['query A { meta { store } } query B { meta { store } }', {}, 'OPERATION_RESOLUTION_FAILURE', 400],
    [
      '{ contributions(first: 100) { nodes { entities { contributions(first: 100) { nodes { id name } } } } } }',
      {},
      'QUERY_TOO_COSTLY',
      400,
    ],
    ['{ contributions(first: 0) { totalCount } }', {}, 'BAD_USER_INPUT', 200],
    ['{ contributions(after: "") { totalCount } }', {}, 'BAD_CURSOR', 200],
    [
      'query ($direction: LineageDirection = BOTH) { lineage(id: "A/RES/80/173", direction: $direction) { truncated } }',
      { direction: null },
      'BAD_USER_INPUT',
      200,
    ],
  ] as const) {
    const { status: told, json, body } = await graphql(JSON.stringify({ query, variables }));
    expect({ query, code: codeOf(json), status: told }).toEqual({ query, code, status });
    expect(body).not.toContain('stacktrace');
    expect(body).not.toContain('Internal error');
  }
});

test('a persisted query, which is not offered, is refused without an internal error', async () => {
  const extensions = { persistedQuery: { version: 1, sha256Hash: 'a'.repeat(64) } };
  const { json, body } = await graphql(JSON.stringify({ extensions }));
  expect(codeOf(json)).toBe('BAD_REQUEST');
  expect(body).toContain('PersistedQueryNotSupported');
});

test('row 37: an unknown path is 404, another method on a known one is no success', async () => {
  for (const path of ['/graphqlx', '/graphql/x', '/.env', '/etc/passwd', '/../package.json', '/%2e%2e/package.json']) {
    expect({ path, status: (await request(service.url + path)).status }).toEqual({ path, status: 404 });
  }
  for (const method of ['PUT', 'DELETE', 'PATCH']) {
    const { status } = await request(`${service.url}/graphql`, { method });
    expect({ method, refused: status >= 400 && status < 500 }).toEqual({ method, refused: true });
  }
});

test('row 24: a body over 100 kB is 413, one just below is read', async () => {
  const padded = (length: number) => {
    const body = JSON.stringify({ query: '{ meta { store } }' });
    return `${body}${' '.repeat(length - body.length)}`;
  };
  expect((await graphql(padded(100_001))).status).toBe(413);
  expect((await graphql(padded(99_999))).status).toBe(200);
});

test('the types may be asked for, as GraphiQL does, unless PUBLIC_INTROSPECTION is false', async () => {
  const query = '{ __schema { queryType { name } mutationType { name } } }';
  expect(await post(service.url, query)).toMatchObject({ data: { __schema: { queryType: { name: 'Query' }, mutationType: null } } });
  const closed = await serve({ env: { PUBLIC_INTROSPECTION: 'false' } });
  try {
    expect((await post(closed.url, query)).errors?.[0]?.extensions.code).toBe('GRAPHQL_VALIDATION_FAILED');
    expect((await post(closed.url, '{ meta { store } }')).data).toEqual({ meta: { store: 'memory' } });
  } finally {
    await closed.stop();
  }
}, 20_000);

test('fifty questions at once are all answered, each with its own answer', async () => {
  const codes = ['C1', 'C2', 'C3', 'C4', 'C5', 'C6', 'C8', 'C9', 'C10', 'C11'];
  const answers = await Promise.all(
    Array.from({ length: 50 }, (_, at) =>
      post<{ actionLine: { code: string } }>(
        service.url,
        'query ($id: ID!) { actionLine(id: $id) { code reportingEntities { nodes { id } } } }',
        { id: codes[at % 10] },
      ),
    ),
  );
  expect(answers.map(({ data }) => data?.actionLine.code)).toEqual(Array.from({ length: 50 }, (_, at) => codes[at % 10]));
});

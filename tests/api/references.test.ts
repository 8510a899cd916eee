/** References as a person types them: the same node for each form, candidates where there are several, null for another type, never a guess. */
import { type Api, apiOf, seedApi } from '../support/api.js';
import { smallDataset } from '../support/small-dataset.js';

let api: Api;
beforeAll(async () => {
  api = await seedApi();
});

interface Named {
  id: string;
}
const idOf = async (field: string, id: string): Promise<string | null> => {
  const { one } = await api.ask<{ one: Named | null }>(`query ($id: ID!) { one: ${field}(id: $id) { id } }`, { id });
  return one?.id ?? null;
};

test('"c7 e-health", "C7.e-health" and "action-line/C7.e-health" are one line, on which WHO reported with evidence', async () => {
  const nodes = await Promise.all(
    ['c7 e-health', 'C7.e-health', 'action-line/C7.e-health'].map((id) =>
      api.ask<{ actionLine: { id: string; reportingEntities: { edges: { node: Named; evidence: { method: string }[] }[] } } }>(
        'query ($id: ID!) { actionLine(id: $id) { id reportingEntities { edges { node { id } evidence { method document { id } } } } } }',
        { id },
      ),
    ),
  );
  expect(nodes[1]).toEqual(nodes[0]);
  expect(nodes[2]).toEqual(nodes[0]);
  expect(nodes[0]?.actionLine.id).toBe('action-line/C7.e-health');
  const who = nodes[0]?.actionLine.reportingEntities.edges.find(({ node }) => node.id === 'entity/WHO');
  expect(who?.evidence).toEqual([
    { method: 'CURATED', document: { id: 'other-document/who-input-2011' } },
    { method: 'CURATED', document: { id: 'other-document/who-input-2010' } },
  ]);
});

test('both halves of A/76/64-E/2021/11 are one report, mandated by ECOSOC resolution 2006/46', async () => {
  const query = 'query ($id: ID!) { report(id: $id) { id mandatedBy { id } } }';
  const [one, other] = await Promise.all(['A/76/64', 'E/2021/11'].map((id) => api.ask<{ report: { mandatedBy: Named[] } }>(query, { id })));
  expect(one).toEqual(other);
  expect(one).toEqual({ report: { id: 'report/A/76/64-E/2021/11', mandatedBy: [{ id: 'resolution/E/RES/2006/46' }] } });
});

test.each([
  ['actionLine', 'C7', 'action-line/C7'],
  ['actionLine', 'c11', 'action-line/C11'],
  ['sdg', '9', 'sdg/9'],
  ['sdg', 'Goal 9', 'sdg/9'],
  ['sdg', 'SDG 9', 'sdg/9'],
  ['region', 'africa', 'region/africa'],
  ['entity', 'UN Women', 'entity/UN-Women'],
  ['entity', 'UNESCO', 'entity/UNESCO'],
  ['entity', 'World Health Organization', 'entity/WHO'],
  ['resolution', 'A/RES/70/125', 'resolution/A/RES/70/125'],
  ['resolution', 'res. 70/125', 'resolution/A/RES/70/125'],
  ['resolution', 'General Assembly resolution 70/125', 'resolution/A/RES/70/125'],
  ['resolution', 'a_res_70_125', 'resolution/A/RES/70/125'],
  ['resolution', 'https://undocs.org/A/RES/70/125', 'resolution/A/RES/70/125'],
  ['resolution', 'https://docs.un.org/en/A/RES/70/125', 'resolution/A/RES/70/125'],
  ['resolution', 'ECOSOC 2006/46', 'resolution/E/RES/2006/46'],
  ['resolution', 'A/RES/57/270B', 'resolution/A/RES/57/270 B'],
  ['resolution', 'A/RES/57/270_B', 'resolution/A/RES/57/270 B'],
  ['report', 'A/76/64–E/2021/11', 'report/A/76/64-E/2021/11'],
  ['report', 'A/76/64−E/2021/11', 'report/A/76/64-E/2021/11'],
  ['report', 'E/2020/31-E/CN.16/2020/4', 'report/E/2020/31-E/CN.16/2020/4'],
  ['document', 'Tunis Agenda', 'outcome-document/WSIS-05/TUNIS/DOC/6(Rev.1)'],
  ['document', 'A/C.2/80/L.58', 'other-document/A/C.2/80/L.58'],
  ['session', 'CSTD-24', 'session/CSTD-24'],
  ['session', '24th session of the CSTD', 'session/CSTD-24'],
  ['event', 'igf-20', 'event/igf-20'],
])('%s(id: "%s") is %s', async (field, reference, id) => {
  expect(await idOf(field, reference)).toBe(id);
  expect(await idOf('node', id)).toBe(id);
});

test('resolve tells what each of seven references is, in order, and guesses none', async () => {
  const refs = ['General Assembly resolution 70/125', 'ECOSOC 2006/46', 'A/76/64–E/2021/11', 'UN Women', 'Goal 9', 'C12', '70/1 or so'];
  const { resolve } = await api.ask<{
    resolve: { ref: string; status: string; node: Named | null; candidates: Named[]; suggestions: Named[] }[];
  }>('query ($refs: [String!]!) { resolve(refs: $refs) { ref status node { id } candidates { id } suggestions { id } } }', { refs });
  expect(resolve.map(({ ref }) => ref)).toEqual(refs);
  expect(resolve.map(({ node }) => node?.id ?? null)).toEqual([
    'resolution/A/RES/70/125',
    'resolution/E/RES/2006/46',
    'report/A/76/64-E/2021/11',
    'entity/UN-Women',
    'sdg/9',
    null,
    null,
  ]);
  expect(resolve.slice(0, 5).every(({ status }) => ['EXACT', 'NORMALIZED', 'ALIAS'].includes(status))).toBe(true);
  expect(resolve.slice(5).map(({ status }) => status)).toEqual(['NOT_FOUND', 'NOT_FOUND']);
  for (const { suggestions } of resolve.slice(5)) expect(suggestions.length).toBeGreaterThan(0);
  expect(resolve[6]?.suggestions.map(({ id }) => id)).toContain('resolution/A/RES/70/1');
  expect(resolve.every(({ candidates }) => candidates.length === 0)).toBe(true);
});

test('a symbol that stands for two outcome documents is refused with both, and resolve tells them', async () => {
  const both = ['outcome-document/WSIS-05/TUNIS/DOC/6(Rev.1)', 'outcome-document/WSIS-05/TUNIS/DOC/7'];
  const [error] = await api.errors('{ document(id: "A/60/687") { id } }');
  expect(error).toMatchObject({ code: 'BAD_USER_INPUT', extensions: { candidates: expect.arrayContaining(both) } });
  for (const id of both) expect(error?.message).toContain(id);
  const { resolve } = await api.ask<{ resolve: { status: string; candidates: Named[] }[] }>(
    '{ resolve(refs: ["A/60/687"]) { status candidates { id } } }',
  );
  expect(resolve[0]?.status).toBe('AMBIGUOUS');
  expect(resolve[0]?.candidates.map(({ id }) => id).sort()).toEqual(both);
});

test('a name shared by a resolution and an event is narrowed by the type of the field', async () => {
  const small = apiOf(smallDataset());
  expect(await small.ask('{ resolution(id: "High-level meeting") { id } event(id: "High-level meeting") { id } }')).toEqual({
    resolution: { id: 'resolution/A/RES/70/125' },
    event: { id: 'event/igf-20' },
  });
  const [error] = await small.errors('{ node(id: "High-level meeting") { id } }');
  expect(error?.extensions.candidates).toEqual(['resolution/A/RES/70/125', 'event/igf-20']);
});

test('a thing of another type, and nothing at all, are null', async () => {
  const wrong = {
    actionLine: 'ITU',
    sdg: 'C5',
    region: 'ITU',
    entity: 'A/RES/70/125',
    resolution: 'A/76/64',
    report: 'A/RES/70/125',
    document: 'ITU',
    session: 'igf-20',
    event: 'CSTD-24',
  };
  for (const [field, reference] of Object.entries(wrong)) {
    expect({ field, id: await idOf(field, reference) }).toEqual({ field, id: null });
    for (const nothing of ['', ' ', 'no such thing', 'x'.repeat(5000), '\u0000', '🜁', 'entity/', '/', '9.c9']) {
      expect({ field, nothing, id: await idOf(field, nothing) }).toEqual({ field, nothing, id: null });
    }
  }
  expect(await api.ask('{ lineage(id: "ITU") { truncated } }')).toEqual({ lineage: null });
});

const filterArguments: [argument: string, query: (ids: string) => string][] = [
  ...['entities', 'actionLines', 'regions', 'sdgs', 'documents'].map((argument): [string, (ids: string) => string] => [
    argument,
    (ids) => `{ contributions(filter: { ${argument}: ${ids} }) { totalCount } }`,
  ]),
  ...['addressees', 'documents', 'due'].map((argument): [string, (ids: string) => string] => [
    argument,
    (ids) => `{ asks(filter: { ${argument}: ${ids} }) { totalCount } }`,
  ]),
  ['facilitates', (ids) => `{ entities(filter: { facilitates: ${ids} }) { totalCount } }`],
  ['facilitators', (ids) => `{ actionLines(filter: { facilitators: ${ids} }) { totalCount } }`],
  ['sdgs', (ids) => `{ actionLines(filter: { sdgs: ${ids} }) { totalCount } }`],
  ['actionLines', (ids) => `{ sdgs(filter: { actionLines: ${ids} }) { totalCount } }`],
  ['reports', (ids) => `{ coverage(reports: ${ids}) { rows { state } } }`],
  ['entities', (ids) => `{ coverage(entities: ${ids}) { rows { state } } }`],
  ['ids', (ids) => `{ commonAncestors(ids: ${ids}) { id } }`],
  ['entities', (ids) => `{ actionLine(id: "C5") { contributions(filter: { entities: ${ids} }) { totalCount } } }`],
  ['entities', (ids) => `{ actionLine(id: "C5") { reportingEntities(filter: { entities: ${ids} }) { totalCount } } }`],
  ['entities', (ids) => `{ cube(rows: SDG, columns: REGION, filter: { entities: ${ids} }) { total } }`],
];

test.each(filterArguments)('an unknown id in `%s` is refused by name: %s', async (argument, query) => {
  const [error] = await api.errors(query('["No Such Thing"]'));
  expect(error).toMatchObject({ code: 'BAD_USER_INPUT', extensions: { argument } });
  expect(error?.message).toContain('No Such Thing');
  expect(error?.message).toContain(`\`${argument}\``);
});

test.each(filterArguments)('more than 100 ids in `%s` are refused: %s', async (argument, query) => {
  const [error] = await api.errors(query(JSON.stringify(Array.from({ length: 101 }, () => 'x'))));
  expect(error).toMatchObject({ code: 'BAD_USER_INPUT', extensions: { argument } });
  expect(error?.message).toContain('100');
});

test('an unknown end of paths is refused by name', async () => {
  for (const [argument, query] of [
    ['from', '{ paths(from: "No Such Text", to: "A/RES/70/1") { length } }'],
    ['to', '{ paths(from: "A/RES/70/125", to: "No Such Text") { length } }'],
  ] as const) {
    const [error] = await api.errors(query);
    expect(error).toMatchObject({ code: 'BAD_USER_INPUT', extensions: { argument }, message: expect.stringContaining('No Such Text') });
  }
});

test('nodes keeps the order and the duplicates of the ids, with null for a miss; resolve does the same', async () => {
  const refs = ['WHO', 'C5', 'nobody', 'WHO', 'entity/WHO', 'Goal 9', 'C5'];
  const ids = ['entity/WHO', 'action-line/C5', null, 'entity/WHO', 'entity/WHO', 'sdg/9', 'action-line/C5'];
  const answered = await api.ask<{ nodes: (Named | null)[]; resolve: { node: Named | null }[] }>(
    'query ($ids: [ID!]!, $refs: [String!]!) { nodes(ids: $ids) { id } resolve(refs: $refs) { node { id } } }',
    { ids: refs, refs },
  );
  expect(answered.nodes.map((node) => node?.id ?? null)).toEqual(ids);
  expect(answered.resolve.map(({ node }) => node?.id ?? null)).toEqual(ids);
  expect(await api.ask('{ nodes(ids: []) { id } resolve(refs: []) { ref } }')).toEqual({ nodes: [], resolve: [] });
});

test('more than 100 ids or references at once are refused', async () => {
  const many = JSON.stringify(Array.from({ length: 101 }, () => 'ITU'));
  expect((await api.errors(`{ nodes(ids: ${many}) { id } }`))[0]).toMatchObject({
    code: 'BAD_USER_INPUT',
    extensions: { argument: 'ids' },
  });
  expect((await api.errors(`{ resolve(refs: ${many}) { ref } }`))[0]).toMatchObject({
    code: 'BAD_USER_INPUT',
    extensions: { argument: 'refs' },
  });
});

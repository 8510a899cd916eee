/** The facts are all in the graph: each resolution, report, session, event, entity and document is found, and nothing is missing from the counts. */
import { type Api, seedApi } from '../support/api.js';
import { describeWithFacts, facts, plainSymbol } from '../support/facts.js';

let api: Api;
beforeAll(async () => {
  api = await seedApi();
});

interface Named {
  symbol: string | null;
  title: string;
  kind?: string;
}

/** What one field of the API gives for each reference, in order. */
async function found<T>(field: string, references: readonly string[], selection = 'id'): Promise<(T | null)[]> {
  const all: (T | null)[] = [];
  for (let start = 0; start < references.length; start += 50) {
    const part = references.slice(start, start + 50);
    const fields = part.map((reference, at) => `a${at}: ${field}(id: ${JSON.stringify(reference)}) { ${selection} }`);
    all.push(...Object.values(await api.ask<Record<string, T | null>>(`{ ${fields.join('\n')} }`)));
  }
  return all;
}

/** The references that a field finds nothing for. */
const missing = async (field: string, references: readonly string[]): Promise<string[]> => {
  const answers = await found(field, references);
  return references.filter((_, at) => answers[at] === null);
};

describeWithFacts('every fact of facts/ is reached by a query', () => {
  test('all 127 resolutions and outcome documents, each with its date', async () => {
    const rows = facts<(Named & { date: string | null })[]>('resolutions.json');
    expect(rows).toHaveLength(127);
    const answers = await found<{ symbol: string; date: string | null }>(
      'document',
      rows.map(({ symbol }) => String(symbol)),
      'symbol date',
    );
    expect(answers.map((document) => document?.symbol)).toEqual(rows.map(({ symbol }) => plainSymbol(String(symbol))));
    expect(answers.map((document, at) => rows[at]?.date ?? document?.date)).toEqual(answers.map((document) => document?.date));
  });

  test('all 22 sessions with their dates, and the acts that they recommended', async () => {
    const rows = facts<{ id: string; session: number; start: string | null; end: string | null; recommended: string[] }[]>('sessions.json');
    const answers = await found<{ number: number; startDate: string | null; endDate: string | null; recommended: { symbol: string }[] }>(
      'session',
      rows.map(({ id }) => id),
      'number startDate endDate recommended { symbol }',
    );
    for (const [at, { session, start, end, recommended }] of rows.entries()) {
      expect(answers[at]).toMatchObject({ number: session, startDate: start, endDate: end });
      expect(answers[at]?.recommended.map(({ symbol }) => symbol)).toEqual(expect.arrayContaining(recommended));
    }
    expect(rows).toHaveLength(22);
  });

  test('all 86 events by the ids of the facts', async () => {
    const rows = facts<{ id: string }[]>('events.json');
    expect(rows).toHaveLength(86);
    expect(
      await missing(
        'event',
        rows.map(({ id }) => id),
      ),
    ).toEqual([]);
  });

  test('all 53 entities by acronym, with Wikidata and ROR where the facts are sure', async () => {
    const rows =
      facts<{ acronym: string; wikidata: string | null; ror: string | null; identifier_confidence: string | null }[]>('entities.json');
    const answers = await found<{ sameAs: string[] }>(
      'entity',
      rows.map(({ acronym }) => acronym),
      'id sameAs',
    );
    for (const [at, { acronym, wikidata, ror, identifier_confidence }] of rows.entries()) {
      expect({ acronym, found: answers[at] !== null }).toEqual({ acronym, found: true });
      if (identifier_confidence !== 'high') continue;
      const known = answers[at]?.sameAs.join(' ') ?? '';
      for (const id of [wikidata, ror]) if (id) expect({ acronym, known }).toEqual({ acronym, known: expect.stringContaining(id) });
    }
  });

  test('all reports, reviews, notes and resolutions of reports.json that have a symbol, as documents', async () => {
    const rows = facts<Named[]>('reports.json').filter(({ symbol }) => symbol);
    expect(rows.filter(({ kind }) => kind === 'sg-report')).toHaveLength(19);
    // facts/README: A/75/62 stands with E/2020/8 and with E/2020/11, both unverified
    const symbols = rows.map(({ symbol }) => plainSymbol(String(symbol)).replace('A/75/62-E/2020/8', 'A/75/62'));
    expect(await missing('document', symbols)).toEqual([]);
  });

  test('all documents of other-documents.json that have a symbol', async () => {
    const symbols = facts<Named[]>('other-documents.json').flatMap(({ symbol }) => symbol ?? []);
    const plain = symbols.map((symbol) => plainSymbol(symbol).replace('A/75/62-E/2020/11', 'A/75/62'));
    expect(await missing('document', plain)).toEqual([]);
  });

  test('both numbers that go with A/75/62 lead to the one report, or to nothing, never to another', async () => {
    for (const reference of ['E/2020/8', 'E/2020/11', 'A/75/62-E/2020/8', 'A/75/62-E/2020/11']) {
      const [report] = await found<{ id: string }>('report', [reference]);
      expect([undefined, 'report/A/75/62']).toContain(report?.id);
    }
    expect(await missing('report', ['A/75/62'])).toEqual([]);
  });

  test('the single contributions of reports.json, each with its entity and the report that it was an input to', async () => {
    const rows = facts<{ kind: string; title: string; contributors: string[]; inputTo: string | null }[]>('reports.json');
    const inputs = rows.filter(({ kind }) => kind === 'contribution');
    expect(inputs).toHaveLength(13);
    for (const { contributors, inputTo } of inputs) {
      const [entity] = await found<{ contributions: { nodes: { document: { inputTo?: { symbol: string } | null } }[] } }>(
        'entity',
        [String(contributors[0])],
        'contributions(first: 100) { nodes { document { ... on OtherDocument { inputTo { symbol } } } } }',
      );
      const targets = entity?.contributions.nodes.map(({ document }) => document.inputTo?.symbol ?? null);
      expect({ contributors, targets }).toEqual({ contributors, targets: expect.arrayContaining([inputTo]) });
    }
  });

  test('exactly the 29 contributors of A/76/64-E/2021/11, by the names that it prints', async () => {
    const report = facts<{ symbol: string; contributors: string[] }[]>('reports.json').find(({ symbol }) => symbol === 'A/76/64-E/2021/11');
    const printed = await found<{ id: string }>('entity', report?.contributors ?? []);
    const [answer] = await found<{
      contributors: { totalCount: number; edges: { node: { id: string }; evidence: { footnote: number }[] }[] };
    }>('report', ['A/76/64'], 'contributors(first: 100) { totalCount edges { node { id } evidence { footnote } } }');
    expect(answer?.contributors.totalCount).toBe(29);
    expect(new Set(answer?.contributors.edges.map(({ node }) => node.id))).toEqual(new Set(printed.map((entity) => entity?.id)));
    for (const { evidence } of answer?.contributors.edges ?? []) expect(evidence).toEqual([{ footnote: 1 }]);
    const ids = answer?.contributors.edges.map(({ node }) => node.id);
    expect(ids).toEqual(expect.arrayContaining(['entity/APC', 'entity/IFLA', 'entity/WTO']));
    for (const other of ['GSMA', 'W3C', 'AFRINIC']) expect(ids).not.toContain(`entity/${other}`);
  });

  test('facilitators of every action line, with the role of the facts', async () => {
    const lines = facts<{ code: string; title: string; facilitators: { entity: string; role: string }[] }[]>('action-lines.json');
    const answers = await found<{ title: string; facilitators: { edges: { node: { id: string }; role: string }[] } }>(
      'actionLine',
      lines.map(({ code }) => code),
      'title facilitators(first: 100) { edges { role node { id } } }',
    );
    for (const [at, { code, facilitators }] of lines.entries()) {
      const bodies = await found<{ id: string }>(
        'entity',
        facilitators.map(({ entity }) => entity),
      );
      const ids = answers[at]?.facilitators.edges.map(({ node }) => node.id);
      expect({ code, ids: new Set(ids) }).toEqual({ code, ids: new Set(bodies.map((body) => body?.id)) });
    }
  });

  test('the counts that are demanded, each at least', async () => {
    const { meta } = await api.ask<{ meta: { counts: { kind: string; count: number }[]; linkCounts: { link: string; count: number }[] } }>(
      '{ meta { counts { kind count } linkCounts { link count } } }',
    );
    const nodes = Object.fromEntries(meta.counts.map(({ kind, count }) => [kind, count]));
    const links = Object.fromEntries(meta.linkCounts.map(({ link, count }) => [link, count]));
    expect(nodes).toMatchObject({ ACTION_LINE: 19, SDG: 17, SDG_TARGET: 80, REGION: 5, SESSION: 22 });
    expect(links.ADVANCES).toBe(124);
    expect((nodes.RESOLUTION ?? 0) + (nodes.OUTCOME_DOCUMENT ?? 0)).toBeGreaterThanOrEqual(127);
    expect(nodes.ENTITY).toBeGreaterThanOrEqual(65);
    expect(links.CITES).toBeGreaterThanOrEqual(1150);
    expect(nodes.EVENT).toBeGreaterThanOrEqual(86);
    expect(nodes.CONTRIBUTION).toBeGreaterThanOrEqual(45);
    expect(nodes.ASK).toBeGreaterThanOrEqual(150);
    const { reports } = await api.ask<{ reports: { totalCount: number } }>(
      '{ reports(filter: { series: [WSIS_PROGRESS] }) { totalCount } }',
    );
    expect(reports.totalCount).toBe(19);
  });
});

/** The three users' questions, answered by clicking alone from the first page, on both stores: each figure on the page is the API's. */
import { setTimeout as pause } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import { describeInBrowser, type Explorer } from '../support/browser.js';
import { describeOnNeo4j } from '../support/neo4j.js';
import { run } from '../support/program.js';
import { ask, cellsOf, section } from './read-page.js';

jest.setTimeout(180_000);

/** The explorer at its first page; from here on nothing but clicks. */
const begin = (explorer: Explorer): Promise<Page> => explorer.open('/');
const click = (page: Page, name: string): Promise<void> => page.getByRole('link', { name }).click();
interface Reporting {
  contributionCount: number;
  statedCount: number;
  inferredCount: number;
  cycles: number[];
  node: { name: string; acronym: string | null };
  evidence: { paragraph: string | null; document: { symbol: string | null } | null }[];
}
interface Coverage {
  state: string;
  entity: { name: string };
  report: { symbol: string; cycle: number; contributorList: string };
  lastContributedTo: { symbol: string; cycle: number } | null;
}
interface Cube {
  rows: { key: string; label: string; total: number }[];
  columns: { key: string; label: string; total: number }[];
  cells: { row: string; column: string; value: number; contributions: { nodes: { summary: string }[] } }[];
  total: number;
}
interface Lineage {
  nodes: { depth: number; document: { symbol: string | null; date: string | null }; citationsRead: string }[];
}

const threeQuestions = (explorer: Explorer) => {
  test('the analyst: who reported on C7, in which cycles, where does it say so, and who has gone silent', async () => {
    const { actionLine, coverage } = await ask<{
      actionLine: { reportingEntities: { edges: Reporting[] } };
      coverage: { rows: Coverage[] };
    }>(
      explorer,
      `{ actionLine(id: "C7") { reportingEntities(first: 100) { edges { contributionCount statedCount inferredCount cycles
           node { name acronym } evidence { paragraph document { ... on Report { symbol } ... on OtherDocument { symbol } } } } } }
         coverage { rows { state entity { name } report { symbol cycle contributorList } lastContributedTo { symbol cycle } } } }`,
    );
    const page = await begin(explorer);
    await click(page, 'Who reported on C7 and its sub-lines?');
    const reported = await cellsOf(section(page, 'Who reported').locator('table'));
    // In the cell of the cycles their scale stands below them.
    expect(reported.map((row) => row.slice(0, 5).map((text) => text.replace(/( \d{4}){5}$/, '')))).toEqual(
      actionLine.reportingEntities.edges.map(({ node: { name, acronym }, contributionCount, statedCount, inferredCount, cycles }) => [
        acronym ? `${name} ${acronym}` : name,
        ...[contributionCount, statedCount, inferredCount].map(String),
        cycles.length > 0 ? cycles.join(', ') : 'no data',
      ]),
    );
    for (const [at, { evidence }] of actionLine.reportingEntities.edges.entries())
      for (const { paragraph, document } of evidence) {
        if (paragraph) expect(reported[at]?.[5]).toContain(`para. ${paragraph}`);
        if (document?.symbol) expect(reported[at]?.[5]).toContain(document.symbol);
      }
    await click(page, 'WSIS graph');
    await click(page, 'Who has gone silent?');
    const told = coverage.rows.filter(({ report }) => report.contributorList === 'FULL');
    const newest = Math.max(...told.map(({ report }) => report.cycle));
    const silent = told.filter(
      ({ state, report, lastContributedTo: last }) => state === 'SILENT' && report.cycle === newest && last && last.cycle < newest,
    );
    const names = (await cellsOf(section(page, /^Gone silent/).locator('table'))).map((row) => row.slice(0, 2));
    expect(names).toEqual(silent.map(({ entity, lastContributedTo: last }) => [entity.name, expect.stringContaining(`${last?.symbol}`)]));
    for (const [state, sign] of [
      ['CONTRIBUTED', 'contributed'],
      ['SILENT', 'silent'],
      ['NO_DATA', 'no data'],
    ] as const)
      await page
        .locator(`.legend-state[data-state="${state}"]`, { hasText: sign })
        .getByText(`${coverage.rows.filter((row) => row.state === state).length} cell`)
        .waitFor();
  });

  test('the dashboard: how entities and regions cross, and which contributions stand behind a cell', async () => {
    const { cube } = await ask<{ cube: Cube }>(
      explorer,
      `{ cube(rows: ENTITY, columns: REGION) { rows { key label total } columns { key label total } total
           cells { row column value contributions(first: 100) { nodes { summary } } } } }`,
    );
    const page = await begin(explorer);
    await click(page, 'Entities by region');
    const grid = page.getByRole('grid');
    const shown = (await cellsOf(grid)).slice(0, cube.rows.length).map((row) => row.slice(1));
    const value = (row: string, column: string) => cube.cells.find((cell) => cell.row === row && cell.column === column)?.value;
    expect(shown).toEqual(
      cube.rows.map(({ key, total }) => [
        ...cube.columns.map((column) => value(key, column.key)?.toString() ?? expect.stringMatching(/^[·?]/)),
        String(total),
      ]),
    );
    const [greatest] = [...cube.cells].sort((one, two) => two.value - one.value);
    if (!greatest) throw new Error('a cube without cells');
    const at = [
      cube.rows.findIndex(({ key }) => key === greatest.row),
      cube.columns.findIndex(({ key }) => key === greatest.column),
    ] as const;
    await grid.locator('tbody tr').nth(at[0]).locator('td').nth(at[1]).getByRole('button').click();
    const panel = page.getByRole('region').filter({ has: page.getByRole('button', { name: 'Close' }) });
    await panel.getByRole('heading', { name: new RegExp(`^${greatest.value} contribution`) }).waitFor();
    await panel.locator('.cube-summary a').first().waitFor();
    expect(await panel.locator('.cube-summary a').allTextContents()).toEqual(greatest.contributions.nodes.map(({ summary }) => summary));
    await panel.locator('.cube-summary a').first().click();
    await page.getByRole('heading', { level: 1, name: greatest.contributions.nodes[0]?.summary ?? '' }).waitFor();
  });

  test('the researcher: what A/RES/80/173 rests on, by which chain and verb, in which paragraph, and what it asks of whom', async () => {
    const { lineage, paths, resolution } = await ask<{
      lineage: Lineage;
      paths: { documents: { symbol: string }[]; links: { verb: string; paragraph: string | null }[] }[];
      resolution: {
        asks: {
          totalCount: number;
          nodes: { summary: string; paragraph: string; verb: string; addressees: { name: string; acronym: string | null }[] }[];
        };
      };
    }>(
      explorer,
      `{ lineage(id: "A/RES/80/173", maxDepth: 2) { nodes { depth citationsRead document { ... on Resolution { symbol } date } } }
         paths(from: "A/RES/80/173", to: "A/RES/56/183", maxLength: 4, first: 12) { documents { ... on Resolution { symbol } } links { verb paragraph } }
         resolution(id: "A/RES/80/173") { asks(first: 50) { totalCount nodes { summary paragraph verb addressees { name acronym } } } } }`,
    );
    const page = await begin(explorer);
    await click(page, 'The lineage of A/RES/80/173');
    const unread = lineage.nodes.filter(({ citationsRead }) => citationsRead === 'NONE').length;
    await page.getByText(`rests on ${lineage.nodes.length} texts within 2 citations. ${unread} of them were not read`).waitFor();
    const rows = await cellsOf(page.locator('.lineage-table table'));
    expect(rows.map(([away]) => Number(away)).sort()).toEqual(lineage.nodes.map(({ depth }) => depth).sort());
    // Every text that it cites itself is told with verb and place.
    for (const [away, , , how] of rows)
      if (away === '1') expect(how).toMatch(/^A\/RES\/80\/173: [a-z ]+\(.*(para\.|preamb|footnote|header|text)/);

    await click(page, 'WSIS graph');
    await click(page, 'From A/RES/80/173 back to the call for the Summit');
    await page.locator('.chain').first().waitFor();
    const chains = await page.locator('.chain').evaluateAll((all) => all.map((chain) => (chain as HTMLElement).innerText));
    expect(chains).toHaveLength(paths.length);
    for (const [at, { documents, links }] of paths.entries()) {
      for (const { symbol } of documents) if (symbol) expect(chains[at]).toContain(symbol);
      for (const { verb, paragraph } of links) {
        expect(chains[at]).toContain(verb.toLowerCase().replaceAll('_', ' '));
        if (paragraph) expect(chains[at]).toContain(paragraph.replace(/^PP/, ''));
      }
    }

    await click(page, 'WSIS graph');
    await click(page, 'What A/RES/80/173 asks, and of whom');
    const asks = section(page, 'What it asks');
    await asks.getByText(`50 of ${resolution.asks.totalCount}`).waitFor();
    expect(await asks.locator('.ask-summary').allTextContents()).toEqual(resolution.asks.nodes.map(({ summary }) => summary));
    expect(await asks.locator('.ask-place').allTextContents()).toEqual(resolution.asks.nodes.map(({ paragraph }) => `para. ${paragraph}`));
    const facts = await asks.locator('.ask-facts').allTextContents();
    for (const [at, { addressees }] of resolution.asks.nodes.entries())
      for (const { name, acronym } of addressees) expect(facts[at]).toContain(acronym ?? name);
  });
};

describeInBrowser('by clicking alone, on the embedded store', threeQuestions);

/** An address of each view. */
const views = [
  '/',
  '/search?q=information%20society',
  '/action-line/C7',
  '/sdg/9',
  '/region/africa',
  '/entity/ITU',
  '/resolution/A/RES/70/125',
  '/report/A/76/64-E/2021/11',
  '/outcome-document/WSIS-03/GENEVA/DOC/4',
  '/other-document/A/66/67-E/2011/79',
  '/session/CSTD-24',
  '/event/wsis-geneva-2003',
  '/sdg-target/9.c',
  '/contribution/A/76/64-E/2021/11/p16.1',
  '/ask/A/RES/70/125/p61',
  '/cube?rows=ENTITY&columns=ACTION_LINE',
  '/cube?rows=ACTION_LINE&columns=SDG&includeEmpty=true',
  '/lineage/resolution/A/RES/80/173?depth=3',
  '/paths?from=resolution/A/RES/80/173&to=resolution/A/RES/56/183',
  '/coverage',
  '/claims',
  '/due',
  '/completeness',
];

describeOnNeo4j('by clicking alone, on Neo4j', (open) => {
  const env: Record<string, string> = {};
  beforeAll(async () => {
    const { uri, username, password, database } = open();
    Object.assign(env, { NEO4J_URI: uri, NEO4J_USERNAME: username, NEO4J_PASSWORD: password, NEO4J_DATABASE: database });
    expect(await run(['load'], { env })).toMatchObject({ code: 0 });
  });
  describeInBrowser('every view', (embedded) => {
    describeInBrowser(
      '',
      (onNeo4j) => {
        test.each(views)('%s reads as it does on the embedded store', async (address) => {
          const pages = await Promise.all([embedded, onNeo4j].map((explorer) => settled(explorer, address)));
          const texts = () => Promise.all(pages.map((page) => page.locator('main').innerText()));
          let [one, other] = await texts();
          // On a busy machine an answer may be later than the quiet that a page was waited for.
          for (let round = 0; one !== other && round < 50; round++) {
            await pause(200);
            [one, other] = await texts();
          }
          expect(one).not.toMatch(/Nothing here|is not in this graph/);
          expect(one?.length).toBeGreaterThan(200);
          expect(other).toBe(one);
          for (const page of pages) expect(await page.getByRole('alert').count()).toBe(0);
        });
      },
      env,
    );
  });

  describeInBrowser('', threeQuestions, env);
});

/** A view when nothing of it is on its way any more. */
async function settled(explorer: Explorer, address: string): Promise<Page> {
  const page = await explorer.open(address);
  for (let time = 1; ; time++) {
    await page.waitForLoadState('networkidle');
    await page.waitForFunction(() => !document.querySelector('main [aria-busy="true"], main .loading'));
    // On a busy machine Neo4j may plan a question for longer than the program gives it; then it is asked again.
    if (time === 5 || (await page.getByRole('alert').count()) === 0) return page;
    await page.reload();
  }
}

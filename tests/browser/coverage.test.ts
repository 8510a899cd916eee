/** Coverage, claims, what is due and what is missing, as a person reads them: every figure on the page is that of the API. */
import type { Locator, Page } from 'playwright-core';
import {
  describeInBrowser,
  type Explorer,
  eventually,
  expectToFit,
  screenshotsOf,
  seriousFindings,
  sizes,
  sticksOut,
} from '../support/browser.js';
import { ask } from './read-page.js';

jest.setTimeout(180_000);

const grid = (page: Page): Locator => page.locator('table.grid');
const cell = (page: Page, name: string): Locator => grid(page).locator(`button[title^="${name}:"]`);

/** Every cell of the grid as it is shown: "APC, A/76/64 (2020)" → [state, words]. */
async function cellsOf(page: Page): Promise<Map<string, { state: string; words: string }>> {
  await grid(page).waitFor();
  const found = await grid(page)
    .locator('td[data-state]')
    .evaluateAll((cells) =>
      cells.map((each) => ({
        title: each.querySelector('button')?.title ?? '',
        state: each.getAttribute('data-state') ?? '',
        words: each.textContent ?? '',
      })),
    );
  return new Map(found.map(({ title, state, words }) => [title.slice(0, title.indexOf(':')), { state, words }]));
}

/** The counts beside the states of the legend. */
async function legendOf(page: Page): Promise<Record<string, number>> {
  const states = await page
    .locator('.legend-state')
    .evaluateAll((buttons) =>
      buttons.map((each) => [each.getAttribute('data-state'), Number(each.querySelector('.count')?.textContent?.replace(/\D/g, ''))]),
    );
  return Object.fromEntries(states) as Record<string, number>;
}

interface Coverage {
  coverage: {
    counts: { state: string; count: number }[];
    rows: {
      state: string;
      entity: { id: string; name: string; acronym: string | null };
      report: { id: string; symbol: string; cycle: number; contributorList: string };
      lastContributedTo: { symbol: string; cycle: number } | null;
    }[];
  };
}
const coverageQuery = (of = '') =>
  `{ coverage${of} { counts { state count } rows { state entity { id name acronym } report { id symbol cycle contributorList } lastContributedTo { symbol cycle } } } }`;
const short = (symbol: string) => symbol.replace(/-E\/.*/, '');
const nameOf = ({ entity, report }: Coverage['coverage']['rows'][number]) =>
  `${entity.acronym ?? entity.name}, ${short(report.symbol)} (${report.cycle})`;
/** How the whole table is announced. */
async function whole(explorer: Explorer): Promise<string> {
  const { coverage } = await ask<Coverage>(explorer, coverageQuery());
  const of = (ids: string[]) => new Set(ids).size;
  return `${of(coverage.rows.map(({ entity }) => entity.id))} entities by ${of(coverage.rows.map(({ report }) => report.id))} reports`;
}
const annual = 'report/A/76/64-E/2021/11';

describeInBrowser('coverage', (explorer) => {
  test('every cell has the state that the API gives, told by sign and words; the legend explains and counts each state', async () => {
    const { coverage } = await ask<Coverage>(explorer, coverageQuery());
    const page = await explorer.open('/coverage');
    const cells = await cellsOf(page);
    expect(cells.size).toBe(coverage.rows.length);
    expect(new Map([...cells].map(([name, { state }]) => [name, state]))).toEqual(
      new Map(coverage.rows.map((row) => [nameOf(row), row.state])),
    );
    const words: Record<string, string> = { CONTRIBUTED: 'contributed', SILENT: 'silent', NOT_LISTED: 'not listed', NO_DATA: 'no data' };
    for (const { state, words: told } of cells.values()) expect(told).toBe(words[state]);
    expect(await grid(page).locator('.grid-cell:not(:has(svg))').count()).toBe(0);
    expect(await legendOf(page)).toEqual(Object.fromEntries(coverage.counts.map(({ state, count }) => [state, count])));
    await page.getByRole('note').getByText('No data is not silence').waitFor();
  });

  test('"gone silent" is told only of reports whose whole list is known, with the last contribution known', async () => {
    const { coverage } = await ask<Coverage>(explorer, coverageQuery());
    const full = [...new Set(coverage.rows.filter(({ report }) => report.contributorList === 'FULL').map(({ report }) => report.symbol))];
    const newest = Math.max(...coverage.rows.filter(({ report }) => full.includes(report.symbol)).map(({ report }) => report.cycle));
    const silent = coverage.rows.filter(
      ({ state, report, lastContributedTo }) => state === 'SILENT' && report.cycle === newest && Number(lastContributedTo?.cycle) < newest,
    );
    const page = await explorer.open('/coverage');
    const section = page.locator('section', { has: page.getByRole('heading', { name: /^Gone silent/ }) });
    await section.getByText(`Told of ${full.length} of ${new Set(coverage.rows.map(({ report }) => report.id)).size} reports`).waitFor();
    expect(await section.locator('tbody tr').count()).toBe(silent.length);
    for (const { entity, lastContributedTo } of silent) {
      const row = section.getByRole('row', { name: entity.name });
      await row.getByRole('link', { name: String(lastContributedTo?.symbol) }).waitFor();
    }
    await section
      .getByRole('row')
      .nth(1)
      .getByRole('link', { name: /evidence for/ })
      .click();
    await page.locator('.grid-facts').getByText('The whole list of this report is known, 29 contributors').waitFor();

    const partial = await explorer.open('/coverage?reports=A%2F74%2F62');
    await partial.getByText('of none can silence be told').waitFor();
    expect(new Set([...(await cellsOf(partial)).values()].map(({ state }) => state))).toEqual(new Set(['CONTRIBUTED', 'NO_DATA']));
  });

  test('a click shows the evidence: of a contribution its place and what was told, of silence the list, of no data what is not known', async () => {
    const page = await explorer.open('/coverage');
    await cell(page, 'ITU, A/76/64 (2020)').click();
    const facts = page.locator('.grid-facts');
    await facts.getByText('para. 1, footnote 1').waitFor();
    const { contributions } = await ask<{ contributions: { totalCount: number; nodes: { summary: string }[] } }>(
      explorer,
      `{ contributions(filter: { entities: ["ITU"], documents: ["${annual}"] }) { totalCount nodes { summary } } }`,
    );
    for (const { summary } of contributions.nodes) await facts.getByRole('link', { name: summary }).waitFor();
    expect(await seriousFindings(page)).toEqual([]);
    // The address names the cell.
    const shared = await explorer.open(page.url().slice(explorer.url.length));
    await shared.locator('.grid-facts').getByText('para. 1, footnote 1').waitFor();
    await cell(page, 'ICANN, A/76/64 (2020)').click();
    await facts.getByText('and ICANN is not in it').waitFor();
    await facts.getByRole('link', { name: 'A/68/65-E/2013/11' }).waitFor();
    await cell(page, 'ITU, A/73/66 (2017)').click();
    await facts.getByText('1 of the 33 that the report says it had').waitFor();
    await facts.getByRole('button', { name: 'Close' }).click();
    await facts.waitFor({ state: 'detached' });
    await eventually(async () =>
      expect(await page.evaluate(() => document.activeElement?.getAttribute('title'))).toContain('ITU, A/73/66 (2017)'),
    );
  });

  test('it narrows by state, entities and reports; the address can be shared, and few reports have room for words', async () => {
    const page = await explorer.open('/coverage');
    await page.locator('.legend-state[data-state="SILENT"]').click();
    await page.waitForURL('**state=SILENT');
    const { coverage } = await ask<Coverage>(explorer, coverageQuery());
    const silent = coverage.rows.filter(({ state }) => state === 'SILENT');
    const [entitiesOf, reportsOf] = [new Set(silent.map(({ entity }) => entity.id)), new Set(silent.map(({ report }) => report.id))];
    await eventually(async () => expect((await cellsOf(page)).size).toBe(entitiesOf.size * reportsOf.size));
    await page.goBack();
    await page.getByText('Reports: all annual reports').click();
    await page.getByRole('button', { name: 'with any contributor known' }).click();
    await page.getByText('Entities: all in any known list').click();
    // All of them can be reached by scrolling down, none lies at the right.
    const { entities } = await ask<{ entities: { totalCount: number } }>(explorer, '{ entities(first: 1) { totalCount } }');
    const list = page.locator('.chooser[open] .chooser-list').first();
    await list
      .getByRole('checkbox')
      .nth(entities.totalCount - 1)
      .waitFor();
    expect(await list.evaluate((each) => each.scrollWidth - each.clientWidth)).toBe(0);
    await page.getByRole('searchbox', { name: /Entities/ }).fill('world health');
    await page.getByRole('checkbox', { name: /^WHO/ }).check();
    await page.getByRole('searchbox', { name: /Entities/ }).fill('ITC ');
    await page.getByRole('checkbox', { name: /^ITC/ }).check();
    await page.getByText('2 entities by 6 reports').waitFor();
    const shared = await explorer.open(page.url().slice(explorer.url.length));
    const cells = await cellsOf(shared);
    const asked = await ask<Coverage>(
      explorer,
      coverageQuery('(entities: ["WHO", "ITC"], reports: ["A/76/64", "A/74/62", "A/73/66", "A/68/65", "A/67/66", "A/66/64"])'),
    );
    expect(new Map([...cells].map(([name, { state }]) => [name, state]))).toEqual(
      new Map(asked.coverage.rows.map((row) => [nameOf(row), row.state])),
    );
    expect(await cell(shared, 'WHO, A/76/64 (2020)').getByText('contributed').isVisible()).toBe(true);
    await shared.getByRole('button', { name: 'Show all again' }).click();
    await shared.getByText(await whole(explorer)).waitFor();
  });

  test('by keyboard: one stop of Tab, arrows from cell to cell, Enter opens, Escape closes', async () => {
    const page = await explorer.open('/coverage');
    await grid(page).waitFor();
    expect(await grid(page).locator('.grid-cell[tabindex="0"]').count()).toBe(1);
    await grid(page).locator('.grid-cell[tabindex="0"]').focus();
    for (const key of ['ArrowRight', 'ArrowRight', 'ArrowRight', 'ArrowRight', 'ArrowDown']) await page.keyboard.press(key);
    const focused = () => page.evaluate(() => document.activeElement?.getAttribute('title'));
    await eventually(async () => expect(await focused()).toMatch(/^AUC, A\/76\/64 \(2020\): contributed$/));
    await page.keyboard.press('Enter');
    await page.locator('.grid-facts').getByText('footnote 1').waitFor();
    await page.keyboard.press('Escape');
    await page.locator('.grid-facts').waitFor({ state: 'detached' });
    await eventually(async () => expect(await focused()).toMatch(/^AUC/));
    await page.keyboard.press('Control+End');
    await eventually(async () => expect(await focused()).toMatch(/\(2006\)/));
  });

  test('the heads stay in sight while the table scrolls, also at 390 pixels', async () => {
    const page = await explorer.open('/coverage', { viewport: sizes.narrow });
    await grid(page).waitFor();
    const where = () =>
      page.evaluate(() => {
        const box = (selector: string) => document.querySelector(selector)?.getBoundingClientRect();
        const frame = box('.grid-scroll');
        return [
          Number(box('.grid thead th')?.top) - Number(frame?.top),
          Number(box('.grid tbody th')?.left) - Number(frame?.left),
          Number(box('.grid td[data-state]')?.left),
        ];
      });
    const [top, left, first] = await where();
    await page.locator('.grid-scroll').evaluate((frame) => frame.scrollTo(400, 300));
    const [topAfter, leftAfter, firstAfter] = await where();
    expect(Math.abs(Number(topAfter) - Number(top))).toBeLessThan(4);
    expect(Math.abs(Number(leftAfter) - Number(left))).toBeLessThan(4);
    expect(Number(firstAfter)).toBeLessThan(Number(first) - 300);
    expect(await sticksOut(page)).toBe(false);
  });

  test('an address that names what is not there says so and leads back', async () => {
    const page = await explorer.open('/coverage?entities=entity%2Fnobody-knows-it');
    await page.getByRole('alert').getByText('nobody-knows-it').waitFor();
    await page.getByRole('link', { name: 'All entities and annual reports' }).click();
    await page.getByText(await whole(explorer)).waitFor();
  });

  test('it fits 360 pixels and fills 2,560', async () => {
    for (const path of ['/coverage', '/claims', '/due', '/completeness']) {
      const page = await explorer.open(path);
      await page.locator('.grid, .ask, .figure').first().waitFor();
      for (const width of [360, 2560]) await expectToFit(page, width);
    }
  });

  test('pictures of it', async () => {
    const ready = (page: Page) => grid(page).waitFor();
    await screenshotsOf(explorer, 'coverage', '/coverage', ready);
    await screenshotsOf(explorer, 'coverage-evidence', `/coverage?state=SILENT&entity=entity/ICANN&report=${annual}`, (page) =>
      page.locator('.grid-facts .evidence').first().waitFor(),
    );
  });
});

interface Claims {
  claimedVersusReported: { actionLine: { code: string }; sdg: { number: number }; claimed: boolean; reported: number }[];
}
const claimsQuery = '{ claimedVersusReported { actionLine { code } sdg { number } claimed reported } }';

describeInBrowser('claimed and reported', (explorer) => {
  test('every cell tells what the API tells, with its figure; a line of which nothing is said has no data', async () => {
    const { claimedVersusReported } = await ask<Claims>(explorer, claimsQuery);
    const page = await explorer.open('/claims');
    const cells = await cellsOf(page);
    expect(cells.size).toBe(19 * 17);
    const spokenOf = new Set(claimedVersusReported.map(({ actionLine }) => actionLine.code));
    const expected = new Map([...cells.keys()].map((name) => [name, spokenOf.has(name.split(',')[0] ?? '') ? 'NEITHER' : 'NO_DATA']));
    for (const { actionLine, sdg, claimed, reported } of claimedVersusReported) {
      const state = claimed ? (reported ? 'BOTH' : 'CLAIMED') : 'REPORTED';
      const name = `${actionLine.code}, goal ${sdg.number}`;
      expected.set(name, state);
      expect({ name, words: cells.get(name)?.words }).toEqual({ name, words: expect.stringContaining(reported ? String(reported) : '') });
    }
    expect(new Map([...cells].map(([name, { state }]) => [name, state]))).toEqual(expected);
    const counts = await legendOf(page);
    for (const [state, count] of Object.entries(counts)) {
      expect({ state, count }).toEqual({ state, count: [...expected.values()].filter((each) => each === state).length });
    }
    await page.getByText(`The matrix claims ${claimedVersusReported.filter(({ claimed }) => claimed).length} links`).waitFor();
  });

  test('a click shows both sides: targets and source of the claim, contributions with their tags and rules', async () => {
    const page = await explorer.open('/claims');
    await cell(page, 'C2, goal 9').click();
    const [claimed, reported] = [page.locator('.side').nth(0), page.locator('.side').nth(1)];
    const answer = await ask<{
      contributions: { totalCount: number; nodes: { summary: string }[] };
      actionLine: { sdgs: { edges: { node: { number: number }; targets: { code: string }[] }[] } };
    }>(
      explorer,
      '{ contributions(filter: { actionLines: ["C2"], sdgs: ["9"], includeSubLines: false }, first: 100) { totalCount nodes { summary } } actionLine(id: "C2") { sdgs(first: 100) { edges { node { number } targets { code } } } } }',
    );
    for (const { code } of answer.actionLine.sdgs.edges.find(({ node }) => node.number === 9)?.targets ?? []) {
      await claimed.getByRole('link', { name: `Target ${code}` }).waitFor();
    }
    await claimed.getByText('WSIS-SDG-Matrix').first().waitFor();
    await reported.getByText('inferred').first().waitFor();
    await reported
      .getByText(/^Rule: /)
      .first()
      .waitFor();
    await reported.getByRole('button', { name: 'Show more' }).click();
    await reported.getByText(`${answer.contributions.totalCount} in all`).waitFor();
    expect((await reported.locator('.reported-item > a').allTextContents()).sort()).toEqual(
      answer.contributions.nodes.map(({ summary }) => summary).sort(),
    );
    expect(await seriousFindings(page)).toEqual([]);
    await cell(page, 'C11, goal 9').click();
    await page.getByText('The matrix does not link C11 and goal 9.').waitFor();
    await cell(page, 'C3, goal 1').click();
    await reported.getByText('No contribution in the graph is tagged with both.').waitFor();
    const shared = await explorer.open(page.url().slice(explorer.url.length));
    await shared.locator('.side').getByText('No contribution in the graph is tagged with both.').waitFor();
  });

  test('one state can be seen alone; pictures', async () => {
    const page = await explorer.open('/claims?state=REPORTED');
    const { claimedVersusReported } = await ask<Claims>(explorer, claimsQuery);
    const only = claimedVersusReported.filter(({ claimed }) => !claimed);
    expect((await cellsOf(page)).size).toBe(
      new Set(only.map(({ actionLine }) => actionLine.code)).size * new Set(only.map(({ sdg }) => sdg.number)).size,
    );
    await screenshotsOf(explorer, 'claims', '/claims', (view) => grid(view).waitFor());
    await screenshotsOf(explorer, 'claims-evidence', '/claims?line=action-line/C9&goal=sdg/16', (view) =>
      view.locator('.reported-item').first().waitFor(),
    );
  });
});

interface Asks {
  asks: {
    totalCount: number;
    nodes: { summary: string; dueYear: number | null; paragraph: string; due: { name: string }[]; document: { symbol: string } }[];
  };
}
const asksQuery = (filter: string, first = 100) =>
  `{ asks(first: ${first}, filter: { ${filter} }, orderBy: [{ field: DUE_YEAR }, { field: DEFAULT }]) { totalCount nodes { summary dueYear paragraph due { name } document { symbol } } } }`;
const year = new Date().getFullYear();

describeInBrowser('what is due', (explorer) => {
  const summaries = (page: Page) => page.locator('.ask-summary').allTextContents();
  const settled = (page: Page, total: number) => page.locator('.more-count', { hasText: new RegExp(`(of|^)\\s*${total}\\b`) }).waitFor();

  test('it begins with what is due from this year on, by year, then by meeting', async () => {
    const { asks } = await ask<Asks>(explorer, asksQuery(`dueYears: { from: ${year} }`));
    const page = await explorer.open('/due');
    await settled(page, asks.totalCount);
    expect((await summaries(page)).sort()).toEqual(asks.nodes.map(({ summary }) => summary).sort());
    for (const due of new Set(asks.nodes.map(({ dueYear }) => dueYear))) {
      const section = page.locator('section', { has: page.getByRole('heading', { name: new RegExp(`^Due in ${due}`) }) });
      const those = asks.nodes.filter(({ dueYear }) => dueYear === due);
      await section.getByRole('heading', { level: 2, name: `Due in ${due} ${those.length}`, exact: true }).waitFor();
      expect(await section.locator('.ask').count()).toBe(those.length);
      for (const name of new Set(those.flatMap(({ due }) => due.slice(0, 1).map((meeting) => meeting.name)))) {
        await section.getByRole('heading', { level: 3, name }).waitFor();
      }
    }
    await page.getByText('Whether anybody did what was asked is not in the graph').waitFor();
  });

  test('by session, event, year, addressee, text and verb; the choice stands in the address, and Back undoes it', async () => {
    const page = await explorer.open('/due');
    await page.locator('.ask').first().waitFor();
    await page.getByRole('combobox', { name: /^At/ }).selectOption('session/CSTD-30');
    await page.waitForURL('**at=session%2FCSTD-30');
    const { asks } = await ask<Asks>(explorer, asksQuery('due: ["CSTD-30"]'));
    await settled(page, asks.totalCount);
    expect((await summaries(page)).sort()).toEqual(asks.nodes.map(({ summary }) => summary).sort());
    await page.getByRole('combobox', { name: /^Of whom/ }).selectOption('entity/UNGIS');
    await page.waitForURL('**of=entity%2FUNGIS');
    const narrower = await ask<Asks>(explorer, asksQuery('due: ["CSTD-30"], addressees: ["UNGIS"]'));
    await settled(page, narrower.asks.totalCount);
    expect(await summaries(page)).toEqual(narrower.asks.nodes.map(({ summary }) => summary));
    await page.goBack();
    await settled(page, asks.totalCount);

    for (const [address, filter] of [
      ['/due?at=event/ga-hlm-2025', 'due: ["event/ga-hlm-2025"]'],
      ['/due?when=2027', 'dueYears: { from: 2027, to: 2027 }'],
      ['/due?when=past', `dueYears: { to: ${year - 1} }`],
      ['/due?when=all&of=entity/ITU', 'addressees: ["ITU"]'],
      ['/due?when=dated&by=resolution/A/RES/79/277', 'dueYears: {}, documents: ["A/RES/79/277"]'],
      ['/due?when=dated&verb=INVITES', 'dueYears: {}, verbs: [INVITES]'],
    ] as const) {
      const view = await explorer.open(address);
      const expected = await ask<Asks>(explorer, asksQuery(filter, 50));
      await settled(view, expected.asks.totalCount);
      if (!address.includes('past')) {
        expect({ address, found: (await summaries(view)).sort() }).toEqual({
          address,
          found: expected.asks.nodes.map(({ summary }) => summary).sort(),
        });
      }
    }
  });

  test('each names document, paragraph, addressees, classes and method; a line made by the program looks so', async () => {
    const page = await explorer.open('/due?when=2027');
    const read = page.locator('.ask', { hasText: 'Finish the work on financial mechanisms' });
    await read.getByRole('link', { name: 'A/RES/80/173' }).waitFor();
    await read.getByText('para. 67').waitFor();
    for (const name of ['ITU', 'UNGIS']) await read.getByRole('link', { name, exact: true }).waitFor();
    await read.getByText(/United Nations system, action line facilitators/).waitFor();
    await read.locator('.method[data-method="CURATED"]').waitFor();
    const made = page.locator('.ask', { hasText: 'Decision in paragraph 84' }).or(page.locator('.ask[data-method="EXTRACTED"]')).first();
    await made.locator('.method[data-method="EXTRACTED"]').waitFor();
    const styleOf = (row: Locator) => row.locator('.ask-summary a').evaluate((link) => getComputedStyle(link).fontStyle);
    expect([await styleOf(read), await styleOf(made)]).toEqual(['normal', 'italic']);
    await page.getByText('made by a program from verb, addressee, paragraph and date').waitFor();
    await read.locator('.ask-summary a').click();
    await page.waitForURL('**/ask/A/RES/80/173/p67**');
  });

  test('more is loaded on demand; those without a date come last and say so', async () => {
    const { asks } = await ask<Asks>(explorer, asksQuery('', 1));
    const dated = await ask<Asks>(explorer, asksQuery('dueYears: {}', 1));
    const page = await explorer.open('/due?when=all');
    await page.getByText(`50 of ${asks.totalCount}`).waitFor();
    await page.getByRole('button', { name: 'Show more' }).click();
    await page.getByText(`100 of ${asks.totalCount}`).waitFor();
    expect(await page.locator('.ask').count()).toBe(100);
    const undated = (asks.totalCount - dated.asks.totalCount).toLocaleString('en');
    await page.getByRole('heading', { level: 2, name: `No date stated ${undated}`, exact: true }).waitFor();
  });

  test('pictures of it', async () => {
    await screenshotsOf(explorer, 'due', '/due', (page) => page.locator('.ask').first().waitFor());
  });
});

interface Completeness {
  completeness: {
    reports: {
      contributorList: string;
      contributorsKnown: number;
      contributionsKnown: number;
      note: string | null;
      report: { symbol: string; cycle: number; contributorCount: number | null };
    }[];
    documentsRead: { full: number; partial: number; none: number };
    statedTags: number;
    inferredTags: number;
    unverifiedFacts: number;
  };
  meta: { datasetVersion: string; licence: string; rules: { meaning: string }[]; sources: { title: string }[] };
  resolutions: { totalCount: number };
}

describeInBrowser('what is missing', (explorer) => {
  test('the figures are those of `completeness` and `meta`, report by report', async () => {
    const { completeness, meta, resolutions } = await ask<Completeness>(
      explorer,
      '{ completeness { reports { contributorList contributorsKnown contributionsKnown note report { symbol cycle contributorCount } } documentsRead { full partial none } statedTags inferredTags unverifiedFacts } meta { datasetVersion licence rules { meaning } sources { title } } resolutions(filter: { citationsRead: [NONE] }, first: 1) { totalCount } }',
    );
    const { reports, documentsRead, statedTags, inferredTags, unverifiedFacts } = completeness;
    const page = await explorer.open('/completeness');
    await page.locator('.figure').first().waitFor();
    const figures = (await page.locator('.figure-number').allTextContents()).map((text) => text.replaceAll(',', ''));
    expect(figures).toEqual([
      `${reports.filter(({ contributorList }) => contributorList === 'FULL').length} of ${reports.length}`,
      `${reports.filter(({ contributionsKnown }) => contributionsKnown > 0).length} of ${reports.length}`,
      `${documentsRead.full} of ${documentsRead.full + documentsRead.partial + documentsRead.none}`,
      `${inferredTags} of ${statedTags + inferredTags}`,
      String(unverifiedFacts),
    ]);
    const words: Record<string, string> = { FULL: 'whole list known', PARTIAL: 'some contributors known', NONE: 'list not known' };
    const rows = await page
      .locator('.reports-known tbody tr')
      .evaluateAll((each) => each.map((row) => [...row.children].map((one) => one.textContent?.trim() ?? '')));
    expect(
      rows.map(([symbol, cycle, list, contributors, activities]) => [symbol?.split(' ')[0], cycle, list, contributors, activities]),
    ).toEqual(
      reports.map(({ report, contributorList, contributorsKnown, contributionsKnown }) => [
        report.symbol,
        expect.stringContaining(String(report.cycle).slice(-2)),
        words[contributorList],
        report.contributorCount === null ? String(contributorsKnown) : `${contributorsKnown} of ${report.contributorCount}`,
        String(contributionsKnown),
      ]),
    );
    for (const [at, { note }] of reports.entries()) expect(rows[at]?.at(-1)).toContain(note ?? '');
    const main = page.getByRole('main');
    for (const { meaning } of meta.rules) expect(await main.getByText(meaning, { exact: true }).count()).toBeGreaterThan(0);
    await main.getByRole('heading', { name: `Sources ${meta.sources.length}` }).waitFor();
    await main.getByText(meta.licence).waitFor();
    await main.getByText(meta.datasetVersion).waitFor();
    await main.getByText(`25 of ${resolutions.totalCount}`).waitFor();
  });

  test('a figure leads to its section, and the page says how to help', async () => {
    const page = await explorer.open('/completeness');
    await page.locator('.figure-number').nth(3).click();
    await page.waitForURL('**#contributions-and-their-tags');
    await page.getByRole('heading', { name: /^Contributions and their tags/ }).waitFor();
    const help = page.locator('section', { has: page.getByRole('heading', { name: 'How to help' }) });
    await help.getByText('npx wsis-graph ingest FILE.pdf').waitFor();
    await help.getByRole('link', { name: 'open it in the playground' }).click();
    await page.waitForURL('**/playground?example=what-is-missing');
  });

  test('when one of its questions fails it says so and tries again', async () => {
    const page = await explorer.open('/');
    await page.getByRole('heading', { name: 'The analyst' }).waitFor();
    await page.context().route('**/graphql', (route) => route.abort());
    await page.getByRole('link', { name: 'What is not in the graph yet?' }).click();
    await page.getByRole('alert').first().getByText('The server did not answer.').waitFor();
    await page.context().unroute('**/graphql');
    await page.getByRole('alert').first().getByRole('button', { name: 'Try again' }).click();
    await page.locator('.figure').first().waitFor();
  });

  test('pictures of it', async () => {
    await screenshotsOf(explorer, 'completeness', '/completeness', async (page) => {
      await page.locator('.figure').first().waitFor();
      await page.getByRole('heading', { name: /^Sources/ }).waitFor();
      await page.locator('.unread-row').first().waitFor();
    });
  });
});

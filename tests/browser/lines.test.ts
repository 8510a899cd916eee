/** The pages of action lines, goals, targets, regions and contributions: what they show is what the API says, unknown is no zero, and the choices stand in the address. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import {
  describeInBrowser,
  type Explorer,
  eventually,
  expectToFit,
  screenshotsOf,
  seriousFindings,
  unfoldAll,
} from '../support/browser.js';
import { root } from '../support/program.js';
import { ask, cellsOf, section } from './read-page.js';

jest.setTimeout(120_000);

/** The sections that a page announces, each with its count; `null` where it gives none. */
async function announced(page: Page): Promise<Record<string, number | null>> {
  const nav = page.getByRole('navigation', { name: 'On this page' });
  await nav.waitFor();
  const links = await nav.getByRole('link').allTextContents();
  return Object.fromEntries(
    links.map((text) => {
      const [, title, count] = /^(.*?)(?: (\d[\d,]*))?$/.exec(text) ?? [];
      // "Named for it in 2005" ends in a number of its own.
      return title === 'Named for it in' ? ['Named for it in 2005', null] : [title, count ? Number(count) : null];
    }),
  );
}

/** A count as the pages show it: nothing where the graph holds nothing. */
const shown = (number: number): number | null => (number === 0 ? null : number);

interface Counted {
  totalCount: number;
}

/** How many contributions the API has for a filter. */
async function countOf(explorer: Explorer, filter: string): Promise<number> {
  return (await ask<{ contributions: Counted }>(explorer, `{ contributions(filter: { ${filter} }) { totalCount } }`)).contributions
    .totalCount;
}

/** Goes to an address of the explorer without loading it anew. */
async function go(page: Page, path: string): Promise<void> {
  await page.evaluate((to) => history.pushState(null, '', to), path);
  await page.evaluate(() => dispatchEvent(new PopStateEvent('popstate')));
}

interface Reporting {
  edges: {
    contributionCount: number;
    statedCount: number;
    inferredCount: number;
    cycles: number[];
    node: { name: string; acronym: string | null };
    evidence: { paragraph: string | null; method: string }[];
  }[];
}
const reportingFields = `reportingEntities(first: 100) { edges { contributionCount statedCount inferredCount cycles node { name acronym } evidence { paragraph method } } }`;

/** The rows of "Who reported" are those of the API, with every figure, cycle and paragraph. */
async function expectReporting(page: Page, { edges }: Reporting): Promise<void> {
  const part = section(page, 'Who reported');
  await part.locator('tbody tr').first().waitFor();
  const rows = await cellsOf(part.locator('table'));
  expect(rows.map((row) => row.slice(0, 4))).toEqual(
    edges.map(({ node, contributionCount, statedCount, inferredCount }) => [
      node.acronym && node.acronym !== node.name ? `${node.name} ${node.acronym}` : node.name,
      ...[contributionCount, statedCount, inferredCount].map(String),
    ]),
  );
  for (const [at, { cycles, evidence }] of edges.entries()) {
    const row = part.locator('tbody tr').nth(at);
    expect(await row.locator('.years-words, .no-data').first().textContent()).toBe(cycles.length > 0 ? cycles.join(', ') : 'no data');
    expect(await row.locator('.years-mark').count()).toBe(cycles.length);
    const text = await row.locator('.evidence').textContent();
    for (const { paragraph } of evidence) if (paragraph) expect(text).toContain(`para. ${paragraph}`);
    // What is inferred is visibly so.
    const inferred = evidence.some(({ method }) => method === 'INFERRED');
    expect((await row.locator('.evidence .method[data-method="INFERRED"]').count()) > 0).toBe(inferred);
  }
}

describeInBrowser('an action line', (explorer) => {
  test('from the first page by clicking: who reported on C7 and its sub-lines, which contributions, in which paragraph', async () => {
    const page = await explorer.open('/');
    await page.getByRole('link', { name: 'Who reported on C7 and its sub-lines?' }).click();
    const { actionLine } = await ask<{ actionLine: Reporting & { reportingEntities: Reporting } }>(
      explorer,
      `{ actionLine(id: "C7") { ${reportingFields} } }`,
    );
    await expectReporting(page, actionLine.reportingEntities);
    // The count leads to the contributions behind it.
    const ofWho = await countOf(explorer, 'actionLines: ["C7"], entities: ["WHO"]');
    await page.getByRole('link', { name: `${ofWho} contributions of World Health Organization` }).click();
    await page.waitForURL('**/action-line/C7?entity=WHO#contributions');
    await page.getByText(`${ofWho} in all`).waitFor();
    const items = page.getByRole('list', { name: 'Contributions', exact: true }).locator('.contribution-name a');
    expect(await items.count()).toBe(ofWho);
    await items.first().click();
    await page.waitForURL('**/contribution/**');
    await section(page, 'Who made it').getByRole('link', { name: 'World Health Organization' }).waitFor();
    await page.goBack();
    await page.getByText(`${ofWho} in all`).waitFor();
    await page.goBack();
    await page.waitForURL('**/action-line/C7');
    await expectReporting(page, actionLine.reportingEntities);
  });

  test('the counts of all nineteen are those of the API, and where it holds nothing there is no zero', async () => {
    const { actionLines } = await ask<{
      actionLines: {
        nodes: ({ id: string; name: string } & Record<
          'subLines' | 'facilitators' | 'indicatedFacilitators' | 'sdgs' | 'contributions' | 'reportingEntities',
          Counted
        > & { subLines: unknown[] })[];
      };
    }>(
      explorer,
      `{ actionLines(first: 100) { nodes { id name subLines { id } facilitators { totalCount } indicatedFacilitators { totalCount }
         sdgs { totalCount } contributions { totalCount } reportingEntities { totalCount } } } }`,
    );
    expect(actionLines.nodes).toHaveLength(19);
    const page = await explorer.open('/');
    for (const line of actionLines.nodes) {
      await go(page, `/${line.id}`);
      await page.getByRole('heading', { level: 1, name: line.name, exact: true }).waitFor();
      expect({ line: line.id, ...(await announced(page)) }).toEqual({
        line: line.id,
        ...(line.subLines.length > 0 && { 'Sub-lines': line.subLines.length }),
        Facilitators: shown(line.facilitators.totalCount),
        'Who reported': shown(line.reportingEntities.totalCount),
        Contributions: shown(line.contributions.totalCount),
        'Cells of the WSIS–SDG Matrix': shown(line.sdgs.totalCount),
        'Named for it in 2005': shown(line.indicatedFacilitators.totalCount),
      });
      if (line.contributions.totalCount === 0) {
        await section(page, 'Contributions').getByText('No data').waitFor();
        await section(page, 'Who reported').getByText('No data').waitFor();
      }
    }
  });

  test.each(['C1', 'C2', 'C5', 'C6', 'C7.e-employment'])(
    '%s: facilitators with role and attested years, and no year that no source attests',
    async (id) => {
      const { actionLine } = await ask<{
        actionLine: {
          facilitators: {
            edges: {
              role: string;
              attestedFrom: number | null;
              attestedTo: number | null;
              node: { name: string };
              evidence: { method: string }[];
            }[];
          };
        };
      }>(
        explorer,
        `query ($id: ID!) { actionLine(id: $id) { facilitators(first: 100) { edges { role attestedFrom attestedTo node { name } evidence { method } } } } }`,
        {
          id,
        },
      );
      const page = await explorer.open(`/action-line/${id}`);
      const part = section(page, 'Facilitators');
      await part.locator('tbody tr').first().waitFor();
      expect(await part.locator('tbody tr').count()).toBe(actionLine.facilitators.edges.length);
      for (const { role, attestedFrom, attestedTo, node, evidence } of actionLine.facilitators.edges) {
        const row = part.getByRole('row').filter({ hasText: node.name });
        const text = (await row.innerText()).toUpperCase().replaceAll('-', '_');
        expect(text).toContain(role);
        const words = await row.locator('.years-words').textContent();
        expect(words).toContain(String(attestedFrom));
        expect(words).toContain(attestedTo === null ? 'last year: no data' : String(attestedTo));
        expect(await row.locator('.years-mark').count()).toBe(new Set([attestedFrom, attestedTo].filter(Boolean)).size);
        const isRead = evidence.some(({ method }) => method === 'CURATED' || method === 'EXTRACTED');
        expect(await row.locator('.years[data-doubt]').count()).toBe(isRead ? 0 : 1);
      }
    },
  );

  test('who reported on C2 and C5, with each figure and paragraph', async () => {
    for (const id of ['C2', 'C5']) {
      const page = await explorer.open(`/action-line/${id}`);
      const { actionLine } = await ask<{ actionLine: { reportingEntities: Reporting } }>(
        explorer,
        `{ actionLine(id: "${id}") { ${reportingFields} } }`,
      );
      await expectReporting(page, actionLine.reportingEntities);
    }
  });

  test('without its sub-lines C7 stands for itself, at an address of its own', async () => {
    const page = await explorer.open('/action-line/C7');
    await page.getByRole('checkbox', { name: /sub-lines/ }).uncheck();
    await page.waitForURL('**/action-line/C7?sublines=without');
    await page.getByText('has no cell for C7 as a whole').waitFor();
    const { actionLine } = await ask<{ actionLine: Record<'reportingEntities' | 'contributions', Counted> }>(
      explorer,
      '{ actionLine(id: "C7") { reportingEntities(includeSubLines: false) { totalCount } contributions(filter: { includeSubLines: false }) { totalCount } } }',
    );
    expect(await announced(page)).toMatchObject({
      'Who reported': actionLine.reportingEntities.totalCount,
      Contributions: actionLine.contributions.totalCount,
      'Cells of the WSIS–SDG Matrix': null,
    });
    const shared = await explorer.open('/action-line/C7?sublines=without');
    await shared.getByText('has no cell for C7 as a whole').waitFor();
    await page.goBack();
    await section(page, 'Cells of the WSIS–SDG Matrix').getByRole('link', { name: 'SDG 1 No poverty', exact: true }).waitFor();
    expect(await page.getByRole('checkbox', { name: /sub-lines/ }).isChecked()).toBe(true);
  });

  test('every sub-line leads to its page, and that back to its line', async () => {
    const page = await explorer.open('/action-line/C7');
    await section(page, 'Sub-lines').getByRole('link', { name: 'E-health' }).click();
    await page.getByRole('heading', { level: 1, name: /E-health/ }).waitFor();
    await page.locator('.page-lead').getByRole('link', { name: /^C7/ }).click();
    await page.getByRole('heading', { level: 1, name: /^C7 ICT/ }).waitFor();
  });

  test('contributions are narrowed by entity, cycle and method, each narrowing what the others offer; the address can be shared', async () => {
    const page = await explorer.open('/action-line/C2');
    const list = section(page, 'Contributions');
    const [all, ofItu] = [
      await countOf(explorer, 'actionLines: ["C2"]'),
      await countOf(explorer, 'actionLines: ["C2"], entities: ["ITU"]'),
    ];
    const { facets } = (
      await ask<{ contributions: { facets: { axis: string; values: { key: string; count: number }[] }[] } }>(
        explorer,
        '{ contributions(filter: { actionLines: ["C2"], entities: ["ITU"] }) { facets(limit: 100) { axis values { key count } } } }',
      )
    ).contributions;
    const cycles = facets.find(({ axis }) => axis === 'CYCLE')?.values ?? [];
    const newestFirst = [...cycles].sort((a, b) => b.key.localeCompare(a.key)).map(({ key, count }) => `${key} (${count})`);
    await list.getByRole('combobox', { name: 'Entity' }).selectOption({ label: `International Telecommunication Union (${ofItu})` });
    await page.waitForURL('**/action-line/C2?entity=ITU');
    await list.getByText(`${ofItu} in all`).waitFor();
    // The choices are an answer of their own, which may come after the list.
    await eventually(async () =>
      expect(await list.getByRole('combobox', { name: 'Cycle' }).locator('option').allTextContents()).toEqual([
        'All cycles',
        ...newestFirst,
      ]),
    );
    await list.getByRole('combobox', { name: 'Cycle' }).selectOption('2012');
    await list.getByText('1 in all').waitFor();
    await list.getByRole('combobox', { name: 'Tag' }).selectOption('inferred');
    await list.getByText('No contribution in the graph fits these choices.').waitFor();
    await list.getByRole('combobox', { name: 'Tag' }).selectOption('stated');
    await list.getByText('1 in all').waitFor();
    const { contributions } = await ask<{ contributions: { nodes: { id: string }[] } }>(
      explorer,
      '{ contributions(filter: { actionLines: ["C2"], entities: ["ITU"], cycles: { from: 2012, to: 2012 }, methods: [CURATED, EXTRACTED] }) { nodes { id } } }',
    );
    const shared = await explorer.open('/action-line/C2?entity=ITU&cycle=2012&tag=stated');
    const addresses = section(shared, 'Contributions').locator('.contribution-name a');
    await addresses.first().waitFor();
    expect(await addresses.evaluateAll((links) => links.map((link) => link.getAttribute('href')))).toEqual(
      contributions.nodes.map(({ id }) => `/${id}`),
    );
    await list.getByRole('button', { name: 'Show all' }).click();
    await list.getByText(`10 of ${all}`).waitFor();
    await page.goBack();
    await list.getByText('1 in all').waitFor();
  });

  test('more of a long list on demand: all of C2, each with its tags as the API gives them', async () => {
    const page = await explorer.open('/action-line/C2');
    const list = section(page, 'Contributions');
    const all = await countOf(explorer, 'actionLines: ["C2"]');
    await list.getByText(`10 of ${all}`).waitFor();
    while (await list.getByRole('button', { name: 'Show more' }).isVisible()) {
      const before = await list.locator('.contribution-row').count();
      await list.getByRole('button', { name: 'Show more' }).click();
      await list.locator('.contribution-row').nth(before).waitFor();
    }
    await list.getByText(`${all} in all`).waitFor();
    const { contributions } = await ask<{
      contributions: { nodes: { id: string; tags: { node: { id: string }; method: string }[] }[] };
    }>(explorer, '{ contributions(filter: { actionLines: ["C2"] }, first: 100) { nodes { id tags { node { id } method } } } }');
    const rows = await list.locator('.contribution-row').evaluateAll((items) =>
      items.map((item) => ({
        id: item.querySelector('.contribution-name a')?.getAttribute('href')?.slice(1),
        tags: [...item.querySelectorAll('.contribution-tag')].map((tag) => ({
          node: { id: tag.querySelector('a')?.getAttribute('href')?.slice(1) },
          method: tag.querySelector('.method')?.getAttribute('data-method'),
        })),
      })),
    );
    expect(rows).toEqual(contributions.nodes);
  });

  test('the cells of the matrix are those of the API, target by target, with evidence that opens', async () => {
    for (const id of ['C3', 'C5', 'C7']) {
      const { actionLine } = await ask<{
        actionLine: { sdgs: { edges: { node: { id: string }; actionLine: { id: string }; targets: { code: string }[] }[] } };
      }>(explorer, `{ actionLine(id: "${id}") { sdgs(first: 100) { edges { node { id } actionLine { id } targets { code } } } } }`);
      const page = await explorer.open(`/action-line/${id}`);
      const part = section(page, 'Cells of the WSIS–SDG Matrix');
      await part.locator('tbody tr').first().waitFor();
      const cells = await part.locator('tbody tr').evaluateAll(
        (rows, line) =>
          rows.flatMap((row) => {
            const goal = row.querySelector('th a')?.getAttribute('href')?.slice(1);
            const parts = row.querySelector('.cells-of-goal') ? [...row.querySelectorAll('.cells-of-goal > li')] : [row];
            return parts.map((cell) => ({
              node: { id: goal },
              actionLine: { id: cell === row ? line : cell.querySelector('a')?.getAttribute('href')?.slice(1) },
              targets: [...cell.querySelectorAll('.targets a')].map((target) => ({ code: target.textContent })),
            }));
          }),
        `action-line/${id}`,
      );
      const key = (cell: { node: { id?: string }; actionLine: { id?: string | null } }) => `${cell.node.id} ${cell.actionLine.id}`;
      const inOrder = <T extends Parameters<typeof key>[0]>(all: T[]) => [...all].sort((a, b) => key(a).localeCompare(key(b)));
      expect(inOrder(cells)).toEqual(inOrder(actionLine.sdgs.edges));
      expect(await part.locator('.goal-box-claimed').count()).toBe(new Set(actionLine.sdgs.edges.map(({ node }) => node.id)).size);
      await part.locator('.folded-evidence summary').first().click();
      await part.getByText('uwidcit/WSIS-SDG-Matrix').first().waitFor();
      expect(await seriousFindings(page)).toEqual([]);
    }
  });

  test('the list of 2005 is shown as unverified, and apart from the facilitators', async () => {
    const page = await explorer.open('/action-line/C4');
    const part = section(page, 'Named for it in 2005');
    const { actionLine } = await ask<{
      actionLine: { indicatedFacilitators: { edges: { node: { name: string }; evidence: { method: string }[] }[] } };
    }>(explorer, '{ actionLine(id: "C4") { indicatedFacilitators { edges { node { name } evidence { method } } } } }');
    for (const { node, evidence } of actionLine.indicatedFacilitators.edges) {
      const row = part.getByRole('row').filter({ hasText: node.name });
      await row.waitFor();
      expect(await row.locator('.method').evaluateAll((marks) => marks.map((mark) => mark.getAttribute('data-method')))).toEqual(
        evidence.map(({ method }) => method),
      );
    }
  });

  test('an address that names a section leads there; so does its link by keyboard', async () => {
    const page = await explorer.open('/action-line/C2#contributions');
    const heading = page.getByRole('heading', { level: 2, name: /^Contributions/ });
    await heading.waitFor();
    await page.waitForFunction(() => scrollY > 400);
    const top = await explorer.open('/action-line/C2');
    await top
      .getByRole('navigation', { name: 'On this page' })
      .getByRole('link', { name: /Matrix/ })
      .focus();
    await top.keyboard.press('Enter');
    await top.waitForFunction(() => scrollY > 400);
    await section(top, 'Cells of the WSIS–SDG Matrix').locator('.folded-evidence summary').first().focus();
    await top.keyboard.press('Enter');
    await top.getByText('uwidcit/WSIS-SDG-Matrix').first().waitFor();
  });

  test('the other spelling leads to the same line, and none that there is says so', async () => {
    const page = await explorer.open('/action-line/c5');
    await section(page, 'Who reported').getByText('International Telecommunication Union').waitFor();
    await page.goto('/action-line/C12');
    await page.getByRole('heading', { level: 1, name: /“C12” is not in this graph/ }).waitFor();
  });

  test('a choice in the address that cannot be used says so, and can be taken back', async () => {
    const page = await explorer.open('/action-line/C2?entity=nobody-knows-it');
    const list = section(page, 'Contributions');
    await list.getByRole('alert').waitFor();
    await list.getByRole('button', { name: 'Show all' }).click();
    await list.getByText(/^10 of \d+$/).waitFor();
  });
});

describeInBrowser('a goal and its targets', (explorer) => {
  test('the counts of all seventeen are those of the API', async () => {
    const { sdgs } = await ask<{
      sdgs: {
        nodes: { id: string; name: string; targets: unknown[]; actionLines: Counted; contributions: Counted; reportingEntities: Counted }[];
      };
    }>(
      explorer,
      '{ sdgs(first: 20) { nodes { id name targets { id } actionLines { totalCount } contributions { totalCount } reportingEntities { totalCount } } } }',
    );
    const page = await explorer.open('/');
    for (const goal of sdgs.nodes) {
      await go(page, `/${goal.id}`);
      await page.getByRole('heading', { level: 1, name: goal.name, exact: true }).waitFor();
      expect({ goal: goal.id, ...(await announced(page)) }).toEqual({
        goal: goal.id,
        Targets: shown(goal.targets.length),
        'Action lines of the WSIS–SDG Matrix': shown(goal.actionLines.totalCount),
        'Who reported': shown(goal.reportingEntities.totalCount),
        Contributions: shown(goal.contributions.totalCount),
      });
    }
  });

  test('SDG 9: targets, lines of the matrix, who reported, as the API says', async () => {
    const { sdg } = await ask<{
      sdg: {
        targets: { name: string; actionLines: { code: string }[] }[];
        actionLines: { edges: { node: { name: string }; targets: { code: string }[] }[] };
        reportingEntities: Reporting;
      };
    }>(
      explorer,
      `{ sdg(id: 9) { targets { name actionLines { code } } actionLines(first: 100) { edges { node { name } targets { code } } } ${reportingFields} } }`,
    );
    const page = await explorer.open('/sdg/9');
    await expectReporting(page, sdg.reportingEntities);
    expect(await cellsOf(section(page, 'Targets').first().locator('table'))).toEqual(
      sdg.targets.map(({ name, actionLines }) => [name, actionLines.map(({ code }) => code).join(' ')]),
    );
    const lines = await cellsOf(section(page, 'Action lines of the WSIS–SDG Matrix').locator('table'));
    expect(lines.map((row) => row.slice(0, 2))).toEqual(
      sdg.actionLines.edges.map(({ node, targets }) => [node.name, targets.map(({ code }) => code).join(' ') || 'no target named']),
    );
  });

  test('a target has its goal and the lines whose cells name it', async () => {
    const { node } = await ask<{ node: { sdg: { name: string }; actionLines: { name: string }[] } }>(
      explorer,
      '{ node(id: "sdg-target/9.c") { ... on SdgTarget { sdg { name } actionLines { name } } } }',
    );
    const page = await explorer.open('/sdg/9');
    await section(page, 'Targets').first().getByRole('link', { name: '9.c' }).click();
    await page.waitForURL('**/sdg-target/9.c');
    const lines = section(page, 'Action lines of the WSIS–SDG Matrix');
    await lines.locator('tbody tr').first().waitFor();
    expect((await cellsOf(lines.locator('table'))).map(([name]) => name)).toEqual(node.actionLines.map(({ name }) => name));
    await page.locator('.page-lead').getByRole('link', { name: node.sdg.name }).click();
    await page.waitForURL('**/sdg/9');
  });

  test('where nothing was reported for a goal there is "No data", and no zero', async () => {
    const page = await explorer.open('/sdg/1');
    for (const title of ['Who reported', 'Contributions']) {
      const part = section(page, title);
      await part.getByText('No data').waitFor();
      expect(await part.getByRole('heading').textContent()).toBe(title);
    }
  });
});

describeInBrowser('a region', (explorer) => {
  test('commission, who reported and what, for all five', async () => {
    const { regions } = await ask<{
      regions: {
        nodes: { id: string; name: string; commission: { name: string }; contributions: Counted; reportingEntities: Reporting & Counted }[];
      };
    }>(
      explorer,
      `{ regions(first: 5) { nodes { id name commission { name } contributions { totalCount } ${reportingFields.replace('{ edges', '{ totalCount edges')} } } }`,
    );
    expect(regions.nodes).toHaveLength(5);
    for (const region of regions.nodes) {
      const page = await explorer.open(`/${region.id}`);
      await page.getByRole('heading', { level: 1, name: region.name, exact: true }).waitFor();
      expect(await announced(page)).toEqual({
        'Regional commission': null,
        'Who reported': shown(region.reportingEntities.totalCount),
        Contributions: shown(region.contributions.totalCount),
      });
      await section(page, 'Regional commission').getByRole('link', { name: region.commission.name }).waitFor();
      await expectReporting(page, region.reportingEntities);
      await page.context().close();
    }
  });
});

describeInBrowser('a contribution', (explorer) => {
  const id = 'contribution/A/76/64-E/2021/11/p32.4';

  test('who made it, where it is told, each tag with method and rule, and what else its paragraph tells', async () => {
    const { node, all, meta } = await ask<{
      node: {
        name: string;
        cycle: number;
        paragraph: string;
        document: { name: string; url: string };
        entities: { name: string }[];
        tags: { node: { name: string }; method: string; rule: string }[];
      };
      all: { nodes: { id: string; paragraph: string }[] };
      meta: { rules: { name: string; meaning: string }[] };
    }>(
      explorer,
      `query ($id: ID!) { node(id: $id) { ... on Contribution { name cycle paragraph document { name url } entities { name } tags { node { name } method rule } } }
         all: contributions(filter: { documents: ["A/76/64"] }, first: 100) { nodes { id paragraph } } meta { rules { name meaning } } }`,
      { id },
    );
    const page = await explorer.open(`/${id}`);
    await page.getByRole('heading', { level: 1, name: node.name }).waitFor();
    const facts = page.locator('.facts');
    await facts.getByRole('link', { name: node.document.name }).waitFor();
    expect(await facts.locator('.fact', { hasText: 'Paragraph' }).locator('dd').textContent()).toBe(node.paragraph);
    expect(await facts.locator('.fact', { hasText: 'Reporting cycle' }).locator('dd').textContent()).toBe(String(node.cycle));
    expect(await facts.getByRole('link', { name: /Text at the UN/ }).getAttribute('href')).toBe(node.document.url);
    expect((await cellsOf(section(page, 'Who made it').locator('table'))).map(([name]) => name)).toEqual(
      node.entities.map(({ name }) => name),
    );
    for (const tag of node.tags) {
      const row = section(page, 'Tags').getByRole('row').filter({ hasText: tag.node.name });
      expect(await row.locator('.method').first().getAttribute('data-method')).toBe(tag.method);
      await row.getByText(meta.rules.find(({ name }) => name === tag.rule)?.meaning ?? 'no such rule').waitFor();
    }
    const others = all.nodes.filter((other) => other.paragraph === node.paragraph && other.id !== id);
    expect(others.length).toBeGreaterThan(0);
    const links = section(page, 'Others in the same paragraph').locator('.contribution-name a');
    await links.first().waitFor();
    expect(await links.evaluateAll((found) => found.map((link) => link.getAttribute('href')))).toEqual(
      others.map((other) => `/${other.id}`),
    );
  });

  test('an actor that a rule found is visibly inferred', async () => {
    const { contributions } = await ask<{
      contributions: { nodes: { id: string; links: { edges: { evidence: { method: string }[] }[] } }[] };
    }>(explorer, '{ contributions(first: 100) { nodes { id links(link: MADE, direction: IN) { edges { evidence { method } } } } } }');
    const inferred = contributions.nodes.filter(({ links }) =>
      links.edges.some(({ evidence }) => evidence.every(({ method }) => method === 'INFERRED')),
    );
    expect(inferred.length).toBeGreaterThan(0);
    for (const contribution of inferred) {
      const page = await explorer.open(`/${contribution.id}`);
      await section(page, 'Who made it').locator('.method[data-method="INFERRED"]').first().waitFor();
    }
  });

  test('an input without paragraphs and without a known cycle says so', async () => {
    const page = await explorer.open('/contribution/apc-annual-report-input/whole');
    const facts = page.locator('.facts');
    await facts.getByText('none: an input without paragraphs').waitFor();
    expect(await facts.locator('.fact', { hasText: 'Reporting cycle' }).locator('dd').textContent()).toBe('no data');
    await section(page, 'Tags').getByText('No data').waitFor();
    await section(page, 'Others in the same document').waitFor();
  });
});

describeInBrowser('pictures of these pages', (explorer) => {
  test.each([
    ['action-line-C1', '/action-line/C1', 'Who reported'],
    ['action-line-C7', '/action-line/C7', 'Who reported'],
    ['sdg-9', '/sdg/9', 'Who reported'],
    ['sdg-target-9.c', '/sdg-target/9.c', 'Action lines of the WSIS–SDG Matrix'],
    ['region-africa', '/region/africa', 'Who reported'],
    ['contribution', '/contribution/A/76/64-E/2021/11/p32.4', 'Tags'],
  ])('%s: nothing serious for axe-core, nothing sticks out', async (name, path, title) => {
    await screenshotsOf(explorer, name, path, async (page) => {
      await section(page, title).first().locator('tbody tr').first().waitFor();
      // The lists below have come too.
      await page.waitForLoadState('networkidle');
    });
  });

  test('they fit 360 pixels, and 2,560', async () => {
    for (const path of ['/action-line/C7', '/action-line/C1', '/sdg/17', '/region/western-asia', '/contribution/A/76/64-E/2021/11/p16.2']) {
      const page = await explorer.open(path);
      await page.locator('tbody tr').first().waitFor();
      await page.waitForLoadState('networkidle');
      await unfoldAll(page);
      for (const width of [360, 2560]) await expectToFit(page, width);
      await page.context().close();
    }
  });
});

/** A dataset in which a summary and a source are markup. */
const hostile = mkdtempSync(join(tmpdir(), 'wsis-lines-'));
const markup = '<img src=x onerror=alert(1)>';
cpSync(join(root, 'seed'), hostile, { recursive: true });
const contributions = join(hostile, 'contributions.csv');
writeFileSync(
  contributions,
  readFileSync(contributions, 'utf8').replace('Agreed on a pandemic agenda', `${markup}Agreed on a pandemic agenda`),
);
afterAll(() => rmSync(hostile, { recursive: true, force: true }));

describeInBrowser(
  'markup in the dataset',
  (explorer) => {
    test('row 36: is shown as text, in the list and on the page', async () => {
      const page = await explorer.open('/action-line/C5');
      await page.getByRole('link', { name: markup }).click();
      await page.getByRole('heading', { level: 1, name: markup }).waitFor();
      expect(await page.locator('main img').count()).toBe(0);
    });
  },
  { DATASET: hostile },
);

/** The pages of entities, documents, meetings and asks: what they show is what the API says, each fact with its evidence, and what is not known says so. */
import type { Locator, Page } from 'playwright-core';
import {
  describeInBrowser,
  eventually,
  expectToFit,
  screenshotsOf,
  seriousFindings,
  sizes,
  sticksOut,
  unfoldAll,
} from '../support/browser.js';
import { ask, section } from './read-page.js';

jest.setTimeout(90_000);

/** A part of the page by the beginning of its heading. */
const part = (page: Page, title: string): Locator => section(page, new RegExp(`^${title}`));

/** A chip of a filter with its count: "Recalls 45". */
const chip = (within: Locator, label: string): Locator => within.getByRole('link', { name: new RegExp(`^${label} [\\d,]+$`) });

/** How often each value occurs, as sorted pairs. */
const tally = (values: readonly string[]): [string, number][] =>
  [...new Set(values)].sort().map((value) => [value, values.filter((other) => other === value).length]);

const spoken = (name: string): string => {
  const words = name.toLowerCase().replaceAll('_', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
};

interface Edge {
  verb: string;
  node: { id: string; symbol: string | null; name: string };
  evidence: { where: string | null; paragraph: string | null; footnote: number | null; method: string }[];
}
interface Citations {
  totalCount: number;
  edges: Edge[];
}

const citationsOf = `query ($id: ID!) { document(id: $id) {
  cites(first: 100) { totalCount edges { verb node { id symbol name } evidence { where paragraph footnote method } } }
  citedBy(first: 100) { totalCount edges { verb node { id symbol name } evidence { where paragraph footnote method } } }
} }`;

describeInBrowser('the page of a resolution', (explorer) => {
  test('it tells body, form, date, where it comes from and how far it was read', async () => {
    const page = await explorer.open('/resolution/E/RES/2021/28');
    await page.getByText('Resolution of the Economic and Social Council, adopted 22 July 2021').waitFor();
    const origin = part(page, 'Where it comes from');
    const { resolution } = await ask<{ resolution: { recommendedBy: { name: string }; citationsRead: string; asksRead: string } }>(
      explorer,
      '{ resolution(id: "E/RES/2021/28") { recommendedBy { name } citationsRead asksRead } }',
    );
    await origin.getByRole('link', { name: resolution.recommendedBy.name }).waitFor();
    // The evidence of it: a document and a place.
    await origin.getByRole('link', { name: 'E/RES/2021/28', exact: true }).first().waitFor();
    expect(resolution.citationsRead).toBe('PARTIAL');
    await part(page, 'What it cites').getByText('A part of the text was read for citations').waitFor();
    const text = page.getByRole('link', { name: /^Text at the UN/ });
    expect(await text.getAttribute('href')).toBe('https://docs.un.org/en/E/RES/2021/28');
    expect(await text.getAttribute('rel')).toContain('noreferrer');
    expect(await page.getByRole('link', { name: 'Lineage', exact: true }).last().getAttribute('href')).toBe(
      '/lineage/resolution/E/RES/2021/28',
    );
  });

  test('what it cites stands by verb in the order of the text, with the counts of the API', async () => {
    const page = await explorer.open('/resolution/A/RES/80/173');
    const { document } = await ask<{ document: { cites: Citations } }>(explorer, citationsOf, { id: 'A/RES/80/173' });
    const { totalCount, edges } = document.cites;
    expect(totalCount).toBe(edges.length);
    const cites = part(page, 'What it cites');
    await cites.getByRole('heading', { level: 2, name: `What it cites ${totalCount}` }).waitFor();
    await cites.locator('.citation').first().waitFor();
    const counts = tally(edges.map(({ verb }) => verb));
    for (const [verb, count] of counts) {
      const group = cites.getByRole('region', { name: verb === 'CITES' ? 'Cites (no verb governs)' : spoken(verb) });
      const shown = await group.locator('.citation .node-link').evaluateAll((links) => links.map((link) => link.getAttribute('href')));
      const expected = edges.filter((edge) => edge.verb === verb).map(({ node }) => `/${node.id}`);
      expect([verb, shown.map((href) => decodeURIComponent(href ?? ''))]).toEqual([verb, expected]);
      expect(await group.getByRole('heading').textContent()).toContain(String(count));
      expect(await chip(cites, spoken(verb)).textContent()).toContain(String(count));
    }
    const first = cites.locator('.citation', { hasText: 'A/RES/70/125' }).first();
    expect(await first.locator('.citation-place').textContent()).toBe('preambular para. 1; para. 92; para. 126');
    expect(await first.locator('.method').allTextContents()).toEqual(['read']);
  });

  test('the list of a footnote is folded, and opens to as many texts as the API has in it', async () => {
    const page = await explorer.open('/resolution/A/RES/79/194');
    const { document } = await ask<{ document: { cites: Citations } }>(explorer, citationsOf, { id: 'A/RES/79/194' });
    const ofFootnote = document.cites.edges.filter(
      ({ verb, evidence }) => verb === 'RECALLS' && evidence[0]?.where === 'FOOTNOTE' && evidence[0].footnote === 1,
    );
    expect(ofFootnote.length).toBeGreaterThan(10);
    const fold = page.locator('details', { has: page.getByText(`Footnote 1: ${ofFootnote.length} texts`) });
    await fold.waitFor();
    expect(await fold.locator('.citation').first().isVisible()).toBe(false);
    await fold.locator('summary').focus();
    await page.keyboard.press('Enter');
    await eventually(async () => expect(await fold.locator('.citation').first().isVisible()).toBe(true));
    await eventually(async () => expect(await fold.locator('.citation').count()).toBe(ofFootnote.length));
  });

  test('a verb narrows what it cites; the choice stands in the address, and Back takes it away', async () => {
    const page = await explorer.open('/resolution/A/RES/80/173');
    const cites = part(page, 'What it cites');
    await cites.locator('.citation').first().waitFor();
    const all = await cites.locator('.citation').count();
    await chip(cites, 'Recalls').focus();
    await page.keyboard.press('Enter');
    await page.waitForURL('**?cites=RECALLS');
    await cites.getByRole('heading', { level: 3 }).nth(1).waitFor({ state: 'detached' });
    const shown = Number((await chip(cites, 'Recalls').textContent())?.replace(/\D/g, ''));
    expect(await cites.locator('.citation').count()).toBe(shown);
    expect(await cites.getByRole('heading', { level: 3 }).count()).toBe(1);
    await eventually(async () => expect(await page.evaluate(() => document.activeElement?.textContent)).toMatch(/^Recalls/));
    const shared = await explorer.open(page.url());
    await part(shared, 'What it cites').locator('.citation').first().waitFor();
    await eventually(async () => expect(await part(shared, 'What it cites').locator('.citation').count()).toBe(shown));
    await page.goBack();
    await cites.getByRole('heading', { level: 3 }).nth(1).waitFor();
    await eventually(async () => expect(await cites.locator('.citation').count()).toBe(all));
  });

  test('who cites it comes newest first, page by page, and by verb over all pages', async () => {
    const page = await explorer.open('/resolution/A/RES/70/125');
    const { document } = await ask<{ document: { citedBy: Citations; notes: { totalCount: number } } }>(
      explorer,
      `{ document(id: "A/RES/70/125") {
        citedBy(first: 100) { totalCount edges { verb node { id symbol name } evidence { where paragraph footnote method } } }
        notes: citedBy(verbs: [NOTES]) { totalCount }
      } }`,
    );
    const { totalCount, edges } = document.citedBy;
    const citing = part(page, 'Who cites it');
    const shown = () =>
      citing
        .locator('.citation .node-link')
        .evaluateAll((links) => links.map((link) => decodeURIComponent(link.getAttribute('href') ?? '')));
    await citing.getByText(`25 of ${totalCount}`).waitFor();
    expect(await shown()).toEqual(edges.slice(0, 25).map(({ node }) => `/${node.id}`));
    await citing.getByRole('button', { name: 'Show more' }).click();
    await citing.getByText(`50 of ${totalCount}`).waitFor();
    expect(await shown()).toEqual(edges.slice(0, 50).map(({ node }) => `/${node.id}`));
    await chip(citing, 'Notes').click();
    await citing.getByText(`${document.notes.totalCount} in all`).waitFor();
    expect(await chip(citing, 'Notes').textContent()).toContain(String(document.notes.totalCount));
    expect(await citing.locator('.citation').count()).toBe(document.notes.totalCount);
    for (const place of await citing.locator('.citation-place').allTextContents()) expect(place).toMatch(/^Notes: /);
  });

  test('what it asks is listed with paragraph, verb, addressees and due date, and narrowed by each', async () => {
    const page = await explorer.open('/resolution/A/RES/80/173');
    type Node = { id: string; verb: string; paragraph: string; summary: string; addressees: { id: string }[]; due: { name: string }[] };
    const { resolution } = await ask<{ resolution: { asks: { totalCount: number; nodes: Node[] } } }>(
      explorer,
      '{ resolution(id: "A/RES/80/173") { asks(first: 100) { totalCount nodes { id verb paragraph summary addressees { id } due { name } } } } }',
    );
    const { totalCount, nodes } = resolution.asks;
    const asks = part(page, 'What it asks');
    await asks.getByRole('heading', { level: 2, name: `What it asks ${totalCount}` }).waitFor();
    await asks.getByText(`50 of ${totalCount}`).waitFor();
    await asks.getByRole('button', { name: 'Show more' }).click();
    await asks.getByText(`${totalCount} in all`).waitFor();
    expect(await asks.locator('.ask-summary').allTextContents()).toEqual(nodes.map(({ summary }) => summary));
    expect(await asks.locator('.ask-place').allTextContents()).toEqual(nodes.map(({ paragraph }) => `para. ${paragraph}`));
    expect(await asks.locator('.ask-verb').allTextContents()).toEqual(nodes.map(({ verb }) => spoken(verb)));
    const due = nodes.find(({ paragraph }) => paragraph === '113');
    const row = asks.locator('.ask', { hasText: due?.summary });
    for (const { name } of due?.due ?? []) await row.getByRole('link', { name }).waitFor();

    const requests = nodes.filter(({ verb }) => verb === 'REQUESTS');
    await chip(asks, 'Requests').click();
    await asks.getByText(`${requests.length} in all`).waitFor();
    expect(await asks.locator('.ask-summary').allTextContents()).toEqual(requests.map(({ summary }) => summary));
    const ofItu = requests.filter(({ addressees }) => addressees.some(({ id }) => id === 'entity/ITU'));
    await asks.getByLabel('Of whom').selectOption('entity/ITU');
    await page.waitForURL('**of=entity%2FITU**');
    await asks.getByText(`${ofItu.length} in all`).waitFor();
    expect(await asks.locator('.ask-summary').allTextContents()).toEqual(ofItu.map(({ summary }) => summary));
    await asks.getByRole('button', { name: 'Show all' }).click();
    // What was loaded before is still there.
    await asks.getByText(`${totalCount} in all`).waitFor();
  });

  test('of a text that nobody read there is no data, and no zero', async () => {
    const page = await explorer.open('/resolution/A/RES/57/270%20B');
    const { resolutions } = await ask<{ resolutions: { nodes: { id: string }[] } }>(
      explorer,
      '{ resolutions(filter: { citationsRead: [NONE], families: [CITED_ONLY] }, first: 1) { nodes { id } } }',
    );
    await page.goto(`/${resolutions.nodes[0]?.id}`);
    const cites = part(page, 'What it cites');
    await cites.getByText('Nobody has read the text for citations yet: there is no data').waitFor();
    await part(page, 'What it asks').getByText('Nobody has read the text for asks yet: there is no data').waitFor();
    for (const heading of await page.getByRole('heading', { level: 2 }).allTextContents()) expect(heading).not.toMatch(/\b0\b/);
    expect(await page.locator('.fact', { hasText: 'Read for citations' }).textContent()).toContain('no data');
    await part(page, 'Who cites it').locator('.citation').first().waitFor();
  });

  test('an inferred citation looks so, says so and names its rule', async () => {
    const page = await explorer.open('/other-document/cstd-28-wsis20-note');
    const { document } = await ask<{ document: { cites: Citations } }>(explorer, citationsOf, {
      id: 'other-document/cstd-28-wsis20-note',
    });
    const inferred = document.cites.edges.filter(({ evidence }) => evidence.some(({ method }) => method === 'INFERRED'));
    expect(inferred.length).toBeGreaterThan(0);
    const rows = page.locator('.citation', { has: page.locator('.method[data-method="INFERRED"]') });
    await rows.first().waitFor();
    expect(await rows.count()).toBe(inferred.length);
    expect(await rows.first().locator('.method').textContent()).toBe('inferred');
    await rows
      .first()
      .getByText(/^Rule: .{15,}/)
      .waitFor();
  });
});

describeInBrowser('the page of a report', (explorer) => {
  test('contributors and contributions by paragraph are those of the API, with their evidence', async () => {
    const page = await explorer.open('/report/A/76/64-E/2021/11');
    type Report = {
      cycle: number;
      contributors: { totalCount: number; nodes: { name: string }[] };
      contributions: { totalCount: number; nodes: { id: string; paragraph: string; name: string }[] };
      reviewedAt: { name: string };
      mandatedBy: { symbol: string }[];
    };
    const { report } = await ask<{ report: Report }>(
      explorer,
      `{ report(id: "A/76/64") { cycle reviewedAt { name } mandatedBy { symbol }
        contributors(first: 100) { totalCount nodes { name } }
        contributions(first: 100) { totalCount nodes { id paragraph name } } } }`,
    );
    await page.getByText(`reporting cycle ${report.cycle}`).waitFor();
    const contributors = part(page, 'Contributors');
    await contributors.getByRole('heading', { level: 2, name: `Contributors ${report.contributors.totalCount}` }).waitFor();
    await contributors.getByText('The whole list of contributors is known').waitFor();
    await contributors.locator('.same-evidence-thing').first().waitFor();
    const names = await contributors.locator('.same-evidence-thing .node-link').allTextContents();
    expect(names.sort()).toEqual(report.contributors.nodes.map(({ name }) => name).sort());
    // Each group of them has the place that proves it.
    expect(await contributors.locator('.same-evidence-group').count()).toBe(
      await contributors.locator('.same-evidence-group .evidence').count(),
    );
    await contributors.getByText('para. 1, footnote 1').first().waitFor();

    const told = part(page, 'What its paragraphs tell');
    await told.getByRole('heading', { level: 2, name: `What its paragraphs tell ${report.contributions.totalCount}` }).waitFor();
    await told.locator('.contribution-row').first().waitFor();
    const shown = await told.locator('.contribution-name').allTextContents();
    expect(shown).toEqual(report.contributions.nodes.map(({ name }) => name));
    const paragraphs = [...new Set(report.contributions.nodes.map(({ paragraph }) => `Para. ${paragraph}`))];
    expect(await told.getByRole('heading', { level: 3 }).allTextContents()).toEqual(paragraphs);

    const origin = part(page, 'Where it comes from');
    await origin.getByRole('link', { name: report.reviewedAt.name }).waitFor();
    for (const { symbol } of report.mandatedBy) await origin.getByRole('link', { name: symbol, exact: true }).first().waitFor();
  });

  test('how complete its list of contributors is, is told in words', async () => {
    const { reports } = await ask<{ reports: { nodes: { id: string; contributorList: string }[] } }>(
      explorer,
      '{ reports(filter: { series: [WSIS_PROGRESS] }, first: 100) { nodes { id contributorList } } }',
    );
    const words: Record<string, string> = {
      FULL: 'The whole list of contributors is known',
      PARTIAL: 'The list itself is not known, or not all of it',
      NONE: 'The list of contributors is not known: there is no data',
    };
    for (const [reading, sentence] of Object.entries(words)) {
      const page = await explorer.open(`/${reports.nodes.find(({ contributorList }) => contributorList === reading)?.id}`);
      await part(page, 'Contributors').getByRole('note').getByText(sentence).waitFor();
      if (reading !== 'NONE') continue;
      expect(await page.locator('.fact', { hasText: 'List of contributors' }).textContent()).toContain('no data');
      expect(await part(page, 'Contributors').getByRole('heading').textContent()).toBe('Contributors');
    }
  });
});

describeInBrowser('a thing without a source', (explorer) => {
  test('it warns before it tells anything', async () => {
    const { reports } = await ask<{ reports: { nodes: { id: string; sources: { method: string }[] }[] } }>(
      explorer,
      '{ reports(first: 100) { nodes { id sources { method } } } }',
    );
    const unverified = reports.nodes.find(({ sources }) => sources.every(({ method }) => method === 'UNVERIFIED'));
    const page = await explorer.open(`/${unverified?.id}`);
    const notice = page.getByRole('note').first();
    await notice.getByText('No source was at hand').waitFor();
    expect(await notice.locator('.method').textContent()).toBe('unverified');
  });
});

describeInBrowser('the pages of other documents', (explorer) => {
  test('an outcome document tells where it was adopted and who cites it', async () => {
    const id = 'outcome-document/WSIS-05/TUNIS/DOC/6(Rev.1)';
    const page = await explorer.open(`/${id}`);
    const { document } = await ask<{ document: { citedBy: Citations } }>(explorer, citationsOf, { id });
    await page.getByText('Outcome of the World Summit, adopted 18 November 2005').waitFor();
    await part(page, 'Where it comes from').getByRole('link', { name: 'WSIS second phase' }).waitFor();
    await part(page, 'Who cites it').getByText(`25 of ${document.citedBy.totalCount}`).waitFor();
  });

  test('an input tells its contributions', async () => {
    const page = await explorer.open('/other-document/itu-report-2012');
    const { contributions } = await ask<{ contributions: { totalCount: number } }>(
      explorer,
      '{ contributions(filter: { documents: ["other-document/itu-report-2012"] }) { totalCount } }',
    );
    await part(page, 'What its paragraphs tell')
      .getByRole('heading', { level: 2, name: `What its paragraphs tell ${contributions.totalCount}` })
      .waitFor();
    await part(page, 'What its paragraphs tell').locator('.contribution-row').first().waitFor();
    expect(await page.locator('.contribution-row').count()).toBe(contributions.totalCount);
  });

  test('an input leads to its report, a draft to its resolution', async () => {
    const { report } = await ask<{ report: { symbol: string; inputs: { id: string }[] } }>(
      explorer,
      '{ report(id: "A/68/65") { symbol inputs { id } } }',
    );
    const page = await explorer.open(`/${report.inputs[0]?.id}`);
    const relation = (name: string) => part(page, 'Where it comes from').locator('.relation', { hasText: name });
    await relation('Input to').getByRole('link', { name: report.symbol, exact: true }).first().click();
    await page.getByRole('heading', { level: 1, name: report.symbol }).waitFor();
    await relation('Inputs').locator('.link-row').first().waitFor();
    expect(await relation('Inputs').locator('.link-row').count()).toBe(report.inputs.length);
    await page.goto('/other-document/A/79/L.62');
    await relation('Draft of').getByRole('link', { name: 'A/RES/79/277', exact: true }).first().waitFor();
  });
});

describeInBrowser('the page of an entity', (explorer) => {
  test('what it facilitates stands with role, attested years and evidence', async () => {
    const page = await explorer.open('/entity/ITU');
    type Row = { role: string; attestedFrom: number; attestedTo: number; node: { code: string }; evidence: unknown[] };
    const { entity } = await ask<{ entity: { facilitates: { totalCount: number; edges: Row[] } } }>(
      explorer,
      '{ entity(id: "ITU") { facilitates(first: 100) { totalCount edges { role attestedFrom attestedTo node { code } evidence { title } } } } }',
    );
    await page.getByText('ITU · Specialised agency of the United Nations').waitFor();
    const facilitates = part(page, 'What it facilitates');
    await facilitates.getByRole('heading', { level: 2, name: `What it facilitates ${entity.facilitates.totalCount}` }).waitFor();
    const rows = facilitates.locator('tbody tr');
    const shown = await rows.evaluateAll((all) =>
      all.map((row) => ({
        code: row.querySelector('.node-link')?.textContent,
        role: row.querySelector('.entity-role')?.textContent,
        years: row.querySelector('.years-words')?.textContent,
        places: row.querySelectorAll('.evidence-place').length,
      })),
    );
    expect(shown).toEqual(
      entity.facilitates.edges.map(({ role, attestedFrom, attestedTo, node, evidence }) => ({
        code: node.code,
        role: role === 'CO_FACILITATOR' ? 'Co-facilitator' : spoken(role),
        years: attestedFrom === attestedTo ? String(attestedFrom) : `${attestedFrom}–${attestedTo}`,
        places: evidence.length,
      })),
    );
  });

  test('its reports, its contributions by action line and cycle, and what is asked of it are those of the API', async () => {
    const page = await explorer.open('/entity/ITU');
    type Figures = {
      contributedTo: { totalCount: number; nodes: { symbol: string; cycle: number }[] };
      contributions: { totalCount: number; facets: { axis: string; values: { key: string; count: number }[] }[] };
      asks: { totalCount: number; nodes: { verb: string; summary: string; dueYear: number | null }[] };
    };
    const { entity } = await ask<{ entity: Figures }>(
      explorer,
      `{ entity(id: "ITU") {
        contributedTo(first: 100) { totalCount nodes { symbol cycle } }
        contributions { totalCount facets(limit: 100) { axis values { key count } } }
        asks(first: 100) { totalCount nodes { verb summary dueYear } } } }`,
    );
    const reports = part(page, 'Reports it contributed to');
    await reports.locator('tbody tr').first().waitFor();
    expect(await reports.locator('tbody th .node-link').allTextContents()).toEqual(entity.contributedTo.nodes.map(({ symbol }) => symbol));
    expect(await reports.locator('tbody td.numeric').allTextContents()).toEqual(
      entity.contributedTo.nodes.map(({ cycle }) => String(cycle)),
    );

    const done = part(page, 'What it reports having done');
    await done.getByRole('heading', { level: 2, name: `What it reports having done ${entity.contributions.totalCount}` }).waitFor();
    const lines = entity.contributions.facets.find(({ axis }) => axis === 'ACTION_LINE')?.values ?? [];
    for (const { key, count } of lines) {
      expect([key, await chip(done, key.slice('action-line/'.length)).textContent()]).toEqual([key, expect.stringMatching(` ${count}$`)]);
    }
    const c2 = lines.find(({ key }) => key === 'action-line/C2')?.count ?? 0;
    await chip(done, 'C2').click();
    await done.getByText(`${c2} in all`).waitFor();
    expect(await done.locator('.contribution-row').count()).toBe(c2);
    await page.goBack();
    await done.getByText(`${entity.contributions.totalCount} in all`).waitFor();

    const asks = part(page, 'What is asked of it');
    await asks.locator('.ask').first().waitFor();
    expect(await asks.locator('.ask-summary').allTextContents()).toEqual(entity.asks.nodes.map(({ summary }) => summary));
    const dated = entity.asks.nodes.filter(({ dueYear }) => dueYear === 2027);
    await asks.getByLabel('Due').selectOption('2027');
    await asks.getByText(`${dated.length} in all`).waitFor();
    expect(await asks.locator('.ask-summary').allTextContents()).toEqual(dated.map(({ summary }) => summary));
  });

  test('a group shows its members, and a fact without a source looks unverified', async () => {
    const page = await explorer.open('/entity/UN-Regional-Commissions');
    const { entity } = await ask<{ entity: { members: { name: string }[] } }>(
      explorer,
      '{ entity(id: "UN-Regional-Commissions") { members { name } } }',
    );
    const members = page.locator('.relation', { hasText: 'Members' });
    await members.first().waitFor();
    expect(await members.locator('.thing-line .node-link').allTextContents()).toEqual(entity.members.map(({ name }) => name));
    expect(await part(page, 'What it facilitates').locator('.method[data-method="UNVERIFIED"]').first().textContent()).toBe('unverified');
    await members.getByRole('link', { name: 'Economic Commission for Africa' }).click();
    await page.getByRole('heading', { level: 1, name: 'Economic Commission for Africa' }).waitFor();
    const groups = part(page, 'Groups and regions');
    await groups.getByRole('link', { name: 'United Nations Regional Commissions' }).waitFor();
    await groups.getByRole('link', { name: 'Africa', exact: true }).waitFor();
  });

  test('of an entity that no text tells of there is no data, and no zero', async () => {
    const page = await explorer.open('/entity/Secretary-General');
    await part(page, 'What it reports having done').getByText('No data').waitFor();
    await part(page, 'Reports it contributed to').getByText('No data').waitFor();
    for (const heading of await page.getByRole('heading', { level: 2 }).allTextContents()) expect(heading).not.toMatch(/\b0\b/);
  });
});

describeInBrowser('the pages of meetings', (explorer) => {
  test('a session stands among its neighbours, with what it had before it, recommended and issued', async () => {
    const page = await explorer.open('/session/CSTD-24');
    type Session = {
      previous: { name: string };
      next: { name: string };
      reviewed: { symbol: string }[];
      recommended: { symbol: string }[];
      report: { symbol: string };
      themes: string[];
      asksDue: { totalCount: number };
    };
    const { session } = await ask<{ session: Session }>(
      explorer,
      `{ session(id: "CSTD-24") { previous { name } next { name } themes report { symbol } asksDue { totalCount }
        reviewed { symbol } recommended { symbol } } }`,
    );
    await page.getByText('17–21 May 2021, virtual').waitFor();
    for (const theme of session.themes) await page.getByText(theme, { exact: true }).waitFor();
    const symbols = (title: string) => part(page, title).locator('.thing-line .node-link').allTextContents();
    expect((await symbols('Documents before it')).sort()).toEqual(session.reviewed.map(({ symbol }) => symbol).sort());
    expect((await symbols('Resolutions that it recommended')).sort()).toEqual(session.recommended.map(({ symbol }) => symbol).sort());
    expect(await symbols('What it issued')).toContain(session.report.symbol);
    await part(page, 'What is due at it').locator('.ask').first().waitFor();
    expect(await part(page, 'What is due at it').locator('.ask').count()).toBe(session.asksDue.totalCount);
    const neighbours = page.getByRole('navigation', { name: 'Sessions before and after' });
    await neighbours.getByRole('link', { name: session.previous.name }).waitFor();
    await neighbours.getByRole('link', { name: session.next.name }).click();
    await page.getByRole('heading', { level: 1, name: session.next.name }).waitFor();
    await page.goBack();
    await page.getByRole('heading', { level: 1, name: 'CSTD session 24' }).waitFor();
  });

  test('what is due at a session to come is what the API says; its unknown dates are no data', async () => {
    const page = await explorer.open('/session/CSTD-30');
    const { session } = await ask<{ session: { asksDue: { nodes: { summary: string; document: { symbol: string } }[] } } }>(
      explorer,
      '{ session(id: "CSTD-30") { asksDue(first: 100) { nodes { summary document { symbol } } } } }',
    );
    const due = part(page, 'What is due at it');
    await due.locator('.ask').first().waitFor();
    expect(await due.locator('.ask-summary').allTextContents()).toEqual(session.asksDue.nodes.map(({ summary }) => summary));
    expect(await due.locator('.ask-place .node-link').allTextContents()).toEqual(
      session.asksDue.nodes.map(({ document }) => document.symbol),
    );
    await page.getByText('dates: no data, place: no data').waitFor();
    await part(page, 'Documents before it').getByText('No data').waitFor();
  });

  test('an event tells type, dates, place, mandate, documents and what is due', async () => {
    const page = await explorer.open('/event/ga-hlm-2025');
    type Event = { documents: { symbol: string }[]; mandatedBy: { symbol: string }[]; asksDue: { totalCount: number } };
    const { event } = await ask<{ event: Event }>(
      explorer,
      '{ event(id: "event/ga-hlm-2025") { documents { symbol } mandatedBy { symbol } asksDue { totalCount } } }',
    );
    await page.getByText('16–17 December 2025, New York').waitFor();
    await page.getByText('High-level meeting of the General Assembly', { exact: true }).waitFor();
    const symbols = (title: string) => part(page, title).locator('.thing-line .node-link').allTextContents();
    expect((await symbols('Documents that came of it')).sort()).toEqual(event.documents.map(({ symbol }) => symbol).sort());
    expect((await symbols('Where it comes from')).sort()).toEqual(event.mandatedBy.map(({ symbol }) => symbol).sort());
    await part(page, 'What is due at it').locator('.ask').first().waitFor();
    expect(await part(page, 'What is due at it').locator('.ask').count()).toBe(event.asksDue.totalCount);
    await page
      .getByRole('navigation', { name: 'Events of this type' })
      .getByRole('link', { name: /WSIS\+10/ })
      .click();
    await page.getByText('15–16 December 2015, New York').first().waitFor();
  });
});

describeInBrowser('the page of an ask', (explorer) => {
  test('it tells verb, paragraph, addressees with evidence, and where it is due', async () => {
    const page = await explorer.open('/ask/A/RES/80/173/p113');
    await page.getByText('Asked in A/RES/80/173, para. 113').waitFor();
    await part(page, 'Of whom it is asked').getByRole('link', { name: 'United Nations Group on the Information Society' }).waitFor();
    await part(page, 'Of whom it is asked').getByText('United Nations system').waitFor();
    await part(page, 'Due at').getByRole('link', { name: 'CSTD session 30' }).waitFor();
    expect(await page.locator('.fact', { hasText: 'Due in the year' }).textContent()).toContain('2027');
    // A person summarized it, so nothing warns.
    expect(await page.getByRole('note').count()).toBe(0);
    expect(await page.getByRole('link', { name: /^Text at the UN/ }).getAttribute('href')).toBe('https://docs.un.org/en/A/RES/80/173');
  });

  test('one that a program read says so, in its page and in every list', async () => {
    const { asks } = await ask<{ asks: { nodes: { id: string; document: { id: string }; sources: { method: string }[] }[] } }>(
      explorer,
      '{ asks(first: 100) { nodes { id document { id } sources { method } } } }',
    );
    const extracted = asks.nodes.find(({ sources }) => sources[0]?.method === 'EXTRACTED');
    const page = await explorer.open(`/${extracted?.id}`);
    await page.getByRole('note').getByText('A program made this summary').waitFor();
    await page.goto(`/${extracted?.document.id}`);
    const list = part(page, 'What it asks');
    await list.locator('.ask').first().waitFor();
    await list.getByText('a program read').waitFor();
    const methods = await list.locator('.ask').evaluateAll((rows) => rows.map((row) => row.getAttribute('data-method')));
    const words = await list.locator('.ask-method').allTextContents();
    expect(words).toEqual(methods.map((method) => ({ EXTRACTED: 'extracted', CURATED: 'read', INFERRED: 'inferred' })[method ?? '']));
    expect(methods).toContain('EXTRACTED');
  });
});

describeInBrowser('things at odd addresses', (explorer) => {
  test.each([
    '/resolution/A/RES/99/999',
    '/session/CSTD-99',
    '/event/none',
    '/report/none',
    '/ask/none',
    '/other-document/none',
    '/entity/nobody-knows-it',
  ])('%s is not in the graph, and says no more than that', async (address) => {
    const page = await explorer.open(address);
    await page.getByRole('heading', { level: 1, name: /is not in this graph/ }).waitFor();
    expect(await page.getByRole('alert').count()).toBe(0);
  });

  test('a choice in the address that means nothing is left aside', async () => {
    const page = await explorer.open('/resolution/A/RES/80/173?cites=SINGS&verb=DANCES&due=soon');
    const cites = part(page, 'What it cites');
    await cites.locator('.citation').first().waitFor();
    expect(await cites.getByRole('link', { name: /^All/ }).getAttribute('aria-current')).toBe('true');
    expect(await cites.getByRole('heading', { level: 3 }).count()).toBeGreaterThan(3);
    await part(page, 'What it asks')
      .getByText(/^50 of \d+$/)
      .waitFor();
  });
});

/** Name, address, and what it shows once its data are there. */
const views: readonly (readonly [string, string, string])[] = [
  ['resolution', '/resolution/A/RES/80/173', '.ask'],
  ['report', '/report/A/76/64-E/2021/11', '.contribution-row'],
  ['outcome-document', '/outcome-document/WSIS-05/TUNIS/DOC/6(Rev.1)', '.citation'],
  ['other-document', '/other-document/cstd-28-wsis20-note', '.citation'],
  ['entity', '/entity/ITU', '.contribution-row'],
  ['session', '/session/CSTD-24', '.ask'],
  ['session-to-come', '/session/CSTD-30', '.ask'],
  ['event', '/event/ga-hlm-2025', '.ask'],
  ['ask', '/ask/A/RES/80/173/p113', '.same-evidence-thing'],
  ['ask-extracted', '/ask/A/RES/79/1/annex1-p25', '.notice'],
];

describeInBrowser('pictures of things', (explorer) => {
  test.each(views)('%s: nothing serious for axe-core, nothing sticks out', async (name, path, ready) => {
    await screenshotsOf(explorer, `thing-${name}`, path, async (page) => {
      await page.locator(ready).first().waitFor();
      await page.waitForLoadState('networkidle');
    });
  });

  test('with everything unfolded it still fits, and axe-core still finds nothing serious', async () => {
    for (const path of ['/resolution/A/RES/79/194', '/entity/ITU', '/report/A/76/64-E/2021/11']) {
      const page = await explorer.open(path, { viewport: sizes.narrow });
      await page.locator('summary').first().waitFor();
      await page.waitForLoadState('networkidle');
      await unfoldAll(page);
      expect([path, await sticksOut(page), await seriousFindings(page)]).toEqual([path, false, []]);
    }
  });

  test('all kinds fit 360 pixels, and 2,560', async () => {
    const others = [
      ['footnotes', '/resolution/A/RES/79/194', '.citation-fold'],
      ['group', '/entity/UN-Regional-Commissions', '.ask'],
    ] as const;
    for (const [, path, ready] of [...views, ...others]) {
      const page = await explorer.open(path);
      await page.locator(ready).first().waitFor();
      await page.waitForLoadState('networkidle');
      for (const width of [360, 2560]) await expectToFit(page, width);
      await page.context().close();
    }
  });
});

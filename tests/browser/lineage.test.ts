/** The lineage and the chains between two texts, as a researcher uses them: by mouse, by keyboard, by a shared address, narrow, dark, large. */
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { describeInBrowser, eventually, screenshotsOf, seriousFindings, sizes, sticksOut } from '../support/browser.js';
import { linkedResolutions, newestResolution } from '../support/linked-resolutions.js';
import { measured } from '../support/measured.js';
import { post, root } from '../support/program.js';
import { writtenDataset } from '../support/write-dataset.js';

jest.setTimeout(90_000);

interface Lineage {
  lineage: {
    nodes: { depth: number; citationsRead: string; document: { id: string; symbol: string | null; date: string | null } }[];
    links: { from: string; to: string; verb: string; paragraph: string | null }[];
  };
}

async function lineageOf(url: string, id: string, depth: number, direction = 'ANCESTORS'): Promise<Lineage['lineage']> {
  const { data } = await post<Lineage>(
    url,
    `query ($id: ID!, $depth: Int!, $direction: LineageDirection!) {
      lineage(id: $id, maxDepth: $depth, direction: $direction, first: 1000) {
        nodes { depth citationsRead document { id symbol date } }
        links { from to verb paragraph }
      }
    }`,
    { id, depth, direction },
  );
  if (!data) throw new Error('no lineage');
  return data.lineage;
}

const picture = (page: Page) => page.getByRole('group', { name: /^Lineage of/ });
const item = (page: Page, id: string) => page.locator(`[data-key="resolution/${id}"]`);
const card = (page: Page) => page.locator('.lineage-card');
const drawn = (page: Page) => picture(page).waitFor();

/** Pairs of labels in the picture that overlap. */
const overlaps = (page: Page) =>
  page.evaluate(() => {
    const boxes = [...document.querySelectorAll('svg.lineage text')]
      .filter((text) => !text.closest('.backdrop') || text.classList.contains('year'))
      .map((text) => ({ text: text.textContent, ...(text.getBoundingClientRect().toJSON() as DOMRect) }));
    const found: string[] = [];
    boxes.forEach((one, at) => {
      for (const two of boxes.slice(at + 1)) {
        // Boxes of text have some air above and below the letters.
        const apart = one.right <= two.left || two.right <= one.left || one.bottom - 3 <= two.top || two.bottom - 3 <= one.top;
        if (!apart) found.push(`${one.text} / ${two.text}`);
      }
    });
    return found;
  });

/** The picture without the page around it, into artefacts/screenshots. */
async function pictureAlone(page: Page, name: string): Promise<void> {
  await page.locator('.lineage-picture').screenshot({ path: join(root, 'artefacts', 'screenshots', `${name}.png`) });
}

const latest = '/lineage/resolution/A/RES/80/173';

describeInBrowser('the lineage', (explorer) => {
  test('of A/RES/80/173 at depth 3: as many texts and citations as the API tells, no labels overlap, the neighbours are named', async () => {
    const { nodes, links } = await lineageOf(explorer.url, 'A/RES/80/173', 3);
    const unread = nodes.filter(({ citationsRead }) => citationsRead === 'NONE').length;
    const undated = nodes.filter(({ document }) => !document.date).length;
    const page = await explorer.open(`${latest}?depth=3`);
    await drawn(page);
    await page
      .getByText(
        `rests on ${nodes.length} texts within 3 citations. ${unread} of them were not read: what they cite is not known. ${undated} have no date`,
      )
      .waitFor();
    await page.getByRole('heading', { name: `The same as a table ${nodes.length}` }).waitFor();
    expect(await page.locator('.lineage-table tbody tr').count()).toBe(nodes.length);
    const recalls = links.filter(({ verb }) => verb === 'RECALLS').length;
    await page.getByRole('checkbox', { name: `recalls ${recalls}` }).waitFor();
    await page.getByRole('checkbox', { name: `all citations ${links.length}` }).waitFor();
    expect(await overlaps(page)).toEqual([]);
    const neighbours = nodes.filter(({ depth }) => depth === 1);
    for (const { document } of neighbours) {
      const label = page.locator(`[data-key="${document.id}"] text`).first();
      expect([document.id, (await label.textContent())?.length ?? 0]).toEqual([document.id, expect.any(Number)]);
    }
  });

  test('open and with all citations it shows every text and still no labels overlap', async () => {
    const { nodes } = await lineageOf(explorer.url, 'A/RES/80/173', 3);
    const page = await explorer.open(`${latest}?depth=3`);
    await drawn(page);
    const folded = await page.locator('.lineage-item').count();
    const lines = await page.locator('.wires .wire').count();
    expect(folded).toBeLessThan(nodes.length * 0.7);
    await page.getByRole('checkbox', { name: /^open \d+ stacks/ }).check();
    await page.waitForURL('**open=all*');
    await eventually(async () => expect(await page.locator('.lineage-item').count()).toBe(nodes.length + 1));
    await page.getByRole('checkbox', { name: /^all citations/ }).check();
    await page.waitForURL('**citations=all*');
    await eventually(async () => expect(await page.locator('.wires .wire').count()).toBeGreaterThan(lines * 2));
    expect(await overlaps(page)).toEqual([]);
  });

  test('the pointer on a text tells who cites it, by which verb, in which paragraph; a click goes on, and Back comes back', async () => {
    const { links } = await lineageOf(explorer.url, 'A/RES/80/173', 3);
    const cited = links.find(({ from, to }) => from.endsWith('80/173') && to.endsWith('79/277'));
    const page = await explorer.open(`${latest}?depth=3`);
    await drawn(page);
    await item(page, 'A/RES/79/277').hover();
    await card(page).getByText('Cited by').waitFor();
    expect(await card(page).textContent()).toContain(
      `A/RES/80/173:  ${cited?.verb.toLowerCase()} (preambular para. ${cited?.paragraph?.replace('PP', '')}`,
    );
    // Its lines alone are bright, those too that are not on a shortest way.
    await eventually(async () => expect(await page.locator('.wires-lit .wire').count()).toBeGreaterThan(1));
    await card(page).getByRole('link', { name: 'Its page' }).hover();
    await page.waitForTimeout(400);
    expect(await card(page).isVisible()).toBe(true);
    await page.mouse.move(5, 5);
    await card(page).waitFor({ state: 'detached' });
    await item(page, 'A/RES/79/277').click();
    await page.waitForURL('**/lineage/resolution/A/RES/79/277?depth=3');
    await page.getByRole('heading', { level: 1, name: 'Lineage of A/RES/79/277' }).waitFor();
    await page.goBack();
    await page.getByRole('heading', { level: 1, name: 'Lineage of A/RES/80/173' }).waitFor();
  });

  test('the pointer on a line tells the citations along it', async () => {
    const page = await explorer.open(`${latest}?depth=2`);
    await drawn(page);
    const line = await page.evaluate(() => {
      const path = document.querySelector<SVGPathElement>('.wires .wire-hit');
      const point = path?.getPointAtLength(path.getTotalLength() * 0.6);
      const matrix = path?.getScreenCTM();
      const at = point && matrix ? new DOMPoint(point.x, point.y).matrixTransform(matrix) : undefined;
      return { x: at?.x ?? 0, y: at?.y ?? 0 };
    });
    await page.mouse.move(line.x, line.y);
    await card(page).getByText('Citations along this line').waitFor();
    expect(await card(page).textContent()).toMatch(/→ .*\((preambular |annex, )?para/);
  });

  test('by keyboard: the root, arrows to others, a stack, Enter, Escape', async () => {
    const page = await explorer.open(`${latest}?depth=3`);
    await drawn(page);
    await page.getByRole('button', { name: 'Fit all' }).focus();
    await page.keyboard.press('Tab');
    const focused = () => page.evaluate(() => document.activeElement?.getAttribute('data-key'));
    await eventually(async () => expect(await focused()).toBe('resolution/A/RES/80/173'));
    await page.keyboard.press('ArrowDown');
    await eventually(async () => expect(await focused()).toBe('resolution/A/RES/79/277'));
    await card(page).getByText('Cited by').waitFor();
    expect(await seriousFindings(page)).toEqual([]);
    await page.keyboard.press('Tab');
    await page.waitForTimeout(400);
    expect(await page.evaluate(() => document.activeElement?.closest('.lineage-card') !== null)).toBe(true);
    await page.keyboard.press('Shift+Tab');
    await eventually(async () => expect(await focused()).toBe('resolution/A/RES/79/277'));
    await page.keyboard.press('Escape');
    await card(page).waitFor({ state: 'detached' });
    // One stop alone in the picture: Tab leads out of it.
    expect(await page.locator('.lineage-item[tabindex="0"]').count()).toBe(1);
    await page.keyboard.press('ArrowRight');
    await eventually(async () => expect(await focused()).not.toBe('resolution/A/RES/79/277'));
    await page.keyboard.press('Home');
    await eventually(async () => expect(await focused()).toBe('resolution/A/RES/80/173'));
    const stack = page.locator('[data-key^="run:"]').first();
    const key = await stack.getAttribute('data-key');
    await stack.focus();
    await page.keyboard.press('Enter');
    await page.waitForURL((url) => url.searchParams.get('open') === key);
    await page.locator(`[data-key="${key}"]`).waitFor({ state: 'detached' });
    await item(page, 'A/RES/79/277').focus();
    await page.keyboard.press('Enter');
    await page.waitForURL('**/lineage/resolution/A/RES/79/277?depth=3');
  });

  test('a stack tells its texts, opens by a click, and is folded again from one of them', async () => {
    const page = await explorer.open(`${latest}?depth=3`);
    await drawn(page);
    const stack = page.locator('[data-key^="run:"]').first();
    const before = await page.locator('.lineage-item').count();
    const newest = (await stack.getAttribute('data-key'))?.replace('run:', '');
    await stack.hover();
    await card(page).getByRole('listitem').first().waitFor();
    const texts = await card(page).getByRole('listitem').count();
    expect(await stack.textContent()).toContain(`${texts} texts`);
    await stack.click();
    await expectCount(page, before + texts - 1);
    const first = page.locator(`[data-key="${newest}"]`);
    await first.hover();
    await card(page).getByRole('button', { name: 'Fold its stack' }).click();
    await expectCount(page, before);
  });

  test('the legend filters: a verb that is taken out leaves picture, table and address, with what is reached by it alone', async () => {
    const { nodes, links } = await lineageOf(explorer.url, 'A/RES/80/173', 1);
    const root = 'resolution/A/RES/80/173';
    const page = await explorer.open(`${latest}?depth=1`);
    await drawn(page);
    await page.getByRole('checkbox', { name: /^recalls/ }).uncheck();
    const left = nodes.filter(({ document }) =>
      links.some(({ from, to, verb }) => from === root && to === document.id && verb !== 'RECALLS'),
    );
    await page.getByText(`rests on ${left.length} texts within 1 citation`).waitFor();
    expect(new URL(page.url()).searchParams.get('verbs')).toContain('reaffirms');
    const shared = await explorer.open(page.url());
    await shared.getByText(`rests on ${left.length} texts within 1 citation`).waitFor();
    expect(await shared.getByRole('checkbox', { name: /^recalls/ }).isChecked()).toBe(false);
    await shared.getByRole('button', { name: 'All verbs' }).click();
    await shared.getByText(`rests on ${nodes.length} texts`).waitFor();
    await shared.getByText(/rarer verbs?$/).click();
    await shared
      .getByRole('checkbox', { name: /^urges|^stresses/ })
      .first()
      .uncheck();
    await eventually(async () =>
      expect(await shared.getByRole('checkbox', { name: /^other verbs/ }).evaluate((box: HTMLInputElement) => box.indeterminate)).toBe(
        true,
      ),
    );
  });

  test('direction and depth stand in the address; the table tells every citation once', async () => {
    const page = await explorer.open('/lineage/resolution/A/RES/60/252');
    await drawn(page);
    await page.getByText('is cited by', { exact: true }).click();
    await page.waitForURL('**direction=descendants*');
    await page.getByLabel('3', { exact: true }).check({ force: true });
    await page.waitForURL('**depth=3*');
    const { nodes, links } = await lineageOf(explorer.url, 'A/RES/60/252', 3, 'DESCENDANTS');
    await page.getByText(`is rested on by ${nodes.length} texts within 3 citations`).waitFor();
    expect(nodes.some(({ document }) => document.id === 'resolution/A/RES/80/173')).toBe(true);
    for (const summary of await page.locator('.lineage-table summary').all()) await summary.click();
    const told = page.locator('.lineage-table .cite-verb');
    // What a click unfolds is drawn a moment later.
    await told.nth(links.length - 1).waitFor();
    expect(await told.count()).toBe(links.length);
  });

  test('a text that nothing cites, one that was not read and one that is none say so', async () => {
    const page = await explorer.open(`${latest}?direction=descendants`);
    await page.getByText('No text of this graph cites').waitFor();
    await page.goto('/lineage/resolution/A/RES/70/1');
    await page.getByText('were not read, so what it rests on is not known here').waitFor();
    await page.goto('/lineage/resolution/A/RES/1/9999');
    await page.getByRole('heading', { name: /is not in this graph/ }).waitFor();
    await page.goto('/lineage');
    await page.getByRole('heading', { name: 'Lineage of A/RES/80/173' }).waitFor();
  });

  test('zoom: buttons, the wheel with Ctrl, fitting; the wheel alone scrolls the page', async () => {
    const page = await explorer.open(`${latest}?depth=3`);
    await drawn(page);
    const width = async () => (await picture(page).boundingBox())?.width ?? 0;
    const full = await width();
    await page.getByRole('button', { name: 'Zoom in' }).click();
    await eventually(async () => expect(await width()).toBeCloseTo(full * 1.25, 0));
    expect(await sticksOut(page)).toBe(false);
    await page.getByRole('button', { name: 'Fit width' }).click();
    await eventually(async () => expect(await width()).toBeCloseTo(full, 0));
    await page.mouse.move(600, 600);
    const under = () =>
      page.evaluate(
        () =>
          (600 - (document.querySelector('svg.lineage')?.getBoundingClientRect().top ?? 0)) /
          (document.querySelector('svg.lineage')?.getBoundingClientRect().height ?? 1),
      );
    const share = await under();
    await page.keyboard.down('Control');
    await page.mouse.wheel(0, -100);
    await page.keyboard.up('Control');
    await page.waitForFunction(
      (before) => (document.querySelector('svg.lineage')?.getBoundingClientRect().width ?? 0) > before * 1.2,
      full,
    );
    await eventually(async () => expect(await under()).toBeCloseTo(share, 2));
    await page.getByRole('button', { name: 'Fit all' }).click();
    const height = async () => (await picture(page).boundingBox())?.height ?? 0;
    await eventually(async () => expect(await height()).toBeLessThan(sizes.wide.height));
    const fitting = await height();
    const scrolled = await page.evaluate(() => scrollY);
    await page.mouse.wheel(0, 200);
    await page.waitForFunction((before) => scrollY > before, scrolled);
    expect(await height()).toBeCloseTo(fitting, 0);
  });

  test('zoom: two fingers that part', async () => {
    const page = await explorer.open(`${latest}?depth=2`, { viewport: sizes.narrow, hasTouch: true, isMobile: true });
    await drawn(page);
    const full = (await picture(page).boundingBox())?.width ?? 0;
    await page.evaluate(() => {
      const frame = document.querySelector('.picture-frame') as HTMLElement;
      const { top } = frame.getBoundingClientRect();
      const touch = (type: string, pointerId: number, clientX: number) =>
        frame.dispatchEvent(new PointerEvent(type, { pointerType: 'touch', pointerId, clientX, clientY: top + 200, bubbles: true }));
      touch('pointerdown', 1, 150);
      touch('pointerdown', 2, 200);
      touch('pointermove', 2, 250);
      touch('pointerup', 2, 250);
      touch('pointerup', 1, 150);
    });
    await page.getByText('200 %').waitFor();
    await eventually(async () => expect((await picture(page).boundingBox())?.width).toBeCloseTo(full * 2, 0));
    expect(await sticksOut(page)).toBe(false);
  });

  test('another text is chosen by its words', async () => {
    const page = await explorer.open(latest);
    await drawn(page);
    const field = page.getByRole('combobox', { name: 'Another text' });
    await field.pressSequentially('tunis ag');
    await page
      .getByRole('option', { name: /Tunis Agenda/ })
      .first()
      .waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/lineage/outcome-document/**');
    await page.getByRole('heading', { level: 1, name: 'Lineage of Tunis Agenda' }).waitFor();
  });

  test('on paper: the picture within the page, the legend, no buttons', async () => {
    const page = await explorer.open(`${latest}?depth=3`, { colorScheme: 'dark' });
    await drawn(page);
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
    expect(await page.getByRole('button', { name: 'Zoom in' }).isVisible()).toBe(false);
    expect(await page.getByRole('checkbox', { name: /^recalls/ }).isVisible()).toBe(true);
    const paper = await page.evaluate(() => getComputedStyle(document.documentElement).getPropertyValue('--verb-recalls').trim());
    expect(paper).toBe('#0067a8');
    expect((await page.pdf({ format: 'A4' })).length).toBeGreaterThan(20_000);
  });

  test('pictures of it: nothing serious for axe-core, nothing sticks out', async () => {
    await screenshotsOf(explorer, 'lineage-80-173', `${latest}?depth=3`, drawn);
  });

  test.each([360, 768, 2560])('at %i pixels nothing sticks out and no labels overlap', async (width) => {
    const page = await explorer.open(`${latest}?depth=3`, { viewport: { width, height: 900 } });
    await drawn(page);
    expect([await sticksOut(page), await overlaps(page)]).toEqual([false, []]);
  });

  test.each([
    ['lineage-70-125-both', '/lineage/resolution/A/RES/70/125?depth=2&direction=both'],
    ['lineage-80-173-open', `${latest}?depth=3&open=all&citations=all`],
  ])('a picture of %s', async (name, address) => {
    const page = await explorer.open(address);
    await drawn(page);
    await pictureAlone(page, name);
    expect(await overlaps(page)).toEqual([]);
  });

  test('a finger: the first touch tells, the second goes on', async () => {
    const page = await explorer.open(`${latest}?depth=2`, { viewport: sizes.narrow, hasTouch: true, isMobile: true });
    await drawn(page);
    await item(page, 'A/RES/79/277').tap();
    await card(page).getByText('Cited by').waitFor();
    expect(page.url()).toContain('80/173');
    await item(page, 'A/RES/79/277').tap();
    await page.waitForURL('**/lineage/resolution/A/RES/79/277?depth=2');
  });
});

const expectCount = (page: Page, count: number) =>
  page.waitForFunction((wanted) => document.querySelectorAll('.lineage-item').length === wanted, count);

describeInBrowser('the chains between two texts', (explorer) => {
  const address = '/paths?from=resolution/A/RES/80/173&to=resolution/A/RES/60/252';

  test('stand side by side with verbs and paragraphs, as the API tells them', async () => {
    const { data } = await post<{ paths: { length: number; links: { verb: string }[] }[] }>(
      explorer.url,
      '{ paths(from: "A/RES/80/173", to: "A/RES/60/252", maxLength: 3, first: 100) { length links { verb paragraph } } }',
    );
    const page = await explorer.open(`${address}&longest=3`);
    await page.getByRole('heading', { level: 1, name: 'From A/RES/80/173 to A/RES/60/252' }).waitFor();
    await page.getByText(`${data?.paths.length} chains of at most 3 citations`).waitFor();
    expect(await page.locator('.chain').count()).toBe(data?.paths.length);
    const [first] = await page.locator('.chain').allTextContents();
    expect(first).toMatch(/A\/RES\/80\/173.*recalls \(preambular para\. \d+.*A\/RES\/79\/277.*recalls.*A\/RES\/60\/252/);
    const box = async (at: number) => page.locator('.chain').nth(at).boundingBox();
    const two = page.getByRole('region', { name: 'By 3 citations' }).locator('.chain');
    expect((await two.nth(0).boundingBox())?.y).toBe((await two.nth(1).boundingBox())?.y);
    expect(await box(0)).toBeTruthy();
    await page.getByText('6', { exact: true }).click();
    await page.getByText(/The 12 shortest chains; there may be more/).waitFor();
    await page.getByRole('button', { name: 'Show up to 40' }).click();
    await page.getByText(/The 40 shortest chains/).waitFor();
  });

  test('are found from an empty page by two fields, and none is said where none is', async () => {
    const page = await explorer.open('/paths');
    await page.getByText('Choose two texts above').waitFor();
    await page.getByRole('combobox', { name: 'The citing text' }).fill('res. 80/173');
    await page.keyboard.press('Enter');
    await page.waitForURL('**from=resolution*');
    const cited = page.getByRole('combobox', { name: 'The cited text' });
    await cited.fill('nothing of that');
    await page.keyboard.press('Enter');
    await page.getByText('No text of the graph has this reference.').waitFor();
    await cited.fill('60/252');
    await page.getByRole('option', { name: /A\/RES\/60\/252/ }).click();
    await page.locator('.chain').first().waitFor();
    await page.getByRole('button', { name: 'Swap' }).click();
    await page.getByText(/No chain of at most 4 citations leads from A\/RES\/60\/252 to A\/RES\/80\/173/).waitFor();
    await page.getByRole('link', { name: /look from A\/RES\/80\/173/ }).click();
    await page.locator('.chain').first().waitFor();
    await page.goto('/paths?from=entity/ITU&to=resolution/A/RES/60/252');
    await page
      .getByRole('alert')
      .getByText(/"entity\/ITU" is .*, not a resolution/)
      .waitFor();
    await page.getByRole('combobox', { name: 'The citing text' }).fill('80/173');
    await page.keyboard.press('Enter');
    await page.locator('.chain').first().waitFor();
  });

  test('pictures of them: nothing serious for axe-core, nothing sticks out', async () => {
    await screenshotsOf(explorer, 'paths', '/paths?from=resolution/A/RES/80/173&to=resolution/A/RES/56/183', (page) =>
      page.locator('.chain').first().waitFor(),
    );
  });
});

/** What the server of the synthetic datasets is told; filled before it starts. */
const large: Record<string, string> = {};
beforeAll(async () => {
  large.DATASET = await writtenDataset(linkedResolutions(300));
});

describeInBrowser(
  'a lineage of 300 linked resolutions',
  (explorer) => {
    const address = `/lineage/${newestResolution}?depth=3`;

    test('is drawn folded, open and with all citations; the time from the navigation is told', async () => {
      const { nodes, links } = await lineageOf(explorer.url, newestResolution, 3);
      expect(nodes.length).toBe(299);
      for (const [name, more] of [
        ['folded', ''],
        ['open', '&open=all'],
        ['open, all citations', '&open=all&citations=all'],
      ] as const) {
        const times: number[] = [];
        for (let round = 0; round < 3; round++) {
          const page = await explorer.open(`${address}${more}`);
          await page.waitForFunction(() => performance.getEntriesByName('lineage drawn').length > 0);
          times.push(
            // Until the frame after it was put into the page is on the screen.
            await page.evaluate(
              () =>
                new Promise<number>((done) =>
                  requestAnimationFrame(() => done(performance.getEntriesByName('lineage drawn').at(-1)?.startTime ?? 0)),
                ),
            ),
          );
          if (round === 0) {
            expect(await page.locator('.lineage-item').count()).toBeGreaterThan(more ? 299 : 50);
            expect(await overlaps(page)).toEqual([]);
          }
          await page.close();
        }
        times.sort((one, two) => one - two);
        const [fastest = 0, median = 0, slowest = 0] = [times[0], times[times.length >> 1], times.at(-1)];
        measured(
          `lineage of ${nodes.length + 1} texts and ${links.length} citations, ${name}: drawn after ${Math.round(median)} ms (${Math.round(fastest)}–${Math.round(slowest)})`,
        );
      }
    });

    test('is told as what it is when more is within reach than is shown', async () => {
      const page = await explorer.open(address);
      await drawn(page);
      await page.context().route('**/graphql', async (route) => {
        const body = route.request().postDataJSON() as { variables?: { most?: number } };
        if (body.variables?.most === 300) body.variables.most = 40;
        await route.continue({ postData: JSON.stringify(body) });
      });
      await page.reload();
      await page.getByText('More is within reach: only the nearest 40 are shown.').waitFor();
      await page.getByRole('button', { name: 'Show up to 500' }).click();
      await page.waitForURL('**most=500*');
      await page.getByText('rests on 299 texts').waitFor();
    });

    test.each(['wide', 'narrow'] as const)('a picture of it, %s', async (size) => {
      const page = await explorer.open(address, { viewport: sizes[size] });
      await drawn(page);
      await pictureAlone(page, `lineage-300-${size}`);
      expect(await overlaps(page)).toEqual([]);
    });
  },
  large,
);

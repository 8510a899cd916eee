/** The first page and the search, as a person uses them: by keyboard, by mouse, by a shared address, with Back, narrow and dark. */
import { describeInBrowser, eventually, expectToFit, screenshotsOf, seriousFindings, sizes } from '../support/browser.js';
import { post } from '../support/program.js';

jest.setTimeout(60_000);

describeInBrowser('the first page', (explorer) => {
  test('it leads each of the three users to the answers', async () => {
    const page = await explorer.open('/');
    expect(await page.title()).toContain('WSIS graph');
    for (const who of ['The analyst', 'The dashboard', 'The researcher']) {
      const links = page.locator('section', { has: page.getByRole('heading', { name: who }) }).getByRole('link');
      expect(await links.count()).toBeGreaterThanOrEqual(3);
    }
    await page.getByRole('link', { name: 'Who reported on C5' }).click();
    await page.waitForURL('**/action-line/C5');
    await page.getByRole('heading', { level: 1, name: /^C5/ }).waitFor();
  });

  test('it tells how much there is, which dataset and licence, and that it is not official, as the API says', async () => {
    const page = await explorer.open('/');
    const { data } = await post<{ meta: { datasetVersion: string; counts: { kind: string; count: number }[] } }>(
      explorer.url,
      '{ meta { datasetVersion counts { kind count } } }',
    );
    const counts = data?.meta.counts ?? [];
    await page.getByText(`${counts.find(({ kind }) => kind === 'RESOLUTION')?.count} resolutions`).waitFor();
    const foot = page.getByRole('contentinfo');
    await foot.getByText(String(data?.meta.datasetVersion)).waitFor();
    await foot.getByText('no official product of the United Nations').waitFor();
    await foot.getByText('CC0').waitFor();
  });

  test('every link of it leads to a view', async () => {
    const page = await explorer.open('/');
    await page.getByRole('link', { name: 'E-health' }).waitFor();
    const addresses = await page.locator('a[href^="/"]').evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));
    expect(addresses.length).toBeGreaterThan(30);
    for (const address of new Set(addresses)) {
      await page.evaluate((to) => history.replaceState(null, '', to), address);
      await page.evaluate(() => dispatchEvent(new PopStateEvent('popstate')));
      await page.locator('main h1').waitFor();
      const heading = await page.locator('main h1').textContent();
      expect({ address, heading }).toEqual({ address, heading: expect.not.stringMatching(/Nothing here|not in this graph/) });
    }
  });

  test('pictures of it: nothing serious for axe-core, nothing sticks out', async () => {
    await screenshotsOf(explorer, 'home', '/', (page) => page.getByRole('link', { name: 'E-health' }).waitFor());
  });

  test('it fits 360 pixels and fills 2,560', async () => {
    const page = await explorer.open('/');
    await page.getByRole('link', { name: 'E-health' }).waitFor();
    for (const width of [360, 2560]) await expectToFit(page, width);
  });
});

describeInBrowser('the search', (explorer) => {
  test('by keyboard: "/", some letters, arrows, Enter, and Back', async () => {
    const page = await explorer.open('/');
    const box = page.getByRole('combobox', { name: 'Search the graph' });
    await page.keyboard.press('/');
    await page.keyboard.type('70/12');
    const option = page.getByRole('option').first();
    await option.waitFor();
    expect(await option.textContent()).toMatch(/A\/RES\/70\/125.*Outcome document.*2015.*Resolution/);
    expect(await box.getAttribute('aria-expanded')).toBe('true');
    await page.keyboard.press('ArrowDown');
    await eventually(async () => expect(await box.getAttribute('aria-activedescendant')).toBe(await option.getAttribute('id')));
    expect(await seriousFindings(page)).toEqual([]);
    await page.keyboard.press('Enter');
    await page.waitForURL('**/resolution/A/RES/70/125');
    await page.getByRole('heading', { level: 1, name: /70\/125/ }).waitFor();
    await eventually(async () => expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('H1'));
    await page.goBack();
    await page.getByRole('heading', { name: 'The analyst' }).waitFor();
  });

  test('by mouse: letters, a click', async () => {
    const page = await explorer.open('/');
    await page.getByRole('combobox').pressSequentially('world health');
    await page.getByRole('option', { name: /WHO/ }).click();
    await page.waitForURL('**/entity/WHO');
    await page.getByRole('heading', { level: 1, name: 'World Health Organization' }).waitFor();
  });

  test.each([
    ['res. 70/125', '/resolution/A/RES/70/125'],
    ['ECOSOC 2006/46', '/resolution/E/RES/2006/46'],
    ['c7 e-health', '/action-line/C7.e-health'],
    ['UN Women', '/entity/UN-Women'],
    ['Goal 9', '/sdg/9'],
    ['A/RES/57/270B', '/resolution/A/RES/57/270%20B'],
  ])('Enter on the reference "%s" goes to the thing itself', async (typed, address) => {
    const page = await explorer.open('/');
    await page.getByRole('combobox').fill(typed);
    await page.keyboard.press('Enter');
    await page.waitForURL(`**${address}`);
    await page.locator('main .kind').first().waitFor();
  });

  test('what can mean several things lists them; what means nothing lists what comes near', async () => {
    const page = await explorer.open('/');
    await page.getByRole('combobox').fill('A/60/687');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'It can mean several things' }).waitFor();
    for (const name of ['Tunis Agenda', 'Tunis Commitment']) await page.getByRole('main').getByRole('link', { name }).first().waitFor();
    await page.getByRole('combobox').fill('C12');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Was one of these meant?' }).waitFor();
  });

  test('words are found, and narrowed by kind; the address can be shared', async () => {
    const page = await explorer.open('/search?q=information%20society');
    const kinds = page.getByRole('navigation', { name: 'Kinds' });
    const all = await kinds.getByRole('link', { name: /^All/ }).textContent();
    await page.getByRole('button', { name: 'Show more' }).click();
    await page.getByText(`50 of ${all?.replace(/\D/g, '')}`).waitFor();
    await kinds.getByRole('link', { name: /^Resolutions/ }).click();
    await page.waitForURL('**kind=RESOLUTION');
    const shared = await explorer.open(page.url());
    await shared
      .getByRole('link', { name: /^Resolutions/, exact: false })
      .and(shared.locator('[aria-current]'))
      .waitFor();
    await shared.locator('.results .kind').first().waitFor();
    expect(await shared.locator('.results .kind').allTextContents()).toEqual(expect.not.arrayContaining(['Report']));
    await screenshotsOf(explorer, 'search', '/search?q=information%20society', (view) => view.getByText(' of ').first().waitFor());
  });

  test('Escape closes the list, then empties the box', async () => {
    const page = await explorer.open('/');
    const box = page.getByRole('combobox');
    await box.pressSequentially('itu');
    await page.getByRole('option').first().waitFor();
    await page.keyboard.press('Escape');
    await eventually(async () => expect([await page.getByRole('option').count(), await box.inputValue()]).toEqual([0, 'itu']));
    await page.keyboard.press('Escape');
    await eventually(async () => expect(await box.inputValue()).toBe(''));
  });
});

describeInBrowser('the frame', (explorer) => {
  test('an address that leads nowhere is 404 and says so, with the search at hand', async () => {
    const page = await explorer.open('/nothing/of/that');
    await page.getByRole('heading', { name: 'Nothing here' }).waitFor();
    expect((await page.reload())?.status()).toBe(404);
    await page.getByRole('combobox').waitFor();
    await page.goto('/entity/nobody-knows-it');
    await page.getByRole('heading', { name: /is not in this graph/ }).waitFor();
  });

  test('the theme is that of the system until one is chosen, and the choice stays', async () => {
    const page = await explorer.open('/', { colorScheme: 'dark' });
    const paper = () => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
    const dark = await paper();
    await page.getByRole('button', { name: 'Dark theme', pressed: true }).click();
    await eventually(async () => expect(await paper()).not.toBe(dark));
    const light = await paper();
    await page.reload();
    await page.getByRole('heading', { name: 'The analyst' }).waitFor();
    await eventually(async () => expect(await paper()).toBe(light));
  });

  test('on a narrow screen the views are behind a menu', async () => {
    const page = await explorer.open('/', { viewport: sizes.narrow });
    expect(await page.getByRole('link', { name: 'Coverage' }).isVisible()).toBe(false);
    await page.getByRole('button', { name: 'Menu' }).click();
    await page.getByRole('link', { name: 'Coverage' }).click();
    await page.getByRole('heading', { level: 1, name: 'Coverage' }).waitFor();
    await eventually(async () => expect(await page.getByRole('link', { name: 'Playground' }).isVisible()).toBe(false));
  });

  test('when the server is gone it says so, and answers again on its return', async () => {
    const page = await explorer.open('/');
    await page.getByRole('link', { name: 'E-health' }).waitFor();
    await page.context().route('**/graphql', (route) => route.abort());
    await page.getByRole('link', { name: 'E-health' }).click();
    await page.getByRole('alert').getByText('The server did not answer.').waitFor();
    await page.context().unroute('**/graphql');
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.getByRole('heading', { level: 1, name: /E-health/ }).waitFor();
  });
});

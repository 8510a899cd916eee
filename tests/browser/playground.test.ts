/** The playground, as a person uses it: examples by a click, an own question, the schema, a link that is shared, Back, keyboard, both themes, a phone. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { describeInBrowser, eventually, expectToFit, screenshotsOf, seriousFindings, sizes } from '../support/browser.js';
import { post, root } from '../support/program.js';

jest.setTimeout(120_000);

const folder = join(root, 'schema', 'examples');
const files = readdirSync(folder).map((file) => ({
  name: file.replace('.graphql', ''),
  text: readFileSync(join(folder, file), 'utf8').trim(),
}));

type Part = 'graphiql-query-editor' | 'graphiql-editor-tool' | 'graphiql-response';

/** What stands in one of the three editors. */
const textIn = (page: Page, part: Part): Promise<string> =>
  page
    .locator(`.${part} .CodeMirror`)
    .evaluate((element) => (element as unknown as { CodeMirror: { getValue(): string } }).CodeMirror.getValue());

const until = async <T>(read: () => Promise<T>, isRight: (value: T) => boolean): Promise<T> => {
  const end = Date.now() + 10_000;
  for (;;) {
    const value = await read();
    if (isRight(value) || Date.now() > end) return value;
    await new Promise((done) => setTimeout(done, 50));
  }
};

/** Waits until the editor holds a text. */
const holds = async (page: Page, text: string): Promise<void> => {
  expect(
    await until(
      () => textIn(page, 'graphiql-query-editor'),
      (value) => value.includes(text),
    ),
  ).toContain(text);
};

/** Runs what is in front and gives the answer. */
async function run(page: Page): Promise<string> {
  await page.getByRole('button', { name: 'Execute query' }).click();
  return until(
    () => textIn(page, 'graphiql-response'),
    (answer) => answer !== '',
  );
}

/** Types a question into a new tab, without the completions and brackets that are offered. */
async function ask(page: Page, query: string): Promise<void> {
  await page.getByRole('button', { name: 'New tab' }).click();
  await page.locator('.graphiql-query-editor .CodeMirror').click();
  await page.keyboard.insertText(query);
}

/** Whether all of an element is within the list that holds it. */
const isInView = (element: Element): boolean => {
  const [own, list] = [element, element.closest('.examples-list')].map((each) => each?.getBoundingClientRect());
  return Boolean(own && list && own.top >= list.top && own.bottom <= list.bottom);
};

const tabs = (page: Page) => page.locator('.graphiql-tab');
const example = (page: Page, title: string) => page.getByRole('navigation', { name: 'Examples' }).getByRole('link', { name: title });

describeInBrowser('the playground', (explorer) => {
  test('the first page loads nothing of it', async () => {
    const page = await explorer.open('/');
    await page.getByRole('link', { name: 'E-health' }).waitFor();
    const loaded = (await page.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => name))).filter((name) =>
      /\.(js|css)$/.test(name),
    );
    expect(loaded.length).toBeGreaterThan(1);
    for (const address of loaded) {
      const text = await (await fetch(address)).text();
      expect({ address, isOfReact: /react\.transitional\.element|CodeMirror-scroll|graphiql-container/.test(text) }).toEqual({
        address,
        isOfReact: false,
      });
    }
  });

  test('every example is in the list with its first line; a click puts it and its variables into the editor, and it runs', async () => {
    const page = await explorer.open('/playground');
    await holds(page, 'query FindAnything');
    const links = page.getByRole('navigation', { name: 'Examples' }).getByRole('link');
    expect(await links.count()).toBe(files.length);
    for (const { name, text } of files) {
      const link = page.locator(`a[href="/playground?example=${name}"]`);
      const [, who, about = ''] = /^# (\w+): (.*)/.exec(text) ?? [];
      expect((await link.textContent())?.toLowerCase()).toContain(about.toLowerCase());
      await page
        .getByRole('heading', { level: 2, name: who })
        .and(page.locator(`section:has(a[href$="=${name}"]) h2`))
        .waitFor();
      await link.click();
      await holds(page, text);
      expect(await textIn(page, 'graphiql-query-editor')).toBe(text);
      const variables = (await textIn(page, 'graphiql-editor-tool')) || '{}';
      await page.waitForURL(`**/playground?example=${name}`);
      await eventually(async () => expect(await link.getAttribute('aria-current')).toBe('true'));
      await eventually(async () => expect({ name, isInView: await link.evaluate(isInView) }).toEqual({ name, isInView: true }));
      const answer = JSON.parse(await run(page));
      expect({ name, answer }).toMatchObject({ name, answer: await post(explorer.url, text, JSON.parse(variables)) });
      expect({ name, errors: answer.errors }).toEqual({ name, errors: undefined });
    }
    expect(await tabs(page).count()).toBe(files.length);
  });

  test('the variables of an example are its defaults, ready to be changed', async () => {
    const page = await explorer.open('/playground?example=lineage-of-a-resolution');
    await holds(page, 'query LineageOfAResolution');
    expect(JSON.parse(await textIn(page, 'graphiql-editor-tool'))).toEqual({ id: 'A/RES/80/173', maxDepth: 2, direction: 'ANCESTORS' });
    await page.locator('.graphiql-editor-tool .CodeMirror').click();
    await page.keyboard.press('Control+A');
    await page.keyboard.insertText('{ "id": "A/RES/79/277", "maxDepth": 1 }');
    const answer = JSON.parse(await run(page));
    expect(answer.data.lineage.root.id).toBe('resolution/A/RES/79/277');
    await page.waitForURL((url) => url.searchParams.get('variables') === '{ "id": "A/RES/79/277", "maxDepth": 1 }');
  });

  test('Back and Forward go from question to question, each in the tab that it has', async () => {
    const page = await explorer.open('/');
    await page.getByRole('navigation').getByRole('link', { name: 'Playground' }).click();
    await holds(page, 'query FindAnything');
    await page.waitForURL('**/playground?example=find-anything');
    await example(page, 'Entity profile').click();
    await holds(page, 'query EntityProfile');
    await example(page, 'What is missing').click();
    await holds(page, 'query WhatIsMissing');
    await page.goBack();
    await holds(page, 'query EntityProfile');
    await page.goForward();
    await holds(page, 'query WhatIsMissing');
    await page.goBack();
    await page.goBack();
    await holds(page, 'query FindAnything');
    await eventually(async () => expect(await tabs(page).count()).toBe(3));
    await page.goBack();
    await page.getByRole('heading', { name: 'The analyst' }).waitFor();
    // What still rested in the editor must not come back into the address of another page.
    await page.waitForTimeout(600);
    expect(new URL(page.url()).pathname).toBe('/');
  });

  test('a question of one’s own stands in the address; whoever opens the link finds it, and what they had', async () => {
    const page = await explorer.open('/playground', { permissions: ['clipboard-read', 'clipboard-write'] });
    await holds(page, 'query FindAnything');
    const query = 'query Ours($id: ID!) {\n  entity(id: $id) { name } # è & = ? + %\n}';
    await ask(page, query);
    await page.locator('.graphiql-editor-tool .CodeMirror').click();
    await page.keyboard.insertText('{"id": "ITU"}');
    await page.waitForURL((url) => url.searchParams.get('query') === query && url.searchParams.get('variables') === '{"id": "ITU"}');
    await page.getByRole('button', { name: 'Copy link' }).click();
    await page.getByRole('status').getByText('Copied.').waitFor();
    const link = await page.evaluate(() => navigator.clipboard.readText());
    expect(link).toBe(page.url());

    const other = await explorer.open(link);
    await holds(other, query);
    expect(await textIn(other, 'graphiql-editor-tool')).toBe('{"id": "ITU"}');
    expect(await textIn(other, 'graphiql-response')).toBe('');
    expect(JSON.parse(await run(other)).data.entity.name).toBe('International Telecommunication Union');

    await page.reload();
    await holds(page, query);
    expect(await tabs(page).count()).toBe(2);
    await page.goto('/playground?example=what-is-missing');
    await holds(page, 'query WhatIsMissing');
    expect(await tabs(page).allInnerTexts()).toEqual(['FindAnything', 'Ours', 'WhatIsMissing']);
  });

  test('while somebody types, the address follows and takes nothing away', async () => {
    const page = await explorer.open('/playground');
    await holds(page, 'query FindAnything');
    await ask(page, '{ meta { store } }');
    await page.waitForURL((url) => url.searchParams.has('query'));
    // More is typed in the very moment in which the address changes.
    await page.locator('.graphiql-query-editor .CodeMirror').evaluate((element) => {
      const editor = (element as unknown as { CodeMirror: { replaceSelection(text: string): void } }).CodeMirror;
      const replace = history.replaceState.bind(history);
      history.replaceState = (...given) => {
        replace(...given);
        history.replaceState = replace;
        editor.replaceSelection(' and more');
      };
    });
    await page.keyboard.type(' # more');
    await page.waitForURL((url) => url.searchParams.get('query') === '{ meta { store } } # more and more');
    expect(await textIn(page, 'graphiql-query-editor')).toBe('{ meta { store } } # more and more');
    expect(await tabs(page).count()).toBe(2);
  });

  test('a question that is too long for a link is said to be, and never cut', async () => {
    const page = await explorer.open('/playground');
    await holds(page, 'query FindAnything');
    const wide = (length: number) => `{ meta { store } } # ${'x'.repeat(length)}`;
    await ask(page, wide(8_100 - explorer.url.length));
    await page.waitForURL((url) => url.searchParams.has('query'));
    expect(page.url().length).toBeGreaterThan(8_100);
    expect(page.url().length).toBeLessThanOrEqual(8_192);
    expect((await fetch(page.url(), { headers: { accept: 'text/html' } })).status).toBe(200);
    await page.locator('.graphiql-query-editor .CodeMirror').click();
    await page.keyboard.press('Control+End');
    await page.keyboard.insertText('y'.repeat(100));
    await page.waitForURL('**/playground');
    await page.getByRole('button', { name: 'Copy link' }).click();
    await page.getByRole('status').getByText('Too long for a link: ').waitFor();
    expect(JSON.parse(await run(page))).toMatchObject(await post(explorer.url, '{ meta { store } }'));
  });

  test('without a clipboard the link is there to be copied by hand', async () => {
    const page = await explorer.open('/playground?example=find-anything');
    await page.evaluate(() => Object.defineProperty(navigator, 'clipboard', { value: undefined }));
    await page.getByRole('button', { name: 'Copy link' }).click();
    const field = page.getByRole('textbox', { name: 'Copy it from here:' });
    await eventually(async () => expect(await field.inputValue()).toBe(page.url()));
    await eventually(async () => expect(await page.evaluate(() => getSelection()?.toString())).toBe(page.url()));
  });

  test('an example that is not there is named, and the list stays', async () => {
    const page = await explorer.open('/playground?example=nothing-of-that');
    await page.getByText('There is no example named “nothing-of-that”').waitFor();
    await example(page, 'Entity profile').click();
    await holds(page, 'query EntityProfile');
    await eventually(async () => expect(await page.getByText('There is no example').count()).toBe(0));
  });

  test('the schema is explored by introspection: types, fields, their words, a search', async () => {
    const page = await explorer.open('/playground');
    await page.getByRole('button', { name: 'Show schema' }).click();
    const docs = page.getByRole('region', { name: 'Documentation Explorer' });
    await docs.getByRole('combobox').fill('facilitates');
    await docs.getByRole('option', { name: /Entity\.facilitates/ }).click();
    await docs.getByText('facilitates', { exact: true }).first().waitFor();
    await docs.getByRole('link', { name: 'Go back to Docs' }).click();
    await docs.getByRole('link', { name: 'Query', exact: true }).first().click();
    await docs.getByRole('link', { name: 'lineage', exact: true }).click();
    await docs.getByText('What a document rests on').first().waitFor();
    expect(await seriousFindings(page)).toEqual([]);
    expect(await page.getByText('does not tell its types').count()).toBe(0);
  });

  test('by keyboard alone: an example, into the editor and out of it, run; what is typed is completed', async () => {
    const page = await explorer.open('/playground');
    await holds(page, 'query FindAnything');
    await example(page, 'What is missing').focus();
    await page.keyboard.press('Enter');
    await holds(page, 'query WhatIsMissing');
    const place = () => page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent);
    const passed: (string | null | undefined)[] = [];
    for (let step = 0; step < 60 && !passed.includes('Variables, in JSON'); step += 1) {
      await page.keyboard.press('Tab');
      passed.push(await place());
    }
    for (const name of ['Show schema', 'New tab', 'Question, in GraphQL', 'Execute query (Ctrl-Enter)', 'Variables, in JSON'])
      expect(passed).toContain(name);
    expect(await textIn(page, 'graphiql-editor-tool')).toBe('');
    await page.keyboard.press('Control+Enter');
    await until(() => textIn(page, 'graphiql-response'), Boolean);
    expect(JSON.parse(await textIn(page, 'graphiql-response')).data.completeness.reports.length).toBeGreaterThan(0);

    await page.getByRole('button', { name: 'New tab' }).focus();
    await page.keyboard.press('Enter');
    await page.locator('.graphiql-query-editor textarea').focus();
    await page.keyboard.type('{ actionL');
    await page.keyboard.press('Control+Space');
    await page.getByRole('option', { name: 'actionLines' }).waitFor();
    expect(await seriousFindings(page)).toEqual([]);
    await page.keyboard.press('Tab');
    await eventually(async () => expect(await textIn(page, 'graphiql-query-editor')).toBe('{ actionLine}'));
  });

  test('what the API refuses is shown as it says it; where it does not answer, that is said', async () => {
    const page = await explorer.open('/playground');
    await holds(page, 'query FindAnything');
    await ask(page, '{ actionLine(id: "C5") { nothing } }');
    expect(await run(page)).toContain('GRAPHQL_VALIDATION_FAILED');
    await page.context().route('**/graphql', (route) => route.abort());
    await ask(page, '{ meta { store } }');
    expect(await run(page)).toContain('The server did not answer.');
  });

  test('a question can be stopped, and then does not answer into another tab', async () => {
    const page = await explorer.open('/playground?example=what-is-missing');
    await holds(page, 'query WhatIsMissing');
    let answered = false;
    await page.context().route('**/graphql', async (route) => {
      await new Promise((done) => setTimeout(done, 1_500));
      answered = true;
      await route.continue().catch(() => undefined);
    });
    await page.getByRole('button', { name: 'Execute query' }).click();
    await page.getByRole('button', { name: 'Stop query' }).waitFor();
    await example(page, 'Entity profile').click();
    await holds(page, 'query EntityProfile');
    await until(() => Promise.resolve(answered), Boolean);
    await page.waitForTimeout(500);
    expect(await textIn(page, 'graphiql-response')).toBe('');
  });

  test('row 36: whatever an answer or a link holds is only text, and fetches nothing', async () => {
    const hostile = '<img src="https://elsewhere.example/a.png" onerror="alert(1)">';
    const query = `{ resolve(refs: ["https://elsewhere.example/b.png", ${JSON.stringify(hostile)}]) { ref } }`;
    const page = await explorer.open(`/playground?query=${encodeURIComponent(query)}&variables=${encodeURIComponent(hostile)}`);
    await holds(page, 'resolve(refs');
    expect(await textIn(page, 'graphiql-editor-tool')).toBe(hostile);
    expect(await run(page)).toContain('Variables are invalid JSON');
    await page.locator('.graphiql-editor-tool .CodeMirror').click();
    await page.keyboard.press('Control+A');
    await page.keyboard.press('Delete');
    await page.getByRole('button', { name: 'Execute query' }).click();
    const picture = page.locator('.graphiql-response .cm-string', { hasText: 'b.png' });
    await picture.waitFor();
    await picture.hover();
    await page.waitForTimeout(900);
    expect(await page.locator('.graphiql-response .cm-string', { hasText: 'onerror' }).count()).toBe(1);
    expect(await page.locator('main img').count()).toBe(0);
  });

  test('its theme is that of the explorer, and follows the switch', async () => {
    const page = await explorer.open('/playground', { colorScheme: 'dark' });
    await holds(page, 'query FindAnything');
    const colours = () =>
      page.evaluate(() => [
        getComputedStyle(document.querySelector('.graphiql-container')!).backgroundColor,
        getComputedStyle(document.querySelector('.playground-editor')!).backgroundColor,
      ]);
    const [dark, around] = await colours();
    expect(dark).toBe('rgb(25, 30, 36)');
    expect(around).toBe('rgb(26, 31, 37)');
    await page.getByRole('button', { name: 'Dark theme', pressed: true }).click();
    expect(await until(colours, ([now]) => now !== dark)).toEqual(['rgb(255, 255, 255)', 'rgb(255, 255, 255)']);
  });

  test('nothing is kept but GraphiQL’s tabs and history, and no header is', async () => {
    const page = await explorer.open('/playground');
    await holds(page, 'query FindAnything');
    await run(page);
    expect(await page.getByRole('button', { name: 'Headers' }).count()).toBe(0);
    await page.waitForTimeout(800);
    const kept = await page.evaluate(() => Object.entries(localStorage));
    expect(kept.map(([name]) => name).filter((name) => !name.startsWith('graphiql:'))).toEqual([]);
    expect(JSON.stringify(kept)).not.toMatch(/authorization|cookie/i);
    expect(await page.context().cookies()).toEqual([]);
  });

  test('where the browser keeps nothing it works all the same', async () => {
    const page = await explorer.open('/');
    await page.context().addInitScript(() => {
      Object.defineProperty(window, 'localStorage', {
        get: () => {
          throw new DOMException('forbidden', 'SecurityError');
        },
      });
    });
    await page.goto('/playground?example=what-is-missing');
    await holds(page, 'query WhatIsMissing');
    expect(JSON.parse(await run(page)).data.completeness.reports.length).toBeGreaterThan(0);
  });

  test('when the editor cannot be loaded it says so, and loads it when asked again', async () => {
    const page = await explorer.open('/');
    await page.getByRole('link', { name: 'E-health' }).waitFor();
    await page.context().route('**/assets/editor-*.js', (route) => route.abort());
    await page.getByRole('navigation').getByRole('link', { name: 'Playground' }).click();
    await page.getByRole('alert').getByText('The editor could not be loaded.').waitFor();
    await page.context().unroute('**/assets/editor-*.js');
    await page.getByRole('button', { name: 'Try again' }).click();
    await holds(page, 'query FindAnything');
  });

  test('its dialogs, its history and its hints hold under the policy, with nothing serious for axe-core', async () => {
    const page = await explorer.open('/playground');
    await holds(page, 'query FindAnything');
    await run(page);
    await page.getByRole('button', { name: 'Show History' }).click();
    await page.getByRole('region', { name: 'History' }).getByRole('button', { name: 'FindAnything' }).waitFor();
    expect(await seriousFindings(page)).toEqual([]);
    for (const dialog of ['short keys', 'settings']) {
      await page.getByRole('button', { name: `Open ${dialog} dialog` }).click();
      await page.getByRole('dialog').waitFor();
      expect(await seriousFindings(page)).toEqual([]);
      await page.keyboard.press('Escape');
      await page.getByRole('dialog').waitFor({ state: 'detached' });
    }
    await page.locator('.graphiql-query-editor .cm-property', { hasText: 'resolve' }).first().hover();
    await page
      .locator('.CodeMirror-info')
      .getByText('What do these references')
      .or(page.locator('.CodeMirror-info .info-description'))
      .first()
      .waitFor();
    expect(await seriousFindings(page)).toEqual([]);
    await ask(page, 'query A { meta { store } }\nquery B { meta { apiVersion } }');
    await tabs(page).getByRole('button', { name: 'A', exact: true }).waitFor();
    await page.getByRole('button', { name: 'Execute query' }).click();
    await page.getByRole('menuitem', { name: 'B' }).click();
    expect(await until(() => textIn(page, 'graphiql-response'), Boolean)).toContain('apiVersion');
    await page.getByRole('button', { name: 'Close Tab' }).last().click();
    await holds(page, 'query FindAnything');
  });

  test('pictures of it with an answer: nothing serious for axe-core, nothing sticks out', async () => {
    await screenshotsOf(explorer, 'playground', '/playground?example=who-reported-on-an-action-line', async (page) => {
      await holds(page, 'query WhoReported');
      await run(page);
      await page.mouse.move(0, 0);
    });
  });

  test('pictures of it with the schema', async () => {
    await screenshotsOf(explorer, 'playground-schema', '/playground?example=what-a-text-cites', async (page) => {
      await holds(page, 'query WhatATextCites');
      await page.getByRole('button', { name: 'Show schema' }).click();
      await page.getByRole('link', { name: 'ActionLine', exact: true }).first().click();
      await page.getByText('reportingEntities').first().waitFor();
      await page.mouse.move(0, 0);
    });
  });

  test('on a phone the examples are behind a button, and all is one column', async () => {
    const page = await explorer.open('/playground', { viewport: sizes.narrow });
    await holds(page, 'query FindAnything');
    expect(await example(page, 'Entity profile').isVisible()).toBe(false);
    await page.getByRole('button', { name: 'Examples (' }).click();
    expect(await seriousFindings(page)).toEqual([]);
    await example(page, 'Entity profile').click();
    await holds(page, 'query EntityProfile');
    await eventually(async () => expect(await example(page, 'Entity profile').isVisible()).toBe(false));
    await run(page);
    const [question, answer] = await Promise.all(
      ['.graphiql-editors', '.graphiql-response'].map((part) => page.locator(part).boundingBox()),
    );
    expect(answer!.y).toBeGreaterThan(question!.y + question!.height - 1);
    expect(Math.min(question!.width, answer!.width)).toBeGreaterThan(330);
    for (const width of [360, 2560]) await expectToFit(page, width);
  });
});

describeInBrowser(
  'the playground of a server that does not tell its types',
  (explorer) => {
    test('the schema is explored from what is published, which is said; questions are completed by it and answered', async () => {
      const page = await explorer.open('/playground?example=entity-profile');
      await holds(page, 'query EntityProfile');
      await page.getByText('This server does not tell its types').waitFor();
      await page.getByRole('button', { name: 'Show schema' }).click();
      const docs = page.getByRole('region', { name: 'Documentation Explorer' });
      await docs.getByRole('link', { name: 'Query', exact: true }).first().click();
      await docs.getByRole('link', { name: 'lineage', exact: true }).waitFor();
      await docs.getByText('What a document rests on').first().waitFor();
      expect(JSON.parse(await run(page)).data.entity.name).toBe('International Telecommunication Union');
      await page.getByRole('button', { name: 'Re-fetch GraphQL schema' }).click();
      await docs.getByRole('link', { name: 'lineage', exact: true }).waitFor();
      expect(await seriousFindings(page)).toEqual([]);
    });
  },
  { PUBLIC_INTROSPECTION: 'false' },
);

/** The explorer in a real Chromium: a page on the built program, and after each test nothing on the console, nothing from elsewhere, nothing refused by the policy. */
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { type Browser, type BrowserContext, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { root, type Service, serve } from './program.js';

const executable = [process.env.CHROMIUM, '/usr/bin/chromium', '/usr/bin/chromium-browser'].find((path) => path && existsSync(path));
const flags = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];
const screenshots = join(root, 'artefacts', 'screenshots');
const axe = readFileSync(join(root, 'node_modules', 'axe-core', 'axe.min.js'), 'utf8');

/** The two widths at which every view is looked at. */
export const sizes = { wide: { width: 1280, height: 900 }, narrow: { width: 390, height: 844 } } as const;

export interface Explorer {
  /** address of the server, without a slash at the end */
  readonly url: string;
  /** a page of its own: empty storage, closed after the test */
  open(path: string, options?: BrowserContextOptions): Promise<Page>;
}

/**
 * A group of tests in the browser. Skipped, visibly, where there is no Chromium; with REQUIRE_BROWSER=1 that is a failure.
 * `env` is that of the server, for another store or dataset.
 */
export function describeInBrowser(name: string, body: (explorer: Explorer) => void, env: Record<string, string> = {}): void {
  if (!executable) {
    const reason = `${name}: no Chromium; install it or name it in CHROMIUM`;
    if (process.env.REQUIRE_BROWSER === '1') {
      test(reason, () => {
        throw new Error('REQUIRE_BROWSER=1, and there is no Chromium.');
      });
    } else {
      describe.skip(reason, () => body({ url: '', open: () => Promise.reject(new Error('skipped')) }));
    }
    return;
  }
  describe(name, () => {
    let service: Service;
    let browser: Browser;
    const contexts: BrowserContext[] = [];
    const faults: string[] = [];

    beforeAll(async () => {
      [service, browser] = await Promise.all([serviceWith(env), launched()]);
    }, 60_000);
    afterEach(async () => {
      await Promise.all(contexts.splice(0).map((context) => context.close()));
      const found = faults.splice(0);
      expect(found).toEqual([]);
    });

    body({
      get url() {
        return service.url;
      },
      async open(path, options = {}) {
        const context = await browser.newContext({ viewport: sizes.wide, baseURL: service.url, reducedMotion: 'reduce', ...options });
        contexts.push(context);
        const page = await context.newPage();
        watch(page, service.url, faults, 'NEO4J_URI' in env);
        page.setDefaultTimeout(15_000);
        await page.goto(path);
        // The view is a file of its own: it comes after the page.
        await page.locator('main > *').first().waitFor();
        return page;
      },
    });
  });
}

let browser: Promise<Browser> | undefined;
const services = new Map<string, Promise<Service>>();

/** The browser of this file of tests. */
function launched(): Promise<Browser> {
  browser ??= chromium.launch({ executablePath: executable, args: flags });
  return browser;
}

/** The server of this file of tests that has this environment. */
function serviceWith(env: Record<string, string>): Promise<Service> {
  const key = JSON.stringify(env);
  const service = services.get(key) ?? serve({ env });
  services.set(key, service);
  return service;
}

afterAll(async () => {
  await (await browser)?.close();
  for (const service of services.values()) await (await service).stop();
});

/** Notes everything that a quiet page on its own server does not do. A database on a busy machine may once be too busy, which the page tells. */
function watch(page: Page, url: string, faults: string[], mayBeBusy: boolean): void {
  page.on('console', (message) => {
    // Chromium tells of every answer that is an error, also of those that a test provokes; the answers themselves are looked at.
    if (message.text().startsWith('Failed to load resource')) return;
    faults.push(`console ${message.type()}: ${message.text()}`);
  });
  page.on('pageerror', (error) => faults.push(`error: ${error.message}`));
  page.on('request', (request) => {
    if (!request.url().startsWith(`${url}/`) && !request.url().startsWith('blob:'))
      faults.push(`request to another host: ${request.url()}`);
  });
  page.on('response', (response) => {
    if (response.status() >= 500 && !(mayBeBusy && response.status() === 503)) faults.push(`${response.status()} ${response.url()}`);
  });
}

/** The rules of axe-core that look at colours; all others are of the structure, which is the same in both themes. */
const ofColours = ['color-contrast', 'link-in-text-block'];

/** What axe-core finds serious or critical on the page as it is, a line each; empty when all is well. All its rules unless some are named. */
export async function seriousFindings(page: Page, rules?: readonly string[]): Promise<string[]> {
  // Through the debugger, which the policy of the page does not bind.
  await page.evaluate(axe);
  const options = { resultTypes: ['violations'], ...(rules && { runOnly: rules }) };
  const { violations } = (await page.evaluate(`axe.run(document, ${JSON.stringify(options)})`)) as AxeResults;
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, help, nodes }) => `${id}: ${help}: ${nodes.map(({ target }) => target.join(' ')).join(' | ')}`);
}

interface AxeResults {
  violations: { id: string; impact: string | null; help: string; nodes: { target: string[] }[] }[];
}

/** Whether the page is wider than the window: something sticks out. */
export async function sticksOut(page: Page): Promise<boolean> {
  return page.evaluate('document.documentElement.scrollWidth > document.documentElement.clientWidth') as Promise<boolean>;
}

/** Opens everything of a page that is folded. */
export async function unfoldAll(page: Page): Promise<void> {
  await page.locator('details').evaluateAll((all) => {
    for (const each of all) each.setAttribute('open', '');
  });
}

/** The page at another width, in pixels: nothing sticks out there. */
export async function expectToFit(page: Page, width: number): Promise<void> {
  await page.setViewportSize({ width, height: 900 });
  expect([page.url(), width, await sticksOut(page)]).toEqual([page.url(), width, false]);
}

/**
 * Pictures of a view at both widths in both themes, in artefacts/screenshots; `ready` waits until it shows its data.
 * It is opened anew for each width, which some of it looks at only then; the theme is changed on the open page.
 */
export async function screenshotsOf(
  explorer: Explorer,
  name: string,
  path: string,
  ready: (page: Page) => Promise<unknown>,
): Promise<void> {
  mkdirSync(screenshots, { recursive: true });
  for (const [size, viewport] of Object.entries(sizes)) {
    const page = await explorer.open(path, { viewport, colorScheme: 'light' });
    await ready(page);
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      await page.screenshot({ path: join(screenshots, `${name}-${size}-${colorScheme}.png`), fullPage: true });
      const findings = await seriousFindings(page, colorScheme === 'dark' ? ofColours : undefined);
      expect({ name, size, colorScheme, findings, sticksOut: await sticksOut(page) }).toEqual({
        name,
        size,
        colorScheme,
        findings: [],
        sticksOut: false,
      });
    }
    await page.close();
  }
}

/** Tries again until the expectations hold, for ten seconds: for what a page does in its own time after a click or a key. */
export async function eventually(expectations: () => Promise<void>): Promise<void> {
  for (const begun = Date.now(); ; await pause(50)) {
    try {
      return await expectations();
    } catch (error) {
      if (Date.now() - begun > 10_000) throw error;
    }
  }
}

/** The explorer in a real Chromium: a page on the built program, and after each test nothing on the console, nothing from elsewhere, nothing refused by the policy. */
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
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
const axe = join(root, 'node_modules', 'axe-core', 'axe.min.js');

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
      [service, browser] = await Promise.all([serve({ env }), chromium.launch({ executablePath: executable, args: flags })]);
    }, 60_000);
    afterEach(async () => {
      await Promise.all(contexts.splice(0).map((context) => context.close()));
      const found = faults.splice(0);
      expect(found).toEqual([]);
    });
    afterAll(async () => {
      await Promise.all([browser?.close(), service?.stop()]);
    });

    body({
      get url() {
        return service.url;
      },
      async open(path, options = {}) {
        const context = await browser.newContext({ viewport: sizes.wide, baseURL: service.url, reducedMotion: 'reduce', ...options });
        contexts.push(context);
        const page = await context.newPage();
        watch(page, service.url, faults);
        page.setDefaultTimeout(15_000);
        await page.goto(path);
        // The view is a file of its own: it comes after the page.
        await page.locator('main > *').first().waitFor();
        return page;
      },
    });
  });
}

/** Notes everything that a quiet page on its own server does not do. */
function watch(page: Page, url: string, faults: string[]): void {
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
    if (response.status() >= 500) faults.push(`${response.status()} ${response.url()}`);
  });
}

/** What axe-core finds serious or critical on the page as it is, a line each; empty when all is well. */
export async function seriousFindings(page: Page): Promise<string[]> {
  // Through the debugger, which the policy of the page does not bind.
  await page.evaluate(readFileSync(axe, 'utf8'));
  const { violations } = (await page.evaluate('axe.run(document, { resultTypes: ["violations"] })')) as AxeResults;
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

/** Pictures of a view at both widths in both themes, in artefacts/screenshots; `ready` waits until it shows its data. */
export async function screenshotsOf(
  explorer: Explorer,
  name: string,
  path: string,
  ready: (page: Page) => Promise<unknown>,
): Promise<void> {
  mkdirSync(screenshots, { recursive: true });
  for (const [size, viewport] of Object.entries(sizes)) {
    for (const colorScheme of ['light', 'dark'] as const) {
      const page = await explorer.open(path, { viewport, colorScheme });
      await ready(page);
      await page.screenshot({ path: join(screenshots, `${name}-${size}-${colorScheme}.png`), fullPage: true });
      expect({ name, size, colorScheme, findings: await seriousFindings(page), sticksOut: await sticksOut(page) }).toEqual({
        name,
        size,
        colorScheme,
        findings: [],
        sticksOut: false,
      });
      await page.close();
    }
  }
}

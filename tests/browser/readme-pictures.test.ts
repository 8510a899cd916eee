/** The two pictures of the README as the explorer draws them now, in artefacts/screenshots; docs/ holds the ones shown, to be replaced when the look changes. */
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describeInBrowser } from '../support/browser.js';
import { root } from '../support/program.js';

jest.setTimeout(60_000);

const pictures = {
  'heat-map': { path: '/cube?rows=ENTITY&columns=ACTION_LINE', drawn: '[role="grid"] td[data-level]', height: 820 },
  lineage: { path: '/lineage/resolution/A/RES/80/173?depth=3', drawn: '.lineage-item', height: 1180 },
} as const;

describeInBrowser('the pictures of the README', (explorer) => {
  test.each(Object.entries(pictures))('%s', async (name, { path, drawn, height }) => {
    expect(readFileSync(join(root, 'README.md'), 'utf8')).toContain(`](docs/${name}.png)`);
    expect(existsSync(join(root, 'docs', `${name}.png`))).toBe(true);
    const page = await explorer.open(path, { viewport: { width: 1280, height }, colorScheme: 'light' });
    await page.locator(drawn).first().waitFor();
    const folder = join(root, 'artefacts', 'screenshots');
    mkdirSync(folder, { recursive: true });
    await page.screenshot({ path: join(folder, `readme-${name}.png`) });
  });
});

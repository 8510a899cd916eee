/** The cube as a person uses it: every number on the page is the API's, every number opens what it counts, by mouse and by keyboard, by a shared address and with Back. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse as parseCsv } from 'csv-parse/sync';
import type { Locator, Page } from 'playwright-core';
import { writeDataset } from '../../src/dataset/write.js';
import { describeInBrowser, type Explorer, eventually, screenshotsOf, seriousFindings, sizes, sticksOut } from '../support/browser.js';
import { measured } from '../support/measured.js';
import { post } from '../support/program.js';
import { link, node } from '../support/small-dataset.js';

jest.setTimeout(120_000);

interface Header {
  key: string;
  label: string;
  total: number;
}
interface Cube {
  rows: Header[];
  columns: Header[];
  cells: { row: string; column: string; value: number; contributions: { totalCount: number; nodes: { id: string }[] } }[];
  total: number;
  untagged: number;
}

const document = `query ($rows: Dimension!, $columns: Dimension!, $measure: Measure!, $includeEmpty: Boolean!, $filter: ContributionFilter) {
  cube(rows: $rows, columns: $columns, measure: $measure, includeEmpty: $includeEmpty, filter: $filter) {
    rows { key label total } columns { key label total }
    cells { row column value contributions(first: 100) { totalCount nodes { id } } } total untagged
  }
}`;

async function cubeOf(explorer: Explorer, variables: Record<string, unknown>): Promise<Cube> {
  const { data, errors } = await post<{ cube: Cube }>(explorer.url, document, {
    measure: 'CONTRIBUTIONS',
    includeEmpty: false,
    ...variables,
  });
  if (!data) throw new Error(JSON.stringify(errors));
  return data.cube;
}

const grid = (page: Page) => page.getByRole('grid');
/** The table as it is read: a row for each row, a text for each cell. */
const textsOf = (page: Page): Promise<string[][]> =>
  grid(page)
    .locator('tr')
    .evaluateAll((rows) =>
      rows.map((row) => [...(row as HTMLTableRowElement).cells].map((cell) => (cell.querySelector('button') ?? cell).textContent.trim())),
    );
/** The cell of two keys, by the places of the keys in the answer of the API. */
function cellAt(page: Page, cube: Cube, row: string, column: string): Locator {
  const [down, across] = [cube.rows.findIndex(({ key }) => key === row), cube.columns.findIndex(({ key }) => key === column)];
  return grid(page).locator('tbody tr').nth(down).locator('td').nth(across).locator('button');
}
const panel = (page: Page) => page.getByRole('region').filter({ has: page.getByRole('button', { name: 'Close' }) });
const ready = (page: Page) => grid(page).waitFor();
const idsIn = (page: Page): Promise<string[]> =>
  panel(page)
    .locator('.cube-summary a')
    .evaluateAll((links) => links.map((link) => decodeURIComponent(new URL((link as HTMLAnchorElement).href).pathname).slice(1)));

describeInBrowser('the cube', (explorer) => {
  const questions: [string, Record<string, unknown>][] = [
    ['rows=ENTITY&columns=ACTION_LINE', { rows: 'ENTITY', columns: 'ACTION_LINE' }],
    ['rows=REGION&columns=ENTITY_CATEGORY', { rows: 'REGION', columns: 'ENTITY_CATEGORY' }],
    ['rows=ENTITY&columns=CYCLE&measure=DOCUMENTS', { rows: 'ENTITY', columns: 'CYCLE', measure: 'DOCUMENTS' }],
    ['rows=ACTION_LINE&columns=SDG&includeEmpty=true', { rows: 'ACTION_LINE', columns: 'SDG', includeEmpty: true }],
    ['rows=ACTION_LINE&columns=DOCUMENT&measure=ENTITIES', { rows: 'ACTION_LINE', columns: 'DOCUMENT', measure: 'ENTITIES' }],
    [
      'rows=ACTION_LINE&columns=REGION&entities=entity%2FITU%7Centity%2FESCAP&includeSubLines=false',
      { rows: 'ACTION_LINE', columns: 'REGION', filter: { entities: ['ITU', 'ESCAP'], includeSubLines: false } },
    ],
    [
      'rows=ENTITY&columns=DOCUMENT&categories=CIVIL_SOCIETY&cycles=2012..2020&methods=CURATED%7CINFERRED',
      {
        rows: 'ENTITY',
        columns: 'DOCUMENT',
        filter: { categories: ['CIVIL_SOCIETY'], cycles: { from: 2012, to: 2020 }, methods: ['CURATED', 'INFERRED'] },
      },
    ],
  ];

  test.each(questions)('%s: every number on the page is that of the API, and no other number stands there', async (address, variables) => {
    const page = await explorer.open(`/cube?${address}`);
    await ready(page);
    const cube = await cubeOf(explorer, variables);
    expect(cube.cells.length).toBeGreaterThan(0);
    const value = new Map(cube.cells.map((cell) => [`${cell.row} ${cell.column}`, String(cell.value)]));
    const shown = await textsOf(page);
    const numbers = shown.slice(1).map((row) => row.slice(1));
    const expected = [
      ...cube.rows.map((row) => [
        ...cube.columns.map((column) => value.get(`${row.key} ${column.key}`) ?? expect.stringMatching(/^[·?]$/)),
        String(row.total),
      ]),
      [...cube.columns.map(({ total }) => String(total)), String(cube.total)],
    ];
    expect(numbers).toEqual(expected);
    // Each header leads to its thing, in the order of the API; years and categories are no things.
    const things = [...cube.columns, ...cube.rows].map(({ key }) => key).filter((key) => key.includes('/'));
    const links = await grid(page)
      .locator('th a')
      .evaluateAll((all) => all.map((one) => decodeURIComponent(new URL((one as HTMLAnchorElement).href).pathname).slice(1)));
    expect(links).toEqual(things);
    // The sentence on what is untagged, and the counts of the legend.
    await page.getByText(cube.untagged === 0 ? 'Untagged: none' : `Untagged: ${cube.untagged} contribution`).waitFor();
    const empty = numbers.slice(0, -1).flat();
    for (const [words, sign] of [
      ['none known', '·'],
      ['no data', '?'],
    ] as const) {
      const number = empty.filter((text) => text === sign).length;
      await page.getByRole('listitem').filter({ hasText: words }).getByText(`${number} cell`).waitFor();
    }
  });

  test('it is a table for those who cannot see it: caption, heads with their scope, a name for every cell', async () => {
    const page = await explorer.open('/cube?rows=ENTITY&columns=REGION');
    await ready(page);
    const cube = await cubeOf(explorer, { rows: 'ENTITY', columns: 'REGION' });
    expect(await grid(page).locator('caption').textContent()).toContain(
      `Contributions counted: ${cube.rows.length} entities by ${cube.columns.length} regions. ${cube.cells.length} cells with a number`,
    );
    expect(await grid(page).locator('thead th:not([scope="col"])').count()).toBe(0);
    expect(await grid(page).locator(':is(tbody, tfoot) th:not([scope="row"])').count()).toBe(0);
    expect(await cellAt(page, cube, 'entity/ESCWA', 'region/western-asia').getAttribute('aria-label')).toBe(
      '5 contributions by ESCWA, in Western Asia',
    );
    expect(await cellAt(page, cube, 'entity/AFRINIC', 'region/europe').getAttribute('aria-label')).toBe('none known by AFRINIC, in Europe');
    expect(await cellAt(page, cube, 'entity/WHO', 'region/europe').getAttribute('aria-label')).toBe('no data by WHO, in Europe');
  });

  test('each number opens exactly the contributions that it counts, and the address of it can be shared', async () => {
    const page = await explorer.open('/cube?rows=ENTITY&columns=REGION');
    await ready(page);
    const cube = await cubeOf(explorer, { rows: 'ENTITY', columns: 'REGION' });
    for (const { row, column, value, contributions } of cube.cells) {
      await cellAt(page, cube, row, column).click();
      const heading = panel(page).getByRole('heading', { level: 2, name: new RegExp(`^${value} contribution`) });
      await heading.waitFor();
      await panel(page).getByText(`${value} in all`).waitFor();
      // The cell before may have had the same number, and is shown until this one's list has come.
      await eventually(async () => expect(await idsIn(page)).toEqual(contributions.nodes.map(({ id }) => id)));
      await eventually(async () => expect(new URL(page.url()).searchParams.get('row')).toBe(row));
    }
    // Evidence with document, paragraph and method, and how the tags came about.
    await panel(page).getByText('para.').first().waitFor();
    await panel(page)
      .getByText(/^Why this tag|^Why these/)
      .first()
      .click();
    const shared = await explorer.open(page.url().replace(explorer.url, ''));
    await panel(shared).getByText('in all').waitFor();
    await eventually(async () => expect(await idsIn(shared)).toEqual(await idsIn(page)));
    expect(await seriousFindings(shared)).toEqual([]);
    // All these numbers were one step; Back closes, and then leaves.
    await page.goBack();
    await panel(page).waitFor({ state: 'detached' });
  });

  test('long lists are loaded page by page up to the count of the cell; totals and what is untagged open too', async () => {
    const page = await explorer.open('/cube?rows=DOCUMENT&columns=CYCLE');
    await ready(page);
    const cube = await cubeOf(explorer, { rows: 'DOCUMENT', columns: 'CYCLE' });
    const [largest] = [...cube.cells].sort((a, b) => b.value - a.value) as [Cube['cells'][number]];
    expect(largest.value).toBeGreaterThan(40);
    await cellAt(page, cube, largest.row, largest.column).click();
    await panel(page).getByText(`20 of ${largest.value}`).waitFor();
    await panel(page).getByRole('button', { name: 'Show more' }).click();
    await panel(page).getByText(`40 of ${largest.value}`).waitFor();
    await panel(page).getByRole('button', { name: 'Show more' }).click();
    await panel(page).getByText(`${largest.value} in all`).waitFor();
    expect(await idsIn(page)).toEqual(largest.contributions.nodes.map(({ id }) => id));
    await panel(page).getByRole('button', { name: 'Close' }).click();
    await panel(page).waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'List them' }).click();
    await panel(page).getByText(`${cube.untagged} in all`).waitFor();
    expect(await idsIn(page)).toHaveLength(cube.untagged);
    await grid(page).locator('tfoot td').last().getByRole('button').click();
    await panel(page)
      .getByRole('heading', { name: `${cube.total} contributions in all` })
      .waitFor();
    await panel(page).getByText(`20 of ${cube.total}`).waitFor();
  });

  test('a row beside the list that is asked for opens what both made', async () => {
    const filter = { entities: ['entity/ITU'] };
    const page = await explorer.open('/cube?rows=ENTITY&columns=REGION&entities=entity/ITU');
    await ready(page);
    const cube = await cubeOf(explorer, { rows: 'ENTITY', columns: 'REGION', filter });
    const beside = cube.cells.find(({ row }) => row !== 'entity/ITU') as Cube['cells'][number];
    await cellAt(page, cube, beside.row, beside.column).click();
    await panel(page).getByText(`${beside.value} in all`).waitFor();
    expect(await idsIn(page)).toEqual(beside.contributions.nodes.map(({ id }) => id));
  });

  test('what counts entities tells in how many contributions they stand', async () => {
    const page = await explorer.open('/cube?rows=ACTION_LINE&columns=CYCLE&measure=ENTITIES');
    await ready(page);
    const cube = await cubeOf(explorer, { rows: 'ACTION_LINE', columns: 'CYCLE', measure: 'ENTITIES' });
    const cell = cube.cells.find(({ value, contributions }) => value !== contributions.totalCount) as Cube['cells'][number];
    await cellAt(page, cube, cell.row, cell.column).click();
    await panel(page)
      .getByRole('heading', { level: 2, name: new RegExp(`^${cell.value} entit`) })
      .waitFor();
    await panel(page).getByText(`They stand in ${cell.contributions.totalCount} contribution`).waitFor();
  });

  test('none known and no data look and read differently, and say why', async () => {
    const page = await explorer.open('/cube?rows=ENTITY&columns=CYCLE');
    await ready(page);
    const cube = await cubeOf(explorer, { rows: 'ENTITY', columns: 'CYCLE' });
    const [none, unknown] = [cellAt(page, cube, 'entity/ICANN', '2020'), cellAt(page, cube, 'entity/ICANN', '2010')];
    const ground = (cell: Locator) => cell.locator('xpath=..').evaluate((td) => getComputedStyle(td).backgroundImage);
    expect([await none.textContent(), await unknown.textContent()]).toEqual(['·', '?']);
    expect(await ground(none)).toBe('none');
    expect(await ground(unknown)).toContain('gradient');
    // ICANN is not in the list of contributors of 2020, which is whole; the report on 2010 was not read.
    await none.click();
    await panel(page).getByRole('heading', { name: 'None known by ICANN, of 2020' }).waitFor();
    await panel(page).getByText('The whole list of contributors to A/76/64-E/2021/11 is known').waitFor();
    await unknown.click();
    await panel(page).getByRole('heading', { name: 'No data by ICANN, of 2010' }).waitFor();
    await panel(page).getByText('has not been read for contributions; only single inputs are known').waitFor();
    await panel(page).getByRole('link', { name: 'What is missing' }).click();
    await page.waitForURL('**/completeness');
  });

  test('by keyboard: one stop for Tab, arrows, Home, End, Enter, Escape, and a header leads on', async () => {
    const page = await explorer.open('/cube?rows=ENTITY&columns=REGION');
    await ready(page);
    expect(await grid(page).locator('[tabindex="0"]').count()).toBe(1);
    await page.getByRole('textbox', { name: 'Words of the summary' }).focus();
    await page.keyboard.press('Tab');
    const label = () =>
      page.evaluate(() => window.document.activeElement?.getAttribute('aria-label') ?? window.document.activeElement?.textContent);
    await eventually(async () => expect(await label()).toMatch(/by A4AI, in Africa$/));
    for (const key of ['ArrowDown', 'ArrowRight', 'ArrowRight']) await page.keyboard.press(key);
    await eventually(async () => expect(await label()).toBe('none known by AFRINIC, in Europe'));
    await page.keyboard.press('End');
    await eventually(async () => expect(await label()).toBe('1 contribution by AFRINIC in all'));
    await page.keyboard.press('Control+End');
    await eventually(async () => expect(await label()).toMatch(/^\d+ contributions in all$/));
    await page.keyboard.press('Control+Home');
    await eventually(async () => expect(await label()).toMatch(/by A4AI, in Africa$/));
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await panel(page).getByRole('heading', { name: '1 contribution by AFRINIC, in Africa' }).waitFor();
    await eventually(async () => expect(await label()).toBe('1 contribution by AFRINIC, in Africa'));
    await eventually(async () => expect(await page.evaluate(() => window.document.activeElement?.tagName)).toBe('H2'));
    await page.keyboard.press('Escape');
    await panel(page).waitFor({ state: 'detached' });
    await eventually(async () => expect(await page.evaluate(() => window.document.activeElement?.tagName)).toBe('BUTTON'));
    await eventually(async () => expect(await label()).toBe('1 contribution by AFRINIC, in Africa'));
    expect(await grid(page).locator('[tabindex="0"]').count()).toBe(1);
    await page.keyboard.press('Home');
    await eventually(async () => expect(await label()).toContain('AFRINIC African Network Information Centre'));
    await page.keyboard.press('Enter');
    await page.waitForURL('**/entity/AFRINIC');
    await page.goBack();
    await ready(page);
    expect(new URL(page.url()).search).toBe('?rows=ENTITY&columns=REGION');
  });

  test('axes, what is counted and empty rows are chosen, stand in the address, and Back takes each step back', async () => {
    const page = await explorer.open('/cube');
    await page.getByRole('heading', { level: 1, name: 'Entities by action line' }).waitFor();
    await page.getByRole('button', { name: 'Swap rows and columns' }).click();
    await page.getByRole('heading', { level: 1, name: 'Action lines by entity' }).waitFor();
    await page.getByLabel('Columns', { exact: true }).selectOption('SDG');
    await page.getByRole('heading', { level: 1, name: 'Action lines by goal' }).waitFor();
    // The other axis gives way.
    await page.getByLabel('Rows', { exact: true }).selectOption('SDG');
    await page.getByRole('heading', { level: 1, name: 'Goals by action line' }).waitFor();
    await page.getByLabel('Count', { exact: true }).selectOption('ENTITIES');
    await page.getByLabel('Also rows and columns without any').check();
    await page.waitForURL('**/cube?rows=SDG&columns=ACTION_LINE&measure=ENTITIES&includeEmpty=true');
    await grid(page).locator('tbody tr').nth(16).waitFor();
    for (let step = 0; step < 3; step++) await page.goBack();
    await page.getByRole('heading', { level: 1, name: 'Action lines by goal' }).waitFor();
    await eventually(async () => expect(await page.getByLabel('Count', { exact: true }).inputValue()).toBe('CONTRIBUTIONS'));
    await page.goBack();
    await page.goBack();
    await page.getByRole('heading', { level: 1, name: 'Entities by action line' }).waitFor();
  });

  test('it is narrowed by what is typed, offered and chosen; each part is a chip that goes away', async () => {
    const page = await explorer.open('/cube?rows=ENTITY&columns=REGION');
    await ready(page);
    const chips = page.getByRole('list', { name: 'Only' }).getByRole('listitem');
    const total = async (filter: object) => {
      const cube = await cubeOf(explorer, { rows: 'ENTITY', columns: 'REGION', filter });
      await grid(page).locator('tfoot td').last().getByText(String(cube.total), { exact: true }).waitFor();
      return cube.total;
    };
    const picker = page.getByRole('combobox', { name: 'Only with' });
    // By keyboard, from what is typed.
    await picker.fill('c7 e-health');
    await page.getByRole('option', { name: /C7\.e-health/ }).waitFor();
    await picker.press('Enter');
    await chips.filter({ hasText: 'under C7.e-health' }).waitFor();
    expect(await total({ actionLines: ['C7.e-health'] })).toBeGreaterThan(0);
    // By mouse, from what the contributions have; the counts are those of the list.
    await picker.click();
    await page.getByRole('group', { name: 'Entities' }).getByRole('option', { name: /^WHO/ }).waitFor();
    expect(await page.getByRole('group', { name: 'Regions' }).count()).toBe(0);
    expect(await seriousFindings(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Remove: under C7.e-health' }).click();
    await chips.first().waitFor({ state: 'detached' });
    await picker.click();
    await page.getByRole('option', { name: /^Africa/ }).click();
    await chips.filter({ hasText: 'in Africa' }).waitFor();
    await total({ regions: ['region/africa'] });
    await page.getByLabel('Category').selectOption('INTERGOVERNMENTAL');
    await page.getByLabel('Tagged by').selectOption('CURATED');
    await page.getByRole('textbox', { name: 'Cycles from' }).fill('2020');
    await page.getByRole('textbox', { name: 'Words of the summary' }).fill('digital');
    await page.keyboard.press('Enter');
    await chips.filter({ hasText: '“digital”' }).waitFor();
    const filter = {
      regions: ['region/africa'],
      categories: ['INTERGOVERNMENTAL'],
      methods: ['CURATED'],
      cycles: { from: 2020 },
      text: 'digital',
    };
    await total(filter);
    expect(await chips.count()).toBe(5);
    const shared = await explorer.open(page.url().replace(explorer.url, ''));
    await ready(shared);
    await eventually(async () => expect(await textsOf(shared)).toEqual(await textsOf(page)));
    await page.goBack();
    await chips.filter({ hasText: '“digital”' }).waitFor({ state: 'detached' });
    await eventually(async () => expect(await page.getByRole('textbox', { name: 'Words of the summary' }).inputValue()).toBe(''));
    await page.getByRole('button', { name: 'Clear all' }).click();
    await total({});
    expect(new URL(page.url()).search).toBe('?rows=ENTITY&columns=REGION');
  });

  test('what the address holds and cannot be used is told: an unknown word, an unknown thing, a cell that is not there', async () => {
    const page = await explorer.open('/cube?rows=PLANET&columns=REGION');
    await page.getByText('left out: rows=PLANET').waitFor();
    await ready(page);
    await page.goto('/cube?rows=ENTITY&columns=REGION&entities=nobody-knows-it');
    await page.getByRole('alert').getByText('no entity is known as "nobody-knows-it"').waitFor();
    await page.getByRole('button', { name: 'Remove: by nobody-knows-it' }).click();
    await ready(page);
    await page.goto('/cube?rows=ENTITY&columns=REGION&row=entity/ITU&column=region/atlantis');
    await page.getByText('This table has no such cell').waitFor();
    await page.goto('/cube?rows=SDG&columns=REGION&entities=entity/A4AI');
    await page.getByText('Nothing of what fits has a goal').waitFor();
    await page.getByRole('button', { name: 'List it' }).click();
    await panel(page).getByText('1 in all').waitFor();
    await page.getByRole('button', { name: 'Clear the filter' }).click();
    await ready(page);
  });

  test('without the answer on what is missing the table says less; without its own it says so, and asks again', async () => {
    const page = await explorer.open('/');
    const refuse = (name: string) =>
      page.route('**/graphql', (route) => (route.request().postData()?.includes(`query ${name}`) ? route.abort() : route.fallback()));
    await refuse('CubeKnown');
    await page.goto('/cube?rows=ENTITY&columns=CYCLE');
    await ready(page);
    expect(await page.getByText('annual reports').count()).toBe(0);
    await page.unroute('**/graphql');
    await refuse('Cube(');
    await page.reload();
    await page.getByRole('alert').getByText('The server did not answer.').waitFor();
    await page.unroute('**/graphql');
    await page.getByRole('button', { name: 'Try again' }).click();
    await ready(page);
    await page.getByText('Of 19 annual reports').waitFor();
  });

  test('the table as CSV has the numbers of the API', async () => {
    const page = await explorer.open('/cube?rows=ENTITY&columns=CYCLE');
    await ready(page);
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Download CSV' }).click();
    const file = await download;
    expect(file.suggestedFilename()).toBe('entities-by-cycle.csv');
    const text = readFileSync(await file.path(), 'utf8');
    expect(text.endsWith('\r\n')).toBe(true);
    const [head, ...rows] = parseCsv(text, { record_delimiter: '\r\n' }) as [string[], ...string[][]];
    const cube = await cubeOf(explorer, { rows: 'ENTITY', columns: 'CYCLE' });
    expect(head).toEqual(['key', 'entity', ...cube.columns.map(({ key }) => key), 'total']);
    const value = new Map(cube.cells.map((cell) => [`${cell.row} ${cell.column}`, String(cell.value)]));
    expect(rows).toEqual([
      ...cube.rows.map((row) => [
        row.key,
        expect.stringContaining(row.label),
        ...cube.columns.map(({ key }) => value.get(`${row.key} ${key}`) ?? expect.stringMatching(/^(no data)?$/)),
        String(row.total),
      ]),
      ['', 'total', ...cube.columns.map(({ total }) => String(total)), String(cube.total)],
    ]);
    expect(rows.flat().filter((cell) => cell === 'no data').length).toBeGreaterThan(0);
  });

  test('the copied question gives the same cube when it is asked as it is; the copied link is the address', async () => {
    const page = await explorer.open('/cube?rows=ENTITY&columns=REGION&categories=CIVIL_SOCIETY&cycles=2012..2020', {
      permissions: ['clipboard-read', 'clipboard-write'],
    });
    await ready(page);
    const clipboard = () => page.evaluate(() => navigator.clipboard.readText());
    await page.getByRole('button', { name: 'Copy GraphQL' }).click();
    await page.getByRole('status').getByText('Copied').first().waitFor();
    const { data } = await post<{ cube: Cube }>(explorer.url, await clipboard());
    const { rows, columns, total, untagged } = await cubeOf(explorer, {
      rows: 'ENTITY',
      columns: 'REGION',
      filter: { categories: ['CIVIL_SOCIETY'], cycles: { from: 2012, to: 2020 } },
    });
    expect(data?.cube).toMatchObject({ rows, columns, total, untagged });
    await page.getByRole('button', { name: 'Copy link' }).click();
    await eventually(async () => expect(await clipboard()).toBe(page.url()));
  });

  test('on a narrow screen the first column stays while the others pass, and the fields are behind a button', async () => {
    const page = await explorer.open('/cube?rows=ENTITY&columns=ACTION_LINE', { viewport: sizes.narrow });
    await ready(page);
    const first = grid(page).locator('tbody th').first();
    const last = grid(page).locator('tbody tr').first().locator('td').last();
    const before = await first.boundingBox();
    expect(((await last.boundingBox())?.x ?? 0) > sizes.narrow.width).toBe(true);
    await last.getByRole('button').focus();
    const [after, shown] = [await first.boundingBox(), await last.boundingBox()];
    expect(after?.x).toBe(before?.x);
    expect((shown?.x ?? 0) + (shown?.width ?? 0)).toBeLessThanOrEqual(sizes.narrow.width);
    expect(await sticksOut(page)).toBe(false);
    expect(await page.getByLabel('Category').isVisible()).toBe(false);
    await page.getByRole('button', { name: 'Narrow the table' }).click();
    await page.getByLabel('Category').selectOption('BUSINESS');
    await page.getByRole('list', { name: 'Only' }).waitFor();
  });

  test('it fits 360 pixels and uses 2,560, where what is behind a number stands beside the table', async () => {
    for (const width of [360, 2560]) {
      const page = await explorer.open('/cube?rows=ENTITY&columns=ACTION_LINE&row=entity/ITU&column=action-line/C2', {
        viewport: { width, height: 900 },
      });
      await panel(page).getByText('in all').waitFor();
      expect([width, await sticksOut(page)]).toEqual([width, false]);
      const [table, beside] = [await grid(page).boundingBox(), await panel(page).boundingBox()];
      expect((beside?.x ?? 0) > (table?.x ?? 0) + (table?.width ?? 0)).toBe(width === 2560);
      // The number that was opened is in sight, not under what it opened.
      const [number, over] = [await page.locator('[aria-pressed="true"]').boundingBox(), await panel(page).boundingBox()];
      if (width === 360) expect((number?.y ?? 0) + (number?.height ?? 0)).toBeLessThanOrEqual(over?.y ?? 0);
    }
  });

  test('on paper it is the table alone, in the colours of the light theme', async () => {
    const page = await explorer.open('/cube?rows=ENTITY&columns=REGION', { colorScheme: 'dark' });
    await ready(page);
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
    expect(await page.getByLabel('Rows', { exact: true }).isVisible()).toBe(false);
    const strongest = grid(page).locator('td[data-level="3"]').first();
    const style = await strongest.evaluate((cell) => {
      const { backgroundColor, printColorAdjust } = getComputedStyle(cell);
      return { backgroundColor, printColorAdjust };
    });
    expect(style).toEqual({ backgroundColor: 'rgb(11, 54, 88)', printColorAdjust: 'exact' });
  });

  test('pictures of it, and of what is behind a number', async () => {
    await screenshotsOf(explorer, 'cube', '/cube?rows=ENTITY&columns=ACTION_LINE', ready);
    await screenshotsOf(explorer, 'cube-cycles', '/cube?rows=ENTITY&columns=CYCLE&categories=CIVIL_SOCIETY|UN_SPECIALISED_AGENCY', ready);
    for (const [size, viewport] of Object.entries(sizes)) {
      for (const colorScheme of ['light', 'dark'] as const) {
        const page = await explorer.open('/cube?rows=ENTITY&columns=ACTION_LINE&row=entity/ITU&column=action-line/C2', {
          viewport,
          colorScheme,
        });
        await panel(page).getByText('in all').waitFor();
        // What is in the window, because the panel stands at its foot.
        await page.screenshot({ path: join('artefacts', 'screenshots', `cube-behind-${size}-${colorScheme}.png`) });
        expect(await seriousFindings(page)).toEqual([]);
        await page.close();
      }
    }
  });

  test('the heat map is drawn soon after the navigation', async () => {
    const browser = (await explorer.open('/')).context().browser();
    if (!browser) throw new Error('no browser');
    const times: number[] = [];
    for (let round = 0; round < 5; round++) {
      // With nothing in its cache, as on a first visit.
      const context = await browser.newContext({ viewport: sizes.wide, baseURL: explorer.url });
      const page = await context.newPage();
      // In the page itself: from the beginning of the navigation to the frame in which the table is drawn.
      await page.addInitScript(() => {
        const look = new MutationObserver(() => {
          if (!window.document.querySelector('[role="grid"] td[data-level]')) return;
          look.disconnect();
          requestAnimationFrame(() => requestAnimationFrame(() => Object.assign(window, { drawnAfter: performance.now() })));
        });
        look.observe(window.document, { childList: true, subtree: true });
      });
      await page.goto('/cube?rows=ENTITY&columns=ACTION_LINE', { waitUntil: 'commit' });
      const drawn = await page.waitForFunction(() => (window as unknown as { drawnAfter?: number }).drawnAfter);
      times.push((await drawn.jsonValue()) ?? Number.NaN);
      await context.close();
    }
    times.sort((a, b) => a - b);
    const median = times[2] ?? Number.NaN;
    measured(`navigation to heat map drawn: median ${median.toFixed(0)} ms of ${times.map((time) => time.toFixed(0)).join(', ')}`);
    expect(median).toBeLessThan(10_000);
  });
});

/** A hundred and one entities, each with an input of its own: more cells than a table may have; and names that a page must not run. */
const folder = mkdtempSync(join(tmpdir(), 'wsis-cube-'));
const dangerous = '<img src=x onerror="document.title=1">';

beforeAll(async () => {
  const many = Array.from({ length: 101 }, (_, at) => at);
  await writeDataset(folder, {
    version: '2026.01+000000000000',
    licence: 'CC0-1.0',
    sources: [],
    rules: [],
    nodes: many.flatMap((at) => [
      node('ENTITY', `e${at}`, { name: at === 0 ? dangerous : `Entity ${at}`, category: 'BUSINESS', unSystem: false }),
      node('OTHER_DOCUMENT', `d${at}`, { title: `=Input ${at}`, type: 'input', citationsRead: 'NONE' }),
      node('CONTRIBUTION', `d${at}/whole`, { summary: at === 0 ? dangerous : `Activity ${at}`, cycle: 2000 + (at % 10) }),
    ]),
    links: many.flatMap((at) => [
      link('MADE', `entity/e${at}`, `contribution/d${at}/whole`),
      link('DESCRIBED_IN', `contribution/d${at}/whole`, `other-document/d${at}`),
    ]),
  });
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describeInBrowser(
  'the cube of a large dataset',
  (explorer) => {
    test('a table of more than 10,000 cells is refused with ways to fewer', async () => {
      const page = await explorer.open('/cube?rows=ENTITY&columns=DOCUMENT');
      const alert = page.getByRole('alert');
      await alert.getByText('101 entities by 101 documents are 10,201 cells: more than anybody can read.').waitFor();
      expect(await seriousFindings(page)).toEqual([]);
      await alert.getByRole('button', { name: 'Cycles in place of documents' }).click();
      await page.waitForURL('**/cube?rows=ENTITY&columns=CYCLE');
      await grid(page).locator('tbody tr').nth(100).waitFor();
      await page.goBack();
      await alert.getByRole('button', { name: 'Categories of entity in place of entities' }).click();
      await page.getByRole('heading', { level: 1, name: 'Categories of entity by document' }).waitFor();
      await ready(page);
    });

    test('a table of some thousand cells is drawn, and walked through without waiting', async () => {
      const page = await explorer.open('/cube?rows=ENTITY&columns=DOCUMENT&cycles=..2008');
      await grid(page).locator('tbody td').nth(8000).waitFor({ state: 'attached' });
      const begun = Date.now();
      await grid(page).locator('td button').first().focus();
      for (let step = 0; step < 50; step++) await page.keyboard.press(step % 2 ? 'ArrowDown' : 'ArrowRight');
      measured(`50 arrow keys in a table of ${await grid(page).locator('tbody td').count()} cells: ${Date.now() - begun} ms`);
      const place = await page.evaluate(() => {
        const cell = window.document.activeElement?.closest('td');
        return [(cell?.parentElement as HTMLTableRowElement | null)?.rowIndex, cell?.cellIndex];
      });
      expect(place).toEqual([26, 26]);
      expect(await grid(page).locator('[tabindex="0"]').count()).toBe(1);
    });

    test('names of the dataset are text, on the page and in the file', async () => {
      const page = await explorer.open('/cube?rows=ENTITY&columns=CYCLE&row=entity/e0&column=2000');
      await panel(page).getByRole('link', { name: dangerous }).first().waitFor();
      await grid(page).getByRole('link', { name: dangerous }).waitFor();
      expect(await page.locator('img').count()).toBe(0);
      await page.goto('/cube?rows=DOCUMENT&columns=CYCLE');
      await ready(page);
      const download = page.waitForEvent('download');
      await page.getByRole('button', { name: 'Download CSV' }).click();
      const text = readFileSync(await (await download).path(), 'utf8');
      expect(text).toContain("other-document/d0,'=Input 0,");
    });
  },
  { DATASET: folder },
);

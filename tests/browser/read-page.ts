/** What a view says, by its parts and tables, and what the API says of the same. */
import type { Locator, Page } from 'playwright-core';
import type { Explorer } from '../support/browser.js';
import { post } from '../support/program.js';

/** What the API answers that the page asks too; an error fails the test, a database that was too busy for it only the fifth time. */
export async function ask<T>({ url }: Explorer, query: string, variables: Record<string, unknown> = {}): Promise<T> {
  for (let time = 1; ; time++) {
    const { data, errors } = await post<T>(url, query, variables);
    if (time < 5 && errors?.every(({ extensions: { code } }) => code === 'TIMEOUT' || code === 'UNAVAILABLE')) continue;
    expect(errors).toBeUndefined();
    return data as T;
  }
}

/** A part of a page by its heading. */
export const section = (page: Page, title: string | RegExp): Locator =>
  page.locator('section.section', { has: page.getByRole('heading', { level: 2, name: title }) });

/** The cells of a table as they are read, row by row, once there are any. */
export async function cellsOf(table: Locator): Promise<string[][]> {
  await table.locator('tbody tr').first().waitFor();
  return table
    .locator('tbody tr')
    .evaluateAll((rows) =>
      rows.map((row) => [...row.children].map((cell) => (cell as HTMLElement).innerText.trim().replaceAll(/\s+/g, ' '))),
    );
}

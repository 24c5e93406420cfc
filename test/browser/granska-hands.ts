/** What one does with a page of review, and what one sees there. */
import type { Locator, Page } from 'playwright-core';
import { until } from '../engine/until.ts';

export const focused = (page: Page): Promise<string> => page.evaluate('document.activeElement.id');
export const said = async (where: Locator): Promise<string> =>
  ((await where.textContent()) ?? '').replace(/\s+/g, ' ').trim();
export const heading = (page: Page): Promise<string> => said(page.locator('h1'));
/** Waits until something holds in the page; the page itself lets no code of others in, the driver does. */
export const holds = (page: Page, what: string): Promise<void> =>
  until(
    () =>
      page
        .evaluate(`Boolean(${what})`)
        .then((is) => is === true)
        .catch(() => false),
    10_000,
  );
/** Does something, and waits until what it does has come back and stands there. */
export async function settled(page: Page, act: () => Promise<unknown>): Promise<void> {
  await page.evaluate("document.querySelector('h1').dataset.innan = '1'");
  await act();
  await holds(page, "document.querySelector('h1') && !document.querySelector('h1[data-innan], [aria-busy]')");
  await page.waitForLoadState('load');
}

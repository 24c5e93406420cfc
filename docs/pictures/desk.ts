/** Photographs the web desk over the samples, as a browser shows it: `docs/pictures/desk.png`. */
import { join } from 'node:path';
import { launchBrowser } from '../../test/browser/chromium.ts';
import { openDesk } from '../../test/browser/filled.ts';
import { DRAWN } from '../../test/browser/handling-desk.ts';
import { openTab } from '../../test/browser/looks.ts';

/** Of minutes with a vote and an återremiss on it. */
const FILE = 'granvik-2-styrelse.pdf';
const PAGE = 2;

export async function photographDesk(): Promise<void> {
  const [browser, desk] = await Promise.all([launchBrowser(), openDesk([FILE])]);
  try {
    const { page } = await openTab(browser, desk.url, { tema: 'ljust' });
    await page.goto(`/handling/${desk.sha256(FILE)}?sida=${PAGE}`);
    await page.waitForSelector('canvas');
    await page.waitForSelector(DRAWN);
    await page.screenshot({ path: join(import.meta.dirname, 'desk.png') });
  } finally {
    await browser.close();
    await desk.close();
  }
}

/** The first page, with an empty store and with samples, and what stands around every page. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from './chromium.ts';
import { type Desk, openDesk } from './filled.ts';
import { lookAt, openTab } from './looks.ts';

let browser: Browser;
let full: Desk;
let bare: Desk;
beforeAll(async () => {
  [browser, full, bare] = await Promise.all([
    launchBrowser(),
    openDesk(['granvik-1-namnd.pdf', 'granvik-2-styrelse.pdf']),
    openDesk([]),
  ]);
});
afterAll(async () => {
  await browser.close();
  await Promise.all([full.close(), bare.close()]);
});

describe('a first visit', () => {
  it('says what to do while there is nothing', async () => {
    await lookAt(browser, bare.url, '/', 'hem-tom');
    await lookAt(browser, bare.url, '/granska', 'granska-tom');
    const { page, close } = await openTab(browser, bare.url);
    await page.goto('/');
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('Här är tomt än');
    expect(await page.getByRole('main').getByRole('link').getAttribute('href')).toBe('/las-in');
    await close();
  });

  it('shows what there is', async () => {
    await lookAt(browser, full.url, '/', 'hem');
    await lookAt(browser, full.url, '/laget', 'laget');
  });
});

describe('every page', () => {
  it('is in English when that is chosen, and stays so', async () => {
    const { page, close } = await openTab(browser, full.url);
    await page.goto('/laget');
    await page.getByRole('link', { name: 'In English' }).click();
    expect(new URL(page.url()).pathname).toBe('/laget');
    expect(await page.locator('html').getAttribute('lang')).toBe('en');
    await page.goto('/');
    expect(await page.getByRole('navigation').getByRole('link', { name: 'Search' }).count()).toBe(1);
    await close();
  });

  it('lets the keyboard skip to its content', async () => {
    const { page, close } = await openTab(browser, full.url);
    await page.goto('/');
    await page.keyboard.press('Tab');
    expect(await page.evaluate('document.activeElement?.textContent')).toBe('Till innehållet');
    await page.keyboard.press('Enter');
    expect(await page.evaluate('document.activeElement?.id')).toBe('innehall');
    await close();
  });

  it('that is not there is said to people as a page, and to programs as JSON', async () => {
    await lookAt(browser, full.url, '/finns-inte', 'finns-inte');
    const answer = await fetch(`${full.url}/finns-inte`);
    expect([answer.status, await answer.json()]).toEqual([404, { error: 'not found' }]);
  });
});

/** How a handling looks: every view at two widths, light and dark. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, it } from 'vitest';
import { sha } from '../store/made-up.ts';
import { launchBrowser } from './chromium.ts';
import { DRAWN, type HandlingDesk, openHandlingDesk } from './handling-desk.ts';
import { lookAt } from './looks.ts';

let browser: Browser;
let desk: HandlingDesk;
beforeAll(async () => {
  [browser, desk] = await Promise.all([launchBrowser(), openHandlingDesk()]);
});
afterAll(async () => {
  await browser.close();
  await desk.close();
});

it('with its page drawn', async () => {
  await lookAt(browser, desk.url, `${desk.minutes}?sida=2`, 'handling', DRAWN);
  await lookAt(browser, desk.url, desk.unsure, 'handling-osaker', DRAWN);
  await lookAt(browser, desk.url, `${desk.bundle}?sida=3`, 'handling-bunt', DRAWN);
});

it('as text, as a picture, as a list', async () => {
  await lookAt(browser, desk.url, desk.text, 'handling-text');
  await lookAt(browser, desk.url, desk.scan, 'handling-bild');
  await lookAt(browser, desk.url, `${desk.minutes}?visa=alla`, 'handling-alla');
});

it('where it was not read', async () => {
  await lookAt(browser, desk.url, `/handling/${sha('a')}`, 'handling-nekad');
  await lookAt(browser, desk.url, `/handling/${sha('b')}`, 'handling-lases');
});

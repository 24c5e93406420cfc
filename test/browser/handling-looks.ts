/** How a handling looks: every view at two widths, light and dark. */
import type { Browser } from 'playwright-core';
import { describe, it } from 'vitest';
import { sha } from '../store/made-up.ts';
import { DRAWN, type HandlingDesk } from './handling-desk.ts';
import { lookAt } from './looks.ts';

/** @param given known when the tests run */
export function howItLooks(given: () => { browser: Browser; desk: HandlingDesk }): void {
  describe('how it looks', () => {
    it('with its page drawn', async () => {
      const { browser, desk } = given();
      await lookAt(browser, desk.url, `${desk.minutes}?sida=2`, 'handling', DRAWN);
      await lookAt(browser, desk.url, desk.unsure, 'handling-osaker', DRAWN);
      await lookAt(browser, desk.url, `${desk.bundle}?sida=3`, 'handling-bunt', DRAWN);
    });

    it('as text, as a picture, as a list', async () => {
      const { browser, desk } = given();
      await lookAt(browser, desk.url, desk.text, 'handling-text');
      await lookAt(browser, desk.url, desk.scan, 'handling-bild');
      await lookAt(browser, desk.url, `${desk.minutes}?visa=alla`, 'handling-alla');
    });

    it('where it was not read', async () => {
      const { browser, desk } = given();
      await lookAt(browser, desk.url, `/handling/${sha('a')}`, 'handling-nekad');
      await lookAt(browser, desk.url, `/handling/${sha('b')}`, 'handling-lases');
    });
  });
}

/** What a registrator says of posts, matters and deliveries, kept by a whole installation that runs. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createApp } from '../../server/app.ts';
import { type Listening, listen } from '../../server/listen.ts';
import { protokoll, styrelsen } from '../engine/made-up.ts';
import { type Testbed, testbed } from '../engine/testbed.ts';
import { until } from '../engine/until.ts';
import { launchBrowser } from './chromium.ts';
import { onPaper, press, saidInFocus, tabTo } from './keys.ts';
import { lookAt } from './looks.ts';
import { visit, wordsIn } from './visits.ts';

let browser: Browser;
let bed: Testbed;
let desk: Listening;
beforeAll(async () => {
  [browser, bed] = await Promise.all([launchBrowser(), testbed()]);
  const files = { 'a.txt': protokoll(1), 'b.txt': styrelsen(2), 'c.txt': protokoll(3) };
  await bed.ingest([bed.folder('in', files)], { lopande: true });
  const { store, blobs } = bed;
  const app = createApp({ store, blobs, engine: async () => bed, temporalPage: () => null, version: '1' });
  desk = await listen(app, 0);
}, 120_000);
afterAll(async () => {
  await desk?.close();
  await browser?.close();
  await bed?.destroy();
}, 60_000);
const onPage = (at: string, work: (page: Page) => Promise<void>) => visit(browser, desk.url, at, work);

const styrelsensInkorg = '/inkorg/Kommunstyrelsen?huvudman=Videby kommun';

describe('a registrator', { timeout: 60_000 }, () => {
  it('receives what came, and refuses it with a word why, and lays it back, by keyboard alone', async () => {
    await onPage(styrelsensInkorg, async (page) => {
      const matter = page.locator('.matter').filter({ hasText: 'KFN 2024/0001' });
      const say = async (button: string, word = '') => {
        await press(page, matter.getByText('Märk', { exact: true }));
        await tabTo(page, matter.getByLabel('Skäl'));
        await page.keyboard.type(word);
        await press(page, matter.getByRole('button', { name: button }));
      };
      await say('Mottagen');
      await saidInFocus(page, /^Märkt som mottagen\.$/);
      expect(await wordsIn(matter)).toContain('mottagen');
      // from there on, and not from the top of the page
      await page.keyboard.press('Tab');
      expect(await matter.locator(':focus').count()).toBe(1);
      await say('Återsänd', 'hör till kultur- och fritidsnämnden');
      await saidInFocus(page, /^Märkt som återsänd\.$/);
      expect(await wordsIn(matter)).toMatch(/återsänd av .*: hör till kultur- och fritidsnämnden/);
      await say('Väntar igen');
      await saidInFocus(page, /^Märkt som väntande igen\.$/);
      expect(await wordsIn(matter.locator('.inbox-posts'))).toMatch(/^\s*väntar/);
    });
  });

  it('joins two matters after a look at both, and takes them apart, by keyboard alone', async () => {
    await onPage('/arende?nummer=KFN 2024/1', async (page) => {
      const other = page.getByLabel('Det andra ärendets diarienummer eller id');
      await tabTo(page, other);
      await page.keyboard.type('KFN 1999/7');
      await press(page, page.getByRole('button', { name: 'Jämför ärendena' }));
      expect(await page.getByRole('alert').textContent()).toContain('Inget ärende KFN 1999/7');
      // where it is to be mended, with what was written
      expect(await page.locator('#med:focus').inputValue()).toBe('KFN 1999/7');
      await page.keyboard.press('ControlOrMeta+a');
      await page.keyboard.type('KFN 2024/2');
      await page.keyboard.press('Enter');
      expect(await page.getByRole('radio', { name: /KFN 2024\/0002/ }).isChecked()).toBe(true);
      await lookAt(browser, desk.url, new URL(page.url()).pathname + new URL(page.url()).search, 'sammanfor');
      expect(await onPaper(page)).toMatch(/samman två ärenden.*KFN 2024\/0002.*KFN 2024\/0001/);
      await press(page, page.getByRole('button', { name: 'För samman ärendena' }));
      await saidInFocus(page, /^Ärendena är sammanförda\.$/);
      const facts = await wordsIn(page.locator('dl.facts'));
      expect(facts).toMatch(/Diarienummer\s*KFN 2024\/0002\s*Även\s*KFN 2024\/0001/);
      expect(await page.locator('.steps > li').count()).toBe(2);
      await lookAt(browser, desk.url, new URL(page.url()).pathname, 'arende-sammanfort');
      await press(page, page.getByRole('link', { name: 'Skilj åt' }));
      await press(page, page.getByRole('button', { name: 'Skilj åt ärendena' }));
      await saidInFocus(page, /^Ärendet är åter ett eget ärende\.$/);
      expect(await page.locator('.over-title').textContent()).toContain('KFN 2024/0001');
    });
  });

  it('lets a delivery go, which is sent there and then, and once more, by keyboard alone', async () => {
    await until(async () => (await bed.store.leveranser({ status: 'vantar_granskning' })).length > 0);
    await onPage('/expediering?lage=vantar_granskning', async (page) => {
      const first = page.locator('.deliveries > li').filter({ hasText: 'Ekonomiavdelningen' }).first();
      await press(page, first.getByRole('link').first());
      await press(page, page.getByRole('button', { name: 'Skicka ändå' }));
      await saidInFocus(page, /^Beslutet skickas ändå\.$/);
      const nyckel = new URL(page.url()).pathname.split('/').at(-1) ?? '';
      await until(async () => (await bed.store.leverans(nyckel))?.status === 'levererad');
      await page.reload();
      expect(await wordsIn(page.locator('dl.facts'))).toMatch(/Läge\s*levererad/);
      await press(page, page.getByRole('button', { name: 'Skicka en gång till' }));
      await saidInFocus(page, /^Beslutet skickas om\.$/);
      const again = new URL(page.url()).pathname.split('/').at(-1) ?? '';
      expect(again).not.toBe(nyckel);
      await until(async () => (await bed.store.leverans(again))?.status === 'levererad');
    });
  });
});

/** What a registrator says of posts, matters and deliveries, kept by a whole installation that runs. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createApp } from '../../server/app.ts';
import { type Listening, listen } from '../../server/listen.ts';
import { protokoll, styrelsen } from '../engine/made-up.ts';
import { type Testbed, testbed } from '../engine/testbed.ts';
import { until } from '../engine/until.ts';
import { launchBrowser } from './chromium.ts';
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
  it('receives what came, and refuses it with a word why, and lays it back', async () => {
    await onPage(styrelsensInkorg, async (page) => {
      const matter = page.locator('.matter').filter({ hasText: 'KFN 2024/0001' });
      const press = async (button: string, word = '') => {
        await matter.getByText('Märk', { exact: true }).click();
        await matter.getByLabel('Skäl').fill(word);
        await matter.getByRole('button', { name: button }).click();
      };
      await press('Mottagen');
      expect(await page.getByRole('status').textContent()).toBe('Märkt som mottagen.');
      expect(await wordsIn(matter)).toContain('mottagen');
      await press('Återsänd', 'hör till kultur- och fritidsnämnden');
      expect(await wordsIn(matter)).toMatch(/återsänd av .*: hör till kultur- och fritidsnämnden/);
      await press('Väntar igen');
      expect(await page.getByRole('status').textContent()).toBe('Märkt som väntande igen.');
      expect(await wordsIn(matter.locator('.inbox-posts'))).toMatch(/^\s*väntar/);
    });
  });

  it('joins two matters after a look at both, and takes them apart', async () => {
    await onPage('/arende?nummer=KFN 2024/1', async (page) => {
      await page.getByLabel('Det andra ärendets diarienummer eller id').fill('KFN 1999/7');
      await page.getByRole('button', { name: 'Jämför ärendena' }).click();
      expect(await page.getByRole('alert').textContent()).toContain('Inget ärende KFN 1999/7');
      await page.getByLabel('Det andra ärendets diarienummer eller id').fill('KFN 2024/2');
      await page.getByRole('button', { name: 'Jämför ärendena' }).click();
      expect(await page.getByRole('radio', { name: /KFN 2024\/0002/ }).isChecked()).toBe(true);
      await lookAt(browser, desk.url, new URL(page.url()).pathname + new URL(page.url()).search, 'sammanfor');
      await page.getByRole('button', { name: 'För samman ärendena' }).click();
      expect(await page.getByRole('status').textContent()).toBe('Ärendena är sammanförda.');
      const facts = await wordsIn(page.locator('dl.facts'));
      expect(facts).toMatch(/Diarienummer\s*KFN 2024\/0002\s*Även\s*KFN 2024\/0001/);
      expect(await page.locator('.steps > li').count()).toBe(2);
      await lookAt(browser, desk.url, new URL(page.url()).pathname, 'arende-sammanfort');
      await page.getByRole('link', { name: 'Skilj åt' }).click();
      await page.getByRole('button', { name: 'Skilj åt ärendena' }).click();
      expect(await page.getByRole('status').textContent()).toBe('Ärendet är åter ett eget ärende.');
      expect(await page.locator('.over-title').textContent()).toContain('KFN 2024/0001');
    });
  });

  it('lets a delivery go, which is sent there and then', async () => {
    await until(async () => (await bed.store.leveranser({ status: 'vantar_granskning' })).length > 0);
    await onPage('/expediering?lage=vantar_granskning', async (page) => {
      const first = page.locator('.deliveries > li').filter({ hasText: 'Ekonomiavdelningen' }).first();
      await first.getByRole('link').first().click();
      await page.getByRole('button', { name: 'Skicka ändå' }).click();
      expect(await page.getByRole('status').textContent()).toBe('Beslutet skickas ändå.');
      const nyckel = new URL(page.url()).pathname.split('/').at(-1) ?? '';
      await until(async () => (await bed.store.leverans(nyckel))?.status === 'levererad');
      await page.reload();
      expect(await wordsIn(page.locator('dl.facts'))).toMatch(/Läge\s*levererad/);
    });
  });
});

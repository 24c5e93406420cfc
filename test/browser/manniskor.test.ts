/** What a registrator says of posts, matters and deliveries, kept by a whole installation that runs. */
import { createServer } from 'node:net';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startInstallation } from '../../engine/installation.ts';
import { type Running, running } from '../../engine/running.ts';
import { openStores, type Stores } from '../../engine/stores/index.ts';
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
let engine: Running;
let stores: Stores;
beforeAll(async () => {
  [browser, bed] = await Promise.all([launchBrowser(), testbed()]);
  const files = { 'a.txt': protokoll(1), 'b.txt': styrelsen(2), 'c.txt': protokoll(3) };
  await bed.ingest([bed.folder('in', files)], { lopande: true });
  stores = await openStores(bed.settings);
  const { store, blobs } = stores;
  // as a desk that is served beside the installation
  engine = running(bed.settings);
  const app = createApp({ store, blobs, engine: engine.now, temporalPage: () => null, version: '1' });
  desk = await listen(app, 0);
}, 120_000);
afterAll(async () => {
  await desk?.close();
  await engine?.stop();
  await stores?.close();
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

  it('comes back by itself when the engine was stopped, and started again at another port', async () => {
    const before = await engine.now();
    const [host = '', port = ''] = (before?.temporal.address ?? '').split(':');
    await bed.stop();
    const taken = createServer();
    await new Promise<void>((resolve) => taken.listen(Number(port), host, resolve));
    await onPage(styrelsensInkorg, async (page) => {
      const matter = page.locator('.matter').filter({ hasText: 'KFN 2024/0001' });
      const receive = async () => {
        await matter.getByText('Märk', { exact: true }).click();
        await matter.getByRole('button', { name: 'Mottagen' }).click();
      };
      await receive();
      expect(await page.locator('h1').textContent()).toBe('Expediera är inte igång');
      expect(await wordsIn(page)).toContain('Att söka, läsa, skriva ut och ladda ner går under tiden.');
      for (const path of [
        '/sok?q=fritid',
        '/expediering',
        '/diarium',
        '/sent',
        '/arende?nummer=KFN 2024/1',
      ]) {
        expect([path, (await page.request.get(path)).status()]).toEqual([path, 200]);
      }
      const again = await startInstallation({ settings: bed.settings });
      try {
        // all that ask at the same time have one connection
        const [one, other] = await Promise.all([engine.now(), engine.now()]);
        expect(one).toBe(other);
        await page.getByRole('link', { name: 'Tillbaka' }).click();
        await receive();
        expect(await page.getByRole('status').textContent()).toBe('Märkt som mottagen.');
        expect(await engine.now()).toBe(one);
        expect(one?.temporal.address).toBe(again.temporal.address);
        expect(one?.temporal.address).not.toBe(before?.temporal.address);
      } finally {
        await engine.stop();
        await again.stop();
        taken.close();
      }
    });
    expect(await engine.now()).toBe(null);
  });
});

/** What was sent to whom, what holds up what waits, and what is late. */
import { readFile } from 'node:fs/promises';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { putForsandelse } from '../../expediering/forsandelse.ts';
import type { Leverans } from '../../store/expediering.ts';
import { launchBrowser } from './chromium.ts';
import { type Desk, openDesk } from './filled.ts';
import { onPaper, press, saidInFocus } from './keys.ts';
import { lookAt } from './looks.ts';
import { madeUpArende, planDeliveries } from './made-up-arende.ts';
import { asLasare, visit, wordsIn } from './visits.ts';

let browser: Browser;
let desk: Desk;
let bare: Desk;
let failed: string;
beforeAll(async () => {
  [browser, desk, bare] = await Promise.all([
    launchBrowser(),
    madeUpArende().then((files) => openDesk(files)),
    openDesk([]),
  ]);
  const rows = await planDeliveries(desk, 'Kommunrevisionen');
  failed = rows.find(({ status }) => status === 'misslyckad')?.nyckel ?? '';
});
afterAll(async () => {
  await browser.close();
  await Promise.all([desk.close(), bare.close()]);
});
const onPage = (at: string, work: (page: Page) => Promise<void>, url = desk.url) =>
  visit(browser, url, at, work);

describe('deliveries', () => {
  it('can be looked at by all', async () => {
    await lookAt(browser, desk.url, '/expediering', 'expediering');
    await lookAt(browser, desk.url, `/expediering/${failed}`, 'expediering-en');
    await lookAt(browser, bare.url, '/expediering', 'expediering-tom');
  });

  it('stand with what a person has to see to first, each with its receipt or why it waits', async () => {
    await onPage('/expediering', async (page) => {
      const rows = await page.locator('.deliveries > li').allTextContents();
      const said = rows.map((row) => row.replaceAll(/\s+/g, ' '));
      expect(said).toHaveLength(6);
      expect(said[0]).toMatch(/Tekniska nämnden § 31, 7 maj 2024 → Ekonomiavdelningen misslyckad/);
      expect(said[0]).toContain('Adressen finns inte.');
      expect(said.at(-1)).toMatch(/→ Hamnenheten levererad .*Kvitto: Ligger i inkorgen\./);
      expect(said.join()).toContain('Protokollet är inte justerat. kan skickas ändå');
      expect(said.join()).toContain('Kanalen post är inte godkänd.');
    });
  });

  it('are narrowed by state and by recipient', async () => {
    await onPage('/expediering', async (page) => {
      await page.getByRole('link', { name: '1 misslyckad' }).click();
      expect(await page.locator('.deliveries > li').count()).toBe(1);
      await page.getByLabel('Läge').selectOption('');
      await page.getByLabel('Mottagare').fill('Hamnenheten');
      await page.getByRole('button', { name: 'Visa' }).click();
      expect(await wordsIn(page.locator('.deliveries'))).toContain('Hamnenheten levererad');
      expect(await page.locator('.deliveries > li').count()).toBe(1);
    });
  });

  it('are printed without what one presses, as is one of them and what is late', async () => {
    await onPage('/expediering', async (page) => {
      expect(await onPaper(page)).toContain('→ Hamnenheten levererad');
      await page.goto(`/expediering/${failed}`);
      expect(await onPaper(page)).toMatch(/→ Ekonomiavdelningen .*Adressen finns inte\. .*Vad som har hänt/);
      await page.goto('/sent?alla=ja');
      expect(await onPaper(page)).toContain('Motion om laddstolpar i hamnen');
    });
  });

  it('of which one was given up are sent again, as soon as something runs', async () => {
    await onPage(`/expediering/${failed}`, async (page) => {
      await press(page, page.getByRole('button', { name: 'Skicka om' }));
      await saidInFocus(
        page,
        /^Beslutet skickas om\. Expediera är inte igång\. Inget skickas förrän den startas\.$/,
      );
      expect(await wordsIn(page.getByRole('table'))).toMatch(/skickas om/);
      expect((await desk.deps.store.leverans(failed))?.status).toBe('skickas');
    });
  });

  it('have the extract of the minutes to download, as it was sent', async () => {
    const { store, blobs } = desk.deps;
    const one = (await store.leveranser({ status: 'skickas' }))[0] as Leverans;
    const { nyckel, mottagare, huvudman, diarienummer, paragraf, datum, rubrik, fran: organ } = one;
    expect((await fetch(`${desk.url}/expediering/${nyckel}/utdrag.pdf`)).status).toBe(404);
    const hash = await putForsandelse(blobs, {
      ...{ nyckel, mottagare, huvudman, diarienummer, paragraf, organ, datum, rubrik },
      ...{ text: 'att anta', fileName: 'TN § 31.pdf', utdrag: Buffer.from('%PDF-1.7'), json: {} },
    });
    await store.noteBuilt(nyckel, hash);
    await onPage(`/expediering/${nyckel}`, async (page) => {
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('link', { name: /Protokollsutdraget/ }).click(),
      ]);
      expect(download.suggestedFilename()).toBe('TN § 31.pdf');
      expect(await readFile(await download.path(), 'utf8')).toBe('%PDF-1.7');
    });
  });

  it('that wait for the approval of the minutes are let go by a person', async () => {
    await onPage('/expediering?lage=vantar_granskning', async (page) => {
      await page.getByRole('link', { name: /→ Kommunstyrelsen/ }).click();
      await page.getByRole('button', { name: 'Skicka ändå' }).click();
      expect(await wordsIn(page)).toContain('Beslutet skickas ändå.');
      expect(await wordsIn(page)).toContain('skickas ändå');
    });
  });

  it('are seen and not changed by a läsare', async () => {
    const reader = await asLasare(desk);
    await onPage(
      '/expediering',
      async (page) => {
        const said = await wordsIn(page);
        expect(said).toContain('Tekniska nämnden § 31, 7 maj 2024 → Hamnenheten levererad');
        expect(said).not.toContain('Adressen finns inte.');
        expect(await page.locator('.deliveries a[href^="/expediering/"]').count()).toBe(0);
      },
      reader.url,
    );
    expect((await fetch(`${reader.url}/expediering/${failed}`)).status).toBe(403);
    for (const what of ['slapp', 'skicka-om']) {
      const url = `${reader.url}/expediering/${failed}/${what}`;
      const answer = await fetch(url, { method: 'POST', headers: { origin: reader.url } });
      expect(answer.status).toBe(403);
    }
    await reader.close();
  });
});

describe('what is late', () => {
  it('can be looked at by all', async () => {
    await lookAt(browser, desk.url, '/sent?alla=ja', 'sent');
    await lookAt(browser, bare.url, '/sent', 'sent-inget');
  });

  it('has the deliveries that were given up or that somebody was reminded of', async () => {
    await onPage('/sent', async (page) => {
      const { store } = desk.deps;
      const slow = page.getByRole('region', { name: /^Leveranser som dröjer/ });
      expect(await slow.count()).toBe(0);
      const [held] = await store.leveranser({ status: 'vantar_kanal' });
      await store.noteReminder(held as Leverans);
      await page.reload();
      expect(await slow.getByRole('listitem').count()).toBe(1);
      expect(await wordsIn(slow)).toMatch(/Kommunrevisionen väntar på kanalen .*1 påminnelse/);
      await slow.getByRole('link', { name: 'Alla leveranser' }).click();
      expect(await page.locator('h1').textContent()).toBe('Expediering');
    });
  });

  it('is told with how many days, and who is to do it', async () => {
    await onPage('/sent?alla=ja', async (page) => {
      const first = await wordsIn(page.locator('.awaits > li').nth(1));
      expect(first).toMatch(/⚠ [\d\s]+ dagar för sent KS 2024\/0040 Motion om laddstolpar i hamnen/);
      expect(first).toContain('senast 26 februari 2025 enligt kommunallagen 5 kap. 35 §');
      expect(first).toContain('Ska göras av Kommunfullmäktige');
      expect(first).toContain('Inget protokoll från Kommunfullmäktige efter 26 februari 2024 är inläst');
      expect(await page.getByRole('heading', { level: 2 }).allTextContents()).toEqual([
        'Leveranser som dröjer (1)',
        'Försenat (2)',
        expect.stringMatching(/^Utan sista dag/),
        'Ladda ner listan',
      ]);
    });
  });

  it('is narrowed to one body', async () => {
    await onPage('/sent?alla=ja', async (page) => {
      await page.getByLabel('Ansvarig').fill('KF');
      await page.getByRole('button', { name: 'Visa' }).click();
      expect(await page.locator('.awaits > li').count()).toBe(1);
      expect(await page.getByLabel('Även äldre ärenden').isChecked()).toBe(true);
    });
  });
});

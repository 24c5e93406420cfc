/** The inboxes: who has what waiting, since when and until when; and what is said where nobody may or can mark it. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from './chromium.ts';
import { type Desk, openDesk } from './filled.ts';
import { onPaper } from './keys.ts';
import { lookAt } from './looks.ts';
import { madeUpArende, planDeliveries } from './made-up-arende.ts';
import { asLasare, visit, wordsIn } from './visits.ts';

let browser: Browser;
let desk: Desk;
let bare: Desk;
const styrelsen = '/inkorg/Kommunstyrelsen?huvudman=Sjöviks kommun';
beforeAll(async () => {
  [browser, desk, bare] = await Promise.all([
    launchBrowser(),
    madeUpArende().then((files) => openDesk(files)),
    openDesk([]),
  ]);
  await planDeliveries(desk, 'Kommunrevisionen');
});
afterAll(async () => {
  await browser.close();
  await Promise.all([desk.close(), bare.close()]);
});

const onPage = (at: string, work: (page: Page) => Promise<void>, url = desk.url) =>
  visit(browser, url, at, work);

describe('all inboxes', () => {
  it('can be looked at by all', async () => {
    await lookAt(browser, desk.url, '/inkorg', 'inkorgar');
    await lookAt(browser, bare.url, '/inkorg', 'inkorgar-tomt');
  });

  it('stand by huvudman with how much waits', async () => {
    await onPage('/inkorg', async (page) => {
      expect(await page.getByRole('heading', { level: 2 }).allTextContents()).toEqual([
        'Ekby kommun',
        'Sjöviks kommun',
      ]);
      const row = page.getByRole('row', { name: /Hamnenheten/ });
      expect(await row.getByRole('cell').allTextContents()).toEqual(['1', '1']);
    });
  });

  it('are narrowed by name and by what waits', async () => {
    await onPage('/inkorg', async (page) => {
      await page.getByLabel('Mottagarens namn innehåller').fill('revision');
      await page.getByRole('button', { name: 'Visa' }).click();
      expect(await page.getByRole('row').count()).toBe(2);
      await page.getByLabel('Där något väntar').check();
      await page.getByLabel('Mottagarens namn innehåller').fill('fiskenämnden');
      await page.getByRole('button', { name: 'Visa' }).click();
      expect(await wordsIn(page)).toContain('Ingen mottagare stämmer med urvalet.');
      expect(await page.getByLabel('Där något väntar').isChecked()).toBe(true);
    });
  });
});

describe('one inbox', () => {
  it('can be looked at by all', async () => {
    await lookAt(browser, desk.url, styrelsen, 'inkorg');
    await lookAt(browser, desk.url, '/inkorg/Kommunstyrelsen', 'inkorg-flera');
    await lookAt(browser, desk.url, '/inkorg/Fiskenämnden', 'inkorg-ingen');
  });

  it('says what waits, from whom, since when, what goes along and where it stands', async () => {
    await onPage(styrelsen, async (page) => {
      const said = await wordsIn(page);
      for (const part of [
        'TN 2024/0031 Avgifter för båtplatser',
        'väntar beslut från Tekniska nämnden sedan 7 maj 2024',
        'att anta nya avgifter för båtplatser',
        'sjovik-4-namnd.txt, sida 1',
        'KS 2024/0040',
      ]) {
        expect(said).toContain(part);
      }
      await page.getByRole('link', { name: 'TN 2024/0031' }).click();
      expect(await page.locator('h1').textContent()).toBe('Avgifter för båtplatser');
    });
  });

  it('has what was sent there, beside its matter, with receipts or why it waits', async () => {
    await onPage('/inkorg/Hamnenheten?huvudman=Sjöviks kommun', async (page) => {
      const matter = page.locator('.matter').filter({ hasText: 'TN 2024/0031' });
      const sent = matter.getByRole('listitem').filter({ hasText: 'levererad' });
      expect(await wordsIn(sent)).toMatch(
        /^Tekniska nämnden § 31, 7 maj 2024 levererad inkorgen här · .*Kvitto: Ligger i inkorgen\./,
      );
      await sent.getByRole('link').click();
      expect(await page.locator('h1').textContent()).toContain('→ Hamnenheten');
    });
    await onPage('/inkorg/Kommunrevisionen', async (page) => {
      expect(await wordsIn(page)).toContain('Kanalen post är inte godkänd.');
      await page.getByRole('link', { name: '1 leverans hit' }).click();
      expect(await page.getByLabel('Mottagare').inputValue()).toBe('Kommunrevisionen');
      expect(await page.locator('.deliveries > li').count()).toBe(1);
    });
  });

  it('is printed with what stands there, without what one presses', async () => {
    await onPage(styrelsen, async (page) => {
      const said = await onPaper(page);
      expect(said).toContain('att anta nya avgifter för båtplatser');
      expect(said).toContain('Expedierat hit Tekniska nämnden § 14');
      expect(said).not.toContain('Märk');
      await page.goto('/inkorg');
      expect(await onPaper(page)).toMatch(/Sjöviks kommun .*Hamnenheten 1 1/);
    });
  });

  it('has the last day of what is awaited there, and how late it is', async () => {
    await onPage('/inkorg/Tekniska nämnden?huvudman=Sjöviks kommun', async (page) => {
      const matter = page.locator('.matter').filter({ hasText: 'KS 2024/0040' });
      expect(await wordsIn(matter.locator('.last-day'))).toMatch(
        /^senast 30 juni 2024 enligt beslutet ⚠ [\d\s]+ dagar för sent$/,
      );
    });
  });

  it('is asked for again with its huvudman where several have it', async () => {
    await onPage('/inkorg/Kommunstyrelsen', async (page) => {
      await page.getByRole('link', { name: 'Ekby kommun' }).click();
      expect(await wordsIn(page)).toContain('att anta ny taxa för badhuset');
    });
  });
});

describe('what changes something', () => {
  it('is said not to be kept where nothing runs, with what was written', async () => {
    await onPage(styrelsen, async (page) => {
      await page.getByText('Märk', { exact: true }).first().click();
      const form = page.locator('form.marking').first();
      await form.getByLabel('Skäl').fill('hör till tekniska nämnden');
      await form.getByRole('button', { name: 'Återsänd' }).click();
      expect(await page.locator('h1').textContent()).toBe('Expediera är inte igång');
      expect(await wordsIn(page)).toContain('hör till tekniska nämnden');
      await page.getByRole('link', { name: 'Tillbaka' }).click();
      expect(await page.locator('h1').textContent()).toBe('Kommunstyrelsen');
    });
  });

  it('asks for a word where something is refused', async () => {
    await onPage(styrelsen, async (page) => {
      await page.getByText('Märk', { exact: true }).first().click();
      await page.locator('form.marking').first().getByRole('button', { name: 'Återsänd' }).click();
      expect(await page.getByRole('alert').textContent()).toContain('Skriv skälet');
      expect(await page.getByLabel('Skäl').getAttribute('aria-invalid')).toBe('true');
    });
  });

  it('is not offered to a läsare, and refused', async () => {
    const reader = await asLasare(desk);
    await onPage(
      styrelsen,
      async (page) => {
        expect(await page.getByText('Märk', { exact: true }).count()).toBe(0);
      },
      reader.url,
    );
    const answer = await fetch(`${reader.url}/inkorg/marka`, {
      method: 'POST',
      headers: { origin: reader.url, accept: 'text/html' },
      body: new URLSearchParams({ mottagare: 'Kommunstyrelsen', status: 'mottagen' }),
    });
    expect(answer.status).toBe(403);
    expect(await answer.text()).toContain('Det här gör en registrator');
    await reader.close();
  });
});

/** The register: lines by day, what is missing in them, and a registrator's confirming, correcting and taking back. */
import { readFile } from 'node:fs/promises';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from './chromium.ts';
import { type Desk, openDesk } from './filled.ts';
import { onPaper, press, saidInFocus } from './keys.ts';
import { lookAt } from './looks.ts';
import { madeUpArende } from './made-up-arende.ts';
import { asLasare, visit, wordsIn } from './visits.ts';

let browser: Browser;
let desk: Desk;
let bare: Desk;
beforeAll(async () => {
  [browser, desk, bare] = await Promise.all([
    launchBrowser(),
    madeUpArende().then((files) => openDesk(files)),
    openDesk([]),
  ]);
});
afterAll(async () => {
  await browser.close();
  await Promise.all([desk.close(), bare.close()]);
});
const onPage = (at: string, work: (page: Page) => Promise<void>, url = desk.url) =>
  visit(browser, url, at, work);
const line = (page: Page, about: string | RegExp) =>
  page.locator('.diary-lines > li').filter({ hasText: about });

describe('the register', () => {
  it('can be looked at by all', async () => {
    await lookAt(browser, desk.url, '/diarium', 'diarium');
    await lookAt(browser, desk.url, '/diarium/bekrafta-alla', 'diarium-alla');
    const [rad] = (await desk.deps.store.diarium()).rader;
    await lookAt(browser, desk.url, `/diarium/${rad?.id}`, 'diarium-rad');
    await lookAt(browser, bare.url, '/diarium', 'diarium-tomt');
  });

  it('has a line for each handling and §, the newest day first', async () => {
    await onPage('/diarium', async (page) => {
      expect(await page.getByRole('heading', { level: 2 }).first().textContent()).toBe('14 maj 2024');
      const said = await wordsIn(line(page, '§ 31 Avgifter för båtplatser'));
      expect(said).toContain('TN 2024/0031 Protokoll · upprättad · från Tekniska nämnden');
      expect(said).toContain('föreslagen');
      expect(said).toContain('sjovik-4-namnd.txt, sida 1');
    });
  });

  it('is narrowed by day, body, number and what is to be done', async () => {
    await onPage('/diarium', async (page) => {
      await page.getByLabel('Från', { exact: true }).fill('2024-03-01');
      await page.getByLabel('Till', { exact: true }).fill('2024-03-31');
      await page.getByRole('button', { name: 'Visa' }).click();
      expect(await page.locator('.diary-lines > li').count()).toBe(4);
      await page.getByLabel('Organ', { exact: true }).fill('KS');
      await page.getByRole('button', { name: 'Visa' }).click();
      expect(await page.locator('.diary-lines > li').count()).toBe(2);
      await page.getByRole('link', { name: 'Bekräftade' }).click();
      expect(await wordsIn(page)).toContain('Ingen rad stämmer med urvalet.');
    });
  });

  it('is printed with its lines, and a line with its day, without what one presses', async () => {
    await onPage('/diarium?organ=Tekniska nämnden', async (page) => {
      const said = await onPaper(page);
      expect(said).toContain('14 maj 2024');
      expect(said).toContain('§ 31 Avgifter för båtplatser');
      await line(page, '§ 31 Avgifter').getByRole('link').first().click();
      expect(await onPaper(page)).toContain('§ 31 Avgifter för båtplatser');
      await page.emulateMedia({ media: 'print' });
      expect(await page.getByLabel('Datum').isVisible()).toBe(true);
    });
  });

  it('leads from a number to its matter', async () => {
    await onPage('/diarium', async (page) => {
      await line(page, '§ 31 Avgifter').getByRole('link', { name: 'TN 2024/0031' }).click();
      expect(await page.locator('h1').textContent()).toBe('Avgifter för båtplatser');
    });
  });
});

describe('a registrator', () => {
  it('confirms the lines chosen, by keyboard', async () => {
    await onPage('/diarium', async (page) => {
      const box = page.getByRole('checkbox', { name: 'Välj § 52 Avgifter för båtplatser' });
      await press(page, box, 'Space');
      await press(page, page.getByRole('button', { name: 'Bekräfta valda' }));
      await saidInFocus(page, /^1 rad bekräftade\.$/);
      expect(await wordsIn(line(page, '§ 52 Avgifter'))).toMatch(/bekräftad\s*bekräftad av /);
      expect(await box.count()).toBe(0);
    });
  });

  it('is told where none was chosen', async () => {
    await onPage('/diarium', async (page) => {
      await page.getByRole('button', { name: 'Bekräfta valda' }).click();
      await saidInFocus(page, /^Ingen rad är vald\.$/);
    });
  });

  it('corrects a line, and takes it back', async () => {
    await onPage('/diarium', async (page) => {
      await line(page, '§ 9 Motion').getByRole('link', { name: '§ 9 Motion' }).click();
      await page.getByLabel('Vad handlingen rör, i korthet').fill('Laddstolpar');
      await page.getByLabel('Datum').fill('i går');
      await page.getByRole('button', { name: 'Spara rättelsen' }).click();
      expect(await page.getByRole('alert').textContent()).toBe('Skriv datum som ÅÅÅÅ-MM-DD.');
      expect(await page.getByLabel('Vad handlingen rör, i korthet').inputValue()).toBe('Laddstolpar');
      await page.locator('#datum:focus').waitFor();
      await page.keyboard.press('ControlOrMeta+a');
      await page.keyboard.type('2024-03-01');
      await press(page, page.getByRole('button', { name: 'Spara rättelsen' }));
      await page.locator('#gjort:focus').waitFor();
      expect(await page.locator('h1').textContent()).toBe('Laddstolpar');
      expect(await wordsIn(page)).toMatch(/rättad av .*: 2024-03-01, Laddstolpar/);
      await press(page, page.getByRole('button', { name: 'Ångra det senaste' }));
      await page.locator('#gjort:focus').waitFor();
      expect(await page.locator('h1').textContent()).toBe('§ 9 Motion om laddstolpar i hamnen');
    });
  });

  it('confirms all complete ones after a look at how many they are', async () => {
    await onPage('/diarium?organ=Tekniska nämnden', async (page) => {
      const before = (await desk.deps.store.diarium({ organ: 'Tekniska nämnden', status: 'bekraftad' }))
        .total;
      await page.getByRole('link', { name: 'Bekräfta alla fullständiga' }).click();
      const n = Number(/Bekräfta (\d+) rad/.exec((await page.locator('h1').textContent()) ?? '')?.[1]);
      expect(n).toBeGreaterThan(0);
      await page.getByRole('button', { name: 'Bekräfta raderna' }).click();
      expect(await page.getByRole('status').textContent()).toMatch(new RegExp(`^${n} rade?r? bekräftade`));
      const after = await desk.deps.store.diarium({ organ: 'Tekniska nämnden', status: 'bekraftad' });
      expect(after.total - before).toBe(n);
    });
  });

  it('downloads what is shown, also for Excel and as the public part, which the log tells of', async () => {
    await onPage('/diarium?status=bekraftad', async (page) => {
      const fetched = async (name: string) => {
        const [download] = await Promise.all([
          page.waitForEvent('download'),
          page.getByRole('link', { name, exact: true }).click(),
        ]);
        return readFile(await download.path(), 'utf8');
      };
      expect(await fetched('CSV')).toMatch(/^"id","status","datum",.*"bekraftad_av"/);
      expect(await fetched('CSV för Excel')).toMatch(/^\ufeff"id";"status"/);
      expect(JSON.parse((await fetched('JSONL')).split('\n')[0] ?? '')).toMatchObject({
        status: 'bekraftad',
      });
      expect(await fetched('Den offentliga delen (CSV)')).not.toContain('bekraftad_av');
    });
    const { handelser } = await desk.deps.store.handelser({ vad: 'diarium-exporterat' });
    expect(handelser).toHaveLength(4);
  });
});

describe('a läsare', () => {
  it('sees the public part, and changes nothing', async () => {
    const reader = await asLasare(desk);
    await onPage(
      '/diarium',
      async (page) => {
        const said = await wordsIn(page);
        expect(said).toContain('Den offentliga delen av diariet');
        expect(said).not.toContain('föreslagen');
        expect(said).not.toContain('sjovik-3-styrelse.txt');
        expect(await page.getByRole('checkbox').count()).toBe(0);
        expect(await line(page, '§ 52 Avgifter').count()).toBe(1);
      },
      reader.url,
    );
    const csv = await (await fetch(`${reader.url}/diarium.csv`)).text();
    expect(csv).not.toContain('bekraftad_av');
    const headers = { origin: reader.url, accept: 'text/html' };
    for (const path of ['/diarium/bekrafta', '/diarium/x', '/diarium/x/angra']) {
      expect((await fetch(`${reader.url}${path}`, { method: 'POST', headers })).status).toBe(403);
    }
    await reader.close();
  });
});

/** Logging in by hand: the page, the way there and back, the own account, and what a reader meets. */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { wayOf } from '../../diarium/way/index.ts';
import { decideAccess } from '../../server/access/access.ts';
import { hashPassword } from '../../server/access/password.ts';
import { newKey } from '../../server/access/secrets.ts';
import { createApp } from '../../server/app.ts';
import { type Listening, listen } from '../../server/listen.ts';
import { settingsWith } from '../server/access/guarded.ts';
import { minutesPdf } from '../server/access/minutes.ts';
import { launchBrowser } from './chromium.ts';
import { type Desk, openDesk } from './filled.ts';
import { DRAWN } from './handling-desk.ts';
import { axeFaults, lookAt, openTab } from './looks.ts';
import { sokbart } from './sokbart.ts';

const PASSWORD = 'korrekt häst batteri häftstift';
const VEM = { av: 'Elsa Norén', dorr: 'cli' } as const;
let folder: string;
let browser: Browser;
let desk: Desk;
let guarded: Listening;
/** The same, where one is logged out after three seconds. */
let brief: Listening;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'expediera-konto-'));
  const secret = join(folder, 'protokoll.pdf');
  await writeFile(secret, minutesPdf('800101-2387', 'Vera Fiskholm'));
  [browser, desk] = await Promise.all([launchBrowser(), openDesk(['granvik-1-namnd.pdf', secret])]);
  const { store } = desk.deps;
  for (const record of sokbart) {
    const { matters } = await store.saveRecord(record, '1.0');
    for (const id of matters) await store.updateWay(id, wayOf);
  }
  const losenord = await hashPassword(PASSWORD);
  await store.skapaKonto({ namn: 'Rut Registrator', roll: 'registrator', losenord }, VEM);
  await store.skapaKonto({ namn: 'Lage Läsare', roll: 'lasare', losenord }, VEM);
  const access = await decideAccess(store, settingsWith(), '127.0.0.1');
  guarded = await listen(createApp({ ...desk.deps, access }), 0);
  const hasty = await decideAccess(store, settingsWith({ sessionIdleMinutes: 0.05 }), '127.0.0.1');
  brief = await listen(createApp({ ...desk.deps, access: hasty }), 0);
});
afterAll(async () => {
  await browser.close();
  await guarded.close();
  await brief.close();
  await desk.close();
  await rm(folder, { recursive: true });
});

/** The cookie of somebody who has logged in. */
async function cookieOf(namn: string): Promise<{ [name: string]: string }> {
  const body = new URLSearchParams({ namn, losenord: PASSWORD });
  const answer = await fetch(`${guarded.url}/logga-in`, {
    ...{ method: 'POST', body, redirect: 'manual', headers: { origin: guarded.url } },
  });
  const [name = '', value = ''] = (answer.headers.get('set-cookie') ?? '').split(';')[0]?.split('=') ?? [];
  return { [name]: value };
}

describe('a person who is not logged in', () => {
  it('is shown where to log in', async () => {
    await lookAt(browser, guarded.url, '/logga-in', 'logga-in');
  });

  it('logs in by keyboard, after a mistake, and comes to the page that was asked for', async () => {
    const { page, close } = await openTab(browser, guarded.url);
    await page.goto('/laget');
    expect(new URL(page.url()).pathname).toBe('/logga-in');
    expect(await page.getByRole('navigation').count()).toBe(0);
    expect(await page.evaluate('document.activeElement?.id')).toBe('namn');
    await page.keyboard.type('Rut Registrator');
    await page.keyboard.press('Tab');
    await page.keyboard.type('fel lösenord');
    await page.keyboard.press('Enter');
    expect(await page.getByRole('alert').textContent()).toContain('stämmer inte');
    expect(await page.getByLabel('Namn').inputValue()).toBe('Rut Registrator');
    expect(await page.getByLabel('Lösenord').inputValue()).toBe('');
    expect(await page.evaluate('document.activeElement?.id')).toBe('losenord');
    await page.keyboard.type(PASSWORD);
    await page.keyboard.press('Enter');
    await page.waitForURL('**/laget');
    expect(await page.getByRole('link', { name: 'Granska' }).count()).toBe(1);
    expect(await page.evaluate('document.cookie')).not.toContain('expediera');
    await page.getByRole('button', { name: 'Logga ut' }).click();
    await page.waitForURL('**/logga-in');
    await page.goBack();
    await page.reload();
    expect(new URL(page.url()).pathname).toBe('/logga-in');
    await close();
  });
});

describe('a person who is', () => {
  it('sees the own account', async () => {
    const cookies = await cookieOf('Rut Registrator');
    await cookieOf('Rut Registrator');
    const { page, close } = await openTab(browser, guarded.url, cookies);
    await page.goto('/konto');
    await page.getByLabel('Nuvarande lösenord').fill('fel');
    await page.getByLabel('Nytt lösenord', { exact: true }).fill('ett helt nytt lösenord');
    await page.getByLabel('Nytt lösenord en gång till').fill('ett helt nytt lösenord');
    await page.getByRole('button', { name: 'Byt lösenord' }).click();
    expect(await page.getByRole('alert').textContent()).toBe('Det nuvarande lösenordet stämmer inte.');
    await page.getByRole('button', { name: 'Logga ut överallt utom här' }).click();
    expect(await page.getByRole('status').textContent()).toBe('Inloggningen är avslutad.');
    expect(await page.getByRole('row').count()).toBe(2);
    await close();
  });

  it('finds it fit to look at', async () => {
    const cookies = await cookieOf('Lage Läsare');
    await lookAt(browser, guarded.url, '/konto', 'konto', undefined, cookies);
    await lookAt(browser, guarded.url, '/granska', 'konto-nekad', undefined, cookies);
  });

  it('has, as a reader, no way to what registrators do', async () => {
    const { page, close } = await openTab(browser, guarded.url, await cookieOf('Lage Läsare'));
    await page.goto('/');
    for (const name of ['Granska', 'Läs in']) expect(await page.getByRole('link', { name }).count()).toBe(0);
    const answer = await page.goto('/granska');
    expect(answer?.status()).toBe(403);
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('Det här gör en registrator');
    await close();
  });

  it('sees a page and its items without what is masked, and a registrator with it', async () => {
    const address = `/handling/${desk.sha256('protokoll.pdf')}`;
    const cookies = await cookieOf('Lage Läsare');
    await lookAt(browser, guarded.url, address, 'konto-maskad-sida', undefined, cookies);
    const { page, close } = await openTab(browser, guarded.url, cookies);
    await page.goto(address);
    const shown = await page.locator('main').textContent();
    expect(shown).toContain('[utelämnad]');
    expect(shown).toContain('[personnummer]');
    expect(shown).not.toMatch(/Vera|Fiskholm|2387/u);
    expect(await page.getByRole('link', { name: /original|ladda ner/iu }).count()).toBe(0);
    await close();
    const rut = await openTab(browser, guarded.url, await cookieOf('Rut Registrator'));
    await rut.page.goto(address);
    expect(await rut.page.locator('main').textContent()).toMatch(/Vera Fiskholm/u);
    await rut.close();
  });
});

describe('a journalist with the account of a reader', () => {
  const heading = async (page: Page) => (await page.getByRole('heading', { level: 1 }).textContent()) ?? '';
  const logIn = async (page: Page): Promise<void> => {
    await page.getByLabel('Namn').fill('Lage Läsare');
    await page.getByLabel('Lösenord').fill(PASSWORD);
    await page.keyboard.press('Enter');
  };

  it('gets through a day: searches, follows a party, opens the page, quotes it and takes the list along', async () => {
    const { page, faults, close } = await openTab(browser, guarded.url);
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.goto('/');
    await logIn(page);
    const search = async (words: string): Promise<string> => {
      await page.getByRole('searchbox').first().fill(words);
      await page.keyboard.press('Enter');
      await page.waitForURL(({ searchParams }) => searchParams.get('q') === words);
      return heading(page);
    };
    expect(await search('avgifterna')).toMatch(/^\d+ träff/u);
    expect(await page.locator('.hit mark').first().textContent()).toMatch(/avgift/iu);
    expect(await search('"ny taxa för badhuset"')).toMatch(/^3 träffar/u);
    // what a party protested against, from its own page
    await page.goto('/parti/M');
    await page.locator('main a[href*="typ=reservationer"]').first().click();
    await page.waitForURL('**/sok?*typ=reservationer*');
    expect(await page.locator('.hit').count()).toBe(3);
    // the list, as files and as a feed
    for (const [format, rows] of [
      ['csv', 4],
      ['jsonl', 3],
    ] as const) {
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.locator(`a[href^="/sok.${format}"]`).first().click(),
      ]);
      const lines = (await readFile(await download.path(), 'utf8')).trim().split('\n');
      expect([format, lines.length, lines.at(-1)?.includes('Bo Bergkvist')]).toEqual([format, rows, true]);
      expect(lines.at(-1)).toContain(`${guarded.url}/post/`);
    }
    const feed = (await page.locator('link[type="application/atom+xml"]').getAttribute('href')) ?? '';
    const { key, id, hash } = newKey();
    await desk.deps.store.skapaNyckel({ id, hash, namn: 'Flödesläsaren', roll: 'lasare' }, VEM);
    expect((await fetch(guarded.url + feed)).status).toBe(401);
    const authorization = `Basic ${btoa(`flode:${key}`)}`;
    const atom = await (await fetch(guarded.url + feed, { headers: { authorization } })).text();
    expect(atom.match(/<entry>/gu)).toHaveLength(3);
    // the page, at the place, and the words to quote it by
    await page.goto('/');
    await search('syskonrabatten');
    await page.locator('.hit a[href^="/handling/"]').first().click();
    await page.waitForSelector(DRAWN);
    expect(await page.locator('.read-item.is-current').count()).toBe(1);
    await page.locator('.read-item.is-current a[href^="/post/"]').first().click();
    await page.getByRole('button', { name: 'Kopiera hänvisningen' }).click();
    await page.getByText('Hänvisningen är kopierad.').waitFor();
    expect(await page.evaluate('navigator.clipboard.readText()')).toMatch(/\d{4}.*\/post\//su);
    for (const path of ['/las-in', '/granska']) {
      expect((await page.goto(path))?.status()).toBe(403);
      expect(await heading(page)).toBe('Det här gör en registrator');
    }
    expect(faults).toEqual([]);
    await close();
  }, 60_000);

  it('is logged out after a while, and comes back to where it was', async () => {
    const { page, close } = await openTab(browser, brief.url);
    const place = '/sok?q=taxan&typ=beslut';
    await page.goto(place);
    await logIn(page);
    await page.waitForURL(`**${place}`);
    await page.waitForTimeout(3_500);
    await page.reload();
    expect(new URL(page.url()).pathname).toBe('/logga-in');
    await logIn(page);
    await page.waitForURL(`**${place}`);
    expect(await heading(page)).toMatch(/träff/u);
    await close();
  });

  it('finds every page of the registry fit to use', async () => {
    const { page, faults, close } = await openTab(browser, guarded.url, await cookieOf('Lage Läsare'));
    const [matter] = await desk.deps.store.matters();
    const paths = [
      '/inkorg',
      '/expediering',
      '/diarium',
      '/sent',
      `/arende/${encodeURIComponent(matter?.id ?? '')}`,
    ];
    for (const path of paths) {
      await page.goto(path);
      expect([path, await axeFaults(page)]).toEqual([path, []]);
      expect([path, await page.locator('form[method="post"]:not(.log-out)').count()]).toEqual([path, 0]);
    }
    expect(faults).toEqual([]);
    await close();
  }, 60_000);
});

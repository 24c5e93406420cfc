/** Logging in by hand: the page, the way there and back, the own account, and what a reader meets. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { decideAccess } from '../../server/access/access.ts';
import { hashPassword } from '../../server/access/password.ts';
import { createApp } from '../../server/app.ts';
import { type Listening, listen } from '../../server/listen.ts';
import { settingsWith } from '../server/access/guarded.ts';
import { minutesPdf } from '../server/access/minutes.ts';
import { launchBrowser } from './chromium.ts';
import { type Desk, openDesk } from './filled.ts';
import { lookAt, openTab } from './looks.ts';

const PASSWORD = 'korrekt häst batteri häftstift';
const VEM = { av: 'Elsa Norén', dorr: 'cli' } as const;
let folder: string;
let browser: Browser;
let desk: Desk;
let guarded: Listening;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'expediera-konto-'));
  const secret = join(folder, 'protokoll.pdf');
  await writeFile(secret, minutesPdf('800101-2387', 'Vera Fiskholm'));
  [browser, desk] = await Promise.all([launchBrowser(), openDesk(['granvik-1-namnd.pdf', secret])]);
  const { store } = desk.deps;
  const losenord = await hashPassword(PASSWORD);
  await store.skapaKonto({ namn: 'Rut Registrator', roll: 'registrator', losenord }, VEM);
  await store.skapaKonto({ namn: 'Lage Läsare', roll: 'lasare', losenord }, VEM);
  const access = await decideAccess(store, settingsWith(), '127.0.0.1');
  guarded = await listen(createApp({ ...desk.deps, access }), 0);
});
afterAll(async () => {
  await browser.close();
  await guarded.close();
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

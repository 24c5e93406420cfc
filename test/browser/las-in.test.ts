/** Taking in: what is dropped, how it goes while it does, what did not come in, and what breaks off in the middle. */
import { connect } from 'node:net';
import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { zipOf } from '../engine/intake/zips.ts';
import { brokenPdf, protokoll } from '../engine/made-up.ts';
import { until } from '../engine/until.ts';
import { launchBrowser } from './chromium.ts';
import { type Desk, openDesk, samples } from './filled.ts';
import { drop, inFolder, type LasInBed, lasInBed } from './las-in-bed.ts';
import { axeFaults, keepShot, lookAt, openTab } from './looks.ts';

let browser: Browser;
let bed: LasInBed;
let bare: Desk;
let folder: string;
beforeAll(async () => {
  [browser, bed, bare] = await Promise.all([
    launchBrowser(),
    lasInBed(),
    openDesk(['granvik-1-namnd.pdf'], { isSample: (path) => path.startsWith(samples) }),
  ]);
  folder = bed.folder('nämnden', {
    'mars/protokoll-1.txt': protokoll(1),
    'mars/bilagor/protokoll-2.txt': protokoll(2),
    'trasig.pdf': brokenPdf,
    'skannad.txt': 'scan 8',
    'fel.txt': 'broken by us',
    'okänd.txt': 'strange to us',
    'tom.txt': '',
    'stor.txt': 'x'.repeat(150_000),
    'arkiv.zip': await zipOf({ 'å/protokoll-3.txt': protokoll(3), 'protokoll-1.txt': protokoll(1) }),
  });
}, 120_000);
afterEach(() => bed.release());
afterAll(async () => {
  await browser.close();
  await Promise.all([bed.end(), bare.close()]);
});

/** A tab in which nothing is waited for longer than the test itself may take. */
async function tab(url = bed.url) {
  const opened = await openTab(browser, url);
  opened.page.setDefaultTimeout(12_000);
  return opened;
}
const one = async (id: number) => (await bed.store.ettArkiv(id)) ?? Promise.reject(new Error(`no ${id}`));
const newest = async (): Promise<number> => (await bed.store.arkiv())[0]?.id ?? 0;

describe('a first visit', () => {
  it('shows where files are dropped, and what happens to them', async () => {
    await lookAt(browser, bed.url, '/las-in', 'las-in-tom');
  });

  it('says that samples are made up, and how to begin with records of one’s own', async () => {
    await lookAt(browser, bare.url, '/', 'hem-exempel');
    const { page, close } = await tab(bare.url);
    await page.goto('/');
    await page.getByText('Så börjar du med egna handlingar').click();
    expect(await page.getByRole('main').locator('code').textContent()).toContain('EXPEDIERA_HOME=');
    await close();
  });

  it('says how to start what reads, where nothing does', async () => {
    await lookAt(browser, bare.url, '/las-in', 'las-in-ingen-motor');
    const form = new FormData();
    form.append('filer', new Blob(['x']), 'x.txt');
    const headers = { accept: 'text/html', origin: bare.url };
    const answer = await fetch(`${bare.url}/las-in`, { method: 'POST', body: form, headers });
    expect([answer.status, await answer.text()]).toEqual([503, expect.stringContaining('npm start')]);
  });
});

describe('files that are dropped', () => {
  it('are sent with their folders, read while one looks or not, and told of one by one', async () => {
    bed.hold();
    const { page, faults, close } = await tab();
    await page.goto('/las-in');
    await drop(page, '#slapp', [folder]);
    await page.waitForSelector('#valda li');
    expect(await page.locator('#valda').textContent()).toContain('nämnden/mars/bilagor/protokoll-2.txt');
    expect(await page.locator('#valda').textContent()).toContain('stor.txt för stor');
    expect(await axeFaults(page)).toEqual([]);
    await keepShot(page, 'las-in-valda');
    await page.getByRole('button', { name: 'Läs in 8 filer' }).click();
    await page.waitForURL(/\/arkiv\/\d+$/u);
    const address = new URL(page.url()).pathname;
    const id = Number(address.split('/').at(-1));
    expect(await one(id)).toMatchObject({ namn: 'nämnden', lopande: false, files: { total: 9 } });

    const now = page.locator('.las-now');
    await now.getByText('öppnas').first().waitFor();
    await lookAt(browser, bed.url, address, 'arkiv-pagar', '.las-now');
    // the tab is closed in the middle, and nobody has to look for it to go on
    await close();
    bed.release();
    await until(async () => (await one(id)).files.done >= 4);
    const again = await tab();
    await again.page.goto(address);
    await again.page.locator('.las-how .badge', { hasText: 'klar' }).waitFor();
    const files = again.page.locator('table.las-files');
    const row = (name: string) => files.locator('tr', { hasText: name }).textContent();
    expect(await row('nämnden/mars/protokoll-1.txt')).toMatch(/inläst\s+1 beslut/u);
    expect(await row('trasig.pdf')).toMatch(/nekad\s+Filen är/u);
    expect(await row('tom.txt')).toMatch(/nekad\s+Filen är tom/u);
    expect(await row('okänd.txt')).toMatch(/nekad\s+Filtypen kan inte läsas/u);
    expect(await row('fel.txt')).toMatch(/misslyckad/u);
    expect(await row('arkiv.zip!/å/protokoll-3.txt')).toMatch(/inläst/u);
    expect(await again.page.locator('progress').first().getAttribute('value')).toBe('9');
    await lookAt(browser, bed.url, address, 'arkiv-klart');
    expect([...faults, ...again.faults]).toEqual([]);
    await again.close();
  }, 60_000);

  it('that failed or were refused are tried again one at a time, by the keyboard', async () => {
    const id = await newest();
    const { page, faults, close } = await tab();
    await page.goto(`/arkiv/${id}?visa=refused`);
    await page.getByText('Försök igen när något har ändrats').waitFor();
    bed.broken = false;
    for (const [at, status, name] of [
      [id + 1, 'failed', 'fel.txt'],
      [id + 2, 'refused', 'okänd.txt'],
    ] as const) {
      await page.goto(`/arkiv/${id}?visa=${status}`);
      await page.getByRole('button', { name: `Försök igen med nämnden/${name}` }).focus();
      await page.keyboard.press('Enter');
      await page.waitForURL(new RegExp(`/arkiv/${at}$`, 'u'));
      await page.locator('.las-how .badge', { hasText: 'klar' }).waitFor();
      expect(await one(at)).toMatchObject({ om: id, namn: name, files: { total: 1, done: 1 } });
    }
    bed.broken = true;
    expect(await one(id)).toMatchObject({ lage: 'klart', files: { failed: 0 } });
    await page.getByRole('main').locator(`a[href="/arkiv/${id}"]`).click();
    await page.getByRole('heading', { level: 1, name: 'nämnden' }).waitFor();
    expect(faults).toEqual([]);
    await close();
  });

  it('are told of page by page, wait and are called off as a person wants', async () => {
    bed.hold();
    const many = Object.fromEntries(
      Array.from({ length: 6 }, (_, n) => [`${n}.txt`, `${protokoll(n + 10)}`]),
    );
    const scans = bed.folder('skannat', { 'a.txt': 'scan 5 pages', ...many });
    const { page, faults, close } = await tab();
    await page.goto('/las-in');
    await page.getByLabel('En hel mapp').setInputFiles(scans);
    await page.getByRole('radio', { name: 'Löpande' }).check();
    await page.getByRole('button', { name: 'Läs in 7 filer' }).click();
    await page.waitForURL(/\/arkiv\/\d+$/u);
    const id = await newest();
    expect(await one(id)).toMatchObject({ lopande: true, files: { total: 7 } });
    await page.locator('.las-now').getByText('öppnas').first().waitFor();
    await page.getByRole('button', { name: 'Pausa' }).click();
    await page.getByText('Pausad. Det som var på gång').waitFor();
    bed.release();
    // what was under way ends, and no more is begun
    await page.locator('.las-now').waitFor({ state: 'detached' });
    expect((await one(id)).files.running).toBeGreaterThan(0);
    bed.hold();
    await page.getByRole('button', { name: 'Fortsätt' }).waitFor();
    await lookAt(browser, bed.url, `/arkiv/${id}`, 'arkiv-pausat');
    await page.getByRole('button', { name: 'Fortsätt' }).click();
    await page.getByRole('link', { name: 'Avbryt …' }).click();
    await lookAt(browser, bed.url, `/arkiv/${id}/avbryt`, 'arkiv-avbryt');
    await page.getByLabel('Avbryt också').check();
    await page.getByRole('button', { name: 'Avbryt inläsningen' }).click();
    await page.getByText('Avbruten. Det som inte hann').waitFor();
    await until(async () => (await one(id)).files.running === 0);
    expect(await one(id)).toMatchObject({ lage: 'avbrutet', lageAv: expect.any(String) });
    const { status } = await steered(id, 'pausa');
    expect(status).toBe(409);
    expect(faults).toEqual([]);
    bed.release();
    await close();
  }, 60_000);

  it('as a lone ZIP are files with rows of their own, each told of page by page', async () => {
    const zip = await zipOf({ 'mars/skannad.txt': 'scan 5 pages too', 'bok.txt': 'long 400' });
    const there = bed.folder('packat', { 'handlingar.zip': zip });
    const { page, close } = await tab();
    bed.hold();
    bed.holdPages();
    await page.goto('/las-in');
    await drop(page, '#slapp', inFolder(there, 'handlingar.zip'));
    await page.getByRole('button', { name: 'Läs in 1 fil' }).click();
    await page.waitForURL(/\/arkiv\/\d+$/u);
    const id = await newest();
    expect((await one(id)).namn).toBe('handlingar.zip');
    const row = (name: string) => page.locator('table.las-files tr', { hasText: name });
    await row('handlingar.zip!/mars/skannad.txt').waitFor();
    await row('handlingar.zip').getByText('uppackad').waitFor();
    const book = page.locator('.las-now li', { hasText: 'handlingar.zip!/bok.txt' });
    await until(async () => {
      bed.tellPage(120);
      return book.getByText('sida 120 av 400').isVisible();
    });
    expect(await book.getByRole('progressbar').getAttribute('value')).toBe('120');
    expect(await row('bok.txt').textContent()).toContain('sida 120 av 400');
    await lookAt(browser, bed.url, `/arkiv/${id}`, 'arkiv-sidor', '.las-now');
    bed.open();
    await page.locator('.las-now').getByText('OCR: 0 av 5 sidor').waitFor();
    await page.getByRole('button', { name: 'Pausa' }).focus();
    bed.readPage();
    await page.locator('.las-now').getByText('OCR: 1 av 5 sidor').waitFor();
    // what is told anew leaves the reader where they are
    expect(await page.evaluate('document.activeElement?.textContent')).toBe('Pausa');
    const asking = await tab();
    await asking.page.route('**/handelser', (route) => route.fulfill({ status: 204 }));
    await asking.page.clock.install();
    await asking.page.goto(`/arkiv/${id}`);
    bed.readPage();
    await page.locator('.las-now').getByText('OCR: 2 av 5 sidor').waitFor();
    await until(async () => {
      await asking.page.clock.runFor(1_000);
      return asking.page.locator('.las-now').getByText('OCR: 2 av 5 sidor').isVisible();
    });
    await asking.close();
    bed.release();
    await page.locator('.las-how .badge', { hasText: 'klar' }).waitFor();
    expect(await page.getByRole('status').textContent()).toBe('Klart. 3 inlästa, 0 nekade, 0 misslyckade.');
    await close();
  });
});

const steered = (id: number, vad: string) =>
  fetch(`${bed.url}/arkiv/${id}/styr`, {
    method: 'POST',
    body: new URLSearchParams({ vad }),
    headers: { origin: bed.url, accept: 'text/html' },
    redirect: 'manual',
  });

describe('a form without client code', () => {
  it('sends files, and leads to their intake', async () => {
    const context = await browser.newContext({ javaScriptEnabled: false, baseURL: bed.url });
    const page = await context.newPage();
    await page.goto('/las-in');
    await page
      .getByLabel('Filer', { exact: true })
      .setInputFiles(inFolder(folder, 'mars/protokoll-1.txt', 'tom.txt'));
    await page.getByRole('radio', { name: 'Löpande' }).check();
    await page.getByRole('button', { name: 'Läs in' }).click();
    await page.waitForURL(/\/arkiv\/\d+$/u);
    expect(await page.locator('table.las-files tbody tr').count()).toBe(2);
    expect(await one(await newest())).toMatchObject({
      ...{ namn: 'protokoll-1.txt', lopande: true, files: { total: 2 } },
    });
    await page.goto('/las-in');
    await page.getByRole('button', { name: 'Läs in' }).click();
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('Ingen fil var vald');
    await context.close();
  });

  it('is answered in words when a file is too large: the others come in', async () => {
    const form = new FormData();
    form.append('slag', 'arkiv');
    form.append('filer', new Blob(['y'.repeat(150_000)]), 'stor.txt');
    form.append('filer', new Blob([protokoll(40)]), 'liten.txt');
    const answer = await fetch(`${bed.url}/las-in`, {
      method: 'POST',
      body: form,
      headers: { origin: bed.url },
    });
    const id = Number(new URL(answer.url).pathname.split('/').at(-1));
    await until(async () => (await one(id)).lage === 'klart');
    expect((await one(id)).files).toMatchObject({ done: 1, refused: 1 });
    const page = await (await fetch(`${bed.url}/arkiv/${id}`)).text();
    expect(page).toContain('Filen är för stor. Gränsen är 100 kB.');
    // it was never kept: nothing here could read it again
    expect(page).toContain('<a href="/las-in">Skicka den igen</a>');
    expect(page).not.toContain('Försök igen med');
  });

  it('that is none, or broken, is answered in words', async () => {
    const sent = async (path: string, type: string, body: string) => {
      const headers = { origin: bed.url, 'content-type': type, accept: 'text/html' };
      return (await fetch(`${bed.url}${path}`, { method: 'POST', body, headers })).status;
    };
    const form = 'multipart/form-data; boundary=x';
    const before = await newest();
    expect(await sent('/las-in', 'text/plain', 'x')).toBe(400);
    expect(await sent('/las-in', form, '--x\r\nContent-Disposition: form-data; name="filer"')).toBe(400);
    expect(await sent('/las-in', form, '--x--\r\n')).toBe(422);
    expect(await newest()).toBe(before);
    expect(await sent('/las-in/ny', 'application/json', '{')).toBe(200);
    expect((await one(await newest())).namn).toBe('filer');
    expect(await sent(`/las-in/${before}`, form, '--x--\r\n')).toBe(409);
    expect(await sent('/las-in/99999', form, '--x--\r\n')).toBe(409);
    const body = JSON.stringify({ namn: 'x', bytes: 1e15 });
    const headers = { origin: bed.url, 'content-type': 'application/json' };
    const full = await fetch(`${bed.url}/las-in/ny`, { method: 'POST', body, headers });
    expect([full.status, await full.json()]).toEqual([
      503,
      { fel: expect.stringContaining('Disken är nästan full') },
    ]);
  });

  it('from elsewhere is refused', async () => {
    const form = new FormData();
    form.append('filer', new Blob(['x']), 'x.txt');
    const headers = { origin: 'http://elsewhere.example' };
    expect((await fetch(`${bed.url}/las-in`, { method: 'POST', body: form, headers })).status).toBe(403);
  });
});

describe('a connection that is cut in the middle of a file', () => {
  it('leaves nothing half, and all that came before', async () => {
    const before = await newest();
    const { port } = new URL(bed.url);
    const part = (name: string, text: string) =>
      `--gr\r\nContent-Disposition: form-data; name="filer"; filename="${name}"\r\n\r\n${text}`;
    const sent = `${part('hel.txt', protokoll(50))}\r\n${part('halv.txt', protokoll(51).slice(0, 100))}`;
    const socket = connect(Number(port), '127.0.0.1');
    socket.write(
      `POST /las-in HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nOrigin: ${bed.url}\r\nContent-Type: multipart/form-data; boundary=gr\r\nContent-Length: 50000\r\n\r\n${sent}`,
    );
    await until(async () => (await newest()) > before);
    const id = await newest();
    await until(async () => (await one(id)).files.total === 1);
    socket.destroy();
    await until(async () => (await one(id)).lage === 'brutet' && (await one(id)).files.done === 1);
    expect((await bed.store.files()).filter(({ path }) => path.endsWith('halv.txt'))).toEqual([]);
    const { page, close } = await tab();
    await lookAt(browser, bed.url, `/arkiv/${id}`, 'arkiv-brutet');
    await page.goto(`/arkiv/${id}`);
    await page.getByRole('button', { name: 'Nöj dig med det som kom' }).click();
    await page.locator('.las-how .badge', { hasText: 'klar' }).waitFor();
    await close();
  });

  it('is tried again by the page, and what is there already is not read again', async () => {
    const { page, close } = await tab();
    let broken = 0;
    await page.route(/\/las-in\/\d+$/u, (route) =>
      broken++ < 2 ? route.abort('connectionreset') : route.continue(),
    );
    await page.clock.install();
    await page.goto('/las-in');
    await drop(page, '#slapp', inFolder(folder, 'mars'));
    await page.getByRole('button', { name: 'Läs in 2 filer' }).click();
    await page.locator('#sandning').getByText('Anslutningen bröts').waitFor();
    expect(await axeFaults(page)).toEqual([]);
    await keepShot(page, 'las-in-skickar');
    expect(await page.evaluate('document.activeElement?.textContent')).toContain('Skickar filerna');
    await until(async () => {
      await page.clock.runFor(1_000);
      return /\/arkiv\/\d+$/u.test(page.url());
    });
    const id = await newest();
    await page.locator('.las-how .badge', { hasText: 'klar' }).waitFor();
    expect(await one(id)).toMatchObject({ lage: 'klart', workflowId: null, files: { done: 2 } });
    await page.getByText('allt var redan inläst').waitFor();
    await close();
  });

  it('for good is said, and the rest is sent when it can be', async () => {
    const { page, close } = await tab();
    const away = /\/las-in\/\d+$|\/healthz$/u;
    await page.route(away, (route) => route.abort('connectionreset'));
    await page.clock.install();
    await page.goto('/las-in');
    await drop(page, '#slapp', inFolder(folder, 'mars'));
    await page.getByRole('button', { name: 'Läs in 2 filer' }).click();
    const again = page.getByRole('button', { name: 'Försök igen' });
    await until(async () => {
      await page.clock.runFor(1_000);
      return again.isVisible();
    });
    expect(await axeFaults(page)).toEqual([]);
    await keepShot(page, 'las-in-brutet');
    await page.unroute(away);
    await again.click();
    await page.waitForURL(/\/arkiv\/\d+$/u);
    expect(await one(await newest())).toMatchObject({ files: { total: 2 } });
    await close();
  }, 40_000);
});

describe('all intakes', () => {
  it('are listed with the newest first, and each has its page for ever', async () => {
    await lookAt(browser, bed.url, '/las-in', 'las-in');
    const { page, close } = await tab();
    const id = await newest();
    await page.goto('/arkiv');
    expect(await page.locator('table.las-intakes tbody tr').first().textContent()).toContain(String(id));
    expect((await page.goto('/arkiv/99999'))?.status()).toBe(404);
    await close();
  });
});

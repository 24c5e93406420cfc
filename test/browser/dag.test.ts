/**
 * A registrator's day, from a folder to the next body's inbox: by keyboard where a person would, on a real installation
 * with its engine, its worker and its OCR.
 */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { toCanvas } from '../../samples/make/scan/paper.ts';
import { renderGrey } from '../../samples/make/scan/render.ts';
import { createApp } from '../../server/app.ts';
import { type Listening, listen } from '../../server/listen.ts';
import { type Testbed, testbed } from '../engine/testbed.ts';
import { until } from '../engine/until.ts';
import { makePdf } from '../extraction/pages/make-pdf.ts';
import { launchBrowser } from './chromium.ts';
import { focused, heading, said, settled } from './granska-hands.ts';
import { drop } from './las-in-bed.ts';
import { openTab } from './looks.ts';
import { wordsIn } from './visits.ts';

const CLAUSE = 'att anta avgifterna för båtplatser från den 1 juni 2031.';
const SKRIVELSE = `Sjöviks kommun
Tekniska förvaltningen
TJÄNSTESKRIVELSE
Datum 2031-04-03
Dnr TN 2031/0031

Till tekniska nämnden

Avgifter för båtplatser

Förslag till beslut
Tekniska nämnden föreslår kommunstyrelsen besluta
${CLAUSE}`;
/** It has no signatures, which makes what is told in it unsure; the second recipient is a slip of the pen. */
const PROTOKOLL = `Sjöviks kommun
Tekniska nämnden
PROTOKOLL
Sammanträdesdatum 2031-05-07

Paragrafer 31

ANSLAG/BEVIS
Protokollet är justerat. Justeringen har tillkännagivits genom anslag.
Organ: Tekniska nämnden
Sammanträdesdatum: 2031-05-07
Justeringsdatum: 2031-05-14
Datum för anslagets uppsättande: 2031-05-14
Datum för anslagets nedtagande: 2031-06-05

§ 31 Dnr TN 2031/0031
Avgifter för båtplatser

Tekniska nämndens beslut
Tekniska nämnden föreslår kommunstyrelsen besluta
${CLAUSE}

Beslutet skickas till
Hamnenheten
Bryggmästarn`;

const typed = (text: string): Uint8Array =>
  makePdf({
    pages: [{ text: text.split('\n').map((line, n) => ({ text: line, x: 70, y: 790 - n * 20, size: 11 })) }],
  });
async function photographed(text: string): Promise<Buffer> {
  const [page] = await renderGrey(Buffer.from(typed(text)), 150);
  if (!page) throw new Error('there is one page');
  return toCanvas(page).encode('png');
}

let browser: Browser;
let bed: Testbed;
let desk: Listening;
let folder: string;
beforeAll(async () => {
  const [protokoll] = await Promise.all([
    photographed(PROTOKOLL),
    launchBrowser().then((launched) => {
      browser = launched;
    }),
    testbed().then((started) => {
      bed = started;
    }),
  ]);
  folder = bed.folder('nämnden i maj', {
    'tjänsteskrivelse.pdf': typed(SKRIVELSE),
    'protokoll.png': protokoll,
    'bilaga.pdf': '%PDF-1.7\n1 0 obj',
  });
  const of = { store: bed.store, blobs: bed.blobs, engine: async () => bed };
  desk = await listen(createApp({ ...of, temporalPage: () => null, version: '1.2.3' }), 0);
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await desk?.close();
  await bed?.destroy();
});

/** Goes to a link or button and presses Enter, as who has no mouse does. */
async function press(page: Page, role: 'link' | 'button', name: string | RegExp): Promise<void> {
  await page.getByRole('main').getByRole(role, { name }).first().focus();
  await page.keyboard.press('Enter');
}
const inMenu = async (page: Page, path: string): Promise<void> => {
  await page.locator(`header nav a[href="${path}"]`).focus();
  await page.keyboard.press('Enter');
  await page.waitForURL((url) => url.pathname === path);
};

it('a decision is taken in, looked at, reviewed, delivered, and received by the next body', async () => {
  const { page, faults, close } = await openTab(browser, desk.url);
  page.setDefaultTimeout(45_000);

  // the files are dropped, as current work, and read while one looks
  await page.goto('/las-in');
  await page.getByRole('radio', { name: 'Löpande' }).focus();
  await page.keyboard.press('Space');
  await drop(page, '#slapp', [folder]);
  await press(page, 'button', 'Läs in 3 filer');
  await page.waitForURL(/\/arkiv\/\d+$/u);
  await page.locator('.las-now').getByText('OCR: 0 av 1 sidor').waitFor();
  await page.locator('#lage[data-klart]').waitFor();
  expect(await said(page.locator('.las-how'))).toContain('3 av 3 klara · 2 inlästa · 1 nekad');
  const row = page.locator('table.las-files tr', { hasText: 'bilaga.pdf' });
  expect(await said(row)).toMatch(/nekad Filen är avkortad: slutet saknas/u);
  expect(await row.getByRole('button', { name: /^Försök igen med .*bilaga\.pdf$/u }).count()).toBe(1);

  // a handling is opened; going to an item shows where it stands
  await press(page, 'link', /protokoll\.png$/u);
  await page.waitForURL(/\/handling\//u);
  const sha256 = new URL(page.url()).pathname.split('/').at(-1) ?? '';
  const item = page.locator('.read-item', { hasText: CLAUSE });
  const id = await item.getAttribute('data-post');
  await item.locator('.to-place').focus();
  const place = page.locator(`.place.is-shown[data-post="${id}"] rect`);
  await place.first().waitFor();
  expect((await place.first().boundingBox())?.width).toBeGreaterThan(100);
  expect(await page.locator('.read-item .badge', { hasText: 'från bild' }).count()).toBeGreaterThan(0);

  // what is unsure holds the deliveries up: the first is accepted, the second corrected
  expect((await bed.store.leveranser({})).map(({ status }) => status)).not.toContain('levererad');
  await inMenu(page, '/granska');
  await settled(page, () => press(page, 'link', 'Börja granska'));
  // what was refused waits there too, and is passed by
  expect(await heading(page)).toBe('bilaga.pdf');
  await settled(page, () => page.keyboard.press('n'));
  expect(await said(page.locator('dl.granska-falt dd').first())).toBe('Hamnenheten');
  await settled(page, () => page.keyboard.press('g'));
  expect(await said(page.locator('dl.granska-falt dd').first())).toBe('Bryggmästarn');
  await page.keyboard.press('r');
  expect(await focused(page)).toBe('ratta-mottagare');
  await page.keyboard.press('Control+A');
  await page.keyboard.insertText('Bryggmästaren');
  await settled(page, () => page.keyboard.press('Enter'));
  expect((await bed.store.granska({ sha256 })).total).toBe(0);

  // now all is delivered, each with a receipt
  await until(async () => {
    const all = await bed.store.leveranser({});
    return all.length === 3 && all.every(({ status }) => status === 'levererad');
  });
  await page.goto('/expediering');
  const sent = (await page.locator('.deliveries > li').allTextContents()).map((one) =>
    one.replace(/\s+/gu, ' '),
  );
  expect(sent).toHaveLength(3);
  for (const to of ['Hamnenheten', 'Bryggmästaren', 'Kommunstyrelsen'])
    expect(sent.join('\n')).toMatch(
      new RegExp(`→ ${to} levererad .*Kvitto: Ligger i inkorgen för ${to}`, 'u'),
    );

  // it waits at the next body, which receives it
  await inMenu(page, '/inkorg');
  await press(page, 'link', 'Kommunstyrelsen');
  await page.waitForURL(/\/inkorg\/kommunstyrelsen/iu);
  const post = page.locator('.matter', { hasText: 'TN 2031/0031' });
  expect(await said(post)).toMatch(/väntar.*från Tekniska nämnden/u);
  await post.locator('summary').focus();
  await page.keyboard.press('Enter');
  await press(page, 'button', 'Mottagen');
  await page.getByRole('status').getByText('Märkt som mottagen').waitFor();
  expect(await said(post)).toContain('mottagen');

  // and the matter's page says where it lies
  await press(page, 'link', 'TN 2031/0031');
  expect(await heading(page)).toBe('Avgifter för båtplatser');
  expect(await wordsIn(page.locator('dl.facts'))).toMatch(/hos Kommunstyrelsen.*sedan 7 maj 2031/u);
  expect(await wordsIn(page.locator('.steps'))).toContain('Bryggmästaren levererad');
  expect(faults).toEqual([]);
  await close();
}, 120_000);

/** Reading a handling: the page beside its items, by mouse, by keyboard, without client code, and where something is wrong. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { EXTRACTION_VERSION } from '../../extraction/version.ts';
import { makePdf } from '../extraction/pages/make-pdf.ts';
import { arende, attsats, handling, sha } from '../store/made-up.ts';
import { launchBrowser } from './chromium.ts';
import { DRAWN, type HandlingDesk, openHandlingDesk } from './handling-desk.ts';
import { howItLooks } from './handling-looks.ts';
import { openTab } from './looks.ts';

let browser: Browser;
let desk: HandlingDesk;
beforeAll(async () => {
  [browser, desk] = await Promise.all([launchBrowser(), openHandlingDesk()]);
});
afterAll(async () => {
  await browser.close();
  await desk.close();
});

type Box = [number, number, number, number];
const marked = (page: Page, what: string): Promise<string[]> =>
  page.evaluate(`[...document.querySelectorAll('${what}')].map((one) => one.dataset.post)`);
const IN_FOCUS = `document.activeElement.closest('.read-item')?.dataset.post`;
const ON_LINK = `document.activeElement.classList.contains('to-place')`;
/** Part of the picture that is not white. */
const ink = (page: Page): Promise<number> =>
  page.evaluate(`(() => {
    const canvas = document.querySelector('.sheet canvas');
    const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
    let dark = 0;
    for (let i = 0; i < data.length; i += 4) if (data[i] < 128) dark++;
    return dark / (data.length / 4);
  })()`);

howItLooks(() => ({ browser, desk }));

describe('from the list to the page', () => {
  it('by mouse: pointing marks the place, and brings it into view', async () => {
    const { page, close, faults } = await openTab(browser, desk.url);
    await page.goto(`${desk.minutes}?sida=2`);
    await page.waitForSelector(DRAWN);
    const item = page.locator('.read-item').last();
    const id = await item.getAttribute('data-post');
    await item.scrollIntoViewIfNeeded();
    await item.hover();
    expect(await marked(page, '.place.is-shown')).toEqual([id]);
    await expect.poll(() => page.evaluate(isInPane(id))).toBe(true);
    await page.locator('h2').first().hover();
    expect(await marked(page, '.place.is-shown')).toEqual([]);
    expect(faults).toEqual([]);
    await close();
  });

  it('by keyboard: focus marks the place, Enter keeps it and gives the address', async () => {
    const { page, close } = await openTab(browser, desk.url);
    await page.goto(`${desk.minutes}?sida=2`);
    await page.waitForSelector(DRAWN);
    const [first] = (await marked(page, '.read-item')) as [string];
    await page.locator('.read-item .to-place').first().focus();
    // on by the keyboard, past what else can be pressed, to the next item's place
    let id = first;
    for (let i = 0; i < 20 && id === first; i++) {
      await page.keyboard.press('Tab');
      id = await page.evaluate(IN_FOCUS);
    }
    const link = page.locator(`.read-item[data-post="${id}"] .to-place`);
    expect([...new Set(await marked(page, '.place.is-shown'))]).toEqual([id]);
    for (let i = 0; i < 20 && !(await page.evaluate(ON_LINK)); i++) await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    expect(new URL(page.url()).searchParams.get('post')).toBe(id);
    expect(await link.getAttribute('aria-current')).toBe('true');
    expect(await marked(page, '.place.is-current')).toContain(id);
    await page.reload();
    await page.waitForSelector(DRAWN);
    expect([await page.evaluate(IN_FOCUS), await page.evaluate(ON_LINK)]).toEqual([id, true]);
    await close();
  });

  it('on a small window, where the page is not beside the list, goes to the page', async () => {
    const { page, close } = await openTab(browser, desk.url);
    await page.setViewportSize({ width: 320, height: 568 });
    await page.goto(`${desk.minutes}?sida=2`);
    await page.waitForSelector(DRAWN);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(320);
    const id = (await marked(page, '.read-item')).at(-1) ?? null;
    await page.locator('.to-place').last().click();
    await expect.poll(() => page.evaluate(isInWindow(id))).toBe(true);
    await close();
  });

  it('of a text file marks its lines', async () => {
    const { page, close } = await openTab(browser, desk.url);
    await page.goto(desk.text);
    await page.locator('.read-item.beslut .to-place').first().focus();
    const shown = await page.locator('.text-lines .is-shown').allTextContents();
    expect(shown.join(' ')).toContain('strandskyddsdispens');
    await close();
  });
});

/** Whether the place of an item is in the part of the page that is seen. */
const isInPane = (id: string | null): string => `(() => {
  const box = document.querySelector('.place[data-post="${id}"] rect').getBoundingClientRect();
  const pane = document.querySelector('.page-scroll').getBoundingClientRect();
  return box.top >= pane.top && box.bottom <= pane.bottom + 1;
})()`;

const isInWindow = (id: string | null): string => `(() => {
  const box = document.querySelector('.place[data-post="${id}"] rect').getBoundingClientRect();
  return box.top >= 0 && box.bottom <= innerHeight;
})()`;

describe('from the page to the list', () => {
  it('pointing marks the item, and a click goes to it', async () => {
    const { page, close } = await openTab(browser, desk.url);
    await page.goto(`${desk.minutes}?sida=2`);
    await page.waitForSelector(DRAWN);
    const place = page.locator('.place.punkt').nth(3);
    const id = await place.getAttribute('data-post');
    const box = (await place.locator('rect').boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
    await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
    await page.waitForSelector(`.read-item.is-shown[data-post="${id}"]`);
    await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
    await page.waitForSelector(`.read-item.is-current[data-post="${id}"]`);
    expect(await page.evaluate(`document.activeElement.closest('.read-item')?.dataset.post`)).toBe(id);
    await close();
  });

  it('text can be selected and copied, which chooses nothing', async () => {
    const { page, close } = await openTab(browser, desk.url);
    await page.goto(`${desk.minutes}?sida=2`);
    await page.waitForSelector(DRAWN);
    const line = page.locator('.textLayer span', { hasText: 'att återremittera ärendet' }).first();
    const box = (await line.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
    await page.mouse.move(box.x + 2, box.y + box.height / 2);
    await page.mouse.down();
    await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2, { steps: 4 });
    await page.mouse.up();
    expect(await page.evaluate('String(getSelection())')).toMatch(/^\S.*återremittera/u);
    expect(await marked(page, '.read-item.is-current')).toEqual([]);
    await close();
  });

  it('a link to an item opens the page at its place', async () => {
    const { page, close } = await openTab(browser, desk.url);
    await page.goto(`${desk.minutes}?visa=alla`);
    const last = await page.locator('.read-item').last().getAttribute('data-post');
    await page.goto(`${desk.minutes}?post=${last}`);
    await page.waitForSelector(DRAWN);
    expect(await page.locator('#sida').inputValue()).toBe('5');
    await expect.poll(() => page.evaluate(isInPane(last))).toBe(true);
    expect(await marked(page, '.read-item.is-current')).toEqual([last]);
    await page.goto(`${desk.minutes}?post=borta`);
    expect(await page.locator('.notice').first().textContent()).toContain('finns inte längre');
    await close();
  });
});

describe('other pages', () => {
  it('are turned to without a new document, and back', async () => {
    const { page, close, faults } = await openTab(browser, desk.url);
    await page.goto(`${desk.minutes}?sida=1`);
    await page.waitForSelector(`${DRAWN}[data-number="1"]`);
    await page.evaluate('window.same = true');
    await page.getByRole('link', { name: 'Nästa sida' }).click();
    await page.waitForSelector(`${DRAWN}[data-number="2"]`);
    expect(await page.evaluate('document.activeElement.getAttribute("aria-label")')).toBe('Nästa sida');
    expect(await page.locator('#page-said').textContent()).toBe('Sida 2 av 5');
    expect(await page.title()).toContain('Sida 2 av 5');
    await page.goBack();
    await page.waitForSelector(`${DRAWN}[data-number="1"]`);
    expect(await page.evaluate('window.same')).toBe(true);
    // a jump within the page is none to another
    await page.locator('.read-item .to-place').first().click();
    await page.evaluate(`document.querySelector('#reader').same = true`);
    await page.locator('.skip').focus();
    await page.keyboard.press('Enter');
    expect(await page.evaluate('document.activeElement.id')).toBe('innehall');
    await page.goBack();
    expect(await page.evaluate(`document.querySelector('#reader').same`)).toBe(true);
    expect(faults).toEqual([]);
    await close();
  });

  it('are asked for by number, with the keyboard, and by the table of contents', async () => {
    const { page, close } = await openTab(browser, desk.url);
    await page.goto(desk.bundle);
    await page.locator('#sida').fill('4');
    await page.keyboard.press('Enter');
    await page.waitForSelector(`${DRAWN}[data-number="4"]`);
    await page.locator('.contents summary').click();
    const link = page.locator('.contents nav a').nth(1);
    const first = await link.getAttribute('data-page');
    await link.click();
    await page.waitForSelector(`${DRAWN}[data-number="${first}"]`);
    expect(await page.locator('.contents').getAttribute('open')).not.toBeNull();
    await page.goto(`${desk.bundle}?sida=999`);
    expect(await page.locator('.notice').first().textContent()).toContain('Här visas den sista');
    await close();
  });

  it('can be shown larger, and stay so', async () => {
    const { page, close } = await openTab(browser, desk.url);
    await page.goto(desk.minutes);
    await page.waitForSelector(DRAWN);
    const width = async () => (await page.locator('.sheet').boundingBox())?.width ?? 0;
    const before = await width();
    for (let i = 0; i < 2; i++) await page.getByRole('button', { name: 'Större' }).click();
    expect((await width()) / before).toBeCloseTo(1.5, 1);
    expect(await page.locator('.zoom output').textContent()).toBe('150 %');
    await page.getByRole('link', { name: 'Nästa sida' }).click();
    await page.waitForSelector(`${DRAWN}[data-number="2"]`);
    expect((await width()) / before).toBeCloseTo(1.5, 1);
    await page.getByRole('button', { name: 'Hela bredden' }).click();
    expect((await width()) / before).toBeCloseTo(1, 1);
    await close();
  });
});

it('is printed as its items, with where they stand', async () => {
  const { page, close } = await openTab(browser, desk.url);
  await page.goto(`${desk.minutes}?sida=2`);
  await page.waitForSelector(DRAWN);
  await page.emulateMedia({ media: 'print' });
  expect(await page.locator('.page-pane').isVisible()).toBe(false);
  expect(await page.getByText('Sida 2 av 5').first().isVisible()).toBe(true);
  expect(await page.locator('.read-item.beslut').first().isVisible()).toBe(true);
  expect(await page.locator('.tools').isVisible()).toBe(false);
  await close();
});

describe('what is unsure', () => {
  it('is said in words and shown by a pattern, and so is what a person has corrected', async () => {
    const { page, close } = await openTab(browser, desk.url);
    await page.goto(desk.unsure);
    await page.waitForSelector(DRAWN);
    const marks = await page.locator('.read-item .badge').allTextContents();
    expect(marks).toEqual(
      expect.arrayContaining([
        ...['Osäker läsning, från bild', 'Mycket osäker läsning, från bild', 'Obekräftat: textens tal'],
        'Rättad av Elsa Norén, 3 maj 2031',
      ]),
    );
    expect(await page.locator('.items-pane > .notice').textContent()).toContain('läst av maskin (OCR)');
    const style = `getComputedStyle(document.querySelector('.place.is-unsure rect'))`;
    expect(await page.evaluate(`${style}.strokeDasharray`)).toBe('6px, 3px');
    expect(await page.evaluate(`${style}.fill`)).toContain('#unsure-hatch');
    // what stands in the picture can be read without seeing it
    await page.locator('.page-text summary').click();
    expect(await page.locator('.page-text').textContent()).toMatch(/Ekerud/iu);
    await close();
  });
});

describe('what a file holds', () => {
  it.each(['lovstrand-stadsdelsnamnden.pdf', 'mellana-direktionen.pdf'])(
    'is drawn also where it is a packed scan: %s',
    async (name) => {
      const { page, close, faults } = await openTab(browser, desk.url);
      await page.goto(`/handling/${desk.sha256(name)}`);
      await page.waitForSelector(DRAWN);
      expect(await ink(page)).toBeGreaterThan(0.005);
      expect(faults).toEqual([]);
      await close();
    },
  );

  it('never runs: no script, and no link of its own', async () => {
    const { page, close, faults } = await openTab(browser, desk.url);
    const opened: string[] = [];
    page.on('dialog', (dialog) => {
      opened.push(dialog.message());
      void dialog.dismiss();
    });
    page.on('request', (request) =>
      opened.push(...(request.url().startsWith(desk.url) ? [] : [request.url()])),
    );
    await page.goto(`/handling/${desk.sha256('skript.pdf')}`);
    await page.waitForSelector(DRAWN);
    expect(await page.locator('.textLayer').textContent()).toContain('Protokoll med skript');
    const box = (await page.locator('.sheet').boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
    for (const y of [55, 190]) await page.mouse.click(box.x + box.width / 4, box.y + (y / 842) * box.height);
    expect(await page.locator('.sheet a[href^="http"], .sheet button, .sheet input').count()).toBe(0);
    expect([opened, faults]).toEqual([[], []]);
    expect(page.url()).toContain('/handling/');
    await close();
  });

  it('is fetched and made only as far as the page needs, of a thousand pages too', async () => {
    const { store, blobs } = desk.deps;
    // what no page draws, and much of it, as the pictures of other pages are
    const filler = 'abcdefgh'.repeat(4_000);
    const objects = Object.fromEntries(Array.from({ length: 100 }, (_, i) => [`more${i}`, `(${filler})`]));
    const pages = Array.from({ length: 1000 }, (_, i) => ({
      text: [{ text: `Sida ${i + 1}`, x: 50, y: 780 }],
    }));
    const bytes = makePdf({ pages, objects });
    const { sha256 } = await blobs.put(bytes);
    const info = (page: number) => ({
      page,
      width: 595,
      height: 842,
      textSource: 'embedded' as const,
      ocrConfidence: null,
    });
    const paragrafer = Array.from({ length: 250 }, (_, n) => {
      const beslut = [0, 1, 2, 3].map((more) => {
        const clause = attsats(`att bevilja bidrag ${n}.${more}`);
        return { ...clause, evidence: [{ page: 4 * n + more + 1, bbox: [50, 50, 300, 64] as Box }] };
      });
      return arende({ paragraf: String(n + 1), pages: [4 * n + 1, 4 * n + 4], beslut });
    });
    const all = handling({ pages: [1, 1000], arenden: paragrafer });
    await store.saveRecord(
      {
        schemaVersion: '1',
        source: {
          ...{ fileName: 'stor.pdf', sha256, bytes: bytes.length },
          mediaType: 'application/pdf',
          pageCount: 1000,
        },
        ...{ pages: pages.map((_, i) => info(i + 1)), handlingar: [all], warnings: [] },
      },
      EXTRACTION_VERSION,
    );
    const { page, close } = await openTab(browser, desk.url);
    let fetched = 0;
    page.on('response', (response) => {
      if (response.url().endsWith('/original') && response.status() === 206)
        fetched += Number(response.headers()['content-length']);
    });
    await page.goto(`/handling/${sha256}?sida=750`);
    await page.waitForSelector(`${DRAWN}[data-number="750"]`);
    expect(await page.locator('.textLayer').textContent()).toContain('Sida 750');
    expect([fetched > 0, fetched < bytes.length / 3]).toEqual([true, true]);
    // one page of it, and what was read on that page; the contents are links alone
    const made = () => page.evaluate('document.querySelectorAll("body *:not(.contents *)").length');
    expect(await marked(page, '.read-item')).toHaveLength(1);
    expect(await made()).toBeLessThan(250);
    await page.getByRole('link', { name: 'Nästa sida' }).click();
    await page.waitForSelector(`${DRAWN}[data-number="751"]`);
    expect(await page.locator('.sheet').count()).toBe(1);
    expect(await made()).toBeLessThan(250);
    expect(await page.evaluate('document.querySelectorAll("*").length')).toBeLessThan(2_000);
    await close();
  });
});

describe('without client code', () => {
  it('the page is a picture, and every link works', async () => {
    const context = await browser.newContext({ javaScriptEnabled: false, baseURL: desk.url });
    const page = await context.newPage();
    await page.goto(`${desk.minutes}?sida=2`);
    const picture = page.locator('.sheet img');
    const box = await picture.boundingBox();
    expect((box?.width ?? 0) > 400 && (box?.height ?? 0) > 500).toBe(true);
    expect(await picture.getAttribute('alt')).toBe('Bild av sida 2 i granvik-2-styrelse.pdf');
    const place = page.locator('.place.punkt').nth(2);
    const id = await place.getAttribute('data-post');
    await place.locator('rect').click();
    expect(await page.locator(`.read-item.is-current`).getAttribute('data-post')).toBe(id);
    expect(await page.locator('.place.is-current').first().getAttribute('data-post')).toBe(id);
    await page.getByRole('link', { name: 'Nästa sida' }).click();
    expect(await page.locator('#sida').inputValue()).toBe('3');
    await page.locator('#sida').fill('5');
    await page.getByRole('button', { name: 'Visa' }).click();
    expect(new URL(page.url()).searchParams.get('sida')).toBe('5');
    await context.close();
  });

  it('and so it is where pdf.js does not come', async () => {
    const { page, close } = await openTab(browser, desk.url);
    await page.route('**/pdf.worker.min.mjs', (route) => route.abort());
    await page.route('**/pdf.min.mjs', (route) => route.abort());
    await page.goto(`${desk.minutes}?sida=2`);
    await expect
      .poll(() => page.evaluate(`document.querySelector('.sheet img')?.naturalWidth`))
      .toBeGreaterThan(1000);
    await close();
  });
});

describe('a file that was not read', () => {
  it('says why, what to do, and where it lies', async () => {
    const { page, close } = await openTab(browser, desk.url);
    await page.goto(`/handling/${sha('a')}`);
    const said = await page.getByRole('main').textContent();
    expect(said).toContain('Filen är krypterad och kräver lösenord.');
    expect(said).toContain('Spara en kopia utan lösenord');
    expect(said).toContain('Filen ligger på flera ställen (2)');
    await page.goto(`/handling/${sha('c')}`);
    expect(await page.getByRole('main').textContent()).toContain('Det är inget fel på filen');
    await close();
  });
});

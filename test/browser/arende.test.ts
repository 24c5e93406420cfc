/** A matter's page: where it lies, its way as a picture and in words, and what goes with it. */
import { readFile } from 'node:fs/promises';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from './chromium.ts';
import { type Desk, openDesk } from './filled.ts';
import { axeFaults, lookAt } from './looks.ts';
import { BATPLATSER, madeUpArende, madeUpSecret, planDeliveries } from './made-up-arende.ts';
import { crowdedClauses, keepCrowded } from './trangt.ts';
import { asLasare, visit, wordsIn } from './visits.ts';

let browser: Browser;
let desk: Desk;
let crowded: string;
const path = `/arende/${encodeURIComponent(BATPLATSER)}`;
beforeAll(async () => {
  [browser, desk] = await Promise.all([launchBrowser(), madeUpArende().then((files) => openDesk(files))]);
  await planDeliveries(desk, 'Kommunrevisionen');
  crowded = `/arende/${encodeURIComponent(await keepCrowded(desk.deps.store))}`;
});
afterAll(async () => {
  await browser.close();
  await desk.close();
});

const onPage = (at: string, work: (page: Page) => Promise<void>) => visit(browser, desk.url, at, work);

describe('a matter', () => {
  it('can be looked at by all', async () => {
    await lookAt(browser, desk.url, path, 'arende', '.way-picture .whole svg');
    await lookAt(browser, desk.url, '/arende?nummer=TN 2024/31', 'arende-flera');
    await lookAt(browser, desk.url, '/arende?nummer=KS 1999/1', 'arende-inget');
    await lookAt(browser, desk.url, '/arende', 'arende-hitta');
  });

  it('says where it lies and what is awaited', async () => {
    await onPage(path, async (page) => {
      expect(await page.locator('h1').textContent()).toBe('Avgifter för båtplatser');
      const facts = await wordsIn(page.locator('dl.facts'));
      expect(facts).toContain('Ligger nuhos Kommunstyrelsen');
      expect(facts).toContain('beslut av Kommunstyrelsen sedan 7 maj 2024');
    });
  });

  it('tells every step with what stands in it', async () => {
    await onPage(path, async (page) => {
      const step = (n: number) => wordsIn(page.locator(`#steg-${n}`));
      expect(await page.locator('.steps > li').count()).toBe(4);
      expect(await step(2)).toMatch(/24 februari 2024 Tekniska nämnden § 14/);
      for (const said of [
        'Alva Strand (S) yrkar avslag',
        '8 ja, 7 nej',
        'reserverar sig mot beslutet',
        'att anta nya avgifter',
        'Kommunstyrelsen förslag, därefter Kommunfullmäktige',
      ]) {
        expect(await step(2)).toContain(said);
      }
      expect(await step(3)).toContain('återremiss');
      const sent = await step(4);
      expect(sent).toContain('Hamnenheten levererad');
      expect(sent).toContain('Ekonomiavdelningen misslyckad');
      expect(sent).toContain('Kommunrevisionen väntar på kanalen e-post (post)');
    });
  });

  it('leads from each item, body and file to its own page', async () => {
    await onPage(path, async (page) => {
      const hrefs = await page
        .locator('#steg-2 a')
        .evaluateAll((all) => all.map((a) => a.getAttribute('href')));
      expect(hrefs).toContain('/organ/Tekniska%20n%C3%A4mnden?huvudman=Sj%C3%B6viks+kommun');
      expect(hrefs).toContain('/person/Alva%20Strand');
      expect(hrefs.some((href) => /^\/post\/[0-9a-f]{20}$/.test(href ?? ''))).toBe(true);
      const sha256 = desk.sha256('sjovik-2-namnd.txt');
      expect(hrefs.some((href) => href?.startsWith(`/handling/${sha256}?sida=1`))).toBe(true);
    });
  });
});

/** What a picture shows, a text's lines joined. */
const drawnWords = (svg: string): string =>
  svg
    .replaceAll(/<(?:title|desc|style)>[^<]*<\/\w+>/g, '')
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll(/(?:\s|&nbsp;)+/g, ' ');

/** Each decision, vote, reservation and delivery of the matter. */
const onTheCards = [
  'att anta nya avgifter för båtplatser från den 1 juni 2024,',
  'att inhämta yttrande från hamnenheten senast den 30 juni 2024.',
  'att återremittera ärendet till tekniska nämnden för en redovisning av kostnaderna.',
  'votering 8–7, utslag ja',
  'reservation mot beslutet: Alva Strand (S)',
  '⚠ Ekonomiavdelningen: misslyckad',
  '✉ Kommunrevisionen: väntar',
  '✉ Kommunstyrelsen: skickas',
  `✉ Hamnenheten: levererad ${new Date().toISOString().slice(0, 10)}`,
];

describe('the picture', () => {
  it('has every decision, vote, reservation and delivery on it, which lead where they stand for ever', async () => {
    await onPage(path, async (page) => {
      const whole = page.locator('.way-picture .whole');
      const said = drawnWords(await whole.innerHTML());
      for (const one of onTheCards) expect(said).toContain(one);
      const items = await whole.locator('a.item').evaluateAll((all) =>
        all.map((a) => ({
          href: a.getAttribute('href') ?? '',
          whole: a.querySelector('title')?.textContent,
        })),
      );
      expect(items).toHaveLength(6);
      const inList = await page
        .locator('.steps a')
        .evaluateAll((all) => all.map((a) => a.getAttribute('href')));
      for (const { href } of items) expect(inList).toContain(href);
      await whole.locator('a.item', { hasText: 'votering 8–7' }).click();
      expect(new URL(page.url()).pathname).toBe(items.find((one) => one.whole?.startsWith('votering'))?.href);
      expect(await page.locator('h1').count()).toBe(1);
    });
  });

  it('of a crowded matter is read sheet by sheet, and nothing is left out', async () => {
    await onPage(crowded, async (page) => {
      const sheets = page.getByRole('region', { name: 'Ärendets väg som bild' });
      expect(await sheets.getByRole('link').count()).toBe(60);
      const starts = await sheets
        .locator('a.item')
        .evaluateAll((all) =>
          all.flatMap((a) => /^\d+\. avsätta/.exec(a.querySelector('text')?.textContent ?? '') ?? []),
        );
      expect(starts).toHaveLength(crowdedClauses().length);
      expect(await sheets.locator('a.item', { hasText: 'votering' }).count()).toBe(20);
      expect(await sheets.locator('a.item', { hasText: 'reservation mot att-sats 1' }).count()).toBe(15);
      expect(await axeFaults(page)).toEqual([]);
      // as large as small print is, and no sheet wider than the window shows
      const sizes = await sheets.locator('svg').evaluateAll((all) =>
        all.map((svg) => {
          const { width } = svg.getBoundingClientRect();
          return { width, size: (12 * width) / Number(svg.getAttribute('viewBox')?.split(' ')[2]) };
        }),
      );
      for (const { width, size } of sizes) {
        expect(width).toBeLessThanOrEqual(1240);
        expect(size).toBeGreaterThan(10.5);
      }
    });
  });

  it('of a crowded matter is printed whole: each step on its sheet, each clause word for word after them', async () => {
    await onPage(crowded, async (page) => {
      const { openDocument } = await import('../../extraction/pages/index.ts');
      const { pages } = await openDocument(await page.pdf({ preferCSSPageSize: true }));
      const tight = (text: string) => text.replaceAll(/\s/g, '');
      const across = pages.filter(({ width, height }) => (width ?? 0) > (height ?? 0));
      const textOf = (all: typeof pages) =>
        tight(all.flatMap(({ lines }) => lines.map(({ text }) => text)).join(''));
      const drawn = textOf(across);
      for (let step = 0; step < 60; step++) expect(drawn).toContain(`§${100 + step}`);
      expect(drawn).toMatch(/40\.avsätta680000/);
      const listed = textOf(pages.filter((one) => !across.includes(one)));
      for (const clause of crowdedClauses()) expect(listed).toContain(tight(clause));
      for (const { lines, width } of pages) {
        for (const { bbox } of lines) expect(bbox?.[2]).toBeLessThanOrEqual(width ?? 0);
      }
    });
  });

  it('leads by keyboard from a card to its step', async () => {
    await onPage(path, async (page) => {
      const card = page.getByRole('link', { name: /^3\. Kommunstyrelsen: 2024-03-25/ });
      await card.focus();
      await page.keyboard.press('Enter');
      expect(new URL(page.url()).hash).toBe('#steg-3');
      expect(await page.locator('#steg-3').evaluate((one) => one.matches(':target'))).toBe(true);
    });
  });

  it('scrolls in a region of its own that the keyboard reaches', async () => {
    await onPage(path, async (page) => {
      await page.setViewportSize({ width: 390, height: 844 });
      const region = page.getByRole('region', { name: 'Ärendets väg som bild' }).last();
      await region.focus();
      await page.keyboard.press('ArrowRight');
      await expect.poll(() => region.evaluate((one) => one.scrollLeft)).toBeGreaterThan(0);
    });
  });

  it('comes after the list in a narrow window', async () => {
    await onPage(path, async (page) => {
      const top = async (selector: string) => (await page.locator(selector).boundingBox())?.y ?? 0;
      expect(await top('.drawn')).toBeLessThan(await top('.told'));
      await page.setViewportSize({ width: 390, height: 844 });
      expect(await top('.told')).toBeLessThan(await top('.drawn'));
    });
  });

  it('is downloaded as a file of its own, with what was decided and delivered', async () => {
    await onPage(path, async (page) => {
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('link', { name: 'Hämta bilden (SVG)' }).click(),
      ]);
      expect(download.suggestedFilename()).toBe('TN-2024-0031.svg');
      const svg = await readFile(await download.path(), 'utf8');
      for (const said of onTheCards) expect(drawnWords(svg)).toContain(said);
      expect(svg).toContain('@media screen and (prefers-color-scheme:dark)');
      expect(svg).toMatch(/ font-family="[^"]*sans-serif"/);
      expect(svg).toMatch(/^<svg [^>]*role="img"/);
    });
  });

  it('has a colour of the page for everything that it draws', async () => {
    const css = await readFile(new URL('../../server/desk/arende/arende.css', import.meta.url), 'utf8');
    await onPage(path, async (page) => {
      const classes = await page
        .locator('.way-picture [class]')
        .evaluateAll((all) => [...new Set(all.map((one) => one.getAttribute('class')))]);
      expect(classes.length).toBeGreaterThan(8);
      for (const name of classes) expect(css).toContain(`.${name}`);
    });
  });

  it('is printed across, and the list after it', async () => {
    await onPage(path, async (page) => {
      const pdf = await page.pdf({ preferCSSPageSize: true });
      const { openDocument } = await import('../../extraction/pages/index.ts');
      const { pages } = await openDocument(pdf);
      const sizes = pages.map(({ width, height }) => (width ?? 0) > (height ?? 0));
      expect(sizes).toContain(true);
      expect(sizes.at(-1)).toBe(false);
    });
  });
});

describe('a number', () => {
  it('that several huvudmän have is answered with the choices', async () => {
    await onPage('/arende?nummer=2024/31', async (page) => {
      await page.getByRole('link', { name: 'Ekby kommun' }).click();
      expect(await page.locator('h1').textContent()).toBe('Ny bassängtaxa för badhuset');
    });
  });

  it('in another form finds its matter', async () => {
    await onPage('/arende?nummer=KS 2024/40', async (page) => {
      expect(new URL(page.url()).pathname).toBe('/arende/sjovik%3AKS-2024%2F40');
      expect(await wordsIn(page.locator('.awaited'))).toMatch(
        /senast 26 februari 2025.*⚠ [\d\s]+ dagar för sent/s,
      );
    });
  });

  it('that nobody has is said so, with the number left to mend', async () => {
    const answer = await fetch(`${desk.url}/arende?nummer=KS+1999/1`, { headers: { accept: 'text/html' } });
    expect(answer.status).toBe(404);
    expect(await answer.text()).toContain('value="KS 1999/1"');
  });
});

describe('others', () => {
  it('see the matter as a läsare, and nothing to change it by', async () => {
    const reader = await asLasare(desk);
    await visit(browser, reader.url, path, async (page) => {
      expect(await page.locator('.steps > li').count()).toBe(4);
      expect(await wordsIn(page)).toContain('Hamnenheten levererad');
      expect(await page.locator('a[href^="/expediering/"]').count()).toBe(0);
      expect(await page.getByRole('heading', { name: 'För samman' }).count()).toBe(0);
    });
    for (const path of ['/inkorg', '/inkorg/Hamnenheten', '/sent?alla=ja', '/expediering', '/diarium']) {
      await visit(browser, reader.url, path, async (page) => {
        expect(await page.locator('h1').textContent()).not.toBe('Något gick fel hos oss');
      });
    }
    const at = `${reader.url}${path}`;
    expect((await fetch(`${at}/sammanfor?med=x`)).status).toBe(403);
    for (const what of ['sammanfor', 'skilj']) {
      const answer = await fetch(`${at}/${what}`, { method: 'POST', headers: { origin: reader.url } });
      expect(answer.status).toBe(403);
    }
    await reader.close();
  });

  it('are told as a läsare that there is a matter under secrecy, and nothing of whom it is about', async () => {
    const secret = await openDesk(await madeUpSecret());
    const [matter] = await secret.deps.store.matters();
    const at = `/arende/${encodeURIComponent(matter?.id ?? '')}`;
    const reader = await asLasare(secret);
    for (const path of [at, `${at}.svg`, '/inkorg', '/expediering', '/diarium', '/sent?alla=ja']) {
      const answer = await fetch(reader.url + path);
      expect([path, answer.status]).toEqual([path, 200]);
      expect(await answer.text()).not.toMatch(/Karin|Holm|19570312|Alva/);
    }
    await visit(browser, reader.url, at, async (page) => {
      expect(await wordsIn(page)).toContain('SN 2024/0044');
      expect(await wordsIn(page)).toContain('bilden visar vart ärendet har gått, men inte vad det gäller');
      expect(await page.locator('a[href*="utel"]').count()).toBe(0);
    });
    // whoever is to decide on it sees it whole
    await visit(browser, secret.url, at, async (page) => {
      expect(await wordsIn(page.locator('.steps'))).toContain('Karin Holm');
      expect(await wordsIn(page.locator('.whole'))).not.toContain('Karin Holm');
    });
    await reader.close();
    await secret.close();
  });

  it('read the page in English', async () => {
    await visit(browser, desk.url, path, async (page) => {
      await page.getByRole('link', { name: 'In English' }).click();
      const said = await wordsIn(page);
      for (const part of ['Step by step', 'referred back', 'Went on to', 'a decision by Kommunstyrelsen']) {
        expect(said).toContain(part);
      }
    });
  });
});

/** What every view is looked at for: that all can use it (axe, WCAG 2.2 AA), that nothing breaks in it, and how it looks. */
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { expect } from 'vitest';

const axe = readFileSync(fileURLToPath(import.meta.resolve('axe-core/axe.min.js')), 'utf8');
/** Pictures for people to look at; kept out of the repository. */
const shots = process.env.EXPEDIERA_SHOTS ?? join(import.meta.dirname, 'shots');

/** The rules that tell one colour from another: all that a page in the dark can have against it that it has not in the light. */
const COLOURS = { type: 'rule', values: ['color-contrast', 'link-in-text-block'] };
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const SIZES = { wide: { width: 1280, height: 900 }, narrow: { width: 390, height: 844 } } as const;

/** A tab in which anything that the browser complains of is a fault, other than what the page itself is answered. */
export async function openTab(browser: Browser, url: string, cookies: { [name: string]: string } = {}) {
  const context = await browser.newContext({
    viewport: SIZES.wide,
    locale: 'sv-SE',
    baseURL: url,
    acceptDownloads: true,
  });
  await context.addCookies(Object.entries(cookies).map(([name, value]) => ({ name, value, url })));
  const page = await context.newPage();
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error' && !/status of 4\d\d/.test(message.text())) faults.push(message.text());
  });
  return { page, faults, close: () => context.close() };
}

/** Keeps a picture of the page as it is, for people to look at. */
export async function keepShot(page: Page, name: string): Promise<void> {
  mkdirSync(shots, { recursive: true });
  await page.screenshot({ path: join(shots, `${name}.png`), fullPage: true });
}

/** What axe finds against WCAG 2.2 AA, as lines to read. The driver runs it: the page itself lets no script of others in. */
export const axeFaults = (page: Page): Promise<string[]> => faultsBy(page, TAGS);

async function faultsBy(page: Page, rules: typeof TAGS | typeof COLOURS): Promise<string[]> {
  const how = JSON.stringify({ runOnly: rules, resultTypes: ['violations'] });
  const found = (await page.evaluate(
    `(async () => { ${axe}; return (await axe.run(document, ${how})).violations; })()`,
  )) as { id: string; nodes: { html: string; failureSummary?: string }[] }[];
  return found.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${id}: ${node.html.slice(0, 160)} ${node.failureSummary ?? ''}`),
  );
}

/**
 * Looks at a view at 1280 and 390 pixels, light and dark: no fault by axe, nothing wider than the window, a heading of its
 * own, and a picture of each.
 *
 * @param ready selector of what client code puts there last, where it does
 * @param cookies of who looks, where somebody has to have logged in
 */
export async function lookAt(
  browser: Browser,
  base: string,
  path: string,
  name: string,
  ready?: string,
  cookies: { [name: string]: string } = {},
): Promise<void> {
  for (const tema of ['ljust', 'morkt'] as const) {
    const { page, faults, close } = await openTab(browser, base, { tema, ...cookies });
    try {
      for (const [size, viewport] of Object.entries(SIZES)) {
        await page.setViewportSize(viewport);
        await page.goto(path);
        if (ready) await page.waitForSelector(ready);
        await keepShot(page, `${name}-${size}-${tema}`);
        // what is there is the same in the dark: there only colours can be at fault
        await expectGood(page, `${name} ${size} ${tema}`, tema === 'ljust' ? TAGS : COLOURS);
      }
      expect(faults).toEqual([]);
    } finally {
      await close();
    }
  }
}

async function expectGood(
  page: Page,
  name: string,
  rules: typeof TAGS | typeof COLOURS = TAGS,
): Promise<void> {
  expect([name, await faultsBy(page, rules)]).toEqual([name, []]);
  const [wide, room] = (await page.evaluate('[document.documentElement.scrollWidth, innerWidth]')) as [
    number,
    number,
  ];
  expect([name, wide <= room]).toEqual([name, true]);
  expect([name, await page.locator('h1').count()]).toEqual([name, 1]);
}

/** A page to be looked at by its address, or as it was answered to a request that a browser does not make by itself. */
export interface Glance {
  name: string;
  path: string;
  answer?: { status: number; headers: Headers; html: string };
}

/** How pages are looked at that are simple: wide and light, and narrow and dark; each combination in one tab. */
export const GLANCES = [
  { size: 'wide', tema: 'ljust' },
  { size: 'narrow', tema: 'morkt' },
] as const;

/** Looks at many pages one after the other in one tab, as lookAt does at one. */
export async function glanceAt(
  browser: Browser,
  base: string,
  pages: readonly Glance[],
  { size, tema, sprak = 'sv' }: (typeof GLANCES)[number] & { sprak?: 'sv' | 'en' },
): Promise<void> {
  const { page, faults, close } = await openTab(browser, base, { tema, sprak });
  try {
    await page.setViewportSize(SIZES[size]);
    for (const { name, path, answer } of pages) {
      if (answer)
        await page.route(base + path, (route) =>
          route.fulfill({
            ...{ status: answer.status, body: answer.html, contentType: 'text/html; charset=utf-8' },
            headers: Object.fromEntries(answer.headers),
          }),
        );
      await page.goto(path);
      await keepShot(page, `${name}-${sprak}-${size}-${tema}`);
      await expectGood(page, `${name} ${sprak} ${size} ${tema}`);
    }
    expect(faults.filter((fault) => !/status of 50[03]/u.test(fault))).toEqual([]);
  } finally {
    await close();
  }
}

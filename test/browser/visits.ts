/** How tests visit the desk: one page at a time, and as a läsare, who sees and cannot change. */
import { Hono } from 'hono';
import { csrf } from 'hono/csrf';
import type { Browser, Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import type { DeskEnv } from '../../server/desk/deps.ts';
import { addDesk } from '../../server/desk/index.ts';
import { headers } from '../../server/headers.ts';
import { type Listening, listen } from '../../server/listen.ts';
import { maskedStore } from '../../server/mask/index.ts';
import type { Desk } from './filled.ts';
import { openTab } from './looks.ts';

/** Opens a page, and sees to it that nothing broke in it. */
export async function visit(
  browser: Browser,
  url: string,
  path: string,
  work: (page: Page) => Promise<void>,
): Promise<void> {
  const { page, faults, close } = await openTab(browser, url);
  await page.goto(path);
  await work(page);
  // that nothing runs is answered so, and is no fault of the page
  expect(faults.filter((fault) => !fault.includes('status of 503'))).toEqual([]);
  await close();
}

/** What stands there, its blanks drawn together. */
export const wordsIn = async (where: Locator | Page): Promise<string> => {
  const of = 'goto' in where ? where.locator('main') : where;
  return ((await of.textContent()) ?? '').replaceAll(/\s+/g, ' ');
};

/** Serves what a desk serves, to a läsare. */
export function asLasare({ deps }: Desk): Promise<Listening> {
  const app = new Hono<DeskEnv>();
  app.use(headers);
  app.use(csrf());
  app.use(async (context, next) => {
    context.set('besokare', { namn: 'Lisa Läsare', roll: 'lasare', inloggad: true });
    context.set('store', maskedStore(deps.store));
    await next();
  });
  addDesk(app, deps);
  return listen(app, 0);
}

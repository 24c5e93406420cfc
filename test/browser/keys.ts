/** A page as whoever has no mouse uses it: from place to place by Tab, seeing where one is. */
import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';

/** Whether what has the focus shows it. */
export const focusSeen = (page: Page): Promise<boolean> =>
  page.evaluate(
    `(() => { const one = document.activeElement; const { outlineStyle, outlineWidth } = getComputedStyle(one); return one.matches(':focus-visible') && outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2; })()`,
  );

/** Goes on by Tab until it is there. */
export async function tabTo(page: Page, where: Locator, most = 80): Promise<void> {
  for (let n = 0; n < most; n++) {
    await page.keyboard.press('Tab');
    if (await where.evaluate(isFocused)) {
      expect(await focusSeen(page)).toBe(true);
      return;
    }
  }
  throw new Error(`not reached by ${most} steps: ${where}`);
}

const isFocused = (one: { ownerDocument: { activeElement: unknown } }): boolean =>
  one.ownerDocument.activeElement === one;

/** Goes there and presses it. */
export async function press(page: Page, where: Locator, key: 'Enter' | 'Space' = 'Enter'): Promise<void> {
  await tabTo(page, where);
  await page.keyboard.press(key);
}

/** What was done has the focus, and shows it: the keyboard goes on from there. */
export async function saidInFocus(page: Page, said: string | RegExp): Promise<void> {
  const done = page.locator('#gjort:focus');
  await done.waitFor();
  expect((await done.textContent())?.replaceAll(/\s+/g, ' ')).toMatch(said);
  expect(await focusSeen(page)).toBe(true);
}

/** What is on paper of a page: all that can be pressed is away. */
export async function onPaper(page: Page): Promise<string> {
  await page.emulateMedia({ media: 'print' });
  for (const away of ['.top', '.bottom', '.skip', 'main button', '.sub-menu', '.narrow', '.pager']) {
    for (const one of await page.locator(away).all())
      expect([away, await one.isVisible()]).toEqual([away, false]);
  }
  // as it is laid out: what is hidden says nothing
  const said: string = await page.evaluate('document.querySelector("main").innerText');
  await page.emulateMedia({ media: 'screen' });
  return said.replaceAll(/\s+/g, ' ');
}

/** Bodies, persons and parties: what a journalist asks of them is one click away. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { wayOf } from '../../diarium/way/index.ts';
import { launchBrowser } from './chromium.ts';
import { type Desk, openDesk } from './filled.ts';
import { lookAt, openTab } from './looks.ts';
import { sokbart } from './sokbart.ts';

let browser: Browser;
let desk: Desk;
beforeAll(async () => {
  [browser, desk] = await Promise.all([
    launchBrowser(),
    openDesk(['granvik-1-namnd.pdf', 'granvik-2-styrelse.pdf']),
  ]);
  const { store } = desk.deps;
  for (const record of sokbart) {
    const { matters } = await store.saveRecord(record, '1.0');
    for (const id of matters) await store.updateWay(id, wayOf);
  }
});
afterAll(async () => {
  await browser.close();
  await desk.close();
});

const organ = '/organ/Kommunfullm%C3%A4ktige?huvudman=Ekbacka+kommun';

describe('looks', () => {
  it.each([
    ['/organ', 'organ'],
    [organ, 'organ-ett'],
    ['/person/Ulla%20Sj%C3%B6', 'person'],
    ['/parti/M', 'parti'],
  ])('of %s', async (path, name) => {
    await lookAt(browser, desk.url, path, name);
  });
});

describe('one click', () => {
  it.each([
    ['/parti/V', /^Yrkanden som avslogs/, '?typ=yrkanden&parti=V&utfall=avslag&ordning=datum', 2],
    [
      organ,
      /^Beslut om återremiss/,
      '?typ=beslut&organ=Kommunfullm%C3%A4ktige&huvudman=Ekbacka+kommun&utfall=aterremiss&ordning=datum&per=paragraf',
      3,
    ],
    [
      organ,
      /^reservationer 2030/,
      '?typ=reservationer&organ=Kommunfullm%C3%A4ktige&huvudman=Ekbacka+kommun&ar=2030&ordning=datum',
      2,
    ],
    [
      '/person/Bo%20Bergkvist',
      /^Yrkanden som avslogs/,
      '?typ=yrkanden&person=Bo+Bergkvist&utfall=avslag&ordning=datum',
      3,
    ],
  ])('on %s: %s', async (path, name, search, hits) => {
    const { page, faults, close } = await openTab(browser, desk.url);
    await page.goto(path);
    const link = page.getByRole('link', { name });
    const told = await link.locator('xpath=ancestor::*[self::li or self::td]').textContent();
    await link.focus();
    await page.keyboard.press('Enter');
    await page.waitForURL('**/sok?**');
    expect(new URL(page.url()).search).toBe(search);
    // the number on the page is that of the list
    expect(told?.trim().endsWith(String(hits))).toBe(true);
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe(
      `${hits} ${search.includes('per=paragraf') ? 'paragrafer' : 'träffar'}`,
    );
    expect(faults).toEqual([]);
    await close();
  });

  it('leads from the list of bodies to one, and from a hit to a person and a party', async () => {
    const { page, close } = await openTab(browser, desk.url);
    await page.goto('/organ');
    await page.getByRole('link', { name: 'Kommunfullmäktige' }).click();
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('Kommunfullmäktige');
    await page.goto('/sok?q=barnfamiljer&ar=2031');
    await page.locator('.hit').getByRole('link', { name: 'Ulla Sjö' }).click();
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('Ulla Sjö');
    await page.getByRole('link', { name: 'MP', exact: true }).first().click();
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('MP');
    await close();
  });
});

describe('a person', () => {
  it('has parties over time, and votes of their own', async () => {
    const { page, close } = await openTab(browser, desk.url);
    await page.goto('/person/ulla%20sj%C3%B6');
    const rows = async (heading: string) =>
      (await page.locator('section', { hasText: heading }).last().locator('tbody tr').allTextContents()).map(
        (text) => text.replace(/\s+/gu, ' ').trim(),
      );
    const parties = await rows('Partier genom åren');
    expect(parties).toEqual(['MP5 mars 20305 mars 20312', 'V5 mars 20295 mars 20317']);
    expect(await rows('Så röstade')).toEqual(
      ['2031', '2030', '2029'].map(
        (year) => `5 mars ${year}Taxa för badhuset · Kommunfullmäktigejaja-sidan vann`,
      ),
    );
    await close();
  });

  it('of whom only a part of the name is given is looked for', async () => {
    const answer = await fetch(`${desk.url}/person/Sj%C3%B6`, { redirect: 'manual' });
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/sok?person=Sj%C3%B6']);
  });

  it.each(['/person/Ingen%20Alls', '/parti/XYZ', '/organ/Kamelnämnden'])(
    '%s is said not to be there',
    async (path) => {
      const answer = await fetch(desk.url + path, { headers: { accept: 'text/html' } });
      expect(answer.status).toBe(404);
    },
  );
});

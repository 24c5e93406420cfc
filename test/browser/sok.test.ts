/** A journalist's day: finds, narrows, sees how it was voted, keeps a link, and takes the list along. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { wayOf } from '../../diarium/way/index.ts';
import { reading } from '../store/readings.ts';
import { launchBrowser } from './chromium.ts';
import { type Desk, openDesk } from './filled.ts';
import { lookAt, openTab } from './looks.ts';
import { sokbart } from './sokbart.ts';

let browser: Browser;
let desk: Desk;
let bare: Desk;
beforeAll(async () => {
  [browser, desk, bare] = await Promise.all([
    launchBrowser(),
    openDesk(['granvik-1-namnd.pdf', 'granvik-2-styrelse.pdf']),
    openDesk([]),
  ]);
  const { store } = desk.deps;
  for (const record of sokbart) {
    const { matters } = await store.saveRecord(record, '1.0');
    for (const id of matters) await store.updateWay(id, wayOf);
  }
});
afterAll(async () => {
  await browser.close();
  await Promise.all([desk.close(), bare.close()]);
});

describe('looks', () => {
  it('of a search', async () => {
    await lookAt(browser, desk.url, '/sok?q=taxan+OR+återremiss', 'sok');
  });
  it('of a search narrowed', async () => {
    await lookAt(browser, desk.url, '/sok?q=taxa&typ=yrkanden&parti=M&utfall=avslag', 'sok-begransad');
  });
  it('before anything is asked, and when nothing is found', async () => {
    await lookAt(browser, desk.url, '/sok', 'sok-start');
    await lookAt(browser, desk.url, '/sok?q=badhuset+kamelkaravan&typ=beslut', 'sok-inget');
    await lookAt(browser, bare.url, '/sok', 'sok-tom');
  });
});

describe('one item', () => {
  const first = async (query: string): Promise<string> => {
    const [hit] = (await desk.deps.store.search({ query, typ: 'beslut' })).hits;
    return `/post/${hit?.id}`;
  };

  it('looks', async () => {
    await lookAt(browser, desk.url, await first('taxa'), 'post');
    await lookAt(browser, desk.url, await first('återremitteras'), 'post-obekraftad');
  });

  it('looks when its file was read anew, and when it is gone', async () => {
    const { store } = desk.deps;
    const clauses = [
      { text: 'att godkänna avtal om båthus vid sjön,', line: 0 },
      { text: 'att båthusets tak målas rött.', line: 3 },
    ];
    const read = (version: string, some: typeof clauses) =>
      store.saveRecord(
        reading([[{ paragraf: '7', rubrik: 'Avtal om båthus', clauses: some }]], 'e'),
        version,
      );
    await read('1.1', clauses);
    const { hits } = await store.search({ query: 'båthus', ordning: 'datum' });
    await read('1.2', [{ text: 'att godkänna avtalet om ett båthus vid sjön.', line: 0 }]);
    const [avtal, tak] = ['godkänna', 'målas'].map(
      (word) => hits.find(({ text }) => text.includes(word))?.permanentId,
    );
    await lookAt(browser, desk.url, `/post/${avtal}`, 'post-omlast');
    await lookAt(browser, desk.url, `/post/${tak}`, 'post-borta');
  });

  it('has a citation that a button copies, and says so', async () => {
    const { page, faults, close } = await openTab(browser, desk.url);
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    const path = await first('taxa');
    await page.goto(path);
    await page.getByRole('button', { name: 'Kopiera hänvisningen' }).focus();
    await page.keyboard.press('Enter');
    await page.getByText('Hänvisningen är kopierad.').waitFor();
    const copied = await page.evaluate('navigator.clipboard.readText()');
    expect(copied).toBe(
      `Kommunfullmäktige i Ekbacka kommun, protokoll 2031-03-05, § 41, s. 2, KS 2031/14: ”att anta ny taxa för badhuset från den 1 juli 2031.” ${desk.url}${path}`,
    );
    expect(faults).toEqual([]);
    await close();
  });

  it('says what is not confirmed, also in the citation, and leads to what stands beside it', async () => {
    const { page, close } = await openTab(browser, desk.url);
    await page.goto(await first('återremitteras'));
    expect(await page.locator('#hanvisning').textContent()).toContain('§ 42 (obekräftat)');
    await page.getByRole('link', { name: 'mot återremissen' }).click();
    expect(await page.getByText('Reservation av:').textContent()).toBe(
      'Reservation av: Ulla Sjö (V), Nils Falk (SD)',
    );
    await close();
  });

  it('that is not there is said so', async () => {
    const answer = await fetch(`${desk.url}/post/none`, { headers: { accept: 'text/html' } });
    expect([answer.status, (await answer.text()).includes('Sidan finns inte')]).toEqual([404, true]);
  });
});

describe('a search', () => {
  it('marks what was asked for, in any form and in compounds, and nothing else', async () => {
    const { page, close } = await openTab(browser, desk.url);
    await page.goto('/sok?q=avgift+-motion');
    const marked = await page.locator('mark').allTextContents();
    expect(new Set(marked.map((one) => one.toLowerCase()))).toContain('avgiften');
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toMatch(
      /^\d+ träffar på ”avgift -motion”$/,
    );
    await close();
  });

  it('is asked by keyboard, narrowed by links, widened again, and turned page by page', async () => {
    const { page, faults, close } = await openTab(browser, desk.url);
    await page.goto('/');
    await page.locator('#fraga').focus();
    await page.keyboard.type('taxan');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/sok?q=taxan');
    const heading = page.getByRole('heading', { level: 1 });
    const all = await heading.textContent();
    const facets = page.getByRole('complementary', { name: 'Begränsa' });
    await facets.getByRole('link', { name: /^yrkanden/ }).click();
    await facets.getByRole('link', { name: /^avslag/ }).focus();
    await page.keyboard.press('Enter');
    await page.waitForURL('**/sok?q=taxan&typ=yrkanden&utfall=avslag');
    expect(await heading.textContent()).toBe('3 träffar på ”taxan”');
    expect(await page.getByText('yrkandet avslogs').count()).toBe(3);
    await page.getByRole('link', { name: 'Ta bort: Utfall: avslag' }).click();
    await page.getByRole('link', { name: 'Ta bort: Slag: yrkanden' }).click();
    expect(await heading.textContent()).toBe(all);
    expect(new URL(page.url()).search).toBe('?q=taxan');
    // new words keep what it is narrowed by
    await page.goto('/sok?q=taxan&ar=2030');
    await page.locator('#fraga').fill('återremiss');
    await page.keyboard.press('Enter');
    await page.waitForURL(/q=%C3%A5terremiss&ar=2030/);
    expect(await page.getByText('KS 2029/22').count()).toBe(0);
    await page.goto('/sok?q=a+OR+att+OR+till+OR+mot+OR+bifall');
    await page.getByRole('link', { name: 'Nästa' }).click();
    expect(await page.getByText(/^21–\d+ av \d+$/).count()).toBe(1);
    expect(faults).toEqual([]);
    await close();
  });

  it('shows how the § was voted on, by party, and what is not confirmed', async () => {
    const { page, close } = await openTab(browser, desk.url);
    await page.goto('/sok?q=taxa&typ=beslut&ar=2031');
    const vote = page.locator('.vote').first();
    expect(await vote.textContent()).toContain('31 ja, 18 nej, 2 avstår · ja-sidan vann');
    expect(await vote.locator('dl').textContent()).toBe('jaS 2, V 1nejKD 1, M 1avstårSD 1');
    await page.goto('/sok?q=ÅTERREMITTERAS&ar=2031');
    expect(await page.getByText('obekräftat: paragraf').count()).toBe(1);
    await close();
  });

  it('leads to the page where it stands, to the matter and to the item itself', async () => {
    const { page, faults, close } = await openTab(browser, desk.url);
    const path = '/sok?q=avgifter&typ=forslag&ar=2023';
    await page.goto(path);
    const hit = page.locator('.hit').first();
    const links = await hit
      .locator('h2 a, .hit-links a, .whose a')
      .evaluateAll((all) => all.map((one) => one.getAttribute('href') ?? ''));
    expect(links.map((one) => one.split('/')[1])).toEqual(['handling', 'handling', 'arende', 'post']);
    const id = decodeURIComponent(links[3]?.split('/')[2] ?? '');
    expect(new URL(links[0] ?? '', desk.url).searchParams.get('post')).toBe(id);
    for (const link of links) {
      await page.goto(link);
      expect([link, await page.getByRole('heading', { level: 1 }).count()]).toEqual([link, 1]);
      expect(await page.getByText('Sidan finns inte').count()).toBe(0);
    }
    expect(faults).toEqual([]);
    await close();
  });

  it('is in English for who wants it so', async () => {
    const { page, close } = await openTab(browser, desk.url, { sprak: 'en' });
    await page.goto('/sok?q=taxan&typ=yrkanden&utfall=avslag');
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('3 hits for ”taxan”');
    expect(await page.getByText('motion rejected').count()).toBe(3);
    await close();
  });

  it('with a word misspelt is told what may have been meant', async () => {
    const { page, close } = await openTab(browser, desk.url);
    await page.goto('/sok?q=badhust&typ=beslut');
    await page.getByRole('link', { name: 'badhuset', exact: true }).click();
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('3 träffar på ”badhuset”');
    await close();
  });

  it('that finds nothing says what less would find', async () => {
    const { page, close } = await openTab(browser, desk.url);
    await page.goto('/sok?q=badhuset+kamelkaravan&typ=beslut');
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toContain('Inga träffar');
    await page.getByRole('link', { name: 'med bara ”badhuset”' }).click();
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('3 träffar på ”badhuset”');
    await close();
  });

  it.each([
    '/sok?q=%22',
    '/sok?q=*&typ=nonsens&ar=x&sida=-1',
    '/sok?organ=%00&sida=99999',
    `/sok?q=${'a+'.repeat(1500)}`,
  ])('%s is answered', async (path) => {
    const answer = await fetch(desk.url + path);
    expect(answer.status).toBe(200);
    expect(await answer.text()).toContain('<h1>');
  });
});

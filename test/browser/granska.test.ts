/** Review by those who do it, on a real installation: an hour by keyboard alone, two at once, an engine that goes away. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { protokoll } from '../cli/fiskvik.ts';
import { launchBrowser } from './chromium.ts';
import { whatIsNoItem } from './granska-arende.ts';
import { granskaBed, SCAN, TEXT } from './granska-bed.ts';
import { focused, heading, holds, said, settled } from './granska-hands.ts';
import { howItLooks } from './granska-vyer.ts';
import { axeFaults, keepShot, lookAt, openTab } from './looks.ts';

let browser: Browser;
let on: Awaited<ReturnType<typeof granskaBed>>;
beforeAll(async () => {
  [browser, on] = await Promise.all([launchBrowser(), granskaBed()]);
  await on.take(SCAN, TEXT);
}, 120_000);
afterAll(async () => {
  await browser.close();
  await on.close();
});

const readings = (page: Page): Promise<string> => said(page.locator('dl.granska-falt dd').first());
const waits = async () => (await on.bed.store.granska({ sha256: on.sha256(SCAN) })).total;
/** Writes over what stands in the field that has the focus. */
async function write(page: Page, text: string): Promise<void> {
  await page.keyboard.press('Control+A');
  await page.keyboard.insertText(text);
}

howItLooks(() => ({ browser, on }));

describe("a registrator's hour, by keyboard alone", () => {
  let page: Page;
  let faults: string[];
  let close: () => Promise<void>;
  beforeAll(async () => {
    ({ page, faults, close } = await openTab(browser, on.elsa.url));
    await page.goto(`/granska?fil=${on.sha256(SCAN)}`);
  });
  afterAll(() => close());
  const key = (name: string) => settled(page, () => page.keyboard.press(name));
  /** Does it, takes it back by its key, and finds all as it was: the file, the queue and where one is. */
  async function undone(act: () => Promise<void>): Promise<void> {
    const as = async () => ({ file: await on.record(SCAN), waits: await waits(), at: await heading(page) });
    const before = await as();
    await act();
    expect((await on.record(SCAN)).handlingar).not.toEqual(before.file.handlingar);
    await key('z');
    expect(await focused(page)).toBe('granskning');
    expect(await as()).toEqual(before);
  }

  it('begins at the first thing, with the focus in it', async () => {
    await page.getByRole('link', { name: 'Börja granska' }).focus();
    await key('Enter');
    expect(await focused(page)).toBe('granskning');
    expect(await heading(page)).toBe('Beslut § 7 Tertialrapport 2 för 2019');
    expect(await said(page.locator('.granska-vag'))).toContain('1 av 9');
    const drawn = 'document.querySelector(".granska-bilder img").naturalWidth > 100';
    await holds(page, drawn);
  });

  it('accepts, and has the next one there', async () => {
    await key('g');
    expect(await focused(page)).toBe('granskning');
    expect(await heading(page)).toBe('Mottagare § 8 Upprustning av lekplatsen i Sjöparken');
    expect(await said(page.locator('#gjort'))).toMatch(/Gjort: godkände beslut § 7, Stadsdelsnämnden begär/);
    await holds(
      page,
      "/godkände beslut.*Mottagare/.test(document.getElementById('granska-sagt').textContent)",
    );
    const [kept] = await on.bed.store.rattelser(on.sha256(SCAN));
    expect(kept).toMatchObject({ av: 'Elsa Norén', atgard: { typ: 'godkann' } });
    expect(await waits()).toBe(8);
  });

  it('takes it back at once, and sees it again', async () => {
    await key('z');
    expect(await heading(page)).toBe('Beslut § 7 Tertialrapport 2 för 2019');
    expect(await said(page.locator('#gjort'))).toContain('Ångrat');
    expect(await said(page.getByRole('region', { name: 'Vad som har bestämts' }))).toMatch(
      /Elsa Norén godkände/,
    );
    expect(await waits()).toBe(9);
    await key('g');
    expect(await waits()).toBe(8);
  });

  it('corrects word for word; in a field letters are letters', async () => {
    await page.keyboard.press('r');
    expect(await focused(page)).toBe('ratta-mottagare');
    await write(page, '');
    await page.keyboard.type('gran');
    expect(await page.locator('#ratta-mottagare').inputValue()).toBe('gran');
    await page.keyboard.press('Escape');
    expect(await focused(page)).toBe('granskning');
    await page.keyboard.press('r'); // closes it
    await page.keyboard.press('r');
    await write(page, '');
    await key('Enter');
    expect(await said(page.locator('#nekat'))).toContain('går inte att spara');
    expect(await focused(page)).toBe('ratta-mottagare');
    expect(await said(page.locator('#ratta-mottagare-fel'))).toBe('Fältet får inte vara tomt.');
    expect(await axeFaults(page)).toEqual([]);
    await write(page, 'Trafik- och renhållningsnämnden');
    await key('Enter');
    expect(await said(page.locator('#gjort'))).toContain('rättade mottagare § 8');
    const sent = (await on.record(SCAN)).handlingar
      .flatMap(({ arenden }) => arenden)
      .flatMap((a) => a.expediering);
    expect(sent.map(({ mottagare }) => mottagare)).toContain('Trafik- och renhållningsnämnden');
  });

  it('skips and goes back, and parts one in two without losing a word unseen', async () => {
    const here = await readings(page);
    await key('n');
    expect(await readings(page)).not.toBe(here);
    await key('ArrowLeft');
    expect(await readings(page)).toBe(here);
    expect(here).toBe('Förvaltningen får i uppdrag att redovisa kostnaden för belysning senast i mars 2020.');
    await page.keyboard.press('d');
    expect(await focused(page)).toBe('dela-texter');
    await write(
      page,
      'Förvaltningen får i uppdrag att redovisa kostnaden för belysning\nsenast i april 2020.',
    );
    expect(await said(page.locator('#dela-skillnad del'))).toMatch(/^mars/);
    expect(await said(page.locator('#dela-skillnad ins'))).toMatch(/^april/);
    await page.keyboard.press('Tab');
    await key('Enter');
    expect(await said(page.locator('#nekat'))).toContain('Orden är inte desamma');
    expect(await page.getByLabel('Dela ändå, med de här orden').isChecked()).toBe(false);
    const whole = 'Förvaltningen får i uppdrag att redovisa kostnaden för belysning\nsenast i mars 2020.';
    await write(page, whole);
    expect(await page.locator('#dela-skillnad').isHidden()).toBe(true);
    const send = async () => {
      await page.keyboard.press('Tab');
      await page.keyboard.press('Tab');
      await key('Enter');
    };
    await undone(send);
    expect(await readings(page)).toBe(here);
    await page.keyboard.press('d');
    await write(page, whole);
    // the words are the same: there is nothing to be ticked on the way
    await page.keyboard.press('Tab');
    await key('Enter');
    const texts = (await on.record(SCAN)).handlingar
      .flatMap(({ arenden }) => arenden)
      .flatMap((a) => a.beslut);
    expect(texts.map(({ text }) => text)).toContain('senast i mars 2020.');
  });

  it('rejects with the reason', async () => {
    const before = await waits();
    await page.keyboard.press('a');
    expect(await focused(page)).toBe('avvisa-skal');
    await key('Enter');
    expect(await page.locator('#avvisa-skal').getAttribute('aria-invalid')).toBe('true');
    await undone(async () => {
      await page.keyboard.type('ett citat');
      await key('Enter');
      expect(await waits()).toBe(before - 1);
    });
    await page.keyboard.press('a');
    await page.keyboard.type('ett citat');
    await key('Enter');
    expect(await waits()).toBe(before - 1);
    const last = (await on.bed.store.rattelser(on.sha256(SCAN))).at(-1);
    expect(last?.atgard).toEqual({ typ: 'avvisa', skal: 'ett citat' });
  });

  it('puts two together', async () => {
    expect(await readings(page)).toBe(
      'Stadsdelsnämnden godkänner förslaget till upprustning av lekplatsen i Sjöparken.',
    );
    const merge = async () => {
      await page.keyboard.press('s');
      expect(await page.evaluate('document.activeElement.name')).toBe('med');
      expect(await page.getByRole('group').getByRole('checkbox').count()).toBe(3);
      for (let i = 0; i < 2; i++) {
        await page.keyboard.press('Space');
        await page.keyboard.press('Tab');
      }
      await page.keyboard.press('Tab');
      await page.keyboard.press('Tab');
      await key('Enter');
    };
    await undone(merge);
    await merge();
    const last = (await on.bed.store.rattelser(on.sha256(SCAN))).at(-1);
    expect(last?.atgard).toMatchObject({ typ: 'sla_ihop', med: [expect.any(String), expect.any(String)] });
  });

  it('adds what was not read, to the § that it stands in', async () => {
    const before = await on.record(SCAN);
    await settled(page, () => page.keyboard.press('l'));
    await holds(page, "document.activeElement.closest('#lagg-till') !== null");
    const kind = page.locator('#lagg-till').getByRole('link', { name: 'reservation' });
    await kind.focus();
    await settled(page, () => page.keyboard.press('Enter'));
    await holds(page, "document.activeElement.id === 'ny-av'");
    await page.keyboard.type('Hanna Stjärnkvist (S)');
    await page.keyboard.press('Tab');
    await page.keyboard.type('Hanna Stjärnkvist (S) reserverar sig mot beslutet.');
    await page.locator('#lagg-till form button').focus();
    await key('Enter');
    const added = (await on.record(SCAN)).handlingar
      .flatMap(({ arenden }) => arenden)
      .flatMap((a) => a.reservationer);
    expect(added).toContainEqual(
      expect.objectContaining({ av: [{ namn: 'Hanna Stjärnkvist', parti: 'S', roll: null }] }),
    );
    expect(await said(page.locator('#gjort'))).toContain('lade till reservation');
    await key('z');
    expect(await on.record(SCAN)).toEqual(before);
  });

  it('comes to the end of the file, and says that it is gone through', async () => {
    await settled(page, () => page.goto(`/granska?fil=${on.sha256(SCAN)}`));
    await page.getByRole('link', { name: 'Börja granska' }).focus();
    await key('Enter');
    for (let left = await waits(); left > 0; left = await waits()) await key('g');
    await holds(page, "document.querySelector('h1').textContent === 'Granska'");
    await settled(page, () => page.goto(`/granska/${on.sha256(SCAN)}`));
    await page.getByRole('button', { name: 'Filen är genomgången' }).focus();
    await key('Enter');
    expect(await said(page.getByRole('main'))).toContain('Elsa Norén har gått igenom filen.');
    expect(await on.bed.store.genomgangna()).toMatchObject([{ fileName: SCAN, av: 'Elsa Norén' }]);
    expect(faults).toEqual([]);
  });

  it('has no single-letter keys when they are turned off, and says so', async () => {
    const clause = (await on.record(TEXT)).handlingar[0]?.arenden[0]?.beslut[0];
    await settled(page, () => page.goto(`/granska/${on.sha256(TEXT)}/${clause?.id}`));
    await page.getByRole('button', { name: 'Stäng av kortkommandon' }).focus();
    await key('Enter');
    await page.locator('#granskning').focus();
    await page.keyboard.press('r');
    expect(await page.locator('#ratta').getAttribute('open')).toBe(null);
    expect(await page.locator('kbd').first().isHidden()).toBe(true);
    await page.getByRole('button', { name: 'Slå på kortkommandon' }).focus();
    await key('Enter');
    await page.locator('#granskning').focus();
    await page.keyboard.press('r');
    expect(await focused(page)).toBe('ratta-text');
    // nor where review has not the focus
    await page.keyboard.press('Escape');
    await page.locator('header a').first().focus();
    await page.keyboard.press('a');
    expect(await page.locator('#avvisa').getAttribute('open')).toBe(null);
  });
});

describe('two at once', () => {
  it('are told of each other, and the second loses nothing', async () => {
    const clause = (await on.record(TEXT)).handlingar[0]?.arenden[0]?.beslut[0];
    const path = `/granska/${on.sha256(TEXT)}/${clause?.id}`;
    const [one, two] = await Promise.all([openTab(browser, on.elsa.url), openTab(browser, on.olle.url)]);
    await one.page.goto(path);
    await two.page.goto(path);
    expect(await said(two.page.locator('#oppna'))).toMatch(
      /^Elsa Norén har haft den öppen sedan \d\d:\d\d\.$/,
    );
    await one.page.evaluate("document.dispatchEvent(new Event('visibilitychange'))");
    await one.page.getByText(/^Olle Berg har haft den öppen sedan/).waitFor();

    for (const [{ page }, text] of [
      [one, 'att anta ny taxa för badhuset från den 1 augusti 2031.'],
      [two, 'att anta ny taxa för badhuset från den 1 september 2031.'],
    ] as const) {
      await page.getByText('Rätta', { exact: false }).first().click();
      await page.locator('#ratta-text').fill(text);
    }
    await settled(one.page, () => one.page.getByRole('button', { name: 'Spara rättelsen' }).click());
    await two.page.evaluate("document.dispatchEvent(new Event('visibilitychange'))");
    await two.page.getByText(/^Elsa Norén rättade/).waitFor();

    await settled(two.page, () => two.page.getByRole('button', { name: 'Spara rättelsen' }).click());
    const told = await said(two.page.getByRole('alert'));
    expect(told).toMatch(/Elsa Norén hann före, kl\. \d\d:\d\d/);
    expect(told).toContain('1 augusti 2031');
    expect(await two.page.locator('#ratta-text').inputValue()).toContain('1 september 2031');
    expect(await said(two.page.locator('#ratta-text-nu'))).toContain('1 augusti 2031');
    expect(await axeFaults(two.page)).toEqual([]);
    await keepShot(two.page, 'granska-fore');
    // used after all, now knowing
    await settled(two.page, () => two.page.getByRole('button', { name: 'Spara rättelsen' }).click());
    expect((await on.bed.store.mal(on.sha256(TEXT), clause?.id ?? ''))?.falt.text).toContain('september');
    expect(await on.bed.store.rattelser(on.sha256(TEXT))).toHaveLength(2);
    await Promise.all([one.close(), two.close()]);
    expect([...one.faults, ...two.faults]).toEqual([]);
  });

  it('are told when one has taken it away, with what the other wrote', async () => {
    const mover = (await on.record(TEXT)).handlingar[0]?.arenden[0]?.yrkanden[0];
    const path = `/granska/${on.sha256(TEXT)}/${mover?.id}`;
    const [one, two] = await Promise.all([openTab(browser, on.elsa.url), openTab(browser, on.olle.url)]);
    await Promise.all([one.page.goto(path), two.page.goto(`${path}?gor=ratta`)]);
    await two.page.locator('#ratta-text').fill('Alva Strandmark (S) yrkar bifall.');
    await one.page.keyboard.press('a');
    await one.page.keyboard.type('motionärens eget');
    await settled(one.page, () => one.page.keyboard.press('Enter'));
    await settled(two.page, () => two.page.getByRole('button', { name: 'Spara rättelsen' }).click());
    expect(await said(two.page.getByRole('main'))).toMatch(/Elsa Norén hann före.*motionärens eget/);
    expect(await two.page.getByLabel('Texten, ord för ord').inputValue()).toBe(
      'Alva Strandmark (S) yrkar bifall.',
    );
    expect(await axeFaults(two.page)).toEqual([]);
    await Promise.all([one.close(), two.close()]);
  });

  it('are told where one has merged or split what the other works on, and neither loses a word', async () => {
    const clause = 'att anta ny taxa för badhuset från den 1 juli 2031.';
    const text = protokoll('Fiskviks kommun', '2031/00044').replace(
      clause,
      `${clause}\natt ge förvaltningen i uppdrag att följa upp taxan.`,
    );
    const report = await on.bed.ingest([on.bed.folder('till', { 'taxan.txt': text })]);
    const [sha256 = ''] = report.offered.toDo;
    const recordNow = async () => (await on.bed.store.recordWithRattelser(sha256))?.record;
    const before = await recordNow();
    const [first, second] = before?.handlingar[0]?.arenden[0]?.beslut ?? [];
    const at = (id = '') => `/granska/${sha256}/${id}`;
    const [one, two] = await Promise.all([openTab(browser, on.elsa.url), openTab(browser, on.olle.url)]);
    for (const { page } of [one, two]) page.setDefaultTimeout(8_000);
    await Promise.all([one.page.goto(at(first?.id)), two.page.goto(`${at(second?.id)}?gor=dela`)]);
    const lines = (second?.text ?? '').replace(' ', '\n');
    await two.page.locator('#dela-texter').fill(lines);
    await one.page.keyboard.press('s');
    await one.page.keyboard.press('Space');
    await settled(one.page, () => one.page.locator('#sla-ihop form button').last().press('Enter'));
    await settled(two.page, () => two.page.locator('#dela form button').last().press('Enter'));
    expect(await said(two.page.getByRole('main'))).toMatch(/Elsa Norén hann före.*slog ihop/);
    expect(await two.page.locator('#kvar-texter').inputValue()).toBe(lines);
    await settled(one.page, () => one.page.locator('#gjort button').press('Enter'));
    expect(await recordNow()).toEqual(before);

    await Promise.all([one.page.goto(at(first?.id)), two.page.goto(`${at(second?.id)}?gor=sla-ihop`)]);
    await two.page.locator('#sla-ihop input[name=med]').first().check();
    await two.page.locator('#sla-ihop textarea').fill('Hela texten som jag vill ha den');
    await one.page.keyboard.press('d');
    const own = await one.page.locator('#dela-texter').inputValue();
    await one.page.locator('#dela-texter').fill(own.replace(' ', '\n'));
    await settled(one.page, () => one.page.locator('#dela form button').last().press('Enter'));
    const parted = await recordNow();
    expect(parted).not.toEqual(before);
    await settled(two.page, () => two.page.locator('#sla-ihop form button').last().press('Enter'));
    expect(await said(two.page.getByRole('alert'))).not.toBe('');
    expect(await two.page.locator('#sla-ihop textarea').inputValue()).toBe('Hela texten som jag vill ha den');
    expect(await recordNow()).toEqual(parted);
    expect(await axeFaults(two.page)).toEqual([]);
    await settled(one.page, () => one.page.locator('#gjort button').press('Enter'));
    expect(await recordNow()).toEqual(before);
    await Promise.all([one.close(), two.close()]);
  });
});

describe('an engine that goes away', () => {
  it('is said, and what was typed stands until it is back', async () => {
    const sent = (await on.record(TEXT)).handlingar[0]?.arenden[0]?.expediering[0];
    const path = `/granska/${on.sha256(TEXT)}/${sent?.id}`;
    const { page, close, faults } = await openTab(browser, on.elsa.url);
    await page.goto(path);
    await page.keyboard.press('r');
    await write(page, 'Badhuschefen');
    on.engineRuns(false);
    await settled(page, () => page.keyboard.press('Enter'));
    expect(await said(page.getByRole('alert'))).toContain('Inte sparat: läsprogrammet svarar inte');
    expect(await page.locator('#ratta-mottagare').inputValue()).toBe('Badhuschefen');
    await lookAt(browser, on.elsa.url, path, 'granska-motor', 'html.granska-levande');
    // the web server itself is gone for a while
    await page.context().setOffline(true);
    await page.locator('#ratta-mottagare').focus();
    await page.keyboard.press('Enter');
    await page.getByText('Inte sparat: servern svarar inte').waitFor();
    expect(await page.locator('#ratta-mottagare').inputValue()).toBe('Badhuschefen');
    await page.context().setOffline(false);
    // or one has been logged out meanwhile
    await page.route('**/granska/**', (route) =>
      route.request().method() === 'POST'
        ? route.fulfill({ status: 401, body: '<main></main>' })
        : route.continue(),
    );
    await page.keyboard.press('Enter');
    await page.getByText('Inte sparat: du är utloggad').waitFor();
    expect(await page.locator('#ratta-mottagare').inputValue()).toBe('Badhuschefen');
    await page.unroute('**/granska/**');
    on.engineRuns(true);
    await settled(page, () => page.keyboard.press('Enter'));
    expect(await said(page.locator('#gjort'))).toContain('rättade mottagare');
    expect((await on.bed.store.mal(on.sha256(TEXT), sent?.id ?? ''))?.falt.mottagare).toBe('Badhuschefen');
    await close();
    expect(faults.filter((fault) => !/ERR_INTERNET_DISCONNECTED|status of 503/.test(fault))).toEqual([]);
  });
});

it('works without client code', async () => {
  const context = await browser.newContext({ javaScriptEnabled: false, baseURL: on.elsa.url });
  const page = await context.newPage();
  const sent = (await on.record(TEXT)).handlingar[0]?.arenden[0];
  await page.goto(`/granska/${on.sha256(TEXT)}/${sent?.id}`);
  await page.getByText('Rätta', { exact: false }).first().click();
  await page.locator('#ratta-diarienummer').fill('KS 2031/71');
  await page.getByRole('button', { name: 'Spara rättelsen' }).click();
  const done = page.locator('#gjort');
  expect(await said(done)).toContain('rättade ärende § 14');
  await done.getByRole('button').click();
  expect(await said(page.locator('#gjort'))).toContain('Ångrat');
  await context.close();
});

whatIsNoItem(() => ({ browser, on }));

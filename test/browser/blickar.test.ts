/** Pages in English, and those that people meet when something is refused, missing, broken or not there yet. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, it } from 'vitest';
import { refusals } from '../server/desk/refusals.ts';
import { launchBrowser } from './chromium.ts';
import { type Desk, openDesk } from './filled.ts';
import { GLANCES, glanceAt } from './looks.ts';
import { BATPLATSER, madeUpArende, planDeliveries } from './made-up-arende.ts';

let browser: Browser;
let desk: Desk;
let bare: Desk;
beforeAll(async () => {
  [browser, desk, bare] = await Promise.all([
    launchBrowser(),
    madeUpArende().then((files) => openDesk(files)),
    openDesk([]),
  ]);
  await planDeliveries(desk);
  await desk.deps.store.sammanfor(JOINED, BATPLATSER, 'Siv Ek');
  await desk.deps.store.newArkiv({ namn: 'in', paths: ['/in'], lopande: false, om: null, av: 'Siv Ek' });
}, 60_000);
afterAll(async () => {
  await browser.close();
  await Promise.all([desk.close(), bare.close()]);
});

const JOINED = 'sjovik:KS-2024/40';
const arende = `/arende/${encodeURIComponent(BATPLATSER)}`;

const [WIDE, NARROW] = GLANCES;

describe.each(GLANCES)('$size and $tema', { timeout: 120_000 }, (how) => {
  it('refusals, faults and what is not there can be read by all', async () => {
    const sprak = how === WIDE ? 'sv' : 'en';
    const all = await refusals(desk, sprak, how.tema);
    const pages = all.map((answer) => ({ name: `fel-${answer.name}`, path: `/-fel-${answer.name}`, answer }));
    await glanceAt(browser, desk.url, pages, { ...how, sprak });
  });

  it('what is empty, and what is asked before something is done, can be read by all', async () => {
    await glanceAt(browser, bare.url, EMPTY, how);
    await glanceAt(browser, desk.url, ASKED, how);
  });
});

// the same pages are looked at in Swedish elsewhere, in all sizes and colours: what differs is how long the words are
it('pages in English can be read by all', { timeout: 120_000 }, async () => {
  const { store } = desk.deps;
  const [hit] = (await store.search({ query: 'båtplatser', typ: ['beslut'] })).hits;
  const [sent] = await store.leveranser({ status: 'levererad' });
  const own = glances({
    post: `/post/${hit?.permanentId}`,
    handling: `/handling/${hit?.sha256}`,
    leverans: `/expediering/${sent?.nyckel}`,
    'granska-sak': `/granska/${hit?.sha256}/${hit?.id}`,
  });
  await glanceAt(browser, desk.url, [...ENGLISH, ...own], { ...NARROW, sprak: 'en' });
});

const glances = (all: { readonly [name: string]: string }) =>
  Object.entries(all).map(([name, path]) => ({ name, path }));
const EMPTY = glances({
  'tom-organ': '/organ',
  'tom-inkorg': '/inkorg',
  'tom-sent': '/sent?alla=ja',
  'tom-granska': '/granska',
});
const ASKED = glances({
  skilj: `/arende/${encodeURIComponent(JOINED)}/skilj`,
  'inkorg-inget': '/inkorg?q=ingetsadant',
  avbryt: '/arkiv/1/avbryt',
});
const ENGLISH = glances({
  hem: '/',
  sok: '/sok?q=avgifter',
  'sok-inget': '/sok?q=ingetsadant',
  organ: '/organ',
  'organ-en': '/organ/Tekniska%20n%C3%A4mnden',
  person: '/person/Alva%20Strand',
  inkorg: '/inkorg',
  'inkorg-en': '/inkorg/Kommunstyrelsen?huvudman=Sj%C3%B6viks+kommun',
  expediering: '/expediering',
  diarium: '/diarium',
  sent: '/sent?alla=ja',
  arende,
  granska: '/granska',
  'las-in': '/las-in',
  arkiv: '/arkiv/1',
  laget: '/laget',
});

/** What each kind of receiver answered is shown where its delivery is: sent for real, to receivers on this machine. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MockActivityEnvironment } from '@temporalio/testing';
import { DefaultLogger } from '@temporalio/worker';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { ActivityDeps } from '../../../activities/deps.ts';
import { planLeverans } from '../../../activities/plan-leverans.ts';
import { createRoom } from '../../../activities/room.ts';
import { skicka } from '../../../activities/skicka.ts';
import { wayOf } from '../../../diarium/way/index.ts';
import { createSandare } from '../../../expediering/sandare.ts';
import type { Leverans } from '../../../store/expediering.ts';
import { type Desk, openDesk } from '../../browser/filled.ts';
import { BATPLATSER, madeUpArende } from '../../browser/made-up-arende.ts';
import { asLasare } from '../../browser/visits.ts';
import {
  type MailReceiver,
  mailReceiver,
  type WebhookReceiver,
  webhookReceiver,
} from '../../expediering/receivers.ts';
import { kanal, SECRET, switchedOn } from '../../expediering/sjovik.ts';

let desk: Desk;
let mail: MailReceiver;
let hook: WebhookReceiver;
let folder: string;
let rows: Leverans[];

beforeAll(async () => {
  [desk, mail, hook, folder] = await Promise.all([
    madeUpArende().then((files) => openDesk(files.filter((path) => path.includes('sjovik-4')))),
    mailReceiver(),
    webhookReceiver(),
    mkdtemp(join(tmpdir(), 'expediera-kvitton-')),
  ]);
  const { store, blobs } = desk.deps;
  for (const { path, sha256 } of await store.files())
    if (sha256 !== null) await store.offerFile(path, sha256, true);
  const settings = { host: '127.0.0.1', port: mail.port, tls: 'ingen', fran: 'namnd@sjovik.example' };
  await switchedOn(store, kanal('Hamnenheten', hook.url('hamnen'), { namn: 'hamnen' }));
  await switchedOn(store, kanal('Ekonomiavdelningen', folder, { namn: 'ekonomi', slag: 'mapp' }));
  await switchedOn(
    store,
    kanal('Kommunrevisionen', 'revisionen@sjovik.example', {
      ...{ namn: 'revision', slag: 'epost', installningar: settings },
    }),
  );
  const deps: ActivityDeps = {
    ...{ store, blobs, wayOf, findable: false, home: folder, extractionVersion: '1', readingVersion: '1' },
    ...{ wake: async () => {}, wakeLeverans: async () => {}, startGranska: async () => {} },
    reader: {
      open: () => Promise.reject(new Error('unused')),
      assemble: () => Promise.reject(new Error('unused')),
    },
    ...{ room: createRoom(), ocr: { read: async () => {} }, leveransTider: { sekunder: 60, paminnelse: 60 } },
    sandare: createSandare(process.env),
  };
  const run = <I, O>(step: (input: I) => Promise<O>, input: I): Promise<O> =>
    new MockActivityEnvironment({}, { logger: new DefaultLogger('ERROR', () => {}) }).run(step, input);
  const way = await store.arende(BATPLATSER);
  const steg = (way !== null && 'steg' in way && way.steg[0]?.nyckel) || '';
  const { skicka: toSend } = await run(planLeverans(deps), { matter: BATPLATSER, steg });
  for (const nyckel of toSend) expect(await run(skicka(deps), { nyckel })).toBe('levererad');
  rows = await store.leveranser({ matter: BATPLATSER });
});
afterAll(async () => {
  await Promise.all([desk.close(), mail.close(), hook.close()]);
  await rm(folder, { recursive: true });
});

/** What a page says, its entities and blanks as a reader sees them. */
async function said(path: string, base = desk.url): Promise<string> {
  const answer = await fetch(base + path, { headers: { accept: 'text/html' } });
  expect([path, answer.status]).toEqual([path, 200]);
  return (await answer.text())
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll('&amp;', '&')
    .replaceAll(/\s+/g, ' ');
}
const rowOf = (mottagare: string): Leverans => {
  const row = rows.find((one) => one.mottagare.toLowerCase() === mottagare.toLowerCase());
  if (!row) throw new Error(`nothing was sent to ${mottagare}`);
  return row;
};

it('really went to each of them', () => {
  expect(rows.map(({ mottagare, slag, status }) => [mottagare.toLowerCase(), slag, status]).sort()).toEqual([
    ['ekonomiavdelningen', 'mapp', 'levererad'],
    ['hamnenheten', 'webhook', 'levererad'],
    ['kommunrevisionen', 'epost', 'levererad'],
    ['kommunstyrelsen', 'inkorg', 'levererad'],
  ]);
  expect(mail.messages).toHaveLength(1);
  expect(hook.taken.has(rowOf('Hamnenheten').nyckel)).toBe(true);
  expect(process.env[SECRET]).toBeDefined();
});

it.each([
  ['Hamnenheten', 'webhook (hamnen)', /Kvitto 200 /],
  ['Ekonomiavdelningen', 'mapp (ekonomi)', /Kvitto Skrevs: .*\.pdf/],
  ['Kommunrevisionen', 'e-post (revision)', /Kvitto 250 .*Meddelandets id .*@/],
  ['Kommunstyrelsen', 'inkorgen här', /Kvitto Ligger i inkorgen för Kommunstyrelsen/],
])('the receipt of %s stands where the delivery is, and in the inbox', async (mottagare, how, receipt) => {
  const { nyckel, kvitto } = rowOf(mottagare);
  const own = await said(`/expediering/${nyckel}`);
  expect(own).toContain(how);
  expect(own).toMatch(receipt);
  const { vad } = kvitto as { vad: string };
  for (const path of [
    '/expediering',
    `/inkorg/${encodeURIComponent(mottagare)}?huvudman=Sj%C3%B6viks+kommun`,
  ]) {
    const page = await said(path);
    expect(page).toContain(`Kvitto: ${vad}`);
    expect(page).toContain(how);
  }
});

it('is not shown to a läsare, who sees that and when it was delivered', async () => {
  const reader = await asLasare(desk);
  const page = await said('/inkorg/Hamnenheten?huvudman=Sj%C3%B6viks+kommun', reader.url);
  expect(page).toMatch(/Expedierat hit .*Tekniska nämnden § 31, 7 maj 2024 levererad webhook · \d+ /);
  expect(page).not.toContain('Kvitto');
  expect(page).not.toContain('hamnen)');
  await reader.close();
});

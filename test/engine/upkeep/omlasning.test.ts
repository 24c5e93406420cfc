/** From an older version of the program to a newer one, through the whole engine: all is read again, and nothing is lost or sent twice. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Reader } from '../../../activities/deps.ts';
import type { GivenSettings } from '../../../config/settings.ts';
import type { Atgard } from '../../../diarium/rattelser/index.ts';
import { type Installation, startInstallation } from '../../../engine/installation.ts';
import { besluta } from '../../../engine/tell/granska.ts';
import { OMLASNING, startOmlasning } from '../../../engine/upkeep/omlasning.ts';
import { sha256Of } from '../../../extraction/ids.ts';
import { assembleRecord } from '../../../extraction/index.ts';
import { DEFAULT_LIMITS } from '../../../extraction/pages/limits.ts';
import { readPlainText } from '../../../extraction/pages/plain-text.ts';
import { Refusal } from '../../../extraction/refusal.ts';
import { protokoll } from '../../expediering/made-up.ts';
import { type WebhookReceiver, webhookReceiver } from '../../expediering/receivers.ts';
import { all, kanal, switchedOn, untilLeveranser } from '../../expediering/sjovik.ts';
import { testSettings, writeFolder } from '../testbed.ts';
import { until } from '../until.ts';

const OLDER = '2031.1';
const NEWER = '2031.2';

const texts = new Map<string, string>();
/** The files that each version has read. */
let opened: { [version: string]: string[] };
/** Files that hold this word are not opened before it is let go. */
let gate: { word: string; open: Promise<void>; let(): void } | null;

/** A program of that version: it reads text after changing it as `sees` does, and refuses what it cannot read. */
function readerOf(version: string, sees: (text: string) => string, reads = (_: string) => true): Reader {
  return {
    async open(bytes) {
      const text = new TextDecoder().decode(bytes);
      texts.set(sha256Of(bytes), text);
      if (!reads(text)) throw new Refusal('not-supported');
      const { pages, warnings } = readPlainText(bytes, DEFAULT_LIMITS);
      return { mediaType: 'text/plain', pageCount: pages.length, pages, ocr: [], warnings };
    },
    // the pages are kept from one version to the next: what is otherwise are the rules
    async assemble(source, _, warnings) {
      const text = texts.get(source.sha256) ?? '';
      if (gate && text.includes(gate.word)) await gate.open;
      opened[version] = [...(opened[version] ?? []), text];
      const { pages } = readPlainText(new TextEncoder().encode(sees(text)), DEFAULT_LIMITS);
      return assembleRecord(source, pages, { warnings });
    },
  };
}

/** The older version takes a form's number for a clause, misreads a word, and cannot read letters from Fyren. */
const older = () =>
  readerOf(
    OLDER,
    (text) => text.replace('båtplatser från', 'båtpiatser från').replace('Blankett 12.', 'att Blankett 12.'),
    (text) => !text.includes('Fyren'),
  );
/** The newer one knows that a form's number is none. */
const newer = () => readerOf(NEWER, (text) => text.replace('Blankett 12.', ''));

let base: string;
let home: string;
let hook: WebhookReceiver;
let running: Installation | null;
beforeEach(async () => {
  base = mkdtempSync(join(tmpdir(), 'expediera-omlasning-'));
  home = join(base, 'home');
  hook = await webhookReceiver();
  opened = {};
  gate = null;
  running = null;
});
afterEach(async () => {
  gate?.let();
  await running?.stop();
  await hook.close();
  rmSync(base, { recursive: true, force: true });
});

async function start(version: string, reader: Reader, given: GivenSettings = {}): Promise<Installation> {
  await running?.stop();
  const log = pino({ level: process.env.TEST_LOG ?? 'silent' }, process.stderr);
  running = await startInstallation({ settings: testSettings(home, given), log, reader, version });
  return running;
}

function hold(word: string): void {
  let open = () => {};
  const opening = new Promise<void>((resolve) => {
    open = resolve;
  });
  gate = { word, open: opening, let: open };
}

const ingest = async (name: string, files: { [path: string]: string }, lopande = false) =>
  (running as Installation).ingest([writeFolder(join(base, name), files)], { lopande });
const left = async () => (running as Installation).store.foraldrade(NEWER);
const untilAllIsRead = () => until(async () => (await left()).length === 0, 60_000);

/** A person says that a clause is otherwise. */
async function ratta(text: string, atgard: Atgard): Promise<string> {
  const { store, client, settings } = running as Installation;
  const [hit] = (await store.search({ query: `"${text}"`, typ: 'beslut' })).hits;
  const [mal] = await store.hittaMal(hit?.id ?? '');
  const vy = mal && (await store.mal(mal.sha256, mal.id));
  if (!vy) throw new Error(`no clause with ${text}`);
  const { sha256, revision, typ, id, avtryck } = vy;
  const said = { id: `beslut-${id}`, sha256, revision, av: 'Elsa Norén', at: '2031-06-01T08:00:00.000Z' };
  await besluta({ client, settings }, { ...said, mal: { typ, id, avtryck }, atgard });
  return sha256;
}
const clauses = async (query: string) =>
  (await (running as Installation).store.search({ query, typ: 'beslut' })).hits
    .map(({ text }) => text)
    .sort();

it('reads all again, keeps what people have said, and sends nothing a second time', {
  timeout: 180_000,
}, async () => {
  const first = await start(OLDER, older());
  await switchedOn(first.store, kanal('Lotsen', hook.url('lotsen')));
  const sent = protokoll({ paragraf: 51, mottagare: ['Lotsen', 'Hamnenheten'] });
  await ingest('lopande', { 'p51.txt': sent }, true);
  await untilLeveranser(first.store, {}, all('levererad'));
  const form = (paragraf: number) =>
    protokoll({ paragraf, beslut: `att riva kajen vid nummer ${paragraf}.\nBlankett 12.` });
  await ingest('arkiv', {
    'p61.txt': form(61).replace('Blankett 12.', ''),
    'p62.txt': form(62),
    'p63.txt': protokoll({
      paragraf: 63,
      beslut: 'att måla båtplatser från väster till öster under våren 2031 i samråd med hamnkontoret.',
    }),
    'brev.txt': 'Fyren\nDetta är inget protokoll.\n',
  });
  expect(await first.store.status()).toMatchObject({ files: { total: 5, done: 4, refused: 1 } });
  expect(await first.store.foraldrade(OLDER)).toEqual([]);
  // one whose item stays, one whose item is read otherwise, one whose item is read no more
  await ratta('nummer 61', { typ: 'ratta', falt: { text: 'att riva den norra kajen.' } });
  await ratta('båtpiatser från väster', { typ: 'ratta', falt: { text: 'att måla alla båtplatser.' } });
  const lost = await ratta('Blankett 12', { typ: 'ratta', falt: { text: 'att fylla i blankett 12.' } });
  const lopande = await first.store.lopandeOf(await first.store.recordIds());
  const before = await first.store.leveranser();
  expect(hook.requests).toHaveLength(1);

  const second = await start(NEWER, newer());
  await untilAllIsRead();
  await until(async () => (await second.store.status()).files.running === 0);
  expect(await second.store.status()).toMatchObject({ files: { total: 5, done: 5, refused: 0, failed: 0 } });
  for (const sha256 of await second.store.recordIds()) {
    expect((await second.store.content(sha256))?.extractionVersion).toBe(NEWER);
  }
  expect(opened[NEWER]).toHaveLength(5);

  expect(await clauses('kajen')).toEqual(['att riva den norra kajen.', 'att riva kajen vid nummer 62.']);
  expect(await clauses('båtplatser')).toContain('att måla alla båtplatser.');
  expect(await clauses('båtpiatser')).toEqual([]);
  const asked = (await second.store.granska()).rader.filter(({ code }) => code === 'rattelse-utan-mal');
  expect(asked.map(({ sha256 }) => sha256)).toEqual([lost]);

  // what was sent is the same decision under the same key; what was archive is archive
  await second.store.staleMatters();
  await new Promise((resolve) => setTimeout(resolve, 1_500));
  const after = await second.store.leveranser();
  expect(after.map(({ nyckel, status, version }) => [nyckel, status, version])).toEqual(
    before.map(({ nyckel, status, version }) => [nyckel, status, version]),
  );
  expect(hook.requests).toHaveLength(1);
  expect(await second.store.lopandeOf(await second.store.recordIds())).toEqual(lopande);
});

it('is gentle, goes on after a stop, and is not started twice', { timeout: 180_000 }, async () => {
  await start(OLDER, older());
  const files = Object.fromEntries(
    [...Array(6).keys()].map((n) => [`p${n}.txt`, protokoll({ paragraf: 70 + n })]),
  );
  await ingest('arkiv', files);

  hold('Avgifter');
  const first = await start(NEWER, newer());
  const workflows = async (installation: Installation) => {
    const found: string[] = [];
    const query = `WorkflowType = "archive" AND ExecutionStatus = "Running"`;
    for await (const one of installation.client.workflow.list({ query })) found.push(one.workflowId);
    return found;
  };
  await until(async () => (await first.store.status()).files.running === 2);
  expect(await left()).toEqual([{ version: OLDER, antal: 4 }]);
  const again = { ...first, log: pino({ level: 'silent' }), version: NEWER };
  await Promise.all([startOmlasning(again), startOmlasning(again)]);
  await until(async () => (await workflows(first)).length > 0);
  expect(await workflows(first)).toEqual([`archive:${OMLASNING}`]);
  // new work has the rest of the machine
  await ingest('nytt', { 'nytt.txt': `Sjöviks kommun\nNytt och viktigt.\n` });
  expect((await first.store.status()).files).toMatchObject({ total: 7, done: 5, running: 2 });

  // stopped in the middle
  gate?.let();
  gate = null;
  const second = await start(NEWER, newer());
  await untilAllIsRead();
  await until(async () => (await second.store.status()).files.running === 0);
  expect((await second.store.status()).files).toMatchObject({ total: 7, done: 7 });
});

it('leaves refused ZIPs to those who unpack them', { timeout: 60_000 }, async () => {
  const first = await start(OLDER, older());
  await ingest('arkiv', { 'trasig.zip': 'PK\u0003\u0004 men ingen ZIP' });
  const before = (await first.store.files()).map(({ status, code, reason }) => [status, code, reason]);
  expect(before[0]?.[0]).toBe('refused');
  const second = await start(NEWER, newer());
  await untilAllIsRead();
  expect((await second.store.files()).map(({ status, code, reason }) => [status, code, reason])).toEqual(
    before,
  );
});

it('is left to a person where the setting says so', { timeout: 60_000 }, async () => {
  await start(OLDER, older());
  await ingest('arkiv', { 'p.txt': protokoll({}) });
  const second = await start(NEWER, newer(), { omlasning: false });
  await new Promise((resolve) => setTimeout(resolve, 1_000));
  expect(opened[NEWER]).toBeUndefined();
  expect(await left()).toEqual([{ version: OLDER, antal: 1 }]);
  expect((await second.store.status()).files.done).toBe(1);
});

/** Reading again as people see it: what could not be read anew keeps what it had, and the whole is an archive that they steer. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Reader } from '../../../activities/deps.ts';
import { type Installation, startInstallation } from '../../../engine/installation.ts';
import { steer } from '../../../engine/intake/steer.ts';
import { arkivWork } from '../../../engine/intake/work.ts';
import { besluta } from '../../../engine/tell/granska.ts';
import { assembleRecord } from '../../../extraction/index.ts';
import { DEFAULT_LIMITS } from '../../../extraction/pages/limits.ts';
import { readPlainText } from '../../../extraction/pages/plain-text.ts';
import { Refusal } from '../../../extraction/refusal.ts';
import { READING_VERSION } from '../../../extraction/version.ts';
import { derivedFolder } from '../../../store/blob-names.ts';
import { protokoll } from '../../expediering/made-up.ts';
import { testSettings, writeFolder } from '../testbed.ts';
import { until } from '../until.ts';

const OLDER = '2031.1';
const NEWER = '2031.2';
const NEWEST = '2031.3';
const AV = { av: 'Siv Ek' };

/** Words of files that the rules break on, that cannot be opened, and that wait until the gate is open. */
let breaks: string;
let refuses: string;
let gate: { word: string } & ReturnType<typeof Promise.withResolvers<void>>;

const has = (text: string, word: string): boolean => word !== '' && text.includes(word);
const reader: Reader = {
  async open(bytes) {
    if (has(new TextDecoder().decode(bytes), refuses)) throw new Refusal('not-supported');
    const { pages, warnings } = readPlainText(bytes, DEFAULT_LIMITS);
    return { mediaType: 'text/plain', pageCount: pages.length, pages, ocr: [], warnings };
  },
  async assemble(source, pages, warnings, signal) {
    const text = pages.flatMap(({ lines }) => lines.map((line) => line.text)).join('\n');
    if (has(text, gate.word)) {
      const ended = new Promise<never>((_, reject) => {
        signal.addEventListener('abort', () => reject(signal.reason as Error), { once: true });
      });
      await Promise.race([gate.promise, ended]);
    }
    if (has(text, breaks)) throw new TypeError('a fault of ours');
    return assembleRecord(source, pages, { warnings });
  },
};

let base: string;
let bed: Installation;
beforeEach(() => {
  base = mkdtempSync(join(tmpdir(), 'expediera-ej-omlast-'));
  breaks = '';
  refuses = '';
  gate = { word: '', ...Promise.withResolvers<void>() };
});
afterEach(async () => {
  gate.resolve();
  await bed?.stop();
  rmSync(base, { recursive: true, force: true });
});

async function start(version: string | undefined): Promise<void> {
  await bed?.stop();
  bed = await startInstallation({
    ...{ settings: testSettings(join(base, 'home')), reader },
    log: pino({ level: process.env.TEST_LOG ?? 'silent' }, process.stderr),
    ...(version !== undefined && { version }),
  });
}
const hold = (word: string): void => {
  gate = { word, ...Promise.withResolvers<void>() };
};
const ingest = (paragrafer: number[]) =>
  bed.ingest([
    writeFolder(
      join(base, 'in'),
      Object.fromEntries(
        paragrafer.map((paragraf) => [
          `p${paragraf}.txt`,
          protokoll({ paragraf, beslut: `att riva kajen vid nummer ${paragraf}.` }),
        ]),
      ),
    ),
  ]);
const clauses = async () =>
  (await bed.store.search({ query: 'kajen', typ: 'beslut' })).hits.map(({ text }) => text).sort();
const shaOf = async (paragraf: number) =>
  (await bed.store.files()).find(({ path }) => path.endsWith(`p${paragraf}.txt`))?.sha256 as string;
/** The archive that reads again. */
const omlasning = async () =>
  (await bed.store.arkiv()).find(({ version }) => version !== null) ?? Promise.reject(new Error('none'));
const lage = async () => (await omlasning()).lage;

async function ratta(paragraf: number, text: string): Promise<void> {
  const { store, client, settings } = bed;
  const [hit] = (await store.search({ query: `"nummer ${paragraf}"`, typ: 'beslut' })).hits;
  const [mal] = await store.hittaMal(hit?.id ?? '');
  const vy = mal && (await store.mal(mal.sha256, mal.id));
  if (!vy) throw new Error('no clause');
  const { sha256, revision, typ, id, avtryck } = vy;
  const said = { id: `beslut-${id}`, sha256, revision, ...AV, at: '2031-06-01T08:00:00.000Z' };
  const atgard = { typ: 'ratta', falt: { text } } as const;
  await besluta({ client, settings }, { ...said, mal: { typ, id, avtryck }, atgard });
}

it('keeps what an older version has read of a file that a newer one fails on or refuses', {
  timeout: 120_000,
}, async () => {
  await start(OLDER);
  await ingest([1, 2, 3]);
  await ratta(2, 'att riva den norra kajen.');
  const said = await clauses();
  expect(said).toEqual([
    'att riva den norra kajen.',
    'att riva kajen vid nummer 1.',
    'att riva kajen vid nummer 3.',
  ]);
  const [failing, refused] = [await shaOf(2), await shaOf(3)];
  // a newer reading opens the file anew
  rmSync(join(base, 'home/blobs', derivedFolder(refused, READING_VERSION)), { recursive: true });
  breaks = 'nummer 2';
  refuses = 'nummer 3';
  await start(NEWER);
  await until(async () => (await lage()) === 'klart');

  expect((await bed.store.status()).files).toMatchObject({ total: 3, done: 3, refused: 0, failed: 0 });
  expect(await clauses()).toEqual(said);
  const why = new Map((await bed.store.files()).map(({ sha256, ejOmlast }) => [sha256, ejOmlast]));
  expect(why.get(failing)).toMatchObject({ status: 'failed', code: 'internal', version: NEWER });
  expect(why.get(refused)).toMatchObject({ status: 'refused', code: 'not-supported', version: NEWER });
  expect(why.get(await shaOf(1))).toBeNull();
  expect((await bed.store.record(failing))?.extractionVersion).toBe(OLDER);
  expect((await omlasning()).files).toMatchObject({ total: 3, done: 1, refused: 1, failed: 1 });
  // left alone by this version, also at its next start
  await start(NEWER);
  expect(await bed.store.foraldradeFiler(NEWER)).toEqual([]);
  expect(await bed.store.arkiv()).toHaveLength(2);
});

it('tries what could not be read anew again when a person asks, and when there is a newer version', {
  timeout: 120_000,
}, async () => {
  await start('0.1');
  await ingest([1, 2]);
  await ratta(2, 'att riva den norra kajen.');
  const said = await clauses();
  breaks = 'nummer';
  // this program's own version: what people ask for is compared with that
  await start(undefined);
  await until(async () => (await lage()) === 'klart');
  expect(await bed.store.ejOmlasta()).toBe(2);
  breaks = 'nummer 1';
  const { id } = await omlasning();
  const again = await bed.again({ arkiv: id, failed: true, older: false });
  expect(again).toMatchObject({ offered: { paths: 2 }, archive: { done: 1, failed: 1 } });
  expect(await bed.store.ejOmlasta()).toBe(1);
  expect((await bed.store.status()).files).toMatchObject({ total: 2, done: 2 });
  breaks = '';
  await start('9999.1');
  await until(async () => (await bed.store.foraldrade('9999.1')).length === 0);
  await until(async () => (await lage()) === 'klart');
  expect(await bed.store.ejOmlasta()).toBe(0);
  expect(await clauses()).toEqual(said);
});

it('is an archive: seen with how far it has come, paused over a stop, let go on', {
  timeout: 120_000,
}, async () => {
  await start(OLDER);
  await ingest([1, 2, 3, 4, 5, 6]);
  hold('kajen');
  await start(NEWER);
  await until(async () => (await bed.store.status()).files.running === 2);
  const { id, version, files } = await omlasning();
  expect({ version, files }).toMatchObject({ version: NEWER, files: { total: 6, done: 0, running: 6 } });
  const work = await arkivWork(bed.client, await omlasning());
  expect(work).toMatchObject({ state: 'running', started: 2, running: [{}, {}] });
  expect(await steer(bed, id, 'pausa', AV)).toMatchObject({ lage: 'pausat' });
  gate.resolve();
  await until(async () => (await omlasning()).files.done === 2);
  // what waits to be read again is read: nobody waits for it
  expect((await bed.store.status()).files).toMatchObject({ done: 6, running: 0 });
  await start(NEWER);
  expect(bed.resumed.paused.map((one) => one.id)).toEqual([id]);
  await new Promise((resolve) => setTimeout(resolve, 1_500));
  expect(await omlasning()).toMatchObject({ id, lage: 'pausat', files: { done: 2, running: 4 } });
  await steer(bed, id, 'fortsatt', AV);
  await until(async () => (await lage()) === 'klart');
  expect(await omlasning()).toMatchObject({ id, files: { done: 6 } });
  expect(await bed.store.foraldrade(NEWER)).toEqual([]);
});

it('that is called off leaves what is read as it is, and is not begun again before there is a newer version', {
  timeout: 120_000,
}, async () => {
  await start(OLDER);
  await ingest([1, 2, 3, 4]);
  const said = await clauses();
  hold('kajen');
  await start(NEWER);
  await until(async () => (await bed.store.status()).files.running === 2);
  const { id } = await omlasning();
  await steer(bed, id, 'avbryt', { ...AV, atOnce: true });
  await until(async () => (await bed.store.status()).files.running === 0);
  hold('');
  expect((await bed.store.status()).files).toMatchObject({ total: 4, done: 4, failed: 0 });
  expect(await clauses()).toEqual(said);
  // those that were under way say that they were cut off
  expect(await bed.store.ejOmlasta()).toBe(2);
  await start(NEWER);
  await new Promise((resolve) => setTimeout(resolve, 1_500));
  expect(await omlasning()).toMatchObject({ id, lage: 'avbrutet' });
  expect(await bed.store.foraldrade(NEWER)).toEqual([{ version: OLDER, antal: 2 }]);
  await start(NEWEST);
  await until(async () => (await bed.store.foraldrade(NEWEST)).length === 0);
  await until(async () => (await lage()) === 'klart');
  expect(await omlasning()).toMatchObject({ version: NEWEST, files: { total: 4, done: 4 } });
  expect(await bed.store.ejOmlasta()).toBe(0);
});

/** Intakes as things: paused, called off and run again, also over a stop of everything. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { OcrReader, Reader } from '../../../activities/deps.ts';
import { type Installation, startInstallation } from '../../../engine/installation.ts';
import type { IntakeProgress } from '../../../engine/intake/index.ts';
import { steer } from '../../../engine/intake/steer.ts';
import { arkivWork, namedRunning } from '../../../engine/intake/work.ts';
import { openStores } from '../../../engine/stores/index.ts';
import { assembleRecord } from '../../../extraction/index.ts';
import { Refusal } from '../../../extraction/refusal.ts';
import { EXTRACTION_VERSION } from '../../../extraction/version.ts';
import { archiveProgressQuery, resumeSignal } from '../../../workflows/messages.ts';
import { emptyPage } from '../made-up.ts';
import { testSettings, writeFolder } from '../testbed.ts';
import { until } from '../until.ts';

const base = mkdtempSync(join(tmpdir(), 'expediera-arkiv-'));
let bed: Installation;
/** Files wait here to be opened until they are let in. */
let gate = Promise.withResolvers<void>();
let broken = true;
let opening = 0;
let opened = 0;

const reader: Reader = {
  async open(bytes, signal) {
    opening += 1;
    opened += 1;
    const ended = new Promise<never>((_, reject) => {
      signal.addEventListener('abort', () => reject(signal.reason as Error), { once: true });
    });
    await Promise.race([gate.promise, ended]).finally(() => {
      opening -= 1;
    });
    const text = new TextDecoder().decode(bytes);
    if (text.startsWith('broken') && broken) throw new TypeError('a fault of ours');
    if (text.startsWith('strange') && broken) throw new Refusal('not-supported');
    const scan = text.startsWith('scan');
    const pages = [emptyPage(1, scan ? 'none' : 'embedded')];
    const ocr = scan ? [{ page: 1, reason: 'no-text' as const }] : [];
    return { mediaType: 'text/plain', pageCount: 1, pages, ocr, warnings: [] };
  },
  assemble: async (source, pages) => assembleRecord(source, pages),
};
const ocr: OcrReader = { read: () => new Promise(() => {}) };

const startBed = async (queues = ['light', 'ocr'], version = EXTRACTION_VERSION): Promise<void> => {
  const settings = testSettings(join(base, 'home'), { window: 2, queues, omlasning: false });
  bed = await startInstallation({ settings, reader, ocr, version });
};
beforeAll(() => startBed(['light']), 120_000);
afterAll(async () => {
  gate.resolve();
  await bed?.stop();
  rmSync(base, { recursive: true, force: true });
});

let names = 0;
const folder = (files: number, word = 'text'): string => {
  const name = `in-${++names}`;
  const texts = Array.from({ length: files }, (_, n) => [`${n}.txt`, `${word} ${name} ${n}`]);
  return writeFolder(join(base, name), Object.fromEntries(texts));
};
/** Takes files in that wait to be opened. */
async function waiting(files: number, word?: string) {
  gate = Promise.withResolvers();
  const report = await bed.ingest([folder(files, word)], { wait: false, av: 'Siv Ek' });
  await until(async () => opening === Math.min(2, files));
  return report;
}
const one = async (id: number) => (await bed.store.ettArkiv(id)) ?? Promise.reject(new Error(`no ${id}`));
const steered = (id: number, what: 'pausa' | 'fortsatt' | 'avbryt', atOnce = false) =>
  steer(bed, id, what, { av: 'Bo Ek', atOnce });
const AV = { av: 'Bo Ek' };

describe('an intake', () => {
  it('is a thing with a name and an end, and tells how it goes meanwhile', async () => {
    const { arkiv, workflowId } = await waiting(5);
    expect(await one(arkiv)).toMatchObject({
      ...{ lage: 'pagar', av: 'Siv Ek', namn: 'in-1', workflowId, lopande: false },
      files: { total: 5, running: 5 },
    });
    const work = await arkivWork(bed.client, await one(arkiv));
    expect(work).toMatchObject({ state: 'running', started: 2, pace: null, waitsForOcr: false });
    const { running } = work as Exclude<typeof work, string | null>;
    expect(running).toHaveLength(2);
    expect((await namedRunning(bed, arkiv, running)).map(({ path }) => path).sort()).toEqual(
      [0, 1].map((n) => join(base, 'in-1', `${n}.txt`)),
    );
    gate.resolve();
    await until(async () => (await one(arkiv)).lage === 'klart');
    expect((await one(arkiv)).files).toMatchObject({ total: 5, done: 5, running: 0 });
    await until(async () => (await arkivWork(bed.client, await one(arkiv))) === null);
    await expect(steered(arkiv, 'pausa')).rejects.toMatchObject({ code: 'refused' });
    await expect(steered(99, 'pausa')).rejects.toMatchObject({ code: 'no-such-arkiv' });
  });

  it('of nothing new is finished at once', async () => {
    const report = await bed.ingest([join(base, 'in-1')], { wait: false });
    expect(report).toMatchObject({ workflowId: null, offered: { already: 5 } });
    expect(await one(report.arkiv)).toMatchObject({ lage: 'klart', files: { total: 5, done: 5 } });
  });

  it('says that it waits for somebody who reads scanned pages', async () => {
    const { arkiv } = await waiting(1, 'scan');
    gate.resolve();
    await until(async () => {
      const work = await arkivWork(bed.client, await one(arkiv));
      return work !== null && work !== 'no-worker' && work.waitsForOcr;
    });
    await steered(arkiv, 'avbryt', true);
    await until(async () => (await one(arkiv)).files.running === 0);
    expect(await one(arkiv)).toMatchObject({ lage: 'avbrutet', files: { failed: 1 } });
  });

  it('that is paused lets what is under way end, and stays so when all is started anew', async () => {
    const { arkiv, workflowId } = await waiting(6);
    expect(await steered(arkiv, 'pausa')).toMatchObject({ lage: 'pausat', lageAv: 'Bo Ek', underWay: 2 });
    const said = (await one(arkiv)).lageAt;
    expect(await steered(arkiv, 'pausa')).toMatchObject({ lage: 'pausat', lageAt: said });
    gate.resolve();
    await until(async () => (await one(arkiv)).files.done === 2);
    expect(await bed.store.runningUnpaused()).toBe(0);
    await bed.stop();
    await startBed(['light']);
    expect(bed.resumed.paused.map(({ id }) => id)).toEqual([arkiv]);
    expect(bed.resumed.files).toBe(0);
    const handle = bed.client.workflow.getHandle(workflowId as string);
    await until(async () => (await handle.query(archiveProgressQuery)).state === 'paused');
    expect((await one(arkiv)).files).toMatchObject({ done: 2, running: 4 });
    expect(await steered(arkiv, 'fortsatt')).toMatchObject({ lage: 'pagar' });
    await until(async () => (await one(arkiv)).lage === 'klart');
    expect((await one(arkiv)).files.done).toBe(6);
  });

  it('is steered also while nothing runs', async () => {
    const { arkiv, workflowId } = await waiting(6);
    const other = await bed.ingest([folder(4)], { wait: false });
    await bed.stop();
    const { store, close } = await openStores({ home: join(base, 'home') });
    expect(await steer({ store, client: null }, arkiv, 'pausa', AV)).toMatchObject({ underWay: null });
    expect(await steer({ store, client: null }, other.arkiv, 'avbryt', AV)).toMatchObject({
      lage: 'avbrutet',
    });
    await close();
    await startBed(['light']);
    const handle = bed.client.workflow.getHandle(workflowId as string);
    await until(async () => (await handle.query(archiveProgressQuery)).state === 'paused');
    gate.resolve();
    await until(async () => (await one(other.arkiv)).files.running === 0);
    expect((await one(other.arkiv)).files.failed).toBeGreaterThan(0);
    const { files } = await one(arkiv);
    expect(files.running).toBeGreaterThan(0);
    await steered(arkiv, 'fortsatt');
    await until(async () => (await one(arkiv)).lage === 'klart');
    expect((await one(arkiv)).files.done).toBe(6);
  });

  it('that is called off lets what is under way end, and can be run again', async () => {
    const { arkiv } = await waiting(6);
    await steered(arkiv, 'avbryt');
    gate.resolve();
    await until(async () => (await one(arkiv)).files.running === 0);
    expect(await one(arkiv)).toMatchObject({ lage: 'avbrutet', files: { done: 2, failed: 4 } });
    expect(await bed.store.arkivOrsaker(arkiv)).toMatchObject([{ code: 'cancelled', files: 4 }]);
    const again = await bed.again({ arkiv, failed: true, older: false });
    expect(again).toMatchObject({ offered: { paths: 4 }, archive: { done: 4 } });
    expect(await one(again?.arkiv as number)).toMatchObject({
      om: arkiv,
      lage: 'klart',
      namn: `in-${names}`,
    });
    expect((await one(arkiv)).files).toMatchObject({ done: 6, failed: 0 });
  });

  it('that is called off at once ends what is under way too', async () => {
    const { arkiv } = await waiting(4);
    await steered(arkiv, 'avbryt', true);
    await until(async () => (await one(arkiv)).files.running === 0);
    expect(await one(arkiv)).toMatchObject({ files: { total: 4, failed: 4 } });
    gate.resolve();
  });

  it('that is called off, and then at once, has both acts in the log, and neither twice', async () => {
    const { arkiv } = await waiting(4);
    expect(await steered(arkiv, 'avbryt')).toMatchObject({ underWay: 2 });
    const at = (av: string) => steer(bed, arkiv, 'avbryt', { av, atOnce: true });
    expect(await at('Siv Ek')).toMatchObject({ lage: 'avbrutet', lageAv: 'Siv Ek', underWay: 2 });
    await at('Bo Ek');
    await until(async () => (await one(arkiv)).files.running === 0);
    expect(await at('Bo Ek')).toMatchObject({ lageAv: 'Siv Ek', underWay: 0 });
    const { handelser } = await bed.store.handelser({ om: [`arkiv:${arkiv}`], vad: 'arkiv-avbrutet' });
    expect(handelser.map(({ av, uppgifter }) => [av, uppgifter])).toEqual([
      ['Siv Ek', { genast: true }],
      ['Bo Ek', {}],
    ]);
    gate.resolve();
  });

  it('that is called off at once when nothing is under way any more is not called off again', async () => {
    const { arkiv } = await waiting(3);
    await steered(arkiv, 'avbryt');
    gate.resolve();
    await until(async () => (await one(arkiv)).files.running === 0);
    await steered(arkiv, 'avbryt', true);
    const { total } = await bed.store.handelser({ om: [`arkiv:${arkiv}`], vad: 'arkiv-avbrutet' });
    expect(total).toBe(1);
  });

  it('that is paused says so to another one that reads its files, and does not read them again', async () => {
    const { arkiv } = await waiting(5);
    await steered(arkiv, 'pausa');
    const told: IntakeProgress[] = [];
    const onProgress = (at: IntakeProgress) => void told.push(at);
    const other = await bed.ingest([join(base, `in-${names}`)], { wait: false, onProgress });
    const delade = [{ pausat: arkiv, genom: other.arkiv, namn: `in-${names}`, filer: 5 }];
    expect(told.filter(({ phase }) => phase === 'shared')).toMatchObject([
      { delade: [{ ...delade[0], kvar: 5 }] },
    ]);
    gate.resolve();
    await until(async () => (await one(other.arkiv)).lage === 'klart');
    expect(await bed.store.deladeFiler(arkiv)).toEqual([{ ...delade[0], kvar: 0 }]);
    expect((await one(arkiv)).files).toMatchObject({ total: 5, done: 5 });
    const reads = opened;
    const handle = bed.client.workflow.getHandle((await one(arkiv)).workflowId as string);
    await handle.signal(resumeSignal);
    expect(await handle.result()).toMatchObject({ done: 5, failed: 0 });
    expect(opened).toBe(reads);
  });

  it('is run again by one file of it that was refused, and only when that is asked for', async () => {
    gate.resolve();
    const { arkiv } = await bed.ingest([folder(2, 'strange')], { lopande: true });
    expect((await one(arkiv)).files).toMatchObject({ refused: 2 });
    expect(await bed.again({ arkiv, failed: true, older: false })).toBeNull();
    const [first, second] = (await bed.store.arkivFiler(arkiv)).map(({ sha256 }) => sha256 as string);
    const again = (sha256: string | undefined) =>
      bed.again({ arkiv, failed: true, refused: true, older: false, only: [sha256 ?? ''] });
    // nothing has changed: it is refused for the same reason
    expect(await again(first)).toMatchObject({ archive: { refused: 1 } });
    broken = false;
    const read = await again(second);
    broken = true;
    expect(read).toMatchObject({ archive: { done: 1 } });
    expect(await one(read?.arkiv ?? 0)).toMatchObject({ om: arkiv, namn: '1.txt', lopande: true });
    expect((await one(arkiv)).files).toMatchObject({ done: 1, refused: 1 });
  });

  it('is run again by a file that is too large from where it lies, and not by what never came', async () => {
    const path = writeFolder(join(base, 'large'), { 'large.txt': `text ${'x'.repeat(2_000)}` });
    const large = join(path, 'large.txt');
    const { arkiv } = await bed.ingest([path]);
    const [kept] = await bed.store.arkivFiler(arkiv);
    const refused = { status: 'refused', reason: { code: 'too-large', sv: 'Nej.', en: 'No.' } } as const;
    await bed.store.setOutcome(kept?.sha256 ?? '', refused);
    await bed.blobs.withFile(kept?.sha256 ?? '', async (at) => rmSync(at));
    const sent = ['uppladdat/2031-05-14 0912/large.txt', `${large}!/large.txt`];
    for (const never of sent) await bed.store.offerUnreadable(never, refused, arkiv);
    const again = await bed.again({ arkiv, failed: false, refused: true, older: false });
    expect(again).toMatchObject({ offered: { paths: 1, toDo: [kept?.sha256] }, archive: { done: 1 } });
  });

  it('is run again by what failed and what could not be read, and by nothing else', async () => {
    gate.resolve();
    const path = folder(2, 'broken');
    writeFileSync(join(path, 'whole.txt'), 'text whole');
    const { arkiv } = await bed.ingest([path]);
    expect((await one(arkiv)).files).toMatchObject({ done: 1, failed: 2 });
    await bed.store.offerUnreadable(
      join(path, 'late.txt'),
      { status: 'failed', reason: { code: 'unreadable', sv: 'Nej.', en: 'No.' } },
      arkiv,
    );
    writeFileSync(join(path, 'late.txt'), 'text late');
    broken = false;
    const again = await bed.again({ arkiv, failed: true, older: false });
    expect(again).toMatchObject({ offered: { paths: 3 }, archive: { done: 3 } });
    expect((await one(arkiv)).files).toMatchObject({ total: 4, done: 4 });
    expect(await bed.again({ arkiv, failed: true, older: true })).toBeNull();
    await expect(bed.again({ arkiv: 999, failed: true, older: false })).rejects.toThrow(
      'ingen inläsning 999',
    );
  }, 90_000);

  it('is run again by what an older version read', async () => {
    await bed.stop();
    await startBed(['light'], '0.0.1');
    const { arkiv } = await bed.ingest([folder(2)]);
    const older = { arkiv, failed: false, older: true };
    await bed.stop();
    await startBed(['light']);
    expect(await bed.again(older)).toMatchObject({ offered: { paths: 2 }, archive: { done: 2 } });
    const read = (await bed.store.arkivFiler(arkiv)).map(({ sha256 }) => bed.store.content(sha256 as string));
    for (const content of await Promise.all(read))
      expect(content).toMatchObject({ status: 'done', extractionVersion: EXTRACTION_VERSION });
    expect(await bed.again(older)).toBeNull();
  }, 90_000);

  it('whose files were not all found when it was cut off says so, and is taken in from its paths again', async () => {
    const path = folder(3);
    const arkiv = await bed.store.newArkiv({
      namn: 'cut',
      paths: [path],
      lopande: false,
      om: null,
      av: null,
    });
    await bed.stop();
    await startBed(['light']);
    expect(bed.resumed.cutOff.map(({ id }) => id)).toEqual([arkiv]);
    expect((await one(arkiv)).lage).toBe('brutet');
    await bed.store.setArkivLage(arkiv, 'samlas', null, ['brutet']);
    await bed.ingest([path], { arkiv });
    expect(await one(arkiv)).toMatchObject({ lage: 'klart', files: { total: 3, done: 3 } });
  });
});

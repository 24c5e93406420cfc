/** Files that are sent, as one intake: in parts, cut off, and while work on the first of them goes on already. */
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Reader } from '../../../activities/deps.ts';
import { type Installation, startInstallation } from '../../../engine/installation.ts';
import { settleForLess } from '../../../engine/intake/settle-for-less.ts';
import { steer } from '../../../engine/intake/steer.ts';
import type { SentFile, Upload } from '../../../engine/intake/upload-types.ts';
import { uploadsOf } from '../../../engine/intake/uploads.ts';
import { assembleRecord } from '../../../extraction/index.ts';
import { emptyPage } from '../made-up.ts';
import { testSettings } from '../testbed.ts';
import { until } from '../until.ts';
import { zipOf } from './zips.ts';

const base = mkdtempSync(join(tmpdir(), 'expediera-uploads-'));
let bed: Installation;
let gate = Promise.withResolvers<void>();
gate.resolve();

const reader: Reader = {
  async open() {
    await gate.promise;
    const pages = [emptyPage(1, 'embedded')];
    return { mediaType: 'text/plain', pageCount: 1, pages, ocr: [], warnings: [] };
  },
  assemble: async (source, pages) => assembleRecord(source, pages),
};
const startBed = async (): Promise<void> => {
  const settings = testSettings(join(base, 'home'), { window: 2, maxFileBytes: 1000, omlasning: false });
  bed = await startInstallation({ settings, reader });
};
beforeAll(startBed, 120_000);
afterAll(async () => {
  gate.resolve();
  await bed?.stop();
  rmSync(base, { recursive: true, force: true });
});

const one = async (id: number) => (await bed.store.ettArkiv(id)) ?? Promise.reject(new Error(`no ${id}`));
const NEW = { namn: 'nämnden 2019', lopande: false, av: 'Siv Ek' };
async function* parts(...texts: (string | Uint8Array)[]): AsyncGenerator<Uint8Array> {
  for (const text of texts) yield Buffer.from(text);
}
const sent = (upload: Upload, name: string, ...texts: (string | Uint8Array)[]): Promise<SentFile> =>
  upload.add(name, parts(...texts));
async function* cut(): AsyncGenerator<Uint8Array> {
  yield Buffer.from('the beginning of');
  throw new Error('the connection is gone');
}
const paths = async (id: number): Promise<string[]> =>
  (await bed.store.arkivFiler(id)).map(({ path }) => path.replace(/^uppladdat\/[^/]+\//u, ''));

describe('files that are sent', () => {
  it('come in as files of one intake, by the rules of all files', async () => {
    const upload = await bed.uploads.begin(NEW);
    expect(await one(upload.arkiv)).toMatchObject({ lage: 'samlas', namn: 'nämnden-2019', av: 'Siv Ek' });
    const first = await sent(upload, 'mapp/a.txt', 'one ', 'file');
    expect(first).toMatchObject({ taken: 'toDo' });
    expect(first.path).toMatch(/^uppladdat\/\d{4}-\d\d-\d\d \d{4}(?: \(\d+\))?\/mapp\/a\.txt$/u);
    expect((await sent(upload, '../../etc/a.txt', 'another')).path).toMatch(/\d\/etc\/a\.txt$/u);
    expect((await sent(upload, 'C:\\fakepath\\a.txt', 'a third')).path).toMatch(/\d\/fakepath\/a\.txt$/u);
    expect(await sent(upload, 'mapp/a.txt', 'one file')).toEqual(first);
    expect((await sent(upload, 'mapp/a.txt', 'of the same name')).path).toMatch(/mapp\/a \(2\)\.txt$/u);
    expect(await sent(upload, 'stor.txt', 'x'.repeat(600), 'x'.repeat(600))).toMatchObject({
      ...{ taken: 'refused', sha256: null },
    });
    const zip = await zipOf({ 'b/å.txt': 'in a ZIP', 'c.txt': 'one file', 'd.txt': 'y'.repeat(1200) });
    expect(await sent(upload, 'arkiv.zip', zip)).toMatchObject({ taken: 'zip' });
    await upload.finish();
    await until(async () => (await one(upload.arkiv)).lage === 'klart');
    expect(await paths(upload.arkiv)).toEqual([
      ...['arkiv.zip', 'arkiv.zip!/b/å.txt', 'arkiv.zip!/c.txt', 'arkiv.zip!/d.txt'],
      ...['etc/a.txt', 'fakepath/a.txt', 'mapp/a (2).txt', 'mapp/a.txt', 'stor.txt'],
    ]);
    expect((await one(upload.arkiv)).files).toMatchObject({ done: 6, refused: 2, failed: 0 });
    const [large] = await bed.store.arkivOrsaker(upload.arkiv);
    expect(large?.code).toBe('too-large');
    await expect(bed.uploads.open(upload.arkiv)).rejects.toMatchObject({ code: 'refused' });
    await expect(bed.uploads.open(999)).rejects.toMatchObject({ code: 'no-such-arkiv' });
    await bed.uploads.finish(upload.arkiv);
    const { handelser } = await bed.store.handelser({ om: [`arkiv:${upload.arkiv}`] });
    expect(handelser.map(({ vad }) => vad).sort()).toEqual(['inlasning', 'inlasning-mottagen']);
  });

  it('are worked on while others are still sent, and ended when those are', async () => {
    gate = Promise.withResolvers();
    const upload = await bed.uploads.begin(NEW);
    for (const n of [1, 2, 3]) await sent(upload, `${n}.txt`, `number ${n}`);
    await until(async () => (await one(upload.arkiv)).workflowId !== null);
    gate.resolve();
    await until(async () => (await one(upload.arkiv)).files.running === 0);
    expect(await one(upload.arkiv)).toMatchObject({ lage: 'samlas', files: { done: 3 } });
    await upload.finish();
    expect(await one(upload.arkiv)).toMatchObject({ lage: 'klart' });
  });

  it('leave nothing half when a connection is cut, and all that came whole', async () => {
    const upload = await bed.uploads.begin(NEW);
    const before = await bed.store.files();
    await expect(upload.add('halv.txt', cut())).rejects.toThrow('the connection is gone');
    expect(await bed.store.files()).toEqual(before);
    expect(readdirSync(join(base, 'home', 'blobs', 'tmp'))).toEqual([]);
    await sent(upload, 'hel.txt', 'the whole of it');
    await upload.cutOff();
    expect(await one(upload.arkiv)).toMatchObject({ lage: 'brutet' });
    await until(async () => (await one(upload.arkiv)).files.done === 1);
    const again = await bed.uploads.open(upload.arkiv);
    expect(await sent(again, 'hel.txt', 'the whole of it')).toMatchObject({ taken: 'already' });
    await sent(again, 'halv.txt', 'the beginning of it and its end');
    await again.finish();
    await until(async () => (await one(upload.arkiv)).lage === 'klart');
    expect(await paths(upload.arkiv)).toEqual(['halv.txt', 'hel.txt']);
  });

  it('are waited for no longer when no more come, and taken for all when a person says so', async () => {
    const uploads = uploadsOf(bed, { everyMs: 20, quietMs: 100 });
    const upload = await uploads.begin(NEW);
    await sent(upload, 'ensam.txt', 'the only one');
    await until(async () => (await one(upload.arkiv)).lage === 'brutet');
    await until(async () => (await one(upload.arkiv)).files.done === 1);
    await settleForLess({ store: bed.store, engine: bed }, upload.arkiv, 'Bo Ek');
    expect(await one(upload.arkiv)).toMatchObject({ lage: 'klart', lageAv: 'Bo Ek' });
    await uploads.close();
  });

  it('are called off with their intake, which takes no more of them', async () => {
    gate = Promise.withResolvers();
    const upload = await bed.uploads.begin(NEW);
    for (const n of [4, 5, 6, 7]) await sent(upload, `${n}.txt`, `number ${n}`);
    await steer(bed, upload.arkiv, 'avbryt', { av: 'Bo Ek', atOnce: true });
    await expect(bed.uploads.open(upload.arkiv)).rejects.toMatchObject({ code: 'refused' });
    gate.resolve();
    await upload.finish();
    await until(async () => (await one(upload.arkiv)).files.running === 0);
    expect(await one(upload.arkiv)).toMatchObject({ lage: 'avbrutet', files: { total: 4 } });
  });

  it('are read when the program ends in the middle and is started again, and go on from there', async () => {
    gate = Promise.withResolvers();
    // nothing is handed over before it ends
    const upload = await uploadsOf(bed, { everyMs: 1e6, quietMs: 1e9 }).begin(NEW);
    for (const n of [8, 9]) await sent(upload, `${n}.txt`, `number ${n}`);
    await bed.stop();
    gate.resolve();
    await startBed();
    expect(await one(upload.arkiv)).toMatchObject({ lage: 'brutet', files: { total: 2 } });
    await until(async () => (await one(upload.arkiv)).files.done === 2);
    const again = await bed.uploads.open(upload.arkiv);
    await sent(again, '10.txt', 'number 10');
    await again.finish();
    await until(async () => (await one(upload.arkiv)).lage === 'klart');
    expect(await paths(upload.arkiv)).toEqual(['10.txt', '8.txt', '9.txt']);
  }, 60_000);
});

import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MockActivityEnvironment } from '@temporalio/testing';
import { DefaultLogger } from '@temporalio/worker';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ActivityDeps } from '../../activities/deps.ts';
import { catchUp, createActivities } from '../../activities/index.ts';
import type { Opened } from '../../activities/open-file.ts';
import { createRoom } from '../../activities/room.ts';
import type { FileEnd } from '../../activities/settle-file.ts';
import { wayOf } from '../../diarium/way/index.ts';
import { openStores, type Stores } from '../../engine/stores/index.ts';
import { createSandare } from '../../expediering/sandare.ts';
import { assembleRecord } from '../../extraction/index.ts';
import { DEFAULT_LIMITS } from '../../extraction/pages/limits.ts';
import { readPlainText } from '../../extraction/pages/plain-text.ts';
import { putIntake } from '../../store/derived.ts';
import type { FileSettled } from '../../workflows/messages.ts';
import { protokoll } from '../engine/made-up.ts';

const bytes = new TextEncoder().encode(protokoll(1));
const sha256 = createHash('sha256').update(bytes).digest('hex');

let base: string;
let stores: Stores;
let opened: number;
beforeEach(async () => {
  base = mkdtempSync(join(tmpdir(), 'expediera-activities-'));
  stores = await openStores({ home: base });
  opened = 0;
});
afterEach(async () => {
  await stores.close();
  rmSync(base, { recursive: true, force: true });
});

function activities(extractionVersion: string, readingVersion: string, blobs = stores.blobs) {
  const deps: ActivityDeps = {
    ...{ store: stores.store, blobs },
    reader: {
      async open(content) {
        opened += 1;
        const { pages, warnings } = readPlainText(content, DEFAULT_LIMITS);
        return { mediaType: 'text/plain', pageCount: pages.length, pages, ocr: [], warnings };
      },
      assemble: async (source, pages, warnings) => assembleRecord(source, pages, { warnings }),
    },
    room: createRoom(),
    ocr: { read: async () => {} },
    wayOf,
    findable: false,
    wake: async () => {},
    wakeLeverans: async () => {},
    startGranska: async () => {},
    home: base,
    sandare: createSandare({}),
    leveransTider: { sekunder: 60, paminnelse: 60 },
    extractionVersion,
    readingVersion,
  };
  const { openFile, saveFile, routeFile, settleFile, settledOf } = createActivities(deps);
  const environment = new MockActivityEnvironment({}, { logger: new DefaultLogger('ERROR', () => {}) });
  return {
    openFile: (rerun = false) => environment.run(openFile, { sha256, rerun }) as Promise<Opened>,
    saveFile: () => environment.run(saveFile, { sha256 }),
    routeFile: () => environment.run(routeFile, { sha256 }),
    settleFile: (end: FileEnd) => environment.run(settleFile, end),
    settled: async (again: boolean) =>
      ((await environment.run(settledOf, { files: [sha256], again })) as FileSettled[]).map(
        ({ status }) => status,
      ),
  };
}

async function takeIn(extractionVersion: string, readingVersion: string): Promise<void> {
  const { openFile, saveFile, routeFile } = activities(extractionVersion, readingVersion);
  expect((await openFile()).already).toBeNull();
  await saveFile();
  await routeFile();
}

describe('the steps of a file', () => {
  beforeEach(async () => {
    await stores.blobs.put(bytes);
    await putIntake(stores.blobs, sha256, { fileName: 'p.txt', bytes: bytes.length });
    await stores.store.offerFile('/p.txt', sha256);
  });

  it('leave alone what this version has done', async () => {
    await takeIn('1', '1');
    expect(await activities('1', '1').openFile()).toMatchObject({ already: 'done' });
    expect(await stores.store.content(sha256)).toMatchObject({ status: 'done', extractionVersion: '1' });
  });

  it('do it again by newer rules, without reading the pages again', async () => {
    await takeIn('1', '1');
    await takeIn('2', '1');
    expect(opened).toBe(1);
    expect(await stores.store.content(sha256)).toMatchObject({ status: 'done', extractionVersion: '2' });
  });

  it('read the pages again by a newer reading', async () => {
    await takeIn('1', '1');
    await takeIn('2', '2');
    expect(opened).toBe(2);
  });

  it('leave alone what a newer version has done, also when they are told to do it again', async () => {
    await takeIn('1.10', '1');
    const older = activities('1.9', '1');
    expect((await older.openFile()).already).toBe('done');
    expect((await older.openFile(true)).already).toBe('done');
    expect(await stores.store.content(sha256)).toMatchObject({ status: 'done', extractionVersion: '1.10' });
  });

  it('leave refused what a newer version has refused, and note by which it was', async () => {
    const reason = { code: 'damaged', sv: 'Skadad.', en: 'Damaged.' };
    await activities('1.10', '1').settleFile({ sha256, status: 'refused', ...reason });
    expect(await stores.store.content(sha256)).toMatchObject({ status: 'refused', nekadAv: '1.10' });
    expect((await activities('1.9', '1').openFile(true)).already).toBe('refused');
    expect((await activities('1.10', '1').openFile()).already).toBe('refused');
    expect((await activities('1.11', '1').openFile(true)).already).toBeNull();
  });

  it('begin nothing anew that ended while the worker stood still', async () => {
    await takeIn('1', '1');
    const [asked, goesOn] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    const frozen: Stores['blobs'] = {
      ...stores.blobs,
      async getDerived<T>(...of: [string, string, string]): Promise<T | null> {
        asked.resolve();
        await goesOn.promise;
        return stores.blobs.getDerived<T>(...of);
      },
    };
    const attempt = activities('2', '1', frozen).openFile(true);
    const failed = expect(attempt).rejects.toThrow(/meanwhile/u);
    await asked.promise;
    await takeIn('2', '1');
    goesOn.resolve();
    await failed;
    expect(await stores.store.content(sha256)).toMatchObject({ status: 'done', extractionVersion: '2' });
  });

  it('leave what is read when a newer version cannot read it, and what that could not when they are older', async () => {
    await takeIn('1', '1');
    const newer = activities('2', '1');
    expect((await newer.openFile(true)).already).toBeNull();
    await newer.settleFile({ sha256, status: 'failed', code: 'internal' });
    expect(await stores.store.content(sha256)).toMatchObject({
      ...{ status: 'done', code: null, extractionVersion: '1', ejOmlastAv: '2' },
    });
    expect((await activities('1', '1').openFile(true)).already).toBe('done');
    expect((await stores.store.files())[0]?.ejOmlast).toMatchObject({ code: 'internal', version: '2' });
  });

  it('tell of a file that failed after it was saved anew that it failed', async () => {
    await takeIn('1', '1');
    const newer = activities('2', '1');
    await newer.openFile(true);
    await newer.saveFile();
    await newer.settleFile({ sha256, status: 'failed', code: 'internal', saved: true });
    expect(await stores.store.content(sha256)).toMatchObject({ status: 'failed', extractionVersion: '2' });
  });

  it('take what an older version has read for no end of what is read again', async () => {
    await takeIn('1', '1');
    const newer = activities('2', '1');
    expect(await newer.settled(false)).toEqual(['done']);
    // it only waits to be opened
    expect(await newer.settled(true)).toEqual([]);
    await newer.openFile(true);
    expect(await newer.settled(true)).toEqual([]);
    await newer.settleFile({ sha256, status: 'refused', code: 'damaged' });
    expect(await newer.settled(true)).toEqual(['done']);
    await takeIn('2', '1');
    expect(await newer.settled(true)).toEqual(['done']);
  });

  it('change nothing when they are done twice', async () => {
    await takeIn('1', '1');
    const before = [
      await stores.store.status(),
      await stores.store.mottagare(),
      await stores.store.record(sha256),
    ];
    const again = activities('1', '1');
    await again.openFile(true);
    await again.saveFile();
    await again.routeFile();
    await again.routeFile();
    const after = [
      await stores.store.status(),
      await stores.store.mottagare(),
      await stores.store.record(sha256),
    ];
    expect(after).toEqual(before);
  });
});

describe('routing', () => {
  /** Saves the minutes of another file, as another worker would, without routing them. */
  async function saveOther(): Promise<string> {
    const content = new TextEncoder().encode(protokoll(2));
    const { pages } = readPlainText(content, DEFAULT_LIMITS);
    const source = { fileName: 'o.txt', sha256: 'b'.repeat(64), bytes: 1, pageCount: 1 };
    const record = assembleRecord({ ...source, mediaType: 'text/plain' }, pages);
    const { matters } = await stores.store.saveRecord(record, '1');
    expect(matters).toHaveLength(1);
    return matters[0] as string;
  }

  beforeEach(async () => {
    await stores.blobs.put(bytes);
    await putIntake(stores.blobs, sha256, { fileName: 'p.txt', bytes: bytes.length });
    await stores.store.offerFile('/p.txt', sha256);
  });

  it("does a file's own matters and leaves those of others to them", async () => {
    const others = await saveOther();
    await takeIn('1', '1');
    expect(await stores.store.staleMatters()).toEqual([others]);
    const routed = await activities('1', '1').routeFile();
    expect(routed).toEqual({ matters: 0 });
  });

  it('does what is left when it is not known what the file touched', async () => {
    await saveOther();
    await activities('1', '1').routeFile();
    expect(await stores.store.staleMatters()).toEqual([]);
  });

  it('is caught up with before work starts', async () => {
    const others = await saveOther();
    expect(await catchUp({ store: stores.store, wayOf })).toMatchObject({ matters: 1 });
    expect(await stores.store.staleMatters()).toEqual([]);
    expect(await stores.store.arende(others)).toMatchObject({
      steg: [{ organ: 'Kultur- och fritidsnämnden' }],
    });
    expect(await catchUp({ store: stores.store, wayOf })).toEqual({ records: 0, matters: 0 });
  });
});

describe('a content that is gone', () => {
  it('is tried for again, as what may come back', async () => {
    const opening = activities('1', '1').openFile();
    await expect(opening).rejects.toMatchObject({ type: 'Missing', nonRetryable: false });
  });
});

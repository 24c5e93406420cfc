/** Opening a file tells how far it has come, page by page: what its step's heartbeat says. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { MockActivityEnvironment } from '@temporalio/testing';
import { DefaultLogger } from '@temporalio/worker';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { ActivityDeps, Reader } from '../../activities/deps.ts';
import { openFile } from '../../activities/open-file.ts';
import { createRoom } from '../../activities/room.ts';
import { openStores, type Stores } from '../../engine/stores/index.ts';
import { createReader } from '../../worker/reader.ts';
import { testSettings } from '../engine/testbed.ts';
import { makePdf } from '../extraction/pages/make-pdf.ts';

let base: string;
let stores: Stores;
let reader: ReturnType<typeof createReader>;
beforeAll(async () => {
  base = mkdtempSync(join(tmpdir(), 'expediera-open-'));
  stores = await openStores({ home: base });
  reader = createReader(testSettings(base));
});
afterAll(async () => {
  await Promise.all([stores.close(), reader.close()]);
  rmSync(base, { recursive: true, force: true });
});

it('some pages at a time, and nothing where it is over in a moment', async () => {
  const pages = Array.from({ length: 4 }, (_, n) => ({ text: [{ text: `Sida ${n + 1}`, x: 70, y: 700 }] }));
  const bytes = makePdf({ pages });
  const { sha256 } = await stores.blobs.put(bytes);
  const heard: number[][] = [];
  const opened = await reader.open(bytes, new AbortController().signal, (...at) => heard.push(at));
  /** Tells of the same pages, of the third one late. */
  const slow: Pick<Reader, 'open'> = {
    async open(_, __, onPage) {
      for (const [page = 0, pageCount = 0] of heard) {
        if (page === 3) await setTimeout(700);
        onPage?.(page, pageCount);
      }
      return opened;
    },
  };
  const room = createRoom();
  const deps = { ...stores, room, reader: slow, extractionVersion: '1', readingVersion: '1' };
  const environment = new MockActivityEnvironment({}, { logger: new DefaultLogger('ERROR', () => {}) });
  const told: unknown[] = [];
  environment.on('heartbeat', (detail) => told.push(detail));
  await stores.store.offerFile('/in/a.pdf', sha256);
  const step = openFile(deps as unknown as ActivityDeps);
  expect(await environment.run(step, { sha256, rerun: false })).toMatchObject({ pages: 4, already: null });
  expect(heard).toEqual([1, 2, 3, 4].map((page) => [page, 4]));
  expect(told).toEqual([{ page: 3, pageCount: 4 }]);
});

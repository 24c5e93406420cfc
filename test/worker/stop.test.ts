import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { OcrReader, Reader } from '../../activities/deps.ts';
import { startInstallation } from '../../engine/installation.ts';
import { runWorkerAlone } from '../../engine/worker-alone.ts';
import { assembleRecord } from '../../extraction/index.ts';
import { emptyPage, protokoll } from '../engine/made-up.ts';
import { testSettings, writeFolder } from '../engine/testbed.ts';

let base: string;
beforeEach(() => {
  base = mkdtempSync(join(tmpdir(), 'expediera-stop-'));
});
afterEach(() => rmSync(base, { recursive: true, force: true }));

const PAGES = 8;

const scans: Reader = {
  open: async () => ({
    mediaType: 'application/pdf',
    pageCount: PAGES,
    pages: Array.from({ length: PAGES }, (_, n) => emptyPage(n + 1, 'none')),
    ocr: Array.from({ length: PAGES }, (_, n) => ({ page: n + 1, reason: 'no-text' as const })),
    warnings: [],
  }),
  assemble: async (source, pages) => assembleRecord(source, pages),
};

/** An engine that takes its time over each page and can be called off. */
function engine(milliseconds: number, read: number[]): OcrReader {
  return {
    async read(_bytes, _mediaType, pages, onPage, signal) {
      for (const no of pages) {
        await new Promise((resolve) => setTimeout(resolve, milliseconds));
        signal.throwIfAborted();
        read.push(no);
        await onPage({ page: emptyPage(no, 'ocr'), warnings: [] });
      }
    },
  };
}

describe('a worker that is stopped', () => {
  it('ends in time, and the next one goes on with the pages that are left', { timeout: 60_000 }, async () => {
    const settings = testSettings(join(base, 'home'), { shutdownSeconds: 1, ocrPages: PAGES });
    const read: number[] = [];
    const first = await startInstallation({ settings, reader: scans, ocr: engine(400, read) });
    await first.ingest([writeFolder(join(base, 'scans'), { 'scan.pdf': 'a scan' })], { wait: false });
    while (read.length < 2) await new Promise((resolve) => setTimeout(resolve, 20));
    const began = Date.now();
    await first.stop();
    expect(Date.now() - began).toBeLessThan(10_000);
    expect(read.length).toBeLessThan(PAGES);

    const second = await startInstallation({ settings, reader: scans, ocr: engine(0, read) });
    while ((await second.store.status()).files.running > 0)
      await new Promise((resolve) => setTimeout(resolve, 50));
    expect((await second.store.status()).files).toMatchObject({ done: 1, failed: 0 });
    expect([...read].sort((a, b) => a - b)).toEqual(Array.from({ length: PAGES }, (_, n) => n + 1));
    await second.stop();
  });
});

describe('a worker alone', () => {
  it('takes the work of a queue that the installation leaves to others', { timeout: 60_000 }, async () => {
    const home = join(base, 'home');
    // The installation itself takes no OCR; here the light work is what another worker does.
    const installation = await startInstallation({ settings: testSettings(home, { queues: 'ocr' }) });
    const stop = new AbortController();
    const worker = runWorkerAlone(testSettings(home, { queues: 'light' }), stop.signal);
    const folder = writeFolder(join(base, 'records'), { 'a.txt': protokoll(1) });
    const { archive } = await installation.ingest([folder]);
    expect(archive).toMatchObject({ done: 1 });
    stop.abort();
    await worker;
    await installation.stop();
  });

  it('says so when there is nothing to work for', async () => {
    const alone = runWorkerAlone(testSettings(join(base, 'nothing')), new AbortController().signal);
    await expect(alone).rejects.toMatchObject({ code: 'not-running' });
  });
});

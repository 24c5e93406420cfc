/** A whole installation with its desk, whose reading waits until it is let go on, page by page. */
import { join } from 'node:path';
import type { Page as Tab } from 'playwright-core';
import type { OcrReader, Reader } from '../../activities/deps.ts';
import { assembleRecord } from '../../extraction/index.ts';
import { openDocument } from '../../extraction/pages/index.ts';
import { Refusal } from '../../extraction/refusal.ts';
import type { AppDeps } from '../../server/app.ts';
import { createApp } from '../../server/app.ts';
import { listen } from '../../server/listen.ts';
import { emptyPage } from '../engine/made-up.ts';
import { type Testbed, testbed } from '../engine/testbed.ts';

export interface LasInBed extends Testbed {
  url: string;
  /** Files wait before they are opened from `hold` on, pages before they are read by OCR from `holdPages` on, until `release`. */
  hold(): void;
  holdPages(): void;
  release(): void;
  /** Files are opened; pages wait as before. */
  open(): void;
  /** Lets one page be read. */
  readPage(): void;
  /** Says that so many pages of what waits to be opened are read: of text that begins with "long", its second word says of how many. */
  tellPage(page: number): void;
  /** Whether files that begin with "broken" fail, for a fault of ours, and those that begin with "strange" are refused. */
  broken: boolean;
  end(): Promise<void>;
}

/** Starts it; text that begins with "scan" has so many pages, all to be read by OCR, as its second word says. */
export async function lasInBed(over: Partial<AppDeps> = {}): Promise<LasInBed> {
  let gate = Promise.withResolvers<void>();
  gate.resolve();
  let everyPage = Promise.withResolvers<void>();
  everyPage.resolve();
  let nextPage = Promise.withResolvers<void>();
  const held = { broken: true };
  let tellPage: (page: number) => void = () => {};
  const reader: Reader = {
    async open(bytes, signal, onPage) {
      const text = new TextDecoder().decode(bytes);
      if (text.startsWith('long')) tellPage = (page) => onPage?.(page, Number(text.split(' ')[1]));
      const ended = new Promise<never>((_, reject) => {
        signal.addEventListener('abort', () => reject(signal.reason as Error), { once: true });
      });
      await Promise.race([gate.promise, ended]);
      if (text.startsWith('broken') && held.broken) throw new TypeError('a fault of ours');
      if (text.startsWith('strange') && held.broken) throw new Refusal('not-supported');
      if (!text.startsWith('scan')) return openDocument(bytes);
      const count = Number(text.split(' ')[1]);
      const numbers = Array.from({ length: count }, (_, n) => n + 1);
      return {
        ...{ mediaType: 'application/pdf' as const, pageCount: count, warnings: [] },
        pages: numbers.map((n) => emptyPage(n, 'none')),
        ocr: numbers.map((page) => ({ page, reason: 'no-text' as const })),
      };
    },
    assemble: async (source, all) => assembleRecord(source, all),
  };
  const ocr: OcrReader = {
    async read(_, __, numbers, onPage) {
      for (const page of numbers) {
        await Promise.race([everyPage.promise, nextPage.promise]);
        nextPage = Promise.withResolvers();
        await onPage({ page: emptyPage(page, 'ocr'), warnings: [] });
      }
    },
  };
  const bed = await testbed(
    { window: 3, ocrWorkers: 1, maxFileBytes: 100_000, omlasning: false },
    { reader, ocr },
  );
  const app = createApp({
    ...{ store: bed.store, blobs: bed.blobs, engine: async () => bed },
    ...{ temporalPage: () => null, version: '1.2.3', ...over },
  });
  const listening = await listen(app, 0);
  return {
    ...bed,
    url: listening.url,
    hold() {
      gate = Promise.withResolvers();
    },
    holdPages() {
      everyPage = Promise.withResolvers();
    },
    open: () => gate.resolve(),
    release() {
      gate.resolve();
      everyPage.resolve();
    },
    readPage: () => nextPage.resolve(),
    tellPage: (page) => tellPage(page),
    get broken() {
      return held.broken;
    },
    set broken(is) {
      held.broken = is;
    },
    async end() {
      gate.resolve();
      everyPage.resolve();
      await listening.close();
      await bed.destroy();
    },
  };
}

/** Drops files and folders of this machine on an element, as a person does. */
export async function drop(tab: Tab, selector: string, paths: string[]): Promise<void> {
  const box = await tab.locator(selector).boundingBox();
  if (!box) throw new Error(`${selector} is not there`);
  const session = await tab.context().newCDPSession(tab);
  const at = { x: box.x + box.width / 2, y: box.y + 20 };
  const data = { items: [], files: paths, dragOperationsMask: 1 };
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
    await session.send('Input.dispatchDragEvent', { type, ...at, data });
  await session.detach();
}

export const inFolder = (folder: string, ...names: string[]): string[] =>
  names.map((name) => join(folder, name));

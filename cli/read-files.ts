/** Files to records in this process: no server, no database. The same reader and OCR as the workers use. */
import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import type { OcrReader, OcrReading } from '../activities/deps.ts';
import type { Settings } from '../config/settings.ts';
import { sha256Of } from '../extraction/ids.ts';
import { namedOtherwise } from '../extraction/named-otherwise.ts';
import { type OpenedDocument, withReadings } from '../extraction/pages/index.ts';
import type { Record as FileRecord } from '../extraction/record.ts';
import { Refusal } from '../extraction/refusal.ts';
import { createReader } from '../worker/reader.ts';

export interface FileReader {
  /**
   * Reads one file. Throws a Refusal when the file is at fault.
   * @param onPage told how many of the file's pages are read, as OCR goes on
   */
  read(path: string, onPage?: (pagesRead: number, pages: number) => void): Promise<FileRecord>;
  /** Ends all threads. */
  close(): Promise<void>;
}

type Ocr = OcrReader & { close(): Promise<void> };

/** A reader for any number of files; threads are started when they are first needed. */
export function openReader(settings: Settings): FileReader {
  const reader = createReader(settings);
  const { signal } = new AbortController();
  let ocr: Promise<Ocr> | null = null;
  const openOcr = (): Promise<Ocr> => {
    ocr ??= import('../worker/ocr.ts').then(({ createOcr }) => createOcr(settings));
    return ocr;
  };

  async function readByOcr(
    bytes: Uint8Array,
    opened: OpenedDocument,
    onPage: (pagesRead: number, pages: number) => void,
  ): Promise<Map<number, OcrReading>> {
    const readings = new Map<number, OcrReading>();
    const pages = opened.ocr.map(({ page }) => page);
    if (pages.length === 0) return readings;
    const withText = opened.pageCount - pages.length;
    onPage(withText, opened.pageCount);
    const keep = async (reading: OcrReading): Promise<void> => {
      readings.set(reading.page.page, reading);
      onPage(withText + readings.size, opened.pageCount);
    };
    await (await openOcr()).read(bytes, opened.mediaType, pages, keep, signal);
    return readings;
  }

  return {
    async read(path, onPage = () => {}) {
      if ((await stat(path)).size > settings.maxFileBytes) throw new Refusal('too-large');
      const bytes = new Uint8Array(await readFile(path));
      const sha256 = sha256Of(bytes);
      const { length } = bytes;
      const opened = await reader.open(bytes, signal).catch((error: unknown) => {
        throw namedOtherwise(error, basename(path));
      });
      const readings = await readByOcr(bytes, opened, onPage);
      const { pages, warnings } = withReadings(opened, [...readings.values()]);
      const { mediaType, pageCount } = opened;
      const source = { fileName: basename(path), sha256, bytes: length, mediaType, pageCount };
      return reader.assemble(source, pages, warnings, signal);
    },
    async close() {
      await reader.close();
      await (await ocr)?.close();
    },
  };
}

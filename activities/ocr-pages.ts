import { log } from '@temporalio/activity';
import { getOpened, pagesRead, putReading } from '../store/derived.ts';
import { beating } from './beating.ts';
import type { ActivityDeps } from './deps.ts';
import { asFailure, missing } from './failure.ts';
import { withRoomFor } from './room.ts';

/**
 * Reads pages by OCR and keeps each as soon as it is read: a task that was broken off goes on with the pages
 * that are left, wherever it is taken up.
 */
export const ocrPages =
  ({ blobs, room, ocr, readingVersion: version }: ActivityDeps) =>
  ({ sha256, pages }: { sha256: string; pages: number[] }): Promise<{ read: number }> =>
    beating(async (signal, tell) => {
      const read = await pagesRead(blobs, sha256, version);
      const left = pages.filter((page) => !read.has(page));
      if (left.length === 0) return { read: pages.length };
      const opened = await getOpened(blobs, sha256, version);
      const keep = async (reading: Parameters<typeof putReading>[3]): Promise<void> => {
        await putReading(blobs, sha256, version, reading);
        tell(reading.page.page);
      };
      await withRoomFor({ blobs, room }, sha256, signal, async () => {
        const bytes = await blobs.get(sha256);
        if (!bytes || !opened) throw missing('the content', sha256);
        await ocr.read(bytes, opened.mediaType, left, keep, signal).catch((error: unknown) => {
          throw asFailure(error);
        });
      });
      log.info('read by OCR', { sha256, pages: left.length });
      return { read: pages.length };
    });

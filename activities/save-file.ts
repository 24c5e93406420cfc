import { log } from '@temporalio/activity';
import { withReadings } from '../extraction/pages/index.ts';
import { getIntake, getOpened, getReading, putMatters } from '../store/derived.ts';
import { beating } from './beating.ts';
import type { ActivityDeps, OcrReading } from './deps.ts';
import { asFault, missing } from './failure.ts';

/** Readings fetched at a time: a scan has thousands. */
const TOGETHER = 32;

/** Makes the record of the pages and saves it. Saving the same again changes nothing. */
export const saveFile =
  ({ store, blobs, reader, extractionVersion, readingVersion }: ActivityDeps) =>
  ({ sha256 }: { sha256: string }): Promise<{ handlingar: number }> =>
    beating(async (signal) => {
      const [opened, intake] = await Promise.all([
        getOpened(blobs, sha256, readingVersion),
        getIntake(blobs, sha256),
      ]);
      if (!opened || !intake) throw missing('the pages', sha256);
      const { fileName, bytes } = intake;
      const readings: (OcrReading | null)[] = [];
      for (let at = 0; at < opened.ocr.length; at += TOGETHER) {
        const some = opened.ocr.slice(at, at + TOGETHER);
        readings.push(
          ...(await Promise.all(some.map(({ page }) => getReading(blobs, sha256, readingVersion, page)))),
        );
      }
      const { pages, warnings } = withReadings(
        opened,
        readings.filter((reading) => reading !== null),
      );
      const { mediaType, pageCount } = opened;
      const record = await reader
        .assemble({ fileName, sha256, bytes, mediaType, pageCount }, pages, warnings, signal)
        .catch((error: unknown) => {
          throw asFault(error);
        });
      const { saved, matters } = await store.saveRecord(record, extractionVersion);
      await putMatters(blobs, sha256, extractionVersion, matters);
      log.info('saved', { sha256, handlingar: record.handlingar.length, saved });
      return { handlingar: record.handlingar.length };
    });

import { log } from '@temporalio/activity';
import { ApplicationFailure } from '@temporalio/common';
import { namedOtherwise } from '../extraction/named-otherwise.ts';
import { getIntake, getOpened, putOpened } from '../store/derived.ts';
import type { ContentState } from '../store/store.ts';
import { compareVersions } from '../store/version-order.ts';
import { beating } from './beating.ts';
import type { ActivityDeps } from './deps.ts';
import { asFailure, missing } from './failure.ts';
import { withRoomFor } from './room.ts';

export interface Opened {
  /** Pages of the file. */
  pages: number;
  /** Those that need OCR. */
  ocr: number[];
  /** Set: there is nothing to do, it ended so before. */
  already: 'done' | 'refused' | null;
}

/** How far a file that is being opened is read: what the step's heartbeat says. */
export interface Opening {
  page: number;
  pageCount: number;
}

/** How often it is told, milliseconds: for people who look, and they look once a second. */
const TELL_MS = 500;

/** How a newer version of the program has ended the file: beside it, an older one would only undo what it did. */
function endedByNewer(state: ContentState | null, version: string): Opened['already'] {
  if (
    state?.status === 'done' &&
    [state.extractionVersion, state.ejOmlastAv].some((by) => isNewer(by, version))
  )
    return 'done';
  return state?.status === 'refused' && isNewer(state.nekadAv, version) ? 'refused' : null;
}

/** A worker that stood still wakes, and another has done its step: nobody waits for what it says. Else it is tried again. */
const endedMeanwhile = (sha256: string): ApplicationFailure =>
  ApplicationFailure.retryable(`something has become of ${sha256} meanwhile`, 'Meanwhile');

const isNewer = (one: string | null, than: string): boolean => one !== null && compareVersions(one, than) > 0;

/**
 * Opens the file and keeps its pages. A content that this extraction version has done, or that was refused,
 * is left alone unless `rerun`; one that a newer version has done or refused always is.
 */
export const openFile =
  ({ store, blobs, room, reader, extractionVersion, readingVersion }: ActivityDeps) =>
  ({ sha256, rerun }: { sha256: string; rerun: boolean }): Promise<Opened> =>
    beating(async (signal, tell) => {
      const state = await store.content(sha256);
      const newer = endedByNewer(state, extractionVersion);
      if (newer) return { pages: 0, ocr: [], already: newer };
      if (!rerun && state?.status === 'refused') return { pages: 0, ocr: [], already: 'refused' };
      const kept = await getOpened(blobs, sha256, readingVersion);
      if (!rerun && state?.status === 'done' && state.extractionVersion === extractionVersion) {
        return { pages: kept?.pageCount ?? 0, ocr: [], already: 'done' };
      }
      if (state?.status !== 'running' && !(await store.beginAnew(sha256, state)))
        throw endedMeanwhile(sha256);
      const opened = kept ?? (await withRoomFor({ blobs, room }, sha256, signal, open));
      log.info('opened', { sha256, pages: opened.pageCount, ocrPages: opened.ocr.length });
      return { pages: opened.pageCount, ocr: opened.ocr.map(({ page }) => page), already: null };

      async function open() {
        const bytes = await blobs.get(sha256);
        if (!bytes) throw missing('the content', sha256);
        let toldAt = Date.now();
        const onPage = (page: number, pageCount: number): void => {
          if (Date.now() - toldAt < TELL_MS) return;
          toldAt = Date.now();
          tell({ page, pageCount } satisfies Opening);
        };
        const fresh = await reader.open(bytes, signal, onPage).catch(async (error: unknown) => {
          throw asFailure(namedOtherwise(error, (await getIntake(blobs, sha256))?.fileName ?? ''));
        });
        await putOpened(blobs, sha256, readingVersion, fresh);
        return fresh;
      }
    });

/** What the steps do, counted as they do it. */

import { ApplicationFailure, CancelledFailure } from '@temporalio/common';
import type { ActivityInboundCallsInterceptor, ActivityInterceptorsFactory } from '@temporalio/worker';
import type { OcrReader, Reader } from '../../activities/deps.ts';
import type { Store } from '../../store/store.ts';
import type { Metrics } from './index.ts';

/** Times every step and counts how it ended. */
export const measuredSteps =
  (metrics: Metrics): ActivityInterceptorsFactory =>
  ({ info: { activityType: step, attempt } }) => {
    const inbound: ActivityInboundCallsInterceptor = {
      async execute(input, next) {
        if (attempt > 1) metrics.stepRetries.inc({ step });
        metrics.stepsRunning.inc({ step });
        const took = metrics.steps.startTimer({ step });
        try {
          return await next(input);
        } catch (error) {
          metrics.stepFailures.inc({ step, kind: kindOf(error) });
          throw error;
        } finally {
          took();
          metrics.stepsRunning.dec({ step });
        }
      },
    };
    return { inbound };
  };

function kindOf(error: unknown): 'refused' | 'final' | 'cancelled' | 'error' {
  if (error instanceof CancelledFailure) return 'cancelled';
  if (error instanceof Error && error.name === 'AbortError') return 'cancelled';
  if (!(error instanceof ApplicationFailure)) return 'error';
  if (error.type === 'Refusal') return 'refused';
  return error.nonRetryable ? 'final' : 'error';
}

/** Counts how files end; everything else is the store's own. */
export function measuredStore(store: Store, metrics: Metrics): Store {
  for (const outcome of ['done', 'refused', 'failed']) metrics.filesEnded.inc({ outcome }, 0);
  return {
    ...store,
    async setOutcome(sha256, outcome) {
      await store.setOutcome(sha256, outcome);
      if (outcome.status !== 'running') metrics.filesEnded.inc({ outcome: outcome.status });
    },
    async endUnread(sha256, end) {
      const stands = await store.endUnread(sha256, end);
      metrics.filesEnded.inc({ outcome: end.status });
      return stands;
    },
  };
}

/** Counts the pages of the records that are made. */
export function measuredReader<R extends Reader>(reader: R, metrics: Metrics): R {
  for (const source of ['embedded', 'ocr', 'none']) metrics.pages.inc({ source }, 0);
  return {
    ...reader,
    async assemble(...args: Parameters<Reader['assemble']>) {
      const record = await reader.assemble(...args);
      for (const { textSource } of record.pages) metrics.pages.inc({ source: textSource });
      return record;
    },
  };
}

/** Counts the pages that OCR gives back. */
export function measuredOcr<O extends OcrReader>(ocr: O, metrics: Metrics): O {
  for (const outcome of ['read', 'unread']) metrics.ocrPages.inc({ outcome }, 0);
  return {
    ...ocr,
    read: (bytes, mediaType, pages, onPage, signal) =>
      ocr.read(
        bytes,
        mediaType,
        pages,
        async (reading) => {
          await onPage(reading);
          metrics.ocrPages.inc({ outcome: reading.page.textSource === 'ocr' ? 'read' : 'unread' });
        },
        signal,
      ),
  };
}

/**
 * One file's way in: open → OCR of the pages that need it → save → route. Only the content's hash and page
 * numbers travel here; bytes, texts and records are in the store, so any step can be done again anywhere.
 */
import {
  ActivityFailure,
  ApplicationFailure,
  CancellationScope,
  ContinueAsNew,
  continueAsNew,
  getExternalWorkflowHandle,
  isCancellation,
  log,
  patched,
  proxyActivities,
  setHandler,
} from '@temporalio/workflow';
import type { Activities } from '../activities/index.ts';
import { inBatches, inChunks } from './chunks.ts';
import {
  type FileProgress,
  type FileSettled,
  fileProgressQuery,
  fileSettledSignal,
  reportToSignal,
} from './messages.ts';
import { TASK_QUEUES } from './names.ts';
import { outlasting } from './outlasting.ts';

export interface ProcessFileInput {
  sha256: string;
  /** Work again on a file that was already done or refused. */
  rerun?: boolean;
  /** Pages to one OCR task, and OCR tasks of this file at a time. */
  ocrPages: number;
  ocrTasks: number;
  /** Workflow that is told when this one ends. */
  reportTo?: string;
  /** Others that are told as well. */
  alsoTo?: string[];
}

// A passing fault is tried again for some minutes; nothing is tried for ever. A task may wait long in a full
// queue (an archive's OCR takes days), but not longer than scheduleToClose.
const retry = {
  initialInterval: '1 second',
  backoffCoefficient: 2,
  maximumInterval: '20 seconds',
  // Each kill of a worker uses one up as well, and five restarts in a row are no reason to give a good file up.
  maximumAttempts: 8,
  // A fault of the program itself comes back each time.
  nonRetryableErrorTypes: ['TypeError', 'ReferenceError', 'RangeError', 'SyntaxError', 'ZodError'],
};

const { openFile, saveFile, routeFile } = proxyActivities<Activities>({
  taskQueue: TASK_QUEUES.light,
  startToCloseTimeout: '30 minutes',
  heartbeatTimeout: '15 seconds',
  scheduleToCloseTimeout: '7 days',
  retry,
});

// Whoever follows the file would wait for ever for an end that nobody noted: it is noted as soon as that can be.
const { settleFile } = proxyActivities<Activities>({
  taskQueue: TASK_QUEUES.light,
  startToCloseTimeout: '30 minutes',
  heartbeatTimeout: '15 seconds',
  scheduleToCloseTimeout: '30 days',
  retry: { initialInterval: '1 second', backoffCoefficient: 2, maximumInterval: '1 minute' },
});

const { ocrPages } = proxyActivities<Activities>({
  taskQueue: TASK_QUEUES.ocr,
  startToCloseTimeout: '30 minutes',
  heartbeatTimeout: '20 seconds',
  scheduleToCloseTimeout: '30 days',
  retry,
});

/** Resolves when the file is done or refused; fails, after the store knows it, when the fault was ours. */
export async function processFile(input: ProcessFileInput): Promise<FileSettled> {
  const { sha256 } = input;
  const reportTo = new Set([...(input.reportTo ? [input.reportTo] : []), ...(input.alsoTo ?? [])]);
  const progress: FileProgress = { step: 'open', pages: 0, ocrPages: 0, ocrRead: 0, waits: null };
  setHandler(reportToSignal, (workflowId) => void reportTo.add(workflowId));
  setHandler(fileProgressQuery, () => progress);

  const settle = async (status: FileSettled['status']): Promise<FileSettled> => {
    progress.step = 'settled';
    const settled = { sha256, status, pages: progress.pages };
    const asked = reportTo.size;
    let told = 0;
    for (const workflowId of reportTo) {
      // who asks when it has ended wants it done again, and had it marked so: there is no other workflow to do it
      if (told === asked && patched('asked-at-the-end')) {
        const [first, ...others] = [...reportTo].slice(asked) as [string, ...string[]];
        return continueAsNew<typeof processFile>({ ...input, reportTo: first, alsoTo: others });
      }
      await report(workflowId, settled);
      told += 1;
    }
    return settled;
  };

  const steadily = <T>(step: () => Promise<T>): Promise<T> =>
    outlasting(step, (why) => {
      progress.waits = why;
    });

  let saved = false;
  try {
    const opened = await steadily(() => openFile({ sha256, rerun: input.rerun ?? false }));
    progress.pages = opened.pages;
    if (opened.already) return await settle(opened.already);
    await readByOcr(input, opened.ocr, { progress, steadily });
    progress.step = 'save';
    await steadily(() => saveFile({ sha256 }));
    saved = true;
    progress.step = 'route';
    await steadily(() => routeFile({ sha256 }));
    return await settle('done');
  } catch (error) {
    if (error instanceof ContinueAsNew) throw error;
    const end = endOf(error);
    return await CancellationScope.nonCancellable(async () => {
      await settleFile({ sha256, ...end, saved });
      const settled = await settle(end.status);
      if (end.status === 'refused') return settled;
      throw error;
    });
  }
}

async function readByOcr(
  input: ProcessFileInput,
  pages: number[],
  at: { progress: FileProgress; steadily: <T>(step: () => Promise<T>) => Promise<T> },
): Promise<void> {
  const { progress, steadily } = at;
  if (pages.length === 0) return;
  progress.step = 'ocr';
  progress.ocrPages = pages.length;
  await inBatches(
    inChunks(pages, pagesToTask(pages.length, input.ocrPages)),
    input.ocrTasks,
    async (chunk) => {
      await steadily(() => ocrPages({ sha256: input.sha256, pages: chunk }));
      progress.ocrRead += chunk.length;
    },
  );
}

/**
 * OCR tasks to one file at most. Each leaves some six events, and the server ends a workflow at 51,200: nobody would note that,
 * and its archive would begin the file again for ever.
 */
const MOST_TASKS = 2_000;

function pagesToTask(pages: number, wanted: number): number {
  const needed = Math.ceil(pages / MOST_TASKS);
  return needed > wanted && patched('bounded-ocr-tasks') ? needed : wanted;
}

/** Failures of steps that are no fault of the program itself: see activities/failure.ts. */
const FAULTS: { readonly [type: string]: string } = { Outage: 'outage', Missing: 'missing' };

/** What the store is told of a file that could not be taken in. */
function endOf(error: unknown): { status: 'refused' | 'failed'; code: string; sv?: string; en?: string } {
  if (isCancellation(error)) return { status: 'failed', code: 'cancelled' };
  const cause = error instanceof ActivityFailure ? error.cause : error;
  if (cause instanceof ApplicationFailure && cause.type === 'Refusal') {
    const [reason] = (cause.details ?? []) as [{ code: string; sv: string; en: string }];
    return { status: 'refused', ...reason };
  }
  const type = cause instanceof ApplicationFailure ? cause.type : undefined;
  return { status: 'failed', code: FAULTS[type ?? ''] ?? 'internal' };
}

async function report(workflowId: string, settled: FileSettled): Promise<void> {
  try {
    await getExternalWorkflowHandle(workflowId).signal(fileSettledSignal, settled);
  } catch (error) {
    log.info('nobody to report to', { reportTo: workflowId, reason: (error as Error).message });
  }
}

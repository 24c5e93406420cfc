/** How the work on an intake goes, as its workflows tell: for whoever asks, also when somebody else started it. */
import type { Client } from '@temporalio/client';
import { READING_VERSION } from '../../extraction/version.ts';
import type { Arkiv } from '../../store/arkiv.ts';
import type { Blobs } from '../../store/blobs.ts';
import { pagesRead } from '../../store/derived.ts';
import type { Store } from '../../store/store.ts';
import type { ArchiveProgress } from '../../workflows/messages.ts';
import { TASK_QUEUES } from '../../workflows/names.ts';
import { type Pace, paceOf } from '../../workflows/pace.ts';
import { isAnybodyAt } from '../temporal/pollers.ts';
import { type RunningFile, runningFiles } from './running-files.ts';
import { answered, progressOf, workflowsOf } from './under-way.ts';

/** A file under way, as people know it. */
export interface NamedRunningFile extends RunningFile {
  /** Its first path in the intake; null: not known. */
  path: string | null;
}

export interface ArkivWork {
  state: ArchiveProgress['state'];
  /** Files of its list that have been started. */
  started: number;
  /** Pages of the files that ended. */
  pages: number;
  /** Lately; null: too early to say, or it is paused. */
  pace: Pace | null;
  /** At that pace; null as `pace`. */
  secondsLeft: number | null;
  running: RunningFile[];
  /** Pages wait to be read by OCR, and nobody who does that is there. */
  waitsForOcr: boolean;
}

/**
 * @returns null when no workflow works on it; "no-worker" when one does and nobody is there who does its steps
 */
export async function arkivWork(
  client: Client,
  arkiv: Pick<Arkiv, 'id' | 'workflowId' | 'files'>,
  now: () => number = Date.now,
): Promise<ArkivWork | 'no-worker' | null> {
  const workflows = await workflowsOf(client, arkiv);
  if (workflows.length === 0) return null;
  const asked = await Promise.all(workflows.map((workflowId) => progressOf(client, workflowId)));
  const told = asked.filter((progress) => progress !== null);
  if (told.length === 0) return 'no-worker';
  const begun = [...new Set(told.flatMap(({ running }) => running))];
  const running = (await answered(client, () => runningFiles(client, begun))) ?? [];
  // they may go through the same files: the one that has come furthest says
  const [pace = null] = told
    .flatMap(({ state, samples = [] }) => (state === 'running' ? [paceOf(samples, now())] : []))
    .filter((one) => one !== null)
    .sort((a, b) => b.filesPerMinute - a.filesPerMinute);
  return {
    state:
      (['running', 'paused', 'cancelled'] as const).find((one) => told.some(({ state }) => state === one)) ??
      'finished',
    started: Math.max(...told.map(({ started }) => started)),
    pages: Math.max(...told.map(({ pages }) => pages)),
    ...{ pace, running },
    secondsLeft: pace && pace.filesPerMinute > 0 ? (arkiv.files.running / pace.filesPerMinute) * 60 : null,
    waitsForOcr:
      running.some(({ step }) => step === 'ocr') && !(await isAnybodyAt(client, TASK_QUEUES.ocr, now())),
  };
}

/**
 * Files under way with their paths, and with the pages that OCR has read counted page by page: a file's workflow hears of
 * them some at a time.
 */
export async function namedRunning(
  { store, blobs }: { store: Pick<Store, 'arkivPaths'>; blobs: Blobs },
  id: number,
  running: readonly RunningFile[],
): Promise<NamedRunningFile[]> {
  const paths = await store.arkivPaths(
    id,
    running.map(({ sha256 }) => sha256),
  );
  const named = running.map(async (file) => {
    const read = file.step === 'ocr' ? (await pagesRead(blobs, file.sha256, READING_VERSION)).size : 0;
    const ocrRead = Math.min(file.ocrPages, Math.max(file.ocrRead, read));
    return { ...file, ocrRead, path: paths.get(file.sha256) ?? null };
  });
  return Promise.all(named);
}

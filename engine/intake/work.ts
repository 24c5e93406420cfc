/** How the work on an intake goes, as its workflows tell: for whoever asks, also when somebody else started it. */
import type { Client } from '@temporalio/client';
import type { Arkiv } from '../../store/arkiv.ts';
import { type ArchiveProgress, archiveProgressQuery } from '../../workflows/messages.ts';
import { TASK_QUEUES } from '../../workflows/names.ts';
import { type Pace, paceOf } from '../../workflows/pace.ts';
import { isAnybodyAt } from '../pollers.ts';
import { isUnderWay } from '../under-way.ts';
import { type RunningFile, runningFiles } from './submit.ts';

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

/** No answer within this, and there is nobody who answers, milliseconds. */
const ANSWER_WITHIN = 5_000;

/**
 * @returns null when no workflow works on it; "no-worker" when one does and nobody is there who does its steps
 */
export async function workOn(
  client: Client,
  { workflowId, files }: Pick<Arkiv, 'workflowId' | 'files'>,
  now: () => number = Date.now,
): Promise<ArkivWork | 'no-worker' | null> {
  if (workflowId === null || !(await isUnderWay(client, workflowId))) return null;
  const handle = client.workflow.getHandle(workflowId);
  const answered = async <T>(ask: () => Promise<T>): Promise<T | null> =>
    client.withDeadline(Date.now() + ANSWER_WITHIN, ask).catch(() => null);
  const progress = await answered(() => handle.query(archiveProgressQuery));
  if (!progress) return 'no-worker';
  const running = (await answered(() => runningFiles(client, progress.running))) ?? [];
  const pace = progress.state === 'running' ? paceOf(progress.samples ?? [], now()) : null;
  const { state, started, pages } = progress;
  return {
    ...{ state, started, pages, pace, running },
    secondsLeft: pace && pace.filesPerMinute > 0 ? (files.running / pace.filesPerMinute) * 60 : null,
    waitsForOcr:
      running.some(({ step }) => step === 'ocr') && !(await isAnybodyAt(client, TASK_QUEUES.ocr, now())),
  };
}

/** How the work on an intake goes, as its workflows tell: for whoever asks, also when somebody else started it. */
import type { Client } from '@temporalio/client';
import type { Arkiv } from '../../store/arkiv.ts';
import type { ArchiveProgress } from '../../workflows/messages.ts';
import { TASK_QUEUES } from '../../workflows/names.ts';
import { type Pace, paceOf } from '../../workflows/pace.ts';
import { isAnybodyAt } from '../temporal/pollers.ts';
import { type RunningFile, runningFiles } from './submit.ts';
import { answered, progressOf, workflowsOf } from './under-way.ts';

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

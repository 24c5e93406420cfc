/** Gives contents to the archive workflow, and follows it. */
import { createHash } from 'node:crypto';
import { type Client, WorkflowIdConflictPolicy, WorkflowIdReusePolicy } from '@temporalio/client';
import { putList } from '../../activities/archive-list.ts';
import type { Settings } from '../../config/settings.ts';
import type { Blobs } from '../../store/blobs.ts';
import type { archive } from '../../workflows/archive.ts';
import { type ArchiveProgress, archiveProgressQuery } from '../../workflows/messages.ts';
import { archiveWorkflowId, TASK_QUEUES } from '../../workflows/names.ts';
import { patiently } from '../patiently.ts';
import { type RunningFile, runningFiles } from './running-files.ts';

export interface SubmitOptions {
  client: Client;
  blobs: Blobs;
  settings: Settings;
  /** What people call the folder; the list's hash is added, so that another list is another archive. */
  name: string;
  rerun: boolean;
  /** One archive of this name at a time, whatever its list: one that is under way is joined. */
  alone?: boolean;
  /** Files at a time; default: the setting. */
  window?: number;
  /** 1 to 5, the least pressing; also of all that the archive starts. Default 3. */
  priority?: number;
  /** It is to wait until it is told to go on. */
  paused?: boolean;
  /** Hears of the workflow's id before it is started. */
  beforeStart?: (workflowId: string) => Promise<void>;
}

/** Files to one run of the archive workflow: some 12 events each keep its history far under the limits. */
const PAGE_SIZE = 200;

/** Starts the archive workflow of these contents, or joins it when the very same list is under way. Returns its id. */
export async function submit(files: string[], options: SubmitOptions, pageSize = PAGE_SIZE): Promise<string> {
  const { client, blobs, settings, rerun, paused = false, alone = false, priority } = options;
  const list = await putList(blobs, files);
  const name = alone ? options.name : `${options.name}-${list.slice(0, 12)}`;
  const workflowId = archiveWorkflowId(name);
  await options.beforeStart?.(workflowId);
  await client.workflow.start<typeof archive>('archive', {
    workflowId,
    taskQueue: TASK_QUEUES.light,
    workflowIdReusePolicy: WorkflowIdReusePolicy.ALLOW_DUPLICATE,
    workflowIdConflictPolicy: WorkflowIdConflictPolicy.USE_EXISTING,
    memo: { list },
    ...(priority !== undefined && { priority: { priorityKey: priority } }),
    args: [
      {
        name,
        list,
        total: files.length,
        window: options.window ?? settings.window,
        pageSize,
        rerun,
        ocrPages: settings.ocrPages,
        ocrTasks: 2,
        ...(paused && { paused }),
      },
    ],
  });
  return workflowId;
}

/**
 * Follows an archive to its end: `onProgress` about once every `everyMs`. Throws when the workflow ended
 * otherwise than by finishing its list.
 */
export async function follow(
  client: Client,
  workflowId: string,
  onProgress: (progress: ArchiveProgress, running: RunningFile[]) => void,
  { everyMs = 500, onWait = () => {} }: { everyMs?: number; onWait?: (why: string | null) => void } = {},
): Promise<ArchiveProgress> {
  const handle = client.workflow.getHandle<typeof archive>(workflowId);
  let ended = false;
  const result = patiently(() => handle.result(), { tell: onWait }).finally(() => {
    ended = true;
  });
  result.catch(() => {});
  while (!ended) {
    await Promise.race([result.catch(() => {}), new Promise((resolve) => setTimeout(resolve, everyMs))]);
    if (ended) break;
    try {
      const progress = await handle.query(archiveProgressQuery);
      onProgress(progress, await runningFiles(client, progress.running));
    } catch {
      // Between two runs, or while the worker is busy: the next time.
    }
  }
  const progress = await result;
  onProgress(progress, []);
  return progress;
}

/**
 * The name of an intake for people, in characters that are safe in an id: the last part of its path; of several that lie in
 * the same folder, the folder's name, else of the first one.
 */
export function archiveName(paths: string[]): string {
  const parts = paths.map((path) => path.split(/[/\\]/).filter((part) => part !== '' && part !== '.'));
  const folders = new Set(parts.map((path) => path.slice(0, -1).join('/')));
  const first = parts[0] ?? [];
  const last =
    (paths.length > 1 && folders.size === 1 ? first.at(-2) : undefined) ?? first.at(-1) ?? 'intake';
  const safe = last
    .normalize('NFC')
    .replace(/[^\p{L}\p{N}._-]+/gu, '-')
    .slice(0, 60);
  return safe || createHash('sha256').update(last).digest('hex').slice(0, 8);
}

/**
 * A whole folder: a sliding window of process-file workflows over a list that is kept in the store. The
 * children live on whatever becomes of this workflow, and report to its id, so that it can go on as new any
 * number of times and its history stays short.
 */
import { WorkflowExecutionAlreadyStartedError } from '@temporalio/common';
import {
  condition,
  continueAsNew,
  getExternalWorkflowHandle,
  log,
  ParentClosePolicy,
  patched,
  proxyActivities,
  setHandler,
  startChild,
  WorkflowIdReusePolicy,
  workflowInfo,
} from '@temporalio/workflow';
import type { Activities } from '../activities/index.ts';
import {
  type ArchiveProgress,
  archiveProgressQuery,
  cancelSignal,
  type FileSettled,
  fileSettledSignal,
  pauseSignal,
  reportToSignal,
  resumeSignal,
} from './messages.ts';
import { fileWorkflowId, TASK_QUEUES } from './names.ts';
import { withSample } from './pace.ts';
import { processFile } from './process-file.ts';

export interface ArchiveInput {
  name: string;
  /** sha256 of the blob that holds the list of contents, and how many they are. */
  list: string;
  total: number;
  /** Files under way at a time. */
  window: number;
  /** Files to one run of the workflow; it goes on as new after as many. */
  pageSize: number;
  rerun: boolean;
  ocrPages: number;
  ocrTasks: number;
  /** How often the store is asked of files that say nothing; default 600. */
  askEverySeconds?: number;
  /** It begins paused. */
  paused?: boolean;
  /** What was left when it was cancelled has been called off. */
  calledOff?: boolean;
  /** Where an earlier run of this workflow stood. */
  soFar?: ArchiveProgress;
}

const { listFiles, settledOf, callOff } = proxyActivities<Activities>({
  taskQueue: TASK_QUEUES.light,
  startToCloseTimeout: '2 minutes',
  scheduleToCloseTimeout: '7 days',
  // An archive outlasts what it stands on being away, as its files do.
  retry: { initialInterval: '1 second', maximumInterval: '1 minute' },
});

/** A child that was ended by hand cannot report: from time to time the store is asked instead. */
const ASK_EVERY = '10 minutes';
/** Every sixth time what has not ended is started again, in case it is gone: who is there is not disturbed by it. */
const START_AGAIN_EACH = 6;

export async function archive(input: ArchiveInput): Promise<ArchiveProgress> {
  const at: ArchiveProgress = input.soFar ?? {
    name: input.name,
    total: input.total,
    started: 0,
    done: 0,
    refused: 0,
    failed: 0,
    pages: 0,
    running: [],
    state: input.paused ? 'paused' : 'running',
  };
  at.samples ??= [sampleOf(at)];
  setHandler(archiveProgressQuery, () => at);
  setHandler(fileSettledSignal, (settled) => countIn(at, settled));
  setHandler(pauseSignal, () => void (at.state === 'running' && setState(at, 'paused')));
  setHandler(resumeSignal, () => void (at.state === 'paused' && goOn(at)));
  setHandler(cancelSignal, () => setState(at, 'cancelled'));

  // Waiting for ever was asking for ever before, until the history was full.
  const wait: Wait = patched('wait-without-end') ? waitQuietly : waitAsking;
  if (at.started < at.total && at.state !== 'cancelled') {
    const page = await listFiles({ list: input.list, offset: at.started, count: input.pageSize });
    for (const sha256 of page) {
      await wait(input, at, () => isCancelled(at) || (!isPaused(at) && at.running.length < input.window));
      if (isCancelled(at)) break;
      at.started += 1;
      at.running.push(sha256);
      await startFile(input, sha256);
    }
  }
  if (isCancelled(at)) {
    if (!input.calledOff) await callOff({ list: input.list, offset: at.started });
  } else if (at.started < at.total) {
    await continueAsNew<typeof archive>({ ...input, soFar: at });
  }
  await wait({ ...input, calledOff: isCancelled(at) }, at, () => at.running.length === 0);
  if (!isCancelled(at)) at.state = 'finished';
  return at;
}

// Through a function: signals change the state while the workflow waits, which control flow analysis cannot see.
const isCancelled = (at: ArchiveProgress): boolean => at.state === 'cancelled';
const isPaused = (at: ArchiveProgress): boolean => at.state === 'paused';

function setState(at: ArchiveProgress, state: ArchiveProgress['state']): void {
  at.state = state;
}

/** The time that it stood still is none of its pace. */
function goOn(at: ArchiveProgress): void {
  setState(at, 'running');
  at.samples = [sampleOf(at)];
}

const sampleOf = ({ done, refused, failed, pages }: ArchiveProgress) => ({
  ...{ at: Date.now(), files: done + refused + failed, pages },
});

/** Once a file: a report that comes twice, or of a file that is not ours, counts nothing. */
function countIn(at: ArchiveProgress, { sha256, status, pages }: FileSettled): void {
  const index = at.running.indexOf(sha256);
  if (index < 0) return;
  at.running.splice(index, 1);
  at[status] += 1;
  at.pages += pages;
  at.samples = withSample(at.samples ?? [], sampleOf(at));
}

type Wait = (input: ArchiveInput, at: ArchiveProgress, until: () => boolean) => Promise<void>;

/** As it was in earlier versions of the program: what began so is replayed so. */
const waitAsking: Wait = async (input, at, until) => {
  while (!(await condition(until, ASK_EVERY))) await askTheStore(input, at);
};

/**
 * For as long as it takes. Whose file's workflow is gone, ended by hand, has it started anew; a history that has become
 * long is left for a new one.
 */
const waitQuietly: Wait = async (input, at, until) => {
  for (let asked = 0; ; ) {
    // nothing is under way: only a person can change what it waits for
    if (at.running.length === 0) await condition(() => until() || at.running.length > 0);
    else if (!(await condition(until, (input.askEverySeconds ?? 600) * 1000)))
      await seeToThem(input, at, ++asked % START_AGAIN_EACH === 0);
    if (until()) return;
    if (workflowInfo().continueAsNewSuggested) await continueAsNew<typeof archive>({ ...input, soFar: at });
  }
};

async function seeToThem(input: ArchiveInput, at: ArchiveProgress, startAgain: boolean): Promise<void> {
  await askTheStore(input, at);
  if (!startAgain) return;
  for (const sha256 of [...at.running]) await startFile(input, sha256);
}

async function askTheStore({ rerun: again }: ArchiveInput, at: ArchiveProgress): Promise<void> {
  for (const settled of await settledOf({ files: [...at.running], again })) countIn(at, settled);
}

/** Starts the file's workflow, or asks the one that is already under way to report here as well. */
async function startFile(input: ArchiveInput, sha256: string): Promise<void> {
  const workflowId = fileWorkflowId(sha256);
  const { ocrPages, ocrTasks, rerun } = input;
  const reportTo = workflowInfo().workflowId;
  for (let tries = 0; tries < 5; tries++) {
    try {
      await startChild(processFile, {
        workflowId,
        taskQueue: TASK_QUEUES.light,
        args: [{ sha256, rerun, ocrPages, ocrTasks, reportTo }],
        parentClosePolicy: ParentClosePolicy.ABANDON,
        // Whether there is anything to do, the first step asks the store: it knows more than an id can.
        workflowIdReusePolicy: WorkflowIdReusePolicy.ALLOW_DUPLICATE,
      });
      return;
    } catch (error) {
      if (!(error instanceof WorkflowExecutionAlreadyStartedError)) throw error;
    }
    try {
      await getExternalWorkflowHandle(workflowId).signal(reportToSignal, reportTo);
      return;
    } catch (error) {
      log.info('ended meanwhile', { sha256, reason: (error as Error).message });
    }
  }
  log.warn('neither to be started nor to be reached; the store is asked later', { sha256 });
}

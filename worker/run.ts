/** Runs the workers: one for each queue, in one process or spread over several. */
import type { NativeConnection } from '@temporalio/worker';
import { Worker } from '@temporalio/worker';
import { type ActivityDeps, createActivities } from '../activities/index.ts';
import { within } from '../extraction/bounded/within.ts';
import { type Queue, TASK_QUEUES } from '../workflows/names.ts';
import { workflowBundle } from './bundle.ts';
import type { Metrics } from './metrics/index.ts';
import { measuredSteps } from './metrics/measured.ts';
import { tracing } from './tracing/index.ts';

/** How old what a step says of itself may be, for people who look: else it would be told at four fifths of the time-out. */
const HEARTBEATS_EVERY = '1 second';

/** Seconds after the grace, in which steps that were called off may end. */
const FORCED_SECONDS = 8;

export interface WorkerOptions {
  connection: NativeConnection;
  namespace: string;
  queues: Queue[];
  deps: ActivityDeps;
  /** Steps at a time on the light queue. */
  lightTasks: number;
  /** Deliveries at a time; they wait for others, and take no CPU time. */
  leveransTasks: number;
  /** OCR steps at a time; each reads its pages with the shared pool. */
  ocrTasks: number;
  /** How long steps under way may finish at a stop, seconds. */
  shutdownSeconds: number;
  /** Where the steps are counted. */
  metrics?: Metrics | undefined;
}

export interface Workers {
  /** Settles when all workers have ended; rejects when one ended by a fault. */
  ended: Promise<void>;
  /** Whether all of them take work. */
  areRunning(): boolean;
  /** Takes no more work, lets what is under way finish, and resolves when all have ended. */
  stop(): Promise<void>;
}

/** Starts the workers and resolves when they take work. */
export async function startWorkers(options: WorkerOptions): Promise<Workers> {
  const { connection, namespace, queues, deps, shutdownSeconds, metrics } = options;
  const activities = createActivities(deps);
  const traces = tracing();
  const shared = {
    ...{ connection, namespace, activities, shutdownGraceTime: shutdownSeconds * 1000 },
    interceptors: { activity: [...(traces?.activity ?? []), ...(metrics ? [measuredSteps(metrics)] : [])] },
  };
  const forced = { shutdownForceTime: (shutdownSeconds + FORCED_SECONDS) * 1000 };
  const taken = queues.flatMap((queue) => (queue === 'light' ? (['light', 'leverans'] as const) : [queue]));
  const limits = { ocr: options.ocrTasks, leverans: options.leveransTasks };
  const workers = await Promise.all(
    taken.map(async (queue) =>
      queue === 'light'
        ? Worker.create({
            ...shared,
            ...forced,
            taskQueue: TASK_QUEUES.light,
            workflowBundle: await workflowBundle({ traced: traces !== undefined }),
            ...(traces && { sinks: traces.sinks }),
            maxConcurrentActivityTaskExecutions: options.lightTasks,
            maxCachedWorkflows: 200,
            maxHeartbeatThrottleInterval: HEARTBEATS_EVERY,
          })
        : Worker.create({
            ...shared,
            ...forced,
            taskQueue: TASK_QUEUES[queue],
            maxConcurrentActivityTaskExecutions: limits[queue],
          }),
    ),
  );
  const stopAll = (): void => {
    for (const worker of workers) if (worker.getState() === 'RUNNING') worker.shutdown();
  };
  // One that ends takes the others with it: half a worker looks alive and does nothing.
  const runs = workers.map((worker) => worker.run().finally(stopAll));
  const ended = Promise.all(runs).then(() => {});
  ended.catch(() => {}); // also heard through stop() or by whoever waits
  return {
    ended,
    areRunning: () => workers.every((worker) => worker.getState() === 'RUNNING'),
    async stop() {
      stopAll();
      // the SDK ends what was called off by force; where even that does not come back, the process ends without it
      await within(Promise.allSettled(runs), (shutdownSeconds + FORCED_SECONDS + 1) * 1000).catch(() => {});
    },
  };
}

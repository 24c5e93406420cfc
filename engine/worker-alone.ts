/** `expediera worker`: the workers alone, beside a running installation or against a cluster. */
import type { Settings } from '../config/settings.ts';
import { createLog, type Logger, logRuntimeThrough } from '../worker/log.ts';
import type { Metrics } from '../worker/metrics/index.ts';
import { flushTracing, startTracing } from '../worker/tracing/index.ts';
import { untilElsewhere, whereToWork } from './home/whereabouts.ts';
import { resume } from './intake/resume.ts';
import { Problem } from './problem.ts';
import { openStores } from './stores/index.ts';
import { clusterTarget, connectClient, type Target } from './temporal/connection.ts';
import type { Check } from './watch/health.ts';
import { noteStart } from './watch/note-start.ts';
import { runWorkers, type WorkersOptions } from './workers.ts';

/** What shows how a worker alone is. */
export interface Aside {
  log?: Logger;
  metrics?: Metrics | undefined;
  /** Told in one line what a person has to know. */
  say?: (line: string) => void;
  /** Called when it takes work; what it gives back is called when it stops. */
  onRunning?: (checks: Check[]) => Promise<() => Promise<void>>;
}

/**
 * `expediera worker`: takes work from the queues in the settings until `signal` is aborted, beside a running
 * installation or against a cluster. An installation that is started anew is followed to where it is then. Throws Problem
 * "not-running" when there is neither, or when the installation has not run for a minute.
 */
export async function runWorkerAlone(
  settings: Settings,
  signal: AbortSignal,
  { log = createLog(settings.logLevel), metrics, say = () => {}, onRunning }: Aside = {},
): Promise<void> {
  logRuntimeThrough(log, settings);
  await startTracing();
  const { home } = settings;
  let target = whereToWork(home);
  if (!target) throw notRunning(home);
  const stores = await openStores(settings);
  try {
    const sigill = await noteStart(stores.store, 'arbetare-start', settings);
    log.info({ queues: settings.queues, logg: sigill }, 'worker started');
    while (!signal.aborted) {
      const end = await workAt(target, { settings, stores, log, metrics, say }, signal, onRunning);
      if (end === 'gone') throw notRunning(home);
      target = whereToWork(home) ?? target;
    }
  } finally {
    await stores.close();
    await flushTracing();
  }
}

async function workAt(
  target: Target,
  options: Omit<WorkersOptions, 'target'>,
  signal: AbortSignal,
  onRunning: Aside['onRunning'],
): Promise<'stopped' | 'moved' | 'gone'> {
  const workers = await runWorkers({ ...options, target });
  let hide: (() => Promise<void>) | undefined;
  // On a cluster nobody else sees to what a killed intake left.
  if (clusterTarget() && options.settings.queues.includes('light')) void resumeThere(options, target);
  const over = new AbortController();
  const stopped = new Promise<'stopped'>((resolve) => {
    if (signal.aborted) resolve('stopped');
    else signal.addEventListener('abort', () => resolve('stopped'), { once: true });
  });
  try {
    hide = await onRunning?.(workers.checks);
    const end = await Promise.race([
      stopped,
      workers.lost,
      untilElsewhere(options.settings.home, target, over.signal),
    ]);
    options.log.info({ temporal: target.options.address }, end);
    return end;
  } finally {
    over.abort();
    await workers.stop();
    await hide?.();
  }
}

/** Starts again what has no workflow that sees to it; what stands in the way is told in the log, and the next worker tries. */
async function resumeThere(
  { settings, stores, log }: Omit<WorkersOptions, 'target'>,
  target: Target,
): Promise<void> {
  try {
    const client = await connectClient(target);
    try {
      const { files, zips, matters } = await resume({ client, ...stores, settings });
      if (files + zips + matters > 0) log.info({ files, zips, matters }, 'resumed');
    } finally {
      await client.connection.close();
    }
  } catch (error) {
    log.warn({ error }, 'not all that was left unfinished is resumed');
  }
}

const notRunning = (home: string): Problem =>
  new Problem(
    'not-running',
    `Ingen Expediera är igång på ${home}. Starta den, eller ange ett Temporal-kluster med TEMPORAL_ADDRESS.\n` +
      `No Expediera runs on ${home}: start one, or name a Temporal cluster by TEMPORAL_ADDRESS.`,
  );

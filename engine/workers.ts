/** The workers with everything they need: `startInstallation` runs them in its process, `expediera worker` alone (worker-alone.ts). */
import type { OcrReader, Reader } from '../activities/deps.ts';
import { catchUp } from '../activities/index.ts';
import { createRoom } from '../activities/room.ts';
import type { Settings } from '../config/settings.ts';
import { wayOf } from '../diarium/way/index.ts';
import { createSandare } from '../expediering/sandare.ts';
import { within } from '../extraction/bounded/within.ts';
import { EXTRACTION_VERSION, READING_VERSION } from '../extraction/version.ts';
import type { Logger } from '../worker/log.ts';
import type { Metrics } from '../worker/metrics/index.ts';
import { measuredOcr, measuredReader, measuredStore } from '../worker/metrics/measured.ts';
import { createOcr } from '../worker/ocr.ts';
import { createReader } from '../worker/reader.ts';
import { startWorkers } from '../worker/run.ts';
import { tracing } from '../worker/tracing/index.ts';
import { traced } from '../worker/tracing/traced.ts';
import type { Stores } from './stores/index.ts';
import { startGranska } from './tell/granska.ts';
import { wakeLeverans } from './tell/leveranser.ts';
import { wakeMatters } from './tell/matters.ts';
import { clusterTarget, connectClient, connectWorker, type Target } from './temporal/connection.ts';
import { requireOwnNamespace } from './temporal/own-namespace.ts';
import { ensureSearchAttributes } from './temporal/search-attributes.ts';
import { keepUp } from './upkeep/index.ts';
import { watchFigures } from './watch/figures.ts';
import { type Check, checksOf } from './watch/health.ts';
import { tellOutages } from './watch/outages.ts';

export interface RunningWorkers {
  /** Rejects when a worker ended without having been asked to. */
  lost: Promise<never>;
  /** What has to be right for them to be able to work. */
  checks: Check[];
  /** Takes no more work, lets what is under way finish within the time set, and frees threads and connection. */
  stop(): Promise<void>;
}

/** Steps at a time on the light queue: mostly waiting for the reader's threads. */
const LIGHT_TASKS = 6;
/** OCR steps at a time: while one waits for its last page, the next keeps the pool busy. */
const OCR_TASKS = 2;
/** What a connection may take to be closed. */
const CLOSE_MS = 2_000;
/** Deliveries at a time. */
const LEVERANS_TASKS = 20;

/** Other ways to read than the usual ones: recorded pages, a remote engine. */
export interface Readers {
  reader?: Reader & { close?(): Promise<void> };
  ocr?: OcrReader & { close?(): Promise<void> };
  /** Version of the rules by which `reader` reads; default: this program's. */
  version?: string;
}

export interface WorkersOptions extends Readers {
  settings: Settings;
  target: Target;
  stores: Stores;
  log: Logger;
  /** Told in one line what a person has to know. */
  say?: (line: string) => void;
  /** Where what is done is counted; nothing is when there is none. */
  metrics?: Metrics | undefined;
}

/** Brings the store up to this program, if it is to save and route here, and runs the workers. */
export async function runWorkers(options: WorkersOptions): Promise<RunningWorkers> {
  const { settings, target, stores, log, metrics, say = () => {} } = options;
  if (settings.queues.includes('light')) {
    const done = await catchUp({ store: stores.store, wayOf });
    if (done.records + done.matters > 0) log.info(done, 'brought the store up to this program');
  }
  const connection = await connectWorker(target);
  const client = await connectClient(target);
  const reader = options.reader ?? createReader(settings);
  const ocr = options.ocr ?? createOcr(settings, metrics);
  const counted = {
    store: metrics ? measuredStore(stores.store, metrics) : stores.store,
    reader: metrics ? measuredReader(reader, metrics) : reader,
    ocr: metrics ? measuredOcr(ocr, metrics) : ocr,
    sandare: createSandare(),
  };
  const traces = tracing();
  const free = async (): Promise<void> => {
    await Promise.allSettled([reader.close?.(), ocr.close?.()]);
    // a server that does not answer lets neither of them go
    await within(Promise.all([client.connection.close(), connection.close()]), CLOSE_MS).catch(() => {});
  };
  try {
    const { namespace } = target;
    if (clusterTarget()) await requireOwnNamespace(client, stores.store);
    // Set by workflows, which the light queue has.
    const findable =
      settings.queues.includes('light') && (await ensureSearchAttributes({ connection, namespace, log }));
    const workers = await startWorkers({
      connection,
      namespace,
      queues: settings.queues,
      deps: {
        blobs: stores.blobs,
        room: createRoom(),
        wayOf,
        findable,
        wake: async (matters) => void (await wakeMatters({ client, store: stores.store }, matters)),
        wakeLeverans: (of) => wakeLeverans(client, of),
        startGranska: (sha256) => startGranska({ client, settings }, sha256),
        extractionVersion: options.version ?? EXTRACTION_VERSION,
        readingVersion: READING_VERSION,
        home: settings.home,
        onOutage: tellOutages(say, log),
        ...(traces ? traced(counted, traces) : counted),
        leveransTider: { sekunder: settings.deliverySeconds, paminnelse: settings.reminderSeconds },
      },
      leveransTasks: LEVERANS_TASKS,
      lightTasks: LIGHT_TASKS,
      ocrTasks: OCR_TASKS,
      shutdownSeconds: settings.shutdownSeconds,
      metrics,
    });
    const upkeep = settings.queues.includes('light')
      ? keepUp({
          client,
          stores,
          settings,
          log,
          ...(options.version !== undefined && { version: options.version }),
        })
      : null;
    let stopping = false;
    const lost = workers.ended.then(
      () => (stopping ? new Promise<never>(() => {}) : Promise.reject(new Error('a worker ended'))),
      (error: unknown) => (stopping ? new Promise<never>(() => {}) : Promise.reject(error)),
    );
    lost.catch(() => {}); // nobody has to listen
    const areRunning = () => !stopping && workers.areRunning();
    if (metrics) watchFigures(metrics, { ...stores, client, namespace, home: settings.home });
    return {
      checks: checksOf({ ...stores, client, namespace, workers: { areRunning } }),
      lost,
      async stop() {
        stopping = true;
        await upkeep?.stop();
        await workers.stop();
        await free();
      },
    };
  } catch (error) {
    await free();
    throw error;
  }
}

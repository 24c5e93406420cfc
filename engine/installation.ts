/**
 * One installation on this machine, from its home to its workers: what `expediera start` runs, and what
 * `ingest` uses when nothing runs.
 */
import type { Client } from '@temporalio/client';
import type { Settings } from '../config/settings.ts';
import { createLog, type Logger, logRuntimeThrough } from '../worker/log.ts';
import type { Metrics } from '../worker/metrics/index.ts';
import { flushTracing, startTracing } from '../worker/tracing/index.ts';
import { lockHome } from './home/lock.ts';
import { readPorts, removePorts, writePorts } from './home/ports.ts';
import { portsOfRunning, whereToWork } from './home/whereabouts.ts';
import { type Again, againOf, type Intake, intakeOf } from './intake/index.ts';
import { type Resumed, resume } from './intake/resume.ts';
import type { Uploads } from './intake/upload-types.ts';
import { uploadsOf } from './intake/uploads.ts';
import { openStores, type Stores } from './stores/index.ts';
import { findTemporalCli } from './temporal/cli/find.ts';
import { clusterTarget, connectClient, localTarget, type Target } from './temporal/connection.ts';
import { type KeptServer, keepTemporalServer } from './temporal/kept-server.ts';
import { requireOwnNamespace } from './temporal/own-namespace.ts';
import type { Check } from './watch/health.ts';
import { noteStart } from './watch/note-start.ts';
import { type Readers, type RunningWorkers, runWorkers } from './workers.ts';

export interface StartOptions extends Readers {
  settings: Settings;
  /** Told in one line what is being done, for a person who waits. */
  say?: (line: string) => void;
  log?: Logger;
  /** Where what is done is counted; nothing is when there is none. */
  metrics?: Metrics | undefined;
}

/** A way to the store, the client and the intake of an installation, whoever runs its server and workers. */
export interface Connected {
  settings: Settings;
  store: Stores['store'];
  blobs: Stores['blobs'];
  client: Client;
  /** The Temporal server's own web page; null for a cluster elsewhere. */
  temporalUi: string | null;
  /** host:port and namespace of the Temporal server. */
  temporal: { address: string; namespace: string };
  /** Takes files in; see Intake. */
  ingest: Intake;
  /** Runs files again; see Again. */
  again: Again;
  /** Takes files in that are sent; see Uploads. */
  uploads: Uploads;
  /** Closes what this process opened, in order; idempotent. */
  stop(): Promise<void>;
}

export interface Installation extends Connected {
  /** What was found unfinished from an earlier run and goes on now. */
  resumed: Resumed;
  /** What has to be right for it to be able to work. */
  checks: Check[];
  /** Rejects when the server or the workers end without having been asked to; otherwise never settles. */
  lost: Promise<never>;
  /** Adds the status page's address to what EXPEDIERA_HOME/ports.json says. */
  noteStatusPage(url: string): void;
}

/**
 * Locks the home, starts the Temporal server (or connects to the cluster that the environment names), opens the
 * store, runs the workers and resumes what an earlier run left unfinished. Throws Problem: "home-in-use",
 * "temporal-missing", "temporal-start", "temporal-unreachable".
 */
export async function startInstallation(options: StartOptions): Promise<Installation> {
  const { settings, say = () => {} } = options;
  const log = options.log ?? createLog(settings.logLevel);
  logRuntimeThrough(log, settings);
  await startTracing();
  const undo: (() => Promise<void> | void)[] = [flushTracing];
  let server: KeptServer | null = null;
  const stop = once(async () => {
    // each of them, whatever the one before came to: what is left open would hold the next start up
    for (const step of undo.reverse()) {
      try {
        await step();
      } catch (error) {
        log.warn({ error }, 'not all was closed');
      }
    }
  });
  try {
    const lock = lockHome(settings.home);
    undo.push(() => lock.release());
    const engine = await openEngine(settings, { say, log }, undo);
    const { target } = engine;
    server = engine.server;
    const stores = await openStores(settings);
    undo.push(() => stores.close());
    const sigill = await noteStart(stores.store, 'start', settings);
    const client = await connectClient(target);
    undo.push(() => client.connection.close());
    const workers = await runWorkers({ ...options, target, stores, log });
    undo.push(() => workers.stop());
    const lost = lossOf(server, workers);
    // what it asks for is asked for long where the server cannot answer
    const resumed = await Promise.race([resume({ client, ...stores, settings }), lost]);
    log.info({ temporal: target.options.address, resumed: resumed.files, logg: sigill }, 'started');
    return {
      ...connected(settings, stores, client, target, server?.uiUrl ?? null, stop),
      resumed,
      checks: workers.checks,
      lost,
      noteStatusPage(url) {
        const ports = readPorts(settings.home);
        if (ports) writePorts(settings.home, { ...ports, status: url });
      },
    };
  } catch (error) {
    const why = await lossSoFar(server);
    await stop();
    throw why ?? error;
  }
}

/**
 * Connects to the installation that another process runs on this home, or to the cluster that the environment
 * names; null when there is neither. Work submitted here is done by the workers over there.
 */
export async function connectInstallation(settings: Settings): Promise<Connected | null> {
  const target = whereToWork(settings.home);
  if (!target) return null;
  await startTracing();
  const client = await connectClient(target);
  let stores: Stores | undefined;
  const stop = once(async () => {
    await client.connection.close();
    await stores?.close();
    await flushTracing();
  });
  try {
    stores = await openStores(settings);
    if (clusterTarget()) await requireOwnNamespace(client, stores.store);
  } catch (error) {
    await stop();
    throw error;
  }
  const temporalUi = portsOfRunning(settings.home)?.temporalUi || null;
  return connected(settings, stores, client, target, temporalUi, stop);
}

function connected(
  settings: Settings,
  stores: Stores,
  client: Client,
  target: Target,
  temporalUi: string | null,
  stop: () => Promise<void>,
): Connected {
  const { store, blobs } = stores;
  const uploads = uploadsOf({ settings, store, blobs, client });
  return {
    settings,
    store,
    blobs,
    client,
    temporalUi,
    temporal: { address: target.options.address ?? '', namespace: target.namespace },
    ingest: intakeOf({ settings, store, blobs, client }),
    again: againOf({ settings, store, blobs, client }),
    uploads,
    async stop() {
      await uploads.close();
      await stop();
    },
  };
}

async function openEngine(
  settings: Settings,
  { say, log }: { say: (line: string) => void; log: Logger },
  undo: (() => Promise<void> | void)[],
): Promise<{ target: Target; server: KeptServer | null }> {
  const { home } = settings;
  const cluster = clusterTarget();
  if (cluster) {
    writePorts(home, {
      temporal: cluster.options.address ?? '',
      temporalUi: '',
      namespace: cluster.namespace,
      serverPid: null,
      pid: process.pid,
    });
    undo.push(() => removePorts(home));
    return { target: cluster, server: null };
  }
  const cli = await findTemporalCli({ say });
  const server = await keepTemporalServer({
    ...{ home, cli, port: settings.temporalPort, uiPort: settings.temporalUiPort },
    say,
    onRestart(serverPid) {
      log.warn({ serverPid }, 'the Temporal server had ended, and was started again');
      const ports = readPorts(home);
      if (ports) writePorts(home, { ...ports, serverPid });
    },
  });
  undo.push(async () => {
    await server.stop();
    removePorts(home);
  });
  const target = localTarget(server.address);
  writePorts(home, {
    temporal: server.address,
    temporalUi: server.uiUrl,
    namespace: target.namespace,
    serverPid: server.pid(),
    pid: process.pid,
  });
  return { target, server };
}

function lossOf(server: KeptServer | null, workers: RunningWorkers): Promise<never> {
  const lost = Promise.race([server?.lost ?? new Promise<never>(() => {}), workers.lost]);
  lost.catch(() => {}); // nobody has to listen
  return lost;
}

/** Why the server was given up; null: it was not. */
const lossSoFar = (server: KeptServer | null): Promise<unknown> =>
  Promise.race([server?.lost, Promise.resolve(null)]).then(
    () => null,
    (error: unknown) => error,
  );

function once(work: () => Promise<void>): () => Promise<void> {
  let done: Promise<void> | undefined;
  return () => {
    done ??= work();
    return done;
  };
}

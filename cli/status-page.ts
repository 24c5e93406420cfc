/** The web desk over a store and its files. */

import type { Settings } from '../config/settings.ts';
import type { Check } from '../engine/watch/health.ts';
import { createApp } from '../server/app.ts';
import type { Engine } from '../server/desk/deps.ts';
import { type Listening, listen } from '../server/listen.ts';
import type { Ops } from '../server/ops.ts';
import type { Blobs } from '../store/blobs.ts';
import type { Store } from '../store/store.ts';
import type { Logger } from '../worker/log.ts';
import type { Metrics } from '../worker/metrics/index.ts';
import { accessOf, tlsOf } from './desk-access.ts';
import { CommandError, EXIT } from './exit-codes.ts';
import { openOpsPage, opsOf } from './ops-page.ts';
import { samplePath } from './paths.ts';
import { programVersion } from './version.ts';

export interface PagesOptions {
  store: Store;
  blobs: Blobs;
  /** See DeskDeps. */
  engine(): Promise<Engine | null>;
  settings: Settings;
  /** The Temporal server's own page, asked for anew at each visit: it may come and go. */
  temporalPage: () => string | null;
  checks: readonly Check[];
  metrics: Metrics;
  log: Logger;
}

export interface Pages {
  /** Of the status page. */
  url: string;
  /** Where supervisors and Prometheus ask, where that is a port of its own. */
  metrics: string | null;
  close(): Promise<void>;
}

/** Serves the status of a store, and what supervisors ask. Throws a CommandError when a port cannot be had. */
export async function openPages({ checks, metrics, ...options }: PagesOptions): Promise<Pages> {
  const ops = opsOf(checks, metrics, options.log);
  const page = await openStatusPage(options, ops);
  try {
    const aside = await openOpsPage(options.settings, ops);
    return {
      url: page.url,
      metrics: aside?.url ?? null,
      close: async () => void (await Promise.all([page.close(), aside?.close()])),
    };
  } catch (error) {
    await page.close();
    throw error;
  }
}

async function openStatusPage(
  { store, blobs, engine, settings, temporalPage, log }: Omit<PagesOptions, 'checks' | 'metrics'>,
  ops: Ops,
): Promise<Listening> {
  const isSample = samplePath();
  const { port, host, diarieregel } = settings;
  const access = await accessOf(store, settings);
  const tls = await tlsOf(settings);
  const app = createApp({
    ...{ ...ops, store, blobs, engine, temporalPage, isSample, log, access, diarieregel },
    version: programVersion(),
  });
  try {
    const listening = await listen(app, port, host, { others: true, tls });
    return { ...listening, url: settings.publicUrl?.replace(/\/$/u, '') ?? listening.url };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
    throw new CommandError(
      `Port ${port} är upptagen. Ange en annan med --port, eller 0 för en ledig.`,
      EXIT.failed,
    );
  }
}

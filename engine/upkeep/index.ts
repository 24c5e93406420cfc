/**
 * What nobody asks for, and somebody has to see to now and then for as long as the workers run: what a fault left behind in
 * the middle of a step (a decision kept whose matter was not routed, a matter that was not told, a delivery that was let go
 * and not woken), and what an older version read.
 */
import { setTimeout } from 'node:timers/promises';
import type { Client } from '@temporalio/client';
import { catchUp } from '../../activities/index.ts';
import type { Settings } from '../../config/settings.ts';
import { wayOf } from '../../diarium/way/index.ts';
import { within } from '../../extraction/bounded/within.ts';
import type { Logger } from '../../worker/log.ts';
import type { Stores } from '../stores/index.ts';
import { wakeLeveranser } from '../tell/leveranser.ts';
import { wakeMatters } from '../tell/matters.ts';
import { keepOmlasning } from './omlasning.ts';

export interface UpkeepOptions {
  client: Client;
  stores: Stores;
  settings: Settings;
  log: Logger;
  /** Version of the rules that files are read by; default: this program's. */
  version?: string;
  /** Between two looks, milliseconds. */
  every?: number;
}

/** A look costs a few questions to the database. */
const EVERY_MS = 600_000;
/** What the look that is under way may still take. */
const STOP_MS = 2_000;

/** Sees to it until it is stopped. Several may: each does what is left to do. */
export function keepUp(options: UpkeepOptions): { stop(): Promise<void> } {
  const { stores, settings, every = EVERY_MS } = options;
  const stopping = new AbortController();
  const looking = lookNowAndThen(options, every, stopping.signal);
  const omlasning = settings.omlasning ? keepOmlasning({ ...options, ...stores }) : null;
  return {
    async stop() {
      stopping.abort();
      // an engine that does not answer holds nobody up
      await within(Promise.all([looking, omlasning?.stop()]), STOP_MS).catch(() => {});
    },
  };
}

async function lookNowAndThen(options: UpkeepOptions, every: number, signal: AbortSignal): Promise<void> {
  for (;;) {
    // a fault passes, or the next look tells of it again
    await look(options).catch((error: unknown) => {
      if (!signal.aborted) options.log.warn({ error }, 'not all that was left behind is seen to');
    });
    await setTimeout(every, undefined, { signal }).catch(() => {});
    if (signal.aborted) return;
  }
}

async function look({ client, stores: { store }, log }: UpkeepOptions): Promise<void> {
  const { matters: routed } = await catchUp({ store, wayOf });
  const told = await wakeMatters({ client, store });
  const woken = await wakeLeveranser(client, store);
  if (routed + told + woken > 0) log.info({ routed, told, woken }, 'saw to what was left behind');
}

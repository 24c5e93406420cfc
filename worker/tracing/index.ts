/**
 * Traces, when they are asked for: what client, workflows and steps do of one thing is one trace, sent by OTLP over HTTP.
 * There is one for a process, as OpenTelemetry wants it.
 */
import { within } from '../../extraction/bounded/within.ts';
import { tracingAsked } from './asked.ts';
import type { Tracing } from './types.ts';

export type { Tracing } from './types.ts';

/** A receiver that is away holds no stop up for longer. */
const FLUSH_MS = 3_000;

let started: Promise<Tracing> | undefined;
let current: Tracing | undefined;

/** The traces of this process; undefined where none were asked for or begun. */
export const tracing = (): Tracing | undefined => current;

/** Begins them if they are asked for. Once a process; later calls change nothing. */
export async function startTracing(env: NodeJS.ProcessEnv = process.env): Promise<void> {
  if (!tracingAsked(env)) return;
  started ??= import('./start.ts').then(({ openTracing }) => openTracing());
  current = await started;
}

/** Sends what is left. */
export async function flushTracing(): Promise<void> {
  if (current) await within(current.flush(), FLUSH_MS).catch(() => {});
}

/**
 * Traces, when they are asked for: what client, workflows and steps do of one thing is one trace, sent by OTLP over HTTP.
 * There is one for a process, as OpenTelemetry wants it.
 */
import type { ClientInterceptors } from '@temporalio/client';
import type { ActivityInterceptorsFactory, InjectedSinks } from '@temporalio/worker';
import { within } from '../../engine/within.ts';
import { tracingAsked } from './asked.ts';

export interface Tracing {
  client: ClientInterceptors;
  activity: ActivityInterceptorsFactory[];
  /** How spans leave the workflows' sandbox. */
  // biome-ignore lint/suspicious/noExplicitAny: the SDK's own type of sinks
  sinks: InjectedSinks<any>;
  /** Runs a part of a step as a span of its own. */
  span<T>(name: string, attributes: SpanAttributes, work: () => Promise<T>): Promise<T>;
  /** Sends what is not sent yet, for some seconds at most. Never rejects. */
  flush(): Promise<void>;
}

/** Ids and numbers. Never text of a record. */
export interface SpanAttributes {
  [name: string]: string | number | boolean | undefined;
}

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

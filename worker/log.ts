/** The log: pino, one JSON object a line on stderr. The engine's own lines and those of the steps go through it too. */
import { ApplicationFailure, type LogLevel, type LogMetadata } from '@temporalio/common';
import { Runtime } from '@temporalio/worker';
import { destination, type Logger, pino } from 'pino';

import { redaction } from './log-redaction.ts';

export type { Logger } from 'pino';

/**
 * A log at a level; `silent` writes nothing. Secrets that the environment holds are taken out of its lines.
 *
 * @param to standard error, when left out
 */
export function createLog(level: string, to?: { write(line: string): void }): Logger {
  // Synchronous: the last lines before a crash are the ones that matter.
  const out = to ?? destination({ dest: 2, sync: true });
  const redact = redaction();
  return pino(
    { level, base: { pid: process.pid }, serializers: { error: inShort } },
    { write: (line: string) => void out.write(redact(line)) },
  );
}

const LEVELS: { [level in LogLevel]: 'trace' | 'debug' | 'info' | 'warn' | 'error' } = {
  TRACE: 'trace',
  DEBUG: 'debug',
  INFO: 'info',
  WARN: 'warn',
  ERROR: 'error',
};

/** The SDK's own view of what matters is not ours: what goes as it should is for those who look for it. */
export function severity(
  level: LogLevel,
  message: string,
  meta: LogMetadata,
): 'trace' | 'debug' | 'info' | 'warn' | 'error' {
  const own = meta.sdkComponent === 'activity' || meta.sdkComponent === 'workflow';
  if (level === 'INFO' && !own) return 'debug';
  // called off while a step was about to be done: what it says then is of use to nobody
  if (message.startsWith('Activity not found on completion')) return 'debug';
  if (message.startsWith('No workflows registered')) return 'debug'; // the OCR queue has steps only, on purpose
  if (level === 'WARN' && isRefusal(meta.error)) return 'info';
  return LEVELS[level];
}

let installed = false;

/** What of the settings the SDK's own metrics need. */
export interface SdkMetrics {
  metricsHost: string;
  sdkMetricsPort?: number | undefined;
}

/**
 * Sends everything Temporal's SDK says through the log. Once a process, before the first worker or native
 * connection; later calls change nothing.
 *
 * @param shown where the SDK shows its own metrics, if it is to
 */
export function logRuntimeThrough(log: Logger, shown?: SdkMetrics): void {
  if (installed) return;
  installed = true;
  const write = (level: LogLevel, message: string, meta: LogMetadata = {}): void => {
    log[severity(level, message, meta)](only(meta), message);
  };
  Runtime.install({
    // The program has its own order of stopping: workers, then the store, then the server.
    shutdownSignals: [],
    logger: {
      log: write,
      trace: (message, meta) => write('TRACE', message, meta),
      debug: (message, meta) => write('DEBUG', message, meta),
      info: (message, meta) => write('INFO', message, meta),
      warn: (message, meta) => write('WARN', message, meta),
      error: (message, meta) => write('ERROR', message, meta),
    },
    telemetryOptions: {
      logging: { forward: {}, filter: { core: 'WARN', other: 'ERROR' } },
      ...(shown?.sdkMetricsPort !== undefined && {
        metrics: { prometheus: { bindAddress: `${shown.metricsHost}:${shown.sdkMetricsPort}` } },
      }),
    },
  });
}

const NOISE = new Set([
  ...['namespace', 'taskToken', 'runId', 'workflowRunId', 'taskQueue', 'activityId', 'isLocal'],
  ...['sdkComponent', 'firstExecutionRunId', 'trace_flags'],
]);

/**
 * What is worth a place on each line: the SDK gives a dozen fields more. `run` joins all lines of one run of a workflow,
 * `trace_id`, while traces are asked for, those of everything that one thing led to.
 */
export function only(meta: LogMetadata): object {
  const { workflowId, workflowType, activityType, attempt, error, ...rest } = meta;
  const own = Object.fromEntries(
    Object.entries(rest).flatMap(([name, value]) => (NOISE.has(name) ? [] : [[name, statusInShort(value)]])),
  );
  const run = meta.workflowRunId ?? meta.runId;
  return {
    ...(typeof workflowId === 'string' && { workflow: workflowId, ...aboutOf(workflowId) }),
    ...(run ? { run } : {}),
    ...(activityType ? { step: activityType } : workflowType ? { step: workflowType } : {}),
    ...(typeof attempt === 'number' && activityType ? { attempt } : {}),
    ...own,
    ...(error === undefined ? {} : { error: inShort(error) }),
  };
}

/** What the engine's native part prints of an answer of the server: its code and words, without its bytes. */
function statusInShort(value: unknown): unknown {
  const [, code, words] =
    (typeof value === 'string' && /^Status \{ code: (\w+), message: "(.*?)", details: /su.exec(value)) || [];
  return code === undefined ? value : `${code}: ${words}`;
}

/** What a workflow is about, by its id. */
function aboutOf(workflowId: string): { sha256?: string; matter?: string } {
  const [, kind, rest = ''] = /^(file|granska|arende|leverans):(.*)$/su.exec(workflowId) ?? [];
  if (kind === 'file' || kind === 'granska') return { sha256: rest };
  if (kind === 'arende') return { matter: rest };
  return kind === 'leverans' ? { matter: rest.slice(0, rest.lastIndexOf(':')) } : {};
}

const isRefusal = (error: unknown): error is ApplicationFailure =>
  error instanceof ApplicationFailure && error.type === 'Refusal';

/** A refusal is an answer, not a fault: its code says it all. A fault needs its stack. */
function inShort(error: unknown): unknown {
  if (!(error instanceof Error)) return error;
  if (isRefusal(error)) {
    return { refusal: (error.details as [{ code: string }] | undefined)?.[0].code };
  }
  const cause = error.cause === undefined ? {} : { cause: inShort(error.cause) };
  return { name: error.name, message: error.message, stack: error.stack, ...cause };
}

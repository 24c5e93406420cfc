/** The log: pino, one JSON object a line on stderr. The engine's own lines and those of the steps go through it too. */
import { ApplicationFailure, type LogLevel, type LogMetadata } from '@temporalio/common';
import { Runtime } from '@temporalio/worker';
import { destination, type Logger, pino } from 'pino';

export type { Logger } from 'pino';

/** A log at a level; `silent` writes nothing. */
export function createLog(level: string): Logger {
  // Synchronous: the last lines before a crash are the ones that matter.
  return pino({ level, base: { pid: process.pid } }, destination({ dest: 2, sync: true }));
}

const LEVELS: { [level in LogLevel]: 'trace' | 'debug' | 'info' | 'warn' | 'error' } = {
  TRACE: 'trace',
  DEBUG: 'debug',
  INFO: 'info',
  WARN: 'warn',
  ERROR: 'error',
};

/** The SDK's own view of what matters is not ours: what goes as it should is for those who look for it. */
function severity(
  level: LogLevel,
  message: string,
  meta: LogMetadata,
): 'trace' | 'debug' | 'info' | 'warn' | 'error' {
  const own = meta.sdkComponent === 'activity' || meta.sdkComponent === 'workflow';
  if (level === 'INFO' && !own) return 'debug';
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
  ...['sdkComponent', 'firstExecutionRunId'],
]);

/** What is worth a place on each line: the SDK gives a dozen fields more. */
function only(meta: LogMetadata): object {
  const { workflowId, workflowType, activityType, attempt, error, ...rest } = meta;
  const own = Object.fromEntries(Object.entries(rest).filter(([name]) => !NOISE.has(name)));
  const file =
    typeof workflowId === 'string' && workflowId.startsWith('file:') ? workflowId.slice(5) : undefined;
  return {
    ...(workflowId ? { workflow: workflowId } : {}),
    ...(file && !('sha256' in own) ? { sha256: file } : {}),
    ...(activityType ? { step: activityType } : workflowType ? { step: workflowType } : {}),
    ...(typeof attempt === 'number' && attempt > 1 ? { attempt } : {}),
    ...own,
    ...(error === undefined ? {} : { error: inShort(error) }),
  };
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

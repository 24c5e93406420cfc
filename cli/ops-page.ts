/** What supervisors and Prometheus ask, beside the work: on a port of its own where the settings name one. */
import type { Settings } from '../config/settings.ts';
import type { Check } from '../engine/watch/health.ts';
import { EXTRACTION_VERSION, READING_VERSION } from '../extraction/version.ts';
import { type Listening, listen } from '../server/listen.ts';
import { isLoopbackName } from '../server/loopback.ts';
import { createOpsApp, type Ops } from '../server/ops.ts';
import { createReadiness } from '../server/readiness.ts';
import type { Logger } from '../worker/log.ts';
import { createMetrics, type Metrics } from '../worker/metrics/index.ts';
import { CommandError, EXIT } from './exit-codes.ts';
import { programVersion } from './version.ts';

/** The figures of this process. */
export const ownMetrics = (): Metrics =>
  createMetrics({
    build: { version: programVersion(), extraction: EXTRACTION_VERSION, reading: READING_VERSION },
  });

/** What is answered of these checks and figures; what is wrong is logged when it begins. */
export function opsOf(checks: readonly Check[], metrics: Metrics, log: Logger): Ops {
  const onFault = (check: string, error: unknown): void => {
    const { name, message } = error as Error;
    log.warn({ check, error: { name, message } }, 'not ready');
  };
  return { ready: createReadiness(checks, { onFault }), metrics, log };
}

/** Opens the port of the settings, if they name one. Throws a CommandError when it cannot be had. */
export async function openOpsPage(settings: Settings, ops: Ops): Promise<Listening | null> {
  const { metricsPort, metricsHost } = settings;
  if (metricsPort === undefined) return null;
  const anyName = !isLoopbackName(metricsHost);
  try {
    return await listen(createOpsApp(ops, { anyName }), metricsPort, metricsHost, { others: true });
  } catch (error) {
    throw new CommandError(
      `Mätvärdena kan inte visas på ${metricsHost}:${metricsPort} (${(error as NodeJS.ErrnoException).code}). Ange en annan port med EXPEDIERA_METRICS_PORT.`,
      EXIT.failed,
    );
  }
}

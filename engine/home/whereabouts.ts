/** Where the installation that runs on a home is to be reached, for those who work beside it. */
import { clusterTarget, localTarget, type Target } from '../temporal/connection.ts';
import { holderOf } from './lock.ts';
import { type Ports, readPorts } from './ports.ts';

/** The cluster that the environment names, or the server of the installation that runs on this home; null: none. */
export function whereToWork(home: string): Target | null {
  const cluster = clusterTarget();
  if (cluster) return cluster;
  const ports = portsOfRunning(home);
  return ports ? localTarget(ports.temporal) : null;
}

/** Where the installation that runs on this home is to be reached; null: none runs, or it is just starting. */
export const portsOfRunning = (home: string): Ports | null => (holderOf(home) ? readPorts(home) : null);

const LOOK_EVERY_MS = 1_000;
/** An installation that is started anew is waited for so long; milliseconds. */
const RETURN_MS = 60_000;

/**
 * Resolves when there is no more work at `target`: "moved", the installation was started anew at another address; "gone",
 * it has not run for a minute. Never for a cluster, nor after `signal` is aborted.
 */
export function untilElsewhere(home: string, target: Target, signal: AbortSignal): Promise<'moved' | 'gone'> {
  const { promise, resolve } = Promise.withResolvers<'moved' | 'gone'>();
  if (clusterTarget()) return promise;
  let seen = Date.now();
  const timer = setInterval(() => {
    const now = whereToWork(home);
    if (now) seen = Date.now();
    if (now && now.options.address !== target.options.address) resolve('moved');
    else if (Date.now() - seen > RETURN_MS) resolve('gone');
  }, LOOK_EVERY_MS);
  signal.addEventListener('abort', () => clearInterval(timer), { once: true });
  return promise.finally(() => clearInterval(timer));
}

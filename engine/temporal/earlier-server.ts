/** Two servers on one database file is what must never be: one that is still there from an earlier run is waited for, or ended. */
import { readdirSync, readFileSync } from 'node:fs';
import { isAlive, waitUntilGone } from '../home/process.ts';
import { Problem } from '../problem.ts';

/** How long it may take to end by itself, when it is asked to, and when it is killed; milliseconds. */
const PATIENCE_MS = 5_000;

/**
 * Resolves when no server has the database open. To be called by who holds the home's lock: then whatever has it is left
 * from one that was killed.
 *
 * @param noted the process that the home has noted, for systems that cannot be asked
 */
export async function waitForEarlierServers(database: string, noted: number | null): Promise<void> {
  for (const pid of serversOn(database, noted)) {
    if (await waitUntilGone(pid, PATIENCE_MS)) continue;
    tell(pid, 'SIGTERM');
    if (await waitUntilGone(pid, PATIENCE_MS)) continue;
    tell(pid, 'SIGKILL');
    if (await waitUntilGone(pid, PATIENCE_MS)) continue;
    throw new Problem(
      'temporal-start',
      `Temporal-servern från förra gången (process ${pid}) går inte att stoppa. / cannot be stopped.`,
    );
  }
}

/** A kill may have come before the server was noted: where all processes can be seen, it is found all the same. */
function serversOn(database: string, noted: number | null): number[] {
  if (process.platform !== 'linux') return noted && isAlive(noted) ? [noted] : [];
  return processes().filter((pid) => isAlive(pid) && isServerOn(pid, database));
}

function processes(): number[] {
  return readdirSync('/proc').flatMap((name) => (/^\d+$/.test(name) ? [Number(name)] : []));
}

/** The shell that watches over it has the same words among its own, but not as the command it is. */
function isServerOn(pid: number, database: string): boolean {
  try {
    const words = readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0');
    return words[1] === 'server' && words.includes(database);
  } catch {
    return false; // gone meanwhile
  }
}

function tell(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch {
    // gone meanwhile
  }
}

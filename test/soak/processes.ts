/** Processes that have to do with a home, as the operating system knows them. */
import { readdirSync, readFileSync } from 'node:fs';

export interface Found {
  pid: number;
  command: string;
}

/** All whose command line or EXPEDIERA_HOME names the folder; none where there is no /proc. */
export function processesOf(home: string): Found[] {
  return pids().flatMap((pid) => {
    const command = read(pid, 'cmdline').split('\0').join(' ');
    const mine =
      command.includes(home) || read(pid, 'environ').split('\0').includes(`EXPEDIERA_HOME=${home}`);
    return mine && pid !== process.pid && command !== '' ? [{ pid, command }] : [];
  });
}

/** The Temporal servers on this home's database, without the shell that watches over each. */
export function serversOf(home: string): number[] {
  return pids().filter((pid) => {
    const args = read(pid, 'cmdline').split('\0');
    return args[1] === 'server' && args.includes(`${home}/temporal.db`);
  });
}

function pids(): number[] {
  try {
    return readdirSync('/proc').map(Number).filter(Number.isInteger);
  } catch {
    return [];
  }
}

function read(pid: number, what: string): string {
  try {
    return readFileSync(`/proc/${pid}/${what}`, 'utf8');
  } catch {
    return '';
  }
}

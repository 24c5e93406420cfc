/** Free ports, and the note in the home that says which ones an installation uses. */
import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';

/** EXPEDIERA_HOME/ports.json: where a running installation is to be reached, all on the loopback address. */
export interface Ports {
  /** host:port of the Temporal server. */
  temporal: string;
  /** The Temporal server's own web page. */
  temporalUi: string;
  namespace: string;
  /** The server's process, so that a later start can wait until it is gone. null: a cluster elsewhere. */
  serverPid: number | null;
  /** The program that started it. */
  pid: number;
  /** The status page, once it serves. */
  status?: string;
}

const path = (home: string): string => join(home, 'ports.json');

export function readPorts(home: string): Ports | null {
  try {
    return JSON.parse(readFileSync(path(home), 'utf8')) as Ports;
  } catch {
    return null;
  }
}

export function writePorts(home: string, ports: Ports): void {
  const draft = `${path(home)}.${process.pid}`;
  writeFileSync(draft, `${JSON.stringify(ports, null, 2)}\n`);
  renameSync(draft, path(home));
}

export function removePorts(home: string): void {
  rmSync(path(home), { force: true });
}

/** As many different free ports on 127.0.0.1. Free now: who binds them later may have to ask again. */
export async function freePorts(count: number): Promise<number[]> {
  const servers = await Promise.all(Array.from({ length: count }, () => listen(0)));
  const ports = servers.map((server) => (server.address() as { port: number }).port);
  await Promise.all(servers.map((server) => new Promise((resolve) => server.close(resolve))));
  return ports;
}

/** Whether nobody listens on that port of 127.0.0.1. */
export async function isFree(port: number): Promise<boolean> {
  try {
    const server = await listen(port);
    await new Promise((resolve) => server.close(resolve));
    return true;
  } catch {
    return false;
  }
}

function listen(port: number): Promise<ReturnType<typeof createServer>> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => resolve(server));
  });
}

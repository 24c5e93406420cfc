/**
 * Expediera as a cluster runs it, each part a process of its own with a home of its own: they share the database, the
 * blobs and Temporal, and nothing else.
 */
import { basename, join } from 'node:path';
import { waitUntilGone } from '../../engine/home/process.ts';
import { type Running, startCli } from '../cli/run-cli.ts';
import type { S3Server } from '../store/s3-server.ts';

/** What all parts share. */
export interface Shared {
  /** host:port */
  temporal: string;
  /** URL of an empty PostgreSQL database. */
  database: string;
  s3: S3Server;
}

/** One running part. */
export interface Part extends Running {
  name: string;
  pid: number;
  home: string;
}

export interface Cluster {
  /** The environment of a part of that name: all its settings. */
  env(name: string): { [variable: string]: string };
  /** Starts `expediera ARGS` under that name. */
  start(name: string, args: string[], env?: { [variable: string]: string }): Part;
  /** Asks all that run to stop and ends by force what does not, each by its own number. */
  stop(): Promise<void>;
}

/** How long a part may take to stop when asked, milliseconds. */
const STOP_MS = 30_000;

/** Each cluster has a place of its own in the bucket, as it has a database of its own. */
export const blobsOf = (base: string, { bucket }: S3Server): string => `s3://${bucket}/${basename(base)}`;

/** @param base a folder for the homes */
export function openCluster(base: string, { temporal, database, s3 }: Shared): Cluster {
  const parts: Part[] = [];
  const env = (name: string) => ({
    ...s3.env,
    EXPEDIERA_HOME: join(base, name),
    EXPEDIERA_DATABASE: database,
    EXPEDIERA_BLOBS: blobsOf(base, s3),
    EXPEDIERA_S3_ENDPOINT: s3.endpoint,
    EXPEDIERA_LOG_LEVEL: 'info',
    TEMPORAL_ADDRESS: temporal,
    TEMPORAL_NAMESPACE: 'default',
  });
  return {
    env,
    start(name, args, more = {}) {
      const running = startCli(args, { ...env(name), ...more });
      const part = { ...running, name, pid: running.child.pid as number, home: join(base, name) };
      parts.push(part);
      return part;
    },
    async stop() {
      const left = parts.filter(({ child }) => child.exitCode === null && child.signalCode === null);
      for (const { child } of left) child.kill('SIGTERM');
      for (const { child, pid } of left) {
        if (!(await waitUntilGone(pid, STOP_MS))) child.kill('SIGKILL');
      }
    },
  };
}

/** Resolves with the address that a web server has told. */
export async function addressOf(web: Part): Promise<string> {
  for (;;) {
    const [, url] = /^(http:\S+)$/m.exec(web.written.stdout) ?? [];
    if (url) return url;
    if (web.child.exitCode !== null) throw new Error(`${web.name} ended:\n${web.written.stderr}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** Pages that a worker has told that it has read. */
export function pagesReadBy(worker: Part): number {
  let pages = 0;
  for (const line of worker.written.stderr.split('\n')) {
    if (!line.includes('"read by OCR"')) continue;
    pages += (JSON.parse(line) as { pages: number }).pages;
  }
  return pages;
}

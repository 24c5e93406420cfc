/** Where the figures come from that are asked for when somebody looks. */
import { readdir, stat, statfs } from 'node:fs/promises';
import { join } from 'node:path';
import type { Client } from '@temporalio/client';
import { LEVERANS_STATUS } from '../../store/expediering.ts';
import type { Store } from '../../store/store.ts';
import type { Metrics, Source } from '../../worker/metrics/index.ts';
import { TASK_QUEUES } from '../../workflows/names.ts';

/** Seconds since a moment or day; 0 for one that is not, or not yet. */
const ageOf = (since: string | null, now = Date.now()): number =>
  since === null ? 0 : Math.max(0, (now - Date.parse(since)) / 1000);

export const storeFigures = (store: Pick<Store, 'matvarden'>): Source => ({
  name: 'store',
  async collect(to) {
    const { filer, aldstUnderArbete, leveranser, poster, databasBytes } = await store.matvarden();
    for (const [status, antal] of Object.entries(filer)) to.files.set({ status }, antal);
    to.filesOldest.set(ageOf(aldstUnderArbete));
    for (const status of LEVERANS_STATUS) {
      if (status === 'levererad') continue;
      const row = leveranser.find((one) => one.status === status);
      to.deliveries.set({ status }, row?.antal ?? 0);
      to.deliveriesOldest.set({ status }, ageOf(row?.aldst ?? null));
    }
    to.posts.set(poster.vantar);
    to.postsOldest.set(ageOf(poster.aldst));
    to.databaseBytes.set(databasBytes);
  },
});

/** The kinds of tasks that each queue has, by their numbers in Temporal's API. */
const KINDS = { workflow: 1, activity: 2 } as const;
const WAITING = [
  ['light', 'workflow'],
  ['light', 'activity'],
  ['ocr', 'activity'],
  ['leverans', 'activity'],
] as const satisfies [keyof typeof TASK_QUEUES, keyof typeof KINDS][];

/** How much waits for workers. Asked of the server: what is there when no worker is at all is seen too. */
export const queueFigures = (client: Client, namespace: string): Source => ({
  name: 'temporal',
  async collect(to) {
    const deadline = Date.now() + 2_500;
    await client.connection.withDeadline(deadline, () =>
      Promise.all(
        WAITING.map(async ([queue, kind]) => {
          const { stats } = await client.workflowService.describeTaskQueue({
            ...{ namespace, taskQueue: { name: TASK_QUEUES[queue] } },
            ...{ taskQueueType: KINDS[kind], reportStats: true },
          });
          to.queueDepth.set({ queue, kind }, Number(stats?.approximateBacklogCount ?? 0));
          const age = stats?.approximateBacklogAge;
          to.queueOldest.set({ queue, kind }, Number(age?.seconds ?? 0) + (age?.nanos ?? 0) / 1e9);
        }),
      ),
    );
  },
});

const HOUR_MS = 3_600_000;

/**
 * The disk of the home. What the blobs take is counted once an hour, beside the answer: there may be millions of them.
 */
export function diskFigures(home: string): Source {
  const blobs = join(home, 'blobs');
  let counted = Number.NEGATIVE_INFINITY;
  return {
    name: 'disk',
    async collect(to) {
      const { bavail, blocks, bsize } = await statfs(home);
      to.diskFree.set(bavail * bsize);
      to.diskSize.set(blocks * bsize);
      if (performance.now() - counted < HOUR_MS) return;
      counted = performance.now();
      bytesUnder(blobs).then(
        (bytes) => bytes !== null && to.blobBytes.set(bytes),
        () => to.collectErrors.inc({ source: 'disk' }),
      );
    },
  };
}

/** The bytes of all files under a folder, one folder at a time. null: no such folder. */
export async function bytesUnder(folder: string): Promise<number | null> {
  const entries = await readdir(folder, { withFileTypes: true }).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null;
    throw error;
  });
  if (entries === null) return null;
  let bytes = 0;
  for (const entry of entries) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) bytes += (await bytesUnder(path)) ?? 0;
    // gone in the meantime: a draft that has its own name now
    else
      bytes += await stat(path).then(
        ({ size }) => size,
        () => 0,
      );
  }
  return bytes;
}

export interface Figured {
  store: Pick<Store, 'matvarden'>;
  home: string;
  client?: Client;
  namespace?: string;
}

/** Has all figures asked for that can be had of what is there. */
export function watchFigures(metrics: Metrics, { store, home, client, namespace }: Figured): void {
  metrics.watch(storeFigures(store));
  metrics.watch(diskFigures(home));
  if (client && namespace !== undefined) metrics.watch(queueFigures(client, namespace));
}

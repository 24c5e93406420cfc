/** Whether what a process needs is there and answers: what `/readyz` is made of. */
import type { Client } from '@temporalio/client';
import type { Blobs } from '../../store/blobs.ts';
import type { Store } from '../../store/store.ts';

/** One thing that has to be right. */
export interface Check {
  /** One word for programs. */
  name: 'store' | 'blobs' | 'temporal' | 'workers';
  /** In Swedish, for people: what it is that answers or does not. */
  what: string;
  /** Throws when it is not as it should be. */
  look(): Promise<void>;
}

export const storeCheck = (store: Pick<Store, 'content'>): Check => ({
  name: 'store',
  what: 'Databasen',
  look: async () => void (await store.content(PROBE)),
});

/** The content under which a note is kept to see whether one can be. */
const PROBE = '0'.repeat(64);

/** Writes a few bytes and reads them: that a disk is full or read-only shows only then. */
export const blobsCheck = (blobs: Blobs): Check => ({
  name: 'blobs',
  what: 'Fillagret',
  async look() {
    const at = Date.now();
    await blobs.putDerived(PROBE, 'readyz', 'probe', { at });
    // another process may have written in the meantime: what counts is that it can be read
    if ((await blobs.getDerived(PROBE, 'readyz', 'probe')) === null) throw new Error('nothing was kept');
  },
});

export const temporalCheck = (client: Client, namespace: string): Check => ({
  name: 'temporal',
  what: 'Temporal',
  look: async () =>
    client.connection.withDeadline(
      Date.now() + 2_000,
      async () => void (await client.workflowService.describeNamespace({ namespace })),
    ),
});

export const workersCheck = (workers: { areRunning(): boolean }): Check => ({
  name: 'workers',
  what: 'Arbetarna',
  async look() {
    if (!workers.areRunning()) throw new Error('stopped');
  },
});

/** What a process that runs workers needs. */
export const checksOf = (of: {
  store: Store;
  blobs: Blobs;
  client: Client;
  namespace: string;
  workers: { areRunning(): boolean };
}): Check[] => [
  storeCheck(of.store),
  blobsCheck(of.blobs),
  temporalCheck(of.client, of.namespace),
  workersCheck(of.workers),
];

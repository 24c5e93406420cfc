/** What the hundred files give when nobody disturbs anything: read as `extract` reads, and followed without any engine. */
import { join } from 'node:path';
import { openReader } from '../../cli/read-files.ts';
import { wayOf } from '../../diarium/way/index.ts';
import type { Record as FileRecord } from '../../extraction/record.ts';
import { Refusal } from '../../extraction/refusal.ts';
import { openSqliteStore } from '../../store/sqlite/index.ts';
import type { Store } from '../../store/store.ts';
import { testSettings } from '../engine/testbed.ts';
import type { SoakFile } from './contents.ts';

/** All that follows from the files, and nothing of when or how often they were read. */
export interface Known {
  /** By sha256; refused contents have none. */
  records: Map<string, FileRecord>;
  /** Every matter with its way, and every recipient with its inbox. */
  matters: unknown[];
  inboxes: unknown[];
}

/** @param folder where the files lie under their paths */
export async function expectedOf(files: readonly SoakFile[], folder: string): Promise<Known> {
  const reader = openReader(testSettings(folder));
  const store = openSqliteStore(':memory:');
  try {
    for (const { path, ends } of files.filter((file) => !file.path.startsWith('kopior/'))) {
      const record = await reader.read(join(folder, path)).catch((error: unknown) => {
        if (!(error instanceof Refusal) || ends !== 'refused') throw error;
        return null;
      });
      if (record) await store.saveRecord(record, '1');
    }
    for (const id of await store.staleMatters()) await store.updateWay(id, wayOf);
    return await knownOf(store);
  } finally {
    await reader.close();
    await store.close();
  }
}

/** What a store knows. */
export async function knownOf(store: Store): Promise<Known> {
  const records = new Map<string, FileRecord>();
  for (const sha256 of await store.recordIds()) {
    const saved = await store.record(sha256);
    if (saved) records.set(sha256, saved.record);
  }
  const matters = await store.matters();
  const mottagare = await store.mottagare();
  return {
    records,
    matters: await Promise.all(matters.map(({ id }) => store.arende(id))),
    inboxes: await Promise.all(
      mottagare.map(({ mottagare: name, huvudman }) =>
        store.inkorg(name, huvudman === null ? {} : { huvudman }),
      ),
    ),
  };
}

/** What the steps of a file do to a store, for many files at once. */
import { wayOf } from '../../diarium/way/index.ts';
import type { Record as FileRecord } from '../../extraction/record.ts';
import type { Store } from '../../store/store.ts';

/** @param window how many files are under way at a time */
export async function saveAll(store: Store, records: readonly FileRecord[], window: number): Promise<void> {
  const left = [...records];
  const one = async () => {
    for (let record = left.shift(); record; record = left.shift()) {
      const { sha256, fileName } = record.source;
      await store.offerFile(fileName, sha256);
      const { matters } = await store.saveRecord(record, '1');
      for (const id of matters) await store.updateWay(id, wayOf);
      await store.setOutcome(sha256, { status: 'done' });
    }
  };
  await Promise.all(Array.from({ length: window }, one));
}

/** The samples in a store, and all that it answers with. */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { catchUp } from '../../activities/index.ts';
import { wayOf } from '../../diarium/way/index.ts';
import { extract } from '../../extraction/index.ts';
import type { Record as FileRecord } from '../../extraction/record.ts';
import type { Store } from '../../store/store.ts';

const samples = join(import.meta.dirname, '../../samples');

/** The records of all samples that have text. */
export async function sampleRecords(): Promise<FileRecord[]> {
  const files = globSync(['granvik-*.pdf', '*.txt'], { cwd: samples }).sort();
  return Promise.all(files.map((file) => extract(readFileSync(join(samples, file)), file)));
}

/** Takes them in as the steps of a file do. */
export async function fill(store: Store, records: readonly FileRecord[]): Promise<void> {
  for (const record of records) {
    const { sha256, fileName } = record.source;
    await store.offerFile(`/in/${fileName}`, sha256);
    await store.saveRecord(record, '1');
    await store.setOutcome(sha256, { status: 'done' });
  }
  await catchUp({ store, wayOf });
}

/** All that a store answers with, but for times of day. */
export async function tell(store: Store) {
  const matters = await store.matters();
  return {
    matters,
    ways: await Promise.all(matters.map(({ id }) => store.arende(id))),
    inboxes: await store.mottagare(),
    status: await store.status(),
    files: (await store.files()).map(({ path, status }) => [path, status]),
    hits: (await store.search({ query: '' })).total,
    granska: await store.granska(),
    bevakning: await store.bevakning({ idag: '2032-01-01', alla: true }),
    diarium: (await store.diarium()).rader,
    organ: await store.organregister(),
    stale: await store.staleMatters(),
  };
}

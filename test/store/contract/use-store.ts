/** A fresh store for every test, and what tests do with it again and again. */
import { afterEach, beforeEach } from 'vitest';
import { wayOf } from '../../../diarium/way/index.ts';
import { type Record as FileRecord, recordSchema } from '../../../extraction/record.ts';
import type { Store } from '../../../store/store.ts';

/** Opens an empty store. */
export type Open = () => Promise<Store>;

/** To be called inside a describe: `store` is that of the test that runs. */
export function useStore(open: Open) {
  let current: Store;
  beforeEach(async () => {
    current = await open();
  });
  afterEach(() => current.close());
  const store = new Proxy({} as Store, { get: (_, name) => Reflect.get(current, name) });
  return {
    store,
    async save(...records: FileRecord[]): Promise<void> {
      for (const record of records) await store.saveRecord(recordSchema.parse(record), '1.0');
    },
    async route(): Promise<void> {
      for (const id of await store.staleMatters()) await store.updateWay(id, wayOf);
    },
  };
}

/** All that a store answers, for comparing. */
export async function everything(store: Store) {
  const matters = await store.matters();
  const ways = [];
  for (const { id } of matters) ways.push(await store.arende(id), await store.handlingar(id));
  const recipients = await store.mottagare();
  const inboxes = [];
  for (const { mottagare: name, huvudman } of recipients) {
    inboxes.push(await store.inkorg(name, { huvudman: huvudman ?? '' }));
  }
  const found = [];
  for (const query of ['', 'avgift', 'motion', '2024/1']) {
    found.push(await store.search({ query, limit: 1000 }));
  }
  const doubts = await store.granska();
  const awaited = await store.bevakning({ idag: '2031-01-01', alla: true });
  return { awaited, status: await store.status(), matters, ways, recipients, inboxes, found, doubts };
}

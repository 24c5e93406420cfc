/** By what a store is known: two rows of meta, each written once. */
import { randomUUID } from 'node:crypto';
import type { Kysely } from 'kysely';
import type { InstallationStore } from '../installation.ts';
import type { Tables } from './schema.ts';

type Db = Kysely<Tables>;

/** Keys in meta. In no copy: what is restored elsewhere is another installation. */
export const INSTALLATION = 'installation';
export const FILLAGER = 'fillager';

export function installationStore(db: Db): InstallationStore {
  return {
    installation: async () => (await kept(db, INSTALLATION)) ?? keepFirst(db, INSTALLATION, randomUUID()),
    fillager: () => kept(db, FILLAGER),
    noteFillager: (marke) => keepFirst(db, FILLAGER, marke),
    async nagraFiler(most) {
      const read = db
        .selectFrom('contents')
        .select('sha256')
        // what was refused unread, or could not be read at all, was never kept
        .where('status', 'in', ['done', 'running'])
        .limit(Math.ceil(most / 2));
      const first = await read.orderBy('changed_at').orderBy('sha256').execute();
      const last = await read.orderBy('changed_at', 'desc').orderBy('sha256', 'desc').execute();
      return [...new Set([...first, ...last].map(({ sha256 }) => sha256))];
    },
  };
}

async function kept(db: Db, key: string): Promise<string | null> {
  const row = await db.selectFrom('meta').select('value').where('key', '=', key).executeTakeFirst();
  return row?.value ?? null;
}

/** Of several that write at once the first one's stays: one statement, which asks and writes. */
async function keepFirst(db: Db, key: string, value: string): Promise<string> {
  await db
    .insertInto('meta')
    .values({ key, value })
    .onConflict((conflict) => conflict.column('key').doNothing())
    .execute();
  return (await kept(db, key)) as string;
}

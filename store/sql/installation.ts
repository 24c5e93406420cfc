/** By what a store is known: two rows of meta, each written once. */
import { randomUUID } from 'node:crypto';
import type { Kysely } from 'kysely';
import type { InstallationStore } from '../installation.ts';
import { keepFirst, meta } from './meta.ts';
import type { Tables } from './schema.ts';

type Db = Kysely<Tables>;

/** Keys in meta. In no copy: what is restored elsewhere is another installation. */
export const INSTALLATION = 'installation';
export const FILLAGER = 'fillager';

export function installationStore(db: Db): InstallationStore {
  return {
    installation: async () => (await meta(db, INSTALLATION)) ?? keepFirst(db, INSTALLATION, randomUUID()),
    fillager: () => meta(db, FILLAGER),
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

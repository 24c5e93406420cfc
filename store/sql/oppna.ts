/** Who has what open in review. */
import type { Kysely } from 'kysely';
import { OPPEN_MS, type OppnaStore } from '../oppna.ts';
import { write } from './dialect.ts';
import type { Tables } from './schema.ts';

/** `now` gives the time as ISO 8601, UTC. */
export function oppnaStore(db: Kysely<Tables>, now: () => string): OppnaStore {
  const open = (at: Kysely<Tables>, after: string) =>
    at
      .selectFrom('oppna')
      .select(['sha256', 'mal as id', 'av', 'webblasare', 'sedan'])
      .where('senast', '>', after)
      .orderBy('sedan')
      .orderBy('webblasare');
  return {
    async noteOppen({ sha256, id }, { av, webblasare }) {
      const at = now();
      const after = since(at);
      return write(db, async (tx) => {
        await tx.deleteFrom('oppna').where('senast', '<=', after).execute();
        await tx
          .insertInto('oppna')
          .values({ sha256, mal: id, webblasare, av, sedan: at, senast: at })
          .onConflict((same) => same.columns(['sha256', 'mal', 'webblasare']).doUpdateSet({ av, senast: at }))
          .execute();
        const rows = await open(tx, after).where('sha256', '=', sha256).where('mal', '=', id).execute();
        return rows
          .filter((row) => row.webblasare !== webblasare)
          .map((row) => ({ av: row.av, webblasare: row.webblasare, sedan: row.sedan }));
      });
    },
    async noteStangd({ sha256, id }, webblasare) {
      await write(db, (tx) =>
        tx
          .deleteFrom('oppna')
          .where('sha256', '=', sha256)
          .where('mal', '=', id)
          .where('webblasare', '=', webblasare)
          .execute(),
      );
    },
    async oppna(sha256) {
      const all = open(db, since(now()));
      return (sha256 === undefined ? all : all.where('sha256', '=', sha256)).execute();
    },
  };
}

/** Notes made last at this moment or before are gone. */
const since = (at: string): string => new Date(Date.parse(at) - OPPEN_MS).toISOString();

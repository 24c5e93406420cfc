/** What the process of a matter needs: whom to wake, what is current work, marks of posts, joined matters. */
import type { Kysely } from 'kysely';
import type { ProcessStore } from '../processer.ts';
import { chunks } from './chunks.ts';
import { write } from './dialect.ts';
import { markPosts } from './postmarken.ts';
import { sammanfor, sammanforda, skilj } from './sammanforda.ts';
import type { Tables } from './schema.ts';

type Db = Kysely<Tables>;

/** `now` gives the time as ISO 8601, UTC. */
export function processStore(db: Db, now: () => string): ProcessStore {
  return {
    async mattersToWake(of) {
      const due = db.selectFrom('matters').select(['id', 'wake as varv']).where('wake', '>', 0).orderBy('id');
      if (of === undefined) return due.execute();
      const found = [];
      for (const some of chunks([...of].sort())) found.push(...(await due.where('id', 'in', some).execute()));
      return found;
    },
    async woken(id, varv) {
      await write(db, (tx) =>
        tx
          .updateTable('matters')
          .set((eb) => ({
            lever: 1,
            wake: eb.case().when('wake', '=', varv).then(eb.lit(0)).else(eb.ref('wake')).end(),
          }))
          .where('id', '=', id)
          .execute(),
      );
    },
    async follow(id) {
      await write(db, (tx) =>
        tx.updateTable('matters').set({ lever: 1 }).where('id', '=', id).where('lever', '=', 0).execute(),
      );
    },
    async followed() {
      const rows = await db.selectFrom('matters').select('id').where('lever', '=', 1).orderBy('id').execute();
      return rows.map(({ id }) => id);
    },
    async release(id) {
      await write(db, (tx) => tx.updateTable('matters').set({ lever: 0 }).where('id', '=', id).execute());
    },
    async lopandeOf(sha256s) {
      const found: string[] = [];
      for (const some of chunks(sha256s)) {
        const rows = await db
          .selectFrom('contents')
          .select('sha256')
          .where('sha256', 'in', some)
          .where('lopande', '=', 1)
          .execute();
        found.push(...rows.map((row) => row.sha256));
      }
      return found.sort();
    },
    markPosts: (marke) => markPosts(db, marke, now()),
    sammanfor: (fran, till, av) => sammanfor(db, fran, till, { av, at: now() }),
    skilj: (fran, av) => skilj(db, fran, { av, at: now() }),
    sammanforda: (till) => sammanforda(db, till),
  };
}

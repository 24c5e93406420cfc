/** What the process of a matter needs: whom to wake, marks of posts, joined matters. */
import { type Kysely, sql } from 'kysely';
import type { PostStatus } from '../../diarium/way/types.ts';
import type { Postmarke, ProcessStore } from '../processer.ts';
import type { Post } from '../store.ts';
import { chunks } from './chunks.ts';
import { sammanfor, sammanforda, skilj } from './sammanforda.ts';
import type { Tables } from './schema.ts';

type Db = Kysely<Tables>;

/** `now` gives the time as ISO 8601, UTC. */
export function processStore(db: Db, now: () => string): ProcessStore {
  return {
    async mattersToWake(of) {
      const due = db.selectFrom('matters').select(['id', 'wake as varv']).where('wake', '>', 0).orderBy('id');
      if (of === undefined) return due.execute();
      const parts = chunks([...of].sort()).map((some) => due.where('id', 'in', some).execute());
      return (await Promise.all(parts)).flat();
    },
    async woken(id, varv) {
      await db
        .updateTable('matters')
        .set((eb) => ({
          lever: 1,
          wake: eb.case().when('wake', '=', varv).then(0).else(eb.ref('wake')).end(),
        }))
        .where('id', '=', id)
        .execute();
    },
    async follow(id) {
      await db.updateTable('matters').set({ lever: 1 }).where('id', '=', id).where('lever', '=', 0).execute();
    },
    async followed() {
      const rows = await db.selectFrom('matters').select('id').where('lever', '=', 1).orderBy('id').execute();
      return rows.map(({ id }) => id);
    },
    async release(id) {
      await db.updateTable('matters').set({ lever: 0 }).where('id', '=', id).execute();
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

async function markPosts(db: Db, { poster, status, skal, av }: Postmarke, at: string): Promise<string[]> {
  return db.transaction().execute(async (tx) => {
    const matters = new Set<string>();
    for (const id of poster) {
      // only in matters of the file that the item stands in: to look through all posts takes seconds in an archive
      const item = id.split('#', 1)[0];
      const { rows } = await sql<{ matter_id: string }>`select distinct matter_id from poster
        where matter_id in (select a.matter_id from mal join handlingar h on h.sha256 = mal.sha256
            join arenden a on a.handling_pk = h.pk where mal.id = ${item})
          and (json_extract(json, '$.id') = ${id}
            or exists (select 1 from json_each(json, '$.alias') where value = ${id}))`.execute(tx);
      if (rows.length === 0) continue;
      for (const row of rows) matters.add(row.matter_id);
      await tx.deleteFrom('postmarken').where('id', '=', id).execute();
      if (status !== 'vantar')
        await tx.insertInto('postmarken').values({ id, status, skal, at, av }).execute();
    }
    const touched = [...matters].sort();
    if (touched.length > 0)
      await tx.updateTable('matters').set({ stale: 1 }).where('id', 'in', touched).execute();
    return touched;
  });
}

/** What a person has said of a post, under whichever of its ids. */
export interface Mark {
  status: PostStatus;
  skal: string | null;
  av: string;
  at: string;
}

/** The marks of these posts, by the id each was set under. */
export async function marksOf(db: Db, poster: readonly Post[]): Promise<Map<string, Mark>> {
  const marks = new Map<string, Mark>();
  for (const ids of chunks(poster.flatMap((post) => [post.id, ...post.alias]))) {
    const rows = await db.selectFrom('postmarken').selectAll().where('id', 'in', ids).execute();
    for (const { id, ...mark } of rows) marks.set(id, mark);
  }
  return marks;
}

/** A post as people have marked it. What a later meeting has dealt with stays so. */
export function marked(post: Post, marks: ReadonlyMap<string, Mark>): Post {
  const mark = [post.id, ...post.alias].map((id) => marks.get(id)).find((one) => one !== undefined);
  return mark && post.status === 'vantar' ? { ...post, status: mark.status, marke: markOf(mark) } : post;
}

const markOf = ({ skal, av, at }: Mark) => ({ skal, av, at });

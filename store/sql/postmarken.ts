/**
 * What people have said of posts. A mark is kept under the id of an item, which tells where in its file the item stands: a
 * newer reading may give that id to another. A mark of an older reading is therefore found by what it was of.
 */
import { type Kysely, sql } from 'kysely';
import { plain } from '../../diarium/way/text.ts';
import type { Postmarke } from '../processer.ts';
import type { Post } from '../store.ts';
import { chunks } from './chunks.ts';
import { write } from './dialect.ts';
import { noteHandelse } from './handelselogg.ts';
import type { Tables } from './schema.ts';

type Db = Kysely<Tables>;

/** `current`: the version that the file is read by now. */
type Mark = Tables['postmarken'] & { current: string | null };

/** Posts and matters named in one entry of the log at most; all are counted. */
const NAMED = 100;

/** See ProcessStore.markPosts. */
export async function markPosts(
  db: Db,
  { poster, status, skal, av }: Postmarke,
  at: string,
): Promise<string[]> {
  return write(db, async (tx) => {
    const matters = new Set<string>();
    const told: string[] = [];
    for (const id of poster) {
      // only in matters of the file that the item stands in: to look through all posts takes seconds in an archive
      const item = id.split('#', 1)[0];
      const { rows } = await sql<{ matter_id: string; json: string }>`select matter_id, json from poster
        where matter_id in (select a.matter_id from mal join handlingar h on h.sha256 = mal.sha256
            join arenden a on a.handling_pk = h.pk where mal.id = ${item})
        order by matter_id, nr`.execute(tx);
      const meant = rows
        .map((row) => ({ ...row, post: JSON.parse(row.json) as Post }))
        .filter(({ post }) => [post.id, ...post.alias].includes(id));
      const posts = meant.map(({ post }) => post);
      const [post] = posts;
      if (post === undefined) continue;
      for (const row of meant) matters.add(row.matter_id);
      const before = await marksOf(tx, posts);
      // sent a second time it is the same mark
      const same = before.some(
        (one) => one.id === id && one.status === status && one.skal === skal && one.av === av,
      );
      const old = posts.flatMap((one) => before.filter((mark) => isOf(mark, one)).map((mark) => mark.id));
      if (!same && (status !== 'vantar' || old.length > 0)) told.push(id);
      for (const part of chunks(old)) await tx.deleteFrom('postmarken').where('id', 'in', part).execute();
      if (status === 'vantar') continue;
      // what another item was told under this id, in an older reading, is found by what it was of
      await sql`update postmarken set id = id || '@' || version where id = ${id}`.execute(tx);
      const file = await tx
        .selectFrom('mal')
        .innerJoin('records', 'records.sha256', 'mal.sha256')
        .select(['records.sha256', 'version'])
        .where('mal.id', '=', item as string)
        .executeTakeFirst();
      const { mottagare, text } = post;
      await tx
        .insertInto('postmarken')
        .values({
          ...{ id, status, skal, at, av, mottagare, text },
          ...{ sha256: file?.sha256 ?? null, version: file?.version ?? null },
        })
        .execute();
    }
    const touched = [...matters].sort();
    for (const part of chunks(touched))
      await tx.updateTable('matters').set({ stale: 1 }).where('id', 'in', part).execute();
    if (told.length > 0) {
      const om = [...touched.slice(0, NAMED), ...told.slice(0, NAMED)];
      const uppgifter = { status, antal: told.length, poster: told.slice(0, NAMED) };
      await noteHandelse(tx, { av, vad: 'poster-markta', om, uppgifter }, at);
    }
    return touched;
  });
}

/** The posts as people have marked them. What a later meeting has dealt with stays so. */
export async function markedPosts(db: Db, poster: readonly Post[]): Promise<Post[]> {
  const marks = await marksOf(db, poster);
  if (marks.length === 0) return [...poster];
  return poster.map((post) => {
    const mark = post.status === 'vantar' ? marks.find((one) => isOf(one, post)) : undefined;
    if (mark === undefined) return post;
    const { status, skal, av, at } = mark;
    return { ...post, status, marke: { skal, av, at } };
  });
}

/** All marks that may be of these posts: under one of their ids, or of one of their files; the newest first. */
async function marksOf(db: Db, poster: readonly Post[]): Promise<Mark[]> {
  const marks = new Map<string, Mark>();
  const by = { id: poster.flatMap((post) => [post.id, ...post.alias]), sha256: poster.flatMap(filesOf) };
  for (const column of ['id', 'sha256'] as const) {
    for (const some of chunks([...new Set(by[column])])) {
      const rows = await db
        .selectFrom('postmarken')
        .leftJoin('records', 'records.sha256', 'postmarken.sha256')
        .selectAll('postmarken')
        .select('records.version as current')
        .where(`postmarken.${column}`, 'in', some)
        .execute();
      for (const row of rows) marks.set(row.id, row);
    }
  }
  return [...marks.values()].sort((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : a.id < b.id ? -1 : 1));
}

const filesOf = ({ kallor }: Post): string[] => kallor.map(({ sha256 }) => sha256);

function isOf({ id, sha256, version, current, mottagare, text }: Mark, post: Post): boolean {
  if (version === null || version === current) return [post.id, ...post.alias].includes(id);
  if (sha256 === null || !filesOf(post).includes(sha256) || mottagare !== post.mottagare) return false;
  return plain(text ?? '') === plain(post.text);
}

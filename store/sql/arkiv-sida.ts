/** The files of an intake, some at a time, with what was found in each. */
import type { Kysely } from 'kysely';
import type { ArkivFil, ArkivSida, ArkivSidaQuestion } from '../arkiv.ts';
import { fileRows, isUnreadable, withEjOmlast } from './files.ts';
import type { Tables } from './schema.ts';

type Db = Kysely<Tables>;

export async function arkivSida(
  db: Db,
  id: number,
  { status, limit, offset }: ArkivSidaQuestion,
): Promise<ArkivSida> {
  const { count } = await db
    .selectFrom('arkiv_filer')
    .innerJoin('contents', 'contents.sha256', 'arkiv_filer.sha256')
    .select((eb) => eb.fn.countAll().as('count'))
    .where('arkiv', '=', id)
    .$if(status !== undefined, (question) => question.where('contents.status', '=', status as 'done'))
    .executeTakeFirstOrThrow();
  const rows = await fileRows(db)
    .innerJoin('arkiv_filer', (join) =>
      join
        .onRef('arkiv_filer.path', '=', 'files.path')
        .onRef('arkiv_filer.sha256', '=', 'files.sha256')
        .on('arkiv_filer.arkiv', '=', id),
    )
    .$if(status !== undefined, (question) => question.where('contents.status', '=', status as 'done'))
    .limit(limit)
    .offset(offset)
    .execute();
  const poster = await itemsOf(
    db,
    rows.map(({ sha256 }) => sha256),
  );
  return {
    total: Number(count),
    filer: rows.map((row) => ({
      ...withEjOmlast(row),
      sha256: isUnreadable(row.sha256) ? null : row.sha256,
      poster: poster.get(row.sha256) ?? {},
    })),
  };
}

async function itemsOf(db: Db, sha256s: string[]): Promise<Map<string, ArkivFil['poster']>> {
  const of = new Map<string, ArkivFil['poster']>();
  if (sha256s.length === 0) return of;
  const rows = await db
    .selectFrom('items')
    .innerJoin('arenden', 'arenden.pk', 'items.arende_pk')
    .innerJoin('handlingar', 'handlingar.pk', 'arenden.handling_pk')
    .select(['handlingar.sha256', 'items.typ', (eb) => eb.fn.countAll().as('count')])
    .where('handlingar.sha256', 'in', sha256s)
    .groupBy(['handlingar.sha256', 'items.typ'])
    .execute();
  for (const { sha256, typ, count } of rows) of.set(sha256, { ...of.get(sha256), [typ]: Number(count) });
  return of;
}

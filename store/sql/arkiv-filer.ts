/** Which files came in with which intake. */
import type { Kysely } from 'kysely';
import type { DeladeFiler } from '../arkiv.ts';
import type { Tables } from './schema.ts';

type Db = Kysely<Tables>;

/** Notes that a path and content came in with an intake. */
export async function noteInArkiv(
  db: Db,
  id: number | undefined,
  path: string,
  sha256: string,
): Promise<void> {
  if (id === undefined) return;
  await db
    .insertInto('arkiv_filer')
    .values({ arkiv: id, path, sha256 })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** What could not be read before was read now: the intakes that it came in with have it. */
export async function readAfterAll(db: Db, path: string, before: string, sha256: string): Promise<void> {
  const of = await db.deleteFrom('arkiv_filer').where('sha256', '=', before).returning('arkiv').execute();
  for (const { arkiv: id } of of) await noteInArkiv(db, Number(id), path, sha256);
}

/** See ArkivStore.arkivPaths; few contents. */
export async function arkivPaths(db: Db, id: number, sha256s: string[]): Promise<Map<string, string>> {
  if (sha256s.length === 0) return new Map();
  const rows = await db
    .selectFrom('arkiv_filer')
    .select(['sha256', (eb) => eb.fn.min('path').as('path')])
    .where('arkiv', '=', id)
    .where('sha256', 'in', sha256s)
    .groupBy('sha256')
    .execute();
  return new Map(rows.map(({ sha256, path }) => [sha256, path]));
}

/**
 * See ArkivStore.deladeFiler. What had ended before the one was paused, or before the other began, is none of them; nor are
 * those of one that waits or is called off itself.
 */
export async function deladeFiler(db: Db, id: number): Promise<DeladeFiler[]> {
  const rows = await db
    .selectFrom('arkiv as pausat')
    .innerJoin('arkiv_filer as its', 'its.arkiv', 'pausat.id')
    .innerJoin('arkiv_filer as also', 'also.sha256', 'its.sha256')
    .innerJoin('arkiv as genom', 'genom.id', 'also.arkiv')
    .innerJoin('contents', 'contents.sha256', 'its.sha256')
    .where('pausat.lage', '=', 'pausat')
    .where('pausat.version', 'is', null)
    .where('genom.lage', 'in', ['samlas', 'brutet', 'pagar'])
    .where('genom.version', 'is', null)
    .where((eb) => eb.or([eb('pausat.id', '=', id), eb('genom.id', '=', id)]))
    .where((eb) =>
      eb.or([
        eb('contents.status', '=', 'running'),
        eb.and([
          eb('contents.changed_at', '>', eb.ref('pausat.lage_at')),
          eb('contents.changed_at', '>', eb.ref('genom.at')),
        ]),
      ]),
    )
    .select(['pausat.id as pausat', 'genom.id as genom', 'genom.namn', 'contents.sha256', 'contents.status'])
    .distinct()
    .orderBy('genom.id')
    .orderBy('pausat.id')
    .execute();
  const pairs = Map.groupBy(rows, ({ pausat, genom }) => `${pausat} ${genom}`);
  return [...pairs.values()].flatMap((of) => {
    const [first] = of;
    if (!first) return [];
    const kvar = of.filter(({ status }) => status === 'running').length;
    return [
      { pausat: Number(first.pausat), genom: Number(first.genom), namn: first.namn, filer: of.length, kvar },
    ];
  });
}

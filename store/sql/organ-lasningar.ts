/** What files say of bodies, read once from their rows and kept: minutes by the thousand are too much for each question. */
import type { Kysely } from 'kysely';
import { LASNING_REGLER, type Lasning, lasningar } from '../../diarium/organ/index.ts';
import { huvudmanKey } from '../../extraction/routing/organ.ts';
import { chunks } from './chunks.ts';
import { write } from './dialect.ts';
import { handlingarOf } from './handling-rows.ts';
import type { Tables } from './schema.ts';

type Db = Kysely<Tables>;

export interface FilLasning {
  sha256: string;
  lasning: Lasning;
}

/** By the key of the huvudman. */
export async function allaLasningar(db: Db): Promise<Map<string, FilLasning[]>> {
  await readMissing(db);
  const rows = await db.selectFrom('organ_lasningar').select(['sha256', 'json']).orderBy('sha256').execute();
  const all = rows.flatMap(({ sha256, json }) =>
    (JSON.parse(json) as Lasning[]).map((lasning) => ({ sha256, lasning })),
  );
  return Map.groupBy(all, ({ lasning }) => huvudmanKey(lasning.huvudman));
}

/**
 * Reads what is missing: saving a record anew takes its own away with the record. To be called before a transaction that
 * asks for all, too, which would hold the write lock while thousands of files are read.
 */
export async function readMissing(db: Db): Promise<void> {
  const missing = await db
    .selectFrom('records')
    .leftJoin('organ_lasningar', (join) =>
      join.onRef('organ_lasningar.sha256', '=', 'records.sha256').on('regler', '=', LASNING_REGLER),
    )
    .select('records.sha256')
    .where('regler', 'is', null)
    .orderBy('records.sha256')
    .execute();
  const read = async (tx: Db, part: { sha256: string }[]) => {
    for (const { sha256 } of part) {
      const json = JSON.stringify(lasningar(await handlingarOf(tx, sha256)));
      const values = { regler: LASNING_REGLER, json };
      await tx
        .insertInto('organ_lasningar')
        .columns(['sha256', 'regler', 'json'])
        // only where the record is still there
        .expression((eb) =>
          eb
            .selectFrom('records')
            .select(['sha256', eb.val(values.regler).as('regler'), eb.val(values.json).as('json')])
            .where('sha256', '=', sha256),
        )
        .onConflict((conflict) => conflict.column('sha256').doUpdateSet(values))
        .execute();
    }
  };
  // What is read and what is kept of it belong together: another process may save the record anew in between.
  for (const part of chunks(missing)) {
    if (db.isTransaction) await read(db, part);
    else await write(db, (tx) => read(tx, part));
  }
}

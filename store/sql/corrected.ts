/** A record as people have corrected it, in the transaction that derives rows from it. */
import type { Kysely } from 'kysely';
import { applyRattelser, type Rattat, type Rattelse, tingIn } from '../../diarium/rattelser/index.ts';
import type { Record as FileRecord } from '../../extraction/record.ts';
import type { DoubtRules } from '../doubts.ts';
import { type GranskaUnder, SURE_ENOUGH } from '../granska.ts';
import { chunks } from './chunks.ts';
import type { Tables } from './schema.ts';

type Db = Kysely<Tables>;
type Row = Tables['rattelser'];

/** Key of the limits that the rows were derived by, in meta. */
export const UNDER = 'granska_under';

export function rattelseOf({ json, angrad_nr, angrad_av, angrad_at, ...row }: Row): Rattelse {
  const angrad = angrad_nr === null ? null : { nr: angrad_nr, av: angrad_av ?? '', at: angrad_at ?? '' };
  return { ...row, ...(JSON.parse(json) as Pick<Rattelse, 'mal' | 'med' | 'atgard'>), angrad };
}

/** All that was decided of a file, in order. */
export async function rattelserOf(db: Db, sha256: string): Promise<Rattelse[]> {
  const rows = await db
    .selectFrom('rattelser')
    .selectAll()
    .where('sha256', '=', sha256)
    .orderBy('nr')
    .execute();
  return rows.map(rattelseOf);
}

/** The same limits are written the same. */
export const limitsText = (under: GranskaUnder): string =>
  JSON.stringify(typeof under === 'number' ? under : Object.fromEntries(Object.entries(under).sort()));

/** The limits that rows are derived by. */
export async function limits(db: Db): Promise<GranskaUnder> {
  const row = await db.selectFrom('meta').select('value').where('key', '=', UNDER).executeTakeFirst();
  return row === undefined ? SURE_ENOUGH : (JSON.parse(row.value) as GranskaUnder);
}

/** The record as corrected, and by what its doubts are told. */
export async function corrected(db: Db, record: FileRecord): Promise<{ rattat: Rattat; rules: DoubtRules }> {
  const { sha256 } = record.source;
  const rattat = applyRattelser(record, await rattelserOf(db, sha256));
  const gone = await db
    .selectFrom('granskade')
    .select('sedda')
    .where('sha256', '=', sha256)
    .executeTakeFirst();
  const sedda = new Set(gone === undefined ? [] : (JSON.parse(gone.sedda) as string[]));
  return { rattat, rules: { under: await limits(db), rattat, sedda } };
}

/** Writes what can be decided on in the record. */
export async function insertMal(db: Db, { record, beslutat }: Rattat): Promise<void> {
  const { sha256 } = record.source;
  const rows = tingIn(record).map(({ typ, ting: { id } }) => {
    const falt = beslutat.punkter.has(id) ? '*' : [...(beslutat.falt.get(id) ?? [])].sort();
    return { sha256, id, typ, falt: JSON.stringify(falt) };
  });
  for (const part of chunks(rows)) await db.insertInto('mal').values(part).execute();
}

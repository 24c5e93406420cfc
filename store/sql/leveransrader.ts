/** Deliveries as rows, and what happened to them. */
import type { Kysely } from 'kysely';
import { huvudmanKey } from '../../extraction/routing/organ.ts';
import type { Hinder, Leverans, LeveransHandelse } from '../expediering.ts';
import type { Tables } from './schema.ts';

type Db = Kysely<Tables>;
type Row = Tables['leveranser'];

export function leveransOf(row: Row): Leverans {
  return {
    ...{ nyckel: row.nyckel, huvudman: row.huvudman, matter: row.matter_id, steg: row.steg },
    ...{ version: row.version, mottagare: row.mottagare, organ: row.organ === 1 },
    ...{ fran: row.fran, datum: row.datum, paragraf: row.paragraf, rubrik: row.rubrik },
    ...{ diarienummer: row.diarienummer, kanal: row.kanal, slag: row.slag, status: row.status },
    hinder: JSON.parse(row.hinder) as Hinder[],
    slappt: JSON.parse(row.slappt) as Hinder['kod'][],
    ...{ innehall: row.innehall, forsandelse: row.forsandelse },
    ...{ andrad: row.andrad === 1, forsok: row.forsok, fel: row.fel },
    kvitto: row.kvitto === null ? null : (JSON.parse(row.kvitto) as unknown),
    ...{ provkorning: row.provkorning, provkordFor: row.provkord_for, paminnelser: row.paminnelser },
    ...{ skapad: row.skapad, skickad: row.skickad, levererad: row.levererad },
  };
}

export function rowOf(one: Leverans, vack: 0 | 1): Row {
  return {
    ...{ nyckel: one.nyckel, huvudman: one.huvudman, huvudman_key: huvudmanKey(one.huvudman) },
    ...{ matter_id: one.matter, steg: one.steg, version: one.version, mottagare: one.mottagare },
    ...{ organ: one.organ ? 1 : 0, fran: one.fran, datum: one.datum, paragraf: one.paragraf },
    ...{ rubrik: one.rubrik, diarienummer: one.diarienummer, kanal: one.kanal, slag: one.slag },
    ...{ status: one.status, hinder: JSON.stringify(one.hinder), slappt: JSON.stringify(one.slappt) },
    ...{ innehall: one.innehall, forsandelse: one.forsandelse },
    ...{ andrad: one.andrad ? 1 : 0, forsok: one.forsok, fel: one.fel },
    kvitto: one.kvitto === null ? null : JSON.stringify(one.kvitto),
    ...{ provkorning: one.provkorning, provkord_for: one.provkordFor, paminnelser: one.paminnelser },
    ...{ skapad: one.skapad, skickad: one.skickad, levererad: one.levererad, vack },
  };
}

export async function rowByKey(db: Db, nyckel: string): Promise<Row | undefined> {
  return db.selectFrom('leveranser').selectAll().where('nyckel', '=', nyckel).executeTakeFirst();
}

/** Changes a row. */
export async function setRow(db: Db, nyckel: string, values: Partial<Row>): Promise<void> {
  await db.updateTable('leveranser').set(values).where('nyckel', '=', nyckel).execute();
}

export async function noteEvent(
  db: Db,
  event: Pick<LeveransHandelse, 'nyckel' | 'at' | 'vad'> & { av?: string; uppgift?: string | null },
): Promise<void> {
  const { nyckel, at, vad, av = null, uppgift = null } = event;
  await db.insertInto('leveranshandelser').values({ nyckel, at, vad, av, uppgift }).execute();
}

export async function leveransHandelser(db: Db, nyckel: string): Promise<LeveransHandelse[]> {
  return db
    .selectFrom('leveranshandelser')
    .select(['nyckel', 'at', 'vad', 'av', 'uppgift'])
    .where('nyckel', '=', nyckel)
    .orderBy('pk')
    .execute();
}

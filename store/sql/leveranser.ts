/** Deliveries as they are planned, and as they are asked for. */
import { type Kysely, sql } from 'kysely';
import { huvudmanKey, type NameGroups, organIndex } from '../../extraction/routing/organ.ts';
import {
  LEVERANS_STATUS,
  type Leverans,
  type LeveransQuestion,
  type PlanLeveranser,
  type StegRef,
  type Tvivel,
} from '../expediering.ts';
import { write } from './dialect.ts';
import { kanalerOf } from './kanaler.ts';
import { leveransOf, noteEvent, rowByKey, rowOf, setRow } from './leveransrader.ts';
import { findMatters } from './matters.ts';
import { allNameGroups } from './organ-poster.ts';
import type { Tables } from './schema.ts';

type Db = Kysely<Tables>;

/** See ExpedieringStore.updateLeveranser. */
export async function updateLeveranser(
  db: Db,
  of: StegRef & { huvudman: string | null },
  how: { plan: PlanLeveranser; now: string },
): Promise<Leverans[]> {
  const key = huvudmanKey(of.huvudman);
  return write(db, async (tx) => {
    const rows = await tx
      .selectFrom('leveranser')
      .selectAll()
      .where('huvudman_key', '=', key)
      .where('steg', '=', of.steg)
      .orderBy('nyckel')
      .execute();
    const wanted = how.plan(rows.map(leveransOf), await kanalerOf(tx, key));
    const kept = new Set(wanted.map(({ nyckel }) => nyckel));
    for (const row of rows) {
      if (kept.has(row.nyckel) || row.status === 'levererad') continue;
      await tx.deleteFrom('leveranser').where('nyckel', '=', row.nyckel).execute();
      await noteEvent(tx, { nyckel: row.nyckel, at: how.now, vad: 'struken' });
    }
    for (const one of wanted) await bring(tx, one, how.now);
    return wanted;
  });
}

async function bring(db: Db, one: Leverans, now: string): Promise<void> {
  const { nyckel } = one;
  const row = await rowByKey(db, nyckel);
  if (row?.status === 'levererad') {
    // What was delivered stays what it was; only where it is filed and whether it still holds may change.
    if (one.andrad && row.andrad === 0) await noteEvent(db, { nyckel, at: now, vad: 'andrad' });
    await setRow(db, nyckel, { matter_id: one.matter, andrad: one.andrad ? 1 : 0, vack: 0 });
    return;
  }
  const values = rowOf(one, 0);
  await db
    .insertInto('leveranser')
    .values(values)
    .onConflict((conflict) => conflict.column('nyckel').doUpdateSet(values))
    .execute();
  const why = one.hinder.map(({ sv }) => sv).join(' ');
  if (row?.status !== one.status || (why !== '' && row.hinder !== values.hinder)) {
    await noteEvent(db, { nyckel, at: now, vad: one.status, uppgift: why || null });
  }
}

/** See ExpedieringStore.leverans. */
export async function leverans(db: Db, nyckel: string): Promise<Leverans | null> {
  const asked = nyckel.trim().toLowerCase();
  if (!/^[0-9a-f]{4,}$/u.test(asked)) return null;
  // between two keys, and not by a pattern, which would be looked for in all rows
  const rows = await db
    .selectFrom('leveranser')
    .selectAll()
    .where('nyckel', '>=', asked)
    .where('nyckel', '<', `${asked}g`)
    .limit(2)
    .execute();
  const [row, other] = rows;
  return row && !other ? leveransOf(row) : null;
}

/** See ExpedieringStore.leveranser. */
export async function leveranser(db: Db, question: LeveransQuestion): Promise<Leverans[]> {
  const { huvudman, matter, steg, diarienummer, organ, mottagare, status } = question;
  let query = db.selectFrom('leveranser').selectAll();
  if (huvudman !== undefined) query = query.where('huvudman_key', '=', huvudmanKey(huvudman));
  if (matter !== undefined) query = query.where('matter_id', '=', matter);
  if (steg !== undefined) query = query.where('steg', '=', steg);
  if (status !== undefined) query = query.where('status', '=', status);
  if (diarienummer !== undefined) {
    const ids = (await findMatters(db, diarienummer, { huvudman })).map(({ id }) => id);
    query = ids.length === 0 ? query.where(sql<boolean>`1 = 0`) : query.where('matter_id', 'in', ids);
  }
  const rows = (await query.orderBy('nyckel').execute()).map(leveransOf);
  const said = organ === undefined && mottagare === undefined ? new Map() : await allNameGroups(db);
  const ofOrgan = organ === undefined ? rows : named(rows, organ, { nameOf: ({ fran }) => fran, said });
  const found =
    mottagare === undefined ? ofOrgan : named(ofOrgan, mottagare, { nameOf: (one) => one.mottagare, said });
  return found.sort(
    (a, b) =>
      rank(a) - rank(b) ||
      order(a.datum ?? '9999', b.datum ?? '9999') ||
      (a.paragraf ?? '').localeCompare(b.paragraf ?? '', 'sv', { numeric: true }) ||
      a.mottagare.localeCompare(b.mottagare, 'sv') ||
      a.version - b.version,
  );
}

/** What is delivered and still holds is nobody's worry; what was changed since is. */
const rank = ({ status, andrad }: Leverans): number => (andrad ? 0.5 : LEVERANS_STATUS.indexOf(status));
const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** The rows whose name is the one asked for in any of its forms, told inside each huvudman. */
function named(
  rows: Leverans[],
  asked: string,
  { nameOf, said }: { nameOf: (one: Leverans) => string | null; said: ReadonlyMap<string, NameGroups> },
): Leverans[] {
  return [...Map.groupBy(rows, (one) => huvudmanKey(one.huvudman))].flatMap(([key, group]) => {
    const huvudman = group[0]?.huvudman ?? null;
    const index = organIndex(
      group.flatMap((one) => nameOf(one) ?? []),
      { huvudman, lika: said.get(key) ?? [] },
    );
    const meant = index.keyOf(asked);
    return group.filter((one) => index.keyOf(nameOf(one) ?? '') === meant);
  });
}

/** See ExpedieringStore.movedTo. Only ways of matters with something of that day hold the step. */
export async function movedTo(
  db: Db,
  { huvudman, matter, steg, datum }: StegRef & Pick<Leverans, 'huvudman' | 'datum'>,
): Promise<string | null> {
  const rows = await db
    .selectFrom('handlingar')
    .innerJoin('arenden', 'arenden.handling_pk', 'handlingar.pk')
    .innerJoin('ways', 'ways.matter_id', 'arenden.matter_id')
    .select(['ways.matter_id', 'ways.steg'])
    .distinct()
    .where('handlingar.huvudman_key', '=', huvudmanKey(huvudman))
    .where('handlingar.datum', datum === null ? 'is' : '=', datum)
    .where('arenden.matter_id', '!=', matter)
    .orderBy('ways.matter_id')
    .execute();
  const found = rows.find((row) =>
    (JSON.parse(row.steg) as { nyckel?: string }[]).some(({ nyckel }) => nyckel === steg),
  );
  return found?.matter_id ?? null;
}

/** See ExpedieringStore.stepsToWake. */
export async function stepsToWake(db: Db): Promise<StegRef[]> {
  return db
    .selectFrom('leveranser')
    .select(['matter_id as matter', 'steg'])
    .distinct()
    .where('status', '!=', 'levererad')
    .where((eb) => eb.or([eb('vack', '=', 1), eb('status', '=', 'skickas')]))
    .orderBy('matter_id')
    .orderBy('steg')
    .execute();
}

/** See ExpedieringStore.doubtsAbout. */
export async function doubtsAbout(db: Db, sha256: string, arendeId: string): Promise<Tvivel[]> {
  const owner = await db
    .selectFrom('arenden')
    .innerJoin('handlingar', 'handlingar.pk', 'arenden.handling_pk')
    .select(['arenden.pk', 'handling_pk', 'arenden.json'])
    .where('sha256', '=', sha256)
    .where('arenden.json', 'is not', null)
    .execute();
  const own = owner.find(({ json }) => (JSON.parse(json ?? '{}') as { id?: string }).id === arendeId);
  if (!own) return [];
  const { pages } = JSON.parse(own.json ?? '{}') as { pages: [number, number] };
  const rows = await db
    .selectFrom('doubts')
    .select(['json', 'arende_pk', 'handling_pk'])
    .where('sha256', '=', sha256)
    .where((eb) => eb.or([eb('arende_pk', '=', own.pk), eb('arende_pk', 'is', null)]))
    .orderBy('rank')
    .orderBy('pk')
    .execute();
  return rows
    .map((row) => ({ ...row, rad: JSON.parse(row.json) as Tvivel }))
    .filter(({ arende_pk, handling_pk, rad }) => {
      if (arende_pk !== null) return true;
      // of a page: only of those that the ärende stands on; of the handling as a whole: all
      if (rad.typ === 'varning' && rad.page !== null) return rad.page >= pages[0] && rad.page <= pages[1];
      return handling_pk === own.handling_pk || rad.typ === 'varning';
    })
    .map(({ rad: { code, typ, id, reason, page } }) => ({ code, typ, id, reason, page }));
}

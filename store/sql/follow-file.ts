/** All that is called something for ever, followed from one reading of its file to the next. */
import { type Kysely, sql } from 'kysely';
import type { Record as FileRecord } from '../../extraction/record.ts';
import { follow, type Named, type Now } from '../follow/follow.ts';
import type { Told } from '../follow/told.ts';
import { chunks } from './chunks.ts';
import { keptArenden } from './follow-arenden.ts';
import { type KeptItem, keptItems, seenOf } from './follow-items.ts';
import { handlingarOf } from './handling-rows.ts';
import type { Tables } from './schema.ts';
import { isOpenItem } from './sekretess.ts';

type Db = Kysely<Tables>;
type Kept = { told: Told };

interface Of<K extends Kept> {
  sha256: string;
  slag: 'post' | 'arende';
  was: readonly K[];
  is: readonly K[];
  /** It is not as it was, for whoever has seen it. */
  isOther(one: K, other: K): boolean;
  /** ISO 8601. */
  at: string;
}

/**
 * To be called while the rows of the reading before are there.
 *
 * @param record the new reading, as people have corrected it
 * @param at when it is saved, ISO 8601
 */
export async function followFile(tx: Db, { source, handlingar }: FileRecord, at: string): Promise<void> {
  const before = await handlingarOf(tx, source.sha256);
  const of = { sha256: source.sha256, at };
  await followAll<KeptItem>(tx, {
    ...{ ...of, slag: 'post', was: keptItems(before, source), is: keptItems(handlingar, source) },
    isOther: (one, other) => seenOf(one) !== seenOf(other),
  });
  await followAll<Kept>(tx, {
    ...{ ...of, slag: 'arende', was: keptArenden(before), is: keptArenden(handlingar) },
    isOther: () => false,
  });
}

async function followAll<K extends Kept>(tx: Db, of: Of<K>): Promise<void> {
  const { sha256, slag, was, is } = of;
  const names = await tx
    .selectFrom('postnamn')
    .selectAll()
    .where('sha256', '=', sha256)
    .where('slag', '=', slag)
    .execute();
  const rows = await tx
    .selectFrom('lydelser')
    .select(['namn', 'nr', 'json'])
    .where('sha256', '=', sha256)
    .orderBy('nr', 'desc')
    .execute();
  const byName = Map.groupBy(
    rows.map(({ json, ...row }) => ({ ...row, kept: JSON.parse(json) as K })),
    ({ namn }) => namn,
  );
  const saidBy = (namn: string): Said<K>[] => byName.get(namn) ?? [];
  const before = namedIn(was, names, saidBy);
  const after = follow(
    before,
    is.map(({ told }) => told),
  );
  await write(tx, of, after, names);
  const byId = new Map(is.map((kept) => [kept.told.id, kept]));
  const then = new Map(was.map((kept) => [kept.told.id, kept]));
  const ended = before.flatMap(({ namn, galler, id }, nr) => {
    const kept = galler && id !== null ? then.get(id) : undefined;
    const now = after[nr];
    if (kept === undefined || now === undefined) return [];
    const same = now.galler && now.id !== null ? byId.get(now.id) : undefined;
    return same === undefined || of.isOther(kept, same) ? [{ namn, kept }] : [];
  });
  await keep(tx, of, ended, saidBy);
}

/** What was kept under a name. */
interface Said<K> {
  nr: number;
  kept: K;
}

/** All that is called something: each thing of the reading before, and what was there once. */
function namedIn(
  was: readonly Kept[],
  names: readonly Tables['postnamn'][],
  saidBy: (namn: string) => Said<Kept>[],
): Named[] {
  const said = (namn: string): Told[] => saidBy(namn).map(({ kept }) => kept.told);
  const byId = new Map(
    names.flatMap((row) => (row.galler === 1 && row.id !== null ? [[row.id, row.namn]] : [])),
  );
  const mains = was.map(({ told }): Named => {
    const namn = byId.get(told.id) ?? told.id;
    return { namn, id: told.id, galler: true, said: [told, ...said(namn)] };
  });
  const met = new Set(mains.map(({ namn }) => namn));
  const others = names
    .filter(({ namn }) => !met.has(namn))
    .map(({ namn, id }): Named => ({ namn, id, galler: false, said: said(namn) }));
  return [...mains, ...others];
}

/** What is called by its own id, and always was, has no row. */
async function write(
  tx: Db,
  { sha256, slag }: Pick<Of<Kept>, 'sha256' | 'slag'>,
  after: readonly Now[],
  names: readonly Tables['postnamn'][],
): Promise<void> {
  const known = new Map(names.map((row) => [row.namn, row]));
  const rows = after
    .map(({ namn, id, galler }) => ({ namn, sha256, slag, id, galler: galler ? 1 : 0 }))
    .filter((row) => {
      const before = known.get(row.namn);
      if (before === undefined) return row.id !== row.namn || row.galler === 0;
      return before.id !== row.id || before.galler !== row.galler;
    });
  for (const part of chunks(rows))
    await tx
      .insertInto('postnamn')
      .values(part)
      .onConflict((same) =>
        same
          .column('namn')
          .doUpdateSet((eb) => ({ id: eb.ref('excluded.id'), galler: eb.ref('excluded.galler') })),
      )
      .execute();
}

/** Keeps what was said until now; what was kept of the very same before gives way. */
async function keep<K extends Kept>(
  tx: Db,
  { sha256, isOther, at }: Of<K>,
  ended: readonly { namn: string; kept: K }[],
  saidBy: (namn: string) => Said<K>[],
): Promise<void> {
  const opens = await openness(
    tx,
    ended.map(({ kept }) => kept.told.id),
  );
  const rows: Tables['lydelser'][] = [];
  for (const { namn, kept } of ended) {
    const before = saidBy(namn);
    for (const one of before)
      if (!isOther(one.kept, kept))
        await tx.deleteFrom('lydelser').where('namn', '=', namn).where('nr', '=', one.nr).execute();
    const { matter_id = '', offentlig = 0 } = opens.get(kept.told.id) ?? {};
    const nr = Math.max(0, ...before.map((row) => row.nr)) + 1;
    rows.push({ namn, nr, sha256, json: JSON.stringify(kept), matter_id, offentlig, till: at });
  }
  for (const part of chunks(rows)) await tx.insertInto('lydelser').values(part).execute();
}

/** The matter of each item, and whether readers see it. */
async function openness(tx: Db, ids: string[]) {
  const found = new Map<string, Pick<Tables['lydelser'], 'matter_id' | 'offentlig'>>();
  for (const part of chunks(ids)) {
    const rows = await tx
      .selectFrom('items as i')
      .innerJoin('arenden', 'arenden.pk', 'i.arende_pk')
      .select(['i.id', 'matter_id', sql<number>`case when ${isOpenItem()} then 1 else 0 end`.as('offentlig')])
      .where('i.id', 'in', part)
      .execute();
    for (const { id, ...row } of rows) found.set(id, row);
  }
  return found;
}

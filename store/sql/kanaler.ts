/** Channels: every change with who and when, and none that skips a step. */
import type { Kysely } from 'kysely';
import { huvudmanKey } from '../../extraction/routing/organ.ts';
import {
  ALLA,
  ALLA_ORGAN,
  ALLA_OVRIGA,
  ExpedieringsFel,
  type Kanal,
  type KanalHandelse,
  type KanalLage,
  type NyKanal,
} from '../expediering.ts';
import { mottagareKey } from '../leverans-nyckel.ts';
import type { OfHuvudman } from '../store.ts';
import { write } from './dialect.ts';
import { noteHandelse } from './handelselogg.ts';
import type { Tables } from './schema.ts';

type Db = Kysely<Tables>;
type Row = Tables['kanaler'];

export const kanalOf = (row: Row): Kanal => ({
  ...{ huvudman: row.huvudman, namn: row.namn, slag: row.slag, mottagare: row.mottagare },
  ...{ adress: row.adress, installningar: JSON.parse(row.installningar) as Kanal['installningar'] },
  ...{ lage: row.lage, andrad: row.andrad, andradAv: row.andrad_av },
});

/** The channels of one huvudman, by name. */
export async function kanalerOf(db: Db, key: string): Promise<Kanal[]> {
  const rows = await db
    .selectFrom('kanaler')
    .selectAll()
    .where('huvudman_key', '=', key)
    .orderBy('namn')
    .execute();
  return rows.map(kanalOf);
}

export async function kanaler(db: Db, { huvudman }: OfHuvudman): Promise<Kanal[]> {
  let query = db.selectFrom('kanaler').selectAll().orderBy('huvudman_key').orderBy('namn');
  if (huvudman !== undefined) query = query.where('huvudman_key', '=', huvudmanKey(huvudman));
  return (await query.execute()).map(kanalOf);
}

export async function kanalHandelser(db: Db, { huvudman }: OfHuvudman): Promise<KanalHandelse[]> {
  let query = db.selectFrom('kanalhandelser').selectAll().orderBy('pk');
  if (huvudman !== undefined) query = query.where('huvudman_key', '=', huvudmanKey(huvudman));
  return (await query.execute()).map(({ namn, vad, kanal, av, at }) => {
    const then = JSON.parse(kanal) as NyKanal;
    return { huvudman: then.huvudman, namn, vad, kanal: then, av, at };
  });
}

/** See ExpedieringStore.saveKanal. */
export async function saveKanal(
  db: Db,
  kanal: NyKanal,
  of: { av: string; now: string; ersatt: boolean },
): Promise<Kanal> {
  const { av, now, ersatt } = of;
  const key = huvudmanKey(kanal.huvudman);
  return write(db, async (tx) => {
    const known = await kanalerOf(tx, key);
    const same = known.find(({ namn }) => namn === kanal.namn);
    if (same && !ersatt) {
      throw new ExpedieringsFel(
        `Kanalen ${kanal.namn} finns redan. Ändra den med --ersatt; den stängs då av.`,
      );
    }
    const whom = recipientOf(kanal);
    const other = known.find((one) => one !== same && recipientOf(one) === whom);
    if (other) {
      throw new ExpedieringsFel(`${inWords(kanal.mottagare)} har redan en kanal: ${other.namn}.`);
    }
    const values = {
      ...{ huvudman: kanal.huvudman, slag: kanal.slag, mottagare: kanal.mottagare, adress: kanal.adress },
      installningar: JSON.stringify(kanal.installningar),
      lage: kanal.slag === 'inkorg' ? ('pa' as const) : ('av' as const),
      ...{ andrad: later(now, same?.andrad), andrad_av: av },
    };
    await tx
      .insertInto('kanaler')
      .values({ huvudman_key: key, namn: kanal.namn, ...values })
      .onConflict((conflict) => conflict.columns(['huvudman_key', 'namn']).doUpdateSet(values))
      .execute();
    return changed(tx, { key, namn: kanal.namn, vad: same ? 'ersatt' : 'skapad' });
  });
}

const BEFORE: { readonly [lage in KanalLage]?: KanalLage } = { prov: 'av', pa: 'prov' };
const SAID: { readonly [lage in KanalLage]: string } = { av: 'av', prov: 'på prov', pa: 'på' };

/** See ExpedieringStore.setKanalLage. */
export async function setKanalLage(
  db: Db,
  { huvudman, namn }: { huvudman: string | null; namn: string },
  of: { lage: KanalLage; av: string; now: string },
): Promise<Kanal> {
  const { lage, av, now } = of;
  const key = huvudmanKey(huvudman);
  return write(db, async (tx) => {
    const kanal = (await kanalerOf(tx, key)).find((one) => one.namn === namn);
    if (!kanal) throw new ExpedieringsFel(`Ingen kanal heter ${namn}.`);
    if (kanal.slag === 'inkorg') {
      throw new ExpedieringsFel(`${namn} är en inkorg här inne: den är alltid på.`);
    }
    const before = BEFORE[lage];
    if (kanal.lage === lage) throw new ExpedieringsFel(`Kanalen ${namn} är redan ${SAID[lage]}.`);
    if (before !== undefined && kanal.lage !== before) {
      throw new ExpedieringsFel(
        `Kanalen ${namn} är ${SAID[kanal.lage]}; den kan inte sättas ${SAID[lage]} förrän den är ${SAID[before]}.`,
      );
    }
    if (lage === 'pa' && !(await isRehearsed(tx, key, kanal))) {
      const fel = await lastFault(tx, key, namn);
      const why =
        fel === null
          ? 'När det första som ska skickas har provkörts går den att godkänna.'
          : `Det senaste försöket misslyckades: ${fel} När felet är rättat: stäng av kanalen och prova den igen.`;
      throw new ExpedieringsFel(`Inget har provkörts på kanalen ${namn} än. ${why}`);
    }
    await tx
      .updateTable('kanaler')
      .set({ lage, andrad: later(now, kanal.andrad), andrad_av: av })
      .where('huvudman_key', '=', key)
      .where('namn', '=', namn)
      .execute();
    return changed(tx, { key, namn, vad: lage });
  });
}

async function isRehearsed(db: Db, key: string, { namn, andrad }: Kanal): Promise<boolean> {
  const row = await db
    .selectFrom('leveranser')
    .select('nyckel')
    .where('huvudman_key', '=', key)
    .where('kanal', '=', namn)
    .where('provkord_for', '=', andrad)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/** Why the latest dry run of something that waits for the channel failed, in Swedish; null where none did. */
async function lastFault(db: Db, key: string, namn: string): Promise<string | null> {
  const row = await db
    .selectFrom('leveranser as l')
    .innerJoin('leveranshandelser as h', 'h.nyckel', 'l.nyckel')
    .select('l.fel')
    .where('l.huvudman_key', '=', key)
    .where('l.kanal', '=', namn)
    .where('l.status', '=', 'vantar_kanal')
    .where('l.fel', 'is not', null)
    .orderBy('h.pk', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.fel ?? null;
}

/** Notes the change, and that everything which waits for a channel or is being sent is to be planned anew. */
async function changed(db: Db, of: { key: string; namn: string; vad: KanalHandelse['vad'] }): Promise<Kanal> {
  const row = await db
    .selectFrom('kanaler')
    .selectAll()
    .where('huvudman_key', '=', of.key)
    .where('namn', '=', of.namn)
    .executeTakeFirstOrThrow();
  const kanal = kanalOf(row);
  const { lage: _, andrad, andradAv, ...then } = kanal;
  await db
    .insertInto('kanalhandelser')
    .values({
      ...{ huvudman_key: of.key, namn: of.namn, vad: of.vad },
      ...{ kanal: JSON.stringify(then), av: andradAv, at: andrad },
    })
    .execute();
  await db
    .updateTable('leveranser')
    .set({ vack: 1 })
    .where('huvudman_key', '=', of.key)
    .where('status', 'in', ['vantar_kanal', 'provkord', 'skickas'])
    .execute();
  // where it goes may hold a secret of the receiver's: that stands in kanalhandelser
  const { huvudman, namn, slag, mottagare } = kanal;
  const uppgifter = { huvudman, kanal: namn, slag, mottagare };
  await noteHandelse(db, { av: andradAv, vad: `kanal-${of.vad}`, om: [namn], uppgifter }, andrad);
  return kanal;
}

/** Two channels for the same recipient would leave it to chance which is used. */
function recipientOf({ mottagare, huvudman }: NyKanal): string {
  return mottagare.startsWith(ALLA) ? mottagare : mottagareKey(mottagare, huvudman);
}

function inWords(mottagare: string): string {
  if (mottagare === ALLA) return 'Alla mottagare';
  if (mottagare === ALLA_ORGAN) return 'Alla organ';
  return mottagare === ALLA_OVRIGA ? 'Alla övriga mottagare' : mottagare;
}

/** A time after the last change, also when two changes fall in one millisecond: dry runs are told apart by it. */
function later(now: string, before: string | undefined): string {
  if (before === undefined || now > before) return now;
  return new Date(Date.parse(before) + 1).toISOString();
}

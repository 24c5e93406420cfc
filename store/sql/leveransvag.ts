/** What becomes of a delivery: sent, tried again, given up, let go or asked for anew by a person. */
import type { Kysely } from 'kysely';
import {
  ExpedieringsFel,
  type Kanal,
  type Leverans,
  type LeveransStatus,
  type StegRef,
} from '../expediering.ts';
import type { NyHandelse } from '../handelselogg.ts';
import { leveransNyckel } from '../leverans-nyckel.ts';
import { write } from './dialect.ts';
import { noteHandelse } from './handelselogg.ts';
import { kanalerOf } from './kanaler.ts';
import { leveransOf, noteEvent, rowByKey, rowOf, setRow } from './leveransrader.ts';
import type { Tables } from './schema.ts';

type Db = Kysely<Tables>;
type Row = Tables['leveranser'];

/** See ExpedieringStore.beginSend. */
export async function beginSend(db: Db, nyckel: string, now: string) {
  return write(db, async (tx) => {
    const row = await rowByKey(tx, nyckel);
    if (!row) return null;
    const channel =
      row.kanal === null
        ? null
        : (await kanalerOf(tx, row.huvudman_key)).find(({ namn }) => namn === row.kanal);
    if (channel === undefined) return null;
    const toSend = row.status === 'skickas' && (channel === null || channel.lage === 'pa');
    const prov = row.status === 'vantar_kanal' && channel?.lage === 'prov';
    if (!toSend && !prov) return null;
    if (toSend) await setRow(tx, nyckel, { forsok: row.forsok + 1, skickad: now });
    return { leverans: leveransOf((await rowByKey(tx, nyckel)) as Row), kanal: channel, prov };
  });
}

/** See ExpedieringStore.noteBuilt. */
export async function noteBuilt(db: Db, nyckel: string, forsandelse: string): Promise<string> {
  return write(db, async (tx) => {
    const row = await known(tx, nyckel);
    if (row.forsandelse !== null) return row.forsandelse;
    await setRow(tx, nyckel, { forsandelse });
    return forsandelse;
  });
}

/** See ExpedieringStore.noteDelivered. */
export async function noteDelivered(db: Db, nyckel: string, kvitto: unknown, now: string): Promise<void> {
  await write(db, async (tx) => {
    const row = await rowByKey(tx, nyckel);
    if (!row || row.status === 'levererad') return;
    await setRow(tx, nyckel, {
      ...{ status: 'levererad', kvitto: JSON.stringify(kvitto), levererad: now },
      ...{ fel: null, hinder: '[]', vack: 0 },
    });
    await noteEvent(tx, { nyckel, at: now, vad: 'levererad' });
    await noteAct(tx, row, { av: null, vad: 'leverans-levererad' }, now);
  });
}

/** See ExpedieringStore.noteDryRun. */
export async function noteDryRun(
  db: Db,
  nyckel: string,
  of: { path: string; kanal: Kanal; now: string },
): Promise<void> {
  const { path, kanal, now } = of;
  await write(db, async (tx) => {
    const row = await rowByKey(tx, nyckel);
    if (row?.status !== 'vantar_kanal') return;
    await setRow(tx, nyckel, {
      ...{ status: 'provkord', provkorning: path, provkord_for: kanal.andrad },
      fel: null,
    });
    await noteEvent(tx, { nyckel, at: now, vad: 'provkord', uppgift: path });
  });
}

/** See ExpedieringStore.noteSendFailed. */
export async function noteSendFailed(
  db: Db,
  nyckel: string,
  of: { fel: string | null; gaveUp: boolean; now: string },
): Promise<void> {
  const { fel, gaveUp, now } = of;
  await write(db, async (tx) => {
    const row = await rowByKey(tx, nyckel);
    if (!row || row.status === 'levererad') return;
    const said = fel ?? row.fel;
    const ends = gaveUp && row.status === 'skickas';
    await setRow(tx, nyckel, { fel: said, ...(ends && { status: 'misslyckad' as const }) });
    if (ends) {
      await noteEvent(tx, { nyckel, at: now, vad: 'misslyckad', uppgift: said });
      await noteAct(tx, row, { av: null, vad: 'leverans-misslyckad' }, now);
    } else if (said !== row.fel) await noteEvent(tx, { nyckel, at: now, vad: 'skickas', uppgift: said });
  });
}

/** In the audit log: found by the matter, the § and the delivery's key. What the decision says is not for it. */
async function noteAct(db: Db, row: Row, of: NyHandelse, now: string): Promise<void> {
  const { nyckel, matter_id, steg, mottagare, kanal } = row;
  const uppgifter = { nyckel, mottagare, kanal: kanal ?? 'inkorg', ...of.uppgifter };
  await noteHandelse(db, { ...of, om: [matter_id, steg, nyckel], uppgifter }, now);
}

const WAITING: readonly LeveransStatus[] = ['vantar_granskning', 'vantar_kanal', 'provkord'];

/** See ExpedieringStore.noteReminder. */
export async function noteReminder(db: Db, of: StegRef, now: string): Promise<number> {
  return write(db, async (tx) => {
    const rows = await tx
      .selectFrom('leveranser')
      .selectAll()
      .where('matter_id', '=', of.matter)
      .where('steg', '=', of.steg)
      .where('status', 'in', WAITING)
      .execute();
    for (const { nyckel, paminnelser } of rows) {
      await setRow(tx, nyckel, { paminnelser: paminnelser + 1 });
      await noteEvent(tx, { nyckel, at: now, vad: 'paminnelse' });
    }
    return rows.length;
  });
}

/** See ExpedieringStore.letGo. */
export async function letGo(db: Db, nyckel: string, of: { av: string; now: string }): Promise<Leverans> {
  return write(db, async (tx) => {
    const row = await known(tx, nyckel);
    const { hinder, slappt, status } = leveransOf(row);
    if (status !== 'vantar_granskning' || hinder.length === 0) {
      throw new ExpedieringsFel(
        'Inget i själva paragrafen hindrar den här leveransen.',
        'Nothing in the § itself hinders this delivery.',
      );
    }
    const may = hinder.filter(({ slappbar, kod }) => slappbar && !slappt.includes(kod));
    if (may.length === 0) {
      const why = hinder.map(({ sv }) => sv).join(' ');
      throw new ExpedieringsFel(
        `Leveransen kan inte skickas ändå: ${why}`,
        'What hinders the delivery has to be settled first: it cannot be sent anyway.',
      );
    }
    const codes = [...new Set([...slappt, ...may.map(({ kod }) => kod)])];
    await setRow(tx, nyckel, { slappt: JSON.stringify(codes), vack: 1 });
    const uppgift = may.map(({ sv }) => sv).join(' ');
    await noteEvent(tx, { nyckel, at: of.now, vad: 'slappt', av: of.av, uppgift });
    await noteAct(tx, row, { av: of.av, vad: 'leverans-slappt', uppgifter: { slappt: codes } }, of.now);
    return leveransOf(await known(tx, nyckel));
  });
}

/** See ExpedieringStore.askResend. */
export async function askResend(
  db: Db,
  nyckel: string,
  of: { av: string; now: string; paNytt: boolean },
): Promise<Leverans> {
  const { av, now, paNytt } = of;
  return write(db, async (tx) => {
    const row = await known(tx, nyckel);
    if (WAITING.includes(row.status)) {
      throw new ExpedieringsFel(
        'Leveransen väntar och har inte skickats: det finns inget att skicka om.',
        'The delivery waits and has not been sent: there is nothing to send again.',
      );
    }
    if (row.status !== 'levererad' && row.andrad === 0) {
      await setRow(tx, nyckel, { status: 'skickas', forsok: 0, fel: null, vack: 1 });
      await noteEvent(tx, { nyckel, at: now, vad: 'skicka-om', av });
      await noteAct(tx, row, { av, vad: 'leverans-skicka-om' }, now);
      return leveransOf(await known(tx, nyckel));
    }
    if (row.status === 'levererad' && row.andrad === 0 && !paNytt) {
      throw new ExpedieringsFel(
        `Leveransen är framme sedan ${row.levererad?.slice(0, 10)} och beslutet är detsamma. Ska den ändå skickas en gång till: --pa-nytt.`,
        'The delivery has arrived, and the decision is the same.',
      );
    }
    return newVersion(tx, row, { av, now });
  });
}

/** What may have come to the receiver stays under its key; anything else needs another. */
async function newVersion(db: Db, row: Row, { av, now }: { av: string; now: string }): Promise<Leverans> {
  const before = leveransOf(row);
  const { nyckel, huvudman, steg, mottagare } = before;
  const version = before.version + 1;
  const next = leveransNyckel({ huvudman, steg, mottagare, version });
  if (await rowByKey(db, next)) {
    throw new ExpedieringsFel(
      `Leveransen har redan skickats om, som ${next.slice(0, 8)}.`,
      'The delivery has been sent again already.',
    );
  }
  const fresh: Leverans = {
    ...before,
    ...{ nyckel: next, version, status: 'vantar_kanal', hinder: [], innehall: '', forsandelse: null },
    ...{ andrad: false, forsok: 0, fel: null, kvitto: null, provkorning: null, provkordFor: null },
    ...{ paminnelser: 0, skapad: now, skickad: null, levererad: null },
  };
  await db.insertInto('leveranser').values(rowOf(fresh, 1)).execute();
  await noteEvent(db, { nyckel, at: now, vad: 'skicka-om', av, uppgift: `Ny version: ${next}` });
  await noteEvent(db, { nyckel: next, at: now, vad: 'skicka-om', av, uppgift: `I stället för: ${nyckel}` });
  await noteAct(db, row, { av, vad: 'leverans-skicka-om', uppgifter: { som: next } }, now);
  if (row.status === 'levererad') await setRow(db, nyckel, { andrad: 0 });
  else await db.deleteFrom('leveranser').where('nyckel', '=', nyckel).execute();
  return fresh;
}

async function known(db: Db, nyckel: string): Promise<Row> {
  const row = await rowByKey(db, nyckel);
  if (!row) throw new ExpedieringsFel(`Ingen leverans har nyckeln ${nyckel}.`);
  return row;
}

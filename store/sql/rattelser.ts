/** What people have decided of what was read. */
import type { Kysely } from 'kysely';
import {
  type Angran,
  applyRattelser,
  avtryckOf,
  type Beslut,
  isItemTyp,
  type Klar,
  latestNr,
  type Mal,
  malOf,
  type Plats,
  type Rattelse,
  tingIn,
} from '../../diarium/rattelser/index.ts';
import { warningKey } from '../doubts.ts';
import { RattelseAvvisad, type RattelseStore, type SparatBeslut } from '../rattelser.ts';
import { corrected, rattelseOf, rattelserOf } from './corrected.ts';
import { genomgangna, granskningslage, hittaMal, malVy, revisionOf } from './decide-on.ts';
import { derive, mattersIn } from './derive-decided.ts';
import { write } from './dialect.ts';
import { noteHandelse } from './handelselogg.ts';
import { record } from './records.ts';
import type { Tables } from './schema.ts';

type Db = Kysely<Tables>;

/** `now` gives the time as ISO 8601, UTC. */
export function rattelseStore(db: Db, now: () => string): RattelseStore {
  return {
    saveRattelse: (beslut) => saveRattelse(db, beslut, now()),
    angraRattelse: (angran) => angraRattelse(db, angran, now()),
    markeraKlar: (klar) => markeraKlar(db, klar, now()),
    async rattelser(sha256) {
      if (sha256 !== undefined) return rattelserOf(db, sha256);
      const rows = await db.selectFrom('rattelser').selectAll().orderBy('at').orderBy('id').execute();
      return rows.map(rattelseOf);
    },
    async recordWithRattelser(sha256) {
      const found = await record(db, sha256);
      return found && { ...found, record: (await corrected(db, found.record)).rattat.record };
    },
    hittaMal: (id) => hittaMal(db, id),
    mal: (sha256, id) => malVy(db, sha256, id),
    granskningslage: (sha256) => granskningslage(db, sha256),
    genomgangna: () => genomgangna(db),
    async notePaminnelseOmGranskning(sha256, nr, vantar) {
      const row = { sha256, nr, at: now(), vantar };
      await write(db, (tx) =>
        tx
          .insertInto('granskningspaminnelser')
          .values(row)
          .onConflict((conflict) => conflict.doNothing())
          .execute(),
      );
    },
    granskningspaminnelser: () =>
      db
        .selectFrom('granskningspaminnelser as p')
        .leftJoin('records', 'records.sha256', 'p.sha256')
        .select(['p.sha256', 'file_name as fileName', 'nr', 'at', 'vantar'])
        .orderBy('at', 'desc')
        .orderBy('p.sha256')
        .orderBy('nr', 'desc')
        .execute(),
  };
}

/** See RattelseStore.saveRattelse. */
async function saveRattelse(db: Db, beslut: Beslut, now: string): Promise<SparatBeslut> {
  return write(db, async (tx) => {
    const { id, sha256, mal: asked, atgard, av, at, revision } = beslut;
    const known = await tx.selectFrom('rattelser').selectAll().where('id', '=', id).executeTakeFirst();
    if (known !== undefined) return again(tx, rattelseOf(known), beslut);
    const found = await record(tx, sha256);
    if (found === null) throw unknownFile();
    const rattelser = await rattelserOf(tx, sha256);
    const { rattat } = await corrected(tx, found.record);
    const all = tingIn(rattat.record);
    const plats = all.find((one) => one.typ === asked.typ && one.ting.id === asked.id);
    const ids = [asked.id, ...(atgard.typ === 'sla_ihop' ? atgard.med : [])];
    for (const one of ids) {
      const last = revisionOf(rattelser, rattat.landade, one);
      if (last.nr > revision) throw taken(last.by);
    }
    if (plats === undefined) throw unknownTarget();
    const mal = malOf(all, plats, atgard);
    if (avtryckOf(mal) !== asked.avtryck) throw readAnew();
    const med = atgard.typ === 'sla_ihop' ? mergedWith(all, plats, atgard.med) : [];
    const nr = nextNr(rattelser);
    const kept: Rattelse = { id, nr, sha256, mal, med, atgard, av, at, angrad: null };
    const { utan } = applyRattelser(found.record, [...rattelser, kept]);
    if (utan.includes(kept)) throw hidden();
    await tx
      .insertInto('rattelser')
      .values({
        ...{ id, sha256, nr, av, at, json: JSON.stringify({ mal, med, atgard }) },
        ...{ angrad_nr: null, angrad_av: null, angrad_at: null },
      })
      .execute();
    const matters = await derive(tx, found, now);
    const falt = 'falt' in atgard ? { falt: namesOf(atgard.falt) } : {};
    await noteHandelse(
      tx,
      {
        ...{ av, vad: 'rattelse', om: [sha256, id, mal.id, ...matters.slice(0, MATTERS)] },
        uppgifter: { rattelse: id, nr, mal: mal.id, typ: mal.typ, atgard: atgard.typ, ...falt },
      },
      now,
    );
    return { nr, matters };
  });
}

/** Matters named in one entry of the log at most: a decision on a whole file may touch hundreds. */
const MATTERS = 20;

/** Which fields, never what stands in them. */
const namesOf = (falt: readonly string[] | object): string[] =>
  Array.isArray(falt) ? [...falt] : Object.keys(falt);

/** Sent a second time: what came of it the first time. */
async function again(tx: Db, known: Rattelse, beslut: Beslut): Promise<SparatBeslut> {
  const same =
    known.sha256 === beslut.sha256 &&
    known.mal.id === beslut.mal.id &&
    JSON.stringify(known.atgard) === JSON.stringify(beslut.atgard);
  if (!same)
    throw new RattelseAvvisad(
      'ogiltig',
      'Ett annat beslut har redan samma id.',
      'Another decision has this id.',
    );
  return { nr: known.nr, matters: await mattersIn(tx, beslut.sha256) };
}

/** See RattelseStore.angraRattelse. */
async function angraRattelse(
  db: Db,
  { sha256, rattelse, av, at }: Angran,
  now: string,
): Promise<SparatBeslut> {
  return write(db, async (tx) => {
    const rattelser = await rattelserOf(tx, sha256);
    const known = rattelser.find(({ id }) => id === rattelse);
    if (known === undefined)
      throw new RattelseAvvisad(
        'okand-rattelse',
        'Det finns ingen sådan rättelse.',
        'There is no such decision.',
      );
    if (known.angrad !== null) return { nr: known.angrad.nr, matters: await mattersIn(tx, sha256) };
    const nr = nextNr(rattelser);
    await tx
      .updateTable('rattelser')
      .set({ angrad_nr: nr, angrad_av: av, angrad_at: at })
      .where('id', '=', rattelse)
      .execute();
    const found = await record(tx, sha256);
    const matters = found === null ? [] : await derive(tx, found, now);
    const om = [sha256, rattelse, known.mal.id, ...matters.slice(0, MATTERS)];
    await noteHandelse(tx, { av, vad: 'rattelse-angrad', om, uppgifter: { rattelse, nr } }, now);
    return { nr, matters };
  });
}

/** See RattelseStore.markeraKlar. */
async function markeraKlar(db: Db, { sha256, av, at }: Klar, now: string): Promise<string[]> {
  return write(db, async (tx) => {
    const found = await record(tx, sha256);
    if (found === null) throw unknownFile();
    const { vantar, varningar } = await granskningslage(tx, sha256);
    const left = vantar - varningar;
    if (left > 0)
      throw new RattelseAvvisad(
        'kvar',
        `${left} ${left === 1 ? 'sak' : 'saker'} i filen väntar på beslut än.`,
        `${left} of the file's things wait for a decision still.`,
      );
    const sedda = JSON.stringify(found.record.warnings.map(warningKey));
    const before = await tx
      .selectFrom('granskade')
      .selectAll()
      .where('sha256', '=', sha256)
      .executeTakeFirst();
    // sent a second time it is the same one
    if (before?.at !== at || before.av !== av) {
      const uppgifter = { varningar: found.record.warnings.length };
      await noteHandelse(tx, { av, vad: 'fil-granskad', om: [sha256], uppgifter }, now);
    }
    await tx
      .insertInto('granskade')
      .values({ sha256, av, at, sedda })
      .onConflict((conflict) => conflict.column('sha256').doUpdateSet({ av, at, sedda }))
      .execute();
    return derive(tx, found, now);
  });
}

const nextNr = (rattelser: readonly Rattelse[]): number => latestNr(rattelser) + 1;

/** Those that are put together with a target: of its kind, and of the same ärende. */
function mergedWith(all: readonly Plats[], plats: Plats, med: readonly string[]): Mal[] {
  if (!isItemTyp(plats.typ) || new Set([plats.ting.id, ...med]).size <= med.length) throw notTogether();
  return med.map((id) => {
    const other = all.find((one) => one.typ === plats.typ && one.ting.id === id);
    if (other === undefined || other.arende !== plats.arende) throw notTogether();
    return malOf(all, other);
  });
}

const hidden = () =>
  new RattelseAvvisad(
    'ogiltig',
    'Ett ärende som är märkt med sekretess kan inte tas bort: det som står på samma sida skulle kunna skickas.',
    'A matter that is marked as secret cannot be taken away: what stands on the same page might be sent.',
  );
const notTogether = () =>
  new RattelseAvvisad(
    'ogiltig',
    'Bara punkter av samma slag i samma ärende kan slås ihop.',
    'Only items of one kind in one matter can be put together.',
  );
const unknownFile = () =>
  new RattelseAvvisad('okand-fil', 'Filen är inte inläst.', 'The file has not been taken in.');
const unknownTarget = () =>
  new RattelseAvvisad(
    'okant-mal',
    'Punkten finns inte i den senaste läsningen av filen.',
    'The newest reading of the file has no such item.',
  );
const readAnew = () =>
  new RattelseAvvisad(
    'andrad',
    'Filen har lästs om sedan du såg den, och säger nu något annat. Se på den igen.',
    'The file was read anew since you saw it, and says something else now. Look at it again.',
  );
const taken = (by: { av: string; at: string } | null) =>
  new RattelseAvvisad(
    'upptagen',
    `${by?.av ?? 'Någon annan'} hann före med ett beslut om samma sak${by ? ` (${by.at.slice(0, 16).replace('T', ' kl. ')} UTC)` : ''}. Se på den igen.`,
    `${by?.av ?? 'Somebody else'} has decided on the same thing first. Look at it again.`,
  );

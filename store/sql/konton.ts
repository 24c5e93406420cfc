/** Accounts, sessions and keys. What is done to them is in the log, in the same transaction. */
import type { Kysely } from 'kysely';
import type { HandelseVad } from '../handelselogg.ts';
import { type Konto, KontoFel, type KontoStore, kontoKey, type Nyckel, type Vem } from '../konton.ts';
import { write } from './dialect.ts';
import { noteHandelse } from './handelselogg.ts';
import type { Tables } from './schema.ts';

type Db = Kysely<Tables>;

/** `now` gives the time as ISO 8601, UTC. */
export function kontoStore(db: Db, now: () => string): KontoStore {
  const note = (tx: Db, { av, dorr }: Vem, vad: HandelseVad, konto: string, uppgifter = {}) =>
    noteHandelse(tx, { av, dorr, vad, om: [konto], uppgifter }, now());
  return {
    async konton() {
      const rows = await db.selectFrom('konton').selectAll().orderBy('nyckel').execute();
      return rows.map(kontoOf);
    },
    skapaKonto: ({ namn, roll, losenord }, vem) =>
      write(db, async (tx) => {
        if (await find(tx, namn)) throw new KontoFel('finns', `Det finns redan ett konto som heter ${namn}.`);
        const at = now();
        const row = {
          ...{ nyckel: kontoKey(namn), namn, roll, losenord, skapad: at, losenord_at: at },
          ...{ stangd: null, senast: null },
        };
        await tx.insertInto('konton').values(row).execute();
        await note(tx, vem, 'konto-skapat', namn, { konto: namn, roll });
        return kontoOf(row);
      }),
    bytLosenord: (namn, losenord, vem, utom = '') =>
      write(db, async (tx) => {
        const { nyckel, namn: known } = await open(tx, namn);
        await tx
          .updateTable('konton')
          .set({ losenord, losenord_at: now() })
          .where('nyckel', '=', nyckel)
          .execute();
        await tx.deleteFrom('sessioner').where('konto', '=', nyckel).where('hash', '!=', utom).execute();
        await note(tx, vem, 'konto-losenord', known, { konto: known });
      }),
    stangKonto: (namn, vem) =>
      write(db, async (tx) => {
        const { nyckel, namn: known } = await open(tx, namn);
        await tx.updateTable('konton').set({ stangd: now() }).where('nyckel', '=', nyckel).execute();
        await tx.deleteFrom('sessioner').where('konto', '=', nyckel).execute();
        await note(tx, vem, 'konto-stangt', known, { konto: known });
      }),
    async losenord(namn) {
      const row = await find(db, namn);
      return row && row.stangd === null ? { konto: kontoOf(row), losenord: row.losenord } : null;
    },

    borjaSession: ({ hash, namn, program, losenord }, foreAll) =>
      write(db, async (tx) => {
        const row = await find(tx, namn);
        if (!row || row.stangd !== null || row.losenord !== losenord) return false;
        const at = now();
        await tx.deleteFrom('sessioner').where('skapad', '<', foreAll).execute();
        const session = { hash, konto: row.nyckel, skapad: at, senast: at, program };
        await tx.insertInto('sessioner').values(session).execute();
        await tx.updateTable('konton').set({ senast: at }).where('nyckel', '=', row.nyckel).execute();
        await note(tx, { av: row.namn, dorr: 'sida' }, 'inloggning', row.namn);
        return true;
      }),
    async session(hash, { borjad, anvand, senast }) {
      const row = await db
        .selectFrom('sessioner')
        .innerJoin('konton', 'konton.nyckel', 'sessioner.konto')
        .selectAll('konton')
        .select('sessioner.senast as used')
        .where('hash', '=', hash)
        .where('sessioner.skapad', '>', borjad)
        .where('sessioner.senast', '>', anvand)
        .where('stangd', 'is', null)
        .executeTakeFirst();
      if (!row) return null;
      if (row.used < senast) {
        const used = { senast: now() };
        await write(db, (tx) => tx.updateTable('sessioner').set(used).where('hash', '=', hash).execute());
      }
      return kontoOf(row);
    },
    sessioner: (namn) =>
      db
        .selectFrom('sessioner')
        .select(['hash', 'skapad', 'senast', 'program'])
        .where('konto', '=', kontoKey(namn))
        .orderBy('senast', 'desc')
        .orderBy('hash')
        .execute(),
    avslutaSessioner: (namn, vilka) =>
      write(db, async (tx) => {
        const own = tx.deleteFrom('sessioner').where('konto', '=', kontoKey(namn));
        const { numDeletedRows } = await ('hash' in vilka
          ? own.where('hash', '=', vilka.hash)
          : own.where('hash', '!=', vilka.utom)
        ).executeTakeFirst();
        return Number(numDeletedRows);
      }),
    noteInloggning: (namn, vad) =>
      write(db, async (tx) => {
        const row = await find(tx, namn);
        if (row) await note(tx, { av: row.namn, dorr: 'sida' }, vad, row.namn);
      }),

    async nycklar() {
      const rows = await db
        .selectFrom('nycklar')
        .selectAll()
        .orderBy('skapad', 'desc')
        .orderBy('id')
        .execute();
      return rows.map(nyckelOf);
    },
    skapaNyckel: ({ id, hash, namn, roll }, vem) =>
      write(db, async (tx) => {
        const row = {
          ...{ id, hash, namn, roll, skapad: now(), skapad_av: vem.av },
          ...{ stangd: null, senast: null },
        };
        await tx.insertInto('nycklar').values(row).execute();
        await note(tx, vem, 'nyckel-skapad', id, { namn, roll });
        return nyckelOf(row);
      }),
    stangNyckel: (id, vem) =>
      write(db, async (tx) => {
        const rows = await tx
          .selectFrom('nycklar')
          .selectAll()
          .where((eb) => eb.or([eb('id', '=', id), eb('namn', '=', id)]))
          .where('stangd', 'is', null)
          .execute();
        const [row, ...others] = rows;
        if (!row || others.length > 0) {
          const why = row
            ? `Flera nycklar heter ${id}: ange nyckelns början.`
            : `Ingen öppen nyckel heter ${id}.`;
          throw new KontoFel('okand', why);
        }
        const stangd = now();
        await tx.updateTable('nycklar').set({ stangd }).where('id', '=', row.id).execute();
        await note(tx, vem, 'nyckel-stangd', row.id, { namn: row.namn });
        return nyckelOf({ ...row, stangd });
      }),
    async nyckel(hash, senast) {
      const row = await db
        .selectFrom('nycklar')
        .selectAll()
        .where('hash', '=', hash)
        .where('stangd', 'is', null)
        .executeTakeFirst();
      if (!row) return null;
      if (row.senast === null || row.senast < senast) {
        const used = { senast: now() };
        await write(db, (tx) => tx.updateTable('nycklar').set(used).where('id', '=', row.id).execute());
      }
      return nyckelOf(row);
    },
  };
}

const find = (db: Db, namn: string) =>
  db.selectFrom('konton').selectAll().where('nyckel', '=', kontoKey(namn)).executeTakeFirst();

async function open(db: Db, namn: string): Promise<Tables['konton']> {
  const row = await find(db, namn);
  if (!row) throw new KontoFel('okand', `Inget konto heter ${namn}.`);
  if (row.stangd !== null) throw new KontoFel('stangd', `Kontot ${row.namn} är stängt.`);
  return row;
}

const kontoOf = ({ namn, roll, skapad, losenord_at, stangd, senast }: Tables['konton']): Konto => ({
  ...{ namn, roll, skapad, losenordAt: losenord_at, stangd, senast },
});

const nyckelOf = ({ id, namn, roll, skapad, skapad_av, stangd, senast }: Tables['nycklar']): Nyckel => ({
  ...{ id, namn, roll, skapad, skapadAv: skapad_av, stangd, senast },
});

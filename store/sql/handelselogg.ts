/** The audit log: one chain of entries, in the order of their transactions. */
import { type Kysely, sql } from 'kysely';
import {
  type Dorr,
  FORE_FORSTA,
  type Handelse,
  type HandelseAnswer,
  type HandelseloggStore,
  type HandelseQuestion,
  handelseHash,
  type Kontroll,
  type NyHandelse,
  type Sigill,
} from '../handelselogg.ts';
import { write } from './dialect.ts';
import type { Tables } from './schema.ts';

type Db = Kysely<Tables>;
type Row = Tables['handelser'];

/** Entries read at a time when all are gone through. */
const PART = 2_000;

/** `now` gives the time as ISO 8601, UTC. */
export function handelseloggStore(db: Db, now: () => string): HandelseloggStore {
  return {
    noteHandelse: (handelse) => write(db, (tx) => noteHandelse(tx, handelse, now())),
    handelser: (question = {}) => handelser(db, question),
    kontrolleraHandelser: (sigill) => kontrollera(db, sigill),
  };
}

/**
 * Adds an entry. To be called in the transaction of what it tells of: neither is there without the other. Writers wait for
 * each other (SQLite), or begin again where another was first (PostgreSQL, by the entry's number): the chain has one order.
 */
export async function noteHandelse(tx: Db, handelse: NyHandelse, at: string): Promise<Handelse> {
  const { av, vad, om = [], uppgifter = {} } = handelse;
  const dorr: Dorr = handelse.dorr ?? (av === null ? 'program' : 'cli');
  const last = await lastOf(tx);
  const nr = (last?.nr ?? 0) + 1;
  const about = [...new Set(om)];
  const kept = { nr, at, av, dorr, vad, om: JSON.stringify(about), uppgifter: JSON.stringify(uppgifter) };
  const hash = handelseHash(last?.hash ?? FORE_FORSTA, kept);
  await tx
    .insertInto('handelser')
    .values({ ...kept, hash })
    .execute();
  if (about.length > 0) {
    await tx
      .insertInto('handelse_om')
      .values(about.map((one) => ({ om: one, nr })))
      .execute();
  }
  return { nr, at, av, dorr, vad, om: about, uppgifter, hash };
}

const lastOf = (db: Db): Promise<Sigill | undefined> =>
  db.selectFrom('handelser').select(['nr', 'hash']).orderBy('nr', 'desc').limit(1).executeTakeFirst();

const handelseOf = (row: Row): Handelse => ({
  ...row,
  om: JSON.parse(row.om) as string[],
  uppgifter: JSON.parse(row.uppgifter) as Handelse['uppgifter'],
});

async function handelser(db: Db, question: HandelseQuestion): Promise<HandelseAnswer> {
  const { av, vad, fran, till, om, limit } = question;
  let asked = db.selectFrom('handelser');
  if (av !== undefined) asked = asked.where('av', '=', av);
  if (vad !== undefined) asked = asked.where('vad', '=', vad);
  if (fran !== undefined) asked = asked.where('at', '>=', fran);
  if (till !== undefined) asked = asked.where('at', '<', till);
  if (om !== undefined) {
    asked = asked.where('nr', 'in', (eb) =>
      eb
        .selectFrom('handelse_om')
        .select('nr')
        .where((one) => one.or(om.flatMap((text) => [one('om', '=', text), ...begins(text)]))),
    );
  }
  const { total } = await asked
    .select((eb) => eb.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow();
  let listed = asked.selectAll().orderBy('nr', 'desc');
  if (limit !== undefined) listed = listed.limit(limit);
  return { total: Number(total), handelser: (await listed.execute()).map(handelseOf) };
}

/** What a person writes the beginning of: a hash, or the key of a § ("§12-kommunstyrelse-2024-03-05"). */
function begins(text: string) {
  const range = (from: string) =>
    sql<boolean>`(om >= ${from} and om < ${`${from.slice(0, -1)}${after(from)}`})`;
  if (/^[0-9a-f]{6,63}$/u.test(text)) return [range(text)];
  return /^§[^-]+$/u.test(text) ? [range(`${text}-`)] : [];
}

/** The character that comes next after the last one. */
const after = (text: string): string => String.fromCodePoint((text.codePointAt(text.length - 1) ?? 0) + 1);

/** See HandelseloggStore.kontrolleraHandelser. */
async function kontrollera(db: Db, sigill?: Sigill): Promise<Kontroll> {
  let last: Sigill = { nr: 0, hash: FORE_FORSTA };
  const answer = (brott: Kontroll['brott']): Kontroll => ({
    ...{ antal: last.nr, sigill: last.nr === 0 ? null : last, brott },
  });
  for (;;) {
    const rows: Row[] = await db
      .selectFrom('handelser')
      .selectAll()
      .where('nr', '>', last.nr)
      .orderBy('nr')
      .limit(PART)
      .execute();
    for (const row of rows) {
      const nr = last.nr + 1;
      if (row.nr !== nr) return answer({ nr, vad: 'saknas' });
      const right = handelseHash(last.hash, row) === row.hash;
      const sealed = sigill === undefined || nr !== sigill.nr || row.hash === sigill.hash;
      if (!right || !sealed) return answer({ nr, vad: 'andrad' });
      last = { nr, hash: row.hash };
    }
    if (rows.length < PART) break;
  }
  const gone = sigill !== undefined && last.nr < sigill.nr;
  return answer(gone ? { nr: last.nr + 1, vad: 'saknas' } : null);
}

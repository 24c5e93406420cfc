/** What is awaited in all matters, and what is late. */
import { type Kysely, type RawBuilder, sql } from 'kysely';
import { daysBetween, plusDays } from '../../diarium/way/dagar/rakna.ts';
import { huvudmanKey } from '../../extraction/routing/organ.ts';
import {
  type Arendetyp,
  type BevakningAnswer,
  type BevakningQuestion,
  type BevakningStore,
  type Bevakningsrad,
  type NyPaminnelse,
  type Vantan,
  WATCHED_YEARS,
} from '../bevakning.ts';
import type { Matter, Way } from '../store.ts';
import { chunks } from './chunks.ts';
import { read, write } from './dialect.ts';
import { lastMeetings } from './inlagt.ts';
import { readJoins } from './joins.ts';
import { ofOrgan } from './of-organ.ts';
import { rowJson } from './row-json.ts';
import type { Tables } from './schema.ts';
import { isOpenMatter } from './sekretess.ts';

type Db = Kysely<Tables>;

/** `now` gives the time as ISO 8601, UTC. */
export function bevakningStore(db: Db, now: () => string): BevakningStore {
  return {
    bevakning: (question) => read(db, (at) => bevakning(at, question)),
    notePaminnelse: (paminnelse) => notePaminnelse(db, paminnelse, now()),
  };
}

/** Replaces what is awaited in a matter by what its way says now; to be called where the way is written. */
export async function saveVantningar(db: Db, { id, huvudman }: Matter, way: Way): Promise<void> {
  await db.deleteFrom('vantningar').where('matter_id', '=', id).execute();
  const days = way.steg.flatMap(({ datum, obekraftade }) =>
    datum === null || obekraftade.includes('datum') ? [] : [datum],
  );
  const matter = {
    ...{ matter_id: id, huvudman, huvudman_key: huvudmanKey(huvudman), typ: way.typ },
    senaste_steg: days.toSorted().at(-1) ?? null,
  };
  const rows = way.vantar.map((vantan, nr) => {
    const { vad, av, senast, steg } = vantan;
    return { ...matter, nr, vad, organ: av, senast, steg, json: rowJson(vantan) };
  });
  for (const part of chunks(rows)) await db.insertInto('vantningar').values(part).execute();
}

async function notePaminnelse(db: Db, paminnelse: NyPaminnelse, at: string): Promise<void> {
  const { id, matterId, steg, vad, av, till, text } = paminnelse;
  const row = { id, matter_id: matterId, steg, vad, organ: av, till, text, at };
  await write(db, (tx) =>
    tx
      .insertInto('paminnelser')
      .values(row)
      .onConflict((conflict) => conflict.column('id').doNothing())
      .execute(),
  );
}

/** What the conditions say of a row of `vantningar`, called `i`. */
interface Conditions {
  asked: RawBuilder<unknown>;
  watched: RawBuilder<unknown>;
  hasDay: RawBuilder<unknown>;
  inTime: RawBuilder<unknown>;
}

async function bevakning(db: Db, question: BevakningQuestion): Promise<BevakningAnswer> {
  const { idag, alla = false, limit = Number.MAX_SAFE_INTEGER } = question;
  const { asked, watched, hasDay, inTime } = await conditions(db, question);
  const { rows: counts } = await sql<{ [name in 'n' | 'watched' | 'day' | 'soon' | 'late']: number }>`
    select count(*) as n, ${oneIf(watched)} as watched, ${oneIf(hasDay)} as day, ${oneIf(inTime)} as soon,
      ${oneIf(sql`i.senast < ${idag}`)} as late
    from vantningar i where ${asked} group by 2, 3, 4, 5`.execute(db);
  const sum = (of: (row: (typeof counts)[0]) => boolean) =>
    counts.filter(of).reduce((total, { n }) => total + n, 0);
  const isShown = (row: (typeof counts)[0]) =>
    alla
      ? question.inom === undefined || row.soon === 1
      : row.watched === 1 && row.day === 1 && row.soon === 1;
  const left = (row: (typeof counts)[0]) => !isShown(row);
  return {
    idag,
    sena: sum((row) => isShown(row) && row.late === 1),
    kommande: sum((row) => isShown(row) && row.day === 1 && row.late === 0),
    utanFrist: sum((row) => isShown(row) && row.day === 0),
    utelamnade: {
      aldre: sum((row) => left(row) && !alla && row.watched === 0),
      senare: sum((row) => left(row) && (alla || row.watched === 1) && row.day === 1),
      utanFrist: sum((row) => left(row) && (alla || row.watched === 1) && row.day === 0),
    },
    rader: await rowsOf(db, question, await shown(), limit),
  };

  async function shown(): Promise<RawBuilder<unknown>> {
    if (!alla) return sql`${asked} and ${watched} and ${hasDay} and ${inTime}`;
    return question.inom === undefined ? asked : sql`${asked} and ${inTime}`;
  }
}

const oneIf = (condition: RawBuilder<unknown>) => sql`case when ${condition} then 1 else 0 end`;

async function conditions(db: Db, question: BevakningQuestion): Promise<Conditions> {
  const { idag, huvudman, organ, typ, inom } = question;
  const all: RawBuilder<unknown>[] = [sql`1 = 1`];
  if (huvudman !== undefined) all.push(sql`i.huvudman_key = ${huvudmanKey(huvudman)}`);
  if (organ !== undefined) all.push(await ofOrgan(db, organ, 'vantningar'));
  if (typ !== undefined) all.push(sql`i.typ = ${typ}`);
  if (question.offentligt) all.push(isOpenMatter(sql`i.matter_id`));
  const since = `${String(Number(idag.slice(0, 4)) - WATCHED_YEARS).padStart(4, '0')}${idag.slice(4)}`;
  const until = inom === undefined ? '9999-12-31' : plusDays(idag, inom);
  return {
    asked: sql.join(all, sql` and `),
    watched: sql`(coalesce(i.senaste_steg, '') >= ${since} or exists (
      select 1 from arenden a join handlingar h on h.pk = a.handling_pk join contents c on c.sha256 = h.sha256
      where a.matter_id = i.matter_id and c.lopande = 1))`,
    hasDay: sql`(i.senast is not null)`,
    inTime: sql`(i.senast <= ${until})`,
  };
}

async function rowsOf(
  db: Db,
  { idag }: BevakningQuestion,
  where: RawBuilder<unknown>,
  limit: number,
): Promise<Bevakningsrad[]> {
  const { rows } = await sql<{
    matter_id: string;
    typ: Arendetyp;
    senaste_steg: string | null;
    json: string;
    huvudman_key: string;
    huvudman: string | null;
    diarienummer: string | null;
    rubrik: string | null;
    obekraftat: number;
  }>`select i.matter_id, i.huvudman_key, i.typ, senaste_steg, json, m.huvudman, m.diarienummer, m.rubrik, m.obekraftat
    from vantningar i join matters m on m.id = i.matter_id where ${where}
    order by senast is null, senast, i.huvudman_key, m.number is null, m.number, i.matter_id, i.nr
    limit ${limit}`.execute(db);
  const about = (of: string, { steg, vad }: { steg: string; vad: string }, av: string | null) =>
    JSON.stringify([of, steg, vad, av]);
  const reminded = Map.groupBy(
    await paminnelserOf(db, [...new Set(rows.map((row) => row.matter_id))]),
    (one) => about(one.matter_id, one, one.organ),
  );
  const lastMeeting = await lastMeetings(db);
  return rows.map(({ matter_id, huvudman_key, typ, senaste_steg, json, obekraftat, ...matter }) => {
    const vantan = JSON.parse(json) as Vantan;
    return {
      ...vantan,
      ...matter,
      matterId: matter_id,
      typ,
      obekraftade: obekraftat === 1 ? ['diarienummer'] : [],
      dagarKvar: vantan.senast === null ? null : daysBetween(idag, vantan.senast),
      inlagtTill: vantan.av === null ? null : lastMeeting(huvudman_key, vantan.av),
      senasteSteg: senaste_steg,
      paminnelser: (reminded.get(about(matter_id, vantan, vantan.av)) ?? []).map(({ at, till, text }) => ({
        ...{ at, till, text },
      })),
    };
  });
}

/**
 * The reminders of matters, and of those that a person has made one with them. In parts: a question has room for so many
 * values.
 */
async function paminnelserOf(db: Db, ids: string[]): Promise<Tables['paminnelser'][]> {
  const resolve = await readJoins(db);
  const found: Tables['paminnelser'][] = [];
  for (let at = 0; at < ids.length; at += 500) {
    const part = ids.slice(at, at + 500);
    const rows = await db
      .selectFrom('paminnelser')
      .selectAll()
      .where((eb) =>
        eb.or([
          eb('matter_id', 'in', part),
          eb('matter_id', 'in', eb.selectFrom('sammanforda').select('sammanforda.matter_id')),
        ]),
      )
      .orderBy('at')
      .orderBy('id')
      .execute();
    const own = new Set(part);
    for (const row of rows) {
      const matter_id = resolve(row.matter_id);
      if (own.has(matter_id)) found.push({ ...row, matter_id });
    }
  }
  return found;
}

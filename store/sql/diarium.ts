/** The register: lines computed from the handlingar, and people's words from their table. */
import { type Kysely, sql } from 'kysely';
import { type Diariet, diariebygge } from '../../diarium/rader/index.ts';
import { isFullstandig, missingOf, motpartField, uppgifterOf } from '../../diarium/rader/ord.ts';
import { cleaned } from '../../diarium/rader/read-lines.ts';
import type { Diarierad, Radord, Uppgifter } from '../../diarium/rader/types.ts';
import { urval } from '../../diarium/rader/urval.ts';
import type { SourcedHandling } from '../../diarium/way/types.ts';
import type { Arende, Handling } from '../../extraction/record.ts';
import { huvudmanKey, type NameGroups } from '../../extraction/routing/organ.ts';
import type {
  Bekraftelse,
  DiariumAnswer,
  DiariumQuestion,
  DiariumStore,
  Radrattelse,
  RadSvar,
} from '../diarium.ts';
import { chunks } from './chunks.ts';
import { write } from './dialect.ts';
import { noteHandelse } from './handelselogg.ts';
import { allNameGroups } from './organ-poster.ts';
import type { Tables } from './schema.ts';

type Db = Kysely<Tables>;
type Said = Pick<Radord, 'vad' | 'uppgifter'>;

/** Lines named in one entry of the log at most; all are counted. */
const NAMED = 100;

/** `now` gives the time as ISO 8601, UTC. */
export function diariumStore(db: Kysely<Tables>, now: () => string): DiariumStore {
  // the register is computed before anything is written, so that nobody waits for it with the write lock taken
  const speak = async (id: string, av: string, say: (rad: Diarierad) => Said): Promise<RadSvar> => {
    const found = findRad((await register(db, {})).rader, id);
    if (!('rad' in found)) return found;
    const { rad } = found;
    await write(db, (tx) => insertOrd(tx, [rad], say, { av, at: now() }));
    return findRad((await register(db, {})).rader, found.rad.id);
  };
  return {
    diarium: (question = {}) => answer(db, question),
    bekraftaDiarierader: async (vilka, av) => {
      const { rader } = await register(db, Array.isArray(vilka) ? {} : { huvudman: vilka.huvudman });
      const { done, meant } = toConfirm(rader, vilka, await allNameGroups(db));
      await write(db, (tx) => insertOrd(tx, meant, whole, { av, at: now() }));
      return done;
    },
    rattaDiarierad: (id, rattelse, av) =>
      speak(id, av, (rad) => ({ vad: 'rattad', uppgifter: changed(rad, rattelse) })),
    angraDiarierad: (id, av) => speak(id, av, () => ({ vad: 'angrad', uppgifter: {} })),
  };
}

async function answer(db: Db, question: DiariumQuestion): Promise<DiariumAnswer> {
  const { offset = 0, limit = Number.MAX_SAFE_INTEGER } = question;
  const { rader, losa } = await register(db, question);
  const asked = urval(rader, question, await allNameGroups(db));
  // of one huvudman's lines it cannot be said which words are of none
  const loose = question.huvudman === undefined ? losa : [];
  return { total: asked.length, rader: asked.slice(offset, offset + limit), losa: loose };
}

/** All lines, or all of one huvudman: what masks a line, and whose a number is, stands in others of its. */
async function register(db: Db, { huvudman, regel }: DiariumQuestion): Promise<Diariet> {
  const bygge = diariebygge();
  let after = -1;
  for (;;) {
    const part = await someSources(db, huvudman, after);
    for (const { source } of part) bygge.add(source);
    const last = part.at(-1);
    if (last === undefined) return bygge.diariet(await spoken(db), regel);
    after = last.pk;
  }
}

/** Handlingar that are in memory at a time. */
const AT_A_TIME = 500;

/** The next of them, without what no line is made of: that is most of them. */
async function someSources(
  db: Db,
  huvudman: string | undefined,
  after: number,
): Promise<{ pk: number; source: SourcedHandling }[]> {
  const whose = huvudman === undefined ? sql`1 = 1` : sql`huvudman_key = ${huvudmanKey(huvudman)}`;
  const { rows } = await sql<{
    pk: number;
    sha256: string;
    file_name: string;
    json: string;
    arende: string | null;
    number: string | null;
  }>`select h.pk, h.sha256, r.file_name, h.json, a.json as arende,
      case when m.obekraftat = 0 then m.diarienummer end as number
    from (select pk, sha256, json from handlingar where pk > ${after} and ${whose} order by pk limit ${AT_A_TIME}) h
    join records r on r.sha256 = h.sha256
    left join arenden a on a.handling_pk = h.pk left join matters m on m.id = a.matter_id
    order by h.pk, a.nr`.execute(db);
  return [...Map.groupBy(rows, (row) => row.pk).values()].flatMap((group) => {
    const [first] = group;
    if (first === undefined) return [];
    const handling = JSON.parse(first.json) as Handling;
    const arenden = group.flatMap(({ arende, number }) =>
      arende === null ? [] : bare(withNumber(JSON.parse(arende) as Arende, number)),
    );
    const source = {
      ...{ sha256: first.sha256, fileName: first.file_name },
      handling: { ...handling, narvaro: null, justerare: [], arenden },
    };
    return { pk: first.pk, source };
  });
}

const bare = (arende: Arende): Arende => ({
  ...arende,
  ...{ forslag: [], beslut: [], yrkanden: [], reservationer: [], anteckningar: [] },
  ...{
    voteringar: [],
    underlag: [],
    expediering: arende.expediering.map((item) => ({ ...item, evidence: [] })),
  },
});

/** One printed without a number has that of its matter: the same § is printed elsewhere, or a person has joined them. */
const withNumber = (arende: Arende, number: string | null): Arende =>
  arende.diarienummer === null && number !== null ? { ...arende, diarienummer: number } : arende;

async function spoken(db: Db): Promise<Radord[]> {
  const rows = await db.selectFrom('diarieord').selectAll().orderBy('nr').execute();
  return rows.map((row) => ({ ...row, uppgifter: JSON.parse(row.uppgifter) as Partial<Uppgifter> }));
}

async function insertOrd(
  db: Db,
  rader: readonly Diarierad[],
  say: (rad: Diarierad) => Said,
  { av, at }: { av: string; at: string },
): Promise<void> {
  const rows = rader.flatMap((rad) => {
    const [kalla] = rad.kallor;
    if (kalla === undefined) return [];
    const { vad, uppgifter } = say(rad);
    return {
      ...{ rad: kalla.id, sha256: kalla.sha256, typ: rad.typ, paragraf: rad.paragraf, page: kalla.pages[0] },
      ...{ vad, uppgifter: JSON.stringify(uppgifter), av, at },
    };
  });
  for (const part of chunks(rows)) await db.insertInto('diarieord').values(part).execute();
  const [first] = rows;
  if (first === undefined) return;
  const vad = (
    { bekraftad: 'diarierader-bekraftade', rattad: 'diarierad-rattad', angrad: 'diarierad-angrad' } as const
  )[first.vad];
  // thousands at once are one act: how many, and the first of them
  const named = rows.slice(0, NAMED).map(({ rad }) => rad);
  const om = [...named, ...rows.slice(0, NAMED).map(({ sha256 }) => sha256)];
  const falt = first.vad === 'rattad' ? { falt: Object.keys(JSON.parse(first.uppgifter)) } : {};
  await noteHandelse(db, { av, vad, om, uppgifter: { antal: rows.length, rader: named, ...falt } }, at);
}

const whole = (rad: Diarierad): Said => ({ vad: 'bekraftad', uppgifter: uppgifterOf(rad) });

function changed(rad: Diarierad, { datum, riktning, nummer, motpart, om }: Radrattelse): Partial<Uppgifter> {
  const given = (text: string) => text.trim() || null;
  return cleaned({
    ...(datum === undefined ? {} : { datum: given(datum) }),
    ...(riktning === undefined ? {} : { riktning }),
    ...(nummer === undefined ? {} : { nummer: given(nummer) }),
    ...(motpart === undefined ? {} : { [motpartField(riktning ?? rad.riktning)]: given(motpart) }),
    ...(om === undefined ? {} : { om: given(om) }),
  });
}

/** Which lines are to be confirmed, and what is said of each line asked for. */
function toConfirm(
  rader: readonly Diarierad[],
  vilka: string[] | DiariumQuestion,
  lika: ReadonlyMap<string, NameGroups>,
): { done: Bekraftelse; meant: Diarierad[] } {
  const done: Bekraftelse = { bekraftade: [], redan: [], ofullstandiga: [], okanda: [], flertydiga: [] };
  const asked = new Set<Diarierad>();
  if (Array.isArray(vilka)) {
    for (const id of vilka) {
      const found = findRad(rader, id);
      if ('rad' in found) asked.add(found.rad);
      else if ('okand' in found) done.okanda.push(id);
      else done.flertydiga.push(id);
    }
  } else {
    for (const rad of urval(rader, { ...vilka, status: 'foreslagen' }, lika))
      if (isFullstandig(rad)) asked.add(rad);
  }
  const meant: Diarierad[] = [];
  for (const rad of asked) {
    const saknas = missingOf(rad).filter((falt) => falt !== 'motpart');
    if (rad.status === 'bekraftad') done.redan.push(rad.id);
    else if (saknas.length > 0) done.ofullstandiga.push({ id: rad.id, saknas });
    else meant.push(rad);
  }
  done.bekraftade.push(...meant.map(({ id }) => id));
  return { done, meant };
}

/** The line with this id, or the only one whose id begins so. */
function findRad(rader: readonly Diarierad[], id: string): RadSvar {
  const asked = id.trim();
  const exact = rader.find((rad) => rad.id === asked || rad.alias.includes(asked));
  if (exact) return { rad: exact };
  const [first, ...others] = asked === '' ? [] : rader.filter((rad) => rad.id.startsWith(asked));
  if (first === undefined) return { okand: id };
  return others.length === 0 ? { rad: first } : { flertydig: id };
}

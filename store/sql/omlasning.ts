/** Contents by the version that read or refused them. */
import type { ExpressionBuilder, Kysely } from 'kysely';
import type { Arkiv } from '../arkiv.ts';
import type { Foraldrade } from '../omlasning.ts';
import { compareVersions } from '../version-order.ts';
import { arkiv, omArkiv } from './arkiv.ts';
import { chunks } from './chunks.ts';
import { write } from './dialect.ts';
import { noteHandelse } from './handelselogg.ts';
import type { Tables } from './schema.ts';

type Db = Kysely<Tables>;

/** Whether what this version refused (null: not noted) may be read by that one. */
const isOlder = (version: string | null, than: string): boolean =>
  version === null || compareVersions(version, than) < 0;

/** See OmlasningStore.foraldrade. */
export async function foraldrade(db: Db, version: string): Promise<Foraldrade[]> {
  const { done, refused } = await versions(db, await triedBy(db, version));
  const counts = new Map<string | null, number>();
  for (const row of [...done, ...refused].filter((one) => isOlder(one.version, version))) {
    counts.set(row.version, (counts.get(row.version) ?? 0) + Number(row.antal));
  }
  return [...counts]
    .map(([of, antal]) => ({ version: of, antal }))
    .sort((a, b) =>
      a.version === null ? -1 : b.version === null ? 1 : compareVersions(a.version, b.version),
    );
}

/** See OmlasningStore.foraldradeFiler. */
export async function foraldradeFiler(db: Db, version: string): Promise<string[]> {
  const { done, refused } = await versions(db, []);
  const older = (rows: { version: string | null }[]) =>
    rows.flatMap((row) => (isOlder(row.version, version) ? [row.version] : []));
  const read = older(done).filter((one) => one !== null);
  const noted = older(refused).filter((one) => one !== null);
  const tried = await triedBy(db, version);
  const rows = await db
    .selectFrom('contents')
    .leftJoin('records', 'records.sha256', 'contents.sha256')
    .leftJoin('ej_omlasta', 'ej_omlasta.sha256', 'contents.sha256')
    .select('contents.sha256')
    .where((eb) =>
      eb.or([
        eb.and([
          eb('contents.status', '=', 'done'),
          read.length === 0 ? eb.lit(false) : eb('records.version', 'in', read),
          // what this version could not read anew, it cannot the next time either
          eb.or([
            eb('ej_omlasta.version', 'is', null),
            ...(tried.length === 0 ? [eb.lit(true)] : [eb('ej_omlasta.version', 'not in', tried)]),
          ]),
        ]),
        eb.and([
          refusedByRules(eb),
          eb.or([eb('nekad_av', 'is', null), ...(noted.length === 0 ? [] : [eb('nekad_av', 'in', noted)])]),
        ]),
      ]),
    )
    .orderBy('lopande', 'desc')
    .orderBy('changed_at', 'desc')
    .orderBy('contents.sha256')
    .execute();
  return rows.map(({ sha256 }) => sha256);
}

/** A file of a ZIP that was refused unread has a row, and no content either. */
const refusedByRules = (eb: ExpressionBuilder<Tables, 'contents'>) =>
  eb.and([eb('contents.status', '=', 'refused'), eb('contents.sha256', 'not like', 'unreadable:%')]);

/** The versions from this one on that could not read something anew. */
async function triedBy(db: Db, version: string): Promise<string[]> {
  const rows = await db.selectFrom('ej_omlasta').select('version').distinct().execute();
  return rows.flatMap((row) => (isOlder(row.version, version) ? [] : [row.version]));
}

/** Every version there is, with how many contents it read and refused; without those that `tried` could not read anew. */
async function versions(db: Db, tried: string[]) {
  const done = await db
    .selectFrom('contents')
    .innerJoin('records', 'records.sha256', 'contents.sha256')
    .select((eb) => ['records.version', eb.fn.countAll<number>().as('antal')])
    .where('contents.status', '=', 'done')
    .$if(tried.length > 0, (question) =>
      question.where('contents.sha256', 'not in', (eb) =>
        eb.selectFrom('ej_omlasta').select('ej_omlasta.sha256').where('ej_omlasta.version', 'in', tried),
      ),
    )
    .groupBy('records.version')
    .execute();
  const refused = await db
    .selectFrom('contents')
    .select((eb) => ['nekad_av as version', eb.fn.countAll<number>().as('antal')])
    .where((eb) => refusedByRules(eb as ExpressionBuilder<Tables, 'contents'>))
    .groupBy('nekad_av')
    .execute();
  return { done, refused };
}

/** See OmlasningStore.beginOmlasning. */
export function beginOmlasning(db: Db, version: string, contents: string[], now: string): Promise<Arkiv> {
  return write(db, async (tx) => {
    const latest = await tx
      .selectFrom('arkiv')
      .select(['id', 'lage', 'version'])
      .where('version', 'is not', null)
      .orderBy('id', 'desc')
      .executeTakeFirst();
    const [open] = latest ? await arkiv(tx, Number(latest.id)) : [];
    const isOf = latest !== undefined && !isOlder(latest.version, version);
    // whoever called it off is not asked again before there is something new
    if (open && latest?.lage === 'avbrutet' && isOf) return open;
    const goesOn = open !== undefined && (isOf || ['pagar', 'pausat'].includes(open.lage));
    const id = goesOn ? open.id : await newOmlasning(tx, version, now);
    if (goesOn && !isOf) await tx.updateTable('arkiv').set({ version }).where('id', '=', id).execute();
    const filer = await addContents(tx, id, contents);
    if (filer > 0) {
      const of = { av: null, dorr: 'program', vad: 'omlasning', om: [omArkiv(id)] } as const;
      await noteHandelse(tx, { ...of, uppgifter: { filer, version } }, now);
    }
    return (await arkiv(tx, id))[0] as Arkiv;
  });
}

async function newOmlasning(tx: Db, version: string, at: string): Promise<number> {
  // one workflow after the other goes by the same name: no earlier intake is that of the new one
  await tx.updateTable('arkiv').set({ workflow_id: null }).where('version', 'is not', null).execute();
  const { id } = await tx
    .insertInto('arkiv')
    .values({
      ...{ namn: 'omläsning', paths: '[]', lopande: 0, om: null, av: null, at, version },
      ...{ lage: 'pagar', lage_at: null, lage_av: null, workflow_id: null },
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return Number(id);
}

/** Under all their paths; returns how many contents are new in the intake. */
async function addContents(tx: Db, id: number, contents: string[]): Promise<number> {
  let added = 0;
  for (const some of chunks(contents)) {
    const there = await tx
      .selectFrom('arkiv_filer')
      .select('sha256')
      .distinct()
      .where('arkiv', '=', id)
      .where('sha256', 'in', some)
      .execute();
    added += some.length - there.length;
    await tx
      .insertInto('arkiv_filer')
      .columns(['arkiv', 'path', 'sha256'])
      .expression((eb) =>
        eb
          .selectFrom('files')
          .select((of) => [of.lit(id).as('arkiv'), 'path', 'sha256'])
          .where('sha256', 'in', some),
      )
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  }
  return added;
}

/** Intakes and what came in with them. */
import type { Kysely } from 'kysely';
import type { Arkiv, ArkivAvsikt, ArkivStore } from '../arkiv.ts';
import type { FileRow } from '../files.ts';
import type { HandelseVad } from '../handelselogg.ts';
import { arkivCounts } from './arkiv-counts.ts';
import { arkivPaths, deladeFiler } from './arkiv-filer.ts';
import { arkivSida } from './arkiv-sida.ts';
import { write } from './dialect.ts';
import { callOff } from './ej-omlasta.ts';
import { fileRows, isUnreadable, withEjOmlast } from './files.ts';
import { noteHandelse } from './handelselogg.ts';
import type { Tables } from './schema.ts';

type Db = Kysely<Tables>;

/** What a person's word about an intake is called in the log. */
const STYRT: { readonly [lage in ArkivAvsikt]?: HandelseVad } = {
  pausat: 'arkiv-pausat',
  samlas: 'arkiv-fortsatt',
  pagar: 'arkiv-fortsatt',
  avbrutet: 'arkiv-avbrutet',
};

/** Paths named in one entry of the log at most; all are counted. */
const NAMED = 100;

/** By which entries of the log about an intake are found. */
export const omArkiv = (id: number): string => `arkiv:${id}`;

/** `now` gives the time as ISO 8601, UTC. */
export function arkivStore(db: Db, now: () => string): ArkivStore {
  return {
    newArkiv({ namn, paths, lopande, om, av }) {
      return write(db, async (tx) => {
        const at = now();
        const row = await tx
          .insertInto('arkiv')
          .values({
            ...{ namn, paths: JSON.stringify(paths), lopande: lopande ? 1 : 0, om, av, at },
            ...{ lage: 'samlas', lage_at: null, lage_av: null, workflow_id: null },
          })
          .returning('id')
          .executeTakeFirstOrThrow();
        const id = Number(row.id);
        const of = { vad: om === null ? 'inlasning' : 'arkiv-omlast', av, om: [omArkiv(id)] } as const;
        const uppgifter = { namn, sokvagar: paths.slice(0, NAMED), antal: paths.length, lopande };
        await noteHandelse(tx, { ...of, uppgifter: om === null ? uppgifter : { ...uppgifter, om } }, at);
        return id;
      });
    },
    arkiv: () => arkiv(db),
    ettArkiv: async (id) => (await arkiv(db, id))[0] ?? null,
    slappArkiv(id) {
      return write(db, async (tx) => {
        const { numDeletedRows } = await tx
          .deleteFrom('arkiv')
          .where('id', '=', id)
          .where('workflow_id', 'is', null)
          .where('version', 'is', null)
          .executeTakeFirst();
        if (numDeletedRows === 0n) return false;
        await tx.deleteFrom('arkiv_filer').where('arkiv', '=', id).execute();
        return true;
      });
    },
    setArkivLage(id, lage, av, from, { genast = false } = {}) {
      return write(db, async (tx) => {
        const at = now();
        if (genast && (await isCalledOffAtOnce(tx, id))) return false;
        const { numUpdatedRows } = await tx
          .updateTable('arkiv')
          .set({
            lage,
            ...(av !== null && { lage_at: at, lage_av: av }),
            ...(lage === 'samlas' && { workflow_id: null }),
          })
          .where('id', '=', id)
          .where('lage', 'in', from)
          .executeTakeFirst();
        if (numUpdatedRows === 0n) return false;
        const vad = STYRT[lage];
        if (vad !== undefined && av !== null)
          await noteHandelse(tx, { av, vad, om: [omArkiv(id)], uppgifter: genast ? { genast } : {} }, at);
        return true;
      });
    },
    async setArkivWorkflow(id, workflowId) {
      await write(db, (tx) =>
        tx.updateTable('arkiv').set({ workflow_id: workflowId }).where('id', '=', id).execute(),
      );
    },
    async arkivFiler(id) {
      return asAnswered(await rowsOf(db, id).execute());
    },
    async arkivEjInlasta(id, limit) {
      const rows = await rowsOf(db, id)
        .where('contents.status', 'in', ['refused', 'failed'])
        .limit(limit)
        .execute();
      return asAnswered(rows);
    },
    arkivPaths: (id, sha256s) => arkivPaths(db, id, sha256s),
    deladeFiler: (id) => deladeFiler(db, id),
    async arkivOrsaker(id) {
      const kept = await db
        .selectFrom('ej_omlasta')
        .innerJoin('contents', 'contents.sha256', 'ej_omlasta.sha256')
        .select([
          'ej_omlasta.status',
          'ej_omlasta.code',
          (eb) => eb.fn.max('ej_omlasta.reason_sv').as('reason'),
        ])
        .select((eb) => eb.fn.countAll().as('files'))
        .where('ej_omlasta.sha256', 'in', ofArkiv(db, id))
        .where('contents.status', '=', 'done')
        .groupBy(['ej_omlasta.status', 'ej_omlasta.code'])
        .orderBy('files', 'desc')
        .orderBy('ej_omlasta.code')
        .execute();
      const rows = await db
        .selectFrom('contents')
        .select(['status', 'code', (eb) => eb.fn.max('reason_sv').as('reason')])
        .select((eb) => eb.fn.countAll().as('files'))
        .where('sha256', 'in', ofArkiv(db, id))
        .where('status', 'in', ['refused', 'failed'])
        .groupBy(['status', 'code'])
        .orderBy('files', 'desc')
        .orderBy('code')
        .execute();
      const orsak = (ejOmlast: boolean) => (row: (typeof rows | typeof kept)[number]) => ({
        status: row.status as 'refused' | 'failed',
        ...{ code: row.code ?? '', reason: row.reason ?? '', ejOmlast, files: Number(row.files) },
      });
      return [...rows.map(orsak(false)), ...kept.map(orsak(true))];
    },
    async kanGorasOm(id) {
      const rows = await fileRows(db)
        .leftJoin('records', 'records.sha256', 'files.sha256')
        .select('records.version as extractionVersion')
        .where('contents.status', 'in', ['failed', 'refused', 'done'])
        .$if(id !== null, (question) => question.where('files.sha256', 'in', ofArkiv(db, id as number)))
        .execute();
      return rows.map(withEjOmlast).map(({ path, sha256, status, extractionVersion, ejOmlast }) => ({
        ...{ path, status, extractionVersion, ejOmlast: ejOmlast !== null },
        sha256: isUnreadable(sha256) ? null : sha256,
      }));
    },
    async running() {
      const rows = await db
        .selectFrom('contents')
        .leftJoin('arkiv_filer', 'arkiv_filer.sha256', 'contents.sha256')
        .select(['contents.sha256', (eb) => eb.fn.max('arkiv_filer.arkiv').as('arkiv')])
        .where('status', '=', 'running')
        .groupBy('contents.sha256')
        .orderBy('contents.sha256')
        .execute();
      return rows.map(({ sha256, arkiv: of }) => ({ sha256, arkiv: of === null ? null : Number(of) }));
    },
    async runningUnpaused() {
      const { count } = await db
        .selectFrom('contents')
        .select((eb) => eb.fn.countAll().as('count'))
        .where('status', '=', 'running')
        .where('sha256', 'not in', (eb) =>
          eb
            .selectFrom('arkiv_filer')
            .innerJoin('arkiv', 'arkiv.id', 'arkiv_filer.arkiv')
            .select('arkiv_filer.sha256')
            .where('arkiv.lage', '=', 'pausat')
            .where('arkiv.version', 'is', null),
        )
        .executeTakeFirstOrThrow();
      return Number(count);
    },
    callOff: (sha256s, version) => callOff(db, sha256s, version, now()),
    arkivSida: (id, question) => arkivSida(db, id, question),
  };
}

const rowsOf = (db: Db, id: number) =>
  fileRows(db).innerJoin('arkiv_filer', (join) =>
    join
      .onRef('arkiv_filer.path', '=', 'files.path')
      .onRef('arkiv_filer.sha256', '=', 'files.sha256')
      .on('arkiv_filer.arkiv', '=', id),
  );

const asAnswered = (rows: Awaited<ReturnType<ReturnType<typeof rowsOf>['execute']>>): FileRow[] =>
  rows.map((row) => ({ ...withEjOmlast(row), sha256: isUnreadable(row.sha256) ? null : row.sha256 }));

async function isCalledOffAtOnce(tx: Db, id: number): Promise<boolean> {
  const rows = await tx
    .selectFrom('handelser')
    .innerJoin('handelse_om', 'handelse_om.nr', 'handelser.nr')
    .select('uppgifter')
    .where('handelse_om.om', '=', omArkiv(id))
    .where('vad', '=', 'arkiv-avbrutet' satisfies HandelseVad)
    .execute();
  return rows.some(({ uppgifter }) => (JSON.parse(uppgifter) as { genast?: boolean }).genast === true);
}

const ofArkiv = (db: Db, id: number) =>
  db.selectFrom('arkiv_filer').select('arkiv_filer.sha256').where('arkiv', '=', id);

/** All, or the one with this id. */
export async function arkiv(db: Db, id?: number): Promise<Arkiv[]> {
  const rows = await db
    .selectFrom('arkiv')
    .selectAll()
    .$if(id !== undefined, (question) => question.where('id', '=', id as number))
    .orderBy('id', 'desc')
    .execute();
  const counts = await arkivCounts(db, rows);
  return rows.map((row) => {
    const { files, sokvagar, changed } = counts(Number(row.id));
    // one that was paused while its files are found has more of them
    const isFound = row.workflow_id !== null || row.version !== null;
    const ended = files.running === 0 && (row.lage === 'pagar' || (row.lage === 'pausat' && isFound));
    return {
      ...{
        id: Number(row.id),
        namn: row.namn,
        paths: JSON.parse(row.paths) as string[],
        lopande: row.lopande === 1,
      },
      ...{
        om: row.om === null ? null : Number(row.om),
        av: row.av,
        at: row.at,
        andrad: changed !== null && changed > row.at ? changed : row.at,
        lage: ended ? 'klart' : row.lage,
      },
      ...{ lageAt: row.lage_at, lageAv: row.lage_av, workflowId: row.workflow_id },
      ...{ version: row.version, files, sokvagar },
    };
  });
}

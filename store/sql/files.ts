/** What was offered and what became of it. */
import { createHash } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import type { Kysely } from 'kysely';
import { ITEM_TYPER, type ItemTyp } from '../../extraction/item-types.ts';
import type { ContentState, EjOmlast, FileRow, FileStatus, Outcome, StatusAnswer } from '../store.ts';
import { noteInArkiv, readAfterAll } from './arkiv-filer.ts';
import { write } from './dialect.ts';
import type { Tables } from './schema.ts';

type Db = Kysely<Tables>;

const UNREADABLE = 'unreadable:';
/** The id under which a path without content is counted. A path may be longer than what an index takes. */
const unreadable = (path: string) =>
  UNREADABLE + (path.length > LONGEST ? createHash('sha256').update(path).digest('hex') : path);
const LONGEST = 500;
/** Whether that is the id of a path without content, and of no content. */
export const isUnreadable = (id: string): boolean => id.startsWith(UNREADABLE);

interface OfferedFile {
  file: string;
  sha256: string;
  lopande: boolean;
  arkiv: number | undefined;
}

export async function offerFile(
  db: Db,
  { file: path, sha256, lopande, arkiv }: OfferedFile,
  now: string,
): Promise<ContentState> {
  return write(db, async (tx) => {
    // What could not be read before was read now.
    const before = unreadable(path);
    const { numDeletedRows } = await tx
      .deleteFrom('contents')
      .where('sha256', '=', before)
      .executeTakeFirst();
    if (numDeletedRows > 0n) await readAfterAll(tx, path, before, sha256);
    await tx
      .insertInto('contents')
      .values({ sha256, ...columnsOf({ status: 'running' }), changed_at: now })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
    await noteOffer(tx, path, sha256, now);
    await noteInArkiv(tx, arkiv, path, sha256);
    if (lopande) await becomeLopande(tx, sha256);
    return (await content(tx, sha256)) as ContentState;
  });
}

/** From now on what comes of the content may be sent: the processes of its matters are to look. */
async function becomeLopande(db: Db, sha256: string): Promise<void> {
  const { numUpdatedRows } = await db
    .updateTable('contents')
    .set({ lopande: 1 })
    .where('sha256', '=', sha256)
    .where('lopande', '=', 0)
    .executeTakeFirst();
  if (numUpdatedRows === 0n) return;
  await db
    .updateTable('matters')
    .set((eb) => ({ wake: eb('wake', '+', 1) }))
    .where('id', 'in', (eb) =>
      eb
        .selectFrom('arenden')
        .innerJoin('handlingar', 'handlingar.pk', 'arenden.handling_pk')
        .select('matter_id')
        .where('handlingar.sha256', '=', sha256),
    )
    .execute();
}

export async function offerUnreadable(
  db: Db,
  { file: path, outcome, arkiv }: { file: string; outcome: Outcome; arkiv: number | undefined },
  now: string,
): Promise<FileStatus | null> {
  return write(db, async (tx) => {
    const before = await content(tx, unreadable(path));
    await setOutcome(tx, unreadable(path), outcome, now);
    await noteOffer(tx, path, unreadable(path), now);
    await noteInArkiv(tx, arkiv, path, unreadable(path));
    return before?.status ?? null;
  });
}

export async function setOutcome(db: Db, sha256: string, outcome: Outcome, now: string): Promise<void> {
  const columns = columnsOf(outcome);
  await write(db, (tx) =>
    tx
      .insertInto('contents')
      .values({ sha256, ...columns, changed_at: now })
      .onConflict((conflict) =>
        conflict
          .column('sha256')
          .doUpdateSet({ ...columns, changed_at: now })
          // Said again is not changed.
          .where((eb) =>
            eb.or([
              eb('contents.status', '!=', columns.status),
              eb('contents.code', 'is distinct from', columns.code),
              eb('contents.nekad_av', 'is distinct from', columns.nekad_av),
            ]),
          ),
      )
      .execute(),
  );
}

export function beginAnew(db: Db, sha256: string, seen: ContentState | null, now: string): Promise<boolean> {
  return write(db, async (tx) => {
    if (!isDeepStrictEqual(await content(tx, sha256), seen)) return false;
    await setOutcome(tx, sha256, { status: 'running' }, now);
    return true;
  });
}

export async function content(db: Db, sha256: string): Promise<ContentState | null> {
  const row = await db
    .selectFrom('contents')
    .leftJoin('records', 'records.sha256', 'contents.sha256')
    .select(['contents.sha256', 'contents.status', 'contents.code', 'records.version as extractionVersion'])
    .leftJoin('ej_omlasta', 'ej_omlasta.sha256', 'contents.sha256')
    .select(['nekad_av as nekadAv', 'ej_omlasta.version as ejOmlastAv'])
    .where('contents.sha256', '=', sha256)
    .executeTakeFirst();
  return row ?? null;
}

/** The rows of files as they are answered, `sha256` as it is kept; see withEjOmlast. */
export const fileRows = (db: Db) =>
  db
    .selectFrom('files')
    .innerJoin('contents', 'contents.sha256', 'files.sha256')
    .leftJoin('ej_omlasta', 'ej_omlasta.sha256', 'files.sha256')
    .select(['files.path', 'files.sha256', 'contents.status', 'contents.code'])
    .select(['contents.reason_sv as reason', 'contents.reason_en as reasonEn'])
    .select(['ej_omlasta.status as ej_status', 'ej_omlasta.version as ej_version', 'ej_omlasta.at as ej_at'])
    .select(['ej_omlasta.code as ej_code', 'ej_omlasta.reason_sv as ej_sv', 'ej_omlasta.reason_en as ej_en'])
    .select(['offered_at as offeredAt', 'changed_at as changedAt'])
    .orderBy('files.path')
    .orderBy('files.sha256');

/** What fileRows gives of it, as it is answered. */
interface EjOmlastColumns {
  ej_status: EjOmlast['status'] | null;
  ej_version: string | null;
  ej_code: string | null;
  ej_sv: string | null;
  ej_en: string | null;
  ej_at: string | null;
}

/** A row of fileRows as it is answered. */
export function withEjOmlast<Row extends EjOmlastColumns & { status: FileStatus }>(
  row: Row,
): Omit<Row, keyof EjOmlastColumns> & { ejOmlast: EjOmlast | null } {
  const { ej_status, ej_version, ej_code, ej_sv, ej_en, ej_at, ...rest } = row;
  if (ej_status === null || ej_version === null || row.status !== 'done') return { ...rest, ejOmlast: null };
  const said = { code: ej_code ?? '', reason: ej_sv ?? '', reasonEn: ej_en ?? '', at: ej_at ?? '' };
  return { ...rest, ejOmlast: { status: ej_status, version: ej_version, ...said } };
}

export async function files(db: Db, sha256?: string): Promise<FileRow[]> {
  const rows = await fileRows(db)
    .$if(sha256 !== undefined, (all) => all.where('files.sha256', '=', sha256 as string))
    .execute();
  return rows.map((row) => ({
    ...withEjOmlast(row),
    sha256: row.sha256 === unreadable(row.path) ? null : row.sha256,
  }));
}

export async function status(db: Db): Promise<StatusAnswer> {
  const contents = await db
    .selectFrom('contents')
    .select((eb) => ['status', eb.fn.countAll<number>().as('count')])
    .groupBy('status')
    .execute();
  const items = await db
    .selectFrom('items')
    .select((eb) => ['typ', eb.fn.countAll<number>().as('count')])
    .groupBy('typ')
    .execute();
  const matters = await db
    .selectFrom('matters')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  const paths = await db
    .selectFrom('files')
    .innerJoin('contents', 'contents.sha256', 'files.sha256')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  const ofStatus = (wanted: FileStatus) => contents.find((row) => row.status === wanted)?.count ?? 0;
  const ofTyp = (typ: ItemTyp) => items.find((row) => row.typ === typ)?.count ?? 0;
  return {
    files: {
      total: contents.reduce((sum, row) => sum + row.count, 0),
      done: ofStatus('done'),
      refused: ofStatus('refused'),
      failed: ofStatus('failed'),
      running: ofStatus('running'),
    },
    items: Object.fromEntries(ITEM_TYPER.map((typ) => [typ, ofTyp(typ)])) as { [typ in ItemTyp]: number },
    arenden: matters.count,
    sokvagar: Number(paths.count),
  };
}

async function noteOffer(db: Db, path: string, sha256: string, now: string): Promise<void> {
  await db
    .insertInto('files')
    .values({ path, sha256, offered_at: now })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

export function columnsOf({ status, reason, nekadAv }: Outcome) {
  return {
    nekad_av: nekadAv ?? null,
    status,
    code: reason?.code ?? null,
    reason_sv: reason?.sv ?? null,
    reason_en: reason?.en ?? null,
  };
}

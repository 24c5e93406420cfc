/** How the contents of intakes stand. */
import type { Kysely } from 'kysely';
import type { Arkiv } from '../arkiv.ts';
import type { FileStatus } from '../files.ts';
import { compareVersions } from '../version-order.ts';
import type { Tables } from './schema.ts';

type Db = Kysely<Tables>;

interface Counts {
  files: Arkiv['files'];
  sokvagar: number;
  /** When the last of them changed; null: there are none. */
  changed: string | null;
}

/** Of these intakes, each by its id. */
export async function arkivCounts(
  db: Db,
  of: { id: number; version: string | null }[],
): Promise<(id: number) => Counts> {
  const all = new Map<number, Counts>(of.map(({ id }) => [Number(id), nothing()]));
  const count = (id: number, status: FileStatus, antal: number, changed: string): void => {
    const counts = all.get(id);
    if (!counts) return;
    counts.files[status] += antal;
    counts.files.total += antal;
    if (counts.changed === null || changed > counts.changed) counts.changed = changed;
  };
  const one = of.length === 1 ? of[0] : undefined;
  if (one?.version == null) {
    for (const row of await ordinary(db, one && Number(one.id)))
      count(Number(row.arkiv), row.status, Number(row.count), row.changed);
  }
  for (const { id, version } of of) {
    if (version === null) continue;
    for (const row of await byVersion(db, Number(id)))
      count(Number(id), standing(row, version), Number(row.count), row.changed);
  }
  for (const { arkiv, count: antal } of await pathsOf(db, one && Number(one.id))) {
    const counts = all.get(Number(arkiv));
    if (counts) counts.sokvagar = Number(antal);
  }
  return (id) => all.get(id) ?? nothing();
}

const nothing = (): Counts => ({
  files: { total: 0, done: 0, refused: 0, failed: 0, running: 0 },
  sokvagar: 0,
  changed: null,
});

/** Each path with its content. */
const pathsOf = (db: Db, id?: number) =>
  db
    .selectFrom('arkiv_filer')
    .innerJoin('contents', 'contents.sha256', 'arkiv_filer.sha256')
    .$if(id !== undefined, (question) => question.where('arkiv', '=', id as number))
    .select(['arkiv', (eb) => eb.fn.countAll().as('count')])
    .groupBy('arkiv')
    .execute();

/** A content counts once, whatever its paths. */
const contentsOf = (db: Db, id?: number) =>
  db
    .selectFrom((eb) =>
      eb
        .selectFrom('arkiv_filer')
        .select(['arkiv', 'sha256'])
        .distinct()
        .$if(id !== undefined, (question) => question.where('arkiv', '=', id as number))
        .as('of_arkiv'),
    )
    .innerJoin('contents', 'contents.sha256', 'of_arkiv.sha256');

const ordinary = (db: Db, id?: number) =>
  contentsOf(db, id)
    .innerJoin('arkiv', 'arkiv.id', 'of_arkiv.arkiv')
    .where('arkiv.version', 'is', null)
    .select(['of_arkiv.arkiv', 'contents.status', (eb) => eb.fn.countAll().as('count')])
    .select((eb) => eb.fn.max('changed_at').as('changed'))
    .groupBy(['of_arkiv.arkiv', 'contents.status'])
    .execute();

type Row = Awaited<ReturnType<typeof byVersion>>[number];

const byVersion = (db: Db, id: number) =>
  contentsOf(db, id)
    .leftJoin('records', 'records.sha256', 'contents.sha256')
    .leftJoin('ej_omlasta', 'ej_omlasta.sha256', 'contents.sha256')
    .select(['contents.status', 'nekad_av', 'records.version as read'])
    .select(['ej_omlasta.version as unread', 'ej_omlasta.status as unread_status'])
    .select((eb) => [eb.fn.countAll().as('count'), eb.fn.max('changed_at').as('changed')])
    .groupBy(['contents.status', 'nekad_av', 'records.version', 'ej_omlasta.version', 'ej_omlasta.status'])
    .execute();

/** Where a content is on its way to this version. */
function standing({ status, nekad_av, read, unread, unread_status }: Row, version: string): FileStatus {
  const isThere = (by: string | null): boolean => by !== null && compareVersions(by, version) >= 0;
  if (status === 'running' || status === 'failed') return status;
  if (status === 'refused') return isThere(nekad_av) ? 'refused' : 'running';
  if (isThere(read)) return 'done';
  return unread_status !== null && isThere(unread) ? unread_status : 'running';
}

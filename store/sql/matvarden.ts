/** The figures of the store: each is answered from an index. */
import { type Kysely, sql } from 'kysely';
import { LEVERANS_STATUS } from '../expediering.ts';
import type { Matvarden, MatvardenStore } from '../matvarden.ts';
import type { FileStatus } from '../store.ts';
import { dialectOf } from './dialect.ts';
import type { Tables } from './schema.ts';

type Db = Kysely<Tables>;

const OPEN = LEVERANS_STATUS.filter((status) => status !== 'levererad');

export function matvardenStore(db: Db): MatvardenStore {
  return {
    async matvarden() {
      const [contents, leveranser, poster, bytes] = await Promise.all([
        contentsOf(db),
        leveranserOf(db),
        posterOf(db),
        dialectOf(db).bytes(db),
      ]);
      return { ...contents, leveranser, poster, databasBytes: bytes };
    },
  };
}

async function contentsOf(db: Db): Promise<Pick<Matvarden, 'filer' | 'aldstUnderArbete'>> {
  const rows = await db
    .selectFrom('contents')
    .select((eb) => ['status', eb.fn.countAll<number>().as('antal'), eb.fn.min('changed_at').as('aldst')])
    .groupBy('status')
    .execute();
  const of = (wanted: FileStatus) => rows.find(({ status }) => status === wanted);
  const antal = (status: FileStatus) => Number(of(status)?.antal ?? 0);
  return {
    filer: {
      done: antal('done'),
      refused: antal('refused'),
      failed: antal('failed'),
      running: antal('running'),
    },
    aldstUnderArbete: of('running')?.aldst ?? null,
  };
}

async function leveranserOf(db: Db): Promise<Matvarden['leveranser']> {
  const rows = await db
    .selectFrom('leveranser')
    .select((eb) => ['status', eb.fn.countAll<number>().as('antal'), eb.fn.min('skapad').as('aldst')])
    // as it stands in the index of those that are open: one with a parameter is not known for the same
    .where('status', '!=', sql.lit('levererad'))
    .groupBy('status')
    .execute();
  return OPEN.flatMap((status) => {
    const row = rows.find((one) => one.status === status);
    return row ? [{ status, antal: Number(row.antal), aldst: row.aldst }] : [];
  });
}

async function posterOf(db: Db): Promise<Matvarden['poster']> {
  const { vantar, aldst } = await db
    .selectFrom('poster')
    .select((eb) => [eb.fn.countAll<number>().as('vantar'), eb.fn.min('datum').as('aldst')])
    .where('status', '=', sql.lit('vantar'))
    .executeTakeFirstOrThrow();
  return { vantar: Number(vantar), aldst };
}

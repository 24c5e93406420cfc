/** Contents by the version that read or refused them. */
import type { ExpressionBuilder, Kysely } from 'kysely';
import type { Foraldrade } from '../omlasning.ts';
import { compareVersions } from '../version-order.ts';
import type { Tables } from './schema.ts';

type Db = Kysely<Tables>;

/** Refused before a byte was kept: nothing is there to be read again. */
const UNKEPT = ['too-large'];

/** Whether what this version refused (null: not noted) may be read by that one. */
const isOlder = (version: string | null, than: string): boolean =>
  version === null || compareVersions(version, than) < 0;

/** See OmlasningStore.foraldrade. */
export async function foraldrade(db: Db, version: string): Promise<Foraldrade[]> {
  const { done, refused } = await versions(db);
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
  const { done, refused } = await versions(db);
  const older = (rows: { version: string | null }[]) =>
    rows.flatMap((row) => (isOlder(row.version, version) ? [row.version] : []));
  const read = older(done).filter((one) => one !== null);
  const noted = older(refused).filter((one) => one !== null);
  const rows = await db
    .selectFrom('contents')
    .leftJoin('records', 'records.sha256', 'contents.sha256')
    .select('contents.sha256')
    .where((eb) =>
      eb.or([
        eb.and([
          eb('status', '=', 'done'),
          read.length === 0 ? eb.lit(false) : eb('records.version', 'in', read),
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
  eb.and([
    eb('status', '=', 'refused'),
    eb('code', 'not in', UNKEPT),
    eb('contents.sha256', 'not like', 'unreadable:%'),
  ]);

/** Every version there is, with how many contents it read and refused. */
async function versions(db: Db) {
  const done = await db
    .selectFrom('contents')
    .innerJoin('records', 'records.sha256', 'contents.sha256')
    .select((eb) => ['records.version', eb.fn.countAll<number>().as('antal')])
    .where('status', '=', 'done')
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

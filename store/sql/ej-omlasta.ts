/** Contents that a newer version could not read anew: they keep their record. */
import type { Kysely } from 'kysely';
import { AVBRUTEN } from '../arkiv.ts';
import type { FileStatus, Reason } from '../files.ts';
import { compareVersions } from '../version-order.ts';
import { chunks } from './chunks.ts';
import { write } from './dialect.ts';
import { columnsOf, setOutcome } from './files.ts';
import type { Tables } from './schema.ts';

type Db = Kysely<Tables>;

interface Unread {
  status: 'refused' | 'failed';
  reason: Reason;
  version: string;
}

/** See OmlasningStore.endUnread. */
export function endUnread(db: Db, sha256: string, end: Unread, now: string): Promise<FileStatus> {
  const { status, reason, version } = end;
  return write(db, async (tx) => {
    const record = await tx
      .selectFrom('records')
      .select('version')
      .where('sha256', '=', sha256)
      .executeTakeFirst();
    if (!record) {
      const nekadAv = status === 'refused' ? version : undefined;
      await setOutcome(tx, sha256, { status, reason, nekadAv }, now);
      return status;
    }
    await setOutcome(tx, sha256, { status: 'done' }, now);
    await note(tx, [{ sha256, version: record.version }], end, now);
    return 'done';
  });
}

/** See ArkivStore.callOff. */
export async function callOff(db: Db, sha256s: string[], version: string, now: string): Promise<number> {
  let ended = 0;
  for (const some of chunks(sha256s)) {
    ended += await write(db, async (tx) => {
      const read = await tx
        .selectFrom('contents')
        .innerJoin('records', 'records.sha256', 'contents.sha256')
        .select(['contents.sha256', 'records.version'])
        .where('contents.sha256', 'in', some)
        .where('status', '=', 'running')
        .execute();
      const end = { status: 'failed', reason: AVBRUTEN } as const;
      await note(tx, read, { ...end, version }, now);
      const kept = new Set(read.map(({ sha256 }) => sha256));
      const set = async (of: string[], outcome: Parameters<typeof columnsOf>[0]): Promise<number> => {
        if (of.length === 0) return 0;
        const { numUpdatedRows } = await tx
          .updateTable('contents')
          .set({ ...columnsOf(outcome), changed_at: now })
          .where('sha256', 'in', of)
          .where('status', '=', 'running')
          .executeTakeFirst();
        return Number(numUpdatedRows);
      };
      const others = some.filter((sha256) => !kept.has(sha256));
      return (await set([...kept], { status: 'done' })) + (await set(others, end));
    });
  }
  return ended;
}

/** Not of what a newer version has read, or could not read either. */
async function note(
  tx: Db,
  read: { sha256: string; version: string }[],
  { status, reason: { code, sv, en }, version }: Unread,
  at: string,
): Promise<void> {
  const row = { status, version, code, reason_sv: sv, reason_en: en, at };
  for (const { sha256, version: by } of read) {
    if (compareVersions(by, version) > 0) continue;
    const before = await noted(tx, sha256);
    if (before !== undefined && compareVersions(before, version) > 0) continue;
    await tx
      .insertInto('ej_omlasta')
      .values({ sha256, ...row })
      .onConflict((conflict) => conflict.column('sha256').doUpdateSet(row))
      .execute();
  }
}

async function noted(tx: Db, sha256: string): Promise<string | undefined> {
  const row = await tx
    .selectFrom('ej_omlasta')
    .select('version')
    .where('sha256', '=', sha256)
    .executeTakeFirst();
  return row?.version;
}

/** This version has read it: that it or an older one could not is past. */
export async function isRead(tx: Db, sha256: string, version: string): Promise<void> {
  const before = await noted(tx, sha256);
  if (before === undefined || compareVersions(before, version) > 0) return;
  await tx.deleteFrom('ej_omlasta').where('sha256', '=', sha256).execute();
}

/** See OmlasningStore.ejOmlasta. */
export async function ejOmlasta(db: Db): Promise<number> {
  const { count } = await db
    .selectFrom('ej_omlasta')
    .innerJoin('contents', 'contents.sha256', 'ej_omlasta.sha256')
    .select((eb) => eb.fn.countAll().as('count'))
    .where('contents.status', '=', 'done')
    .executeTakeFirstOrThrow();
  return Number(count);
}

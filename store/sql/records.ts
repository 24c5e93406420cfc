/** Saving a record: all that follows from one file's content, replaced in one transaction. */
import type { Kysely } from 'kysely';
import type { Record as FileRecord } from '../../extraction/record.ts';
import type { Saved } from '../store.ts';
import { compareVersions } from '../version-order.ts';
import { corrected, insertMal } from './corrected.ts';
import { dialectOf, write } from './dialect.ts';
import { isRead } from './ej-omlasta.ts';
import { arendeNames, mattersByName, noteMoved } from './follow-arenden.ts';
import { followFile } from './follow-file.ts';
import { readJoins } from './joins.ts';
import { refreshMatters, relink } from './matters.ts';
import { insertHandlingar, type OfFile } from './record-rows.ts';
import { markSameParagrafer } from './samma.ts';
import type { Tables } from './schema.ts';

type Db = Kysely<Tables>;

/** See Store.saveRecord. */
export async function saveRecord(db: Db, record: FileRecord, version: string, at: string): Promise<Saved> {
  const { sha256 } = record.source;
  return write(db, async (tx) => {
    const json = JSON.stringify(record);
    await isRead(tx, sha256, version);
    const before = await tx
      .selectFrom('records')
      .select(['version', 'json'])
      .where('sha256', '=', sha256)
      .executeTakeFirst();
    if (before !== undefined) {
      const newer = compareVersions(before.version, version) > 0;
      const same = before.version === version && before.json === json;
      if (newer || same) return { saved: !newer, matters: (await mattersOf(tx, sha256)).matters };
    }
    const { matters } = await replaceRecord(tx, record, { version, json, at, isNew: before === undefined });
    return { saved: true, matters };
  });
}

interface Reading {
  version: string;
  json: string;
  /** When it is saved, ISO 8601. */
  at: string;
  /** The content has no record yet. */
  isNew?: boolean;
  /** Nothing is derived of it yet. */
  isFirst?: boolean;
}

/**
 * Puts a record in place of the content's earlier one, and what people have decided of it with it. Returns the matters
 * that this touched, and those of them that won or lost ärenden of other files.
 */
export async function replaceRecord(
  tx: Db,
  record: FileRecord,
  { version, json, at, isNew = false, isFirst = isNew }: Reading,
): Promise<{ matters: string[]; moved: string[] }> {
  const { sha256 } = record.source;
  const resolve = await readJoins(tx);
  const old = isNew ? { matters: [], paragrafer: [] } : await mattersOf(tx, sha256);
  const { rattat, rules } = await corrected(tx, record);
  const before = isFirst ? null : await mattersByName(tx, sha256);
  if (!isFirst) await followFile(tx, rattat.record, at);
  if (!isNew) await removeRecord(tx, sha256);
  await tx
    .insertInto('records')
    .values({ sha256, version, file_name: record.source.fileName, json })
    .execute();
  const names = isNew ? new Map<string, string>() : await arendeNames(tx, sha256);
  const now = await insertHandlingar(tx, rattat.record, resolve, { rules, names });
  await insertMal(tx, rattat);
  const paragrafer = new Set([...old.paragrafer, ...now.paragrafer]);
  const moved = await relink(tx, paragrafer, resolve);
  await markSameParagrafer(tx, paragrafer);
  const touched = [...new Set([...old.matters, ...now.matters, ...moved])].sort();
  await refreshMatters(tx, touched);
  if (before !== null) await noteMoved(tx, sha256, before);
  return { matters: touched, moved };
}

/** See Store.record. */
export async function record(
  db: Db,
  sha256: string,
): Promise<{ record: FileRecord; extractionVersion: string } | null> {
  const row = await db
    .selectFrom('records')
    .select(['json', 'version'])
    .where('sha256', '=', sha256)
    .executeTakeFirst();
  return row === undefined
    ? null
    : { record: JSON.parse(row.json) as FileRecord, extractionVersion: row.version };
}

export async function recordIds(db: Db): Promise<string[]> {
  const rows = await db.selectFrom('records').select('sha256').orderBy('sha256').execute();
  return rows.map((row) => row.sha256);
}

async function removeRecord(db: Db, sha256: string): Promise<void> {
  await dialectOf(db).fulltext.unindex(db, sha256);
  await db.deleteFrom('records').where('sha256', '=', sha256).execute();
}

async function mattersOf(db: Db, sha256: string): Promise<OfFile> {
  const rows = await db
    .selectFrom('arenden')
    .innerJoin('handlingar', 'handlingar.pk', 'arenden.handling_pk')
    .select(['matter_id', 'by_paragraf'])
    .where('handlingar.sha256', '=', sha256)
    .execute();
  return {
    matters: [...new Set(rows.map((row) => row.matter_id))].sort(),
    paragrafer: rows.flatMap((row) => row.by_paragraf ?? []),
  };
}

/** Saving a record: all that follows from one file's content, replaced in one transaction. */
import type { Kysely } from 'kysely';
import type { Arende, Record as FileRecord, Handling } from '../../extraction/record.ts';
import { huvudmanKey } from '../../extraction/routing/organ.ts';
import type { DoubtRules } from '../doubts.ts';
import { itemsOf, type SearchItem } from '../items.ts';
import { matterKeys } from '../matter-key.ts';
import type { Saved } from '../store.ts';
import { compareVersions } from '../version-order.ts';
import { chunks } from './chunks.ts';
import { corrected, insertMal } from './corrected.ts';
import { insertDoubts } from './doubts.ts';
import { indexItems, unindexItems } from './fts.ts';
import { type Resolve, readJoins } from './joins.ts';
import { refreshMatters, relink } from './matters.ts';
import type { Tables } from './schema.ts';

type Db = Kysely<Tables>;

/** See Store.saveRecord. */
export async function saveRecord(db: Db, record: FileRecord, version: string): Promise<Saved> {
  const { sha256 } = record.source;
  return db.transaction().execute(async (tx) => {
    const json = JSON.stringify(record);
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
    return { saved: true, matters: (await replaceRecord(tx, record, version, json)).matters };
  });
}

/**
 * Puts a record in place of the content's earlier one, and what people have decided of it with it. Returns the matters
 * that this touched, and those of them that won or lost ärenden of other files.
 */
export async function replaceRecord(
  tx: Db,
  record: FileRecord,
  version: string,
  json: string,
): Promise<{ matters: string[]; moved: string[] }> {
  const { sha256 } = record.source;
  const resolve = await readJoins(tx);
  const old = await mattersOf(tx, sha256);
  await removeRecord(tx, sha256);
  await tx
    .insertInto('records')
    .values({ sha256, version, file_name: record.source.fileName, json })
    .execute();
  const { rattat, rules } = await corrected(tx, record);
  await insertHandlingar(tx, rattat.record, resolve, rules);
  await insertMal(tx, rattat);
  const now = await mattersOf(tx, sha256);
  const moved = await relink(tx, new Set([...old.paragrafer, ...now.paragrafer]), resolve);
  const touched = [...new Set([...old.matters, ...now.matters, ...moved])].sort();
  await refreshMatters(tx, touched);
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
  const items = await db
    .selectFrom('items')
    .innerJoin('arenden', 'arenden.pk', 'items.arende_pk')
    .innerJoin('handlingar', 'handlingar.pk', 'arenden.handling_pk')
    .select('items.pk')
    .where('handlingar.sha256', '=', sha256)
    .execute();
  await unindexItems(
    db,
    items.map((item) => item.pk),
  );
  await db.deleteFrom('records').where('sha256', '=', sha256).execute();
}

async function insertHandlingar(
  db: Db,
  record: FileRecord,
  resolve: Resolve,
  rules: DoubtRules,
): Promise<void> {
  const { source, handlingar } = record;
  let handlingPk = await lastPk(db, 'handlingar');
  let arendePk = await lastPk(db, 'arenden');
  let itemPk = await lastPk(db, 'items');
  const items: (SearchItem & { pk: number })[] = [];
  const rows = {
    handlingar: [] as Tables['handlingar'][],
    arenden: [] as Tables['arenden'][],
    items: [] as Tables['items'][],
    andra: [] as Tables['andra_nummer'][],
  };
  for (const [nr, handling] of handlingar.entries()) {
    rows.handlingar.push(handlingRow(++handlingPk, source.sha256, nr, handling));
    for (const [arendeNr, arende] of arendenOf(handling).entries()) {
      const row = arendeRow(++arendePk, handlingPk, arendeNr, handling, arende);
      rows.arenden.push({ ...row, matter_id: resolve(row.matter_id) });
      const { diarienummer, maybeNumber, byAndraNummer } = matterKeys(handling, arende);
      for (const matter_id of byAndraNummer) rows.andra.push({ arende_pk: arendePk, matter_id });
      if (arende === null) continue;
      for (const item of itemsOf(arende, handling)) {
        items.push({ ...item, pk: ++itemPk });
        rows.items.push({
          ...{ pk: itemPk, arende_pk: arendePk, id: item.id, typ: item.typ, text: item.text },
          ...{ huvudman: handling.huvudman, huvudman_key: huvudmanKey(handling.huvudman) },
          ...{ organ: handling.organ, datum: handling.datum, diarienummer, paragraf: arende.paragraf },
          ...{ rubrik: arende.rubrik ?? handling.rubrik, parti: item.parti, file_name: source.fileName },
          ...{ page: item.page, bbox: item.bbox === null ? null : JSON.stringify(item.bbox) },
          obekraftade: JSON.stringify([
            ...unconfirmed(handling, 'datum'),
            ...unconfirmed(arende, 'paragraf', 'rubrik'),
            ...(maybeNumber === null ? [] : ['diarienummer']),
            ...(item.obekraftad ? ['text'] : []),
          ]),
        });
      }
    }
  }
  const persons = items.flatMap((item) =>
    item.persons.map(({ namn, parti }, nr) => ({ item_pk: item.pk, nr, namn, parti })),
  );
  for (const part of chunks(rows.handlingar)) await db.insertInto('handlingar').values(part).execute();
  for (const part of chunks(rows.arenden)) await db.insertInto('arenden').values(part).execute();
  for (const part of chunks(rows.andra)) await db.insertInto('andra_nummer').values(part).execute();
  for (const part of chunks(rows.items)) await db.insertInto('items').values(part).execute();
  for (const part of chunks(persons)) await db.insertInto('item_persons').values(part).execute();
  await indexItems(db, items);
  await insertDoubts(db, record, rows, rules);
}

/** A handling without ärenden still belongs to its number's matter; of kind "annat" it is no step of any. */
function arendenOf(handling: Handling): (Arende | null)[] {
  if (handling.arenden.length > 0) return handling.arenden;
  return handling.kind !== 'annat' && matterKeys(handling, null).diarienummer !== null ? [null] : [];
}

/** Those of the fields that nothing confirms. */
const unconfirmed = ({ obekraftade }: { obekraftade: string[] }, ...fields: string[]): string[] =>
  fields.filter((field) => obekraftade.includes(field));

function handlingRow(pk: number, sha256: string, nr: number, handling: Handling): Tables['handlingar'] {
  const { huvudman, kind, organ, datum, pages } = handling;
  return {
    ...{ pk, sha256, nr, huvudman, huvudman_key: huvudmanKey(huvudman), kind, organ, datum },
    ...{ first_page: pages[0], json: JSON.stringify({ ...handling, arenden: [] }) },
  };
}

function arendeRow(
  pk: number,
  handlingPk: number,
  nr: number,
  handling: Handling,
  arende: Arende | null,
): Tables['arenden'] {
  const { byNumber, byParagraf, own, maybeNumber, diarienummer } = matterKeys(handling, arende);
  return {
    ...{ pk, handling_pk: handlingPk, nr, matter_id: byNumber ?? byParagraf ?? own },
    ...{ by_number: byNumber, by_paragraf: byParagraf, own, maybe_number: maybeNumber, diarienummer },
    ...{ rubrik: arende?.rubrik ?? handling.rubrik, json: arende === null ? null : JSON.stringify(arende) },
  };
}

async function mattersOf(db: Db, sha256: string): Promise<{ matters: string[]; paragrafer: string[] }> {
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

async function lastPk(db: Db, table: 'handlingar' | 'arenden' | 'items'): Promise<number> {
  const row = await db
    .selectFrom(table)
    .select((eb) => eb.fn.max<number | null>('pk').as('pk'))
    .executeTakeFirst();
  return row?.pk ?? 0;
}

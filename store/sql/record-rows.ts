/** The rows of a record: its handlingar, their ärenden and items, and the index of these. */
import type { Kysely } from 'kysely';
import type { Arende, Record as FileRecord, Handling } from '../../extraction/record.ts';
import { huvudmanKey } from '../../extraction/routing/organ.ts';
import type { DoubtRules } from '../doubts.ts';
import { itemsOf, type SearchItem } from '../items.ts';
import { matterKeys } from '../matter-key.ts';
import { partiKey, personKey } from '../person-key.ts';
import { chunks } from './chunks.ts';
import { dialectOf } from './dialect.ts';
import { insertDoubts } from './doubts.ts';
import { indexItems } from './fts.ts';
import type { Resolve } from './joins.ts';
import { rowJson } from './row-json.ts';
import type { Tables } from './schema.ts';
import { isToMask, secrecyOf } from './sekretess.ts';

type Db = Kysely<Tables>;

/** The matters that a file's ärenden belong to, and the keys of their §§. */
export interface OfFile {
  matters: string[];
  paragrafer: string[];
}

/**
 * Writes all that one record says, as people have corrected it.
 *
 * @param names what its ärenden are called, where it is not their id
 */
export async function insertHandlingar(
  db: Db,
  record: FileRecord,
  resolve: Resolve,
  { rules, names }: { rules: DoubtRules; names: ReadonlyMap<string, string> },
): Promise<OfFile> {
  const { source, handlingar } = record;
  const parts = handlingar.map((handling) => ({
    handling,
    arenden: arendenOf(handling).map((arende) => ({
      arende,
      items: arende === null ? [] : itemsOf(arende, handling),
    })),
  }));
  const arenden = parts.flatMap((part) => part.arenden);
  const newHandling = await numbers(db, 'handlingar', parts.length);
  const newArende = await numbers(db, 'arenden', arenden.length);
  const newItem = await numbers(db, 'items', arenden.flatMap((one) => one.items).length);
  const items: (SearchItem & { pk: number })[] = [];
  const rows = {
    handlingar: [] as Tables['handlingar'][],
    arenden: [] as Tables['arenden'][],
    items: [] as Tables['items'][],
    andra: [] as Tables['andra_nummer'][],
  };
  for (const [nr, { handling, arenden }] of parts.entries()) {
    const handlingPk = newHandling();
    rows.handlingar.push(handlingRow(handlingPk, source.sha256, nr, handling));
    for (const [arendeNr, { arende, items: own }] of arenden.entries()) {
      const arendePk = newArende();
      const row = arendeRow(arendePk, handlingPk, arendeNr, handling, arende, names);
      rows.arenden.push({ ...row, matter_id: resolve(row.matter_id) });
      const { diarienummer, maybeNumber, byAndraNummer } = matterKeys(handling, arende);
      for (const matter_id of byAndraNummer) rows.andra.push({ arende_pk: arendePk, matter_id });
      if (arende === null) continue;
      for (const item of own) {
        const pk = newItem();
        items.push({ ...item, pk });
        rows.items.push({
          ...{ pk, arende_pk: arendePk, id: item.id, typ: item.typ, text: item.text },
          ...{ huvudman: handling.huvudman, huvudman_key: huvudmanKey(handling.huvudman) },
          ...{ organ: handling.organ, datum: handling.datum, diarienummer, paragraf: arende.paragraf },
          ...{ rubrik: arende.rubrik ?? handling.rubrik, parti: item.parti, file_name: source.fileName },
          ...{ page: item.page, bbox: item.bbox === null ? null : JSON.stringify(item.bbox) },
          utfall: item.utfall,
          maskeras: isToMask(item, [diarienummer, source.fileName]) ? 1 : 0,
          samma: null,
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
    item.persons.map(({ namn, parti }, nr) => ({
      ...{ item_pk: item.pk, nr, namn, parti, namn_key: personKey(namn), parti_key: partiKey(parti) },
    })),
  );
  for (const part of chunks(rows.handlingar)) await db.insertInto('handlingar').values(part).execute();
  for (const part of chunks(rows.arenden)) await db.insertInto('arenden').values(part).execute();
  for (const part of chunks(rows.andra)) await db.insertInto('andra_nummer').values(part).execute();
  for (const part of chunks(rows.items)) await db.insertInto('items').values(part).execute();
  for (const part of chunks(persons)) await db.insertInto('item_persons').values(part).execute();
  await indexItems(db, items);
  await insertDoubts(db, record, rows, rules);
  return {
    matters: [...new Set(rows.arenden.map((row) => row.matter_id))].sort(),
    paragrafer: rows.arenden.flatMap((row) => row.by_paragraf ?? []),
  };
}

/** Gives one of so many new numbers at a time. */
async function numbers(db: Db, table: 'handlingar' | 'arenden' | 'items', count: number) {
  const pks = await dialectOf(db).newPks(db, table, count);
  let next = 0;
  return (): number => pks[next++] as number;
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
    ...{ first_page: pages[0], json: rowJson({ ...handling, arenden: [] }) },
  };
}

function arendeRow(
  pk: number,
  handlingPk: number,
  nr: number,
  handling: Handling,
  arende: Arende | null,
  names: ReadonlyMap<string, string>,
): Tables['arenden'] {
  const { byNumber, byParagraf, own, maybeNumber, diarienummer } = matterKeys(handling, arende, names);
  return {
    ...{ pk, handling_pk: handlingPk, nr, matter_id: byNumber ?? byParagraf ?? own },
    ...{ by_number: byNumber, by_paragraf: byParagraf, own, maybe_number: maybeNumber, diarienummer },
    ...{ rubrik: arende?.rubrik ?? handling.rubrik, json: arende === null ? null : rowJson(arende) },
    ...secrecyOf(handling, arende),
  };
}

/** What of each record needs a person, written when it is saved. */
import type { Kysely } from 'kysely';
import type { Record as FileRecord } from '../../extraction/record.ts';
import { huvudmanKey } from '../../extraction/routing/organ.ts';
import { type DoubtRules, doubtsOf } from '../doubts.ts';
import { rankOf } from '../granska.ts';
import { chunks } from './chunks.ts';
import { rowJson } from './row-json.ts';
import type { Tables } from './schema.ts';

/** Writes the doubts of a record, told by these rules. `rows` are those of its handlingar, in order, and of their ärenden. */
export async function insertDoubts(
  db: Kysely<Tables>,
  record: FileRecord,
  rows: { handlingar: Tables['handlingar'][]; arenden: Tables['arenden'][] },
  rules: DoubtRules,
): Promise<void> {
  const { sha256, fileName } = record.source;
  const arenden = new Map(rows.arenden.map((row) => [`${row.handling_pk}:${row.nr}`, row.pk]));
  const doubts = doubtsOf(record, rules).map(({ rad, handling, arende }) => {
    const handlingPk = handling === null ? null : (rows.handlingar[handling]?.pk ?? null);
    return {
      ...{ sha256, handling_pk: handlingPk, arende_pk: arenden.get(`${handlingPk}:${arende}`) ?? null },
      ...{ rank: rankOf(rad.code), confidence: rad.confidence, huvudman_key: huvudmanKey(rad.huvudman) },
      ...{ organ: rad.organ, file_name: fileName, page: rad.page, json: rowJson(rad) },
    };
  });
  for (const part of chunks(doubts)) await db.insertInto('doubts').values(part).execute();
}

/** What readers are not shown, as conditions. */
import { type Kysely, type RawBuilder, sql } from 'kysely';
import { matterKeysOf } from '../../diarium/rader/masking.ts';
import { personnummerIn } from '../../diarium/rader/personnummer.ts';
import type { Arende, Handling } from '../../extraction/record.ts';
import type { SearchItem } from '../items.ts';
import type { SekretessStore } from '../sekretess.ts';
import { chunks } from './chunks.ts';
import type { Tables } from './schema.ts';

type Db = Kysely<Tables>;

/**
 * Ids of the matters under secrecy: of ärenden that name a ground, that have the title of one, or that are the same § in
 * another file, which may print no ground. Each part is found by an index of the few ärenden that name one.
 */
const SECRET_MATTERS = sql`select matter_id from arenden where hemlig = 1
  union select matter_id from arenden where titel in (select titel from arenden where hemlig = 1)
  union select matter_id from arenden where by_paragraf in (select by_paragraf from arenden where hemlig = 1)`;

/** That a matter is not under secrecy. */
export const isOpenMatter = (matterId: RawBuilder<unknown>): RawBuilder<boolean> =>
  sql<boolean>`${matterId} not in (${SECRET_MATTERS})`;

/** That readers see all of an item (called \`i\`). */
export const isOpenItem = (): RawBuilder<boolean> =>
  sql<boolean>`(i.maskeras = 0 and i.arende_pk not in (select pk from arenden where matter_id in (${SECRET_MATTERS})))`;

/** A file that holds a letter in the matter, or nothing but what is secret: minutes are called after the meeting. */
const tellsByItsName = sql<boolean>`(handlingar.kind not in ('protokoll', 'kallelse') or not exists (
  select 1 from arenden other join handlingar h on h.pk = other.handling_pk
  where h.sha256 = records.sha256 and ${isOpenMatter(sql`other.matter_id`)}))`;

/** The columns of an ärende by which it is found. */
export function secrecyOf(
  handling: Handling,
  arende: Arende | null,
): Pick<Tables['arenden'], 'hemlig' | 'titel'> {
  const om = arende?.rubrik ?? handling.rubrik;
  const [titel = null] = matterKeysOf({ huvudman: handling.huvudman, nummer: null, om });
  return { hemlig: (arende?.sekretess ?? null) === null ? 0 : 1, titel };
}

/** Whether a personal number stands in what an item is found or told by. */
export const isToMask = (item: SearchItem, around: readonly (string | null)[]): boolean =>
  personnummerIn([item.text, item.around, ...around].join('\n')).length > 0;

export function sekretessStore(db: Db): SekretessStore {
  return {
    async hemligaMatters(ids) {
      const found = new Set<string>();
      for (const part of chunks([...new Set(ids)])) {
        const rows = await db
          .selectFrom('matters')
          .select('id')
          .where('id', 'in', part)
          .where(sql<boolean>`not ${isOpenMatter(sql.ref('id'))}`)
          .execute();
        for (const { id } of rows) found.add(id);
      }
      return found;
    },
    async hemligaArenden(sha256) {
      const rows = await db
        .selectFrom('arenden')
        .innerJoin('handlingar', 'handlingar.pk', 'arenden.handling_pk')
        .select(['arenden.json', 'handlingar.json as handling'])
        .where('handlingar.sha256', '=', sha256)
        .where(sql<boolean>`not ${isOpenMatter(sql.ref('arenden.matter_id'))}`)
        .execute();
      // a letter that has no ärende is itself what the matter has of it
      return rows.map(({ json, handling }) => (JSON.parse(json ?? handling) as Arende | Handling).id).sort();
    },
    async hemligaFilnamn(fileNames) {
      const found = new Set<string>();
      for (const part of chunks([...new Set(fileNames)])) {
        const rows = await db
          .selectFrom('records')
          .innerJoin('handlingar', 'handlingar.sha256', 'records.sha256')
          .innerJoin('arenden', 'arenden.handling_pk', 'handlingar.pk')
          .select('file_name')
          .distinct()
          .where('file_name', 'in', part)
          .where(sql<boolean>`not ${isOpenMatter(sql.ref('arenden.matter_id'))}`)
          .where(tellsByItsName)
          .execute();
        for (const { file_name } of rows) found.add(file_name);
      }
      return found;
    },
  };
}

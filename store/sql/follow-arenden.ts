/**
 * A file's ärenden followed from one reading to the next. A matter without a number is known by its ärende: what people
 * have said of it, and links to it, hold for as long as the ärende is called the same.
 */
import { type Kysely, sql } from 'kysely';
import { plain } from '../../diarium/way/text.ts';
import { ITEM_TYPER, type Item } from '../../extraction/item-types.ts';
import type { Handling } from '../../extraction/record.ts';
import type { Told } from '../follow/told.ts';
import type { Tables } from './schema.ts';

type Db = Kysely<Tables>;

/** Every ärende, and every handling that has none: what may be a matter of its own. */
export const keptArenden = (handlingar: readonly Handling[]): { told: Told }[] =>
  handlingar.flatMap((handling) => {
    const { diarienummer, datum, organ } = handling.evidence;
    if (handling.arenden.length === 0) {
      const words = plain(handling.rubrik ?? handling.kind);
      const evidence = [...diarienummer, ...datum, ...organ];
      return { told: { id: handling.id, typ: 'handling', words, around: handling.diarienummer, evidence } };
    }
    return handling.arenden.map((arende) => {
      const items = ITEM_TYPER.flatMap((typ) => arende[typ].flatMap((item: Item) => item.evidence));
      const evidence = [...arende.evidence.paragraf, ...arende.evidence.diarienummer, ...items];
      const words = plain(arende.rubrik ?? handling.rubrik ?? '');
      return {
        told: { id: arende.id, typ: 'arende', words, around: arende.paragraf ?? arende.punkt, evidence },
      };
    });
  });

/** What the ärenden of a file are called, where it is not their id. */
export async function arendeNames(tx: Db, sha256: string): Promise<Map<string, string>> {
  const rows = await tx
    .selectFrom('postnamn')
    .select(['id', 'namn'])
    .where('sha256', '=', sha256)
    .where('slag', '=', 'arende')
    .where('galler', '=', 1)
    .execute();
  return new Map(rows.flatMap(({ id, namn }) => (id === null ? [] : [[id, namn]])));
}

/** The matter of each ärende of a file, by what the ärende is called. */
export async function mattersByName(tx: Db, sha256: string): Promise<Map<string, string>> {
  const rows = await tx
    .selectFrom('arenden')
    .innerJoin('handlingar', 'handlingar.pk', 'arenden.handling_pk')
    .select(['arenden.json', 'handlingar.json as handling', 'matter_id'])
    .where('handlingar.sha256', '=', sha256)
    .execute();
  const names = await arendeNames(tx, sha256);
  return new Map(
    rows.map(({ json, handling, matter_id }) => {
      const { id } = JSON.parse(json ?? handling) as { id: string };
      return [names.get(id) ?? id, matter_id];
    }),
  );
}

/**
 * Notes where the ärenden of matters that are no more went.
 *
 * @param before see mattersByName, of the reading before
 */
export async function noteMoved(tx: Db, sha256: string, before: ReadonlyMap<string, string>): Promise<void> {
  const now = await mattersByName(tx, sha256);
  for (const [namn, old] of before) {
    const matter = now.get(namn);
    if (matter === undefined || matter === old) continue;
    await sql`insert into postnamn (namn, sha256, slag, id, galler)
      select ${old}, ${sha256}, 'matter', ${matter}, 0 where not exists (select 1 from matters where id = ${old})
      on conflict (namn) do update set id = excluded.id, sha256 = excluded.sha256`.execute(tx);
  }
}

/** See PostnamnStore.matterId. */
export async function matterId(db: Db, asked: string): Promise<string | null> {
  const met = new Set<string>();
  for (let id = asked; !met.has(id); ) {
    met.add(id);
    const there = await db.selectFrom('matters').select('id').where('id', '=', id).executeTakeFirst();
    if (there !== undefined) return id;
    const row = await db
      .selectFrom('postnamn')
      .select('id')
      .where('namn', '=', id)
      .where('slag', '=', 'matter')
      .executeTakeFirst();
    if (row === undefined || row.id === null) return null;
    id = row.id;
  }
  return null;
}

/** A file's items followed from one reading to the next: who is called what, and what was said that is said no more. */
import { type Kysely, sql } from 'kysely';
import { keyOf, settOf } from '../../diarium/rattelser/index.ts';
import { plain } from '../../diarium/way/text.ts';
import { ITEM_TYPER, type Item } from '../../extraction/item-types.ts';
import type { Record as FileRecord, Handling } from '../../extraction/record.ts';
import { follow, type Named, type Now } from '../follow/follow.ts';
import type { Told } from '../follow/told.ts';
import { itemsOf } from '../items.ts';
import { matterKeys } from '../matter-key.ts';
import type { Lydelse } from '../postnamn.ts';
import { chunks } from './chunks.ts';
import { handlingarIn } from './handling-rows.ts';
import type { Tables } from './schema.ts';
import { isOpenItem } from './sekretess.ts';

type Db = Kysely<Tables>;

/** What is kept of an item that was read otherwise. */
type Kept = Omit<Lydelse, 'at' | 'arende'> & { told: Told };

/**
 * To be called while the rows of the reading before are there.
 *
 * @param record the new reading, as people have corrected it
 * @param at when it is saved, ISO 8601
 */
export async function followItems(tx: Db, record: FileRecord, at: string): Promise<void> {
  const { sha256, fileName } = record.source;
  const was = keptOf(await handlingarOf(tx, sha256), record.source);
  const is = keptOf(record.handlingar, { sha256, fileName });
  const names = await tx.selectFrom('postnamn').selectAll().where('sha256', '=', sha256).execute();
  const rows = await tx
    .selectFrom('lydelser')
    .select(['namn', 'nr', 'json'])
    .where('sha256', '=', sha256)
    .orderBy('nr', 'desc')
    .execute();
  const said = Map.groupBy(rows, ({ namn }) => namn);
  const before = namedIn(was, names, (namn) =>
    (said.get(namn) ?? []).map(({ json }) => (JSON.parse(json) as Kept).told),
  );
  const after = follow(
    before,
    is.map(({ told }) => told),
  );
  await write(tx, sha256, after, names);
  const byId = new Map(is.map((kept) => [kept.told.id, kept]));
  const then = new Map(was.map((kept) => [kept.told.id, kept]));
  const ended = before.flatMap(({ namn, galler, id }, nr) => {
    const kept = galler && id !== null ? then.get(id) : undefined;
    const now = after[nr];
    if (kept === undefined || now === undefined) return [];
    const same = now.galler && now.id !== null && saysJust(kept, byId.get(now.id));
    return same ? [] : [{ namn, kept }];
  });
  await keep(tx, ended, (namn) => said.get(namn) ?? [], at);
}

async function handlingarOf(tx: Db, sha256: string): Promise<Handling[]> {
  const rows = await tx
    .selectFrom('handlingar')
    .leftJoin('arenden', 'arenden.handling_pk', 'handlingar.pk')
    .select(['handlingar.pk', 'handlingar.json', 'arenden.json as arende'])
    .where('sha256', '=', sha256)
    .orderBy('handlingar.nr')
    .orderBy('arenden.nr')
    .execute();
  return handlingarIn(rows).map(({ handling }) => handling);
}

function keptOf(
  handlingar: readonly Handling[],
  { sha256, fileName }: Pick<FileRecord['source'], 'sha256' | 'fileName'>,
): Kept[] {
  return handlingar.flatMap((handling) =>
    handling.arenden.flatMap((arende) => {
      const { huvudman, organ, avsandare, kind, datum } = handling;
      const { paragraf, sekretess } = arende;
      const rubrik = arende.rubrik ?? handling.rubrik;
      const { diarienummer } = matterKeys(handling, arende);
      const around = [paragraf, rubrik].filter((part) => part !== null).join(' ') || null;
      const read = new Map(ITEM_TYPER.flatMap((typ) => arende[typ].map((item: Item) => [item.id, item])));
      return itemsOf(arende, handling).flatMap(({ id, typ, text, persons, page }): Kept[] => {
        const item = read.get(id);
        if (item === undefined) return [];
        const words = plain(keyOf(typ, settOf(typ, item)));
        // of a vote all who were called would be named
        const personer = typ === 'voteringar' ? [] : persons.map(({ namn, parti }) => ({ namn, parti }));
        return [
          {
            ...{ typ, text, personer, huvudman, organ, avsandare, kind, datum, diarienummer, paragraf },
            ...{ rubrik, sekretess, fileName, sha256, page: page ?? arende.pages[0] },
            told: { id, typ, words, around, evidence: item.evidence },
          },
        ];
      });
    }),
  );
}

/** All that is called something: each item of the reading before, and what was there once. */
function namedIn(
  was: readonly Kept[],
  names: readonly Tables['postnamn'][],
  saidBy: (namn: string) => Told[],
): Named[] {
  const byId = new Map(
    names.flatMap((row) => (row.galler === 1 && row.id !== null ? [[row.id, row.namn]] : [])),
  );
  const mains = was.map(({ told }): Named => {
    const namn = byId.get(told.id) ?? told.id;
    return { namn, id: told.id, galler: true, said: [told, ...saidBy(namn)] };
  });
  const met = new Set(mains.map(({ namn }) => namn));
  const others = names
    .filter(({ namn }) => !met.has(namn))
    .map(({ namn, id }): Named => ({ namn, id, galler: false, said: saidBy(namn) }));
  return [...mains, ...others];
}

/** What is called by its own id, and always was, has no row. */
async function write(
  tx: Db,
  sha256: string,
  after: readonly Now[],
  names: readonly Tables['postnamn'][],
): Promise<void> {
  const known = new Map(names.map((row) => [row.namn, row]));
  const rows = after
    .map(({ namn, id, galler }) => ({ namn, sha256, id, galler: galler ? 1 : 0 }))
    .filter((row) => {
      const before = known.get(row.namn);
      if (before === undefined) return row.id !== row.namn || row.galler === 0;
      return before.id !== row.id || before.galler !== row.galler;
    });
  for (const part of chunks(rows))
    await tx
      .insertInto('postnamn')
      .values(part)
      .onConflict((same) =>
        same
          .column('namn')
          .doUpdateSet((eb) => ({ id: eb.ref('excluded.id'), galler: eb.ref('excluded.galler') })),
      )
      .execute();
}

const saysJust = (one: Kept, other: Kept | undefined): boolean => seenOf(one) === (other && seenOf(other));

/** What a person sees of it. */
const seenOf = ({ typ, text, personer }: Kept): string => JSON.stringify([typ, text, personer]);

/** Keeps what was said until now; what was kept of the very same before gives way. */
async function keep(
  tx: Db,
  ended: readonly { namn: string; kept: Kept }[],
  saidBy: (namn: string) => readonly Pick<Tables['lydelser'], 'nr' | 'json'>[],
  at: string,
): Promise<void> {
  const opens = await openness(
    tx,
    ended.map(({ kept }) => kept.told.id),
  );
  const rows: Tables['lydelser'][] = [];
  for (const { namn, kept } of ended) {
    const before = saidBy(namn);
    for (const { nr, json } of before)
      if (saysJust(JSON.parse(json) as Kept, kept))
        await tx.deleteFrom('lydelser').where('namn', '=', namn).where('nr', '=', nr).execute();
    const { matter_id = '', offentlig = 0 } = opens.get(kept.told.id) ?? {};
    const nr = Math.max(0, ...before.map((row) => row.nr)) + 1;
    rows.push({
      ...{ namn, nr, sha256: kept.sha256, json: JSON.stringify(kept), matter_id, offentlig, till: at },
    });
  }
  for (const part of chunks(rows)) await tx.insertInto('lydelser').values(part).execute();
}

/** The matter of each item, and whether readers see it. */
async function openness(tx: Db, ids: string[]) {
  const found = new Map<string, Pick<Tables['lydelser'], 'matter_id' | 'offentlig'>>();
  for (const part of chunks(ids)) {
    const rows = await tx
      .selectFrom('items as i')
      .innerJoin('arenden', 'arenden.pk', 'i.arende_pk')
      .select(['i.id', 'matter_id', sql<number>`case when ${isOpenItem()} then 1 else 0 end`.as('offentlig')])
      .where('i.id', 'in', part)
      .execute();
    for (const { id, ...row } of rows) found.set(id, row);
  }
  return found;
}

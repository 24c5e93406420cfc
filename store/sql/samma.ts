/**
 * Items of several files that are one: what stands in a § that is printed in several files, and the förslag of a matter that
 * letters and kallelser put in the same words. Which one it is with is kept with each item, so that a search need not look
 * for it.
 */
import { type Kysely, type RawBuilder, sql } from 'kysely';
import { byWeight } from '../../diarium/way/steg.ts';
import { alike, plain } from '../../diarium/way/text.ts';
import type { ArendePart } from '../../diarium/way/types.ts';
import type { Arende, Handling } from '../../extraction/record.ts';
import { itemsOf } from '../items.ts';
import { personKey } from '../person-key.ts';
import { chunks } from './chunks.ts';
import type { Tables } from './schema.ts';

type Db = Kysely<Tables>;

/** Files that print one §, and förslag of one matter; a key that more have is no key, and nothing of it is made one. */
const MOST_VERSIONS = 50;
const MOST_FORSLAG = 500;
/** Items of a kind that are compared by their words. */
const MOST_COMPARED = 40;

/** The pk of the item that an item (called `i`) is one with; its own where it is one by itself. */
export const sameItem = (): RawBuilder<number> => sql`coalesce(i.samma, i.pk)`;

/** Finds out anew what is one of the §§ with these keys. */
export async function markSameParagrafer(tx: Db, paragrafer: ReadonlySet<string>): Promise<void> {
  for (const keys of chunks([...paragrafer])) {
    const rows = await tx
      .selectFrom('arenden')
      .select(['pk', 'by_paragraf'])
      .where('by_paragraf', 'in', keys)
      .orderBy('pk')
      .execute();
    const groups = [...Map.groupBy(rows, (row) => row.by_paragraf).values()];
    const several = groups.filter((group) => group.length > 1 && group.length <= MOST_VERSIONS);
    const versions = await versionsOf(
      tx,
      several.flat().map(({ pk }) => pk),
    );
    const one = new Map<number, number>();
    for (const group of several) {
      const own = group.flatMap(({ pk }) => versions.get(pk) ?? []);
      sameOf(
        own.toSorted((a, b) => byWeight(a.part, b.part)),
        one,
      );
    }
    await keep(
      tx,
      rows.map(({ pk }) => pk),
      one,
    );
  }
}

/** The same of the förslag of these matters, outside minutes. */
export async function markSameForslag(tx: Db, matters: readonly string[]): Promise<void> {
  const rows = await tx
    .selectFrom('items as i')
    .innerJoin('arenden', 'arenden.pk', 'i.arende_pk')
    .innerJoin('handlingar', 'handlingar.pk', 'arenden.handling_pk')
    .select(['i.pk', 'i.text', 'i.arende_pk', 'matter_id', 'kind', 'handlingar.datum', 'sha256'])
    .select(['handlingar.nr', 'arenden.nr as arende_nr'])
    .where('matter_id', 'in', matters)
    .where('i.typ', '=', 'forslag')
    .where('kind', '!=', 'protokoll')
    .orderBy('i.pk')
    .execute();
  const one = new Map<number, number>();
  for (const group of Map.groupBy(rows, (row) => row.matter_id).values()) {
    if (group.length > MOST_FORSLAG) continue;
    // the letter comes first, then the first kallelse
    const sorted = group.toSorted(
      (a, b) =>
        Number(a.kind === 'kallelse') - Number(b.kind === 'kallelse') ||
        compare(a.datum ?? '9999', b.datum ?? '9999') ||
        compare(a.sha256, b.sha256) ||
        a.nr - b.nr ||
        a.arende_nr - b.arende_nr ||
        a.pk - b.pk,
    );
    const first = new Map<string, number>();
    const keyOf = numbered<(typeof rows)[number]>(({ arende_pk, text }) => [`${arende_pk}`, plain(text)]);
    for (const row of sorted) {
      const key = keyOf(row);
      const same = first.get(key);
      if (same === undefined) first.set(key, row.pk);
      else one.set(row.pk, same);
    }
  }
  await keep(tx, [...new Set(rows.map((row) => row.arende_pk))], one);
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Tells the second of two that are alike within one place from the first. */
function numbered<T>(of: (item: T) => [place: string, key: string]): (item: T) => string {
  const met = new Map<string, number>();
  return (item) => {
    const [place, key] = of(item);
    const nr = (met.get(`${place} ${key}`) ?? 0) + 1;
    met.set(`${place} ${key}`, nr);
    return `${key}#${nr}`;
  };
}

interface Version {
  part: ArendePart;
  items: { pk: number; typ: string; text: string; who: string; key: string }[];
}

/** One § as each of its files prints it. */
async function versionsOf(tx: Db, arenden: number[]): Promise<Map<number, Version>> {
  const versions = new Map<number, Version>();
  for (const pks of chunks(arenden)) {
    const rows = await tx
      .selectFrom('arenden')
      .innerJoin('handlingar', 'handlingar.pk', 'arenden.handling_pk')
      .select(['arenden.pk', 'arenden.json', 'handlingar.json as handling', 'sha256'])
      .where('arenden.pk', 'in', pks)
      .execute();
    const items = await tx
      .selectFrom('items')
      .select(['pk', 'id', 'arende_pk'])
      .where('arende_pk', 'in', pks)
      .execute();
    const byArende = Map.groupBy(items, ({ arende_pk }) => arende_pk);
    for (const { pk, json, handling: own, sha256 } of rows) {
      if (json === null) continue;
      const arende = JSON.parse(json) as Arende;
      const handling = JSON.parse(own) as Handling;
      const pkOf = new Map((byArende.get(pk) ?? []).map((item) => [item.id, item.pk]));
      const keyOf = numbered<string>((text) => ['', text]);
      versions.set(pk, {
        part: { arende, handling, source: { sha256, fileName: '' } },
        items: itemsOf(arende, handling).flatMap(({ id, typ, text, persons, parti }) => {
          const item = pkOf.get(id);
          if (item === undefined) return [];
          const who = [parti, ...persons.map(({ namn }) => personKey(namn))].join('|');
          return { pk: item, typ, text, who, key: keyOf([typ, plain(text), who].join('|')) };
        }),
      });
    }
  }
  return versions;
}

/** What of later versions is one with an item of an earlier one: said in the same words, or misread. The best comes first. */
function sameOf(versions: Version[], one: Map<number, number>): void {
  const known = new Map<string, Version['items'][number]>();
  for (const { items } of versions) {
    const taken = new Set<number>();
    const pair = (pk: number, same: number): void => {
      one.set(pk, same);
      taken.add(same);
    };
    const others = items.filter(({ pk, key }) => {
      const same = known.get(key);
      if (same !== undefined) pair(pk, same.pk);
      return same === undefined;
    });
    const free = Map.groupBy(
      [...known.values()].filter(({ pk }) => !taken.has(pk)),
      ({ typ }) => typ,
    );
    for (const item of others) {
      const near = (free.get(item.typ) ?? [])
        .slice(0, MOST_COMPARED)
        .find((one) => !taken.has(one.pk) && one.who === item.who && alike(one.text, item.text) > 0);
      if (near) pair(item.pk, near.pk);
      else known.set(item.key, item);
    }
  }
}

/** Writes it down, of all items of these ärenden, where it is not so already. */
async function keep(tx: Db, arenden: number[], one: ReadonlyMap<number, number>): Promise<void> {
  for (const pks of chunks(arenden)) {
    const items = await tx
      .selectFrom('items')
      .select(['pk', 'samma'])
      .where('arende_pk', 'in', pks)
      .execute();
    const changed = items.flatMap(({ pk, samma }) => {
      const now = one.get(pk) ?? null;
      return now === samma ? [] : { pk, now };
    });
    for (const some of chunks(changed)) {
      const cases = some.map(({ pk, now }) => sql`when ${sql.lit(pk)} then ${sql.lit(now)}`);
      await tx
        .updateTable('items')
        .set({ samma: sql<number | null>`cast(case pk ${sql.join(cases, sql` `)} end as integer)` })
        .where(
          'pk',
          'in',
          some.map(({ pk }) => pk),
        )
        .execute();
    }
  }
}

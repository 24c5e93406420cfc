/** The full-text index: stems of the items' texts, and the vocabulary in which compounds are looked up. */
import { type Kysely, sql } from 'kysely';
import { compoundKeys, isPartOfCompound, type Sought, stems } from '../../extraction/language/stem.ts';
import type { SearchItem } from '../items.ts';
import type { Tables } from './schema.ts';

type Db = Kysely<Tables>;

/** Compounds of one word that are looked for; a word with more of them is found in plenty anyway. */
const COMPOUNDS = 4000;

/** Indexes new items under their pk. */
export async function indexItems(db: Db, items: (SearchItem & { pk: number })[]): Promise<void> {
  const met = new Set<string>();
  for (const item of items) {
    const [text, around] = [stems(item.text), stems(item.around)];
    for (const stem of [...text, ...around]) met.add(stem);
    await sql`insert into items_fts (rowid, text, around)
      values (${item.pk}, ${text.join(' ')}, ${around.join(' ')})`.execute(db);
  }
  for (const stem of met) {
    if (stem.length < 5) continue; // too short for a compound
    const added = await sql<{ pk: number }>`insert into stems (stem) values (${stem})
      on conflict do nothing returning pk`.execute(db);
    const pk = added.rows[0]?.pk;
    if (pk !== undefined) await sql`insert into stems_fts (rowid, stem) values (${pk}, ${stem})`.execute(db);
  }
}

/** Takes items out of the index. Their stems stay in the vocabulary: one that nothing has finds nothing. */
export async function unindexItems(db: Db, pks: number[]): Promise<void> {
  for (const pk of pks) await sql`delete from items_fts where rowid = ${pk}`.execute(db);
}

/** Stems of compounds that the sought word is a part of. */
export async function compoundsOf(db: Db, sought: Sought): Promise<string[]> {
  const found = new Set<string>();
  for (const key of compoundKeys(sought)) {
    const rows = await sql<{ stem: string }>`select stem from stems where pk in
      (select rowid from stems_fts where stems_fts match ${trigrams(key)})`.execute(db);
    for (const { stem } of rows.rows) if (isPartOfCompound(sought, stem)) found.add(stem);
  }
  return [...found].sort((a, b) => a.length - b.length || (a < b ? -1 : 1)).slice(0, COMPOUNDS);
}

/** A sequence of stems, as FTS5 writes it. Stems are letters and digits only, so nothing needs escaping. */
export function phrase(sequence: string[]): string {
  return `"${sequence.join(' ')}"`;
}

/** The index keeps no positions (it is small then): all trigrams are asked for, and isPartOfCompound decides. */
function trigrams(key: string): string {
  const letters = [...key];
  const parts = letters.slice(2).map((_, i) => phrase([letters.slice(i, i + 3).join('')]));
  return parts.join(' AND ');
}

/** The full-text index: stems of the items' texts, and the vocabulary in which compounds are looked up. */
import type { Kysely } from 'kysely';
import { compoundKeys, isPartOfCompound, type Sought, stems } from '../../extraction/language/stem.ts';
import type { SearchItem } from '../items.ts';
import { dialectOf } from './dialect.ts';
import type { Tables } from './schema.ts';

type Db = Kysely<Tables>;

/** Compounds of one word that are looked for; a word with more of them is found in plenty anyway. */
const COMPOUNDS = 4000;

/** Letters of a word that may be a part of another; what is longer is no word. */
const LONGEST_PART = 60;

/** Indexes new items under their pk. */
export async function indexItems(db: Db, items: (SearchItem & { pk: number })[]): Promise<void> {
  const stemmed = items.map(({ pk, text, around }) => ({ pk, text: stems(text), around: stems(around) }));
  await dialectOf(db).fulltext.index(db, stemmed);
}

/** Stems of compounds that the sought word is a part of. */
export async function compoundsOf(db: Db, sought: Sought): Promise<string[]> {
  const found = new Set<string>();
  if (sought.word.length > LONGEST_PART) return [];
  for (const key of compoundKeys(sought)) {
    for (const stem of await dialectOf(db).fulltext.stemsWith(db, key))
      if (isPartOfCompound(sought, stem)) found.add(stem);
  }
  return [...found].sort((a, b) => a.length - b.length || (a < b ? -1 : 1)).slice(0, COMPOUNDS);
}

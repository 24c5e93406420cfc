/** Words of the texts that are written almost as one that is not there: what a person may have meant. */
import { type Kysely, sql } from 'kysely';
import { distance } from '../../extraction/language/distance.ts';
import { stem, words, wordsAt } from '../../extraction/language/stem.ts';
import type { ForLasare } from '../sekretess.ts';
import { dialectOf } from './dialect.ts';
import type { Tables } from './schema.ts';
import { ITEM } from './search-where.ts';
import { isOpenItem } from './sekretess.ts';

type Db = Kysely<Tables>;

/** A shorter word is almost any other. */
const SHORTEST = 4;
const LONGEST = 40;
/** From so many letters on two may be wrong. */
const LONG = 7;
/** Stems that are looked up, the nearest first, and words that are answered. */
const TRIED = 12;
const ANSWERED = 3;

/** See SearchStore.liknande. */
export async function liknande(db: Db, word: string, { offentligt }: ForLasare): Promise<string[]> {
  const [only, ...others] = words(word);
  if (only === undefined || others.length > 0 || !/^\p{L}+$/u.test(only)) return [];
  const asked = stem(only);
  if (asked.length < SHORTEST || asked.length > LONGEST) return [];
  const found = new Set<string>();
  for (const near of await nearStems(db, only, asked)) {
    const written = await asWritten(db, near, offentligt === true);
    if (written !== null) found.add(written);
    if (found.size === ANSWERED) break;
  }
  return [...found];
}

/** With one letter wrong, one half of the word is right: by it the vocabulary is asked. */
async function nearStems(db: Db, word: string, asked: string): Promise<string[]> {
  const most = asked.length < LONG ? 1 : 2;
  const half = Math.max(3, Math.floor(asked.length / 2));
  const near = new Map<string, number>();
  for (const letters of new Set([asked.slice(0, half), asked.slice(-half)])) {
    for (const one of await dialectOf(db).fulltext.stemsWith(db, letters)) {
      // what is misspelt may have lost another ending than the word itself does
      const wrong = Math.min(distance(asked, one, most), distance(word.slice(0, one.length), one, most));
      if (one !== asked && wrong <= most) near.set(one, wrong);
    }
  }
  return [...near]
    .sort(([a, n], [b, m]) => n - m || (a < b ? -1 : 1))
    .slice(0, TRIED)
    .map(([one]) => one);
}

/** A stem is no word: one is taken from a text that has it; null: none has it any more, or none that may be shown. */
async function asWritten(db: Db, near: string, offentligt: boolean): Promise<string | null> {
  const { rows } = await sql<{ text: string; rubrik: string | null }>`select i.text, i.rubrik from items i
    where ${dialectOf(db).fulltext.any(ITEM, [[near]])} and ${offentligt ? isOpenItem() : sql`1 = 1`}
    order by i.id limit 1`.execute(db);
  const all = rows.flatMap(({ text, rubrik }) => wordsAt(`${text} ${rubrik ?? ''}`.normalize('NFC')));
  return all.find((one) => stem(one.word) === near)?.word ?? null;
}

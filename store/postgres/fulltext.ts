/** The full-text index by PostgreSQL's own arrays and GIN, for which no extension has to be installed. */
import { type Kysely, sql } from 'kysely';
import type { Fulltext, Sequence } from '../sql/dialect.ts';
import type { Tables } from '../sql/schema.ts';
import { SHORTEST_COMPOUND, trigramsOf } from '../sql/vocabulary.ts';

type Db = Kysely<Tables>;

/** What an index takes of a stem; no word is as long. */
const LONGEST = 200;
/** Stems known to be in the vocabulary already. */
const KNOWN = 200_000;
/** Stems to one statement. */
const SOME = 2000;

/**
 * @param beside for the vocabulary, which is written beside the transaction that met its stems: any two files have new
 *   words in common, and would else wait for each other. A stem too many finds nothing.
 */
export function fulltext(beside: Db): Fulltext {
  const known = new Set<string>();
  return {
    async index(tx, items) {
      if (items.length === 0) return;
      const rows = items.map(({ pk, text, around }) => ({
        pk,
        text: text.map(cut),
        around: around.map(cut),
      }));
      await learn(beside, new Set(rows.flatMap(({ text, around }) => [...text, ...around])), known);
      const texts = rows.map(({ text }) => ` ${text.map((stem) => `${stem} `).join('')}`);
      const arounds = rows.map(({ around }) => around.map((stem) => `${stem} `).join(''));
      await sql`insert into items_fts (item_pk, text, around) select * from
        unnest(${rows.map(({ pk }) => pk)}::bigint[], ${texts}::text[], ${arounds}::text[])`.execute(tx);
    },

    // they go with their items
    unindex: async () => {},

    async stemsWith(db, letters) {
      const { rows } = await sql<{ stem: string }>`select stem from stems
        where trigrams @> ${trigrams(letters)}::text[] collate "C"`.execute(db);
      return rows.map(({ stem }) => stem);
    },

    any(pk, sequences) {
      const words = sequences.flatMap((sequence) => (sequence.length === 1 ? sequence.map(cut) : []));
      const several = sequences.filter(({ length }) => length > 1);
      const either = [
        ...(words.length === 0 ? [] : [anyOf(words)]),
        // each by itself: how many of them might be joined in which order is a question that takes minutes to answer
        ...several.map(
          (sequence) => sql`(select item_pk from items_fts where ${found(sequence, 'anywhere')} offset 0)`,
        ),
      ];
      return sql`${pk} in (${sql.join(either, sql` union all `)})`;
    },

    all(pk, groups, where) {
      const each = groups.map(
        (sequences) =>
          sql`(${sql.join(
            sequences.map((sequence) => found(sequence, where)),
            sql` or `,
          )})`,
      );
      return sql`${pk} in (select item_pk from items_fts where ${sql.join(each, sql` and `)})`;
    },
  };
}

/** As in the index. */
const STEMS = sql`string_to_array(btrim(text || around), ' ')`;

const cut = (stem: string): string => stem.slice(0, LONGEST);

/** That a row has the sequence: its stems by the index, and side by side by their letters. */
function found(sequence: Sequence, where: 'text' | 'anywhere') {
  const words = sequence.map(cut);
  const phrase = ` ${words.join(' ')} `;
  const has = sql`${STEMS} @> ${words}::text[] collate "C"`;
  if (where === 'text') return sql`(${has} and strpos(text, ${phrase}) > 0)`;
  if (words.length === 1) return has;
  return sql`(${has} and (strpos(text, ${phrase}) > 0 or strpos(' ' || around, ${phrase}) > 0))`;
}

/**
 * The items that have any of the stems. Each is looked up by itself: thousands of them asked for at once are compared
 * with every stem of every row, where the index does not look selective enough to be used. And once for the question,
 * not for each row that its filters leave.
 */
const anyOf = (words: readonly string[]) =>
  sql`(with any_of as materialized (
    select f.item_pk from unnest(${words}::text[]) as sought (stem)
    cross join lateral (select item_pk from items_fts
      where ${STEMS} @> array[sought.stem] collate "C" offset 0) f
  ) select item_pk from any_of)`;

/** Takes stems into the vocabulary. In order, so that two who do so at once wait for each other but never in a ring. */
async function learn(beside: Db, met: ReadonlySet<string>, known: Set<string>): Promise<void> {
  const fresh = [...met].filter((stem) => stem.length >= SHORTEST_COMPOUND && !known.has(stem)).sort();
  for (let at = 0; at < fresh.length; at += SOME) {
    const some = fresh.slice(at, at + SOME);
    const parts = some.map((stem) => trigrams(stem).join(' '));
    await sql`insert into stems (stem, trigrams) select stem, string_to_array(parts, ' ')
      from unnest(${some}::text[], ${parts}::text[]) as new (stem, parts)
      on conflict do nothing`.execute(beside);
    if (known.size > KNOWN) known.clear();
    for (const stem of some) known.add(stem);
  }
}

const trigrams = (text: string): string[] => [...new Set(trigramsOf(text))];

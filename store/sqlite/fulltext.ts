/** The full-text index in FTS5: of the items' stems, and of the stems' trigrams. */
import { sql } from 'kysely';
import type { Fulltext, Sequence } from '../sql/dialect.ts';
import { SHORTEST_COMPOUND, trigramsOf } from '../sql/vocabulary.ts';

/** Sequences in one OR. FTS5 tries every one of an OR on every row, so many go in many. */
const SOME = 16;

export const fulltext: Fulltext = {
  async index(tx, items) {
    const met = new Set<string>();
    for (const { pk, text, around } of items) {
      for (const stem of [...text, ...around]) met.add(stem);
      await sql`insert into items_fts (rowid, text, around)
        values (${pk}, ${text.join(' ')}, ${around.join(' ')})`.execute(tx);
    }
    for (const stem of met) {
      if (stem.length < SHORTEST_COMPOUND) continue;
      const added = await sql<{ pk: number }>`insert into stems (stem) values (${stem})
        on conflict do nothing returning pk`.execute(tx);
      const pk = added.rows[0]?.pk;
      if (pk === undefined) continue;
      await sql`insert into stems_fts (rowid, stem) values (${pk}, ${stem})`.execute(tx);
    }
  },

  async unindex(tx, sha256) {
    const items = await tx
      .selectFrom('items')
      .innerJoin('arenden', 'arenden.pk', 'items.arende_pk')
      .innerJoin('handlingar', 'handlingar.pk', 'arenden.handling_pk')
      .select('items.pk')
      .where('handlingar.sha256', '=', sha256)
      .execute();
    for (const { pk } of items) await sql`delete from items_fts where rowid = ${pk}`.execute(tx);
  },

  async stemsWith(db, letters) {
    const { rows } = await sql<{ stem: string }>`select stem from stems where pk in
      (select rowid from stems_fts where stems_fts match ${trigrams(letters)})`.execute(db);
    return rows.map(({ stem }) => stem);
  },

  any(pk, sequences) {
    const parts = Array.from({ length: Math.ceil(sequences.length / SOME) }, (_, i) =>
      matching(
        sequences
          .slice(i * SOME, (i + 1) * SOME)
          .map(phrase)
          .join(' OR '),
      ),
    );
    return sql`${pk} in (${sql.join(parts, sql` union all `)})`;
  },

  all(pk, groups, where) {
    const match = groups.map((sequences) => `(${sequences.map(phrase).join(' OR ')})`).join(' AND ');
    return sql`${pk} in (${matching(where === 'text' ? `text : (${match})` : match)})`;
  },
};

const matching = (match: string) => sql`select rowid from items_fts where items_fts match ${match}`;

const phrase = (sequence: Sequence): string => `"${sequence.join(' ')}"`;

/** The index keeps no positions (it is small then): all trigrams are asked for. */
const trigrams = (text: string): string =>
  trigramsOf(text)
    .map((part) => phrase([part]))
    .join(' AND ');

/** What people have said of bodies and recipients, as it holds now. */
import type { Kysely } from 'kysely';
import { nameGroups, type OrganPost } from '../../diarium/organ/index.ts';
import type { NameGroups } from '../../extraction/routing/organ.ts';
import type { Tables } from './schema.ts';

export interface PostRad {
  post: OrganPost;
  huvudman: string | null;
  huvudmanKey: string;
}

/** The entries that hold, of one huvudman or of all. */
export async function poster(db: Kysely<Tables>, huvudmanKey?: string): Promise<PostRad[]> {
  let query = db
    .selectFrom('organ_andringar')
    .select(['organ', 'huvudman', 'huvudman_key', 'efter'])
    .where('nr', 'in', (eb) =>
      eb
        .selectFrom('organ_andringar as a')
        .select((a) => a.fn.max('a.nr').as('nr'))
        .$if(huvudmanKey !== undefined, (own) => own.where('a.huvudman_key', '=', huvudmanKey ?? ''))
        .groupBy(['a.huvudman_key', 'a.organ']),
    )
    .orderBy('huvudman_key')
    .orderBy('organ');
  if (huvudmanKey !== undefined) query = query.where('huvudman_key', '=', huvudmanKey);
  const rows = await query.execute();
  return rows.flatMap(({ efter, huvudman, huvudman_key }) =>
    efter === null ? [] : [{ post: JSON.parse(efter) as OrganPost, huvudman, huvudmanKey: huvudman_key }],
  );
}

/** The names that people have said are one, of one huvudman. */
export async function nameGroupsOf(db: Kysely<Tables>, huvudmanKey: string): Promise<NameGroups> {
  return nameGroups((await poster(db, huvudmanKey)).map(({ post }) => post));
}

/** The same of all huvudmän, by their keys. */
export async function allNameGroups(db: Kysely<Tables>): Promise<Map<string, NameGroups>> {
  const rows = Map.groupBy(await poster(db), (row) => row.huvudmanKey);
  return new Map([...rows].map(([key, own]) => [key, nameGroups(own.map(({ post }) => post))]));
}

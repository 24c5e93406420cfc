/** What a question asks of an item (`i`), as conditions: its words in the full-text index, the filters as columns. */
import { type Kysely, type RawBuilder, sql } from 'kysely';
import { stems } from '../../extraction/language/stem.ts';
import { huvudmanKey } from '../../extraction/routing/organ.ts';
import { partiKey, personKey } from '../person-key.ts';
import { type Part, type Question, readQuestion } from '../question.ts';
import type { SearchQuestion } from '../search.ts';
import { dialectOf, type Sequence } from './dialect.ts';
import { compoundsOf } from './fts.ts';
import { findMatters } from './matters.ts';
import { ofOrgan } from './of-organ.ts';
import type { Tables } from './schema.ts';
import { isOpenItem } from './sekretess.ts';

type Db = Kysely<Tables>;
export type Condition = RawBuilder<unknown>;

export interface Where {
  /** All of them hold. */
  conditions: Condition[];
  /** That it is of a kind that was asked for; null: of any. */
  typ: Condition | null;
  /** The words as they were asked for, without compounds: one of each group was to be found. */
  groups: Sequence[][];
}

/** The item in a question. */
export const ITEM = sql`i.pk`;

export const allOf = (conditions: readonly Condition[]): Condition =>
  sql.join([sql`1 = 1`, ...conditions], sql` and `);

/** What a question asks; null: it has signs in it but nothing that could be found. */
export async function whereOf(db: Db, question: SearchQuestion): Promise<Where | null> {
  const asked = readQuestion(question.query);
  if (isNothing(asked) && question.query.trim() !== '') return null;
  const groups: Sequence[][] = [];
  const conditions: Condition[] = [];
  for (const group of asked.all) {
    const parts = await Promise.all(group.map((part) => found(db, part, question)));
    conditions.push(either(db, parts));
    if (parts.every(({ matters }) => matters === undefined))
      groups.push(parts.flatMap(({ sequences }) => sequences.slice(0, 1)));
  }
  for (const part of asked.none) conditions.push(sql`not ${either(db, [await found(db, part, question)])}`);
  const typer = question.typ === undefined ? [] : [question.typ].flat();
  return {
    conditions: [...conditions, ...(await filters(db, question))],
    typ: typer.length === 0 ? null : sql`i.typ in (${sql.join(typer)})`,
    groups,
  };
}

const isNothing = ({ all, none }: Question): boolean => all.length === 0 && none.length === 0;

/** By what one part is found: stems side by side, the first of them as it was asked for; or the items of matters. */
interface Found {
  sequences: Sequence[];
  matters?: string[];
}

async function found(db: Db, part: Part, of: SearchQuestion): Promise<Found> {
  if (part.kind === 'phrase') return { sequences: [part.stems] };
  if (part.kind === 'word')
    return { sequences: [part.stem, ...(await compoundsOf(db, part))].map((stem) => [stem]) };
  const matters = (await findMatters(db, part.number, of)).map(({ id }) => id);
  // A number that no matter has is looked for as it stands in the texts.
  return matters.length === 0 ? { sequences: [stems(part.number)] } : { sequences: [], matters };
}

function either(db: Db, parts: Found[]): Condition {
  const sequences = parts.flatMap((part) => part.sequences);
  const matters = parts.flatMap((part) => part.matters ?? []);
  const conditions = [
    ...(sequences.length === 0 ? [] : [dialectOf(db).fulltext.any(ITEM, sequences)]),
    ...(matters.length === 0 ? [] : [inMatters(matters)]),
  ];
  return sql`(${sql.join(conditions, sql` or `)})`;
}

async function filters(db: Db, question: SearchQuestion): Promise<Condition[]> {
  const { organ, parti, person, utfall, ar, from, to, diarienummer, huvudman, offentligt } = question;
  const conditions: Condition[] = [];
  if (from !== undefined) conditions.push(sql`i.datum >= ${from}`);
  if (to !== undefined) conditions.push(sql`i.datum <= ${to}`);
  if (ar !== undefined) conditions.push(sql`i.datum >= ${`${ar}-`} and i.datum < ${`${ar}-~`}`);
  if (huvudman !== undefined) conditions.push(sql`i.huvudman_key = ${huvudmanKey(huvudman)}`);
  if (utfall !== undefined) conditions.push(sql`i.utfall = ${utfall}`);
  if (offentligt) conditions.push(isOpenItem());
  if (parti !== undefined) conditions.push(ofPersons(sql`parti_key = ${partiKey(parti) ?? ''}`));
  if (person !== undefined) conditions.push(ofPersons(await called(db, person, offentligt)));
  if (diarienummer !== undefined) {
    conditions.push(inMatters((await findMatters(db, diarienummer, { huvudman })).map(({ id }) => id)));
  }
  if (organ !== undefined) conditions.push(await ofOrgan(db, organ));
  return conditions;
}

const ofPersons = (which: Condition): Condition =>
  sql`i.pk in (select item_pk from item_persons where ${which})`;

/** That a row of item_persons is of that name; where nobody (whom the asker may see) has it, that it is whole words of the name. */
async function called(db: Db, person: string, offentligt: boolean | undefined): Promise<Condition> {
  const key = personKey(person) ?? '';
  const someone = await db
    .selectFrom('item_persons')
    .innerJoin('items as i', 'i.pk', 'item_pk')
    .select('nr')
    .where('namn_key', '=', key)
    .$if(offentligt === true, (query) => query.where(isOpenItem()))
    .limit(1)
    .execute();
  if (someone.length > 0 || key === '') return sql`namn_key = ${key}`;
  return sql`' ' || namn_key || ' ' like ${`% ${key.replace(/[%_\\]/g, '\\$&')} %`} escape '\\'`;
}

function inMatters(ids: string[]): Condition {
  return ids.length === 0
    ? sql`1 = 0`
    : sql`i.arende_pk in (select pk from arenden where matter_id in (${sql.join(ids)}))`;
}

/**
 * What needs a person: files that were not read, what is doubtful in the records, matters without a number. The rows of
 * the three follow each other, so that a page of them is cut from one after the other.
 */
import { type Kysely, type RawBuilder, sql } from 'kysely';
import { huvudmanKey } from '../../extraction/routing/organ.ts';
import type { Doubt } from '../doubts.ts';
import {
  type GranskaAnswer,
  type GranskaQuestion,
  type GranskaRad,
  type GranskaUnder,
  HOLDS_UP,
} from '../granska.ts';
import { dialectOf, read } from './dialect.ts';
import { findMatters } from './matters.ts';
import { ofFile } from './of-file.ts';
import { ofOrgan } from './of-organ.ts';
import { isToldItself, pagesTold } from './once-a-file.ts';
import { refresh } from './refresh.ts';
import type { Tables } from './schema.ts';
import { unreadFiles } from './unread-files.ts';
import { withoutNumber } from './without-number.ts';

type Db = Kysely<Tables>;

/** See Store.granska. */
export async function granska(
  db: Db,
  question: GranskaQuestion,
  now: () => string,
  under?: GranskaUnder,
): Promise<GranskaAnswer> {
  // rows of older rules would leave out what these tell: an empty answer must mean that there is nothing
  await refresh(db, now, under);
  return read(db, (at) => answer(at, question));
}

async function answer(db: Db, question: GranskaQuestion): Promise<GranskaAnswer> {
  const { offset = 0, limit = Number.MAX_SAFE_INTEGER } = question;
  const unread = await unreadFiles(db, question);
  const where = await conditions(db, question);
  const doubts = await countOf(db, where);
  const rader = unread.slice(offset, offset + limit);
  const skipped = Math.max(0, offset - unread.length);
  if (rader.length < limit)
    rader.push(...(await doubtRows(db, question, where, { offset: skipped, limit: limit - rader.length })));
  const matters = await withoutNumber(db, question, {
    offset: Math.max(0, skipped - doubts),
    limit: limit - rader.length,
  });
  return { total: unread.length + doubts + matters.total, rader: [...rader, ...matters.rader] };
}

async function countOf(db: Db, where: RawBuilder<unknown>): Promise<number> {
  const { rows } = await sql<{ n: number }>`select count(*) as n from doubts i where ${where}`.execute(db);
  return rows[0]?.n ?? 0;
}

async function doubtRows(
  db: Db,
  question: GranskaQuestion,
  where: RawBuilder<unknown>,
  { offset, limit }: { offset: number; limit: number },
): Promise<GranskaRad[]> {
  const { rows } = await sql<{
    json: string;
    sha256: string;
    rank: number;
    handling_pk: number | null;
    file_name: string;
    path: string | null;
    number: string | null;
  }>`select json, i.sha256, i.rank, i.handling_pk, i.file_name,
      (select min(path) from files f where f.sha256 = i.sha256) as path,
      (select m.diarienummer from arenden a join matters m on m.id = a.matter_id where a.pk = i.arende_pk) as number
    from doubts i where ${where}
    order by rank, confidence nulls first, i.file_name, page nulls first, i.sha256, pk limit ${limit} offset ${offset}`.execute(
    db,
  );
  const withPages = await pagesTold(db, rows, question);
  return rows.map((row) => {
    const { json, sha256, file_name, path, number } = row;
    const rad = withPages(row, JSON.parse(json) as Doubt['rad']);
    return { ...rad, diarienummer: rad.diarienummer ?? number, fileName: file_name, path, sha256 };
  });
}

/** @param told that a row is not told by another one */
export async function conditions(
  db: Db,
  question: GranskaQuestion,
  told: RawBuilder<unknown> = isToldItself(question),
): Promise<RawBuilder<unknown>> {
  const { huvudman, organ, diarienummer, fil, sha256, typ, orsak, haller } = question;
  const said = (name: string) => dialectOf(db).jsonText(sql.ref('i.json'), name);
  const all: RawBuilder<unknown>[] = [told];
  if (huvudman !== undefined) all.push(sql`i.huvudman_key = ${huvudmanKey(huvudman)}`);
  if (organ !== undefined) all.push(await ofOrgan(db, organ));
  if (fil !== undefined) all.push(ofFile(fil));
  if (sha256 !== undefined) all.push(sql`i.sha256 = ${sha256}`);
  if (typ !== undefined) all.push(sql`${said('typ')} = ${typ}`);
  if (orsak !== undefined) all.push(sql`${said('code')} = ${orsak}`);
  if (haller)
    all.push(sql`${said('code')} in (${sql.join(HOLDS_UP)}) and ${said('typ')} <> 'underlag'
      and exists (select 1 from contents c where c.sha256 = i.sha256 and c.lopande = 1)`);
  if (diarienummer !== undefined) {
    const ids = (await findMatters(db, diarienummer, { huvudman })).map(({ id }) => id);
    const ofMatter = sql`from arenden where matter_id in (${sql.join(ids)})`;
    // what is said of the handling as a whole is said of its matters
    all.push(
      ids.length === 0
        ? sql`1 = 0`
        : sql`(i.arende_pk in (select pk ${ofMatter}) or
            (i.arende_pk is null and i.handling_pk in (select handling_pk ${ofMatter})))`,
    );
  }
  return sql.join(all, sql` and `);
}

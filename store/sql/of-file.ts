/** Rows of one file, asked for by its name or its path. */
import { type RawBuilder, sql } from 'kysely';

/** The condition that a row called `i`, with columns `sha256` and `file_name`, is of the file asked for. */
export function ofFile(asked: string): RawBuilder<unknown> {
  return sql`(i.file_name = ${asked} or
    i.sha256 in (select sha256 from files where ${endsAs(sql`path`, asked)}))`;
}

/** The condition that a path is the one asked for or ends so, in whole names: "b.pdf" is not the end of "ab.pdf". */
export function endsAs(path: RawBuilder<unknown>, asked: string): RawBuilder<unknown> {
  const end = `/${asked.replace(/^\.?\/+/, '')}`.replace(/[%_\\]/g, '\\$&').replace(/[A-Z]+/g, lower);
  // in every database of the same case for the letters a to z alone: SQLite knows no others
  return sql`(lower('/' || ltrim(${path}, '/')) like '%' || ${end} escape '\\')`;
}

const lower = (letters: string): string => letters.toLowerCase();

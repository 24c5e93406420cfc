/** Brings a database file to the newest schema, forwards only. */
import type { Database } from 'better-sqlite3';
import { DERIVED_RULES } from '../derived-rules.ts';
import { checkSchemaOf } from '../sql/check-schema.ts';
import { filesRecordsMatters } from './migrations/0001-files-records-matters.ts';
import { unconfirmedNumbers } from './migrations/0002-unconfirmed-numbers.ts';
import { doubts } from './migrations/0003-doubts.ts';
import { arendeProcess } from './migrations/0004-arende-process.ts';
import { rattelser } from './migrations/0005-rattelser.ts';
import { organ } from './migrations/0006-organ.ts';
import { expediering } from './migrations/0007-expediering.ts';
import { diarium } from './migrations/0008-diarium.ts';
import { bevakning } from './migrations/0009-bevakning.ts';
import { andraNummer } from './migrations/0010-andra-nummer.ts';
import { postmarken } from './migrations/0011-postmarken.ts';
import { arkiv } from './migrations/0012-arkiv.ts';
import { handelselogg } from './migrations/0013-handelselogg.ts';
import { nekadAv } from './migrations/0014-nekad-av.ts';
import { ejOmlasta } from './migrations/0015-ej-omlasta.ts';
import { sok } from './migrations/0016-sok.ts';
import { konton } from './migrations/0017-konton.ts';
import { oppna } from './migrations/0018-oppna.ts';
import { postnamn } from './migrations/0019-postnamn.ts';
import { samma } from './migrations/0020-samma.ts';

/** In order; the file's `user_version` is the number of those that are done. */
export const MIGRATIONS: readonly string[] = [
  filesRecordsMatters,
  unconfirmedNumbers,
  doubts,
  arendeProcess,
  rattelser,
  organ,
  expediering,
  diarium,
  bevakning,
  andraNummer,
  postmarken,
  arkiv,
  handelselogg,
  nekadAv,
  ejOmlasta,
  sok,
  konton,
  oppna,
  postnamn,
  samma,
];

/**
 * Runs what is missing, all of it or nothing, also when several processes open a new file at once.
 *
 * @param upTo the number of the last one to run: that of a copy which is being restored
 * @throws Error when the file was made by a newer version of the program
 */
export function migrate(db: Database, upTo: number = MIGRATIONS.length): void {
  if (schemaOf(db) === upTo) return;
  const run = () => {
    const done = schemaOf(db);
    checkSchema(done);
    for (const migration of MIGRATIONS.slice(done, upTo)) db.exec(migration);
    if (done === 0) db.prepare("insert into meta values ('derived_rules', ?)").run(DERIVED_RULES);
    db.pragma(`user_version = ${upTo}`);
  };
  db.transaction(run).immediate();
}

/** See checkSchemaOf. */
export const checkSchema = (schema: number): void => checkSchemaOf(schema, MIGRATIONS.length);

/** The number of the last migration that was run on the file. */
export function schemaOf(db: Database): number {
  return db.pragma('user_version', { simple: true }) as number;
}

/** A file's rows derived anew because of a decision, and what that changed. */
import type { Kysely } from 'kysely';
import type { Record as FileRecord } from '../../extraction/record.ts';
import { replaceRecord } from './records.ts';
import type { Tables } from './schema.ts';
import { noteDecided } from './ways.ts';

type Db = Kysely<Tables>;

interface Found {
  record: FileRecord;
  extractionVersion: string;
}

/**
 * Derives a file's rows anew. Returns the matters that it changed, in what they say or in what waits for a person; the
 * ways of the others stand.
 */
export async function derive(tx: Db, found: Found, at: string): Promise<string[]> {
  const { record: asRead, extractionVersion } = found;
  const { sha256 } = asRead.source;
  const before = await contentsOf(tx, sha256);
  const stale = await tx.selectFrom('matters').select('id').where('stale', '=', 1).execute();
  const { matters, moved } = await replaceRecord(tx, asRead, {
    version: extractionVersion,
    json: JSON.stringify(asRead),
    at,
  });
  const after = await contentsOf(tx, sha256);
  const unsettled = new Set([...moved, ...stale.map(({ id }) => id)]);
  const differs = (id: string, what: keyof Contents) => before.get(id)?.[what] !== after.get(id)?.[what];
  const changed = matters.filter((id) => unsettled.has(id) || differs(id, 'said'));
  const fresh = matters.filter((id) => !changed.includes(id));
  if (fresh.length > 0) await tx.updateTable('matters').set({ stale: 0 }).where('id', 'in', fresh).execute();
  const asked = matters.filter((id) => differs(id, 'doubts'));
  await noteDecided(tx, asked);
  return [...new Set([...changed, ...asked])].sort();
}

/** What a matter has of a file, and what of that waits for a person. */
interface Contents {
  said: string;
  doubts: string;
}

async function contentsOf(db: Db, sha256: string): Promise<Map<string, Contents>> {
  const rows = await db
    .selectFrom('arenden')
    .innerJoin('handlingar', 'handlingar.pk', 'arenden.handling_pk')
    .select([
      'matter_id',
      'arenden.pk',
      'handling_pk',
      'handlingar.json as handling',
      'arenden.json as arende',
    ])
    .where('handlingar.sha256', '=', sha256)
    .orderBy('handlingar.nr')
    .orderBy('arenden.nr')
    .execute();
  const doubts = await db
    .selectFrom('doubts')
    .select(['arende_pk', 'handling_pk', 'json'])
    .where('sha256', '=', sha256)
    .orderBy('pk')
    .execute();
  const contents = new Map<string, Contents>();
  for (const { matter_id, pk, handling_pk, handling, arende } of rows) {
    const { said, doubts: told } = contents.get(matter_id) ?? { said: '', doubts: '' };
    // what is said of a file or handling as a whole is said of all in it
    const own = doubts.filter((row) =>
      row.arende_pk === null ? [null, handling_pk].includes(row.handling_pk) : row.arende_pk === pk,
    );
    contents.set(matter_id, {
      said: `${said}${handling}\n${arende}\n`,
      doubts: `${told}${own.map(({ json }) => json).join('\n')}\n`,
    });
  }
  return contents;
}

/** The matters that have something of a file. */
export const mattersIn = async (db: Db, sha256: string): Promise<string[]> =>
  [...(await contentsOf(db, sha256)).keys()].sort();

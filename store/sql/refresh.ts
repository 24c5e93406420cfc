/**
 * Rows derived anew from all records, in parts: an archive takes minutes, in which others write too, and what was done
 * before a kill need not be done again.
 */
import { setTimeout } from 'node:timers/promises';
import type { Kysely } from 'kysely';
import type { Record as FileRecord } from '../../extraction/record.ts';
import { DERIVED_RULES } from '../derived-rules.ts';
import type { GranskaUnder } from '../granska.ts';
import { limits, limitsText, UNDER } from './corrected.ts';
import { write } from './dialect.ts';
import { NOT_DERIVED } from './kopia.ts';
import { meta, setMeta } from './meta.ts';
import { replaceRecord } from './records.ts';
import type { Tables } from './schema.ts';

type Db = Kysely<Tables>;

const RULES = 'derived_rules';
/** Key of how far it has come, in meta: there only while it is under way. */
const SO_FAR = 'derived_so_far';

/** Records to one transaction: a second or two, far under what another writer waits. */
const PART = 20;
/** Between two parts, so that another writer comes in: it looks for the lock ten times a second. */
const PAUSE_MS = 50;

/** By which rules, and the last record that is derived. */
interface SoFar {
  rules: string;
  sha256: string;
}

/** See Store.refresh. */
export async function refresh(db: Db, now: () => string, under?: GranskaUnder, size = PART): Promise<number> {
  let derived = 0;
  // asked without the write lock first, which a reader would wait for while work goes on
  while (!(await isUpToDate(db, under))) {
    const { records, isLast } = await write(db, (tx) => refreshPart(tx, now(), under, size));
    derived += records;
    if (!isLast) await setTimeout(PAUSE_MS);
  }
  return derived;
}

async function refreshPart(
  tx: Db,
  at: string,
  under: GranskaUnder | undefined,
  size: number,
): Promise<{ records: number; isLast: boolean }> {
  if (await isUpToDate(tx, under)) return { records: 0, isLast: true };
  const { rules, sha256: after } = (await soFar(tx)) ?? (await begin(tx, under));
  const rows = await tx
    .selectFrom('records')
    .selectAll()
    .where('sha256', '>', after)
    .orderBy('sha256')
    .limit(size)
    .execute();
  // a copy that was restored: items are called what they were
  const isFirst = (await meta(tx, RULES)) === NOT_DERIVED;
  for (const { json, version } of rows)
    await replaceRecord(tx, JSON.parse(json) as FileRecord, { version, json, at, isFirst });
  const last = rows.at(-1);
  const isLast = rows.length < size;
  if (isLast || last === undefined) {
    await setMeta(tx, RULES, rules);
    await tx.deleteFrom('meta').where('key', '=', SO_FAR).execute();
  } else await setMeta(tx, SO_FAR, JSON.stringify({ rules, sha256: last.sha256 } satisfies SoFar));
  return { records: rows.length, isLast };
}

/** What another process has begun is brought to its end first, also by other limits: else neither would come to one. */
async function soFar(tx: Db): Promise<SoFar | null> {
  const kept = await meta(tx, SO_FAR);
  const found = kept === null ? null : (JSON.parse(kept) as SoFar);
  return found?.rules === DERIVED_RULES ? found : null;
}

async function begin(tx: Db, under?: GranskaUnder): Promise<SoFar> {
  if (under !== undefined) await setMeta(tx, UNDER, limitsText(under));
  return { rules: DERIVED_RULES, sha256: '' };
}

/** By these rules and limits; a store opened without limits of its own takes what is there. */
async function isUpToDate(db: Db, under?: GranskaUnder): Promise<boolean> {
  const kept = await meta(db, RULES);
  const begun = await meta(db, SO_FAR);
  // Derived by a newer version of the program, or being so: two that each derive anew would never come to an end.
  if (isNewer(kept) || (begun !== null && isNewer((JSON.parse(begun) as SoFar).rules))) return true;
  if (kept !== DERIVED_RULES || begun !== null) return false;
  return under === undefined || limitsText(await limits(db)) === limitsText(under);
}

/** Rules are numbers, but for those of a store that was not derived at all. */
const isNewer = (rules: string | null): boolean =>
  rules !== null && /^\d+$/u.test(rules) && Number(rules) > Number(DERIVED_RULES);

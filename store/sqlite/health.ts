/** How a SQLite file is. */
import { existsSync, statSync } from 'node:fs';
import Sqlite from 'better-sqlite3';
import { DERIVED_RULES } from '../derived-rules.ts';
import type { DatabaseHealth } from '../health.ts';
import { FILLAGER } from '../sql/installation.ts';
import { ATERSTALLS } from '../sql/kopia.ts';
import { MIGRATIONS, schemaOf } from './migrate.ts';

/** How long another writer is waited for. */
const PATIENCE_MS = 3_000;
/** A larger file takes more than seconds to look through. */
const QUICK_BYTES = 512 * 1024 ** 2;

/** Looks at the file and changes nothing in it; null: there is none. Throws where it is no database. */
export function sqliteHealth(path: string, { all = false } = {}): DatabaseHealth | null {
  if (!existsSync(path)) return null;
  const sqlite = new Sqlite(path, { timeout: PATIENCE_MS });
  try {
    const schema = schemaOf(sqlite);
    const meta = (key: string) =>
      schema === 0 ? null : sqlite.prepare('select value from meta where key = ?').pluck().get(key);
    const { size: bytes } = statSync(path);
    const look = all || bytes < QUICK_BYTES;
    return {
      ...{ name: `SQLite (${path})`, bytes, schema, newest: MIGRATIONS.length },
      derived: meta('derived_rules') === DERIVED_RULES,
      restoring: (meta(ATERSTALLS) as string | undefined) ?? null,
      fillager: (meta(FILLAGER) as string | undefined) ?? null,
      locked: isLocked(sqlite),
      integrity: look
        ? String(sqlite.pragma(`${all ? 'integrity' : 'quick'}_check(1)`, { simple: true }))
        : null,
    };
  } finally {
    sqlite.close();
  }
}

function isLocked(sqlite: Sqlite.Database): boolean {
  try {
    sqlite.exec('begin immediate');
    sqlite.exec('rollback');
    return false;
  } catch (error) {
    if ((error as { code?: string }).code === 'SQLITE_BUSY') return true;
    throw error;
  }
}

/** What has to hold afterwards, whatever was killed. Each fault in words; none: all is well. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import Sqlite from 'better-sqlite3';
import { safeName } from '../../expediering/kanaler/text.ts';
import type { Store } from '../../store/store.ts';
import { HUVUDMAN } from '../expediering/sjovik.ts';
import { MOTTAGARE, SANDS, type SoakFile } from './contents.ts';
import { type Known, knownOf } from './expected.ts';

export interface ToCheck {
  store: Store;
  home: string;
  /** The folder that the channel writes to. */
  brevlada: string;
  files: readonly { file: SoakFile; path: string; sha256: string }[];
  expected: Known;
}

export async function faultsOf(at: ToCheck): Promise<string[]> {
  return [
    ...(await filesFaults(at)),
    ...(await knownFaults(at)),
    ...(await deliveryFaults(at)),
    ...databaseFaults(join(at.home, 'expediera.db')),
    ...databaseFaults(join(at.home, 'temporal.db'), false),
  ];
}

/** Every file that was offered is there once, and ended as it should. */
export async function filesFaults({ store, files }: Pick<ToCheck, 'store' | 'files'>): Promise<string[]> {
  const rows = await store.files();
  const faults = files.flatMap(({ file, path, sha256 }) => {
    const found = rows.filter((row) => row.path === path);
    const [row] = found;
    if (found.length !== 1 || !row) return [`${path} is there ${found.length} times`];
    if (row.sha256 !== sha256) return [`${path} is there with the content ${row.sha256}`];
    return row.status === file.ends ? [] : [`${path} ended ${row.status} (${row.code}), not ${file.ends}`];
  });
  const contents = new Set(files.map(({ sha256 }) => sha256)).size;
  const { total } = (await store.status()).files;
  return [
    ...faults,
    ...(rows.length === files.length ? [] : [`${rows.length} files, of ${files.length}`]),
    ...(total === contents ? [] : [`${total} contents, of ${contents}`]),
  ];
}

/** The records, ways and inboxes are those of an intake that nobody disturbed. */
export async function knownFaults({
  store,
  expected,
}: Pick<ToCheck, 'store' | 'expected'>): Promise<string[]> {
  const known = await knownOf(store);
  const ids = new Set([...known.records.keys(), ...expected.records.keys()]);
  const records = [...ids].filter(
    (sha256) => !isDeepStrictEqual(known.records.get(sha256), expected.records.get(sha256)),
  );
  return [
    ...records.map((sha256) => `the record of ${sha256} is not what reading it gives`),
    ...difference('matter', known.matters, expected.matters),
    ...difference('inbox', known.inboxes, expected.inboxes),
  ];
}

function difference(what: string, found: unknown[], wanted: unknown[]): string[] {
  const text = (all: unknown[]) => new Set(all.map((one) => JSON.stringify(one)));
  const [have, want] = [text(found), text(wanted)];
  return [
    ...[...want].filter((one) => !have.has(one)).map((one) => `missing ${what}: ${one.slice(0, 400)}`),
    ...[...have].filter((one) => !want.has(one)).map((one) => `another ${what}: ${one.slice(0, 400)}`),
  ];
}

/** Each decision that is sent has come to each recipient once: in the register and in the folder. */
async function deliveryFaults({ store, brevlada }: ToCheck): Promise<string[]> {
  const all = await store.leveranser();
  const rows = all.filter(({ huvudman }) => huvudman === HUVUDMAN);
  const wanted = SANDS.flatMap((paragraf) =>
    MOTTAGARE.map((mottagare) => `§ ${paragraf} ${mottagare}`),
  ).sort();
  const have = rows.map(({ paragraf, mottagare }) => `§ ${paragraf} ${mottagare}`).sort();
  const faults = isDeepStrictEqual(have, wanted)
    ? []
    : [`deliveries of ${JSON.stringify(have)}, not of ${JSON.stringify(wanted)}`];
  for (const { status, nyckel, mottagare, fel } of rows)
    if (status !== 'levererad') faults.push(`the delivery ${nyckel} to ${mottagare} is ${status}: ${fel}`);
  // the others have no channel: they lie in the inboxes here
  for (const { nyckel, huvudman, kanal } of all)
    if (huvudman !== HUVUDMAN && kanal !== null) faults.push(`${nyckel} of ${huvudman} went by ${kanal}`);
  const folder = join(brevlada, safeName(HUVUDMAN, ''));
  const names = readdirSync(folder)
    .filter((name) => !name.endsWith('.tmp'))
    .sort();
  const keys = rows.flatMap(({ nyckel }) => [`${nyckel}.json`, `${nyckel}.pdf`]).sort();
  if (!isDeepStrictEqual(names, keys))
    faults.push(`the folder holds ${names.length} files, not ${keys.length}`);
  for (const name of names.filter((one) => one.endsWith('.json'))) {
    const { nyckel } = JSON.parse(readFileSync(join(folder, name), 'utf8')) as { nyckel: string };
    if (`${nyckel}.json` !== name) faults.push(`${name} holds the delivery ${nyckel}`);
  }
  return faults;
}

/** @param own the tables are ours: every item is there once */
function databaseFaults(path: string, own = true): string[] {
  const db = new Sqlite(path, { readonly: true });
  try {
    const said = db.pragma('integrity_check') as { integrity_check: string }[];
    const faults = said.flatMap(({ integrity_check: one }) => (one === 'ok' ? [] : [`${path}: ${one}`]));
    if (!own) return faults;
    const broken = db.pragma('foreign_key_check') as unknown[];
    const twice = db.prepare('select id from items group by id having count(*) > 1').all() as {
      id: string;
    }[];
    return [
      ...faults,
      ...broken.map((one) => `${path}: ${JSON.stringify(one)}`),
      ...twice.map(({ id }) => `the item ${id} is there twice`),
    ];
  } finally {
    db.close();
  }
}

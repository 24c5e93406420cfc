/**
 * Makes a copy of an installation while everything runs. The database first, as it is at one moment, and then the blobs:
 * what is kept of a file is there before the database names it and is never taken away, so all that it names is in the copy.
 */
import { resolve } from 'node:path';
import { EXTRACTION_VERSION } from '../../extraction/version.ts';
import type { Avbild } from '../../store/avbild.ts';
import { FILLAGER, INSTALLATION } from '../../store/sql/installation.ts';
import { accountName } from '../home/account.ts';
import { Problem } from '../problem.ts';
import { markeOf, refuseOthersMark } from '../stores/belonging.ts';
import { databaseHealth } from '../stores/health.ts';
import { openBlobs, openStore, platserOf, type StoresSettings } from '../stores/index.ts';
import { gzipped } from './files.ts';
import { homePart, type Manifest, newOm, OM, tablePart } from './manifest.ts';
import { blobsNamedBy } from './named.ts';
import { I_HEMMET, type KopiaSettings, ofHome } from './of-home.ts';
import { isTar, requirePlace } from './place.ts';
import { openAvbild } from './stores.ts';
import type { KopiaTarget } from './target.ts';
import { toFolder } from './to-folder.ts';
import { toTar } from './to-tar.ts';

export interface Gjord {
  /** The tar file or folder. */
  kopia: string;
  manifest: Manifest;
  /** Bytes of blobs that were written now; in a folder those of earlier times are there already. */
  nyaByte: number;
  /** Why the log of what people did does not tell of it; null: it does, or the database is of an older version. */
  ejNoterad: string | null;
}

export interface KopiaOptions {
  /** Version of the program. */
  program: string;
  now?: () => Date;
  /** Whether the folder is made where there is none yet. Default: false. */
  skapaMapp?: boolean;
  /** Told how many rows and blobs are copied. */
  onProgress?: (rader: number, blobar: number) => void;
}

/**
 * Copies to a new file `….tar`, or to a folder, in which what is there from earlier copies is not copied again. Throws Problem
 * "nothing-to-copy", "copy-in-the-way", "copy-in-home", "copy-nowhere", "other-installation".
 */
export async function sakerhetskopiera(
  settings: KopiaSettings,
  path: string,
  options: KopiaOptions,
): Promise<Gjord> {
  const kopia = resolve(path);
  await requirePlace(settings.home, kopia, options.skapaMapp ?? false);
  const now = (options.now ?? (() => new Date()))();
  const avbild = await openAvbild(settings);
  if (avbild === null) {
    throw new Problem(
      'nothing-to-copy',
      `Inget är inläst i ${settings.home} än: det finns inget att kopiera. / There is nothing to copy.`,
    );
  }
  const target = await (isTar(kopia) ? toTar(kopia) : toFolder(kopia, now)).catch(async (error: unknown) => {
    await avbild.close();
    throw error;
  });
  const made = await copy({ settings, avbild, target, now, options }).catch(async (error: unknown) => {
    await target.abort();
    throw error;
  });
  // from here on it is a copy, whatever else goes wrong
  const ejNoterad = await noteCopy(settings, kopia, made.manifest).then(
    () => null,
    (error: unknown) => (error as Error).message,
  );
  return { kopia, ...made, ejNoterad };
}

/** A database that an older version made is left as it is: only the next start brings it up to this program. */
async function noteCopy(settings: StoresSettings, kopia: string, manifest: Manifest): Promise<void> {
  const health = await databaseHealth(settings);
  if (health?.schema !== health?.newest) return;
  const store = await openStore(settings);
  try {
    const uppgifter = {
      kopia,
      filer: manifest.tabeller.contents?.rader ?? 0,
      skadade: manifest.skadade.length,
    };
    await store.noteHandelse({ av: accountName(), vad: 'sakerhetskopia', uppgifter });
  } finally {
    await store.close();
  }
}

interface Copying {
  settings: KopiaSettings;
  /** Closed when its rows are copied: until then the database keeps all that has been written since. */
  avbild: Avbild;
  target: KopiaTarget;
  now: Date;
  options: KopiaOptions;
}

async function metaOf(avbild: Avbild): Promise<Map<string, string>> {
  const meta = new Map<string, string>();
  for await (const { key, value } of avbild.rows('meta')) meta.set(String(key), String(value));
  return meta;
}

async function copy({ settings, avbild, target, now, options }: Copying) {
  const { program, onProgress = () => {} } = options;
  const named = blobsNamedBy();
  const { manifest, rader, blobs } = await copyRows().finally(() => avbild.close());
  for (const file of I_HEMMET) {
    const bytes = await ofHome(settings, file);
    if (bytes !== null) manifest.hem[file] = { sha256: await target.put(homePart(file), [bytes]) };
  }
  let nyaByte = 0;
  for await (const key of blobs.keys()) {
    const grown = await target.putBlob(key, () => blobs.openKey(key));
    if (grown === null) continue;
    named.found(key);
    manifest.blobar += 1;
    nyaByte += grown;
    if (manifest.blobar % 100 === 0) onProgress(rader, manifest.blobar);
  }
  manifest.skadade = named.missing();
  await target.finish(manifest);
  return { manifest, nyaByte };

  async function copyRows() {
    const blobs = await openBlobs(settings);
    const meta = await metaOf(avbild);
    refuseOthersMark(await markeOf(blobs), meta.get(FILLAGER) ?? null, platserOf(settings));
    const installation = meta.get(INSTALLATION);
    const om = newOm({
      ...{ program, extraktion: EXTRACTION_VERSION, schema: avbild.schema, skapad: now.toISOString() },
      ...(installation !== undefined && { installation }),
    });
    await target.put(OM, [Buffer.from(JSON.stringify(om))]);
    const manifest: Manifest = { ...om, tabeller: {}, hem: {}, blobar: 0, skadade: [] };
    let rader = 0;
    for (const table of avbild.tables) {
      const before = rader;
      async function* lines() {
        for await (const row of avbild.rows(table)) {
          named.add(table, row);
          if (++rader % 1000 === 0) onProgress(rader, 0);
          yield `${JSON.stringify(row)}\n`;
        }
      }
      const sha256 = await target.put(tablePart(table), gzipped(lines()));
      manifest.tabeller[table] = { rader: rader - before, sha256 };
    }
    return { manifest, rader, blobs };
  }
}

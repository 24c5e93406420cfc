/** A desk over the samples, as an intake leaves them: records, ways and the files themselves. Scans are left unread, which is quicker. */
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { wayOf } from '../../diarium/way/index.ts';
import { extract } from '../../extraction/index.ts';
import { openDocument } from '../../extraction/pages/index.ts';
import { EXTRACTION_VERSION, READING_VERSION } from '../../extraction/version.ts';
import type { AppDeps } from '../../server/app.ts';
import { createApp } from '../../server/app.ts';
import { listen } from '../../server/listen.ts';
import { putIntake, putOpened } from '../../store/derived.ts';
import { openFsBlobs } from '../../store/fs/blobs.ts';
import { openSqliteStore } from '../../store/sqlite/index.ts';

export const samples = join(import.meta.dirname, '../../samples');

export interface Desk {
  url: string;
  deps: AppDeps;
  /** sha256 of a file by its name. */
  sha256(fileName: string): string;
  close(): Promise<void>;
}

/**
 * Opens a desk.
 *
 * @param files names of samples, or paths; left out: all samples
 * @param over what is different of what the desk asks
 */
export async function openDesk(files?: readonly string[], over: Partial<AppDeps> = {}): Promise<Desk> {
  const home = await mkdtemp(join(tmpdir(), 'expediera-desk-'));
  const store = openSqliteStore(join(home, 'expediera.db'));
  const blobs = openFsBlobs(join(home, 'blobs'));
  const names = files ?? (await readdir(samples)).filter((name) => /\.(?:pdf|png|txt)$/.test(name));
  const hashes = new Map<string, string>();
  for (const name of names) {
    const path = name.includes('/') ? name : join(samples, name);
    const fileName = path.split('/').at(-1) as string;
    const bytes = await readFile(path);
    const { sha256 } = await blobs.put(bytes);
    hashes.set(fileName, sha256);
    await store.offerFile(path, sha256);
    await putIntake(blobs, sha256, { fileName, bytes: bytes.length });
    await putOpened(blobs, sha256, READING_VERSION, await openDocument(bytes));
    const { matters } = await store.saveRecord(await extract(bytes, fileName), EXTRACTION_VERSION);
    for (const matter of matters) await store.updateWay(matter, wayOf);
    await store.setOutcome(sha256, { status: 'done' });
  }
  const deps: AppDeps = {
    ...{ store, blobs, engine: async () => null, temporalPage: () => null, version: '1.2.3' },
    ...over,
  };
  const listening = await listen(createApp(deps), 0);
  return {
    url: listening.url,
    deps,
    sha256(fileName) {
      const sha256 = hashes.get(fileName);
      if (!sha256) throw new Error(`${fileName} is not there`);
      return sha256;
    },
    async close() {
      await listening.close();
      await store.close();
      await rm(home, { recursive: true });
    },
  };
}

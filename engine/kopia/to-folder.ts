/**
 * A copy in a folder: blobs in one place for all times that it is copied to, so that only new ones are written, and the
 * rest in a subfolder of its own each time. `kopia.json` names the subfolder that counts; it is changed last.
 */
import { randomBytes } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { sha256OfKey } from '../../store/blob-names.ts';
import { exists, syncFolder } from '../../store/fs/whole-file.ts';
import { HomeInUse, type HomeLock, lockHome, processOf } from '../home/lock.ts';
import { Problem } from '../problem.ts';
import { gzipped, writeWhole } from './files.ts';
import { blobPart, isDerived, MANIFEST } from './manifest.ts';
import type { KopiaTarget } from './target.ts';

/** Names of the blobs of a copy, one a line. */
export const BLOBLISTA = 'blobar.txt.gz';
/** Whether that is the name of a subfolder that one copying fills. */
export const isDel = (name: string): boolean => /^del-[0-9TZ-]+-[0-9a-f]{6}$/u.test(name);

/** Throws Problem "copy-in-the-way" for a folder that holds something else, "home-in-use" while another copy is made to it. */
export async function toFolder(folder: string, now: Date): Promise<KopiaTarget> {
  const strange = (await readdir(folder).catch(() => [])).filter(
    (name) => !(name === MANIFEST || name === 'blobs' || name.startsWith('lock') || isDel(name)),
  );
  if (strange.length > 0) {
    throw new Problem(
      'copy-in-the-way',
      `${folder} innehåller annat än säkerhetskopior (${strange[0]}). Ange en tom mapp, eller en som en kopia finns i sedan förut. / The folder holds something else than copies.`,
    );
  }
  const lock = lockFolder(folder);
  const stamp = now.toISOString().replace(/\.\d+/u, '').replaceAll(':', '-');
  const mapp = `del-${stamp}-${randomBytes(3).toString('hex')}`;
  await mkdir(join(folder, mapp), { recursive: true });
  let isCopy = false;
  const list = createGzip();
  const listed = pipeline(list, createWriteStream(join(folder, mapp, BLOBLISTA), { flush: true }));
  listed.catch(() => {}); // told when it is waited for
  const note = (key: string) =>
    new Promise<void>((resolve, reject) => {
      list.write(`${key}\n`, (error) => (error ? reject(error) : resolve()));
    });
  const putNew = async (key: string, chunks: AsyncIterable<Uint8Array>): Promise<number | null> => {
    const expected = sha256OfKey(key);
    const written = isDerived(key) ? gzipped(chunks) : chunks;
    try {
      const { bytes } = await writeWhole(join(folder, blobPart(key)), written, ({ sha256 }) => {
        if (expected !== null && sha256 !== expected) throw new Skadad();
      });
      return bytes;
    } catch (error) {
      if (error instanceof Skadad) return null;
      throw error;
    }
  };
  return {
    put: async (name, chunks) => (await writeWhole(join(folder, mapp, name), chunks)).sha256,
    async putBlob(key, open) {
      let grown: number | null = 0;
      if (!(await exists(join(folder, blobPart(key))))) {
        const blob = await open();
        grown = blob === null ? null : await putNew(key, blob.chunks);
      }
      if (grown !== null) await note(key);
      return grown;
    },
    async finish(manifest) {
      list.end();
      await listed;
      await syncFolder(join(folder, mapp));
      await writeWhole(join(folder, MANIFEST), [Buffer.from(JSON.stringify({ ...manifest, mapp }, null, 1))]);
      isCopy = true;
      // what counts no more is in nobody's way: the next copy tries to remove it again
      for (const name of await readdir(folder)) {
        if (isDel(name) && name !== mapp)
          await rm(join(folder, name), { recursive: true, force: true }).catch(() => {});
      }
      lock.release();
    },
    async abort() {
      list.destroy();
      await listed.catch(() => {});
      if (!isCopy) await rm(join(folder, mapp), { recursive: true, force: true });
      lock.release();
    },
  };
}

function lockFolder(folder: string): HomeLock {
  try {
    return lockHome(folder);
  } catch (error) {
    if (!(error instanceof HomeInUse)) throw error;
    throw new Problem(
      'home-in-use',
      `En säkerhetskopia görs redan till ${folder}, av ${processOf(error.holder)}. Vänta tills den är klar, eller ange en annan mapp. / Another copy is being made to that folder.`,
    );
  }
}

class Skadad extends Error {}

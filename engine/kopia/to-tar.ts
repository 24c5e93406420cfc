/** A copy in one tar file, which has its name only when it is whole. */
import { createReadStream, createWriteStream, existsSync } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { gzipSync } from 'node:zlib';
import { pack } from 'tar-stream';
import { sha256OfKey } from '../../store/blob-names.ts';
import { type Chunks, syncFolder } from '../../store/fs/whole-file.ts';
import { isWhole } from '../../store/whole.ts';
import { Problem } from '../problem.ts';
import { bytesOf, GZIP, writeWhole } from './files.ts';
import { blobPart, isDerived, MANIFEST } from './manifest.ts';
import type { KopiaTarget } from './target.ts';

/** Throws Problem "copy-in-the-way" where there is such a file already: a copy is not to be lost for one that may fail. */
export async function toTar(path: string): Promise<KopiaTarget> {
  if (existsSync(path)) {
    throw new Problem(
      'copy-in-the-way',
      `${path} finns redan. Ange ett annat namn, t.ex. med dagens datum. / There is such a file already.`,
    );
  }
  const temp = `${path}.ofardig-${process.pid}`;
  const spool = `${temp}-del`;
  const tar = pack();
  const written = pipeline(tar, createWriteStream(temp, { flush: true }));
  written.catch(() => {}); // told by whoever writes next
  const entry = (name: string, bytes: number, chunks: Chunks): Promise<void> =>
    Promise.race([
      pipeline(Readable.from(chunks), tar.entry({ name, size: bytes, mtime: new Date(0) }) as never),
      written.then(() => new Promise<never>(() => {})),
    ]);
  return {
    async put(name, chunks) {
      // its size stands before it
      const { bytes, sha256 } = await writeWhole(spool, chunks);
      await entry(name, bytes, createReadStream(spool));
      await rm(spool);
      return sha256;
    },
    async putBlob(key, open) {
      const expected = sha256OfKey(key);
      // read once before it is written: an entry that was begun cannot be taken back
      if (expected !== null && !(await isWhole(open, expected))) return null;
      const blob = await open();
      if (blob === null) return null;
      if (!isDerived(key)) {
        await entry(blobPart(key), blob.bytes, blob.chunks);
        return blob.bytes;
      }
      const small = gzipSync(await bytesOf(blob.chunks), GZIP);
      await entry(blobPart(key), small.byteLength, [small]);
      return small.byteLength;
    },
    async finish(manifest) {
      const bytes = Buffer.from(JSON.stringify(manifest, null, 1));
      await entry(MANIFEST, bytes.byteLength, [bytes]);
      tar.finalize();
      await written;
      await rename(temp, path);
      await syncFolder(dirname(path));
    },
    async abort() {
      tar.destroy();
      await written.catch(() => {});
      await Promise.all([rm(temp, { force: true }), rm(spool, { force: true })]);
    },
  };
}

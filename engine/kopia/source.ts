/** A copy that is read, part after part, from a folder or a tar file. */
import { createReadStream } from 'node:fs';
import { open, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { createGunzip } from 'node:zlib';
import { extract } from 'tar-stream';
import { Problem } from '../problem.ts';
import { linesOf } from './files.ts';
import { blobPart, damaged, homePart, MANIFEST, OM, parseManifest, tablePart } from './manifest.ts';
import { BLOBLISTA } from './to-folder.ts';

export interface Entry {
  name: string;
  chunks: AsyncIterable<Uint8Array>;
}

/** The parts in their order; each is to be read to its end before the next. Throws Problem "no-copy" where there is none. */
export async function* entriesOf(path: string): AsyncGenerator<Entry> {
  const found = await stat(path).catch(() => null);
  if (found?.isDirectory()) yield* ofFolder(path);
  else if (found?.isFile()) yield* ofTar(path);
  else throw noCopy(path);
}

async function* ofFolder(folder: string): AsyncGenerator<Entry> {
  const bytes = await readFile(join(folder, MANIFEST)).catch(() => null);
  if (bytes === null) throw noCopy(folder);
  const { mapp, tabeller, hem } = parseManifest(bytes.toString('utf8'));
  if (mapp === undefined || !/^del-[0-9A-Za-z-]+$/u.test(mapp)) throw damaged(MANIFEST, 'den säger inte var');
  for (const name of [OM, ...Object.keys(tabeller).map(tablePart), ...Object.keys(hem).map(homePart)]) {
    yield { name, chunks: fileOf(join(folder, mapp, name), name) };
  }
  for await (const key of linesOf(unzipped(join(folder, mapp, BLOBLISTA)))) {
    const name = blobPart(key);
    yield { name, chunks: fileOf(join(folder, name), name) };
  }
  yield { name: MANIFEST, chunks: fileOf(join(folder, MANIFEST), MANIFEST) };
}

async function* fileOf(path: string, name: string): AsyncGenerator<Uint8Array> {
  const file = await open(path).catch(() => null);
  if (file === null) throw damaged(name, 'den saknas');
  yield* file.createReadStream();
}

async function* unzipped(path: string): AsyncGenerator<Uint8Array> {
  const source = createReadStream(path);
  const gunzip = createGunzip();
  source.on('error', (error) => gunzip.destroy(error));
  try {
    yield* source.pipe(gunzip) as AsyncIterable<Uint8Array>;
  } catch (error) {
    throw damaged(BLOBLISTA, 'den går inte att läsa', error);
  }
}

async function* ofTar(path: string): AsyncGenerator<Entry> {
  const tar = extract();
  const file = createReadStream(path);
  file.on('error', (error) => tar.destroy(error));
  file.pipe(tar as unknown as NodeJS.WritableStream);
  let last: string | null = null;
  try {
    for await (const entry of tar) {
      last = entry.header.name;
      yield { name: last, chunks: whole(entry as unknown as AsyncIterable<Uint8Array>, last) };
    }
  } catch (error) {
    if (error instanceof Problem) throw error;
    throw damaged(last === null ? 'filen' : `efter ${last}`, 'den går inte att läsa vidare', error);
  } finally {
    file.destroy();
  }
}

/** The file may end in the middle of a part, which is told to whoever reads that. */
async function* whole(chunks: AsyncIterable<Uint8Array>, name: string): AsyncGenerator<Uint8Array> {
  try {
    yield* chunks;
  } catch (error) {
    throw damaged(name, 'filen slutar mitt i den', error);
  }
}

const noCopy = (path: string): Problem =>
  new Problem(
    'no-copy',
    `${path} är ingen färdig säkerhetskopia. / is no copy, or one that was not finished.`,
  );

/** A copy that is read, part after part, from a folder or a tar file. */
import { createReadStream } from 'node:fs';
import { open, readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { createGunzip } from 'node:zlib';
import { extract } from 'tar-stream';
import { Problem } from '../problem.ts';
import { linesOf } from './files.ts';
import { blobPart, damaged, homePart, MANIFEST, OM, parseManifest, tablePart } from './manifest.ts';
import { BLOBLISTA, isDel } from './to-folder.ts';

export interface Entry {
  name: string;
  chunks: AsyncIterable<Uint8Array>;
}

/** The parts in their order; each is to be read to its end before the next. Throws Problem "no-copy" where there is none. */
export async function* entriesOf(path: string): AsyncGenerator<Entry> {
  const found = await stat(path).catch((error: NodeJS.ErrnoException) => {
    throw error.code === 'ENOENT' || error.code === 'ENOTDIR' ? notThere(path) : unreadable(path, error);
  });
  if (found.isDirectory()) yield* ofFolder(path);
  else if (found.isFile()) yield* ofTar(path);
  else throw noCopy(path);
}

async function* ofFolder(folder: string): AsyncGenerator<Entry> {
  const bytes = await readFile(join(folder, MANIFEST)).catch(async (error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOENT') throw unreadable(folder, error);
    const names = await readdir(folder);
    throw names.some((name) => isDel(name)) ? unfinished(folder) : noCopy(folder);
  });
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
  if (!(await beginsAsOurs(path))) throw noCopy(path);
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
    const at =
      last === null
        ? { sv: 'filens början', en: 'the beginning of the file' }
        : { sv: `efter ${last}`, en: `what follows ${last}` };
    throw damaged(at, 'den går inte att läsa vidare', error);
  } finally {
    file.destroy();
  }
}

/** Every copy begins with the part that says what it is; a tar file has its name before it. */
async function beginsAsOurs(path: string): Promise<boolean> {
  const begin = Buffer.from(`${OM}\0`);
  const file = await open(path).catch((error: NodeJS.ErrnoException) => {
    throw unreadable(path, error);
  });
  try {
    const { buffer } = await file.read(Buffer.alloc(begin.length), 0, begin.length, 0);
    return buffer.equals(begin);
  } finally {
    await file.close();
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

const problem = (sv: string, en: string, cause?: unknown): Problem =>
  new Problem('no-copy', `${sv} / ${en}`, { cause });

const notThere = (path: string): Problem =>
  problem(
    `${path} finns inte. Se efter namnet, och att disken är inkopplad.`,
    'There is no such file or folder.',
  );

const unreadable = (path: string, error: NodeJS.ErrnoException): Problem =>
  problem(
    `${path} går inte att läsa (${error.code}). Se efter att du har rätt att läsa den, och att disken fungerar.`,
    `It cannot be read (${error.code}).`,
    error,
  );

const noCopy = (path: string): Problem =>
  problem(
    `${path} är ingen säkerhetskopia. Ange en fil eller mapp som sakerhetskopiera har gjort.`,
    'This is no copy made by Expediera.',
  );

const unfinished = (folder: string): Problem =>
  problem(
    `${folder} är ingen färdig säkerhetskopia: den blev avbruten. Gör om den med sakerhetskopiera, eller ta en annan.`,
    'The copy was not finished.',
  );

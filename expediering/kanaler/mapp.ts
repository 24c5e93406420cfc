/**
 * A folder as a channel: `KATALOG/‹huvudman›/‹nyckel›.pdf` and `.json`. Whoever reads the folder takes the .json as the
 * sign that both are there: it comes last. A file is whole or not there at all, whatever is killed.
 */
import { randomBytes } from 'node:crypto';
import { link, mkdir, open, readdir, readFile, rename, rm, stat, unlink, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { sha256Of } from '../../extraction/ids.ts';
import type { MappKanal } from './settings.ts';
import { oneLine, safeName } from './text.ts';
import { type Forsandelse, type Kvitto, SandFel, type SandMiljo } from './types.ts';

/** A temporary name that old belongs to nobody any more, milliseconds. */
const LEFT_BEHIND = 3_600_000;

/** Writes both files. Same key and same content again: does nothing. Same key and other content: a final SandFel. */
export async function sandMapp(
  kanal: MappKanal,
  forsandelse: Forsandelse,
  miljo: SandMiljo,
): Promise<Kvitto> {
  try {
    miljo.signal?.throwIfAborted();
    await mustBeFolder(kanal.katalog);
    const wrote = await writeBoth(kanal.katalog, forsandelse);
    const at = (miljo.nu?.() ?? new Date()).toISOString();
    const vad = wrote.redan
      ? `Fanns redan: ${oneLine(wrote.path, 900)}`
      : `Skrevs: ${oneLine(wrote.path, 900)}`;
    return { at, vad, id: wrote.path, redan: wrote.redan };
  } catch (error) {
    throw asSandFel(error, kanal.katalog);
  }
}

/** The same files in another folder; what an earlier dry run left there is overwritten. */
export async function provkorMapp(
  _: MappKanal,
  forsandelse: Forsandelse,
  katalog: string,
): Promise<string[]> {
  try {
    const { folder, pdf, json } = filesOf(katalog, forsandelse);
    await mkdir(folder, { recursive: true });
    for (const { path, bytes } of [pdf, json]) await writeFile(path, bytes);
    return [pdf.path, json.path];
  } catch (error) {
    throw asSandFel(error, katalog);
  }
}

interface Wanted {
  path: string;
  bytes: Uint8Array;
}

function filesOf(katalog: string, forsandelse: Forsandelse): { folder: string; pdf: Wanted; json: Wanted } {
  const folder = join(katalog, safeName(forsandelse.huvudman ?? '', 'utan-huvudman'));
  const path = join(folder, forsandelse.nyckel);
  return {
    folder,
    pdf: { path: `${path}.pdf`, bytes: forsandelse.utdrag },
    json: { path: `${path}.json`, bytes: Buffer.from(jsonText(forsandelse, `${forsandelse.nyckel}.pdf`)) },
  };
}

/** What a machine is given: the decision's data, and which file it belongs to. Nothing of the clock: the same each time. */
export function jsonText(forsandelse: Forsandelse, pdfName: string): string {
  const { utdrag, json, ...rest } = forsandelse;
  const file = {
    fileName: pdfName,
    mediaType: 'application/pdf',
    bytes: utdrag.length,
    sha256: sha256Of(utdrag),
  };
  return `${JSON.stringify({ ...rest, utdrag: file, beslut: json }, null, 2)}\n`;
}

async function writeBoth(
  katalog: string,
  forsandelse: Forsandelse,
): Promise<{ path: string; redan: boolean }> {
  const { folder, pdf, json } = filesOf(katalog, forsandelse);
  await mkdir(folder, { recursive: true });
  await removeLeftBehind(folder, forsandelse.nyckel);
  const newPdf = await writeOnce(folder, pdf);
  const newJson = await writeOnce(folder, json);
  return { path: pdf.path, redan: !newPdf && !newJson };
}

/** True when it was written, false when the same content was there already. */
async function writeOnce(folder: string, { path, bytes }: Wanted): Promise<boolean> {
  if (await isThere(path, bytes)) return false;
  const temporary = join(folder, `.${basename(path)}.${randomBytes(6).toString('hex')}.tmp`);
  try {
    const file = await open(temporary, 'wx');
    try {
      await file.writeFile(bytes);
      await file.sync();
    } finally {
      await file.close();
    }
    const placed = await place(temporary, path);
    if (!placed && !(await isThere(path, bytes))) throw new Error('vanished while it was compared');
    await syncFolder(folder);
    return placed;
  } finally {
    await rm(temporary, { force: true });
  }
}

/**
 * Gives the temporary file its name, and false when another has it: a link is refused where a rename would overwrite what
 * another writer has just put there. File systems without links (network shares, memory sticks) get a rename.
 */
async function place(temporary: string, path: string): Promise<boolean> {
  try {
    await link(temporary, path);
    await unlink(temporary);
    return true;
  } catch (error) {
    const code = codeOf(error);
    if (code === 'EEXIST') return false;
    if (!['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EMLINK'].includes(code)) throw error;
    if (await stat(path).catch(() => null)) return false;
    await rename(temporary, path);
    return true;
  }
}

/** Whether the file is there with this content. Throws a final SandFel when it is there with another. */
async function isThere(path: string, bytes: Uint8Array): Promise<boolean> {
  const found = await readFile(path).catch((error: unknown) => {
    if (codeOf(error) === 'ENOENT') return null;
    throw error;
  });
  if (found === null) return false;
  if (found.equals(bytes)) return true;
  throw new SandFel(
    'slutgiltigt',
    `Det finns redan en annan fil med samma nyckel: ${path}. Den skrivs inte över.`,
    `There is another file with the same key already: ${path}. It is not overwritten.`,
  );
}

/** A name is on the disk when its folder is. Not every system lets a folder be synced. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r').catch(() => null);
  await handle?.sync().catch(() => {});
  await handle?.close();
}

/** Temporary files of this key that a killed writer left. */
async function removeLeftBehind(folder: string, nyckel: string): Promise<void> {
  for (const name of await readdir(folder)) {
    if (!name.startsWith(`.${nyckel}.`) || !name.endsWith('.tmp')) continue;
    const path = join(folder, name);
    const found = await stat(path).catch(() => null);
    if (found && Date.now() - found.mtimeMs > LEFT_BEHIND) await rm(path, { force: true });
  }
}

/** The folder itself is never made: one that is missing is a share that is not mounted, or a misspelt setting. */
async function mustBeFolder(katalog: string): Promise<void> {
  const found = await stat(katalog).catch((error: unknown) => {
    if (codeOf(error) === 'ENOENT') return null;
    throw error;
  });
  if (found?.isDirectory()) return;
  throw new SandFel(
    found ? 'slutgiltigt' : 'tillfalligt',
    found ? `${katalog} är ingen mapp.` : `Mappen ${katalog} finns inte, eller är inte ansluten just nu.`,
    found ? `${katalog} is not a folder.` : `The folder ${katalog} does not exist, or is not mounted now.`,
  );
}

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error ? String(error.code) : '';

/** What only a person can change. All else of a disk may pass. */
const FINAL = ['EACCES', 'EPERM', 'EROFS', 'ENOTDIR', 'EISDIR', 'ENAMETOOLONG', 'ELOOP', 'EINVAL'];

function asSandFel(error: unknown, katalog: string): SandFel {
  if (error instanceof SandFel) return error;
  const code = codeOf(error) || (error instanceof Error ? error.message : String(error));
  return new SandFel(
    FINAL.includes(code) ? 'slutgiltigt' : 'tillfalligt',
    `Det gick inte att skriva i mappen ${katalog} (${code}).`,
    `The folder ${katalog} could not be written to (${code}).`,
    { cause: error },
  );
}

/** Where a copy is to be made: a file or a folder, in a place that is there and that is not lost with the home. */
import { mkdir, stat } from 'node:fs/promises';
import { dirname, relative, resolve } from 'node:path';
import { Problem } from '../problem.ts';

/** A name that ends so is a file; any other a folder. */
export const isTar = (path: string): boolean => path.toLowerCase().endsWith('.tar');

/**
 * Throws Problem "copy-in-home", "copy-in-the-way" where the folder is a file, and "copy-nowhere" where it is not there: the disk
 * may not be mounted, and a copy on the disk below it is none. With `make` the folder is made.
 */
export async function requirePlace(home: string, kopia: string, make: boolean): Promise<void> {
  refuseInside(home, kopia);
  const folder = isTar(kopia) ? dirname(kopia) : kopia;
  const asFile = isTar(kopia) ? '' : ' Ska det bli en fil: låt namnet sluta på .tar.';
  const found = await stat(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return null;
    throw error;
  });
  if (found !== null && !found.isDirectory()) {
    throw new Problem(
      'copy-in-the-way',
      `${folder} är ingen mapp. Ange en mapp att kopiera till.${asFile} / That is no folder.`,
    );
  }
  if (found !== null) return;
  if (!make) {
    throw new Problem(
      'copy-nowhere',
      `Mappen ${folder} finns inte. Är disken eller nätverksmappen inkopplad? Ska mappen skapas: lägg till --skapa-mapp.${asFile} / The folder does not exist; --skapa-mapp makes it.`,
    );
  }
  await mkdir(folder, { recursive: true });
}

function refuseInside(home: string, kopia: string): void {
  const from = relative(resolve(home), kopia);
  if (from === '..' || from.startsWith('../') || from.startsWith('..\\') || resolve(from) === from) return;
  throw new Problem(
    'copy-in-home',
    `${kopia} ligger i ${home}: en kopia där försvinner med det som den är en kopia av. Ange en plats på en annan disk. / The copy would lie in the home itself.`,
  );
}

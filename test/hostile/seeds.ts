/** What is damaged: the samples, and small files of the kinds that they do not have. */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fromBufferPromise } from 'yauzl';
import { ekerud } from '../../samples/make/content/ekerud.ts';
import { granvik } from '../../samples/make/content/granvik.ts';
import { asWord } from '../../samples/make/word.ts';
import type { Member } from '../extraction/pages/make-zip.ts';

export interface Seeds {
  files: Uint8Array[];
  /** Word documents by their parts: damage to the ZIP alone ends at its check sums, and never comes to what is in it. */
  packages: Member[][];
}

const root = join(import.meta.dirname, '../..');

/** All of at most so many bytes. The same each time. */
export async function seeds(maxBytes: number = Number.POSITIVE_INFINITY): Promise<Seeds> {
  const paths = ['samples/*.{pdf,txt,png,jpg}', 'test/extraction/pages/tiff/*.tif'].flatMap((pattern) =>
    globSync(pattern, { cwd: root }).sort(),
  );
  const files = paths.map((path) => new Uint8Array(readFileSync(join(root, path))));
  const packages = await Promise.all(
    [...granvik, ekerud].map(async (content) => partsOf((await asWord(content)).bytes)),
  );
  return { files: files.filter((bytes) => bytes.length <= maxBytes), packages };
}

async function partsOf(zip: Buffer): Promise<Member[]> {
  const opened = await fromBufferPromise(zip, { lazyEntries: true, autoClose: false });
  const parts: Member[] = [];
  for await (const entry of opened.eachEntry()) {
    const pieces: Buffer[] = [];
    for await (const piece of await opened.openReadStreamPromise(entry)) pieces.push(piece as Buffer);
    // when it was made tells nothing, and is another time each time
    const content = Buffer.concat(pieces)
      .toString()
      .replaceAll(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, '2030-01-01T00:00:00Z');
    parts.push({ name: entry.fileName, content: new Uint8Array(Buffer.from(content)) });
  }
  return parts.sort((a, b) => (a.name < b.name ? -1 : 1));
}

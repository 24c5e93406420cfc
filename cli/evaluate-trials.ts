/** `expediera evaluate --leave-one-out`: the sources read again and again with words taken out of the vocabulary. */
import { readFile } from 'node:fs/promises';
import type { Readable } from '../evaluate/leave-one-out.ts';
import { sha256Of } from '../extraction/ids.ts';
import { assembleRecord } from '../extraction/index.ts';
import { openDocument } from '../extraction/pages/index.ts';
import { Refusal } from '../extraction/refusal.ts';
import type { Sources } from './evaluate-sources.ts';
import { CommandError, EXIT } from './exit-codes.ts';

/** Records of one huvudman alone have no others to tell its own words by. */
export function checkOthers(huvudman: number): void {
  if (huvudman > 1) return;
  throw new CommandError(
    'Med en enda huvudman är alla ord dess egna: ange flera mappar, t.ex. samples bredvid.',
    EXIT.wrongUsage,
  );
}

/**
 * The sources whose pages have text, open in this process, since a trial changes what all readers of a process share.
 * @param skip told the name of each that is left out: scanned, or refused
 */
export async function openAll(unread: Sources['unread'], skip: (name: string) => void): Promise<Readable[]> {
  const readable: Readable[] = [];
  for (const { name, path, gold } of unread) {
    try {
      const bytes = new Uint8Array(await readFile(path));
      const { pages, ocr, mediaType, pageCount } = await openDocument(bytes);
      if (ocr.length > 0) {
        skip(name);
        continue;
      }
      const source = {
        fileName: name,
        sha256: sha256Of(bytes),
        bytes: bytes.byteLength,
        mediaType,
        pageCount,
      };
      readable.push({ name, gold, assemble: () => assembleRecord(source, pages) });
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      skip(name);
    }
  }
  return readable;
}

/** What becomes of bytes: the whole way of a file but for OCR, as an installation goes it. */

import { assembleBounded, openBounded, type Pool } from '../../extraction/bounded/index.ts';
import { sha256Of } from '../../extraction/ids.ts';
import { recordSchema } from '../../extraction/record.ts';
import { Refusal } from '../../extraction/refusal.ts';

/** `record`, or the code of the refusal. Anything else that happens is thrown, and so is a record that is none. */
export async function outcomeOf(bytes: Uint8Array, pool: Pool, maxMs: number): Promise<string> {
  try {
    const { mediaType, pageCount, pages, warnings } = await openBounded(bytes, {}, { pool, maxMs });
    const source = { fileName: 'f', sha256: sha256Of(bytes), bytes: bytes.length, mediaType, pageCount };
    const record = await assembleBounded(source, pages, { warnings }, { pool, maxMs });
    recordSchema.parse(record);
    return 'record';
  } catch (error) {
    if (error instanceof Refusal) return error.code;
    throw error;
  }
}

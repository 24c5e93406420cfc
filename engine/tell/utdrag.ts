/** The extract of the minutes that went with a delivery, as it was sent. */
import { getForsandelse } from '../../expediering/forsandelse.ts';
import type { Blobs } from '../../store/blobs.ts';
import type { Leverans } from '../../store/expediering.ts';

/** The PDF and what it was called; null where nothing has been made to be sent yet. */
export async function sentUtdrag(
  blobs: Pick<Blobs, 'get'>,
  { forsandelse }: Pick<Leverans, 'forsandelse'>,
): Promise<{ fileName: string; utdrag: Uint8Array } | null> {
  if (forsandelse === null) return null;
  const { fileName, utdrag } = await getForsandelse(blobs, forsandelse);
  return { fileName, utdrag };
}

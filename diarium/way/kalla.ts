/** Where something of a part stands. */
import type { ArendePart, Kalla } from './types.ts';

/** @param itemId the attsats, mottagare or other item; null where the ärende as a whole is meant */
export function kallaOf(
  { source, handling, arende }: ArendePart,
  itemId: string | null,
  page?: number,
): Kalla {
  return {
    sha256: source.sha256,
    fileName: source.fileName,
    page: page ?? (arende ?? handling).pages[0],
    handlingId: handling.id,
    itemId,
  };
}

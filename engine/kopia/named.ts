/** Which blobs the rows of a copy name, and which of them have not been met. */

import type { Rad } from '../../store/avbild.ts';
import { sha256OfKey } from '../../store/blob-names.ts';

export interface Named {
  /** A row of a table. */
  add(table: string, row: Rad): void;
  /** A blob that is there whole. */
  found(key: string): void;
  /** sha256 of those that were named and not found, in order. */
  missing(): string[];
}

export function blobsNamedBy(): Named {
  const wanted = new Set<string>();
  return {
    add(table, row) {
      // what was refused unread, or could not be read at all, was never kept
      if (table === 'contents' && (row.status === 'done' || row.status === 'running')) {
        wanted.add(String(row.sha256));
      }
      if (table === 'leveranser' && typeof row.forsandelse === 'string') wanted.add(row.forsandelse);
    },
    found(key) {
      const sha256 = sha256OfKey(key);
      if (sha256 !== null) wanted.delete(sha256);
    },
    missing: () => [...wanted].sort(),
  };
}

/** Where a copy is written: a folder that is added to, or one new tar file. */
import type { Chunks } from '../../store/fs/whole-file.ts';
import type { Manifest } from './manifest.ts';

export interface KopiaTarget {
  /** A part of which the size need not be known. @returns its sha256 */
  put(name: string, chunks: Chunks): Promise<string>;
  /**
   * A blob under its key, unless it is there from an earlier copy.
   * @param open its bytes; null: it is gone
   * @returns how many bytes the copy has grown by; null: it is missing or damaged, and left out
   */
  putBlob(key: string, open: OpenBlob): Promise<number | null>;
  /** Makes it a copy. */
  finish(manifest: Manifest): Promise<void>;
  /** Takes away what was written of a copy that came to no end. */
  abort(): Promise<void>;
}

export type OpenBlob = () => Promise<{ bytes: number; chunks: AsyncIterable<Uint8Array> } | null>;

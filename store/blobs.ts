/**
 * Bytes by the hash of their content, and what was derived from them, so that workflows pass only references
 * and a broken-off OCR goes on where it stopped.
 */

export interface StoredBlob {
  /** Lower-case hex. */
  sha256: string;
  bytes: number;
}

export interface Blobs {
  /** Keeps the bytes. Atomic and idempotent: half-written content is never seen under its hash. */
  put(bytes: Uint8Array): Promise<StoredBlob>;
  /** Keeps a file's bytes, read as a stream; the file is only read. Rejects as node:fs does when it cannot be. */
  putFile(path: string): Promise<StoredBlob>;
  has(sha256: string): Promise<boolean>;
  /** null: not here. */
  get(sha256: string): Promise<Uint8Array | null>;

  /**
   * Keeps a JSON value derived from a content by a version of ours, under a name such as "pages" or
   * "ocr/0007" (letters, digits, `-`, `_`, `.` and `/` between parts). Replaces what had the name; atomic.
   */
  putDerived(sha256: string, version: string, name: string, value: unknown): Promise<void>;
  /** The value, or null when there is none. */
  getDerived<T>(sha256: string, version: string, name: string): Promise<T | null>;
  /** The names kept under a folder ("ocr" → "ocr/0007", …), or all, in order. */
  listDerived(sha256: string, version: string, folder?: string): Promise<string[]>;

  /**
   * Every key there is, for copies: "sha256/ab/cdef…" for bytes, "derived/‹sha256›/‹version›/‹name›.json" for what follows
   * from them. Of what is put meanwhile any part may be left out.
   */
  keys(): AsyncIterable<string>;
  /** What is kept under a key, in parts; null: nothing. */
  openKey(key: string): Promise<{ bytes: number; chunks: AsyncIterable<Uint8Array> } | null>;
  /** Keeps something under a key, as it comes. Atomic; replaces nothing. Bytes that are not those of their key are refused. */
  putKey(key: string, chunks: AsyncIterable<Uint8Array>): Promise<void>;
}

/** Bytes that came under another hash than their own. */
export class SkadadBlob extends Error {
  override readonly name = 'SkadadBlob';
}

/** The sha256 that the bytes under a key must have; null: what the key has is derived. */
export const sha256OfKey = (key: string): string | null =>
  key.startsWith('sha256/') ? key.slice('sha256/'.length).replace('/', '') : null;

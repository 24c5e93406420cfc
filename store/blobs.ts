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
  /**
   * Keeps a file's bytes, read as a stream; the file is only read. Rejects as node:fs does when it cannot be, and
   * with code "EBUSY" when it changes each time it is read.
   */
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
}

/** What stands in the way of every blob, and a person can do something about. */
export type BlobsFaultCode =
  | 'blobs-no-bucket'
  | 'blobs-denied'
  | 'blobs-credentials'
  | 'blobs-region'
  | 'blobs-unreachable';

/** The place where blobs are kept does not answer as it should; `message` says what to do, Swedish first. */
export class BlobsFault extends Error {
  override readonly name = 'BlobsFault';
  readonly code: BlobsFaultCode;

  constructor(code: BlobsFaultCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}

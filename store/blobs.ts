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
  /** Keeps bytes that come one part after the other, never all in memory. Rejects as they do, and leaves nothing then. */
  putStream(chunks: AsyncIterable<Uint8Array>): Promise<StoredBlob>;
  has(sha256: string): Promise<boolean>;
  /** null: not here. Throws SkadadBlob when other bytes than those that were put are. */
  get(sha256: string): Promise<Uint8Array | null>;
  /**
   * Has `use` read the bytes as a file on this machine, for what is larger than memory or read here and there. The file
   * is only to be read, unchecked where it lies on this machine's disk, and is there no longer than `use` takes. null: not here.
   */
  withFile<T>(sha256: string, use: (path: string) => Promise<T>): Promise<T | null>;
  /** How many bytes a content has; null: not here. */
  size(sha256: string): Promise<number | null>;
  /** Bytes `first` to `last` (from 0, both included) of a content that is here, in parts and unchecked: for whoever reads here and there. */
  readPart(sha256: string, first: number, last: number): AsyncIterable<Uint8Array>;
  /** How many more bytes can be kept; null: no bound is known. */
  free(): Promise<number | null>;

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

  /** What is written at the top (`installation.json`) of whose blobs these are; null: nothing. It is none of the keys. */
  marke(): Promise<string | null>;
  /** Writes that, whole or not at all, unless something is written already. @returns what is there now */
  putMarke(text: string): Promise<string>;
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
/** Bytes that came under another hash than their own. */
export class SkadadBlob extends Error {
  override readonly name = 'SkadadBlob';
}

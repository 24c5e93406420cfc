/** What those who send files know of it. */
import type { Taken } from './tally.ts';

export interface NewUpload {
  /** What people would call it: a folder's or a file's name. */
  namn: string;
  /** As current work; see IntakeOptions. */
  lopande: boolean;
  av: string;
}

/** What became of a file that was sent. */
export interface SentFile {
  /** As it is kept and shown. */
  path: string;
  sha256: string | null;
  /** zip: it is kept, and what it holds is taken out now. */
  taken: Taken | 'zip';
}

/** An intake whose files are being sent. */
export interface Upload {
  arkiv: number;
  /** Takes a file over; rejects, and keeps nothing of it, when the stream breaks off. */
  add(name: string, chunks: AsyncIterable<Uint8Array>): Promise<SentFile>;
  /** All that there is has come; ends when what is in ZIPs is taken out. */
  finish(): Promise<void>;
  /** No more comes, though there may be more. */
  cutOff(): Promise<void>;
}

export interface Uploads {
  begin(upload: NewUpload): Promise<Upload>;
  /**
   * One that was begun, also by an earlier run of the program. Throws Problem "no-such-arkiv", and "refused" when it is
   * none of what is sent or takes no more.
   */
  open(arkiv: number): Promise<Upload>;
  /** All of one has come; said again it changes nothing. Throws as `open`. */
  finish(arkiv: number): Promise<void>;
  /** Hands over what has come; what is still to come is cut off. */
  close(): Promise<void>;
}

/** How often what has come is handed over, and after how long without a file no more is waited for, milliseconds. */
export interface UploadTimes {
  everyMs?: number;
  quietMs?: number;
}

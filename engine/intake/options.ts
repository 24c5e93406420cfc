import type { Settings } from '../../config/settings.ts';
import { EXTRACTION_VERSION } from '../../extraction/version.ts';
import type { Blobs } from '../../store/blobs.ts';
import type { Store } from '../../store/store.ts';
import type { Offered } from './tally.ts';
import type { ZipLimits } from './zip/inspect.ts';

/** How files are offered. */
export interface OfferOptions {
  store: Store;
  blobs: Blobs;
  /** The installation's home, never taken in itself. */
  home: string;
  /** A larger file is refused unread; a ZIP by `zip.maxBytes`, and each file in it by this. */
  maxFileBytes: number;
  zip: ZipLimits;
  extractionVersion: string;
  /** Work again on what was done or refused. */
  rerun: boolean;
  /** As current work; see Store.offerFile. */
  lopande: boolean;
  /** The intake that they come in with. */
  arkiv?: number;
  /** After each path, with the figures so far. */
  onPath?: (path: string, offered: Offered) => void;
  /** What is waited for, in Swedish: a full disk, a database that does not answer. null: nothing any more. */
  onWait?: (why: string | null) => void;
  /** How long that is waited, milliseconds; left out, ten minutes. */
  patience?: number;
}

/** What the settings say of it; nothing is done again, and all is archive. */
export const offerOptions = (settings: Settings): Omit<OfferOptions, 'store' | 'blobs'> => ({
  home: settings.home,
  maxFileBytes: settings.maxFileBytes,
  zip: {
    maxFiles: settings.zipMaxFiles,
    maxBytes: settings.zipMaxBytes,
    maxDepth: settings.zipMaxDepth,
    maxRatio: settings.zipMaxRatio,
  },
  extractionVersion: EXTRACTION_VERSION,
  rerun: false,
  lopande: false,
});

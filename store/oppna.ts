/** Who looks at what in review just now: notes that live for two minutes unless they are made again. They warn, and lock nothing. */

/** A note that is not made again is gone after so long, milliseconds. */
export const OPPEN_MS = 2 * 60 * 1000;

/** One thing of a file: an item, an ärende, a handling. */
export interface OppenSak {
  sha256: string;
  id: string;
}

/** Somebody who has a thing open. */
export interface Oppen {
  av: string;
  /** Which of their browsers: a random name that it has for as long as it runs. */
  webblasare: string;
  /** Since when, ISO 8601, UTC. */
  sedan: string;
}

export interface OppnaStore {
  /**
   * Notes that somebody has a thing open, or has it open still.
   *
   * @returns who else has it open in another browser, the first first
   */
  noteOppen(sak: OppenSak, vem: Pick<Oppen, 'av' | 'webblasare'>): Promise<Oppen[]>;
  /** They have it open no more. */
  noteStangd(sak: OppenSak, webblasare: string): Promise<void>;
  /** All that is open now, of one file or of all, the first first. */
  oppna(sha256?: string): Promise<(OppenSak & Oppen)[]>;
}

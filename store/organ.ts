/**
 * The register of bodies and other recipients: what people have said of it is kept, with who and when, and never
 * overwritten; what is read follows from the documents. See diarium/organ/.
 */
import type { OrganPost, OrganRegister, RegisterOrgan, Underlag } from '../diarium/organ/index.ts';
import type { Choices, OfHuvudman } from './matter.ts';

/** What people do with a register. */
export type OrganVad = 'laddat' | 'rattat' | 'sammanfort' | 'angrat';

/** One body or recipient, as `organ NAMN --json` prints it. */
export interface OrganAnswer extends Omit<RegisterOrgan, 'id'> {
  huvudman: string | null;
}

/** What a change left behind. */
export interface OrganAndring {
  /** The number it is undone by. */
  andring: number;
  /** The names of those whose entries it changed. */
  organ: string[];
  /** Matters whose ways the names may change: they are stale, and to be computed anew. */
  matters: string[];
}

/** One change as `organ historik` shows it. */
export interface OrganHistorik {
  andring: number;
  vad: OrganVad;
  /** The change that this one took back. */
  angrar: number | null;
  /** ISO 8601, UTC. */
  at: string;
  av: string;
  huvudman: string | null;
  /** Each entry changed, before and after; null: there was, or is, none. */
  poster: { fore: Omit<OrganPost, 'id'> | null; efter: Omit<OrganPost, 'id'> | null }[];
}

export interface OrganStore {
  /** The registers of all huvudmän, or of one; in order of their names. */
  organregister(of?: OfHuvudman): Promise<OrganRegister[]>;
  /** One body or recipient, by any of its names. null: none of that name. */
  organ(namn: string, of?: OfHuvudman): Promise<OrganAnswer | Choices | null>;
  /**
   * Changes what people have said, all of it or nothing, in one transaction. `compute` is given the register's ground
   * as it is then and answers all entries of that huvudman as they shall be; it must be pure and synchronous, and what
   * it throws changes nothing. What waits to be sent in that huvudman is to be planned anew (see stepsToWake). null:
   * nothing was to be changed.
   */
  andraOrgan(
    who: { vad: Exclude<OrganVad, 'angrat'>; av: string },
    delar: { huvudman: string | null; compute: (underlag: Underlag) => OrganPost[] }[],
  ): Promise<OrganAndring | null>;
  /**
   * Takes a change back, by its number; without one the last that still holds. What was changed since in the same
   * entries has to be taken back first. null: there is nothing to take back.
   *
   * @throws OrganFel when there is no such change, or when it cannot be taken back (any more)
   */
  angraOrgan(av: string, andring?: number): Promise<OrganAndring | null>;
  /** Every change, the newest first; of one huvudman where it is given. */
  organhistorik(of?: OfHuvudman): Promise<OrganHistorik[]>;
  /** What people have said of the bodies and recipients of one huvudman: reads no documents, and so answers at once. */
  organposter(huvudman: string | null): Promise<OrganPost[]>;
}

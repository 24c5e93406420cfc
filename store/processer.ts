/**
 * What the process of a matter needs of the store: which matters are to be told that something changed, what people have
 * said of posts, and which matters they have made one.
 */
import type { PostStatus } from '../diarium/way/types.ts';
import type { Matter } from './matter.ts';

/** What a person says of posts in an inbox. `vantar` takes back what was said. */
export interface Postmarke {
  /** Ids of posts, or of the same clause or recipient in another document. */
  poster: string[];
  status: Exclude<PostStatus, 'behandlad'>;
  /** Why; an `avvisad` has one. */
  skal: string | null;
  /** Who says so. */
  av: string;
}

/** That a person made two matters one, or took them apart. Never changed or removed. */
export interface Sammanforing {
  /** Ids of the matters. */
  fran: string;
  till: string;
  vad: 'sammanford' | 'skild';
  /** ISO 8601, UTC. */
  at: string;
  av: string;
}

export interface ProcessStore {
  /** Matters, of these or of all, whose process has not been told of their newest way. `varv` is given back to `woken`. */
  mattersToWake(of?: readonly string[]): Promise<{ id: string; varv: number }[]>;
  /** A process follows the matter and was told; of a way that is newer than `varv` it has still to be told. */
  woken(id: string, varv: number): Promise<void>;
  /** A process follows the matter. */
  follow(id: string): Promise<void>;
  /** Ids of the matters that a process follows. */
  followed(): Promise<string[]>;
  /** No process follows the matter any more: it is rows only. */
  release(id: string): Promise<void>;
  /** Those of the contents that were offered as current work (löpande), whose decisions may be sent. */
  lopandeOf(sha256s: string[]): Promise<string[]>;

  /** Keeps what a person says of posts; the ways of their matters are to be computed anew. Returns those matters. */
  markPosts(marke: Postmarke): Promise<string[]>;

  /**
   * Makes one matter of two: whatever is of `fran`, now or later, is of `till`. Idempotent.
   *
   * @returns the matters to route anew; null when one of them is not known, or they are of different huvudmän
   */
  sammanfor(fran: string, till: string, av: string): Promise<string[] | null>;
  /** Takes a matter out of the one it was joined to. Returns the matters to route anew; null when it was not joined. */
  skilj(fran: string, av: string): Promise<string[] | null>;
  /** Ids and numbers of the matters that people have joined to this one. */
  sammanforda(till: string): Promise<Pick<Matter, 'id' | 'diarienummer'>[]>;
}

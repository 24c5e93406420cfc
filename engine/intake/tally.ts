/** The figures of what was offered. */

export interface Offered {
  /**
   * Paths met, and the distinct contents among them. Those of files in a ZIP are paths too, and one that could not be
   * read, whose content nobody knows, is a content of its own, as in the store.
   */
  paths: number;
  contents: number;
  /** Contents that work has to be done on, in the order they were met. */
  toDo: string[];
  /** Contents that were done or refused before and are left so, and those of them that were refused. */
  already: number;
  alreadyRefused: number;
  /** ZIPs whose files were offered one by one, and those of them that had been so before. */
  unpacked: number;
  alreadyUnpacked: number;
  /** Contents, and files in ZIPs, that were refused when they were offered. */
  refused: number;
  unreadable: number;
  /** Links, pipes and the like in folders, which are no files of their own. */
  skipped: number;
}

/** Whether all of it was known, as it is now: nothing came of offering it. */
export const isKnown = ({ toDo, refused, unreadable, unpacked, alreadyUnpacked }: Offered): boolean =>
  toDo.length + refused + unreadable === 0 && unpacked === alreadyUnpacked;

/** What became of a path when it was offered. */
export type Taken =
  | 'toDo'
  | 'already'
  | 'alreadyRefused'
  | 'unpacked'
  | 'alreadyUnpacked'
  | 'refused'
  | 'unreadable'
  | 'skipped';

/** Hears of a path when it is offered; `sha256` is null where it is not known. */
export type Told = (path: string, taken: Taken, sha256: string | null) => void;

/** Counts each content once. @param onPath after each path, with the figures so far */
export function tally(onPath: (path: string, offered: Offered) => void = () => {}): {
  offered: Offered;
  told: Told;
} {
  const seen = new Set<string>();
  const offered: Offered = {
    ...{ paths: 0, contents: 0, toDo: [], already: 0, alreadyRefused: 0 },
    ...{ unpacked: 0, alreadyUnpacked: 0, refused: 0, unreadable: 0, skipped: 0 },
  };
  function count(taken: Taken, sha256: string | null): void {
    if (taken === 'skipped') {
      offered.skipped += 1;
      return;
    }
    offered.paths += 1;
    if (sha256 !== null) {
      if (seen.has(sha256)) return;
      seen.add(sha256);
    }
    offered.contents += 1;
    if (taken === 'alreadyRefused') offered.already += 1;
    if (taken === 'alreadyUnpacked') offered.unpacked += 1;
    if (taken === 'toDo') offered.toDo.push(sha256 as string);
    else offered[taken] += 1;
  }
  return {
    offered,
    told(path, taken, sha256) {
      count(taken, sha256);
      if (taken !== 'skipped') onPath(path, offered);
    },
  };
}

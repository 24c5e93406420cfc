/** A step with what it follows from. */
import type { ArendePart, Steg, Vidare } from './types.ts';

/** A step and what it was made from, the version that counts first. */
export interface StegWithParts {
  steg: Steg;
  parts: [ArendePart, ...ArendePart[]];
  /** Place in the order of the matter. */
  at: number;
  /** Key of the body that met; "" where there is none. */
  organKey: string;
  /** Key of whoever wrote it; "" where nobody is named. */
  senderKey: string;
  /** What its clauses say, as words alone, of all its parts. */
  ord: ReadonlySet<string>;
  /** `steg.vidare` with the keys of the bodies. */
  vagar: { key: string; reason: Vidare['reason'] }[];
}

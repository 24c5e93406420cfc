/** A step with what it follows from. */
import type { ArendePart, Steg, Vidare } from './types.ts';

/** A step and what it was made from, the version that counts first. */
export interface StegWithParts {
  steg: Steg;
  parts: [ArendePart, ...ArendePart[]];
  /** Key of the body that met; "" where there is none. */
  organKey: string;
  /** Key of whoever wrote it; "" where nobody is named. */
  senderKey: string;
  /** `steg.vidare` with the keys of the bodies. */
  vagar: { key: string; reason: Vidare['reason'] }[];
}

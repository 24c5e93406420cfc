/** The key of a delivery: the same whenever and wherever the same decision is met again. */
import { createHash } from 'node:crypto';
import { huvudmanKey, organKey } from '../extraction/routing/organ.ts';

/** The key of a recipient by its name alone, inside its huvudman. Never empty. */
export function mottagareKey(mottagare: string, huvudman: string | null): string {
  return organKey(mottagare, { huvudman }) || mottagare.normalize('NFC').trim().toLowerCase();
}

/**
 * @param of `steg`: `Steg.nyckel`, which holds §, body and day. Not the matter: a § that is filed under another number
 * later is the same decision.
 * @returns 32 hex digits; safe in a header, a file name and a path
 */
export function leveransNyckel(of: {
  huvudman: string | null;
  steg: string;
  mottagare: string;
  version: number;
}): string {
  const parts = [
    huvudmanKey(of.huvudman),
    of.steg,
    mottagareKey(of.mottagare, of.huvudman),
    String(of.version),
  ];
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 32);
}

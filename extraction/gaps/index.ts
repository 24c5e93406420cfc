/**
 * Gaps shown: what a file's own words say ought to be there and is not. A registrator sees an empty answer as zero;
 * where the record itself tells of more, that is said with its page. Few and true: a rule that cannot tell keeps silent.
 */
import type { Warning } from '../record.ts';
import { missingBeslut } from './beslut-missing.ts';
import { missingBilagor } from './bilaga-missing.ts';
import { emptyExpediering } from './expediering-empty.ts';
import { missingParagrafer } from './paragraf-missing.ts';
import type { ReadHandling } from './read-handling.ts';
import { mismatchedVoteringar } from './votering-mismatch.ts';

export { GAP_CODES } from './codes.ts';
export type { ReadHandling } from './read-handling.ts';

/** All gaps of a file, from its handlingar as read and the lines they were read from; by page. */
export function gapsOf(all: ReadHandling[]): Warning[] {
  const warnings = [
    ...missingParagrafer(all),
    ...all.flatMap((read) => [
      ...missingBeslut(read),
      ...mismatchedVoteringar(read),
      ...emptyExpediering(read),
    ]),
    ...missingBilagor(all),
  ];
  return warnings.sort((a, b) => (a.page ?? 0) - (b.page ?? 0));
}

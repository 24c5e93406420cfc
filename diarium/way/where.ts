/** Who has a matter now, and whether it is over. */
import type { PostWithRows } from './poster.ts';
import { dayOf } from './steg.ts';
import type { StegWithParts } from './steg-with-parts.ts';
import type { Vantan, Way } from './types.ts';
import { isOpen } from './vantar/rader.ts';
import type { Sammanhang } from './vantar/sammanhang.ts';
import { keepsOpen } from './vantar.ts';

/**
 * The last dated step says who has it. After a decision that goes nowhere further nobody has, unless the matter still
 * waits at a body, or at somebody who was left to decide; fullmäktige's last word ends that too, as no body is above it.
 * A question put to nobody that is named lies where it was put, as the answer is given there. Sent back to nobody in
 * particular, the matter is nowhere, and not over either.
 */
export function where(s: Sammanhang, vantar: readonly Vantan[]): Pick<Way, 'hos' | 'avslutat'> {
  const last = lastStep(s.steps);
  if (!last) return { hos: null, avslutat: false };
  if (last.steg.next) return { hos: last.steg.next, avslutat: false };
  const waiting = s.poster.findLast((p: PostWithRows) => isOpen(p, s));
  if (waiting) return { hos: waiting.post.mottagare, avslutat: false };
  const open = vantar.filter(keepsOpen);
  const has = open
    .filter((v) => v.av !== null)
    .find((v) => v.vad === 'svar' || v.skal === 'delegation' || v.skal === 'bordlaggning');
  if (open.length > 0) return { hos: has?.av ?? putBefore(open, s), avslutat: false };
  return { hos: null, avslutat: last.steg.kind === 'protokoll' };
}

/** The body before which an interpellation or a question that does not say to whom was put, which hears the answer. */
function putBefore(open: readonly Vantan[], { steps }: Sammanhang): string | null {
  const asked = open.find((v) => v.vad === 'svar');
  return steps.find(({ steg }) => steg.nyckel === asked?.steg)?.steg.organ ?? null;
}

/** The last step whose day is sure; a remissvar moves nothing. */
const lastStep = (steps: readonly StegWithParts[]): StegWithParts | undefined =>
  steps.findLast((s) => dayOf(s) && s.steg.kind !== 'remissvar') ?? steps.at(-1);

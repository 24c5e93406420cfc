/**
 * A matter's way through the bodies: steps, who has it now, and the rows of everybody's inbox. Pure, and
 * independent of the order in which files were taken in: a matter is computed anew from all its handlingar
 * whenever one is added.
 */
import { type NameGroups, organIndex } from '../../extraction/routing/organ.ts';
import { posterOf } from './poster.ts';
import { dayOf, type StegWithParts, stegOf } from './steg.ts';
import type { ArendePart, Post, SourcedHandling, Way } from './types.ts';

export { recipientName } from '../../extraction/routing/recipient.ts';
export type * from './types.ts';

/**
 * The way of one matter from everything that is known of it.
 *
 * @param handlingar all handlingar of the matter, of all files, each with the ärenden of this matter only
 * @param matter the huvudman that all of them are of; bodies are never matched across huvudmän
 * @param lika names that people have said mean one body of that huvudman; all else that is known of bodies is what
 *   the handlingar themselves name
 */
export function wayOf(
  handlingar: readonly SourcedHandling[],
  matter: { huvudman: string | null },
  lika: NameGroups = [],
): Way {
  const parts = handlingar.flatMap(partsOf);
  const known = organIndex(parts.flatMap(organNamesOf), { huvudman: matter.huvudman, lika });
  const steps = stegOf(parts, known);
  const poster = posterOf(steps, known);
  return { typ: 'ovrigt', vantar: [], steg: steps.map((s) => s.steg), ...where(steps, poster), poster };
}

/** Attachments are no steps; a remissvar is one although it has no ärende. */
function partsOf({ handling, sha256, fileName }: SourcedHandling): ArendePart[] {
  const source = { sha256, fileName };
  if (handling.arenden.length > 0) return handling.arenden.map((arende) => ({ arende, handling, source }));
  return handling.kind === 'remissvar' ? [{ arende: null, handling, source }] : [];
}

/** Every name of a body in a part: what an index is made from. */
function organNamesOf({ handling, arende }: ArendePart): string[] {
  const clauses = arende ? [...arende.forslag, ...arende.beslut] : [];
  return [
    ...(handling.organ ? [handling.organ] : []),
    ...handling.till,
    ...(arende?.next ? [arende.next.organ] : []),
    ...clauses.flatMap((a) => [...a.kedja, ...(a.next ? [a.next.organ] : [])]),
  ];
}

/**
 * Who has it: the last dated step says. After a decision that goes nowhere further nobody has, unless the
 * matter still waits at a body; fullmäktige's last word ends that too, as no body is above it. Sent back to
 * nobody in particular it is nowhere, and not ended either.
 */
function where(steps: readonly StegWithParts[], poster: readonly Post[]): Pick<Way, 'hos' | 'avslutat'> {
  const last = steps.findLast((s) => dayOf(s) && s.steg.kind !== 'remissvar') ?? steps.at(-1);
  if (!last) return { hos: null, avslutat: false };
  if (last.steg.next) return { hos: last.steg.next, avslutat: false };
  const supreme = /fullmäktige$/iu.test(last.steg.organ ?? '');
  const waiting = poster.findLast(
    (p) => p.status === 'vantar' && p.typ !== 'expediering' && !(supreme && p.datum),
  );
  if (waiting) return { hos: waiting.mottagare, avslutat: false };
  const open = last.steg.utfall === 'aterremiss' || last.steg.utfall === 'bordlagt';
  return { hos: null, avslutat: last.steg.kind === 'protokoll' && !open };
}
